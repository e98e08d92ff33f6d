/**
 * An extract of Chorus drawn as a table, as a finance officer would read it:
 *
 *   mouvement | codes | axe 2 | EJ         | poste EJ | DP         | date       | montant
 *   paiement  | juste | PDE   | 1400000001 | 1        | 0100000001 | 15/02/2023 | 1 000,00
 *
 * `codes: juste` fills the convention's own codes in. Lines are numbered by their place in the table, from 1. A
 * field without a column is lacking.
 */
import { parseDateText } from '../../../src/domain/calendar/date-text';
import type { ImputationField } from '../../../src/domain/imputation/imputation';
import { readAmountText } from '../../../src/domain/money/amount-text';
import type { ChorusExtract, ChorusLine, ChorusMovement } from '../../../src/domain/reconciliation/extract';
import type { ExtractLack } from '../../../src/domain/reconciliation/extract-reading';
import { CellReader } from '../../../src/workbook/ledger/read-cells';

const MOVEMENTS: ReadonlyMap<string, ChorusMovement> = new Map<string, ChorusMovement>([
  ['engagement', 'commitment'],
  ['modification', 'modification'],
  ['retrait', 'decommitment'],
  ['ajustement', 'adjustment'],
  ['report', 'carryOver'],
  ['réimputation', 'reimputation'],
  ['réduction', 'reduction'],
  ['certifié', 'certified'],
  ['facturé', 'invoiced'],
  ['paiement', 'payment'],
]);

const OF_CP: ReadonlySet<ChorusMovement> = new Set<ChorusMovement>(['certified', 'invoiced', 'payment']);

/** The « Référence Chorus » of the 2023 convention (art. 3). */
const RIGHT_CODES: ReadonlyMap<ImputationField, string> = new Map<ImputationField, string>([
  ['programme', '0103'],
  ['functionalDomain', '0103-01-01'],
  ['financialCentre', '0103-CEFP-C002'],
  ['activity', '010300000104'],
  ['costCentre', 'EMPEF00075'],
  ['ministerialAxis1', '36'],
]);

const CODES: ReadonlyMap<string, ImputationField> = new Map<string, ImputationField>([
  ['programme', 'programme'],
  ['domaine', 'functionalDomain'],
  ['centre financier', 'financialCentre'],
  ['activité', 'activity'],
  ['centre de coûts', 'costCentre'],
  ['axe 1', 'ministerialAxis1'],
  ['axe 2', 'ministerialAxis2'],
]);

const HEADINGS = new Set([
  ...CODES.keys(),
  'mouvement',
  'codes',
  'EJ',
  'poste EJ',
  'DP',
  'poste DP',
  'société',
  'exercice',
  'date',
  'montant',
  'fournisseur',
]);

/** Settings of a test besides the lines. */
export type ExtractSetting = Partial<Pick<ChorusExtract, 'source' | 'shape' | 'lacks'>>;

/** The extract of a table; a heading or a movement that is not known is a mistake of the test. */
export function extractOf(table: string, setting: ExtractSetting = {}): ChorusExtract {
  const drawn = table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [headings = [], ...rows] = drawn.map((line) => line.split('|').map((cell) => cell.trim()));
  for (const heading of headings)
    if (!HEADINGS.has(heading))
      throw new Error(`No column « ${heading} » in an extract; one of: ${[...HEADINGS].join(', ')}`);
  const reader = new CellReader(false);
  const lines = rows.map((texts, index) =>
    lineOf(reader, index + 1, (heading) => texts[headings.indexOf(heading)] ?? ''),
  );
  const hasAny = (...names: readonly string[]): boolean => names.some((name) => headings.includes(name));
  const lacks: ExtractLack[] = [
    ...(hasAny('EJ') ? [] : ['ej' as const]),
    ...(hasAny('poste EJ') ? [] : ['ejLine' as const]),
    ...(hasAny('DP') ? [] : ['dp' as const]),
    ...(hasAny('date') ? [] : ['date' as const]),
    ...(hasAny('codes', 'domaine', 'centre financier', 'activité') ? [] : ['imputation' as const]),
    ...(hasAny('axe 2') ? [] : ['envelope' as const]),
  ];
  return {
    source: 'extrait.csv',
    shape: 'journal',
    lines,
    ignored: [],
    repairs: [],
    lacks,
    shownTotals: [],
    ...setting,
  };
}

function lineOf(reader: CellReader, number: number, text: (heading: string) => string): ChorusLine {
  const movement = MOVEMENTS.get(text('mouvement'));
  if (!movement) throw new Error(`No movement « ${text('mouvement')} »; one of: ${[...MOVEMENTS.keys()].join(', ')}`);
  const amount = readAmountText(text('montant'));
  if (!amount) throw new Error(`« ${text('montant')} » is no amount`);
  const code = (heading: string): ReturnType<CellReader['code']> => {
    const field = CODES.get(heading) ?? 'programme';
    return reader.code(field, text(heading) || (text('codes') === 'juste' ? (RIGHT_CODES.get(field) ?? '') : ''));
  };
  return {
    line: number,
    movement,
    nature: OF_CP.has(movement) ? 'CP' : 'AE',
    ej: text('EJ'),
    ejLine: text('poste EJ'),
    dp: text('DP'),
    dpLine: text('poste DP'),
    company: text('société'),
    exercise: text('exercice') === '' ? null : Number(text('exercice')),
    imputation: reader.imputation({
      programme: code('programme'),
      functionalDomain: code('domaine'),
      financialCentre: code('centre financier'),
      activity: code('activité'),
      costCentre: code('centre de coûts'),
      ministerialAxis1: code('axe 1'),
      ministerialAxis2: code('axe 2'),
    }),
    date: text('date') === '' ? null : parseDateText(text('date')),
    cents: amount.cents,
    supplier: text('fournisseur'),
  };
}
