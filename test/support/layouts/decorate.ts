/** Additions to any heading: capitals, units, a year, line breaks, a slip of the keyboard. */
import type { Random } from '../worlds/random';
import type { Draw } from './draw';
import type { Field } from './rows';

/** Changes a heading; `isAmount` and `isDate` name what is under it. */
export type Decoration = (text: string, field: Field) => string;

const SHORTEST_TYPO = 7;

/** True for a field whose cells are amounts. */
export function isAmountField(field: Field): boolean {
  return /^((ae|cp)(@.+)?|cp\d+|amount|month\d+)$/.test(field);
}

/** The decorations of the headings of one workbook, the same on every sheet. */
export function drawDecoration(draw: Draw, year: number, inThousands: boolean): Decoration {
  const random = draw.chanceOf('decoration');
  const unit = random.pick([' (€)', ' (en €)', ' en €', ' en euros', ' (EUR)']);
  const mark = random.pick([' :', ' *']);
  const yearText = random.pick([` ${year}`, ` (${year})`]);
  const onAmounts = (change: (text: string) => string): Decoration => {
    return (text, field) => (isAmountField(field) ? change(text) : text);
  };
  const steps: (Decoration | false)[] = [
    inThousands && onAmounts((text) => `${text} (k€)`),
    draw.has('heading with TTC', 0.12) && onAmounts((text) => `${text} TTC`),
    draw.has('heading with the year', 0.07) && onAmounts((text) => `${text}${yearText}`),
    !inThousands && draw.has('heading with its unit', 0.15) && onAmounts((text) => `${text}${unit}`),
    draw.has('heading with a typo', 0.06) && typoOnOne(draw),
    draw.has('headings without accents', 0.1) && ((text) => withoutAccents(text)),
    draw.has('headings in capitals', 0.12) && ((text) => text.toUpperCase()),
    draw.has('headings in lower case', 0.04) && ((text) => text.toLowerCase()),
    draw.has('headings over several lines', 0.1) && ((text) => text.replace(' ', '\n')),
    draw.has('headings with a colon or an asterisk', 0.03) && ((text) => `${text}${mark}`),
    draw.has('headings with useless spaces', 0.04) && ((text) => ` ${text.replace(' ', '  ')} `),
  ];
  const used = steps.filter((step) => step !== false);
  return (text, field) => used.reduce((decorated, step) => step(decorated, field), text);
}

/** One edit in one heading of the workbook: the same field on every sheet. */
function typoOnOne(draw: Draw): Decoration {
  const random = draw.chanceOf('typo');
  const field = random.pick<Field>(['supplier', 'signed', 'paid', 'ae', 'cp', 'ej', 'line', 'served', 'envelope']);
  const seed = random.whole(0, 1_000);
  return (text, of) => (of === field ? withTypo(text, seed) : text);
}

/** A letter doubled, dropped or swapped with the next, inside the longest word when it is long enough. */
export function withTypo(text: string, seed: number): string {
  const [longest = ''] = text.split(/[\s'’]+/).sort((one, other) => other.length - one.length);
  if (longest.length < SHORTEST_TYPO) return text;
  const at = 2 + (seed % (longest.length - 4));
  const [before, one, two, after] = [longest.slice(0, at), longest[at], longest[at + 1], longest.slice(at + 2)];
  const turns = [`${before}${one}${one}${two}${after}`, `${before}${two}${after}`, `${before}${two}${one}${after}`];
  return text.replace(longest, turns[seed % turns.length] ?? longest);
}

/** The text without its accents. */
export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

/** The name of a month, as sheets and totals have it. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** The names of the months in one of the ways in which people head columns. */
export function monthHeadings(year: number, random: Random): (month: number) => string {
  return random.pick<(month: number) => string>([
    (month) => `CP ${monthName(month)}`,
    (month) => `CP payés ${monthName(month)}`,
    (month) => `Payé ${monthName(month)} ${year}`,
    (month) => `CP ${String(month).padStart(2, '0')}/${year}`,
  ]);
}

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
