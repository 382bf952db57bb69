export * from './calendar-editions';
export * from './working-calendar';
