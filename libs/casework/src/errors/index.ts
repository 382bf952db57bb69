export * from './domain-error';
export * from './refusal-labels';
