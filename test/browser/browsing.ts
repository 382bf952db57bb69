import { chromium, type Browser, type BrowserContext, type Cookie, type Page } from 'playwright-core';
import { Lianxi } from '../support/lianxi';
import { browserArguments, findBrowser, noBrowser } from '../../deploy/embedded/src/find-browser';

export type Language = 'zh' | 'en' | 'pseudo';
interface Look { readonly language?: Language; readonly width?: number; readonly height?: number; readonly scripts?: boolean }

const path = findBrowser();
if (path === undefined) process.stderr.write(noBrowser);

/** Tests that need a browser: where none can be had, the reason was said loudly and they are listed as skipped. */
export const inBrowser = path === undefined ? describe.skip : describe;

/** A Lianxi with its portal, and people in front of it. */
export class Browsing {
  /** What pages complained of: nothing may. */
  readonly complaints: string[] = [];
  private readonly signedIn = new Map<string, Cookie[]>();

  private constructor(readonly lianxi: Lianxi, private readonly browser: Browser) {}

  static async start(services: readonly string[]): Promise<Browsing> {
    const lianxi = await Lianxi.start({ services, people: true });
    return new Browsing(lianxi, await chromium.launch({ executablePath: path ?? '', args: browserArguments }));
  }

  get portal(): string {
    return this.lianxi.url('portal');
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.lianxi.stop();
  }

  /** A new browser, as on a computer nobody used before. */
  async visitor({ language = 'zh', width = 1280, height = 900, scripts = true }: Look = {}): Promise<Page> {
    const context: BrowserContext = await this.browser.newContext({ viewport: { width, height }, javaScriptEnabled: scripts, locale: 'zh-CN' });
    context.setDefaultTimeout(30_000);
    await context.addInitScript((chosen) => { localStorage.setItem('lianxi-language', chosen); }, language);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => { if (message.type() === 'error' && !/status of (400|401|403|404|409|503)/.test(message.text())) this.complaints.push(message.text()); });
    return page;
  }

  /** Somebody at their desk. */
  async official(person: string, look: Look = {}): Promise<Page> {
    const page = await this.visitor(look);
    await this.signIn(page, person);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  }

  /** Somebody whose sign-in is taken from a page they had before, where signing in is not what is looked at. */
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
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
  }
}
