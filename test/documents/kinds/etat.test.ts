/** État de prévision et de suivi: the year month by month, its landing and the rest, and its charts. */
import { planDocuments, type DocumentId } from '../../../src/application/documents/documents';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { movementOf } from '../../domain/envelopes/builders';
import { forecastOf } from '../../../src/domain/envelopes/forecast';
import { Euros } from '../../../src/domain/money/euros';
import { isEmptyPlan, type PlannedChart, type WritePlan } from '../../../src/workbook/plan';
import { findSheet, valueAt, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { TABLES } from '../../../src/workbook/workbook-names';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { DocumentReader } from '../../support/readers/document-reader';
import { controlled, documented, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { known } from '../../support/known';
import { withoutCeiling } from '../../support/without-ceiling';
import { withoutTable } from '../../support/without-table';

const HEADINGS =
  "Axe ministériel 2 | Poste de dépense | N° EJ | État | Date d'engagement | Montant AE TTC | Date de service fait | Date de paiement | " +
  'Montant CP TTC';
const LEDGER = `${HEADINGS}
  PDE             | Frais annexes     | 1405610188 |        | 20/01/2023 | 60000  |            |            |
  PDE             | Frais annexes     | 1405610189 |        | 10/03/2023 | 30000  |            |            |
  PDE             | Frais annexes     | 1405610189 |        | 20/03/2023 | -5000  |            |            |
  PDE             | Outils            | 1405610190 | projet | 01/09/2023 | 20000  |            |            |
  PDE             | Frais annexes     | 1405610188 |        |            |        | 01/02/2023 | 15/02/2023 | 12000
  PDE             | Frais annexes     | 1405610188 |        |            |        | 20/06/2023 |            | 9000
  Signaux Faibles | Audit de sécurité | 1405610191 |        | 03/04/2023 | 9600   |            |            |`;
const SHEET = 'État de prévision 2023';
const BILAN = 'Bilan financier 2023';

interface State {
  readonly reader: DocumentReader;
  readonly rows: (label: string, after: string) => unknown[];
}

function stateAt(day: string, convention: Convention = convention2023(), ledger = LEDGER): State {
  const reader = new DocumentReader(documented(ledgerWorkbook(convention, ledger), day), SHEET);
  const all = reader.rows();
  const rows = (label: string, after: string): unknown[] => {
    const start = all.findIndex(([text]) => String(text).replace(/\s/g, ' ').includes(after));
    return all.slice(start).find(([text]) => String(text).replace(/\s/g, ' ') === label) ?? [];
  };
  return { reader, rows };
}

const PDE = '2. Enveloppe « Place des entreprises »';

test('without a ceiling, its credits and their rest are a dash', () => {
  const { reader, rows } = stateAt('2023-06-30', withoutCeiling('PDE', 'AE'));
  expect(rows('Dotation', PDE).slice(1, 14)).toEqual(Array.from({ length: 13 }, () => '–'));
  expect(rows('AE non engagées au 31/12', PDE)[13]).toBe('–');
  const summary = reader.rows().find((row) => row[0] === 'Place des entreprises' && row[1] === 'AE') ?? [];
  expect([summary[2], summary[3], summary[6]]).toEqual(['–', 85_000, '–']);
});

test('AE by month, decommitments deducted; a project is expected in its month, the trend elsewhere', () => {
  const { rows } = stateAt('2023-06-30');
  expect(rows('AE engagées (retraits déduits)', PDE).slice(1, 14)).toEqual([
    60_000, 0, 25_000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 85_000,
  ]);
  const expected = rows('Prévision', PDE).slice(1, 14) as number[];
  expect(expected.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(expected[8]).toBe(20_000);
  expect(rows('Cumul', PDE)[13]).toBe(85_000 + (expected[12] ?? Number.NaN));
});

test.each`
  credits           | month | total
  ${9_999_999.99}   | ${13} | ${15}
  ${10_000_000}     | ${17} | ${18}
  ${999_999_999.99} | ${17} | ${18}
`('the columns of months hold credits of $credits €, which a narrow one shows as ###', ({ credits, month, total }) => {
  const base = convention2023();
  const amount = { amount: Euros.fromCents<'AE'>(Math.round((credits as number) * 100)), mode: 'blocking' as const };
  const envelopes = base.envelopes.slice(0, 1).map((one) => ({ ...one, ceilings: { ...one.ceilings, AE: amount } }));
  const { dossier, report } = controlled(ledgerWorkbook({ ...base, envelopes }, LEDGER), '2023-06-30');
  const plan = planDocuments(dossier, report, ['etat']);
  const [widths] = (plan.ok ? plan.value.steps : []).flatMap((step) =>
    step.kind === 'setColumnWidths' ? [step.widths] : [],
  );
  expect([widths?.[1], widths?.[12], widths?.[13]]).toEqual([month, month, total]);
});

test('the landing is that of the product, and the rest follows from it', () => {
  const convention = convention2023();
  const { report } = controlled(ledgerWorkbook(convention, LEDGER), '2023-06-30');
  const own = forecastOf(report.charged);
  const { reader } = stateAt('2023-06-30');
  const summary = reader.block('Enveloppe').slice(1);
  expect(summary.map(([label, nature, , , , landing]) => [label, nature, landing])).toEqual([
    ['Place des entreprises', 'AE', known(own.get('PDE')?.AE).landing.cents / 100],
    ['Place des entreprises', 'CP', known(own.get('PDE')?.CP).landing.cents / 100],
    ['Signaux Faibles', 'AE', known(own.get('SF')?.AE).landing.cents / 100],
    ['Signaux Faibles', 'CP', known(own.get('SF')?.CP).landing.cents / 100],
  ]);
  for (const [, , opened, , , landing, left] of summary)
    expect(left).toBe(Math.round((Number(opened) - Number(landing)) * 100) / 100);
});

describe('the whole convention in the summary', () => {
  const given = (cents: number | null) => ({
    AE: cents === null ? null : { amount: Euros.fromCents<'AE'>(cents), mode: 'blocking' as const },
    CP: null,
  });
  /** Only the whole has a ceiling of AE, in euros. */
  const underOne = (all: number): Convention => {
    const base = convention2023();
    const envelopes = base.envelopes.map((one) => ({ ...one, ceilings: given(null), lines: [] }));
    return { ...base, envelopes, ceilings: given(all * 100) };
  };
  const summaryOf = (convention: Convention, asOf = '2023-06-30') => {
    const { reader } = stateAt(asOf, convention);
    const rows = reader.block('Enveloppe').slice(1);
    const texts = reader.rows().map(([first]) => String(first).replace(/\s/g, ' '));
    const gap = texts.findIndex((one) => one.startsWith('Ensemble de la convention – AE : atterrissage'));
    return {
      whole: rows.filter(([label]) => String(label).replace(/\s/g, ' ') === 'Ensemble de la convention'),
      sentence: texts.find((one) => one.startsWith('Ensemble de la convention – AE : la tendance')),
      isControlled: gap >= 0,
    };
  };

  test('where its envelopes add up to it, no row: they are the sum', () => {
    expect(summaryOf(convention2023())).toEqual({ whole: [], sentence: undefined, isControlled: false });
  });

  test.each`
    all        | expected      | landing       | left          | why
    ${600_000} | ${100_433.35} | ${195_033.35} | ${404_966.65} | ${'the trends of its envelopes'}
    ${150_000} | ${55_400}     | ${150_000}    | ${0}          | ${'which its ceiling bounds'}
    ${100_000} | ${20_000}     | ${114_600}    | ${-14_600}    | ${'what is known goes above it'}
  `('under one ceiling of $all €: landing $landing, $why', ({ all, expected, landing, left }) => {
    const { whole, sentence, isControlled } = summaryOf(underOne(all as number));
    expect(whole.map((row) => row.slice(1, 7))).toEqual([['AE', all, 94_600, expected, landing, left]]);
    expect(isControlled).toBe(true);
    expect(sentence === undefined).toBe(all === 600_000);
  });

  test('a ceiling below what the envelopes add up to has its row too', () => {
    const base = convention2023();
    const ceilings = { ...base.ceilings, AE: { amount: Euros.fromCents<'AE'>(550_000_00), mode: 'blocking' as const } };
    expect(summaryOf({ ...base, ceilings }).whole.map((row) => row.slice(1, 4))).toEqual([['AE', 550_000, 94_600]]);
  });

  test('its figures are formulas, and an amendment to one of the envelopes raises it', () => {
    const movement = movementOf({ type: 'amendment', to: 'SF', cents: 50_000_00, date: '2023-10-01' });
    const { reader } = stateAt('2023-06-30', { ...underOne(600_000), movements: [movement] });
    const row = reader.rows().findIndex(([label]) => String(label).replace(/\s/g, ' ') === 'Ensemble de la convention');
    const [opened, landing] = ['C', 'F'].map((column) => reader.at(`${column}${row + 1}`));
    expect([opened?.value, opened?.inFull?.startsWith('=ROUND(SUMIFS('), landing?.inFull?.startsWith('=')]).toEqual([
      ...[650_000, true, true],
    ]);
    expect(reader.rows().find(([label]) => label === 'Chiffres écrits en valeurs (voir les notes)')?.[1]).toBe(0);
  });
});

test('every month is a formula over the columns of the team, bounded by the as-of date', () => {
  const { reader } = stateAt('2023-06-30');
  const march = reader.find('AE engagées (retraits déduits)', 'Mars', '2. Enveloppe « Place des entreprises » (PDE)');
  expect(march.inFull).toMatch(/^=ROUND\(SUMIFS\(T_Suivi\[Montant AE TTC\]/);
  expect(march.formula).toContain('MIN($B$2+1,DATE($B$3,4,1))');
  expect(reader.rows().find(([label]) => label === 'Chiffres écrits en valeurs (voir les notes)')?.[1]).toBe(0);
});

test('an amendment opens credits from its own month', () => {
  const movement = {
    index: 0,
    date: isoDate('2023-05-10'),
    type: 'amendment',
    from: null,
    to: 'PDE',
    nature: 'AE',
    amount: Euros.fromCents(50_000_00),
    reference: 'Avenant n° 1',
    authorisedBy: '',
    authorisedOn: null,
  } as const;
  const { rows } = stateAt('2023-06-30', { ...convention2023(), movements: [movement] });
  expect(rows('Dotation', PDE).slice(1, 14)).toEqual([
    ...Array<number>(4).fill(500_000),
    ...Array<number>(9).fill(550_000),
  ]);
});

test('the movements after the as-of date, which the year counts, are named with their sum', () => {
  const movements = [
    movementOf({ type: 'amendment', to: 'PDE', cents: 50_000_00, date: '2023-05-10' }),
    movementOf({ type: 'amendment', to: 'PDE', cents: 1_00, date: '2023-12-15' }),
    movementOf({ type: 'freeze', from: 'PDE', cents: 300_00, date: '2023-11-02' }),
    movementOf({ type: 'amendment', to: 'PDE', cents: 7_00, date: '2024-01-02' }),
  ];
  const sentencesAt = (asOf: string): readonly string[] =>
    stateAt(asOf, { ...convention2023(), movements })
      .reader.rows()
      .map(([text]) => String(text).replace(/\s/g, ' '));
  const later =
    'PDE – AE : la dotation au 31/12/2023 compte −299,00 € de mouvements qui prennent effet après la date d’arrêté';
  expect(sentencesAt('2023-06-30').join(' ')).toContain(`${later} (avenant du 15/12/2023, gel du 02/11/2023)`);
  expect(sentencesAt('2023-12-31').join(' ')).not.toContain('qui prennent effet après la date d’arrêté');
});

test('an undated commitment is realised in the month of the date, as a value with its reason', () => {
  const undated = `${HEADINGS}\n  PDE | Frais annexes | 1405610188 | | | 640 | | |`;
  const { reader, rows } = stateAt('2023-06-30', convention2023(), undated);
  expect(rows('AE engagées (retraits déduits)', PDE).slice(1, 8)).toEqual([0, 0, 0, 0, 0, 640, 0]);
  expect(
    reader
      .rows()
      .map(([text]) => String(text).replace(/\s/g, ' '))
      .some((text) => text.startsWith('Valeur et non formule : AE Juin (PDE)')),
  ).toBe(true);
});

test('after the year the landing is the realised amount, and nothing is expected', () => {
  const { rows } = stateAt('2024-02-15');
  expect(rows('Prévision', PDE)[13]).toBe(0);
  expect(rows('Cumul', PDE)[13]).toBe(85_000);
});

test('generating again writes nothing', () => {
  const workbook = documented(ledgerWorkbook(convention2023(), LEDGER), '2023-06-30');
  const { dossier, report } = controlled(workbook, '2023-06-30');
  const again = planDocuments(dossier, report);
  expect(again.ok && isEmptyPlan(again.value)).toBe(true);
});

describe('charts', () => {
  const convention = convention2023();
  const start = ledgerWorkbook(convention, LEDGER);
  const planAt = (workbook: WorkbookSnapshot, documents?: readonly DocumentId[]): WritePlan => {
    const { dossier, report } = controlled(workbook, '2023-06-30');
    const plan = planDocuments(dossier, report, documents);
    if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
    return plan.value;
  };
  const charts = (plan: WritePlan) => plan.steps.flatMap((step) => (step.kind === 'addChart' ? [step] : []));
  const done = applyPlan(start, planAt(start));
  const etat = findSheet(done, SHEET);

  test('without a ceiling, no line of credits', () => {
    const [ofPde] = charts(planAt(ledgerWorkbook(withoutCeiling('PDE', 'AE'), LEDGER), ['etat']));
    expect(ofPde?.chart.series.map(({ role }) => role)).toEqual(['realised', 'expected', 'cumulated']);
  });

  test('one per envelope and nature, over the rows of months with those labels', () => {
    const drawn = charts(planAt(start, ['etat']));
    expect(drawn.map(({ chart }) => chart.title.replace(/\s/g, ' '))).toEqual(
      ['Place des entreprises', 'Signaux Faibles'].flatMap((label) => {
        return ['AE', 'CP'].map((nature) => `${label} – ${nature} 2023 : consommation et dotation`);
      }),
    );
    const label = (row: number) => String(etat && valueAt(etat, row, 0)).replace(/\s/g, ' ');
    expect(drawn.map(({ chart }) => chart.series.map(({ area }) => label(area.top)))).toEqual([
      ['AE engagées (retraits déduits)', 'Prévision', 'Cumul', 'Dotation'],
      ['CP payés', 'Prévision', 'Cumul', 'Dotation'],
      ['AE engagées (retraits déduits)', 'Prévision', 'Cumul', 'Dotation'],
      ['CP payés', 'Prévision', 'Cumul', 'Dotation'],
    ]);
    for (const { chart } of drawn)
      expect(etat && valueAt(etat, chart.categories.top, chart.categories.left + 11)).toBe('Déc.');
  });

  test('they cover no filled cell, no comment and no other chart', () => {
    for (const { sheet, chart } of charts(planAt(start))) {
      const under = findSheet(done, sheet);
      const { top, left, rows, columns } = chart.place;
      for (let row = top; row < top + rows; row++) {
        for (let column = left; column < left + columns; column++)
          expect(under && valueAt(under, row, column)).toBeNull();
      }
    }
    const places = charts(planAt(start)).map(({ sheet, chart }) => `${sheet} ${chart.place.top} ${chart.place.left}`);
    expect(new Set(places).size).toBe(8);
  });

  test('those of the Bilan draw the rows of the État, after all cells are written', () => {
    const { steps } = planAt(start);
    const first = steps.findIndex(({ kind }) => kind === 'addChart');
    expect(steps.slice(first).every(({ kind }) => kind === 'addChart')).toBe(true);
    const [ofBilan = [], ofEtat = []] = [BILAN, SHEET].map((sheet) =>
      charts(planAt(start)).filter((step) => step.sheet === sheet),
    );
    expect(ofBilan.map(({ chart }) => [chart.source, chart.series])).toEqual(
      ofEtat.map(({ chart }) => [SHEET, chart.series]),
    );
  });

  test('present charts are left alone, a deleted one is drawn again', () => {
    expect(isEmptyPlan(planAt(done))).toBe(true);
    const [name = ''] = etat?.charts ?? [];
    const without = applyPlan(done, {
      purpose: 'repair',
      expected: [],
      steps: [{ kind: 'deleteChart', sheet: SHEET, name }],
    });
    expect(planAt(without).steps.map((step) => [step.kind, step.kind === 'addChart' && step.chart.name])).toEqual([
      ['addChart', name],
    ]);
  });

  test('a Bilan alone has none, with a note, and gets them once the État is there', () => {
    const alone = applyPlan(start, planAt(start, ['bilan']));
    const notes = (workbook: WorkbookSnapshot) => {
      return new DocumentReader(workbook, BILAN).rows().filter(([text]) => String(text).startsWith('Sans graphique'));
    };
    expect([charts(planAt(start, ['bilan'])), notes(alone).length]).toEqual([[], 1]);
    const both = applyPlan(alone, planAt(alone));
    expect([findSheet(both, BILAN)?.charts?.length, notes(both).length]).toEqual([4, 0]);
    expect(isEmptyPlan(planAt(both, ['bilan']))).toBe(true);
  });

  test('a new État redraws the charts of the Bilan, whose cells are gone, and keeps their format', () => {
    const steps = [
      { kind: 'deleteSheet', sheet: SHEET },
      { kind: 'deleteName', name: 'ENV_Doc_Etat' },
    ] as const;
    const lost = applyPlan(done, { purpose: 'repair', expected: [], steps });
    const onBilan = planAt(lost)
      .steps.filter((step) => 'sheet' in step && step.sheet === BILAN)
      .map(({ kind }) => kind);
    expect(onBilan).toEqual(Array<string>(4).fill('redrawChart'));
    expect(isEmptyPlan(planAt(applyPlan(lost, planAt(lost))))).toBe(true);
    const alone = planAt(lost, ['etat'])
      .steps.filter((step) => 'sheet' in step && step.sheet === BILAN)
      .map(({ kind }) => kind);
    expect(alone).toEqual(Array<string>(4).fill('redrawChart'));
  });

  describe('when rows move', () => {
    const [first, ...others] = convention.envelopes;
    if (!first) throw new Error('an envelope');
    const three = {
      ...convention,
      envelopes: [{ ...first, code: 'NV', label: 'Nouvelle', lines: [] }, first, ...others],
    };
    const onLedger = (workbook: WorkbookSnapshot) =>
      Object.values(TABLES).reduce((left, name) => withoutTable(left, name), workbook);
    const planOf = (
      workbook: WorkbookSnapshot,
      under: Convention,
      documents: readonly DocumentId[] = ['bilan', 'etat'],
    ): WritePlan => {
      const { dossier, report } = controlled(onLedger(workbook), '2023-06-30', under);
      const plan = planDocuments(dossier, report, documents);
      if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
      return plan.value;
    };
    const redrawn = (plan: WritePlan) => plan.steps.flatMap((step) => (step.kind === 'redrawChart' ? [step] : []));
    const drawnIn = (plan: WritePlan, sheet: string) =>
      charts(plan)
        .filter((step) => step.sheet === sheet)
        .map(({ chart }) => chart);
    const asDrawn = ({ name, source, categories, series, axes, place }: PlannedChart) => ({
      name,
      source,
      categories,
      series,
      axes,
      place,
    });

    test('a new envelope moves rows down: present charts draw the new rows, and the step records the old ones', () => {
      const plan = planOf(done, three, ['etat']);
      const steps = redrawn(plan).filter(({ sheet }) => sheet === SHEET);
      expect([steps.length, charts(plan).length, plan.steps.some(({ kind }) => kind === 'deleteChart')]).toEqual([
        4,
        2,
        false,
      ]);
      const anew = drawnIn(planOf(start, three), SHEET);
      expect(steps.map(({ chart }) => chart)).toEqual(anew.filter(({ name }) => !name.includes('_NV_')));
      expect(steps.map(({ before }) => asDrawn(before))).toEqual(drawnIn(planAt(start), SHEET).map(asDrawn));
    });

    test('the charts of the Bilan follow the État, written with it or not', () => {
      const [earlier, later] = [
        drawnIn(planAt(start), BILAN),
        drawnIn(planOf(start, three), BILAN).filter(({ name }) => !name.includes('_NV_')),
      ];
      const together = redrawn(planOf(done, three)).filter(({ sheet }) => sheet === BILAN);
      expect(together.map(({ before, chart }) => [asDrawn(before), chart])).toEqual(
        later.map((chart, index) => [asDrawn(earlier[index]!), chart]),
      );
      const alone = redrawn(planOf(done, three, ['etat'])).filter(({ sheet }) => sheet === BILAN);
      expect(alone.map(({ chart }) => [chart.source, chart.series])).toEqual(
        later.map(({ source, series }) => [source, series]),
      );
      expect(alone.map(({ before }) => [before.name, before.series])).toEqual(
        earlier.map(({ name, series }) => [name, series]),
      );
      expect(alone.map(({ chart }) => chart.place)).toEqual(alone.map(({ before }) => before.place));
    });

    test('the charts of a removed envelope are deleted, with a record of what they drew', () => {
      const wide = applyPlan(onLedger(start), planOf(start, three));
      const plan = planOf(wide, convention);
      const gone = plan.steps.flatMap((step) => (step.kind === 'deleteChart' ? [step] : []));
      const drew = [SHEET, BILAN]
        .flatMap((sheet) => drawnIn(planOf(start, three), sheet))
        .filter(({ name }) => name.includes('_NV_'));
      const byName = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name);
      const told = gone.flatMap((step) => (step.drew ? [asDrawn(step.drew)] : [])).sort(byName);
      expect(told).toEqual(drew.map(asDrawn).sort(byName));
      expect(redrawn(plan)).toHaveLength(8);
    });

    test('a convention without CP any more: charts of CP are deleted with a record; those of AE are drawn again', () => {
      const envelopes = convention.envelopes.map((envelope) => ({
        ...envelope,
        ceilings: { ...envelope.ceilings, CP: null },
      }));
      const onlyAe = { ...convention, ceilings: { ...convention.ceilings, CP: null }, envelopes };
      const plan = planOf(done, onlyAe, ['etat']);
      const gone = plan.steps.flatMap((step) => (step.kind === 'deleteChart' ? [step] : []));
      const before = new Map(
        [SHEET, BILAN].flatMap((sheet) => drawnIn(planAt(start), sheet)).map((chart) => [chart.name, chart]),
      );
      expect(gone).toHaveLength(4);
      for (const { name, drew } of gone) {
        const { categories, series } = before.get(name) ?? {};
        expect([name, drew?.categories, drew?.series]).toEqual([name, categories, series]);
      }
      for (const step of redrawn(plan)) {
        const { categories, series } = before.get(step.before.name) ?? {};
        expect([step.before.categories, step.before.series]).toEqual([categories, series]);
      }
      expect(redrawn(plan).map(({ chart }) => /_(AE|CP)_/.exec(chart.name)?.[1])).toEqual(Array(4).fill('AE'));
    });
  });
});
