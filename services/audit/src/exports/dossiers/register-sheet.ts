import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { everyPaperKind, paperOrigins } from '@lianxi/casework';
import type { DossierPaper } from '@lianxi/checker';
import { serifPdf } from '@lianxi/documents';
import { register as bodies } from '@lianxi/jurisdiction';

const headings = ['序号 No.', '文号 Number', '责任者 Answerable', '题名 Title', '日期 Date', '页号 Page', '备注 Remarks'];

/** 卷内文件目录: the register of a dossier's papers as archives lay it out. The columns are office practice; the rules on them are not confirmed. */
export const registerSheet = (number: string | null, caseId: string, papers: readonly DossierPaper[]): Promise<Buffer> =>
  serifPdf(layout(number, caseId, papers));

function layout(number: string | null, caseId: string, papers: readonly DossierPaper[]): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [50, 56, 50, 50],
    defaultStyle: { fontSize: 9.5, lineHeight: 1.25 },
    info: { title: `卷内文件目录 ${number ?? caseId}` },
    footer: (page, pages) => ({ text: `— ${page} / ${pages} —`, alignment: 'center', fontSize: 9 }),
    content: [
      { text: '卷内文件目录  Register of papers', fontSize: 16, alignment: 'center', margin: [0, 0, 0, 8] },
      { text: `卷号 Case ${number ?? '未编号 without a number'} · ${caseId}`, fontSize: 9, alignment: 'right', margin: [0, 0, 0, 6] },
      {
        table: { headerRows: 1, widths: [34, 100, 110, '*', 62, 46, 130], body: [headings, ...papers.map(line)] },
        layout: 'lightHorizontalLines',
      },
    ],
  };
}

function line({ n, number, body, title, dated, pages, firstPage, kind, origin, file }: DossierPaper): string[] {
  const last = firstPage !== null && pages !== null && pages > 1 ? `–${firstPage + pages - 1}` : '';
  const remarks = [
    ...(file === null ? ['密封，未移交 Sealed, not handed over'] : []),
    named(everyPaperKind, kind),
    named(paperOrigins, origin),
    ...(file !== null && pages === null ? ['页数未登记 Pages not counted'] : []),
  ];
  return [
    String(n),
    number ?? '',
    body === null ? '' : (bodies.findBody(body)?.names.zh ?? body),
    title ?? '',
    dated,
    firstPage === null ? '' : `${firstPage}${last}`,
    remarks.join('；'),
  ];
}

const named = (choices: readonly { readonly code: string; readonly label: { readonly zh: string } }[], code: string): string =>
  choices.find((choice) => choice.code === code)?.label.zh ?? code;
