export * from './measure';
export * from './measure-catalogue';
export * from './measure-couplings';
export * from './money';
export * from './term-of-measure';
