import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { courierChecks } from '@lianxi/chassis';
import { caseChecks } from '@lianxi/department';
import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'coordination', 'audit'] });
});
afterAll(() => lianxi.stop());

const administrator = 'bj-joint-office-system-administrator';
interface Check {
  readonly id: string;
  readonly label: { zh: string; en: string };
  readonly recipe: { zh: string; en: string };
  readonly subjects: string[];
}
const checks = async (): Promise<Check[]> => (await lianxi.get('health', '/v1/integrity', administrator)).body['checks'] as Check[];
const found = async (): Promise<Record<string, string[]>> =>
  Object.fromEntries((await checks()).filter(({ subjects }) => subjects.length > 0).map(({ id, subjects }) => [id, subjects]));
const sql = (text: string, ...values: unknown[]): Promise<{ rows: Record<string, unknown>[] }> => lianxi.admin.query(text, values);
const file = async (): Promise<string> => String((await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }))).body['caseId']);
const done = async (id: string, ...acts: readonly (readonly [string, string, Record<string, unknown>?])[]): Promise<string> => {
  for (const [act, as, form] of acts) {
    const { status, text } = await lianxi.act('health', id, act, as, form);
    expect([act, status, status === 200 ? '' : text]).toEqual([act, 200, '']);
  }
  return id;
};

/** A fault of each kind, planted as no program of ours can make it; each says which subject must be found. */
const plants: Readonly<Record<string, () => Promise<string>>> = {
  'case-without-holder': async () => {
    const id = await file();
    await sql(`UPDATE health.case_access SET until = lianxi.lianxi_now() WHERE case_id = $1`, id);
    return id;
  },
  'holder-without-people': async () => {
    const id = await file();
    await sql(`UPDATE health.cases SET holder = 'moe' WHERE id = $1`, id);
    await sql(`UPDATE health.case_access SET body = 'moe' WHERE case_id = $1 AND part = 'holder'`, id);
    return id;
  },
  'case-without-clock': async () => {
    const id = await file();
    await sql(`UPDATE health.clocks SET state = 'cancelled', fires_at = NULL WHERE case_id = $1`, id);
    await sql('UPDATE health.cases SET next_due_at = NULL WHERE id = $1', id);
    return id;
  },
  'clock-without-case': async () => {
    const id = await file();
    await sql(`UPDATE health.cases SET state = 'archived' WHERE id = $1`, id);
    return id;
  },
  'due-day-wrong': async () => {
    const id = await file();
    await sql(`UPDATE health.cases SET next_due_at = next_due_at + interval '1 day' WHERE id = $1`, id);
    return id;
  },
  'clock-not-fired': async () => {
    const id = await file();
    const {
      rows: [clock],
    } = await sql(
      `UPDATE health.clocks SET fires_at = lianxi.lianxi_now() - interval '6 minutes', rule = 'of-another-build' WHERE case_id = $1 RETURNING id`,
      id,
    );
    return String(clock?.['id']);
  },
  'history-broken': async () => {
    const id = await file();
    await sql(`UPDATE health.cases SET version = version + 1 WHERE id = $1`, id);
    return id;
  },
  'hand-over-late': async () => {
    const id = await file();
    await plantHandOver(id);
    return id;
  },
  'work-left-open': async () => {
    const id = await done(
      await file(),
      ['propose-void', 'bj-health-case-officer', { reasons: '示例' }],
      ['confirm-void', 'bj-health-head'],
    );
    await sql(
      `INSERT INTO health.linked_work (id, case_id, city, procedure, state, final, of_version, service, body, subject, asked_at, changed_at) VALUES ($1, $2, 'beijing', 'consultation', 'asked', false, 1, 'coordination', 'bj-stc', '{}', lianxi.lianxi_now(), lianxi.lianxi_now())`,
      randomUUID(),
      id,
    );
    return id;
  },
  'sealed-but-open': async () => {
    const id = await done(await file(), ['set-mark', 'bj-health-decider', { mark: 'sealed', reasons: '示例' }]);
    await sql('UPDATE health.case_access SET sealed = NULL WHERE case_id = $1', id);
    return id;
  },
  'sealed-without-reader': async () => {
    const id = await done(await file(), ['set-mark', 'bj-health-decider', { mark: 'sealed', reasons: '示例' }]);
    await sql(`UPDATE health.named_people SET person = 'left' WHERE case_id = $1`, id);
    await sql(
      `INSERT INTO health.named_people SELECT n.case_id, n.city, p.id, p.person, p.body, lianxi.lianxi_now(), lianxi.lianxi_now() FROM health.named_people n, health.posts p WHERE n.case_id = $1 AND p.id = 'bj-health-head'`,
      id,
    );
    return id;
  },
  'recusal-not-enforced': async () => {
    const id = await done(await file(), ['declare-recusal', 'bj-health-reviewer', { reasons: '示例' }]);
    await sql('DELETE FROM health.recusals WHERE case_id = $1', id);
    return id;
  },
  'merged-into-nothing': async () => {
    const [principal, id] = [await file(), await file()];
    await done(id, ['merge', 'bj-health-head', { principal, reasons: '示例' }]);
    await sql(`UPDATE health.case_merges SET unmerged_at = lianxi.lianxi_now() WHERE duplicate = $1`, id);
    return id;
  },
  'letter-number-lost': async () => {
    const [first, id] = [await file(), await file()];
    for (const each of [first, id])
      await sql(`INSERT INTO health.letter_numbers (case_id, city, body) VALUES ($1, 'beijing', 'bj-agri')`, each);
    await sql('DELETE FROM health.letter_numbers WHERE case_id = $1', first);
    return id;
  },
  'erased-is-back': async () => {
    const id = await file();
    await plantCertificate(id);
    return id;
  },
  'erased-paper-kept': async () => {
    const [id, paper] = [await file(), randomUUID()];
    // A file that cannot be removed: what is in its place is a directory.
    mkdirSync(join(lianxi.directory, 'papers', 'health', `${paper}.paper`), { recursive: true });
    await sql(
      `INSERT INTO health.papers (id, case_id, city, owner_service, kind, dated, origin, media_type, size, sha256, name_particular, added_at, erased_by) VALUES ($1, $2, 'beijing', 'health', 'evidence', '2026-01-05', 'copy', 'text/plain', 1, '', $1, lianxi.lianxi_now(), $3)`,
      paper,
      id,
      await plantCertificate(id),
    );
    await sql('DELETE FROM health.particulars WHERE case_id = $1', id);
    return paper;
  },
  'delivery-too-old': async () => {
    const id = randomUUID();
    await sql(
      `INSERT INTO health.delivery (id, city, receiver, kind, body, created_at, send_at) VALUES ($1, 'beijing', 'food', 'case-indexed@1', '{}', lianxi.lianxi_now() - interval '11 minutes', 'infinity')`,
      id,
    );
    return id;
  },
  'dead-letter': async () => {
    const id = randomUUID();
    await sql(
      `INSERT INTO health.dead_letters (id, sender, kind, envelope, reason, died_at) VALUES ($1, 'coordination', 'unreadable', '', 'unreadable', lianxi.lianxi_now())`,
      id,
    );
    return id;
  },
  'parked-too-long': async () => {
    const id = randomUUID();
    await sql(
      `INSERT INTO health.parked (sender, delivery_id, city, kind, envelope, reason, parked_at) VALUES ('coordination', $1, 'beijing', 'case-indexed@9', '{}', 'unknown-version', lianxi.lianxi_now() - interval '2 days')`,
      id,
    );
    return id;
  },
};
/** A certificate whose trigger did not run, as in a restored part of a backup. */
async function plantCertificate(caseId: string): Promise<string> {
  const id = randomUUID();
  await sql('SET session_replication_role = replica');
  await sql(
    `INSERT INTO health.journal (id, city, case_id, procedure, act, clause, recorded_at, effective_at, detail, hash) VALUES ($1, 'beijing', $2, 'matter', 'follow-erasure', 'retention-schedule', lianxi.lianxi_now() - interval '6 minutes', lianxi.lianxi_now(), '{}', '')`,
    id,
    caseId,
  );
  await sql('RESET session_replication_role');
  return id;
}
const plantHandOver = (id: string): Promise<unknown> =>
  sql(
    `INSERT INTO health.hand_overs (id, side, case_id, city, kind, state, from_service, from_body, to_service, to_body, epoch, subject, opened_at, changed_at)
  VALUES ($1, 'origin', $2, 'beijing', 'transfer', 'committed', 'health', 'bj-health', 'food', 'bj-food', 1, '{}', lianxi.lianxi_now(), lianxi.lianxi_now() - interval '6 minutes')`,
    randomUUID(),
    id,
  );

describe('what is looked for all the time', () => {
  it('is not found where work goes its way, over every kind of act', async () => {
    const [one, two, three] = [await file(), await file(), await file()] as const;
    await done(one, ['register', 'bj-health-intake-officer'], ['request-supplement', 'bj-health-case-officer', { missing: '示例' }]);
    await done(
      two,
      ['register', 'bj-health-intake-officer'],
      ['screen', 'bj-health-case-officer'],
      ['accept', 'bj-health-decider'],
      ['assign', 'bj-health-head', { post: 'bj-health-case-officer' }],
      ['begin-handling', 'bj-health-case-officer'],
      ['conclude', 'bj-health-decider', { outcome: 'answered', summary: '示例' }],
      ['archive', 'bj-health-case-officer'],
    );
    await done(three, ['merge', 'bj-health-head', { principal: one, reasons: '示例' }]);
    await done(
      await file(),
      ['set-mark', 'bj-health-decider', { mark: 'sealed', reasons: '示例' }],
      ['escalate', 'bj-health-decider', { cause: 'other', dossier: '示例' }],
    );
    // What a look finds depends on when it began, so the same questions are put to the tables here, once nothing is under way.
    const all = ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
    await sql(`SET search_path = health, lianxi`);
    for (const { id, sql: text, bySlices } of [...caseChecks, ...courierChecks])
      expect([id, (await sql(text, ...(bySlices ? all : []))).rows]).toEqual([id, []]);
    await sql('RESET search_path');
    expect((await lianxi.get('health', '/health')).body['status']).toBe('ok');
  });

  it('is found when it is so: listed with a recipe, in metrics and in health, and gone once it is mended', async () => {
    expect(Object.keys(plants).sort()).toEqual([...caseChecks, ...courierChecks].map(({ id }) => id).sort());
    const planted = new Map<string, string>();
    for (const [check, plant] of Object.entries(plants)) planted.set(check, await plant());
    await waitFor(
      'each is found',
      async () => {
        const now = await found();
        return [...planted].every(([check, subject]) => now[check]?.includes(subject));
      },
      40_000,
    );
    expect((await lianxi.get('health', '/v1/integrity', administrator)).body['whole']).toBe(false);
    for (const { label, recipe } of await checks())
      for (const words of [label, recipe]) expect([words.zh.length > 4, words.en.length > 8]).toEqual([true, true]);
    const { text } = await lianxi.get('health', '/metrics', administrator);
    for (const check of planted.keys())
      expect(text).toMatch(new RegExp(`lianxi_integrity_faults\\{check="${check}",service="health"\\} [1-9]`));
    const { body } = await lianxi.get('health', '/health');
    expect(body['status']).toBe('degraded');
    expect(JSON.stringify(body['reasons'])).toContain('case-without-clock: ');
    await sql('DELETE FROM health.delivery WHERE id = $1', planted.get('delivery-too-old'));
    await sql('UPDATE health.dead_letters SET replayed_at = lianxi.lianxi_now() WHERE id = $1', planted.get('dead-letter'));
    await sql(`UPDATE health.case_access SET until = NULL WHERE case_id = $1`, planted.get('case-without-holder'));
    await waitFor(
      'what was mended is gone',
      async () => {
        const now = await found();
        return ['delivery-too-old', 'dead-letter', 'case-without-holder'].every((check) => !now[check]?.includes(planted.get(check) ?? ''));
      },
      40_000,
    );
  });

  it('is for the system administrator, and each kind has its recipe in the handbook', async () => {
    for (const path of ['/v1/integrity', '/v1/deliveries'])
      expect([path, (await lianxi.get('health', path)).status, (await lianxi.get('health', path, 'bj-health-head')).status]).toEqual([
        path,
        401,
        403,
      ]);
    const handbook = readFileSync(join(__dirname, '../../docs/operations.md'), 'utf8');
    for (const { id, recipe } of [...caseChecks, ...courierChecks])
      expect([id, handbook.includes(`\`${id}\``), handbook.includes(recipe.en), handbook.includes(recipe.zh)]).toEqual([
        id,
        true,
        true,
        true,
      ]);
  });
});

describe('what is owed to others', () => {
  it('is listed with how long it has waited, without what it says', async () => {
    await lianxi.file('health', healthMatter({ receivedBy: 'bj-health', fields: ['agriculture'] }), { report: { title: '示例密语' } });
    const { body, text } = await lianxi.get('health', '/v1/deliveries', administrator);
    expect(
      (body['receivers'] as { receiver: string; owed: number; oldestSeconds: number }[]).find(({ receiver }) => receiver === 'agriculture'),
    ).toMatchObject({ owed: expect.any(Number), oldestSeconds: expect.any(Number) });
    expect((body['oldest'] as { kind: string }[]).length).toBeGreaterThan(0);
    expect(text).not.toContain('示例');
  });
});
