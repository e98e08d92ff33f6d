/** DON-01: an amount or a date that cannot be read. */
import { describeFinding } from '../../../../src/messages/describe-finding';
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';
import { Euros } from '../../../../src/domain/money/euros';

test('right: what people and extracts write', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE
      PDE   | 1400000001 | 15/02/2023 | 138 936,56
      PDE   | 1400000002 | 15/02/2023 | 1000
    `),
  ).toEqual([]);
});

test('wrong: amounts that could be two, words, dates that do not exist', () => {
  expect(
    findingsIn(`
      axe 2 | date EJ    | AE          | service fait | reçue le | payé le    | CP
      PDE   | 15/02/2023 | environ 500 |              |          |            |
      PDE   | 15/02/2023 | 1.234       |              |          |            |
      PDE   | 31/02/2023 | 100,00      | juin         | ?        | 32/12/2023 | 50,00
    `),
  ).toEqual([
    found('DON-01', 'error', 1, 'ae', { field: 'ae', raw: 'environ 500', what: 'amount' }),
    found('DON-01', 'error', 2, 'ae', { field: 'ae', raw: '1.234', what: 'amount' }),
    found('DON-01', 'error', 3, 'commitmentDate', { field: 'commitmentDate', raw: '31/02/2023', what: 'date' }),
    found('DON-01', 'error', 3, 'serviceDate', { field: 'serviceDate', raw: 'juin', what: 'date' }),
    found('DON-01', 'error', 3, 'receiptDate', { field: 'receiptDate', raw: '?', what: 'date' }),
    found('DON-01', 'error', 3, 'paymentDate', { field: 'paymentDate', raw: '32/12/2023', what: 'date' }),
  ]);
});

test.each`
  raw             | what
  ${'12/05/2023'} | ${'dateForAmount'}
  ${'01:30'}      | ${'timeForAmount'}
  ${'36:00:05'}   | ${'timeForAmount'}
  ${'20 %'}       | ${'percentageForAmount'}
  ${'300 $'}      | ${'currencyForAmount'}
  ${'300 CHF'}    | ${'currencyForAmount'}
  ${'12 jours'}   | ${'quantityForAmount'}
  ${'1,5 ETP'}    | ${'quantityForAmount'}
  ${'12,5 K'}     | ${'unitForAmount'}
  ${'≈ 12 €'}     | ${'amount'}
  ${'12 HT'}      | ${'amount'}
`('wrong: « $raw » in the place of an amount is $what', ({ raw, what }: { raw: string; what: string }) => {
  const table = `
    axe 2 | date EJ    | AE
    PDE   | 15/02/2023 | ${raw}
  `;
  expect(findingsIn(table)).toMatchObject([{ rule: 'DON-01', details: { field: 'ae', raw, what } }]);
});

test('wrong: a month without its day is no day', () => {
  expect(
    findingsIn(`
      axe 2 | date EJ | AE
      PDE   | janv-23 | 100,00
      PDE   | 03/2023 | 100,00
    `),
  ).toEqual([
    found('DON-01', 'error', 1, 'commitmentDate', { field: 'commitmentDate', raw: 'janv-23', what: 'month' }),
    found('DON-01', 'error', 2, 'commitmentDate', { field: 'commitmentDate', raw: '03/2023', what: 'month' }),
  ]);
});

test('edge: an unreadable date hides no other control of the row', () => {
  expect(
    findingsIn(`
      axe 2 | domaine    | poste             | EJ | date EJ   | AE     | payé le  | CP
      PDE   | 0103-01-02 | Audit de sécurité |    | vers juin | 100,00 | en avril | 90,00
    `).map(({ rule }) => rule),
  ).toEqual(['DON-01', 'DON-01', 'IMP-03', 'FON-04', 'EJ-01']);
});

test('edge: a commitment without any date counts, and is a doubt; a payment without a date is only not paid yet', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE     | payé le | CP
      PDE   | 1400000001 |            | 100,00 |         |
      PDE   | 1400000001 |            |        |         | 60,00
    `),
  ).toEqual([found('DON-01', 'warning', 1, 'commitmentDate', { field: 'commitmentDate', raw: '', what: 'date' })]);
});

test.each`
  date            | retrait     | freed     | cents     | french
  ${''}           | ${'-40,00'} | ${40_00}  | ${40_00}  | ${'Date d’engagement absente : le retrait diminue la consommation de 40,00 € d’AE, sans que sa date puisse être contrôlée'}
  ${'31/02/2023'} | ${'-40,00'} | ${40_00}  | ${40_00}  | ${'Date d’engagement « 31/02/2023 » illisible ou inexistante : le retrait diminue la consommation de 40,00 € d’AE'}
  ${'mars'}       | ${'-40,00'} | ${40_00}  | ${40_00}  | ${'Date d’engagement « mars » illisible'}
  ${''}           | ${'-140'}   | ${100_00} | ${140_00} | ${'diminue la consommation de 100,00 € d’AE'}
  ${'10/03/2023'} | ${'-40,00'} | ${null}   | ${null}   | ${null}
`('edge: a retrait of $retrait dated « $date » frees $freed cents', ({ date, retrait, freed, cents, french }) => {
  const findings = findingsIn(`
      axe 2 | opération | EJ         | date EJ    | AE
      PDE   | EJ        | 1400000001 | 10/03/2023 | 100,00
      PDE   | Retrait   | 1400000001 | ${String(date)} | ${String(retrait)}
    `).filter(({ rule }) => rule === 'DON-01');
  expect(findings.map(({ details }) => details)).toMatchObject(freed === null ? [] : [{ withdrawn: { cents, freed } }]);
  for (const finding of findings)
    expect(describeFinding(finding, convention2023(), 'fr').message.replaceAll(/\s/g, ' ')).toContain(french);
});

test('edge: an undated retrait that frees nothing', () => {
  const [finding] = findingsIn(`
      axe 2 | opération | EJ         | date EJ | AE
      PDE   | Retrait   | 1400000001 |         | -40,00
    `).filter(({ rule }) => rule === 'DON-01');
  expect(finding?.details).toMatchObject({ withdrawn: { cents: 40_00, freed: 0 } });
  expect(finding && describeFinding(finding, convention2023(), 'fr').message.replaceAll(/\s/g, ' ')).toContain(
    'absente : le retrait de 40,00 € d’AE ne diminue pas la consommation',
  );
});

test('edge: a project has no date yet, and an earlier EJ was dated before', () => {
  const convention = { ...convention2023(), rap: [{ ej: '1400000900', amount: Euros.fromCents<'CP'>(5000000) }] };
  expect(
    findingsIn(
      `
      axe 2 | état   | opération | EJ         | date EJ | AE
      PDE   | projet | EJ        | 1400000001 |         | 100,00
      PDE   |        | Retrait   | 1400000900 |         | -50,00
    `,
      { convention },
    ).filter(({ rule }) => rule === 'DON-01'),
  ).toEqual([]);
});

test('not checkable: no column of dates', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | AE
      PDE   | 1400000001 | 100,00
    `),
  ).toEqual([]);
});

test.each`
  status      | ae          | day             | messages
  ${''}       | ${''}       | ${'en attente'} | ${0}
  ${''}       | ${'0,00'}   | ${'s.o.'}       | ${0}
  ${'projet'} | ${'100,00'} | ${'à venir'}    | ${0}
  ${'projet'} | ${'100,00'} | ${'32/12/2023'} | ${1}
  ${''}       | ${'100,00'} | ${'en attente'} | ${1}
`('« $day » for the day of a commitment of « $ae » « $status »: $messages', ({ status, ae, day, messages }) => {
  const findings = findingsIn(`
    axe 2 | état | EJ | date EJ | AE
    PDE   | ${status as string} | 1400000001 | ${day as string} | ${ae as string}
  `);
  expect(findings.filter(({ rule }) => rule === 'DON-01')).toHaveLength(messages as number);
});

test.each`
  paid              | cp          | messages
  ${'en cours'}     | ${''}       | ${0}
  ${'à venir'}      | ${'0,00'}   | ${0}
  ${'s.o.'}         | ${''}       | ${0}
  ${'T1 2024'}      | ${''}       | ${0}
  ${'janvier 2024'} | ${''}       | ${0}
  ${'2024'}         | ${''}       | ${0}
  ${'en cours'}     | ${'100,00'} | ${1}
  ${'à préciser'}   | ${'100,00'} | ${1}
  ${'32/12/2023'}   | ${''}       | ${1}
`('words « $paid » for the date of payment of « $cp »: $messages', ({ paid, cp, messages }) => {
  const findings = findingsIn(`
    axe 2 | EJ         | date EJ    | AE     | payé le | CP
    PDE   | 1400000001 | 15/02/2023 | 100,00 | ${paid as string} | ${cp as string}
  `);
  expect(findings.filter(({ rule }) => rule === 'DON-01')).toHaveLength(messages as number);
});
