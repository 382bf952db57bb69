import { Module } from '@nestjs/common';
import { startService, type Environment, type RunningService, type ServiceDefinition } from '@lianxi/chassis';
import { PostsInbox, problemMap } from '@lianxi/department';
import { register } from '@lianxi/jurisdiction';
import { auditAnswers } from './answers';
import { AuditTables1700000000100 } from './audit-tables';
import { Completeness } from './completeness';
import { CompletenessController } from './completeness.controller';
import { AskExport } from './exports/acts/ask-export';
import { DecideExport } from './exports/acts/decide-export';
import { ExportSteps } from './exports/acts/export-steps';
import { CertificatesIndex1700000000421 } from './exports/certificates-index';
import { CheckPageController } from './exports/check-page.controller';
import { DossierTables1700000000422 } from './exports/dossiers/dossier-tables';
import { DossiersInbox } from './exports/dossiers/dossiers.inbox';
import { DropErasedDossiers } from './exports/dossiers/drop-erased-dossiers';
import { ExportsController } from './exports/exports.controller';
import { ApprovedByTwo1700000000641 } from './exports/approved-by-two';
import { ExportsTables1700000000210 } from './exports/exports-tables';
import { logProvider } from './exports/log';
import { ReadExports } from './exports/read-exports';
import { RunExports } from './exports/run-exports';
import { ChangeHold } from './holds/change-hold';
import { HoldsController } from './holds/holds.controller';
import { HoldsTables1700000000661 } from './holds/holds-tables';
import { ReadHolds } from './holds/read-holds';
import { Ledger } from './ledger/ledger';
import { LedgerController } from './ledger/ledger.controller';
import { LedgerFilesController } from './ledger/ledger-files.controller';
import { LedgerReport } from './ledger/ledger-report';
import { LedgerTables1700000000110 } from './ledger/ledger-tables';
import { LooksController } from './looks/looks.controller';
import { LooksTables1700000000211 } from './looks/looks-tables';
import { ReadLooks } from './looks/read-looks';
import { ReleaseLooks } from './looks/release-looks';
import { ActsByTime1700000000640 } from './search/acts-by-time';
import { SearchActs } from './search/search-acts';
import { SearchActsController } from './search/search-acts.controller';
import { TakeRecordRows } from './take-record-rows';

@Module({
  controllers: [
    CheckPageController,
    CompletenessController,
    ExportsController,
    HoldsController,
    LedgerController,
    LedgerFilesController,
    LooksController,
    SearchActsController,
    DossiersInbox,
    PostsInbox,
  ],
  providers: [
    AskExport,
    ChangeHold,
    Completeness,
    DecideExport,
    DropErasedDossiers,
    ExportSteps,
    Ledger,
    LedgerReport,
    ReadExports,
    ReadHolds,
    ReadLooks,
    ReleaseLooks,
    RunExports,
    SearchActs,
    TakeRecordRows,
    logProvider,
  ],
})
class AuditModule {}

export const definition: ServiceDefinition = {
  name: 'audit',
  title: { zh: '审计', en: 'Audit' },
  cities: register.cities.map(({ id }) => id),
  allServices: register.services.map(({ id }) => id),
  servesBody: () => false,
  problemMap,
  answers: [auditAnswers],
  imports: [AuditModule],
};

export const tables = [
  AuditTables1700000000100,
  LedgerTables1700000000110,
  ExportsTables1700000000210,
  LooksTables1700000000211,
  CertificatesIndex1700000000421,
  DossierTables1700000000422,
  ActsByTime1700000000640,
  ApprovedByTwo1700000000641,
  HoldsTables1700000000661,
];
export const start = (env: Environment): Promise<RunningService> => startService(definition, env);
