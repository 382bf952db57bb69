import { randomBytes } from 'node:crypto';
import { ZipFile } from 'yazl';
import { checkMatters, type CheckedRow } from './check-matters';
import { matterColumns, sheetName } from './matter-columns';
import { readWorkbook } from './read-workbook';
import { template } from './template';

const ns =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const workbookXml = (name = sheetName): string =>
  `<?xml version="1.0"?><workbook ${ns}><sheets><sheet name="other" sheetId="7" r:id="rId9"/><sheet name="${name}" sheetId="1" r:id="rId4"/></sheets></workbook>`;
const relations = '<?xml version="1.0"?><Relationships><Relationship Id="rId4" Target="worksheets/sheet2.xml"/></Relationships>';
const letters = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(65 + column - 26)}`);
const sheetXml = (rows: string): string => `<?xml version="1.0"?><worksheet ${ns}><sheetData>${rows}</sheetData></worksheet>`;
const rowXml = (place: number, cells: readonly string[]): string =>
  `<row r="${place}">${cells.map((text, column) => (text === '' ? '' : `<c r="${letters(column)}${place}" t="inlineStr"><is><t>${text}</t></is></c>`)).join('')}</row>`;

/** A workbook as another program packs it: sizes behind the data, parts in another order. */
function packed(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries({
    'xl/workbook.xml': workbookXml(),
    'xl/_rels/workbook.xml.rels': relations,
    '[Content_Types].xml': '<Types/>',
    ...parts,
  }))
    zip.addBuffer(Buffer.from(content), name, { compress: true });
  zip.end();
  return new Promise((resolve, reject) => {
    const bytes: Buffer[] = [];
    zip.outputStream
      .on('data', (part: Buffer) => bytes.push(part))
      .on('end', () => resolve(Buffer.concat(bytes)))
      .on('error', reject);
  });
}
const withSheet = (rows: string): Promise<Buffer> => packed({ 'xl/worksheets/sheet2.xml': sheetXml(rows) });
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'taken',
    (error: { problem?: { code: string; field: string } }) => (error.problem ? error.problem.code : String(error)),
  );
const read = (bytes: Buffer): ReturnType<typeof readWorkbook> => readWorkbook(bytes, sheetName, 501);

const headings = matterColumns.map(({ label }) => label.zh);
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
const cellsOf = (change: Readonly<Record<string, string>> = {}): string[] =>
  matterColumns.map(({ path }) => ({ ...matter, ...change })[path] ?? '');
const checked = async (...rows: readonly Readonly<Record<string, string>>[]): Promise<CheckedRow[]> =>
  checkMatters(await read(await withSheet([headings, ...rows.map(cellsOf)].map((cells, place) => rowXml(place + 1, cells)).join(''))), {
    city: 'beijing',
    body: 'bj-health',
    today: '2026-04-01',
  });
const pathsOf = (row: CheckedRow | undefined): string[] =>
  (row?.faults ?? []).map(({ column, rule }) => `${matterColumns[column]?.path ?? 'row'} ${rule}`);

describe('a list of matters', () => {
  it('is read as it would be filed, with the decision each row would get', async () => {
    const [row] = await checked({});
    expect(row).toMatchObject({
      place: 2,
      title: '示例标题',
      faults: [],
      sameAs: null,
      decision: { status: 'decided', lead: 'bj-health', service: 'health' },
    });
    expect(row?.form).toMatchObject({
      noStateSecrets: true,
      onBehalf: { channel: 'letter', receivedOn: '2026-03-02' },
      facts: {
        city: 'beijing',
        receivedBy: 'bj-health',
        kind: 'violation',
        fields: ['human-life-medicine'],
        unit: { kind: 'medical-institution', educationSystem: false, affiliation: 'bj-health' },
        funding: 'none',
        fundManager: null,
        suspect: 'person',
        major: false,
      },
    });
  });

  it.each([
    [
      'in English',
      {
        'onBehalf.channel': 'letter',
        'facts.kind': 'Report of a violation',
        'facts.unit.educationSystem': 'no',
        'facts.funding': 'No public money',
      },
    ],
    ['by the codes', { 'facts.kind': 'violation', 'facts.fields': 'human-life-medicine', 'facts.major': 'false' }],
    ['with the day as people write it', { 'onBehalf.receivedOn': '2026年3月2日' }],
  ])('is the same matter, and filed once, whether it is written %s or in Chinese', async (_how, change) => {
    const [one, other] = await checked({}, change);
    expect([other?.faults, other?.key, other?.sameAs]).toEqual([[], one?.key, 2]);
  });

  it('several fields stand in one cell, and what is not known may be said', async () => {
    const [row] = await checked({ 'facts.fields': '人的生命科学和医学、食品', 'facts.unit.affiliation': '不知道' });
    expect(row).toMatchObject({
      faults: [],
      unknown: ['unit.affiliation'],
      decision: null,
      form: { facts: { fields: ['human-life-medicine', 'food'] } },
    });
  });

  it.each([
    ['nothing where something must stand', { 'report.title': '' }, ['report.title missing']],
    ['a choice that is none', { 'facts.kind': '投诉' }, ['facts.kind not-a-choice']],
    ['a day that is none', { 'onBehalf.receivedOn': '三月' }, ['onBehalf.receivedOn not-a-day']],
    ['a day that cannot be', { 'onBehalf.receivedOn': '2026-02-30' }, ['onBehalf.receivedOn refused']],
    ['a day to come', { 'onBehalf.receivedOn': '2026-04-02' }, ['onBehalf.receivedOn refused']],
    ['a fact that such a matter wants', { 'facts.suspect': '' }, ['facts.suspect refused']],
    ['a fact that no such matter has', { 'facts.aiStage': '研究' }, ['facts.aiStage refused']],
    ['more than a field takes', { 'report.title': '长'.repeat(201) }, ['report.title refused']],
    ['two things at once', { 'report.text': '', 'facts.funding': '很多' }, ['report.text missing', 'facts.funding not-a-choice']],
  ])('each cell that keeps a row from being filed is named: %s', async (_what, change, expected) => {
    const [row] = await checked(change);
    expect([expected.every((each) => pathsOf(row).includes(each)), row?.decision]).toEqual([true, null]);
  });

  it('is refused whole under other headings, or with nothing below them', async () => {
    const at = { city: 'beijing', body: 'bj-health', today: '2026-04-01' };
    const rows = async (...given: string[][]): Promise<unknown> =>
      checkMatters(await read(await withSheet(given.map((cells, place) => rowXml(place + 1, cells)).join(''))), at);
    expect([
      await refusal(rows(['a'], cellsOf())),
      await refusal(rows([...headings].reverse(), cellsOf())),
      await refusal(rows(headings)),
    ]).toEqual(['workbook-heading', 'workbook-heading', 'workbook-empty']);
  });

  it.each(['zh', 'en'] as const)('begins with a template whose headings are taken, in %s', async (language) => {
    const rows = await read(await template(language));
    expect([
      rows.length,
      await refusal(Promise.resolve().then(() => checkMatters(rows, { city: 'beijing', body: 'bj-health', today: '2026-04-01' }))),
    ]).toEqual([1, 'workbook-empty']);
  });

  it('cells that name shared texts and days that are numbers are read as they are shown', async () => {
    const shared = `<?xml version="1.0"?><sst ${ns}><si><t>甲</t></si><si><r><t>乙</t></r><r><t>丙</t></r><rPh><t>yi</t></rPh></si></sst>`;
    const rows = await read(
      await packed({
        'xl/sharedStrings.xml': shared,
        'xl/worksheets/sheet2.xml': sheetXml('<row r="3"><c r="A3" t="s"><v>1</v></c><c r="AA3"><v>46083</v></c></row>'),
      }),
    );
    expect(rows.map(({ place, cells }) => [place, [...cells].map(([column, { text }]) => [column, text])])).toEqual([
      [
        3,
        [
          [0, '乙丙'],
          [26, '46083'],
        ],
      ],
    ]);
  });
});

describe('a file that was made to harm', () => {
  const many = (count: number): string => Array.from({ length: count }, (_, place) => rowXml(place + 1, ['x'])).join('');
  it.each([
    ['is no zip at all', () => Promise.resolve(Buffer.from('PK\u0003\u0004 nothing')), 'workbook-damaged'],
    ['bursts when unpacked', () => packed({ 'xl/worksheets/sheet2.xml': Buffer.alloc(30 * 1024 * 1024, ' ') }), 'workbook-too-large'],
    [
      'unpacks to more than a list can be, though it is packed loosely',
      () => packed({ 'xl/a.xml': randomBytes(200_000).toString('hex').repeat(66) }),
      'workbook-too-large',
    ],
    ['holds more rows than a list may have', () => withSheet(many(502)), 'workbook-too-many-rows'],
    ['holds thousands of rows that say nothing', () => withSheet('<row/>'.repeat(6_000)), 'workbook-too-many-rows'],
    ['holds a row far below', () => withSheet('<row r="1000000"><c r="A1"><v>1</v></c></row>'), 'workbook-too-many-rows'],
    ['computes a cell', () => withSheet('<row r="1"><c r="A1"><f>HYPERLINK("http://x")</f><v>1</v></c></row>'), 'workbook-formula'],
    ['holds macros', () => packed({ 'xl/vbaProject.bin': 'x' }), 'workbook-active'],
    ['reaches for another file', () => packed({ 'xl/externalLinks/externalLink1.xml': '<x/>' }), 'workbook-active'],
    ['has no such sheet', () => packed({ 'xl/workbook.xml': workbookXml('Sheet1') }), 'workbook-sheet'],
    [
      'names a sheet outside',
      () =>
        packed({
          'xl/_rels/workbook.xml.rels':
            '<?xml version="1.0"?><Relationships><Relationship Id="rId4" Target="../../etc/passwd"/></Relationships>',
        }),
      'workbook-sheet',
    ],
    [
      'declares entities',
      () => packed({ 'xl/worksheets/sheet2.xml': `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>${sheetXml('').slice(21)}` }),
      'workbook-damaged',
    ],
    ['breaks off', () => withSheet('<row r="1"><c r="A1">'), 'workbook-damaged'],
    [
      'holds bytes that are no text',
      () => packed({ 'xl/worksheets/sheet2.xml': Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe]) }),
      'workbook-damaged',
    ],
  ])('is refused when it %s', async (_how, bytes, code) => {
    expect(await refusal(read(await bytes()))).toBe(code);
  });

  it('takes no more memory than a list does, whatever it claims', async () => {
    const bomb = await packed({ 'xl/worksheets/sheet2.xml': Buffer.alloc(80 * 1024 * 1024, ' ') });
    const before = process.memoryUsage().arrayBuffers;
    expect(await refusal(read(bomb))).toBe('workbook-too-large');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
  });
});
