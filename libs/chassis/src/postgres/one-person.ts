/** Everybody who is behind an act: who did it, and whose post it was done for. */
const behind = (row: string): string =>
  `array_remove(ARRAY[${row}.detail ->> 'person', (SELECT p.person FROM posts p WHERE p.id = ${row}.for_post)], NULL)`;
const posts = (row: string): string => `array_remove(ARRAY[${row}.post, ${row}.for_post], NULL)`;

/** SQL that says whether one person, or one post, is behind both rows of the journal. */
export const isOnePerson = (one: string, other: string): string =>
  `(${behind(one)} && ${behind(other)} OR ${posts(one)} && ${posts(other)})`;
