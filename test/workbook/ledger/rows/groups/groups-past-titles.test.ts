/** An EJ written once above its payments, where titles are between them or where sections divide the ledger (EJ-01). */
import { openDossier } from '../../../../../src/application/open-dossier';
import { convention2023 } from '../../../../support/conventions';
import type { Rows } from '../../../../support/ledgers/judged';
import { workbookOf } from '../../../../support/ledgers/workbook-of';

/** The last digit of the EJ of each row; « · » for none. */
function ejsOf(rows: Rows): string {
  const dossier = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!dossier.ok) throw new Error(dossier.failure.code);
  return dossier.value.ledger.rows.map(({ ej }) => (ej.kind === 'ej' ? ej.number.slice(-1) : '·')).join('');
}

const TITLE = ['↓ commandes du second semestre'];

// Seeds 826743 and 822452 of the drawn layouts.
describe('a title between an EJ and its payments', () => {
  /** The cells of the second payment of the first EJ, below the title: its label, its DA, its amount. */
  const below = (label: string | null, request: string | number | null, others: Rows = []): string =>
    ejsOf([
      ['N° EJ', 'Objet', 'Axe ministériel 2', 'Date EJ', 'Montant AE', 'N° DP', 'Payé le', 'Montant CP', 'N° de DA'],
      ['1400000001', 'Hébergement', 'PDE', 45_000, 9000, null, null, null, 1_005_888_001],
      [null, null, null, null, null, '0100000001', 45_010, 300, 1_005_888_001],
      TITLE,
      [null, label, null, null, null, '0100000002', 45_020, 200, request],
      [null, null, null, null, null, '0100000003', 45_030, 100, request],
      ['1400000002', 'Audit', 'PDE', 45_040, 8000, null, null, null, 1_005_888_002],
      [null, null, null, null, null, '0100000004', 45_050, 400, 1_005_888_002],
      ...others,
    ]);

  test.each`
    label            | request          | ejs         | why
    ${'Hébergement'} | ${null}          | ${'111122'} | ${'the label of the EJ above'}
    ${'HEBERGEMENT'} | ${null}          | ${'111122'} | ${'the same, typed otherwise'}
    ${null}          | ${1_005_888_001} | ${'111122'} | ${'its DA, in a column that is no field'}
    ${'Hébergement'} | ${1_005_888_001} | ${'111122'} | ${'both'}
    ${null}          | ${null}          | ${'11··22'} | ${'nothing of it: the title may be that of payments without an EJ'}
    ${'Audit'}       | ${null}          | ${'11··22'} | ${'the label of another EJ'}
    ${null}          | ${1_005_888_002} | ${'11··22'} | ${'the DA of another EJ'}
    ${'Acompte'}     | ${1_005_888_001} | ${'111122'} | ${'its DA, whatever its label'}
  `('a payment with $why: $ejs', ({ label, request, ejs }) =>
    expect(below(label as string | null, request as number | null)).toBe(ejs),
  );

  test('a label that two EJ above have shows neither', () => {
    const rows: Rows = [
      ['N° EJ', 'Objet', 'Axe ministériel 2', 'Date EJ', 'Montant AE', 'Payé le', 'Montant CP'],
      ['1400000001', 'Étude', 'PDE', 45_000, 9000, null, null],
      [null, 'Étude', null, null, null, 45_010, 300],
      ['1400000002', 'Étude', 'PDE', 45_000, 8000, null, null],
      [null, 'Étude', null, null, null, 45_010, 300],
      TITLE,
      [null, 'Étude', null, null, null, 45_020, 200],
    ];
    expect(ejsOf(rows)).toBe('1122·');
  });
});

// Seed 824459 of the drawn layouts.
describe('sections by envelope, each with one payment under its EJ', () => {
  const sections = (first: string | null, second: string | null): Rows => [
    ['N° EJ', 'Objet', 'Date EJ', 'Montant AE', 'N° DP', 'Payé le', 'Montant CP'],
    ['Enveloppe PDE'],
    ['1400000001', 'Hébergement', 45_000, 9000, null, null, null],
    [null, first, null, null, '0100000001', 45_010, 300],
    ['Enveloppe SF'],
    ['1400000002', 'Audit', 45_000, 8000, null, null, null],
    [null, second, null, null, '0100000002', 45_010, 400],
  ];

  test.each`
    first            | second     | ejs       | why
    ${null}          | ${null}    | ${'1122'} | ${'together they show that the EJ is written once'}
    ${'Hébergement'} | ${'Audit'} | ${'1122'} | ${'they repeat its label'}
    ${'Hébergement'} | ${'Frais'} | ${'112·'} | ${'another label is another operation'}
  `('$ejs: $why', ({ first, second, ejs }) =>
    expect(ejsOf(sections(first as string | null, second as string | null))).toBe(ejs),
  );

  test('a single payment, in one of the sections, shows nothing', () =>
    expect(ejsOf(sections(null, null).slice(0, -1))).toBe('1·2'));
});
