/**
 * The totals of the « Rapprochement Chorus » equal the oracle's: the sum of the ledger for each envelope, that of
 * the extract, and the gap, in our plan and in LibreOffice; over generated ledgers, clean and invalid, and extracts
 * drawn apart from them.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { blankXlsx } from '../../src/adapters/xlsx/write/blank';
import { openXlsx } from '../../src/adapters/xlsx/open';
import { control } from '../../src/application/control';
import { planInitialise } from '../../src/application/writing/initialise';
import { openDossier } from '../../src/application/open-dossier';
import { planReconciliation } from '../../src/application/reconciliation/reconciliation-document';
import { addDays, isoDate, toIso } from '../../src/domain/calendar/civil-date';
import type { Nature } from '../../src/domain/money/nature';
import { allSteps, type WriteStep } from '../../src/workbook/plan';
import { valueAt } from '../../src/workbook/snapshot';
import { applyPlan, emptyWorkbook } from '../support/apply-plan';
import { DocumentReader } from '../support/readers/document-reader';
import { extractOf } from '../support/ledgers/extract-builder';
import { isLibreOfficeInstalled, recalculateAll } from '../support/readers/libreoffice';
import { askOracle, isShown, placeFigures, type OracleAnswer, type AskedLine } from '../support/readers/oracle';
import { pythonHas } from '../support/readers/python';
import { wideLedger, type LedgerTables } from '../support/ledgers/wide-ledger';
import { drawn, LEDGERS, stepsOfTable, usual, usualFile, valueOf } from './ledgers';

const SHEET = 'Rapprochement Chorus 2023';
const DATES = ['2023-12-31', '2023-06-30'];
const COUNT = Math.max(12, Math.round(LEDGERS / 10));
const LONG = 10_000 * COUNT;

interface Reconciled {
  readonly ledger: LedgerTables;
  readonly lines: readonly AskedLine[];
  readonly asOf: string;
}

/**
 * Lines of Chorus on the envelopes of 2023, from the end of 2022 to the beginning of 2024; those of earlier EJ are the
 * business of the RAP.
 */
const line = fc.tuple(
  fc.constantFrom<Nature>('AE', 'CP'),
  fc.constantFrom('PDE', 'Signaux Faibles'),
  fc.integer({ min: 0, max: 450 }).map((days) => toIso(addDays(isoDate('2022-11-15'), days))),
  fc
    .integer({ min: -50_000, max: 5_000_000 })
    .filter((cents) => cents !== 0)
    .map(String),
  fc.constantFrom('1405610188', '1405610190', '1512789780', '1405999999'),
);

function caseOf(index: number): Reconciled {
  const lines = drawn(fc.array(line, { minLength: 1, maxLength: 20 }), index);
  const convention = { ...usual, rap: [] };
  const tables = drawn(wideLedger(convention, index % 2 === 1), index);
  return { ledger: tables.slice(0, 1), lines, asOf: DATES[index % DATES.length] ?? '' };
}

/** The same lines as an extract, each payment with a DP of its own. */
function extractLines(lines: readonly AskedLine[]): string {
  const rows = lines.map(([nature, axis, date, cents, ej], index) => {
    const [year, month, day] = date.split('-');
    const movement = nature === 'CP' ? 'paiement' : Number(cents) < 0 ? 'retrait' : 'engagement';
    const dp = nature === 'CP' ? String(100_000_000 + index).padStart(10, '0') : '';
    return [
      movement,
      'juste',
      axis,
      ej,
      '1',
      dp,
      `${day}/${month}/${year}`,
      (Number(cents) / 100).toFixed(2).replace('.', ','),
    ].join(' | ');
  });
  return ['mouvement | codes | axe 2 | EJ | poste EJ | DP | date | montant', ...rows].join('\n');
}

interface Made {
  readonly reader: DocumentReader;
  readonly steps: readonly WriteStep[];
}

function made(one: Reconciled): Made {
  const typed = stepsOfTable(one.ledger[0] ?? [], 0, true, false);
  const kept = applyPlan(emptyWorkbook(), { purpose: 'initialise', expected: [], steps: typed });
  const initialise = valueOf(planInitialise(kept, usual));
  const given = applyPlan(kept, initialise);
  const dossier = valueOf(openDossier(given));
  const plan = valueOf(
    planReconciliation(dossier, control(dossier, isoDate(one.asOf)), [extractOf(extractLines(one.lines))]),
  );
  return {
    reader: new DocumentReader(applyPlan(given, plan), SHEET),
    steps: [...typed, ...allSteps(initialise), ...allSteps(plan)],
  };
}

const cases = Array.from({ length: COUNT }, (_, index) => caseOf(index));
const indexed = cases.map(
  (one, index) =>
    [`${index}, ${index % 2 === 1 ? 'spoilt' : 'clean'}, ${one.asOf}, ${one.lines.length} lines`, index] as const,
);
const describeWithOracle = pythonHas(['openpyxl']) ? describe : describe.skip;

describeWithOracle('the totals of the reconciliation (skipped without python3-openpyxl)', () => {
  const answers: OracleAnswer[] = [];
  beforeAll(async () => {
    answers.push(
      ...(await askOracle(cases.map(({ ledger, lines, asOf }) => ({ file: usualFile, asOf, ledger, extract: lines })))),
    );
  }, LONG);

  const placed = (index: number, reader: DocumentReader) => {
    const document = answers[index]?.documents['rapprochement'];
    if (!document) throw new Error('the oracle says nothing');
    return placeFigures(reader, document, false);
  };

  test.each(indexed)('our plan, %s', (_, index) => {
    const one = cases[index];
    if (!one) throw new Error('no such case');
    const { reader } = made(one);
    const { cells, problems } = placed(index, reader);
    const wrong = cells.filter(({ row, column, expected }) => !isShown(valueAt(reader.sheet, row, column), expected));
    expect([problems, wrong]).toEqual([[], []]);
    expect(cells.length).toBeGreaterThan(20);
  });

  (isLibreOfficeInstalled() ? test : test.skip)(
    'LibreOffice, after calculateAll()',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'enveloppe-rapprochement-'));
      const all = cases.slice(0, 12).map(made);
      const files = all.map(({ steps }, index) => {
        const file = join(folder, `${index}.xlsx`);
        writeFileSync(
          file,
          valueOf(valueOf(openXlsx(blankXlsx())).apply({ purpose: 'reconciliation', expected: [], steps })),
        );
        return file;
      });
      const office = await recalculateAll(files, true);
      rmSync(folder, { recursive: true });
      all.forEach(({ reader }, index) => {
        const values = office[index]?.sheets?.find(({ name }) => name === SHEET)?.values;
        const wrong = placed(index, reader).cells.filter(
          ({ row, column, expected }) => !isShown(values?.[row]?.[column], expected),
        );
        expect([index, wrong]).toEqual([index, []]);
      });
    },
    LONG,
  );
});
