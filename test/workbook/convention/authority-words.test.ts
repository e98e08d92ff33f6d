/** « Autorisé par » and « Référence » of a redéploiement: who authorises it, or words that name nobody. */
import { noAuthorityIn } from '../../../src/workbook/convention/authority-words';

const authorOf = (text: string): string => noAuthorityIn(text, 'authorisedBy') ?? 'named';
const referenceOf = (text: string): string => noAuthorityIn(text, 'reference') ?? 'given';

describe('an author', () => {
  test.each([
    ...['DGEFP', 'DGEFP (Mme Nonclercq)', 'M. Refuse', 'M. Rejet', 'M. Non', 'Mme Attente', 'Pascal Noncourt'],
    ...['Directeur, note du 12/03 sans réserve', 'Chef de projet SF, M. Dupont', 'Bureau de la prévision'],
    ...['SG/DAF/Bureau Projets', 'Haut-commissariat à la planification', 'DGEFP, bureau des demandes'],
    ...['Mme Sanchez, cheffe du bureau des refus d’apurement', 'Direction du budget (bureau en instruction)'],
    ...['Courriel en réponse à la demande du 3 mars', 'DGEFP, réponse à la demande du 12/03'],
    ...['Demande acceptée', 'Demande acceptée par la DGEFP', 'DGEFP, demande validée le 3/3'],
    ...['DGEFP, accord du 30/03 après refus du 12/03', 'Refusé le 12/03, accordé le 30/03', 'Refusé puis accordé'],
    ...['Refus levé le 3/4', 'DGEFP : pas d’objection', 'Sans objection', 'Avis non défavorable'],
    ...[
      'Contresigné par la DGEFP',
      'Contre-seing du CBCM',
      'No objection',
      'Préfet du Pas-de-Calais',
      'Pas-de-Calais (préfet)',
      'Contrôleur budgétaire',
      'Accord de principe du 12/03',
      'Oui',
      '2023-NON-12',
      'NON-2023-12',
    ],
  ])('« %s » is one', (text) => expect(authorOf(text)).toBe('named'));

  test.each([...['néant', 'Néant.', 'sans objet', 's.o.', 'aucune', '-', '—', '…', '?', '0', '12', '0,00']])(
    '« %s » is none',
    (text) => expect(authorOf(text)).toBe('none'),
  );

  test.each([
    ...[
      'Refusé par la DGEFP',
      'REFUSÉ',
      'Refus du 12/03/2023',
      'DGEFP - refus',
      'DGEFP a refusé',
      'Autorisation refusée',
    ],
    ...[
      'DGEFP : avis défavorable',
      'Rejeté par le DG',
      'Demande rejetée',
      'Veto du délégant',
      'DGEFP s’oppose',
      'Annulé',
    ],
    ...['Accord du 12/03, annulé le 30/03', 'Refusée le 12 mars 2023 (Mme Durand)'],
    ...[
      'non',
      'NON',
      'DGEFP: NON',
      'Pas encore',
      'Non accordé',
      'non autorisé',
      'Non requis',
      'Pas d’accord',
      'pas d’autorisation',
    ],
    ...[
      'accord non donné',
      'accord pas encore reçu',
      'DGEFP n’a pas répondu',
      'Sans réponse',
      'Aucun accord',
      'non signé',
    ],
    ...[
      'à demander',
      'À obtenir',
      'à préciser',
      'accord à obtenir',
      'à valider par la DGEFP',
      'DGEFP (à confirmer)',
      'à venir',
    ],
    ...[
      'en attente',
      'DGEFP en attente',
      'En attente de Mme Martin',
      'DGEFP (en attente de réponse)',
      'En cours',
      'en instance',
    ],
    ...[
      'demande envoyée',
      'Demandé à la DGEFP',
      'Demande transmise au délégant',
      'Courriel envoyé le 3 mars',
      'DGEFP ?',
      'sous réserve',
    ],
    ...['Pending', 'Not authorised', 'Awaiting DGEFP', 'TBC', 'Declined'],
  ])('« %s » is a refusal or a wait', (text) => expect(authorOf(text)).toBe('refused'));

  test('a blank is for the other controls', () => expect(noAuthorityIn(' ', 'authorisedBy')).toBeNull());
});

describe('a reference', () => {
  test.each([
    ...['Courrier n° 1', 'Demande n° 3', 'Demande du 12/03/2023', 'Instruction n° 2023-12', 'Projet 2023-12', 'Note'],
    ...['2023-NON-12', 'NON-2023-12', 'No 12', 'N° 12', 'D-2023-REF-1', 'GEDO-A-VENIR-12', 'Courriel envoyé le 3 mars'],
    ...[
      'Décision annulant et remplaçant celle du 3/3',
      'Note n° 3, annule et remplace la note n° 2',
      'Courrier non numéroté',
    ],
    ...[
      'Redéploiement après annulation de l’EJ 1405700001',
      'Lettre 2023-45, demande du 3 mars',
      'Arrêté du 16 juillet 2014',
    ],
  ])('« %s » is one', (text) => expect(referenceOf(text)).toBe('given'));

  test.each`
    text                                  | instead
    ${'Néant'}                            | ${'none'}
    ${'-'}                                | ${'none'}
    ${'Refus du 12/03/2023'}              | ${'refused'}
    ${'Refus n° 12'}                      | ${'refused'}
    ${'Avis défavorable du 3/3/2023'}     | ${'refused'}
    ${'Non autorisé (courriel du 12/03)'} | ${'refused'}
    ${'En attente (12/03)'}               | ${'refused'}
    ${'à venir'}                          | ${'refused'}
    ${'à demander'}                       | ${'refused'}
    ${'non'}                              | ${'refused'}
  `('« $text » is none', ({ text, instead }: { text: string; instead: string }) =>
    expect(referenceOf(text)).toBe(instead),
  );
});

test.each(['0', '00', '0,00', '-'])('« %s », as a formula over a blank cell gives, is no reference', (text) => {
  expect(referenceOf(text)).toBe('none');
});

test.each(['1', '2023-05', 'n° 1'])('« %s » is a reference', (text) => expect(referenceOf(text)).toBe('given'));

describe('a draft, or what is still to be signed, whatever its number', () => {
  test.each([
    ...['Projet d’avenant', 'Projet d’avenant n° 1', 'Avenant 1 (projet)', 'draft amendment', 'v0.2 draft'],
    ...['Version provisoire', 'Avenant n° 1 non signé', 'Avenant non encore signé', 'Amendment 1 (unsigned)'],
    ...['Not signed yet', 'Avenant sans signature', 'Avenant n° 1 doit être signé en juin', 'Avenant n° 1 - à signer'],
    ...['Avenant à la signature', 'Avenant transmis pour signature', 'Avenant n° 1 en signature', 'Avenant à viser'],
    ...['Avenant 1 - en cours de signature', 'Avenant n° 1 en attente de visa', 'Avenant en circuit de signature'],
    ...['Amendment 1 - pending signature', 'Avenant n° 1 envisagé', 'Avenant prévu', 'Demande d’avenant', 'Hypothèse'],
    ...['Avenant n° 2 abandonné', 'Avenant n° 2 annulé', 'Avenant rejeté par le CBCM'],
  ])('reference « %s »', (text) => expect(referenceOf(text)).toBe('refused'));

  test.each([
    ...['unsigned', 'approval pending', 'expected in July', 'En circuit de signature', 'Parapheur', 'Chez le CBCM'],
    ...['Au parapheur du directeur', 'Signature attendue en juin', 'Au visa', 'Projet d’avenant'],
  ])('author « %s »', (text) => expect(authorOf(text)).toBe('refused'));

  test.each([
    ...['Avenant n° 1 du 12/06/2023', 'Avenant signé le 12/06/2023', 'Avenant n° 1 signé le 12 juin 2023'],
    ...['Visa du CBCM du 3 mai', 'Avenant n° 1 - V2', 'Avenant n° 1 (signature électronique du 12/05/2023)'],
    ...['Signature des deux parties le 12/05/2023', 'Après signature du 12/05', 'Amendment 1 signed 12 May 2023'],
    ...['Projet d’avenant n° 1, signé le 12/06/2023', 'Projet d’avenant signé le 12/06/2023', 'Avenant au projet SF'],
    ...['Avenant n° 1 du 12/06/2023, transmis au CBCM le 15/06', 'Avenant notifié le 3/7, en attente de publication'],
    ...['Redéploiement prévu à l’article 1.2', 'Prévu par la convention, art. 1.2', 'Note n° 3, annule et remplace'],
    ...['Avenant 2 annulant l’avenant 1', 'Avenant n° 2 (retrait de crédits)', 'Parapheur n° 2023-123'],
    ...['Décret n° 2023-12 portant annulation de crédits', 'Crédits annulés par décret n° 2023-45'],
  ])('« %s » is in force', (text) => {
    expect(referenceOf(text)).toBe('given');
    expect(authorOf(text)).toBe('named');
  });
});

test('words of any length are read up to the two hundredth sign', () => {
  expect(authorOf(`${'x'.repeat(100_000)} refusé`)).toBe('named');
});
