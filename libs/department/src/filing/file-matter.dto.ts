import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  Equals,
  IsArray,
  IsEmail,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { violationCatalogues } from '@lianxi/casework';
import { IsLegalDay } from '@lianxi/chassis';
import { PaperForm } from '../papers/paper-form';

export const channels = ['web', 'letter', 'call', 'visit', 'other-authority'] as const;
export type Channel = (typeof channels)[number];

/** Who the reporter is and how to reach them; every part is optional, since reports may be anonymous. Of a violation it is sealed to the custodians at once and kept by the vault alone. */
export class Contact {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) name?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(40) phone?: string;
  @ApiPropertyOptional() @IsOptional() @IsEmail() @MaxLength(200) email?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(300) address?: string;
  @ApiPropertyOptional({ description: 'Identity number' }) @IsOptional() @IsString() @MaxLength(40) idNumber?: string;
}

/** The reporter's own words. All of it is kept as particulars, never in the journal. */
export class Report {
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(200) title!: string;
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(20_000) text!: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(300) unitName?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(300) partyName?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(300) place?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) time?: string;
  @ApiPropertyOptional({ type: Contact }) @IsOptional() @ValidateNested() @Type(() => Contact) contact?: Contact;
  @ApiPropertyOptional({ description: "Answers to the department's further questions" }) @IsOptional() @IsObject() answers?: Record<
    string,
    unknown
  >;
}

/** What the reporter says was forbidden, chosen from a catalogue of violations. */
export class Conduct {
  @ApiProperty({ enum: violationCatalogues.map(({ id }) => id) }) @IsIn(violationCatalogues.map(({ id }) => id)) catalogue!: string;
  @ApiProperty({ type: [String], description: 'Codes of the catalogue' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(13)
  @IsString({ each: true })
  codes!: string[];
}

/** A matter as anyone may file it. State secrets must not be entered: 不得填写国家秘密. */
export class FileMatterForm {
  @ApiProperty({ description: 'Facts the routing decision needs; "unknown" is allowed where a reporter cannot know' })
  @IsObject()
  facts!: Record<string, unknown>;

  @ApiProperty({ type: Report }) @ValidateNested() @Type(() => Report) @IsObject() report!: Report;

  @ApiPropertyOptional({ type: [PaperForm], description: 'One for each file of a multipart request, in the same order' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => PaperForm)
  papers?: PaperForm[];

  @ApiPropertyOptional({ type: Conduct, description: 'For a report of a violation' })
  @IsOptional()
  @ValidateNested()
  @Type(() => Conduct)
  @IsObject()
  conduct?: Conduct;

  @ApiProperty({ description: '本人确认内容不涉及国家秘密 / I confirm that no state secret is entered' })
  @Equals(true)
  noStateSecrets!: boolean;
}

export class OnBehalf {
  @ApiProperty({ enum: channels.slice(1) }) @IsIn(channels.slice(1)) channel!: Exclude<Channel, 'web'>;
  @ApiProperty({ description: 'Day on which it came in, YYYY-MM-DD' }) @IsLegalDay() receivedOn!: string;
  @ApiProperty({ description: 'Who gave it: a person, a sender, an authority' }) @IsString() @IsNotEmpty() @MaxLength(300) givenBy!: string;
  @ApiPropertyOptional({ description: 'What was said or sent; required where no scan comes along' })
  @IsOptional()
  @IsString()
  @MaxLength(5_000)
  note?: string;
}

/** A matter that an officer files for a letter, a call, a visit or another authority. */
export class FileOnBehalfForm extends FileMatterForm {
  @ApiProperty({ type: OnBehalf }) @ValidateNested() @Type(() => OnBehalf) @IsObject() onBehalf!: OnBehalf;
}
