/**
 * The convention tables: what is written reads back the same; what people do to them by hand is understood or named to
 * the cell.
 */
import fc from 'fast-check';
import { planInitialise } from '../../../src/application/writing/initialise';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { reachesShare } from '../../../src/domain/money/rate';
import { type CellValue, parseArea } from '../../../src/workbook/cells';
import { readShare, shareText } from '../../../src/workbook/convention/typed-shares';
import { contentOfConvention } from '../../../src/workbook/convention/convention-content';
import { readConventionTables } from '../../../src/workbook/convention/convention-tables';
import { COLUMNS, CONVENTION_KEYS, TABLES, type TableId } from '../../../src/workbook/workbook-names';
import { numberFormat, shownBy } from '../../../src/workbook/number-formats';
import { findTable, formulaKey, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan, emptyWorkbook } from '../../support/apply-plan';
import { anyConvention, convention2023 } from '../../support/conventions';
import { withoutTable } from '../../support/without-table';

function initialised(convention: Convention = convention2023(), uses1904Dates = false): WorkbookSnapshot {
  const workbook = { ...emptyWorkbook('Feuil1'), uses1904Dates };
  const plan = planInitialise(workbook, convention);
  if (!plan.ok) throw new Error(plan.failure.code);
  return applyPlan(workbook, plan.value);
}

/** The workbook with one cell of one of our tables replaced; `row` counts from 1 as a reader does, 0 is the heading. */
function withCell(
  workbook: WorkbookSnapshot,
  id: TableId,
  row: number,
  heading: string,
  value: CellValue,
): WorkbookSnapshot {
  const table = findTable(workbook, TABLES[id]);
  const column = table?.columns.indexOf(heading) ?? -1;
  if (!table || column < 0) throw new Error(`no column ${heading}`);
  const { top, left } = table.area;
  const step = {
    kind: 'setCells',
    sheet: table.sheet,
    top: top + row,
    left: left + column,
    cells: [[{ value }]],
  } as const;
  const edited = applyPlan(workbook, { purpose: 'undo', expected: [], steps: [step] });
  if (row > 0) return edited;
  const columns = table.columns.map((known, position) => (position === column ? String(value) : known));
  return {
    ...edited,
    tables: edited.tables.map((known) => (known.name === table.name ? { ...known, columns } : known)),
  };
}

function readable(workbook: WorkbookSnapshot): Convention {
  const read = readConventionTables(workbook);
  if (!read.ok || !read.value) throw new Error(JSON.stringify(read));
  return read.value;
}

/** The row of `ENV_Convention` that holds a key. */
function keyRow(key: string): number {
  return (Object.values(CONVENTION_KEYS) as string[]).indexOf(key) + 1;
}

test('the 2023 convention reads back the same from its tables, in both date systems', () => {
  expect(readable(initialised(convention2023(), false))).toEqual(convention2023());
  expect(readable(initialised(convention2023(), true))).toEqual(convention2023());
});

test('any convention reads back the same', () => {
  fc.assert(
    fc.property(anyConvention(), (convention) => {
      expect(readable(initialised(convention))).toEqual(convention);
    }),
    { numRuns: 60 },
  );
});

test('a share is the number that JSON gives, for every hundredth of a percent', () => {
  for (let hundredths = 1; hundredths <= 10_000; hundredths += 1) {
    const percent = `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;
    const share = Number(`${hundredths}e-4`);
    const readings = [`${percent} %`, shareText(share), String(share).replace('.', ',')].map(readShare);
    expect([percent, ...readings]).toEqual([percent, share, share, share]);
    expect(reachesShare(hundredths, 10_000, readShare(`${percent} %`) ?? 2)).toBe(true);
  }
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1, noNaN: true }), (share) => {
      expect(readShare(shareText(share))).toBe(share);
    }),
  );
});

test.each<[string, CellValue]>([
  ['the text of a percentage', '50,13 %'],
  ['a number', 0.5013],
  ['a number that was computed, 50.13 / 100', 50.13 / 100],
])('a share in a cell, %s, is reached by exactly that consumption', (_, value) => {
  const found = readable(withCell(initialised(), 'envelopes', 1, 'Part', value));
  expect(found.envelopes[0]?.share).toBe(0.5013);
});

test('a workbook without our tables has no convention', () => {
  expect(readConventionTables(emptyWorkbook('Feuil1'))).toEqual({ ok: true, value: null });
});

describe('what people do to the tables', () => {
  const workbook = initialised();

  test('headings in another case, without accents', () => {
    expect(readable(withCell(workbook, 'lines', 0, 'Montant délégué', 'MONTANT DELEGUE'))).toEqual(convention2023());
  });

  test('optional columns that do not exist take their defaults', () => {
    const others: readonly [number, string, string][] = [1, 2].flatMap((row) => [
      [row, 'Seuils', 'à suivre de près'],
      [row, 'Mode', 'hors convention'],
    ]);
    const typed: readonly [number, string, string][] = [...others, [0, 'Seuils', 'Remarques'], [0, 'Mode', 'Autre']];
    const renamed = typed.reduce(
      (one, [row, heading, value]) => withCell(one, 'envelopes', row, heading, value),
      workbook,
    );
    expect(readable(renamed).envelopes).toEqual(convention2023().envelopes);
  });

  test('amounts and dates typed as text', () => {
    const amount = withCell(workbook, 'envelopes', 1, 'AE', '500 000,00 €');
    const typed = withCell(amount, 'convention', keyRow('Date de signature'), 'Valeur', '13/12/2022');
    expect(readable(typed)).toEqual(convention2023());
  });

  test('an envelope called by its label, a blank row, thresholds as fractions', () => {
    const edited = withCell(
      withCell(workbook, 'lines', 1, 'Enveloppe', 'place des entreprises'),
      'envelopes',
      1,
      'Seuils',
      '0,7 ; 0,85',
    );
    expect(readable(edited)).toEqual(convention2023());
  });

  test.each`
    shown             | information | warning | why
    ${'85 %; 70 %'}   | ${0.7}      | ${0.85} | ${'in the other order: the lower informs'}
    ${'0,6'}          | ${0.6}      | ${0.85} | ${'one alone informs'}
    ${'90 %'}         | ${0.9}      | ${0.9}  | ${'one above the usual warning warns'}
    ${'60 %, 80 %'}   | ${0.6}      | ${0.8}  | ${'a comma between'}
    ${'60 %,80 %'}    | ${0.6}      | ${0.8}  | ${'a comma between, without a space'}
    ${'60 % et 80 %'} | ${0.6}      | ${0.8}  | ${'« et » between'}
    ${'60 / 80'}      | ${0.6}      | ${0.8}  | ${'a bar between, without the sign'}
    ${'60,5 / 80 %'}  | ${0.605}    | ${0.8}  | ${'the sign once, a decimal'}
    ${60}             | ${0.6}      | ${0.85} | ${'a number of percent'}
  `('thresholds $shown: $why', ({ shown, information, warning }) => {
    const [first] = readable(withCell(workbook, 'envelopes', 1, 'Seuils', shown as string)).envelopes;
    expect(first?.thresholds).toEqual({ information, warning });
  });

  test('a poste with one threshold informs and warns from it', () => {
    const [first] = readable(withCell(workbook, 'lines', 1, 'Seuils', '60 %')).envelopes;
    expect(first?.lines[0]?.thresholds).toEqual({ information: 0.6, warning: 0.6 });
  });

  test.each(['70 %; 80 %; 90 %', '70,85', '70 %; néant', '150', '7'])('thresholds %s are refused', (shown) => {
    expect(readConventionTables(withCell(workbook, 'envelopes', 1, 'Seuils', shown))).toMatchObject({
      failure: { problem: 'numberUnreadable', expected: '70 %; 85 %' },
    });
  });

  test('the activity code that Excel turned into a number gets its zero back', () => {
    const numeric = readable(withCell(workbook, 'imputations', 4, 'Valeur', 10300000104));
    expect(numeric.imputation[3]).toMatchObject({
      field: 'activity',
      value: '010300000104',
      aliases: ['10300000104', '10300000104'],
    });
  });

  test('a new amount is followed, to the cent', () => {
    const [, faibles] = readable(withCell(workbook, 'envelopes', 2, 'AE', 120000.55)).envelopes;
    expect(faibles?.ceilings.AE?.amount.toDecimalString()).toBe('120000.55');
  });
});

interface WrongCell {
  readonly table: TableId;
  readonly row: number;
  readonly heading: string;
  readonly value: CellValue;
  readonly problem: string;
  readonly found: string;
}

describe('a wrong cell is named', () => {
  const workbook = initialised();
  test.each`
    table           | row                              | heading              | value                            | problem                 | found
    ${'convention'} | ${keyRow('Date de signature')}   | ${'Valeur'}          | ${'mi-décembre'}                 | ${'dateUnreadable'}     | ${'mi-décembre'}
    ${'convention'} | ${keyRow('Date de fin')}         | ${'Valeur'}          | ${null}                          | ${'valueMissing'}       | ${''}
    ${'convention'} | ${keyRow('Date de fin')}         | ${'Valeur'}          | ${'01/01/2022'}                  | ${'endBeforeSignature'} | ${'01/01/2022'}
    ${'convention'} | ${keyRow('Exercice')}            | ${'Valeur'}          | ${2024}                          | ${'yearAfterEnd'}       | ${'2024'}
    ${'convention'} | ${keyRow('Exercice')}            | ${'Valeur'}          | ${'deux mille'}                  | ${'numberUnreadable'}   | ${'deux mille'}
    ${'convention'} | ${keyRow("La fin s'applique à")} | ${'Valeur'}          | ${'paiement; livraison'}         | ${'wordUnknown'}        | ${'paiement; livraison'}
    ${'envelopes'}  | ${1}                             | ${'AE'}              | ${'environ 500 000'}             | ${'amountUnreadable'}   | ${'environ 500 000'}
    ${'envelopes'}  | ${1}                             | ${'CP'}              | ${{ error: '#REF!' }}            | ${'errorInCell'}        | ${'#REF!'}
    ${'envelopes'}  | ${2}                             | ${'Code'}            | ${'pde'}                         | ${'nameRepeated'}       | ${'pde'}
    ${'envelopes'}  | ${2}                             | ${'Alias'}           | ${'Toto; place des entreprises'} | ${'nameRepeated'}       | ${'place des entreprises'}
    ${'envelopes'}  | ${2}                             | ${'Code'}            | ${'*'}                           | ${'nameReserved'}       | ${'*'}
    ${'envelopes'}  | ${1}                             | ${'Mode'}            | ${'sévère'}                      | ${'wordUnknown'}        | ${'sévère'}
    ${'envelopes'}  | ${1}                             | ${'Seuils'}          | ${'70 ; 850'}                    | ${'numberUnreadable'}   | ${'70 ; 850'}
    ${'lines'}      | ${1}                             | ${'Enveloppe'}       | ${'PDX'}                         | ${'envelopeUnknown'}    | ${'PDX'}
    ${'lines'}      | ${4}                             | ${'Poste'}           | ${'HÉBERGEMENT'}                 | ${'nameRepeated'}       | ${'HÉBERGEMENT'}
    ${'lines'}      | ${2}                             | ${'Montant délégué'} | ${null}                          | ${'valueMissing'}       | ${''}
    ${'movements'}  | ${1}                             | ${'Montant'}         | ${100}                           | ${'valueMissing'}       | ${''}
    ${'rap'}        | ${1}                             | ${'EJ'}              | ${'1405512301'}                  | ${'valueMissing'}       | ${''}
  `('$table row $row $heading = $value', ({ table, row, heading, value, problem, found }: WrongCell) => {
    const read = readConventionTables(withCell(workbook, table, row, heading, value));
    expect(read).toMatchObject({ ok: false, failure: { code: 'badConvention', table: TABLES[table], problem, found } });
    const cell = read.ok || read.failure.code !== 'badConvention' ? null : read.failure.cell;
    expect((parseArea(cell ?? '')?.top ?? 0) - 3).toBe(row);
  });

  const MOVEMENT: readonly (readonly [string, CellValue])[] = [
    ['Date', 45_000],
    ['Type', 'avenant'],
    ['Vers', 'PDE'],
    ['Nature', 'AE'],
    ['Montant', 1_000],
  ];
  const moved = MOVEMENT.reduce(
    (before, [heading, value]) => withCell(before, 'movements', 1, heading, value),
    workbook,
  );

  test.each<[string, CellValue, string]>([
    ['Date', 'mi-juin', 'dateUnreadable'],
    ['Type', null, 'valueMissing'],
    ['De', 'PDX', 'envelopeUnknown'],
    ['Vers', 'Entreprises', 'envelopeUnknown'],
    ['Nature', 'crédits', 'wordUnknown'],
    ['Nature', null, 'valueMissing'],
    ['Montant', 'beaucoup', 'amountUnreadable'],
    ['Montant', null, 'valueMissing'],
    ['Montant', { error: '#REF!' }, 'errorInCell'],
  ])('a movement whose « %s » is %j is not dropped in silence: its cell is named', (heading, value, problem) => {
    expect(readable(moved).movements).toHaveLength(1);
    const read = readConventionTables(withCell(moved, 'movements', 1, heading, value));
    expect(read).toMatchObject({ ok: false, failure: { code: 'badConvention', table: 'ENV_Mouvements', problem } });
  });

  test.each(['rétablissement', 'Dégel', 'levée de gel', 'Levée du gel'])('« %s » gives frozen credits back', (word) => {
    const [movement] = readable(withCell(moved, 'movements', 1, 'Type', word)).movements;
    expect(movement?.type).toBe('restoration');
  });

  test.each([
    ['Virement', 'transfer'],
    ['redéploiement', 'transfer'],
    ['Redéploiement de crédits', 'transfer'],
    ['transfert', 'transfer'],
    ['Avenant n° 1', 'amendment'],
    ['avenant 2', 'amendment'],
    ['Avenant modificatif', 'amendment'],
    ['Avenant modificatif n°2', 'amendment'],
    ['1er avenant', 'amendment'],
    ['Avenant n°1 du 12/06/2023', 'amendment'],
    ['Avenant du 12/06/2023', 'amendment'],
    ['Virement interne', 'transfer'],
    ['Virement de crédits', 'transfer'],
    ['Virement n° 3 du 1.9.23', 'transfer'],
    ['report de crédits', 'carryOver'],
    ["Report d'AE", 'carryOver'],
    ['rétablissement de crédits', 'restoration'],
    ['mise en réserve', 'freeze'],
    ['gel n° 2', 'freeze'],
    ['levée de la réserve', 'restoration'],
    ['annulation', 'unknown'],
    ["Projet d'avenant du 12/06/2023", 'unknown'],
    ['Avenant n° 1 non signé', 'unknown'],
    ['Avenant de prolongation', 'unknown'],
    ['Avenant, virement', 'unknown'],
    ['dotation complémentaire', 'unknown'],
    ['gelée', 'unknown'],
  ])('the type « %s » of a movement is %s, kept as typed', (word, type) => {
    const read = readable(withCell(moved, 'movements', 1, 'Type', word));
    const [movement] = read.movements;
    expect(movement?.isUnknown ? 'unknown' : movement?.type).toBe(type);
    const [content] = contentOfConvention(read, false).filter(({ id }) => id === 'movements');
    expect(String(content?.rows[0]?.[1]?.value).toLowerCase()).toBe(word.toLowerCase());
  });

  test.each([
    ['0%', 0.2, '20 %'],
    ['"$"#,##0.00', 500, '500 $'],
    ['0 "k€"', 500, '500 k€'],
    ['dd/mm/yyyy', 45_058, '12/05/2023'],
  ])('an amount of a movement that its format %s does not show in euros is none', (format, value, found) => {
    const workbook = withCell(moved, 'movements', 1, 'Montant', value);
    const table = findTable(workbook, TABLES.movements)!;
    const key = formulaKey(table.area.top + 1, table.area.left + table.columns.indexOf('Montant'));
    const shown = new Map([[key, shownBy(numberFormat(format), value)!]]);
    const sheets = workbook.sheets.map((sheet) => (sheet.name === table.sheet ? { ...sheet, shown } : sheet));
    expect(readConventionTables({ ...workbook, sheets })).toMatchObject({
      ok: false,
      failure: { code: 'badConvention', table: 'ENV_Mouvements', problem: 'amountUnreadable', found },
    });
  });

  test('a movement without a date is read, and left to FON-02', () => {
    expect(readable(withCell(moved, 'movements', 1, 'Date', null)).movements).toMatchObject([
      { date: null, type: 'amendment', to: 'PDE' },
    ]);
  });

  test('a missing column, a missing table', () => {
    expect(readConventionTables(withCell(workbook, 'envelopes', 0, 'AE', 'Montant'))).toMatchObject({
      ok: false,
      failure: { problem: 'columnMissing', table: 'ENV_Enveloppes', expected: 'AE' },
    });
    expect(readConventionTables(withoutTable(workbook, 'ENV_Enveloppes'))).toMatchObject({
      ok: false,
      failure: { problem: 'tableMissing', table: 'ENV_Enveloppes', cell: null },
    });
  });
});

test('any cell may hold anything: the tables are read or refused, never thrown at', () => {
  const workbook = initialised();
  const tables = Object.keys(COLUMNS) as TableId[];
  const cells = tables.flatMap((id) => Object.values(COLUMNS[id]).map((heading) => ({ id, heading: String(heading) })));
  const values = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constant({ error: '#N/A' }));
  fc.assert(
    fc.property(fc.constantFrom(...cells), fc.integer({ min: 1, max: 3 }), values, ({ id, heading }, row, value) => {
      const read = readConventionTables(withCell(workbook, id, row, heading, value));
      if (!read.ok) expect(read.failure.code).toBe('badConvention');
      else expect(read.value).not.toBeNull();
    }),
    { numRuns: 300 },
  );
});
