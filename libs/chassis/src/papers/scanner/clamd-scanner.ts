import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { malware, ScanFailed, ScannerAway, type Finding, type Scanner } from './scanner';

const pieceSize = 64 * 1024;
const longestAnswer = 4 * 1024;

/**
 * Asks clamd by its INSTREAM command: bytes in pieces, each with its length before it, an empty one at the end. Written here because it is these few lines; the
 * libraries there are wrap it in a search for programs and signature files, and fall back from one way to another, where ours must say that it has no answer.
 */
export class ClamdScanner implements Scanner {
  constructor(
    private readonly place: NetConnectOpts,
    private readonly patienceMs = 60_000,
  ) {}

  async scan(bytes: Buffer): Promise<Finding> {
    const answer = await this.ask(bytes);
    const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
    if (found !== undefined) return malware(found);
    if (answer === 'stream: OK') return { scan: 'clean' };
    throw new ScanFailed('The scanner has no answer for this paper.');
  }

  private ask(bytes: Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(this.place);
      const end = (settle: () => void): void => {
        clearTimeout(patience);
        socket.destroy();
        settle();
      };
      const patience = setTimeout(() => end(() => reject(new ScanFailed('The scanner took too long.'))), this.patienceMs);
      socket.on('connect', () => send(socket, bytes));
      socket.on('data', (part) => {
        answer += part.toString('latin1');
        if (/[\0\n]/.test(answer) || answer.length > longestAnswer) end(() => resolve((answer.split(/[\0\n]/)[0] ?? '').trim()));
      });
      // An answer may come, and the connection go, while bytes are still being sent: what was answered counts.
      for (const gone of ['error', 'close'] as const)
        socket.on(gone, () => end(() => reject(new ScannerAway('The scanner does not answer.'))));
    });
  }
}

function send(socket: Socket, bytes: Buffer): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += pieceSize) {
    const piece = bytes.subarray(at, at + pieceSize);
    socket.write(lengthOf(piece.length));
    socket.write(piece);
  }
  socket.write(lengthOf(0));
}

function lengthOf(size: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(size);
  return length;
}
