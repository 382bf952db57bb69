import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findActRow, procedures, roles, type Procedure } from '@lianxi/casework';
import * as casework from '@lianxi/casework';

const relations = ['own', 'co-handling', 'former-lead', 'foreign-body', 'other-city'] as const;
const [head = '', ...lines] = readFileSync(join(__dirname, '../permissions.csv'), 'utf8').trim().split('\n');
const rows = lines.map((line) => line.split(','));

/** Acts that a person does, by name; what the courier or a clock does by itself is nobody's permission, and a reporter has no role. */
const actsOf = (procedure: string): string[] => [
  ...new Set(
    procedures
      .find(({ id }) => id === procedure)
      ?.acts.filter(({ byCourier }) => !byCourier)
      .map(({ act }) => act),
  ),
];

describe('test/permissions.csv', () => {
  it('has a line for every act of every procedure and every role, once, and for nothing else', () => {
    expect(head).toBe(['procedure', 'act', 'role', ...relations].join(','));
    const wanted = procedures.flatMap(({ id }) => actsOf(id).flatMap((act) => roles.map((role) => `${id} ${act} ${role}`)));
    const found = rows.map(([procedure, act, role]) => `${procedure} ${act} ${role}`);
    expect([
      wanted.filter((each) => !found.includes(each)),
      found.filter((each) => !wanted.includes(each)),
      found.length - new Set(found).size,
    ]).toEqual([[], [], 0]);
  });

  it('says allowed or refused in each cell, and refuses everything to bodies without any part', () => {
    expect(rows.filter((cells) => cells.length !== 8 || !cells.slice(3).every((cell) => cell === 'allowed' || cell === 'refused'))).toEqual(
      [],
    );
    expect(rows.filter((cells) => cells.slice(6).some((cell) => cell !== 'refused'))).toEqual([]);
  });

  it('allows every act to somebody, but for those that only a reporter does', () => {
    const nobody = procedures.flatMap(({ id }) =>
      actsOf(id)
        .filter((act) => !rows.some(([procedure, name, , ...cells]) => procedure === id && name === act && cells.includes('allowed')))
        .map((act) => `${id} ${act}`),
    );
    expect(nobody.filter((each) => findActRow(each.split(' ')[0] ?? '', each.split(' ')[1] ?? '')?.byReporter !== true)).toEqual([]);
  });

  it('leaves out no table: each procedure that the library has is among those that tests, forms and diagrams are made from', () => {
    const isProcedure = (value: unknown): value is Procedure =>
      typeof value === 'object' && value !== null && 'acts' in value && 'initial' in value && 'states' in value;
    const exported = (Object.values(casework) as unknown[]).filter(isProcedure).map(({ id }) => id);
    expect(exported.length).toBeGreaterThan(5);
    expect(exported.filter((id) => !procedures.some((procedure) => procedure.id === id))).toEqual([]);
  });
});
