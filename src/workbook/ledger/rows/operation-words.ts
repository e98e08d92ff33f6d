/**
 * The words of an operation that lower what was committed or paid (retrait, dégagement, avoir, annulation…), by their
 * beginnings: « Retraits partiels », « RETRAIT D'EJ » and « Désengagement » need no list. Pure words: the amounts are
 * in `operation-sign.ts`.
 */
import { comparable } from '../../../domain/text';
import { wordsOfHeading, type Concept } from '../heading-words';
import { natureOfWords } from '../nature-words';
import { NEGATIONS, roleOf } from './status-roles';

/** The effect of the words of a row on its amounts. */
export interface Lowering {
  /** A retrait concerns the AE of the row and an avoir both its amounts; a closing, the AE alone. */
  readonly lowers: 'commitment' | 'both' | 'commitmentOnly';
  /** `likely`: the word has another meaning too (« Remboursement »); `possible`: the row is counted as typed. */
  readonly certainty: 'sure' | 'likely' | 'possible';
}

/** Beginnings of words, without accents; French, and the English of the Commission. */
const KINDS: readonly (readonly [RegExp, Lowering])[] = [
  [
    /^(?:retraits?$|retir|degag|desengag|desaffect|decommit|deengag|withdr)/,
    { lowers: 'commitment', certainty: 'sure' },
  ],
  [/^(?:avoirs?$|annul|extourn|contrepass|contrepassation|diminu|minor|cancel)/, { lowers: 'both', certainty: 'sure' }],
  [
    /^(?:rembours|rembt?s?$|rbts?$|revers|restitu|retabliss|retabl$|clawback|ristourn|rabais|penalit|reduct|reduc$)/,
    { lowers: 'both', certainty: 'likely' },
  ],
  [/^(?:trop(?:percu|vers|pay)|indue?s?$)/, { lowers: 'both', certainty: 'likely' }],
  [/^(?:baiss|decreas|moins(?:values?)?$|negati(?:f|ve)s?$)/, { lowers: 'commitment', certainty: 'likely' }],
  [/^(?:refaction|escompte|deductions?$)/, { lowers: 'both', certainty: 'likely' }],
  [/^(?:resor[bp]|precompt)/, { lowers: 'both', certainty: 'likely' }],
  [/^(?:transfer|redeploi|reaffect)/, { lowers: 'both', certainty: 'possible' }],
  [/^clotur/, { lowers: 'commitmentOnly', certainty: 'likely' }],
];

/** « Hors avoir », « avant retrait », « montant net de retrait ». */
const REVERSES = new Set(['sans', 'hors', 'non', 'pas', 'ni', 'avant', 'apres', 'net', 'nette']);
const NOISE = new Set(['de', 'du', 'des', 'd', 'l', 'la', 'le', 'les', 'un', 'une', 'sur', 'en', 'et', 'a', 'au']);
/** An amount given back to a person is an expense, not a return: « Remboursement de frais de mission ». */
const GIVEN_TO_A_PERSON = /^(?:frai|mission|deplacement|agent|personnel|salair|stagiaire|transport)/;
/** A sum held back of the payments, once paid, lowers nothing: « Restitution de la retenue de garantie ». */
const HELD_BACK = /^(?:garanti|rg$|caution)/;
/** An advance recovered, on the payment that bears it: « Acompte 2, résorption de l'avance ». */
const RECOVERED = /^(?:resor[bp]|precompt)/;
/** Acts by which an advance is recovered, and which lower nothing beside any other word: « Imputation avance ». */
const SETTLES_AN_ADVANCE = /^(?:recouvr|imputations?$|amorti|apur|compens)/;
const ADVANCE = /^(?:avances?|acomptes?)$/;
/** Names of operations, short ones too, that leave no doubt in a remark: the amount beside it is net of them. */
const OF_OPERATIONS = /^(?:rembt?s?$|rbts?$|retabl$)/;
/** « Recette », « Titre de perception », as a whole: no operation of the credits lent. « Recette applicative » is a test. */
const RECEIPT = /^(?:recettes?|encaissements?|titres? de (?:perception|recettes?)(?: n?[°o]? ?\d{1,12})?)$/;
/** Only this form of « clôturer » is a state and no operation: « EJ clôturé » committed what it holds. */
const PARTICIPLE_OF_CLOSING = /cl[oô]tur[ée]{1,2}s?(?!\p{L})/iu;
const HAS_ACCENT_AT_THE_END = /é(?:e|s|es)?$/iu;

/** « Solde EJ », « Apurement de l'EJ »: what is left is given back, or paid. « Solde » is the last payment. */
const ENDS_AN_EJ =
  /^(?:soldes?|apurements?|fins?) (?:(?:de|du|des|d|l|la|sur) )*(?:ej|ae|engagements?(?: juridiques?)?)$/;

/** « DP annulée », « Rejected payment »: the payment of the row itself, where « Annulation DP » lowers another. */
const PAYMENT = '(?:dp|demande|paiement|virement|mandat|facture|reglement|versement|acompte|payment|transfer)s?';
const PAYMENT_CANCELLED = new RegExp(
  `^(?:${PAYMENT} )+(?:\\d{1,12} )?(?:est |a ete |was )?(?:(?:annul|extourn|contrepass)ee?s?|rejected|returned)$` +
    `|^(?:rejected|returned)(?: ${PAYMENT})+$`,
);

/** True for an operation that is the state of its own payment: the amount counts as typed, and is in doubt. */
export function isCancelledPayment(operation: string): boolean {
  return operation.length <= LONGEST && PAYMENT_CANCELLED.test(telling(operation).join(' '));
}

/** The operation of a row: the column that names it. Null when it lowers nothing. */
export function loweringOfOperation(operation: string): Lowering | null {
  if (isReceipt(operation)) return { lowers: 'both', certainty: 'possible' };
  if (isCancelledPayment(operation)) return null;
  if (CREDIT_NOTE.test(operation)) return { lowers: 'both', certainty: 'likely' };
  if (CREDIT.test(operation.slice(0, LONGEST))) return POSSIBLE;
  if (operation.length <= LONGEST && ENDS_AN_EJ.test(comparable(operation).replace(/['’]/g, ' ').trim()))
    return { lowers: 'commitmentOnly', certainty: 'possible' };
  const words = telling(operation);
  const found = firstKind(words);
  if (found === null || isReversed(words, found.index)) return null;
  const { kind } = found;
  if (kind.lowers === 'commitmentOnly' && isState(operation)) return null;
  if (kind.certainty !== 'sure' && words.some((word) => GIVEN_TO_A_PERSON.test(word) || HELD_BACK.test(word)))
    return null;
  return RECOVERED.test(words[found.index] ?? '') ? recovered(words, found.index, kind) : kind;
}

/** « Résorption bidonvilles », « Précompte URSSAF » are of another matter; « Acompte avec résorption » is net of it. */
function recovered(words: readonly string[], index: number, kind: Lowering): Lowering | null {
  const isOfIt = words.some((word) => ADVANCE.test(word)) || words.every(isOfBudget);
  if (!isOfIt || words.slice(0, index).includes('avec')) return null;
  return index === 0 ? kind : { ...kind, certainty: 'possible' };
}

function isOfBudget(word: string): boolean {
  return kindOf(word) !== null || ADJECTIVES.test(word) || namesAnAct(word);
}

/** « Virement », « Virement vers SF »: credits that move, on a row of AE; the payment itself on one of CP. */
const MOVES_CREDITS = /^\W*virements?(?![\p{L}-])/iu;

/** The AE of a row that pays nothing, by words that are a payment on any other: it is counted as typed. */
export function loweringOfAe(operation: string): Lowering | null {
  return MOVES_CREDITS.test(operation) ? { lowers: 'commitmentOnly', certainty: 'possible' } : null;
}

/** Labels that may begin with an operation: a quick test before their words are read. */
const MAY_LOWER =
  /^\W*(?:retraits?\b|d[ée]gag|d[ée]s?(?:engag|affect)|avoir|annul|extourn|contre[ -]?pass|trop[ -]?(?:per[çc]u|vers|pay)|indue?s?\b)/i;
/** Anywhere in a label. */
const GIVEN_BACK = /\btrop[ -]?(?:per[çc]u|vers[ée]|pay[ée])|\bfactures? d['’]\s?avoirs?\b|\bnotes? de cr[ée]dit\b/i;
const CREDIT_NOTE =
  /^\W*(?:notes? de cr[ée]dit|cr[ée]dits? fournisseurs?|credit (?:notes?|memos?)|(?:supplier|vendor) credits?(?: notes?)?)\b/i;
/** « Crédit » as a whole: a credit note, or credits that are given. */
const CREDIT = /^\W*cr[ée]dits?\W*$/i;
/** « Retenue de garantie 5 % », « Retenue »: its payment is net of it. */
const HELD_OF_A_PAYMENT =
  /^\W*(?:retenues?(?: (?:de |pour |sur )?(?:garanties?|factures?|paiements?|acomptes?|p[ée]nalit[ée]s?|retards?))?|rg)(?![\p{L}'’])[\d\s.,%]*$/iu;
/** « Rabais », « Escompte 2 % », « Réfaction de prix »; « Remise des prix », « Remise du rapport » are of something else. */
const MAY_CUT = /remise|rabais|ristourn|escompt|r[ée]fact|r[ée]duct|p[ée]nalit|geste|discount|rebate/i;
const SHARE = '\\d{1,9}(?: \\d{1,3}){0,3} ?(?:%|€|euros?|eur)';
const OF_A_PRICE =
  'prix|tarifs?|tarifaires?|commercia(?:l|les?|ux)|accordee?s?|consentie?s?|obtenue?s?|exceptionnel(?:le)?s?|quantitatives?|' +
  `fournisseurs?|titulaires?|(?:de )?fin d annee|(?:de )?fidelite|(?:de |du )?volume|${SHARE}`;
const ON_A_PRICE =
  'sur (?:(?:la|le|les|l) )?(?:prix|tarifs?|factures?|marches?|commandes?|bc|devis|catalogue)(?: \\d{1,12})?';
const CUTS_A_PRICE = new RegExp(
  `^(?:(?:remises?|gestes? commercia(?:l|ux))(?! (?:de )?prix)(?: (?:de )?(?:${OF_A_PRICE}|${ON_A_PRICE})){0,6}|` +
    '(?:rabais|ristournes?|escomptes?|refactions?|reductions?|penalites?)' +
    `(?: (?:de|du|des|d|pour|paiement|anticipe|rapide|comptant|factures?|n|no|\\d{1,12}|${OF_A_PRICE}|${ON_A_PRICE})){0,8}|` +
    `(?:(?:trade|cash|volume|early payment|commercial|price) )?(?:discounts?|rebates?)(?: ${SHARE})?|price reductions?)$`,
);
/** Words written with a hyphen or a space, which are one. */
const IN_TWO = /\b(trop|contre|moins)[ -](?=percu|vers|pay|pass|value)/g;
/** « Dé-engagement », « De-commitment ». */
const UNDOING = /(?<!\p{L})d[eé]-(?=commit|engag|affect)/giu;
/** Words of a label that add nothing to its operation: « Retrait partiel de l'EJ 1405700001 ». */
const ACTS: ReadonlySet<Concept> = new Set<Concept>([
  ...(['commitment', 'ej', 'ae', 'order', 'contract', 'credit', 'payment', 'dp', 'cp', 'invoice'] as const),
  ...(['supplier', 'number', 'amount', 'item', 'remaining', 'year', 'funding'] as const),
]);
const ADJECTIVES = /^(?:partiel|total|complet|definitif|definitiv|reliquat|annee|\d+$)/;

/** « Retrait de déchets », « Dégagement des allées », « Annulation de bruit »: the work itself. */
const WORKS =
  /^\W*(?:(?:retraits?|d[ée]gagements?|d[ée]saffectations?) (?:de |du |des |d['’]|de l['’]|de la |sur )?(?:d[ée]chets?|amiante|plomb|gravats?|encombrants?|[ée]paves?|d3e|deee|ordures?|neige|v[ée]g[ée]ta|arbres?|colis|plis?\b|courriers?|dossiers?|archiv|affich|graffiti|tags?\b|nids?\b|all[ée]es?|voies?\b|voirie|toitures?|terrasses?|passages?|cloisons?|moquette)|annulations? (?:active )?(?:de |du |des )(?:bruits?|[ée]chos?)(?!\p{L}))/iu;
/** « Avoir confiance », « Avoir les clés »: the verb. « Avoir La Poste » is a supplier's. */
const VERB =
  /^\W*[Aa]voirs? (?:confiance|accès|recours|besoin|conscience|connaissance|raison|fisca|l['’]|les? |la |une? )/u;

/**
 * The label of a row whose operation lowers nothing: it does when it begins with such a word and has no word of another
 * matter (« Retrait de l'EJ »), and may when it has (« Retrait mission », « Avoir Dupont »), or names what is given
 * back (« Régularisation du trop-perçu », « Note de crédit »).
 */
export function loweringOfLabel(label: string): Lowering | null {
  if (!MAY_LOWER.test(label)) {
    const start = label.slice(0, LONGEST);
    const isLess = GIVEN_BACK.test(label) || CREDIT_NOTE.test(start) || HELD_OF_A_PAYMENT.test(start);
    return isLess || cutsPrice(label) ? POSSIBLE : loweringInBudget(label);
  }
  if (WORKS.test(label.slice(0, LONGEST)) || VERB.test(label.slice(0, LONGEST))) return null;
  const words = telling(label);
  const found = firstKind(words);
  if (found === null || found.index !== 0 || isReversed(words, 0)) return null;
  const isAct = words.every(isOfBudget);
  return { lowers: found.kind.lowers, certainty: isAct && found.kind.certainty === 'sure' ? 'sure' : 'possible' };
}

/** True for a discount, by the whole of a label or of an operation: beside an amount, as a remark, this is net of it. */
export function cutsPrice(text: string): boolean {
  if (text.length > LONGEST || !MAY_CUT.test(text)) return false;
  return CUTS_A_PRICE.test(
    comparable(text)
      .replace(/(?<=\d)[.,](?=\d)/g, ' ')
      .replace(/[^a-z0-9%€]+/g, ' ')
      .trim(),
  );
}

/** Labels that may lower when all their words are of a budget. */
const MAY_LOWER_IN_BUDGET =
  /diminu|minor|baiss|moins|n[ée]gati|r[ée]duc|r[ée]fact|restitu|rembours|revers|r[ée]tabli|r[ée]tabl\b|r[ée]sor[bp]|pr[ée]compt|\bre?m?bts?\b|\bremb\b|ristourn|rabais|p[ée]nalit|cl[ôo]tur|lib[ée]r|rend|retour|repris|rabot|r[ée]sili|abandon|suppr|d[ée]duc|r[ée]cup|recouvr|imputation|amorti|apur|compens|fermetur|non |indu|perception|avenant|[-−–]\)?\s{0,3}$/i;
/** Acts that lower the credits beside them, and mean something else beside any other word: « Retour AE ». */
const LOWERS_CREDITS =
  /^(?:rend(?:ue?s?|re)$|liber|retours?$|reprises?$|rabot|resili|abandon|suppr|deduc|recuper|fermetures?$)/;
const CREDITS =
  /^(?:ae|ej|engag|credits?|tranches?|lots?|to\d?|reliquats?|soldes?|commandes?|bc|bdc|bons?|dp|paiements?|virements?|avances?|acomptes?)/;
const CONTRACTS = /^(?:marches?|contrats?)$/;
/** The rest of the words of such a label. */
const OF_A_BUDGET =
  /^(?:tranches?|optionnel(?:le)?s?|conditionnel(?:le)?s?|lots?|t[of]\d?|reliquats?|baisses?|avec|non|consomme|utilise|retards?|ordres?|titres?|recouvre|annuel|fournisseurs?)/;
const NOT_USED = /\bnon (?:consomm|utilis|engag|mandat)ee?s?\b/;
/** Acts that lower by themselves; « Restitution » alone is that of a study. */
const LOWERS_ALONE = /^(?:baiss|moins|reduct|reduc|refaction|resili|remises?$|deductions?$|precomptes?$)/;
const OF_PERCEPTION = /perception/i;
/** « Pénalité abandonnée », « Annulation de la pénalité »: an act that was to lower is no more. */
const DROPS = /^(?:annul|abandon|suppr|extourn|cancel)/;
/** « Avenant - », « EJ modificatif (-) ». */
const LESS_AFTER = /(?:\([-−–]\)|[-−–])$/;
const MODIFIES = /avenant|modif/i;

/** « Avenant de diminution », « AE rendues », « Solde EJ non consommé »: words of a budget, one of which lowers. */
export function loweringInBudget(text: string): Lowering | null {
  if (text.length > LONGEST || !MAY_LOWER_IN_BUDGET.test(text)) return null;
  if (OF_PERCEPTION.test(text) && isReceipt(text)) return POSSIBLE;
  const words = telling(text);
  if (LESS_AFTER.test(text.trim()) && MODIFIES.test(text))
    return words.every((word) => OTHER_ACTS.test(word) || isOfBudget(word)) ? POSSIBLE : null;
  const isDropped = words.some((word) => DROPS.test(word));
  if (isDropped && words.some((word) => !DROPS.test(word) && kindOf(word) !== null)) return null;
  const acts = words.filter((word, at) => kindOf(word) !== null && !isReversed(words, at));
  const isOnAdvance = words.some((word) => ADVANCE.test(word));
  const settles = (word: string): boolean => isOnAdvance && SETTLES_AN_ADVANCE.test(word);
  const isOne = (word: string): boolean =>
    kindOf(word) !== null ||
    settles(word) ||
    LOWERS_CREDITS.test(word) ||
    OF_A_BUDGET.test(word) ||
    ADJECTIVES.test(word) ||
    OTHER_ACTS.test(word) ||
    namesAnAct(word);
  if (!words.every(isOne) || isState(text) || words.slice(1).some((word) => RECOVERED.test(word))) return null;
  const others = words.filter((word) => !LOWERS_CREDITS.test(word) && !settles(word));
  const lowersCredits =
    others.length < words.length && others.some((word) => CREDITS.test(word) || CONTRACTS.test(word));
  const [act] = acts;
  const kind = act === undefined ? null : kindOf(act);
  if (kind !== null && act !== undefined && kind.certainty !== 'possible') {
    const isAlone = words.length === 1 && kind.certainty !== 'sure' && !LOWERS_ALONE.test(act);
    return isAlone ? null : { lowers: kind.lowers, certainty: 'possible' };
  }
  return lowersCredits || (NOT_USED.test(words.join(' ')) && words.some((word) => CREDITS.test(word)))
    ? POSSIBLE
    : null;
}

const POSSIBLE: Lowering = { lowers: 'both', certainty: 'possible' };

/** « Résorption de l'avance » beside an amount: a remark on a payment that is net of it. */
export function isNetOfIt(remark: string): boolean {
  const words = telling(remark);
  const isOnAdvance = words.some((word) => ADVANCE.test(word));
  return words.some(
    (word) => RECOVERED.test(word) || OF_OPERATIONS.test(word) || (isOnAdvance && SETTLES_AN_ADVANCE.test(word)),
  );
}

/**
 * True for words that are, as a whole, an operation that lowers or a receipt, « Avoir », « Retrait partiel », under a
 * heading that does not name operations, « Nature »: the amounts of the row are as typed.
 */
export function isLoweringAlone(text: string): boolean {
  const words = telling(text);
  const found = firstKind(words);
  if (found?.index !== 0 || found.kind.certainty === 'possible') return isReceipt(text);
  return words.every(isOfBudget);
}

function isReceipt(text: string): boolean {
  return text.length <= LONGEST && RECEIPT.test(comparable(text).trim());
}

function namesAnAct(word: string): boolean {
  const { concepts, unknown } = wordsOfHeading(word);
  return unknown === 0 && [...concepts].some((concept) => ACTS.has(concept));
}

function telling(text: string): readonly string[] {
  return comparable(text.slice(0, LONGEST).replace(UNDOING, 'de'))
    .replace(IN_TWO, '$1')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '' && !NOISE.has(word));
}

const LONGEST = 200;

function firstKind(words: readonly string[]): { readonly index: number; readonly kind: Lowering } | null {
  for (const [index, word] of words.entries()) {
    const kind = kindOf(word);
    if (kind) return { index, kind };
  }
  return null;
}

function kindOf(word: string): Lowering | null {
  return KINDS.find(([beginning]) => beginning.test(word))?.[1] ?? null;
}

/** « Annulation d'un retrait » restores what « Hors avoir » never lowered; « Annule et remplace » is on the row that stays. */
function isReversed(words: readonly string[], index: number): boolean {
  if (REVERSES.has(words[index - 1] ?? '')) return true;
  const next = words[index + 1] ?? '';
  const word = words[index] ?? '';
  const isUndone = kindOf(next) !== null && !/^annul|^cancel/.test(next);
  return /^annul|^cancel/.test(word) && (isUndone || (/^annul(?:e|ant)$/.test(word) && next.startsWith('remplac')));
}

function isState(operation: string): boolean {
  const participle = PARTICIPLE_OF_CLOSING.exec(operation)?.[0] ?? '';
  return HAS_ACCENT_AT_THE_END.test(participle);
}

/** Acts that raise what is committed or paid, or that leave it, by their beginnings. */
const OTHER_ACTS =
  /^(?:depenses?|avenants?|complem|reconduc|afferm|commandes?|marches?|mapa$|ugap$|tranches?|acomptes?|avances?|soldes?|revis|hausse|augment|ajout|initia|modif|prolong|notif|services?|recept|sf|reports?|mandat|regul|correct|rectif|ajust|actualis|repris|factur|bascul|creation|solder|debits?$)/;

/** Ordinary operations by their first word, whatever they are of: « Intérêts moratoires », « Frais de mission Lyon ». */
const ORDINARY =
  /^(?:interets?|im|dgd|decomptes?|situations?|releves?|frais|missions?|deplacements?|cessions?|decisions?|indemnites?|gratifications?|vacations?|honoraires?|cotisations?|abonnements?|loyers?|cartes?|notes?|liberations?|restitutions?|remb(?:oursements?|ts?)?|mainlevees?|levees?)$/;
/** The rest of « Carte achat », « Note de frais », « Libération RG », without which their first word is of anything. */
const COMPLETES: ReadonlyMap<string, RegExp> = new Map([
  ['carte', /^(?:achats?|affaires?)$/],
  ['cession', /^creances?$/],
  ['note', /^(?:frais|honoraires?)$/],
  ['releve', /^(?:ca|cartes?|operations?|depenses?|frais)$/],
  ['situation', /^(?:travaux|\d{1,3})$/],
  ...(['liberation', 'restitution', 'remboursement', 'remb', 'mainlevee', 'levee'] as const).map(
    (word) =>
      [word, word.startsWith('remb') ? /^(?:frai|agents?|mission|deplacement|garanti|rg$)/ : HELD_BACK] as const,
  ),
]);
/** « Décision négative », « Frais hors convention ». */
const NOT_ORDINARY = /^(?:hors|negati(?:f|ve)s?|contraires?|irrecouvrable)$/;

function isOrdinary(words: readonly string[]): boolean {
  const [first = '', ...rest] = words;
  if (!ORDINARY.test(first)) return false;
  const completed = COMPLETES.get(first) ?? COMPLETES.get(first.replace(/s$/, ''));
  if (completed && !rest.some((word) => completed.test(word))) return false;
  const isDoubt = (word: string): boolean =>
    NOT_ORDINARY.test(word) || NEGATIONS.has(word) || ['drops', 'mayDrop', 'awaits'].includes(roleOf(word) ?? '');
  return !words.some(isDoubt);
}

/** True for the words of an operation that are understood: « Engagement », « Retrait », « Avenant n° 2 », « DGD ». */
export function isKnownOperation(operation: string): boolean {
  return namesOperation(operation) || isOrdinary(telling(operation)) || cutsPrice(operation);
}

/** The same, without words that are also those of a kind of expense, « Frais », « Mission ». */
export function namesOperation(operation: string): boolean {
  if (natureOfWords(operation) !== null || loweringOfOperation(operation) !== null) return true;
  return telling(operation).some((word) => OTHER_ACTS.test(word) || namesAnAct(word));
}
