/** The synthesis of a consolidation as a plan over a blank workbook: one sheet for each named query that it shows. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { parseDateText } from '../../domain/calendar/date-text';
import { amount, text } from '../../documents/page/page-builder';
import { SYNTHESE_WORDS as words, type SynthesisQuery } from '../../messages/documents/synthese-fr';
import { formatDate } from '../../messages/format';
import type { PlannedCell, WritePlan, WriteStep } from '../../workbook/plan';
import { isNotCalculable, type AnswerColumn, type AnswerValue, type LakeAnswer } from './lake-answer';
import { answerCell, type LinkOf } from './synthesis-cells';
import { outsideTotals } from './synthesis-outside';
import { exceededFormula, Situation, SITUATION_WIDTHS, synthesisHeading } from './synthesis-situation';

/** The queries that the synthesis shows, in the order of its sheets. */
export const SYNTHESIS_QUERIES = Object.keys(words.sheets) as readonly SynthesisQuery[];

export interface SynthesisSource {
  readonly answers: ReadonlyMap<SynthesisQuery, LakeAnswer>;
  readonly madeOn: CivilDate;
  readonly linkOf: LinkOf;
}

/** More rows than a person reads; the query gives them all. */
const MOST_ROWS = 20_000;
const WIDE: ReadonlySet<string> = new Set(['file', 'reason', 'subject', 'convention', 'poste', 'supplier']);
const NO_ANSWER: LakeAnswer = { columns: [], rows: [] };

export function planSynthesis(source: SynthesisSource): WritePlan {
  const of = (query: SynthesisQuery): LakeAnswer => source.answers.get(query) ?? NO_ANSWER;
  const others = SYNTHESIS_QUERIES.filter((query) => query !== 'situation');
  const steps = [...firstSheet(of, source), ...others.flatMap((query) => querySheet(query, of(query), source.linkOf))];
  return { purpose: 'documents', expected: [], steps };
}

function firstSheet(
  of: (query: SynthesisQuery) => LakeAnswer,
  { madeOn, linkOf }: SynthesisSource,
): readonly WriteStep[] {
  const answer = of('situation');
  const situation = new Situation(answer, linkOf);
  const days = [...situation.values('as_of')].sort();
  const day = (iso: string | undefined): string => {
    const date = parseDateText(iso ?? '');
    return date === null ? '' : formatDate(date, 'fr');
  };
  const outside = outsideTotals(of('non-lus'));
  const broken = outside.workbooks;
  const [firstYear = '', lastYear = firstYear] = [situation.years[0], situation.years.at(-1)];
  const isUnknown = answer.rows.some((row) =>
    answer.columns.some(
      ({ name, type }, index) => type === 'amount' && !name.startsWith('convention_') && row[index] === null,
    ),
  );
  const lines = [
    [days.length > 0 ? words.situation(day(days[0]), day(days.at(-1))) : '', words.madeOn(formatDate(madeOn, 'fr'))],
    [
      words.read(new Set(situation.values('file')).size, new Set(situation.values('convention')).size),
      broken > 0 ? words.unread(broken) : '',
    ],
    [situation.severalWorkbooks > 0 ? words.several(situation.severalWorkbooks) : '', isUnknown ? words.unknown : ''],
    [outside.parts.length > 0 ? words.outside(outside.parts) : ''],
    [situation.boundAsWhole > 0 ? words.wholes(situation.boundAsWhole) : ''],
    partSentences(of('plafonds'), of('depassements')),
    [firstYear === lastYear ? '' : words.years(firstYear, lastYear)],
  ];
  const sentences = lines.map((parts) => parts.filter((part) => part !== '').join(' ; ')).filter((line) => line !== '');
  const head = headOf(words.title, sentences);
  const top = head.length + 1;
  const rows = situation.rows(top);
  const area = { top, left: 0, rows: rows.length, columns: SITUATION_WIDTHS.length };
  const sheet = words.sheets.situation;
  return [
    ...sheetSteps(sheet, head, situation.headings, rows, SITUATION_WIDTHS),
    { kind: 'highlightWhen', sheet, area, formula: exceededFormula(top) },
  ];
}

/** The ceilings over a programme or a titre, and those that are exceeded in the credit year: no total has them. */
function partSentences(ceilings: LakeAnswer, excesses: LakeAnswer): readonly string[] {
  const countOf = ({ columns, rows }: LakeAnswer): number => {
    const at = (name: string): number => columns.findIndex((column) => column.name === name);
    const [scope, year, ofCredits] = [at('scope'), at('year'), at('credit_year')];
    const isPart = (row: readonly AnswerValue[]): boolean => row[scope] === 'programme' || row[scope] === 'titre';
    return rows.filter((row) => isPart(row) && (ofCredits === -1 || row[ofCredits] === row[year])).length;
  };
  const [known, exceeded] = [countOf(ceilings), countOf(excesses)];
  return [known > 0 ? words.parts(known) : '', exceeded > 0 ? words.partsExceeded(exceeded) : ''];
}

function querySheet(query: SynthesisQuery, answer: LakeAnswer, linkOf: LinkOf): readonly WriteStep[] {
  const { columns, rows } = answer;
  const shown = rows.slice(0, MOST_ROWS);
  const cells = shown.map((row) =>
    columns.map((column, index) =>
      isNotCalculable(answer, row, index) ? amount(null, undefined) : answerCell(column, row[index] ?? null, linkOf),
    ),
  );
  if (cells.length === 0) cells.push([text(words.none, 'text')]);
  if (rows.length > shown.length) cells.push([text(words.more(rows.length - shown.length, query), 'text')]);
  const headings = columns.map(({ name }) => text(synthesisHeading(name), 'heading'));
  return sheetSteps(words.sheets[query], headOf(words.titles[query], []), headings, cells, columns.map(widthOf));
}

/** The title, the sentences, and a blank row. */
function headOf(title: string, sentences: readonly string[]): PlannedCell[][] {
  return [[text(title, 'title')], ...sentences.map((sentence) => [text(sentence, 'subtitle')]), []];
}

function sheetSteps(
  sheet: string,
  head: readonly (readonly PlannedCell[])[],
  headings: readonly PlannedCell[],
  rows: readonly (readonly PlannedCell[])[],
  widths: readonly number[],
): readonly WriteStep[] {
  const above = head.length + 1;
  return [
    { kind: 'addSheet', sheet },
    { kind: 'setCells', sheet, top: 0, left: 0, cells: [...head, headings, ...rows] },
    { kind: 'setColumnWidths', sheet, left: 0, widths },
    { kind: 'freezeRows', sheet, rows: above },
    { kind: 'setPage', sheet, landscape: true, titleRows: above },
  ];
}

function widthOf({ name, type }: AnswerColumn): number {
  if (WIDE.has(name)) return name === 'reason' ? 60 : 28;
  return type === 'amount' ? 17 : type === 'text' ? 15 : 11;
}
