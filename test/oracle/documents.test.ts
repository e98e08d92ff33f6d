/**
 * The documents of the sample, cell by cell, against the oracle written apart in Python: its figures are kept in
 * `suivi-2023.json`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { control } from '../../src/application/control';
import { planDocuments } from '../../src/application/documents/documents';
import { documentsOf } from '../../src/documents/document';
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { CellValue } from '../../src/workbook/cells';
import { applyPlan } from '../support/apply-plan';
import { DocumentReader } from '../support/readers/document-reader';
import { sampleDossier } from '../support/sample-dossier';

interface Amounts {
  readonly allocated: number;
  readonly consumed: number;
  readonly reserved: number;
  readonly remaining: number;
  readonly available: number;
}

interface OracleReport {
  readonly asOf: string;
  readonly envelopes: readonly {
    readonly code: string;
    readonly AE: Amounts;
    readonly CP: Amounts;
    readonly rapPaid: number;
    readonly outstanding: number;
    readonly lines: readonly { readonly AE: Amounts; readonly CP: Amounts }[];
  }[];
  readonly documents: Readonly<
    Record<
      string,
      {
        readonly months: { readonly AE: readonly number[]; readonly CP: readonly number[] };
        readonly committed: number;
        readonly withdrawn: number;
        readonly withdrawnEarlier: number;
        readonly serviceNotPaid: number;
        readonly schedule: readonly number[];
      }
    >
  >;
}

const KEPT = JSON.parse(readFileSync(join(__dirname, 'suivi-2023.json'), 'utf8')) as readonly OracleReport[];
const sample = sampleDossier();
const { envelopes } = sample.convention;
/** The section of an envelope, numbered from that of the first. */
const sectionOf = (code: string, first: number): string => {
  const position = envelopes.findIndex((one) => one.code === code);
  return `${first + position}. Enveloppe « ${envelopes[position]?.label ?? ''} » (${code})`;
};
/** After the synthesis and the whole convention in the Bilan, after the landing in the État. */
const [IN_BILAN, IN_ETAT] = [3, 2];

function documentsAt(asOf: string): (sheet: string) => DocumentReader {
  const every = documentsOf(sample.convention).map(({ id }) => id);
  const plan = planDocuments(sample, control(sample, isoDate(asOf)), every);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  const workbook = applyPlan(sample.workbook, plan.value);
  return (sheet) => new DocumentReader(workbook, sheet);
}

/** A dash is what the convention does not give: nothing is counted in it. */
const cents = (value: CellValue | undefined): number => (value === '–' ? 0 : Math.round(Number(value) * 100));
const plain = (text: CellValue | undefined): string => String(text).replace(/\s/g, ' ');

/** The first row that begins with this text, after the row that begins with that one. */
function rowAfter(reader: DocumentReader, section: string, label: string): CellValue[] {
  const rows = reader.rows();
  const start = rows.findIndex(([text]) => plain(text) === plain(section));
  const found = rows.slice(start).find(([text]) => plain(text) === plain(label));
  if (start < 0 || !found) throw new Error(`no « ${label} » after « ${section} »`);
  return found;
}

describe.each(KEPT.map((report) => [report.asOf, report] as const))('as of %s', (asOf, report) => {
  const open = documentsAt(asOf);

  test.each(report.envelopes.map((of) => [of.code, of] as const))(
    'Bilan, %s: AE, CP, restes à payer, schedule, each poste',
    (code, of) => {
      const bilan = open('Bilan financier 2023');
      const own = report.documents[code];
      const inSection = (label: string, heading: string): number =>
        cents(bilan.find(label, heading, sectionOf(code, IN_BILAN)).value);
      const rows = bilan.rows();
      const start = rows.findIndex(([text]) => plain(text) === plain(sectionOf(code, IN_BILAN)));
      const totals = rows
        .slice(start)
        .filter(([text]) => text === `Total ${code}`)
        .slice(0, 2);
      expect(totals.map((row) => row.slice(4, 7).map(cents))).toEqual([
        [own?.committed, own?.withdrawn, of.AE.remaining],
        [of.CP.consumed, of.rapPaid, of.CP.remaining],
      ]);
      const label = envelopes.find((one) => one.code === code)?.label ?? '';
      expect(inSection(label, '− Retraits sur EJ antérieurs')).toBe(own?.withdrawnEarlier);
      expect(inSection(label, 'dont service fait non payé')).toBe(own?.serviceNotPaid);
      const outstanding = rows.slice(start).find(([text]) => text === label);
      expect(cents(outstanding?.[6])).toBe(of.outstanding);
      const schedule = rows.slice(start).filter(([text]) => text === label)[1] ?? [];
      expect(schedule.slice(1, 6).map(cents)).toEqual([of.outstanding, ...(own?.schedule ?? [])]);
      const postes = envelopes.find((one) => one.code === code)?.lines ?? [];
      postes.forEach((line, position) => {
        const [ae, cp] = rows.slice(start).filter(([text]) => text === line.label);
        const expected = of.lines[position];
        expect([cents(ae?.[4]) - cents(ae?.[5]), cents(ae?.[6])]).toEqual([
          expected?.AE.consumed,
          expected?.AE.remaining,
        ]);
        expect([cents(cp?.[4]), cents(cp?.[6])]).toEqual([expected?.CP.consumed, expected?.CP.remaining]);
      });
    },
  );

  test.each(report.envelopes.map(({ code }) => code))('État, %s: what was realised, month by month', (code) => {
    const state = open('État de prévision 2023');
    const months = (label: string): readonly number[] =>
      rowAfter(state, sectionOf(code, IN_ETAT), label).slice(1, 13).map(cents);
    expect(months('AE engagées (retraits déduits)')).toEqual(report.documents[code]?.months.AE);
    expect(months('CP payés')).toEqual(report.documents[code]?.months.CP);
  });

  test.each(
    documentsOf(sample.convention)
      .filter(({ id }) => ['insuffisance', 'suspension', 'non-consommes', 'resiliation'].includes(id))
      .map(({ sheet }) => sheet),
  )('%s: the table of the envelopes', (sheet) => {
    const [, ...rows] = open(sheet).block('Enveloppe');
    expect(rows.map((row) => row.slice(2, 6).map(cents))).toEqual(
      report.envelopes.flatMap(({ AE, CP }) =>
        [AE, CP].map(({ allocated, consumed, reserved, available }) => [allocated, consumed, reserved, available]),
      ),
    );
  });
});

test('the months make the year: what the oracle counts by month is what it consumes', () => {
  for (const { envelopes: all, documents } of KEPT)
    for (const { code, AE, CP } of all) {
      const sum = (of: readonly number[] | undefined): number => (of ?? []).reduce((total, one) => total + one, 0);
      expect([sum(documents[code]?.months.AE), sum(documents[code]?.months.CP)]).toEqual([AE.consumed, CP.consumed]);
    }
});
