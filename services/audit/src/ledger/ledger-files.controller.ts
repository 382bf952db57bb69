import { Controller, Get, Header, Inject, Param, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Policy, problems } from '@lianxi/chassis';
import { readTilePath } from '@lianxi/ledger';
import { Ledger } from './ledger';

const aMinute = { rateLimit: { max: 1_200, timeWindow: 60_000 } };

/**
 * The log as C2SP tlog-tiles serves it: for anybody, since checkpoint and tiles hold nothing but hashes. Bundles of entries are
 * served to nobody: they hold rows of every city and of looks that are still hidden; an export gives each asker their own.
 */
@ApiTags('ledger')
@Controller('ledger')
export class LedgerFilesController {
  constructor(@Inject(Ledger) private readonly ledger: Ledger) {}

  @Get('checkpoint')
  @Policy('public')
  @RouteConfig(aMinute)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '检查点 The newest signed checkpoint (C2SP tlog-checkpoint)' })
  checkpoint(): Promise<StreamableFile> {
    return this.file('checkpoint', 'text/plain; charset=utf-8');
  }

  @Get('tile/:level/*')
  @Policy('public')
  @RouteConfig(aMinute)
  @Header('cache-control', 'public, max-age=31536000, immutable')
  @ApiOperation({ summary: '哈希 A tile of hashes (C2SP tlog-tiles); bundles of entries are not served' })
  tile(@Param('level') level: string, @Param('*') rest: string): Promise<StreamableFile> {
    const path = `tile/${level}/${rest}`;
    const tile = readTilePath(path);
    if (!tile || tile.level === 'entries') throw problems.notFound();
    return this.file(path, 'application/octet-stream');
  }

  private async file(path: string, type: string): Promise<StreamableFile> {
    const bytes = await this.ledger.parts?.store.read(path);
    if (!bytes) throw problems.notFound();
    return new StreamableFile(bytes, { type });
  }
}
