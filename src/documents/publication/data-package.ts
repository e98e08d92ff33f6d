/**
 * `datapackage.json` (specs.frictionlessdata.io/data-package): who publishes, under which licence, over which period,
 * and the schema of each table. The convention must be published on data.gouv.fr by the délégataire (art. 6 of the 2023
 * one; décret 2004-1085, art. 2).
 */
import { civilDate, toIso, type CivilDate } from '../../domain/calendar/civil-date';
import type { Convention } from '../../domain/envelopes/convention';
import { assert } from '../../domain/result';
import { comparable } from '../../domain/text';
import { formatDate } from '../../messages/format';
import type { PublishedField, PublishedTable } from './published-table';

/** Licence Ouverte 2.0 of Etalab, under which the State publishes. */
const LICENCE = {
  name: 'etalab-2.0',
  title: 'Licence Ouverte 2.0',
  path: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
} as const;

/** The facts of the package other than its tables. */
export interface PackageFacts {
  readonly convention: Convention;
  readonly asOf: CivilDate;
  /** A service and its address; may be empty. */
  readonly contact: string;
  /** The instant at which the package is made: `2024-01-15T09:30:00Z`. */
  readonly created: string;
  /** The files of the package that are no tables. */
  readonly attachments: readonly Attachment[];
}

interface Attachment {
  readonly path: string;
  readonly title: string;
  readonly mediatype: string;
}

/** The size in bytes and the SHA-256 (64 hexadecimal figures) of each file, by its path. */
export type PackageContents = ReadonlyMap<string, { readonly bytes: number; readonly sha256: string }>;

/** The descriptor of the package, ready to be written as JSON. */
export function dataPackage(
  tables: readonly PublishedTable[],
  facts: PackageFacts,
  contents: PackageContents,
): Readonly<Record<string, unknown>> {
  const { convention, asOf, contact, created, attachments } = facts;
  const email = /<([^<>]+)>$/.exec(contact)?.[1] ?? (contact.includes('@') ? contact : undefined);
  return {
    profile: 'data-package',
    name: packageName(convention),
    title:
      convention.title === ''
        ? `Exécution de la convention ${convention.reference}`
        : `Exécution : ${convention.title}`,
    description:
      `Situation arrêtée au ${formatDate(asOf, 'fr')} des crédits délégués par la convention ${convention.reference}, ` +
      `signée le ${formatDate(convention.signedOn, 'fr')}, jusqu'au ${formatDate(convention.endsOn, 'fr')}. Montants en euros, exacts au centime.`,
    licenses: [LICENCE],
    created,
    temporal: { start: firstDay(convention), end: toIso(asOf) },
    // Terms of data.gouv.fr: the yearly duty to report, and the country.
    frequency: 'annual',
    spatial: { zones: ['country:fr'] },
    keywords: ['délégation de gestion', 'budget', 'AE', 'CP', String(convention.creditYear)],
    contributors: [
      ...convention.delegates.map(({ name }) => ({ title: name, role: 'publisher' })),
      ...convention.delegants.map(({ name }) => ({ title: name, role: 'contributor' })),
      ...(contact === '' ? [] : [{ title: nameOf(contact) || contact, ...(email && { email }), role: 'maintainer' }]),
    ],
    ...(contact !== '' && { contact }),
    resources: [
      ...tables.map((table) => ({ ...resourceOf(table), ...sizeOf(contents, `${table.name}.csv`) })),
      ...attachments.map((one) => ({ ...attachmentOf(one), ...sizeOf(contents, one.path) })),
    ],
  };
}

function sizeOf(contents: PackageContents, path: string): Readonly<Record<string, unknown>> {
  const size = contents.get(path);
  assert(size, `no contents for ${path}`);
  return { bytes: size.bytes, hash: `sha256:${size.sha256}` };
}

/** The Table Schema of a table, for its own file and for the package. */
export function tableSchema({ fields, primaryKey, foreignKeys }: PublishedTable): Readonly<Record<string, unknown>> {
  const references = foreignKeys.map((key) => ({
    fields: key.fields,
    reference: { resource: key.table, fields: key.references },
  }));
  return {
    fields: fields.map(fieldOf),
    missingValues: [''],
    primaryKey,
    ...(references.length > 0 && { foreignKeys: references }),
  };
}

function resourceOf(table: PublishedTable): Readonly<Record<string, unknown>> {
  return {
    profile: 'tabular-data-resource',
    name: table.name,
    path: `${table.name}.csv`,
    title: table.title,
    description: table.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: tableSchema(table),
  };
}

function attachmentOf({ path, title, mediatype }: Attachment): Readonly<Record<string, unknown>> {
  const [name = path, format = ''] = path.split('.');
  return { profile: 'data-resource', name, path, title, format, mediatype };
}

function fieldOf({
  name,
  title,
  description,
  type,
  required,
  values,
  pattern,
}: PublishedField): Readonly<Record<string, unknown>> {
  const constraints = {
    ...(required && { required }),
    ...(values && { enum: values }),
    ...(pattern !== undefined && { pattern }),
  };
  const format = type === 'date' ? { format: 'default' } : {};
  const number = type === 'number' ? { decimalChar: '.' } : {};
  return {
    name,
    title,
    description,
    type,
    ...format,
    ...number,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

/** `execution-convention-ecoi2236199x`: lower case, digits and hyphens only, as the standard requires. */
export function packageName({ reference, id }: Convention): string {
  const words = comparable(reference === '' ? id : reference)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return words === '' ? 'execution-convention' : `execution-convention-${words}`;
}

function firstDay({ creditYear, signedOn }: Convention): string {
  return toIso(civilDate(creditYear, 1, 1) ?? signedOn);
}

/** The contact without its address: « DGE <budget@dge.gouv.fr> ». */
function nameOf(contact: string): string {
  return contact.endsWith('>') ? contact.slice(0, contact.lastIndexOf('<')).trim() : contact;
}
