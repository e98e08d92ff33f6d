/**
 * Words of a typed summary: « AE engagées PDE », « Total CP payés », « Reste à payer ». A label is read only when each
 * of its words is known: a figure of something else is never compared.
 */
import { periodOf, type LabelPeriod } from '../../../domain/calendar/label-period';
import type { StatedFigure } from '../../../domain/envelopes/reading-facts';
import { comparable } from '../../../domain/text';
import type { KnownNames } from '../../ledger/known-names';

/** The words of some labels together. */
export interface SummaryWords {
  readonly words: readonly string[];
  /** The codes of the envelopes that they name; null for a name of two. */
  readonly envelopes: readonly (string | null)[];
  readonly periods: readonly LabelPeriod[];
}

const AE = /^ae$/;
const CP = /^cp$/;
const COMMITTED = /^engage(?:e?s?|ments?)$/;
const PAID = /^(?:payee?s?|paiements?|mandatee?s?|mandatements?|reglee?s?|decaissee?s?)$/;
const USED = /^(?:consommee?s?|consommations?|executee?s?|utilisee?s?|realisee?s?)$/;
const LEFT = /^(?:restes?|restante?s?|soldes?|disponibles?|dispo)$/;
const OPEN = /^(?:raps?|payer|mandater|regler|decaisser)$/;
const TO_COMMIT = /^engager$/;
const TO_USE = /^consommer$/;
const TOTAL = /^(?:totaux|total|totale|ensemble|general|generale|global|globale|convention)$/;
/** « Engagements » alone may be how many there are. */
const COUNTED = /^(?:engagements|paiements|mandatements)$/;
const AMOUNT = /^(?:montants?|mts?|sommes?|euros?|eur|ttc|credits?|k|ke|keuros?|m|me|milliers|millions)$/;
const NOISE = /^(?:d|de|du|des|l|la|le|les|et|en|a|au|aux|sur|par|pour|enveloppes?|cumul|cumule?e?s?|annee|exercice)$/;
const YEAR = /^20\d\d$/;
const FIGURE_WORDS = [AE, CP, COMMITTED, PAID, USED, LEFT, OPEN, TO_COMMIT, TO_USE, TOTAL, AMOUNT, NOISE, YEAR];
/** Words of a title above a summary of the whole ledger. */
const TITLE =
  /^(?:recap|recaps|recapitulatif|recapitulatifs|recapitulation|synthese|situation|bilan|suivi|suivis|tableau|bord|execution|budget|budgetaire|budgetaires|financier|financiere|indicateurs?|chiffres?|cles?|feuil|feuille|depenses?|operations?|consommations?|enveloppes?|conventions?|delegations?|gestion|delegue?e?s?|arretee?s?|etat|dashboard|annuel|annuelle|resume|controles?)$/;
const NUMBER = /^\d+$/;
const PERIOD_WORD = /^(?:t[1-4]|s[12]|[a-z]{3,9}|1er)$/;

/** The words, names and periods of labels; null when they hold a share. */
export function summaryWords(labels: readonly string[], names: KnownNames): SummaryWords | null {
  if (labels.some((label) => label.includes('%'))) return null;
  const read = labels.map((label) => {
    const code = names.envelopeOf(label);
    return code === null ? { ...names.envelopesIn(label), periods: periodsIn(label) } : { ...NAMED, codes: [code] };
  });
  return {
    words: read.flatMap(({ rest }) => rest.split(' ')).filter((word) => word !== ''),
    envelopes: [...new Set(read.flatMap(({ codes }) => codes))],
    periods: read.flatMap(({ periods }) => periods),
  };
}

/** The name of an envelope and nothing else. */
const NAMED = { rest: '', periods: [] };

/** The periods that a text names: one for each year, or each other period. */
function periodsIn(label: string): readonly LabelPeriod[] {
  const words = comparable(label)
    .split(/[^\p{L}\d/.]+/u)
    .filter((word) => word !== '');
  const years = [...new Set(words.filter((word) => YEAR.test(word)))];
  const found = periodOf(words);
  return found === null ? [] : [found, ...years.slice(1).flatMap((year) => periodOf([year]) ?? [])];
}

/** The figure that the words of labels name, whatever else is known of them; null for none, or for an unknown word. */
export function figureOf({ words }: SummaryWords): StatedFigure['figure'] | null {
  const has = (one: RegExp): boolean => words.some((word) => one.test(word));
  if (!words.every((word) => FIGURE_WORDS.some((one) => one.test(word)))) return null;
  const [ae, cp, committed, paid, used] = [has(AE), has(CP), has(COMMITTED), has(PAID), has(USED)];
  const isDone = committed || paid || used;
  if (has(LEFT) || has(OPEN)) {
    if (isDone || (ae && cp)) return null;
    if (has(OPEN)) return ae || has(TO_COMMIT) || !isLeft(words) ? null : 'outstanding';
    if (has(TO_COMMIT)) return cp ? null : 'aeRemaining';
    return ae ? 'aeRemaining' : cp ? 'cpRemaining' : null;
  }
  if (has(TO_COMMIT) || has(TO_USE) || (ae && cp) || !isDone) return null;
  if (ae) return paid ? null : 'aeConsumed';
  if (cp) return committed ? null : 'cpConsumed';
  if (used || committed === paid) return null;
  const isCount = !has(AMOUNT) && words.filter((word) => COMMITTED.test(word) || PAID.test(word)).every(isCounted);
  return isCount ? null : committed ? 'aeConsumed' : 'cpConsumed';
}

/** « AE » or « CP » alone: consumed, perhaps, or given. */
export function bareFigureOf({ words }: SummaryWords): StatedFigure['figure'] | null {
  const has = (one: RegExp): boolean => words.some((word) => one.test(word));
  const [ae, cp] = [has(AE), has(CP)];
  if (ae === cp || !words.every((word) => [AE, CP, TOTAL, AMOUNT, NOISE, YEAR].some((one) => one.test(word))))
    return null;
  return ae ? 'aeConsumed' : 'cpConsumed';
}

/** True for « Total consommé », which names what it sums. */
export function namesUse({ words }: SummaryWords): boolean {
  return words.some((word) => [COMMITTED, PAID, USED].some((one) => one.test(word)));
}

/** « Reste à payer », « RAP »; « à payer » alone may be an invoice. */
function isLeft(words: readonly string[]): boolean {
  return words.some((word) => LEFT.test(word) || /^raps?$/.test(word));
}

function isCounted(word: string): boolean {
  return COUNTED.test(word);
}

/** True for words that name the sum of all envelopes. */
export function namesTheTotal({ words }: SummaryWords): boolean {
  return words.some((word) => TOTAL.test(word));
}

/** True for a title, or the name of a sheet, that limits the summary under it to nothing but envelopes and a period. */
export function isPlainTitle({ words, periods }: SummaryWords): boolean {
  return words.every((word) => {
    if (TITLE.test(word) || FIGURE_WORDS.some((one) => one.test(word))) return true;
    return NUMBER.test(word) || (periods.length > 0 && PERIOD_WORD.test(word));
  });
}
