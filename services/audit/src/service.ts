import { Module } from '@nestjs/common';
import { startService, type Environment, type RunningService, type ServiceDefinition } from '@lianxi/chassis';
import { PostsInbox, problemMap } from '@lianxi/department';
import { register } from '@lianxi/jurisdiction';
import { Completeness } from './completeness';
import { CompletenessController } from './completeness.controller';
import { TakeRecordRows } from './take-record-rows';

@Module({ controllers: [CompletenessController, PostsInbox], providers: [Completeness, TakeRecordRows] })
class AuditModule {}

const definition: ServiceDefinition = {
  name: 'audit',
  title: { zh: '审计', en: 'Audit' },
  cities: register.cities.map(({ id }) => id),
  allServices: register.services.map(({ id }) => id),
  servesBody: () => false,
  problemMap,
  imports: [AuditModule],
};

export { AuditTables1700000000100 as tables } from './audit-tables';
export const start = (env: Environment): Promise<RunningService> => startService(definition, env);
