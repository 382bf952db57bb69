import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { CasePageView } from '../api/views';
import { Pairs, Part } from '../frame/page';
import { dictionary, type TextName } from '../words/dictionary';
import { useSpeaker } from '../words/language';
import { useNames } from '../words/names';

/** What people wrote, under the names of the forms on which they wrote it. */
export function ReportedPart({ view }: { readonly view: CasePageView }): ReactNode {
  const { say, word } = useSpeaker();
  const { words } = useNames();
  const nameOf = (kind: string, name: string): string => {
    const [field = '', act = '', procedure = view.procedure] = kind.split('.').reverse();
    const asked = words.procedures[procedure]?.acts[act] ?? Object.values(words.procedures).find(({ acts }) => act in acts)?.acts[act];
    if (asked?.fields[field]) return `${word(asked.label)} · ${word(asked.fields[field].label)}`;
    // What was written at a hand-over is named by the procedure, whichever of its acts it was.
    const ofProcedure = words.procedures[act];
    const written = ofProcedure && Object.values(ofProcedure.acts).find(({ fields }) => field in fields)?.fields[field];
    if (written) return `${word(ofProcedure.label)} · ${word(written.label)}`;
    return name in dictionary ? say(name as TextName) : name;
  };
  const lines = view.particulars
    .filter(({ kind }) => kind !== 'paper-name')
    .flatMap(({ id, kind, value }) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value)
            .sort(byRank)
            .map(([name, text]) => ({
              id: `${id}${name}`,
              name: nameOf(kind, name),
              text: typeof text === 'string' ? text : inLines(text),
            }))
        : [{ id, name: nameOf(kind, kind), text: String(value) }],
    );
  const conduct = view.timeline.find(({ act }) => act === 'file')?.detail['conduct'] as
    { readonly catalogue: string; readonly codes: readonly string[] } | undefined;
  const catalogue = words.violations.find(({ id }) => id === conduct?.catalogue);
  const alleged = (conduct?.codes ?? []).map((code) => word(catalogue?.violations.find((each) => each.code === code)?.label, code));
  if (lines.length === 0 && alleged.length === 0) return null;
  const hasAsked = view.timeline.some(({ act }) => act === 'ask-identity');
  return (
    <Part title={say('reported')} extra={hasAsked ? <Link to="/identities">{say('identities')}</Link> : undefined}>
      <Pairs
        lines={[
          ...(alleged.length === 0 ? [] : [[say('conduct'), alleged.join('；')] as [string, string]]),
          ...lines.map(
            ({ id, name, text }) =>
              [
                name,
                <span key={id} className="said" data-said>
                  {text}
                </span>,
              ] as [string, ReactNode],
          ),
        ]}
      />
    </Part>
  );
}

/** A report begins with its title and its text; the rest follows as it was written. */
const byRank = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => rank(a) - rank(b);
const rank = (name: string): number => {
  const place = ['title', 'text'].indexOf(name);
  return place < 0 ? 2 : place;
};

const inLines = (value: unknown): string =>
  typeof value === 'object' && value !== null ? Object.values(value).map(String).join('\n') : String(value);
