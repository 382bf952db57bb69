import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import {
  canonical,
  CONFIGURATION,
  COURIER_POOL,
  Courier,
  HealthChecks,
  isSignedBy,
  LOGGER,
  problems,
  Repeating,
  SERVICE,
  sha256,
  type Configuration,
  type Logger,
  type ServiceDefinition,
} from '@lianxi/chassis';
import { checkEdition, register as builtIn, type Edition, type Register } from '@lianxi/jurisdiction';
import { editionText } from './edition-text';

interface KeptEdition {
  readonly id: string;
  readonly city: string;
  readonly content: unknown;
  readonly hash: string;
  readonly signature: string | null;
  readonly revision: number;
}

/** An edition that lies here and does not bear its office's signature: nothing may be decided while it does. */
class EditionForged extends Error {
  readonly code = 'edition-forged';
}

const counting = `SELECT id, city, content, hash, signature, revision FROM editions WHERE state IN ('signed', 'in-force') ORDER BY id`;

/**
 * The rules as this service knows them: those it was built with and the editions signed since. Read anew within a second of a
 * change, whichever process took it in; an edition is signed at least a day before its own, so nobody decides by half of a change.
 */
@Injectable()
export class RuleBook implements OnModuleInit, OnApplicationShutdown {
  private rules: Register | undefined;
  private mark = '';
  private trouble: string | undefined;
  private readonly repeating: Repeating;

  constructor(
    @Inject(COURIER_POOL) private readonly pool: Pool,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(SERVICE) private readonly service: ServiceDefinition,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(HealthChecks) private readonly checks: HealthChecks,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.repeating = new Repeating('rules', 1_000, () => this.refresh().catch((error: Error) => this.note(error)), logger);
  }

  async onModuleInit(): Promise<void> {
    this.courier.servesBodiesBy((body) => this.servesBody(body));
    this.checks.add({ name: 'rules', trouble: () => Promise.resolve(this.trouble) });
    await this.refresh().catch((error: Error) => this.note(error));
    this.repeating.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeating.stop();
  }

  /** Throws a 503 problem while the rules cannot be read or one of them is not what its office signed. */
  current(): Register {
    if (!this.rules || this.trouble !== undefined) throw problems.unavailable();
    return this.rules;
  }

  servesBody(body: string): boolean {
    return (this.rules ?? builtIn).servesBody(this.service.name, body);
  }

  async refresh(): Promise<void> {
    const { rows } = await this.pool.query<KeptEdition>({ name: 'editions-that-count', text: counting });
    const mark = rows.map(({ id, revision, hash, signature }) => `${id} ${revision} ${hash} ${signature ?? ''}`).join('\n');
    if (this.rules && this.trouble === undefined && mark === this.mark) return;
    this.rules = builtIn.withEditions(rows.map((row) => this.checked(row)));
    this.mark = mark;
    this.trouble = undefined;
  }

  private checked({ id, city, content, hash, signature, revision }: KeptEdition): Edition {
    const isGenuine =
      sha256(canonical(content)) === hash &&
      isSignedBy(
        this.configuration.LIANXI_OFFICE_PUBLIC[city],
        editionText({ city, id, hash, isWithdrawn: false, revision }),
        signature ?? '',
      );
    if (!isGenuine) throw new EditionForged(`${id} does not bear its office's signature`);
    return checkEdition(content);
  }

  /** A connection that is lost for a moment changes no rules; a forged edition stops every decision. */
  private note(error: Error): void {
    if (error instanceof EditionForged) this.trouble = error.message;
    this.logger.warn({ error: error.name, code: (error as { code?: string }).code }, 'rules');
  }
}
