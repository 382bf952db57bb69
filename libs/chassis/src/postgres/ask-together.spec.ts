import * as fc from 'fast-check';
import { AskTogether } from './ask-together';

/** A database that answers a round only when told to. */
function slowDatabase(): {
  ask: (questions: readonly number[]) => Promise<readonly string[]>;
  rounds: (readonly number[])[];
  answer: (fail?: Error) => void;
} {
  const rounds: (readonly number[])[] = [];
  const waiting: ((fail?: Error) => void)[] = [];
  return {
    rounds,
    answer: (fail) => waiting.shift()?.(fail),
    ask: (questions) =>
      new Promise((resolve, reject) => {
        rounds.push(questions);
        waiting.push((fail) => {
          if (fail) reject(fail);
          else resolve(questions.map((each) => `answer to ${each}`));
        });
      }),
  };
}
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('questions of many to the database', () => {
  it('that come while others are being answered are put together, and each gets its own answer', async () => {
    const database = slowDatabase();
    const together = new AskTogether(database.ask);
    const first = together.answerTo(1);
    await settle();
    const others = [2, 3].map((each) => together.answerTo(each));
    await settle();
    expect(database.rounds).toEqual([[1]]);
    database.answer();
    await settle();
    database.answer();
    expect(await Promise.all([first, ...others])).toEqual(['answer to 1', 'answer to 2', 'answer to 3']);
    expect(database.rounds).toEqual([[1], [2, 3]]);
  });

  it('never get an answer that was on its way before they asked', async () => {
    const database = slowDatabase();
    const together = new AskTogether(database.ask);
    void together.answerTo(1);
    await settle();
    let heard = '';
    void together.answerTo(2).then((answer) => {
      heard = answer;
    });
    database.answer();
    await settle();
    expect(heard).toBe('');
    database.answer();
    await settle();
    expect(heard).toBe('answer to 2');
  });

  it('fail together, and the next round is asked all the same', async () => {
    const database = slowDatabase();
    const together = new AskTogether(database.ask);
    const first = together.answerTo(1).catch((error: Error) => error.message);
    await settle();
    const second = together.answerTo(2);
    database.answer(new Error('gone'));
    expect(await first).toBe('gone');
    await settle();
    database.answer();
    expect(await second).toBe('answer to 2');
  });

  it('each get their own answer whatever comes when', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ question: fc.nat(), pause: fc.boolean() }), { maxLength: 30 }), async (asked) => {
        const together = new AskTogether(async (questions: readonly number[]) => {
          await settle();
          return questions.map((each) => each * 2);
        });
        const answers: Promise<number>[] = [];
        for (const { question, pause } of asked) {
          answers.push(together.answerTo(question));
          if (pause) await settle();
        }
        expect(await Promise.all(answers)).toEqual(asked.map(({ question }) => question * 2));
      }),
      { numRuns: 50 },
    );
  });
});
