/** Lines as bytes in memory that is used again for each segment: a long export leaves little for the collector to find. */
export class LineBuffer {
  private bytes = Buffer.allocUnsafeSlow(2 ** 19);
  private end = 0;

  take(line: string): void {
    // No character of a string takes more than three bytes.
    this.makeRoom(this.end + line.length * 3);
    this.end += this.bytes.write(line, this.end);
  }

  /** Valid until {@link clear}. */
  content(): Buffer {
    return this.bytes.subarray(0, this.end);
  }

  clear(): void {
    this.end = 0;
  }

  private makeRoom(needed: number): void {
    if (needed <= this.bytes.length) return;
    const more = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 1.5));
    this.bytes.copy(more, 0, 0, this.end);
    this.bytes = more;
  }
}
