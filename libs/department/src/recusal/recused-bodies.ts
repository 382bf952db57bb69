import type { Tx } from '@lianxi/chassis';

const inOffice = `p.valid_from <= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date AND (p.valid_until IS NULL OR p.valid_until >= (lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date)`;

/** The cases of which a body may know nothing, nor a person who holds any post in it; `body` and `person` are parameters. Row-level security says the same. */
export const closedToBody = (body: string, person: string): string =>
  `SELECT b.case_id FROM recused_bodies b WHERE b.body = ${body} OR b.body IN (SELECT p.body FROM posts p WHERE p.person = ${person} AND ${inOffice})`;

/** Asked by the courier, which alone sees what concerns others. */
export const recusedBodyOf = async (tx: Tx, caseId: string): Promise<string | undefined> =>
  (await tx.find<{ body: string }>('recused-body-of-case', 'SELECT body FROM recused_bodies WHERE case_id = $1', [caseId]))?.body;
