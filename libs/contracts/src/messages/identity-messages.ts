import { IsIn, IsObject, IsOptional, IsString, IsUUID, Matches } from 'class-validator';

/** With every report of a violation, named or not: what only two custodians together can open. */
export class IdentitySealed {
  /** Hash of the reporter's receipt. */
  @Matches(/^[0-9a-f]{64}$/) receipt!: string;
  /** A sealed identity, of the same length for whomever. */
  @IsObject() sealed!: Record<string, unknown>;
}

/** An officer of the holder asks to see who reported; the officer's reasons come sealed beside it. */
export class IdentityAsked {
  @IsUUID() openingId!: string;
  @IsString() body!: string;
  @IsString() post!: string;
  @IsOptional() @IsString() forPost?: string;
  /** Who asked, as posts name people. */
  @Matches(/^[0-9a-f]{64}$/) person!: string;
  @IsString() reason!: string;
  @IsIn(['tell', 'withheld']) tell!: 'tell' | 'withheld';
}
