/** Payments on a sheet of their own take the codes, the envelope and the budget line of their EJ line. */
import { control } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { centsOf } from '../../../src/domain/money/known-cents';
import type { CellValue } from '../../../src/workbook/cells';
import { blockOfRow, placeOfRow } from '../../../src/workbook/ledger/ledger-source';
import { describeFinding } from '../../../src/messages/describe-finding';
import { convention2023 } from '../../support/conventions';
import { controlled } from '../../support/ledgers/ledger-workbook';
import { workbookOf } from '../../support/ledgers/workbook-of';

const EJ_HEADINGS = [
  'N° EJ',
  'Poste EJ',
  'Objet',
  'Axe ministériel 2',
  'Poste de dépense',
  'Domaine fonctionnel',
  'Centre financier',
  'Activité',
  'Centre de coûts',
  'Date EJ',
  'Montant AE',
];
const CODES = ['0103-01-01', '0103-CEFP-C002', '010300000104', 'EMPEF00075'];
const MARCH = 45000;

const ej = (
  number: string,
  line: CellValue,
  axis: string,
  poste: string,
  ae: number,
  codes = CODES,
): readonly CellValue[] => [number, line, 'Développement', axis, poste, ...codes, MARCH, ae];

function opened(
  ejs: readonly (readonly CellValue[])[],
  payments: readonly (readonly CellValue[])[],
  headings: readonly string[],
) {
  const workbook = workbookOf(
    { name: 'EJ', rows: [EJ_HEADINGS, ...ejs] },
    { name: 'DP', rows: [headings, ...payments] },
  );
  const dossier = openDossier(workbook, { convention: convention2023() });
  if (!dossier.ok) throw new Error(JSON.stringify(dossier.failure));
  const report = control(dossier.value, isoDate('2023-12-31'));
  const paid = dossier.value.ledger.rows.filter((row) => row.cp.kind === 'amount');
  return {
    axes: paid.map(({ imputation: { ministerialAxis2: axis } }) => (axis.kind === 'code' ? axis.canonical : axis.kind)),
    postes: paid.map(({ budgetLine }) => budgetLine),
    unchecked: report.unchecked.length,
    onPayments: report.findings.flatMap(({ rule, place }) =>
      place.kind === 'row' && paid.some(({ key }) => key === place.row) ? [rule] : [],
    ),
    paidOnPde: report.balances,
  };
}

const WITH_LINE = ['N° EJ', 'N° poste EJ', 'N° DP', 'Date paiement', 'Montant payé'];
const WITHOUT = ['N° EJ', 'N° DP', 'Date paiement', 'Montant payé'];
const PDE = ej('1405512301', 1, 'PDE', 'Frais annexes', 1000);

test('the EJ line provides its envelope, its codes and its budget line', () => {
  const ejs = [PDE, ej('1405512301', '00002', 'Signaux Faibles', 'Outils de production', 2000)];
  const paid = opened(
    ejs,
    [
      ['1405512301', 2, '100241599', MARCH + 30, 600],
      ['1405512301', '1', '100241600', MARCH + 30, 400],
    ],
    WITH_LINE,
  );
  expect(paid).toMatchObject({
    axes: ['Signaux Faibles', 'PDE'],
    postes: ['Outils de production', 'Frais annexes'],
    unchecked: 0,
    onPayments: [],
  });
});

test('without an EJ line, an EJ with one value provides it; one with two provides none, and the payment is unchecked', () => {
  const payment = ['1405512301', '100241599', MARCH + 30, 600];
  expect(opened([PDE], [payment], WITHOUT)).toMatchObject({ axes: ['PDE'], unchecked: 0, onPayments: [] });
  const two = [PDE, ej('1405512301', 2, 'Signaux Faibles', 'Frais annexes', 2000)];
  expect(opened(two, [payment], WITHOUT)).toMatchObject({
    axes: ['absent'],
    postes: ['Frais annexes'],
    unchecked: 1,
    onPayments: ['IMP-06'],
  });
});

test.each`
  retraits                                          | ae             | rules
  ${[['1405512301', MARCH + 60, -100, 'Reliquat']]} | ${[900, 500]}  | ${[]}
  ${[['1405512301', MARCH + 60, 100, 'Reliquat']]}  | ${[900, 500]}  | ${['DON-10: compté en diminution']}
  ${[['1405512399', MARCH + 60, 100, 'Reliquat']]}  | ${[1000, 500]} | ${["DON-10: n'entre dans aucun chiffre", 'EJ-08']}
`('retraits on a sheet of their own lower the envelope of their EJ: $retraits', ({ retraits, ae, rules }) => {
  const ejs = [PDE, ej('1405512302', 1, 'Signaux Faibles', 'Outils de production', 500)];
  const workbook = workbookOf(
    { name: 'EJ', rows: [EJ_HEADINGS, ...ejs] },
    { name: 'DP', rows: [WITHOUT, ['1405512301', '100241599', MARCH + 30, 600]] },
    { name: 'Retraits', rows: [['N° EJ', 'Date', 'Montant', 'Motif'], ...retraits] },
  );
  const { report } = controlled(workbook, '2023-12-31', convention2023());
  const consumed = ['PDE', 'SF'].map(
    (envelope) => (report.balances.figures({ envelope, line: null }, 'AE').consumed?.cents ?? NaN) / 100,
  );
  expect(consumed).toEqual(ae);
  const ofRetraits = report.findings.flatMap((finding) => {
    if (finding.place.kind !== 'row' || blockOfRow(finding.place.row) !== 2) return [];
    if (finding.rule === 'DON-10') {
      const { message } = describeFinding(finding, convention2023(), 'fr');
      const isLowered = message.includes('compté en diminution');
      return [`DON-10: ${isLowered ? 'compté en diminution' : "n'entre dans aucun chiffre"}`];
    }
    return finding.rule === 'IMP-06' || finding.rule === 'DON-08' ? [] : [finding.rule];
  });
  expect(ofRetraits.sort()).toEqual(rules);
});

test('an EJ without a commitment row provides nothing', () => {
  expect(opened([PDE], [['1405512399', '100241599', MARCH + 30, 600]], WITHOUT)).toMatchObject({
    axes: ['absent'],
    unchecked: 1,
  });
});

test('a wrong code of the EJ is reported once, on the row of the EJ', () => {
  const wrong = ej('1405512301', 1, 'PDE', 'Frais annexes', 1000, [
    '0103-01-01',
    '0103-CEFP-C009',
    '010300000104',
    'EMPEF00075',
  ]);
  expect(opened([wrong], [['1405512301', '100241599', MARCH + 30, 600]], WITHOUT)).toMatchObject({
    axes: ['PDE'],
    onPayments: [],
  });
});

test('an empty cell of a column that the payments have stays empty', () => {
  const headings = [...WITHOUT, 'Axe ministériel 2'];
  const paid = opened(
    [PDE],
    [
      ['1405512301', '100241599', MARCH + 30, 600, null],
      ['1405512301', '100241600', MARCH + 30, 1, 'PDE'],
    ],
    headings,
  );
  expect(paid).toMatchObject({ axes: ['absent', 'PDE'], unchecked: 1, onPayments: ['IMP-06'] });
});

describe('a sheet an envelope, without a column for it', () => {
  const HEADINGS = ['N° EJ', 'N° DP', 'Poste de dépense', 'Date EJ', 'Date paiement', 'Montant AE', 'Montant CP'];
  const AUDIT = 'Prestations d’audit de sécurité (tests d’intrusion)';
  const FEES = 'Frais annexes';
  const commitment = (number: string, poste: string): readonly CellValue[] => [
    number,
    '',
    poste,
    MARCH,
    null,
    1000,
    null,
  ];
  const payment = (number: string, poste: string): readonly CellValue[] => {
    const [dp, amount] = poste === FEES ? ['100241599', 600] : ['100241600', 350];
    return [number, dp, poste, null, MARCH + 30, null, amount];
  };

  function onSheets(pde: readonly (readonly CellValue[])[], sf: readonly (readonly CellValue[])[]) {
    const workbook = workbookOf(
      { name: 'PDE', rows: [HEADINGS, ...pde] },
      { name: 'Signaux Faibles', rows: [HEADINGS, ...sf] },
    );
    const dossier = openDossier(workbook, { convention: convention2023() });
    if (!dossier.ok) throw new Error(JSON.stringify(dossier.failure));
    const { balances, findings } = control(dossier.value, isoDate('2023-12-31'));
    const paid = (envelope: string) => centsOf(balances.figures({ envelope, line: null }, 'CP').consumed);
    return {
      paid: { PDE: paid('PDE'), SF: paid('SF') },
      inferred: dossier.value.ledger.reading?.inferred.map(({ envelope, rows }) => `${envelope} ${rows}`),
      found: findings.flatMap(({ rule, place, severity }) => {
        const at = place.kind === 'row' && placeOfRow(dossier.value.blocks, place.row);
        return at && ['EJ-05', 'FON-04'].includes(rule) ? [`${rule} ${severity} ${at.block.sheet} ${at.row + 1}`] : [];
      }),
    };
  }

  test('a payment counts in the envelope of its own sheet, whatever the sheet of its EJ; the contradiction is EJ-05', () => {
    const rows = onSheets(
      [commitment('1405512301', FEES), payment('1405512301', FEES)],
      [commitment('1405512302', AUDIT), payment('1405512301', AUDIT)],
    );
    expect(rows).toEqual({
      paid: { PDE: 60_000, SF: 35_000 },
      inferred: ['PDE 2', 'SF 2'],
      found: ['EJ-05 error Signaux Faibles 3'],
    });
  });

  test('nothing is found where each payment is on the sheet of its EJ', () => {
    const rows = onSheets(
      [commitment('1405512301', FEES), payment('1405512301', FEES)],
      [commitment('1405512302', AUDIT), payment('1405512302', AUDIT)],
    );
    expect(rows).toEqual({ paid: { PDE: 60_000, SF: 35_000 }, inferred: ['PDE 2', 'SF 2'], found: [] });
  });

  test('where the poste of the payment is of the other envelope, FON-04 reports it alone', () => {
    const rows = onSheets(
      [commitment('1405512301', FEES)],
      [commitment('1405512302', AUDIT), payment('1405512301', FEES)],
    );
    expect([rows.paid, rows.found]).toEqual([{ PDE: 0, SF: 60_000 }, ['FON-04 error Signaux Faibles 3']]);
  });
});
