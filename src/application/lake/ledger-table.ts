/** The rows of the ledger as the lake keeps them: what was read, where it counts, and what it adds to each figure. */
import type { Assignment } from '../../domain/envelopes/assignment';
import type { UncheckedReason } from '../../domain/envelopes/figures';
import type { AmountReading, DateReading, LedgerRow, RowKey } from '../../domain/envelopes/ledger';
import type { MissingColumns } from '../../domain/envelopes/missing-columns';
import { IMPUTATION_FIELDS, type CodeReading, type ImputationField } from '../../domain/imputation/imputation';
import { knownIf } from '../../documents/publication/counted-rows';
import { comparable } from '../../domain/text';
import { type IgnoredReason, placeOfRow } from '../../workbook/ledger/ledger-source';
import type { ControlReport, Dossier } from '../dossier';
import { amount, date, integer, type LakeColumn, type LakeTable, text } from './lake-table';

/** The cents that a row adds to each figure; null for a row that adds nothing because it is not counted. */
interface Effect {
  readonly aeConsumed: number;
  readonly aeReserved: number;
  readonly cpConsumed: number;
  readonly cpReserved: number;
}

interface LedgerLine {
  readonly sheet: string;
  readonly sheetRow: number;
  readonly state: 'counted' | 'unchecked' | 'cancelled' | 'ignored';
  readonly reason: UncheckedReason | IgnoredReason | null;
  readonly assignment: Extract<Assignment, { readonly kind: 'assigned' }> | null;
  /** Null for an ignored row, of which nothing else is kept. */
  readonly row: LedgerRow | null;
  readonly effect: Effect | null;
  readonly missing: MissingColumns;
}

const CODE_NAMES: Readonly<Record<ImputationField, string>> = {
  programme: 'programme',
  functionalDomain: 'functional_domain',
  financialCentre: 'financial_centre',
  activity: 'activity',
  costCentre: 'cost_centre',
  ministerialAxis1: 'ministerial_axis_1',
  ministerialAxis2: 'ministerial_axis_2',
};

export const LEDGER: LakeTable<LedgerLine> = {
  name: 'ledger',
  meaning: 'one row of the team’s ledger, ignored and cancelled ones too',
  columns: [
    text('sheet', 'sheet of the workbook', ({ sheet }) => sheet),
    integer('sheet_row', 'row of the sheet, from 1', ({ sheetRow }) => sheetRow),
    text('state', '`counted`, `unchecked`, `cancelled` or `ignored`', ({ state }) => state),
    text('reason', 'why it is unchecked or ignored', ({ reason }) => reason),
    text('envelope', 'code of the envelope that it is charged to', (line) => line.assignment?.envelope.code),
    text('poste', 'label of the poste that it is charged to', (line) => line.assignment?.line?.label),
    text('status', '`firm`, `project` or `cancelled`', ({ row }) => row?.status),
    text('operation', 'kind of operation, as typed', ({ row }) => row?.operation),
    text('ej', 'EJ number, when well formed', ({ row }) => (row?.ej.kind === 'ej' ? row.ej.number : null)),
    text('ej_text', 'EJ number as typed', ({ row }) => rawOf(row?.ej)),
    text('dp', 'DP number', ({ row }) => row?.dpNumber),
    text('supplier', 'supplier, as typed', ({ row }) => row?.supplier),
    text('supplier_key', 'the same without case, accents or repeated spaces: compare this', ({ row }) =>
      row ? comparable(row.supplier) : null,
    ),
    text('label', 'object of the expense', ({ row }) => row?.label),
    dateOf('committed_on', 'day of the commitment', ({ commitmentDate }) => commitmentDate),
    dateOf('served_on', 'day of the service fait', ({ serviceDate }) => serviceDate),
    dateOf('received_on', 'day on which the request for payment was received', ({ receiptDate }) => receiptDate),
    dateOf('paid_on', 'day of the payment', ({ paymentDate }) => paymentDate),
    amountOf('ae', 'AE as read', ({ ae }) => ae),
    amountOf('cp', 'CP as read', ({ cp }) => cp),
    text('ae_text', 'the cell of AE when it is no amount', ({ row }) => unreadOf(row?.ae)),
    text('cp_text', 'the cell of CP when it is no amount', ({ row }) => unreadOf(row?.cp)),
    effectOf('ae_consumed', 'AE', 'aeConsumed'),
    effectOf('ae_reserved', 'AE', 'aeReserved'),
    effectOf('cp_consumed', 'CP', 'cpConsumed'),
    effectOf('cp_reserved', 'CP', 'cpReserved'),
    ...IMPUTATION_FIELDS.map((field) =>
      text<LedgerLine>(CODE_NAMES[field], 'code, normalised; as typed when malformed', ({ row }) =>
        row ? codeOf(row.imputation[field]) : null,
      ),
    ),
  ],
};

/** The rows in reading order, then those that are ignored, or cancelled before they are read. */
export function* ledgerLines(dossier: Dossier, { charged, balances }: ControlReport): Iterable<LedgerLine> {
  const reasons = new Map(balances.unchecked.map(({ row, reason }) => [row, reason]));
  const place = (key: RowKey): Pick<LedgerLine, 'sheet' | 'sheetRow' | 'missing'> => {
    const found = placeOfRow(dossier.blocks, key);
    return { sheet: found?.block.sheet ?? '', sheetRow: (found?.row ?? -1) + 1, missing: balances.missing };
  };
  for (const row of dossier.ledger.rows) {
    const assigned = charged.assign(row);
    const assignment = assigned.kind === 'assigned' ? assigned : null;
    const reason = reasons.get(row.key) ?? null;
    const state = row.status === 'cancelled' ? 'cancelled' : reason === null ? 'counted' : 'unchecked';
    const effect = state === 'cancelled' || assignment === null ? null : { ...charged.effectOf(row) };
    yield { ...place(row.key), state, reason, assignment, row, effect };
  }
  for (const { row, reason } of dossier.ignored)
    if (reason !== 'empty')
      yield {
        ...place(row),
        state: reason === 'cancelled' ? 'cancelled' : 'ignored',
        reason,
        assignment: null,
        row: null,
        effect: null,
      };
}

function dateOf(name: string, meaning: string, of: (row: LedgerRow) => DateReading): LakeColumn<LedgerLine> {
  return date(name, meaning, ({ row }) => {
    const reading = row && of(row);
    return reading?.kind === 'date' ? reading.date : null;
  });
}

function amountOf(name: string, meaning: string, of: (row: LedgerRow) => AmountReading): LakeColumn<LedgerLine> {
  return amount(name, meaning, ({ row }) => {
    const reading = row && of(row);
    return reading?.kind === 'amount' ? reading.cents : null;
  });
}

function effectOf(name: string, nature: 'AE' | 'CP', figure: keyof Effect): LakeColumn<LedgerLine> {
  const meaning = `what the row adds to \`${name.slice(3)}\` of ${nature}; null when it is not counted, or the figure not calculable`;
  return amount(name, meaning, ({ effect, missing }) => effect && knownIf(missing[nature], effect[figure]));
}

function rawOf(reading: LedgerRow['ej'] | undefined): string | null {
  return reading && 'raw' in reading ? reading.raw : null;
}

function unreadOf(reading: AmountReading | undefined): string | null {
  return reading?.kind === 'unreadable' || reading?.kind === 'cellError' ? reading.raw : null;
}

function codeOf(reading: CodeReading): string | null {
  if (reading.kind === 'absent') return null;
  return 'canonical' in reading ? reading.canonical : reading.raw;
}
