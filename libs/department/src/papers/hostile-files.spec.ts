import { ProblemError, receivePaper } from '@lianxi/chassis';
import { hostileFiles, type HostileFile } from '../../../../test/support/hostile-files';
import { nameToSave } from './name-to-save';

async function becomes({ name, bytes }: HostileFile): Promise<{ is: string; savedAs?: string }> {
  try {
    const paper = await receivePaper(name, bytes);
    return { is: paper.mediaType, savedAs: nameToSave(paper.name, paper.mediaType) };
  } catch (error) {
    if (error instanceof ProblemError) return { is: error.problem.code };
    throw error;
  }
}

describe('a hostile file', () => {
  it('is one of fifty and more', () => {
    expect(hostileFiles.length).toBeGreaterThan(50);
  });

  it.each(hostileFiles.map((file) => [file.what, file] as const))(
    'is refused with its reason, or kept as what it is and named so: %s',
    async (_what, file) => {
      const kept = file.becomes.includes('/');
      expect(await becomes(file)).toEqual({ is: file.becomes, ...(kept ? { savedAs: file.savedAs ?? file.name } : {}) });
    },
  );

  it('takes no more memory than it has bytes, whatever it would unpack to', async () => {
    const before = process.memoryUsage();
    for (const file of hostileFiles) await becomes(file);
    const after = process.memoryUsage();
    expect(after.rss - before.rss).toBeLessThan(128 * 1024 * 1024);
  });
});
