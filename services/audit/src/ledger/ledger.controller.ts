import { Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Policy } from '@lianxi/chassis';
import { LedgerReport, type LedgerState } from './ledger-report';

@ApiTags('audit')
@ApiBearerAuth()
@Controller('v1/ledger')
export class LedgerController {
  constructor(@Inject(LedgerReport) private readonly report: LedgerReport) {}

  @Get()
  @Policy(['auditor', 'audit-administrator', 'system-administrator'])
  @ApiOperation({ summary: '账本状况 Is every recorded row signed, by whom cosigned, how late, and does anything differ' })
  read(): Promise<LedgerState> {
    return this.report.read();
  }

  @Post('check')
  @HttpCode(200)
  @Policy(['auditor', 'audit-administrator'])
  @ApiOperation({ summary: '逐行核对 Compares every row with its leaf and its tile, from the first to the last' })
  async check(): Promise<LedgerState & { compared: number }> {
    const compared = await this.report.lookThroughAll();
    return { compared, ...(await this.report.read()) };
  }
}
