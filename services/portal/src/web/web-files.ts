import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The built pages lie beside the built services; a test that runs from the sources finds them where `npm run build` put them. */
export function findWebFiles(): { readonly root: string; readonly page: string } | undefined {
  const root = [join(__dirname, '../../../../web'), join(process.cwd(), 'dist/web')].find((folder) =>
    existsSync(join(folder, '.vite/manifest.json')),
  );
  return root === undefined ? undefined : { root, page: readFileSync(join(root, 'index.html'), 'utf8') };
}
