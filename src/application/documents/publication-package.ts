/**
 * The publication package of a convention (art. 6 of the 2023 one): tables in CSV with their schemas,
 * `datapackage.json`, and the documents as a workbook of values. Suppliers and objects are left out unless listed.
 */
import { summaryOfAccount } from '../../workbook/reading/account-summary';
import { dataPackage, packageName, tableSchema } from '../../documents/publication/data-package';
import { budgetLinesTable, envelopesTable } from '../../documents/publication/credit-tables';
import { operationsTable } from '../../documents/publication/operations-table';
import { csvOf } from '../../documents/publication/published-table';
import { toIso } from '../../domain/calendar/civil-date';
import { success, type Result } from '../../domain/result';
import { PUBLICATION_WORDS as words } from '../../messages/documents/publication-fr';
import type { Failure } from '../../workbook/failure';
import type { WritePlan } from '../../workbook/plan';
import type { ControlReport, Dossier } from '../dossier';
import { planCopies } from './document-copies';
import { documentInput } from './documents';
import { DOCUMENTS_FILE, type PublicationChoices } from './publication';

/** Text files by path, and the plan that writes the documents in an empty workbook. */
export interface PublicationPackage {
  /** The name of the package with its date: `execution-convention-ecoi2236199x-2023-12-31`. */
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly documents: WritePlan;
}

/** The package of a dossier at the date of its report. */
export function planPublication(
  dossier: Dossier,
  report: ControlReport,
  choices: PublicationChoices,
): Result<PublicationPackage, Failure> {
  const documents = planCopies(dossier, report, ({ sheet }) => sheet);
  if (!documents.ok) return documents;
  const input = documentInput(dossier, report);
  const tables = [envelopesTable(input), budgetLinesTable(input), operationsTable(input, choices.naming)];
  const { convention } = dossier;
  const facts = {
    convention,
    asOf: report.asOf,
    contact: choices.contact,
    workbooks: [{ path: DOCUMENTS_FILE, title: words.documentsTitle }],
  };
  const errors = report.findings.filter(({ severity }) => severity === 'error').length;
  return success({
    name: `${packageName(convention)}-${toIso(report.asOf)}`,
    files: [
      { path: 'datapackage.json', text: json(dataPackage(tables, facts)) },
      {
        path: 'LISEZMOI.txt',
        text: words.readMe(
          convention,
          report.asOf,
          errors,
          report.unchecked.length,
          summaryOfAccount(dossier.account),
          choices.naming,
        ),
      },
      ...tables.flatMap((table) => [
        { path: `${table.name}.csv`, text: csvOf(table) },
        { path: `${table.name}.schema.json`, text: json(tableSchema(table)) },
      ]),
    ],
    documents: documents.value,
  });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
