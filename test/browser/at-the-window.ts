import type { Locator, Page } from 'playwright-core';
import { procedures } from '@lianxi/casework';
import { waitFor } from '../support/lianxi';
import type { Browsing, Language } from './browsing';

type Said = Exclude<Language, 'pseudo'>;
interface Label {
  readonly zh: string;
  readonly en: string;
}

const mustOrMay = { zh: '(必填|可不填)', en: '(required|optional)' } as const;
const seen = { zh: '已看过变动', en: 'I have seen it' } as const;
const perform = { zh: '确认办理', en: 'Do it' } as const;
const plain = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Somebody who works at a window of the portal by what stands there: buttons and fields go by their words, in the window's language. */
export class AtTheWindow {
  private constructor(
    private readonly here: Browsing,
    readonly page: Page,
    private readonly language: Said,
  ) {}

  /** Signs in, or is known from before, and goes where the work is. */
  static async of(here: Browsing, person: string, language: Said, address = '/desk'): Promise<AtTheWindow> {
    const page = await here.again(person, { language });
    if (page.url() === `${here.portal}${address}`) await here.settled(page);
    else await here.open(page, address);
    return new AtTheWindow(here, page, language);
  }

  word = (label: Label): string => label[this.language];

  /** The only case that the desk lists, or the one of that kind: it comes there by itself. */
  async openFromDesk(what: Label): Promise<void> {
    await this.page.locator('.worklist-row a', { hasText: this.word(what) }).click({ timeout: 90_000 });
    await this.page.locator('.timeline').waitFor();
  }

  async goTo(address: string): Promise<void> {
    await this.here.open(this.page, address);
  }

  /** Presses the act when it is offered, fills in its form, and does it. */
  async does(
    act: string,
    form: Readonly<Record<string, string>> = {},
    procedure = 'matter',
    before: (shown: Locator) => Promise<void> = async () => undefined,
  ): Promise<void> {
    const row = procedures.find(({ id }) => id === procedure)?.acts.find((each) => each.act === act);
    if (row === undefined) throw new Error(`${procedure} has no act ${act}.`);
    await this.here.press(this.page, this.page.getByRole('button', { name: this.word(row.label), exact: true, includeHidden: true }));
    const shown = this.page.locator('form.act-form');
    await before(shown);
    for (const [name, value] of Object.entries(form)) {
      const asked = row.form?.find((each) => each.name === name);
      if (asked === undefined) throw new Error(`${act} asks for no ${name}.`);
      await this.fill(this.field(asked.label, shown), value);
    }
    await shown.getByRole('button', { name: perform[this.language] }).click();
    await this.isDone(shown);
  }

  /** Who is told that others moved the case on meanwhile has seen it, and goes on. */
  private async isDone(shown: Locator): Promise<void> {
    const goOn = shown.getByRole('button', { name: seen[this.language] });
    await waitFor('the act is done, or others were first', async () => (await shown.count()) === 0 || (await goOn.count()) > 0, 60_000);
    if ((await shown.count()) === 0) return;
    await goOn.click();
    await shown.waitFor({ state: 'detached' });
  }

  /** Puts a file on the case, as any act is done. */
  async addPaper(file: { readonly name: string; readonly bytes: Buffer }, kind: string, procedure = 'matter'): Promise<void> {
    await this.does('add-paper', { kind, dated: '2026-01-05', origin: 'copy' }, procedure, (shown) =>
      shown.locator('input[type=file]').setInputFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes }),
    );
  }

  /** A field by its name, which says too whether it must be filled in. */
  field(label: Label, within: Page | Locator = this.page): Locator {
    const named = new RegExp(`^${plain(this.word(label))} ${mustOrMay[this.language]}$`);
    return within.locator('.field').filter({ has: this.page.locator('label, legend').filter({ hasText: named }) });
  }

  /** A text is written, of choices the one is taken that has this code. */
  async fill(field: Locator, value: string): Promise<void> {
    const control = field.locator('input, textarea, select');
    if ((await control.evaluate((each) => each.tagName)) === 'SELECT') await control.selectOption(value);
    else await control.fill(value);
  }

  /** What is said of an act in the history of the case on the page: others' acts come there by themselves. */
  async sees(act: string, procedure = 'matter'): Promise<void> {
    const label = procedures.find(({ id }) => id === procedure)?.acts.find((each) => each.act === act)?.label;
    await this.page
      .locator('.timeline li', { hasText: label && this.word(label) })
      .first()
      .waitFor();
  }

  leave = (): Promise<void> => this.page.context().close();
}
