/** The other sheets of a workbook: summaries, prices, people, lists, and a copy of the ledger. */
import { cellAddress, quoteSheet } from '../../../src/workbook/cells';
import type { Draw } from './draw';
import { SheetDraft } from './grid';
import type { PlacedLedger } from './placing';
import type { Field } from './rows';
import type { DrawnEnvelope, TrueFigures } from './truth';

/** The ledger as the other sheets see it. */
export interface Surroundings {
  readonly draw: Draw;
  readonly ledger: PlacedLedger;
  readonly envelopes: readonly DrawnEnvelope[];
  readonly figures: ReadonlyMap<string, TrueFigures>;
}

/** The other sheets. `copy` is the one that repeats the ledger: it must be asked about or reported. */
export function otherSheets(given: Surroundings): { readonly sheets: readonly SheetDraft[]; readonly copy: boolean } {
  const { draw } = given;
  const sheets = [
    hasBothColumns(given) && draw.has('summary by formulas', 0.15) && summaryByFormulas(given),
    draw.has('summary by values', 0.1) && summaryByValues(given),
    draw.has('price list', 0.07) && priceList(),
    draw.has('contacts', 0.08) && contacts(),
    draw.has('lists of choices', 0.08) && lists(given),
    draw.has('notes', 0.06) && notes(),
  ].filter((sheet) => sheet !== false);
  const isCopied = given.ledger.sheets.length === 1 && draw.has('a copy of the ledger', 0.04);
  return { sheets: isCopied ? [...sheets, copyOf(given)] : sheets, copy: isCopied };
}

/** A small summary on the right of the ledger, one column apart. */
export function addSummaryBeside({ draw, ledger, envelopes, figures }: Surroundings): void {
  const [sheet] = ledger.sheets;
  const isWide = ledger.blocks.length > 1;
  if (!sheet || isWide || !draw.has('a small summary beside the ledger', 0.05)) return;
  const left = sheet.right + 1;
  const top = ledger.blocks[0]?.block.headingRow ?? 0;
  ['Enveloppe', 'Crédits AE', 'AE consommées', 'Reste AE'].forEach((text, offset) =>
    sheet.put(top, left + offset, text),
  );
  envelopes.forEach(({ code, cents }, index) => {
    const consumed = figures.get(code)?.aeConsumed ?? 0;
    const row = top + 1 + index;
    [code, cents / 100, consumed / 100].forEach((value, offset) => sheet.put(row, left + offset, value));
    const formula = `=${cellAddress(row, left + 1)}-${cellAddress(row, left + 2)}`;
    sheet.put(row, left + 3, (cents - consumed) / 100, formula);
  });
}

function hasBothColumns({ ledger }: Surroundings): boolean {
  const fields = new Set(ledger.blocks.flatMap(({ look }) => look.columns.map(({ field }) => field)));
  return fields.has('ae') && fields.has('cp');
}

/** Sums of the columns of each block of the ledger. */
function summaryByFormulas({ ledger, draw }: Surroundings): SheetDraft {
  const sheet = new SheetDraft(draw.chanceOf('summary').pick(['Synthèse', 'Récap', 'Tableau de bord']));
  ['Synthèse', 'AE', 'CP'].forEach((text, column) => sheet.put(0, column, text));
  ledger.blocks.forEach(({ sheet: of, look, block }, index) => {
    const [from, to] = [Math.min(...block.rows), Math.max(...block.rows)];
    if (block.rows.length === 0) return;
    sheet.put(index + 1, 0, of.name);
    (['ae', 'cp'] as const).forEach((field: Field, offset) => {
      const position = look.columns.findIndex((column) => column.field === field);
      if (position < 0) return;
      const column = leftOf(of, block.headingRow) + position;
      const sum = block.rows.reduce((total, row) => total + numberAt(of, row, column), 0);
      const range = `${cellAddress(from, column)}:${cellAddress(to, column)}`;
      sheet.put(index + 1, offset + 1, Math.round(sum * 100) / 100, `=SUM(${quoteSheet(of.name)}!${range})`);
    });
  });
  return sheet;
}

function leftOf(sheet: SheetDraft, row: number): number {
  for (let column = 0; column < 3; column++) if (sheet.at(row, column) !== null) return column;
  return 0;
}

function numberAt(sheet: SheetDraft, row: number, column: number): number {
  const value = sheet.at(row, column);
  return typeof value === 'number' ? value : 0;
}

/** A pivot pasted as values. */
function summaryByValues({ envelopes, figures, draw }: Surroundings): SheetDraft {
  const sheet = new SheetDraft(draw.chanceOf('pivot').pick(['TCD', 'Bilan', 'Suivi mensuel (TCD)']));
  ['Étiquettes de lignes', 'Somme de Montant AE', 'Somme de Montant CP'].forEach((text, column) =>
    sheet.put(2, column, text),
  );
  let [ae, cp] = [0, 0];
  envelopes.forEach(({ label, code }, index) => {
    const own = figures.get(code);
    sheet.put(3 + index, 0, label);
    sheet.put(3 + index, 1, (own?.aeConsumed ?? 0) / 100);
    sheet.put(3 + index, 2, (own?.cpConsumed ?? 0) / 100);
    ae += own?.aeConsumed ?? 0;
    cp += own?.cpConsumed ?? 0;
  });
  ['Total général', ae / 100, cp / 100].forEach((value, column) => sheet.put(3 + envelopes.length, column, value));
  return sheet;
}

function priceList(): SheetDraft {
  return tableSheet('Tarifs', [
    ['Prestation', 'Unité', 'Prix unitaire HT'],
    ['Développeur senior', 'jour', 750],
    ['Développeur junior', 'jour', 550],
    ['Hébergement', 'mois', 320.5],
    ['Audit', 'forfait', 9_800],
  ]);
}

function contacts(): SheetDraft {
  return tableSheet('Contacts', [
    ['Nom', 'Service', 'Téléphone', 'Courriel'],
    ['Mme Durand', 'Bureau du budget', '01 40 00 00 01', 'durand@exemple.gouv.fr'],
    ['M. Petit', 'CSPR', '01 40 00 00 02', 'petit@exemple.gouv.fr'],
  ]);
}

function lists({ envelopes }: Surroundings): SheetDraft {
  const lines = envelopes.flatMap((envelope) => envelope.lines.map(({ label }) => label));
  const rows = lines.map((line, index) => [
    envelopes[index]?.code ?? null,
    line,
    ['Projet', 'Notifié', 'Payé', 'Annulé'][index] ?? null,
  ]);
  return tableSheet('Listes', [['Enveloppes', 'Postes', 'États'], ...rows]);
}

function notes(): SheetDraft {
  return tableSheet('Lisez-moi', [
    ['Mode d’emploi'],
    ['1. Saisir une ligne par opération'],
    ['2. Ne pas supprimer de ligne : passer l’état à « Annulé »'],
    ['3. Montants TTC'],
  ]);
}

function tableSheet(name: string, rows: readonly (readonly (string | number | null)[])[]): SheetDraft {
  const sheet = new SheetDraft(name);
  rows.forEach((row, index) => row.forEach((value, column) => sheet.put(index, column, value)));
  return sheet;
}

/** The only sheet of the ledger again, as « Suivi (2) » or an archive. */
function copyOf({ ledger, draw }: Surroundings): SheetDraft {
  const [original] = ledger.sheets;
  if (!original) throw new Error('no sheet to copy');
  const copy = new SheetDraft(
    draw
      .chanceOf('copy')
      .pick([`${original.name} (2)`, 'Archive', `Copie de ${original.name}`])
      .slice(0, 31),
  );
  const columns = 60;
  for (let row = 0; row < original.bottom; row++)
    for (let column = 0; column < columns; column++) copy.put(row, column, original.at(row, column));
  return copy;
}
