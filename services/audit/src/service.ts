import { Module } from '@nestjs/common';
import { startService, type Environment, type RunningService, type ServiceDefinition } from '@lianxi/chassis';
import { PostsInbox, problemMap } from '@lianxi/department';
import { register } from '@lianxi/jurisdiction';
import { AuditTables1700000000100 } from './audit-tables';
import { Completeness } from './completeness';
import { CompletenessController } from './completeness.controller';
import { Ledger } from './ledger/ledger';
import { LedgerController } from './ledger/ledger.controller';
import { LedgerFilesController } from './ledger/ledger-files.controller';
import { LedgerReport } from './ledger/ledger-report';
import { LedgerTables1700000000110 } from './ledger/ledger-tables';
import { TakeRecordRows } from './take-record-rows';

@Module({ controllers: [CompletenessController, LedgerController, LedgerFilesController, PostsInbox], providers: [Completeness, Ledger, LedgerReport, TakeRecordRows] })
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

export const tables = [AuditTables1700000000100, LedgerTables1700000000110];
export const start = (env: Environment): Promise<RunningService> => startService(definition, env);
