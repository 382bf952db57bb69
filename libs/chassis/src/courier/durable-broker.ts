/** The part of the broker's /varz that says whether what it acknowledged survives a power cut. */
export interface BrokerFacts {
  readonly version?: string;
  readonly jetstream?: { readonly config?: { readonly sync_always?: boolean } };
}

/** A broker that production may not run on. */
export class BrokerNotDurable extends Error {
  readonly code = 'broker-not-durable';
}

const oldest = [2, 10, 23] as const;

/** Why this broker may lose acknowledged messages at a power cut, or undefined when it may not. */
export function whyNotDurable({ version = '', jetstream }: BrokerFacts): string | undefined {
  const parts = version.split('.').map((part) => Number.parseInt(part, 10));
  const place = oldest.findIndex((least, index) => (parts[index] ?? 0) !== least);
  if (place >= 0 && !((parts[place] ?? 0) > (oldest[place] ?? 0)))
    return `NATS ${version || 'of an unknown version'} is older than ${oldest.join('.')}`;
  return jetstream?.config?.sync_always === true ? undefined : 'JetStream does not sync always: set "sync_interval: always"';
}

/** Throws {@link BrokerNotDurable}, also when the broker's monitoring cannot be asked: production does not start on hope. */
export async function requireDurableBroker(monitorUrl: string | undefined): Promise<void> {
  if (monitorUrl === undefined) throw new BrokerNotDurable('LIANXI_NATS_MONITOR_URL must be set in production mode.');
  const facts = await fetch(`${monitorUrl}/varz`, { signal: AbortSignal.timeout(5_000) })
    .then((answer) => answer.json() as Promise<BrokerFacts>)
    .catch(() => {
      throw new BrokerNotDurable(`The broker's monitoring at ${monitorUrl} does not answer.`);
    });
  const why = whyNotDurable(facts);
  if (why !== undefined) throw new BrokerNotDurable(`The broker is not fit for production: ${why}.`);
}
