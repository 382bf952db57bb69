import type { PastAct } from '../procedure/procedure';

/** How an appeal ends. */
export const appealResults = [
  { code: 'upheld', label: { zh: '维持原处理决定', en: 'Upheld' } },
  { code: 'changed', label: { zh: '变更处理措施', en: 'Changed' } },
  { code: 'revoked', label: { zh: '撤销原处理决定', en: 'Revoked' } },
] as const;
export type AppealResult = (typeof appealResults)[number]['code'];

/** What an appeal makes of one measure: it is lifted, or ends earlier. There is nothing heavier. */
export interface MeasureChange {
  readonly place: number;
  readonly change: 'lift' | 'shorten';
  readonly to?: string;
}

/** What is proposed as things stand; of one measure the last proposal counts, and one that was dropped does not. */
export function proposedChanges(past: readonly PastAct[]): MeasureChange[] {
  const byPlace = new Map<number, MeasureChange>();
  for (const { act, detail } of past) {
    const place = Number(detail['place']);
    if (act === 'propose-change')
      byPlace.set(place, {
        place,
        change: detail['change'] === 'lift' ? 'lift' : 'shorten',
        ...(typeof detail['to'] === 'string' ? { to: detail['to'] } : {}),
      });
    if (act === 'drop-change') byPlace.delete(place);
  }
  return [...byPlace.values()].sort((one, other) => one.place - other.place);
}
