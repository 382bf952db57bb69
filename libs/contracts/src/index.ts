import 'reflect-metadata';
export * from './subject';
export * from './envelope';
export * from './registry';
export * from './read-body';
export * from './messages/case-snapshot';
export * from './messages/hand-over-messages';
export * from './messages/designation-messages';
export * from './messages/record-messages';
