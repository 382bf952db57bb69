import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

const code = /^[a-z][a-z0-9-]{0,60}$/;

/** Narrows a list; what is given must all hold. Codes alone, so that a filter may stand in an address. */
export class WorklistFilter {
  @ApiPropertyOptional({ description: 'Kind of matter' }) @IsOptional() @Matches(code) kind?: string;
  @ApiPropertyOptional({ description: 'State' }) @IsOptional() @Matches(code) state?: string;
  @ApiPropertyOptional({ description: 'One of its fields' }) @IsOptional() @Matches(code) field?: string;
  @ApiPropertyOptional({ description: 'The post it is assigned to; `none` for what is not assigned' })
  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9-]{1,80}$/)
  assigned?: string;
  @ApiPropertyOptional({ description: 'Due within so many days, or overdue' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(366)
  due?: number;
}

/** The parameters begin at `$first`, as {@link filterValues} gives them; one that is null asks nothing. */
export const filteredBy = (
  first: number,
): string => `($${first}::text IS NULL OR c.kind = $${first}) AND ($${first + 1}::text IS NULL OR c.state = $${first + 1}) AND ($${first + 2}::text IS NULL OR c.facts -> 'fields' ? $${first + 2})
  AND ($${first + 3}::text IS NULL OR coalesce(c.assigned_post, 'none') = $${first + 3}) AND ($${first + 4}::int IS NULL OR c.next_due_at <= (((lianxi_now() AT TIME ZONE 'Asia/Shanghai')::date + $${first + 4}::int + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'))`;

export const filterValues = ({ kind, state, field, assigned, due }: WorklistFilter): unknown[] => [
  kind ?? null,
  state ?? null,
  field ?? null,
  assigned ?? null,
  due ?? null,
];
