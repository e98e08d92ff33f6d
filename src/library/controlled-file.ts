/** A workbook from its bytes, read and controlled; and copies of it. Shared by the library and the command line. */
import { openXlsx, type XlsxFile } from '../adapters/xlsx/open';
import type { Codec } from '../adapters/xlsx/package/codec';
import { controlledAt } from '../application/control';
import type { ControlReport, Dossier } from '../application/dossier';
import { openDossier } from '../application/open-dossier';
import { extractsOf, type ComparedLedger } from '../application/reconciliation/read-extracts';
import { withJournal } from '../application/writing/journal';
import type { CivilDate } from '../domain/calendar/civil-date';
import type { Convention } from '../domain/envelopes/convention';
import type { ChorusExtract } from '../domain/reconciliation/extract';
import { type Result, success } from '../domain/result';
import type { Failure } from '../workbook/failure';
import type { WritePlan } from '../workbook/plan';
import { fileNameOf } from '../workbook/ledger/tables/file-units';
import type { ColumnChoice } from '../workbook/registers/column-choices';
import type { WorkbookSnapshot } from '../workbook/snapshot';

export interface FileOptions {
  /** The path or the name of the file. */
  readonly name: string;
  /** Null for the workbook's own. */
  readonly convention: Convention | null;
  /** The tables or sheets that are the ledger; none to find it. */
  readonly ledger: readonly string[];
  readonly columns: readonly ColumnChoice[];
  readonly asOf: CivilDate;
}

export interface ControlledFile {
  readonly file: XlsxFile;
  readonly workbook: WorkbookSnapshot;
  /** The dossier under the convention of each credit year. */
  readonly opened: Dossier;
  readonly dossier: Dossier;
  readonly report: ControlReport;
}

/** Opens and controls a workbook. */
export function controlledFile(
  bytes: Uint8Array,
  options: FileOptions,
  codec?: Codec,
): Result<ControlledFile, Failure> {
  const file = openXlsx(bytes, codec);
  if (!file.ok) return file;
  const { name, convention, ledger, columns, asOf } = options;
  const workbook = { ...file.value.read(), name: fileNameOf(name) };
  const opened = openDossier(workbook, { ...(convention && { convention }), ledger, columns });
  if (!opened.ok) return opened;
  return success({ file: file.value, workbook, opened: opened.value, ...controlledAt(opened.value, asOf) });
}

/** The bytes of a copy with a plan and its row of the journal, and the plan as applied. */
export function copyWith(
  { file, workbook }: Pick<ControlledFile, 'file' | 'workbook'>,
  planned: Result<WritePlan, Failure>,
  by: { readonly on: CivilDate; readonly author: string },
): Result<{ readonly bytes: Uint8Array; readonly plan: WritePlan }, Failure> {
  if (!planned.ok) return planned;
  const plan = withJournal(workbook, planned.value, by);
  if (!plan.ok) return plan;
  const bytes = file.apply(plan.value);
  return bytes.ok ? success({ bytes: bytes.value, plan: plan.value }) : bytes;
}

/** The extracts of a file: one that starts like an archive is a workbook; any other is read as text, or refused. */
export function extractsIn(
  name: string,
  bytes: Uint8Array,
  ledger: ComparedLedger,
  codec?: Codec,
): Result<readonly ChorusExtract[], Failure> {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isArchive) return extractsOf({ name, bytes });
  const file = openXlsx(bytes, codec);
  return file.ok ? extractsOf({ name, workbook: file.value.read() }, ledger) : file;
}
