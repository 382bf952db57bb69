import { IsInt, IsString, IsUUID, Matches, Min } from 'class-validator';

/** The holder erased what a case said: said to services that had it, or a part of it, which erase their copies. */
export class CaseErased {
  /** The journal row of the holder that certifies it. */
  @IsUUID() certificate!: string;
  @IsInt() @Min(1) epoch!: number;
  @IsString() holder!: string;
  @IsString() ground!: string;
  /** The last legal day on which it had to be kept. */
  @Matches(/^\d{4}-\d\d-\d\d$/) keptUntil!: string;
}
