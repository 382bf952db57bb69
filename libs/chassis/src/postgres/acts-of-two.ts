/** An act that a second person does to what a first one did, or a third one to what two did (a row for each); of which procedure, where the same words mean something else in another. */
export interface ActOfTwo {
  readonly act: string;
  readonly first: string;
  readonly procedure?: string;
}

/** What the database itself refuses to one person; the tables' acts of two are compared with it. A further one needs a migration that calls `refuseOnePerson` with all of them. */
export const actsOfTwo: readonly ActOfTwo[] = [
  { act: 'confirm-void', first: 'propose-void' },
  { act: 'approve-reopen', first: 'request-reopen' },
  { act: 'confirm-erasure', first: 'propose-erasure' },
  { act: 'lift-hold', first: 'propose-lift-hold' },
  { act: 'approve-summary', first: 'write-summary' },
  { act: 'approve-plan', first: 'propose-plan' },
  { act: 'end-without-finding', first: 'propose-ending' },
  { act: 'decide-result', first: 'propose-result' },
  { act: 'uphold-declining', first: 'decline' },
  { act: 'take-up-after-objection', first: 'decline' },
  { act: 'apply-outside-result', first: 'record-outside-result' },
  { act: 'check-publication', first: 'draft-publication' },
  { act: 'publish', first: 'draft-publication' },
  { act: 'publish', first: 'check-publication' },
  { act: 'lift-audit-hold', first: 'propose-lift-audit-hold' },
  { act: 'sign', first: 'propose', procedure: 'edition' },
  { act: 'approve', first: 'ask', procedure: 'export' },
];

const quoted = (words: readonly string[]): string => [...new Set(words)].map((word) => `'${word}'`).join(', ');
const isOne = ({ act, procedure }: ActOfTwo): string =>
  procedure === undefined ? `of_act = '${act}'` : `of_procedure = '${procedure}' AND of_act = '${act}'`;
const firstStepsOf = (acts: readonly ActOfTwo[], { act, procedure }: ActOfTwo): string =>
  quoted(acts.filter((each) => each.act === act && each.procedure === procedure).map(({ first }) => first));

/** The SQL that holds a schema to them, from now on. */
export const refuseOnePerson = (acts: readonly ActOfTwo[]): string[] => [
  `CREATE OR REPLACE FUNCTION first_steps_of(of_procedure text, of_act text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$ SELECT CASE
     ${acts.map((each) => `WHEN ${isOne(each)} THEN ARRAY[${firstStepsOf(acts, each)}]`).join(' ')} END $$`,
  `CREATE OR REPLACE TRIGGER an_act_of_two_takes_two_people BEFORE INSERT ON journal FOR EACH ROW
     WHEN (NEW.act IN (${quoted(acts.map(({ act }) => act))}) AND first_steps_of(NEW.procedure, NEW.act) IS NOT NULL) EXECUTE FUNCTION refuse_act_of_one_person()`,
];
