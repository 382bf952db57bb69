import { BodyRefused } from '@lianxi/contracts';

/** A reason without the message's content: an error's text might repeat a person's words. */
export const whyNotHandled = (error: unknown): string =>
  error instanceof BodyRefused ? `${error.code}: ${error.fields.join(', ')}` : ((error as { code?: string }).code ?? (error as Error).name);
