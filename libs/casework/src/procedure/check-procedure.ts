import { findClockRule } from '../clock/clock-rules';
import { ProcedureFaulty } from '../errors/domain-error';
import { findClause } from '../tables/clauses';
import { findGuard } from './guards';
import type { Procedure } from './procedure';

/** Refuses a table that contradicts itself, naming the row: unknown words, states nobody reaches, states without a way out. */
export function checkProcedure(procedure: Procedure): Procedure {
  checkWords(procedure);
  const reached = reachable(procedure);
  for (const [state, { final }] of Object.entries(procedure.states)) {
    if (!reached.has(state)) throw faulty(procedure, 'state-unreachable', state);
    const hasExit = procedure.acts.some((row) => row.from.includes(state) && row.to !== 'same' && row.to !== state);
    if (!final && !hasExit) throw faulty(procedure, 'state-without-exit', state);
  }
  return procedure;
}

function checkWords(procedure: Procedure): void {
  const known = (state: string): boolean => Object.hasOwn(procedure.states, state);
  for (const state of procedure.initial) if (!known(state)) throw faulty(procedure, 'state-unknown', state);
  for (const [name, { clock }] of Object.entries(procedure.states))
    if (clock !== undefined && !findClockRule(clock)) throw faulty(procedure, 'clock-unknown', name);
  for (const row of procedure.acts) {
    const stranger = [...row.from, ...(['same', 'resume'].includes(row.to) ? [] : [row.to])].find((state) => !known(state));
    if (stranger !== undefined) throw faulty(procedure, 'state-unknown', `${row.act}: ${stranger}`);
    if (!findClause(row.clause)) throw faulty(procedure, 'clause-unknown', `${row.act}: ${row.clause}`);
    if (row.guards?.some((id) => !findGuard(id))) throw faulty(procedure, 'guard-unknown', row.act);
    if (
      [...(row.clocks ?? []).map(({ clock }) => clock), ...(row.byClock === undefined ? [] : [row.byClock])].some(
        (clock) => !findClockRule(clock),
      )
    )
      throw faulty(procedure, 'clock-unknown', row.act);
    if (!row.byCourier && !row.byReporter && (row.roles.length === 0 || row.parts.length === 0))
      throw faulty(procedure, 'act-without-owner', row.act);
  }
}

function reachable({ initial, acts }: Procedure): Set<string> {
  const reached = new Set(initial);
  for (let size = -1; size !== reached.size;) {
    size = reached.size;
    for (const { from, to } of acts) if (to !== 'same' && to !== 'resume' && from.some((state) => reached.has(state))) reached.add(to);
  }
  return reached;
}

const faulty = (procedure: Procedure, code: string, where: string): ProcedureFaulty =>
  new ProcedureFaulty(code, { field: `${procedure.id}: ${where}` });
