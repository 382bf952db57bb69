import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Min } from 'class-validator';

/** A case as it stands at a hand-over, without personal data: what the addressee needs to carry it on. */
export class CaseSnapshot {
  @IsUUID() id!: string;
  @IsString() city!: string;
  @IsOptional() @IsString() number?: string | null;
  @IsString() kind!: string;
  @IsString() state!: string;
  @IsOptional() @IsString() resumesIn?: string | null;
  @IsOptional() @IsString() lead?: string | null;
  @IsBoolean() interim!: boolean;
  @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) jointBodies!: string[];
  @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) coHandlers!: string[];
  @IsString() receivedBy!: string;
  @Matches(/^\d{4}-\d\d-\d\d$/) receivedOn!: string;
  @IsString() channel!: string;
  @IsObject() facts!: Record<string, unknown>;
  @IsOptional() @IsObject() decision?: Record<string, unknown> | null;
  @IsIn(['ordinary', 'internal', 'sealed']) mark!: 'ordinary' | 'internal' | 'sealed';
  @IsString() filedAt!: string;
  @IsInt() @Min(1) version!: number;
  @IsString() historyHash!: string;
  /** Clock ledgers, to be read again under the receiver's calendars. */
  @IsArray() clocks!: Record<string, unknown>[];
  /** Papers' descriptions; their bytes stay with the owner until asked for. */
  @IsArray() papers!: Record<string, unknown>[];
  /** What the case asked other bodies to do; they are told who holds it now. */
  @IsOptional() @IsArray() works?: Record<string, unknown>[];
}
