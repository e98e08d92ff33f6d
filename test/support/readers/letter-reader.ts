/** A letter written in a workbook, as its reader and its writer see it. */
import { planDocuments, type DocumentId } from '../../../src/application/documents/documents';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { describeAdvice } from '../../../src/messages/describe-advice';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../apply-plan';
import { convention2023 } from '../conventions';
import { controlled, ledgerWorkbook } from '../ledgers/ledger-workbook';
import { DocumentReader } from './document-reader';

export const LETTER_HEADINGS =
  "Axe ministériel 2 | Poste de dépense | N° EJ | Date d'engagement | Montant AE TTC | Date de service fait | Date de paiement | Montant CP TTC";
/** Signaux Faibles exceeds its AE by 5 000 €; PDE has enough left. */
export const OVER = `${LETTER_HEADINGS}
  Signaux Faibles | Audit de sécurité | 1405610190 | 03/04/2023 | 105000 | | |
  PDE             | Frais annexes     | 1405610188 | 20/03/2023 | 640    | | |
  PDE             | Frais annexes     | 1405610188 |            |        | 02/05/2023 | 05/05/2023 | 600`;
/** Nothing is exceeded. */
export const RIGHT = `${LETTER_HEADINGS}\n  PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 | | |`;

/** A letter: the workbook that has it, its text, and the advice to its writer, one sentence on a line. */
export interface Noticed {
  readonly workbook: WorkbookSnapshot;
  readonly text: string;
  readonly advice: string;
}

/** The letter over a ledger; `typed` are the changes that a person made in the workbook before. */
export function noticed(
  id: DocumentId,
  changes: Partial<Convention> = {},
  ledger = OVER,
  typed: (workbook: WorkbookSnapshot) => WorkbookSnapshot = (workbook) => workbook,
): Noticed {
  const before = typed(ledgerWorkbook({ ...convention2023(), ...changes }, ledger));
  const { dossier, report } = controlled(before);
  const plan = planDocuments(dossier, report, [id]);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  const workbook = applyPlan(before, plan.value);
  const added = workbook.sheets.at(-1)?.name ?? '';
  const text = new DocumentReader(workbook, added)
    .rows()
    .map((row) => row.filter((cell) => cell !== null).join(' | '))
    .join('\n');
  const advice = (plan.value.advice ?? []).flatMap((of) => of.advice.map((one) => describeAdvice(one, 'fr')));
  return { workbook, text: plain(text), advice: plain(advice.join('\n')) };
}

/** The sentences, each on one line, as a reader joins them. */
export function lettersOf(text: string): string {
  return text.replaceAll('\n', ' ');
}

function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
