const { default: Sequencer } = require('@jest/test-sequencer');

/** What takes more than a minute, longest first: begun last, it would keep one processor busy while the others have nothing left to do. */
const slow = [
  'browser/pages',
  'permissions/permissions',
  'browser/journeys',
  'running/add-department',
  'exports/manipulated-packages',
  'permissions/one-wall',
  'running/start-again',
  'exports/crash',
  'faults/faults',
  'routing/proof',
];
const rank = ({ path }) => {
  const place = slow.findIndex((name) => path.endsWith(`/test/${name}.spec.ts`));
  return place < 0 ? slow.length : place;
};

module.exports = class SlowFirst extends Sequencer {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((one, other) => rank(one) - rank(other));
  }
};
