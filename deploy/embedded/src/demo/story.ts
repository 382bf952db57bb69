import { randomUUID } from 'node:crypto';
import { register } from '@lianxi/jurisdiction';
import type { Surroundings } from '../environment';
import { DemoDesk } from './demo-desk';
import type { Narrator } from './narrator';

interface Seen {
  readonly standing: string;
  readonly holder: string;
  readonly lead: string | null;
  readonly interim: boolean;
  readonly state: string;
  readonly version: number;
  readonly epoch: number;
  readonly number: string | null;
  readonly service: string;
  readonly why: {
    readonly status: string;
    readonly candidates: readonly string[];
    readonly edition: string;
    readonly reasons: readonly {
      readonly rule: string;
      readonly bodies: readonly string[];
      readonly clause: { readonly instrument: { zh: string; en: string }; readonly section: string };
    }[];
  } | null;
  readonly works: readonly { readonly id: string; readonly procedure: string; readonly state: string; readonly service: string }[];
  readonly timeline: readonly { readonly act: string; readonly body: string | null }[];
  readonly linkedTo: { readonly caseId: string } | null;
}

const facts = {
  city: 'beijing',
  kind: 'incident',
  fields: ['ai', 'human-life-medicine'],
  aiStage: 'research',
  unit: { kind: 'medical-institution', educationSystem: false, affiliation: 'bj-health' },
  funding: 'none',
  fundManager: null,
  receivedBy: 'bj-agri',
};
const report = {
  title: '示例：影像辅助诊断试验使用患者数据',
  text: "示例医院在未告知患者的情况下，用其影像数据训练诊断模型。 Example: a hospital trained a diagnostic model on patients' images without telling them.",
};

/** One matter from the wrong desk to the archive: overlap, interim holder, designation, co-handling, a transfer that comes back, the record. */
export async function story(around: Surroundings, narrator: Narrator): Promise<void> {
  const teller = new Teller(new DemoDesk(around), narrator);
  await teller.filedAtTheWrongDesk();
  await teller.heldUntilSomebodyLeads();
  await teller.designated();
  await teller.accepted();
  await teller.coHandled();
  await teller.offeredAndReturned();
  await teller.concluded();
  await teller.onTheRecord();
}

class Teller {
  private caseId = '';

  constructor(
    private readonly desk: DemoDesk,
    private readonly narrator: Narrator,
  ) {}

  async filedAtTheWrongDesk(): Promise<void> {
    this.narrator.chapter({ zh: '提交', en: 'Filing' });
    const filed = await this.desk.send('agriculture', '/v1/matters', { facts, report, noStateSecrets: true }, randomUUID());
    this.caseId = String(filed['caseId']);
    this.narrator.tell({
      zh: `有人在农业页提交一件事项：人工智能与人体研究。回执 ${String(filed['receipt'])}。`,
      en: `Somebody files a matter at agriculture: artificial intelligence and human subjects. Receipt ${String(filed['receipt'])}.`,
    });
    this.narrator.expect('the status', filed['status'], 'designation-required');
  }

  async heldUntilSomebodyLeads(): Promise<void> {
    this.narrator.chapter({ zh: '规则竞合，临时持有', en: 'Overlap, and an interim holder' });
    const seen = await this.heldBy('ai', 'bj-stc');
    for (const { rule, bodies, clause } of seen.why?.reasons ?? [])
      this.narrator.tell({
        zh: `${clause.instrument.zh} ${clause.section}：${bodies.map((body) => this.narrator.body(body).zh).join('、')}（${rule}）`,
        en: `${clause.instrument.en} ${clause.section}: ${bodies.map((body) => this.narrator.body(body).en).join(', ')} (${rule})`,
      });
    this.narrator.expect('the candidates', seen.why?.candidates, ['bj-stc', 'bj-eit', 'bj-health']);
    this.narrator.expect('interim', [seen.interim, seen.lead], [true, null]);
    this.narrator.tell({
      zh: '几家机关均有职责，尚无牵头。市科委、中关村管委会先行持有，只能登记、固定证据、移交等。',
      en: 'Several bodies are competent and nobody leads yet. The science commission holds it meanwhile; it may register, secure evidence or hand over, and little else.',
    });
    await this.act('ai', 'register', 'bj-stc-intake-officer');
    await this.act('ai', 'secure-evidence', 'bj-stc-head', { what: '示例：训练日志 Example: training logs' });
  }

  async designated(): Promise<void> {
    this.narrator.chapter({ zh: '指定牵头', en: 'Designation' });
    const office = 'bj-joint-office-coordinator';
    const find = async (): Promise<{ id: string; version: number } | undefined> =>
      (
        (await this.desk.read('coordination', '/v1/designations', office))?.['lines'] as
          { id: string; version: number; case_id: string }[] | undefined
      )?.find((line) => line.case_id === this.caseId);
    const asked = await this.desk.until('the office is asked', find);
    this.narrator.tell({
      zh: '联席会议办公室的承担单位也是候选，须先听取其他候选机关意见，并由不在该单位任职的人签发。',
      en: "The office's own host is a candidate: the others are heard first, and somebody without a post there signs.",
    });
    let { version } = asked;
    for (const ofBody of ['bj-eit', 'bj-health']) {
      await this.desk.send(
        'coordination',
        `/v1/designations/${asked.id}/acts/record-view`,
        { version, form: { ofBody, view: ofBody === 'bj-health' ? 'would-lead' : 'would-co-handle' } },
        randomUUID(),
        office,
      );
      version += 1;
    }
    await this.desk.send(
      'coordination',
      `/v1/designations/${asked.id}/acts/designate`,
      { version, form: { lead: 'bj-health', reasons: '以临床研究为主 Mainly clinical research' } },
      randomUUID(),
      office,
    );
    const seen = await this.heldBy('health', 'bj-health');
    this.narrator.expect('the lead', [seen.lead, seen.interim, seen.epoch], ['bj-health', false, 3]);
    this.narrator.tell({
      zh: `办公室指定市卫生健康委牵头；事项连同经过到达，编号 ${seen.number ?? ''}。`,
      en: `The office names the Health Commission; the case arrives with its history, as ${seen.number ?? ''}.`,
    });
  }

  async accepted(): Promise<void> {
    this.narrator.chapter({ zh: '受理', en: 'Acceptance' });
    await this.act('health', 'screen', 'bj-health-case-officer', { finding: '材料齐全 Complete' });
    await this.act('health', 'accept', 'bj-health-decider');
    await this.act('health', 'assign', 'bj-health-head', { post: 'bj-health-case-officer' });
    await this.act('health', 'begin-handling', 'bj-health-case-officer');
    this.narrator.tell({
      zh: '初审、受理、分办、开始办理；办理期限起算。',
      en: 'Screened, accepted, assigned, begun; the handling period runs.',
    });
  }

  async coHandled(): Promise<void> {
    this.narrator.chapter({ zh: '会办', en: 'Co-handling' });
    await this.act('health', 'ask-co-handler', 'bj-health-head', {
      coHandler: 'bj-eit',
      task: '请就模型训练合规性提出意见 On the training of the model',
    });
    const work = await this.work();
    await this.workAct(work.service, work.id, 'take-up', 'bj-eit-case-officer');
    await this.workAct(work.service, work.id, 'give-opinion', 'bj-eit-reviewer', {
      view: 'agree-with-conditions',
      opinion: '须删除已训练的数据 The data must be removed',
    });
    await this.whenOnCase('give-opinion');
    this.narrator.tell({
      zh: '请市经济和信息化局会办；其意见回到主办机关。',
      en: 'The bureau of economy co-handles; its opinion comes back to the lead.',
    });
  }

  async offeredAndReturned(): Promise<void> {
    this.narrator.chapter({ zh: '移交与退回', en: 'A transfer, and its return' });
    await this.act('health', 'offer-transfer', 'bj-health-head', {
      toBody: 'bj-agri',
      reason: 'facts-changed',
      reasons: '涉及动物样本 Animal samples are concerned',
    });
    const offer = await this.desk.until('agriculture sees the offer', async () =>
      (
        (await this.desk.read('agriculture', '/v1/hand-overs', 'bj-agri-head'))?.['lines'] as { id: string; case_id: string }[] | undefined
      )?.find((line) => line.case_id === this.caseId),
    );
    await this.desk.send(
      'agriculture',
      `/v1/hand-overs/${offer.id}/acts/return`,
      { form: { basis: 'in-charge-supervises', alternative: 'bj-health', reasons: '不属本机关主管 Not ours' } },
      randomUUID(),
      'bj-agri-head',
    );
    await this.whenOnCase('return');
    const seen = await this.heldBy('health', 'bj-health');
    this.narrator.expect('the holder', [seen.holder, seen.epoch], ['bj-health', 3]);
    this.narrator.tell({
      zh: '市农业农村局写明依据和应办机关后退回；其间始终由市卫生健康委负责。',
      en: 'Agriculture returns it with a clause and an alternative; the Health Commission answered for the case all the time.',
    });
  }

  async concluded(): Promise<void> {
    this.narrator.chapter({ zh: '会签与办结', en: 'Countersigning, and the end' });
    await this.act('health', 'propose-conclusion', 'bj-health-decider', {
      outcome: 'violation-found',
      summary: '未经告知使用患者数据 Patients were not told',
    });
    const work = await this.work();
    await this.desk.until(
      'the conclusion is there to sign',
      async () =>
        ((await this.desk.read(work.service, `/v1/cases/${work.id}`, 'bj-eit-head')) as unknown as Seen | undefined)?.state ===
          'conclusion-proposed' || undefined,
    );
    await this.workAct(work.service, work.id, 'countersign', 'bj-eit-decider');
    await this.whenOnCase('countersign');
    await this.act('health', 'conclude', 'bj-health-decider', { outcome: 'violation-found', summary: '责令整改 To be put right' });
    await this.act('health', 'archive', 'bj-health-case-officer');
    this.narrator.expect('the state', (await this.heldBy('health', 'bj-health')).state, 'archived');
    this.narrator.tell({ zh: '会办机关会签，主办机关办结、归档。', en: 'The co-handler countersigns; the lead concludes and archives.' });
  }

  async onTheRecord(): Promise<void> {
    this.narrator.chapter({ zh: '留痕', en: 'The record' });
    const whole = await this.desk.until('the record is whole', async () => {
      const seen = await this.desk.read('audit', '/v1/completeness', 'bj-joint-office-auditor');
      return seen?.['complete'] === true ? seen : undefined;
    });
    const seen = await this.heldBy('health', 'bj-health');
    const bodies = new Set(seen.timeline.map(({ body }) => body).filter((body) => body !== null));
    this.narrator.tell({
      zh: `此事项共 ${seen.timeline.length} 项行为，${bodies.size} 家机关；审计服务已收到全部 ${register.services.length} 个服务的记录，无缺号。`,
      en: `${seen.timeline.length} acts by ${bodies.size} bodies; the audit service has the record of all ${(whole['services'] as unknown[]).length} services, and no number is missing.`,
    });
    this.narrator.tell({ zh: '完。', en: 'The end.' });
  }

  private async heldBy(service: string, holder: string): Promise<Seen> {
    return this.desk.until(`${holder} holds the case`, async () => {
      const seen = (await this.desk.read(service, `/v1/cases/${this.caseId}`, `${holder}-head`)) as unknown as Seen | undefined;
      return seen?.standing === 'holding' && seen.holder === holder ? seen : undefined;
    });
  }

  private async act(service: string, act: string, as: string, form: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const seen = await this.desk.until(
      'the case can be read',
      async () => (await this.desk.read(service, `/v1/cases/${this.caseId}`, as)) as unknown as Seen | undefined,
    );
    await this.desk.send(
      service,
      `/v1/cases/${this.caseId}/acts/${act}`,
      { version: seen.version, epoch: seen.epoch, form },
      randomUUID(),
      as,
    );
  }

  private async workAct(service: string, id: string, act: string, as: string, form: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const seen = await this.desk.until(
      'the work has arrived',
      async () => (await this.desk.read(service, `/v1/cases/${id}`, as)) as unknown as Seen | undefined,
    );
    this.narrator.expect('the case that asked', seen.linkedTo?.caseId, this.caseId);
    await this.desk.send(service, `/v1/cases/${id}/acts/${act}`, { version: seen.version, epoch: seen.epoch, form }, randomUUID(), as);
  }

  private async work(): Promise<Seen['works'][number]> {
    return this.desk.until('the work is asked for', async () =>
      (await this.heldBy('health', 'bj-health')).works.find(({ procedure }) => procedure === 'co-handling'),
    );
  }

  private async whenOnCase(act: string): Promise<void> {
    await this.desk.until(
      `${act} is on the case`,
      async () => (await this.heldBy('health', 'bj-health')).timeline.some((each) => each.act === act) || undefined,
    );
  }
}
