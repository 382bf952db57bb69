import type { PaperLine, TimelineLine } from '../api/views';

export interface Custody {
  /** Acts that name the paper, and those by which its case went into other hands since it came; the oldest first. */
  readonly acts: readonly TimelineLine[];
  /** Of evidence: the post it is with, null once it was given back; undefined of any other paper. */
  readonly keptBy: string | null | undefined;
  /** Whether the hash is the one that went on the record when it came; undefined where no act says so. */
  readonly isAsArrived: boolean | undefined;
}

/** What the record tells of a paper. */
export function custodyOf(timeline: readonly TimelineLine[], { id, sha256 }: Pick<PaperLine, 'id' | 'sha256'>): Custody {
  const names = ({ detail }: TimelineLine): boolean => JSON.stringify(detail).includes(id);
  const first = timeline.findIndex(names);
  const acts = timeline.filter(
    (act, place) => names(act) || (first >= 0 && place > first && (act.epoch ?? 0) > highestEpoch(timeline.slice(0, place))),
  );
  return { acts, keptBy: keeperOf(timeline, id), isAsArrived: hashAgrees(timeline, id, sha256) };
}

const highestEpoch = (acts: readonly TimelineLine[]): number => Math.max(0, ...acts.map(({ epoch }) => epoch ?? 0));

function hashAgrees(timeline: readonly TimelineLine[], id: string, sha256: string): boolean | undefined {
  const put = timeline
    .flatMap(({ detail }) => (Array.isArray(detail['papers']) ? (detail['papers'] as Readonly<Record<string, unknown>>[]) : []))
    .find((paper) => paper['id'] === id);
  return put === undefined ? undefined : put['sha256'] === sha256;
}

/** Evidence lies with whoever took it in or got it last; what is given back lies with nobody here. */
function keeperOf(timeline: readonly TimelineLine[], id: string): string | null | undefined {
  const last = timeline.findLast(({ detail }) => detail['evidence'] === id);
  if (last === undefined) return undefined;
  if (typeof last.detail['post'] === 'string') return last.detail['post'];
  return 'source' in last.detail ? last.post : null;
}
