/** The sentences of the pane other than findings and failures; the English ones are fetched where Excel speaks English. */
import type { Language } from '../../messages/language';
import { PANE_FR, type PaneWords } from './pane-fr';

const IN_LANGUAGE: Readonly<Record<Language, () => Promise<PaneWords>>> = {
  fr: () => Promise.resolve(PANE_FR),
  en: async () => (await import(/* webpackChunkName: "english" */ './pane-en')).PANE_EN,
};

/** The words of a language. */
export function paneWords(language: Language): Promise<PaneWords> {
  return IN_LANGUAGE[language]();
}
