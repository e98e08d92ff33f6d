/** Headings of real trackers and Chorus extracts, and the values below them → fields. */
import { CellReader } from '../../../src/workbook/ledger/read-cells';
import type { CellValue } from '../../../src/workbook/cells';
import { fieldOfName, meaningOf, normaliseHeading } from '../../../src/workbook/ledger/headings';
import { readHeadings } from '../../../src/workbook/ledger/heading-rows';
import { proposeColumns } from '../../../src/workbook/ledger/map-columns';

test.each`
  heading                                   | normal
  ${'N° EJ'}                                | ${'n ej'}
  ${'Nº EJ'}                                | ${'n ej'}
  ${'n°EJ'}                                 | ${'n ej'}
  ${'Numéro EJ'}                            | ${'n ej'}
  ${'Montant AE TTC (€)'}                   | ${'montant ae'}
  ${'Montant\nengagé (EUR)'}                | ${'montant engage'}
  ${'Centre de coûts - Clé (non composée)'} | ${'centre de couts'}
  ${'Domaine&#32;fonctionnel'}              | ${'domaine fonctionnel'}
  ${'Fournisseur payé (DP)'}                | ${'fournisseur paye dp'}
  ${'  Dépenses  2025'}                     | ${'depenses 2025'}
`('$heading is compared as « $normal »', ({ heading, normal }: { heading: string; normal: string }) => {
  expect(normaliseHeading(heading)).toBe(normal);
});

test.each`
  heading                                                           | field
  ${'Axe ministériel 2'}                                            | ${'ministerialAxis2'}
  ${'Enveloppe (axe min. 2)'}                                       | ${'ministerialAxis2'}
  ${'axe_ministeriel_2'}                                            | ${'ministerialAxis2'}
  ${'Référentiel de programmation - Clé (non composée)'}            | ${'activity'}
  ${'Dom. fonc.'}                                                   | ${'functionalDomain'}
  ${'Centre financier - Programme (Clé)'}                           | ${'programme'}
  ${'Ctre coûts'}                                                   | ${'costCentre'}
  ${'N°EJ (Bon de commande / Marché / Convention / Subvention...)'} | ${'ejNumber'}
  ${'Nº pce réf'}                                                   | ${'ejNumber'}
  ${'N° poste EJ'}                                                  | ${'ejLine'}
  ${'N° DP - Clé (non composée)'}                                   | ${'dpNumber'}
  ${'Date de dernière opération sur la DP'}                         | ${'paymentDate'}
  ${'Date comptable du SF'}                                         | ${'serviceDate'}
  ${'N° EJ - Date de réplication (Clé)'}                            | ${'commitmentDate'}
  ${'Montant payé (Virement effectué au fournisseur)'}              | ${'cp'}
  ${'Montant TOTAL engagé (b)'}                                     | ${null}
  ${'Montant AE (k€)'}                                              | ${'ae' /* its unit is read apart */}
  ${'AE en milliers d’euros'}                                       | ${'ae'}
  ${'Observations'}                                                 | ${null}
  ${'PO number'}                                                    | ${'ejNumber'}
  ${'PO date'}                                                      | ${'commitmentDate'}
  ${'Date of PO'}                                                   | ${'commitmentDate'}
  ${'PO amount'}                                                    | ${'ae'}
  ${'PO value'}                                                     | ${'ae'}
  ${'Commitment appropriations'}                                    | ${'ae'}
  ${'Payment appropriations'}                                       | ${'cp'}
  ${'CP non payés'}                                                 | ${null}
  ${'CP non encore mandatés'}                                       | ${null}
  ${'AE non engagées'}                                              | ${null}
  ${'AE pas encore consommées'}                                     | ${null}
  ${'Not paid yet'}                                                 | ${null}
  ${'Contract value'}                                               | ${null}
  ${'Value date'}                                                   | ${null}
`('$heading means $field', ({ heading, field }: { heading: string; field: string | null }) => {
  const best = [...meaningOf(heading)].sort((one, other) => other[1] - one[1])[0];
  expect(best?.[0] ?? null).toBe(field);
});

test('a label column beside its code is a weaker sign than the code', () => {
  const label = meaningOf('Domaine fonctionnel - Texte de longueur moyenne').get('functionalDomain') ?? 0;
  expect(label).toBeLessThan(0.5);
  expect(meaningOf('Domaine fonctionnel - Clé').get('functionalDomain')).toBe(1);
});

test.each`
  word                     | field
  ${'activité'}            | ${'activity'}
  ${'ACTIVITE'}            | ${'activity'}
  ${'centre de coûts'}     | ${'costCentre'}
  ${'Axe ministériel 2'}   | ${'ministerialAxis2'}
  ${'domaine fonctionnel'} | ${'functionalDomain'}
  ${'Poste de dépense'}    | ${'budgetLine'}
  ${'couleur'}             | ${null}
  ${''}                    | ${null}
`('« $word » names the field $field', ({ word, field }: { word: string; field: string | null }) => {
  expect(fieldOfName(word)).toBe(field);
});

const under = (headings: readonly CellValue[]) =>
  readHeadings({ lower: headings, upper: null, subject: null, left: 0 });

function proposed(headings: readonly CellValue[], ...rows: readonly (readonly CellValue[])[]): Record<string, string> {
  const columns = proposeColumns(under(headings), rows, new CellReader(false), () => undefined);
  return Object.fromEntries(columns.map(({ field, heading, position }) => [field, `${position} ${heading}`]));
}

describe('values decide between ambiguous headings', () => {
  test('of two « Poste », the one with numbers is the line of the EJ', () => {
    const rows = [
      ['1405512301', 1, 'Audit', 'Prestations'],
      ['1405512302', 2, 'Hébergement', 'Outils de production'],
    ];
    const found = proposed(['N° EJ', 'Poste', 'Objet', 'Poste'], ...rows);
    expect(found).toMatchObject({ ejNumber: '0 N° EJ', ejLine: '1 Poste', budgetLine: '3 Poste (2)' });
  });

  test('of two equal headings, the one with codes is the code', () => {
    const row = ['UO DGE centrale', '0103-CEFP-C002'];
    const found = proposed(['Centre financier', 'Centre financier'], row, row);
    expect(found).toEqual({ financialCentre: '1 Centre financier (2)' });
  });

  test('codes without a heading are recognised when nearly all agree, and only from three rows', () => {
    const rows = [
      ['0103-01-01', '1405512301'],
      ['0103-01-01', '1405512302'],
      ['0103-01-01', '1405512303'],
    ];
    expect(proposed(['', null], ...rows)).toEqual({ functionalDomain: '0 Colonne A', ejNumber: '1 Colonne B' });
    expect(proposed(['', null], ...rows.slice(0, 2))).toEqual({});
  });

  test('a column of texts under « Montant AE » has a lower confidence than one of amounts', () => {
    const found = proposed(['Montant engagé', 'Montant AE'], ['à voir', 1200], ['à voir', 50.5]);
    expect(found.ae).toBe('1 Montant AE');
  });

  test('a field has one column, a column has one field', () => {
    const found = proposed(['AE', 'Montant AE', 'CP'], [1, 2, 3], [4, 5, 6]);
    expect(found).toEqual({ ae: '0 AE', cp: '2 CP' });
  });
});

test('a choice of the user overrides headings and values', () => {
  const chosen = (heading: string) =>
    heading === 'Somme' ? ('ae' as const) : heading === 'Montant AE' ? null : undefined;
  const columns = proposeColumns(under(['Montant AE', 'Somme']), [[1, 2]], new CellReader(false), chosen);
  expect(columns).toMatchObject([{ field: 'ae', heading: 'Somme', confidence: 1, isChosen: true }]);
});

test('a sure column has a higher confidence than a doubtful one', () => {
  const rows = [
    ['1405512301', 'à voir'],
    ['1405512302', 'à voir'],
  ];
  const [sure, doubtful] = proposeColumns(under(['N° EJ', 'Montant AE']), rows, new CellReader(false), () => undefined);
  expect([sure?.confidence, doubtful?.confidence]).toEqual([1, 0.5]);
});
