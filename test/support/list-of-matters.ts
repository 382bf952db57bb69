import { Uint8ArrayReader } from '@zip.js/zip.js';
import { ZipFile } from 'yazl';
import { openPackage } from '@lianxi/checker';
import { matterColumns } from '../../services/portal/src/imports/matter-columns';
import { template } from '../../services/portal/src/imports/template';

const matter: Readonly<Record<string, string>> = {
  'onBehalf.channel': '来信',
  'onBehalf.receivedOn': '2026-03-02',
  'onBehalf.givenBy': '示例来信人',
  'onBehalf.note': '示例',
  'report.title': '示例标题',
  'report.text': '示例内容',
  'facts.kind': '违规举报',
  'facts.fields': '人的生命科学和医学',
  'facts.unit.kind': '医疗卫生机构',
  'facts.unit.educationSystem': '否',
  'facts.unit.affiliation': 'bj-health',
  'facts.funding': '无财政经费',
  'facts.suspect': '个人',
  'facts.major': '否',
};

/** The portal's template filled in by hand, a matter a row, each as the example but for what is said of it. */
export async function listOfMatters(changes: readonly Readonly<Record<string, string>>[], empty?: Buffer): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, readWhole } of (await openPackage(new Uint8ArrayReader(empty ?? (await template('zh'))), /./)).values()) {
    const text = Buffer.from(await readWhole()).toString('utf8');
    zip.addBuffer(
      Buffer.from(name === 'xl/worksheets/sheet1.xml' ? text.replace('</sheetData>', `${changes.map(rowOf).join('')}</sheetData>`) : text),
      name,
    );
  }
  zip.end();
  const bytes: Buffer[] = [];
  for await (const part of zip.outputStream) bytes.push(Buffer.from(part as Buffer));
  return Buffer.concat(bytes);
}

const letters = (column: number): string => (column < 26 ? '' : 'A') + String.fromCharCode(65 + (column % 26));

function rowOf(change: Readonly<Record<string, string>>, place: number): string {
  const cells = matterColumns.map(
    ({ path }, column) => `<c r="${letters(column)}${place + 2}" t="inlineStr"><is><t>${{ ...matter, ...change }[path] ?? ''}</t></is></c>`,
  );
  return `<row r="${place + 2}">${cells.join('')}</row>`;
}
