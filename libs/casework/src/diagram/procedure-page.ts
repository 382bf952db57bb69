import type { ActRow, Procedure } from '../procedure/procedure';
import { findClause } from '../tables/clauses';

/** A procedure as a page for people: the state diagram and every act with who may do it and on which clause. */
export function procedurePage(procedure: Procedure): string {
  const heading = `# ${procedure.label.en} · ${procedure.label.zh}`;
  const note = 'Drawn from the table by `npm run procedures:draw`; do not edit.';
  return [heading, note, '```mermaid\n' + stateDiagram(procedure) + '\n```', actTable(procedure.acts)].join('\n\n') + '\n';
}

export function stateDiagram({ initial, states, acts }: Procedure): string {
  const id = (state: string): string => state.replaceAll('-', '_');
  const lines = Object.entries(states).map(([state, { label }]) => `  ${id(state)}: ${label.zh} ${label.en}`);
  const starts = initial.map((state) => `  [*] --> ${id(state)}`);
  const moves = acts
    .filter(({ to }) => to !== 'same')
    .flatMap(({ from, to, label }) =>
      to === 'resume' ? [] : from.filter((state) => state !== to).map((state) => `  ${id(state)} --> ${id(to)}: ${label.zh}`),
    );
  const ends = Object.entries(states)
    .filter(([, { final }]) => final)
    .map(([state]) => `  ${id(state)} --> [*]`);
  return ['stateDiagram-v2', ...lines, ...starts, ...moves, ...ends].join('\n');
}

function actTable(acts: readonly ActRow[]): string {
  const head = '| act | from | to | who | clause | clocks | guards |\n|---|---|---|---|---|---|---|';
  return [head, ...acts.map(actLine)].join('\n');
}

function actLine(row: ActRow): string {
  const clause = findClause(row.clause);
  const source = clause ? `${clause.instrument.zh} ${clause.section}${clause.confirmed ? '' : ' (unconfirmed)'}` : row.clause;
  const who = row.byCourier
    ? 'the courier'
    : row.byReporter
      ? 'the reporter, by the receipt'
      : `${row.parts.join(', ')}: ${row.roles.join(', ')}${row.interim ? ' (also interim)' : ''}`;
  const cells = [
    `${row.label.zh} \`${row.act}\``,
    row.from.join(', '),
    row.to,
    who,
    source,
    (row.clocks ?? []).map((step) => `${step.do} ${step.clock}`).join(', '),
    (row.guards ?? []).join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
}
