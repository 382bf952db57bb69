import { IsIn, IsInt, IsObject, IsString, Matches, Min } from 'class-validator';

/** An edition of a city's rules as its office signed it, or that it was withdrawn before its day; the highest revision stands. */
export class EditionKept {
  @Matches(/^[a-z][a-z0-9-]{3,60}$/) id!: string;
  @IsString() city!: string;
  @Matches(/^\d{4}-\d\d-\d\d$/) from!: string;
  @IsIn(['signed', 'withdrawn']) state!: 'signed' | 'withdrawn';
  @IsInt() @Min(1) revision!: number;
  /** The rules; checked again by whoever takes them in. */
  @IsObject() content!: Record<string, unknown>;
  /** sha256 of the content's canonical JSON. */
  @Matches(/^[0-9a-f]{64}$/) hash!: string;
  /** The office's Ed25519 signature over the hash, the state and the revision, base64. */
  @Matches(/^[A-Za-z0-9+/]{86}==$/) signature!: string;
}
