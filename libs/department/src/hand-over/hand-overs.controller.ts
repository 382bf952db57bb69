import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsInt, IsObject, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import type { Pool } from 'pg';
import { actsAllowed, handOver } from '@lianxi/casework';
import { inTransaction, OFFICER_POOL, Policy, type JsonOf, type LianxiRequest } from '@lianxi/chassis';
import { actorOf, checkedId, checkedKey } from '../cases/cases.controller';
import { allowedView } from '../cases/read-case';
import { offersTo, type OfferRow } from '../cases/read-rows';
import type { OfferedAct } from '../cases/case-view';
import { AnswerOffer, offerStanding, offerSubject, type OfferAnswered } from './answer-offer';

class OfferQuery {
  @IsOptional() @IsUUID() after?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

/** An offer, and what may be answered to it. */
export type OfferView = OfferRow & { readonly acts: readonly OfferedAct[] };

export interface OffersPage {
  readonly lines: readonly OfferView[];
  readonly next: string | null;
}

class AnswerForm {
  @ApiProperty() @IsObject() form!: Record<string, unknown>;
}

@ApiTags('hand-overs')
@ApiBearerAuth()
@Controller('v1/hand-overs')
export class HandOversController {
  constructor(
    @Inject(AnswerOffer) private readonly answerOffer: AnswerOffer,
    @Inject(OFFICER_POOL) private readonly pool: Pool,
  ) {}

  @Get()
  @Policy('any-post')
  @ApiOperation({ summary: '待接收的移交 Transfers offered to my body' })
  async offers(@Query() { after, limit = 50 }: OfferQuery, @Req() request: LianxiRequest): Promise<OffersPage> {
    const actor = actorOf(request);
    const found = await inTransaction(this.pool, actor, (tx) => offersTo(tx, actor, after ?? null, limit + 1));
    const lines = found
      .slice(0, limit)
      .map((offer) => ({ ...offer, acts: actsAllowed(handOver, offerSubject(offer), offerStanding(actor, offer)).map(allowedView) }));
    return { lines, next: found.length > limit ? (lines.at(-1)?.id ?? null) : null };
  }

  @Post(':id/acts/:act')
  @HttpCode(200)
  @Policy('any-post')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: '同意接收或退回 Accept or return an offered transfer' })
  answer(
    @Param('id') id: string,
    @Param('act') act: string,
    @Body() { form }: AnswerForm,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: LianxiRequest,
  ): Promise<JsonOf<OfferAnswered>> {
    return this.answerOffer.answer({ id: checkedId(id), act, form, key: checkedKey(key) }, actorOf(request));
  }
}
