import { IsBoolean, IsInt, IsString, IsUUID, Min } from 'class-validator';

/** Auditors place or lift their hold on a case: said to whoever holds it, and passed on by whoever held it. */
export class HoldChanged {
  /** The auditors' act. */
  @IsUUID() order!: string;
  /** Grows with each order on the case: one that overtook another is not undone by it. */
  @IsInt() @Min(1) n!: number;
  @IsBoolean() held!: boolean;
  @IsString() ground!: string;
  @IsString() body!: string;
  @IsString() post!: string;
}
