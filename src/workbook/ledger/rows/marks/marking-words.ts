/**
 * Whether a text may hold words of a mark, by the first letters of each of its words: one pass over its letters, for
 * all the lists. It settles most labels and remarks of a ledger; patterns then read the others.
 */
import { comparable } from '../../../../domain/text';

/** Letters of a beginning that are compared; the others are left to the patterns. */
const COMPARED = 4;
/** The letters, and a sign that is none. */
const LETTERS = 27;
const LONGEST = 500;
const A = 0x61;
/** The codes up to the last accented letter of Latin. An accent of its own is part of the letter before. */
const CODES = 0x180;
const [ZERO, TWO, NINE] = [0x30, 0x32, 0x39];
const [FIRST_ACCENT, LAST_ACCENT] = [0x300, 0x36f];

/**
 * Beginnings of words, without accents: one of fewer than four letters begins longer words too, unless it ends with a
 * point. Then the signs of which one is enough; for an amount, a year of this century is one too.
 */
const LISTS = {
  aside: {
    words:
      'hors exclu ignor doublon neutral dupl ne. defalq dedui dedu non memoire retir sorti report supprim' +
      ' test. exempl simul erreur refact transf bascul imput reimp ventil reven affect reaff mauvais double' +
      ' deux deja inclu compri compte comptab compter somme enlev effac pas. autre tort fois',
    signs: '',
  },
  cancelled: {
    words:
      'annul abandon caduc supprim sans refus reje cancel defavor irrecev infructu effac remplac erreur' +
      ' doubl deux fois',
    signs: '',
  },
  planned: {
    words: 'prev venir engager projection provision estimation',
    signs: '',
  },
  amount: {
    words:
      'mont somme prix chiffr ae. cp. h. ht. htva tva tax keur milli million dollar usd gbp chf franc livre' +
      ' unitair journal rembours remise dont part repart ventil moiti tiers quart trop engag surengag sousengag reduit reduire ramen port' +
      ' diminu augment major minor baiss retrait complem degag deseng restit rendu rendre dedui remise' +
      ' rabais penal annul fait realit plutot cheval quot prorat ttc hors avoir quel divis moins refact' +
      ' revers mutual cle. cles charge depens cout factur paye pay financ prise',
    signs: '%€',
  },
  doubt: {
    words:
      'passer entrer rentrer sous sera seront clotur double payer trop voir verif revoi corri confirm preci clarif rectif control reclass rattach decal deplac passer mettre' +
      ' changer arbit redress regul faux fauss erron incorr inexa incoh inconn introuv chorus eligi ineligi' +
      ' irregu valid valable conform autoris accord agre concern correspond releve rentre entre exist appara' +
      ' figure objet champ suspen suspendu gel gele bloc bloqu ajourn diffe retoqu resil pause sommeil' +
      ' sursis stand stopp depriori arret interrom plutot devrai doit doiv aurai fait realit financ cofinan' +
      ' charge frais support assum couver credit fonds budget bop programme idem meme autre mauvais regroup' +
      ' fusion integr group cumul global joint gliss bascul portee',
    signs: '?',
  },
  undone: {
    words:
      'afferm condit option prescri perim forclo substit renonc desist retract tomb lieu fera feront sera seront non jamais' +
      ' pas execut realis effectu sans aucune liquid failli test. tests exempl essai fictif fictiv hypoth simul indicat',
    signs: '',
  },
  lowering: {
    words:
      'retrait retir degag desengag desaffec deengag avoir annul extourn contre diminu minor rembours revers restitu retabli ristourn' +
      ' rabais penal reduc trop indu baiss moins negat refact escompt clotur rend liber retour repris rabot resili abandon' +
      ' suppr dedu recup fermetur non solde titre recette encaiss',
    signs: '',
  },
  payment: {
    words:
      'pay paie paye regl reglement vir virement vers verse mandat decaiss acquitt liquid honor dp. demande factur' +
      ' rejet refus suspens annulation blocage opposition sf. service impay litige charge cap. attente',
    signs: '',
  },
  earlier: {
    words: 'rap. report restes reste reliqu bascul anter ej. engage reprise preced stock encours solde',
    signs: '',
  },
} as const;

export type MarkingList = keyof typeof LISTS;

const NAMES = Object.keys(LISTS) as readonly MarkingList[];
const BIT_OF = new Map(NAMES.map((name, index) => [name, 1 << index]));
/** « AE 2023 : 800 ». */
const OF_YEARS = BIT_OF.get('amount') ?? 0;

/** 1 to 26 for a letter, with or without an accent; 0 for every other sign. */
const LETTER_OF = Uint8Array.from({ length: CODES }, (_, code) => {
  const letter = comparable(String.fromCharCode(code)).charCodeAt(0) - A + 1;
  return letter > 0 && letter < LETTERS ? letter : 0;
});

/** The lists that have each run of four letters, one bit for a list; shorter words are filled up. */
const LISTS_OF = new Uint16Array(LETTERS ** COMPARED);
const LISTS_OF_SIGNS = new Map<number, number>();
for (const name of NAMES) {
  const bit = BIT_OF.get(name) ?? 0;
  for (const word of LISTS[name].words.split(' ')) add(word, bit);
  for (const sign of LISTS[name].signs) {
    const code = sign.charCodeAt(0);
    LISTS_OF_SIGNS.set(code, (LISTS_OF_SIGNS.get(code) ?? 0) | bit);
  }
}

function add(word: string, bit: number): void {
  const isWhole = word.endsWith('.');
  const letters = Array.from(word.slice(0, isWhole ? -1 : COMPARED), (letter) => letter.charCodeAt(0) - A + 1);
  const span = LETTERS ** (COMPARED - letters.length);
  const first = letters.reduce((key, letter) => key * LETTERS + letter, 0) * span;
  for (let key = first; key < first + (isWhole ? 1 : span); key++) LISTS_OF[key] = (LISTS_OF[key] ?? 0) | bit;
}

/** The text that was asked about last: several lists are asked about one cell. */
let last = { text: '', lists: 0 };

/** True for a text that has a word or a sign of the list, within its first 500 letters. */
export function mayHold(list: MarkingList, text: string): boolean {
  return (listsOf(text) & (BIT_OF.get(list) ?? 0)) !== 0;
}

/** True for a text that has one of any list. */
export function mayHoldAny(text: string): boolean {
  return listsOf(text) !== 0;
}

function listsOf(text: string): number {
  if (last.text !== text) last = { text, lists: listsIn(text) };
  return last.lists;
}

function listsIn(text: string): number {
  let [key, length, lists] = [0, 0, 0];
  const end = Math.min(text.length, LONGEST);
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    const letter = code < CODES ? (LETTER_OF[code] ?? 0) : 0;
    if (letter > 0) {
      if (length === COMPARED) continue;
      key = key * LETTERS + letter;
      length += 1;
      if (length === COMPARED) lists |= LISTS_OF[key] ?? 0;
    } else if (code < FIRST_ACCENT || code > LAST_ACCENT) {
      lists |= listsOfShort(key, length) | (LISTS_OF_SIGNS.get(code) ?? 0);
      if (code === TWO && isYearAt(text, at)) lists |= OF_YEARS;
      key = 0;
      length = 0;
    }
  }
  return lists | listsOfShort(key, length);
}

function isYearAt(text: string, at: number): boolean {
  return text.charCodeAt(at + 1) === ZERO && isDigit(text.charCodeAt(at + 2)) && isDigit(text.charCodeAt(at + 3));
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function listsOfShort(key: number, length: number): number {
  return length > 0 && length < COMPARED ? (LISTS_OF[key * LETTERS ** (COMPARED - length)] ?? 0) : 0;
}
