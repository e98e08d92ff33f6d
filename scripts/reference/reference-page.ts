/**
 * The reference in a language, `docs/reference.md` or `docs/reference.en.md`: every function, control and document, from the
 * code. `npm run gallery` writes both; a test compares them with what the code gives.
 */
import type { Language } from '../../src/messages/language';
import { controlReference } from './control-reference';
import { documentReference } from './document-reference';
import { functionReference } from './function-reference';

const HEADS: Readonly<Record<Language, string>> = {
  fr: [
    '# Référence',
    '',
    '[Fonctions](#fonctions) · [Contrôles](#contrôles) · [Documents](#documents) · [English](reference.en.md)',
    '',
    'Page écrite d’après le code par `npm run gallery` : ne pas la corriger à la main. Les exemples sont calculés sur le classeur d’exemple',
    '« Suivi 2023 », arrêté au 31/12/2023 ; les articles cités sont ceux de la convention de 2023 (NOR : ECOI2236199X).',
  ].join('\n'),
  en: [
    '# Reference',
    '',
    '[Functions](#functions) · [Controls](#controls) · [Documents](#documents) · [Français](reference.md)',
    '',
    '`npm run gallery` writes this page from the code: do not edit it by hand. Examples are computed on the sample workbook « Suivi 2023 » as of',
    '31 December 2023; articles are those of the convention of 2023 (NOR: ECOI2236199X). Documents are signed in French.',
  ].join('\n'),
};

/** The whole page. */
export function referencePage(language: Language): string {
  const parts = [functionReference(language), controlReference(language), documentReference(language)];
  return `${[HEADS[language], ...parts].join('\n\n')}\n`;
}
