import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { TestEnvironment } from 'jest-environment-node';

const outside = createRequire(__filename);
const compiled = join(__dirname, '../../dist');

/**
 * Services run compiled, outside the sandbox of a test file, as they do in production: what one file has loaded is there for
 * the next. Loaded anew in each sandbox they took longer to load than most files take to run.
 */
export default class CompiledEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    this.global['loadCompiled'] = (file: string): unknown => outside(resolve(compiled, file));
  }
}
