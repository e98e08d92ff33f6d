/**
 * The page of the gallery, `docs/gallery.md`: for each rule, a drawn ledger that breaks it and the finding in both
 * languages.
 */
import type { LedgerField } from '../../../src/domain/envelopes/ledger';
import { describeFinding, ruleTitle } from '../../../src/messages/describe-finding';
import { formatAmount, formatDate } from '../../../src/messages/format';
import { severityLabel } from '../../../src/messages/labels';
import type { CellValue } from '../../../src/workbook/cells';
import { FIELD_NAMES } from '../../../src/workbook/field-names';
import { dateOfSerial } from '../../../src/workbook/serials';
import { findSheet, findTable, valueAt } from '../../../src/workbook/snapshot';
import { addressOf } from './check';
import type { ChorusRow } from './chorus';
import { exhibitOf, GALLERY_RULES, type Exhibit } from './gallery';
import type { ExpectedPlace, Row } from './world';

const HEAD = [
  '# Galerie des constats',
  '',
  'Pour chaque règle : ce qui la déclenche, où le constat est rendu, et ce que le produit en dit. Les classeurs s’obtiennent par `npm run gallery`',
  '(dans `dist/gallery`, un par règle, avec ses extraits pour les règles CHO) ; chacun ne déclenche que sa règle. Page écrite par la même commande :',
  'ne pas la corriger à la main.',
  '',
  '*For each rule: what triggers it, where the finding is given, and what the product says. `npm run gallery` writes the workbooks and this page.*',
  '',
].join('\n');

/** The whole page. */
export function galleryPage(): string {
  const exhibits = GALLERY_RULES.map(exhibitOf);
  const index = exhibits.map(({ rule, findings }) => {
    const [first] = findings;
    return `| [${rule}](#${rule.toLowerCase()}) | ${severityLabel(first?.severity ?? 'info', 'fr')} | ${ruleTitle(rule, 'fr')} | ${ruleTitle(rule, 'en')} |`;
  });
  const table = ['| code | gravité | constat | finding |', '|---|---|---|---|', ...index].join('\n');
  return `${HEAD}\n${table}\n\n${exhibits.map(section).join('\n')}`;
}

function section(exhibit: Exhibit): string {
  const { rule, plant, otherWays, world, checked, findings } = exhibit;
  const [finding] = findings;
  const [expected] = world.expected;
  if (!finding || !expected) throw new Error(`${rule} finds nothing`);
  const [fr, en] = [describeFinding(finding, world.convention, 'fr'), describeFinding(finding, world.convention, 'en')];
  const address = addressOf(world, checked.dossier.workbook, expected.place);
  const lines = [
    `## ${rule}`,
    `**${ruleTitle(rule, 'fr')}** — ${severityLabel(finding.severity, 'fr')}. Ici : ${plant.how}. Constat en \`${address}\`${countOf(exhibit)}.`,
    drawing(exhibit, expected.place),
    [`- fr : ${fr.message}`, `- en : ${en.message}`].join('\n'),
    [`- Article : ${fr.article}`, `- Remède : ${fr.action}`, `- Réparation : ${repairOf(exhibit)}`].join('\n'),
    `Autres façons : ${otherWays.join(' ; ')}.`,
  ];
  return `${lines.filter((line) => line !== '').join('\n\n')}\n`;
}

function countOf({ findings }: Exhibit): string {
  return findings.length === 1 ? '' : ` (${findings.length} constats)`;
}

function repairOf({ findings: [finding] }: Exhibit): string {
  const repair = finding?.repair ?? null;
  if (repair === null) return 'aucune qui soit certaine';
  if (repair.kind === 'text') return `\`${repair.value}\``;
  return `\`${repair.kind === 'amount' ? formatAmount(repair.cents, 'fr') : formatDate(repair.date, 'fr')}\``;
}

/**
 * The row, or the rows of its EJ, or the row of a convention table, or the lines of the extract; the cell of the
 * finding in bold.
 */
function drawing(exhibit: Exhibit, place: ExpectedPlace): string {
  switch (place.kind) {
    case 'row':
      return ledgerDrawing(exhibit, place.row, place.field);
    case 'headings':
      return markdown([exhibit.world.columns.map((field) => FIELD_NAMES[field])]);
    case 'area':
      return areaDrawing(exhibit, place);
    case 'table':
      return tableDrawing(exhibit, place);
    case 'extract':
      return extractDrawing(place.line);
  }
}

const SHOWN: readonly LedgerField[] = [
  ...(['operation', 'status', 'ejNumber', 'ejLine', 'dpNumber', 'label', 'ministerialAxis2', 'budgetLine'] as const),
  ...(['contractEnd', 'commitmentDate', 'serviceDate', 'receiptDate', 'paymentDate', 'ae', 'cp'] as const),
];
const MOST_ROWS = 4;
const LONGEST_TEXT = 44;

function ledgerDrawing({ world }: Exhibit, row: Row, field: LedgerField): string {
  const ofEj = world.rows.filter(
    (one) => one !== row && one.ejNumber === row.ejNumber && typeof row.ejNumber === 'string',
  );
  const kept = new Set([...ofEj.slice(0, MOST_ROWS - 1), row]);
  const rows = world.rows.filter((one) => kept.has(one));
  const wanted = world.columns.filter((one) => SHOWN.includes(one) || one === field);
  const columns = wanted.filter((one) => one === field || rows.some((each) => textOf(one, each[one] ?? null) !== ''));
  const cellOf = (each: Row, one: LedgerField): string => {
    const text = textOf(one, each[one] ?? null);
    return each === row && one === field ? `**${text || '(vide)'}**` : text;
  };
  return markdown([
    columns.map((one) => FIELD_NAMES[one]),
    ...rows.map((each) => columns.map((one) => cellOf(each, one))),
  ]);
}

/** The headings of the sheet, and the rows from the cell of the finding. */
function areaDrawing({ checked, world }: Exhibit, place: Extract<ExpectedPlace, { kind: 'area' }>): string {
  const at = place.at(world);
  const sheet = findSheet(checked.dossier.workbook, at.sheet);
  const { rows, columns } = sheet?.used ?? { rows: 0, columns: 0 };
  if (!sheet) return '';
  const first = at.sheet === 'Suivi' ? 0 : Math.max(0, at.row - 1);
  const shown = [...new Set([first, ...Array.from({ length: MOST_ROWS }, (_, index) => at.row + index)])];
  const texts = shown
    .filter((row) => row < rows)
    .map((row) =>
      Array.from({ length: columns }, (_, column) => {
        const text = numberText(valueAt(sheet, row, column));
        return row === at.row && column === at.column ? `**${text || '(vide)'}**` : text;
      }),
    );
  const hidden = new Set(world.columns.filter((field) => !SHOWN.includes(field)).map((field) => FIELD_NAMES[field]));
  const kept = Array.from({ length: columns }, (_, column) => column).filter(
    (column) => !hidden.has(texts[0]?.[column] ?? '') && texts.slice(1).some((row) => row[column] !== ''),
  );
  return `\`${at.sheet}\`\n\n${markdown(texts.map((row) => kept.map((column) => row[column] ?? '')))}`;
}

/** In the ledger of a world and beside it, a whole number of this size is a date, and any other an amount. */
function numberText(value: CellValue): string {
  if (typeof value !== 'number') return plain(value);
  return Number.isInteger(value) && value > 40_000 && value < 46_000
    ? dateText(value)
    : formatAmount(Math.round(value * 100), 'fr');
}

function tableDrawing({ checked, world }: Exhibit, place: Extract<ExpectedPlace, { kind: 'table' }>): string {
  const { workbook } = checked.dossier;
  const table = findTable(workbook, place.table);
  const sheet = table && findSheet(workbook, table.sheet);
  if (!table || !sheet) return '';
  const address = addressOf(world, workbook, place);
  const row = Number(/\d+$/.exec(address)?.[0]) - 1;
  const cells = table.columns.map((column, index) => {
    const text = tableText(column, valueAt(sheet, row, table.area.left + index));
    return column === place.column ? `**${text || '(vide)'}**` : text;
  });
  const kept = cells.flatMap((text, index) => (text === '' ? [] : [index]));
  return `\`${place.table}\`\n\n${markdown([kept.map((index) => table.columns[index] ?? ''), kept.map((index) => cells[index] ?? '')])}`;
}

const DATE_HEADINGS = /^(date|reçue le|répondue le|échéance|fait le|du|au)\b/i;
const AMOUNT_HEADINGS = /^(montant|ae|cp|dont rap)\b/i;

function tableText(heading: string, value: CellValue): string {
  if (
    typeof value === 'number' &&
    (DATE_HEADINGS.test(heading) || (heading === 'Valeur' && value > 40_000 && value < 46_000))
  )
    return dateText(value);
  if (typeof value === 'number' && (AMOUNT_HEADINGS.test(heading) || heading === 'Valeur'))
    return formatAmount(Math.round(value * 100), 'fr');
  return plain(value);
}

function extractDrawing({ nature, of }: ChorusRow): string {
  const fields: readonly LedgerField[] =
    nature === 'AE' ? ['ejNumber', 'ejLine', 'commitmentDate', 'ae'] : ['ejNumber', 'dpNumber', 'paymentDate', 'cp'];
  return `Ligne de l’extrait :\n\n${markdown([fields.map((field) => FIELD_NAMES[field]), fields.map((field) => textOf(field, of[field] ?? null))])}`;
}

function textOf(field: LedgerField, value: CellValue): string {
  if (typeof value !== 'number') return plain(value);
  if (field.endsWith('Date') || field === 'contractEnd') return dateText(value);
  if (field !== 'ae' && field !== 'cp') return String(value);
  return Number.isInteger(Math.round(value * 1e6) / 1e4) ? formatAmount(Math.round(value * 100), 'fr') : String(value);
}

function dateText(serial: number): string {
  const date = dateOfSerial(serial, false);
  return date === null ? String(serial) : formatDate(date, 'fr');
}

function plain(value: CellValue): string {
  if (value === null) return '';
  const text = typeof value === 'object' ? value.error : String(value).trim();
  return (text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text).replaceAll('|', '\\|');
}

function markdown([headings = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}
