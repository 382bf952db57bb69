import type { Actor, CaseRow, ClockRow, HandOverRow, JournalRow, LinkedWorkRow, PaperRow, Tx } from '@lianxi/chassis';
import { knownTo, readerValues } from '../sealed/named-people';
import { caseColumns, clockColumns, instant, journalColumns } from './case-columns';
import { closedToBody } from '../recusal/recused-bodies';

type Row<T> = T & Record<string, unknown>;

/** The case, locked until the transaction ends, or undefined when it is not there or not the asker's to see. */
export const findCaseLocked = (tx: Tx, id: string): Promise<CaseRow | undefined> =>
  tx.find<Row<CaseRow>>('case-locked', `SELECT ${caseColumns} FROM cases c WHERE c.id = $1 FOR UPDATE`, [id]);

/** Those of the cases that are here, locked. */
export const casesLocked = (tx: Tx, ids: readonly string[]): Promise<CaseRow[]> =>
  tx.rows<Row<CaseRow>>('cases-locked', `SELECT ${caseColumns} FROM cases c WHERE c.id = ANY ($1) ORDER BY c.id FOR UPDATE`, [ids]);

export const findCase = (tx: Tx, id: string): Promise<CaseRow | undefined> =>
  tx.find<Row<CaseRow>>('case', `SELECT ${caseColumns} FROM cases c WHERE c.id = $1`, [id]);

export const clocksOf = (tx: Tx, caseId: string): Promise<ClockRow[]> =>
  tx.rows<Row<ClockRow>>('clocks-of-case', `SELECT ${clockColumns} FROM clocks k WHERE k.case_id = $1 ORDER BY k.id`, [caseId]);

/** The same of many cases. */
export const clocksOfAll = (tx: Tx, caseIds: readonly string[]): Promise<ClockRow[]> =>
  tx.rows<Row<ClockRow>>('clocks-of-cases', `SELECT ${clockColumns} FROM clocks k WHERE k.case_id = ANY ($1) ORDER BY k.case_id, k.id`, [
    caseIds,
  ]);

/** Every act on the case, other services' first ones included, in order. */
export const actsOf = (tx: Tx, caseId: string): Promise<JournalRow[]> =>
  tx.rows<Row<JournalRow>>(
    'acts-of-case',
    `
    SELECT ${journalColumns('j')} FROM journal j WHERE j.case_id = $1 AND j.version IS NOT NULL
    UNION ALL SELECT ${journalColumns('h')} FROM history h WHERE h.case_id = $1 AND NOT EXISTS (SELECT 1 FROM journal o WHERE o.id = h.id)
    ORDER BY version`,
    [caseId],
  );

/** The same of many cases, each one's in order. */
export const actsOfAll = (tx: Tx, caseIds: readonly string[]): Promise<JournalRow[]> =>
  tx.rows<Row<JournalRow>>(
    'acts-of-cases',
    `
    SELECT ${journalColumns('j')} FROM journal j WHERE j.case_id = ANY ($1) AND j.version IS NOT NULL
    UNION ALL SELECT ${journalColumns('h')} FROM history h WHERE h.case_id = ANY ($1) AND NOT EXISTS (SELECT 1 FROM journal o WHERE o.id = h.id)
    ORDER BY case_id, version`,
    [caseIds],
  );

export const papersOf = (tx: Tx, caseId: string): Promise<PaperRow[]> =>
  tx.rows<Row<PaperRow>>(
    'papers-of-case',
    `
    SELECT p.id, p.case_id, p.city, p.owner_service, p.kind, p.dated::text AS dated, p.origin, p.media_type, p.size, p.sha256, p.name_particular,
           p.confidentiality, p.retention, ${instant('p.added_at')} FROM papers p WHERE p.case_id = $1 ORDER BY p.added_at, p.id`,
    [caseId],
  );

const handOverColumns = `h.id, h.side, h.case_id, h.city, h.kind, h.state, h.from_service, h.from_body, h.to_service, h.to_body, h.epoch, h.subject,
  ${instant('h.opened_at')}, ${instant('h.changed_at')}`;

export const handOversOf = (tx: Tx, caseId: string): Promise<HandOverRow[]> =>
  tx.rows<Row<HandOverRow>>(
    'hand-overs-of-case',
    `SELECT ${handOverColumns} FROM hand_overs h WHERE h.case_id = $1 ORDER BY h.opened_at, h.id`,
    [caseId],
  );

const workColumns = `w.id, w.case_id, w.city, w.procedure, w.state, w.final, w.of_version, w.service, w.body, w.subject, ${instant('w.asked_at')}, ${instant('w.changed_at')}`;

/** What the case asked other bodies to do, in the order it asked. */
export const worksOf = (tx: Tx, caseId: string): Promise<LinkedWorkRow[]> =>
  tx.rows<Row<LinkedWorkRow>>('works-of-case', `SELECT ${workColumns} FROM linked_work w WHERE w.case_id = $1 ORDER BY w.asked_at, w.id`, [
    caseId,
  ]);

export const findWork = (tx: Tx, id: string): Promise<LinkedWorkRow | undefined> =>
  tx.find<Row<LinkedWorkRow>>('work', `SELECT ${workColumns} FROM linked_work w WHERE w.id = $1`, [id]);

export const findHandOver = (tx: Tx, id: string, side: 'origin' | 'addressee'): Promise<HandOverRow | undefined> =>
  tx.find<Row<HandOverRow>>('hand-over', `SELECT ${handOverColumns} FROM hand_overs h WHERE h.id = $1 AND h.side = $2`, [id, side]);

/** An offer as its addressee sees it: also what the offering body wrote. */
export type OfferRow = HandOverRow & { readonly explanation: string | null };

export const offersTo = (tx: Tx, actor: Actor, after: string | null, limit: number): Promise<OfferRow[]> =>
  tx.rows<Row<OfferRow>>(
    'offers-to-body',
    `SELECT ${handOverColumns},
      (SELECT p.value #>> '{}' FROM particulars p WHERE p.case_id = h.case_id AND p.kind = 'offer-transfer.reasons' ORDER BY p.id DESC LIMIT 1) AS explanation FROM hand_overs h
    WHERE h.side = 'addressee' AND h.state = 'offered' AND h.to_body = $1 AND ($2::uuid IS NULL OR h.id > $2) AND ${knownTo(`coalesce(h.subject ->> 'mark', '')`, 'h.case_id', 4)} ORDER BY h.id LIMIT $3`,
    [actor.body, after, limit, ...readerValues(actor)],
  );

/** The parts a body has in a case; none for a person who is recused from it, or for a body that is. */
export const partsOf = (tx: Tx, caseId: string, body: string, person = ''): Promise<{ part: string }[]> =>
  tx.rows(
    'parts-of-body',
    `SELECT part FROM case_access a WHERE a.case_id = $1 AND a.body = $2 AND (a.until IS NULL OR a.until > lianxi_now())
    AND NOT EXISTS (SELECT 1 FROM recusals r WHERE r.case_id = a.case_id AND r.person = $3) AND a.case_id <> ALL (ARRAY(${closedToBody('$2', '$3')}))`,
    [caseId, body, person],
  );
