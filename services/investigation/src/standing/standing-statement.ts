import { createHmac, randomBytes } from 'node:crypto';
import { findClause, standingRules, type Label, type StandingFound, type StandingKind } from '@lianxi/casework';
import { canonical, sha256 } from '@lianxi/chassis';
import { noteKeysFrom, openSigner, signNote, type NoteSigner } from '@lianxi/ledger';

/** The name under which answers are signed. */
const signerName = 'lianxi.investigation/standing';

/** An answer as it is signed: what was asked, what was found, and what that means. */
export interface StandingStatement {
  readonly statement: 'lianxi-standing/1';
  readonly city: string;
  readonly for: StandingKind;
  readonly on: string;
  readonly answeredAt: string;
  /** The keyed hash by which it can be asked again. */
  readonly subject: string;
  /** `sha256` of salt and number: whoever knows the number can see that the answer is about it. Absent where no number was given. */
  readonly commitment?: { readonly salt: string; readonly sha256: string };
  readonly entries: readonly StandingFound[];
  readonly meaning: Label;
  /** What is not confirmed in the rules that the answer rests on. */
  readonly unconfirmed: readonly Label[];
}

/** The service's key for answers, derived from its own secret: the same after a restart, and nobody else's. */
export function standingSigner(serviceKey: string): NoteSigner & { readonly public: string } {
  const seed = createHmac('sha256', Buffer.from(serviceKey, 'base64')).update('standing-key\n').digest();
  return openSigner(noteKeysFrom(signerName, seed).private);
}

export function commitmentToNumber(number: string): { salt: string; sha256: string } {
  const salt = randomBytes(16).toString('hex');
  return { salt, sha256: sha256(`${salt}${number}`) };
}

/** A signed note as the record's checkpoints are: a line of canonical JSON, an empty line, the signature. */
export const signedStatement = (statement: object, signer: NoteSigner): string => signNote(`${canonical(statement)}\n`, [signer]);

export const meaningOf = (entries: readonly StandingFound[], on: string): Label =>
  entries.length === 0
    ? {
        zh: `截至${on}，本记录中没有对该主体有效的此类处理决定；不表示其他记录中没有。`,
        en: `As of ${on} there is nothing in this record; it says nothing about other records.`,
      }
    : {
        zh: `截至${on}，本记录中有${entries.length}项对该主体有效的处理决定。`,
        en: `As of ${on} there are ${entries.length} entries against this subject in this record.`,
      };

export function unconfirmedIn(kind: StandingKind, entries: readonly StandingFound[]): Label[] {
  const lookBack = standingRules[kind].lookBackConfirmed
    ? []
    : [
        {
          zh: '一票否决的追溯期限未见条文规定，尚待确认：不论作出时间，均予列出',
          en: 'No term is printed for how long a veto counts: entries of whatever age are listed until that is confirmed',
        },
      ];
  const clauses = [...new Set(entries.map(({ clause }) => clause))].flatMap((id) => {
    const clause = findClause(id);
    return clause && !clause.confirmed ? [clause.instrument] : [];
  });
  return [...lookBack, ...clauses];
}
