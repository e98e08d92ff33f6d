/**
 * The titles of tables of credits that are given: « Crédits ouverts », « Dotation initiale 2023 », « AE notifiées »,
 * « Délégations de crédits ». Every word must be one of them: « Crédits engagés » is a title of operations.
 */
import { remembering } from '../../../domain/remembering';
import { comparable } from '../../../domain/text';
import type { KnownNames } from '../known-names';
import { creditMovementOf } from './credit-movements';

const LONGEST = 80;
/** Several words that mean one. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bautorisations? d engagements?\b/g, 'ae'],
  [/\bcredits? de paiements?\b/g, 'cp'],
  [/\bmise?s? a (?:la )?disposition\b/g, 'recus'],
];
const FUNDS = setOf(
  'credit credits ae cp dotation dotations budget budgets enveloppe enveloppes moyens fonds ressources avance avances',
);
const GIVEN = setOf(
  'ouvert ouverts ouverte ouvertes recu recus recue recues delegue delegues deleguee deleguees notifie notifies notifiee notifiees ' +
    'alloue alloues allouee allouees accorde accordes accordee accordees octroye octroyes attribue attribues attribuee ' +
    'attribuees vote votes votee votees autorise autorises autorisee autorisees disponible disponibles affecte affectes ' +
    'affectee affectees transfere transferes transferee transferees',
);
/** Acts of giving, before the word of the funds, or alone. */
const ACTS = setOf(
  'delegation delegations ouverture ouvertures notification notifications reception receptions transfert transferts ' +
    'repartition repartitions demande demandes appel appels arrivee arrivees encaissement encaissements rallonge rallonges',
);
const ALONE = setOf(
  'credit credits dotation dotations budget budgets delegation delegations affectation affectations abondement abondements ' +
    'rallonge rallonges repartition repartitions recus ressources',
);
const TRANSFERS = setOf('versement versements verse verses recus fonds');
const AROUND = setOf(
  'et ou de des du d la le les l en par pour n no 1er 1ere liste etat tableau detail rappel historique initial initiale initiaux ' +
    'initiales complementaire complementaires budgetaire budgetaires supplementaire supplementaires annuel annuelle annuels ' +
    'annuelles exercice gestion annee convention poste postes axe axes delegant tranche tranches national nationale',
);
const NUMBER = /^\d{1,4}$/;

/** True for a title, or the name of a sheet, of credits that are given. */
export function titlesCredits(title: string, names: KnownNames | null): boolean {
  if (title.length > LONGEST) return false;
  const read = names === null ? reader(null) : (known.get(names) ?? reader(names));
  if (names !== null) known.set(names, read);
  return read(title);
}

/** « Notifications », of credits or of contracts: what is under it decides. */
const MAY_GIVE = setOf('notification notifications');

/** True for « Notifications DGEFP », « Notifications 2023 ». */
export function mayTitleCredits(title: string, names: KnownNames | null): boolean {
  if (title.length > LONGEST) return false;
  const words = wordsOf(names?.envelopesIn(comparable(title)).rest ?? comparable(title));
  const isAround = (word: string): boolean =>
    AROUND.has(word) || NUMBER.test(word) || word === 'delegant' || names?.isParty?.(word) === true;
  return words.some((word) => MAY_GIVE.has(word)) && words.every((word) => MAY_GIVE.has(word) || isAround(word));
}

/** One memory of titles for each convention. */
const known = new WeakMap<KnownNames, (title: string) => boolean>();

function reader(names: KnownNames | null): (title: string) => boolean {
  return remembering((title) => namesGiven(title, names));
}

function namesGiven(title: string, names: KnownNames | null): boolean {
  const text = comparable(title);
  const movement = creditMovementOf(text, names);
  if (movement !== null && movement !== 'kept' && movement !== 'granted') return true;
  const [all, within] = [wordsOf(text), wordsOf(names?.envelopesIn(text).rest ?? text)];
  const words = within.length > 0 ? within : all;
  const isParty = (word: string): boolean => word === 'delegant' || names?.isParty?.(word) === true;
  const isNamed = (word: string): boolean => isParty(word) || names?.isEnvelope(word) === true;
  const isOfAll = (word: string): boolean =>
    [FUNDS, GIVEN, ACTS, ALONE, TRANSFERS, AROUND].some((set) => set.has(word)) || NUMBER.test(word) || isNamed(word);
  if (!words.every(isOfAll)) return false;
  const main = words.filter((word) => !AROUND.has(word) && !NUMBER.test(word) && !isNamed(word));
  const [first, ...others] = main;
  if (first === undefined) return false;
  if (TRANSFERS.has(first) && words.some(isParty)) return true;
  if (FUNDS.has(first) && others.some((word) => GIVEN.has(word))) return true;
  if (ACTS.has(first) && others.some((word) => FUNDS.has(word))) return true;
  return ALONE.has(first) && !others.some((word) => word === 'ae' || word === 'cp');
}

function wordsOf(text: string): readonly string[] {
  const plain = text.replace(/[^a-z0-9&]+/g, ' ');
  const joined = PHRASES.reduce((one, [phrase, word]) => one.replace(phrase, word), plain);
  return joined.split(' ').filter((word) => word !== '');
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
