import { createPublicKey } from 'node:crypto';
import { IsInt, IsString, IsUrl, Min, validateSync } from 'class-validator';
import { plainToInstance } from 'class-transformer';
import { ConfigurationRefused, type Configuration } from '@lianxi/chassis';
import { DirectoryTileStore, openSigner, openVerifier, sm2Signer, type TileStore } from '@lianxi/ledger';
import type { LedgerParts } from './ledger-writer';
import { S3TileStore } from './s3-tile-store';
import { WitnessClient, type WitnessPlace } from './witness-client';

class NamedWitness implements WitnessPlace {
  @IsUrl({ require_tld: false, require_protocol: true }) url!: string;
  @IsString() key!: string;
}

class Quorum {
  @IsInt() @Min(0) quorum!: number;
}

/** What the ledger is told: undefined when it is off, which production refuses. Throws {@link ConfigurationRefused}. */
export function ledgerParts(configuration: Configuration): LedgerParts | undefined {
  const { LIANXI_LEDGER_KEY: key } = configuration;
  const store = storeIn(configuration);
  if (key === undefined || store === undefined) {
    if (configuration.LIANXI_MODE === 'production')
      throw new ConfigurationRefused(
        'Wrong or missing: LIANXI_LEDGER_KEY, LIANXI_LEDGER_DIR or LIANXI_LEDGER_S3 (the record is signed in production)',
      );
    return undefined;
  }
  try {
    const { name } = openSigner(key);
    const sm2 =
      configuration.LIANXI_LEDGER_SM2_KEY === undefined
        ? undefined
        : Buffer.from(configuration.LIANXI_LEDGER_SM2_KEY, 'base64').toString('utf8');
    const more = sm2 === undefined ? [] : [sm2Signer(name, sm2)];
    const places = plainToInstance(NamedWitness, configuration.LIANXI_LEDGER_WITNESSES ?? []);
    const quorum = configuration.LIANXI_LEDGER_QUORUM ?? places.length;
    const faults = [...places.flatMap((place) => validateSync(place)), ...validateSync(plainToInstance(Quorum, { quorum }))];
    if (faults.length > 0 || quorum > places.length)
      throw new ConfigurationRefused('a witness has a url and a key; the quorum is at most their number');
    places.forEach((place) => openVerifier(place.key));
    return {
      store,
      key,
      more,
      sm2Pem: sm2 === undefined ? undefined : String(createPublicKey(sm2).export({ type: 'spki', format: 'pem' })),
      witnesses: places.map((place) => new WitnessClient(place, (path) => store.read(path))),
      quorum,
    };
  } catch (error) {
    throw new ConfigurationRefused(`Wrong or missing: LIANXI_LEDGER_*: ${(error as Error).message}`);
  }
}

/** Where the tiles lie: in a directory or in a bucket, and never in two places, of which one would be old one day. */
function storeIn({
  LIANXI_LEDGER_DIR: directory,
  LIANXI_LEDGER_S3: url,
  LIANXI_LEDGER_S3_REGION: region,
  LIANXI_LEDGER_S3_KEY_ID: keyId,
  LIANXI_LEDGER_S3_SECRET: secret,
}: Configuration): TileStore | undefined {
  if (url === undefined) return directory === undefined ? undefined : new DirectoryTileStore(directory);
  if (directory !== undefined)
    throw new ConfigurationRefused('Wrong or missing: LIANXI_LEDGER_DIR, LIANXI_LEDGER_S3 (one of them, not both)');
  if (region === undefined || keyId === undefined || secret === undefined)
    throw new ConfigurationRefused('Wrong or missing: LIANXI_LEDGER_S3_REGION, LIANXI_LEDGER_S3_KEY_ID, LIANXI_LEDGER_S3_SECRET');
  return new S3TileStore({ url, region, keyId, secret });
}
