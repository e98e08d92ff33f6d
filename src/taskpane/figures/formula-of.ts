/** The formula of a figure, as a user types it. */
import type { FigureSubject } from '../../application/figures/explain-figure';
import type { FunctionName } from '../../application/functions/function-answers';
import type { Convention } from '../../domain/envelopes/convention';
import { everyLineOf } from '../../domain/envelopes/envelope';
import type { Language } from '../../messages/language';

const FUNCTIONS = {
  allocated: 'ALLOCATED',
  consumed: 'CONSUMED',
  reserved: 'RESERVED',
  remaining: 'REMAINING',
  available: 'AVAILABLE',
} as const satisfies Record<FigureSubject['figure'], FunctionName>;

/** Excel separates arguments by a semicolon where the decimal mark is a comma. */
const SEPARATORS: Readonly<Record<Language, string>> = { fr: ';', en: ',' };

/** @example formulaOf(convention, { envelope: 'SF', line: null, nature: 'AE', figure: 'available' }, 'fr') */
export function formulaOf(
  { envelopes }: Convention,
  { envelope, line, nature, figure }: FigureSubject,
  language: Language,
): string {
  const label = envelopes.flatMap(everyLineOf).find(({ index }) => index === line)?.label;
  const texts = [envelope, nature, ...(label === undefined ? [] : [label])];
  const given = texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(SEPARATORS[language]);
  return `=ENVELOPE.${FUNCTIONS[figure]}(${given})`;
}
