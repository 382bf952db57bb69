export * from './appeal-guards';
export * from './proposed-changes';
export * from './took-part';
