/** Puts the rows of a ledger on sheets: titles above, tables and blocks, totals below, and whatever is hidden. */
import type { Random } from '../worlds/random';
import { writeBlock, type BlockLook, type Line, type PlacedBlock } from './block';
import { monthName } from './decorate';
import type { Draw } from './draw';
import { SheetDraft } from './grid';
import type { Field, KeptRow } from './rows';
import type { Keeping } from './team';
import { linesWithTotals } from './totals';
import type { DrawnEnvelope } from './truth';
import { titleName } from './values';

/** Everything that placing needs. */
export interface Placing {
  readonly draw: Draw;
  readonly keeping: Keeping;
  readonly look: BlockLook;
  readonly envelopes: readonly DrawnEnvelope[];
  readonly year: number;
  /** The title of the convention, for the rows above. */
  readonly title: string;
  readonly hasGroups: boolean;
}

/** The sheets of the ledger, and where each of its blocks is. */
export interface PlacedLedger {
  readonly sheets: readonly SheetDraft[];
  readonly blocks: readonly { readonly sheet: SheetDraft; readonly look: BlockLook; readonly block: PlacedBlock }[];
}

const QUARTERS = ['1er trimestre', '2e trimestre', '3e trimestre', '4e trimestre'];

/** Places the rows by the parts of the keeping. `name` is the sheet when there is one. */
export class LedgerPlacer {
  private readonly sheets: SheetDraft[] = [];
  private readonly blocks: { sheet: SheetDraft; look: BlockLook; block: PlacedBlock }[] = [];
  private readonly random: Random;
  private readonly top: number;
  private readonly left: number;

  constructor(private readonly placing: Placing) {
    const { draw } = placing;
    this.random = draw.chanceOf('placing');
    this.top = draw.has('blank rows above', 0.08) ? 2 : 0;
    this.left = draw.has('blank first column', 0.1) ? 1 : 0;
  }

  place(rows: readonly KeptRow[], name: string): PlacedLedger {
    switch (this.placing.keeping.split) {
      case 'one table':
      case 'amounts by envelope':
        this.single(rows, name);
        break;
      case 'a sheet a month':
        this.byPeriod(rows, 1, monthSheet(this.random, this.placing.year));
        break;
      case 'a sheet a quarter':
        this.byPeriod(rows, 3, (month) => `${QUARTERS[(month - 1) / 3] ?? ''}`);
        break;
      case 'a sheet an envelope':
        for (const [envelope, own] of this.byEnvelope(rows)) this.single(own, sheetOf(envelope, this.random), envelope);
        break;
      case 'blocks stacked by envelope':
        this.stacked(rows, name);
        break;
      case 'blocks side by side by envelope':
        this.sideBySide(rows, name);
        break;
      case 'sections by envelope':
        this.sections(rows, name);
        break;
      case 'a Table and a range':
        this.tableAndRange(rows, name);
        break;
      case 'rows below the Table':
        this.belowTable(rows, name);
        break;
    }
    return { sheets: this.sheets, blocks: this.blocks };
  }

  private byEnvelope(rows: readonly KeptRow[]): readonly (readonly [DrawnEnvelope, readonly KeptRow[]])[] {
    return this.placing.envelopes.map((envelope) => [
      envelope,
      rows.filter(({ order }) => order.envelope === envelope.code),
    ]);
  }

  private sheet(name: string): SheetDraft {
    const sheet = new SheetDraft(name);
    this.sheets.push(sheet);
    return sheet;
  }

  private add(sheet: SheetDraft, lines: readonly Line[], top: number, left: number): PlacedBlock {
    const { look } = this.placing;
    const block = writeBlock(sheet, look, lines, top, left);
    this.blocks.push({ sheet, look, block });
    return block;
  }

  /** One block on a sheet of its own, as a Table or as a range with its totals. */
  private single(rows: readonly KeptRow[], name: string, envelope?: DrawnEnvelope, before: readonly Line[] = []): void {
    const sheet = this.sheet(name);
    const top = this.titles(sheet, envelope);
    const { look, draw } = this.placing;
    const lines = linesWithTotals(this.placing, rows);
    const isPlain = lines.slice(0, -1).every(({ kind }) => kind === 'row') && before.length === 0;
    const isTotalled = lines.at(-1)?.kind === 'total';
    const canBeTable = isPlain && (isTotalled || lines.length === rows.length);
    if (
      look.headingRows === 1 &&
      !look.isMerged &&
      canBeTable &&
      this.hasUniqueHeadings() &&
      draw.has('an Excel Table', 0.4)
    ) {
      const inTable = isTotalled && draw.has('a Table with its totals row', 0.5);
      this.makeTable(sheet, this.add(sheet, lines, top, this.left), rows.length, inTable);
    } else this.add(sheet, [...before, ...this.withBreaks(lines)], top, this.left);
  }

  /** In a range: the headings again in the middle, or a blank row where another order begins. */
  private withBreaks(lines: readonly Line[]): readonly Line[] {
    const { draw, look, keeping } = this.placing;
    if (keeping.split !== 'one table' || lines.length < 6) return lines;
    const half = Math.ceil(lines.length / 2);
    if (look.headingRows === 1 && draw.has('headings again among the rows', 0.04))
      return [...lines.slice(0, half), { kind: 'headings' }, ...lines.slice(half)];
    if (isPlain(lines) && draw.has('a page that carries its total over', 0.03)) return carriedOver(lines, half, look);
    if (isPlain(lines) && draw.has('notes among the rows', 0.05)) return withNotes(lines, draw.chanceOf('notes'));
    if (this.isInOrderOfDays(lines) && draw.has('titles of months among the rows', 0.2)) return this.underMonths(lines);
    if (!draw.has('blank rows between the orders', 0.06)) return lines;
    return lines.flatMap((line, index): Line[] => {
      const above = lines[index - 1];
      const isNext = line.kind === 'row' && above?.kind === 'row' && above.row.order !== line.row.order;
      return isNext ? [{ kind: 'blank' }, line] : [line];
    });
  }

  private isInOrderOfDays(lines: readonly Line[]): boolean {
    const days = lines.flatMap((line) => (line.kind === 'row' ? [line.row.day] : []));
    return isPlain(lines) && days.every((day, index) => index === 0 || (days[index - 1] ?? '') <= day);
  }

  private underMonths(lines: readonly Line[]): readonly Line[] {
    const name = monthSheet(this.random, this.placing.year);
    return lines.flatMap((line, index): Line[] => {
      const [month, before] = [monthOf(line), monthOf(lines[index - 1])];
      return month === before ? [line] : [{ kind: 'section', title: name(month) }, line];
    });
  }

  private hasUniqueHeadings(): boolean {
    const headings = this.placing.look.columns.map(({ heading }) => heading.toLowerCase().trim());
    return new Set(headings).size === headings.length && this.placing.keeping.shape !== 'repeated payments';
  }

  private makeTable(sheet: SheetDraft, { headingRow }: PlacedBlock, rows: number, hasTotalsRow = false): void {
    const columns = this.placing.look.columns.length;
    const area = { top: headingRow, left: this.left, rows: rows + 1, columns };
    sheet.addTable(`Tableau_${sheet.name.replace(/[^A-Za-z0-9]+/g, '_')}`, area, hasTotalsRow);
  }

  /** A sheet for each period of so many months that has rows. */
  private byPeriod(rows: readonly KeptRow[], months: number, nameOf: (month: number) => string): void {
    const carries = this.placing.draw.has('total carried over to the next sheet', 0.12);
    let carried: readonly KeptRow[] = [];
    for (let month = 1; month <= 12; month += months) {
      const own = rows.filter(
        ({ day }) => Number(day.slice(5, 7)) >= month && Number(day.slice(5, 7)) < month + months,
      );
      if (own.length === 0) continue;
      const before: Line[] = carries && carried.length > 0 ? [{ kind: 'carried', label: 'Report', rows: carried }] : [];
      this.single(own, nameOf(month), undefined, before);
      carried = [...carried, ...own];
    }
  }

  private stacked(rows: readonly KeptRow[], name: string): void {
    const sheet = this.sheet(name);
    let top = this.titles(sheet);
    for (const [envelope, own] of this.byEnvelope(rows)) {
      sheet.put(top, this.left, titleName(envelope, this.random));
      top = this.add(sheet, linesWithTotals(this.placing, own), top + 1, this.left).bottom + 2;
    }
  }

  private sideBySide(rows: readonly KeptRow[], name: string): void {
    const sheet = this.sheet(name);
    const top = this.titles(sheet);
    let left = this.left;
    for (const [envelope, own] of this.byEnvelope(rows)) {
      sheet.put(top, left, titleName(envelope, this.random));
      this.add(sheet, linesWithTotals(this.placing, own), top + 1, left);
      left += this.placing.look.columns.length + 1;
    }
  }

  private sections(rows: readonly KeptRow[], name: string): void {
    const sheet = this.sheet(name);
    const lines = this.byEnvelope(rows).flatMap(([envelope, own]): Line[] => [
      { kind: 'section', title: titleName(envelope, this.random) },
      ...own.map((row): Line => ({ kind: 'row', row })),
    ]);
    this.add(sheet, lines, this.titles(sheet), this.left);
  }

  private tableAndRange(rows: readonly KeptRow[], name: string): void {
    const half = Math.ceil(rows.length / 2);
    const first = this.sheet(name);
    const lines = (own: readonly KeptRow[]): Line[] => own.map((row) => ({ kind: 'row', row }));
    const block = this.add(first, lines(rows.slice(0, half)), this.titles(first), this.left);
    if (this.placing.look.headingRows === 1 && this.hasUniqueHeadings()) this.makeTable(first, block, half);
    const second = this.sheet(`${name} (suite)`);
    this.add(second, lines(rows.slice(half)), this.titles(second), this.left);
  }

  /** The last rows are typed under the Table, at once or after a blank row. */
  private belowTable(rows: readonly KeptRow[], name: string): void {
    const sheet = this.sheet(name);
    const below = Math.min(rows.length - 2, this.random.whole(1, 2));
    const lines = rows.map((row): Line => ({ kind: 'row', row }));
    const gap: Line[] = this.placing.draw.has('a blank row before those below the Table', 0.3)
      ? [{ kind: 'blank' }]
      : [];
    const inside = rows.length - below;
    const block = this.add(
      sheet,
      [...lines.slice(0, inside), ...gap, ...lines.slice(inside)],
      this.titles(sheet),
      this.left,
    );
    if (this.placing.look.headingRows === 1 && this.hasUniqueHeadings()) this.makeTable(sheet, block, inside);
  }

  /** The rows above a table; returns the first free one. */
  private titles(sheet: SheetDraft, envelope?: DrawnEnvelope): number {
    const { draw, title, year, envelopes } = this.placing;
    let row = this.top;
    const put = (...texts: readonly (string | number)[]): void => {
      texts.forEach((text, offset) => sheet.put(row, this.left + offset, text));
      row += 1;
    };
    if (draw.has('title rows', 0.45)) {
      put(`Suivi des crédits délégués – ${title} ${year}${envelope ? ` – ${titleName(envelope, this.random)}` : ''}`);
      if (draw.has('title with a date', 0.4)) put('Mis à jour le', `31/12/${year}`);
      row += 1;
    }
    if (draw.has('credits above the table', 0.06)) {
      const cents = envelopes.reduce((sum, one) => sum + (envelope && one !== envelope ? 0 : one.cents), 0);
      put('AE ouvertes', cents / 100);
      put('CP ouverts', cents / 100);
      row += 1;
    }
    if (draw.has('legend', 0.08)) put('Légende : en rouge les projets, en vert les dossiers soldés');
    if (draw.has('filter row', 0.04)) put('Filtre :', '(Tous)');
    return row;
  }
}

function isPlain(lines: readonly Line[]): boolean {
  return lines.every(({ kind }) => kind === 'row');
}

function monthOf(line: Line | undefined): number {
  return line?.kind === 'row' ? Number(line.row.day.slice(5, 7)) : 0;
}

/** As on paper: the total at the foot of a page, then the headings and that total again. */
function carriedOver(lines: readonly Line[], half: number, { headingRows }: BlockLook): readonly Line[] {
  const rows = lines.slice(0, half).flatMap((line) => (line.kind === 'row' ? [line.row] : []));
  const total: Line = { kind: 'total', label: 'À reporter', since: 'start', isFormula: true };
  const headings: Line[] = headingRows === 1 ? [{ kind: 'headings' }] : [];
  return [
    ...lines.slice(0, half),
    total,
    ...headings,
    { kind: 'carried', label: 'Report', rows },
    ...lines.slice(half),
  ];
}

const NOTES = [
  'Relance faite auprès du titulaire',
  '* voir le courriel de la direction',
  'NB : facture attendue en fin de mois',
  'Point fait avec le CSP le 12/03',
  '↓ commandes du second semestre',
];

function withNotes(lines: readonly Line[], random: Random): readonly Line[] {
  return lines.flatMap((line, index): Line[] =>
    index > 0 && random.chance(0.2) ? [{ kind: 'section', title: random.pick(NOTES) }, line] : [line],
  );
}

function sheetOf({ code, label }: DrawnEnvelope, random: Random): string {
  return random.pick([code, label, `Suivi ${code}`, `${code} - suivi`]).slice(0, 31);
}

function monthSheet(random: Random, year: number): (month: number) => string {
  const way = random.whole(0, 3);
  const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return (month) =>
    [
      capital(monthName(month)),
      `${monthName(month)} ${year}`,
      `${String(month).padStart(2, '0')}-${year}`,
      `${String(month).padStart(2, '0')} ${capital(monthName(month))}`,
    ][way] ?? '';
}

/** Hides rows or a sheet of the ledger: hidden operations still count. */
export function hideSome(draw: Draw, { sheets, blocks }: PlacedLedger): void {
  const random = draw.chanceOf('hidden');
  if (draw.has('hidden rows', 0.06)) {
    const { sheet, block } = random.pick(blocks);
    for (const row of block.rows) if (random.chance(0.3)) sheet.hiddenRows.add(row);
  }
  if (sheets.length < 2) return;
  if (draw.has('a hidden sheet of the ledger', 0.12)) random.pick(sheets).visibility = 'hidden';
  else if (draw.has('a very hidden sheet of the ledger', 0.05)) random.pick(sheets).visibility = 'veryHidden';
}

/** The field in which a total has its label. */
export function labelFieldOf(draw: Draw, fields: readonly Field[]): Field {
  const texts = fields.filter((field) => /^(ej|object|supplier|envelope|line|operation|nature)$/.test(field));
  const [first = 'ej' as Field] = texts;
  return draw.has('total label in another column', 0.4) ? draw.chanceOf('label').pick([first, ...texts]) : first;
}
