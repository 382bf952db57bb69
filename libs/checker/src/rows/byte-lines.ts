const encoder = new TextEncoder();

/** Lines as bytes in memory that is used again once they are written: many rows leave little for the collector to find. */
export class ByteLines {
  /** What is written lies before `end`; whoever writes here by hand asks for room first. */
  bytes = new Uint8Array(2 ** 16);
  end = 0;

  take(text: string): void {
    // No character of a string takes more than three bytes.
    this.makeRoom(text.length * 3);
    this.end += encoder.encodeInto(text, this.bytes.subarray(this.end)).written;
  }

  takeBytes(bytes: Uint8Array): void {
    this.makeRoom(bytes.length);
    this.bytes.set(bytes, this.end);
    this.end += bytes.length;
  }

  /** A whole number from 0 on, as digits. */
  takeNumber(value: number): void {
    const digits = String(value);
    this.makeRoom(digits.length);
    for (let place = 0; place < digits.length; place += 1) this.bytes[this.end++] = digits.charCodeAt(place);
  }

  /** Valid until {@link clear}. */
  content(): Uint8Array {
    return this.bytes.subarray(0, this.end);
  }

  clear(): void {
    this.end = 0;
  }

  makeRoom(more: number): void {
    const needed = this.end + more;
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.end));
    this.bytes = larger;
  }
}
