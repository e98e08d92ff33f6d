/** Lines that the extract gives as cancelled, deleted or not validated: they count for nothing, and are listed. */
import type { CellValue } from '../../src/workbook/cells';
import { gridOfSheet } from '../../src/chorus/extract-rows';
import { formulaKey } from '../../src/workbook/snapshot';
import { extractOf, sheetInput } from './reading';

const HEADINGS = ['N° EJ', 'N° poste EJ', 'Axe ministériel 2', 'Montant engagé'];

const SHEET = { id: '1', name: 'Feuil1', visibility: 'visible', isProtected: false } as const;

/** A firm line, and one with this cell under this heading. */
function readWith(heading: string, cell: CellValue) {
  const firm = ['1405000001', '1', 'PDE', 10, null];
  return extractOf(sheetInput([...HEADINGS, heading], firm, ['1405000002', '1', 'PDE', 20, cell]));
}

test.each`
  heading                             | cell              | isCancelled
  ${'Annulé'}                         | ${'X'}            | ${true}
  ${'Annulé'}                         | ${'Oui'}          | ${true}
  ${'Annulé'}                         | ${'Non'}          | ${false}
  ${'Annulé ?'}                       | ${''}             | ${false}
  ${'Annulé (O/N)'}                   | ${'O'}            | ${true}
  ${'Annulé (O/N)'}                   | ${'N'}            | ${false}
  ${'Annulé'}                         | ${'#'}            | ${false}
  ${'Annulé'}                         | ${'-'}            | ${false}
  ${'Annulation'}                     | ${1}              | ${true}
  ${'Annulation'}                     | ${0}              | ${false}
  ${"Date d'annulation"}              | ${45_000}         | ${true}
  ${'Indicateur de suppression'}      | ${'L'}            | ${true}
  ${'Indicateur de suppression'}      | ${'S'}            | ${false}
  ${'Code indicateur de suppression'} | ${'L'}            | ${true}
  ${'Code de suppression'}            | ${'L'}            | ${true}
  ${'Témoin suppr.'}                  | ${'X'}            | ${true}
  ${'Supprimé'}                       | ${'FAUX'}         | ${false}
  ${'Rejeté'}                         | ${'x'}            | ${true}
  ${'Extourné'}                       | ${'X'}            | ${true}
  ${'Contre-passé'}                   | ${'X'}            | ${true}
  ${'Extourné (O/N)'}                 | ${'N'}            | ${false}
  ${'Deletion indicator'}             | ${'L'}            | ${true}
  ${'Statut'}                         | ${'Annulé'}       | ${true}
  ${"Statut de l'EJ"}                 | ${'Supprimée'}    | ${true}
  ${'État du visa'}                   | ${'Visa refusé'}  | ${true}
  ${'Situation EJ'}                   | ${'Annulé'}       | ${true}
  ${'Situation EJ'}                   | ${'Soldé'}        | ${false}
  ${'Statut EJ'}                      | ${'Validé'}       | ${false}
  ${'Statut EJ'}                      | ${'Soldé'}        | ${false}
  ${'Statut EJ'}                      | ${'Non annulé'}   | ${false}
  ${'Statut EJ'}                      | ${'Part. annulé'} | ${false}
  ${'EJ actif'}                       | ${'Non'}          | ${true}
  ${'EJ actif'}                       | ${'Oui'}          | ${false}
  ${'EJ actif'}                       | ${''}             | ${false}
  ${'Actif (O/N)'}                    | ${'N'}            | ${true}
  ${'Active'}                         | ${'FALSE'}        | ${true}
  ${'Ligne active'}                   | ${'inactive'}     | ${true}
  ${'En vigueur'}                     | ${'non'}          | ${true}
  ${'Inactif'}                        | ${'X'}            | ${true}
  ${'EJ désactivé'}                   | ${'Non'}          | ${false}
  ${'Montant actif'}                  | ${0}              | ${false}
  ${"Compte d'actif"}                 | ${'21'}           | ${false}
  ${'Montant annulé'}                 | ${3}              | ${false}
  ${'N° EJ annulé'}                   | ${'1405000007'}   | ${false}
  ${"Motif d'annulation"}             | ${'doublon'}      | ${false}
  ${'Pièce d’annulation'}             | ${'5100000001'}   | ${false}
  ${'Commentaire'}                    | ${'Annulé'}       | ${false}
`('« $cell » under « $heading »: the line is cancelled: $isCancelled', ({ heading, cell, isCancelled }) => {
  const { lines, ignored } = readWith(heading as string, cell as CellValue);
  expect([lines.map(({ cents }) => cents), ignored.map(({ line, reason, ej }) => [line, reason, ej])]).toEqual(
    isCancelled ? [[1000], [[3, 'cancelled', '1405000002']]] : [[1000, 2000], []],
  );
});

test.each`
  heading                 | cell                          | isLeftOut
  ${'Statut EJ'}          | ${'Brouillon'}                | ${true}
  ${'Statut'}             | ${'En attente de validation'} | ${true}
  ${'Statut'}             | ${'En cours'}                 | ${false}
  ${'Statut'}             | ${'En attente de paiement'}   | ${false}
  ${'Validé'}             | ${'Non'}                      | ${true}
  ${'EJ validé (O/N)'}    | ${'N'}                        | ${true}
  ${'Validé'}             | ${'Oui'}                      | ${false}
  ${'Validation'}         | ${'À valider'}                | ${true}
  ${'Date de validation'} | ${45_000}                     | ${false}
  ${'Validé par'}         | ${'non'}                      | ${false}
  ${'Validité'}           | ${'non'}                      | ${false}
  ${'Quote-part'}         | ${0}                          | ${false}
`('« $cell » under « $heading »: the line is not validated: $isLeftOut', ({ heading, cell, isLeftOut }) => {
  const { lines, ignored } = readWith(heading as string, cell as CellValue);
  expect([lines.length, ignored.map(({ line, reason }) => [line, reason])]).toEqual(
    isLeftOut ? [1, [[3, 'notValidated']]] : [2, []],
  );
});

test('the total that the extract shows counts a cancelled line, or does not', () => {
  const rows = [
    ['1405000001', '1', 'PDE', 10, null],
    ['1405000002', '1', 'PDE', 20, 'X'],
  ];
  const shown = (total: number) =>
    extractOf(sheetInput([...HEADINGS, 'Annulé'], ...rows, ['Total', '', '', total, null])).shownTotals;
  expect([shown(10)[0]?.agrees, shown(30)[0]?.agrees]).toEqual([true, false]);
});

test.each`
  heading               | cell                 | reason
  ${'Pièce en suspens'} | ${'X'}               | ${'notValidated'}
  ${'Pièce en suspens'} | ${'non'}             | ${null}
  ${'Brouillon (O/N)'}  | ${'O'}               | ${'notValidated'}
  ${'Type de pièce'}    | ${'DA'}              | ${'reservation'}
  ${'Type de pièce'}    | ${"Demande d'achat"} | ${'reservation'}
  ${'Nature de pièce'}  | ${'Pré-engagement'}  | ${'reservation'}
  ${'Type de document'} | ${'Réservation'}     | ${'reservation'}
  ${'Type de pièce'}    | ${'Engagement'}      | ${null}
  ${'Type de pièce'}    | ${'RE'}              | ${null}
  ${'Type de pièce'}    | ${'50'}              | ${null}
  ${'Libellé de pièce'} | ${'DA'}              | ${null}
  ${'Hors convention'}  | ${'X'}               | ${null}
`('« $cell » under « $heading »: $reason', ({ heading, cell, reason }) => {
  const { lines, ignored } = readWith(heading as string, cell as CellValue);
  expect([lines.length, ignored.map((one) => one.reason)]).toEqual(reason === null ? [2, []] : [1, [reason]]);
});

test.each`
  heading                 | cell                       | isUnknown
  ${'Statut EJ'}          | ${'Bloquée'}               | ${true}
  ${'Statut'}             | ${'02'}                    | ${true}
  ${'Statut'}             | ${'Non annulé'}            | ${true}
  ${'État du visa'}       | ${'Voir avec le CBR'}      | ${true}
  ${'Situation EJ'}       | ${'Gelé'}                  | ${true}
  ${'Validé'}             | ${'?? à voir'}             | ${true}
  ${'EJ actif'}           | ${'peut-être'}             | ${true}
  ${'Bloqué'}             | ${'X'}                     | ${true}
  ${'EJ bloqué (O/N)'}    | ${'O'}                     | ${true}
  ${'Blocage'}            | ${'R'}                     | ${true}
  ${'Commentaire'}        | ${'Voir mail : EJ annulé'} | ${true}
  ${'Observations'}       | ${'hors convention'}       | ${true}
  ${'Commentaire'}        | ${'relance le 3 mars'}     | ${false}
  ${'Hors convention'}    | ${'X'}                     | ${true}
  ${'Hors convention'}    | ${'non'}                   | ${false}
  ${'À compter (O/N)'}    | ${'N'}                     | ${true}
  ${'À compter (O/N)'}    | ${'O'}                     | ${false}
  ${'À compter (0/1)'}    | ${0}                       | ${true}
  ${'Accord DGE'}         | ${'Non'}                   | ${true}
  ${'Accord DGE'}         | ${'Oui'}                   | ${false}
  ${'Engagé'}             | ${0}                       | ${false}
  ${'Prévisionnel'}       | ${'X'}                     | ${true}
  ${'Projet'}             | ${'Sirius'}                | ${false}
  ${''}                   | ${'EJ annulé'}             | ${true}
  ${''}                   | ${'vu'}                    | ${false}
  ${'Bloqué'}             | ${'non'}                   | ${false}
  ${'Bloqué'}             | ${null}                    | ${false}
  ${'Montant bloqué'}     | ${'12'}                    | ${false}
  ${'Motif de blocage'}   | ${'visa'}                  | ${false}
  ${'Statut EJ'}          | ${'Soldé'}                 | ${false}
  ${'Statut EJ'}          | ${'Annulé'}                | ${false}
  ${'Statut EJ'}          | ${'#'}                     | ${false}
  ${'Statut EJ'}          | ${'-'}                     | ${false}
  ${'Statut EJ'}          | ${null}                    | ${false}
  ${'Avancement'}         | ${'50 %'}                  | ${false}
  ${'Phase'}              | ${'2'}                     | ${false}
  ${'EJ actif'}           | ${'Oui'}                   | ${false}
  ${'EJ actif'}           | ${'X'}                     | ${false}
  ${'Validation'}         | ${'12/03/2023'}            | ${false}
  ${'Validation'}         | ${45_000}                  | ${false}
  ${'Type de pièce'}      | ${'RE'}                    | ${false}
  ${'Commentaire statut'} | ${'Bloquée'}               | ${false}
`('« $cell » under « $heading » is a status that is not known: $isUnknown', ({ heading, cell, isUnknown }) => {
  const { lines, statuses } = readWith(heading as string, cell as CellValue);
  expect(statuses).toEqual(isUnknown ? [{ heading, words: String(cell), line: 3, count: 1 }] : undefined);
  if (isUnknown) expect(lines).toHaveLength(2); // reported, and counted
});

test('a status that is not known is counted on the lines that have an amount', () => {
  const row = (ej: string, amount: number | null, status: string): CellValue[] => [ej, '1', 'PDE', amount, status];
  const rows = [row('1405000001', 10, 'Gelée'), row('1405000002', 0, 'Gelée'), row('1405000003', 30, 'Gelée')];
  const total: CellValue[] = ['Total', '', '', 40, 'Vu'];
  expect(extractOf(sheetInput([...HEADINGS, 'Statut'], ...rows, total)).statuses).toEqual([
    { heading: 'Statut', words: 'Gelée', line: 2, count: 2 },
  ]);
});

test.each([
  ['its EJ', [0], [{ heading: '', words: '1405000002', isStruck: true, line: 2, count: 1 }]],
  ['its amount', [3], [{ heading: '', words: '20', isStruck: true, line: 2, count: 1 }]],
  ['a code alone', [2], undefined],
  ['an empty cell', [1], undefined],
] as const)('a line with %s crossed out counts, and is reported', (_, columns, statuses) => {
  const used = { top: 0, left: 0, rows: 2, columns: 4 };
  const values = [HEADINGS, ['1405000002', null, 'PDE', 20]];
  const struck = new Set(columns.map((column) => formulaKey(1, column)));
  const rows = gridOfSheet({ ...SHEET, used, values, struck, formulas: new Map(), hiddenRows: new Set() });
  const extract = extractOf({ source: 'Feuil1', rows, uses1904: false });
  expect([extract.lines.map(({ cents }) => cents), extract.statuses]).toEqual([[2000], statuses]);
});

test.each`
  heading                    | cell                     | amount   | isRead   | why
  ${'Type de pièce'}         | ${'Avoir'}               | ${20}    | ${false} | ${'an avoir lowers, and its amount is above zero'}
  ${'Type de pièce'}         | ${'Avoir'}               | ${-20}   | ${true}  | ${'its minus is typed'}
  ${'Type de pièce'}         | ${'Facture'}             | ${20}    | ${true}  | ${'an invoice'}
  ${'Type de document'}      | ${'Annulation'}          | ${20}    | ${false} | ${'the kind of a document'}
  ${'Type de mouvement'}     | ${'Retrait'}             | ${20}    | ${false} | ${'a retrait lowers'}
  ${'Type de mouvement'}     | ${'Retrait'}             | ${'-20'} | ${true}  | ${'its minus is typed'}
  ${'Type de mouvement'}     | ${'Engagement'}          | ${20}    | ${true}  | ${'a commitment'}
  ${'Nature de l’opération'} | ${'Dégagement'}          | ${20}    | ${false} | ${'the nature of an operation'}
  ${'Nature de l’opération'} | ${'Retrait des déchets'} | ${20}    | ${true}  | ${'the object of a contract'}
  ${'Type de marché'}        | ${'Avoir'}               | ${20}    | ${true}  | ${'another kind'}
`('« $heading » $cell with $amount: $why', ({ heading, cell, amount, isRead }) => {
  const firm = ['1405000001', '1', 'PDE', 10, null];
  const { lines, ignored } = extractOf(
    sheetInput([...HEADINGS, heading as string], firm, ['1405000002', '1', 'PDE', amount as CellValue, cell as string]),
  );
  expect(lines.map(({ ej }) => ej)).toEqual(isRead ? ['1405000001', '1405000002'] : ['1405000001']);
  expect(ignored.map(({ reason, ej }) => [reason, ej])).toEqual(isRead ? [] : [['amountUnreadable', '1405000002']]);
});
