import { plainToInstance, Transform } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, IsUrl, Matches, Max, Min, validateSync } from 'class-validator';
import { scannerForm } from '../papers/scanner/open-scanner';

const fromJson = ({ value }: { value: unknown }): unknown => {
  try {
    return typeof value === 'string' ? JSON.parse(value) : value;
  } catch {
    return value;
  }
};
const toInteger = ({ value }: { value: unknown }): unknown => (value === undefined ? value : Number(value));
const anyHost = { require_tld: false, require_protocol: true };

/** What one service is told at its start; nothing in a service reads process.env itself, so many can run in one process. */
export class Configuration {
  @IsIn(['demo', 'production', 'test']) LIANXI_MODE!: 'demo' | 'production' | 'test';
  @IsUrl({ ...anyHost, protocols: ['postgres', 'postgresql'] }) LIANXI_PG_URL!: string;
  @IsString() LIANXI_PG_OFFICER_PASSWORD!: string;
  @IsString() LIANXI_PG_COURIER_PASSWORD!: string;
  @IsUrl({ ...anyHost, protocols: ['nats', 'tls'] }) LIANXI_NATS_URL!: string;
  @IsString() LIANXI_NATS_SEED!: string;
  @IsOptional() @IsString() LIANXI_NATS_RECONCILER_SEED?: string;
  @IsOptional() @IsUrl(anyHost) LIANXI_NATS_MONITOR_URL?: string;
  @IsString() LIANXI_HTTP_HOST!: string;
  @Transform(toInteger) @IsInt() @Min(0) @Max(65535) LIANXI_HTTP_PORT!: number;
  @IsString() LIANXI_SEAL_SECRET!: string;
  @Transform(fromJson) @IsObject() LIANXI_SEAL_PUBLIC!: Record<string, string>;
  /** By city the office's public Ed25519 key, and at coordination alone the seeds that belong to them: both base64. */
  @Transform(fromJson) @IsObject() LIANXI_OFFICE_PUBLIC!: Record<string, string>;
  @IsOptional() @Transform(fromJson) @IsObject() LIANXI_OFFICE_SECRET?: Record<string, string>;
  /** By city the public keys of its identity custodians, by name: base64. */
  @Transform(fromJson) @IsObject() LIANXI_CUSTODIANS!: Record<string, Record<string, string>>;
  @IsString() LIANXI_RECEIPT_KEY!: string;
  /** The same for all services of an installation: what is kept of a receipt. */
  @IsString() LIANXI_RECEIPT_HASH_KEY!: string;
  @IsString() LIANXI_PAPERS_DIR!: string;
  @IsString() LIANXI_PAPER_KEY!: string;
  /** What looks for malware in papers: `off`, `clamd://host:port`, `clamd:///socket`, or `command:["program","argument"]`. */
  @IsOptional() @Matches(scannerForm) LIANXI_SCANNER?: string;
  @IsString() LIANXI_ISSUER!: string;
  @IsString() LIANXI_AUDIENCE!: string;
  @IsUrl(anyHost) LIANXI_JWKS_URL!: string;
  @IsString() LIANXI_LOG!: string;
  @IsOptional() @IsString() LIANXI_POSTS_FILE?: string;
  @Transform(fromJson) @IsObject() LIANXI_SERVICE_URLS!: Record<string, string>;
  @IsOptional() @Transform(toInteger) @IsInt() @Min(1) @Max(200) LIANXI_POOL?: number;
  /** When another auditor must approve an export of the record. */
  @IsOptional() @IsIn(['always', 'beyond-one-case', 'never']) LIANXI_EXPORT_APPROVAL?: 'always' | 'beyond-one-case' | 'never';
  /** The organs' retention schedule and the practice of inspections, as JSON; where they are not given the usual holds, marked unconfirmed. */
  @IsOptional() @Transform(fromJson) @IsObject() LIANXI_RETENTION?: Record<string, unknown>;
  @IsOptional() @Transform(fromJson) @IsObject() LIANXI_INSPECTING?: Record<string, unknown>;
  /** Where spans go, as OpenTelemetry names it; without it nothing is traced. */
  @IsOptional() @IsUrl({ ...anyHost, protocols: ['http', 'https'] }) OTEL_EXPORTER_OTLP_ENDPOINT?: string;
  /** Filings one address may make in a minute, and all together (of IPv6 a network of 64 bits is one address). Each process counts for itself. */
  @IsOptional() @Transform(toInteger) @IsInt() @Min(1) LIANXI_FILINGS_A_MINUTE?: number;
  @IsOptional() @Transform(toInteger) @IsInt() @Min(1) LIANXI_FILINGS_A_MINUTE_IN_TOTAL?: number;
  /** Addresses or networks of the proxies before this service, the portal among them: only what they say of an address behind them is believed. */
  @IsOptional() @Matches(/^[\da-f.:]+(\/\d{1,3})?(,[\da-f.:]+(\/\d{1,3})?)*$/i) LIANXI_TRUSTED_PROXIES?: string;
  /** The audit service alone: where the signed log lies, and by which keys it is signed (SM2 as base64 of PEM). */
  @IsOptional() @IsString() LIANXI_LEDGER_DIR?: string;
  /** Instead of a directory a bucket: `https://host/bucket/prefix`, and who may read, write, list and delete there. */
  @IsOptional() @IsUrl({ ...anyHost, protocols: ['http', 'https'] }) LIANXI_LEDGER_S3?: string;
  @IsOptional() @IsString() LIANXI_LEDGER_S3_REGION?: string;
  @IsOptional() @IsString() LIANXI_LEDGER_S3_KEY_ID?: string;
  @IsOptional() @IsString() LIANXI_LEDGER_S3_SECRET?: string;
  @IsOptional() @IsString() LIANXI_LEDGER_KEY?: string;
  @IsOptional() @IsString() LIANXI_LEDGER_SM2_KEY?: string;
  /** `[{"url","key"}]`; how many of them must agree is the quorum. */
  @IsOptional() @Transform(fromJson) @IsArray() LIANXI_LEDGER_WITNESSES?: { url: string; key: string }[];
  @IsOptional() @Transform(toInteger) @IsInt() @Min(0) LIANXI_LEDGER_QUORUM?: number;
}

export class ConfigurationRefused extends Error {
  readonly code = 'configuration-refused';
}

/** Reads a service's variables; throws {@link ConfigurationRefused} naming every wrong one, before anything is opened. */
export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  const known = Object.fromEntries(
    Object.entries(env).filter(
      ([name, value]) => (name.startsWith('LIANXI_') || name === 'OTEL_EXPORTER_OTLP_ENDPOINT') && value !== undefined && value !== '',
    ),
  );
  const configuration = plainToInstance(Configuration, known);
  const faults = validateSync(configuration);
  const refused = [...faults.map((fault) => fault.property), ...notForProduction(configuration)];
  if (refused.length > 0) throw new ConfigurationRefused(`Wrong or missing: ${refused.join(', ')}`);
  return configuration;
}

/** The issuer of `npm start` gives a token to anybody and speaks http: who can forge the keys on their way is anybody. */
const notForProduction = (configuration: Configuration): string[] => {
  if (configuration.LIANXI_MODE !== 'production') return [];
  return (['LIANXI_ISSUER', 'LIANXI_JWKS_URL'] as const)
    .filter((name) => !configuration[name].startsWith('https://'))
    .map((name) => `${name} (https in production)`);
};
