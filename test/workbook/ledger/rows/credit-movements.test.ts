/** Rows of credits that come, go or are held, among the operations of a ledger: they commit nothing. */
import { openDossier } from '../../../../src/application/open-dossier';
import { marksOf } from '../../../../src/domain/envelopes/reading-facts';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { judged } from '../../../support/ledgers/judged';
import { sumsRead } from '../../../support/ledgers/sums-read';
import { workbookOf } from '../../../support/ledgers/workbook-of';

const DAY = 45_000;
const FIELDS = ['Enveloppe', 'N° EJ', 'Date EJ', 'Fournisseur', 'Objet', 'Montant AE', 'Date paiement', 'Montant CP'];
const HEADINGS = [...FIELDS, 'Observations'];
const OPERATION: readonly CellValue[] = ['PDE', '1400000001', DAY, 'Octo', 'Étude', 10_000, DAY + 40, 4_000];

/** `ignored: balance`, or the AE that the row counts, and whether a mark doubts it. */
function outcome(label: string, ej: string, supplier: string, remark = ''): string {
  const row: readonly CellValue[] = [
    'PDE',
    ej === '' ? null : ej,
    DAY + 5,
    supplier,
    label,
    50_000,
    null,
    null,
    remark,
  ];
  const workbook = workbookOf({ name: 'Suivi', rows: [HEADINGS, OPERATION, row, OPERATION] });
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) return opened.failure.code;
  const ignored = opened.value.ignored.find((one) => one.row === 2);
  if (ignored) return `ignored: ${ignored.reason}`;
  const counted = opened.value.ledger.rows[1];
  if (counted?.ae.kind !== 'amount') return 'no amount';
  return `AE ${counted.ae.cents / 100}${marksOf(counted).length > 0 ? ', in doubt' : ''}`;
}

test.each`
  label                                           | ej              | supplier   | expected
  ${'Délégation de crédits n° 1'}                 | ${''}           | ${'DGEFP'} | ${'ignored: balance'}
  ${'Crédits reçus'}                              | ${''}           | ${'DGEFP'} | ${'ignored: balance'}
  ${'AE reçues'}                                  | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Mise à disposition de crédits'}              | ${''}           | ${'DGEFP'} | ${'ignored: balance'}
  ${'Mise à disposition'}                         | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Délégation complémentaire'}                  | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Virement de PDE vers SF'}                    | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Virement de PDE vers SF (fongibilité n° 2)'} | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Virement reçu de PDE'}                       | ${''}           | ${'DGEFP'} | ${'ignored: balance'}
  ${'Redéploiement n° 2'}                         | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Gel'}                                        | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Mise à disposition'}                         | ${''}           | ${'Octo'}  | ${'AE 50000'}
  ${'Mise à disposition'}                         | ${'1400000009'} | ${''}      | ${'AE 50000'}
  ${'Mise à disposition de développeurs'}         | ${''}           | ${''}      | ${'AE 50000'}
  ${'Délégation de crédits n° 1'}                 | ${'1400000009'} | ${''}      | ${'AE 50000'}
  ${'Transfert de compétences'}                   | ${''}           | ${''}      | ${'AE 50000'}
  ${'Virement de données vers PDE'}               | ${''}           | ${''}      | ${'AE 50000'}
  ${'Tranche 1 de développement'}                 | ${''}           | ${''}      | ${'AE 50000'}
  ${'Versement de CP'}                            | ${''}           | ${''}      | ${'AE 50000'}
  ${'Report de crédits 2022'}                     | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Dotation complémentaire'}                    | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Abondement DGEFP'}                           | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Avenant n° 1 à la convention'}               | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Avenant 2 de la convention DGEFP'}           | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Réserve 3 %'}                                | ${''}           | ${''}      | ${'ignored: balance'}
  ${'À programmer'}                               | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Reste à programmer'}                         | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Non affecté'}                                | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Non affecté'}                                | ${''}           | ${'Octo'}  | ${'AE 50000'}
  ${'Réserve 3 %'}                                | ${'1400000009'} | ${''}      | ${'AE 50000'}
  ${'Dotation informatique'}                      | ${''}           | ${''}      | ${'AE 50000'}
  ${'Avenant n° 1 à la convention Octo'}          | ${''}           | ${''}      | ${'AE 50000'}
  ${'Avenant n° 1'}                               | ${''}           | ${''}      | ${'AE 50000'}
  ${'Réserve de matériel'}                        | ${''}           | ${''}      | ${'AE 50000'}
  ${'Abondement fonds de concours'}               | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Gel réserve de précaution 3 %'}              | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Dégel de la réserve'}                        | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Mise en réserve 4 % des AE'}                 | ${''}           | ${''}      | ${'ignored: balance'}
  ${'LFI 2023'}                                   | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Loi de finances rectificative 2023'}         | ${''}           | ${''}      | ${'ignored: balance'}
  ${"Décret d'avance"}                            | ${''}           | ${''}      | ${'ignored: balance'}
  ${'DM1'}                                        | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Décision modificative n° 2'}                 | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Enveloppe notifiée'}                         | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Notification DGEFP'}                         | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Complément DGEFP (avenant 1)'}               | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Versement du délégant'}                      | ${''}           | ${''}      | ${'ignored: balance'}
  ${'MAD complémentaire'}                         | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Report FDC 2022'}                            | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Rattachement de fonds de concours'}          | ${''}           | ${''}      | ${'ignored: balance'}
  ${'Abondement'}                                 | ${''}           | ${'DGEFP'} | ${'ignored: balance'}
  ${'Versement n° 2'}                             | ${''}           | ${'DGEFP'} | ${'ignored: balance'}
  ${'Complément'}                                 | ${''}           | ${'DGEFP'} | ${'ignored: balance'}
  ${'Formation'}                                  | ${''}           | ${'DGEFP'} | ${'AE 50000'}
  ${'Abondement'}                                 | ${'1400000009'} | ${'DGEFP'} | ${'AE 50000'}
  ${'Versement n° 2'}                             | ${''}           | ${'Octo'}  | ${'AE 50000'}
  ${'Versement DGEFP'}                            | ${''}           | ${'Octo'}  | ${'AE 50000'}
  ${'Versement à la DGEFP'}                       | ${''}           | ${''}      | ${'AE 50000'}
  ${'Notification'}                               | ${''}           | ${''}      | ${'AE 50000'}
  ${'Notification du marché'}                     | ${''}           | ${''}      | ${'AE 50000'}
  ${'Complément'}                                 | ${''}           | ${''}      | ${'AE 50000'}
  ${'Complément Octo'}                            | ${''}           | ${''}      | ${'AE 50000'}
  ${'Gel hydroalcoolique'}                        | ${''}           | ${''}      | ${'AE 50000'}
  ${'Enveloppes kraft'}                           | ${''}           | ${''}      | ${'AE 50000'}
  ${'MAD'}                                        | ${''}           | ${''}      | ${'AE 50000'}
  ${'DM1'}                                        | ${''}           | ${'Octo'}  | ${'AE 50000'}
  ${'DM1 maintenance'}                            | ${''}           | ${''}      | ${'AE 50000'}
  ${'Abondement épargne salariale'}               | ${''}           | ${''}      | ${'AE 50000'}
`('« $label » ($supplier, $ej): $expected', ({ label, ej, supplier, expected }) => {
  expect(outcome(label as string, ej as string, supplier as string)).toBe(expected);
});

test.each`
  remark                            | ej              | supplier  | label      | expected
  ${'abondement'}                   | ${''}           | ${''}     | ${''}      | ${'ignored: balance'}
  ${'Dotation'}                     | ${''}           | ${''}     | ${''}      | ${'ignored: balance'}
  ${'Avenant n° 1 à la convention'} | ${''}           | ${''}     | ${''}      | ${'ignored: balance'}
  ${'Crédits reçus'}                | ${''}           | ${''}     | ${''}      | ${'ignored: balance'}
  ${'abondement'}                   | ${'1400000009'} | ${''}     | ${''}      | ${'AE 50000'}
  ${'abondement'}                   | ${'en cours'}   | ${''}     | ${''}      | ${'AE 50000, in doubt'}
  ${'abondement'}                   | ${''}           | ${'Octo'} | ${''}      | ${'AE 50000, in doubt'}
  ${'abondement'}                   | ${''}           | ${''}     | ${'Étude'} | ${'AE 50000, in doubt'}
  ${'Crédits notifiés'}             | ${''}           | ${''}     | ${'Étude'} | ${'AE 50000, in doubt'}
  ${'Plafond'}                      | ${''}           | ${''}     | ${'Étude'} | ${'AE 50000, in doubt'}
  ${'Total'}                        | ${''}           | ${''}     | ${'Étude'} | ${'AE 50000, in doubt'}
  ${'Total'}                        | ${'1400000009'} | ${''}     | ${'Étude'} | ${'AE 50000'}
  ${'Budget 2023'}                  | ${''}           | ${''}     | ${'Étude'} | ${'AE 50000'}
  ${'LFI 2023'}                     | ${''}           | ${''}     | ${'Étude'} | ${'AE 50000'}
  ${'LFI 2023'}                     | ${''}           | ${''}     | ${''}      | ${'ignored: balance'}
  ${'dont 200 € de frais'}          | ${''}           | ${''}     | ${'Étude'} | ${'AE 50000'}
  ${'Solde'}                        | ${''}           | ${''}     | ${'Étude'} | ${'AE 50000'}
  ${'Solde'}                        | ${''}           | ${''}     | ${''}      | ${'AE 50000'}
  ${'Avenant n° 1'}                 | ${''}           | ${''}     | ${''}      | ${'AE 50000'}
`('the remark « $remark » ($label, $supplier, $ej): $expected', ({ remark, ej, supplier, label, expected }) => {
  expect(outcome(label as string, ej as string, supplier as string, remark as string)).toBe(expected);
});

test('the remark « Dotation » on a row that has the codes of a commitment: it is engaged', () => {
  const headings = ['Axe ministériel 2', 'Programme', 'Activité', 'Date EJ', 'Montant AE', 'Commentaire'];
  const row = (ae: number, remark: string, code: string | null): CellValue[] => [
    ...['PDE', code && '103', code, 45_000],
    ...[ae, remark],
  ];
  const rows = [headings, row(1000, 'Étude', '010300000104'), row(6000, 'Dotation', '010300000104')];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows: [...rows, row(9000, 'Dotation', null)] }), {
    convention: convention2023(),
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { ledger, ignored } = opened.value;
  expect(ledger.rows.map(({ ae }) => (ae.kind === 'amount' ? ae.cents / 100 : null))).toEqual([1000, 6000]);
  expect(ignored).toMatchObject([{ row: 3, reason: 'balance' }]);
});

test.each`
  label                                 | ae         | cp         | expected
  ${'Dotation initiale'}                | ${500_000} | ${573_032} | ${'AE 10000, CP 4000'}
  ${'Mise à disposition des AE et CP'}  | ${500_000} | ${300_000} | ${'AE 10000, CP 4000'}
  ${'Ouverture de crédits de paiement'} | ${null}    | ${300_000} | ${'AE 10000, CP 4000'}
  ${'Virement de SF vers PDE'}          | ${20_000}  | ${20_000}  | ${'AE 10000, CP 4000'}
  ${'Dotation informatique'}            | ${null}    | ${300_000} | ${'AE 10000, CP 304000'}
  ${'Versement'}                        | ${null}    | ${300_000} | ${'AE 10000, CP 304000'}
`('the one day of « $label » does not make a payment of it: $expected', ({ label, ae, cp, expected }) => {
  const rows: CellValue[][] = [
    ['Date', 'Libellé', 'Enveloppe', 'N° EJ', 'AE', 'CP'],
    [DAY, label as string, 'PDE', null, ae as number | null, cp as number],
    [DAY + 5, 'Étude', 'PDE', '1400000001', 10_000, null],
    [DAY + 40, 'Facture Octo', 'PDE', '1400000001', null, 4_000],
  ];
  expect(sumsRead({ name: 'Suivi', rows })).toBe(`${expected as string}, 0 unread`);
});

describe('a day of payment beside the same day of commitment', () => {
  /** The AE and the CP that count, and the findings. */
  function read(label: string, ae: number | null, paidOn: number): string {
    const rows: CellValue[][] = [
      ['Enveloppe', 'N° EJ', 'Objet', 'Date EJ', 'Montant AE', 'Montant CP', 'Date paiement'],
      ['PDE', '1400000001', 'Étude', DAY, 10_000, 4_000, DAY + 40],
      ['PDE', null, label, ae === null ? null : DAY, ae, 20_000, paidOn],
    ];
    const { ae: counted, found } = judged(rows);
    return [counted, ...found].join(' ');
  }

  test.each`
    label                             | ae        | paidOn     | expected
    ${'Abondement fonds de concours'} | ${20_000} | ${DAY}     | ${'10000 DON-05 E3'}
    ${'Complément DGEFP'}             | ${50_000} | ${DAY}     | ${'10000 DON-05 E3'}
    ${'Délégation de crédits n° 1'}   | ${null}   | ${DAY}     | ${'10000 DON-05 F3'}
    ${'Rallonge 2023'}                | ${null}   | ${DAY + 9} | ${'10000 DON-05 F3'}
    ${'LFI 2023'}                     | ${null}   | ${DAY + 9} | ${'10000 DON-05 F3'}
    ${'Gel réserve de précaution'}    | ${null}   | ${DAY + 9} | ${'10000 DON-05 F3'}
    ${'Mise à disposition n° 1'}      | ${20_000} | ${DAY}     | ${'30000 EJ-01 B3'}
    ${'Mise à disposition n° 2'}      | ${null}   | ${DAY + 9} | ${'10000 EJ-01 B3'}
    ${'Délégation complémentaire'}    | ${null}   | ${DAY + 9} | ${'10000 EJ-01 B3'}
    ${'MAD n° 4'}                     | ${null}   | ${DAY + 9} | ${'10000 EJ-01 B3'}
    ${'Abondement fonds de concours'} | ${20_000} | ${DAY + 9} | ${'30000 EJ-01 B3'}
    ${'Mise à disposition'}           | ${20_000} | ${DAY}     | ${'30000 EJ-01 B3'}
    ${'Mise à disposition 2023'}      | ${20_000} | ${DAY}     | ${'30000 EJ-01 B3'}
    ${'Dotation complémentaire'}      | ${20_000} | ${DAY}     | ${'30000 EJ-01 B3'}
    ${'Carte achat'}                  | ${20_000} | ${DAY}     | ${'30000 EJ-01 B3'}
  `('« $label », AE $ae: $expected', ({ label, ae, paidOn, expected }) => {
    expect(read(label as string, ae as number | null, paidOn as number)).toBe(expected);
  });
});

test('credits with a CP on the day of a payment are one information, and are in no total', () => {
  const { ae, found, sentencesOf } = judged([
    ['Enveloppe', 'N° EJ', 'Objet', 'Date EJ', 'Montant AE', 'Montant CP', 'Date paiement'],
    ['PDE', '1400000001', 'Étude', DAY, 10_000, 4_000, DAY + 40],
    ['PDE', null, 'Rallonge 2023', null, null, 4_000, DAY],
    ['PDE', '1400000002', 'Audit', DAY, 2_000, null, null],
    ['Total', null, null, null, 12_000, 4_000, null],
  ]);
  expect([ae, found]).toEqual([12_000, ['DON-05 F3', 'DON-05 E5']]);
  expect(sentencesOf('DON-05')[0]).toContain('sur une ligne dont les mots nomment des crédits (');
  expect(sentencesOf('DON-05')[1]).toContain('comme la somme des lignes');
});

test('one column of days: credits with a CP alone are reported, and so are those with an AE alone', () => {
  const { found } = judged([
    ['Enveloppe', 'N° EJ', 'Objet', 'Date', 'Montant AE', 'Montant CP'],
    ['PDE', '1400000001', 'Étude', DAY, 10_000, null],
    ['PDE', '1400000001', 'Étude', DAY + 40, null, 4_000],
    ['PDE', null, 'LFI 2023', DAY, null, 20_000],
    ['PDE', null, 'LFI 2023', DAY, 20_000, null],
  ]);
  expect(found).toEqual(['DON-05 F4', 'DON-05 E5']);
});

test('a part whose amount cannot be read is reported', () => {
  const rows = (ae: CellValue) => [
    ['Enveloppe', 'N° EJ', 'Objet', 'Date EJ', 'Montant AE'],
    ['PDE', '1400000001', 'Étude', DAY, 10_000],
    ['PDE', null, 'dont option', null, ae],
  ];
  expect(judged(rows(2_000)).found).not.toContain('DON-01 E3');
  expect(judged(rows('2 000 env.')).found).toContain('DON-01 E3');
});

describe('credits without a day of payment', () => {
  const judgedWith = (label: string, ae: CellValue, cp: CellValue) =>
    judged([
      ['Enveloppe', 'N° EJ', 'Objet', 'Date EJ', 'Montant AE', 'Montant CP', 'Date paiement'],
      ['PDE', '1400000001', 'Étude', DAY, 10_000, 4_000, DAY + 40],
      ['PDE', null, label, null, ae, cp, null],
    ]);

  test.each([
    ['LFI 2023', null, 25_000, 'Montant CP 25 000,00 €, sur'],
    ['Gel de la réserve', null, 500, 'Montant CP 500,00 €, sur'],
    ['Mise à disposition', null, 700, 'Montant CP 700,00 €, sur'],
    ['Réserve 3 %', null, 300, 'Montant CP 300,00 €, sur'],
    ['AE reçues', 25_000, null, 'Montant AE 25 000,00 €, sur'],
    ['Rallonge 2023', 25_000, 26_000, 'Montant AE 25 000,00 € et Montant CP 26 000,00 €, sur'],
    ['LFI 2023', null, '25 000 env.', '« 25 000 env. », qui ne peut pas être lu, sur'],
  ])('« %s », AE %s, CP %s: one sentence', (label, ae, cp, expected) => {
    const { ae: counted, cp: paid, found, sentencesOf } = judgedWith(label, ae, cp);
    expect([counted, paid, found]).toEqual([10_000, 4_000, [`DON-05 ${ae === null ? 'F' : 'E'}3`]]);
    expect(sentencesOf('DON-05')[0]?.replace(/\s/g, ' ')).toContain(expected);
  });

  test('0,00 is no amount', () => expect(judgedWith('LFI 2023', null, 0).found).toEqual([]));
});

describe('« Report 2022 » on a day of its own', () => {
  const judgedWith = (label: string, day: number | null, ae: number, cp: number | null = null) =>
    judged([
      ['Enveloppe', 'N° EJ', 'Objet', 'Date EJ', 'Montant AE', 'Date paiement', 'Montant CP'],
      ['PDE', '1400000001', 'Étude', DAY, 10_000, null, null],
      ['PDE', '1400000002', 'Audit', DAY, 2_000, null, null],
      ['PDE', null, label, day, ae, null, cp],
    ]);

  test.each([
    ['credits that are carried over', 'Report 2022', DAY, 1_000, 'qui n’est la somme d’aucune ligne'],
    ['credits of the year before', 'Report N-1', DAY, 1_000, 'qui n’est la somme d’aucune ligne'],
    ['a running total, right', 'Report 2022', DAY, 12_000, 'comme la somme des lignes'],
    ['without a day, a running total, wrong', 'Report 2022', null, 1_000, 'alors que les lignes totalisent'],
    ['of a page, wrong', 'À reporter', DAY, 1_000, 'alors que les lignes totalisent'],
  ] as const)('%s', (_, label, day, ae, sentence) => {
    const { ae: counted, found, sentencesOf } = judgedWith(label, day, ae);
    expect([counted, found]).toEqual([12_000, ['DON-05 E4']]);
    expect(sentencesOf('DON-05')[0]).toContain(sentence);
  });

  test('credits with AE and CP are one information', () => {
    expect(judgedWith('Report 2022', DAY, 1_000, 1_000).found).toEqual(['DON-05 E4']);
  });
});

describe('a row of what is left, or of what is consumed', () => {
  const judgedWith = (label: string, day: CellValue) =>
    judged([
      ['Enveloppe', 'N° EJ', 'Objet', 'Date EJ', 'Montant AE', 'Date paiement', 'Montant CP'],
      ['PDE', '1400000001', 'Étude', DAY, 10_000, null, null],
      ['PDE', null, label, day, 12.5, null, null],
      ['PDE', '1400000002', 'Audit', DAY, 2_000, null, null],
    ]);

  test.each(['Écart', 'Différence', 'Consommé', 'Crédits engagés', 'Budget', 'Reste à payer'])(
    '« %s » on a day may be an expense: it counts for nothing, and is reported',
    (label) => {
      const { ae: counted, found, sentencesOf } = judgedWith(label, DAY + 3);
      expect([counted, found]).toEqual([12_000, ['DON-05 E3']]);
      expect(sentencesOf('DON-05')[0]?.replace(/\s/g, ' ')).toContain('Ligne datée, non comptée : Montant AE 12,50 €');
    },
  );

  test('in a month alone it may be one too', () =>
    expect(judgedWith('Écart', 'mars 2023').found).toEqual(['DON-05 E3']));

  test('without a day it recalls a figure', () => expect(judgedWith('Écart', null).found).toEqual([]));
});
