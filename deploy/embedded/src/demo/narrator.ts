import { register } from '@lianxi/jurisdiction';

export type Language = 'zh' | 'en';
export interface Told {
  readonly zh: string;
  readonly en: string;
}

/** Tells what happens in one language, and stops the story where it does not go as told. */
export class Narrator {
  private step = 0;

  constructor(
    private readonly language: Language,
    private readonly print: (line: string) => void,
  ) {}

  chapter(title: Told): void {
    this.step += 1;
    this.print(`\n${this.step}. ${title[this.language]}`);
  }

  tell(text: Told): void {
    this.print(`   ${text[this.language]}`);
  }

  body(id: unknown): Told {
    return register.findBody(String(id))?.names ?? { zh: String(id), en: String(id) };
  }

  /** Throws when what was to be seen is not what is seen. */
  expect(what: string, seen: unknown, wanted: unknown): void {
    if (JSON.stringify(seen) !== JSON.stringify(wanted))
      throw new Error(`The story did not go as told: ${what} is ${JSON.stringify(seen)}, not ${JSON.stringify(wanted)}.`);
  }
}
