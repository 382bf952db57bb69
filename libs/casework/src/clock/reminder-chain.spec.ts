import { remindedPosts } from './reminder-chain';

const heads = ['head', 'head-acting'];

describe('a reminder of a period', () => {
  it.each([
    ['at half', 0.5, 'officer', [], ['officer']],
    ['at half, with a deputy', 0.5, 'officer', ['deputy'], ['officer', 'deputy']],
    ['at four fifths', 0.8, 'officer', [], ['officer', ...heads]],
    ['at four fifths, with a deputy', 0.8, 'officer', ['deputy'], ['officer', 'deputy']],
    ['at the end', 1, 'officer', [], ['officer', ...heads]],
    ['at the end, with a deputy', 1, 'officer', ['deputy'], ['officer', 'deputy', ...heads]],
    ['at half, of work that lies with nobody', 0.5, null, [], heads],
    ["at the end, of the head's own work", 1, 'head', [], heads],
    ['at half, of work whose post is not in force any more', 0.5, null, ['deputy'], heads],
  ])('%s goes to whoever has to act', (_when, share, holder, deputies, expected) => {
    expect(remindedPosts(share, { holder, deputies, heads })).toEqual(expected);
  });
});
