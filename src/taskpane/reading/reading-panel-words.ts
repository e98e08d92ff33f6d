/** Words of « Ce qui a été lu » and of the headings that the user points at, fetched with them. */
import { formatCount } from '../../messages/format';
import type { Language } from '../../messages/language';
import { en, fr, shorten } from '../../messages/typography';
import { columnName, type Area } from '../../workbook/cells';
import type { ReadingEntry, ReadingRole, ReadingSums } from '../../workbook/reading/account';

const f = (number: number): string => formatCount(number, 'fr');
const e = (number: number): string => formatCount(number, 'en');
const plural = (number: number, one: string, many: string): string => (number < 2 ? one : many);
const countOf = (number: number, one: string, many: string): string => `${e(number)} ${number === 1 ? one : many}`;

/** The first and the last column by their letters; null for one column. */
function columnsOf({ left, columns }: Area): readonly [string, string | null] {
  return [columnName(left), columns === 1 ? null : columnName(left + columns - 1)];
}

const FR = {
  title: 'Ce qui a été lu',
  /** Without anything unread. */
  allRead: fr`Chaque montant du classeur est lu, calculé ou mis de côté.`,
  allButOthers: (places: number) =>
    places === 1
      ? fr`Chaque montant du classeur est lu, calculé ou mis de côté, sauf 1 plage sans opération reconnue, qui n'entre dans aucun chiffre.`
      : fr`Chaque montant du classeur est lu, calculé ou mis de côté, sauf ${f(places)} plages sans opération reconnue, qui n'entrent dans aucun chiffre.`,
  allButCells: (count: number) =>
    count === 1
      ? fr`1 montant du suivi est illisible : voyez les constats.`
      : fr`${String(count)} montants du suivi sont illisibles : voyez les constats.`,
  unread: (places: number) => fr`${f(places)} ${plural(places, 'plage non lue', 'plages non lues')}`,
  inNoFigure: fr`Ces montants n'entrent dans aucun chiffre.`,
  sheet: (name: string, isHidden: boolean) => fr`Feuille « ${name} »${isHidden ? ' (masquée)' : ''}`,
  table: (name: string) => fr`tableau ${name}`,
  area: (area: Area) => {
    const last = area.top + area.rows;
    const [first, end] = columnsOf(area);
    const rows = area.rows === 1 ? fr`ligne ${String(last)}` : fr`lignes ${String(area.top + 1)} à ${String(last)}`;
    return `${rows}, ${end === null ? fr`colonne ${first}` : fr`colonnes ${first} à ${end}`}`;
  },
  rowsWithAmounts: (rows: number) => fr`${f(rows)} ${plural(rows, 'ligne', 'lignes')} avec montant`,
  rows: (rows: number) => fr`${f(rows)} ${plural(rows, 'ligne', 'lignes')}`,
  sums: { ae: 'AE', cp: 'CP', other: 'autres montants' } satisfies Readonly<Record<keyof ReadingSums, string>>,
  noAmount: 'aucun montant',
  roles: {
    ledger: 'Lu comme suivi',
    convention: 'Table de la convention',
    document: 'Document du complément',
    derived: fr`Calculé, ou hors du suivi`,
    setAside: 'Mis de côté',
    unread: 'Non lu',
  } satisfies Readonly<Record<ReadingRole, string>>,
  computed: 'Calculé',
  outside: 'Hors du suivi',
  because: (reason: string) => fr`motif : ${shorten(reason)}`,
  totals: 'Total du classeur',
  totalsIntro: 'Chaque montant appartient à une seule de ces catégories.',
  totalOf: (role: string, places: number) => fr`${role} (${f(places)})`,
  more: (places: number) =>
    fr`et ${f(places)} ${plural(places, 'autre plage, comptée', 'autres plages, comptées')} dans les totaux`,
  nothing: 'Ce classeur ne contient aucun montant.',
  goTo: 'Aller à',
  addToLedger: 'Rattacher au suivi',
  extend: 'Étendre le tableau',
  setAside: 'Mettre de côté…',
  setAsideNow: 'Mettre de côté',
  setAsideBy: 'Mis de côté par',
  wholeColumn: fr`Les lignes ajoutées ensuite à cette colonne seront de côté aussi.`,
  onlyThis: 'Ne lire que celui-ci',
  readAll: 'Lire tout le suivi',
  /** The accessible name of a button: what it does, and where. */
  at: (action: string, place: string) => fr`${action} : ${place}`,
  headings: {
    start: fr`Indiquer la ligne d'en-têtes…`,
    title: fr`Ligne d'en-têtes`,
    intro: fr`Dans Excel, sélectionnez la ligne qui contient les en-têtes du suivi, ou une de ses cellules.`,
    read: 'Lire la sélection',
    selected: (sheet: string, rows: string) => fr`Sélection : feuille « ${sheet} », ${rows}`,
    found: (number: number) => fr`${f(number)} ${plural(number, 'en-tête', 'en-têtes')}`,
    firstRow: 'Première ligne en dessous',
    noRow: 'vide',
    blank: (sheet: string) => fr`Feuille « ${sheet} » : la sélection ne contient aucun en-tête.`,
    tooManyRows: (most: number) => fr`Sélectionnez seulement les en-têtes, ${f(most)} lignes au plus.`,
    confirm: fr`Ce sont les en-têtes`,
  },
};

const EN: typeof FR = {
  title: 'Account of reading',
  allRead: 'Every amount of the workbook is read, computed or set aside.',
  allButOthers: (places) =>
    `Every amount of the workbook is read, computed or set aside, but ${countOf(places, 'place', 'places')} without known operations, in no figure.`,
  allButCells: (count) =>
    count === 1
      ? '1 amount of the ledger cannot be read: see the findings.'
      : `${count} amounts of the ledger cannot be read: see the findings.`,
  unread: (places) => countOf(places, 'place not read', 'places not read'),
  inNoFigure: 'These amounts are in no figure.',
  sheet: (name, isHidden) => `Sheet “${name}”${isHidden ? ' (hidden)' : ''}`,
  table: (name) => `table ${name}`,
  area: (area) => {
    const last = area.top + area.rows;
    const [first, end] = columnsOf(area);
    const rows = area.rows === 1 ? en`row ${String(last)}` : en`rows ${String(area.top + 1)} to ${String(last)}`;
    return `${rows}, ${end === null ? `column ${first}` : `columns ${first} to ${end}`}`;
  },
  rowsWithAmounts: (rows) => countOf(rows, 'row with an amount', 'rows with an amount'),
  rows: (rows) => countOf(rows, 'row', 'rows'),
  sums: { ae: 'AE', cp: 'CP', other: 'other amounts' },
  noAmount: 'no amount',
  roles: {
    ledger: 'Read as ledger',
    convention: 'Table of the convention',
    document: 'Document of the add-in',
    derived: 'Computed, or outside the ledger',
    setAside: 'Set aside',
    unread: 'Not read',
  },
  computed: 'Computed',
  outside: 'Outside the ledger',
  because: (reason) => `reason: ${shorten(reason)}`,
  totals: 'Total of the workbook',
  totalsIntro: 'Each amount belongs to one of these categories only.',
  totalOf: (role, places) => `${role} (${e(places)})`,
  more: (places) => `and ${countOf(places, 'other place', 'other places')}, counted in the totals`,
  nothing: 'This workbook holds no amount.',
  goTo: 'Go to',
  addToLedger: 'Add to the ledger',
  extend: 'Extend the table',
  setAside: 'Set aside…',
  setAsideNow: 'Set aside',
  setAsideBy: 'Set aside by',
  wholeColumn: 'The rows added to this column later will be set aside too.',
  onlyThis: 'Read this one only',
  readAll: 'Read the whole ledger',
  at: (action, place) => `${action}: ${place}`,
  headings: {
    start: 'Point at the row of headings…',
    title: 'Row of headings',
    intro: 'In Excel, select the row that holds the headings of the ledger, or one of its cells.',
    read: 'Read the selection',
    selected: (sheet, rows) => `Selection: sheet “${sheet}”, ${rows}`,
    found: (number) => countOf(number, 'heading', 'headings'),
    firstRow: 'First row underneath',
    noRow: 'blank',
    blank: (sheet) => `Sheet “${sheet}”: the selection holds no heading.`,
    tooManyRows: (most) => `Select the headings only, ${e(most)} rows at most.`,
    confirm: 'These are the headings',
  },
};

/** By language: a sentence that lacks its English does not compile. */
export const READING_PANEL_WORDS: Readonly<Record<Language, typeof FR>> = { fr: FR, en: EN };

export type ReadingPanelWords = typeof FR;

/** The name of a place on its sheet: the team's Excel table, its rows and columns. */
export function nameOfPlace(
  { table, role }: Pick<ReadingEntry, 'table' | 'role'>,
  area: Area | null,
  words: ReadingPanelWords,
): string {
  const isOurs = role === 'convention' || role === 'document';
  return [...(table === null || isOurs ? [] : [words.table(table)]), ...(area === null ? [] : [words.area(area)])].join(
    ', ',
  );
}
