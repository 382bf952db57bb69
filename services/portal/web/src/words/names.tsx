import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { WordsView } from '../api/views';
import { useSpeaker, type Label } from './language';

/** What codes of the services are called, in the reader's language. What nobody named is shown as its code. */
export interface Names {
  readonly words: WordsView;
  readonly body: (id: string | null | undefined) => string;
  readonly service: (id: string) => string;
  readonly role: (id: string) => string;
  /** A post as people know it: its body and role. */
  readonly post: (id: string | null, body?: string | null) => string;
  readonly state: (procedure: string, state: string | null) => string;
  readonly act: (procedure: string, act: string) => string;
  /** What was chosen in a field of an act's form. */
  readonly code: (procedure: string, act: string, field: string, code: string) => string;
  /** Why something was refused, by its code. */
  readonly refusal: (code: string) => string;
  readonly fact: (name: string) => string;
  readonly factValue: (name: string, value: unknown) => string;
}

const NamesContext = createContext<Names | null>(null);

export function NamesProvider({ words, children }: { readonly words: WordsView; readonly children: ReactNode }): ReactNode {
  const { word, say } = useSpeaker();
  const names = useMemo<Names>(() => {
    const bodies = new Map(words.bodies.map(({ id, names: called }) => [id, called]));
    const services = new Map(words.services.map(({ id, names: called }) => [id, called]));
    const body = (id: string | null | undefined): string => (id ? word(bodies.get(id) ?? unitOf(id), id) : '');
    const role = (id: string): string => word(words.roles[/^unit-contact/.exec(id)?.[0] ?? id], id);
    const factValue = (name: string, value: unknown): string => {
      if (Array.isArray(value)) return value.map((member) => factValue(name, member)).join(' · ');
      if (value === null) return say('none');
      if (value === 'unknown') return word(words.unknown);
      const called: Label | undefined = words.facts[name]?.codes[String(value)];
      return called ? word(called) : body(String(value));
    };
    return {
      words,
      body,
      role,
      factValue,
      service: (id) => word(services.get(id), id),
      post: (id, of) => {
        const known =
          of ?? words.bodies.filter((each) => id?.startsWith(`${each.id}-`)).sort((a, b) => b.id.length - a.id.length)[0]?.id ?? null;
        if (id === null) return known === null ? say('system') : body(known);
        return `${body(known)} ${role(known !== null && id.startsWith(`${known}-`) ? id.slice(known.length + 1) : id)}`.trim();
      },
      state: (procedure, state) => (state === null ? '' : word(words.procedures[procedure]?.states[state]?.label, state)),
      act: (procedure, act) => word(words.procedures[procedure]?.acts[act]?.label, act),
      code: (procedure, act, field, code) => word(words.procedures[procedure]?.acts[act]?.fields[field]?.codes?.[code], code),
      refusal: (code) => word(words.refusals[code], say('trouble')),
      fact: (name) => word(words.facts[name]?.label, name),
    };
  }, [words, word, say]);
  return <NamesContext.Provider value={names}>{children}</NamesContext.Provider>;
}

/** A unit is a party by its code: services know no name of it. */
function unitOf(id: string): Label | undefined {
  const code = /^unit-(.+)$/.exec(id)?.[1]?.toUpperCase();
  return code === undefined ? undefined : { zh: `单位 ${code}`, en: `Unit ${code}` };
}

export function useNames(): Names {
  const names = useContext(NamesContext);
  if (!names) throw new Error('No names are provided here.');
  return names;
}
