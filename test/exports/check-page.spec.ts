import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { buildPage } from '@lianxi/checker';
import { makeNoteKeys, openSigner } from '@lianxi/ledger';
import { exampleCase, exampleEntries, exampleLog, examplePackage } from '../support/example-log';
import { exampleDossier } from '../support/example-dossier';
import { browserArguments, findBrowser, noBrowser } from '../../deploy/embedded/src/find-browser';
import { coveredUp, packed, unpacked } from '../support/repacked';

const executablePath = findBrowser();
const keys = makeNoteKeys('lianxi.example/log');
const directory = mkdtempSync(join(tmpdir(), 'lianxi-page-'));
let browser: Browser | undefined;
let page: Page;
const asked: string[] = [];

if (executablePath === undefined) process.stderr.write(noBrowser);
const inBrowser = executablePath === undefined ? it.skip : it;

beforeAll(async () => {
  const entries = exampleEntries(60, 3);
  const good = await examplePackage(
    exampleLog(entries, keys),
    { caseId: exampleCase(1) },
    entries.flatMap((entry, place) => (entry.includes(exampleCase(1)) ? [place] : [])),
  );
  writeFileSync(join(directory, 'good.zip'), good);
  const changed = await unpacked(good);
  changed.set('rows.jsonl', Buffer.from(String(changed.get('rows.jsonl')).replace('bj-health', 'bj-heaIth')));
  writeFileSync(join(directory, 'changed.zip'), await packed(coveredUp(changed, {}, openSigner(keys.private))));
  const dossier = await exampleDossier(keys);
  writeFileSync(join(directory, 'dossier.zip'), dossier);
  for (const [name, from, to] of [
    ['papers/001.txt', '示例', '事例'],
    ['texts.jsonl', '7号', '8号'],
    ['register.jsonl', '"pages":2', '"pages":3'],
  ] as const) {
    const own = await unpacked(dossier);
    own.set(name, Buffer.from(String(own.get(name)).replace(from, to)));
    writeFileSync(join(directory, `${name.replace(/\W/g, '-')}.zip`), await packed(coveredUp(own, {}, openSigner(keys.private))));
  }
  writeFileSync(join(directory, 'check.html'), await buildPage());
  if (executablePath === undefined) return;
  browser = await chromium.launch({ executablePath, args: browserArguments });
  const context = await browser.newContext({ offline: true });
  page = await context.newPage();
  page.on('request', (request) => asked.push(request.url()));
});
afterAll(async () => {
  await browser?.close();
  rmSync(directory, { recursive: true, force: true });
});

async function check(file: string, key = ''): Promise<string[]> {
  await page.goto(`file://${join(directory, 'check.html')}`);
  await page.setInputFiles('#package', join(directory, file));
  await page.fill('#key', key);
  await page.click('button');
  await page.waitForSelector('.whole, .lie');
  return page.locator('#told li').allTextContents();
}

describe('the page that checks a package', () => {
  it('is one file, and its own policy refuses it any network', async () => {
    const html = await buildPage();
    expect(html).toContain(`default-src 'none'`);
    expect(html.match(/<(?:script|link|img|iframe)[^>]*(?:src|href)=/g)).toBeNull();
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  inBrowser("finds a whole package whole, with the office's key and with none", async () => {
    for (const key of [keys.public, '']) expect((await check('good.zip', key)).at(-1)).toContain('The package is whole and unchanged');
  });

  inBrowser('names the first lie', async () => {
    expect((await check('changed.zip', keys.public)).at(-1)).toMatch(/^✗ entry-other/);
    expect((await check('good.zip', makeNoteKeys('lianxi.example/log').public)).at(-1)).toMatch(/^✗ key-other/);
    expect((await check('check.html')).at(-1)).toMatch(/^✗ zip-damaged/);
  });

  inBrowser('checks a dossier too: its papers, its texts and its register', async () => {
    const told = await check('dossier.zip', keys.public);
    expect(told.at(-1)).toContain('The package is whole and unchanged');
    expect(told.filter((line) => /^✓ (papers|texts):/.test(line))).toHaveLength(2);
    expect((await check('papers-001-txt.zip', keys.public)).at(-1)).toMatch(/^✗ paper-other/);
    expect((await check('texts-jsonl.zip', keys.public)).at(-1)).toMatch(/^✗ text-other/);
    expect((await check('register-jsonl.zip', keys.public)).at(-1)).toMatch(/^✗ register-other/);
  });

  inBrowser('asks the network for nothing', () => {
    expect(asked.filter((url) => !url.startsWith('file://') && !url.startsWith('data:') && !url.startsWith('blob:'))).toEqual([]);
  });
});
