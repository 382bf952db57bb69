import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import {
  AccessLog,
  CONFIGURATION,
  inTransaction,
  OFFICER_POOL,
  readTerms,
  type Actor,
  type CaseRow,
  type Configuration,
} from '@lianxi/chassis';
import { instant } from '../cases/case-columns';
import { knownTo, readerValues } from '../sealed/named-people';
import { maskedName } from './masked-name';

/** A case that was found, with the title, unit and person by which it may have been. */
export interface FoundCase extends Record<string, unknown> {
  readonly id: string;
  readonly number: string | null;
  readonly kind: string;
  readonly procedure: string;
  readonly state: string;
  readonly standing: CaseRow['standing'];
  readonly holder: string;
  readonly interim: boolean;
  readonly assignedPost: string | null;
  readonly fields: readonly string[] | null;
  readonly title: string | null;
  readonly unit: string | null;
  /** Of a name only the first character. */
  readonly person: string | null;
  readonly filedAt: string;
}

/** `next` may be there on a page with few lines, or none: then what was filed before has not been looked through yet. */
export interface FoundPage {
  readonly lines: readonly FoundCase[];
  readonly next: string | null;
}

/** What one page looks through at most, so that terms that fit nothing cost no more than others. */
const lookedThrough = 20_000;

/** Nor does who stands in for somebody recused find it in that post. */
const holderRecused = (table: string): string =>
  `EXISTS (SELECT 1 FROM ${table} j WHERE j.case_id = c.id AND ((j.act = 'declare-recusal' AND j.detail ->> 'person' = $9) OR (j.act = 'order-recusal' AND j.detail ->> 'recused' = $9)))`;

/** `$1`–`$4` the reader, `$5` where the page before ended, `$6` the lines, `$7` the terms, `$8` the pattern of their pinyin, `$9` whom the reader stands in for. */
const search = `
  WITH reach AS MATERIALIZED (
    SELECT DISTINCT a.case_id FROM case_access a WHERE a.body = $1 AND (a.until IS NULL OR a.until > lianxi_now()) AND ($5::uuid IS NULL OR a.case_id < $5) ORDER BY a.case_id DESC LIMIT ${lookedThrough}),
  found AS (
    SELECT c.id, c.number, c.kind, c.procedure, c.state, c.standing, c.holder, c.interim, c.assigned_post AS "assignedPost", c.facts -> 'fields' AS fields, ${instant('c.filed_at', '"filedAt"')}, r.title, r.unit, r.person
    FROM reach JOIN cases c ON c.id = reach.case_id LEFT JOIN LATERAL (
      SELECT p.value ->> 'title' AS title, p.value ->> 'unitName' AS unit, p.value ->> 'partyName' AS person,
        concat_ws(E'\\n', p.words, lower(concat_ws(' ', p.value ->> 'title', p.value ->> 'unitName', p.value ->> 'partyName'))) AS words
      FROM particulars p WHERE p.case_id = c.id AND p.kind = 'report' ORDER BY p.id DESC LIMIT 1) r ON true
    WHERE (position($7 IN lower(c.number)) > 0 OR position($7 IN r.words) > 0 OR ($8::text IS NOT NULL AND r.words ~ $8))
      AND ${knownTo('c.mark', 'c.id', 1)} AND NOT ${holderRecused('journal')} AND NOT ${holderRecused('history')} ORDER BY c.id DESC LIMIT $6)
  SELECT (SELECT coalesce(jsonb_agg(to_jsonb(found)), '[]') FROM found) AS lines, (SELECT count(*)::int FROM reach) AS looked, (SELECT case_id FROM reach ORDER BY case_id LIMIT 1) AS last`;

interface Looked extends Record<string, unknown> {
  readonly lines: FoundCase[];
  readonly looked: number;
  readonly last: string | null;
}

/** Finds cases the reader may know of, the newest first. That they searched is on the record, of what they searched only a keyed hash. */
@Injectable()
export class SearchCases {
  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async find(given: string, actor: Actor, after: string | null, limit: number): Promise<FoundPage> {
    const { text, syllables } = readTerms(given);
    await this.accessLog.noteLook(
      'search',
      actor,
      null,
      createHmac('sha256', Buffer.from(this.configuration.LIANXI_RECEIPT_KEY, 'base64')).update(`search\n${text}`).digest('hex'),
    );
    const values = [...readerValues(actor), after, limit + 1, text, syllables, actor.forPerson ?? null];
    const {
      lines: found,
      looked,
      last,
    } = (await inTransaction(this.pool, actor, (tx) => tx.find<Looked>('search-cases', search, values))) ?? {
      lines: [],
      looked: 0,
      last: null,
    };
    const lines = found.map((line) => ({ ...line, person: line.person === null ? null : maskedName(line.person) }));
    if (lines.length > limit) return { lines: lines.slice(0, limit), next: lines[limit - 1]?.id ?? null };
    return { lines, next: looked === lookedThrough ? last : null };
  }
}
