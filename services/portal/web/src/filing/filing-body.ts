/** What was typed, by the name of its field; `contact.`, `answer.`, `behalf.` and `conduct.` go before what belongs together; what is chosen of `conduct.` says from which catalogue. */
export type Texts = Readonly<Record<string, string>>;

const reportNames = ['title', 'text', 'unitName', 'partyName', 'place', 'time'];

/** A filing as the services take it: what was left empty is absent. */
export function filingBody(
  texts: Texts,
  facts: Readonly<Record<string, unknown>>,
  isOfficial: boolean,
  files: readonly unknown[],
): Record<string, unknown> {
  const said = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  const part = (prefix: string): Record<string, string> =>
    Object.fromEntries(said.filter(([name]) => name.startsWith(prefix)).map(([name, text]) => [name.slice(prefix.length), text]));
  const orNothing = (name: string, members: Record<string, string>): Record<string, unknown> =>
    Object.keys(members).length === 0 ? {} : { [name]: members };
  const chosen = Object.entries(facts['kind'] === 'violation' ? part('conduct.') : {});
  return {
    facts,
    noStateSecrets: true,
    ...(chosen.length === 0 ? {} : { conduct: { catalogue: chosen[0]?.[1], codes: chosen.map(([code]) => code) } }),
    report: {
      ...Object.fromEntries(said.filter(([name]) => reportNames.includes(name))),
      ...orNothing('contact', part('contact.')),
      ...orNothing('answers', part('answer.')),
    },
    ...(isOfficial ? { onBehalf: part('behalf.') } : {}),
    ...(files.length === 0 ? {} : { papers: files.map(() => ({ kind: 'report-material', dated: texts['dated'] ?? '', origin: 'copy' })) }),
  };
}
