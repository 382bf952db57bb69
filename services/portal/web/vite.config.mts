import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const target = join(import.meta.dirname, '../../../dist/web');

/** Every asset also as it goes over the wire, so that nothing is compressed while somebody waits. */
const compressed = (): Plugin => ({
  name: 'compressed',
  closeBundle() {
    const folder = join(target, 'assets');
    for (const name of readdirSync(folder).filter((each) => /\.(js|css|svg)$/.test(each))) {
      const bytes = readFileSync(join(folder, name));
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
      writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes));
    }
  },
});

export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'error',
  plugins: [compressed()],
  build: {
    outDir: target,
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    chunkSizeWarningLimit: 2_000,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
});
