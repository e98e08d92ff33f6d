/** Lines under a ledger that are no operations: a signature, and what an amount above contains. */
import { openDossier } from '../../../../src/application/open-dossier';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

const DAY = 45_000;
const LEDGER: readonly (readonly CellValue[])[] = [
  ['Enveloppe', 'N° EJ', 'Date EJ', 'Objet', 'Montant AE'],
  ['PDE', '1400000001', DAY, 'Étude', 10_000],
  ['PDE', '1400000002', DAY + 4, 'Audit', 6_000],
];

/** The rows that are operations, as people count them, and their AE in euros. */
function operations(...under: readonly (readonly CellValue[])[]): string {
  const workbook = workbookOf({ name: 'Suivi', rows: [...LEDGER, ...under] });
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) return opened.failure.code;
  const { rows } = opened.value.ledger;
  return rows.map(({ ae }) => (ae.kind === 'amount' ? ae.cents / 100 : ae.kind)).join(', ');
}

test.each`
  under                                                              | expected
  ${[[], ['', '', '', '', 'Fait à Paris, le 31/12/2023']]}           | ${'10000, 6000'}
  ${[[], ['', '', '', '', 'À Paris, le 3 janvier 2024']]}            | ${'10000, 6000'}
  ${[[], ['', '', '', '', 'Point fait avec le CSP le 12/03']]}       | ${'10000, 6000'}
  ${[[], ['', '', '', '', 'environ 12 000']]}                        | ${'10000, 6000, unreadable'}
  ${[[], ['', '', '', 'Dont avenant', 2_000]]}                       | ${'10000, 6000'}
  ${[[], ['', '', '', 'Avenant', 2_000]]}                            | ${'10000, 6000, 2000'}
  ${[[], ['PDE', '1400000003', DAY, 'Dont avenant', 2_000]]}         | ${'10000, 6000, 2000'}
  ${[[], ['PDE', '1400000003', DAY, 'Étude', 'Fait à Lyon, 5 000']]} | ${'10000, 6000, unreadable'}
`('$under: $expected', ({ under, expected }) => {
  expect(operations(...(under as readonly (readonly CellValue[])[]))).toBe(expected);
});

test.each`
  note                                               | expected
  ${'NB : attente réponse du délégant sur 12 000 €'} | ${'10000, 6000'}
  ${'Voir aussi avec le titulaire l’EJ 1400000001'}  | ${'10000, 6000'}
  ${'Retenue de 1 234,56 € en attente du procès'}    | ${'10000, 6000'}
  ${'14000000'}                                      | ${'10000, 6000, absent'}
  ${'EJ 140000000X à vérifier'}                      | ${'10000, 6000, absent'}
`('alone under « N° EJ », among the rows, $note: $expected', ({ note, expected }) => {
  expect(operations([null, note as string], ['PDE', '1400000009', DAY, 'Étude', 500])).toBe(`${expected}, 500`);
});

test.each`
  note                                 | rows
  ${'Point fait avec le CSP le 12/03'} | ${2}
  ${'Réunion du 12/03/2023'}           | ${2}
  ${'voir la DP 0100000009 du lot 2'}  | ${2}
  ${'0100000009'}                      | ${3}
`('alone under « N° DP », among the payments, $note: $rows rows', ({ note, rows }) => {
  const payments = [
    ['N° DP', 'N° EJ', 'Enveloppe', 'Date de paiement', 'Montant CP'],
    ['0100000001', '1400000001', 'PDE', DAY, 100],
    [note as string, null, null, null, null],
    ['0100000002', '1400000001', 'PDE', DAY + 1, 50],
  ];
  const sheets = [
    { name: 'EJ', rows: LEDGER },
    { name: 'DP', rows: payments },
  ] as const;
  const opened = openDossier(workbookOf(...sheets), { convention: convention2023() });
  expect(opened.ok && opened.value.ledger.rows.length - 2).toBe(rows);
});
