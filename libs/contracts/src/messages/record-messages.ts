import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Min,
  ValidateNested,
} from 'class-validator';

/** One journal or access row on its way to the audit service, with its dense position in the sender's record. */
export class RecordRow {
  /** Taken as it came: its fields are those of another service's table, and to copy each costs more than all the rest. */
  static readonly opaque = 'row';

  @IsIn(['journal', 'access']) table!: 'journal' | 'access';
  @IsInt() @Min(1) position!: number;
  @IsUUID() incarnation!: string;
  @IsObject() row!: Record<string, unknown>;
}

/** Announced every second by each service, so that a gap and a missing tail show. */
export class RecordPosition {
  @IsUUID() incarnation!: string;
  @IsInt() @Min(0) position!: number;
  @IsInt() @Min(0) unstamped!: number;
  /** Seconds the oldest unstamped row has waited. */
  @IsOptional() @IsNumber() oldestUnstamped?: number;
}

/** The audit service asks for rows it should have and has not. */
export class RowsWanted {
  @IsArray() @ArrayMaxSize(1000) @IsInt({ each: true }) positions!: number[];
}

/** The receiver has these deliveries in its own Postgres; the sender forgets them. */
export class Receipt {
  @IsArray() @ArrayMaxSize(1000) @IsUUID(undefined, { each: true }) ids!: string[];
}

/** Somebody of the office who is named on a sealed case. */
export class NamedOfficer {
  @IsString() post!: string;
  @IsString() person!: string;
}

/** Who leads which case since when and why, for the office's city-wide index. */
export class CaseIndexed {
  @IsInt() @Min(1) epoch!: number;
  @IsInt() @Min(1) version!: number;
  @IsOptional() @IsString() number?: string | null;
  @IsString() kind!: string;
  @IsString() state!: string;
  @IsString() holder!: string;
  @IsString() service!: string;
  @IsOptional() @IsString() lead?: string | null;
  @IsOptional() @IsBoolean() interim?: boolean;
  @IsArray() @IsString({ each: true }) rules!: string[];
  @IsOptional() @IsString() edition?: string;
  @IsIn(['ordinary', 'internal', 'sealed']) mark!: 'ordinary' | 'internal' | 'sealed';
  @IsString() since!: string;
  /** Who of the office is named on the sealed case, all of them; absent where that did not change. */
  @IsOptional() @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => NamedOfficer) named?: NamedOfficer[];
}

/** A post as the office keeps it; the highest revision stands. */
export class PostKept {
  @IsString() id!: string;
  @IsString() city!: string;
  @IsString() body!: string;
  @IsString() role!: string;
  @IsString() person!: string;
  @IsString() validFrom!: string;
  @IsOptional() @IsString() validUntil?: string | null;
  @IsOptional() @IsString() deputyFor?: string | null;
  /** The deputy's own post, where the deputy stands in for somebody absent: the right ends with that post, too. */
  @IsOptional() @IsString() actingFrom?: string | null;
  @IsOptional() @IsIn(['leave', 'holiday-duty']) absence?: 'leave' | 'holiday-duty' | null;
  @IsInt() @Min(1) revision!: number;
}
