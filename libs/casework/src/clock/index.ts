export * from './check-ledger';
export * from './clock-rule';
export * from './clock-rules';
export * from './count-days';
export * from './explain-clock';
export * from './read-clock';
export * from './reminder-chain';
