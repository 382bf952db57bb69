import { problems, type Actor, type ReceivedPaper } from '@lianxi/chassis';
import type { FileOnBehalfForm } from './file-matter.dto';
import type { Filing } from './file-matter';

/** Roles that may take in a letter, a call, a visit or what another authority sends. */
export const filersOnBehalf: readonly string[] = [
  'intake-officer',
  'case-officer',
  'reviewer',
  'decider',
  'head',
  'coordinator',
  'secretary',
];
export const mayFileOnBehalf = (actor: Actor | undefined): boolean => actor !== undefined && filersOnBehalf.includes(actor.role);

/** An officer's filing for somebody else: it arrived at the officer's own desk, and at no other. Throws a 400 problem otherwise. */
export function fileAs(actor: Actor, form: FileOnBehalfForm, key: string, papers: readonly ReceivedPaper[]): Filing {
  if (form.facts['receivedBy'] !== undefined && form.facts['receivedBy'] !== actor.body)
    throw problems.formRefused({ field: 'facts.receivedBy', allowed: [actor.body] });
  if ((form.onBehalf.note ?? '').trim() === '' && papers.length === 0)
    throw problems.formRefused({ field: 'onBehalf.note', details: { rule: 'scan-or-note' } });
  const forPost = actor.forPost === undefined ? {} : { forPost: actor.forPost };
  return {
    form: { ...form, facts: { ...form.facts, receivedBy: actor.body } },
    key,
    actor: actor.person,
    post: actor.post,
    papers,
    ...forPost,
  };
}
