import { startService, type Environment, type RunningService, type ServiceDefinition } from '@lianxi/chassis';
import { departmentService } from '@lianxi/department';
import { investigationAnswers } from './answers';
import { appealEffects } from './appeal/appeal-effects';
import { ApartTables1700000000553 } from './appeal/apart-tables';
import { followAppeal } from './appeal/follow-appeal';
import { measureEffects } from './measures/measure-effects';
import { MeasuresTables1700000000551 } from './measures/measures-tables';
import { MeasuresModule } from './measures.module';
import { jointEffects } from './joint/joint-effects';
import { profile } from './profile';
import { withThreePeople } from './decision/refused-by-database';
import { ThreePeople1700000000511 } from './decision/three-people';
import { evidenceEffects } from './evidence/evidence-effects';
import { publicationEffects } from './publication/publication-effects';
import { PublicationTables1700000000571 } from './publication/publication-tables';
import { PublicationsErased1700000000692 } from './publication/publications-erased';
import { StandingTables1700000000552 } from './standing/standing-tables';
import { teamEffects } from './team/team-effects';
import { transferEffects } from './transfer/transfer-effects';
import { TransferSteps1700000000561 } from './transfer/transfer-steps';

const department = departmentService(profile, {
  effects: {
    ...teamEffects,
    ...evidenceEffects,
    ...jointEffects,
    ...measureEffects,
    ...appealEffects,
    ...transferEffects,
    ...publicationEffects,
  },
  following: followAppeal,
});
export const definition: ServiceDefinition = {
  ...department,
  problemMap: withThreePeople,
  answers: [...(department.answers ?? []), investigationAnswers],
  imports: [...department.imports, MeasuresModule],
};

export const tables = [
  ThreePeople1700000000511,
  MeasuresTables1700000000551,
  StandingTables1700000000552,
  ApartTables1700000000553,
  TransferSteps1700000000561,
  PublicationTables1700000000571,
  PublicationsErased1700000000692,
];
export const start = (env: Environment): Promise<RunningService> => startService(definition, env);
