import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { IntegrityChecks, startService, type Environment, type RunningService, type ServiceDefinition } from '@lianxi/chassis';
import { PostsInbox, problemMap } from '@lianxi/department';
import { register } from '@lianxi/jurisdiction';
import { vaultAnswers } from './answers';
import { IdentitiesInbox } from './identities.inbox';
import { openingChecks } from './integrity/opening-checks';
import { DecideOpening } from './openings/decide-opening';
import { EndOpenings } from './openings/end-openings';
import { OpeningsController } from './openings/openings.controller';
import { ReadOpenings } from './openings/read-openings';
import { ShowIdentity } from './openings/show-identity';
import { ToldController } from './told.controller';
import { VaultTables1700000000531 } from './vault-tables';

@Module({
  controllers: [OpeningsController, ToldController, IdentitiesInbox, PostsInbox],
  providers: [DecideOpening, EndOpenings, ReadOpenings, ShowIdentity],
})
class VaultModule implements OnModuleInit {
  constructor(@Inject(IntegrityChecks) private readonly integrity: IntegrityChecks) {}

  onModuleInit(): void {
    this.integrity.add(...openingChecks);
  }
}

export const definition: ServiceDefinition = {
  name: 'vault',
  title: { zh: '身份保管', en: 'Identity vault' },
  cities: register.cities.map(({ id }) => id),
  allServices: register.services.map(({ id }) => id),
  servesBody: () => false,
  problemMap,
  answers: [vaultAnswers],
  imports: [VaultModule],
};

export const tables = [VaultTables1700000000531];
export const start = (env: Environment): Promise<RunningService> => startService(definition, env);
