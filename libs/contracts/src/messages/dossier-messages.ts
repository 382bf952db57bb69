import { IsArray, IsInt, IsOptional, IsString, IsUUID, Min } from 'class-validator';

/** The holder hands the whole of a case that has ended to the auditors; its texts come with the message, sealed, and its papers are fetched. */
export class DossierCompiled {
  /** The journal row by which it was compiled. */
  @IsUUID() act!: string;
  @IsInt() @Min(1) version!: number;
  @IsString() body!: string;
  @IsString() post!: string;
  @IsOptional() @IsString() number?: string;
  /** Papers that are not handed over: they are sealed. */
  @IsArray() @IsUUID(undefined, { each: true }) withheld!: string[];
}
