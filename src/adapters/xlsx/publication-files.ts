/**
 * The publication package as bytes, equal for the command line and the pane: its texts, its workbook of documents, and
 * one archive of all.
 */
import type { ControlReport, Dossier } from '../../application/dossier';
import {
  DOCUMENTS_FILE,
  type PackageFile,
  type PackedPublication,
  type PublicationChoices,
} from '../../application/documents/publication';
import { planPublication } from '../../application/documents/publication-package';
import { success, type Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import { blankXlsx } from './write/blank';
import { PORTABLE_CODEC, type Codec } from './package/codec';
import { openXlsx } from './open';
import { guarded } from './package/refusal';
import { buildZip } from './package/zip';

/**
 * The package of a dossier at the date of its report. The archive does not depend on the clock: the same workbook gives
 * the same bytes.
 */
export function packPublication(
  dossier: Dossier,
  report: ControlReport,
  choices: PublicationChoices,
  codec: Codec = PORTABLE_CODEC,
): Result<PackedPublication, Failure> {
  const planned = planPublication(dossier, report, choices);
  if (!planned.ok) return planned;
  const blank = openXlsx(blankXlsx(), codec);
  if (!blank.ok) return blank;
  const documents = blank.value.apply(planned.value.documents);
  if (!documents.ok) return documents;
  const utf8 = new TextEncoder();
  const files: readonly PackageFile[] = [
    ...planned.value.files.map(({ path, text }) => ({ path, bytes: utf8.encode(text) })),
    { path: DOCUMENTS_FILE, bytes: documents.value },
  ];
  const archive = guarded(() =>
    buildZip(
      files.map(({ path, bytes }) => [path, bytes] as const),
      codec,
    ),
  );
  return archive.ok ? success({ name: planned.value.name, files, archive: archive.value }) : archive;
}
