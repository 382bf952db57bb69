import { Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Policy, type LianxiRequest } from '@lianxi/chassis';
import { actorOf, checkedId } from '../cases/cases.controller';
import { WatchCase } from './watch-case';

@ApiTags('cases')
@ApiBearerAuth()
@Controller('v1/cases/:id')
export class WatchController {
  constructor(@Inject(WatchCase) private readonly watchCase: WatchCase) {}

  @Post('watch')
  @HttpCode(200)
  @Policy('any-post')
  @ApiOperation({ summary: '关注 Watch a case: the list "watched" says what is new since the last look' })
  watch(@Param('id') id: string, @Req() request: LianxiRequest): ReturnType<WatchCase['set']> {
    return this.watchCase.set(checkedId(id), true, actorOf(request));
  }

  @Post('unwatch')
  @HttpCode(200)
  @Policy('any-post')
  @ApiOperation({ summary: '取消关注 Watch it no longer' })
  unwatch(@Param('id') id: string, @Req() request: LianxiRequest): ReturnType<WatchCase['set']> {
    return this.watchCase.set(checkedId(id), false, actorOf(request));
  }
}
