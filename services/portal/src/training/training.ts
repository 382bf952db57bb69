import { Inject, Injectable } from '@nestjs/common';
import { findActRow, legalDayOf, roleLabels, type Label } from '@lianxi/casework';
import { CONFIGURATION, PostRegister, ProblemError, problems, type Actor, type Configuration, type Problem } from '@lianxi/chassis';
import { Departments } from '../departments/departments';
import { Drafts } from '../drafts/drafts';
import type { Session } from '../session/session';
import { exercises, type Exercise } from './exercises';
import { findPractice, type PracticeMatter } from './find-practice';

/** Where the matter of an exercise that was begun lies. */
export interface BegunExercise {
  readonly service: string;
  readonly caseId: string;
}

export interface ExerciseView extends Omit<Exercise, 'acts'> {
  readonly steps: readonly { readonly act: string; readonly label: Label; readonly who: readonly Label[]; readonly done: boolean }[];
  readonly begun: BegunExercise | null;
}

/** Empty for a body that leads no field by itself: nothing would reach it. */
export interface TrainingView {
  readonly exercises: readonly ExerciseView[];
}

interface Timeline {
  readonly timeline: readonly { readonly act: string }[];
}

/**
 * Exercises on invented matters, filed and handled through the same doors as real ones. Only where the database was made for
 * demonstrations: a database of real cases refuses, so that nobody practises among them.
 */
@Injectable()
export class Training {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(Departments) private readonly departments: Departments,
    @Inject(Drafts) private readonly drafts: Drafts,
    @Inject(PostRegister) private readonly clock: PostRegister,
  ) {}

  async list(session: Session, actor: Actor): Promise<TrainingView> {
    if (!(await this.practice(actor))) return { exercises: [] };
    return { exercises: await Promise.all(exercises.map((exercise) => this.view(exercise, session, actor))) };
  }

  /** Files a matter to practise on; begun anew, another one. Throws what the department's service refuses. */
  async begin(id: string, session: Session, actor: Actor, key: string): Promise<BegunExercise> {
    const exercise = exercises.find((each) => each.id === id);
    const practice = await this.practice(actor);
    if (!exercise || !practice) throw problems.notFound({ field: 'exercise' });
    const begun = await this.file(exercise, practice, key);
    await this.drafts.keep(session.person, draftOf(exercise, actor), begun);
    return begun;
  }

  private async practice({ city, body }: Actor): Promise<PracticeMatter | undefined> {
    if (this.configuration.LIANXI_MODE === 'production') throw problems.notFound();
    return findPractice({ city, body, on: legalDayOf(new Date((await this.clock.now()) * 1_000).toISOString()) });
  }

  private async file(
    { title, lesson }: Exercise,
    { facts: { on: _today, ...facts }, service }: PracticeMatter,
    key: string,
  ): Promise<BegunExercise> {
    const report = { title: `演练：${title.zh} Practice: ${title.en}`, text: `${lesson.zh}\n${lesson.en}` };
    const answer = await this.departments.ask(service, {
      method: 'POST',
      path: '/v1/matters',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ facts, report, noStateSecrets: true }),
    });
    const filed = (await answer.json()) as BegunExercise & Problem;
    if (!answer.ok) throw new ProblemError(filed);
    return { service: filed.service, caseId: filed.caseId };
  }

  private async view(exercise: Exercise, session: Session, actor: Actor): Promise<ExerciseView> {
    const begun = (await this.drafts.find(session.person, draftOf(exercise, actor)))?.form as BegunExercise | undefined;
    const acts = begun ? await this.actsOn(begun, session) : [];
    const { acts: wanted, ...about } = exercise;
    return {
      ...about,
      begun: begun ?? null,
      steps: wanted.map((act, place) => ({ act, ...named(act), done: hasCome(acts, wanted.slice(0, place + 1)) })),
    };
  }

  /** None where the service does not answer: what was done shows when it is asked again. */
  private async actsOn({ service, caseId }: BegunExercise, session: Session): Promise<readonly string[]> {
    const answer = await this.departments.ask(service, { path: `/v1/cases/${caseId}`, session }).catch(() => undefined);
    return answer?.ok ? ((await answer.json()) as Timeline).timeline.map(({ act }) => act) : [];
  }
}

const draftOf = ({ id }: Exercise, { body }: Actor): string => `training ${body} ${id}`;

function named(act: string): { label: Label; who: readonly Label[] } {
  const row = findActRow('matter', act);
  return { label: row?.label ?? { zh: act, en: act }, who: (row?.roles ?? []).map((role) => roleLabels[role]) };
}

/** Whether these steps were done in this order, whatever was done in between. */
function hasCome(done: readonly string[], steps: readonly string[]): boolean {
  let next = 0;
  for (const act of done) if (act === steps[next]) next += 1;
  return next === steps.length;
}
