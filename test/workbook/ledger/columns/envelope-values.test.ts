/** The column of envelopes where its values have typing errors, or where it is blank under a title. */
import type { CellValue } from '../../../../src/workbook/cells';
import { controlled, ledgerWorkbook, type LedgerLook } from '../../../support/ledgers/ledger-workbook';
import { convention2023 } from '../../../support/conventions';
import { known } from '../../../support/known';

/** AE committed and CP paid of the two envelopes, in euros. */
function figuresOf(ledger: string | readonly (readonly CellValue[])[], look: LedgerLook = {}): string {
  const { report } = controlled(ledgerWorkbook(convention2023(), ledger, look), '2023-12-31');
  const euros = (envelope: string, nature: 'AE' | 'CP'): number =>
    known(report.balances.figures({ envelope, line: null }, nature).consumed?.cents ?? null) / 100;
  return ['PDE', 'SF'].map((code) => `${code} ${euros(code, 'AE')} ${euros(code, 'CP')}`).join(', ');
}

const TYPED = (heading: string, [pde, sf]: readonly [string, string]): string => `
  N° EJ      | Objet    | ${heading} | Date d'engagement | Montant AE | Date de paiement | Montant CP
  1405320527 | Licences | ${pde}     | 27/04/2023        | 72400      |                  |
  1405320527 | Licences | ${pde}     |                   |            | 27/05/2023       | 400
  1405320520 | Audit    | ${sf}      | 13/05/2023        | 25412.09   |                  |`;

test.each`
  heading                    | names
  ${'Enveloppe déléguée'}    | ${['Place des entreprise', 'Signaux Faible']}
  ${'Enveloppe budgétaire'}  | ${['Place des entreprise', 'Signaux Faible']}
  ${'Programme / enveloppe'} | ${['Place des entreprise', 'Signaux Faibles']}
  ${'Bénéficiaire'}          | ${['Place des entreprise', 'Signaux Faible']}
`('« $heading » over $names is the column of the envelopes', ({ heading, names }) => {
  expect(figuresOf(TYPED(heading, names))).toBe('PDE 72400 400, SF 25412.09 0');
});

test('« Code projet », blank under « Place des entreprises »: the titles give the envelopes', () => {
  const headings = ['N° EJ', 'Code projet', 'Objet', 'Date engagement', 'Montant AE', 'Date de paiement', 'Montant CP'];
  const ledger = [
    ['Place des entreprises', null, null, null, null, null, null],
    headings,
    ['1405830128', null, 'Formation', 45_000, 37_900, null, null],
    ['1405830128', null, 'Formation', null, null, 45_060, 16_319.84],
    ['Signaux Faibles', null, null, null, null, null, null],
    headings,
    ['1405830177', 'B2', 'Licences', 45_000, 10_900, null, null],
    ['1405830177', 'B2', 'Licences', null, null, 45_060, 1_300],
  ];
  expect(figuresOf(ledger, { isTable: false })).toBe('PDE 37900 16319.84, SF 10900 1300');
});

test('« Signaux Faibles (SF) » above a column of remarks is a title, and no value of that column', () => {
  const headings = ['Observations', 'Mnt', 'N° EJ', 'Date opération', 'Type', 'Désignation'];
  const ledger = [
    ['PLACE DES ENTREPRISES', null, null, null, null, null],
    headings,
    [null, 37_900, '1405830128', 45_000, 'Engagement', 'Formation'],
    [null, 16_319.84, '1405830128', 45_060, 'Paiement', 'Formation'],
    [null, null, null, null, null, null],
    ['Signaux Faibles (SF)', null, null, null, null, null],
    headings,
    ['relance faite, voir mail', 10_900, '1405830177', 45_000, 'Engagement', 'Licences'],
    ['relance faite, voir mail', 1_300, '1405830177', 45_060, 'Paiement', 'Licences'],
  ];
  expect(figuresOf(ledger, { isTable: false })).toBe('PDE 37900 16319.84, SF 10900 1300');
});

test.each(['Outil', 'Projet', 'Prestation'])(
  '« %s » over such names may be about anything: no column of envelopes',
  (heading) => {
    expect(() => figuresOf(TYPED(heading, ['Place des entreprise', 'Signaux Faible']))).toThrow();
  },
);

test('« Bénéficiaire » over companies is no column of envelopes, though one is spelt nearly as an envelope', () => {
  const read = (): string => figuresOf(TYPED('Bénéficiaire', ['Colibri', 'Signaux Faible']));
  expect(read).toThrow();
});
