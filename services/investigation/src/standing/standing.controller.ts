import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { standingRoles } from '@lianxi/casework';
import { Policy, type LianxiRequest } from '@lianxi/chassis';
import { actorOf } from '@lianxi/department';
import { AskStanding, type StandingAnswer } from './ask-standing';
import { StandingForm, StandingQuery } from './standing-forms';

@ApiTags('standing')
@ApiBearerAuth()
@Controller('v1/standing')
export class StandingController {
  constructor(@Inject(AskStanding) private readonly standing: AskStanding) {}

  @Post()
  @HttpCode(200)
  @Policy(standingRoles)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: '查询处理决定 What stands against a subject on a day, signed',
    description: 'The number is in the body, so that no address and no log holds it. A name is never enough.',
  })
  ask(@Body() form: StandingForm, @Req() request: LianxiRequest): Promise<StandingAnswer> {
    return this.standing.byNumber(form, actorOf(request));
  }

  @Get()
  @Policy(standingRoles)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: '再次查询 The same by the keyed hash that an earlier answer gave' })
  askAgain(@Query() query: StandingQuery, @Req() request: LianxiRequest): Promise<StandingAnswer> {
    return this.standing.bySubject(query, actorOf(request));
  }

  @Get('key')
  @Policy('public')
  @ApiOperation({ summary: '验签公钥 The key by which answers are checked offline' })
  key(): { key: string } {
    return { key: this.standing.publicKey };
  }
}
