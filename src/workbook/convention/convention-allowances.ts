/** `ENV_Fongibilite` and `ENV_Plafonds`: transfers without prior consent, ceilings by programme or titre; both ways. */
import type { Fungibility, PartCeiling } from '../../domain/envelopes/allowances/allowances';
import { unknownParts } from '../../domain/envelopes/allowances/known-parts';
import type { Convention } from '../../domain/envelopes/convention';
import { matchLine } from '../../domain/envelopes/names';
import { comparable } from '../../domain/text';
import type { OurRow } from '../registers/our-tables';
import type { ConventionCells } from './convention-cells';
import { ceilingsOf } from './convention-keys';
import { envelopeNamed, yearOfRow, type Directory } from './convention-registers';
import { ANY_ENVELOPE, PART_WORDS } from './convention-words';

const ANY_WORDS: ReadonlySet<string> = new Set([ANY_ENVELOPE, 'toute', 'toutes', 'toutes les enveloppes']);

const LIMITS = ['from', 'to', 'nature', 'share', 'amount'] as const;

/**
 * A row of `ENV_Fongibilite`. A blank end is any envelope, as « * » is; a row that is blank but for its article would
 * free every transfer, and is a fault.
 */
export function readFungibility(cells: ConventionCells, row: OurRow<'fungibility'>, directory: Directory): Fungibility {
  if (LIMITS.every((column) => cells.text(row, column) === ''))
    cells.reportCell(row, 'from', 'valueMissing', [...new Set(directory.values()), ANY_ENVELOPE].join(', '));
  const end = (column: 'from' | 'to') => {
    const name = comparable(cells.text(row, column));
    const isAny = name === '' || (!directory.has(name) && ANY_WORDS.has(name));
    return isAny ? null : envelopeNamed(cells, row, column, directory);
  };
  return {
    from: end('from'),
    to: end('to'),
    nature: cells.nature(row, null),
    share: cells.share(row, 'share'),
    amount: cells.amount(row, 'amount'),
    article: cells.freeText(row, 'article'),
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
  const amounts = [
    cells.ceiling<'AE', 'partCeilings'>(row, 'ae'),
    cells.ceiling<'CP', 'partCeilings'>(row, 'cp'),
  ] as const;
  return {
    part: cells.word(row, 'part', PART_WORDS, 'programme'),
    value: cells.name(row, 'value'),
    year: yearOfRow(cells, row, creditYear, otherYears),
    ceilings: ceilingsOf(...amounts, cells.modes(row, 'mode', amounts, ['blocking'])),
    article: cells.freeText(row, 'article'),
  };
}

/** Refuses a ceiling over a programme or a titre that the convention does not have. */
export function checkParts(
  cells: ConventionCells,
  rows: readonly OurRow<'partCeilings'>[],
  convention: Convention,
): void {
  for (const { position, value, meant } of unknownParts(convention)) {
    const row = rows[position];
    if (row) cells.reportCell(row, 'value', 'partUnknown', meant, value);
  }
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
