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

/** The SHA-256 of some bytes. Browsers and Node have it; a test page may not. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;

const OF_PLATFORM: Sha256 = (bytes) => crypto.subtle.digest('SHA-256', bytes);

/**
 * The package of a dossier at the date of its report. The clock is in `choices.created` alone: the same workbook and the
 * same instant give the same bytes.
 */
export async function packPublication(
  dossier: Dossier,
  report: ControlReport,
  choices: PublicationChoices,
  codec: Codec = PORTABLE_CODEC,
  sha256: Sha256 = OF_PLATFORM,
): Promise<Result<PackedPublication, Failure>> {
  const planned = planPublication(dossier, report, choices);
  if (!planned.ok) return planned;
  const { name, review, conventionPath, descriptor } = planned.value;
  const blank = openXlsx(blankXlsx(), codec);
  if (!blank.ok) return blank;
  const documents = blank.value.apply(planned.value.documents);
  if (!documents.ok) return documents;
  const utf8 = new TextEncoder();
  const inside: readonly PackageFile[] = [
    ...planned.value.files.map(({ path, text }) => ({ path, bytes: utf8.encode(text) })),
    { path: DOCUMENTS_FILE, bytes: documents.value },
    ...(conventionPath !== null && choices.conventionText
      ? [{ path: conventionPath, bytes: choices.conventionText.bytes }]
      : []),
  ];
  const contents = new Map<string, { readonly bytes: number; readonly sha256: string }>();
  for (const { path, bytes } of inside)
    contents.set(path, { bytes: bytes.length, sha256: hexadecimal(await sha256(Uint8Array.from(bytes))) });
  const files = [{ path: 'datapackage.json', bytes: utf8.encode(descriptor(contents)) }, ...inside];
  const archive = guarded(() =>
    buildZip(
      files.map(({ path, bytes }) => [path, bytes] as const),
      codec,
    ),
  );
  return archive.ok ? success({ name, files, archive: archive.value, review }) : archive;
}

function hexadecimal(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
