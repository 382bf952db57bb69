export * from './measure';
export * from './measure-catalogue';
export * from './measure-couplings';
export * from './measure-of';
export * from './money';
export * from './proposing';
export * from './term-of-measure';
