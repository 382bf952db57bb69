import type { LegalDay } from '@lianxi/casework';
import { aiStages, checkFacts, decide, FactRefused, fields, type MatterFacts } from '@lianxi/jurisdiction';

/** Facts of a matter, and the service where the body that leads it has it. */
export interface PracticeMatter {
  readonly facts: MatterFacts;
  readonly service: string;
}

type Given = Readonly<Record<string, unknown>>;

/** Plain facts by which this body leads, found by the very decision that routes real matters; undefined for a body that leads nothing by itself. */
export function findPractice({
  city,
  body,
  on,
}: {
  readonly city: string;
  readonly body: string;
  readonly on: LegalDay;
}): PracticeMatter | undefined {
  for (const facts of plainFacts(city, body, on)) {
    const checked = asFacts(facts);
    const supervision = checked && decide(checked).supervision;
    if (checked && supervision?.status === 'decided' && supervision.holder === body && supervision.coHandlers.length === 0)
      return { facts: checked, service: supervision.service };
  }
  return undefined;
}

function* plainFacts(city: string, body: string, on: LegalDay): Generator<Given> {
  const units: Given[] = [
    { kind: 'enterprise', educationSystem: false, affiliation: null },
    { kind: 'university', educationSystem: true, affiliation: body },
  ];
  for (const unit of units)
    for (const field of fields)
      for (const aiStage of field === 'ai' ? aiStages : [undefined]) {
        yield {
          city,
          on,
          kind: 'incident',
          fields: [field],
          ...(aiStage === undefined ? {} : { aiStage }),
          unit,
          funding: 'none',
          fundManager: null,
          receivedBy: body,
        };
      }
}

function asFacts(facts: Given): MatterFacts | undefined {
  try {
    return checkFacts(facts);
  } catch (error) {
    if (error instanceof FactRefused) return undefined;
    throw error;
  }
}
