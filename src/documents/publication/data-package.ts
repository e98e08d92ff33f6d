/**
 * `datapackage.json` (specs.frictionlessdata.io/data-package): who publishes, under which licence, over which period,
 * and the schema of each table. The convention must be published on data.gouv.fr by the délégataire (art. 6 of the 2023
 * one; décret 2004-1085, art. 2).
 */
import { civilDate, toIso, type CivilDate } from '../../domain/calendar/civil-date';
import type { Convention } from '../../domain/envelopes/convention';
import { comparable } from '../../domain/text';
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
  /** The workbooks of the package. */
  readonly workbooks: readonly { readonly path: string; readonly title: string }[];
}

/** The descriptor of the package, ready to be written as JSON. */
export function dataPackage(tables: readonly PublishedTable[], facts: PackageFacts): Readonly<Record<string, unknown>> {
  const { convention, asOf, contact, workbooks } = facts;
  return {
    profile: 'data-package',
    name: packageName(convention),
    title:
      convention.title === ''
        ? `Exécution de la convention ${convention.reference}`
        : `Exécution : ${convention.title}`,
    description:
      `Situation arrêtée au ${toIso(asOf)} des crédits délégués par la convention ${convention.reference}, ` +
      `signée le ${toIso(convention.signedOn)}, jusqu'au ${toIso(convention.endsOn)}. Montants en euros, exacts au centime.`,
    licenses: [LICENCE],
    created: `${toIso(asOf)}T00:00:00Z`,
    temporal: { start: firstDay(convention), end: toIso(asOf) },
    keywords: ['délégation de gestion', 'budget', 'AE', 'CP', String(convention.creditYear)],
    contributors: [
      ...convention.delegates.map(({ name }) => ({ title: name, role: 'publisher' })),
      ...convention.delegants.map(({ name }) => ({ title: name, role: 'contributor' })),
    ],
    ...(contact !== '' && { contact }),
    resources: [...tables.map(resourceOf), ...workbooks.map(workbookOf)],
  };
}

/** The Table Schema of a table, for its own file and for the package. */
export function tableSchema({ fields }: PublishedTable): Readonly<Record<string, unknown>> {
  return { fields: fields.map(fieldOf), missingValues: [''] };
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

function workbookOf({ path, title }: PackageFacts['workbooks'][number]): Readonly<Record<string, unknown>> {
  const mediatype = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { profile: 'data-resource', name: path.replace(/\.xlsx$/, ''), path, title, format: 'xlsx', mediatype };
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
