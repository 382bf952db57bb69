import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

const steps = ['draft-document', 'check-document', 'sign-off', 'number-document', 'present-sealed'] as const;
const texts = { subject: '示例', addressee: '示例', body: '示例' };

/** Puts the steps behind a letter that the act comes after, each by another person, as if they had been done. */
export async function drawUpLetter(admin: Client, id: string, act: string, scan: string): Promise<void> {
  const place = ['reject-seal', 'confirm-seal'].includes(act) ? steps.length : steps.findIndex((step) => step === act);
  if (act === 'clear-enclosure') await encloseForAccused(admin, id, scan);
  const behind = steps.slice(0, Math.max(0, place));
  if (behind.length === 0) return;
  const particulars = Object.entries(texts).map(([field, text]) => ({ id: randomUUID(), kind: `draft-document.${field}`, text }));
  await admin.query('SET session_replication_role = replica');
  for (const { id: particular, kind, text } of particulars)
    await admin.query(
      `INSERT INTO health.particulars (id, case_id, city, kind, value, salt, commitment) VALUES ($1, $2, 'beijing', $3, $4, '', '')`,
      [particular, id, kind, JSON.stringify(text)],
    );
  for (const [at, step] of behind.entries())
    await admin.query(
      `INSERT INTO health.journal (id, city, case_id, version, procedure, act, clause, post, recorded_at, effective_at, detail, particulars, hash)
    VALUES ($1, 'beijing', $2, $3, 'letter', $4, 'documents-issue', $4, lianxi.lianxi_now(), lianxi.lianxi_now(), $5, $6, '')`,
      [
        randomUUID(),
        id,
        at - 10,
        step,
        JSON.stringify({ person: `of-${step}`, kind: 'reply', scan }),
        JSON.stringify(step === 'draft-document' ? particulars.map((each) => ({ id: each.id })) : []),
      ],
    );
  if (behind.includes('number-document'))
    await admin.query(
      `INSERT INTO health.letter_numbers (body, year, serial, city, case_id, drawn_at) SELECT 'bj-health', 2001, 1 + count(*), 'beijing', $1, lianxi.lianxi_now() FROM health.letter_numbers WHERE year = 2001`,
      [id],
    );
  await admin.query('RESET session_replication_role');
}

/** To the accused side, with a paper enclosed that nobody else has looked at. */
async function encloseForAccused(admin: Client, id: string, paper: string): Promise<void> {
  for (const [at, act, detail] of [
    [-20, 'ask', { side: 'accused' }],
    [-19, 'add-paper', { papers: [{ id: paper, kind: 'enclosure' }] }],
  ] as const)
    await admin.query(
      `INSERT INTO health.history (id, city, case_id, version, procedure, act, clause, post, recorded_at, effective_at, detail, hash, service)
    VALUES ($1, 'beijing', $2, $3, 'letter', $4, 'documents-24', 'p', lianxi.lianxi_now(), lianxi.lianxi_now(), $5, '', 'health')`,
      [randomUUID(), id, at, act, JSON.stringify({ person: 'somebody', ...detail })],
    );
}
