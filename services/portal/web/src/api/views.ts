import type { components as auditApi } from './services/audit';
import type { components as coordinationApi } from './services/coordination';
import type { components as departmentApi } from './services/department';
import type { components as investigationApi } from './services/investigation';
import type { components as portalApi } from './services/portal';
import type { components as vaultApi } from './services/vault';

/** What the services and the portal's backend answer, under the names these pages use: each is generated from a service's OpenAPI document. */
type Department = departmentApi['schemas'];
type Coordination = coordinationApi['schemas'];
type Portal = portalApi['schemas'];

export type Label = Department['Label'];

/** An act the service allows now, with its form, clause and consequence: all the portal knows of any procedure. */
export type ActOffer = Department['OfferedAct'];
export type FieldView = Department['FormField'];
export type CasePageView = Department['CaseView'];
export type ClockLine = Department['ClockView'];
export type TimelineLine = Department['ActView'];
export type WhyLine = Department['WhyView'];
export type PaperLine = Department['PaperView'];
/** Why a paper is given to nobody: it waits for the scanner of malware, or some was found in it. */
export type HeldPaper = PaperLine['held'];
export type WorkLine = Department['WorkView'];
export type LetterPageView = Department['LetterView'];
export type ProfileAnswer = Department['ProfileView'];
export type FiledAnswer = Department['Filed'];
export type AlikeLine = Department['Alike'];
export type ReassignmentView = Department['Reassignment'];
export type ReassignmentRowView = Department['ReassignmentRow'];

export type DeskPageView = Portal['DeskPage'];
export type DeskLineView = DeskPageView['lines'][number];
export type OfferLine = Portal['DeskOffers']['lines'][number];
export type SavedFilterView = Portal['SavedFilter'];
export type SavedCountsView = Portal['SavedCounts'];
export type InboxView = Portal['InboxPage'];
export type ReminderView = InboxView['lines'][number];
export type FoundPageView = Portal['FoundView'];
export type FoundLineView = FoundPageView['lines'][number];
export type ReassignmentLine = Portal['ReassignmentsPage']['lines'][number];
export type LettersPageView = Portal['LettersPage'];
export type LetterLineView = LettersPageView['lines'][number];
export type PostLine = Portal['PostView'];
export type SessionInfo = Portal['SessionView'];
export type WordsView = Portal['Words'];
export type ForeseenView = Portal['Foreseen'];
export type Reason = NonNullable<ForeseenView['decision']>['reasons'][number];
export type TrainingView = Portal['TrainingView'];
export type ExerciseView = Portal['ExerciseView'];
export type BegunExercise = Portal['BegunExercise'];
export type CheckedWorkbookView = Portal['CheckedWorkbook'];
export type CheckedRowView = CheckedWorkbookView['rows'][number];
export type ServiceOperationView = Portal['ServiceOperation'];
export type ProcedureView = Portal['ProcedureView'];

export type DesignationLine = Coordination['DesignationView'];
export type IndexLine = Coordination['IndexLine'];
export type PostOfOffice = Coordination['PostLine'];

export type ExportLine = auditApi['schemas']['ExportView'];
export type HoldLine = auditApi['schemas']['HoldView'];
export type LookLine = auditApi['schemas']['Look'];
export type LedgerView = auditApi['schemas']['LedgerState'];
export type FoundAct = auditApi['schemas']['FoundAct'];
export type ServiceLine = auditApi['schemas']['ServiceRecord'];
export type OpeningLine = vaultApi['schemas']['OpeningLine'];
export type OpeningView = vaultApi['schemas']['OpeningView'];
export type ShownIdentity = vaultApi['schemas']['ShownIdentity'];
export type StandingAnswer = investigationApi['schemas']['StandingAnswer'];
