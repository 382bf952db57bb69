import { IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Min } from 'class-validator';

/** A holder asks the office to name the lead: several bodies compete, or none is named by a rule. */
export class DesignationRequested {
  @IsInt() @Min(1) epoch!: number;
  @IsString() holder!: string;
  @IsString() service!: string;
  @IsArray() @IsString({ each: true }) candidates!: string[];
  @IsArray() @IsString({ each: true }) suggestions!: string[];
  @IsObject() facts!: Record<string, unknown>;
  @IsOptional() @IsObject() decision?: Record<string, unknown>;
  @IsOptional() @IsIn(['ordinary', 'internal', 'sealed']) mark?: 'ordinary' | 'internal' | 'sealed';
}

/** The office's order, valid only while the case is in the expected epoch. */
export class DesignationOrdered {
  @IsUUID() designationId!: string;
  @IsInt() @Min(1) expectedEpoch!: number;
  @IsString() lead!: string;
  @IsString() service!: string;
  @IsString() clause!: string;
}

/** What became of an order: carried out, or stale because the case had moved on. */
export class DesignationAnswered {
  @IsUUID() designationId!: string;
  @IsIn(['carried-out', 'stale']) outcome!: 'carried-out' | 'stale';
  @IsInt() @Min(1) epoch!: number;
}
