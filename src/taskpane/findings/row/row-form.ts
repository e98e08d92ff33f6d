/** The form of a new row: its fields, those of the table that takes it, and the choices that the convention gives. Pure. */
import type { Dossier } from '../../../application/dossier';
import type { RowTexts } from '../../../application/writing/new-row';
import { allowedCodes, textOfEnvelope, writtenNamingField } from '../../../domain/controls/facts/allowed-codes';
import type { LedgerField, LedgerRow } from '../../../domain/envelopes/ledger';
import { IMPUTATION_FIELDS, type ImputationField } from '../../../domain/imputation/imputation';
import type { LedgerBlock } from '../../../workbook/ledger/ledger-source';

export const OPERATIONS = ['commitment', 'payment', 'decommitment'] as const;
export type OperationKind = (typeof OPERATIONS)[number];

/** The values that the user typed and chose. */
export interface RowDraft {
  readonly operation: OperationKind;
  /** The code of the envelope; empty until it is chosen. */
  readonly envelope: string;
  readonly texts: RowTexts;
}

export const EMPTY_DRAFT: RowDraft = { operation: 'commitment', envelope: '', texts: {} };

const FIELDS: Readonly<Record<OperationKind, readonly LedgerField[]>> = {
  commitment: ['ejNumber', 'ejLine', 'commitmentDate', 'label', 'supplier', 'ae', 'status', 'contractEnd'],
  payment: ['ejNumber', 'dpNumber', 'label', 'supplier', 'serviceDate', 'receiptDate', 'paymentDate', 'cp', 'status'],
  decommitment: ['ejNumber', 'ejLine', 'commitmentDate', 'label', 'supplier', 'ae', 'status'],
};

/** The typed fields of an operation that the table has a column for. */
export function typedFields(block: LedgerBlock, operation: OperationKind): readonly LedgerField[] {
  return FIELDS[operation].filter((field) => block.columns.has(field));
}

/** The code fields of the table, but the one that names the envelope by a text of the convention. */
export function codeFields({ convention }: Dossier, block: LedgerBlock): readonly ImputationField[] {
  const naming = writtenNamingField(convention, block.columns);
  return IMPUTATION_FIELDS.filter((field) => field !== naming && block.columns.has(field));
}

const USUAL: Readonly<Record<OperationKind, string>> = { commitment: 'EJ', payment: 'DP', decommitment: 'Retrait' };

/** The word by which the team's own rows name such an operation, else the usual one. */
function operationWord(rows: readonly LedgerRow[], operation: OperationKind): string {
  const times = new Map<string, number>();
  for (const row of rows) {
    if (row.operation === '' || kindOf(row) !== operation) continue;
    times.set(row.operation, (times.get(row.operation) ?? 0) + 1);
  }
  const [most] = [...times].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? USUAL[operation];
}

function kindOf({ ae, cp }: LedgerRow): OperationKind | null {
  if (cp.kind === 'amount' && ae.kind !== 'amount') return 'payment';
  if (ae.kind !== 'amount') return null;
  return ae.cents < 0 ? 'decommitment' : 'commitment';
}

/** The texts of the row to write. */
export function textsOf(dossier: Dossier, block: LedgerBlock, { operation, envelope, texts }: RowDraft): RowTexts {
  const { convention } = dossier;
  const chosen = convention.envelopes.find(({ code }) => code === envelope);
  const naming = writtenNamingField(convention, block.columns);
  const name = chosen && naming && textOfEnvelope(convention, chosen, naming);
  const typed = new Set<LedgerField>([...typedFields(block, operation), 'budgetLine', ...codeFields(dossier, block)]);
  const kept = Object.fromEntries(Object.entries(texts).filter(([field]) => typed.has(field as LedgerField)));
  const ae = texts.ae?.trim() ?? '';
  return {
    ...kept,
    operation: operationWord(dossier.ledger.rows, operation),
    ...(naming && name && { [naming]: name }),
    ...(operation === 'decommitment' && ae !== '' && !/^[-\u2212]/.test(ae) && { ae: `-${ae}` }),
  };
}

/** The draft for another envelope: its only codes are filled in, and its poste is chosen again. */
export function withEnvelope(dossier: Dossier, block: LedgerBlock, draft: RowDraft, envelope: string): RowDraft {
  const texts: Record<string, string> = { ...draft.texts, budgetLine: '' };
  for (const field of codeFields(dossier, block)) {
    const [only, ...others] = allowedCodes(dossier.convention, field, envelope);
    texts[field] = only !== undefined && others.length === 0 ? only : '';
  }
  return { ...draft, envelope, texts };
}

/** True once there is enough to judge: an amount or an EJ. */
export function isBegun({ texts }: RowDraft): boolean {
  return [texts.ae, texts.cp, texts.ejNumber].some((text) => (text ?? '').trim() !== '');
}
