/** Lines of Chorus that another convention committed or paid on an EJ that the ledger names. */
import { describeFinding } from '../../../src/messages/describe-finding';
import { convention2023 } from '../../support/conventions';
import { findingText, groupText, reconciled } from '../../support/reconciliation';

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

describe('a ledger without columns of codes is charged to the codes of the convention', () => {
  const committed = (codes: string, amount = '100,00'): string => `engagement | ${codes} | 1400000001 | ${amount}`;
  const OWN = '0103 | 0103-01-01 | 0103-CEFP-C002 | 010300000104';
  const OTHERS = '0134 | 0134-23-01 | 0134-CDGE-C001 | 013400000201';

  test.each`
    lines                                                                | groups                             | findings                                                   | why
    ${[committed(OWN)]}                                                  | ${['matched ejAmount: 1 = 1']}     | ${[]}                                                      | ${'the same codes'}
    ${[committed('103 | 103-01-01 | 0103-CEFP-C002 | 10300000104')]}     | ${['matched ejAmount: 1 = 1']}     | ${[]}                                                      | ${'by their other names'}
    ${[committed('0103 | 0103-01 | |')]}                                 | ${['matched ejAmount: 1 = 1']}     | ${[]}                                                      | ${'the action, which contradicts nothing'}
    ${[committed('| | |')]}                                              | ${['matched ejAmount: 1 = 1']}     | ${[]}                                                      | ${'no code'}
    ${[committed(OTHERS)]}                                               | ${['codesDiffer ejAmount: 1 = 1']} | ${['CHO-04 error 1 functionalDomain']}                     | ${'other credits'}
    ${[committed('| | 0134-CDGE-C001 |')]}                               | ${['codesDiffer ejAmount: 1 = 1']} | ${['CHO-04 error 1 financialCentre']}                      | ${'another centre financier'}
    ${[committed('134 | | |')]}                                          | ${['codesDiffer ejAmount: 1 = 1']} | ${['CHO-04 error 1 programme']}                            | ${'another programme'}
    ${[committed('| | | 010300000108')]}                                 | ${['codesDiffer ejAmount: 1 = 1']} | ${['CHO-04 error 1 activity']}                             | ${'another activité'}
    ${[committed(OWN, '60,00'), committed(OTHERS, '40,00')]}             | ${['codesDiffer ej: 1 = 2, 1']}    | ${['CHO-04 error 1 functionalDomain']}                     | ${'a part on other credits'}
    ${[committed(OWN), committed(OWN, '-100,00'), committed(OTHERS)]}    | ${['codesDiffer ej: 1 = 1, 2, 3']} | ${['CHO-04 error 1 functionalDomain']}                     | ${'moved to other credits'}
    ${[committed(OTHERS), committed(OTHERS, '-100,00'), committed(OWN)]} | ${['matched ejAmount: 1 = 3']}     | ${[]}                                                      | ${'moved to ours'}
    ${[committed('| | 0134-CDGE-C001 |', '90,00')]}                      | ${['amountDiffers ej: 1 = 1']}     | ${['CHO-03 error 1 ae', 'CHO-04 error 1 financialCentre']} | ${'of another amount too'}
  `('$why', ({ lines, groups, findings }: Record<'lines' | 'groups' | 'findings', readonly string[]>) => {
    const found = reconciled(
      `axe 2 | EJ | date EJ | AE
    PDE | 1400000001 | 15/02/2023 | 100,00`,
      `mouvement | programme | domaine | centre financier | activité | EJ | montant\n${lines.join('\n')}`,
    );
    expect(found.groups.map(groupText).filter((text) => !text.startsWith('outside'))).toEqual(groups);
    expect(found.findings.map(findingText)).toEqual(findings);
  });

  test('both findings name the cause', () => {
    const { findings } = reconciled(
      `axe 2 | EJ | date EJ | AE
    PDE | 1400000001 | 15/02/2023 | 100,00`,
      `mouvement | centre financier | EJ | montant\n engagement | 0134-CDGE-C001 | 1400000001 | 90,00`,
    );
    const said = findings.map((finding) => describeFinding(finding, convention2023(), 'fr'));
    expect(said[0]?.action).toMatch(
      /^Chorus l’impute sur d’autres crédits que ceux de la convention\s: vérifiez d’abord/,
    );
    expect(said[1]?.message).toMatch(
      /^EJ\s1400000001\s: Chorus l’impute sur d’autres crédits que ceux de la convention, Centre financier 0134-CDGE-C001\s; attendu\s: 0103-CEFP-C002/,
    );
  });
});

test('a row without a code has its amount on its side of the difference, under no code', () => {
  const found = reconciled(
    `imputation | axe 2 | EJ | date EJ | AE
    | PDE | 1400000001 | 15/02/2023 | 100,00`,
    `mouvement | codes | activité | EJ | date | montant
    engagement | juste | 010300000108 | 1400000001 | 15/02/2023 | 100,00`,
  );
  expect(found.groups[0]?.codes).toEqual([
    {
      field: 'activity',
      ledger: [{ code: '', cents: 10_000 }],
      chorus: [{ code: '010300000108', cents: 10_000 }],
      allowed: ['010300000104'],
    },
  ]);
});
