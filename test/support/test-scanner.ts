import { createServer, type Server, type Socket } from 'node:net';

/** The file every scanner must find and which harms nothing; put together here so that none finds it in our own code. */
export const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join(''));
const stalls = Buffer.from('THIS-ONE-STALLS-THE-SCANNER');
const fails = Buffer.from('THIS-ONE-HAS-NO-ANSWER');

/** Speaks clamd's INSTREAM as clamd does, and knows one signature, until it learns more. */
export class TestScanner {
  readonly scanned: number[] = [];
  private readonly signatures = new Map<string, Buffer>([['Eicar-Test-Signature', eicar]]);
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();

  /** `at`: a port of this machine, or a socket's path. */
  constructor(private readonly at: number | string) {}

  async start(): Promise<this> {
    this.server = createServer((socket) => {
      this.sockets.add(socket);
      this.serve(socket);
    });
    await new Promise<void>((resolve) =>
      typeof this.at === 'number' ? this.server?.listen(this.at, '127.0.0.1', resolve) : this.server?.listen(this.at, resolve),
    );
    return this;
  }

  learn(name: string, bytes: Buffer): void {
    this.signatures.set(name, bytes);
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve(undefined)));
  }

  private serve(socket: Socket): void {
    let came = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      came = Buffer.concat([came, part]);
      const bytes = streamIn(came);
      if (bytes === undefined) return;
      came = Buffer.alloc(0);
      if (bytes === null) {
        socket.end('UNKNOWN COMMAND\0');
        return;
      }
      if (bytes.includes(stalls)) return;
      this.scanned.push(bytes.length);
      const [found] = [...this.signatures].find(([, signature]) => bytes.includes(signature)) ?? [];
      socket.end(
        bytes.includes(fails) ? 'INSTREAM size limit exceeded. ERROR\0' : found === undefined ? 'stream: OK\0' : `stream: ${found} FOUND\0`,
      );
    });
  }
}

/** The bytes of the stream once its empty piece has come; undefined before, null for what is no such command. */
function streamIn(came: Buffer): Buffer | null | undefined {
  const command = came.indexOf(0);
  if (command < 0) return came.length > 64 ? null : undefined;
  if (came.toString('latin1', 0, command) !== 'zINSTREAM') return null;
  const pieces: Buffer[] = [];
  for (let at = command + 1; at + 4 <= came.length;) {
    const length = came.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (at + 4 + length > came.length) return undefined;
    pieces.push(came.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
