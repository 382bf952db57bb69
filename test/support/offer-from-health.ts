import { randomUUID } from 'node:crypto';
import { waitFor, type Answer, type Lianxi } from './lianxi';

/** A case on offer, as the body that is to take it sees it. */
export interface Offer {
  readonly answer: (act: string, form: Record<string, unknown>) => Promise<Answer>;
}

/** Offers a case of the health commission to a body, and waits until it has arrived at one of these services. */
export async function offerFromHealth(
  lianxi: Lianxi,
  id: string,
  { toBody, reason, services }: { toBody: string; reason: string; services: readonly string[] },
): Promise<Offer> {
  const { status, text } = await lianxi.act('health', id, 'offer-transfer', 'bj-health-head', { toBody, reason });
  expect([status, status === 200 ? '' : text]).toEqual([200, '']);
  let found: { service: string; offer: string } | undefined;
  await waitFor('the offer is there', async () => {
    for (const service of services) {
      const lines = ((await lianxi.get(service, '/v1/hand-overs', `${toBody}-head`)).body['lines'] ?? []) as {
        id: string;
        case_id: string;
      }[];
      const offer = lines.find((line) => line.case_id === id)?.id;
      if (offer !== undefined) found = { service, offer };
    }
    return found !== undefined;
  });
  return {
    answer: (act, form) =>
      lianxi.request(found?.service ?? '', 'POST', `/v1/hand-overs/${found?.offer}/acts/${act}`, {
        as: `${toBody}-head`,
        body: { form },
        headers: { 'idempotency-key': randomUUID() },
      }),
  };
}
