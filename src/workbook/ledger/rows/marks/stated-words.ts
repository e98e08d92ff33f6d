/**
 * Remarks that give another amount than that of their row, on plain words: « Réellement payé 480 € », « Montant final :
 * 480 € », « Facturé seulement 480 € ». Where the amount is that of the row, such a remark confirms it.
 */
const ACT =
  '(?:pay|regl|factur|vers|mandat|liquid|engag|depens|consomm|realis|execut|constat|retenu|devis)(?:ee?s?|e|ue?s?)?';
const REALLY =
  '(?:reellement|effectivement|finalement|au final|au total final|en realite|en fait|en definitive|in fine|seulement|uniquement|au lieu de)';
const THING = '(?:montants?|couts?|prix|sommes?|total|depenses?|factures?(?: finale)?|ae|cp|ej|commande|bc|devis)';
const SMALL = '(?:est|sont|a|ont|ete|sera|de|d|du|que|pour|hauteur|la|le|il|on|n|ne|soit)';
/** A sum that is one by its unit: « Facturé 3 jours » has none. */
const SUM = '(\\d{1,9}(?: \\d{1,9}){0,3}) (?:k )?(?:euros?|eur|ttc)\\b';

const LONGEST_FIGURE = 60;
const LONGEST_WITH_TAX = 120;

const STATED = [
  new RegExp(`^(?:(?:${THING}|${SMALL}|${ACT}) ){0,4}${REALLY} (?:(?:${ACT}|${SMALL}|${THING}|${REALLY}) ){0,4}${SUM}`),
  new RegExp(
    `^(?:(?:le|la) )?${THING} (?:(?:${SMALL}|reel(?:le)?s?|final(?:e|es|s)?|definiti(?:f|ve)s?|effecti(?:f|ve)s?|exacte?s?|corrigee?s?|${ACT}) ){1,5}${SUM}`,
  ),
  new RegExp(
    `^(?:${SMALL} ){0,4}(?:pay|regl|factur|vers|mandat|liquid)ee?s? (?:a hauteur de |pour )?${SUM}(?: seulement| uniquement| au lieu| sur \\d|$)`,
  ),
  new RegExp(`^(?:a )?ramenee?s? (?:a|de) ${SUM}`),
  new RegExp(`^(?:${THING} ){0,2}(?:${SMALL} ){0,3}(?:clotur|sold)ee?s? (?:pour|a|a hauteur de) ${SUM}$`),
];

const FIGURE = '(\\d[\\d\\s.,]{0,15})';
const CURRENCY = '(?:usd|us\\$|gbp|chf|\\$|£|(?:us )?dollars?(?: us)?|livres? sterling|francs? suisses?)';
const IN_CURRENCY = new RegExp(
  `^\\s{0,3}(?:(?:montants?|factures?|devis|prix|commandes?)\\s(?:de\\s|:\\s)?)?(?:${FIGURE}\\s?${CURRENCY}|[$£]\\s?${FIGURE})\\s{0,3}$`,
  'i',
);
const DECIMALS = /[.,](\d{1,2})$/;

/** The cents of « 1 000 USD », a remark as a whole, as if they were euros; null for any other. */
export function centsInCurrency(remark: string): number | null {
  const found = remark.length > LONGEST_FIGURE ? null : IN_CURRENCY.exec(remark);
  return centsTyped(found?.[1] ?? found?.[2] ?? '');
}

/** « Devis de 1 680 € TTC », « (TTC : 1 680,00) ». */
const THOUSANDS = /(\d)[\s.](?=\d{3})/g;
const WITH_TAX =
  /(\d{1,9}(?:[.,]\d{1,2})?) ?(?:€ ?|euros? |eur )?ttc(?![a-z])|(?<![a-z])ttc ?[:=]? ?(\d{1,9}(?:[.,]\d{1,2})?)/i;
const [WITHOUT, WITH] = [100, 120];

/**
 * The cents without VAT, at its usual rate, of the amount that words give with it, 1 400 for « 1 680 € TTC »; null for
 * any other.
 */
export function centsBeforeTax(words: string): number | null {
  const found = WITH_TAX.exec(words.slice(0, LONGEST_WITH_TAX).replace(THOUSANDS, '$1').replace(/\s/g, ' '));
  const cents = centsTyped(found?.[1] ?? found?.[2] ?? '');
  return cents === null ? null : Math.round((cents * WITHOUT) / WITH);
}

/** « 1 680,50 »; null without a digit. */
function centsTyped(figure: string): number | null {
  const digits = figure.replace(/\s/g, '').replace(/[.,]$/, '');
  if (digits === '') return null;
  const cents = DECIMALS.exec(digits)?.[1] ?? '';
  const whole = digits.replace(DECIMALS, '').replace(/\D/g, '');
  return Number(whole) * 100 + Number(cents.padEnd(2, '0'));
}

/** The amounts in cents that a clause states, as its figures may be read; empty for most. */
export function centsStatedIn(clause: string): readonly number[] {
  for (const pattern of STATED) {
    const digits = pattern.exec(clause)?.at(-1);
    if (digits !== undefined) return centsOf(digits);
  }
  return [];
}

/** « 1 016 » is 1 016 €; « 480 50 », plain words of « 480,50 », is 480,50 € too. */
function centsOf(digits: string): readonly number[] {
  const groups = digits.split(' ');
  const last = groups.at(-1) ?? '';
  const whole = Number(groups.join('')) * 100;
  if (groups.length < 2 || last.length > 2) return [whole];
  const cents = Number(last.padEnd(2, '0'));
  return [whole, Number(groups.slice(0, -1).join('')) * 100 + cents];
}
