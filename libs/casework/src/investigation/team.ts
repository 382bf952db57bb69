import type { PastAct } from '../procedure/procedure';

/** Who investigates: a person in the post in which they were named, and whether they have said that they have no interest in the case. */
export interface Member {
  readonly person: string;
  readonly post: string;
  readonly hasDeclared: boolean;
}

/** Law and practice want at least two to investigate, and never one alone. */
export const smallestTeam = 2;

/** Persons who may do nothing on the case: those who said so, those whom their head took off it, and those recused from the matter it was ordered for. */
export const recusedIn = (past: readonly PastAct[]): string[] =>
  past.flatMap(({ act, person, detail }) => {
    if (act === 'declare-recusal') return [String(person)];
    if (act === 'order-recusal') return [String(detail['recused'])];
    return act === 'ask' && Array.isArray(detail['recused']) ? detail['recused'].map(String) : [];
  });

/** The team as it stands. Whoever is recused is in it no more, and whoever was named anew declares anew. */
export function teamOf(past: readonly PastAct[]): Member[] {
  const team = new Map<string, Member>();
  for (const { act, person, detail } of past) {
    const member = String(detail['member']);
    if (act === 'add-member') team.set(member, { person: member, post: String(detail['post']), hasDeclared: false });
    if (act === 'remove-member') team.delete(member);
    const declaring = act === 'declare-no-interest' && person !== undefined ? team.get(person) : undefined;
    if (declaring) team.set(declaring.person, { ...declaring, hasDeclared: true });
  }
  for (const person of recusedIn(past)) team.delete(person);
  return [...team.values()];
}
