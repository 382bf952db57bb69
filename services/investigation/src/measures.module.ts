import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { IntegrityChecks } from '@lianxi/chassis';
import { measureChecks } from './measures/measure-checks';
import { Publications } from './publication/publications';
import { PublicationsController } from './publication/publications.controller';
import { AskStanding } from './standing/ask-standing';
import { RunStandingBatches } from './standing/run-standing-batches';
import { StandingBatches } from './standing/standing-batches';
import { StandingBatchesController } from './standing/standing-batches.controller';
import { StandingController } from './standing/standing.controller';

/** What is asked about decisions and measures beside the acts on them. */
@Module({
  controllers: [StandingController, StandingBatchesController, PublicationsController],
  providers: [Publications, AskStanding, StandingBatches, RunStandingBatches],
})
export class MeasuresModule implements OnModuleInit {
  constructor(@Inject(IntegrityChecks) private readonly integrity: IntegrityChecks) {}

  onModuleInit(): void {
    this.integrity.add(...measureChecks);
  }
}
