import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Cookie, type Locator, type Page, type Request } from 'playwright-core';
import { Lianxi, waitFor } from '../support/lianxi';
import { browserArguments, findBrowser, noBrowser } from '../../deploy/embedded/src/find-browser';

export type Language = 'zh' | 'en' | 'pseudo';
interface Look {
  readonly language?: Language;
  readonly width?: number;
  readonly height?: number;
  readonly scripts?: boolean;
}

const path = findBrowser();
if (path === undefined) process.stderr.write(noBrowser);

/** Tests that need a browser: where none can be had, the reason was said loudly and they are listed as skipped. */
export const inBrowser = path === undefined ? describe.skip : describe;

/** A Lianxi with its portal, and people in front of it. */
export class Browsing {
  /** What pages complained of: nothing may. */
  readonly complaints: string[] = [];
  private readonly signedIn = new Map<string, Cookie[]>();
  private readonly asked = new WeakMap<Page, Set<Request>>();

  private constructor(
    readonly lianxi: Lianxi,
    private readonly browser: Browser,
  ) {}

  static async start(services: readonly string[]): Promise<Browsing> {
    const lianxi = await Lianxi.start({ services, people: true });
    return new Browsing(lianxi, await chromium.launch({ executablePath: path ?? '', args: browserArguments }));
  }

  get portal(): string {
    return this.lianxi.url('portal');
  }

  /** Who got stuck stays where they were: kept with the test's directory, what they saw tells why. */
  async stop(): Promise<void> {
    if (process.env['LIANXI_KEEP'] !== undefined)
      for (const [place, page] of this.browser
        .contexts()
        .flatMap((context) => context.pages())
        .entries())
        await page.screenshot({ path: join(this.lianxi.directory, `left-open-${place}.png`), fullPage: true });
    await this.browser.close();
    await this.lianxi.stop();
  }

  /** A new browser, as on a computer nobody used before. */
  async visitor({ language = 'zh', width = 1280, height = 900, scripts = true }: Look = {}): Promise<Page> {
    const context: BrowserContext = await this.browser.newContext({
      viewport: { width, height },
      javaScriptEnabled: scripts,
      locale: 'zh-CN',
    });
    context.setDefaultTimeout(60_000);
    await context.addInitScript((chosen) => {
      // The browser's own viewer of PDFs is a page too, and has none.
      (localStorage as Storage | null)?.setItem('lianxi-language', chosen);
    }, language);
    const page = await context.newPage();
    this.follow(page);
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (400|401|403|404|409|415|503)|ERR_INTERNET_DISCONNECTED/.test(message.text()))
        this.complaints.push(message.text());
    });
    return page;
  }

  /** Somebody at their desk; a sign-in from before is used again, unless it is the sign-in that is looked at. */
  async official(person: string, look: Look & { readonly afresh?: boolean } = {}): Promise<Page> {
    if (!look.afresh) {
      const page = await this.again(person, look);
      await this.open(page, '/desk');
      return page;
    }
    const page = await this.visitor(look);
    await this.signIn(page, person);
    await this.settled(page);
    return page;
  }

  /** Somebody who is signed in and looks at nothing yet. */
  async again(person: string, look: Look = {}): Promise<Page> {
    const kept = this.signedIn.get(person);
    const page = await this.visitor(look);
    if (kept) await page.context().addCookies(kept);
    else {
      await this.signIn(page, person);
      this.signedIn.set(person, await page.context().cookies());
    }
    return page;
  }

  async signIn(page: Page, person: string, to = '/desk'): Promise<void> {
    await page.goto(`${this.portal}/sign-in?to=${to}`);
    await page.locator(`button[value="${person}"]`).click();
    await page.waitForURL(`${this.portal}${to}`);
  }

  async open(page: Page, address: string): Promise<void> {
    await page.goto(`${this.portal}${address}`);
    await this.settled(page);
  }

  /** Presses a button once it is there; one that is folded away with others is unfolded first. */
  async press(page: Page, button: Locator): Promise<void> {
    await button.waitFor({ state: 'attached' });
    const folded = await button.evaluate((each) => each.closest('[hidden]')?.id);
    if (folded !== undefined) await page.locator(`button[aria-controls="${folded}"]`).click();
    await button.click();
  }

  /** The language chosen in another window of the same browser, which this one follows. */
  async speak(page: Page, language: Language): Promise<void> {
    await page.evaluate((newValue) => {
      dispatchEvent(new StorageEvent('storage', { key: 'lianxi-language', newValue }));
    }, language);
    await this.settled(page);
  }

  /** Everything the page asked for is answered and shown: a fact, where a quiet network would be a time. */
  async settled(page: Page): Promise<void> {
    await page.getByRole('heading', { level: 1 }).waitFor();
    await waitFor('the page shows what it asked for', async () => {
      await page.evaluate(
        () =>
          new Promise((shown) => {
            requestAnimationFrame(() => requestAnimationFrame(shown));
          }),
      );
      return this.asked.get(page)?.size === 0 && (await page.locator('.ant-skeleton').count()) === 0;
    });
  }

  /** What the page looks like in both languages, wide and narrow, for whoever wants to see it: `LIANXI_PICTURES` says where they are put. */
  async pictures(page: Page, name: string): Promise<void> {
    const folder = process.env['LIANXI_PICTURES'];
    if (folder === undefined) return;
    for (const width of [390, 1280])
      for (const language of ['en', 'zh'] as const) {
        await page.setViewportSize({ width, height: 900 });
        await this.speak(page, language);
        await page.screenshot({ path: join(folder, `${name.replaceAll(/\W+/g, '-')}-${language}-${width}.png`), fullPage: true });
      }
  }

  private follow(page: Page): void {
    const asked = new Set<Request>();
    this.asked.set(page, asked);
    page.on('request', (request) => {
      if (request.resourceType() !== 'eventsource') asked.add(request);
    });
    for (const ending of ['requestfinished', 'requestfailed'] as const)
      page.on(ending as 'requestfinished', (request) => asked.delete(request));
  }
}
