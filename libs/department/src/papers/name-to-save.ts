import type { AcceptedMedia } from '@lianxi/chassis';

/** How names of files of a kind end. Tables of commas are none: a spreadsheet reads what stands in them as formulas. */
const endings: Readonly<Record<AcceptedMedia, readonly [string, ...string[]]>> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/tiff': ['.tif', '.tiff'],
  'text/plain': ['.txt', '.md', '.log'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
};
const longestName = 200;
/** Devices, whatever stands behind the point. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\.|$)/i;

/** The name to save a file under: it ends as what its bytes are, so that a double click opens it as that and as nothing else. */
export function nameToSave(name: string, mediaType: string): string {
  const plain = name.replace(/[\s.]+$/u, '') || 'paper';
  const ends = (endings as Readonly<Record<string, readonly string[]>>)[mediaType] ?? [''];
  const ended = ends.some((ending) => plain.toLowerCase().endsWith(ending))
    ? plain
    : `${[...plain].slice(0, longestName - (ends[0] ?? '').length).join('')}${ends[0]}`;
  return reserved.test(ended) ? `_${ended}` : ended;
}
