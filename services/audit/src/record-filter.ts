import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID, Matches } from 'class-validator';
import type { ExportFilter } from '@lianxi/checker';
import { IsLegalDay } from '@lianxi/chassis';

const code = /^[a-z0-9][a-z0-9-]{1,80}$/;

/** Which rows of the record: all that is given must hold. */
export class RecordFilter {
  @ApiPropertyOptional() @IsOptional() @IsUUID() caseId?: string;
  @ApiPropertyOptional({ description: 'A post holder, by the post' }) @IsOptional() @Matches(code) post?: string;
  @ApiPropertyOptional() @IsOptional() @Matches(code) body?: string;
  @ApiPropertyOptional({ description: 'A kind of act, or of look' }) @IsOptional() @Matches(code) act?: string;
  @ApiPropertyOptional({ description: 'First legal day' }) @IsOptional() @IsLegalDay() from?: string;
  @ApiPropertyOptional({ description: 'Last legal day' }) @IsOptional() @IsLegalDay() until?: string;
}

/** Legal days are those of the city's zone. */
const dayStart = (value: string): string => `(${value} || ' 00:00:00+08')::timestamptz`;

/** The same as `isInFilter`, by which every row of a package is checked: a difference ends the export. */
const conditions: Readonly<Record<keyof ExportFilter, (value: string) => string>> = {
  caseId: (value) => `r.case_id = ${value}::uuid`,
  post: (value) => `r.content ->> 'post' = ${value}`,
  body: (value) => `r.body = ${value}`,
  act: (value) => `r.act = ${value}`,
  from: (value) => `r.recorded_at >= ${dayStart(value)}`,
  until: (value) => `r.recorded_at < ${dayStart(value)} + interval '1 day'`,
};

/** Conditions on `recorded_rows r`, and their values, whose parameters begin at `$first`. */
export function conditionsOf(
  filter: ExportFilter,
  first: number,
): { readonly texts: readonly string[]; readonly values: readonly string[] } {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined) as [keyof ExportFilter, string][];
  return { texts: given.map(([name], place) => conditions[name](`$${first + place}`)), values: given.map(([, value]) => value) };
}
