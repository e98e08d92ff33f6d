/**
 * Headings that are about the effect of their row only over some values: a party to the convention, or another
 * administration, over « Oui » and « Non » or over shares, « DGEFP (O/N) », « % DITP »; « Coefficient », « Quotité »
 * over shares of the amounts, and not over hours nor the revision of a price; « Type de montant » over those of Chorus;
 * « À payer » over crosses on some of the paid rows.
 */
import { comparable } from '../../../domain/text';
import type { CellValue } from '../../cells';
import type { KnownNames } from '../known-names';
import { isFilled } from '../sheet-rows';
import { ADMINISTRATIONS } from '../rows/marks/administrations';
import { isTicked, type EffectHeading } from '../rows/marks/effect-headings';
import { holdsAmountTypes } from './amount-types';

const LONGEST_HEADING = 60;
const YES_OR_NO = /\b(?:o ?\/ ?n|oui ?\/ ?non|y ?\/ ?n|0 ?\/ ?1)\b/;
/** Beside a name: « Sur crédits DGEFP », « À la charge de la DITP ». */
const OF_CREDITS: ReadonlySet<string> = new Set(
  'credit credits budget sur charge a la le l de du d des par financement finance financee impute imputee imputation pris prise en convention'.split(
    ' ',
  ),
);
const SHARE: ReadonlySet<string> = new Set(
  'part parts quote pct pourcentage taux quotite prorata participation'.split(' '),
);
/** « % convention ». */
const OF_ALL: ReadonlySet<string> = new Set(['convention', 'delegation', 'enveloppe']);
/** Headings of shares of anything: of the amount of the row by their values alone. */
const MAY_SHARE =
  /^(?:coefs?|coeff?s?|coefficients?|ponderations?|quotites?|parts?|proportions?|fractions?|ratios?|cles?|cles? de repartition|pourcentages?(?: retenus?| appliques?| imputes?)|pct(?: retenus?| appliques?| imputes?| pris en charge)|prorata)(?: (?:d |de )?(?:imputation|repartition|prise en charge|affectation|participation))?(?: pct)?$/;
const TO_PAY =
  /^(?:(?:cp|dp|factures?) )?(?:(?:restes? )?a (?:payer|regler|mandater|verser|liquider)|(?:en )?attente (?:de |du )?(?:paiement|reglement|mandatement|versement))$/;
const ANSWER = /^(?:oui|non|o|n|x{1,3}|yes|no|y|vrai|faux|true|false|ok|[✓✔☑☒✗✘×●■])$/;
const PERCENT = /^(\d{1,3}(?:[.,]\d{1,4})?)\s?%$/;
const WHOLE = 100;
/** A coefficient of revision is near 1, and has more decimals. */
const ROUND = 0.05;
const THIRDS: readonly number[] = [33, 33.3, 33.33, 66, 66.6, 66.7, 66.67, 67];

type Names = Pick<KnownNames, 'isParty' | 'isDelegant' | 'isEnvelope'>;

/** The meaning of the cells under such a heading; null for any other. `valuesOf`: asked for few headings. */
export function effectByValues(
  heading: string,
  valuesOf: () => readonly CellValue[],
  names: Names | null,
): EffectHeading | null {
  if (heading.length > LONGEST_HEADING) return null;
  if (holdsAmountTypes(heading, valuesOf)) return { by: 'chorus', about: null };
  const words = wordsOf(heading);
  if (MAY_SHARE.test(words.join(' '))) return ofShares(valuesOf().filter(isFilled));
  const whose = words.at(-1) ?? '';
  const who = whoIs(whose, names);
  if (who === null) return null;
  const others = words.slice(0, -1);
  if (others.some((word) => SHARE.has(word)) && others.every((word) => SHARE.has(word) || OF_CREDITS.has(word)))
    return ofSharesOf(who, valuesOf().filter(isFilled));
  if (!others.every((word) => OF_CREDITS.has(word)) || who === 'envelope') return null;
  const values = valuesOf().filter(isFilled);
  if (values.length === 0 || !values.every(isAnswer)) return null;
  return { by: who === 'other' ? 'aside' : 'counted', about: null };
}

/**
 * « À payer », « Reste à payer », crossed where something is still to pay: null for an order to pay, which all the paid
 * rows have, or for anything but crosses. `daysOf`: the days of payment, row by row.
 */
export function effectOfToPay(
  heading: string,
  valuesOf: () => readonly CellValue[],
  daysOf: () => readonly CellValue[],
): EffectHeading | null {
  if (!TO_PAY.test(wordsOf(heading).join(' '))) return null;
  const values = valuesOf();
  if (!values.filter(isFilled).every(isAnswer)) return null;
  const isOrder = daysOf().every((day, row) => !isFilled(day) || isTick(values[row] ?? null));
  return isOrder ? null : { by: 'unpaid', about: null };
}

function wordsOf(heading: string): readonly string[] {
  return comparable(heading)
    .replace(YES_OR_NO, ' ')
    .replaceAll('%', ' pct ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

type Who = 'delegant' | 'party' | 'other' | 'envelope';

function whoIs(word: string, names: Names | null): Who | null {
  if (word === '') return null;
  if (names?.isDelegant?.(word)) return 'delegant';
  if (names?.isParty?.(word)) return 'party';
  if (OF_ALL.has(word) || names?.isEnvelope(word)) return 'envelope';
  return ADMINISTRATIONS.includes(word) ? 'other' : null;
}

function isTick(value: CellValue): boolean {
  return value === true || value === 1 || (typeof value === 'string' && isTicked(comparable(value).trim()));
}

function isAnswer(value: CellValue): boolean {
  if (typeof value === 'boolean' || value === 0 || value === 1) return true;
  return typeof value === 'string' && ANSWER.test(comparable(value).trim());
}

/** A share in percents: 50 of « 50 % », of 0,5, and of 50 beside 100; null for anything else. */
function percentsOf(values: readonly CellValue[]): readonly number[] | null {
  const isWritten = (value: CellValue): boolean => typeof value === 'string' && PERCENT.test(value.trim());
  const numbers = values.filter((value) => typeof value === 'number');
  if (values.length === 0 || numbers.length + values.filter(isWritten).length < values.length) return null;
  if (numbers.some((value) => value < 0 || value > WHOLE)) return null;
  const factor = numbers.some((value) => value > 1) ? 1 : WHOLE;
  return values.map((value) => {
    const written = typeof value === 'string' ? (PERCENT.exec(value.trim())?.[1] ?? '') : null;
    return written === null ? factor * Number(value) : Number(written.replace(',', '.'));
  });
}

/** « Quotité », « Coefficient » where 1, or 100 %, is the whole of a row, and others are round shares of it. */
function ofShares(values: readonly CellValue[]): EffectHeading | null {
  const percents = percentsOf(values);
  if (percents === null || !percents.every((one) => one === WHOLE || isRound(one))) return null;
  const isInPercent = values.some((value) => typeof value === 'number' && value > 1);
  if (isInPercent && !percents.includes(WHOLE)) return null; // 35, 28: hours
  return percents.some((one) => one < WHOLE) ? { by: 'share', about: null, ...(isInPercent && { isInPercent }) } : null;
}

function isRound(percent: number): boolean {
  const steps = percent / (WHOLE * ROUND);
  return (
    percent > 0 &&
    (Math.abs(steps - Math.round(steps)) < 1e-6 || THIRDS.some((third) => Math.abs(third - percent) < 0.01))
  );
}

/**
 * The part of a party, or of an envelope, is the whole or not; nothing of the délégant is of other credits; any part of
 * another administration is.
 */
function ofSharesOf(who: Who, values: readonly CellValue[]): EffectHeading | null {
  const percents = percentsOf(values);
  if (percents === null || percents.every((one) => one === 0)) return null;
  const isInPercent = values.some((value) => typeof value === 'number' && value > 1);
  const outside = who === 'delegant' ? 'none' : who === 'other' ? 'all' : null;
  return { by: 'share', about: null, ...(isInPercent && { isInPercent }), ...(outside && { outside }) };
}
