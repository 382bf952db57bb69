import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Label } from '@lianxi/casework';
import { AccessLog, CONFIGURATION, inTransaction, OFFICER_POOL, problems, type Actor, type Configuration, type Tx } from '@lianxi/chassis';
import { instant } from '@lianxi/department';
import { lookLabels } from './look-labels';
import { inspectingOf, type Inspecting } from './inspecting-posts';

/** A look at a case, or a refused attempt at one. */
export interface Look extends Record<string, unknown> {
  readonly id: string;
  readonly at: string;
  readonly look: string;
  readonly label?: Label;
  readonly service: string;
  readonly post: string | null;
  readonly body: string | null;
  /** Until when the body that holds the case is not shown it; null for what it sees. Only auditors are told. */
  readonly hiddenUntil?: string | null;
  /** Whether the office said that so many days are its practice. */
  readonly daysConfirmed?: boolean;
}

export interface LooksPage {
  readonly lines: readonly Look[];
  readonly next: string | null;
}

/** A look by an inspecting post that neither was released nor lies long enough back. */
export const hiddenLook = (
  look: string,
  inspecting: Inspecting,
): string => `(EXISTS (SELECT 1 FROM posts p WHERE p.id = ${look}.content ->> 'post' AND (p.role = ANY ('{${inspecting.roles.join(',')}}') OR p.body = ANY ('{${inspecting.bodies.join(',')}}')))
  AND NOT EXISTS (SELECT 1 FROM look_releases x WHERE x.case_id = ${look}.case_id AND x.city = ${look}.city AND x.released_at >= ${look}.recorded_at)
  AND ${look}.recorded_at + interval '${inspecting.hiddenDays} days' > lianxi_now())`;

const versionedAct = `r.case_id = $1 AND r.city = $2 AND r.kind = 'journal' AND r.content ->> 'version' IS NOT NULL`;

/** Whose the case is by its acts: what other bodies reported of their work on it stands among them, and makes it nobody else's. */
const holderOf = `SELECT CASE WHEN r.content ->> 'procedure' = 'designation' THEN r.content -> 'detail' ->> 'lead' ELSE r.content ->> 'body' END AS body FROM recorded_rows r
  WHERE ${versionedAct} AND (r.act IN ('file', 'ask', 'receive') OR (r.content ->> 'procedure' = 'designation' AND r.act = 'carry-out') OR (r.content ->> 'post' IS NOT NULL
    AND r.content ->> 'procedure' = (SELECT o.content ->> 'procedure' FROM recorded_rows o WHERE o.case_id = $1 AND o.city = $2 AND o.kind = 'journal' AND o.content ->> 'version' = '1' LIMIT 1)))
  ORDER BY (r.content ->> 'epoch')::int DESC, r.act IN ('file', 'ask'), (r.content ->> 'version')::int DESC LIMIT 1`;

const pageFor = (
  inspecting: Inspecting,
): string => `SELECT l.row_id AS id, ${instant('l.recorded_at', 'at')}, l.act AS look, l.service, l.content ->> 'post' AS post, l.body,
    CASE WHEN ${hiddenLook('l', inspecting)} THEN to_char((l.recorded_at + interval '${inspecting.hiddenDays} days') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') END AS "hiddenUntil"
  FROM recorded_rows l WHERE l.case_id = $1 AND l.city = $7 AND l.kind = 'access' AND ($2 OR NOT ${hiddenLook('l', inspecting)}) AND ($3::text IS NULL OR l.content ->> 'post' = $3) AND ($8::text IS NULL OR (l.act = 'paper-opened' AND l.content ->> 'terms_hash' = $8))
    AND ($4::timestamptz IS NULL OR (l.recorded_at, l.row_id) > ($4::timestamptz, $5::uuid)) ORDER BY l.recorded_at, l.row_id LIMIT $6`;

/** Who saw what of a case, whichever service it lay in: auditors see all of it, the head of the body that holds the case what is not hidden. */
@Injectable()
export class ReadLooks {
  private readonly inspecting: Inspecting;
  private readonly page: string;

  constructor(
    @Inject(OFFICER_POOL) private readonly pool: Pool,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.inspecting = inspectingOf(configuration);
    this.page = pageFor(this.inspecting);
  }

  /** Throws a 404 problem for a case that is not the asker's to know of, which is on the record as a denial. Reading the report is itself a look. */
  async read(
    caseId: string,
    { post, paper }: { readonly post: string | null; readonly paper: string | null },
    after: { at: string; id: string } | null,
    limit: number,
    actor: Actor,
  ): Promise<LooksPage> {
    const found = await inTransaction(this.pool, actor, async (tx) => {
      const seesAll = actor.role === 'auditor';
      if (!(await isTheirs(tx, caseId, seesAll, actor))) return undefined;
      return tx.rows<Look>('looks-page', this.page, [
        caseId,
        seesAll,
        post,
        after?.at ?? null,
        after?.id ?? null,
        limit + 1,
        actor.city,
        paper,
      ]);
    });
    if (!found) {
      await this.accessLog.noteDenial(actor, caseId);
      throw problems.notFound();
    }
    await this.accessLog.noteLook('case-opened', actor, caseId);
    const lines = found.slice(0, limit).map((look) => ({ ...look, label: lookLabels[look.look as keyof typeof lookLabels] }));
    const last = lines.at(-1);
    return {
      lines:
        actor.role === 'auditor'
          ? lines.map((look) => (look.hiddenUntil === null ? look : { ...look, daysConfirmed: this.inspecting.confirmed }))
          : lines.map(({ hiddenUntil: _hidden, ...look }) => look as Look),
      next: found.length > limit && last ? `${last.at}~${last.id}` : null,
    };
  }
}

/** An auditor's: any case of the city. A head's: the case that its body holds, and which it could open itself: of a sealed one only those named know. */
async function isTheirs(tx: Tx, caseId: string, seesAll: boolean, { body, post, city }: Actor): Promise<boolean> {
  if (seesAll)
    return (
      (await tx.find('known-case', `SELECT 1 AS yes FROM recorded_rows r WHERE ${versionedAct} LIMIT 1`, [caseId, city])) !== undefined
    );
  const holder = await tx.find<{ body: string | null }>('holding-body', holderOf, [caseId, city]);
  const own = await tx.find(
    'own-look',
    `SELECT 1 AS yes FROM recorded_rows r WHERE r.case_id = $1 AND r.kind = 'access' AND r.act = 'case-opened' AND r.service <> 'audit' AND r.content ->> 'post' = $2 LIMIT 1`,
    [caseId, post],
  );
  return holder?.body === body && own !== undefined;
}
