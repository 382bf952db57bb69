/**
 * Puts the questions of all who come while the round before is being answered as one question. Nobody is given an answer
 * that is older than their question, and nobody waits longer than for the round before. What fails, fails for the whole round.
 */
export class AskTogether<Question, Answer> {
  private questions: Question[] = [];
  private round: Promise<readonly Answer[]> | undefined;
  private before: Promise<unknown> = Promise.resolve();

  /** `ask` answers each question at its own place. */
  constructor(private readonly ask: (questions: readonly Question[]) => Promise<readonly Answer[]>) {}

  async answerTo(question: Question): Promise<Answer> {
    const place = this.questions.push(question) - 1;
    this.before = this.round ??= this.nextRound();
    return (await this.round)[place] as Answer;
  }

  private async nextRound(): Promise<readonly Answer[]> {
    await this.before.catch(() => undefined);
    const { questions } = this;
    this.questions = [];
    this.round = undefined;
    return this.ask(questions);
  }
}
