/**
 * Two extracts of one shape, of June and of December. A poste of an EJ, or a DP, that changed in between is in each:
 * the newer alone is compared, whatever the names of the files and the order in which they are given.
 */
import { describeCoverage } from '../../../../src/messages/describe-coverage';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { ChorusShape } from '../../../../src/domain/reconciliation/extract';
import { extractOf } from '../../../support/ledgers/extract-builder';
import { groupText, reconciled } from '../../../support/reconciliation';

const ENGAGED = (text: string): string =>
  `mouvement | codes | axe 2 | EJ | poste EJ | date | montant\n${text.replace(/^/gm, 'engagement | juste | ')}`;
const PAID = (text: string): string =>
  `mouvement | codes | axe 2 | EJ | DP | poste DP | exercice | date | montant\n${text.replace(/^/gm, 'paiement | juste | ')}`;

/** The amounts of both extracts, by what becomes of them; those of June have a star. */
function fates(june: string, december: string, shape: ChorusShape, days: readonly [string, string]): readonly string[] {
  const [older, newer] = [
    extractOf(june, { source: 'juin.csv', shape }),
    extractOf(december, { source: 'décembre.csv', shape }),
  ].map((extract, at) => ({ ...extract, updated: isoDate(days[at] ?? '') }));
  const orders = [[older, newer] as const, [newer, older] as const].map((extracts) =>
    reconciled(
      'imputation | axe 2 | EJ | AE',
      extracts.flatMap((extract) => extract ?? []),
    )
      .groups.flatMap(({ status, why, lines }) =>
        lines.map(
          ({ extract, cents }) =>
            `${extracts[extract]?.source === 'juin.csv' ? '*' : ''}${cents / 100} ${why ?? status}`,
        ),
      )
      .sort(),
  );
  expect(orders[1]).toEqual(orders[0]);
  return orders[0] ?? [];
}

const DAYS = ['2023-06-30', '2023-12-15'] as const;
const ONE_DAY = ['2023-06-30', '2023-06-30'] as const;
const GIVEN = 'otherExtract';
const COMPARED = 'notInLedger';
const SAME = 'PDE | 1400000009 | 1 | 02/02/2023 | 7,00\n';

test.each<[string, string, string, ChorusShape, readonly [string, string], readonly string[]]>([
  [
    'the poste of an EJ grew',
    `${SAME}PDE | 1400000001 | 1 | 15/03/2023 | 8 000,00`,
    `${SAME}PDE | 1400000001 | 1 | 15/03/2023 | 8 200,00`,
    'nationalAe',
    DAYS,
    ['*8000 replaced', `*7 ${GIVEN}`, `7 ${COMPARED}`, `8200 ${COMPARED}`],
  ],
  [
    'its movement of June is gone in December',
    `${SAME}PDE | 1400000001 | 1 | 15/03/2023 | 8 000,00\nPDE | 1400000001 | 1 | 15/03/2023 | -500,00`,
    `${SAME}PDE | 1400000001 | 1 | 15/03/2023 | 8 000,00`,
    'infBud53Ae',
    DAYS,
    ['*-500 replaced', `*7 ${GIVEN}`, `*8000 ${GIVEN}`, `7 ${COMPARED}`, `8000 ${COMPARED}`],
  ],
  [
    'a movement was added to what June has',
    `${SAME}PDE | 1400000001 | 1 | 15/03/2023 | 8 000,00`,
    `${SAME}PDE | 1400000001 | 1 | 15/03/2023 | 8 000,00\nPDE | 1400000001 | 1 | 15/03/2023 | -500,00`,
    'nationalAe',
    DAYS,
    [`*7 ${GIVEN}`, `*8000 ${GIVEN}`, `-500 ${COMPARED}`, `7 ${COMPARED}`, `8000 ${COMPARED}`],
  ],
  [
    'another poste of the EJ is another commitment',
    `${SAME}PDE | 1400000001 | 1 | 15/03/2023 | 8 000,00`,
    `${SAME}PDE | 1400000001 | 1 | 15/03/2023 | 8 000,00\nPDE | 1400000001 | 2 | 15/03/2023 | 200,00`,
    'nationalAe',
    DAYS,
    [`*7 ${GIVEN}`, `*8000 ${GIVEN}`, `200 ${COMPARED}`, `7 ${COMPARED}`, `8000 ${COMPARED}`],
  ],
  [
    'nothing shows which of the two is newer',
    `${SAME}PDE | 1400000001 | 1 | 15/03/2023 | 8 000,00`,
    `${SAME}PDE | 1400000001 | 1 | 15/03/2023 | 8 200,00`,
    'nationalAe',
    ONE_DAY,
    ['*8000 otherAmount', `*7 ${GIVEN}`, `7 ${COMPARED}`, `8200 ${COMPARED}`],
  ],
  [
    'December has nothing else of June: it may be the rest of a list',
    'PDE | 1400000001 | 1 | 15/03/2023 | 8 000,00',
    'PDE | 1400000001 | 1 | 15/03/2023 | 8 200,00',
    'nationalAe',
    DAYS,
    ['*8000 otherAmount', `8200 ${COMPARED}`],
  ],
  [
    'the extracts of two enveloppes share a poste',
    'PDE | 1400000001 | 1 | 15/03/2023 | 8 000,00',
    'SF | 1400000001 | 1 | 15/03/2023 | 200,00',
    'nationalAe',
    DAYS,
    [`*8000 ${COMPARED}`, `200 ${COMPARED}`],
  ],
  [
    'the movements of a journal add up',
    `${SAME}PDE | 1400000001 | 1 | 15/03/2023 | 8 000,00`,
    `${SAME}PDE | 1400000001 | 1 | 15/09/2023 | 200,00`,
    'jp51',
    DAYS,
    [`*7 ${GIVEN}`, `*8000 ${COMPARED}`, `200 ${COMPARED}`, `7 ${COMPARED}`],
  ],
  [
    'two amounts of an earlier year contest nothing of this one',
    `${SAME}PDE | 1400000001 | 1 | 15/03/2022 | 8 000,00`,
    `${SAME}PDE | 1400000001 | 1 | 15/03/2022 | 8 200,00`,
    'nationalAe',
    ONE_DAY,
    ['*8000 outsideCreditYear', `*7 ${GIVEN}`, `7 ${COMPARED}`, '8200 outsideCreditYear'],
  ],
])('commitments: %s', (_, june, december, shape, days, expected) => {
  expect(fates(ENGAGED(june), ENGAGED(december), shape, days)).toEqual([...expected].sort());
});

const PAID_BEFORE = 'PDE | 1400000009 | 0100000009 | 1 | 2023 | 02/02/2023 | 7,00\n';

test.each<[string, string, string, readonly string[]]>([
  [
    'a DP whose last operation is later in December',
    `${PAID_BEFORE}PDE | 1400000001 | 0100000001 | 1 | 2023 | 05/05/2023 | 40,00`,
    `${PAID_BEFORE}PDE | 1400000001 | 0100000001 | 1 | 2023 | 09/09/2023 | 40,00`,
    ['*40 replaced', `*7 ${GIVEN}`, `40 ${COMPARED}`, `7 ${COMPARED}`],
  ],
  [
    'another DP of the EJ is another payment',
    `${PAID_BEFORE}PDE | 1400000001 | 0100000001 | 1 | 2023 | 05/05/2023 | 40,00`,
    `${PAID_BEFORE}PDE | 1400000001 | 0100000002 | 1 | 2023 | 09/09/2023 | 40,00`,
    [`*40 ${COMPARED}`, `*7 ${GIVEN}`, `40 ${COMPARED}`, `7 ${COMPARED}`],
  ],
  [
    'the DP of another exercice with the same number',
    `${PAID_BEFORE}PDE | 1400000001 | 0100000001 | 1 | 2022 | 05/05/2022 | 40,00`,
    `${PAID_BEFORE}PDE | 1400000001 | 0100000001 | 1 | 2023 | 09/09/2023 | 40,00`,
    ['*40 outsideCreditYear', `*7 ${GIVEN}`, `40 ${COMPARED}`, `7 ${COMPARED}`],
  ],
])('payments: %s', (_, june, december, expected) => {
  expect(fates(PAID(june), PAID(december), 'nationalCp', DAYS)).toEqual([...expected].sort());
});

test('a ledger that is right agrees with both extracts, and what is replaced is counted', () => {
  const result = reconciled(
    `imputation | axe 2 | EJ | date EJ | AE
     juste | PDE | 1400000009 | 02/02/2023 | 7,00
     juste | PDE | 1400000001 | 15/03/2023 | 8 200,00
     juste | PDE | 1400000002 | 01/10/2023 | 1,00`,
    [
      extractOf(ENGAGED(`${SAME}PDE | 1400000001 | 1 | 15/03/2023 | 8 000,00`), {
        source: 'juin',
        shape: 'nationalAe',
      }),
      extractOf(
        ENGAGED(`${SAME}PDE | 1400000001 | 1 | 15/03/2023 | 8 200,00\nPDE | 1400000002 | 1 | 01/10/2023 | 1,00`),
        { source: 'décembre', shape: 'nationalAe' },
      ),
    ],
  );
  expect(result.groups.map(groupText)).toEqual([
    'matched ejAmount: 1 = 1',
    'matched ejAmount: 2 = 2',
    'matched ejAmount: 3 = 3',
    'notCompared (otherExtract):  = 1',
    'notCompared (replaced):  = 2',
  ]);
  expect(describeCoverage(result, 'fr').headline.replace(/[\u00a0\u202f]/g, ' ')).toBe('Le suivi et Chorus concordent');
});
