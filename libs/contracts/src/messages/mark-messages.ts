import { IsIn, IsInt, IsOptional, IsString, IsUUID, Min } from 'class-validator';

/** The holder marked a case: said to services that held it, are asked to take it, or (`workId`) work for it. */
export class MarkChanged {
  @IsIn(['ordinary', 'internal', 'sealed']) mark!: 'ordinary' | 'internal' | 'sealed';
  @IsInt() @Min(1) epoch!: number;
  @IsString() holder!: string;
  @IsOptional() @IsUUID() workId?: string;
}
