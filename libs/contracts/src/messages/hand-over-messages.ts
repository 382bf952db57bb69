import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Min, ValidateNested } from 'class-validator';
import { CaseSnapshot } from './case-snapshot';

const kinds = ['filing', 'transfer', 'designation'] as const;
export type HandOverKind = (typeof kinds)[number];

/** The holder asks another body to take a case over; until it accepts, the holder holds. */
export class TransferOffered {
  @IsUUID() handOverId!: string;
  @IsInt() @Min(1) epoch!: number;
  @IsString() fromBody!: string;
  @IsString() toBody!: string;
  @IsString() clause!: string;
  /** What the addressee judges by: kind, facts, decision, state; no personal data. */
  @IsObject() subject!: Record<string, unknown>;
}

/** The addressee's officer accepted; the holder commits when this arrives. */
export class TransferAccepted {
  @IsUUID() handOverId!: string;
  @IsInt() @Min(1) epoch!: number;
}

/** The addressee declined with a clause and the body it thinks competent. */
export class TransferReturned {
  @IsUUID() handOverId!: string;
  @IsInt() @Min(1) epoch!: number;
  @IsString() clause!: string;
  @IsOptional() @IsString() alternative?: string;
}

/** The offer stands no longer: recalled by the holder, or overtaken by a designation. */
export class TransferWithdrawn {
  @IsUUID() handOverId!: string;
  @IsInt() @Min(1) epoch!: number;
  @IsIn(['recalled', 'cancelled']) outcome!: 'recalled' | 'cancelled';
}

/** One piece of a case's history, at most 256 KiB; pieces arrive before the hand-over that they belong to. */
export class HistoryChunk {
  @IsUUID() handOverId!: string;
  @IsInt() @Min(1) epoch!: number;
  @IsArray() rows!: Record<string, unknown>[];
}

/** The commit of a hand-over: from here on the addressee answers for the case. `epoch` is the new one. */
export class HandedOver {
  @IsUUID() handOverId!: string;
  @IsIn(kinds) kind!: HandOverKind;
  @IsInt() @Min(2) epoch!: number;
  @IsString() fromBody!: string;
  @IsString() toBody!: string;
  /** Nested validation alone passes over what is absent. */
  @IsObject() @ValidateNested() @Type(() => CaseSnapshot) snapshot!: CaseSnapshot;
}
