import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsLegalDay } from '@lianxi/chassis';
import { everyPaperKind, paperOrigins } from '@lianxi/casework';

const codes = (choices: readonly { code: string }[]): string[] => choices.map(({ code }) => code);

/** What is said of one paper, beside its file. */
export class PaperForm {
  @ApiProperty({ enum: codes(everyPaperKind) }) @IsIn(codes(everyPaperKind)) kind!: string;
  @ApiProperty({ description: 'Date of the paper, YYYY-MM-DD' }) @IsLegalDay() dated!: string;
  @ApiProperty({ enum: codes(paperOrigins) }) @IsIn(codes(paperOrigins)) origin!: 'original' | 'copy';
}
