/**
 * The drawing of the pane and the chart of the workbook agree: each point is the amount of the cell that the native
 * chart draws.
 */
import { control } from '../../src/application/control';
import { planDocuments } from '../../src/application/documents/documents';
import type { Dossier } from '../../src/application/dossier';
import { isoDate } from '../../src/domain/calendar/civil-date';
import { monthlyViews } from '../../src/taskpane/situation/monthly-view';
import { SERIES_LOOKS } from '../../src/workbook/chart-looks';
import type { PlannedChart } from '../../src/workbook/plan';
import { findSheet, valueAt, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import { applyPlan } from '../support/apply-plan';
import { convention2023 } from '../support/conventions';
import { controlled, ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { opened, sampleDossier } from '../support/sample-dossier';
import { workbookOf } from '../support/worlds/check';
import { cleanWorld } from '../support/worlds/clean';

const MONTHS = 12;

interface Drawn {
  readonly envelope: string;
  readonly nature: string;
  readonly cumulated: readonly unknown[];
  readonly opened: readonly unknown[];
}

/** The series of the native charts of the État, from the cells of the workbook. */
function nativeCharts(dossier: Dossier, day: string): readonly Drawn[] {
  const plan = planDocuments(dossier, control(dossier, isoDate(day)), ['etat']);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  const after = applyPlan(dossier.workbook, plan.value);
  return plan.value.steps.flatMap((step): readonly Drawn[] => {
    if (step.kind !== 'addChart') return [];
    const [, envelope = '', nature = ''] = /^ENV_Graphique_etat_(.+)_(AE|CP)_\d+$/.exec(step.chart.name) ?? [];
    const seriesOf = (role: string) => valuesOf(after, step.chart, role);
    return [{ envelope, nature, cumulated: seriesOf('cumulated'), opened: seriesOf('ceiling') }];
  });
}

function valuesOf(workbook: WorkbookSnapshot, { source, series }: PlannedChart, wanted: string): readonly unknown[] {
  const sheet = findSheet(workbook, source);
  const area = series.find(({ role }) => role === wanted)?.area;
  if (!sheet || !area) throw new Error(`no series ${wanted}`);
  return Array.from({ length: area.columns }, (_, month) => valueAt(sheet, area.top, area.left + month));
}

/** The series that the pane draws, in euros. */
function paneCharts(dossier: Dossier, day: string): readonly Drawn[] {
  const report = control(dossier, isoDate(day));
  const euros = (cents: readonly number[]): readonly number[] => cents.map((one) => one / 100);
  return dossier.convention.envelopes.flatMap(({ code }) =>
    monthlyViews(report, code).flatMap((view) =>
      view.cumulated === null
        ? []
        : [{ envelope: code, nature: view.nature, cumulated: euros(view.cumulated), opened: euros(view.opened ?? []) }],
    ),
  );
}

/** The workbook has no chart of an envelope without credits and without operations. */
function isNil({ cumulated, opened: ceilings }: Drawn): boolean {
  return [...cumulated, ...ceilings].every((one) => one === 0);
}

test.each(['2023-01-15', '2023-06-30', '2023-12-31', '2024-02-10'])('over the sample, on %s', (day) => {
  const dossier = sampleDossier();
  const native = nativeCharts(dossier, day);
  expect(native.map(({ cumulated }) => cumulated.length)).toEqual(Array(4).fill(MONTHS));
  expect(paneCharts(dossier, day)).toEqual(native);
});

test.each([1, 2, 3, 4])('over a drawn ledger (seed %d), under the convention that was drawn', (seed) => {
  const dossier = opened(workbookOf(cleanWorld(seed, 120)));
  const { creditYear } = dossier.convention;
  for (const day of [`${creditYear}-03-20`, `${creditYear}-11-30`])
    expect(paneCharts(dossier, day).filter((drawn) => !isNil(drawn))).toEqual(nativeCharts(dossier, day));
});

test('a convention that gives AE alone has no drawing of CP', () => {
  const convention = convention2023();
  const envelopes = convention.envelopes.map((envelope) => ({
    ...envelope,
    ceilings: { ...envelope.ceilings, CP: null },
  }));
  const onlyAe = { ...convention, ceilings: { ...convention.ceilings, CP: null }, envelopes };
  const ledger =
    "Axe ministériel 2 | Poste de dépense | N° EJ | Date d'engagement | Montant AE\nPDE | Frais annexes | 1405610188 | 15/02/2023 | 1000";
  const { dossier } = controlled(ledgerWorkbook(convention, ledger), '2023-06-30', onlyAe);
  expect(paneCharts(dossier, '2023-06-30').map(({ nature }) => nature)).toEqual(['AE', 'AE']);
  expect(paneCharts(dossier, '2023-06-30')).toEqual(nativeCharts(dossier, '2023-06-30'));
});

test('each series of a native chart has a contrast of at least 3:1 with white, and differs from the others by more than its colour', () => {
  const looks = Object.values(SERIES_LOOKS);
  for (const { color } of looks) expect(contrastWithWhite(color)).toBeGreaterThanOrEqual(3);
  expect(new Set(looks.map(({ as, isDashed, hasMarkers }) => `${as} ${isDashed} ${hasMarkers}`)).size).toBe(
    looks.length,
  );
});

/** WCAG 2.2, relative luminance. */
function contrastWithWhite(color: string): number {
  const channels = [0, 2, 4].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = channels;
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
