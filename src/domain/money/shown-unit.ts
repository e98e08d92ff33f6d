/**
 * The unit that words beside a number give it: « 20 % », « 12 k€ », « 300 $ », « 12 jours ». The words come from a
 * text, or from the format of a cell.
 */
import { comparable } from '../text';

/** `euros`: in tens raised to the exponent, 3 for k€. */
export type ShownUnit =
  { readonly kind: 'percentage' | 'currency' | 'quantity' } | { readonly kind: 'euros'; readonly exponent: number };

const SYMBOLS_AND_WORDS = /[\p{Sc}%‰]|\p{L}+2?/gu;

const EUROS = wordsIn('€ eur euro euros');
const EXPONENTS: ReadonlyMap<string, number> = new Map([
  ...[...wordsIn('k millier milliers keur keuro keuros ke')].map((word) => [word, 3] as const),
  ...[...wordsIn('m mio million millions meur meuro meuros')].map((word) => [word, 6] as const),
  ...[...wordsIn('md mds mrd milliard milliards mdeur mdeuros')].map((word) => [word, 9] as const),
]);
/** « kE », « KEuros ». */
const COMPACT = wordsIn('keur keuro keuros ke meur meuro meuros mdeur mdeuros');
const PERCENTAGES = wordsIn('% ‰');
const CURRENCIES = wordsIn(
  'usd gbp chf jpy cad aud nzd cny sek nok dkk isk pln czk huf ron bgn try rub brl mxn inr krw sgd hkd zar mad tnd dzd ' +
    'cts centime centimes xpf xof xaf cfp cfa fcfa frf f sfr franc francs dollar dollars sterling yen yens',
);
const QUANTITIES = wordsIn(
  'j jour jours h heure heures min minute minutes mois an ans annee annees semaine semaines etp etpt kg km ha m2 km2 ' +
    'day days hour hours month months year years week weeks person persons ' +
    'personne personnes pers agent agents unite unites piece pieces exemplaire exemplaires point points',
);
const SYMBOL_OF_CURRENCY = /\p{Sc}/u;

/**
 * Null for words that name no unit: « HT », « env. ». The euro comes before any other word, as in « € dont TVA 20 % ».
 * @example shownUnitIn('k€ TTC') // { kind: 'euros', exponent: 3 }
 */
export function shownUnitIn(text: string): ShownUnit | null {
  const words = comparable(text).match(SYMBOLS_AND_WORDS) ?? [];
  const exponent = exponentIn(words);
  if (exponent !== null) return { kind: 'euros', exponent };
  const has = (known: ReadonlySet<string>): boolean => words.some((word) => known.has(word));
  if (has(PERCENTAGES)) return { kind: 'percentage' };
  if (words.some((word) => CURRENCIES.has(word) || SYMBOL_OF_CURRENCY.test(word))) return { kind: 'currency' };
  if (has(QUANTITIES)) return { kind: 'quantity' };
  const [only, ...others] = words;
  const alone = others.length === 0 ? EXPONENTS.get(only ?? '') : undefined;
  return alone === undefined ? null : { kind: 'euros', exponent: alone };
}

/** The exponent of the first words about euros; null without any. */
function exponentIn(words: readonly string[]): number | null {
  const at = words.findIndex((word) => EUROS.has(word) || COMPACT.has(word));
  const word = words[at];
  if (word === undefined) return null;
  if (COMPACT.has(word)) return EXPONENTS.get(word) ?? 0;
  const before = words[at - 1] === 'd' ? words[at - 2] : words[at - 1];
  return EXPONENTS.get(before ?? '') ?? 0;
}

function wordsIn(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
