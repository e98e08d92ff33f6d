/**
 * The plan of all the documents, notices and dated copies too, over ledgers of 100,000 rows × 15 already read and
 * controlled: the first generation in a cold engine, the next ones, one that changes nothing, and what each writes.
 * Ledgers: kept; neglected (a fault in one row of twenty); ceilings that half of it exceeds; every poste and EJ of an
 * earlier year, amounts kept as text in one row of a thousand or not. Budget: 500 ms of our own time. No peer does
 * this.
 *
 * CPU is that of the whole process, its collector and compiler included: on a busy machine it is more reliable than the
 * clock.
 */
import { loadavg } from 'node:os';
import { planDocuments } from '../../src/application/documents/documents';
import type { ControlReport, Dossier } from '../../src/application/dossier';
import { planFrozenCopies } from '../../src/application/documents/frozen-copies';
import { documentsOf } from '../../src/documents/document';
import { toIso } from '../../src/domain/calendar/civil-date';
import type { Convention } from '../../src/domain/envelopes/convention';
import { Euros } from '../../src/domain/money/euros';
import type { CellValue } from '../../src/workbook/cells';
import type { WritePlan } from '../../src/workbook/plan';
import { EARLIER_EJ } from '../support/ledgers/any-ledger';
import { applyPlan } from '../support/apply-plan';
import { convention2023 } from '../support/conventions';
import { controlled, ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { AS_OF, cellsFor, conventionFor } from './ledgers';

const SIZE = 100_000;
const RUNS = 7;

interface Case {
  readonly kind: string;
  readonly convention: Convention;
  readonly cells: readonly (readonly CellValue[])[];
}

const HEADINGS = [
  'Axe ministériel 2',
  'Poste de dépense',
  'N° EJ',
  "Date d'engagement",
  'Montant AE TTC',
  'Date de service fait',
  'Date de paiement',
  'Montant CP TTC',
  'État',
];
const POSTES = [
  ['PDE', 'Prestations'],
  ['PDE', 'Outils de production'],
  ['PDE', 'Frais annexes'],
  ['Place des entreprises', 'Acquisition Google ads'],
  ['Signaux Faibles', 'Prestations'],
  ['Signaux Faibles', 'Audit de sécurité'],
] as const;

/**
 * Every poste, an EJ then its payment over the year, one EJ in 250 of an earlier year; one row in a thousand kept as
 * text when invalid.
 */
function everyPoste(rows: number, isSpoilt: boolean): CellValue[][] {
  const cells: CellValue[][] = [HEADINGS];
  for (let index = 0; index < rows; index++) {
    const [axis, poste] = POSTES[index % POSTES.length] ?? ['PDE', null];
    const day = 44_927 + (index % 365);
    const euros = (1_000 + (index % 977)) / 100;
    const amount = isSpoilt && index % 1_000 === 7 ? String(euros).replace('.', ',') : euros;
    const ej = index % 500 === 0 ? EARLIER_EJ : String(1_400_000_000 + Math.floor(index / 2));
    const commitment = [axis, poste, ej, day, amount, null, null, null, 'Notifié'];
    cells.push(index % 2 === 0 ? commitment : [axis, poste, ej, null, null, day, day, amount, 'Payé']);
  }
  return cells;
}

/** With an EJ of an earlier year, on which some rows bear. */
function withEarlierEj(convention: Convention, cells: readonly (readonly CellValue[])[]): Convention {
  const ej = String(cells[1]?.[6]);
  return { ...convention, rap: [{ ej, amount: Euros.fromCents(73_032_00) }] };
}

function casesAt(size: number): readonly Case[] {
  const everyPosteConvention: Convention = {
    ...convention2023(),
    rap: [{ ej: EARLIER_EJ, amount: Euros.fromCents(73_032_00) }],
  };
  const kept = cellsFor(size, 0);
  const neglected = cellsFor(size, 5);
  return [
    { kind: 'kept', convention: withEarlierEj(conventionFor(size), kept), cells: kept },
    { kind: 'neglected', convention: withEarlierEj(conventionFor(size), neglected), cells: neglected },
    { kind: 'half above', convention: withEarlierEj(conventionFor(size / 2), kept), cells: kept },
    { kind: 'every poste', convention: everyPosteConvention, cells: everyPoste(size, false) },
    { kind: 'every poste, spoilt', convention: everyPosteConvention, cells: everyPoste(size, true) },
  ];
}

interface Measure {
  readonly firstCpu: number;
  readonly times: readonly number[];
  readonly cpus: readonly number[];
}

function measure(work: () => unknown): Measure {
  const all = Array.from({ length: RUNS + 1 }, () => {
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    if (work() === null) throw new Error('nothing was planned');
    const { user, system } = process.cpuUsage(cpu);
    return { time: performance.now() - start, cpu: (user + system) / 1_000 };
  });
  const [first, ...next] = all;
  const sorted = (of: 'time' | 'cpu'): number[] => next.map((run) => run[of]).sort((one, other) => one - other);
  return { firstCpu: first?.cpu ?? 0, times: sorted('time'), cpus: sorted('cpu') };
}

function print(what: string, ...figures: readonly string[]): void {
  process.stdout.write(`${what.padEnd(36)}${figures.map((figure) => figure.padStart(12)).join('')}\n`);
}

function printMeasure(what: string, { firstCpu, times, cpus }: Measure, plan: WritePlan): void {
  const middle = (sorted: readonly number[]): number => sorted[RUNS >> 1] ?? 0;
  const figures = [firstCpu, cpus[0] ?? 0, middle(cpus), times[0] ?? 0, middle(times)].map((ms) => ms.toFixed(0));
  print(what, ...figures, String(plan.steps.length), (JSON.stringify(plan).length / 1024).toFixed(0));
}

function planned(of: Dossier, report: ControlReport): WritePlan {
  const every = documentsOf(of.convention).map(({ id }) => id);
  const plan = planDocuments(of, report, every);
  if (!plan.ok) throw new Error(plan.failure.code);
  return plan.value;
}

function copied(of: Dossier, report: ControlReport): WritePlan {
  const plan = planFrozenCopies(of, report, AS_OF);
  if (!plan.ok) throw new Error(plan.failure.code);
  return plan.value;
}

const loadNow = (): string => `load ${loadavg()[0]?.toFixed(1)}`;
print(
  `${SIZE.toLocaleString('en')} rows, ${loadNow()}`,
  'first cpu',
  'fastest cpu',
  'median cpu',
  'fastest ms',
  'median ms',
  'steps',
  'kB',
);
for (const { kind, convention, cells } of casesAt(SIZE)) {
  const workbook = ledgerWorkbook(convention, cells);
  const { dossier, report } = controlled(workbook, toIso(AS_OF));
  printMeasure(
    `${kind}: first`,
    measure(() => planned(dossier, report)),
    planned(dossier, report),
  );
  const after = controlled(applyPlan(workbook, planned(dossier, report)), toIso(AS_OF));
  printMeasure(
    `${kind}: again`,
    measure(() => planned(after.dossier, after.report)),
    planned(after.dossier, after.report),
  );
  printMeasure(
    `${kind}: copies`,
    measure(() => copied(after.dossier, after.report)),
    copied(after.dossier, after.report),
  );
}
process.stdout.write(`${loadNow()}\n`);
