/** Columns after the CP that are payments of their own: they are in no figure, and are reported, whatever they equal. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { describeFinding } from '../../../../src/messages/describe-finding';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

const HEADINGS = ['N° EJ', 'Enveloppe', 'Date EJ', 'Montant AE', 'Montant CP', 'Date de paiement'];
/** 13/05/2023 and 14/05/2023. */
const [FIRST, SECOND] = [45_059, 45_060];

function read(further: readonly string[], amounts: readonly (readonly CellValue[])[]) {
  const [one = [], other = []] = amounts;
  const rows: CellValue[][] = [
    [...HEADINGS, ...further],
    ['1405135458', 'PDE', 45_019, 50_000, 20_000, FIRST, ...one],
    ['1405135459', 'SF', 45_020, 9000, 4000, SECOND, ...other],
  ];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report, dossier } = controlledAt(opened.value, isoDate('2023-12-31'));
  const paid = report.balances.figures({ envelope: '*', line: null }, 'CP').consumed?.cents ?? null;
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  const words = errors.map((one) => describeFinding(one, dossier.convention, 'fr').message.replace(/\s/gu, ' '));
  return { paid, errors: errors.map(({ rule }, at) => `${rule} ${words[at]?.split(' : ')[0] ?? ''}`) };
}

const REST = [[30_000], [5000]];
const SAME = [[20_000], [4000]];

test.each`
  heading         | amounts             | what
  ${'CP suite'}   | ${REST}             | ${'the rest'}
  ${'CP suite'}   | ${SAME}             | ${'the CP'}
  ${'Échéance 2'} | ${REST}             | ${'the rest'}
  ${'Échéance 2'} | ${SAME}             | ${'the CP'}
  ${'CP bis'}     | ${REST}             | ${'the rest'}
  ${'DP 2'}       | ${[[3000], [2000]]} | ${'few round amounts'}
`('« $heading » over $what is reported', ({ heading, amounts }) => {
  expect(read([heading], amounts)).toEqual({ paid: 2_400_000, errors: [`LEC-03 Colonne « ${heading} »`] });
});

test.each`
  heading            | amounts
  ${'Reste à payer'} | ${REST}
  ${'Solde'}         | ${REST}
  ${'Solde 2'}       | ${REST}
  ${'DP 2'}          | ${[[5_000_123_456], [5_000_123_457]]}
`('« $heading » is no payment', ({ heading, amounts }) => {
  expect(read([heading], amounts)).toEqual({ paid: 2_400_000, errors: [] });
});

const COPY = [
  [20_000, FIRST],
  [4000, SECOND],
];

test.each`
  further                                   | amounts                               | paid         | errors
  ${['Montant CP 2', 'Date de paiement 2']} | ${COPY}                               | ${2_400_000} | ${['LEC-03 Colonne « Montant CP 2 »']}
  ${['CP bis', 'Date de paiement bis']}     | ${COPY}                               | ${2_400_000} | ${['LEC-03 Colonne « CP bis »']}
  ${['Montant CP 2', 'Date de paiement 2']} | ${[[20_000, SECOND], [4000, SECOND]]} | ${4_800_000} | ${[]}
  ${['Montant CP 2', 'Date de paiement 2']} | ${[[null, null], [4000, SECOND]]}     | ${2_800_000} | ${[]}
`('$further: a copy of the payments counts once, and is reported', ({ further, amounts, paid, errors }) => {
  expect(read(further, amounts)).toEqual({ paid, errors });
});
