/** « Figer les valeurs »: copies keep the figures of a date, whatever happens to the ledger and to the documents. */
import { describeAdvice } from '../../../src/messages/describe-advice';
import { planDocuments } from '../../../src/application/documents/documents';
import { planFrozenCopies } from '../../../src/application/documents/frozen-copies';
import type { DocumentId } from '../../../src/documents/document';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { isEmptyPlan, type WritePlan, type WriteStep } from '../../../src/workbook/plan';
import { findSheet, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { controlled, documented, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { typed } from '../../support/ledgers/typing';

const LEDGER = `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
  PDE               | Frais annexes    | 1400000001 | 15/02/2023        | 1000       |                  |`;
const WORKBOOK = ledgerWorkbook(convention2023(), LEDGER);
const MADE_ON = isoDate('2024-01-15');

function planned(workbook: WorkbookSnapshot, asOf = '2023-12-31'): WritePlan {
  const { dossier, report } = controlled(workbook, asOf);
  const plan = planFrozenCopies(dossier, report, MADE_ON, ['annexe1', 'bilan', 'etat']);
  if (!plan.ok) throw new Error(plan.failure.code);
  return plan.value;
}
const frozen = (workbook: WorkbookSnapshot, asOf?: string): WorkbookSnapshot =>
  applyPlan(workbook, planned(workbook, asOf));
const added = (workbook: WorkbookSnapshot, before: WorkbookSnapshot): string[] =>
  workbook.sheets.slice(before.sheets.length).map(({ name }) => name);

test('sheets named by their document and the date of the figures, in Excel’s 31 characters, never twice the same', () => {
  const once = frozen(WORKBOOK);
  expect(added(once, WORKBOOK)).toEqual([
    'Annexe 1 (2023-12-31)',
    'Bilan financier (2023-12-31)',
    'État de prévision (2023-12-31)',
  ]);
  const twice = frozen(once);
  expect(added(twice, once)).toEqual([
    'Annexe 1 (2023-12-31) (2)',
    'Bilan financi… (2023-12-31) (2)',
    'État de prévi… (2023-12-31) (2)',
  ]);
  expect(added(frozen(twice, '2023-06-30'), twice)).toEqual([
    'Annexe 1 (2023-06-30)',
    'Bilan financier (2023-06-30)',
    'État de prévision (2023-06-30)',
  ]);
  for (const { name } of frozen(twice).sheets) expect(name.length).toBeLessThanOrEqual(31);
});

test('values only, and beside its date a mark that it is a copy', () => {
  const copy = findSheet(frozen(WORKBOOK), 'Bilan financier (2023-12-31)');
  expect(copy?.formulas.size).toBe(0);
  const [[title] = [], [label, , mark] = []] = copy?.values ?? [];
  expect([title, label, mark]).toEqual([
    'Bilan financier annuel 2023 et compte rendu au terme de la convention (art. 3)',
    'Situation arrêtée au',
    'Copie figée le 15/01/2024',
  ]);
});

test('the comments of the document of the workbook are copied', () => {
  const generated = documented(WORKBOOK);
  const bilan = findSheet(generated, 'Bilan financier 2023');
  const row = bilan?.values.findIndex(([cell]) => cell === 'Frais annexes') ?? -1;
  const column =
    bilan?.values
      .flatMap((cells) => cells.map((cell, at) => (cell === 'Observations' ? at : -1)))
      .find((at) => at >= 0) ?? -1;
  expect(Math.min(row, column)).toBeGreaterThan(0);
  const comment = {
    kind: 'setCells',
    sheet: 'Bilan financier 2023',
    top: row,
    left: column,
    cells: [[{ value: 'solde à rendre' }]],
  } as const;
  const commented = applyPlan(generated, { purpose: 'repair', expected: [], steps: [comment] });
  expect(findSheet(frozen(commented), 'Bilan financier (2023-12-31)')?.values.flat()).toContain('solde à rendre');
});

test('copies are ours: they are not read as ledgers, and each has a range of its own', () => {
  const twice = frozen(frozen(WORKBOOK));
  expect(openDossier(twice)).toMatchObject({ ok: true });
  const names = twice.names.map(({ name }) => name).filter((name) => name.startsWith('ENV_Copie_'));
  expect(names).toEqual([1, 2, 3, 4, 5, 6].map((number) => `ENV_Copie_${number}`));
});

describe('with the charts of the État and of the Bilan', () => {
  const of = (workbook: WorkbookSnapshot) => {
    const { dossier, report } = controlled(workbook);
    const plan = planFrozenCopies(dossier, report, MADE_ON, ['bilan', 'etat']);
    if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
    return plan.value;
  };

  test('the copies draw their own months, not those of the live document', () => {
    const { steps } = of(documented(WORKBOOK));
    const charts = steps.flatMap((step) => (step.kind === 'addChart' ? [[step.sheet, step.chart.source]] : []));
    expect(new Set(charts.map(([, source]) => source))).toEqual(new Set(['État de prévision (2023-12-31)']));
    expect(new Set(charts.map(([sheet]) => sheet))).toEqual(
      new Set(['Bilan financier (2023-12-31)', 'État de prévision (2023-12-31)']),
    );
  });

  test('two copies of one day have each their own charts; generating later changes none of them', () => {
    const once = documented(WORKBOOK);
    const twice = applyPlan(applyPlan(once, of(once)), of(applyPlan(once, of(once))));
    const copies = twice.sheets.filter(({ name }) => name.includes('(2023-12-31)'));
    expect(copies.map(({ name, charts }) => [name, charts?.length])).toEqual([
      ['Bilan financier (2023-12-31)', 4],
      ['État de prévision (2023-12-31)', 4],
      ['Bilan financi… (2023-12-31) (2)', 4],
      ['État de prévi… (2023-12-31) (2)', 4],
    ]);
    const { dossier, report } = controlled(twice);
    const again = planDocuments(dossier, report);
    expect(again.ok && isEmptyPlan(again.value)).toBe(true);
  });

  test('they have the page set-up of the documents', () => {
    const { dossier, report } = controlled(WORKBOOK);
    const generated = planDocuments(dossier, report, ['bilan', 'etat']);
    if (!generated.ok) throw new Error(generated.failure.code);
    const pages = (steps: readonly WriteStep[]) =>
      steps.flatMap((step) => (step.kind === 'setPage' ? [{ ...step, sheet: '' }] : []));
    expect(pages(of(WORKBOOK).steps)).toEqual(pages(generated.value.steps));
  });
});

describe('a text that people wrote', () => {
  const BILAN = 'Bilan financier 2023';
  const generated = documented(WORKBOOK);
  const rowOf = (label: string): number =>
    1 + (findSheet(generated, BILAN)?.values.findIndex(([cell]) => cell === label) ?? -1);
  const copied = (workbook: WorkbookSnapshot, ...documents: readonly DocumentId[]): unknown => {
    const { dossier, report } = controlled(workbook);
    const plan = planFrozenCopies(dossier, report, MADE_ON, documents);
    if (!plan.ok) return plan.failure;
    const sheets = applyPlan(workbook, plan.value).sheets.slice(workbook.sheets.length);
    return sheets.flatMap(({ values }) => values.flat()).filter((value) => String(value).startsWith('Écrit'));
  };
  const charts = rowOf('Consommation mois par mois');

  test.each<[string, string]>([
    ['above the first chart', `A${charts + 1}`],
    ['under the charts, in the first column', `A${charts + 9}`],
    ['under the charts', `E${charts + 12}`],
    ['under the charts of the second envelope', `B${charts + 25}`],
  ])('%s is in the copy, also without that of the État whose months they draw', (_, cell) => {
    const written = typed(generated, BILAN, { [cell]: 'Écrit ici' });
    expect(copied(written, 'bilan', 'etat')).toEqual(['Écrit ici']);
    expect(copied(written, 'bilan')).toEqual(['Écrit ici']);
  });

  test('the copy that keeps the room of its charts has the note that they are missing, as one without room', () => {
    const written = typed(generated, BILAN, { [`A${charts + 9}`]: 'Écrit ici' });
    for (const workbook of [generated, written]) {
      const { dossier, report } = controlled(workbook);
      const plan = planFrozenCopies(dossier, report, MADE_ON, ['bilan']);
      const steps = plan.ok ? plan.value.steps : [];
      expect(steps.some(({ kind }) => kind === 'addChart')).toBe(false);
      expect(JSON.stringify(steps)).toContain('Sans graphique');
    }
  });

  test('in a blank cell of the figures, where a copy would drop it: refused, as generating is', () => {
    const address = 'E24'; // of the control lines
    const written = typed(generated, 'Annexe 1', { [address]: 'Écrit ici' });
    expect(copied(written, 'annexe1')).toEqual({ code: 'occupied', sheet: 'Annexe 1', cell: address });
  });

  test('under the charts, no generation takes it away once the État is gone: refused at its cell', () => {
    const isEtat = (words: string): boolean => words.includes('État de prévision');
    const alone = {
      ...generated,
      sheets: generated.sheets.filter(({ name }) => !isEtat(name)),
      names: generated.names.filter(({ refersTo }) => !isEtat(refersTo)),
    };
    for (const cell of [`A${charts + 9}`, `E${charts + 12}`]) {
      const { dossier, report } = controlled(typed(alone, BILAN, { [cell]: 'Écrit ici' }));
      expect(planDocuments(dossier, report, ['bilan'])).toEqual({
        ok: false,
        failure: { code: 'occupied', sheet: BILAN, cell },
      });
    }
    const { dossier, report } = controlled(alone);
    expect(planDocuments(dossier, report, ['bilan'])).toMatchObject({ ok: true });
  });
});

describe('what people wrote, and the copy does not have, is named', () => {
  const BILAN = 'Bilan financier 2023';
  const generated = documented(WORKBOOK);
  const toldOf = (workbook: WorkbookSnapshot): readonly string[] => {
    const { dossier, report } = controlled(workbook);
    const plan = planFrozenCopies(dossier, report, MADE_ON, ['bilan']);
    if (!plan.ok) throw new Error(plan.failure.code);
    const advice = (plan.value.advice ?? []).flatMap(({ sheet, advice }) =>
      advice.map((one) => `${sheet} – ${describeAdvice(one, 'fr')}`.replaceAll('\u00a0', ' ')),
    );
    return advice;
  };
  const rows = findSheet(generated, BILAN)?.values.length ?? 0;
  const label = `A${1 + (findSheet(generated, BILAN)?.values.findIndex(([cell]) => cell === 'Frais annexes') ?? 0)}`;

  test.each<[what: string, cells: Record<string, string>, told: string | null]>([
    ['nothing written', {}, null],
    ['beside the document', { L3: 'À voir avec le CBCM' }, 'L3 « À voir avec le CBCM »'],
    ['under it', { [`B${rows + 2}`]: 'Vu le 12/01' }, `B${rows + 2} « Vu le 12/01 »`],
    ['over a label of it', { [label]: 'Frais' }, `${label} « Frais »`],
    ['in a cell that the copy has', { I2: 'Brouillon' }, null],
    [
      'in seven cells beside it',
      Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`M${index + 1}`, `Note ${index}`])),
      'M1 « Note 0 », M2 « Note 1 », M3 « Note 2 », M4 « Note 3 », M5 « Note 4 » et 2 autres cellules',
    ],
  ])('%s', (_, cells, told) => {
    expect(toldOf(typed(generated, BILAN, cells))).toEqual(
      told === null
        ? []
        : [`${BILAN} – N’est pas repris dans la copie : ${told}. Recopiez-le dans la copie si elle doit le garder.`],
    );
  });
});

test('refused where no sheet can be added', () => {
  const { dossier, report } = controlled({ ...WORKBOOK, structureProtected: true });
  expect(planFrozenCopies(dossier, report, MADE_ON)).toEqual({ ok: false, failure: { code: 'structureProtected' } });
});
