/** A line of RFC 4180: quoted where it must be, ended by CR and LF. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

export const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The byte order mark by which spreadsheets know that a file is UTF-8. */
export const byteOrderMark = '\uFEFF';
