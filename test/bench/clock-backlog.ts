import type { ProvingGround } from '../../deploy/embedded/src/faults/proving-ground';
import { copyCase, firingsOf } from './copied-cases';
import { DeskClient, filedHere } from './desk-client';
import { median, timed, type Line } from './measure';

const momentsOfOne = 3;
/** Intake is not held up: nobody who files meanwhile waits longer. */
const slowestFilingMs = 2_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** So many periods due at once, as after a day on which nothing ran: how fast they fire, and what a filing waits meanwhile. */
export async function clockBacklog(ground: ProvingGround, { moments }: { moments: number }): Promise<Line[]> {
  const client = new DeskClient((service) => ground.url(service));
  const file = async (): Promise<string> => {
    const { status, text } = await client.send('health', 'POST', '/v1/matters', { body: filedHere });
    if (status !== 201) throw new Error(`A filing was answered ${status}: ${text.slice(0, 200)}`);
    return (JSON.parse(text) as { caseId: string }).caseId;
  };
  const before: number[] = [];
  for (let round = 0; round < 50; round += 1) before.push(await timed(file));
  const copies = Math.ceil(moments / momentsOfOne);
  await copyCase(ground.admin, await file(), copies);
  await ground.admin.query('ANALYZE health.clocks, health.cases');
  const { fired: firedBefore } = await firingsOf(ground.admin);
  await ground.admin.query(`INSERT INTO lianxi.clock_offset VALUES ('20 days')`);
  const meanwhile: number[] = [];
  const took = await timed(async () => {
    while (await isDue(ground)) {
      meanwhile.push(await timed(file));
      await pause(200);
    }
  });
  client.close();
  const { fired: firedInAll, outOfOrder, again } = await firingsOf(ground.admin);
  const fired = firedInAll - firedBefore;
  if (again > 0 || fired < copies * momentsOfOne)
    throw new Error(`Of ${copies * momentsOfOne} moments at least, ${fired} fired, ${again} of them again.`);
  if (meanwhile.length === 0) throw new Error('Everything had fired before a matter was filed: nothing was measured.');
  if (outOfOrder > 0) throw new Error(`${outOfOrder} of ${fired} moments fired after a later one.`);
  return [
    { name: `${fired.toLocaleString('en')} periods due at once, fired in order and once each`, value: (fired / took) * 1_000, unit: '/s' },
    {
      name: 'a filing meanwhile ÷ before, p50',
      value: median(meanwhile) / median(before),
      unit: '',
      remark: `${median(meanwhile).toFixed(1)} ms and ${median(before).toFixed(1)} ms, ${meanwhile.length} filings`,
    },
    { name: 'the slowest filing meanwhile', value: Math.max(...meanwhile), unit: 'ms', atMost: slowestFilingMs },
  ];
}

const isDue = async ({ admin }: ProvingGround): Promise<boolean> =>
  (await admin.query<{ due: boolean }>('SELECT EXISTS (SELECT 1 FROM health.clocks WHERE fires_at <= (SELECT lianxi.lianxi_now())) AS due'))
    .rows[0]?.due ?? false;
