import { papersIn, registerOf, type DossierText, type PaperOnRecord } from './dossier-lines';

const paper = (id: string, dated: string, more: Partial<PaperOnRecord> = {}): PaperOnRecord => ({
  id,
  sha256: '',
  size: 1,
  mediaType: 'application/pdf',
  kind: 'evidence',
  dated,
  origin: 'copy',
  body: 'bj-health',
  pages: null,
  number: null,
  texts: [],
  ...more,
});
const text = (id: string, kind: string, value: unknown): DossierText => ({ id, kind, value, salt: '', commitment: '' });

describe('the papers of a case', () => {
  const named = { id: 'p', sha256: 'ab', size: 3, mediaType: 'text/plain', kind: 'evidence', dated: '2026-01-05', origin: 'copy' };
  it.each([
    ['file', []],
    ['add-paper', ['t']],
    ['add-report-file', ['t']],
  ])('are those that an act names with their hash: %s', (act, texts) => {
    expect(papersIn({ act, body: null, detail: { papers: [named] }, particulars: [{ id: 't', commitment: '' }] })).toEqual([
      { ...named, body: null, pages: null, number: null, texts },
    ]);
  });

  it.each([[{ papers: 3 }], [{ papers: ['an id'] }], [{ papers: [null] }], [{}], [undefined]])(
    'are none where an act says %j',
    (detail) => {
      expect(papersIn({ act: 'confirm-erasure', body: null, detail, particulars: [] })).toEqual([]);
    },
  );
});

describe('the register of a dossier', () => {
  it('lists papers by date, on one date as they came, and pages run on through it', () => {
    const lines = registerOf(
      [paper('later', '2026-03-02', { pages: 2 }), paper('first', '2026-01-05', { pages: 4 }), paper('second', '2026-01-05', { pages: 1 })],
      [],
      [],
    );
    expect(lines.map(({ n, id, pages, firstPage, file }) => [n, id, pages, firstPage, file])).toEqual([
      [1, 'first', 4, 1, 'papers/001.pdf'],
      [2, 'second', 1, 5, 'papers/002.pdf'],
      [3, 'later', 2, 6, 'papers/003.pdf'],
    ]);
  });

  it('says no page behind a paper whose pages nobody counted, rather than a wrong one', () => {
    expect(
      registerOf([paper('a', '2026-01-05', { pages: 4 }), paper('b', '2026-01-06'), paper('c', '2026-01-07', { pages: 3 })], [], []).map(
        ({ firstPage }) => firstPage,
      ),
    ).toEqual([1, 5, null]);
  });

  it('counts no page for a sealed paper, which is not handed over, and does not name it', () => {
    const lines = registerOf(
      [paper('a', '2026-01-05', { pages: 4 }), paper('sealed', '2026-01-06'), paper('c', '2026-01-07', { pages: 3 })],
      [],
      ['sealed'],
    );
    expect(lines.map(({ file, firstPage, title }) => [file, firstPage, title])).toEqual([
      ['papers/001.pdf', 1, null],
      [null, null, null],
      ['papers/003.pdf', 5, null],
    ]);
  });

  it('gives the document number that somebody typed, and the official one before it', () => {
    const texts = [
      text('t1', 'paper-name', { paper: 'a', name: '来函.pdf' }),
      text('t2', 'add-paper.number', '示例函〔2026〕7号'),
      text('t3', 'add-paper.number', '另一号'),
    ];
    const lines = registerOf(
      [
        paper('a', '2026-01-05', { texts: ['t1', 't2'] }),
        paper('b', '2026-01-06', { number: '京科伦函〔2026〕1号', texts: ['t3'] }),
        paper('c', '2026-01-07'),
      ],
      texts,
      [],
    );
    expect(lines.map(({ title, number }) => [title, number])).toEqual([
      ['来函.pdf', '示例函〔2026〕7号'],
      [null, '京科伦函〔2026〕1号'],
      [null, null],
    ]);
  });
});
