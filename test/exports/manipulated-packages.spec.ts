import { makeNoteKeys, openSigner, signNote } from '@lianxi/ledger';
import { Certificates, columnsOf, csvLine, readRow, rowCells } from '@lianxi/checker';
import { SeededRandom } from '../../deploy/embedded/src/faults/seeded-random';
import { exampleCase, exampleEntries, exampleLog, examplePackage } from '../support/example-log';
import { coveredUp, findLie, packed, unlisted, unpacked, type Files } from '../support/repacked';

const keys = makeNoteKeys('lianxi.example/log');
const signer = openSigner(keys.private);
const strange = openSigner(makeNoteKeys('lianxi.example/log').private);
const known = { logKey: keys.public };

interface Example {
  readonly files: Files;
  readonly older: Files;
  readonly isCase: boolean;
}
const examples: Example[] = [];
/** As they were made, and with their files unpacked: what is packed takes longer to read and is no other package. */
const untouched: { readonly made: Buffer; readonly plain: Buffer }[] = [];

beforeAll(async () => {
  for (const { count, cases } of [
    { count: 40, cases: 3 },
    { count: 60, cases: 5 },
    { count: 600, cases: 30 },
  ]) {
    const entries = exampleEntries(count, cases);
    const [now, then] = [exampleLog(entries, keys), exampleLog(entries.slice(0, count - 12), keys)];
    const ofCase = entries.flatMap((entry, place) =>
      (JSON.parse(entry.toString()) as { row: { case_id: string } }).row.case_id === exampleCase(1) ? [place] : [],
    );
    const some = entries.flatMap((_entry, place) => (place > 4 && place < 30 ? [place] : []));
    for (const { filter, places } of [
      { filter: { caseId: exampleCase(1) }, places: ofCase },
      { filter: { body: 'bj-health' }, places: some },
    ]) {
      const bytes = await examplePackage(now, filter, places);
      const files = await unpacked(bytes);
      untouched.push({ made: bytes, plain: await packed(files) });
      examples.push({
        files,
        older: await unpacked(
          await examplePackage(
            then,
            filter,
            places.filter((place) => place < count - 12),
          ),
        ),
        isCase: filter.caseId !== undefined,
      });
    }
  }
});

interface Hand {
  readonly files: Files;
  readonly older: Files;
  readonly listed: readonly string[];
  pick: (count: number) => number;
  lines: () => string[];
  keep: (lines: readonly string[]) => void;
}
const linesOf = (files: Files): string[] => String(files.get('rows.jsonl')).split('\n').slice(0, -1);

/** Rows changed and everything made to fit them again, the tables too. */
const keepLines =
  (files: Files) =>
  (lines: readonly string[]): void => {
    files.set('rows.jsonl', Buffer.from(lines.map((line) => `${line}\n`).join('')));
    const cells = lines.map((line) => {
      try {
        return csvLine(rowCells(readRow(Buffer.from(line)), new Certificates()));
      } catch {
        return '';
      }
    });
    files.set('rows.csv', Buffer.from(`\uFEFF${csvLine(columnsOf(true))}${cells.join('')}`));
  };
const changeByte = (bytes: Buffer, at: number): Buffer => {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
};
const rowsOf = (files: Files): { rows: number } => ({ rows: linesOf(files).length });

/** Each by somebody who makes list and sums fit again. `insider` also has the log's key: what then is found, the rows themselves give away. */
const manipulations: Readonly<
  Record<
    string,
    {
      readonly change: (hand: Hand) => Partial<{ rows: number; versions: number }> | void;
      readonly insider?: 'always' | 'of a case';
      readonly isLast?: true;
    }
  >
> = {
  'a changed byte of a row': {
    insider: 'always',
    change: ({ lines, keep, pick }) => {
      const all = lines();
      const at = pick(all.length);
      all[at] = (all[at] ?? '').replace('bj-health', 'bj-heaIth');
      keep(all);
    },
  },
  'a changed byte of any file': {
    change: ({ files, listed, pick }) => {
      const name = listed[pick(listed.length)] ?? '';
      files.set(name, changeByte(files.get(name) ?? Buffer.alloc(1), pick(files.get(name)?.length ?? 1)));
    },
  },
  'a dropped row': {
    insider: 'of a case',
    change: ({ files, lines, keep, pick }) => {
      const all = lines();
      const acts = all.flatMap((line, at) => (line.includes('"kind":"journal"') ? [at] : [])).slice(0, -1);
      all.splice(acts[pick(acts.length)] ?? 0, 1);
      keep(all);
      return rowsOf(files);
    },
  },
  'an inserted row': {
    insider: 'always',
    change: ({ files, lines, keep, pick }) => {
      const all = lines();
      const at = pick(all.length);
      all.splice(at, 0, (all[at] ?? '').replace(/^\{"index":\d+/, `{"index":${pick(40)}`).replace('received', 'concluded'));
      keep(all);
      return rowsOf(files);
    },
  },
  'a row twice': {
    insider: 'always',
    change: ({ files, lines, keep, pick }) => {
      const all = lines();
      const at = pick(all.length);
      all.splice(at, 0, all[at] ?? '');
      keep(all);
      return rowsOf(files);
    },
  },
  'swapped rows': {
    insider: 'always',
    change: ({ lines, keep, pick }) => {
      const all = lines();
      const at = pick(all.length - 1);
      [all[at], all[at + 1]] = [all[at + 1] ?? '', all[at] ?? ''];
      keep(all);
    },
  },
  'a cut end': {
    change: ({ files, lines, keep, pick }) => {
      const all = lines();
      keep(all.slice(0, all.length - 1 - pick(all.length - 1)));
      return rowsOf(files);
    },
  },
  'rows of an older package': {
    change: ({ files, older }) => {
      for (const name of ['rows.jsonl', 'rows.csv', 'rows.xlsx']) files.set(name, older.get(name) ?? Buffer.alloc(0));
      return rowsOf(files);
    },
  },
  'the checkpoint of an older package': {
    insider: 'always',
    change: ({ files, older }) => {
      files.set('checkpoint', older.get('checkpoint') ?? Buffer.alloc(0));
    },
  },
  'a table that says something else': {
    insider: 'always',
    change: ({ files, pick }) => {
      const csv = files.get('rows.csv') ?? Buffer.alloc(1);
      files.set('rows.csv', changeByte(csv, 3 + pick(csv.length - 3)));
    },
  },
  'a workbook that says something else': {
    insider: 'always',
    change: ({ files, older, pick }) => {
      const own = files.get('rows.xlsx') ?? Buffer.alloc(1);
      files.set('rows.xlsx', pick(2) === 0 ? (older.get('rows.xlsx') ?? own) : own.subarray(0, own.length - 1 - pick(40)));
    },
  },
  'another case under its name': {
    insider: 'of a case',
    change: ({ files, lines, keep }) => {
      keep(lines().map((line) => line.replace(exampleCase(1), exampleCase(2))));
      return rowsOf(files);
    },
  },
  'a changed tile': {
    insider: 'always',
    change: ({ files, pick }) => {
      const tiles = [...files.keys()].filter((name) => name.startsWith('tile/'));
      const name = tiles[pick(tiles.length)] ?? '';
      const bytes = files.get(name) ?? Buffer.alloc(1);
      files.set(name, changeByte(bytes, pick(bytes.length)));
    },
  },
  'a missing file': {
    change: ({ files, listed, pick }) => {
      files.delete(listed[pick(listed.length)] ?? '');
    },
  },
  'a changed byte of the list, its signature or the sums': {
    isLast: true,
    change: ({ files, pick }) => {
      const name = unlisted[pick(3)] ?? '';
      const bytes = files.get(name) ?? Buffer.alloc(1);
      files.set(name, changeByte(bytes, pick(bytes.length)));
    },
  },
  'a missing list, signature or sums': {
    isLast: true,
    change: ({ files, pick }) => {
      files.delete(unlisted[pick(3)] ?? '');
    },
  },
  'a file beside': {
    change: ({ files, pick }) => {
      files.set(`rows${pick(99)}.jsonl`, Buffer.from('{}\n'));
    },
  },
};

function manipulate(example: Example, kind: string, asInsider: boolean, random: () => number): Files | undefined {
  const files: Files = new Map(example.files);
  const hand: Hand = {
    files,
    older: example.older,
    listed: [...files.keys()].filter((name) => !unlisted.includes(name)),
    pick: (count) => Math.floor(random() * count),
    lines: () => linesOf(files),
    keep: keepLines(files),
  };
  const change = manipulations[kind]?.change(hand) ?? {};
  // Some changes change nothing: the older package may have the same rows.
  if (files.size === example.files.size && [...files].every(([name, bytes]) => example.files.get(name)?.equals(bytes))) return undefined;
  if (manipulations[kind]?.isLast) return files;
  return asInsider ? coveredUp(files, change, signer) : random() < 0.5 ? files : coveredUp(files, change);
}

describe('a package that was changed', () => {
  it("is found out, 2,000 times of 2,000, also where list and sums were made to fit, and where the log's own key signed them again", async () => {
    const seed = new SeededRandom(20_261_121);
    const random = (): number => seed.next();
    const missed: string[] = [];
    const found = new Map<string, number>();
    for (let attempt = 0; attempt < 2_000; attempt += 1) {
      const names = Object.keys(manipulations);
      const kind = names[attempt % names.length] ?? '';
      const { insider } = manipulations[kind] ?? {};
      const asInsider = insider !== undefined && random() < 0.6;
      const fitting = asInsider && insider === 'of a case' ? examples.filter(({ isCase }) => isCase) : examples;
      let files: Files | undefined;
      while (!files) files = manipulate(fitting[Math.floor(random() * fitting.length)] as Example, kind, asInsider, random);
      const lie = await findLie(await packed(files), known);
      if (lie === undefined) missed.push(`${attempt}: ${kind}${asInsider ? ', signed by the log' : ''}`);
      else found.set(kind, (found.get(kind) ?? 0) + 1);
    }
    expect(missed).toEqual([]);
    expect([...found.values()].every((count) => count >= 110)).toBe(true);
  }, 300_000);

  it('is found out when another key signed all of it, given the key the office publishes; without it, the checker says that the key came with the package', async () => {
    for (const { files } of examples) {
      const other: Files = new Map(files);
      other.set('keys/log.vkey', Buffer.from(`${strange.public}\n`));
      const text = String(files.get('checkpoint')).split('\n\n')[0] ?? '';
      other.set('checkpoint', Buffer.from(signNote(`${text}\n`, [strange])));
      const bytes = await packed(coveredUp(other, {}, strange));
      expect(await findLie(bytes, known)).toBe('key-other');
      expect(await findLie(bytes)).toBeUndefined();
    }
  });

  it('passes untouched, 2,000 times of 2,000', async () => {
    for (let attempt = 0; attempt < 2_000; attempt += 1)
      expect(
        await findLie(untouched[attempt % untouched.length]?.[attempt % 20 === 0 ? 'made' : 'plain'] ?? Buffer.alloc(0), known),
      ).toBeUndefined();
  }, 300_000);
});
