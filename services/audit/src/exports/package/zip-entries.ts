/** No time of packing stands in a zip, so that the same contents are the same bytes; packed fast rather than small, since rows repeat much anyway. */
export const entryOptions = { mtime: new Date(1980, 0, 1), mode: 0o100644, compressionLevel: 1, forceDosTimestamp: true } as const;
