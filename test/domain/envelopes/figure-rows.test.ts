/** The rows behind a figure add up to it: of an envelope, of a poste, of the whole convention. */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { chargeLedger } from '../../../src/domain/envelopes/charged-ledger';
import { rowsOfFigure, type RowFigure } from '../../../src/domain/envelopes/figure-rows';
import type { FigureKey } from '../../../src/domain/envelopes/figures';
import { Euros } from '../../../src/domain/money/euros';
import type { Nature } from '../../../src/domain/money/nature';
import { axisRule, conventionOf, ledgerOf, rowOf, type RowSpec } from './builders';

const EARLIER = '1400000900';
const ROWS: readonly RowSpec[] = [
  { axis2: 'P', poste: 'Frais', ej: '1400000001', ae: 100, committed: '2023-02-01' },
  { axis2: 'P', poste: 'Audit', ej: '1400000002', ae: 200, committed: '2023-02-01' },
  { axis2: 'S', ej: '1400000003', ae: 300, committed: '2023-02-01' },
  { axis2: 'P', ej: '1400000004', ae: 40, status: 'project' },
  { axis2: 'P', ej: '1400000005', ae: 50, status: 'cancelled', committed: '2023-02-01' },
  { axis2: 'inconnue', ej: '1400000006', ae: 60, committed: '2023-02-01' },
  { axis2: 'P', poste: 'Frais', ej: '1400000001', cp: 70, service: '2023-03-01', paid: '2023-03-02' },
  { axis2: 'P', poste: 'Frais', ej: '1400000001', cp: 80, service: '2023-03-01' },
  { axis2: 'P', poste: 'Frais', ej: EARLIER, cp: 90, service: '2023-03-01', paid: '2023-03-02' },
  { axis2: 'P', ej: '1400000007', ae: 'douze', committed: '2023-02-01' },
  { axis2: 'P', ej: '1400000008', ae: 500, committed: '2024-02-01' },
];
const CONVENTION = conventionOf(
  [
    {
      code: 'P',
      ae: 1_000,
      cp: 1_000,
      rap: 90,
      lines: [
        ['Frais', 500],
        ['Audit', 500],
      ],
    },
    { code: 'S', ae: 1_000 },
  ],
  {
    imputation: [axisRule('P', 'P'), axisRule('S', 'S')],
    rap: [{ ej: EARLIER, amount: Euros.fromCents<'CP'>(90) }],
  },
);

it.each`
  key                              | nature  | figure        | rows
  ${{ envelope: 'P', line: null }} | ${'AE'} | ${'consumed'} | ${'0: 100, 1: 200'}
  ${{ envelope: 'S', line: null }} | ${'AE'} | ${'consumed'} | ${'2: 300'}
  ${{ envelope: '*', line: null }} | ${'AE'} | ${'consumed'} | ${'0: 100, 1: 200, 2: 300'}
  ${{ envelope: 'P', line: 0 }}    | ${'AE'} | ${'consumed'} | ${'0: 100'}
  ${{ envelope: 'P', line: 1 }}    | ${'AE'} | ${'consumed'} | ${'1: 200'}
  ${{ envelope: 'P', line: null }} | ${'AE'} | ${'reserved'} | ${'3: 40'}
  ${{ envelope: 'P', line: null }} | ${'CP'} | ${'consumed'} | ${'6: 70, 8: 90'}
  ${{ envelope: 'P', line: 0 }}    | ${'CP'} | ${'consumed'} | ${'6: 70'}
  ${{ envelope: 'P', line: null }} | ${'CP'} | ${'reserved'} | ${'7: 80'}
  ${{ envelope: 'S', line: null }} | ${'CP'} | ${'consumed'} | ${''}
`('$figure $nature of $key: $rows', ({ key, nature, figure, rows }) => {
  const charged = chargeLedger(ledgerOf(ROWS.map((spec, at) => rowOf(spec, at))), CONVENTION, isoDate('2023-12-31'));
  const found = rowsOfFigure(charged, key as FigureKey, nature as Nature, figure as RowFigure);
  expect(found.map(({ row, cents }) => `${row.key}: ${cents}`).join(', ')).toBe(rows);
});
