import { findViolation, violationCatalogueOn, violationCatalogues } from './violation-catalogue';

describe('the catalogues of violations', () => {
  it('follow each other by day, and one that began is not offered earlier', () => {
    const days = violationCatalogues.map(({ from }) => from);
    expect([...days].sort()).toEqual(days);
    expect(violationCatalogueOn(days[0] ?? '').id).toBe(violationCatalogues[0]?.id);
    expect(() => violationCatalogueOn('2023-11-30')).toThrow(RangeError);
  });

  it.each(
    violationCatalogues.flatMap(({ id, violations }) => violations.map((violation) => [`${id} ${violation.code}`, id, violation] as const)),
  )('%s says in both languages what is forbidden and where', (_name, id, violation) => {
    expect(violation.label.zh).toMatch(/\p{Script=Han}/u);
    expect(violation.label.en).not.toMatch(/\p{Script=Han}/u);
    expect(violation.section).toMatch(/^(第.+条|五\(四\))$/u);
    expect(violation.confirmed).toBe(violation.unsure === undefined);
    expect(
      violationCatalogues.find((catalogue) => catalogue.id === id)?.violations.filter(({ code }) => code === violation.code),
    ).toHaveLength(1);
    expect(findViolation(id, violation.code)).toBe(violation);
  });

  it('know no code that they do not hold', () => {
    expect([findViolation('2023-12', 'none'), findViolation('1999-01', 'other')]).toEqual([undefined, undefined]);
  });
});
