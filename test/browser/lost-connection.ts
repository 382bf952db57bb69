import type { Page } from 'playwright-core';

/** The piece that begins at `offset` does not arrive, however often it is sent. */
export const breakOffAt = async (page: Page, offset: string, then = async (): Promise<void> => undefined): Promise<void> => {
  await page.route(/\/api\/(public\/)?uploads\//, async (route, request) => {
    if (request.method() !== 'PATCH' || request.headers()['upload-offset'] !== offset) return route.fallback();
    await route.abort('internetdisconnected');
    return then();
  });
};

/** Nothing arrives any more from that piece on, until the page is online again. */
export const loseConnectionAt = (page: Page, offset: string): Promise<void> =>
  breakOffAt(page, offset, async () => {
    await page.context().setOffline(true);
    await page.unrouteAll();
  });

/** Where pieces began that the server took. */
export const takenPieces = (page: Page): string[] => {
  const taken: string[] = [];
  page.on('response', (answer) => {
    if (answer.request().method() === 'PATCH' && answer.status() === 204) taken.push(answer.request().headers()['upload-offset'] ?? '');
  });
  return taken;
};
