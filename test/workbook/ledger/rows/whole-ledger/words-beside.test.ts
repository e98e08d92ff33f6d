/** Words in notes, page headers and text boxes beside a ledger: a unit, a tax, what does not count. */
import { controlledAt } from '../../../../../src/application/control';
import { openDossier } from '../../../../../src/application/open-dossier';
import { isoDate } from '../../../../../src/domain/calendar/civil-date';
import { parseArea, type CellValue } from '../../../../../src/workbook/cells';
import type { TextBeside, WorkbookSnapshot } from '../../../../../src/workbook/snapshot';
import { convention2023 } from '../../../../support/conventions';
import { workbookOf } from '../../../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];
/** Texts by the cell of a note, `D3 prompt` for a validation, or by `page`, `shape`. */
type Texts = Readonly<Record<string, string>>;

const HEADINGS = ['N° EJ', 'Date EJ', 'Axe ministériel 2', 'Montant AE', 'Coût total'];
const ORDERS: Rows = [
  ['1400000001', 45_000, 'PDE', 1000, null],
  ['1400000002', 45_010, 'SF', 2000, null],
];
const LEDGER: Rows = [['Suivi'], HEADINGS, ...ORDERS, ['Total', null, null, 3000, null]];

function textsOf(texts: Texts): readonly TextBeside[] {
  return Object.entries(texts).map(([place, text]): TextBeside => {
    if (place === 'page' || place === 'shape') return { on: place, at: null, text };
    const [cell = '', on] = place.split(' ');
    const { top, left } = parseArea(cell)!;
    return { on: on === 'prompt' ? on : 'note', at: { row: top, column: left }, text };
  });
}

function withTexts(workbook: WorkbookSnapshot, sheet: string, texts: Texts): WorkbookSnapshot {
  const sheets = workbook.sheets.map((one) => (one.name === sheet ? { ...one, textsBeside: textsOf(texts) } : one));
  return { ...workbook, sheets };
}

function found(workbook: WorkbookSnapshot): readonly string[] {
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  return findings.flatMap((finding) => {
    if (finding.rule === 'DON-07') return [`${finding.details.what} ${finding.details.ae}`];
    if (finding.rule !== 'LEC-05') return [];
    const { beside, raw, about = 'whole' } = finding.details;
    return [`${beside}: ${raw}: ${about}`];
  });
}

const beside = (texts: Texts, rows: Rows = LEDGER): readonly string[] =>
  found(withTexts(workbookOf({ name: 'Suivi', rows }), 'Suivi', texts));

describe('a unit', () => {
  test.each<[string, string, string]>([
    ['a page header', 'page', 'Montants en k€'],
    ['a page header with other words', 'page', 'DGE – Suivi des EJ 2023 – en k€'],
    ['a text box', 'shape', 'Tous les montants sont exprimés en milliers d’euros'],
    ['a text box', 'shape', '(en k€)'],
    ['a note on the title', 'A1', 'Montants en k€'],
    ['a note on a blank cell', 'H9', 'Unité : k€'],
    ['a note on the total', 'D5', 'Montants en M€'],
  ])('in %s, %s %s', (_, place, text) => {
    const on = place === 'page' || place === 'shape' ? place : 'sheet';
    expect(beside({ [place]: text })).toEqual([`${on}: ${text}: amount`]);
  });

  test.each(['En k€', 'Saisir en k€', 'Montant de l’EJ en milliers d’euros', 'k€', 'En dollars'])(
    'noted on the heading of the amounts: %s',
    (text) => expect(beside({ D2: text })).toEqual([`heading: ${text}: amount`]),
  );

  test('in the message of a validation of their column', () => {
    expect(beside({ 'D3 prompt': 'Montant\nSaisir en k€' })).toEqual(['prompt: Saisir en k€: amount']);
    expect(beside({ 'D3 prompt': 'Saisir en euros' })).toEqual([]);
    expect(beside({ 'E3 prompt': 'En k€' })).toEqual([]);
    expect(beside({ 'D3 prompt': 'Montant HT' })).toEqual(['withoutTax 300000']);
    expect(beside({ 'A3 prompt': 'Dix chiffres ; EJ annulé : ne rien saisir' })).toEqual([]);
  });

  test('noted on another heading, about the whole table', () => {
    expect(beside({ A2: 'Tous les montants sont en k€' })).toEqual(['heading: Tous les montants sont en k€: amount']);
  });

  test('noted on an operation, it is a remark on its amount', () => {
    expect(beside({ C3: 'Montant en k€' })).toEqual(['row: Montant en k€: amount']);
  });

  test('after the sentence of somebody else', () => {
    expect(beside({ A1: 'Vu avec la DAF le 3 mars.\nMontants en k€' })).toEqual(['sheet: Montants en k€: amount']);
  });

  test.each<[string, string, string]>([
    ['euros', 'page', 'Montants en €'],
    ['page numbers', 'page', 'Page  sur'],
    ['one cost', 'shape', 'Coût complet du projet : 3 M€'],
    ['a rule of entry', 'D2', 'Ne jamais saisir en k€'],
    ['thresholds', 'shape', 'Seuils de procédure en k€ HT'],
    ['another column', 'E2', 'En k€'],
    ['an operation', 'A3', 'Marché de 40 k€ notifié le 3 mars'],
  ])('of %s: nothing', (_, place, text) => expect(beside({ [place]: text })).toEqual([]));

  test('a heading with its own unit', () => {
    const rows = [['Suivi'], ['N° EJ', 'Date EJ', 'Axe ministériel 2', 'Montant AE (€)'], ...ORDERS];
    expect(beside({ page: 'Montants en k€' }, rows)).toEqual([]);
  });
});

describe('amounts without tax', () => {
  test.each<[string, string]>([
    ['page', 'Montants hors taxes'],
    ['shape', 'Les montants du suivi sont HT'],
    ['A1', 'Montants HT'],
    ['D2', 'HT'],
    ['D2', 'Saisir le montant hors taxes'],
  ])('%s: %s', (place, text) => expect(beside({ [place]: text })).toEqual(['withoutTax 300000']));

  test.each<[string, string]>([
    ['page', 'Montants TTC'],
    ['D2', 'Saisir le TTC et non HT'],
    ['E2', 'HT'],
    ['shape', 'Seuil : 40 000 € HT'],
  ])('%s: %s: nothing', (place, text) => expect(beside({ [place]: text })).toEqual([]));
});

describe('rows that may not count', () => {
  test.each<[string, string, string]>([
    ['page', 'Engagements annulés', 'page: Engagements annulés: row'],
    ['page', 'Ne pas utiliser', 'page: Ne pas utiliser: row'],
    ['shape', 'Hors convention', 'shape: Hors convention: row'],
    ['shape', 'Rouge : annulé', 'shape: Rouge : annulé: row'],
    ['A1', 'En jaune : lignes à exclure', 'sheet: En jaune : lignes à exclure: row'],
    ['D2', 'Ne pas compter', 'heading: Ne pas compter: row'],
    ['D2', 'Colonne à ignorer', 'heading: Colonne à ignorer: row'],
    ['D3', 'EJ annulé le 3 mars', 'row: EJ annulé le 3 mars: whole'],
    ['A4', 'À vérifier', 'row: À vérifier: row'],
    ['B4', 'Ne pas tenir compte', 'row: Ne pas tenir compte: whole'],
    ['C3', 'Pas encore engagé', 'row: Pas encore engagé: whole'],
  ])('%s: %s', (place, text, expected) => expect(beside({ [place]: text })).toEqual([expected]));

  test.each<[string, string]>([
    ['A2', 'Numéro à dix chiffres donné par Chorus'],
    ['D2', 'Montant TTC, hors avenants annulés'],
    ['D2', 'Ne pas compter la révision des prix'],
    ['shape', 'Pour une ligne annulée, inscrire « Annulé » dans la colonne de l’état.'],
    ['page', 'Direction générale des entreprises – Exercice 2023'],
    ['page', 'Convention DGEFP-DGE 2023'],
    ['D3', 'Devis reçu, conforme'],
  ])('%s: %s: nothing', (place, text) => expect(beside({ [place]: text })).toEqual([]));

  test('a status on each row settles a header, and no note on an operation', () => {
    const rows = [['Suivi'], [...HEADINGS, 'État'], ...ORDERS.map((row) => [...row, 'Notifié'])];
    expect(beside({ page: 'Engagements annulés' }, rows)).toEqual([]);
    expect(beside({ D3: 'EJ annulé' }, rows)).toEqual(['row: EJ annulé: whole']);
  });
});

test('a text box on a sheet of notes, without a cell', () => {
  const workbook = workbookOf({ name: 'Suivi', rows: LEDGER }, { name: 'Lisez-moi', rows: [] });
  expect(found(withTexts(workbook, 'Lisez-moi', { shape: 'Montants en k€' }))).toEqual([
    'undefined: Montants en k€: amount',
  ]);
});

test('a note on each of two tables side by side', () => {
  const rows = [
    [...HEADINGS.slice(0, 4), null, ...HEADINGS.slice(0, 4)],
    ...ORDERS.map((row) => [
      ...row.slice(0, 4),
      null,
      ...row.slice(0, 1).map((ej) => `${ej}`.replace('14', '15')),
      ...row.slice(1, 4),
    ]),
  ];
  expect(beside({ I2: 'EJ annulé' }, rows)).toEqual(['row: EJ annulé: whole']);
  expect(beside({ I1: 'En k€' }, rows)).toEqual(['heading: En k€: amount']);
});
