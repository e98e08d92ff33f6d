/**
 * An independent reader of data packages, written from the standards alone (Data Package, Table Schema, RFC 4180) and
 * sharing nothing with the writer: it returns every fault that a validator of data.gouv.fr would.
 */
interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[]; readonly pattern?: string };
}

interface Descriptor {
  readonly name: string;
  readonly licenses: readonly { readonly name?: string; readonly path?: string }[];
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly schema?: { readonly fields: readonly Field[] };
  }[];
}

/** Records of a CSV text, by its grammar: quoted fields may hold commas, line ends and doubled quotes. */
export function recordsOf(csv: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < csv.length) {
    let value = '';
    if (csv[at] === '"') {
      for (at += 1; ; at += 1) {
        if (csv[at] === undefined) throw new Error('a quoted field is never closed');
        if (csv[at] !== '"') value += csv[at];
        else if (csv[at + 1] === '"') {
          value += '"';
          at += 1;
        } else break;
      }
      at += 1;
    } else {
      while (at < csv.length && csv[at] !== ',' && csv[at] !== '\r') {
        if (csv[at] === '"' || csv[at] === '\n') throw new Error(`a bare ${JSON.stringify(csv[at])} at ${at}`);
        value += csv[at++];
      }
    }
    record.push(value);
    if (csv[at] === ',') {
      at += 1;
      continue;
    }
    if (csv.slice(at, at + 2) !== '\r\n') throw new Error(`a record that does not end with CRLF at ${at}`);
    at += 2;
    records.push(record);
    record = [];
  }
  return records;
}

/** Everything wrong in a package, file by file; nothing when it is valid. */
export function faultsOf(files: ReadonlyMap<string, string>): string[] {
  const descriptor = JSON.parse(files.get('datapackage.json') ?? 'null') as Descriptor | null;
  if (!descriptor) return ['datapackage.json is missing'];
  const faults: string[] = [];
  if (!/^[a-z0-9._/-]+$/.test(descriptor.name)) faults.push(`the name of the package: ${descriptor.name}`);
  if (!descriptor.licenses.some(({ name }) => name === 'etalab-2.0')) faults.push('no Licence Ouverte 2.0');
  for (const resource of descriptor.resources) {
    if (!/^[a-z0-9._/-]+$/.test(resource.name)) faults.push(`the name of a resource: ${resource.name}`);
    const text = files.get(resource.path);
    if (text === undefined) faults.push(`${resource.path} is missing`);
    else if (resource.schema) faults.push(...faultsInTable(resource.path, text, resource.schema.fields));
  }
  return faults;
}

function faultsInTable(path: string, csv: string, fields: readonly Field[]): string[] {
  const [headings = [], ...rows] = recordsOf(csv);
  if (headings.join() !== fields.map(({ name }) => name).join()) return [`${path}: headings ${headings.join()}`];
  return rows.flatMap((row, index) => {
    if (row.length !== fields.length)
      return [`${path}, row ${index + 1}: ${row.length} values for ${fields.length} fields`];
    return fields.flatMap((field, column) => {
      const fault = faultOfValue(row[column] ?? '', field);
      return fault === null ? [] : [`${path}, row ${index + 1}, ${field.name}: ${fault}`];
    });
  });
}

function faultOfValue(value: string, { type, constraints = {} }: Field): string | null {
  if (value === '') return constraints.required ? 'required' : null;
  if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(value)) return `not a number: ${value}`;
  if (type === 'integer' && !/^-?\d+$/.test(value)) return `not an integer: ${value}`;
  if (type === 'date' && !isDay(value)) return `not a date: ${value}`;
  if (type === 'string' && /^[=+\-@\t\r]/.test(value)) return `would run as a formula: ${value}`;
  if (constraints.enum && !constraints.enum.includes(value)) return `not one of ${constraints.enum.join()}: ${value}`;
  if (constraints.pattern !== undefined && !new RegExp(`^(?:${constraints.pattern})$`).test(value))
    return `not of the form: ${value}`;
  return null;
}

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10) === value;
}
