import type { ServiceFile } from '../../deploy/embedded/src/load-service';

const { loadCompiled } = globalThis as unknown as { loadCompiled: (file: string) => unknown };

/** A service as `npm run build` left it. */
export const loadCompiledService = (name: string): ServiceFile => loadCompiled(`services/${name}/src/service.js`) as ServiceFile;
