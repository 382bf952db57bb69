import { IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Min } from 'class-validator';

/**
 * What every message carries around its body. The sender is never here: the receiver reads it from the subject,
 * which the broker vouches for.
 */
export class Envelope {
  @IsUUID() id!: string;

  /** `kind@version`, e.g. `handed-over@1`. */
  @Matches(/^[a-z-]+@\d+$/) kind!: string;

  @IsOptional() @IsUUID() caseId?: string;

  /** Dense per sender, receiver and case; absent for what concerns no case. */
  @IsOptional() @IsInt() @Min(1) n?: number;

  @IsOptional() @IsString() toBody?: string;

  @IsObject() body!: Record<string, unknown>;

  /** Particulars the receiver needs, in a libsodium sealed box only that service can open (base64). */
  @IsOptional() @IsString() sealed?: string;
}
