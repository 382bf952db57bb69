import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { fileDemoMatters } from './demo-matters';
import { portalAddress } from './environment';
import { browserArguments, findBrowser, noBrowser } from './find-browser';
import { openInstallation } from './installation';
import { runTogether } from './run-services';

interface Screen {
  readonly name: string;
  readonly person?: string;
  readonly language?: 'zh' | 'en';
  readonly address: string;
  readonly width?: number;
  readonly height?: number;
  readonly before?: (page: Page) => Promise<void>;
}

const numbered = async (page: Page): Promise<void> => {
  await page.locator('.worklist-row', { hasText: '〔' }).first().click();
  await page.locator('.timeline').waitFor();
};

const screens: readonly Screen[] = [
  { name: 'desk', person: 'bj-stc-case-officer', address: '/desk' },
  { name: 'desk-en', person: 'bj-stc-case-officer', language: 'en', address: '/desk' },
  { name: 'case', person: 'bj-health-head', address: '/desk', height: 1100, before: numbered },
  {
    name: 'act',
    person: 'bj-health-head',
    language: 'en',
    address: '/desk',
    height: 900,
    before: async (page) => {
      await numbered(page);
      await page.locator('#acts .find-act').fill('Offer to another body');
      await page.keyboard.press('Enter');
    },
  },
  { name: 'filing', person: 'bj-health-intake-officer', address: '/file', height: 1100, before: fillIn },
  { name: 'office', person: 'bj-joint-office-coordinator', address: '/office', height: 900 },
  { name: 'audit', person: 'bj-joint-office-auditor', address: '/audit' },
  {
    name: 'acting-for',
    person: 'bj-stc-two-posts',
    address: '/desk',
    before: async (page) => {
      await page.locator('.choices button').filter({ hasText: '负责人' }).click();
      await page.locator('.acting').waitFor();
    },
  },
  { name: 'report', language: 'en', address: '/report', height: 900 },
  { name: 'case-telephone', person: 'bj-health-case-officer', address: '/desk', width: 390, height: 844, before: numbered },
];

async function fillIn(page: Page): Promise<void> {
  const choose = (fact: number, value: string): Promise<unknown> => page.locator('.filing .fields select').nth(fact).selectOption(value);
  await choose(0, 'letter');
  await page.locator('.filing-main .part').nth(1).locator('input').first().fill('示例：类脑器官研究的伦理审查');
  await choose(1, 'violation');
  await page.getByRole('checkbox').nth(1).check();
  await choose(2, 'medical-institution');
  await choose(3, 'false');
  await choose(4, 'bj-health');
  await choose(5, 'none');
  await choose(6, 'unit');
  await choose(7, 'false');
  await page.locator('.foreseen .lead').waitFor();
}

async function take(
  browser: Browser,
  portal: string,
  folder: string,
  { name, person, language = 'zh', address, width = 1280, height = 800, before }: Screen,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' });
  await context.addInitScript((chosen) => {
    (globalThis as unknown as { localStorage: { setItem(name: string, value: string): void } }).localStorage.setItem(
      'lianxi-language',
      chosen,
    );
  }, language);
  const page = await context.newPage();
  await page.goto(person === undefined ? `${portal}${address}` : `${portal}/sign-in?to=${address}`);
  if (person !== undefined) {
    await page.locator(`button[value="${person}"]`).click();
    await page.waitForURL(`${portal}${address}`);
  }
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await before?.(page);
  await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  process.stdout.write(`docs/screens/${name}.png\n`);
}

/** `npm run screens`: a demonstration of its own, and a picture of each main page. */
async function main(): Promise<void> {
  const path = findBrowser();
  if (path === undefined) throw new Error(noBrowser);
  const home = mkdtempSync(join(tmpdir(), 'lianxi-screens-'));
  const folder = join(process.cwd(), 'docs/screens');
  mkdirSync(folder, { recursive: true });
  const installation = await openInstallation(home);
  const services = await runTogether(installation.around);
  const browser = await chromium.launch({ executablePath: path, args: browserArguments });
  try {
    await fileDemoMatters(installation.around);
    for (const screen of screens) await take(browser, portalAddress(installation.around.ports), folder, screen);
  } finally {
    await browser.close();
    await services.stop();
    await installation.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
