/**
 * The publication package of a convention (art. 6 of the 2023 one): tables in CSV with their schemas,
 * `datapackage.json`, the text of the convention, and the documents as a workbook of values. Suppliers, objects,
 * comments, signatories and texts of registers are left out unless each is confirmed.
 */
import { summaryOfAccount } from '../../workbook/reading/account-summary';
import { dataPackage, packageName, tableSchema, type PackageContents } from '../../documents/publication/data-package';
import { countedRows } from '../../documents/publication/counted-rows';
import { envelopesTable, postesTable } from '../../documents/publication/credit-tables';
import { operationsTable } from '../../documents/publication/operations-table';
import { csvOf } from '../../documents/publication/published-table';
import { TextGate } from '../../documents/publication/text-gate';
import { toIso } from '../../domain/calendar/civil-date';
import type { Convention } from '../../domain/envelopes/convention';
import { success, type Result } from '../../domain/result';
import { PUBLICATION_WORDS as words } from '../../messages/documents/publication-fr';
import type { Failure } from '../../workbook/failure';
import { FIELD_NAMES } from '../../workbook/field-names';
import type { WritePlan } from '../../workbook/plan';
import { LIST_SEPARATOR } from '../../workbook/workbook-names';
import type { ControlReport, Dossier } from '../dossier';
import { planCopies } from './document-copies';
import { documentInput, warningsIn } from './documents';
import { publishedGaps } from './publication-gaps';
import { CONVENTION_TEXTS, DOCUMENTS_FILE, type PublicationChoices, type PublicationReview } from './publication';

/** Text files by path, the plan that writes the documents in an empty workbook, and the descriptor of them all. */
export interface PublicationPackage {
  /** The name of the package with its date: `execution-convention-ecoi2236199x-2023-12-31`. */
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly documents: WritePlan;
  /** The path of the text of the convention; null when it is not given. */
  readonly conventionPath: string | null;
  /** `datapackage.json`, once the bytes of every file are known. */
  readonly descriptor: (contents: PackageContents) => string;
  readonly review: PublicationReview;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The package of a dossier at the date of its report. */
export function planPublication(
  dossier: Dossier,
  report: ControlReport,
  choices: PublicationChoices,
): Result<PublicationPackage, Failure> {
  const texts = new TextGate(choices.confirmed);
  const documents = planCopies(dossier, report, ({ sheet }) => sheet, undefined, texts);
  if (!documents.ok) return documents;
  const input = { ...documentInput(dossier, report), texts };
  const rows = countedRows(input);
  const tables = [envelopesTable(input), postesTable(input, rows), operationsTable(input, rows, choices.naming, texts)];
  const { convention } = dossier;
  const text = choices.conventionText;
  const conventionPath = text && `convention${text.extension}`;
  const facts = {
    convention,
    asOf: report.asOf,
    contact: choices.contact,
    created: choices.created,
    attachments: [
      { path: DOCUMENTS_FILE, title: words.documentsTitle, mediatype: XLSX },
      ...(text && conventionPath !== null
        ? [{ path: conventionPath, title: words.conventionTitle, mediatype: CONVENTION_TEXTS[text.extension] }]
        : []),
    ],
  };
  const errors = report.findings.filter(({ severity }) => severity === 'error').length;
  const published = texts.texts.filter(({ isPublished }) => isPublished).length;
  return success({
    name: `${packageName(convention)}-${toIso(report.asOf)}`,
    files: [
      {
        path: 'LISEZMOI.txt',
        text: words.readMe({
          convention,
          asOf: report.asOf,
          findings: { errors, warnings: warningsIn(report.findings) },
          ...publishedGaps(convention, report),
          unchecked: report.unchecked.length,
          reading: { ...summaryOfAccount(dossier.account), rows: dossier.ledger.rows.length },
          texts: { published, leftOut: texts.texts.length - published },
          conventionPath,
        }),
      },
      ...tables.flatMap((table) => [
        { path: `${table.name}.csv`, text: csvOf(table) },
        { path: `${table.name}.schema.json`, text: json(tableSchema(table)) },
      ]),
    ],
    documents: documents.value,
    conventionPath,
    descriptor: (contents) => json(dataPackage(tables, facts, contents)),
    review: { texts: texts.texts, ofConvention: textsOfConvention(convention), unknown: texts.unknown },
  });
}

/**
 * The texts of the convention that tables and documents state: title and reference, parties and ministry, envelopes and
 * postes, codes, article of the final report. Once each.
 */
function textsOfConvention(convention: Convention): readonly string[] {
  const { title, reference, id, delegants, delegates, correspondence, envelopes, imputation, duties } = convention;
  const all = [
    title,
    reference === '' ? id : reference,
    correspondence.ministry,
    ...[...delegants, ...delegates].map(({ name }) => name),
    ...envelopes.flatMap(({ code, label, annex, lines, otherLines = [] }) => [
      ...(code === label ? [label] : [label, code]),
      ...[annex.title, annex.amountHeading],
      ...[...lines, ...otherLines].map((line) => line.label),
    ]),
    ...imputation.map(({ label, field, value, aliases }) =>
      [`${label || FIELD_NAMES[field]} ${value}`, ...aliases].join(`${LIST_SEPARATOR} `),
    ),
    duties.find(({ type }) => type === 'finalReport')?.article ?? '',
  ];
  return [...new Set(all.filter((text) => text !== ''))];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
