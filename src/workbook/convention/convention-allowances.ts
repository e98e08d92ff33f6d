/** `ENV_Fongibilite` and `ENV_Plafonds`: transfers without prior consent, ceilings by programme or titre; both ways. */
import type { Fungibility, PartCeiling } from '../../domain/envelopes/allowances/allowances';
import type { Convention } from '../../domain/envelopes/convention';
import { matchLine } from '../../domain/envelopes/names';
import type { OurRow } from '../registers/our-tables';
import type { ConventionCells } from './convention-cells';
import { ceilingsOf } from './convention-keys';
import { envelopeNamed, NATURE_WORDS, yearOfRow, type Directory } from './convention-registers';
import { MODE_WORDS, PART_WORDS } from './convention-words';

/** A row of `ENV_Fongibilite`. */
export function readFungibility(cells: ConventionCells, row: OurRow<'fungibility'>, directory: Directory): Fungibility {
  const end = (column: 'from' | 'to') =>
    cells.text(row, column) === '' ? null : envelopeNamed(cells, row, column, directory);
  return {
    from: end('from'),
    to: end('to'),
    nature: cells.text(row, 'nature') === '' ? null : cells.word(row, 'nature', NATURE_WORDS, 'AE'),
    share: cells.share(row, 'share'),
    amount: cells.amount(row, 'amount'),
    article: cells.text(row, 'article'),
  };
}

/** A row of `ENV_Plafonds`; without « Exercice » it is of the convention's own credit year. */
export function readPartCeiling(
  cells: ConventionCells,
  row: OurRow<'partCeilings'>,
  creditYear: number,
  otherYears: readonly number[],
): PartCeiling {
  cells.name(row, 'part');
  return {
    part: cells.word(row, 'part', PART_WORDS, 'programme'),
    value: cells.name(row, 'value'),
    year: yearOfRow(cells, row, creditYear, otherYears),
    ceilings: ceilingsOf(
      cells.ceiling<'AE', 'partCeilings'>(row, 'ae'),
      cells.ceiling<'CP', 'partCeilings'>(row, 'cp'),
      cells.words(row, 'mode', MODE_WORDS, ['blocking']),
    ),
    article: cells.text(row, 'article'),
  };
}

/** Refuses a movement that names a poste which its envelope has in no credit year: its amount would go nowhere. */
export function checkMovementLines(
  cells: ConventionCells,
  rows: readonly OurRow<'movements'>[],
  { movements, envelopes, otherYears }: Convention,
): void {
  const all = [...envelopes, ...otherYears.flatMap((year) => year.envelopes)];
  const isKnown = (code: string | null, line: string): boolean =>
    all.some((envelope) => envelope.code === code && matchLine(envelope, line).kind === 'line');
  movements.forEach(({ from, to, fromLine, toLine }, position) => {
    const row = rows[position];
    if (row && fromLine !== undefined && !isKnown(from, fromLine)) cells.reportCell(row, 'fromLine', 'lineUnknown');
    if (row && toLine !== undefined && !isKnown(to, toLine)) cells.reportCell(row, 'toLine', 'lineUnknown');
  });
}
