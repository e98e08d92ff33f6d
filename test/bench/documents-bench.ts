/**
 * The plan of all the documents, notices too, over ledgers already read and controlled: the first generation, one that changes nothing, and
 * what each writes. Budget: 500 ms of our own time at 100,000 rows. Half of the figures of the spoilt ledger are values, with their reasons sought.
 */
import { control } from '../../src/application/control';
import { planDocuments } from '../../src/application/documents';
import { documentsOf } from '../../src/documents/document';
import { openDossier } from '../../src/application/open-dossier';
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { Convention } from '../../src/domain/envelopes/convention';
import { Euros } from '../../src/domain/money/euros';
import type { CellValue } from '../../src/workbook/cells';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { EARLIER_EJ } from '../support/any-ledger';
import { applyPlan } from '../support/apply-plan';
import { convention2023 } from '../support/conventions';
import { ledgerWorkbook } from '../support/ledger-workbook';

const SIZES = [10_000, 100_000];
const RUNS = 5;
const AS_OF = isoDate('2023-12-31');
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
const CONVENTION: Convention = { ...convention2023(), rap: [{ ej: EARLIER_EJ, amount: Euros.fromCents(73_032_00) }] };
const POSTES = [
  ['PDE', 'Prestations'],
  ['PDE', 'Outils de production'],
  ['PDE', 'Frais annexes'],
  ['Place des entreprises', 'Acquisition Google ads'],
  ['Signaux Faibles', 'Prestations'],
  ['Signaux Faibles', 'Audit de sécurité'],
] as const;

/** An EJ, then its payment, over the year; one row in a thousand kept as text when spoilt. */
function ledgerOf(rows: number, isSpoilt: boolean): CellValue[][] {
  const cells: CellValue[][] = [HEADINGS];
  for (let index = 0; index < rows; index++) {
    const [axis, poste] = POSTES[index % POSTES.length] ?? ['PDE', null];
    const day = 44_927 + (index % 365);
    const euros = (1_000 + (index % 977)) / 100;
    const amount = isSpoilt && index % 1_000 === 7 ? String(euros).replace('.', ',') : euros;
    const ej = index % 500 === 0 ? EARLIER_EJ : String(1_400_000_000 + Math.floor(index / 2));
    cells.push(
      index % 2 === 0
        ? [axis, poste, ej, day, amount, null, null, null, 'Notifié']
        : [axis, poste, ej, null, null, day, day, amount, 'Payé'],
    );
  }
  return cells;
}

function medianOf(run: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[Math.floor(RUNS / 2)] ?? 0;
}

function measure(workbook: WorkbookSnapshot): {
  readonly milliseconds: number;
  readonly steps: number;
  readonly bytes: number;
  readonly after: WorkbookSnapshot;
} {
  const dossier = openDossier(workbook);
  if (!dossier.ok) throw new Error(dossier.failure.code);
  const report = control(dossier.value, AS_OF);
  const every = documentsOf(CONVENTION).map(({ id }) => id);
  const plan = (): ReturnType<typeof planDocuments> => planDocuments(dossier.value, report, every);
  const planned = plan();
  if (!planned.ok) throw new Error(planned.failure.code);
  return {
    milliseconds: medianOf(plan),
    steps: planned.value.steps.length,
    bytes: JSON.stringify(planned.value).length,
    after: applyPlan(workbook, planned.value),
  };
}

for (const rows of SIZES) {
  for (const isSpoilt of [false, true]) {
    const first = measure(ledgerWorkbook(CONVENTION, ledgerOf(rows, isSpoilt)));
    const again = measure(first.after);
    const of = `${rows} rows, ${isSpoilt ? 'spoilt' : 'clean'}`;
    const size = `${first.steps} steps, ${(first.bytes / 1024).toFixed(0)} kB`;
    process.stdout.write(`${of}: first ${first.milliseconds.toFixed(0)} ms, ${size}; again ${again.milliseconds.toFixed(0)} ms, ${again.steps} steps\n`);
  }
}
