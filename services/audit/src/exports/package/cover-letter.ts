import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { exportPurposes } from '@lianxi/casework';
import type { Manifest } from '@lianxi/checker';
import { chineseDay, serifPdf } from '@lianxi/documents';
import { register } from '@lianxi/jurisdiction';

/** What the letter that goes with a package says. */
export interface Letter {
  readonly manifest: Omit<Manifest, 'files'>;
  readonly rowsSha256: string;
}

const red = '#c00000';
/** Made anew each time: pdfmake writes into what it is given. */
const rule = (): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: 442, y2: 0, lineWidth: 2, lineColor: red }],
  margin: [0, 4, 0, 18],
});
const filterNames: readonly [keyof Manifest['filter'], string, string][] = [
  ['caseId', '事项', 'case'],
  ['post', '岗位', 'post'],
  ['body', '机关', 'body'],
  ['act', '办理动作', 'kind of act'],
  ['from', '自', 'from'],
  ['until', '至', 'until'],
];

/** The cover, in the layout of an official letter (红头, title, addressee, text, signature and date), Chinese first, English below. The same facts give the same bytes. */
export const coverLetter = (letter: Letter): Promise<Buffer> => serifPdf(layout(letter));

function layout({ manifest, rowsSha256 }: Letter): TDocumentDefinitions {
  const office = register.findBody(manifest.askedBy.body)?.names ?? { zh: manifest.askedBy.body, en: manifest.askedBy.body };
  const asked = dayOf(manifest.askedAt);
  const title = { zh: '审计记录导出函', en: 'Letter with an export of the record' };
  return {
    pageSize: 'A4',
    pageMargins: [79, 90, 74, 74],
    defaultStyle: { fontSize: 11, lineHeight: 1.35 },
    info: { title: `${title.zh} ${manifest.export}`, author: office.zh },
    footer: (page, pages) => ({ text: `— ${page} / ${pages} —`, alignment: 'center', fontSize: 9 }),
    content: [
      { text: office.zh, color: red, fontSize: 24, alignment: 'center' },
      rule(),
      { text: `导出编号 ${manifest.export}`, fontSize: 9, alignment: 'right' },
      { text: title.zh, fontSize: 18, alignment: 'center', margin: [0, 14, 0, 14] },
      {
        text: `根据${labelOf(manifest.purpose, 'zh')}的需要，现将下列审计记录导出，一并移交。本函所列数目与哈希值应与包内文件及系统留痕核对一致。`,
        leadingIndent: 22,
      },
      facts(manifest, rowsSha256, 'zh'),
      { text: '核对方法见包内 README.txt，无须使用我方软件。', leadingIndent: 22, margin: [0, 8, 0, 20] },
      { text: `${office.zh}\n${asked.zh}`, alignment: 'right', margin: [0, 0, 30, 24] },
      { text: title.en, fontSize: 13, margin: [0, 6, 0, 6] },
      {
        text: `For: ${labelOf(manifest.purpose, 'en')}. The figures and hashes of this letter are to be compared with the files of the package and with the record; README.txt tells how, without any software of ours.`,
      },
      facts(manifest, rowsSha256, 'en'),
      { text: `${office.en}, ${asked.en}`, alignment: 'right', margin: [0, 10, 30, 0] },
    ],
  };
}

function facts(manifest: Letter['manifest'], rowsSha256: string, language: 'zh' | 'en'): Content {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const filter = filterNames
    .flatMap(([name, zh, en]) => (manifest.filter[name] === undefined ? [] : [`${say(zh, en)} ${manifest.filter[name]}`]))
    .join(say('；', '; '));
  const lines: [string, string][] = [
    [say('申请岗位', 'Asked for by'), manifest.askedBy.post],
    [say('申请时间', 'Asked for at'), manifest.askedAt],
    [say('范围', 'What'), filter],
    [say('记录行数', 'Rows'), String(manifest.rows)],
    ...(manifest.versions === undefined ? [] : [[say('事项版本', 'Versions of the case'), `1–${manifest.versions}`] as [string, string]]),
    [
      say('已销毁文字的行', 'Rows whose texts were erased'),
      say(
        `${manifest.erased?.rows ?? 0} 行，销毁证书 ${manifest.erased?.certificates ?? 0} 份`,
        `${manifest.erased?.rows ?? 0}, under ${manifest.erased?.certificates ?? 0} certificates`,
      ),
    ],
    ...(manifest.dossier === undefined
      ? []
      : [
          [
            say('卷宗', 'Dossier'),
            say(
              `${manifest.dossier.number ?? '未编号'}：材料 ${manifest.dossier.papers} 件，文字 ${manifest.dossier.texts} 段；密封未移交 ${manifest.dossier.withheld} 件`,
              `${manifest.dossier.number ?? 'without a number'}: ${manifest.dossier.papers} papers, ${manifest.dossier.texts} texts; ${manifest.dossier.withheld} sealed papers not handed over`,
            ),
          ] as [string, string],
        ]),
    [say('日志条数', 'Entries of the log'), String(manifest.log.size)],
    [say('日志总哈希', 'Hash of the log'), manifest.log.root],
    [say('rows.jsonl 的 SHA-256', 'SHA-256 of rows.jsonl'), rowsSha256],
  ];
  return {
    table: { widths: [110, '*'], body: lines.map(([name, value]) => [name, { text: value, fontSize: 9.5 }]) },
    layout: 'lightHorizontalLines',
    margin: [0, 10, 0, 6],
  };
}

const labelOf = (purpose: string, language: 'zh' | 'en'): string =>
  exportPurposes.find(({ code }) => code === purpose)?.label[language] ?? purpose;

/** The day in the city's zone, as letters write it. */
function dayOf(instant: string): { zh: string; en: string } {
  const day = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
  return { zh: chineseDay(day), en: day };
}
