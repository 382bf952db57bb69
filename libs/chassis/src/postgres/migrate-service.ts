import { DataSource, type MigrationInterface } from 'typeorm';
import { TheRecord1700000000001 } from './migrations/1700000000001-the-record';
import { LinkedWork1700000000002 } from './migrations/1700000000002-linked-work';
import { CountsAndMerges1700000000312 } from './migrations/1700000000312-counts-and-merges';
import { Traces1700000000313 } from './migrations/1700000000313-traces';
import { Recusals1700000000510 } from './migrations/1700000000510-recusals';
import { RecusalsLookedFor1700000000512 } from './migrations/1700000000512-recusals-looked-for';
import { UnitContacts1700000000320 } from './migrations/1700000000320-unit-contacts';
import { Reassignments1700000000410 } from './migrations/1700000000410-reassignments';
import { SealedCases1700000000310 } from './migrations/1700000000310-sealed-cases';
import { Absences1700000000411 } from './migrations/1700000000411-absences';
import { Editions1700000000412 } from './migrations/1700000000412-editions';
import { Erasure1700000000420 } from './migrations/1700000000420-erasure';
import { MeasuresEnd1700000000550 } from './migrations/1700000000550-measures-end';
import { AuditHolds1700000000660 } from './migrations/1700000000660-audit-holds';
import { OfficialLetters1700000000560 } from './migrations/1700000000560-official-letters';
import { Quarantine1700000000580 } from './migrations/1700000000580-quarantine';
import { ToldToReporters1700000000570 } from './migrations/1700000000570-told-to-reporters';
import { ActsOfTwo1700000000670 } from './migrations/1700000000670-acts-of-two';
import { Rescans1700000000690 } from './migrations/1700000000690-rescans';
import { RecusedBodies1700000000691 } from './migrations/1700000000691-recused-bodies';
import { SearchWords1700000000330 } from './migrations/1700000000330-search-words';
import { QuestionsToReporters1700000000530 } from './migrations/1700000000530-questions-to-reporters';
import { schemaOf } from './logins';

export type Migration = new () => MigrationInterface;

/**
 * Brings one service's schema up to date as its migrator, whose search_path is that schema.
 * `own` are the service's further tables; they run after the common ones.
 */
export async function migrateService(migratorUrl: string, service: string, own: readonly Migration[] = []): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: migratorUrl,
    schema: schemaOf(service),
    migrations: [
      TheRecord1700000000001,
      LinkedWork1700000000002,
      SealedCases1700000000310,
      CountsAndMerges1700000000312,
      Traces1700000000313,
      UnitContacts1700000000320,
      SearchWords1700000000330,
      Reassignments1700000000410,
      Absences1700000000411,
      Editions1700000000412,
      Erasure1700000000420,
      Recusals1700000000510,
      RecusalsLookedFor1700000000512,
      QuestionsToReporters1700000000530,
      MeasuresEnd1700000000550,
      OfficialLetters1700000000560,
      ToldToReporters1700000000570,
      Quarantine1700000000580,
      AuditHolds1700000000660,
      ActsOfTwo1700000000670,
      Rescans1700000000690,
      RecusedBodies1700000000691,
      ...own,
    ],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    poolSize: 1,
  });
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}
