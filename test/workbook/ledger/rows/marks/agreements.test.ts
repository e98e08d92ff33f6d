/** A row that counts although somebody has not agreed to it: reported (LEC-05), under any heading of an agreement. */
import type { CellValue } from '../../../../../src/workbook/cells';
import { convention2023 } from '../../../../support/conventions';
import { controlled } from '../../../../support/ledgers/ledger-workbook';
import { workbookOf } from '../../../../support/ledgers/workbook-of';

/** The findings beside a ledger whose rows all have a status. */
function findingsUnder(heading: string, words: readonly CellValue[]) {
  const rows = words.map((word, at) => ['PDE', String(1400000001 + at), 45_000, 1000, 'Notifié', word]);
  const workbook = workbookOf({
    name: 'Suivi',
    rows: [['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE', 'État', heading], ...rows],
  });
  return controlled(workbook, '2023-12-31', convention2023()).report.findings;
}

/** The words that LEC-05 reports under a heading. */
function reported(heading: string, words: readonly CellValue[]): readonly string[] {
  return findingsUnder(heading, words).flatMap(({ rule, details }) => (rule === 'LEC-05' ? [details.raw] : []));
}

test.each([
  ...['Avis', 'Avis du délégant', 'Avis CBCM', 'Avis du contrôleur budgétaire', 'Avis favorable'],
  ...['Visa', 'Visa du délégant', 'Visa CBCM', 'Accord du délégant', 'Accord DGEFP', 'Accord préalable'],
  ...['Validation du délégant', 'Autorisation du délégant', 'Agrément', 'Aval', 'Feu vert', 'Acceptation', 'Accepté'],
  ...['Réponse du délégant', 'Retour de la DGEFP', 'Position du délégant', 'Décision', 'Décision du CBCM', 'Arbitrage'],
  ...['Favorable', 'Bon à engager', 'Consentement du délégant', 'Approved', 'Approval', 'Opinion', 'Authorised'],
])('« Non » and « Défavorable » under « %s »', (heading) => {
  const words = ['Oui', 'Non', 'Favorable', 'Défavorable', 'Non, à revoir', 'Oui'];
  expect(reported(heading, words)).toEqual(['Non', 'Défavorable', 'Non, à revoir']);
});

test.each(['En attente', 'En cours', 'Avec réserves', 'Sous réserve', 'Contre', 'Négatif', 'Refusé', 'Non favorable'])(
  '« %s » under « Avis du délégant »',
  (word) => {
    expect(reported('Avis du délégant', ['Favorable', word, 'Oui'])).toEqual([word]);
  },
);

test.each([
  ['Avis du délégant', ['Favorable', 'RAS', 'Sans objet', 'Non requis', 'Non soumis', 'Oui']],
  ['Visa', ['Visé', 'Sans visa', 'Dispensé de visa']],
  [
    'Accord DGEFP',
    ['Oui', 'Pas d’objection', 'Contresigné', 'Contre-seing du CBCM', 'Préfet du Pas-de-Calais', 'No objection'],
  ],
  ['Visa requis', ['Oui', 'Non', 'Non']],
  ['Visa CBCM obligatoire', ['Oui', 'Non', 'Non']],
  ['Avis requis', ['Non', 'Oui', 'Non']],
  ['Doublon vérifié', ['Oui', 'Oui', 'Non']],
  ['Contrôle des doublons', ['Oui', 'Oui', 'Non']],
  ['Avis de publicité', ['Oui', 'Non', 'Non']],
  ['Avis d’appel public à la concurrence', ['Oui', 'Non', 'Non']],
  ['Accord-cadre', ['Oui', 'Non', 'Non']],
  ['Visa du service fait', ['Oui', 'Non', 'Non']],
  ['Réponse à l’appel d’offres', ['Oui', 'Non', 'Non']],
  ['Retour de livraison', ['Oui', 'Non', 'Non']],
])('no refusal: « %s », %j', (heading, words) => {
  expect(reported(heading, words)).toEqual([]);
});

test('« Autorisation du délégant » is no column of amounts: its words are none that cannot be read', () => {
  const rules = findingsUnder('Autorisation du délégant', ['Oui', 'Non', 'à préciser', 'Oui']).map(({ rule }) => rule);
  expect(rules).toContain('LEC-05');
  expect(rules).not.toContain('LEC-03');
});
