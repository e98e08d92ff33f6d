/**
 * Labels of the rows that are not operations: totals (« Sous-total janvier », « TOTAL PDE », « Report 2022 »), balances
 * (« Reste à payer », « Crédits ouverts », « AE libres », « Montant délégué ») and parts of the row above (« dont part
 * fixe »). A label is plain when it begins as a total and nothing in it could be the subject of an operation: « Total
 * Énergies » is not.
 */
import { RUNNING_TOTAL } from '../../../domain/envelopes/ledger';
import { comparable } from '../../../domain/text';
import type { KnownNames } from '../known-names';
import { remembering } from '../../../domain/remembering';
import { creditMovementOf, isDelegant, mayCarryCredits } from './credit-movements';

/** The meaning of a label. */
export interface FootLabel {
  /** `balance`: an amount that sums no row. `part` of the amount above: « dont part fixe ». */
  readonly kind: 'total' | 'balance' | 'part';
  /** That of `TotalRow`. */
  readonly rank: number;
  readonly isPlain: boolean;
  /** « Solde » is a balance, or the last payment of an order. Absent: no such doubt. */
  readonly isPayment?: true;
  /** Credits that are given or moved, even where the row names a supplier. Absent: no. */
  readonly isOfCredits?: true;
  /** « Non affecté », « Réserve »: of the row where it is its subject. Absent: wherever it is. */
  readonly isOfSubject?: true;
  /** « AE libres »: of a row without a day, with no other text than an envelope; else it may be bought, or given back. */
  readonly isAlone?: true;
  /** Below the last operation, with nothing else, « Convention 2023 », or an envelope at most. Absent: anywhere. */
  readonly isOfFoot?: 'alone' | 'besideEnvelope';
  /** Credits that come, go or are held. Absent: no. */
  readonly isMovement?: true;
  /** Such credits, in words that no purchase has: paid, they are reported, and count as no payment. Absent: no. */
  readonly isNeverBought?: true;
  /** « Report 2022 »: a running total, or credits on their day. Absent: no. */
  readonly mayBeCredits?: true;
}

/** In characters: a longer text is a sentence. */
const LONGEST_LABEL = 120;
const NOT_A_WORD = /[^a-z0-9&]+/;
/** « S/Total », « S-T », « ss total ». */
const SHORT_SUBTOTAL = /^(s ?\/ ?t|st|(s|ss|sous|sub) ?\/? ?totaux|(s|ss|sous|sub) ?\/? ?total)\b/;
/** « Brought forward », « Balance c/f to next page », and « Opening balance », which may be of credits. */
const IN_ENGLISH =
  /^(?:(?:(?:balance|total|amount) )?(?:(?:brought|carried) (?:forward|down|over)|[bc]\/[fd])|balance [bc][fd]|(?:opening|closing) balance)(?: (?:from|to|at|on|as|of|the|previous|next|last|month|page|sheet|year|20\d\d))*$/;
/** « Σ », « ∑ ATOL CD ». */
const SIGMA = /^[σ∑]/;
const NAMED_SUM = /total|^(?:somme|ensemble|recap)/;
const LAST_PAYMENT = /^soldes?$/;
/** « Soldé » is the state of an EJ, which the accent alone distinguishes from a balance. */
const SETTLED = /^\s*sold(?:é|e\u0301)/i;
const WORDS = {
  total: setOf('tot total totaux totale totales resultat resultats'),
  sum: setOf('ensemble somme recapitulatif recapitulation'),
  running: setOf('cumul cumuls report reports reporter reporte reportes reliquat reliquats bascule bascules'),
  grand: setOf('general generale generaux global globale globaux grand'),
  balance: setOf(
    'reste restes restant restante restants restantes solde soldes disponible disponibles dispo plafond plafonds ' +
      'dotation dotations credit credits budget ecart difference marge taux consomme consommee consommes consommation',
  ),
};
const OF_CREDITS =
  '(?:ae|cp|credits?|montants?|sommes?|enveloppe|budgets?|dotations?|marges?|autorisations? d engagement)';
const UNUSED =
  '(?:libres?|disponibles?|engageables?|mobilisables?|inutilisee?s?|non (?:engage|consomme|utilise|depense)e?s?)';
/** Where, or when, nothing else is named: « sur l'enveloppe », « à ce jour », « 2023 ». */
const TAIL =
  '(?: (?:sur|pour|au|a|ce|jour|le|la|l|de|du|d|en|annee|exercice|enveloppe|convention|delegation|ae|cp|20\\d\\d))*';
const TO_USE = 'a (?:engager|consommer|depenser|utiliser)';
/** Words of a rest: « Encore disponible », « Il nous reste », « AE libres », « Marge de manœuvre », « Non consommé ». */
const LEFT = new RegExp(
  `^(?:(?:il nous reste|il reste|reste encore|encore)(?: encore)? (?:disponibles?|libres?|${TO_USE})` +
    `|il (?:nous )?reste|${OF_CREDITS}(?: (?:encore|total|totale|en|d|de|ae|cp))* (?:${UNUSED}|restante?s?)` +
    `|marges? de manoeuvre|non (?:consomme|utilise|depense)e?s?)${TAIL}(?<! du)$`,
);
/** Words of credits given: « Montant délégué », « Montant de la délégation », « Enveloppe allouée ». */
const GIVEN = new RegExp(
  `^(?:montants?|enveloppe)(?: (?:total|totale|initial|initiale|ae|cp))* (?:(?:delegue|alloue)e?s?|de la delegation|delegation)${TAIL}$`,
);
const GRANTED = '(?:ouvert|accorde|vote|notifie|conventionne|initiale?|initiaux|delegue|alloue)e?s?';
/**
 * Words of a rest or of credits that may be those of an operation too, where others follow: « Ce qu'il nous reste »,
 * « On peut encore engager », « Disponibilités », « AE 2023 notifiées », « Montant maximum ».
 */
const LEFT_AT_FOOT = new RegExp(
  `^(?:(?:ce qu il |ce qui )(?:nous )?reste(?: ${TO_USE})?|nous reste(?: ${TO_USE})?` +
    `|reste ${TO_USE} (?:avant|d ici)(?: la)? fin` +
    '|on a encore|(?:on )?peut encore (?:(?:etre )?(?:engage|consomme|depense|utilise)r?)' +
    '|capacites? (?:d engagement|restantes?|residuelles?)|engageables?|disponibilites?' +
    '|(?:still )?(?:remaining|available|left)(?: (?:budget|credits?|balance))?' +
    '|montants?(?: (?:total|initial|ae|cp))* (?:(?:notifie|accorde|conventionne)e?s?|max|maxim(?:um|al))' +
    `|(?:ae|autorisations?(?: d engagement)?)(?: 20\\d\\d)? ${GRANTED}|maximum)${TAIL}(?<! du)$`,
);
/** « Convention 2023 », « Montant de l'enveloppe », « Enveloppe totale », « AE restant à engager »: never « À engager ». */
const AT_FOOT = new RegExp(
  '^(?:convention(?: 20\\d\\d)?|montants? (?:de )?(?:la |l )?(?:convention|enveloppe)(?: 20\\d\\d)?' +
    '|enveloppe(?: (?:totale|globale|initiale|annuelle|20\\d\\d))?' +
    `|(?:${OF_CREDITS} )?restante?s? a engager)$`,
);
/** Before the name of who gives the credits: « Convention DGEFP », « Crédits de la DGEFP ». */
const FROM_THE_GIVER = /^(?:convention|enveloppe|budget|credits?|ae|montants?)(?: 20\d\d)?(?: (?:de|du|d|la|l))*$/;
const LEFT_OPENINGS = setOf(
  'encore il ae cp autorisation autorisations montant montants somme sommes enveloppe convention marge marges non ' +
    'credit credits budget budgets dotation dotations reste nous ce on peut capacite capacites engageable engageables ' +
    'disponibilite disponibilites still remaining available left autorisations maximum',
);
/** Words that qualify a total or a balance and name no purchase. */
const QUALIFIERS = setOf(
  's ss sous sub st a au aux d de des du et l la le les en par pour sur un une ce cette au-dessus ci dessus dessous hors dont ' +
    'ae cp ej dp rap sf engage engagee engages engagees engagement engagements engager paye payee payes payees payer ' +
    'paiement paiements payements mandate mandates mandater consommer utiliser liquider facture factures facturer ' +
    'commande commandes retrait retraits montant montants somme sommes ttc ht tva euro euros eur ke me k m ' +
    'n mois annee annees exercice exercices trimestre semestre annuel annuelle mensuel mensuelle partiel partielle ' +
    'intermediaire provisoire final finale precedent precedente precedents anterieur anterieurs suivant suivante ' +
    'page feuille tableau onglet ligne lignes operation operations depense depenses poste postes enveloppe enveloppes ' +
    'convention programme fournisseur titulaire beneficiaire marche reserve reserves initial initiale ouvert ouverts ' +
    'ouverte ouvertes alloue alloues allouee allouees delegue delegues deleguee notifie notifies notifiee vote votes ' +
    'autorise autorisee autorises autorisation autorisations budgetaire budgetaires previsionnel previsionnelle prevu ' +
    'realise realiser realisation executer execute date jour fin debut 1er 2e 2eme 3e 3eme 4e 4eme t1 t2 t3 t4 s1 s2 ' +
    'janvier janv fevrier fevr mars avril avr mai juin juillet juil aout septembre sept octobre oct novembre nov ' +
    'decembre dec',
);

/** Reads labels, where one convention is known. */
export class TotalWords {
  private static readonly known = new WeakMap<KnownNames, TotalWords>();

  /** The meaning of a text; null for any other text. */
  readonly labelOf: (text: string) => FootLabel | null;

  /** The text whose rows a label sums where one of them holds it, « ATOL CD Total »; null for any other label. */
  readonly namedTotalOf = remembering((text: string) =>
    text.length > LONGEST_LABEL ? null : namedTotal(comparable(text)) || null,
  );

  /** `names`: those of the convention that the words are about. */
  private constructor(readonly names: KnownNames | null) {
    this.labelOf = remembering((text) =>
      text.length > LONGEST_LABEL || SETTLED.test(text) ? null : readLabel(comparable(text), names),
    );
  }

  /** True for the name of who lends the credits: « DGEFP », « Délégant ». */
  isDelegant(supplier: string): boolean {
    return supplier !== '' && supplier.length <= LONGEST_LABEL && isDelegant(comparable(supplier).trim(), this.names);
  }

  /** The reader that all readings with these names share. */
  static with(names: KnownNames | null): TotalWords {
    if (names === null) return new TotalWords(null);
    const words = TotalWords.known.get(names) ?? new TotalWords(names);
    TotalWords.known.set(names, words);
    return words;
  }
}

function readLabel(text: string, names: KnownNames | null): FootLabel | null {
  const movement = creditMovementOf(text, names);
  if (movement !== null)
    return {
      kind: 'balance',
      rank: 0,
      isPlain: true,
      isMovement: true,
      ...(movement === 'credits' && { isOfCredits: true }),
      ...((movement === 'kept' || movement === 'granted') && { isOfSubject: true }),
      ...(movement !== 'kept' && movement !== 'bareAct' && { isNeverBought: true }),
    };
  if (SIGMA.test(text)) return plainWords(text) === '' ? { kind: 'total', rank: 1, isPlain: true } : null;
  if (IN_ENGLISH.test(text))
    return text.includes('ing bal')
      ? { kind: 'balance', rank: 0, isPlain: true }
      : { kind: 'total', rank: RUNNING_TOTAL, isPlain: true };
  if (!mayBeLabel(text)) return null;
  const words = text.split(NOT_A_WORD).filter((word) => word !== '');
  const [first = ''] = words;
  const isSubtotal = SHORT_SUBTOTAL.test(text);
  const has = (kind: ReadonlySet<string>): boolean => words.some((word) => kind.has(word));
  const isPlain = (): boolean => namesOnly(words, text, names);
  if (first === 'dont' && words.length > 1) return { kind: 'part', rank: 0, isPlain: true };
  const isRunning = WORDS.running.has(first) || (first === 'a' && WORDS.running.has(words[1] ?? ''));
  if (isRunning)
    return {
      ...{ kind: 'total', rank: RUNNING_TOTAL, isPlain: isPlain() },
      ...(mayCarryCredits(text) && { mayBeCredits: true }),
    };
  if (WORDS.balance.has(first) && isPlain())
    return { kind: 'balance', rank: 0, isPlain: true, ...(LAST_PAYMENT.test(first) && { isPayment: true }) };
  const remainder = LEFT_OPENINGS.has(first) ? remainderOf(words.join(' '), names) : null;
  if (remainder !== null) return { kind: 'balance', rank: 0, isPlain: true, isAlone: true, ...remainder };
  const rank = isSubtotal ? 0 : has(WORDS.grand) ? 2 : 1;
  if (isSubtotal || WORDS.total.has(first)) return { kind: 'total', rank, isPlain: isPlain() };
  const isSum = has(WORDS.total) || has(WORDS.running) || WORDS.sum.has(first);
  if (isSum && names?.isBudgetLine(text) === true) return null; // the poste « Paiements aux résultats »
  return isSum && isPlain() ? { kind: 'total', rank, isPlain: false } : null;
}

/** The words of what is left, or was given, with the name of one envelope at most; null for any other. */
function remainderOf(text: string, names: KnownNames | null): Pick<FootLabel, 'isOfFoot'> | null {
  const whole = remainderIn(text);
  if (whole !== null) return whole;
  if (AT_FOOT.test(text)) return { isOfFoot: 'alone' };
  const words = text.split(' ');
  for (let start = 1; names !== null && start < words.length; start++) {
    const [before, name] = [words.slice(0, start).join(' '), words.slice(start).join(' ')];
    if (FROM_THE_GIVER.test(before) && isDelegant(name, names)) return { isOfFoot: 'alone' };
    if (!names.isEnvelope(name)) continue;
    return remainderIn(before) ?? (before === 'enveloppe' ? { isOfFoot: 'alone' } : null);
  }
  return null;
}

function remainderIn(text: string): Pick<FootLabel, 'isOfFoot'> | null {
  if (LEFT.test(text) || GIVEN.test(text)) return {};
  return LEFT_AT_FOOT.test(text) ? { isOfFoot: 'besideEnvelope' } : null;
}

/**
 * The text, in plain words, whose rows a label sums where one of them holds it: « ATOL CD Total », as Excel in English
 * writes it, « ATOL CD (total) », « Somme ATOL CD », « Σ ATOL CD »; null for any other text.
 */
function namedTotal(text: string): string | null {
  if (!SIGMA.test(text) && !NAMED_SUM.test(text)) return null;
  const words = plainWords(text).split(' ');
  if (SIGMA.test(text)) return words.join(' ');
  if (WORDS.total.has(words.at(-1) ?? '')) return words.slice(0, -1).join(' ');
  return WORDS.sum.has(words[0] ?? '') ? words.slice(1).join(' ') : null;
}

/** A comparable text without its punctuation. */
export function plainWords(text: string): string {
  return text.split(NOT_A_WORD).join(' ').trim();
}

const FIRST_WORD = /[a-z0-9&]+/;
const OPENINGS = new Set([
  'a',
  'dont',
  ...LEFT_OPENINGS,
  ...WORDS.total,
  ...WORDS.sum,
  ...WORDS.running,
  ...WORDS.balance,
]);
const SUMS = new RegExp([...WORDS.total, ...WORDS.running].join('|'));

/** False for almost every text, which begins as no label does, and sums nothing. */
function mayBeLabel(text: string): boolean {
  return OPENINGS.has(FIRST_WORD.exec(text)?.[0] ?? '') || SUMS.test(text) || SHORT_SUBTOTAL.test(text);
}

/** True when a text holds no other word than those of totals, qualifiers, numbers, and one name of the convention. */
function namesOnly(words: readonly string[], text: string, names: KnownNames | null): boolean {
  const unknown = words.map((word, at) => (isUsual(word) ? -1 : at)).filter((at) => at >= 0);
  const [first] = unknown;
  const last = unknown.at(-1);
  if (first === undefined || last === undefined) return true;
  if (!names) return false;
  for (let start = first; start >= 0; start--) {
    for (let end = last + 1; end <= words.length; end++) {
      const name = words.slice(start, end).join(' ');
      if (names.isEnvelope(name) || names.isBudgetLine(name)) return true;
    }
  }
  return names.isEnvelope(text);
}

function isUsual(word: string): boolean {
  return QUALIFIERS.has(word) || /^\d+$/.test(word) || Object.values(WORDS).some((kind) => kind.has(word));
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
