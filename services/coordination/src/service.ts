import { Module } from '@nestjs/common';
import { startService, type Environment, type RunningService, type ServiceDefinition } from '@lianxi/chassis';
import { departmentService, PageSession } from '@lianxi/department';
import { AbsencePagesController } from './absence-pages.controller';
import { AbsencesController } from './absences.controller';
import { coordinationAnswers } from './answers';
import { ContactsController } from './contacts.controller';
import { CoordinationTables1700000000100, EditionsOfOffices1700000000611 } from './coordination-tables';
import { Designate } from './designate';
import { EditionPagesController } from './editions/edition-pages.controller';
import { EditionsController } from './editions/editions.controller';
import { EnterIntoForce } from './editions/enter-into-force';
import { KeepEditions } from './editions/keep-editions';
import { ProveEdition } from './editions/prove-edition';
import { KeepAbsences } from './keep-absences';
import { KeepContacts } from './keep-contacts';
import { KeepPosts } from './keep-posts';
import { OfficeController } from './office.controller';
import { OfficeInbox } from './office.inbox';
import { OnlyOffices1700000000610 } from './only-offices';
import { SealedIndex1700000000311 } from './sealed-index';

@Module({
  controllers: [
    OfficeController,
    ContactsController,
    AbsencesController,
    AbsencePagesController,
    EditionsController,
    EditionPagesController,
    OfficeInbox,
  ],
  providers: [Designate, KeepPosts, KeepContacts, KeepAbsences, KeepEditions, ProveEdition, EnterIntoForce, PageSession],
})
class OfficeModule {}

/** The offices hold what nobody holds, so coordination is a department too. */
const holding = departmentService({
  service: 'coordination',
  title: { zh: '统筹协调', en: 'Coordination' },
  fields: [],
  questions: [],
  checklist: [
    { zh: '是否有规则可循', en: 'Does any rule name a body' },
    { zh: '候选部门意见是否齐全', en: 'Were all candidates heard' },
  ],
  listedItems: [],
});
export const definition: ServiceDefinition = {
  ...holding,
  answers: [...(holding.answers ?? []), coordinationAnswers],
  imports: [...holding.imports, OfficeModule],
};

export const tables = [CoordinationTables1700000000100, SealedIndex1700000000311, OnlyOffices1700000000610, EditionsOfOffices1700000000611];
export const start = (env: Environment): Promise<RunningService> => startService(definition, env);
