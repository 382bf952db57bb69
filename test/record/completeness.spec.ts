import { healthMatter } from '../support/example-facts';
import { Lianxi, waitFor } from '../support/lianxi';

let lianxi: Lianxi;
beforeAll(async () => {
  lianxi = await Lianxi.start({ services: ['health', 'agriculture', 'coordination', 'audit'] });
});
afterAll(() => lianxi.stop());

interface Service {
  readonly service: string;
  readonly announced: number;
  readonly received: number;
  readonly missing: number[];
  readonly silentFor: number;
  readonly restoredFrom: number | null;
}
const auditor = 'bj-joint-office-auditor';
const read = async (): Promise<{ complete: boolean; services: Service[] }> =>
  (await lianxi.get('audit', '/v1/completeness', auditor)).body as never;
const health = async (): Promise<Service | undefined> => (await read()).services.find(({ service }) => service === 'health');

/** Complete, and announced as far as the services' own tables reach. */
const isWhole = async (): Promise<boolean> => {
  const { complete, services } = await read();
  const count = ['health', 'agriculture', 'coordination']
    .map(
      (schema) =>
        `SELECT '${schema}' AS service, (SELECT count(*)::int FROM ${schema}.journal) + (SELECT count(*)::int FROM ${schema}.access) AS rows`,
    )
    .join(' UNION ALL ');
  const { rows } = await lianxi.admin.query<{ service: string; rows: number }>(count);
  return complete && rows.every(({ service, rows: own }) => services.find((each) => each.service === service)?.received === own);
};

describe('the audit service', () => {
  it('has every journal and access row of every service, as its service has it', async () => {
    const { body } = await lianxi.file('agriculture', healthMatter());
    await waitFor(
      'it was opened at health',
      async () => (await lianxi.get('health', `/v1/cases/${String(body['caseId'])}`, 'bj-health-head')).status === 200,
    );
    expect((await lianxi.get('health', `/v1/cases/${String(body['caseId'])}`, 'sz-health-head')).status).toBe(404);
    await waitFor('the record is complete', isWhole);
    for (const schema of ['health', 'agriculture', 'coordination'])
      for (const table of ['journal', 'access']) {
        const { rows } = await lianxi.admin.query(
          `
        WITH own AS (SELECT id, to_jsonb(t) AS content FROM ${schema}.${table} t), kept AS (SELECT row_id AS id, content FROM audit.recorded_rows WHERE service = $1 AND kind = $2)
        SELECT id FROM own FULL OUTER JOIN kept USING (id) WHERE own.content IS DISTINCT FROM kept.content`,
          [schema, table],
        );
        expect([schema, table, rows]).toEqual([schema, table, []]);
      }
    const { rows } = await lianxi.admin.query<{ kind: string }>(
      `SELECT DISTINCT content ->> 'kind' AS kind FROM audit.recorded_rows WHERE service = 'health' AND kind = 'access' ORDER BY 1`,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['case-opened', 'denied']);
  });

  it('reports a row that is missing within seconds, asks for it, and is whole again', async () => {
    await lianxi.file('health', healthMatter({ receivedBy: 'bj-health' }));
    await waitFor('the record is complete', isWhole);
    await lianxi.stopService('health');
    const {
      rows: [lost],
    } = await lianxi.admin.query<{ position: string }>(
      `DELETE FROM audit.recorded_rows WHERE service = 'health' AND kind = 'journal' AND position = (SELECT min(position) FROM audit.recorded_rows WHERE service = 'health' AND kind = 'journal') RETURNING position`,
    );
    expect((await health())?.missing).toEqual([Number(lost?.position)]);
    expect((await read()).complete).toBe(false);
    await lianxi.startService('health');
    await waitFor('it has been sent again', isWhole, 30_000);
  });

  it('notices a service that falls silent', async () => {
    await lianxi.stopService('agriculture');
    const silentFor = async (): Promise<number> => (await read()).services.find(({ service }) => service === 'agriculture')?.silentFor ?? 0;
    await waitFor('its silence is counted', async () => (await silentFor()) > 10, 30_000);
    expect((await read()).complete).toBe(false);
    await lianxi.startService('agriculture');
    await waitFor('the record is complete', isWhole, 30_000);
  });

  it('says so when a service comes back with a shorter record than it announced', async () => {
    await waitFor('the record is complete', isWhole, 30_000);
    await lianxi.admin.query(
      `UPDATE audit.announced_positions SET position = position + 5, incarnation = gen_random_uuid() WHERE service = 'health'`,
    );
    await waitFor('the restored record is reported', async () => typeof (await health())?.restoredFrom === 'number');
    expect((await read()).complete).toBe(false);
  });

  it('answers auditors only', async () => {
    expect((await lianxi.get('audit', '/v1/completeness', 'bj-joint-office-coordinator')).body['code']).toBe('role-refused');
    expect((await lianxi.get('audit', '/v1/completeness')).status).toBe(401);
  });
});
