import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { dictionary, type TextName } from './dictionary';

/** `pseudo` shows every text in brackets, so that one that bypasses the dictionary stands out. */
export type Language = 'zh' | 'en' | 'pseudo';
export interface Label {
  readonly zh: string;
  readonly en: string;
}

export interface Speaker {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** A text of the dictionary, with what stands in braces filled in. */
  readonly say: (text: TextName, fill?: Readonly<Record<string, string | number>>) => string;
  /** What the services call something, in the reader's language. */
  readonly word: (label: Label | null | undefined, otherwise?: string) => string;
}

const SpeakerContext = createContext<Speaker | null>(null);
const kept = 'lianxi-language';

function firstLanguage(): Language {
  return known(new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(kept));
}

const known = (asked: string | null): Language => (asked === 'en' || asked === 'pseudo' ? asked : 'zh');

export function SpeakerProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setState] = useState<Language>(firstLanguage);
  useEffect(() => {
    // Another window of this browser chose a language: nobody works in two at once.
    const follow = ({ key, newValue }: StorageEvent): void => {
      if (key === kept) setState(known(newValue));
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, []);
  const speaker = useMemo<Speaker>(
    () => ({
      language,
      setLanguage: (chosen) => {
        localStorage.setItem(kept, chosen);
        setState(chosen);
      },
      say: (text, fill = {}) =>
        marked(
          language,
          Object.entries(fill).reduce(
            (said, [name, value]) => said.replaceAll(`{${name}}`, String(value)),
            inLanguage(language, dictionary[text]),
          ),
        ),
      word: (label, otherwise = '') => (label ? marked(language, inLanguage(language, label)) : otherwise),
    }),
    [language],
  );
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  return <SpeakerContext.Provider value={speaker}>{children}</SpeakerContext.Provider>;
}

const inLanguage = (language: Language, label: Label): string => (language === 'en' ? label.en : label.zh);
const marked = (language: Language, text: string): string => (language === 'pseudo' ? `⟦${text.replace(/[⟦⟧]/g, '')}⟧` : text);

export function useSpeaker(): Speaker {
  const speaker = useContext(SpeakerContext);
  if (!speaker) throw new Error('No speaker is provided here.');
  return speaker;
}
