/** What is wrong with a package. `code` is stable; the message says it in words. */
export class Lie extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'Lie';
  }
}
