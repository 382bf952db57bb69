/** What was typed, by the name of its field; `contact.`, `answer.` and `behalf.` go before what belongs together. */
export type Texts = Readonly<Record<string, string>>;

const reportNames = ['title', 'text', 'unitName', 'partyName', 'place', 'time'];

/** A filing as the services take it: what was left empty is absent. */
export function filingBody(texts: Texts, facts: Readonly<Record<string, unknown>>, isOfficial: boolean, files: readonly File[]): Record<string, unknown> {
  const said = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  const part = (prefix: string): Record<string, string> => Object.fromEntries(said.filter(([name]) => name.startsWith(prefix)).map(([name, text]) => [name.slice(prefix.length), text]));
  const orNothing = (name: string, members: Record<string, string>): Record<string, unknown> => (Object.keys(members).length === 0 ? {} : { [name]: members });
  return {
    facts, noStateSecrets: true,
    report: { ...Object.fromEntries(said.filter(([name]) => reportNames.includes(name))), ...orNothing('contact', part('contact.')), ...orNothing('answers', part('answer.')) },
    ...(isOfficial ? { onBehalf: part('behalf.') } : {}),
    ...(files.length === 0 ? {} : { papers: files.map(() => ({ kind: 'report-material', dated: texts['dated'] ?? '', origin: 'copy' })) }),
  };
}
