import { Body, Controller, Get, Header, HttpCode, Inject, NotFoundException, Param, Post, Res } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Policy } from '@lianxi/chassis';
import { readCheckpoint, readNote, type NoteVerifier } from '@lianxi/ledger';
import { Witness } from './witness';
import { placeOf, WitnessMemory } from './witness-memory';

export const LOGS = Symbol('Logs');

interface Reply {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: string): unknown;
}

/** Everything here is public: a witness says what it saw to whoever asks, and only a log's own signature moves it. */
@ApiTags('witness')
@Controller()
export class WitnessController {
  constructor(
    @Inject(Witness) private readonly witness: Witness,
    @Inject(WitnessMemory) private readonly memory: WitnessMemory,
    @Inject(LOGS) private readonly logs: readonly NoteVerifier[],
  ) {}

  @Post('add-checkpoint')
  @HttpCode(200)
  @Policy('public')
  @ApiConsumes('text/plain')
  @ApiOperation({ summary: '见证检查点 Cosign a checkpoint that grew out of the last one (C2SP tlog-witness)' })
  async addCheckpoint(@Body() body: string | undefined, @Res() reply: Reply): Promise<void> {
    const { status, type, body: answer } = await this.witness.addCheckpoint(body ?? '');
    reply.status(status).header('content-type', type).send(answer);
  }

  @Get('logs/:place/checkpoint')
  @Policy('public')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '最近见证的检查点 The checkpoint cosigned last; the place is the hex SHA-256 of the origin' })
  async last(@Param('place') place: string): Promise<string> {
    const log = this.logs.find(({ name }) => placeOf(name) === place);
    const note = log && (await this.memory.findLast(log.name));
    if (note === undefined) throw new NotFoundException();
    return note;
  }

  /** `degraded` for ever once a log has signed two histories: somebody must look. */
  @Get('health')
  @Policy('public')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Which logs are watched, how far, and did any of them show two histories' })
  async health(): Promise<{
    status: 'ok' | 'degraded';
    reasons: { name: string; reason: string }[];
    logs: { origin: string; place: string; size: number }[];
  }> {
    const logs = await Promise.all(
      this.logs.map(async ({ name }) => ({
        origin: name,
        place: placeOf(name),
        size: sizeOf(await this.memory.findLast(name)),
        isProved: await this.memory.isProved(name),
      })),
    );
    const reasons = logs
      .filter(({ isProved }) => isProved)
      .map(({ origin }) => ({ name: origin, reason: 'this log signed two roots for one size: both are kept here' }));
    return {
      status: reasons.length === 0 ? 'ok' : 'degraded',
      reasons,
      logs: logs.map(({ origin, place, size }) => ({ origin, place, size })),
    };
  }
}

const sizeOf = (note: string | undefined): number => (note === undefined ? 0 : readCheckpoint(readNote(note).text).size);
