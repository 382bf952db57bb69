import { IsInt, IsString, IsUrl, Min, validateSync } from 'class-validator';
import { plainToInstance } from 'class-transformer';
import { ConfigurationRefused, type Configuration } from '@lianxi/chassis';
import { DirectoryTileStore, openSigner, openVerifier, sm2Signer } from '@lianxi/ledger';
import type { LedgerParts } from './ledger-writer';
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
  const { LIANXI_LEDGER_KEY: key, LIANXI_LEDGER_DIR: directory } = configuration;
  if (key === undefined || directory === undefined) {
    if (configuration.LIANXI_MODE === 'production') throw new ConfigurationRefused('Wrong or missing: LIANXI_LEDGER_KEY, LIANXI_LEDGER_DIR (the record is signed in production)');
    return undefined;
  }
  try {
    const { name } = openSigner(key);
    const store = new DirectoryTileStore(directory);
    const more = configuration.LIANXI_LEDGER_SM2_KEY === undefined ? [] : [sm2Signer(name, Buffer.from(configuration.LIANXI_LEDGER_SM2_KEY, 'base64').toString('utf8'))];
    const places = plainToInstance(NamedWitness, configuration.LIANXI_LEDGER_WITNESSES ?? []);
    const quorum = configuration.LIANXI_LEDGER_QUORUM ?? places.length;
    const faults = [...places.flatMap((place) => validateSync(place)), ...validateSync(plainToInstance(Quorum, { quorum }))];
    if (faults.length > 0 || quorum > places.length) throw new ConfigurationRefused('a witness has a url and a key; the quorum is at most their number');
    places.forEach((place) => openVerifier(place.key));
    return { store, key, more, witnesses: places.map((place) => new WitnessClient(place, (path) => store.read(path))), quorum };
  } catch (error) {
    throw new ConfigurationRefused(`Wrong or missing: LIANXI_LEDGER_*: ${(error as Error).message}`);
  }
}
