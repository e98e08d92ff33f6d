/** Payments that the ledger and Chorus put on different EJ under one DP number: the restes à payer of both are wrong. */
import { describeFinding } from '../../../src/messages/describe-finding';
import { convention2023 } from '../../support/conventions';
import { findingText, groupText, reconciled } from '../../support/reconciliation';

const LEDGER = 'imputation | axe 2 | EJ | payé le | DP | CP\n';
const LINES = 'mouvement | codes | axe 2 | EJ | DP | poste DP | date | montant\n';

const row = (ej: string, dp: string, amount: string): string => `juste | PDE | ${ej} | 15/03/2023 | ${dp} | ${amount}`;
const line = (ej: string, dp: string, amount: string): string =>
  `paiement | juste | PDE | ${ej} | ${dp} | | 15/03/2023 | ${amount}`;

const [EJ_1, EJ_2, EJ_3] = ['1400000001', '1400000002', '1400000003'];
const [DP_1, DP_2] = ['0100000001', '0100000002'];

interface Case {
  readonly rows: readonly string[];
  readonly lines: readonly string[];
  readonly groups: readonly string[];
  readonly findings: readonly string[];
}

test.each<[string, Case]>([
  [
    'one payment on another EJ',
    {
      rows: [row(EJ_2, DP_1, '10,00')],
      lines: [line(EJ_1, DP_1, '10,00')],
      groups: ['codesDiffer dp: 1 = 1'],
      findings: ['CHO-04 error 1 ejNumber'],
    },
  ],
  [
    'two payments whose EJ are crossed',
    {
      rows: [row(EJ_1, DP_1, '10,00'), row(EJ_2, DP_2, '10,00')],
      lines: [line(EJ_2, DP_1, '10,00'), line(EJ_1, DP_2, '10,00')],
      groups: ['codesDiffer dp: 1 = 1', 'codesDiffer dp: 2 = 2'],
      findings: ['CHO-04 error 1 ejNumber', 'CHO-04 error 2 ejNumber'],
    },
  ],
  [
    'one payment that Chorus splits between two EJ, and the row puts on one',
    {
      rows: [row(EJ_1, DP_1, '30,00')],
      lines: [line(EJ_1, DP_1, '10,00'), line(EJ_2, DP_1, '20,00')],
      groups: ['codesDiffer dp: 1 = 1, 2'],
      findings: ['CHO-04 error 1 ejNumber'],
    },
  ],
  [
    'another EJ and another amount are two faults',
    {
      rows: [row(EJ_1, DP_1, '30,00')],
      lines: [line(EJ_2, DP_1, '20,00')],
      groups: ['amountDiffers dp: 1 = 1'],
      findings: ['CHO-03 error 1 cp', 'CHO-04 error 1 ejNumber'],
    },
  ],
  [
    'one payment of two EJ with equal amounts, as in Chorus',
    {
      rows: [row(EJ_1, DP_1, '10,00'), row(EJ_2, DP_1, '10,00')],
      lines: [line(EJ_2, DP_1, '10,00'), line(EJ_1, DP_1, '10,00')],
      groups: ['matched dp: 1, 2 = 1, 2'],
      findings: [],
    },
  ],
  [
    'one payment of two EJ, one of which lacks a cent: the other is found on its own EJ',
    {
      rows: [row(EJ_1, DP_1, '10,00'), row(EJ_2, DP_1, '10,01')],
      lines: [line(EJ_2, DP_1, '10,00'), line(EJ_1, DP_1, '10,00')],
      groups: ['matched dp: 1 = 2', 'amountDiffers dp: 2 = 1'],
      findings: ['CHO-03 error 2 cp'],
    },
  ],
  [
    'one payment of two EJ in parts: the parts of an EJ are added up first',
    {
      rows: [row(EJ_1, DP_1, '10,00'), row(EJ_2, DP_1, '10,01')],
      lines: [line(EJ_2, DP_1, '6,00'), line(EJ_1, DP_1, '6,00'), line(EJ_2, DP_1, '4,00'), line(EJ_1, DP_1, '4,00')],
      groups: ['matched dp: 1 = 4, 2', 'amountDiffers dp: 2 = 3, 1'],
      findings: ['CHO-03 error 2 cp'],
    },
  ],
  [
    'one payment of two EJ, both of which differ: each beside its own EJ',
    {
      rows: [row(EJ_1, DP_1, '30,00'), row(EJ_2, DP_1, '10,00')],
      lines: [line(EJ_1, DP_1, '9,00'), line(EJ_2, DP_1, '29,00')],
      groups: ['amountDiffers dp: 1 = 1', 'amountDiffers dp: 2 = 2'],
      findings: ['CHO-03 error 1 cp', 'CHO-03 error 2 cp'],
    },
  ],
  [
    'a number that is absent, or is none, is not compared',
    {
      rows: [row('', DP_1, '10,00'), row('à venir', DP_2, '20,00'), row(EJ_3, '0100000003', '30,00')],
      lines: [line(EJ_1, DP_1, '10,00'), line(EJ_2, DP_2, '20,00'), line('', '0100000003', '30,00')],
      groups: ['matched dp: 1 = 1', 'matched dp: 2 = 2', 'matched dp: 3 = 3'],
      findings: [],
    },
  ],
])('%s', (_, { rows, lines, groups, findings }) => {
  const found = reconciled(LEDGER + rows.join('\n'), LINES + lines.join('\n'));
  expect(found.groups.map(groupText)).toEqual(groups);
  expect(found.findings.map(findingText)).toEqual(findings);
});

test.each(['fr', 'en'] as const)('the finding gives both EJ and what to do, in %s', (language) => {
  const { findings } = reconciled(LEDGER + row(EJ_2, DP_1, '10,00'), LINES + line(EJ_1, DP_1, '10,00'));
  const messages = findings.map((finding) => describeFinding(finding, convention2023(), language));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatchObject({ found: EJ_2, expected: EJ_1 });
  const side = { fr: [/dans le suivi/, /bon EJ dans Chorus/], en: [/in the ledger/, /right EJ in Chorus/] }[language];
  for (const text of side) expect(messages[0]?.message).toMatch(text);
});

test.each([
  ['0100000012', '0100000021', ['CHO-04 warning 1 dpNumber']],
  ['0100000012', '0100000013', []],
  ['0100000012', '', []],
])(
  'one payment of one EJ, of one amount and day, under DP %s in the ledger and %s in Chorus: %j',
  (one, other, found) => {
    const { findings } = reconciled(LEDGER + row(EJ_1, one, '10,00'), LINES + line(EJ_1, other, '10,00'));
    expect(findings.map(findingText)).toEqual(found);
  },
);
