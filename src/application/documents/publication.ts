/** Types of the publication package. No code: the pane imports this file at its start, and the code when asked. */
import type { NamingField } from '../../documents/publication/published-table';
import type { FreeText } from '../../documents/publication/text-gate';
import type { Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { ControlReport, Dossier } from '../dossier';

export { NAMING_FIELDS, type NamingField } from '../../documents/publication/published-table';

/** The choices of the team for its publication. */
export interface PublicationChoices {
  readonly naming: readonly NamingField[];
  /** A service and its address; may be empty. */
  readonly contact: string;
  /** Identifiers of the free texts to publish; the others are left out. */
  readonly confirmed: readonly string[];
  /** The text of the convention, in its place in the package; null when the team does not give it. */
  readonly conventionText: ConventionText | null;
  /** The instant at which the package is made: `2024-01-15T09:30:00Z`. */
  readonly created: string;
}

/** The file of the convention as it was signed. */
export interface ConventionText {
  /** With the dot: `.pdf`. */
  readonly extension: ConventionTextExtension;
  readonly bytes: Uint8Array;
}

/** The formats of a convention, with their media types. */
export const CONVENTION_TEXTS = {
  '.pdf': 'application/pdf',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
} as const;
export type ConventionTextExtension = keyof typeof CONVENTION_TEXTS;
export const CONVENTION_EXTENSIONS = Object.keys(CONVENTION_TEXTS) as readonly ConventionTextExtension[];

/** Texts that leave in a publication, and those that are left out. */
export interface PublicationReview {
  readonly texts: readonly FreeText[];
  /** Texts of the convention, always published: title, parties, envelopes, postes. */
  readonly ofConvention: readonly string[];
  /** Identifiers that name no text: the text has changed, or a letter is wrong. */
  readonly unknown: readonly string[];
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
  readonly review: PublicationReview;
}

/** Makes the package of a dossier at the date of its report; its code is fetched at the first call. */
export type PackPublication = (
  dossier: Dossier,
  report: ControlReport,
  choices: Omit<PublicationChoices, 'created'>,
) => Promise<Result<PackedPublication, Failure>>;
