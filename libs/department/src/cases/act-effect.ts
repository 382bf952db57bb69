import type { Performed, RetentionSchedule } from '@lianxi/casework';
import type {
  Actor,
  CaseAccessRow,
  CaseRow,
  ClockRow,
  HandOverRow,
  JournalRow,
  LinkedWorkRow,
  NewDelivery,
  PaperRow,
  Particular,
  ReceivedPaper,
  ServiceDefinition,
  Tx,
} from '@lianxi/chassis';
import type { Register } from '@lianxi/jurisdiction';
import type { ElectronicSeal } from '../letters/electronic-seal';
import type { NewPaper } from '../papers/new-paper';

export interface EffectGround {
  readonly tx: Tx;
  readonly row: CaseRow;
  readonly acts: readonly JournalRow[];
  readonly performed: Performed;
  readonly actor: Actor;
  readonly clocks: readonly ClockRow[];
  readonly works: readonly LinkedWorkRow[];
  /** What the form said in free text, as it will be kept. */
  readonly texts: readonly Particular[];
  /** Of each identity number in the form its keyed hash. */
  readonly identities: Readonly<Record<string, string>>;
  /** The legal day. */
  readonly today: string;
  readonly service: ServiceDefinition;
  /** The rules in force, and those that were. */
  readonly rules: Register;
  /** The organ's retention schedule. */
  readonly schedule: RetentionSchedule;
  readonly paper?: ReceivedPaper | undefined;
  /** Whether people only practise here: nothing that leaves may be taken for real. */
  readonly isPractice: boolean;
  /** Absent where letters are sealed by hand. */
  readonly electronicSeal?: ElectronicSeal | undefined;
  /** Puts a paper's bytes where they stay; on disk when it returns. */
  readonly keep: (paper: NewPaper) => Promise<void>;
}

/** What an act changes beside the state. */
export interface ActEffect {
  readonly change?: Partial<CaseRow>;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly clocks?: readonly ClockRow[];
  readonly handOvers?: readonly HandOverRow[];
  readonly linkedWork?: readonly LinkedWorkRow[];
  readonly access?: readonly CaseAccessRow[];
  readonly papers?: readonly PaperRow[];
  readonly particulars?: readonly Particular[];
  readonly deliveries?: (row: CaseRow, journalId: string) => readonly NewDelivery[];
}

/** What an act does beside changing the state, in its transaction. Throws FormRefused or ActRefused, and nothing of the act is written. */
export type Effect = (ground: EffectGround) => ActEffect | Promise<ActEffect>;

export type Effects = Readonly<Record<string, Effect>>;

/** Both of what two effects change; what both say of one thing is the second's. */
export const joined = (one: ActEffect, other: ActEffect): ActEffect => ({
  ...one,
  ...other,
  ...(one.linkedWork && other.linkedWork ? { linkedWork: [...one.linkedWork, ...other.linkedWork] } : {}),
  detail: { ...one.detail, ...other.detail },
  deliveries: (row, journalId) => [...(one.deliveries?.(row, journalId) ?? []), ...(other.deliveries?.(row, journalId) ?? [])],
});
