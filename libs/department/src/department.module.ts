import { Module, type DynamicModule, type OnModuleInit, Inject } from '@nestjs/common';
import type { Pool } from 'pg';
import { COURIER_POOL, Courier, HealthChecks, IntegrityChecks, type ServiceDefinition } from '@lianxi/chassis';
import { register } from '@lianxi/jurisdiction';
import type { Effects } from './cases/act-effect';
import { ACT_EFFECTS, commonEffects } from './cases/act-effects';
import { departmentAnswers } from './answers';
import { CasesController } from './cases/cases.controller';
import { PerformAct } from './cases/perform-act';
import { ReadCase } from './cases/read-case';
import { Worklist } from './cases/worklist';
import { FileMatter } from './filing/file-matter';
import { MattersController } from './filing/matters.controller';
import { ProfileController } from './filing/profile.controller';
import { AnswerOffer } from './hand-over/answer-offer';
import { handOverReceived } from './hand-over/hand-over-received';
import { handOversOnTheirWay } from './hand-over/hand-overs-on-their-way';
import { HandOversController } from './hand-over/hand-overs.controller';
import { HandOversInbox } from './hand-over/hand-overs.inbox';
import { ReceiveHandOvers } from './hand-over/receive-hand-overs';
import { DocumentsController } from './letters/documents.controller';
import { ELECTRONIC_SEAL, type ElectronicSeal } from './letters/electronic-seal';
import { LettersController } from './letters/letters.controller';
import { ReadDocument } from './letters/read-document';
import { UnitLetters } from './letters/unit-letters';
import { OWN_FOLLOWING, type OwnFollowing } from './linked-work/what-follows';
import { WorksInbox } from './linked-work/works.inbox';
import { PapersController } from './papers/papers.controller';
import { Rescans } from './papers/rescans';
import { RescansController } from './papers/rescans.controller';
import { ReadPaper } from './papers/read-paper';
import { PostsInbox } from './posts/posts.inbox';
import { DesignationsInbox } from './designation/designations.inbox';
import { CaseCounts } from './counts/case-counts';
import { ChangeFeed } from './changes/change-feed';
import { ChangesController } from './changes/changes.controller';
import { SearchCases } from './search/search-cases';
import { SearchController } from './search/search.controller';
import { CountsController } from './counts/counts.controller';
import { SumUpCounts } from './counts/sum-up-counts';
import { DuplicatesController } from './duplicates/duplicates.controller';
import { WatchCase } from './watching/watch-case';
import { WatchController } from './watching/watch.controller';
import { RemindersController } from './clocks/reminders.controller';
import { FireClocks } from './clocks/fire-clocks';
import { BodyRecusalsInbox } from './recusal/body-recusals.inbox';
import { MarksInbox } from './sealed/marks.inbox';
import { caseChecks } from './integrity/case-checks';
import { problemMap } from './problem-map';
import { FilingPagesController } from './pages/filing-pages.controller';
import { OfficerPagesController } from './pages/officer-pages.controller';
import { PageSession } from './pages/page-session';
import { SignInPagesController } from './pages/sign-in-pages.controller';
import { ReassignmentPagesController } from './pages/reassignment-pages.controller';
import { OrderReassignment } from './reassignments/order-reassignment';
import { ReassignmentsController } from './reassignments/reassignments.controller';
import { RunReassignments } from './reassignments/run-reassignments';
import { ReporterDesk } from './reporters/reporter-desk';
import { ReportersController } from './reporters/reporters.controller';
import { ScanPapers } from './papers/scan-papers';
import { AuditHoldsInbox } from './retention/audit-holds.inbox';
import { ErasuresInbox } from './retention/erasures.inbox';
import { RemoveErasedPapers } from './retention/remove-erased-papers';
import { EditionsInbox } from './rules/editions.inbox';
import { RuleChanges } from './rules/rule-changes';
import { RuleChangesController } from './rules/rule-changes.controller';
import { RuleBook } from './rules/rule-book';
import { PROFILE, type DepartmentProfile } from './profile';

/** What a service has of its own beside the profile. */
export interface OwnParts {
  /** What acts of its own procedures do beside changing the state. */
  readonly effects?: Effects;
  /** What follows here when work that a case asked for is reported. */
  readonly following?: OwnFollowing;
  /** By which official letters are sealed; by hand where there is none. */
  readonly electronicSeal?: ElectronicSeal;
}

/** The office procedure that all departments share; a profile says what is particular to one. */
@Module({})
export class DepartmentModule implements OnModuleInit {
  constructor(
    @Inject(Courier) private readonly courier: Courier,
    @Inject(HealthChecks) private readonly checks: HealthChecks,
    @Inject(COURIER_POOL) private readonly pool: Pool,
    @Inject(IntegrityChecks) private readonly integrity: IntegrityChecks,
  ) {}

  static for(
    profile: DepartmentProfile,
    { effects = {}, following = async () => undefined, electronicSeal }: OwnParts = {},
  ): DynamicModule {
    return {
      module: DepartmentModule,
      global: true,
      controllers: [
        MattersController,
        ReportersController,
        ProfileController,
        CasesController,
        PapersController,
        RescansController,
        LettersController,
        DocumentsController,
        HandOversController,
        ReassignmentsController,
        RemindersController,
        RuleChangesController,
        ReassignmentPagesController,
        FilingPagesController,
        OfficerPagesController,
        SignInPagesController,
        HandOversInbox,
        DesignationsInbox,
        WorksInbox,
        MarksInbox,
        BodyRecusalsInbox,
        ErasuresInbox,
        AuditHoldsInbox,
        CountsController,
        ChangesController,
        SearchController,
        WatchController,
        DuplicatesController,
        PostsInbox,
        EditionsInbox,
      ],
      providers: [
        { provide: PROFILE, useValue: profile },
        { provide: ACT_EFFECTS, useValue: { ...commonEffects, ...effects } },
        { provide: OWN_FOLLOWING, useValue: following },
        { provide: ELECTRONIC_SEAL, useValue: electronicSeal ?? null },
        RuleBook,
        RuleChanges,
        PageSession,
        FileMatter,
        ReporterDesk,
        PerformAct,
        ReadCase,
        Worklist,
        ReadPaper,
        UnitLetters,
        ReadDocument,
        AnswerOffer,
        ReceiveHandOvers,
        FireClocks,
        CaseCounts,
        SumUpCounts,
        RemoveErasedPapers,
        ScanPapers,
        Rescans,
        ChangeFeed,
        SearchCases,
        WatchCase,
        OrderReassignment,
        RunReassignments,
      ],
      exports: [FileMatter, RuleBook],
    };
  }

  onModuleInit(): void {
    this.courier.onDelivered(handOverReceived);
    this.checks.add(handOversOnTheirWay(this.pool));
    this.integrity.add(...caseChecks);
  }
}

/** A department's service from its profile. */
export function departmentService(profile: DepartmentProfile, own: OwnParts = {}): ServiceDefinition {
  return {
    name: profile.service,
    title: profile.title,
    cities: register.cities.map(({ id }) => id),
    allServices: register.services.map(({ id }) => id),
    servesBody: (body) => register.servesBody(profile.service, body),
    problemMap,
    answers: [departmentAnswers],
    imports: [DepartmentModule.for(profile, own)],
  };
}
