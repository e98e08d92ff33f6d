/** The reference of functions, controls and documents is what the code gives, in both languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REFERENCE_FILES } from '../scripts/reference/reference-files';
import { referencePage } from '../scripts/reference/reference-page';
import { FUNCTION_NAMES } from '../src/application/functions/function-answers';
import { ruleCodes } from '../src/messages/describe-finding';
import { LANGUAGES } from '../src/messages/language';
import { DOCUMENT_KINDS } from '../src/workbook/document-names';
import { bannedIn, bannedInEnglish } from './messages/ban-list';
import { ROOT } from './support/tidy/sources';

/** By language; each takes seconds to make. */
const PAGES = { fr: referencePage('fr'), en: referencePage('en') };

describe.each(LANGUAGES)('the reference in %s', (language) => {
  const page = PAGES[language];

  test('is up to date: npm run gallery writes it again', () => {
    expect(readFileSync(join(ROOT, REFERENCE_FILES[language]), 'utf8')).toBe(page);
  });

  test('has each function, each rule and each document once', () => {
    const countOf = (text: string): number => page.split(text).length - 1;
    for (const name of FUNCTION_NAMES) expect([name, countOf(`\n### ${name}\n`)]).toEqual([name, 1]);
    for (const rule of ruleCodes()) expect([rule, countOf(`| [${rule}](`)]).toEqual([rule, 1]);
    for (const kind of DOCUMENT_KINDS) expect(page).toMatch(new RegExp(`\n\\| \`${kind}1?\``));
  });
});

test('its own words are those of the product', () => {
  const own = (text: string): string =>
    text
      .split('\n')
      .filter((line) => !/^(?:\| \[|- `#|`ENVELOPE|\*\*Ex)/.test(line))
      .join('\n');
  expect(bannedIn(own(PAGES.fr))).toEqual([]);
  expect(bannedInEnglish(own(PAGES.en))).toEqual([]);
});
