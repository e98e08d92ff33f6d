/** EJ-04: the prefix of an EJ against the nature that the words of its commitment name. */
import { natureNamedBy, type EjNature } from '../../../../src/domain/controls/facts/ej-nature';
import { findingsIn, found } from '../../../support/controls';
import { rowOf } from '../../envelopes/builders';

const ORDERS = ['14', '15', '16', '17', '18'];

test('right: the nature of the prefix, or words that name none', () => {
  expect(
    findingsIn(`
      axe 2 | opération       | objet                          | EJ         | date EJ    | AE
      PDE   | Bon de commande |                                | 1400000001 | 15/02/2023 | 100,00
      PDE   | Bon de commande |                                | 1512789781 | 15/02/2023 | 105,00
      PDE   | Bon de commande |                                | 1712789782 | 15/02/2023 | 106,00
      PDE   | Marché          |                                | 1512789780 | 15/02/2023 | 101,00
      PDE   | EJ              | Subvention à l'association     | 2103105755 | 15/02/2023 | 102,00
      PDE   | EJ              | Étude sur les subventions      | 1400000002 | 15/02/2023 | 103,00
      PDE   | Décision        |                                | 1400000003 | 15/02/2023 | 104,00
    `),
  ).toEqual([]);
});

test('wrong: a doubt, at the number', () => {
  expect(
    findingsIn(`
      axe 2 | opération       | objet                      | EJ         | date EJ    | AE
      PDE   | Bon de commande |                            | 2103105755 | 15/02/2023 | 100,00
      PDE   | EJ              | Subvention à l'association | 1400000001 | 15/02/2023 | 102,00
    `),
  ).toEqual([
    found('EJ-04', 'warning', 1, 'ejNumber', { ej: '2103105755', nature: 'purchaseOrder', expected: ORDERS }),
    found('EJ-04', 'warning', 2, 'ejNumber', { ej: '1400000001', nature: 'grant', expected: ['21'] }),
  ]);
});

test('edge: the payments of the EJ do not repeat it', () => {
  expect(
    findingsIn(`
      axe 2 | opération       | EJ         | date EJ    | AE     | payé le    | CP
      PDE   | Bon de commande | 2103105755 | 15/02/2023 | 100,00 |            |
      PDE   | Bon de commande | 2103105755 |            |        | 20/03/2023 | 100,00
    `).map(({ rule, place }) => [rule, place.kind === 'row' && Number(place.row)]),
  ).toEqual([['EJ-04', 1]]);
});

test('not checkable: a number that is none', () => {
  expect(
    findingsIn(`
      axe 2 | opération       | EJ   | date EJ    | AE
      PDE   | Bon de commande | 2103 | 15/02/2023 | 100,00
    `).map(({ rule }) => rule),
  ).toEqual(['EJ-03']);
});

describe('the nature that words name', () => {
  it.each`
    operation                            | nature
    ${'BON DE COMMANDE'}                 | ${'purchaseOrder'}
    ${'Bon de commande sur marché'}      | ${'purchaseOrder'}
    ${'BDC n° 3'}                        | ${'purchaseOrder'}
    ${'Accord-cadre à bons de commande'} | ${'frameworkAgreement'}
    ${'Accord cadre à bon de commande'}  | ${'frameworkAgreement'}
    ${'Accords  cadres a bons de cde'}   | ${'frameworkAgreement'}
    ${'Bon de commande d’accord cadre'}  | ${'purchaseOrder'}
    ${'Accord cadre'}                    | ${'frameworkAgreement'}
    ${'MAPA'}                            | ${'adaptedProcedure'}
    ${'marchés'}                         | ${'contract'}
    ${'Bail'}                            | ${'lease'}
    ${'Subvention'}                      | ${'grant'}
    ${'EJ'}                              | ${null}
    ${'Supermarché'}                     | ${null}
    ${'Démarches'}                       | ${null}
    ${'Bailleur'}                        | ${null}
    ${'BDC'}                             | ${'purchaseOrder'}
    ${'bons  de  commande'}              | ${'purchaseOrder'}
    ${'Carbon de commande'}              | ${null}
    ${'Bon de commandement'}             | ${null}
    ${'ABDC'}                            | ${null}
    ${'BDCS'}                            | ${null}
    ${'Accords-cadres'}                  | ${'frameworkAgreement'}
    ${'accord - cadre'}                  | ${'frameworkAgreement'}
    ${'Desaccord cadre'}                 | ${null}
    ${'Accord du cadre'}                 | ${null}
    ${'Accord cadreur'}                  | ${null}
    ${'Accord-cadre  à  bons de cde'}    | ${'frameworkAgreement'}
    ${'Accord-cadre, bon de commande'}   | ${'purchaseOrder'}
    ${'MAPA 2'}                          | ${'adaptedProcedure'}
    ${'MAPAS'}                           | ${null}
    ${'AMAPA'}                           | ${null}
    ${'Subventions'}                     | ${'grant'}
    ${'Subventionneur'}                  | ${null}
    ${'Marche public'}                   | ${'contract'}
    ${'Marchésien'}                      | ${null}
  `('$operation: $nature', ({ operation, nature }: { operation: string; nature: EjNature | null }) => {
    expect(natureNamedBy(rowOf({ operation }))).toBe(nature);
  });
});

describe('the nature that the beginning of a label names', () => {
  it.each`
    label                         | nature
    ${'Bon de commande n° 3'}     | ${'purchaseOrder'}
    ${'  bon  de  commande'}      | ${'purchaseOrder'}
    ${'Subvention 2023'}          | ${'grant'}
    ${' bail du local'}           | ${'lease'}
    ${'Suivi du bon de commande'} | ${null}
    ${'Bureau en bail'}           | ${null}
    ${'Solde de la subvention'}   | ${null}
    ${'Bondecommande'}            | ${null}
    ${'BON DE COMMANDE'}          | ${'purchaseOrder'}
    ${'Bons de commande'}         | ${null}
    ${'Bon de commandement'}      | ${null}
    ${'Subventions diverses'}     | ${null}
    ${'  SUBVENTION'}             | ${'grant'}
    ${'Bailleur social'}          | ${null}
    ${'Mon bail'}                 | ${null}
    ${'Bail du local'}            | ${'lease'}
    ${'  Bail'}                   | ${'lease'}
    ${' Bon de commande'}         | ${'purchaseOrder'}
    ${'subvention'}               | ${'grant'}
    ${' Subvention'}              | ${'grant'}
    ${'Marché de nettoyage'}      | ${null}
    ${''}                         | ${null}
  `('« $label »: $nature', ({ label, nature }: { label: string; nature: EjNature | null }) => {
    expect(natureNamedBy({ ...rowOf({ operation: 'EJ' }), label })).toBe(nature);
  });
});

test.each`
  nature               | prefixes
  ${'bon de commande'} | ${['14', '15', '16', '17', '18']}
  ${'accord-cadre'}    | ${['12', '13', '17', '18']}
  ${'MAPA'}            | ${['15', '16', '17', '18']}
  ${'marché'}          | ${['10', '11', '12', '15', '16', '18']}
  ${'bail'}            | ${['20']}
  ${'subvention'}      | ${['21']}
`('Chorus numbers of « $nature » begin with $prefixes', ({ nature, prefixes }) => {
  const every = Array.from({ length: 13 }, (_, index) => String(10 + index));
  const right = every.filter((prefix) => {
    const row = `PDE | ${nature} | ${prefix}00000001 | 15/02/2023 | 100,00`;
    return findingsIn(`axe 2 | opération | EJ | date EJ | AE\n${row}`).length === 0;
  });
  expect(right).toEqual(prefixes);
});
