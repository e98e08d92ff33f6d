/**
 * Payments under the title of a group that announces them, « Échéancier » over « Date 1 | CP 1 »: they count as paid on
 * their days, and are reported (LEC-05), since the title may be that of payments to come.
 */
import { controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';

const OF_EJ = ['N° EJ', 'Date EJ', 'Axe 2', 'Montant AE'];
const FOUR_DATED = ['400 44986', '300 44987', '200 45047', '100 45048'];

/** The headings of LEC-05 on payments, with the rows that each reports. */
function doubtsUnder(titles: readonly CellValue[], headings: readonly string[] = ['Date 1', 'CP 1', 'Date 2', 'CP 2']) {
  const rows: CellValue[][] = [
    [...titles],
    [...OF_EJ, ...headings],
    ['1400000001', 44_936, 'PDE', 1_000, 44_986, 400, 45_047, 200],
    ['1400000002', 44_937, 'PDE', 1_000, 44_987, 300, 45_048, 100],
  ];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  return report.findings.flatMap((finding) =>
    finding.rule === 'LEC-05' ? [`${finding.severity} ${String(finding.details.heading)}`] : [],
  );
}

test.each([
  'Échéancier',
  'Échéancier prévisionnel',
  'Calendrier de paiement',
  'Calendrier des paiements',
  'Échéances',
  'Planning des CP',
  'Prévision de paiement',
  'Paiements prévus',
  'CP prévisionnels',
])('wrong: a warning for the payments under « %s »', (title) => {
  expect(doubtsUnder([null, null, null, null, title])).toEqual([`warning ${title}`]);
});

test.each([
  ['Paiements', [null, null, null, null, 'Paiements']],
  ['paid for sure', [null, null, null, null, 'Calendrier des paiements effectués']],
  ['a title over all the columns', ['Échéancier des marchés']],
  ['a title over the commitments', [null, 'Échéancier', null, null, 'Paiements']],
])('right: %s', (_, titles) => {
  expect(doubtsUnder(titles)).toEqual([]);
});

test.each([
  ...['Échéancier', 'Calendrier', 'Planning', 'Échéances', 'Exécution', 'Suivi', 'Paiements', 'Règlements', 'CP'],
])('the payments under « %s » all have their day, the first of each row too', (title) => {
  const rows: CellValue[][] = [
    [null, null, null, null, null, title],
    [...OF_EJ, 'Objet', 'Date 1', 'CP 1', 'Date 2', 'CP 2'],
    ['1400000001', 44_936, 'PDE', 1_000, 'Études', 44_986, 400, 45_047, 200],
    ['1400000002', 44_937, 'PDE', 1_000, 'Serveurs', 44_987, 300, 45_048, 100],
  ];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const paid = dossier.ledger.rows.flatMap(({ cp, paymentDate }) =>
    cp.kind === 'amount' ? [`${cp.cents / 100} ${paymentDate.kind === 'date' ? paymentDate.raw : 'on no day'}`] : [],
  );
  expect(paid).toEqual(FOUR_DATED);
  const announced = report.findings.flatMap(({ rule, details }) => (rule === 'LEC-05' ? [details.rows] : []));
  expect(announced).toEqual(/éch|cal|plan/i.test(title) ? [4] : []);
});
