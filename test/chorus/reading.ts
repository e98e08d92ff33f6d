/** Reads extracts in tests; each line as a text that a finance officer reads. */
import { readExtract, type ExtractInput } from '../../src/chorus/read-extract';
import { toIso } from '../../src/domain/calendar/civil-date';
import type { ChorusExtract, ChorusLine } from '../../src/domain/reconciliation/extract';
import type { CellValue } from '../../src/workbook/cells';
import type { Failure } from '../../src/workbook/failure';

/** The extract of an input that must be one. */
export function extractOf(input: ExtractInput): ChorusExtract {
  const read = readExtract(input);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

/** The refusal of an input that must be refused. */
export function refusalOf(input: ExtractInput): Failure {
  const read = readExtract(input);
  if (read.ok) throw new Error(`read as ${read.value.shape}`);
  return read.failure;
}

export function textInput(text: string): ExtractInput {
  return { source: 'extrait.csv', text };
}

export function bytesInput(bytes: Uint8Array): ExtractInput {
  return { source: 'extrait.csv', bytes };
}

/** Rows of a sheet, the first on line 1. */
export function sheetInput(...rows: readonly (readonly CellValue[])[]): ExtractInput {
  return {
    source: 'Feuil1',
    sheet: 'Feuil1',
    rows: rows.map((cells, index) => ({ line: index + 1, cells })),
    uses1904: false,
  };
}

/** `2 commitment AE 2101234567/1 1250.00 2023-03-14`, with the DP when there is one. */
export function lineText(line: ChorusLine): string {
  const dp = line.dp === '' ? [] : [`DP ${line.dp}${line.dpLine === '' ? '' : `/${line.dpLine}`}`];
  const ej = line.ej === '' ? 'sans EJ' : `${line.ej}${line.ejLine === '' ? '' : `/${line.ejLine}`}`;
  const date = line.date === null ? [] : [toIso(line.date)];
  return [line.line, line.movement, line.nature, ej, ...dp, (line.cents / 100).toFixed(2), ...date].join(' ');
}

export function linesText(input: ExtractInput): string[] {
  return extractOf(input).lines.map(lineText);
}

/** The canonical code of a field of the first line. */
export function codesOf(line: ChorusLine | undefined): string[] {
  const { programme, functionalDomain, financialCentre, activity, costCentre, ministerialAxis1, ministerialAxis2 } =
    line?.imputation ?? NO_CODES;
  const fields = [
    programme,
    functionalDomain,
    financialCentre,
    activity,
    costCentre,
    ministerialAxis1,
    ministerialAxis2,
  ];
  return fields.map((code) => ('canonical' in code ? code.canonical : code.kind));
}

const ABSENT = { kind: 'absent' } as const;
const NO_CODES: ChorusLine['imputation'] = {
  programme: ABSENT,
  functionalDomain: ABSENT,
  financialCentre: ABSENT,
  activity: ABSENT,
  costCentre: ABSENT,
  ministerialAxis1: ABSENT,
  ministerialAxis2: ABSENT,
};
