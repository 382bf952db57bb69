const { existsSync } = require('node:fs');

const esmInNodeModules = ['@nestjs', '@nats-io', '@fastify', 'jose', 'file-type', 'strtok3', 'token-types', 'uint8array-extras', '@borewit', '@tokenizer', 'canonicalize', 'uuid'];

const shared = {
  rootDir: '.',
  testEnvironment: 'node',
  transform: {
    '^.+\\.[tj]s$': ['@swc/jest', {
      swcrc: false,
      jsc: {
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        target: 'es2022',
        keepClassNames: true,
      },
      module: { type: 'commonjs' },
    }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmInNodeModules.join('|')})/)`],
  moduleNameMapper: {
    '^@lianxi/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.lianxi/'],
};

const servers = existsSync(`${__dirname}/test/support/start-servers.ts`)
  ? { globalSetup: '<rootDir>/test/support/start-servers.ts', globalTeardown: '<rootDir>/test/support/stop-servers.ts' }
  : {};

/** `unit` needs no server (libs' own specs and test/architecture); `servers` starts its own Postgres and NATS. */
module.exports = {
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/services/**/*.spec.ts', '<rootDir>/test/architecture/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'servers',
      testMatch: ['<rootDir>/test/**/*.spec.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/architecture/'],
      ...servers,
    },
  ],
};
