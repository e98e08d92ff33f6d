/**
 * The product's figures on the sample against those of an oracle written apart (Python, integers of cents, the readable
 * data alone). Its output is kept beside it, so that the comparison always runs; where Python is installed, the oracle
 * itself is run again.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { control } from '../../src/application/control';
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { CalculatedFigures } from '../../src/domain/envelopes/figures';
import { sampleDossier } from '../support/sample-dossier';
import { calculated, known } from '../support/known';

const PYTHON = '/usr/bin/python3';
/** `documents` is compared by `documents.test.ts`. */
type KeptReport = OracleReport & { readonly documents: unknown };
const KEPT = JSON.parse(readFileSync(join(__dirname, 'suivi-2023.json'), 'utf8')) as readonly KeptReport[];

interface OracleFigures {
  readonly allocated: number;
  readonly consumed: number;
  readonly reserved: number;
  readonly remaining: number;
  readonly available: number;
  readonly rate: string | null;
}

interface OracleReport {
  readonly asOf: string;
  readonly rows: { readonly checked: number; readonly unchecked: number; readonly ignored: number };
  readonly envelopes: readonly {
    readonly code: string;
    readonly AE: OracleFigures;
    readonly CP: OracleFigures;
    readonly rapPaid: number;
    readonly outstanding: number;
    readonly lines: readonly { readonly line: string; readonly AE: OracleFigures; readonly CP: OracleFigures }[];
  }[];
  readonly total: { readonly AE: OracleFigures; readonly CP: OracleFigures };
}

const dossier = sampleDossier();

/** The product's figures, in the oracle's shape. */
function ours(asOf: string): OracleReport {
  const { balances, rows } = control(dossier, isoDate(asOf));
  const inCents = ({ rate, ...amounts }: CalculatedFigures): OracleFigures => ({
    allocated: amounts.allocated.cents,
    consumed: amounts.consumed.cents,
    reserved: amounts.reserved.cents,
    remaining: amounts.remaining.cents,
    available: amounts.available.cents,
    rate,
  });
  const both = (envelope: string, line: number | null) => ({
    AE: inCents(calculated(balances.figures({ envelope, line }, 'AE'))),
    CP: inCents(calculated(balances.figures({ envelope, line }, 'CP'))),
  });
  return {
    asOf,
    rows: { checked: rows.checked, unchecked: rows.unchecked, ignored: rows.ignored },
    envelopes: dossier.convention.envelopes.map(({ code, lines }) => ({
      code,
      ...both(code, null),
      rapPaid: known(balances.rapPaid(code)).cents,
      outstanding: known(balances.outstanding(code)).cents,
      lines: lines.map(({ label, index }) => ({ line: label, ...both(code, index) })),
    })),
    total: both('*', null),
  };
}

/** The oracle names the postes by their first word. */
function withShortLines(report: OracleReport): OracleReport {
  const shorten = (label: string): string => (label.includes('audit') ? 'Audit' : (label.split(' ')[0] ?? label));
  const envelopes = report.envelopes.map((envelope) => ({
    ...envelope,
    lines: envelope.lines.map((of) => ({ ...of, line: shorten(of.line) })),
  }));
  return { ...report, envelopes };
}

test.each(KEPT.map(({ documents: _, ...report }) => [report.asOf, report] as const))(
  'as of %s, every figure is the oracle’s',
  (asOf, report) => {
    expect(withShortLines(ours(asOf))).toEqual(report);
  },
);

test('the kept figures cover three dates, and differ from one to the next', () => {
  expect(KEPT.map(({ asOf }) => asOf)).toEqual(['2023-12-31', '2023-06-30', '2023-03-31']);
  const consumed = KEPT.map(({ total }) => `${total.AE.consumed} ${total.CP.consumed} ${total.CP.reserved}`);
  expect(new Set(consumed).size).toBe(KEPT.length);
});

const whenPython = existsSync(PYTHON) ? test : test.skip;
whenPython('the oracle, run again, gives what is kept (skipped without /usr/bin/python3)', () => {
  const printed = execFileSync(PYTHON, [join(__dirname, 'oracle.py'), ...KEPT.map(({ asOf }) => asOf)], {
    encoding: 'utf8',
  });
  expect(JSON.parse(printed)).toEqual(KEPT);
});
