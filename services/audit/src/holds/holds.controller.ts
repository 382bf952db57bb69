import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Policy, type LianxiRequest } from '@lianxi/chassis';
import { actorOf, checkedId, checkedKey } from '@lianxi/department';
import { ChangeHold } from './change-hold';
import { ReadHolds, type HoldView } from './read-holds';

class HoldForm {
  @ApiProperty() @IsObject() form!: Record<string, unknown>;
}

class HoldsQuery {
  @IsOptional() @IsUUID() after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

@ApiTags('holds')
@ApiBearerAuth()
@Controller('v1')
@Policy(['auditor'])
export class HoldsController {
  constructor(
    @Inject(ReadHolds) private readonly readHolds: ReadHolds,
    @Inject(ChangeHold) private readonly changeHold: ChangeHold,
  ) {}

  @Get('holds')
  @ApiOperation({ summary: '审计冻结列表 What the auditors keep, or kept, from being erased' })
  list(@Query() { after, limit = 50 }: HoldsQuery, @Req() request: LianxiRequest): Promise<{ lines: HoldView[]; next: string | null }> {
    return this.readHolds.list(actorOf(request), after ?? null, limit);
  }

  @Get('cases/:id/hold')
  @ApiOperation({ summary: '审计冻结 Whether the auditors keep a case from being erased, and what may be done' })
  read(@Param('id') id: string, @Req() request: LianxiRequest): Promise<HoldView> {
    return this.readHolds.read(checkedId(id), actorOf(request));
  }

  @Post('cases/:id/hold/acts/:act')
  @HttpCode(200)
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '冻结、提请解除、核准解除 Place a hold, propose to lift it, lift it' })
  change(
    @Param('id') id: string,
    @Param('act') act: string,
    @Body() { form }: HoldForm,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: LianxiRequest,
  ): Promise<string> {
    return this.changeHold.perform({ caseId: checkedId(id), act, form, key: checkedKey(key) }, actorOf(request));
  }
}
