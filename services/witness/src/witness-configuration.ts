import { plainToInstance, Transform } from 'class-transformer';
import { ArrayNotEmpty, IsArray, IsInt, IsString, Max, Min, validateSync } from 'class-validator';
import { ConfigurationRefused } from '@lianxi/chassis';

/** What a witness is told: nothing of the services whose log it watches but the log's public key. */
export class WitnessConfiguration {
  @IsString() LIANXI_HTTP_HOST!: string;
  @Transform(({ value }) => Number(value)) @IsInt() @Min(0) @Max(65535) LIANXI_HTTP_PORT!: number;
  /** Its own key for cosignatures, in the form of Go's `note` package. */
  @IsString() LIANXI_WITNESS_KEY!: string;
  /** Public keys of the logs it watches; a log's origin is its key's name. */
  @Transform(({ value }) => fromJson(value)) @IsArray() @ArrayNotEmpty() @IsString({ each: true }) LIANXI_WITNESS_LOGS!: string[];
  @IsString() LIANXI_WITNESS_DIR!: string;
  @IsString() LIANXI_LOG!: string;
}

function fromJson(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : value;
  } catch {
    return value;
  }
}

/** Throws {@link ConfigurationRefused} naming every wrong variable. */
export function readWitnessConfiguration(env: Readonly<Record<string, string | undefined>>): WitnessConfiguration {
  const known = Object.fromEntries(Object.entries(env).filter(([name, value]) => name.startsWith('LIANXI_') && value !== undefined));
  const configuration = plainToInstance(WitnessConfiguration, known);
  const refused = validateSync(configuration).map(({ property }) => property);
  if (refused.length > 0) throw new ConfigurationRefused(`Wrong or missing: ${refused.join(', ')}`);
  return configuration;
}
