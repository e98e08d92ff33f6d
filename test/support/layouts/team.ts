/** A team's way of keeping its ledger: the shape of the table, its columns, their order, groups and headings. */
import type { Random } from '../worlds/random';
import type { Column } from './block';
import type { DrawnConvention } from './conventions';
import { drawDecoration, isAmountField, monthHeadings, monthName } from './decorate';
import { shuffled, type Draw } from './draw';
import { extraColumns } from './extras';
import { drawnHeading, plainHeading, ranked } from './headings';
import { otherColumns } from './other-columns';
import type { Field, Shape } from './rows';
import type { Hand } from './values';

/** The parts of the ledger on sheets, tables and blocks. */
export type Split =
  | 'one table'
  | 'a sheet a month'
  | 'a sheet a quarter'
  | 'a sheet an envelope'
  | 'blocks stacked by envelope'
  | 'blocks side by side by envelope'
  | 'sections by envelope'
  | 'amounts by envelope'
  | 'a Table and a range'
  | 'rows below the Table';

/** The decisions that the operations depend on. */
export interface Keeping {
  readonly shape: Shape;
  readonly split: Split;
  readonly hasStatus: boolean;
  readonly hasOperation: boolean;
  readonly hasService: boolean;
  readonly oneDate: boolean;
  /** The rows are sorted by envelope, which is written on the first of its rows alone. */
  readonly envelopeOnce: boolean;
}

/** Shapes whose rows are each of one month: they can be on a sheet of their month. */
const BY_MONTH: ReadonlySet<Shape> = new Set(['a row each', 'nature in a column', 'journal with one date']);
/** Shapes that keep the date of service fait. */
const WITH_SERVICE: ReadonlySet<Shape> = new Set([
  'a row each',
  'EJ and payment on a row',
  'payments under their EJ',
  'EJ and payments apart',
]);

/** Shapes in which an envelope may be written once, as in a cell merged downwards. */
const ONCE: ReadonlySet<Shape> = new Set(['a row each', 'EJ and payment on a row', 'ranked payments']);

/** Shapes in which each envelope may have its own columns of AE and of CP. */
const ABREAST: ReadonlySet<Shape> = new Set(['a row each', 'EJ and payment on a row', 'payments under their EJ']);

/** Draws the shape and the parts. */
export function drawKeeping(draw: Draw, envelopes: number): Keeping {
  const shape = draw.among<Shape>('shape', [
    ['a row each', 9],
    ['EJ and payment on a row', 4],
    ['nature in a column', 3],
    ['journal with one date', 2],
    ['ranked payments', 2],
    ['repeated payments', 1],
    ['months in columns', 1],
    ['payments under their EJ', 2],
    ['EJ and payments apart', 3],
  ]);
  const split = drawSplit(draw, shape, envelopes);
  const isWide = shape === 'ranked payments' || shape === 'repeated payments' || shape === 'months in columns';
  const oneDate = shape === 'journal with one date' || (shape === 'nature in a column' && draw.has('one date', 0.5));
  return {
    shape,
    split,
    hasStatus: draw.chanceOf('status column').chance(0.6),
    hasOperation: shape !== 'nature in a column' && !isWide && draw.has('operation in a column', 0.35),
    hasService: WITH_SERVICE.has(shape) && draw.has('date of service fait', 0.5),
    oneDate,
    envelopeOnce:
      split === 'one table' && envelopes > 1 && ONCE.has(shape) && draw.has('envelope written once for its rows', 0.05),
  };
}

function drawSplit(draw: Draw, shape: Shape, envelopes: number): Split {
  if (shape === 'EJ and payments apart') return 'one table';
  const several = (weight: number): number => (envelopes > 1 ? weight : 0);
  const monthly = (weight: number): number => (BY_MONTH.has(shape) ? weight : 0);
  const grouped = shape === 'payments under their EJ';
  return draw.among<Split>('parts', [
    ['one table', 14],
    ['a sheet a month', monthly(2)],
    ['a sheet a quarter', monthly(1)],
    ['a sheet an envelope', several(3)],
    ['blocks stacked by envelope', several(1.5)],
    ['blocks side by side by envelope', several(0.7)],
    ['sections by envelope', several(1)],
    ['amounts by envelope', ABREAST.has(shape) ? several(1.5) : 0],
    ['a Table and a range', grouped ? 0 : 1.5],
    ['rows below the Table', grouped ? 0 : 1.5],
  ]);
}

/** The fields of the tables of a way of keeping: one list, or those of the EJ and of the payments. */
export function fieldsOf(draw: Draw, keeping: Keeping, given: DrawnConvention, payments: number): readonly Field[][] {
  const { shape } = keeping;
  const optional = (field: Field, share: number): Field[] =>
    draw.chanceOf(`column ${field}`).chance(share) ? [field] : [];
  const when = (condition: boolean, ...fields: Field[]): Field[] => (condition ? fields : []);
  const dp = optional('dp', 0.7);
  const envelope = when(hasEnvelopeColumn(draw, keeping, given), 'envelope');
  const codes = Object.keys(given.codes) as Field[];
  const status = when(keeping.hasStatus, 'status');
  const operation = when(keeping.hasOperation, 'operation');
  const served = when(keeping.hasService, 'served');
  const general: Field[] = ['object', ...optional('supplier', 0.7), ...envelope, ...optional('line', 0.8), ...codes];
  switch (shape) {
    case 'nature in a column':
      return [
        [
          'ej',
          ...dp,
          ...general,
          'nature',
          ...when(keeping.oneDate, 'date'),
          ...when(!keeping.oneDate, 'signed', 'paid'),
          'amount',
          ...status,
        ],
      ];
    case 'journal with one date':
      return [['date', ...operation, 'ej', ...dp, ...general, 'ae', 'cp', ...status]];
    case 'ranked payments':
    case 'repeated payments': {
      const ranks = Array.from({ length: payments }, (_, index) => index + 1);
      const places = ranks.flatMap((rank): Field[] => [`paid${rank}`, `cp${rank}`]);
      return [['ej', ...general, ...status, 'signed', 'ae', ...places]];
    }
    case 'months in columns': {
      const months = Array.from({ length: 12 }, (_, index): Field => `month${index + 1}`);
      return [['ej', ...general, ...status, 'signed', 'ae', ...months]];
    }
    case 'EJ and payments apart': {
      const repeats = draw.has('payments apart without envelope', 0.4)
        ? []
        : general.filter((field) => field !== 'object');
      return [
        ['ej', ...operation, ...general, ...status, 'signed', 'ae'],
        ['dp', 'ej', ...repeats, ...served, 'paid', 'cp'],
      ];
    }
    default:
      return [
        byEnvelope(draw, keeping, given, [
          ...[...operation, 'ej' as const, ...general, ...status, 'signed' as const, 'ae' as const],
          ...[...dp, ...served, 'paid' as const, 'cp' as const],
        ]),
      ];
  }
}

/** The fields with a column of AE and of CP for each envelope: beside its dates, or after all the others. */
function byEnvelope(draw: Draw, { split }: Keeping, { envelopes }: DrawnConvention, fields: readonly Field[]): Field[] {
  if (split !== 'amounts by envelope') return [...fields];
  const codes = envelopes.map(({ code }) => code);
  if (draw.has('both amounts of each envelope together', 0.5)) {
    const amounts = codes.flatMap((code): Field[] => [`ae@${code}`, `cp@${code}`]);
    return [...fields.filter((field) => field !== 'ae' && field !== 'cp'), ...amounts];
  }
  return fields.flatMap((field): Field[] =>
    field === 'ae' || field === 'cp' ? codes.map((code): Field => `${field}@${code}`) : [field],
  );
}

/** Without a column, the envelope is in the name of the sheet, in a title, or there is only one. */
function hasEnvelopeColumn(draw: Draw, { split }: Keeping, { envelopes, convention }: DrawnConvention): boolean {
  if (convention.envelopes.length === 1) return !draw.has('no envelope column: there is one envelope', 0.6);
  if (split === 'amounts by envelope') return false;
  const isTitled = split === 'a sheet an envelope' || split.endsWith('by envelope');
  return envelopes.length > 0 && !(isTitled && draw.has('envelope in titles only', 0.75));
}

const GROUPS: readonly (readonly [title: string, fields: ReadonlySet<string>])[] = [
  ['Engagement', new Set(['ej', 'signed', 'ae'])],
  ['Paiement', new Set(['dp', 'served', 'paid', 'cp'])],
  ['Imputation', new Set(['envelope', 'line'])],
];
const SHORT: Readonly<Record<string, string>> = {
  ej: 'N°',
  dp: 'N°',
  signed: 'Date',
  served: 'Date SF',
  paid: 'Date',
  ae: 'Montant',
  cp: 'Montant',
};

/** How the columns of every table of a team are headed and ordered. */
export class ColumnMaker {
  private readonly decorate;
  private readonly other: boolean;
  private readonly way: number;
  private readonly month: (month: number) => string;
  readonly hasGroups: boolean;

  constructor(
    private readonly draw: Draw,
    private readonly keeping: Keeping,
    private readonly given: DrawnConvention,
    private readonly hand: Hand,
    private readonly replaced?: { readonly field: Field; readonly text: string },
  ) {
    this.decorate = drawDecoration(draw, given.year, hand.inThousands);
    this.other = draw.has('headings in other words', 0.45);
    this.way = draw.chanceOf('rank').whole(0, 3);
    this.month = monthHeadings(given.year, draw.chanceOf('months'));
    const groupable =
      !keeping.oneDate && keeping.shape !== 'nature in a column' && keeping.shape !== 'EJ and payments apart';
    this.hasGroups =
      keeping.split === 'amounts by envelope'
        ? draw.has('envelopes as titles over their amounts', 0.4)
        : groupable && draw.has('headings with group titles', 0.15);
  }

  /** The columns of a table of these fields. `part` names the table: its extra columns are its own. */
  columns(fields: readonly Field[], part: string): readonly Column[] {
    const extras = extraColumns(this.draw, fields, this.hand, part);
    const own = fields.map((field) => this.column(field));
    if (this.hasGroups) return this.byGroup([...extras.filter(({ field }) => !isComputed(field)), ...own]);
    const all = [...own, ...extras];
    const isOrdered = this.keeping.shape.endsWith('payments') || this.keeping.shape === 'months in columns';
    const ordered =
      !isOrdered && this.draw.has('columns in another order', 0.3) ? shuffled(all, this.draw.chanceOf('order')) : all;
    const mixed = this.withOthers(ordered, otherColumns(this.draw, fields, this.hand, part), isOrdered);
    return this.draw.has('index column', 0.08) ? [indexColumn(this.draw.chanceOf('index')), ...mixed] : mixed;
  }

  /** The other columns anywhere; before or after those that belong together. */
  private withOthers(columns: readonly Column[], others: readonly Column[], isOrdered: boolean): readonly Column[] {
    const random = this.draw.chanceOf('places of other columns');
    return others.reduce<readonly Column[]>((all, other) => {
      const at = isOrdered ? random.pick([0, all.length]) : random.whole(0, all.length);
      return [...all.slice(0, at), other, ...all.slice(at)];
    }, columns);
  }

  private column(field: Field): Column {
    const code = this.given.codes[field];
    const column = { field, heading: this.headingOf(field), ...this.groupOf(field) };
    return code === undefined ? column : { ...column, extra: () => ({ value: code }) };
  }

  private headingOf(field: Field): string {
    if (this.replaced?.field === field) return this.replaced.text;
    const month = /^month(\d+)$/.exec(field)?.[1];
    if (month !== undefined) return this.decorate(this.month(Number(month)), field);
    const [, nature, envelope] = /^(ae|cp)@(.+)$/.exec(field) ?? [];
    if (nature !== undefined && envelope !== undefined) return this.headingOfEnvelope(nature as Field, envelope);
    const [, base, rank] = /^(paid|cp)(\d+)$/.exec(field) ?? [];
    const of = (base ?? field) as Field;
    const text = this.other ? drawnHeading(of, this.draw.chanceOf(`heading ${of}`)) : plainHeading(of);
    const isRanked = rank !== undefined && this.keeping.shape === 'ranked payments';
    return this.decorate(isRanked ? ranked(text, Number(rank), this.way) : text, field);
  }

  /** « Montant AE PDE », « PDE – AE ». */
  private headingOfEnvelope(nature: Field, envelope: string): string {
    const text = this.headingOf(nature);
    if (this.hasGroups) return text;
    const name = this.nameOf(envelope);
    return this.draw
      .chanceOf('heading of an envelope')
      .pick([`${text} ${name}`, `${text} - ${name}`, `${text} (${name})`, `${name} ${text}`, `${name} : ${text}`]);
  }

  private nameOf(envelope: string): string {
    const { code, label } = this.given.envelopes.find((one) => one.code === envelope) ?? { code: '', label: '' };
    return this.draw.chanceOf('names of envelopes').chance(0.6) ? code : label;
  }

  private groupOf(field: Field): Pick<Column, 'group' | 'short'> {
    if (!this.hasGroups) return {};
    const [, nature, envelope] = /^(ae|cp)@(.+)$/.exec(field) ?? [];
    if (nature !== undefined && envelope !== undefined)
      return { group: this.nameOf(envelope), short: this.headingOf(nature as Field) };
    if (this.keeping.split === 'amounts by envelope') return {};
    const unit = this.hand.inThousands ? ' (k€)' : '';
    const month = /^month(\d+)$/.exec(field)?.[1];
    if (month !== undefined) return { group: `CP payés${unit}`, short: monthName(Number(month)) };
    const [, base, rank] = /^(paid|cp)(\d+)$/.exec(field) ?? [];
    if (rank !== undefined) return { group: `Paiement ${rank}`, short: base === 'cp' ? `Montant${unit}` : 'Date' };
    const group = GROUPS.find(([, fields]) => fields.has(field));
    if (!group) return field.startsWith('code:') ? { group: 'Imputation' } : {};
    const short = SHORT[field];
    return {
      group: group[0],
      ...(short === undefined ? {} : { short: isAmountField(field) ? `${short}${unit}` : short }),
    };
  }

  /** The columns of a group together, those without a group first. */
  private byGroup(columns: readonly Column[]): readonly Column[] {
    const groups = [...new Set(columns.map(({ group }) => group ?? ''))].sort(
      (one, other) => Number(one !== '') - Number(other !== ''),
    );
    return groups.flatMap((group) => columns.filter((column) => (column.group ?? '') === group));
  }
}

function isComputed(field: Field): boolean {
  return /^extra:(Cumul|Reste|HT|TVA)/.test(field);
}

function indexColumn(random: Random): Column {
  return {
    field: 'extra:index',
    heading: random.pick(['N°', '#', 'Ligne', "N° d'ordre"]),
    extra: (_, { before }) => ({ value: before.length + 1 }),
  };
}
