/**
 * The functions: how each is called, the unit of its answer, an example computed on the sample, and the errors that it
 * gives, each obtained by a call with one wrong argument.
 */
import { evaluateFunction, FUNCTION_NAMES, type FunctionName } from '../../src/application/functions/function-answers';
import { stateOfDossier, type FunctionState } from '../../src/application/functions/function-state';
import type { FunctionTable, FunctionValue } from '../../src/application/functions/function-tables';
import { stateOfRefusal } from '../../src/application/functions/refused-state';
import { openDossier } from '../../src/application/open-dossier';
import { openXlsx } from '../../src/adapters/xlsx/open';
import { isoDate } from '../../src/domain/calendar/civil-date';
import { assert } from '../../src/domain/result';
import { FUNCTION_HELP, type ParameterHelp } from '../../src/functions/function-help';
import { functionWordsIn } from '../../src/functions/function-sentences';
import { formatAmount, formatCount, formatDate } from '../../src/messages/format';
import type { Language } from '../../src/messages/language';
import { fr } from '../../src/messages/typography';
import { cellAddress, type CellValue } from '../../src/workbook/cells';
import { dateOfSerial } from '../../src/workbook/serials';
import { findSheet, findTable, valueAt, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import { fieldOfName } from '../../src/workbook/ledger/headings';
import { buildSample } from '../build-sample';
import { LEDGER_TABLE } from '../sample/ledger-sheet';
import { table } from './markdown';

type Unit = 'euros' | 'ratio' | 'code' | 'date' | 'word' | 'text' | 'table';

/** The unit of each answer; a new function without its unit does not compile. */
const UNITS: Readonly<Record<FunctionName, Unit>> = {
  ALLOCATED: 'euros',
  CONSUMED: 'euros',
  RESERVED: 'euros',
  REMAINING: 'euros',
  AVAILABLE: 'euros',
  RATE: 'ratio',
  OUTSTANDING: 'euros',
  CODE: 'code',
  DEADLINE: 'date',
  STATUS: 'word',
  WHATIF: 'euros',
  FORECAST: 'euros',
  CHECK: 'text',
  SUMMARY: 'table',
  FINDINGS: 'table',
};

const FR = {
  title: 'Fonctions',
  intro: (count: number) =>
    fr`${formatCount(count, 'fr')} fonctions, aux mêmes noms dans toutes les langues. Entre crochets, un argument facultatif. Dans Excel en français, les arguments sont séparés par ";" ; une date s'écrit comme date d'Excel, "31/12/2023" ou "2023-12-31". Le résultat suit le classeur sans F9.`,
  headings: ['argument', 'contenu'],
  optional: 'facultatif',
  units: {
    euros: 'un montant en euros, au centime',
    ratio: fr`un nombre (0,85 pour 85 %)`,
    code: 'un code, en texte',
    date: 'une date d’Excel (appliquez un format de date)',
    word: 'un mot, le même dans toutes les langues',
    text: 'un texte',
    table: 'un tableau, qui occupe les cellules voisines',
  } satisfies Record<Unit, string>,
  gives: (unit: string) => fr`**Résultat** : ${unit}.`,
  example: (formula: string, value: string) => fr`**Exemple** : \`${formula}\` donne ${value}.`,
  rows: (rows: number, headings: string) => fr`${formatCount(rows, 'fr')} lignes sous les en-têtes ${headings}`,
  errors: '**Erreurs**',
  noErrors: fr`**Erreurs** : aucune par ses arguments.`,
  common: fr`Sans convention ou sans suivi, toutes les fonctions sauf DEADLINE donnent une erreur ; CODE n'a besoin que de la convention :`,
  incomplete: fr`Quand une colonne manque au suivi, le chiffre n'est jamais 0 :`,
};

const EN: typeof FR = {
  title: 'Functions',
  intro: (count) =>
    `${count} functions, with the same names in every language. Arguments in brackets are optional. A date is a date of Excel, "31/12/2023" or "2023-12-31". Answers follow the workbook without F9.`,
  headings: ['argument', 'content'],
  optional: 'optional',
  units: {
    euros: 'an amount in euros, exact to the cent',
    ratio: 'a number (0.85 for 85%)',
    code: 'a code, as text',
    date: 'a date of Excel (give the cell a date format)',
    word: 'a word, the same in every language',
    text: 'a text',
    table: 'a table, which fills the cells beside it',
  },
  gives: (unit) => `**Returns** ${unit}.`,
  example: (formula, value) => `**Example**: \`${formula}\` gives ${value}.`,
  rows: (rows, headings) => `${rows} rows under the headings ${headings}`,
  errors: '**Errors**',
  noErrors: '**Errors**: none from its arguments.',
  common:
    'Without a convention or a ledger, every function but DEADLINE gives an error; CODE needs the convention alone:',
  incomplete: 'When the ledger lacks a column, the figure is never 0:',
};

const WORDS: Readonly<Record<Language, typeof FR>> = { fr: FR, en: EN };

/** Arguments that are wrong, by the name of the parameter, tried one at a time. */
const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  envelope: ['PDX', ''],
  nature: ['AF'],
  poste: ['Prestation externe', '30/06/2023'],
  asOf: ['31/02/2023'],
  field: ['imputation', 'centre'],
  start: ['bientôt', ''],
  workingDays: [1.5],
  amount: ['dix mille', ''],
  severity: ['grave'],
};

/** A right argument of each parameter, for the calls that have another one wrong. */
const RIGHT: Readonly<Record<string, unknown>> = {
  envelope: 'PDE',
  nature: 'AE',
  field: 'activité',
  start: '2023-12-20',
  amount: 1000,
};

const TODAY = isoDate('2023-12-31');

interface Sample {
  readonly workbook: WorkbookSnapshot;
  readonly state: FunctionState;
}

/** The chapter of the functions. */
export function functionReference(language: Language): string {
  const words = WORDS[language];
  const sample = openSample();
  const unread = stateOfRefusal({ code: 'noConvention' }, null, false, TODAY, fieldOfName);
  const [first = 'ALLOCATED' as const] = FUNCTION_NAMES;
  return [
    `## ${words.title}`,
    words.intro(FUNCTION_NAMES.length),
    `${words.common} ${refusalOf(first, ['PDE', 'AE'], unread, language)}`,
    `${words.incomplete} \`#N/A\` ${functionWordsIn(language).problem({ problem: 'notCalculable', figure: 'AE', missing: 'ae' })}`,
    ...FUNCTION_NAMES.map((name) => section(name, sample, language)),
  ].join('\n\n');
}

function openSample(): Sample {
  const file = openXlsx(buildSample());
  assert(file.ok, 'the sample opens');
  const workbook = file.value.read();
  const dossier = openDossier(workbook);
  assert(dossier.ok, 'the sample is read');
  return { workbook, state: stateOfDossier(dossier.value, TODAY) };
}

function section(name: FunctionName, sample: Sample, language: Language): string {
  const words = WORDS[language];
  const { parameters, [language]: purpose } = FUNCTION_HELP[name];
  const separator = separatorIn(language);
  const signature = parameters.map((one) => (one.optional ? `[${one.name}]` : one.name)).join(`${separator} `);
  const rows = parameters.map((one) => [`\`${one.name}\`${one.optional ? ` (${words.optional})` : ''}`, one[language]]);
  const { formula, args } = exampleCall(name, sample, separator);
  const errors = [
    ...new Set(wrongCalls(name, parameters, sample).map((call) => refusalOf(name, call, sample.state, language))),
  ];
  return [
    `### ${name}`,
    `\`ENVELOPE.${name}(${signature})\``,
    purpose,
    ...(rows.length === 0 ? [] : [table(words.headings, rows)]),
    words.gives(words.units[UNITS[name]]),
    words.example(formula, valueText(answerOf(name, args, sample.state, language), UNITS[name], language)),
    errors.length === 0 ? words.noErrors : `${words.errors}\n\n${errors.map((error) => `- ${error}`).join('\n')}`,
  ].join('\n\n');
}

function separatorIn(language: Language): string {
  return language === 'fr' ? ';' : ',';
}

interface Call {
  readonly formula: string;
  readonly args: readonly unknown[];
}

/** A call as a person would type it in the sample. */
function exampleCall(name: FunctionName, { workbook }: Sample, separator: string): Call {
  if (name === 'CHECK') {
    const { address, row, headings } = firstRow(workbook);
    return { formula: `=ENVELOPE.CHECK(${address.row}${separator}${address.headings})`, args: [row, headings] };
  }
  const given = FUNCTION_HELP[name].parameters.filter((one) => !one.optional).map((one) => RIGHT[one.name]);
  const typed = given.map((value) => (typeof value === 'number' ? String(value) : `"${String(value)}"`));
  return { formula: `=ENVELOPE.${name}(${typed.join(separator)})`, args: given };
}

/** The cells of the first row of the ledger and of its headings. */
function firstRow(workbook: WorkbookSnapshot): {
  readonly address: Readonly<Record<'row' | 'headings', string>>;
  readonly row: readonly CellValue[][];
  readonly headings: readonly CellValue[][];
} {
  const ledger = findTable(workbook, LEDGER_TABLE);
  const sheet = ledger && findSheet(workbook, ledger.sheet);
  assert(ledger && sheet, 'the sample has its ledger');
  const { top, left, columns } = ledger.area;
  const cells = (row: number): CellValue[][] => [
    Array.from({ length: columns }, (_, column) => valueAt(sheet, row, left + column)),
  ];
  const range = (row: number): string => `${cellAddress(row, left)}:${cellAddress(row, left + columns - 1)}`;
  return {
    address: { row: range(top + 1), headings: range(top) },
    row: cells(top + 1),
    headings: cells(top),
  };
}

/** One call for each wrong value of each parameter, the others being right. */
function wrongCalls(
  name: FunctionName,
  parameters: readonly ParameterHelp[],
  { workbook }: Sample,
): readonly (readonly unknown[])[] {
  if (name === 'CHECK') {
    const { row, headings } = firstRow(workbook);
    const [cells = []] = row;
    return [
      ['PDE', headings],
      [row, [cells.slice(1)]],
      [row, [cells.map(() => 'x')]],
    ];
  }
  const right = parameters.map((one) => (one.optional ? null : RIGHT[one.name]));
  const wrong = parameters.flatMap(({ name: parameter, optional }, index) =>
    (WRONG[parameter] ?? [])
      .filter((value) => value !== '' || !optional)
      .map((value) => right.map((one, at) => (at === index ? value : one))),
  );
  const line = parameters.findIndex((one) => one.name === 'poste');
  if (line < 0) return wrong;
  return [...wrong, right.map((one, at) => (at === 0 ? '*' : at === line ? 'Prestations' : one))];
}

function answerOf(
  name: FunctionName,
  args: readonly unknown[],
  state: FunctionState,
  language: Language,
): FunctionValue | FunctionTable {
  const result = evaluateFunction(name, args, state, functionWordsIn(language));
  assert(result.kind === 'value', `the example of ${name} has an answer`);
  return result.value;
}

function refusalOf(name: FunctionName, args: readonly unknown[], state: FunctionState, language: Language): string {
  const result = evaluateFunction(name, args, state, functionWordsIn(language));
  assert(result.kind === 'error', `${name}(${JSON.stringify(args)}) is refused`);
  return `\`${result.code}\` ${result.message}`;
}

function valueText(value: FunctionValue | FunctionTable, unit: Unit, language: Language): string {
  if (typeof value === 'object') {
    const [headings = [], ...rows] = value;
    return WORDS[language].rows(rows.length, headings.join(', '));
  }
  if (typeof value === 'string') return `« ${value} »`;
  if (unit === 'euros') return formatAmount(Math.round(value * 100), language);
  const date = unit === 'date' ? dateOfSerial(value, false) : null;
  if (date !== null) return formatDate(date, language);
  const number = String(Math.round(value * 1e6) / 1e6);
  return language === 'fr' ? number.replace('.', ',') : number;
}
