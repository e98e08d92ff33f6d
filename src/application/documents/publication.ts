/** Types of the publication package. No code: the pane imports this file at its start, and the code when asked. */
import type { NamingField } from '../../documents/publication/published-table';
import type { Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { ControlReport, Dossier } from '../dossier';

export { NAMING_FIELDS, type NamingField } from '../../documents/publication/published-table';

/** The choices of the team for its publication. */
export interface PublicationChoices {
  readonly naming: readonly NamingField[];
  /** A service and its address; may be empty. */
  readonly contact: string;
}

/** The name of the workbook of documents in the package. */
export const DOCUMENTS_FILE = 'documents.xlsx';

/** A file of the package. */
export interface PackageFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The package: its files, and an archive of all of them. */
export interface PackedPublication {
  /** The name of the package with its date: `execution-convention-ecoi2236199x-2023-12-31`. */
  readonly name: string;
  readonly files: readonly PackageFile[];
  readonly archive: Uint8Array;
}

/** Makes the package of a dossier at the date of its report; its code is fetched at the first call. */
export type PackPublication = (
  dossier: Dossier,
  report: ControlReport,
  choices: PublicationChoices,
) => Promise<Result<PackedPublication, Failure>>;
