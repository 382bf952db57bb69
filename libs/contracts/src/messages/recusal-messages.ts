import { IsInt, IsString, Min } from 'class-validator';

/** The holder noted whose staff a case concerns: said to services that held it, or are asked to take it, so that the body learns nothing more of it there either. */
export class BodyRecused {
  @IsString() body!: string;
  @IsInt() @Min(1) epoch!: number;
  @IsString() holder!: string;
}
