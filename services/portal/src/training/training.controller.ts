import { Controller, Get, Headers, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Policy } from '@lianxi/chassis';
import { actorOf } from '@lianxi/department';
import { sessionOf } from '../session/session.controller';
import type { PortalRequest } from '../session/session';
import { Training, type BegunExercise, type TrainingView } from './training';

/** Practising, on an installation that holds invented matters alone. */
@ApiTags('portal')
@Controller('api/training')
@Policy('any-post')
export class TrainingController {
  constructor(@Inject(Training) private readonly training: Training) {}

  @Get()
  list(@Req() request: PortalRequest): Promise<TrainingView> {
    return this.training.list(sessionOf(request), actorOf(request));
  }

  @Post(':exercise')
  @HttpCode(200)
  begin(
    @Param('exercise') exercise: string,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: PortalRequest,
  ): Promise<BegunExercise> {
    return this.training.begin(exercise, sessionOf(request), actorOf(request), key ?? '');
  }
}
