import { createHash, randomUUID } from 'node:crypto';
import { canonical, noHistory, sealRow, type JournalRow } from '@lianxi/chassis';
import type { DossierText } from '@lianxi/checker';
import { recordLeaf, type NoteKeys } from '@lianxi/ledger';
import { exampleLog, examplePackage } from './example-log';

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
const asDatabase = (instant: string): string => instant.replace(/\.?0*Z$/, '+00:00');

/** The dossier of a case of three acts and one paper, made by the program that makes every package. */
export async function exampleDossier(keys: NoteKeys, words = '示例材料'): Promise<Buffer> {
  const [caseId, paper, bytes, salt] = [randomUUID(), randomUUID(), Buffer.from(words), 'ab'.repeat(16)];
  const texts: DossierText[] = [
    ['paper-name', { paper, name: `${words}.txt` }],
    ['add-paper.number', `${words}〔2026〕7号`],
  ].map(([kind, value]) => ({ id: randomUUID(), kind: String(kind), value, salt, commitment: sha256(`${salt}${canonical(value)}`) }));
  const detail = {
    papers: [
      {
        id: paper,
        sha256: sha256(bytes),
        size: bytes.length,
        mediaType: 'text/plain',
        kind: 'evidence',
        dated: '2026-10-08',
        origin: 'copy',
        pages: 2,
      },
    ],
  };
  const acts: readonly (readonly [string, Record<string, unknown>, readonly DossierText[]])[] = [
    ['file', { papers: [] }, []],
    ['add-paper', detail, texts],
    ['compile-dossier', { withheld: [] }, []],
  ];
  let before: JournalRow | undefined;
  const rows = acts.map(([act, said, brought], place) => {
    const at = new Date(Date.UTC(2026, 9, 8, place)).toISOString().replace('Z', '000Z');
    before = sealRow(before?.hash ?? noHistory, {
      id: randomUUID(),
      city: 'beijing',
      case_id: caseId,
      version: place + 1,
      procedure: 'matter',
      act,
      from_state: null,
      to_state: 'archived',
      clause: 'archive-37',
      epoch: 1,
      body: 'bj-health',
      post: 'bj-health-head',
      for_post: null,
      recorded_at: at,
      effective_at: at,
      detail: said,
      particulars: brought.map(({ id, commitment }) => ({ id, commitment })),
    });
    return before;
  });
  const entries = rows.map((row, place) =>
    recordLeaf({
      service: 'health',
      incarnation: randomUUID(),
      position: place + 1,
      kind: 'journal',
      row: { ...row, recorded_at: asDatabase(row.recorded_at), effective_at: asDatabase(row.effective_at) },
    }),
  );
  const dossier = {
    act: rows[2]?.id ?? '',
    version: 3,
    service: 'health',
    body: 'bj-health',
    post: 'bj-health-head',
    number: '示例〔2026〕1号',
    withheld: [],
  };
  return examplePackage(exampleLog(entries, keys), { caseId }, [0, 1, 2], randomUUID(), {
    dossier,
    texts,
    papers: new Map([[paper, bytes]]),
  });
}
