import { ActRefused } from '../errors/domain-error';
import { checkForm, type CheckedForm } from './check-form';
import { findGuard } from './guards';
import type { ActRow, ClockStep, Form, Procedure, Standing, Subject } from './procedure';

/** An act that may be done: what the service must now write, in one transaction. */
export interface Performed {
  readonly act: string;
  readonly from: string;
  readonly to: string;
  readonly clause: string;
  readonly clocks: readonly ClockStep[];
  readonly effect: string | undefined;
  readonly form: CheckedForm;
}

/**
 * May this post do this act on this subject now? The only place that decides it: what the API accepts and what the pages
 * offer both ask here. Throws {@link ActRefused} with the reason and what would be allowed, or FormRefused.
 */
export function perform(procedure: Procedure, subject: Subject, standing: Standing, act: string, form: Form): Performed {
  const rows = procedure.acts.filter((row) => row.act === act && !row.byCourier);
  if (rows.length === 0) throw new ActRefused('unknown-act', { field: 'act', allowed: namesOf(actsAllowed(procedure, subject, standing)) });
  const refusals = rows.map((row) => whyNot(row, subject, standing));
  const place = refusals.indexOf(undefined);
  if (place < 0)
    throw new ActRefused(refusals.find((code) => code !== 'wrong-state') ?? refusals[0] ?? 'refused', {
      field: 'act',
      allowed: namesOf(actsAllowed(procedure, subject, standing)),
    });
  const row = rows[place] as ActRow;
  const checked = checkForm(row, form);
  refuseRecusedBody(row, subject, form);
  const refused = row.guards?.map((id) => findGuard(id)?.refuse(subject, standing, form)).find((code) => code !== undefined);
  if (refused !== undefined) throw new ActRefused(refused, { field: 'act' });
  return {
    act,
    from: subject.state,
    to: targetOf(row, subject),
    clause: row.clause,
    clocks: row.clocks ?? [],
    effect: row.effect,
    form: checked,
  };
}

/** The acts this post may do now, each with its form, clause and consequence. */
export function actsAllowed(procedure: Procedure, subject: Subject, standing: Standing): ActRow[] {
  return procedure.acts.filter((row) => !row.byCourier && whyNot(row, subject, standing) === undefined);
}

function whyNot(row: ActRow, subject: Subject, standing: Standing): string | undefined {
  const { actor, parts } = standing;
  if ([actor.person, actor.forPerson].some((person) => person !== undefined && subject.facts.recused.includes(person))) return 'recused';
  if (!row.parts.some((part) => parts.includes(part))) return 'wrong-part';
  if (!row.byReporter && !(row.roles as readonly string[]).includes(actor.role)) return 'wrong-role';
  if (!row.from.includes(subject.state)) return 'wrong-state';
  if (subject.interim && !row.interim && parts.includes('holder')) return 'interim-holder';
  if (!row.whileRecused && subject.facts.recusedBodies?.includes(actor.body) === true) return 'body-recused';
  for (const id of row.guards ?? []) {
    const guard = findGuard(id);
    if (!guard) return 'guard-unknown';
    const code = guard.readsForm ? undefined : guard.refuse(subject, standing, {});
    if (code !== undefined) return code;
  }
  return undefined;
}

/** Nothing is asked of, or given to, a body whose own staff is concerned. */
function refuseRecusedBody({ form: fields = [], whileRecused }: ActRow, { facts: { recusedBodies = [] } }: Subject, form: Form): void {
  const field = fields.find(({ name, type }) => type === 'body' && recusedBodies.includes(String(form[name])));
  if (field && (whileRecused !== true || field.name === 'toBody')) throw new ActRefused('body-recused', { field: `form.${field.name}` });
}

function targetOf(row: ActRow, subject: Subject): string {
  if (row.to === 'same') return subject.state;
  return row.to === 'resume' ? (subject.resumesIn ?? subject.state) : row.to;
}

const namesOf = (rows: readonly ActRow[]): string[] => rows.map(({ act }) => act);
