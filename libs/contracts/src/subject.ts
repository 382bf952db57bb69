/** Where a message goes: `v1.<city>.<from>.<to>.<kind>`; the broker lets a service publish only with its own name in `<from>`. */
export interface Subject {
  readonly city: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
}

export const subjectText = ({ city, from, to, kind }: Subject): string => `v1.${city}.${from}.${to}.${kind}`;

/** The parts of a subject, or undefined when it is none of ours. */
export function findSubject(text: string): Subject | undefined {
  const [scheme, city, from, to, kind, ...rest] = text.split('.');
  if (scheme !== 'v1' || !city || !from || !to || !kind || rest.length > 0) return undefined;
  return { city, from, to, kind };
}
