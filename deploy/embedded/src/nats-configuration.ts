/** The broker's configuration with one user for each service, each allowed its own subjects and nothing else. */
export interface NatsPlan {
  readonly port: number;
  readonly monitorPort: number;
  readonly storeDirectory: string;
  /** Service to public nkey; `reconciler` is the one that may keep streams. */
  readonly users: Readonly<Record<string, string>>;
  readonly version: readonly [number, number, number];
  /** Where it listens; this machine only unless said otherwise. */
  readonly host?: string;
}

export function natsConfiguration({ port, monitorPort, storeDirectory, users, version, host = '127.0.0.1' }: NatsPlan): string {
  const canSync = version[0] > 2 || (version[0] === 2 && version[1] >= 10);
  return `host: ${host}
port: ${port}
http: "${host}:${monitorPort}"
max_payload: 1048576
jetstream {
  store_dir: ${JSON.stringify(storeDirectory)}
  ${canSync ? 'sync_interval: always' : '# this version cannot sync always: for development only'}
}
authorization {
  users = [
${Object.entries(users)
  .map(([name, key]) => `    { nkey: ${key}, permissions: ${permissions(name, Object.keys(users))} }`)
  .join('\n')}
  ]
}
`;
}

const listed = (subjects: readonly string[]): string => `[${subjects.map((subject) => JSON.stringify(subject)).join(', ')}]`;

function permissions(name: string, users: readonly string[]): string {
  const { publish, subscribe } =
    name === 'reconciler' ? reconcilerSubjects(users.filter((user) => user !== 'reconciler')) : subjectsOf(name);
  return `{ publish: { allow: ${listed(publish)} }, subscribe: { allow: ${listed(subscribe)} } }`;
}

/** Each stream and its one consumer by name: whoever may name others could copy every service's messages to a stream of their own. */
function reconcilerSubjects(services: readonly string[]): { publish: string[]; subscribe: string[] } {
  const asked = services.flatMap((service) =>
    ['INFO', 'CREATE'].flatMap((ask) => [
      `$JS.API.STREAM.${ask}.${streamOf(service)}`,
      `$JS.API.CONSUMER.${ask}.${streamOf(service)}.${service}`,
    ]),
  );
  return { publish: ['$JS.API.INFO', ...asked], subscribe: ['_INBOX_reconciler.>'] };
}

const streamOf = (service: string): string => `to-${service}`;

/** A service publishes only with its own name as sender, reads only its own stream, and hears only its own inbox. */
export function subjectsOf(service: string): { publish: string[]; subscribe: string[] } {
  const stream = streamOf(service);
  return {
    publish: [
      `v1.*.${service}.*.*`,
      `$JS.API.CONSUMER.INFO.${stream}.${service}`,
      `$JS.API.CONSUMER.MSG.NEXT.${stream}.${service}`,
      `$JS.ACK.${stream}.${service}.>`,
    ],
    subscribe: [`_INBOX_${service}.>`],
  };
}
