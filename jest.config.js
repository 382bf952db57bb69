const { existsSync, readdirSync } = require('node:fs');

/** Packages written as ES modules: Jest on Node 20 cannot load them as they are, so they are compiled like our own files. */
const esmInNodeModules = readdirSync(`${__dirname}/node_modules`)
  .flatMap((name) => (name.startsWith('@') ? readdirSync(`${__dirname}/node_modules/${name}`).map((inner) => `${name}/${inner}`) : [name]))
  .filter(
    (name) =>
      existsSync(`${__dirname}/node_modules/${name}/package.json`) &&
      require(`${__dirname}/node_modules/${name}/package.json`).type === 'module',
  );

const shared = {
  rootDir: '.',
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'module-sync'] },
  transform: {
    '^.+\\.[tj]s$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
          keepClassNames: true,
          baseUrl: __dirname,
          paths: require('./tsconfig.base.json').compilerOptions.paths,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmInNodeModules.join('|')})/)`],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.lianxi/'],
};

const servers = existsSync(`${__dirname}/test/support/start-servers.ts`)
  ? { globalSetup: '<rootDir>/test/support/start-servers.ts', globalTeardown: '<rootDir>/test/support/stop-servers.ts' }
  : {};

/** `unit` needs no server (libs' own specs and test/architecture); `servers` starts its own Postgres and NATS. */
module.exports = {
  testSequencer: '<rootDir>/test/support/slow-first.js',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/services/**/*.spec.ts', '<rootDir>/test/architecture/**/*.spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
    },
    {
      ...shared,
      displayName: 'servers',
      transform: Object.fromEntries(
        Object.entries(shared.transform).map(([files, [, options]]) => [files, ['<rootDir>/test/support/built-transform.js', options]]),
      ),
      testEnvironment: '<rootDir>/test/support/compiled-environment.ts',
      testMatch: ['<rootDir>/test/**/*.spec.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/architecture/'],
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
      ...servers,
    },
  ],
};
