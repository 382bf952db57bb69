import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Policy } from '../identity/policy';
import type { IntegrityReport } from './integrity-check';
import { IntegrityChecks } from './integrity-checks';

@ApiTags('operation')
@ApiBearerAuth()
@Controller('v1/integrity')
export class IntegrityController {
  constructor(@Inject(IntegrityChecks) private readonly checks: IntegrityChecks) {}

  @Get()
  @Policy(['system-administrator'])
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '完整性检查 What is looked for all the time, what was found, and what to do about it' })
  read(): { whole: boolean; checks: IntegrityReport[] } {
    const checks = this.checks.read();
    return { whole: checks.every(({ subjects }) => subjects.length === 0), checks };
  }
}
