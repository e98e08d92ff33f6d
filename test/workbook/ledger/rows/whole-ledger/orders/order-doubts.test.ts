/** Commitments that other rows replace, order or detail, and options that nobody took up: they count, and are reported (LEC-05). */
import { isoDate } from '../../../../../../src/domain/calendar/civil-date';
import { controlledAt } from '../../../../../../src/application/control';
import { openDossier } from '../../../../../../src/application/open-dossier';
import type { CellValue } from '../../../../../../src/workbook/cells';
import { convention2023 } from '../../../../../support/conventions';
import { workbookOf } from '../../../../../support/ledgers/workbook-of';

type Row = readonly CellValue[];

const HEADINGS: Row = ['Axe ministériel 2', 'N° EJ', 'Date EJ', 'Fournisseur', 'Objet', 'Montant AE', 'Observations'];

/** The LEC-05 of a ledger of rows « EJ, supplier, label, AE, remark »: « 2 row words ». */
function found(rows: readonly Row[], headings = HEADINGS, statuses: Row = []): readonly string[] {
  const sheet = rows.map(([ej = null, supplier = null, label = null, ae = null, remark = null], at) => [
    ...['PDE', ej, 45_000 + at, supplier, label, ae, remark],
    ...(statuses.length > 0 ? [statuses[at] ?? null] : []),
  ]);
  const opened = openDossier(workbookOf({ name: 'Suivi', rows: [headings, ...sheet] }), {
    convention: convention2023(),
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  return report.findings.flatMap(({ rule, details, place }) =>
    rule === 'LEC-05' ? [`${String('row' in place ? place.row : '')} ${details.about ?? ''} ${details.raw}`] : [],
  );
}

const OTHER: Row = ['1400000009', 'Beta', 'Audit', 6000];

describe('framework agreements', () => {
  const orders = (...labels: string[]): readonly Row[] =>
    labels.map((label, at) => [`140000001${at}`, null, label, 1000 * (at + 1)]);

  test.each(['Accord-cadre OCTO', 'Marché à bons de commande OCTO', 'AC OCTO', 'Accord-cadre OCTO, sans minimum'])(
    '« %s » above its orders',
    (label) => {
      const rows = [['1300000001', null, label, 100_000], ...orders('BC 1 sur AC OCTO', 'BC 2 sur AC OCTO'), OTHER];
      expect(found(rows)).toEqual([`1 amount ${label}`]);
    },
  );

  test('an agreement with its maximum, without any order', () => {
    expect(found([['1300000001', 'Octo', 'Accord-cadre Octo (maximum 50 000 €)', 50_000], OTHER])).toEqual([
      '1 amount Accord-cadre Octo (maximum 50 000 €)',
    ]);
  });

  test.each([
    'Accord-cadre UGAP',
    'Accord-cadre OCTO, minimum',
    'Accord-cadre OCTO, BC n° 3',
    'Étude sur accord-cadre',
    'Accord-cadre OCTO, marché subséquent 2',
    'Avenant à l’accord-cadre OCTO',
  ])('« %s » is a commitment', (label) => {
    expect(found([['1400000001', null, label, 10_000], ...orders('BC 1 sur AC OCTO', 'BC 2'), OTHER])).toEqual([]);
  });

  test('without its orders, or with those of another supplier', () => {
    const framework: Row = ['1300000001', 'Octo', 'Accord-cadre', 10_000];
    expect(found([framework, OTHER])).toEqual([]);
    expect(found([framework, ['1400000002', 'Beta', 'BC 1', 100], OTHER])).toEqual([]);
    expect(found([framework, ['1400000002', 'Octo', 'BC 1', 100], OTHER])).toEqual(['1 amount Accord-cadre']);
  });
});

describe('replaced orders', () => {
  const old: Row = ['1400000001', 'Octo', 'BC 12', 8000];

  test.each([
    'Annule et remplace l’EJ 1400000001',
    'Remplace EJ 1400000001 annulé',
    'Se substitue à 1400000001',
    'En remplacement du BC 12',
    'ANNULE ET REMPLACE LA LIGNE 2',
    'Annule l’EJ 1400000001',
    'Annule et remplace',
    'Replaces PO 1400000001',
  ])('« %s » on the new row: the old one counts still', (remark) => {
    expect(found([old, ['1400000002', 'Octo', 'BC 13', 9000, remark], OTHER])).toEqual(['1 replaced 1400000002']);
  });

  test.each(['remplace le poste de M. X', 'Remplacement du serveur', 'Remplace l’EJ 1400000007', 'Annule et remplace'])(
    '« %s » replaces nothing that is known',
    (remark) => {
      expect(found([old, ['1400000002', 'Gamma', 'BC 13', 9000, remark], OTHER])).toEqual([]);
    },
  );

  test('an old EJ that is withdrawn, or that reports itself, is replaced for good', () => {
    const next: Row = ['1400000002', 'Octo', 'BC 13', 9000, 'Annule et remplace l’EJ 1400000001'];
    expect(found([old, ['1400000001', 'Octo', 'Retrait', -8000], next])).toEqual([]);
    expect(found([[...old, 'Remplacé par 1400000002'], next])).toEqual(['1  Remplacé par 1400000002']);
  });
});

describe('requests that were ordered', () => {
  const headings = [...HEADINGS, 'État'];

  test.each(['DA 1000123456', '1000123456'])('« %s », then its EJ', (number) => {
    const rows: readonly Row[] = [[number, null, 'BC 1', 3000], ['1400000001', 'Octo', 'BC 1', 3000], OTHER];
    expect(found(rows, headings, ['Demande d’achat', 'Notifié', 'Notifié'])).toEqual(['1 replaced 1400000001']);
  });

  test('another amount, another label, an EJ before the request, more orders than requests', () => {
    const states: Row = ['Demande', 'Notifié', 'Notifié'];
    const request: Row = ['DA 1000123456', null, 'BC 1', 3000];
    const order: Row = ['1400000001', 'Octo', 'BC 1', 3000];
    expect(found([request, ['1400000001', 'Octo', 'BC 1', 3100], OTHER], headings, states)).toEqual([]);
    expect(found([request, ['1400000001', 'Octo', 'BC 2', 3000], OTHER], headings, states)).toEqual([]);
    expect(found([order, request, OTHER], headings, ['Notifié', 'Demande', 'Notifié'])).toEqual([]);
    expect(found([request, order, ['1400000002', ...order.slice(1)]], headings, states)).toEqual([]);
  });
});

describe('an EJ that is planned, then engaged on another row', () => {
  const headings = [...HEADINGS, 'État'];
  const planned: Row = ['1400000001', null, 'Étude', 3000];
  const states: Row = ['Prévisionnel', 'Notifié', 'Notifié'];

  test.each`
    what                                            | engaged                                         | doubts
    ${'the same AE under the same label'}           | ${['1400000001', 'Octo', 'Étude', 3000]}        | ${['1 replaced 1400000001']}
    ${'another AE, which may be a further one'}     | ${['1400000001', 'Octo', 'Étude', 2500]}        | ${[]}
    ${'another label, which is another commitment'} | ${['1400000001', 'Octo', 'Étude, lot 2', 3000]} | ${[]}
    ${'another EJ'}                                 | ${['1400000002', 'Octo', 'Étude', 3000]}        | ${[]}
  `('$what: $doubts', ({ engaged, doubts }: { engaged: Row; doubts: readonly string[] }) => {
    expect(found([planned, engaged, OTHER], headings, states)).toEqual(doubts);
  });

  test('engaged before it is planned again: a further commitment', () => {
    const engaged: Row = ['1400000001', 'Octo', 'Étude', 3000];
    expect(found([engaged, planned, OTHER], headings, ['Notifié', 'Prévisionnel', 'Notifié'])).toEqual([]);
  });
});

describe('options and renewals', () => {
  const under = (label: string, remark: string | null = null): readonly string[] =>
    found([['1100000001', 'Octo', 'Tranche ferme', 9000], ['1100000001', 'Octo', label, 4000, remark], OTHER]);

  test.each([
    'Tranche optionnelle 1',
    'Marché - TO2',
    'Marché année 2 (reconduction 2024)',
    'Reconduction tacite 2024',
  ])('« %s » is not known to be taken up', (label) => {
    expect(under(label)).toEqual([`2 row ${label}`]);
  });

  test.each([
    'Tranche optionnelle 1 affermie',
    'TO1 notifiée',
    'Option retenue',
    'Reconduction 2023',
    'Reconduction',
    'Marché reconduit le 12/03',
    'Étude de la tranche optionnelle',
  ])('« %s » is, or is something else', (label) => {
    expect(under(label)).toEqual([]);
  });

  test('a remark, a status or a payment shows it', () => {
    expect(under('Tranche optionnelle 1', 'affermie le 12/06')).toEqual([]);
    expect(under('Maintenance', 'reconduction 2024 possible')).toEqual([]);
    const rows: readonly Row[] = [['1100000001', 'Octo', 'Tranche optionnelle 1', 4000], OTHER];
    expect(found(rows, [...HEADINGS, 'État'], ['Notifié', 'Notifié'])).toEqual([]);
  });
});
