/** Laws of the documents of every ledger: formulas where Excel agrees, correct figures everywhere, stable output. */
import fc from 'fast-check';
import { planDocuments } from '../../src/application/documents/documents';
import { Euros } from '../../src/domain/money/euros';
import type { Convention } from '../../src/domain/envelopes/convention';
import type { CellValue } from '../../src/workbook/cells';
import { documentsOf } from '../../src/documents/document';
import { naturesOf } from '../../src/domain/envelopes/ceilings';
import { isEmptyPlan } from '../../src/workbook/plan';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { applyPlan } from '../support/apply-plan';
import { cleanLedger, EARLIER_EJ, spoiltLedger } from '../support/ledgers/any-ledger';
import { anyConvention, convention2023 } from '../support/conventions';
import { DOCUMENT_WORDS } from '../../src/messages/documents/documents-fr';
import { DocumentReader } from '../support/readers/document-reader';
import { controlled, documented, ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { calculated, known } from '../support/known';

const convention: Convention = { ...convention2023(), rap: [{ ej: EARLIER_EJ, amount: Euros.fromCents(73_032_00) }] };
const BILAN = 'Bilan financier 2023';
const days = fc.constantFrom('2023-12-31', '2023-06-30', '2024-01-31', '2023-01-01');
const few = { numRuns: 20 };

/** Restes à payer are by EJ: no formula knows the payments that no commitment explains. */
const BY_EJ = /: (− CP payés|RAP au) /;

/** Nor is a commitment, or a retrait, after the credit year in the block of its AE; it is in its restes à payer, at a day after it. */
const AFTER_YEAR = /: (?:\+ AE engagées \(brut\)|− Retraits sur EJ antérieurs) /;
/** CP on an EJ that the ledger commits before the year are on restes à payer: a formula knows those of ENV_RAP alone. */
const BEFORE_YEAR = /: CP payés /;
const [THIS_YEAR, NEXT_YEAR] = [44_927, 45_292];

function valuesIn(bilan: DocumentReader, ledger: readonly (readonly CellValue[])[]): readonly string[] {
  const days = ledger.flatMap(([, , , signed]) => (typeof signed === 'number' ? [signed] : []));
  const [isLater, isEarlier] = [days.some((day) => day >= NEXT_YEAR), days.some((day) => day < THIS_YEAR)];
  const notes = bilan.block('Notes').map(([text]) => String(text));
  const byEj = (note: string): boolean =>
    BY_EJ.test(note) || (isLater && AFTER_YEAR.test(note)) || (isEarlier && BEFORE_YEAR.test(note));
  return notes.filter((note) => note.startsWith('Valeur') && !byEj(note));
}

test('over a clean ledger every figure is a formula, unless it has too many spellings; every control is right', () => {
  fc.assert(
    fc.property(cleanLedger(), days, (ledger, day) => {
      const bilan = new DocumentReader(documented(ledgerWorkbook(convention, ledger), day), BILAN);
      expect(valuesIn(bilan, ledger).filter((note) => !note.includes('Trop d’orthographes'))).toEqual([]);
      const lines = bilan.block('Contrôles').filter(([label]) => label !== 'Contrôles'); // again on each printed page
      const judged = lines.filter(([label]) => label !== DOCUMENT_WORDS.asValues);
      expect(judged.map((line) => line[5])).toEqual(judged.map(() => 'Conforme'));
    }),
    few,
  );
});

test('over a clean ledger spelt as the convention, with one word for no budget line, every figure is a formula', () => {
  fc.assert(
    fc.property(cleanLedger(), days, (ledger, day) => {
      const bilan = new DocumentReader(documented(ledgerWorkbook(convention, ledger.map(repaired)), day), BILAN);
      expect(valuesIn(bilan, ledger)).toEqual([]);
    }),
    few,
  );
});

/** The row as the repairs leave it: more words than these make formulas too long, which the first law allows. */
function repaired(row: readonly CellValue[]): CellValue[] {
  const spelling: ReadonlyMap<CellValue, CellValue> = new Map([
    ['Place des entreprises', 'PDE'],
    ['SF', 'Signaux Faibles'],
    ['Signaux Fables', 'Signaux Faibles'],
  ]);
  const [axis, poste, ...others] = row.map((cell) => spelling.get(cell) ?? cell);
  const envelope = convention.envelopes.find(({ code }) => code === (axis === 'Signaux Faibles' ? 'SF' : axis));
  const isStray = typeof poste === 'string' && envelope && envelope.lines.every(({ label }) => label !== poste);
  return [axis ?? null, isStray ? 'Divers' : (poste ?? null), ...others];
}

test('over any ledger, every cell shows the figure of the product, as a formula or as a value', () => {
  fc.assert(
    fc.property(spoiltLedger(), days, (ledger, day) => {
      const workbook = ledgerWorkbook(convention, ledger);
      const { report } = controlled(workbook, day);
      const bilan = new DocumentReader(documented(workbook, day), BILAN);
      for (const { code, lines } of convention.envelopes) {
        const total = { envelope: code, line: null };
        const whole = calculated(report.balances.figures(total, 'AE'));
        const shown = (label: string, heading: string, after?: string) => {
          const { value } = bilan.find(label, heading, after);
          return value === '–' ? 0 : Math.round(Number(value) * 100); // a dash: what is not given
        };
        expect(shown(`Total ${code}`, 'AE engagées (brut)') - shown(`Total ${code}`, 'Retraits de l’année')).toBe(
          whole.consumed.cents,
        );
        expect(shown(`Total ${code}`, 'AE non engagées')).toBe(whole.remaining.cents);
        if (report.balances.figures(total, 'CP').missing !== null) continue; // no day of payment can be read
        expect(shown(`Total ${code}`, 'CP payés')).toBe(
          calculated(report.balances.figures(total, 'CP')).consumed.cents,
        );
        expect(shown(`Total ${code}`, 'dont sur restes à payer antérieurs')).toBe(
          known(report.balances.rapPaid(code)).cents,
        );
        for (const line of lines) {
          const figures = report.balances.figures({ envelope: code, line: line.index }, 'CP');
          const section =
            code === 'PDE' ? '3. Enveloppe « Place des entreprises » (PDE)' : '4. Enveloppe « Signaux Faibles » (SF)';
          expect(shown(line.label, 'CP payés', section)).toBe(calculated(figures).consumed.cents);
        }
      }
    }),
    few,
  );
});

test('generating twice changes nothing the second time', () => {
  fc.assert(
    fc.property(spoiltLedger(), days, (ledger, day) => {
      const after = documented(ledgerWorkbook(convention, ledger), day);
      const { dossier, report } = controlled(after, day);
      const again = planDocuments(dossier, report);
      expect(again.ok && isEmptyPlan(again.value)).toBe(true);
    }),
    few,
  );
});

test('after a change of ledger and date, documents are those of the new ledger and date', () => {
  fc.assert(
    fc.property(spoiltLedger(8), spoiltLedger(8), days, days, (first, second, formerDay, day) => {
      const before = withEveryDocument(ledgerWorkbook(convention, first), formerDay);
      const fresh = ledgerWorkbook(convention, second);
      const swapped = {
        ...before,
        sheets: before.sheets.map(
          (sheet) => fresh.sheets.find(({ name }) => name === sheet.name && name === 'Suivi') ?? sheet,
        ),
        tables: before.tables.map(
          (table) => fresh.tables.find(({ name }) => name === table.name && name === 'T_Suivi') ?? table,
        ),
      };
      const [after, wanted] = [withEveryDocument(swapped, day), withEveryDocument(fresh, day)];
      for (const { sheet } of documentsOf(convention)) {
        expect([sheet, new DocumentReader(after, sheet).rows()]).toEqual([
          sheet,
          new DocumentReader(wanted, sheet).rows(),
        ]);
      }
    }),
    few,
  );
});

/** With the documents on demand. */
function withEveryDocument(workbook: WorkbookSnapshot, day: string): WorkbookSnapshot {
  const { dossier, report } = controlled(workbook, day);
  const plan = planDocuments(
    dossier,
    report,
    documentsOf(convention).map(({ id }) => id),
  );
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  return applyPlan(workbook, plan.value);
}

test('a convention of any shape has its documents, with the totals of the product', () => {
  fc.assert(
    fc.property(anyConvention(), cleanLedger(8), days, (other, ledger, day) => {
      const axes = other.envelopes.map(({ label }) => label);
      const charged = ledger.map((row, index) =>
        index === 0 ? row : [axes[index % axes.length] ?? null, ...row.slice(1)],
      );
      const workbook = ledgerWorkbook(other, charged);
      const { dossier: ofDay, report } = controlled(workbook, day);
      const after = documented(workbook, day);
      const bilan = new DocumentReader(after, `Bilan financier ${ofDay.convention.creditYear}`);
      for (const { code } of ofDay.convention.envelopes) {
        for (const nature of naturesOf(ofDay.convention)) {
          const { allocated, remaining } = report.balances.figures({ envelope: code, line: null }, nature);
          const shown = bilan.find(`Total ${code}`, nature === 'AE' ? 'AE non engagées' : 'CP non payés').value;
          if (remaining === null) expect(shown).toBe(allocated === null ? '–' : 'non calculable');
          else expect(Math.round(Number(shown) * 100)).toBe(remaining.cents);
        }
      }
      const { dossier, report: again } = controlled(after, day);
      const plan = planDocuments(dossier, again);
      expect(plan.ok && isEmptyPlan(plan.value)).toBe(true);
    }),
    few,
  );
});
