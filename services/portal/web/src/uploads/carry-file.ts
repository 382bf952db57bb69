import type { DetailedError } from 'tus-js-client';
import { Problem, readAnswer, standingHeaders } from '../api/client';

const pieceSize = 1024 * 1024;
/** For about ten minutes it tries by itself; after that when the browser is online again, or when told to. */
const retryDelays = [500, 1_000, 2_000, 4_000, 8_000, ...Array<number>(40).fill(15_000)];

/** What becomes of a file on its way. */
export interface Told {
  /** Where it lies from now on. */
  readonly at: (place: string) => void;
  readonly moved: (share: number) => void;
  /** The connection is lost; what has arrived stays. */
  readonly waits: () => void;
  readonly arrived: () => void;
  readonly refused: (problem: Problem) => void;
}

/** Sends a file piece by piece, from where it was left; returns what stops it. Its library comes with the first file. */
export function carryFile(endpoint: string, file: File, place: string | null, told: Told): () => void {
  let stop = (): void => undefined;
  let isStopped = false;
  void import('tus-js-client').then(
    ({ Upload }) => {
      if (isStopped) return;
      const upload = new Upload(file, {
        endpoint,
        uploadUrl: place,
        chunkSize: pieceSize,
        retryDelays,
        storeFingerprintForResuming: false,
        onBeforeRequest: (request) => {
          for (const [name, value] of Object.entries(standingHeaders('POST'))) request.setHeader(name, value);
        },
        onUploadUrlAvailable: () => {
          if (upload.url !== null) told.at(new URL(upload.url, location.href).pathname);
        },
        onProgress: (sent, total) => told.moved(sent / total),
        onShouldRetry: (error) => {
          const passes = isPassing(statusOf(error));
          if (passes) told.waits();
          return passes;
        },
        onSuccess: () => told.arrived(),
        onError: (error) => {
          const problem = problemOf(error);
          if (isPassing(problem.status) || problem.status === 401) told.waits();
          else told.refused(problem);
        },
      });
      stop = () => void upload.abort();
      upload.start();
    },
    () => told.waits(),
  );
  return () => {
    isStopped = true;
    stop();
  };
}

const isPassing = (status: number): boolean => status === 0 || status === 409 || status === 429 || status >= 500;
const statusOf = (error: Error | DetailedError): number =>
  ('originalResponse' in error ? error.originalResponse?.getStatus() : undefined) ?? 0;

function problemOf(error: Error | DetailedError): Problem {
  const status = statusOf(error);
  if (status === 0 || !('originalResponse' in error)) return new Problem(0, 'offline', '');
  try {
    readAnswer(status, error.originalResponse?.getBody() ?? '');
  } catch (problem) {
    if (problem instanceof Problem) return problem;
  }
  return new Problem(status, 'internal', '');
}
