/** A workbook of one sheet or of several, judged under the convention of 2023 at its end, as `check` reports it. */
import { controlledAt } from '../../../src/application/control';
import { jsonReport } from '../../../src/application/json-report';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { describeFinding } from '../../../src/messages/describe-finding';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../conventions';
import { workbookOf, type SheetGiven } from './workbook-of';

export type Rows = readonly (readonly CellValue[])[];

export interface Judged {
  /** Consumed on the first envelope, in euros; null when it is not calculable. */
  readonly ae: number | null;
  readonly cp: number | null;
  /** « IMP-06 C4 »; without what the parties owe one another, nor the columns of codes that the ledger lacks. */
  readonly found: readonly string[];
  /** The sentences of a rule, in French. */
  readonly sentencesOf: (rule: string) => readonly string[];
}

/** The report of these sheets; rows alone are those of a sheet « Suivi ». */
export function judged(given: Rows | readonly SheetGiven[], convention: Convention = convention2023()): Judged {
  const opened = openDossier(workbookOf(...sheetsOf(given)), { convention });
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const { envelopes, findings } = jsonReport(
    opened.value,
    report,
    'test.xlsx',
    (finding) => describeFinding(finding, convention, 'fr'),
    () => '',
  );
  const amount = (text: string | null | undefined): number | null =>
    text === null || text === undefined ? null : Number(text);
  const told = findings.filter(({ rule }) => !rule.startsWith('DEL') && rule !== 'DON-08');
  return {
    ae: amount(envelopes[0]?.AE.consumed),
    cp: amount(envelopes[0]?.CP.consumed),
    found: told.map(({ rule, cell }) => `${rule} ${cell}`),
    sentencesOf: (rule) => findings.filter((one) => one.rule === rule).map(({ message }) => message),
  };
}

function sheetsOf(given: Rows | readonly SheetGiven[]): readonly SheetGiven[] {
  const rows = given.filter((one): one is Rows[number] => Array.isArray(one));
  return rows.length === 0 ? (given as readonly SheetGiven[]) : [{ name: 'Suivi', rows }];
}
