import { mayOpenSealed, type NamedPerson } from './may-open-sealed';

const head = { person: 'h', post: 'a-head', body: 'a', role: 'head' };
const officer = { person: 'o', post: 'a-officer', body: 'a', role: 'case-officer' };
const named = (change: Partial<NamedPerson> = {}): NamedPerson => ({
  person: 'o',
  post: 'a-officer',
  body: 'a',
  until: null,
  inOffice: true,
  ...change,
});

describe('who may know of a sealed case', () => {
  it.each([
    ['whoever is named, in that post', [named()], officer, true],
    ['the same person in another post: not named in it', [named()], { ...officer, post: 'a-other' }, false],
    ['who has the post after them: a person was named, not a post', [named({ person: 'earlier' })], officer, false],
    ['whoever was unnamed', [named({ until: '2026-01-05' })], officer, false],
    ['whoever was named again', [named({ until: '2026-01-05' }), named()], officer, true],
    ['a head who is not named, while somebody in office is', [named()], head, false],
    ['the head of a body of which nobody is named', [], head, true],
    ['the head of the body that got it, whoever is named at the body that had it', [named()], { ...head, body: 'b' }, true],
    ['the head, once whoever was named has left the post', [named({ inOffice: false })], head, true],
    [
      'a head who was unnamed, not even then',
      [named({ inOffice: false }), named({ person: 'h', post: 'a-head', until: '2026-01-05' })],
      head,
      false,
    ],
    ['an officer of a body of which nobody is named', [], officer, false],
  ] as const)('%s', (_who, people, reader, may) => {
    expect(mayOpenSealed(people, reader)).toBe(may);
  });
});
