/** Conditions that say in code what the policies of the tables say, too: `first` is the number of the parameter that holds the reader's post, the person follows. */
const isNamed = (of: string, first: number): string =>
  `EXISTS (SELECT 1 FROM index_named n WHERE n.case_id = ${of}.case_id AND n.post = $${first}::text AND n.person = $${first + 1}::text)`;

/** Nor does an office whose own staff is concerned. */
const isOpenToBody = (of: string): string =>
  `${of}.case_id <> ALL (ARRAY(SELECT b.case_id FROM recused_bodies b WHERE b.body = current_setting('lianxi.body', true)))`;

export const knownInIndex = (of: string, first: number): string =>
  `((${of}.mark <> 'sealed' OR ${isNamed(of, first)}) AND ${isOpenToBody(of)})`;

/** A lead must be named for a sealed case too, so the head of the office knows of it (the role is the third parameter). */
export const knownToOffice = (of: string, first: number): string =>
  `((${of}.mark <> 'sealed' OR $${first + 2}::text = 'head' OR ${isNamed(of, first)}) AND ${isOpenToBody(of)})`;
