/**
 * The words of a heading → concepts, whatever their number, gender, accents, abbreviation or a typing error. A concept
 * is named once here; `heading-grammar.ts` reads combinations of them as fields.
 */
import { remembering } from '../../domain/remembering';
import { comparable, editDistance } from '../../domain/text';
import { unitOfHeading, withoutUnit } from './units';
import { groupedBy } from '../../domain/grouped';

/** One idea that words of headings express. */
export type Concept = keyof typeof WORDS;

/** Words in the singular, without accents, French then English. Whole words: « Version » begins as « Versement » does. */
const WORDS = {
  // The kind of data
  date: 'date dt dte jour datee day',
  on: 'le on',
  number: 'n no num numero nr nbr reference ref identifiant id',
  amount: 'montant mt mtt mnt mont somme valeur eur euro ttc amount value',
  label: 'libelle lib intitule designation objet descriptif description texte motif detail subject purpose',
  name: 'nom denomination',
  code: 'code cle',
  item: 'poste pos ligne',
  piece: 'piece pce document',
  type: 'type',
  category: 'categorie nature rubrique famille',
  // The act
  commitment: 'engagement engage engagee eng engag souscription souscrit souscrite juridique commitment committed',
  ej: 'ej',
  ae: 'ae autorisation',
  order: 'commande bdc bc bon cde order purchase po',
  signed: 'notification notifie notifiee signature signe signee conclusion',
  service: 'sf constate constatee constatation certifie certifiee certification livraison livre livree',
  serviceWord: 'service',
  done: 'fait',
  receipt: 'reception recu recue receptionne receptionnee arrivee',
  approval: 'validation creation',
  invoice: 'facture fact invoice',
  payment:
    'paiement payement paye payee mandat mandate mandatee mandatement reglement regle reglee decaisse decaissee decaissement versement verse versee virement liquide liquidee liquidation ordonnance ordonnancee ordonnancement payment pmt pmnt pymt pai rgt rglt mdt paid disbursed disbursement',
  dp: 'dp',
  request: 'demande request',
  cp: 'cp',
  credit: 'credit appropriation',
  withdrawal:
    'retrait retire retiree degagement degage degagee desengagement desengage desengagee annulation reduction diminution',
  creditNote: 'avoir',
  instalment: 'acompte avance',
  amendment: 'avenant complement complementaire',
  toCome: 'engager payer mandater regler liquider verser', // « Reste à engager »: what is not done yet
  consumed: 'conso consomme consommee consommation real realise realisee utilise utilisee execute executee execution',
  // Who, what, where
  supplier:
    'fournisseur titulaire prestataire presta fourn tiers tier societe entreprise creancier attributaire cocontractant raison supplier vendor contractor',
  social: 'sociale social',
  beneficiary: 'beneficiaire',
  funding: 'financement subvention',
  envelope: 'enveloppe envelope startup start up',
  project: 'projet produit dispositif action',
  expense: 'depense charge frai prestation',
  budget: 'budgetaire budget',
  status: 'etat statut status avancement stade situation phase etape',
  operation: 'operation mouvement acte',
  contract: 'marche contrat contract',
  convention: 'convention nor',
  delegant: 'delegant delegante',
  end: 'fin echeance terme expiration',
  chorus: 'choru',
  accounting: 'comptable ecriture',
  cleared: 'rapprochement rapproche rapprochee lettrage clearing cleared', // of a DP: its payment
  bank: 'bancaire banque bank',
  // Chorus codes
  programme: 'programme prog',
  domain: 'domaine dom',
  functional: 'fonctionnel fonc fct fonct df',
  centre: 'centre ctre',
  financial: 'financier fin cf',
  cost: 'cout ccou ccout',
  activity: 'activite act',
  referential: 'referentiel',
  programming: 'programmation',
  axis: 'axe am axi',
  ministerial: 'ministeriel minist min',
  one: '1',
  two: '2',
  unit: 'uo',
  year: 'exercice annee millesime gestion year',
  month: 'mois periode month',
  // Amounts that are neither committed nor paid
  retained: 'retenue penalite indemnite caution redevance loyer honoraire',
  remaining: 'reste restant restante solde disponible dispo rap rae ecart difference remaining balance available',
  undone: 'inaccompli', // « non payé »
  cumulative: 'cumul cumule cumulee cumulatif cumulative',
  allocated:
    'ouvert ouverte ouverture alloue allouee delegue deleguee prev prevu prevue prevision previsionnel previsionnelle dotation plafond initial initiale estime estimee estimation reserve reservee propose proposee demandee programmee theorique attendu attendue planifie planifiee planning souhaite souhaitee cible indicatif indicative projete projetee projection envisage envisagee provisoire previsible espere esperee probable futur future allocated planned forecast expected target scheduled estimated projected tentative',
  agreed: 'contractuel contractuelle convenu convenue exigible exigibilite agreed', // of a day: when it is due
  limit: 'limite butoir tard due maximum maximal maxi max relance delai',
  withoutTax: 'ht htva hors',
  tax: 'tva vat tax taxe taux pourcentage',
  share: 'part quotepart quote', // « Part DGEFP »: of an amount that several pay
  quantity: 'quantite qte nombre nb unitaire prix pu tjm',
  comment: 'observation commentaire comment remarque remark note precision',
  total: 'total',
} as const;

/** Words without meaning of their own. */
const NOISE: ReadonlySet<string> = new Set(
  'de du des d l la les un une a au aux en et ou par sur pour avec of the and for by to est sont non composee mis mise faite chez dans effectif effective reel reelle'.split(
    ' ',
  ),
);
const LONGEST_HEADING = 200;
/** Longer parentheses explain; shorter ones name: « Montant (AE) ». */
const LONGEST_PARENTHESES = 15;
/** Shorter words are too near to one another to recognise a typing error. */
const SHORTEST_WITH_TYPO = 6;
const YEAR = /^(?:19|20)\d\d$/;
/** « AE N-1 », « CP (n + 1) ». */
const RELATIVE_YEAR = /(?:^|[^\p{L}\d])n ?[-–−+] ?[1-9](?!\d)/iu;
const ORDINALS: ReadonlySet<string> = new Set(['er', 'ere', 'e', 'eme', 'nd', 'nde']);
/** « Deuxième paiement », « CP bis »: ranks in letters, in their order; « Premier ministre » is none. */
const IN_LETTERS = [
  /(?<!\p{L})premi(?:er|ere)s? (?!ministre)/gu,
  /(?<!\p{L})(?:deuxieme|seconde?)s? /gu,
  ...['trois', 'quatr', 'cinqu', 'six'].map((word) => new RegExp(`(?<!\\p{L})${word}iemes? `, 'gu')),
];
const AFTER_THE_FIRST: readonly string[] = ['bis', 'ter', 'quater', 'quinquies'];
/** Words that may follow the rank of an amount. */
const AFTER_A_RANK: ReadonlySet<string> = new Set(['ttc', 'ht', 'eur', 'euro']);
/** The day of a row of the file, not of its operation. */
const UPDATE = /mise? a jour/g;
/** « % payé », « Payé en % »; « 12 % » is a value. */
const PERCENT = /%(?= *\p{L})|(?<=\p{L})( *)%/gu;
/** « Fin de suspension » is an end; « Centre fin. » is a centre. */
const END = /(?<!\p{L})fin (?=d(?:e|u|es)? |d['’])/gu;
/** « Payé / non payé », « Payé le (vide = non payé) », « CP (hors non payés) »: of what is done too. */
const ALTERNATIVES = /[/([=:–—]|(?<!\p{L})(?:ou|et|hors|dont|le|date|si|vide|or|and|on)(?!\p{L})/iu;
/** « CP non payés », « AE pas encore engagées »: neither paid nor committed. */
const NOT_DONE =
  /(?<!\p{L})(?:non|pas(?: encore)?|not(?: yet)?) (?=(?:encore )?(?:pay|paid|regl|mandat|vers|decaiss|engag|commit|consomm|depens|liquid|utilis))/gu;
/** « AE HT2 », « AE HT-T2 », « CP hors titre 2 »: all credits but those of the staff, as those of a convention are. */
const BUT_THE_STAFF = /(?<![\p{L}\d])(?:ht2|ht[- ]?t2|hors t(?:itre)? ?2)(?![\p{L}\d])/gu;
const CHORUS_SPACE = /&#32;/g;
/** Marks a word written with a full stop: « eng. ». */
const CUT = '.';
const SHORTEST_CUT = 3;

/** The concepts of a heading and the number of words that name none. */
export interface HeadingWords {
  readonly concepts: ReadonlySet<Concept>;
  readonly unknown: number;
  /** True when a word was recognised in spite of a typing error. */
  readonly hasTypo: boolean;
  /** A year that the heading names, such as 2023 of « Engagé 2023 »; null without one. */
  readonly year: number | null;
  /** A rank at the end, such as the 2 of « Paiement 2 »; null without one. */
  readonly rank: number | null;
}

const EXACT = new Map<string, Concept>();
for (const [concept, words] of Object.entries(WORDS) as [Concept, string][]) {
  for (const word of words.split(' ')) {
    EXACT.set(word, concept);
    EXACT.set(singular(word), concept); // « mois », « taux », « prix »
  }
}
type Known = readonly [string, Concept];
const LONG_WORDS: readonly Known[] = [...EXACT].filter(([word]) => word.length >= SHORTEST_WITH_TYPO);
/** The long words by their first letters: a shortened word keeps them. */
const BY_BEGINNING: ReadonlyMap<string, readonly Known[]> = groupedBy(LONG_WORDS, ([word]) =>
  word.slice(0, SHORTEST_CUT),
);
/** The long words by their number of letters: one typing error adds or drops one at most. */
const BY_LENGTH: ReadonlyMap<number, readonly Known[]> = groupedBy(LONG_WORDS, ([word]) => word.length);

/** The words of a heading, read as concepts. At most 200 characters count. */
export const wordsOfHeading = remembering(readWords);

/** True for a heading that itself names a year before or after the only one of the credits: « AE 2024 », « CP N+1 ». */
export function namesOtherYear(heading: string, creditYear: number | null): boolean {
  const { year } = wordsOfHeading(heading);
  return RELATIVE_YEAR.test(heading) || (creditYear !== null && year !== null && year !== creditYear);
}

function readWords(heading: string): HeadingWords {
  const concepts = new Set<Concept>();
  if (unitOfHeading(heading) !== null) concepts.add('amount');
  const words = withRankLast(withOrdinalLast(splitWords(heading)));
  const rank = rankOf(words);
  let unknown = 0;
  let year: number | null = null;
  let hasTypo = false;
  words.forEach((word, index) => {
    if (YEAR.test(word)) year = Number(word);
    if (YEAR.test(word) || NOISE.has(word) || (rank !== null && index === words.length - 1)) return;
    const concept = conceptOf(word) ?? (isShortened(word, words) ? abbreviated(word, true) : null);
    if (rank !== null && index === words.length - 2 && concept === 'number') return;
    if (concept) concepts.add(concept);
    else unknown += 1;
    if (concept && !EXACT.has(lettersOf(word))) hasTypo = true;
  });
  return { concepts, unknown, hasTypo, year, rank };
}

/** « Date d'eng », « Mt règl »: a short word beside one of these is the beginning of a longer one. */
const WITH_SHORT_WORDS: readonly Concept[] = ['date', 'amount', 'number'];
const LONGEST_SHORT_WORD = 5;

function isShortened(word: string, words: readonly string[]): boolean {
  if (word.length < SHORTEST_CUT || word.length > LONGEST_SHORT_WORD) return false;
  return words.some((other) => other !== word && WITH_SHORT_WORDS.some((concept) => EXACT.get(other) === concept));
}

/** Lower case, no accents, no punctuation, camel case and letters beside digits separated, in the singular. */
function splitWords(heading: string): readonly string[] {
  const kept = withoutUnit(heading.slice(0, LONGEST_HEADING).replace(CHORUS_SPACE, ' '))
    .replace(/(\p{Ll})(?=\p{Lu}\p{L})/gu, '$1 ')
    .replace(/[°º]/g, 'o ')
    .replace(PERCENT, ' pourcentage ')
    .replace(/(?<!\p{L})(\p{L})\.(\p{L})\.?(?!\p{L})/gu, '$1$2')
    .replace(/\(([^()]*)\)/g, (_, inside: string) => (inside.length > LONGEST_PARENTHESES ? ' ' : ` ${inside} `));
  const text = withRanksInDigits(
    ALTERNATIVES.test(heading) ? comparable(kept) : comparable(kept).replace(NOT_DONE, 'inaccompli '),
  )
    .replace(BUT_THE_STAFF, ' ')
    .replace(UPDATE, 'maj')
    .replace(END, 'expiration ')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .replace(/(?<!\p{L}{3})\./gu, ' ')
    .replaceAll(CUT, `${CUT} `)
    .replace(/[^\p{L}\d.]+/gu, ' ');
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map(singular);
}

function withRanksInDigits(words: string): string {
  return IN_LETTERS.reduce((text, rank, index) => text.replace(rank, `${index + 1}e `), words);
}

function singular(word: string): string {
  return word.length > 3 && /[sx]$/.test(word) ? word.slice(0, -1) : word;
}

/** « Paiement 2 », « DP n° 3 », « CP II », « CP bis »: the rank of a column repeated; an axis has its number as a name. */
function rankOf(words: readonly string[]): number | null {
  const last = words.at(-1) ?? '';
  if (words.length < 2 || words.some((word) => word === 'axe' || word === 'am')) return null;
  if (/^[1-9]\d?$/.test(last)) return Number(last);
  const further = AFTER_THE_FIRST.indexOf(last);
  const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi'].indexOf(last);
  if (further >= 0) return words.includes('ae') ? null : further + 2; // « Montant AE bis » may be the same, restated
  return roman < 0 ? null : roman + 1;
}

/** « 1er paiement », « Date du 2ème paiement »: the ordinal, put at the end as a number. */
function withOrdinalLast(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word, index) => /^[1-9]\d?$/.test(word) && ORDINALS.has(words[index + 1] ?? ''));
  const ordinal = words[at];
  return ordinal === undefined ? words : [...words.slice(0, at), ...words.slice(at + 2), ordinal];
}

/** « Montant CP 1 2023 », « CP n° 2 TTC »: the year and the tax, put before the words that the rank ends. */
function withRankLast(words: readonly string[]): readonly string[] {
  const isAside = (word: string): boolean => YEAR.test(word) || AFTER_A_RANK.has(word);
  let last = words.length - 1;
  while (last >= 0 && isAside(words[last] ?? '')) last--;
  const rank = words[last] ?? '';
  if (last === words.length - 1 || !/^[1-9]\d?$/.test(rank)) return words;
  return [...words.slice(last + 1), ...words.slice(0, last), rank];
}

/** « prév » of « prév. ». */
function lettersOf(word: string): string {
  return word.endsWith(CUT) ? word.slice(0, -1) : word;
}

const conceptOf = remembering((word): Concept | null => {
  const letters = lettersOf(word);
  return (
    EXACT.get(letters) ?? EXACT.get(singular(letters)) ?? nearOf(letters) ?? abbreviated(letters, letters !== word)
  );
});

/**
 * « eng. », « certif. »: the beginning of words of one concept, before a full stop. « règlt », « paiemt »: the first
 * letters of a word, some of the others and the last.
 */
function abbreviated(word: string, isCut: boolean): Concept | null {
  if (word.length < SHORTEST_CUT) return null;
  const found = new Set<Concept>();
  for (const [known, concept] of BY_BEGINNING.get(word.slice(0, SHORTEST_CUT)) ?? []) {
    if (isCut ? known.startsWith(word) : isContraction(word, known)) found.add(concept);
  }
  const [only, ...others] = found;
  return only !== undefined && others.length === 0 ? only : null;
}

/** A word of its own, and no « certification ». */
const WHOLE_WORDS: ReadonlySet<string> = new Set(['certain']);

function isContraction(word: string, known: string): boolean {
  if (
    WHOLE_WORDS.has(word) ||
    word.length < 5 ||
    !known.endsWith(word.slice(-1)) ||
    !known.startsWith(word.slice(0, SHORTEST_CUT))
  )
    return false;
  let at = 0;
  for (const letter of known) if (letter === word[at]) at++;
  return at === word.length;
}

/** The concept of the only word at one typing error; null when two concepts are as near. */
function nearOf(word: string): Concept | null {
  if (word.length < SHORTEST_WITH_TYPO) return null;
  const near = new Set<Concept>();
  for (const letters of [word.length - 1, word.length, word.length + 1])
    for (const [known, concept] of BY_LENGTH.get(letters) ?? [])
      if (keepsAnEnd(word, known) && editDistance(word, known, 1) === 1) near.add(concept);
  const [only, ...others] = near;
  return only !== undefined && others.length === 0 ? only : null;
}

/** One error in a long word leaves its first letter or its last one: a quick test before the distance. */
function keepsAnEnd(word: string, known: string): boolean {
  return word.charCodeAt(0) === known.charCodeAt(0) || word.at(-1) === known.at(-1);
}
