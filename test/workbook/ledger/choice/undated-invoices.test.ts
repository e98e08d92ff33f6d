/** Lists of invoices beside a ledger: those that nothing shows to be paid are left out of it (LEC-01). */
import type { CellValue } from '../../../../src/workbook/cells';
import { chooseLedgers } from '../../../../src/workbook/ledger/choice/choose-ledgers';
import { areUndatedInvoices } from '../../../../src/workbook/ledger/choice/undated-invoices';
import { findLedgers } from '../../../../src/workbook/ledger/find-ledger';
import { workbookOf } from '../../../support/ledgers/workbook-of';

const DAY = 45_000;
const BOTH = ['Enveloppe', 'N° EJ', 'Date EJ', 'Objet', 'Montant AE', 'N° DP', 'Date paiement', 'Montant CP'];
const COMMITTED = ['Enveloppe', 'N° EJ', 'Date EJ', 'Objet', 'Montant AE'];
const EJ: readonly CellValue[] = ['PDE', '1405700011', DAY, 'Étude', 10_000, '100050001', DAY + 40, 4_000];

/** `counted`, or why the list is left out. */
function outcome(sheet: string, headings: string, ledger: readonly string[]): string {
  const values: Readonly<Record<string, CellValue>> = {
    ...{ 'N° EJ': '1405700011', Fournisseur: 'Octo', 'N° DP': '100050002', 'N° facture': 'F-118' },
    ...{ 'Montant TTC': 300, Objet: 'Étude', 'Montant CP': 300, Statut: 'Payée' },
  };
  const names = headings.split(' | ');
  const row = names.map((name): CellValue => values[name] ?? DAY + 60);
  const workbook = workbookOf(
    { name: 'Suivi', rows: [ledger, EJ.slice(0, ledger.length)] },
    { name: sheet, rows: [names, row] },
  );
  const choice = chooseLedgers(workbook, findLedgers(workbook), []);
  if (!choice.ok) return choice.failure.code;
  if (choice.value.chosen.some(({ name }) => name === sheet)) return 'counted';
  return choice.value.left.find(({ name }) => name === sheet)?.why ?? 'no table of operations';
}

/** The amounts of such a sheet: « AE » or « CP », with « paid » when its day is that of the payment. */
function readAs(sheet: string, heading = 'Montant'): string {
  const rows: CellValue[][] = [
    ['N° EJ', 'Axe 2', 'Date', heading],
    ...[1, 2, 3].map((cents) => ['1405700011', 'PDE', DAY, 100 + cents]),
  ];
  const [found] = findLedgers(workbookOf({ name: sheet, rows }))[0]?.blocks ?? [];
  if (!found) return 'nothing';
  const { columns } = found.block;
  return (['ae', 'cp', 'paymentDate'] as const).filter((field) => columns.has(field)).join(' ');
}

const LIST = 'N° facture | Fournisseur | Date | Montant TTC | N° EJ';

test.each`
  sheet                       | headings                                                 | ledger       | expected
  ${'Factures en attente'}    | ${LIST}                                                  | ${BOTH}      | ${'doubtful'}
  ${'Factures à payer'}       | ${LIST}                                                  | ${BOTH}      | ${'doubtful'}
  ${'Factures non payées'}    | ${LIST}                                                  | ${BOTH}      | ${'doubtful'}
  ${'Factures rejetées'}      | ${LIST}                                                  | ${BOTH}      | ${'doubtful'}
  ${'Factures reçues'}        | ${LIST}                                                  | ${BOTH}      | ${'doubtful'}
  ${'Registre factures'}      | ${LIST}                                                  | ${BOTH}      | ${'doubtful'}
  ${'Suivi factures'}         | ${LIST}                                                  | ${BOTH}      | ${'doubtful'}
  ${'Impayés'}                | ${LIST}                                                  | ${BOTH}      | ${'doubtful'}
  ${'DP à faire'}             | ${LIST}                                                  | ${BOTH}      | ${'doubtful'}
  ${'DP à faire'}             | ${'N° DP | Fournisseur | Date | Montant CP | N° EJ'}     | ${BOTH}      | ${'doubtful'}
  ${'Factures en attente'}    | ${'N° facture | Date facture | Montant TTC | N° EJ'}     | ${BOTH}      | ${'doubtful'}
  ${'Factures non parvenues'} | ${'N° EJ | Objet | Date | Montant TTC'}                  | ${BOTH}      | ${'doubtful'}
  ${'Factures payées'}        | ${LIST}                                                  | ${BOTH}      | ${'counted'}
  ${'Paiements'}              | ${LIST}                                                  | ${BOTH}      | ${'counted'}
  ${'Factures'}               | ${LIST}                                                  | ${COMMITTED} | ${'counted'}
  ${'Factures'}               | ${'N° facture | Date de paiement | Montant TTC | N° EJ'} | ${BOTH}      | ${'counted'}
  ${'Factures en attente'}    | ${'N° DP | Date de paiement | Montant CP | N° EJ'}       | ${BOTH}      | ${'counted'}
  ${'Factures'}               | ${'N° facture | Date | Montant TTC | N° EJ | Statut'}    | ${BOTH}      | ${'counted'}
  ${'Factures'}               | ${'N° facture | N° DP | Date | Montant CP | N° EJ'}      | ${BOTH}      | ${'counted'}
`('« $headings » on « $sheet »: $expected', ({ sheet, headings, ledger, expected }) => {
  expect(outcome(sheet as string, headings as string, ledger as readonly string[])).toBe(expected);
});

test.each`
  sheet                     | nature
  ${'Suivi'}                | ${'ae'}
  ${'Dépenses'}             | ${'ae'}
  ${'Engagements'}          | ${'ae'}
  ${'EJ soldés'}            | ${'ae'}
  ${'Virements de crédits'} | ${'ae'}
  ${'Paiements'}            | ${'cp paymentDate'}
  ${'Versements'}           | ${'cp paymentDate'}
  ${'Acomptes'}             | ${'cp paymentDate'}
  ${'Avances'}              | ${'cp paymentDate'}
  ${'Virements'}            | ${'cp paymentDate'}
  ${'Règlements'}           | ${'cp paymentDate'}
`('« N° EJ | Date | Montant » on « $sheet »: $nature', ({ sheet, nature }) => {
  expect(readAs(sheet as string)).toBe(nature);
});

test.each([
  ...['Impayés', 'Non payés', 'À payer', 'Charges à payer', 'CAP', 'Solde à payer'],
  ...['CP à payer', 'DP à émettre', 'CP restants', 'CP attendus', 'CP non payés', 'Échéancier CP', 'Échéances'],
  ...['Prochains paiements', 'Paiements à venir', 'Services faits', 'Liquidations', 'Intérêts moratoires'],
  ...['Retenues de garantie', 'Régularisations', 'Soldes'],
])('« %s » is not what was committed, nor paid', (sheet) => {
  expect(outcome(sheet, 'N° EJ | Date | Montant TTC', BOTH)).toBe('doubtful');
});

test.each([
  ['Dépenses', 'Date EJ'],
  ['Versements', 'Date'],
  ['Suivi 2', 'Date EJ'],
  ['Acomptes', 'Date'],
])('« %s » is a part of the ledger', (sheet, date) => {
  expect(outcome(sheet, `N° EJ | ${date} | Montant TTC`, BOTH)).toBe('counted');
});

test('« Services faits » with the days of its payments is a part of the ledger', () => {
  expect(outcome('Services faits', 'N° EJ | Date de paiement | Montant CP', BOTH)).toBe('counted');
});

test.each([
  ...['Versements', 'Divers', 'Feuil3', 'Compléments', 'CP'].map((sheet) => [sheet, 'counted'] as const),
  ...['Services faits', 'Retenues', 'CP à payer'].map((sheet) => [sheet, 'doubtful'] as const),
])('« Date | Montant CP » on a sheet « %s »: %s', (sheet, expected) => {
  expect(readAs(sheet, 'Montant CP')).toBe('cp paymentDate');
  expect(outcome(sheet, 'N° EJ | Date | Montant CP', BOTH)).toBe(expected);
});

test.each([
  ['Factures PDE', true],
  ['Suivi des factures', true],
  ['Factures payées', false],
  ['Paiements PDE', false],
])('« Titulaire | Objet | Date | Montant » on « %s » may be unpaid: %s', (name, expected) => {
  const rows = [1, 2, 3].map((cents) => ['Octo', 'Étude', DAY + cents, 100 + cents]);
  const [found] = findLedgers(workbookOf({ name, rows: [['Titulaire', 'Objet', 'Date', 'Montant'], ...rows] }));
  expect(found?.blocks.some((block) => areUndatedInvoices(block, name))).toBe(expected);
});

test.each(['Avoirs', 'Notes de crédit', 'Pénalités', 'Remboursements', 'Trop-perçus', 'Remises', 'Rabais'])(
  'the amounts of a sheet « %s » lower the payments, and not the commitments',
  (sheet) => {
    expect(readAs(sheet)).toBe('cp paymentDate');
  },
);

test.each([
  ['Payments', 'cp paymentDate'],
  ['Commitments', 'ae'],
  ['Purchase orders', 'ae'],
])('« Amount » on a sheet « %s »: %s', (sheet, expected) => {
  expect(readAs(sheet, 'Amount')).toBe(expected);
});
