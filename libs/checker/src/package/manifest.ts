import { Lie } from '../primitives/lie';

/** What was asked for: everything given must hold for a row. */
export interface ExportFilter {
  readonly caseId?: string;
  /** A post holder, by the post. */
  readonly post?: string;
  readonly body?: string;
  /** Legal days, both included. */
  readonly from?: string;
  readonly until?: string;
  readonly act?: string;
}

/** The list of a package's contents; its signature is in manifest.note. */
export interface Manifest {
  readonly format: 'lianxi-export/1';
  readonly export: string;
  readonly city: string;
  readonly filter: ExportFilter;
  readonly purpose: string;
  readonly askedBy: { readonly post: string; readonly body: string };
  readonly askedAt: string;
  readonly rows: number;
  /** Present for a whole case: its last version. */
  readonly versions?: number;
  /** Rows whose texts and names were erased, and the certificates that cover them; absent from packages made before there were any. */
  readonly erased?: { readonly rows: number; readonly certificates: number };
  /** Present for a dossier: the case's official number, how many papers and texts it carries, and how many papers were sealed and not handed over. */
  readonly dossier?: { readonly number: string | null; readonly papers: number; readonly texts: number; readonly withheld: number };
  readonly log: { readonly origin: string; readonly size: number; readonly root: string };
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

/** The case a package is the whole of; undefined where less, or more, was asked for. */
export const wholeCase = (filter: ExportFilter): string | undefined => (Object.keys(filter).length === 1 ? filter.caseId : undefined);

export const formatName = 'lianxi-export/1';

/** What is signed for a manifest; the first line keeps it apart from a checkpoint. */
export const manifestText = (exportId: string, sha256: string): string => `${formatName}\n${exportId}\n${sha256}\n`;

export function readManifest(text: string): Manifest {
  let value: Partial<Manifest>;
  try {
    value = JSON.parse(text) as Partial<Manifest>;
  } catch {
    throw new Lie('manifest-malformed', 'manifest.json is not JSON.');
  }
  const { format, files, log, rows } = value ?? {};
  const isWhole =
    format === formatName &&
    typeof value.export === 'string' &&
    typeof rows === 'number' &&
    typeof log?.size === 'number' &&
    typeof log.root === 'string' &&
    typeof value.filter === 'object' &&
    typeof files === 'object' &&
    files !== null &&
    Object.values(files).every((file) => typeof file?.bytes === 'number' && typeof file.sha256 === 'string');
  if (!isWhole) throw new Lie('manifest-malformed', 'manifest.json lacks what every manifest has, or is of a later format.');
  return value as Manifest;
}
