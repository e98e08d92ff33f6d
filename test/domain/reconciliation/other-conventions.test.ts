/** Lines of Chorus that another convention committed or paid on an EJ that the ledger names. */
import { groupText, reconciled } from '../../support/reconciliation';

test('lines of another convention leave an EJ that ours explain, even where they add up to zero', () => {
  const { groups } = reconciled(
    `imputation | axe 2 | EJ | date EJ | AE
    juste | PDE | 1400000001 | 15/02/2023 | 100,00`,
    `mouvement | codes | activité | EJ | date | montant
    engagement | juste |              | 1400000001 | 15/02/2023 | 100,00
    engagement | juste | 010300000108 | 1400000001 | 15/02/2023 | 5,00
    retrait    | juste | 010300000108 | 1400000001 | 15/02/2023 | -5,00`,
  );
  expect(groups.map(groupText)).toEqual(['matched ejAmount: 1 = 1', 'outsideConvention:  = 2, 3']);
});

test.each`
  amount      | of            | groups                                                        | why
  ${'100,00'} | ${'notre EJ'} | ${['codesDiffer ejAmount: 1 = 1', 'outsideConvention:  = 2']} | ${'the EJ of the ledger, under the codes of another convention'}
  ${'90,00'}  | ${'notre EJ'} | ${['amountDiffers ej: 1 = 1', 'outsideConvention:  = 2']}     | ${'and of another amount'}
`('another convention has $why', ({ amount, groups }) => {
  const found = reconciled(
    `imputation | axe 2 | EJ | date EJ | AE
    juste | PDE | 1400000001 | 15/02/2023 | 100,00`,
    `mouvement | codes | activité | EJ | date | montant
    engagement | juste | 010300000108 | 1400000001 | 15/02/2023 | ${amount}
    engagement | juste | 010300000108 | 1400000002 | 15/02/2023 | 100,00`,
  );
  expect(found.groups.map(groupText)).toEqual(groups);
});

test.each`
  ours        | theirs      | groups                                                             | why
  ${'90,00'}  | ${'5,00'}   | ${['amountDiffers ej: 1 = 1', 'outsideConvention:  = 2']}          | ${'they explain nothing: our own line differs'}
  ${'90,00'}  | ${'10,00'}  | ${['codesDiffer ej: 1 = 2, 1']}                                    | ${'together they are the amount of the row'}
  ${'100,00'} | ${'10,00'}  | ${['matched ejAmount: 1 = 1', 'outsideConvention:  = 2']}          | ${'our own line is the amount of the row'}
  ${'0,00'}   | ${'100,00'} | ${['codesDiffer ejAmount: 1 = 2', 'notCompared (noAmount):  = 1']} | ${'ours is of nothing: theirs is the amount of the row'}
`(
  'a commitment of 100,00, ours of $ours and another convention’s of $theirs on its EJ: $why',
  ({ ours, theirs, groups }) => {
    const found = reconciled(
      `imputation | axe 2 | EJ | date EJ | AE
    juste | PDE | 1400000001 | 15/02/2023 | 100,00`,
      `mouvement | codes | axe 2 | activité | EJ | date | montant
    engagement | juste | PDE | | 1400000001 | 15/02/2023 | ${ours as string}
    engagement | juste | | 010300000108 | 1400000001 | 15/02/2023 | ${theirs as string}`,
    );
    expect(found.groups.map(groupText)).toEqual(groups);
  },
);

test.each`
  dpOfRow         | amount      | groups                                              | why
  ${'0100000001'} | ${'90,00'}  | ${['amountDiffers dp: 1 = 1']}                      | ${'the same DP: one payment that differs'}
  ${''}           | ${'90,00'}  | ${['notInChorus: 1 = ', 'outsideConvention:  = 1']} | ${'the EJ alone, and another amount: their own payment'}
  ${''}           | ${'100,00'} | ${['codesDiffer ejAmount: 1 = 1']}                  | ${'the EJ alone, and the amount of the row'}
`(
  'a payment of 100,00 on « $dpOfRow », one of another convention of $amount on its EJ: $why',
  ({ dpOfRow, amount, groups }) => {
    const found = reconciled(
      `imputation | axe 2 | EJ | payé le | CP | DP
    juste | PDE | 1400000001 | 15/03/2023 | 100,00 | ${dpOfRow as string}`,
      `mouvement | codes | activité | EJ | DP | date | montant
    paiement | juste | 010300000108 | 1400000001 | 0100000001 | 15/03/2023 | ${amount as string}`,
    );
    expect(found.groups.map(groupText)).toEqual(groups);
  },
);

test('a row without an EJ makes no line of another convention ours', () => {
  const { groups } = reconciled(
    `imputation | axe 2 | EJ | date EJ | AE
    juste | PDE | | 15/02/2023 | 10,00`,
    `mouvement | codes | activité | EJ | date | montant
    engagement | juste | 010300000108 | | 15/02/2023 | 10,00`,
  );
  expect(groups.map(groupText)).toEqual(['notInChorus: 1 = ', 'outsideConvention:  = 1']);
});

test('what another convention committed and withdrew on an EJ that ours only pays is its own', () => {
  const { groups, findings } = reconciled(
    `imputation | axe 2 | EJ | payé le | CP
    juste | PDE | 1400000001 | 15/03/2023 | 10,00`,
    `mouvement | codes | axe 2 | activité | EJ | date | montant
    engagement | juste |     | 010300000108 | 1400000001 | 15/02/2023 | 5,00
    retrait    | juste |     | 010300000108 | 1400000001 | 15/02/2023 | -5,00
    paiement   | juste | PDE |              | 1400000001 | 15/03/2023 | 10,00`,
  );
  expect(groups.map(groupText)).toEqual(['matched ejAmount: 1 = 3', 'outsideConvention:  = 1, 2']);
  expect(findings).toEqual([]);
});

test.each`
  axis       | judged                                 | why
  ${'PDE'}   | ${'notInLedger:  = 2, CHO-02'}         | ${'an envelope of the convention'}
  ${'Autre'} | ${'notCompared (codesNotGiven):  = 2'} | ${'no envelope of it'}
  ${''}      | ${'notCompared (codesNotGiven):  = 2'} | ${'nothing'}
`('a line whose only code is axe 2 « $axis », on an EJ that the ledger does not know: $why', ({ axis, judged }) => {
  const { groups, findings } = reconciled(
    `imputation | axe 2 | EJ | date EJ | AE
    juste | PDE | 1400000001 | 15/02/2023 | 10,00`,
    `mouvement | EJ | axe 2 | date | montant
    engagement | 1400000001 | PDE | 15/02/2023 | 10,00
    engagement | 1400000009 | ${String(axis)} | 16/02/2023 | 90,00`,
  );
  expect([...groups.map(groupText).slice(1), ...findings.map(({ rule }) => rule)].join(', ')).toBe(judged);
});
