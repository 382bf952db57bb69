import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsLegalDay } from '@lianxi/chassis';
import { everyPaperKind, paperOrigins } from '@lianxi/casework';

const codes = (choices: readonly { code: string }[]): string[] => choices.map(({ code }) => code);

/** What is said of one paper, beside its file. */
export class PaperForm {
  @ApiProperty({ enum: codes(everyPaperKind) }) @IsIn(codes(everyPaperKind)) kind!: string;
  @ApiProperty({ description: 'Date of the paper, YYYY-MM-DD' }) @IsLegalDay() dated!: string;
  @ApiProperty({ enum: codes(paperOrigins) }) @IsIn(codes(paperOrigins)) origin!: 'original' | 'copy';
}

/** What the register of a dossier says of a paper as well, where its giver knows it. */
export class RegisteredPaperForm extends PaperForm {
  @ApiPropertyOptional({ description: '文号 The paper’s own document number' })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(80)
  number?: string;
  @ApiPropertyOptional({ description: '页数 How many pages it has' }) @IsOptional() @Matches(/^[1-9]\d{0,3}$/) pages?: string;
}
