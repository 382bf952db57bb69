import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Policy, type LianxiRequest } from '@lianxi/chassis';
import { actorOf, PageQuery } from '../cases/cases.controller';
import { RuleChanges, type RuleChangesPage } from './rule-changes';

@ApiTags('cases')
@ApiBearerAuth()
@Controller('v1/rule-changes')
export class RuleChangesController {
  constructor(@Inject(RuleChanges) private readonly changes: RuleChanges) {}

  @Get()
  @Policy('any-post')
  @ApiOperation({
    summary: '规则修订后建议移交的事项 Open matters of my body that the changed rules give to another',
    description: 'Offer each by offer-transfer with the reason rules-changed; nothing moves by itself.',
  })
  list(@Query() { after, limit }: PageQuery, @Req() request: LianxiRequest): Promise<RuleChangesPage> {
    const [at = '', id = ''] = after?.split('~') ?? [];
    return this.changes.read(actorOf(request), after === undefined ? undefined : { at, id }, limit ?? 50);
  }
}
