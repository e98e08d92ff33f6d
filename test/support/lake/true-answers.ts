/** The true answers of the named queries over drawn workbooks, computed from their operations alone: no SQL, no product. */
import { type DrawnWorkbook, type TrueOperation, UNKNOWN } from './drawn-workbooks';

/** A row as `--format json` prints it, some of its columns. */
export type AnswerRow = Readonly<Record<string, string | number | null>>;

const ENVELOPES = [
  { code: 'PDE', AE: 50_000_000, CP: 57_303_200 },
  { code: 'SF', AE: 10_000_000, CP: 10_000_000 },
] as const;
const WHOLE = { AE: 60_000_000, CP: 67_303_200 } as const;
const NATURES = ['AE', 'CP'] as const;
type Nature = (typeof NATURES)[number];

function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function groupsOf<T>(rows: readonly T[], keyOf: (row: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()];
}

function first<T>(group: readonly T[]): T {
  return group[0]!;
}

const isCounted = ({ envelope, status }: TrueOperation): boolean => envelope !== UNKNOWN && status !== 'Annulé';

function consumed({ operations }: DrawnWorkbook, envelope: string | null, nature: Nature): number {
  return sum(
    operations
      .filter((one) => isCounted(one) && (envelope === null || one.envelope === envelope))
      .filter(({ kind, day }) => (kind === 'commitment') === (nature === 'AE') && day?.startsWith('2023') === true)
      .map(({ cents }) => cents),
  );
}

function reserved({ operations }: DrawnWorkbook, envelope: string, nature: Nature): number {
  return sum(
    operations
      .filter((one) => isCounted(one) && one.envelope === envelope && one.day === null)
      .filter(({ kind }) => (kind === 'commitment') === (nature === 'AE'))
      .map(({ cents }) => cents),
  );
}

/** The rows of each named query, in any order. */
export function trueAnswers(all: readonly DrawnWorkbook[]): Readonly<Record<string, readonly AnswerRow[]>> {
  const read = all.filter(({ isBroken }) => !isBroken);
  return {
    plafonds: groupsOf(read, ({ convention }) => convention).flatMap((group) =>
      NATURES.flatMap((nature) => [ceilingRow(group, nature, 'envelope'), ceilingRow(group, nature, 'convention')]),
    ),
    depassements: read.flatMap(excesses),
    'rap-par-age': ages(read),
    'demandes-en-retard': read
      .filter(({ isAsked }) => isAsked)
      .map(({ convention, file }) => ({ convention, file, due_on: '2023-03-08', days_late: 845 })),
    'non-lus': all.flatMap(notRead),
    'ej-en-double': duplicates(read),
    'titulaires-communs': sharedSuppliers(read),
  };
}

/** The sum of the envelopes, all of one programme, or the ceiling of the whole convention. */
function ceilingRow(group: readonly DrawnWorkbook[], nature: Nature, scope: 'envelope' | 'convention'): AnswerRow {
  const { convention, programme } = first(group);
  const isWhole = scope === 'convention';
  const ofOne = isWhole ? WHOLE[nature] : sum(ENVELOPES.map((envelope) => envelope[nature]));
  const allocated = ofOne * group.length;
  const of = (figure: typeof reserved): number =>
    sum(group.flatMap((workbook) => ENVELOPES.map(({ code }) => figure(workbook, code, nature))));
  return {
    convention,
    year: 2023,
    scope,
    programme: isWhole ? null : programme,
    titre: null,
    nature,
    workbooks: group.length,
    envelopes: isWhole ? null : 2 * group.length,
    allocated: decimal(allocated),
    consumed: decimal(of(consumed)),
    reserved: decimal(of(reserved)),
    available: decimal(allocated - of(consumed) - of(reserved)),
    not_calculable: 0,
  };
}

function excesses(workbook: DrawnWorkbook): readonly AnswerRow[] {
  const { convention, file } = workbook;
  const subjects = [
    { scope: 'convention', envelope: null, ceilings: WHOLE },
    ...ENVELOPES.map((ceilings) => ({ scope: 'envelope', envelope: ceilings.code, ceilings })),
  ];
  return subjects.flatMap(({ scope, envelope, ceilings }) =>
    NATURES.flatMap((nature) => {
      const excess = consumed(workbook, envelope, nature) - ceilings[nature];
      return excess > 0
        ? [{ convention, credit_year: 2023, file, scope, envelope, nature, excess: decimal(excess) }]
        : [];
    }),
  );
}

function ages(read: readonly DrawnWorkbook[]): readonly AnswerRow[] {
  const open = read.flatMap(({ convention, operations }) =>
    groupsOf(
      operations.filter((one) => isCounted(one) && one.status !== 'Projet'),
      ({ ej }) => ej,
    ).flatMap((group) => {
      const { day, cents } = first(group); // its commitment comes first
      const paid = sum(group.slice(1).map((one) => (one.day === null ? 0 : one.cents)));
      return cents === paid ? [] : [{ convention, age: (day ?? '') <= '2023-06-30' ? 2 : 1, cents: cents - paid }];
    }),
  );
  return groupsOf(open, ({ convention, age }) => `${age} ${convention}`).map((group) => ({
    convention: first(group).convention,
    state: 'dated',
    age_years: first(group).age,
    ejs: group.length,
    outstanding: decimal(sum(group.map(({ cents }) => cents))),
  }));
}

function notRead({ file, convention, operations, isBroken }: DrawnWorkbook): readonly AnswerRow[] {
  if (isBroken) return [{ convention: null, file, kind: 'workbook', row_count: null, ae: null }];
  const unknown = operations.filter(({ envelope, status }) => envelope === UNKNOWN && status !== 'Annulé');
  if (unknown.length === 0) return [];
  const ae = unknown.filter(({ kind }) => kind === 'commitment').map(({ cents }) => cents);
  return [{ convention, file, kind: 'rows', row_count: unknown.length, ae: decimal(sum(ae)) }];
}

function duplicates(read: readonly DrawnWorkbook[]): readonly AnswerRow[] {
  const kept = read.flatMap(({ file, convention, operations }) =>
    operations.filter(({ status }) => status === 'Notifié').map((operation) => ({ ...operation, file, convention })),
  );
  return groupsOf(kept, ({ ej }) => ej)
    .map((rows) => ({ rows, workbooks: new Set(rows.map(({ file }) => file)).size }))
    .filter(({ workbooks }) => workbooks > 1)
    .flatMap(({ rows, workbooks }) =>
      groupsOf(rows, ({ file }) => file).map((group) => ({
        ej: first(group).ej,
        workbooks,
        file: first(group).file,
        convention: first(group).convention,
        envelope: first(group).envelope === UNKNOWN ? null : first(group).envelope,
        row_count: group.length,
        ae:
          first(group).envelope === UNKNOWN
            ? null
            : decimal(sum(group.filter(({ kind }) => kind === 'commitment').map(({ cents }) => cents))),
      })),
    );
}

function sharedSuppliers(read: readonly DrawnWorkbook[]): readonly AnswerRow[] {
  const paid = read.flatMap(({ convention, operations }) =>
    operations
      .filter((one) => isCounted(one) && one.kind === 'payment')
      .filter(({ day }) => day?.startsWith('2023') === true)
      .map((operation) => ({ ...operation, convention })),
  );
  return groupsOf(paid, ({ supplier }) => String(supplier)).flatMap((rows) => {
    const envelopes = groupsOf(rows, ({ convention, envelope }) => `${envelope} ${convention}`);
    if (envelopes.length < 2) return [];
    return envelopes.map((group) => ({
      supplier: group.map(({ supplierText }) => supplierText).sort()[0]!,
      envelopes: envelopes.length,
      convention: first(group).convention,
      envelope: first(group).envelope,
      paid: decimal(sum(group.map(({ cents }) => cents))),
    }));
  });
}
