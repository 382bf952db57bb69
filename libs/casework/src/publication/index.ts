export * from './names-somebody';
export * from './publication-guards';
export * from './publication-kinds';
export * from './small-numbers';
export type * from './publication-view';
