export * from './standing-kind';
export * from './standing-of';
