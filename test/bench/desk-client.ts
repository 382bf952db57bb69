import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { legalDayOf } from '@lianxi/casework';

/** A client that keeps its connections, as a desk's browser or another system would. */
export class DeskClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(private readonly address: (service: string) => string) {}

  send(
    service: string,
    method: string,
    path: string,
    { token, body }: { token?: string; body?: string } = {},
  ): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const headers = {
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'idempotency-key': randomUUID() }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      };
      const sent = request(`${this.address(service)}${path}`, { agent: this.agent, method, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

const facts = {
  city: 'beijing',
  kind: 'incident',
  fields: ['human-life-medicine'],
  unit: { kind: 'medical-institution', educationSystem: false, affiliation: 'bj-health' },
  funding: 'none',
  fundManager: null,
};
const report = {
  title: '示例：知情同意书未经审查',
  text: '某医院在一项研究中使用的知情同意书未经伦理委员会审查，涉及参与者约三十人。'.repeat(4),
  unitName: '示例医院',
};

/** A matter as an officer takes it in at the right desk, as somebody files it there, and as somebody files it at a wrong one. */
export const takenIn = JSON.stringify({
  facts,
  report,
  noStateSecrets: true,
  onBehalf: {
    channel: 'letter',
    receivedOn: legalDayOf(new Date(performance.timeOrigin).toISOString()),
    givenBy: '示例来信人',
    note: '来信一封',
  },
});
export const filedHere = JSON.stringify({ facts: { ...facts, receivedBy: 'bj-health' }, report, noStateSecrets: true });
export const filedElsewhere = JSON.stringify({ facts: { ...facts, receivedBy: 'bj-agri' }, report, noStateSecrets: true });
