/**
 * The tables of a convention, credits and codes aside: registers, closing dates, termination, credit years,
 * ceilings by nature; and the workbooks of the earlier version, which had none of it.
 */
import { contentOfConvention } from '../../../src/workbook/convention/convention-content';
import { planInitialise } from '../../../src/application/writing/initialise';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { CLAUSES, UNSAID } from '../../../src/domain/envelopes/terms';
import { parseArea, type CellValue } from '../../../src/workbook/cells';
import { readConventionTables } from '../../../src/workbook/convention/convention-tables';
import {
  CONVENTION_KEYS,
  keyOfClause,
  keyOfYear,
  TABLES,
  type ConventionKey,
  type TableId,
} from '../../../src/workbook/workbook-names';
import { OurTable } from '../../../src/workbook/registers/our-tables';
import { serialOfDate } from '../../../src/workbook/serials';
import { findTable, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan, emptyWorkbook } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { withoutTable } from '../../support/without-table';

/** A cell of one of our tables: its row from 1 (0 is the heading), its heading, what is typed there. */
type Edit = readonly [row: number, heading: string, value: CellValue];

/** The convention of 2023 that may have credits of 2024. */
const UNTIL_2024: Convention = { ...convention2023(), endsOn: isoDate('2024-12-31') };

function initialised(convention: Convention = convention2023()): WorkbookSnapshot {
  const plan = planInitialise(emptyWorkbook('Feuil1'), convention);
  if (!plan.ok) throw new Error(plan.failure.code);
  return applyPlan(emptyWorkbook('Feuil1'), plan.value);
}

/** A row below the last is added to the table, as Excel does when one types below it. */
function withCells(workbook: WorkbookSnapshot, id: TableId, ...edits: readonly Edit[]): WorkbookSnapshot {
  const table = findTable(workbook, TABLES[id]);
  if (!table) throw new Error(`no table ${id}`);
  const steps = edits.map(([row, heading, value]) => {
    const column = table.columns.indexOf(heading);
    if (column < 0) throw new Error(`no column ${heading}`);
    return {
      kind: 'setCells',
      sheet: table.sheet,
      top: table.area.top + row,
      left: table.area.left + column,
      cells: [[{ value }]],
    } as const;
  });
  const edited = applyPlan(workbook, { purpose: 'undo', expected: [], steps });
  const renamed = new Map(
    edits.flatMap(([row, heading, value]) => (row === 0 ? [[heading, String(value)] as const] : [])),
  );
  const columns = table.columns.map((heading) => renamed.get(heading) ?? heading);
  const area = { ...table.area, rows: Math.max(table.area.rows, ...edits.map(([row]) => row + 1)) };
  return {
    ...edited,
    tables: edited.tables.map((known) => (known.name === table.name ? { ...known, columns, area } : known)),
  };
}

/** The row of a key of `ENV_Convention`, from 1. */
function rowOfKey(workbook: WorkbookSnapshot, key: string): number {
  const row = OurTable.find(workbook, 'convention')
    ?.rows()
    .find((one) => one.table.text(one, 'key') === key);
  if (!row) throw new Error(`no key ${key}`);
  return row.index + 1;
}

function withKey(workbook: WorkbookSnapshot, key: ConventionKey, value: CellValue): WorkbookSnapshot {
  return withCells(workbook, 'convention', [rowOfKey(workbook, CONVENTION_KEYS[key]), 'Valeur', value]);
}

/** A key that we do not write, typed below the others. */
function withNewKey(workbook: WorkbookSnapshot, key: string, value: CellValue): WorkbookSnapshot {
  const row = findTable(workbook, TABLES.convention)?.area.rows ?? 0;
  return withCells(workbook, 'convention', [row, 'Clé', key], [row, 'Valeur', value]);
}

function read(workbook: WorkbookSnapshot): Convention {
  const result = readConventionTables(workbook);
  if (!result.ok || !result.value) throw new Error(JSON.stringify(result));
  return result.value;
}

const serial = (iso: string): number => serialOfDate(isoDate(iso), false) ?? NaN;

test('a workbook of the earlier version, without the new columns, keys and registers, reads as it did', () => {
  const columns: readonly (readonly [TableId, readonly string[]])[] = [
    ['envelopes', ['Part', 'Exercice', "Titre de l'annexe", 'En-tête du montant']],
    ['lines', ['AE', 'CP', 'Seuils', 'Exercice']],
    ['rap', ['Exercice']],
    ['imputations', ['Libellé']],
  ];
  const keys = [
    ...Object.values(CONVENTION_KEYS).slice(Object.keys(CONVENTION_KEYS).indexOf('otherYears')),
    CONVENTION_KEYS.replyUnit,
    ...CLAUSES.map(keyOfClause),
  ];
  let workbook = initialised();
  for (const [id, headings] of columns)
    workbook = withCells(workbook, id, ...headings.map((heading, at): Edit => [0, heading, `Remarque ${at}`]));
  for (const key of keys)
    workbook = withCells(
      workbook,
      'convention',
      ...['Clé', 'Valeur'].map((heading): Edit => {
        return [rowOfKey(workbook, key), heading, null];
      }),
    );
  const reply = rowOfKey(workbook, CONVENTION_KEYS.replyWorkingDays);
  workbook = withCells(workbook, 'convention', [reply, 'Clé', 'Délai de réponse (jours ouvrés)'], [reply, 'Valeur', 7]);
  for (const id of ['duties', 'requests', 'indicators', 'milestones'] as const)
    workbook = withoutTable(workbook, TABLES[id]);
  const { envelopes, ...base } = convention2023();
  expect(read(workbook)).toEqual({
    ...base,
    ...UNSAID,
    replyWorkingDays: 7,
    envelopes: envelopes.map((envelope) => ({ ...envelope, share: null, annex: { title: '', amountHeading: '' } })),
    imputation: base.imputation.map((rule) => ({ ...rule, label: '' })),
  });
});

describe('what a person types is understood', () => {
  test('an obligation, with its delay in words and its unit', () => {
    const typed: readonly Edit[] = [
      [1, 'Type', 'AVIS SUR LE SERVICE FAIT'],
      [1, 'Délai', '15'],
      [1, 'Unité', 'jours ouvrés'],
      [1, 'Échéance', '31/12/2023'],
      [1, 'Avis', 'avis simple'],
      [2, 'Délai', 'sans délai'],
    ];
    const [first, second] = read(withCells(initialised(), 'duties', ...typed)).duties;
    expect(first).toMatchObject({
      type: 'approvalOfService',
      delay: { count: 15, unit: 'working' },
      dueOn: isoDate('2023-12-31'),
      approval: 'simple',
    });
    expect(second?.delay).toBeNull();
  });

  test('a request with its dates, and one that is still open', () => {
    const typed: readonly Edit[] = [
      [1, 'Reçue le', serial('2023-05-02')],
      [1, 'Objet', 'Prévision'],
      [1, 'Répondue le', '10/05/2023'],
      [3, 'Reçue le', serial('2023-06-01')],
    ];
    expect(read(withCells(initialised(), 'requests', ...typed)).requests).toEqual([
      { index: 0, receivedOn: isoDate('2023-05-02'), subject: 'Prévision', answeredOn: isoDate('2023-05-10') },
      { index: 2, receivedOn: isoDate('2023-06-01'), subject: '', answeredOn: null },
    ]);
  });

  test('a request whose dates cannot be read refuses nothing, and its cells stay as they are typed', () => {
    const typed: readonly Edit[] = [
      [1, 'Reçue le', serial('2023-05-02')],
      [1, 'Objet', 'Prévision'],
      [1, 'Répondue le', 'oui'],
      [2, 'Reçue le', 'hier'],
    ];
    const convention = read(withCells(initialised(), 'requests', ...typed));
    expect(convention.requests).toEqual([
      {
        ...{ index: 0, receivedOn: isoDate('2023-05-02'), subject: 'Prévision', answeredOn: null },
        unread: { answeredOn: 'oui' },
      },
      { index: 1, receivedOn: null, subject: '', answeredOn: null, unread: { receivedOn: 'hier' } },
    ]);
    const written = contentOfConvention(convention, false).find(({ id }) => id === 'requests');
    expect(written?.rows.map((row) => row.map(({ value }) => value))).toEqual([
      [serial('2023-05-02'), 'Prévision', 'oui'],
      ['hier', null, null],
    ]);
  });

  test('a duty whose dates cannot be read refuses nothing, and its cells stay as they are typed', () => {
    const typed: readonly Edit[] = [
      [1, 'Fait le', 'oui'],
      [2, 'Échéance', 'fin mai'],
    ];
    const convention = read(withCells(initialised(), 'duties', ...typed));
    expect(convention.duties.slice(0, 2).map(({ dueOn, doneOn, unread }) => [dueOn, doneOn, unread])).toEqual([
      [null, null, [{ column: 'Fait le', raw: 'oui', expected: '' }]],
      [null, null, [{ column: 'Échéance', raw: 'fin mai', expected: '' }]],
    ]);
    const written = contentOfConvention(convention, false).find(({ id }) => id === 'duties');
    expect(written?.rows.slice(0, 2).map((row) => [row[4]?.value, row[5]?.value])).toEqual([
      [null, 'oui'],
      ['fin mai', null],
    ]);
  });

  test('closing dates, termination, delays', () => {
    let workbook = withKey(initialised(), 'closingPayment', '06/12/2023');
    workbook = withKey(withKey(workbook, 'terminationReceivedOn', serial('2023-09-15')), 'replyUnit', 'francs');
    expect(read(workbook)).toMatchObject({
      closing: { commitment: null, serviceCertified: null, payment: isoDate('2023-12-06') },
      termination: { sentOn: null, receivedOn: isoDate('2023-09-15') },
      replyUnit: 'clear',
    });
  });

  test.each`
    ae         | cp      | delegated | expected                   | why
    ${null}    | ${null} | ${2065}   | ${'delegated 2065.00'}     | ${'the delegated amount bounds both'}
    ${1000}    | ${null} | ${2065}   | ${'AE 1000.00, CP none'}   | ${'an empty cell is not zero'}
    ${null}    | ${0}    | ${2065}   | ${'AE none, CP 0.00'}      | ${'zero is not an empty cell'}
    ${1000}    | ${500}  | ${null}   | ${'AE 1000.00, CP 500.00'} | ${'the delegated amount may then be left out'}
    ${'aucun'} | ${null} | ${2065}   | ${'AE none, CP none'}      | ${'no ceiling, in words'}
    ${'Aucun'} | ${500}  | ${2065}   | ${'AE none, CP 500.00'}    | ${'in any case'}
  `(
    'a poste with AE $ae, CP $cp: $why',
    ({ ae, cp, delegated, expected }: { ae: CellValue; cp: CellValue; delegated: CellValue; expected: string }) => {
      const convention = read(
        withCells(initialised(), 'lines', [4, 'AE', ae], [4, 'CP', cp], [4, 'Montant délégué', delegated]),
      );
      const line = convention.envelopes[0]?.lines[3];
      const said = line?.ceilings
        ? (['AE', 'CP'] as const)
            .map((nature) => `${nature} ${line.ceilings?.[nature]?.amount.toDecimalString() ?? 'none'}`)
            .join(', ')
        : `delegated ${line?.delegated.toDecimalString() ?? ''}`;
      expect(said).toBe(expected);
    },
  );

  test('a second credit year: its rows name it, its ceilings have their own keys', () => {
    let workbook = withKey(initialised(UNTIL_2024), 'otherYears', 2024);
    workbook = withNewKey(withNewKey(workbook, keyOfYear('ae', 2024), 700000), 'plafond cp 2024', '650 000,00 €');
    workbook = withCells(workbook, 'envelopes', [3, 'Code', 'PDE'], [3, 'AE', 700000], [3, 'Exercice', 2024]);
    workbook = withCells(
      workbook,
      'lines',
      [7, 'Enveloppe', 'PDE'],
      [7, 'Poste', 'Prestations'],
      [7, 'Montant délégué', 1],
      [7, 'Exercice', '2024'],
    );
    workbook = withCells(workbook, 'rap', [1, 'EJ', '1500000001'], [1, 'Montant', 100], [1, 'Exercice', 2024]);
    const convention = read(workbook);
    expect(convention.envelopes).toEqual(convention2023().envelopes);
    expect(convention.rap).toEqual([]);
    const [year, ...others] = convention.otherYears;
    expect(others).toEqual([]);
    expect(year).toMatchObject({
      year: 2024,
      rap: [{ ej: '1500000001' }],
      ceilings: { AE: { mode: 'blocking' }, CP: { mode: 'blocking' } },
    });
    expect(year?.ceilings.CP?.amount.toDecimalString()).toBe('650000.00');
    expect(
      year?.envelopes.map(({ code, lines }) => [code, lines.map(({ index, label }) => `${index} ${label}`)]),
    ).toEqual([['PDE', ['6 Prestations']]]);
  });
});

test('an end that applies to nothing is written « aucun », and read back; an empty cell is everything', () => {
  expect(read(initialised({ ...convention2023(), endAppliesTo: [] })).endAppliesTo).toEqual([]);
  expect(read(withKey(initialised(), 'endAppliesTo', 'Aucun')).endAppliesTo).toEqual([]);
  expect(read(withKey(initialised(), 'endAppliesTo', null)).endAppliesTo).toHaveLength(3);
});

test.each`
  word             | every
  ${'mensuel'}     | ${'month'}
  ${'mensuelle'}   | ${'month'}
  ${'Trimestriel'} | ${'quarter'}
  ${'semestriel'}  | ${'halfYear'}
  ${'annuel'}      | ${'year'}
`('an obligation « $word »', ({ word, every }) => {
  expect(read(withCells(initialised(), 'duties', [1, 'Périodicité', String(word)])).duties[0]).toMatchObject({ every });
});

describe('a fungibility between any two envelopes', () => {
  const any = { from: null, to: null, nature: null, share: null, amount: null, article: 'art. 1.2' };

  test('is written as « * », since a blank row would be refused, and read back', () => {
    const workbook = initialised({ ...convention2023(), fungibility: [any, { ...any, nature: 'AE' }] });
    const rows = OurTable.find(workbook, 'fungibility')?.rows() ?? [];
    expect(rows.map((row) => [row.table.text(row, 'from'), row.table.text(row, 'to')])).toEqual([
      ['*', '*'],
      ['', ''],
    ]);
    expect(read(workbook).fungibility).toEqual([any, { ...any, nature: 'AE' }]);
  });

  test.each(['*', 'toutes', 'Toutes les enveloppes'])('« %s » is any envelope', (word) => {
    const typed = withCells(initialised(), 'fungibility', [1, 'De', word], [1, 'Vers', 'PDE'], [1, 'Part', '5 %']);
    expect(read(typed).fungibility).toMatchObject([{ from: null, to: 'PDE', share: 0.05 }]);
  });
});

interface Wrong {
  readonly table: TableId;
  readonly edits: readonly Edit[];
  readonly problem: string;
  readonly row: number;
}

test.each`
  table            | edits                                                                  | problem               | row
  ${'envelopes'}   | ${[[1, 'Part', 'la moitié']]}                                          | ${'numberUnreadable'} | ${1}
  ${'envelopes'}   | ${[[2, 'Exercice', 2024]]}                                             | ${'numberUnreadable'} | ${2}
  ${'envelopes'}   | ${[[3, 'Code', 'PDE'], [3, 'AE', 1]]}                                  | ${'nameRepeated'}     | ${3}
  ${'lines'}       | ${[[1, 'Seuils', '500']]}                                              | ${'numberUnreadable'} | ${1}
  ${'lines'}       | ${[[1, 'AE', 'beaucoup']]}                                             | ${'amountUnreadable'} | ${1}
  ${'lines'}       | ${[[1, 'Exercice', 'prochain']]}                                       | ${'numberUnreadable'} | ${1}
  ${'rap'}         | ${[[1, 'EJ', '1500000001'], [1, 'Montant', 1], [1, 'Exercice', 2022]]} | ${'numberUnreadable'} | ${1}
  ${'fungibility'} | ${[[1, 'Article', 'à demander à la DGEFP']]}                           | ${'valueMissing'}     | ${1}
  ${'fungibility'} | ${[[1, 'De', '*'], [2, 'Article', 'art. 1.2']]}                        | ${'valueMissing'}     | ${2}
`('a wrong cell of row $row of $table is named: $problem', ({ table, edits, problem, row }: Wrong) => {
  const result = readConventionTables(withCells(initialised(), table, ...edits));
  expect(result).toMatchObject({ ok: false, failure: { code: 'badConvention', table: TABLES[table], problem } });
  const cell = result.ok || result.failure.code !== 'badConvention' ? null : result.failure.cell;
  expect((parseArea(cell ?? '')?.top ?? 0) - 3).toBe(row);
});

test.each`
  key                    | value            | problem
  ${'otherYears'}        | ${'2024; 24'}    | ${'numberUnreadable'}
  ${'otherYears'}        | ${'2023'}        | ${'nameRepeated'}
  ${'otherYears'}        | ${'2024; 2024'}  | ${'nameRepeated'}
  ${'otherYears'}        | ${'2024'}        | ${'yearAfterEnd'}
  ${'replyUnit'}         | ${'semaines'}    | ${'wordUnknown'}
  ${'closingCommitment'} | ${'mi-novembre'} | ${'dateUnreadable'}
  ${'terminationSentOn'} | ${'bientôt'}     | ${'dateUnreadable'}
  ${'paymentDays'}       | ${'trente'}      | ${'numberUnreadable'}
`(
  '$key = $value is named: $problem',
  ({ key, value, problem }: { key: ConventionKey; value: string; problem: string }) => {
    const failure = { code: 'badConvention', table: 'ENV_Convention', problem, found: value };
    expect(readConventionTables(withKey(initialised(), key, value))).toMatchObject({ ok: false, failure });
  },
);

test('a ceiling over a programme that the convention does not have is refused at its cell, with the nearest', () => {
  const typed = (value: string) =>
    readConventionTables(
      withCells(initialised(), 'partCeilings', [1, 'Champ', 'programme'], [1, 'Valeur', value], [1, 'AE', 60_000]),
    );
  expect(typed('0103').ok).toBe(true);
  expect(typed('0130')).toMatchObject({
    ok: false,
    failure: { table: 'ENV_Plafonds', problem: 'partUnknown', found: '0130', expected: '0103' },
  });
});

test('a poste of a year in which its envelope has no credits is refused, not lost', () => {
  let workbook = withKey(initialised(UNTIL_2024), 'otherYears', 2024);
  workbook = withCells(workbook, 'lines', [2, 'Exercice', 2024]);
  expect(readConventionTables(workbook)).toMatchObject({
    ok: false,
    failure: { table: 'ENV_Postes', problem: 'envelopeUnknown' },
  });
});

describe('a heading that was renamed is refused at its cell', () => {
  const renamed = (id: TableId, heading: string, name: string, ...values: readonly CellValue[]): WorkbookSnapshot =>
    withCells(initialised(), id, ...values.map((value, at): Edit => [at + 1, heading, value]), [0, heading, name]);

  test.each`
    id                | heading          | name                     | values                  | problem
    ${'envelopes'}    | ${'dont RAP'}    | ${'RAP'}                 | ${[73_032]}             | ${'memberUnknown'}
    ${'envelopes'}    | ${'dont RAP'}    | ${'RAP 2022'}            | ${[73_032]}             | ${'memberUnknown'}
    ${'envelopes'}    | ${'dont RAP'}    | ${'Restes à payer'}      | ${['73 032 €']}         | ${'memberUnknown'}
    ${'envelopes'}    | ${'dont RAP'}    | ${'dont CP antérieurs'}  | ${[73_032]}             | ${'memberUnknown'}
    ${'envelopes'}    | ${'Seuils'}      | ${'Seuil'}               | ${['50 %']}             | ${'memberUnknown'}
    ${'envelopes'}    | ${'Exercice'}    | ${'Année'}               | ${[2023, 2023]}         | ${'memberUnknown'}
    ${'lines'}        | ${'Exercice'}    | ${'Exercice budgétaire'} | ${[2023]}               | ${'memberUnknown'}
    ${'lines'}        | ${'Mode'}        | ${'Modes'}               | ${['bloquant']}         | ${'memberUnknown'}
    ${'imputations'}  | ${'Au'}          | ${'Fin'}                 | ${['31/12/2023']}       | ${'memberUnknown'}
    ${'imputations'}  | ${'Enveloppe'}   | ${'Enveloppes'}          | ${['PDE']}              | ${'memberUnknown'}
    ${'lines'}        | ${'Mode'}        | ${'Mode du plafond'}     | ${['bloquant']}         | ${'memberUnknown'}
    ${'envelopes'}    | ${'Mode'}        | ${'Rigueur'}             | ${['Alerte; bloquant']} | ${'memberUnknown'}
    ${'envelopes'}    | ${'Seuils'}      | ${'Alerte'}              | ${['50 %; 80 %']}       | ${'memberUnknown'}
    ${'lines'}        | ${'Seuils'}      | ${'Alerte'}              | ${['80 %']}             | ${'memberUnknown'}
    ${'imputations'}  | ${'Enveloppe'}   | ${'Bénéficiaire'}        | ${['PDE', 'sf']}        | ${'memberUnknown'}
    ${'imputations'}  | ${'Enveloppe'}   | ${'Env.'}                | ${['PDE']}              | ${'memberUnknown'}
    ${'movements'}    | ${'Vers'}        | ${'Bénéficiaire'}        | ${['Signaux faibles']}  | ${'memberUnknown'}
    ${'movements'}    | ${'Poste (de)'}  | ${'Poste de départ'}     | ${['Prestations']}      | ${'memberUnknown'}
    ${'fungibility'}  | ${'Part'}        | ${'Plafond'}             | ${['5 %']}              | ${'columnMissing'}
    ${'partCeilings'} | ${'CP'}          | ${'Paiement'}            | ${[1_000]}              | ${'columnMissing'}
    ${'rap'}          | ${'Montant'}     | ${'Reste'}               | ${[1_000]}              | ${'columnMissing'}
    ${'duties'}       | ${'Périodicité'} | ${'Fréquence'}           | ${['Mensuel']}          | ${'memberUnknown'}
    ${'duties'}       | ${'Échéance'}    | ${'À faire avant le'}    | ${['31/12/2023']}       | ${'memberUnknown'}
    ${'requests'}     | ${'Reçue le'}    | ${'Arrivée'}             | ${['01/06/2023']}       | ${'memberUnknown'}
    ${'requests'}     | ${'Répondue le'} | ${'Répondu le'}          | ${['01/06/2023']}       | ${'memberUnknown'}
  `('$id: « $heading » as « $name »', ({ id, heading, name, values, problem }) => {
    const found = problem === 'memberUnknown' ? name : '';
    const result = readConventionTables(renamed(id as TableId, heading, name, ...values));
    expect(result).toMatchObject({ ok: false, failure: { table: TABLES[id as TableId], problem, found } });
  });

  test('a column of the team is left alone, and so is a renamed one that is empty', () => {
    const added = withCells(initialised(), 'envelopes', [0, 'Part', 'Remarques'], [1, 'Part', 'à revoir en juin']);
    expect(read(added).envelopes).toHaveLength(2);
    const others = [
      ['lines', 'Mode', 'Suivi', 'alerte de mai'],
      ['imputations', 'Libellé', 'Bénéficiaire', 'PDE'],
    ] as const;
    for (const [id, heading, name, value] of others)
      expect(read(renamed(id, heading, name, value)).envelopes).toHaveLength(2);
    expect(read(renamed('movements', 'Poste (de)', 'Poste de départ'))).toEqual(convention2023());
  });
});

describe('a key that nothing reads is refused at its cell', () => {
  const workbook = initialised();
  const typed = (key: CellValue, value: CellValue): WorkbookSnapshot => withNewKey(workbook, String(key ?? ''), value);
  const renamed = (key: ConventionKey, name: CellValue, value: CellValue = 45_000): WorkbookSnapshot => {
    const row = rowOfKey(workbook, CONVENTION_KEYS[key]);
    return withCells(workbook, 'convention', [row, 'Clé', name], [row, 'Valeur', value]);
  };
  const last = `Convention!A${(findTable(workbook, TABLES.convention)?.area.rows ?? 0) + 4}`;

  test.each`
    what                                 | workbook                                          | problem             | expected                          | at
    ${'renamed'}                         | ${renamed('paymentDays', 'Délai de paiment', 20)} | ${'memberUnknown'}  | ${CONVENTION_KEYS.paymentDays}    | ${/A\d+$/}
    ${'renamed, of a term that must be'} | ${renamed('endsOn', 'Date fin')}                  | ${'memberUnknown'}  | ${CONVENTION_KEYS.endsOn}         | ${/A\d+$/}
    ${'unknown'}                         | ${typed('Clôture des comptes', 45_000)}           | ${'memberUnknown'}  | ${''}                             | ${last}
    ${'near one that is not there'}      | ${typed('Date limite de paiment', 45_000)}        | ${'memberUnknown'}  | ${CONVENTION_KEYS.closingPayment} | ${last}
    ${'of a year that is not listed'}    | ${typed('Plafond AE 2025', 1_000)}                | ${'memberUnknown'}  | ${''}                             | ${last}
    ${'given twice'}                     | ${typed('date de FIN', 45_000)}                   | ${'memberRepeated'} | ${''}                             | ${last}
    ${'given by its earlier name too'}   | ${typed('Délai de réponse (jours ouvrés)', 7)}    | ${'memberRepeated'} | ${''}                             | ${last}
    ${'missing beside a value'}          | ${typed(null, 45_000)}                            | ${'valueMissing'}   | ${'Clé'}                          | ${last}
  `('$what', ({ workbook: edited, problem, expected, at }) => {
    const result = readConventionTables(edited as WorkbookSnapshot);
    expect(result).toMatchObject({ ok: false, failure: { table: 'ENV_Convention', problem, expected } });
    if (!result.ok && 'cell' in result.failure) expect(result.failure.cell).toMatch(at);
  });

  test('without a value it is left alone, and one given twice counts where it has a value', () => {
    expect(read(typed('Clôture des comptes', null))).toEqual(convention2023());
    expect(read(typed('Date de fin', null))).toEqual(convention2023());
    const row = rowOfKey(workbook, CONVENTION_KEYS.paymentDays);
    const blank = withCells(workbook, 'convention', [row, 'Valeur', null]);
    expect(read(withNewKey(blank, CONVENTION_KEYS.paymentDays, 20)).paymentDays).toBe(20);
  });
});

describe('« Exercice » left out', () => {
  test.each`
    signed          | end             | year
    ${'2022-12-13'} | ${'2023-12-31'} | ${2023}
    ${'2023-02-01'} | ${'2023-12-31'} | ${2023}
    ${'2022-12-13'} | ${'2024-03-31'} | ${'valueMissing'}
    ${'2022-10-31'} | ${'2023-12-31'} | ${'valueMissing'}
  `('signed on $signed, until $end: $year', ({ signed, end, year }: Record<string, string>) => {
    const rowOf = (key: ConventionKey): number => {
      const table = OurTable.find(initialised(), 'convention');
      const at = table?.rows().findIndex((row) => table.text(row, 'key') === CONVENTION_KEYS[key]) ?? -1;
      return at + 1;
    };
    const edited = withCells(
      initialised(),
      'convention',
      [rowOf('creditYear'), 'Valeur', null],
      [rowOf('signedOn'), 'Valeur', serialOfDate(isoDate(signed!), false)],
      [rowOf('endsOn'), 'Valeur', serialOfDate(isoDate(end!), false)],
    );
    const read = readConventionTables(edited);
    const found = read.ok ? read.value?.creditYear : 'problem' in read.failure ? read.failure.problem : null;
    expect(found).toBe(year);
  });
});

test('« Exercice » may come after the end where the end does not bound the payments', () => {
  const read = readConventionTables(
    initialised({ ...convention2023(), endAppliesTo: ['commitment'], creditYear: 2024 }),
  );
  expect(read.ok && read.value?.creditYear).toBe(2024);
});
