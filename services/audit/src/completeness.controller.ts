import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Policy } from '@lianxi/chassis';
import { Completeness } from './completeness';

@ApiTags('audit')
@ApiBearerAuth()
@Controller('v1/completeness')
export class CompletenessController {
  constructor(@Inject(Completeness) private readonly completeness: Completeness) {}

  @Get()
  @Policy(['auditor', 'audit-administrator', 'system-administrator'])
  @ApiOperation({ summary: '记录完整性 Is the record of every service whole, and if not, what is missing' })
  read(): ReturnType<Completeness['read']> {
    return this.completeness.read();
  }
}
