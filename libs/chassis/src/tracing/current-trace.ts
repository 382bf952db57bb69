import { AsyncLocalStorage } from 'node:async_hooks';

const running = new AsyncLocalStorage<string>();

/** The W3C traceparent of the span that this code runs in; undefined where nothing is traced, which is always so unless tracing was switched on. */
export const currentTrace = (): string | undefined => running.getStore();

/** Runs `work` within a span, so that what it commits and sends belongs to it. */
export const withinTrace = <T>(traceparent: string, work: () => T): T => running.run(traceparent, work);

const form = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** What came from outside counts only in the form that W3C gives it: nothing else may get into a row or a log by this way. */
export const checkedTrace = (said: string | null | undefined): string | undefined =>
  typeof said === 'string' && form.test(said) ? said : undefined;
