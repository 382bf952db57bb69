import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { procedurePage } from '../diagram/procedure-page';
import { procedures } from '../tables/procedures';

if (require.main === module) {
  const folder = join(process.cwd(), 'docs', 'procedures');
  mkdirSync(folder, { recursive: true });
  for (const procedure of procedures) writeFileSync(join(folder, `${procedure.id}.md`), procedurePage(procedure));
}
