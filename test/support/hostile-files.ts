import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { eicar } from './test-scanner';

/** A file that somebody means harm by, and what becomes of it: the code it is refused with, or what it is kept as, inert. */
export interface HostileFile {
  readonly what: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly becomes: string;
  /** The name it is saved under, where that is not the one it came with. */
  readonly savedAs?: string;
}

const pdf = 'application/pdf';
const [docx, xlsx] = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];
const [refused, damaged, flooded] = ['media-refused', 'form-refused', 'too-large'];
const crcTable = Array.from(
  { length: 256 },
  (_, n) => Array.from({ length: 8 }).reduce<number>((c) => ((c & 1) === 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n) >>> 0,
);
const crc = (bytes: Buffer): number =>
  (bytes.reduce((sum, byte) => (crcTable[(sum ^ byte) & 0xff] as number) ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
const u16 = (...values: number[]): Buffer =>
  Buffer.concat(
    values.map((value) => {
      const bytes = Buffer.alloc(2);
      bytes.writeUInt16LE(value);
      return bytes;
    }),
  );
const u32 = (...values: number[]): Buffer =>
  Buffer.concat(
    values.map((value) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(value);
      return bytes;
    }),
  );
const b32 = (value: number): Buffer => u32(value).reverse();

interface Member {
  readonly name: string;
  readonly bytes: Buffer;
  readonly saysSize?: number;
}
/** A zip as any program writes it, or with a size that is not so. */
function zip(members: readonly Member[]): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, saysSize = bytes.length } of members) {
    const packed = deflateRawSync(bytes);
    const about = Buffer.concat([u16(20, 0, 8, 0, 0x21), u32(crc(bytes), packed.length, saysSize), u16(Buffer.byteLength(name), 0)]);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, Buffer.from(name), packed]);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), u16(20), about, u16(0, 0, 0), u32(0, at), Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([
    ...parts,
    directory,
    Buffer.from('PK\x05\x06', 'latin1'),
    u16(0, 0, members.length, members.length),
    u32(directory.length, at),
    u16(0),
  ]);
}
const types = (main: string, filling = ''): Member => ({
  name: '[Content_Types].xml',
  bytes: Buffer.from(
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${filling}<Override PartName="/word/document.xml" ContentType="${main}.main+xml"/></Types>`,
  ),
});
const office = (main: string, part: string, ...more: readonly Member[]): Buffer =>
  zip([types(main), { name: part, bytes: Buffer.from('<w/>') }, ...more]);
const zeros = Buffer.alloc(48 * 1024 * 1024);

const chunk = (type: string, data: Buffer): Buffer =>
  Buffer.concat([b32(data.length), Buffer.from(type), data, b32(crc(Buffer.concat([Buffer.from(type), data])))]);
const png = (width: number, height: number, ...more: readonly Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.concat([b32(width), b32(height), Buffer.from([1, 0, 0, 0, 0])])),
    ...more,
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
const jpeg = (width: number, height: number, comment = ''): Buffer =>
  Buffer.concat([
    Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    Buffer.from([0xff, 0xfe, 0, comment.length + 2]),
    Buffer.from(comment),
    Buffer.from([0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 17, 0]),
    Buffer.from('ffda0008010100003f0000ffd9', 'hex'),
  ]);
const text = (content: string): Buffer => Buffer.from(content);
const pdfWith = (content: string): Buffer => text(`%PDF-1.7\n1 0 obj<</Type/Catalog${content}>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF`);
const called = (what: string, name: string, savedAs: string): HostileFile => ({ what, name, savedAs, bytes: pdfWith(''), becomes: pdf });

const programs: readonly HostileFile[] = [
  { what: 'a Windows program called a PDF', name: 'report.pdf', bytes: Buffer.concat([text('MZ'), Buffer.alloc(126)]), becomes: refused },
  {
    what: 'a Linux program',
    name: 'a.pdf',
    bytes: Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(64)]),
    becomes: refused,
  },
  { what: 'Java classes', name: 'a.txt', bytes: Buffer.from('cafebabe0000003400', 'hex'), becomes: refused },
  { what: 'a shell script called a text', name: 'a.txt', bytes: text('#!/bin/sh\nrm -rf /\n'), becomes: 'text/plain' },
  { what: 'a batch file', name: '清单.bat', savedAs: '清单.bat.txt', bytes: text('@echo off\r\nformat c:\r\n'), becomes: 'text/plain' },
  { what: 'a shortcut of Windows', name: 'a.lnk', bytes: Buffer.from('4c0000000114020000000000c000000000000046', 'hex'), becomes: refused },
  { what: 'the file every scanner finds', name: 'eicar.com', savedAs: 'eicar.com.txt', bytes: eicar, becomes: 'text/plain' },
];
const pages: readonly HostileFile[] = [
  { what: 'a web page called a text', name: 'a.txt', bytes: text('<!DOCTYPE html><script>alert(1)</script>'), becomes: refused },
  { what: 'a web page behind a mark of order', name: 'a.txt', bytes: text('\ufeff\n <HTML><body onload=alert(1)>'), becomes: refused },
  {
    what: 'a script within a text',
    name: 'a.html',
    savedAs: 'a.html.txt',
    bytes: text('证据\n<script>alert(1)</script>'),
    becomes: 'text/plain',
  },
  {
    what: 'a picture of vectors with a script',
    name: 'a.svg',
    bytes: text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    becomes: refused,
  },
  { what: 'the same, called PNG, as XML', name: 'a.png', bytes: text('<?xml version="1.0"?><svg onload="alert(1)"/>'), becomes: refused },
  {
    what: 'XML that names a file of the server',
    name: 'a.xml',
    bytes: text('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
    becomes: refused,
  },
  { what: 'a table with formulas', name: 'a.csv', savedAs: 'a.csv.txt', bytes: text("=cmd|' /C calc'!A0,1\n"), becomes: 'text/plain' },
  {
    what: 'a program of web pages',
    name: 'a.hta',
    savedAs: 'a.hta.txt',
    bytes: text('alert(1) // <hta:application>'),
    becomes: 'text/plain',
  },
];
const polyglots: readonly HostileFile[] = [
  { what: 'a page that is a PDF too', name: 'a.pdf', bytes: text('<html><script>alert(1)</script>\n%PDF-1.7\n%%EOF'), becomes: refused },
  {
    what: 'a PDF that is a page too',
    name: 'a.html',
    savedAs: 'a.html.pdf',
    bytes: pdfWith('/X(<html><script>alert(1)</script></html>)'),
    becomes: pdf,
  },
  {
    what: 'a PDF with a zip behind it',
    name: 'a.zip',
    savedAs: 'a.zip.pdf',
    bytes: Buffer.concat([pdfWith(''), zip([{ name: 'a.exe', bytes: text('MZ') }])]),
    becomes: pdf,
  },
  { what: 'a picture that is a script too', name: 'a.js', bytes: text('GIF89a/*\0*/=1;alert(1)'), becomes: refused },
  {
    what: 'a JPEG with a page in its comment',
    name: 'a.php',
    savedAs: 'a.php.jpg',
    bytes: jpeg(10, 10, '<?php system($_GET[0]); ?><script>alert(1)</script>'),
    becomes: 'image/jpeg',
  },
  {
    what: 'a PNG with a program behind it',
    name: 'a.png.exe',
    savedAs: 'a.png.exe.png',
    bytes: Buffer.concat([png(1, 1), text('MZ'), Buffer.alloc(64)]),
    becomes: 'image/png',
  },
];
const pictures: readonly HostileFile[] = [
  { what: 'a PNG of four thousand million pixels', name: 'a.png', bytes: png(65_535, 65_535), becomes: flooded },
  { what: 'a PNG of the largest size there is', name: 'a.png', bytes: png(0x7fffffff, 0x7fffffff), becomes: flooded },
  { what: 'a JPEG of four thousand million pixels', name: 'a.jpg', bytes: jpeg(65_535, 65_535), becomes: flooded },
  { what: 'a JPEG of no pixels', name: 'a.jpg', bytes: jpeg(0, 10), becomes: damaged },
  {
    what: 'a GIF of the largest size',
    name: 'a.gif',
    bytes: Buffer.concat([text('GIF89a'), u16(65_535, 65_535), Buffer.alloc(8)]),
    becomes: refused,
  },
  {
    what: 'a WEBP',
    name: 'a.webp',
    bytes: Buffer.concat([text('RIFF'), u32(30), text('WEBPVP8X'), u32(10), Buffer.alloc(4), Buffer.alloc(6, 0xff)]),
    becomes: refused,
  },
  {
    what: 'a PNG with a packed text of 48 MB',
    name: 'a.png',
    bytes: png(1, 1, chunk('zTXt', Buffer.concat([text('x\0\0'), deflateSync(zeros)]))),
    becomes: 'image/png',
  },
  { what: 'a PNG cut off in its head', name: 'a.png', bytes: png(1, 1).subarray(0, 20), becomes: damaged },
  { what: 'a JPEG cut off in its head', name: 'a.jpg', bytes: jpeg(10, 10).subarray(0, 24), becomes: damaged },
  { what: 'a JPEG whose segment ends nowhere', name: 'a.jpg', bytes: Buffer.from('ffd8ffe0ffff4a4649460001', 'hex'), becomes: damaged },
];
const packed: readonly HostileFile[] = [
  { what: 'a zip', name: 'a.pdf', bytes: zip([{ name: 'a.txt', bytes: text('x') }]), becomes: refused },
  { what: 'a zip bomb', name: 'a.zip', bytes: zip([{ name: 'a', bytes: zeros }]), becomes: refused },
  {
    what: 'zips in zips',
    name: 'a.zip',
    bytes: Array.from({ length: 20 }).reduce<Buffer>((inner) => zip([{ name: 'inner.zip', bytes: inner }]), text('x')),
    becomes: refused,
  },
  {
    what: 'a zip whose names lead elsewhere',
    name: 'a.zip',
    bytes: zip([{ name: '../../etc/cron.d/x', bytes: text('x') }]),
    becomes: refused,
  },
  { what: 'a packed file', name: 'a.txt', bytes: gzipSync(zeros), becomes: refused },
  { what: 'a RAR', name: 'a.pdf', bytes: Buffer.from('526172211a0701003392b5e50a01050600050101', 'hex'), becomes: refused },
];
const papers: readonly HostileFile[] = [
  {
    what: 'a document with macros',
    name: 'a.docm',
    bytes: office('application/vnd.ms-word.document.macroEnabled', 'word/document.xml', { name: 'word/vbaProject.bin', bytes: text('x') }),
    becomes: refused,
  },
  {
    what: 'macros in a document that says it has none',
    name: 'a.docm',
    savedAs: 'a.docm.docx',
    bytes: office(docx, 'word/document.xml', { name: 'word/vbaProject.bin', bytes: text('x') }),
    becomes: docx,
  },
  {
    what: 'a table with macros',
    name: 'a.xlsm',
    bytes: office('application/vnd.ms-excel.sheet.macroEnabled', 'xl/workbook.xml', { name: 'xl/vbaProject.bin', bytes: text('x') }),
    becomes: refused,
  },
  {
    what: 'an old document of Word',
    name: 'a.doc',
    bytes: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    becomes: refused,
  },
  {
    what: 'a document that is a bomb',
    name: 'a.docx',
    bytes: office(docx, 'word/document.xml', { name: 'word/media/a.png', bytes: zeros }),
    becomes: docx,
  },
  {
    what: 'a table that says it is small and is not',
    name: 'a.xlsx',
    bytes: office(xlsx, 'xl/workbook.xml', { name: 'xl/worksheets/sheet1.xml', bytes: zeros, saysSize: 10 }),
    becomes: xlsx,
  },
  {
    what: 'a document whose list of parts is a bomb',
    name: 'a.docx',
    bytes: zip([{ name: '[Content_Types].xml', bytes: zeros }]),
    becomes: refused,
  },
  { what: 'a PDF with a script', name: 'a.pdf', bytes: pdfWith('/OpenAction<</S/JavaScript/JS(app.alert(1))>>'), becomes: pdf },
  { what: 'a PDF that starts a program', name: 'a.pdf', bytes: pdfWith('/OpenAction<</S/Launch/F(cmd.exe)>>'), becomes: pdf },
  { what: 'a PDF cut off in its head', name: 'a.pdf', savedAs: 'a.pdf.txt', bytes: text('%PD'), becomes: 'text/plain' },
  { what: 'a text of null bytes', name: 'a.txt', bytes: Buffer.alloc(1_000), becomes: refused },
  { what: 'a text in no known writing', name: 'a.txt', bytes: Buffer.from('fffefdfc80', 'hex'), becomes: refused },
  { what: 'nothing', name: 'a.pdf', bytes: Buffer.alloc(0), becomes: damaged },
];
const names: readonly HostileFile[] = [
  called('leads out of its folder', '../../../etc/passwd', 'passwd.pdf'),
  called('leads out of its folder as on Windows', '..\\..\\windows\\win.ini', 'win.ini.pdf'),
  called('reads backwards', 'report\u202efdp.exe', 'reportfdp.exe.pdf'),
  called('has marks nobody sees', 're\u200bport\u2066.pdf', 'report.pdf'),
  called('ends twice', 'report.pdf.exe', 'report.pdf.exe.pdf'),
  called('ends in points and spaces', 'report.exe. . ', 'report.exe.pdf'),
  called('is a device', 'CON.pdf', '_CON.pdf'),
  called('is a device without more', 'nul', '_nul.pdf'),
  called('is hidden', '.htaccess', 'htaccess.pdf'),
  called('is nothing but points', '...', 'paper.pdf'),
  called('ends the header it is sent in', 'a";x="b.exe', 'ax=b.exe.pdf'),
  called('is as long as a page', `${'长'.repeat(400)}.pdf`, `${'长'.repeat(196)}.pdf`),
];

export const hostileFiles: readonly HostileFile[] = [...programs, ...pages, ...polyglots, ...pictures, ...packed, ...papers, ...names];
