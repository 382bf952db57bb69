/** Under which Nest hands out the electronic seal; null where letters are sealed by hand. */
export const ELECTRONIC_SEAL = Symbol('ElectronicSeal');

/** A letter as it is to be sealed. */
export interface LetterToSeal {
  readonly caseId: string;
  readonly body: string;
  readonly number: string;
  readonly pdf: Buffer;
}

/** The door to a system of electronic seals. None is built in: whoever runs one passes it as a part of the service. What it gives back is compared by an officer as a scan is. */
export interface ElectronicSeal {
  /** Returns the sealed letter as a PDF; throws where it cannot be sealed, and nothing is recorded. */
  seal(letter: LetterToSeal): Promise<Buffer>;
}
