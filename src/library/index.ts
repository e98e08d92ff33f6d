/**
 * Enveloppe as a library: bytes of workbooks in, values out. It reads no file, no clock and no network; amounts are
 * decimal strings, dates are ISO. A workbook that cannot be used is a refusal with its sentence, never an exception.
 */
import { compareDossiers } from '../application/comparison/compare-dossiers';
import { jsonComparison, type JsonComparison } from '../application/comparison/json-comparison';
import { controlledAt } from '../application/control';
import { type DocumentId, planDocuments } from '../application/documents/documents';
import { jsonReport, type JsonReport } from '../application/json-report';
import { jsonReconciliation } from '../application/reconciliation/json-reconciliation';
import { reconcileDossier } from '../application/reconciliation/reconcile-dossier';
import { loadConvention, parseConvention } from '../conventions/index';
import { documentsOf } from '../documents/document';
import { parseDayOfFullYear } from '../domain/calendar/date-text';
import type { CivilDate } from '../domain/calendar/civil-date';
import type { Finding } from '../domain/controls/findings/finding';
import type { Convention } from '../domain/envelopes/convention';
import type { ChorusExtract } from '../domain/reconciliation/extract';
import { failure, type Result, success } from '../domain/result';
import { describeFailure } from '../messages/failures';
import { describeFinding } from '../messages/describe-finding';
import type { Language } from '../messages/language';
import { readingReason } from '../messages/reading-words';
import type { Failure } from '../workbook/failure';
import { columnFieldOfName } from '../workbook/ledger/headings';
import type { ColumnChoice } from '../workbook/registers/column-choices';
import { type ControlledFile, controlledFile, copyWith, extractsIn } from './controlled-file';

export type { JsonComparison, JsonReport };
export type JsonReconciliation = ReturnType<typeof jsonReconciliation>;

export interface LibraryOptions {
  /** Date of the situation, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Identifier of a convention of the product, or its JSON; the workbook's own when absent. */
  readonly convention?: string | object;
  /** Tables or sheets that are the ledger, when several could be it. */
  readonly ledger?: readonly string[];
  /** Field of a column, by its heading: `{ Engagé: 'Montant AE' }`; an empty text leaves the column out. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Language of the sentences; French when absent. */
  readonly language?: Language;
}

/** The value, or the reason why there is none. */
export type LibraryResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refused };

export interface Refused {
  /** Stable code of the refusal. */
  readonly code: string;
  readonly sentence: string;
  readonly remedy: string;
}

/** A file given by its bytes; the name is used in sentences. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Checks a workbook: the object of `enveloppe check --format json`. */
export function check(workbook: NamedBytes, options: LibraryOptions): LibraryResult<JsonReport> {
  return outcome(options, loaded(workbook, options), ({ dossier, report }) =>
    success(
      jsonReport(dossier, report, workbook.name, described(dossier.convention, options), (entry) =>
        readingReason(entry, languageOf(options)),
      ),
    ),
  );
}

export interface ReportOptions extends LibraryOptions {
  /** Documents wanted (`bilan`, `etat`, `annexe1`…); those that the convention asks for when absent. */
  readonly documents?: readonly string[];
  /** Name in the journal of the workbook. */
  readonly author?: string;
}

/** Writes the documents in a copy of the workbook; every part that they do not change keeps its bytes. */
export function report(
  workbook: NamedBytes,
  options: ReportOptions,
): LibraryResult<{ readonly bytes: Uint8Array; readonly documents: readonly string[] }> {
  return outcome(options, loaded(workbook, options), (file) => {
    const known = documentsOf(file.dossier.convention).map(({ id }) => id);
    const unknown = options.documents?.find((name) => !known.some((id) => id === name));
    if (unknown !== undefined) return failure(usage(`${unknown}: ${known.join(', ')}`));
    const wanted: readonly DocumentId[] | undefined =
      options.documents && known.filter((id) => options.documents?.includes(id));
    const planned = planDocuments(file.dossier, file.report, wanted);
    const copy = copyWith(file, planned, { on: file.report.asOf, author: options.author ?? '' });
    return copy.ok ? success({ bytes: copy.value.bytes, documents: wanted ?? known }) : copy;
  });
}

/** Reconciles the ledger with Chorus extracts: the object of `enveloppe reconcile --format json`. */
export function reconcile(
  workbook: NamedBytes,
  extracts: readonly NamedBytes[],
  options: LibraryOptions,
): LibraryResult<JsonReconciliation> {
  return outcome(options, loaded(workbook, options), ({ dossier, report }) => {
    const read: ChorusExtract[] = [];
    for (const { name, bytes } of extracts) {
      const found = extractsIn(name, bytes, dossier);
      if (!found.ok) return found;
      read.push(...found.value);
    }
    const reconciled = reconcileDossier(dossier, report, read);
    return success(jsonReconciliation(dossier, reconciled, workbook.name, described(dossier.convention, options)));
  });
}

export interface CompareOptions extends LibraryOptions {
  /** Date of the first situation, `YYYY-MM-DD`; that of the second when absent. */
  readonly from?: string;
}

/** Compares two workbooks, or one at two dates: the object of `enveloppe compare --format json`. */
export function compare(before: NamedBytes, after: NamedBytes, options: CompareOptions): LibraryResult<JsonComparison> {
  const from = dateOf(options.from ?? options.asOf);
  return outcome(options, loaded(after, options), (second) => {
    if (!from.ok) return from;
    const first =
      before.bytes === after.bytes
        ? success(controlledAt(second.opened, from.value))
        : loaded(before, { ...options, asOf: options.from ?? options.asOf });
    if (!first.ok) return first;
    return success(
      jsonComparison(
        compareDossiers(first.value, second),
        { before: before.name, after: after.name },
        (finding, convention) => describeFinding(finding, convention, languageOf(options)),
      ),
    );
  });
}

function loaded({ name, bytes }: NamedBytes, options: LibraryOptions): Result<ControlledFile, Failure> {
  const asOf = dateOf(options.asOf);
  if (!asOf.ok) return asOf;
  const convention = conventionOf(options);
  if (!convention.ok) return convention;
  const columns = columnsOf(options.columns ?? {});
  if (!columns.ok) return columns;
  return controlledFile(bytes, {
    name,
    convention: convention.value,
    ledger: options.ledger ?? [],
    columns: columns.value,
    asOf: asOf.value,
  });
}

function dateOf(text: string): Result<CivilDate, Failure> {
  const date = parseDayOfFullYear(text);
  return date === null ? failure(usage(text)) : success(date);
}

function conventionOf({ convention }: LibraryOptions): Result<Convention | null, Failure> {
  if (convention === undefined) return success(null);
  return typeof convention === 'string' ? loadConvention(convention) : parseConvention(convention);
}

function columnsOf(columns: Readonly<Record<string, string>>): Result<readonly ColumnChoice[], Failure> {
  const choices: ColumnChoice[] = [];
  for (const [heading, word] of Object.entries(columns)) {
    const field = word === '' ? null : columnFieldOfName(word);
    if (word !== '' && field === null) return failure(usage(word));
    choices.push({ source: '', heading, field });
  }
  return success(choices);
}

function usage(problem: string): Failure {
  return { code: 'usage', problem };
}

function described(convention: Convention, options: LibraryOptions) {
  return (finding: Finding) => describeFinding(finding, convention, languageOf(options));
}

function languageOf({ language }: LibraryOptions): Language {
  return language ?? 'fr';
}

/** The work on a file, or a refusal in the language of the options. */
function outcome<A, B>(
  options: LibraryOptions,
  given: Result<A, Failure>,
  work: (value: A) => Result<B, Failure>,
): LibraryResult<B> {
  const done = given.ok ? work(given.value) : given;
  if (done.ok) return { ok: true, value: done.value };
  const { sentence, remedy } = describeFailure(done.failure, languageOf(options));
  return { ok: false, refusal: { code: done.failure.code, sentence, remedy } };
}
