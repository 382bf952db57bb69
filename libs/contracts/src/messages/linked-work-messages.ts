import { IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Min } from 'class-validator';

const procedures = [
  'co-handling',
  'consultation',
  'escalation',
  'objection',
  'uncovered-field',
  'letter',
  'investigation',
  'measure-order',
  'recheck',
  'final-review',
  'unit-investigation',
  'find-investigator',
  'joint-finding',
  'transfer-out',
  'outside-review',
  'clearing-notice',
  'publication',
] as const;
export type LinkedProcedure = (typeof procedures)[number];

/** A case asks another body to do something; the work is a case of its own there, with `workId` as its id. */
export class WorkAsked {
  @IsUUID() workId!: string;
  @IsIn(procedures) procedure!: LinkedProcedure;
  @IsInt() @Min(1) epoch!: number;
  @IsString() fromBody!: string;
  @IsString() toBody!: string;
  @IsString() clause!: string;
  /** The legal day by which an answer is asked for, where the asker named one. */
  @IsOptional() @Matches(/^\d{4}-\d\d-\d\d$/) answerBy?: string;
  /** The legal day from which its period runs, where that lies before the order. */
  @IsOptional() @Matches(/^\d{4}-\d\d-\d\d$/) since?: string;
  /** What the body judges by: the matter's kind, number, state, facts and decision, and the asking form's codes; no personal data. */
  @IsObject() subject!: Record<string, unknown>;
}

/** What the asked body did, for the case that asked. Of two reports the one of the higher version of the work tells its state. */
export class WorkReported {
  @IsUUID() workId!: string;
  /** The case that asked. */
  @IsUUID() caseId!: string;
  @IsInt() @Min(1) version!: number;
  @IsString() act!: string;
  @IsString() from!: string;
  @IsString() to!: string;
  @IsString() clause!: string;
  @IsString() body!: string;
  @IsString() post!: string;
  @IsObject() codes!: Record<string, unknown>;
}

/** The asking case goes on: it proposes a conclusion, releases the body, is held by another service now (`follow`), or somebody may know nothing of it any more (`recuse`). */
export class WorkChanged {
  @IsUUID() workId!: string;
  @IsIn(['propose-conclusion', 'release', 'follow', 'recuse']) act!: 'propose-conclusion' | 'release' | 'follow' | 'recuse';
  @IsInt() @Min(1) epoch!: number;
  @IsString() holder!: string;
  @IsObject() codes!: Record<string, unknown>;
}
