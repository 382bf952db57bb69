import type { Surroundings } from './environment';
import { beijingMatters } from './demo/beijing-matters';
import { DemoDesk, type FiledDemo } from './demo/demo-desk';
import type { DemoMatter } from './demo/demo-matter';
import { shenzhenMatters } from './demo/shenzhen-matters';

export const demoMatters: readonly DemoMatter[] = [...beijingMatters, ...shenzhenMatters];

/** Files the demonstration's matters and does what was done on them, each once however often it is asked; returns how many were new. */
export async function fileDemoMatters(around: Surroundings): Promise<number> {
  const desk = new DemoDesk(around);
  const filed = await Promise.all(demoMatters.map((matter) => bring(desk, matter)));
  return filed.filter(({ isNew }) => isNew).length;
}

async function bring(desk: DemoDesk, matter: DemoMatter): Promise<FiledDemo> {
  const filed = await desk.file(matter);
  for (const step of matter.steps ?? []) await desk.take(step, filed, matter.name);
  return filed;
}
