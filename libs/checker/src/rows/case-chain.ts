import canonicalize from 'canonicalize';
import { hex, utf8 } from '../primitives/bytes';
import { Lie } from '../primitives/lie';
import type { Primitives } from '../primitives/primitives';
import type { PackageRow } from './package-row';

type Act = Readonly<Record<string, unknown>>;

const mostActs = 100_000;
const noHistory = '0'.repeat(64);
const hashed = [
  'id',
  'city',
  'case_id',
  'version',
  'procedure',
  'act',
  'from_state',
  'to_state',
  'clause',
  'epoch',
  'body',
  'post',
  'for_post',
  'recorded_at',
  'effective_at',
  'detail',
  'particulars',
];

/** Shows that a case's acts are all there: every version from 1 to the last once, each tied by its hash to the one before. */
export class CaseChain {
  private readonly acts = new Map<number, Act>();

  constructor(
    private readonly primitives: Primitives,
    private readonly caseId: string,
  ) {}

  take({ recorded: { kind, row } }: PackageRow): void {
    if (kind !== 'journal' || row['case_id'] !== this.caseId || typeof row['version'] !== 'number') return;
    const known = this.acts.get(row['version']);
    if (known && known['hash'] !== row['hash'])
      throw new Lie('version-twice', `Two different acts claim to be version ${row['version']} of the case.`);
    if (this.acts.size >= mostActs) throw new Lie('case-too-long', `The case has more than ${mostActs} acts.`);
    this.acts.set(row['version'], row);
  }

  /** The last version; throws where one is missing or does not follow from the one before. */
  finish(): number {
    let previous = noHistory;
    for (let version = 1; version <= this.acts.size; version += 1) {
      const act = this.acts.get(version);
      if (!act) throw new Lie('version-missing', `Version ${version} of the case is missing.`);
      if (this.hashOf(previous, act) !== act['hash'])
        throw new Lie('version-other', `Version ${version} of the case does not follow from the one before.`);
      previous = String(act['hash']);
      if (act['act'] === 'confirm-erasure') this.checkCertificate(version, act);
    }
    return this.acts.size;
  }

  /** A certificate says by number and hash which texts are gone: all that were named before it. */
  private checkCertificate(version: number, { detail }: Act): void {
    const ids = Array.from(
      { length: version - 1 },
      (_, place) => this.acts.get(place + 1)?.['particulars'] as readonly { id: string }[] | undefined,
    )
      .flatMap((named) => (named ?? []).map(({ id }) => id))
      .sort();
    const { particulars, particularsSha256 } = detail as Act;
    if (
      particulars !== ids.length ||
      particularsSha256 !==
        hex(
          this.primitives
            .hash()
            .update(utf8(ids.join('\n')))
            .digest(),
        )
    )
      throw new Lie('certificate-other', `Version ${version} certifies the erasure of other texts than the case has.`);
  }

  private hashOf(previous: string, act: Act): string {
    const fields = Object.fromEntries(hashed.map((name) => [name, name.endsWith('_at') ? instantText(act[name]) : (act[name] ?? null)]));
    return hex(
      this.primitives
        .hash()
        .update(utf8(previous + String(canonicalize(fields))))
        .digest(),
    );
  }
}

/** The record's instants have six decimals and end with Z; the database's JSON leaves zeros out and writes the offset. */
function instantText(value: unknown): string {
  const [, until = '', decimals = ''] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(?:Z|\+00:00)$/.exec(String(value)) ?? [];
  return until === '' ? String(value) : `${until}.${decimals.padEnd(6, '0')}Z`;
}
