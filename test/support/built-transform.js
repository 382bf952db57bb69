const { existsSync, readFileSync } = require('node:fs');
const { createHash } = require('node:crypto');
const { join, relative } = require('node:path');
const swc = require('@swc/jest');

const root = join(__dirname, '../..');
const dist = join(root, 'dist');
const ours = /^(libs|services|deploy)\/.+\.ts$/;

/** Where `npm run build` left a file of ours, seen from dist; undefined for the tests' own files. */
function builtFileOf(path) {
  const file = relative(root, path).replaceAll('\\', '/');
  if (!ours.test(file)) return undefined;
  const built = file.replace(/\.ts$/, '.js');
  return existsSync(join(dist, built)) ? built : undefined;
}

/**
 * Tests of running services use our own code as it was built, outside a file's sandbox: what a test calls is then the very
 * copy that its services run, and no file compiles and loads all of it once more.
 */
module.exports = {
  createTransformer(options) {
    const source = swc.createTransformer(options);
    return {
      ...source,
      process: (text, path, more) => {
        const built = builtFileOf(path);
        return built === undefined
          ? source.process(text, path, more)
          : { code: `module.exports = (globalThis.loadCompiled ?? require)(${JSON.stringify(join(dist, built))});` };
      },
      getCacheKey: (text, path, more) =>
        createHash('sha256')
          .update(readFileSync(__filename))
          .update(source.getCacheKey(text, path, more))
          .update(builtFileOf(path) ?? '')
          .digest('hex')
          .slice(0, 32),
    };
  },
};
