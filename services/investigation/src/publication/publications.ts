import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import {
  erasedGround,
  publicationKinds,
  shownCount,
  withdrawalGrounds,
  type DecisionFigure,
  type Label,
  type Publication,
  type PublicationPage,
} from '@lianxi/casework';
import { COURIER_POOL, inTransaction } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly on: string;
  readonly title: string | null;
  readonly summary: string | null;
  readonly withdrawn: string | null;
  readonly ground: string | null;
}

const pageSize = 20;

/** What was made public, for anybody: read by the login that carries, since whoever asks holds no post. */
@Injectable()
export class Publications {
  constructor(@Inject(COURIER_POOL) private readonly pool: Pool) {}

  /** The latest first. `after` is what an earlier page gave as `next`. */
  page(city: string, kind: string | undefined, after: string | undefined): Promise<PublicationPage> {
    const [day, id] = after?.split('_') ?? [];
    return inTransaction(this.pool, undefined, async (tx) => {
      const rows = await tx.rows<Row>(
        'publications-page',
        `SELECT case_id::text AS id, kind, body, published_on::text AS "on", title, summary, withdrawn_on::text AS withdrawn, ground FROM publications
        WHERE city = $1 AND ($2::text IS NULL OR kind = $2) AND ($3::date IS NULL OR (published_on, case_id) < ($3::date, $4::uuid)) ORDER BY published_on DESC, case_id DESC LIMIT ${pageSize + 1}`,
        [city, kind ?? null, day ?? null, id ?? null],
      );
      const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
      return { publications: rows.slice(0, pageSize).map(shown), next: last ? `${last.on}_${last.id}` : null };
    });
  }

  /** Sealed cases are in no figure, and there is no sum from which a small one could be found. */
  figures(city: string): Promise<DecisionFigure[]> {
    return inTransaction(this.pool, undefined, async (tx) => {
      const rows = await tx.rows<{ year: number; field: string; decisions: number }>(
        'decision-figures',
        `SELECT extract(year FROM j.effective_at AT TIME ZONE 'Asia/Shanghai')::int AS year, f.field, count(DISTINCT c.id)::int AS decisions
        FROM cases c JOIN journal j ON j.case_id = c.id AND j.procedure = 'investigation' AND j.act = 'record-service', LATERAL jsonb_array_elements_text(c.facts -> 'fields') f(field)
        WHERE c.procedure = 'investigation' AND c.city = $1 AND c.mark <> 'sealed' GROUP BY 1, 2 ORDER BY 1 DESC, 2`,
        [city],
      );
      return rows.map(({ year, field, decisions }) => ({ year, field, decisions: shownCount(decisions) }));
    });
  }
}

const labelIn = (labels: readonly { readonly code: string; readonly label: Label }[], code: string | null): Label | undefined =>
  labels.find((each) => each.code === code)?.label;

const shown = ({ id, kind, body, on, title, summary, withdrawn, ground }: Row): Publication => ({
  id,
  kind,
  kindLabel: labelIn(publicationKinds, kind),
  body,
  bodyNames: register.findBody(body)?.names,
  publishedOn: on,
  title,
  summary,
  withdrawn: withdrawn === null ? null : { on: withdrawn, ground: labelIn([...withdrawalGrounds, erasedGround], ground) },
});
