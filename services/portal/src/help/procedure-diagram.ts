import { instance, type Viz } from '@viz-js/viz';
import type { Label } from '@lianxi/casework';
import type { ProcedureView } from './procedure-view';

export type Language = keyof Label;

let drawing: Promise<Viz> | undefined;
const drawn = new Map<string, Promise<string>>();

/** The procedure's states and the acts between them as SVG; drawn once. Acts that leave the state as it is stand in the table alone. */
export function diagramOf(view: ProcedureView, language: Language): Promise<string> {
  const key = `${view.id} ${language}`;
  const known =
    drawn.get(key) ??
    (async () => (await (drawing ??= instance())).renderString(dotOf(view, language), { format: 'svg' }).replaceAll(room, ''))();
  drawn.set(key, known);
  return known;
}

/** Whoever lays it out knows the widths of Latin letters only, and those of another font: room is made for what is wider, and taken out again. */
const room = '\u2002';
const wide = (text: string): string => text.replaceAll(/[\u3000-\u9fff\uff00-\uffef]|\b\w{5}/g, (letters) => `${letters}${room}`);
const quoted = (...lines: readonly string[]): string => `"${lines.map((line) => line.replaceAll(/["\\]/g, '')).join('\\n')}"`;

function dotOf({ states, acts }: ProcedureView, language: Language): string {
  const nodes = states.map(
    ({ state, label, final }) => `${quoted(state)} [label=${quoted(wide(label[language]))}${final ? ', peripheries=2' : ''}]`,
  );
  const ways = new Map<string, Set<string>>();
  for (const { from, to, label } of acts) {
    if (to === 'same' || to === 'resume') continue;
    for (const state of from) {
      const way = `${quoted(state)} -> ${quoted(to)}`;
      if (state !== to) ways.set(way, (ways.get(way) ?? new Set()).add(wide(label[language])));
    }
  }
  const edges = [...ways].map(([way, labels]) => `${way} [label=${quoted(...labels)}]`);
  return `digraph { rankdir=TB; ranksep=0.45; nodesep=0.3; bgcolor="transparent"; node [shape=box, style="rounded,filled", fillcolor="#eef4fc", color="#0b57b7", fontname="Helvetica,Arial,sans-serif", fontsize=13, margin="0.2,0.08"]; edge [color="#5f6b7a", fontname="Helvetica,Arial,sans-serif", fontsize=11, fontcolor="#374151", arrowsize=0.7]; ${[...nodes, ...edges].join('; ')} }`;
}
