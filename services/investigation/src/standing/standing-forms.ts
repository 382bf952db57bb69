import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
} from 'class-validator';
import { isIdentity, standingKinds, type StandingKind } from '@lianxi/casework';
import { IsLegalDay } from '@lianxi/chassis';

/** As many applicants as one list may name. */
export const mostApplicants = 2_000;

const IsIdentity = (each: boolean): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isIdentity',
      validator: {
        validate: (value) => typeof value === 'string' && isIdentity(value),
        defaultMessage: () => 'an identity number or a unified social credit code',
      },
    },
    { each },
  );

class Question {
  @ApiProperty({ enum: standingKinds }) @IsIn(standingKinds) for!: StandingKind;
  @ApiProperty({ required: false, description: 'The day that is asked about, YYYY-MM-DD; today if absent' })
  @IsOptional()
  @IsLegalDay()
  on?: string;
}

export class StandingForm extends Question {
  @ApiProperty({ description: 'Identity number or unified social credit code. It is in no log and is not kept.' })
  @IsString()
  @MaxLength(60)
  @IsIdentity(false)
  subject!: string;
}

export class StandingBatchForm extends Question {
  @ApiProperty({ description: `Up to ${mostApplicants} identity numbers or credit codes; answers keep their order` })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostApplicants)
  @IsString({ each: true })
  @IsIdentity(true)
  subjects!: string[];
}

export class StandingQuery extends Question {
  @ApiProperty({ description: 'The keyed hash that an answer gave; never a number, which would end in logs' })
  @Matches(/^[0-9a-f]{64}$/)
  subject!: string;
}

export class BatchRowsQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(1_000_000) after?: number;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}
