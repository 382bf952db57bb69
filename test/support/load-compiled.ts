import type { ServiceFile } from '../../deploy/embedded/src/load-service';

const { loadCompiled } = globalThis as unknown as { loadCompiled: (file: string) => unknown };

/** A service as `npm run build` left it. */
export const loadCompiledService = (name: string): ServiceFile => loadCompiled(`services/${name}/src/service.js`) as ServiceFile;

/** A library as the running services have it: a test's own copy is another. */
export const loadCompiledLibrary = <L>(name: string): L => loadCompiled(`libs/${name}/src/index.js`) as L;
