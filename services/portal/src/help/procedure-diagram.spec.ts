import { procedures } from '@lianxi/casework';
import { diagramOf } from './procedure-diagram';
import { findProcedureView, type ProcedureView } from './procedure-view';

const textsIn = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
    text.replaceAll('&#39;', "'").replaceAll('&#45;', '-').replaceAll('&amp;', '&').replaceAll('&#160;', ' '),
  );

describe.each(procedures.map(({ id }) => [id, findProcedureView(id) as ProcedureView] as const))('the help for %s', (_id, view) => {
  it.each(['zh', 'en'] as const)('draws every state once and every act that changes one, in %s', async (language) => {
    const texts = textsIn(await diagramOf(view, language));
    for (const { label } of view.states) expect(texts).toContain(label[language]);
    for (const { to, from, label } of view.acts)
      if (!['same', 'resume'].includes(to) && from.some((state) => state !== to)) expect(texts).toContain(label[language]);
  });

  it('says of every act in words by whom it is done and where it rests', () => {
    for (const { who, clause, periods, label } of view.acts) {
      expect([label.zh, who.length > 0, clause !== undefined]).toEqual([label.zh, true, true]);
      expect(periods.every((period) => period.label.zh !== '' && !/^[a-z-]+$/.test(period.label.zh))).toBe(true);
    }
  });
});

it('is silent about a procedure that is not there', () => {
  expect(findProcedureView('nothing')).toBeUndefined();
});
