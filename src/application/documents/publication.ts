/**
 * The shapes of the publication package, for those who ask for one and for those who make it; no code, so that asking
 * fetches none.
 */
import type { NamingField } from '../../documents/publication/naming-fields';
import type { Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { ControlReport, Dossier } from '../dossier';

export { NAMING_FIELDS, type NamingField } from '../../documents/publication/naming-fields';

/** What the team decides of its publication. */
export interface PublicationChoices {
  readonly naming: readonly NamingField[];
  /** A service and its address; empty for none. */
  readonly contact: string;
}

/** The name of the workbook of documents in the package. */
export const DOCUMENTS_FILE = 'documents.xlsx';

/** A file of the package. */
export interface PackageFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The package as it is handed over: its files, and all of them in one archive. */
export interface PackedPublication {
  /** Names the package and its day, for a file: `execution-convention-ecoi2236199x-2023-12-31`. */
  readonly name: string;
  readonly files: readonly PackageFile[];
  readonly archive: Uint8Array;
}

/** Makes the package of a dossier at the date of its report, as fast as the code for it is fetched. */
export type PackPublication = (
  dossier: Dossier,
  report: ControlReport,
  choices: PublicationChoices,
) => Promise<Result<PackedPublication, Failure>>;
