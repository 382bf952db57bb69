import { DesignationAnswered, DesignationOrdered, DesignationRequested } from './messages/designation-messages';
import { DossierCompiled } from './messages/dossier-messages';
import { EditionKept } from './messages/edition-messages';
import { CaseErased } from './messages/erasure-messages';
import { HoldChanged } from './messages/hold-messages';
import { IdentityAsked, IdentitySealed } from './messages/identity-messages';
import { WorkAsked, WorkChanged, WorkReported } from './messages/linked-work-messages';
import {
  HandedOver,
  HistoryChunk,
  TransferAccepted,
  TransferOffered,
  TransferReturned,
  TransferWithdrawn,
} from './messages/hand-over-messages';
import { MarkChanged } from './messages/mark-messages';
import { BodyRecused } from './messages/recusal-messages';
import { CaseIndexed, PostKept, Receipt, RecordPosition, RecordRow, RowsWanted } from './messages/record-messages';

/** Every message kind with its present version. Within a version only optional fields are added. */
export const contracts = {
  'transfer-offered@1': TransferOffered,
  'transfer-accepted@1': TransferAccepted,
  'transfer-returned@1': TransferReturned,
  'transfer-withdrawn@1': TransferWithdrawn,
  'history-chunk@1': HistoryChunk,
  'handed-over@1': HandedOver,
  'work-asked@1': WorkAsked,
  'work-changed@1': WorkChanged,
  'work-reported@1': WorkReported,
  'mark-changed@1': MarkChanged,
  'body-recused@1': BodyRecused,
  'dossier-compiled@1': DossierCompiled,
  'case-erased@1': CaseErased,
  'hold-changed@1': HoldChanged,
  'designation-requested@1': DesignationRequested,
  'designation-ordered@1': DesignationOrdered,
  'designation-answered@1': DesignationAnswered,
  'record-row@1': RecordRow,
  'record-position@1': RecordPosition,
  'rows-wanted@1': RowsWanted,
  'receipt@1': Receipt,
  'case-indexed@1': CaseIndexed,
  'post-kept@1': PostKept,
  'edition-kept@1': EditionKept,
  'identity-sealed@1': IdentitySealed,
  'identity-asked@1': IdentityAsked,
} as const;

export type MessageKind = keyof typeof contracts;
export type MessageBody<K extends MessageKind> = InstanceType<(typeof contracts)[K]>;

export const isKnownKind = (kind: string): kind is MessageKind => Object.hasOwn(contracts, kind);
