/** Rows of a ledger that are totals or balances, wherever their label is, and operations that only look like them. */
import fc from 'fast-check';
import { control } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../src/workbook/cells';
import { formulaKey, type WorkbookSnapshot } from '../../../../src/workbook/snapshot';
import { convention2023, conventionNamed } from '../../../support/conventions';
import { cellsOfLedger, ledgerWorkbook } from '../../../support/ledgers/ledger-workbook';

type Cells = readonly (readonly CellValue[])[];

const HEADINGS = 'Type | N° EJ | N° DP | Objet | Titulaire | Axe ministériel 2 | Poste | Date EJ | AE | Payé le | CP';
const OPERATIONS = [
  'EJ | 1405512301 | | Développement | Durand | PDE | Frais annexes | 15/02/2023 | 1000 | |',
  'EJ | 1405512302 | | Audit | Martin | Signaux Faibles | | 16/02/2023 | 2000 | |',
  'DP | 1405512301 | 100241599 | Facture | Durand | PDE | Frais annexes | | | 20/03/2023 | 600',
];

const cellsOf = (...rows: readonly string[]): Cells => cellsOfLedger([HEADINGS, ...rows].join('\n'));

function workbookWith(
  cells: Cells,
  formulas: Readonly<Record<number, Readonly<Record<number, string>>>> = {},
): WorkbookSnapshot {
  const workbook = ledgerWorkbook(convention2023(), cells, { isTable: false });
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const top = sheet.values.findIndex(([first]) => first === 'Type');
      if (top < 0) return sheet;
      const placed = Object.entries(formulas).flatMap(([row, byColumn]) =>
        Object.entries(byColumn).map(
          ([column, formula]) => [formulaKey(top + Number(row), Number(column)), formula] as const,
        ),
      );
      return { ...sheet, formulas: new Map([...sheet.formulas, ...placed]) };
    }),
  };
}

function opened(workbook: WorkbookSnapshot) {
  const dossier = openDossier(workbook);
  if (!dossier.ok) throw new Error(dossier.failure.code);
  return dossier.value;
}

/** The reading of the last row. */
function kindOfLast(row: string): string {
  const { ledger, ignored } = opened(workbookWith(cellsOf(...OPERATIONS, row)));
  if (ledger.rows.length === OPERATIONS.length + 1) return 'operation';
  return ignored.at(-1)?.reason ?? 'blank';
}

describe('a total, wherever its label is', () => {
  test.each([
    'Total | | | | | | | | 3000 | | 600',
    'TOTAUX | | | | | | | | 3000 | | 600',
    ' | | | Total PDE | | | | | 1000 | | 600',
    ' | | | | Durand Total | | | | 1000 | | 600',
    ' | | | | Durand – total | | | | 1000 | | 600',
    ' | | | | DURAND (Total) | | | | 1000 | | 600',
    ' | | | | Somme Durand | | | | 1000 | | 600',
    ' | | | | Σ Durand | | | | 1000 | | 600',
    ' | | | Audit Total | | | | | 2000 | |',
    ' | | | Σ | | | | | 3000 | | 600',
    ' | | | Brought forward | | | | | 3000 | | 600',
    ' | | | Carried forward to next page | | | | | 3000 | | 600',
    ' | | | Balance b/f | | | | | 3000 | | 600',
    ' | | | | | TOTAL PLACE DES ENTREPRISES | | | 1000 | | 600',
    ' | | | TOTAL | | PDE | | | 1000 | | 600',
    ' | | | Sous-total février | | | | 28/02/2023 | 3000 | |',
    ' | | | S/Total | | | | | 3000 | |',
    ' | | | | | | Total Frais annexes | | 1000 | | 600',
    ' | | | | Total | | | | 3000 | | 600',
    ' | | | Cumul au 31/03/2023 | | | | | 3000 | | 600',
    ' | | | Report 2022 | | | | | 3000 | | 600',
    ' | | | À reporter | | | | | 3000 | | 600',
    ' | | | Total général | | | | | 3000 | | 600',
    ' | | | Ensemble | | | | | 3000 | | 600',
    ' | | | PDE : total engagé | | | | | 1000 | |',
    'Résultat global | | | | | | | | 3000 | | 600',
    ' | 1405512301 | | Sous-total EJ 1405512301 | | | | | 1000 | | 600',
    ' | | | | | | | | 3000 | | 600',
    ' | | | | | | | | 3 000,00 € | |',
  ])('« %s »', (row) => {
    expect(kindOfLast(row)).toBe('total');
  });
});

describe('a balance sums no row', () => {
  test.each([
    ' | | | Reste | | | | | 497000 | | ',
    ' | | | Opening balance | | | | | 497000 | | ',
    ' | | | Reste à payer PDE | | | | | | | 400',
    ' | | | Disponible | | PDE | | | 499000 | | ',
    ' | | | Crédits ouverts | | | | | 600000 | | 673032',
    ' | | | Plafond de l’enveloppe PDE | | | | | 500000 | | 573032',
    ' | | | Solde | | | | | 497000 | | ',
    ' | | | | Reste disponible | | | | 497 000,05 € | | ',
    ' | | | Crédits ouverts | | PDE | | 01/01/2023 | 500000 | | ',
    ' | | | Dotation initiale 2023 | | | | 01/01/2023 | 600000 | | 673032',
    ' | | | Encore disponible | | PDE | | | 499000 | | ',
    ' | | | Il reste | | | | | 497000 | | ',
    ' | | | Il nous reste à engager | | | | | 497000 | | ',
    ' | | | AE libres | | | | | 497000 | | ',
    ' | | | CP encore disponibles | | | | | | | 672432',
    ' | | | Crédits non engagés | | PDE | | | 499000 | | ',
    ' | | | Non consommé | | PDE | | | 499000 | | ',
    ' | | | Marge de manœuvre | | | | | 497000 | | ',
    ' | | | Montant délégué | | | | | 600000 | | 673032',
    ' | | | Enveloppe PDE | | | | | 500000 | | ',
    ' | | | Convention 2023 | | | | | 600000 | | 673032',
    ' | | | Nous reste | | | | | 497000 | | ',
    ' | | | Ce qu’il nous reste à engager | | | | | 497000 | | ',
    ' | | | Reste à engager avant la fin de l’année | | | | | 497000 | | ',
    ' | | | On peut encore engager | | PDE | | | 499000 | | ',
    ' | | | Capacité restante | | PDE | | | 499000 | | ',
    ' | | | Disponibilités | | PDE | | | 499000 | | ',
    ' | | | AE ouvertes | | | | | 600000 | | ',
    ' | | | AE 2023 notifiées | | | | | 600000 | | ',
    ' | | | Montant accordé | | PDE | | | 500000 | | 573032',
    ' | | | Montant maximum | | PDE | | | 500000 | | 573032',
    ...['AE restant à engager', 'Enveloppe 2023', 'Crédits de la DGEFP']
      .concat('Montant de l’enveloppe', 'Convention DGEFP', 'Budget DGEFP')
      .map((label) => ` | | | ${label} | | | | | 600000 | | `),
  ])('« %s »', (row) => {
    expect(kindOfLast(row)).toBe('balance');
  });
});

describe('an operation that only looks like a total', () => {
  test.each([
    ['an EJ number', ' | 1405512303 | | Total | | PDE | | 15/02/2023 | 12 | |'],
    ['a supplier', ' | | | Solde de tout compte marché X | Durand | PDE | | | | | 12'],
    ['a supplier whose name begins with Total', ' | | | Électricité | TOTAL ENERGIES SE | PDE | | | 12 | |'],
    ['a DP number', ' | | 100241600 | Total | | PDE | | | | | 12'],
    ['a word of its own', ' | | | Cumulus | | PDE | | | 12 | |'],
    ['a date, under a label with words of its own', ' | | | Total marché de nettoyage | | PDE | | 15/02/2023 | 12 | |'],
    ['an EJ number and dates', ' | 1405512304 | | Restes à réaliser | Durand | PDE | | 15/02/2023 | 12 | |'],
    ['amounts alone that sum no rows', ' | | | | | | | | 3001 | | 600'],
    ['amounts alone, one of which sums no rows', ' | | | | | | | | 3000 | | 601'],
    ['the sum of the rows above, and an envelope', ' | | | | | PDE | | | 3000 | |'],
    ['a payment date under « Crédits »', ' | | | Crédits | | PDE | | | | 20/03/2023 | 12'],
    ['a payment date', ' | | | Solde | | PDE | | | | 20/03/2023 | 12'],
    ['an object of its own', ' | | | Solde du marché de nettoyage | | PDE | | | 12 | |'],
    ['the state of its EJ, under any heading', ' | | | Soldé | | PDE | | | | | 12'],
    ['software that is free', ' | | | Logiciel libre | | PDE | | | 12 | |'],
    ['envelopes of paper', ' | | | Enveloppes | | PDE | | | 12 | |'],
    ['a convention with somebody', ' | | | Convention | | PDE | | | 12 | |'],
    ['the state of its EJ as its object', ' | | | Non engagé | | PDE | | | 12 | |'],
    ['what is left, with a supplier', ' | | | AE libres | Durand | PDE | | | 12 | |'],
    ['an operation that gives back what is left', 'Retrait | | | AE non consommées | | PDE | | | -12 | |'],
    ['so, of any rest', 'Retrait | | | Reste disponible | | PDE | | | -12 | |'],
    ['so, of credits', 'Retrait | | | Crédits non consommés | | PDE | | | -12 | |'],
    ['so, by its sign on a day', ' | | | AE non consommées | | PDE | | 15/12/2023 | -12 | |'],
    ['an invoice more', ' | | | Encore une facture | | | | | 12 | |'],
    ['invoices that are left', ' | | | Il reste 2 factures à payer | | | | | 12 | |'],
    ['what is due on a contract', ' | | | Montant restant dû | | PDE | | | 12 | |'],
    ['an EJ without a day', ' | 1405512305 | | AE initiales | | PDE | | | 12 | |'],
    ['the name of software, with a supplier', ' | | | Engageable | Durand | PDE | | | 12 | |'],
    ['words of a rest that are bought on a day', ' | | | Disponibilités | | PDE | | 15/02/2023 | 12 | |'],
    ['a capacity of something', ' | | | Capacité de stockage | | PDE | | | 12 | |'],
    ['what is left to do', ' | | | Reste à engager un prestataire | | PDE | | | 12 | |'],
    ['a rest of a contract', ' | | | AE restantes marché 2 | | PDE | | | 12 | |'],
    ['a convention of its own number, on a day', ' | | | Convention n° 2 | | | | 15/02/2023 | 12 | |'],
    ['the words of a rest, on a day', ' | | | Montant délégué | | | | 15/02/2023 | 12 | |'],
    ['the words of a rest, beside a poste', ' | | | AE libres | | PDE | Frais annexes | | 12 | |'],
    ['the words of a rest, of an EJ to come', ' | à venir | | AE libres | | PDE | | | 12 | |'],
    ['words of what is not committed, beside an envelope', ' | | | À engager | | PDE | | | 12 | |'],
    ['words of what is not committed, alone', ' | | | À engager | | | | | 12 | |'],
    ['a grant, alone', ' | | | Subvention DGEFP | | | | | 12 | |'],
    ['words of what is not committed, of an EJ to come', ' | à venir | | À engager | | | | | 12 | |'],
    ['a grant, which may be paid', ' | | | Subvention | | | | | 12 | |'],
    ['a grant to somebody', ' | | | Subvention DGEFP | Durand | | | | 12 | |'],
    ['a budget of something', ' | | | Enveloppe 2023 du laboratoire | | | | | 12 | |'],
    ['the word in its status or its kind', 'Solde | | | Nettoyage | | PDE | | | 12 | |'],
  ])('%s', (_, row) => {
    expect(kindOfLast(row)).toBe('operation');
  });
});

describe('a formula that takes the sum of the rows from something', () => {
  const AE = 8;
  /** The headings are on row 3 of the sheet. */
  const placed = (formula: string): string => formula.replaceAll(/I(\d)/g, (_, row: string) => `I${Number(row) + 2}`);
  /** How the row is read of which the AE has this formula, row 4 of a table below two operations and their total. */
  function readAs(row: string, formula: string, ...below: readonly string[]): string {
    const [one = '', two = ''] = OPERATIONS;
    const rows = [one, two, ' | | | Total | | | | | 3000 | |', row, ...below];
    const { ledger, ignored } = opened(
      workbookWith(cellsOf(...rows), { 3: { [AE]: placed('=SUM(I2:I3)') }, 4: { [AE]: placed(formula) } }),
    );
    const operations = OPERATIONS.length - 1 + below.length;
    if (ledger.rows.length > operations) return 'operation';
    return ignored.at(-1)?.reason ?? 'blank';
  }

  test.each([
    ['a number less the sum', '=500000-SUM(I2:I3)'],
    ['a cell of another sheet less the sum', '=Convention!B2-SUM(I2:I3)'],
    ['a number less the cell of the total', '=500000-I4'],
    ['a number less each cell', '=500000-I2-I3'],
    ['a number less the cells added', '=500000-(I2+I3)'],
    ['a cell of another column less each cell', '=B1-I2-I3'],
  ])('%s is what is left, whatever its words', (_, formula) => {
    expect(readAs(' | | | Ce qui peut encore partir | | | | | 497000 | |', formula)).toBe('balance');
  });

  test.each([
    ['a last tranche', ' | | | Tranche 3 | | PDE | | | 497000 | |', []],
    ['a rest beside a poste', ' | | | Reste à faire | | PDE | Frais annexes | | 497000 | |', []],
    ['an order of its own', ' | 1405512303 | | Complément | Durand | PDE | | 15/02/2023 | 497000 | |', []],
    ['a supplier', ' | | | Complément | Durand | PDE | | | 497000 | |', []],
    [
      'an object, above a later order',
      ' | | | Complément | | PDE | | | 497000 | |',
      [' | 1405512304 | | Achat | Durand | PDE | | 15/02/2023 | 12 | |'],
    ],
  ])('%s: an operation', (_, row, below) => {
    expect(readAs(row, '=500000-SUM(I2:I3)', ...below)).toBe('operation');
    expect(readAs(row, '=500000-I2-I3', ...below)).toBe('operation');
  });
});

test.each(['Montant notifié', 'Disponibilités', 'AE initiales', 'Maximum', 'Montant accordé'])(
  '« %s » above an operation is one',
  (label) => {
    const [one = '', two = ''] = OPERATIONS;
    const row = ` | | | ${label} | | PDE | | | 12 | |`;
    expect(opened(workbookWith(cellsOf(one, row, two))).ledger.rows).toHaveLength(3);
  },
);

test('a contract less one order is no rest', () => {
  const [one = ''] = OPERATIONS;
  const rest = ' | | | Complément | | PDE | | | 2000 | |';
  const { ledger } = opened(workbookWith(cellsOf(one, rest), { 1: { 8: '=3000-I4' } }));
  expect(ledger.rows).toHaveLength(2);
});

test('a typed total without a word covers the rows since the last total, and is compared with them', () => {
  const [one = '', two = ''] = OPERATIONS;
  const bare = (ae: number): string => ` | | | | | | | | ${ae} | |`;
  const { rows, totals } = opened(workbookWith(cellsOf(one, two, bare(3000), two, two, bare(4000), bare(7000)))).ledger;
  const [first] = rows;
  const seen = totals.map((total) => ({ ae: total.ae, from: total.firstCovered - (first?.key ?? 0) }));
  expect(rows).toHaveLength(4);
  expect(seen).toMatchObject([
    { ae: { cents: 300_000 }, from: 0 },
    { ae: { cents: 400_000 }, from: 3 },
    { ae: { cents: 700_000 }, from: 0 },
  ]);
});

describe('a summary by envelope, without a word, at the foot', () => {
  const sumOf = (envelope: string, ae: number): string => ` | | | | | ${envelope} | | | ${ae} | |`;
  const [one = '', two = ''] = OPERATIONS;
  const totalsOf = (...rows: readonly string[]): readonly unknown[] => {
    const { rows: read, totals } = opened(workbookWith(cellsOf(...rows))).ledger;
    return [
      read.length,
      ...totals.map(({ ae, names }) => `${names.join()} ${ae.kind === 'amount' ? ae.cents / 100 : ''}`),
    ];
  };

  test.each([
    ['after a blank row, one of them right', ' | | | | | | | | | |'],
    ['under a title', 'Récapitulatif | | | | | | | | | |'],
  ])('%s: totals of their envelopes, right or wrong', (_, above) => {
    expect(totalsOf(one, two, above, sumOf('PDE', 1000), sumOf('Signaux Faibles', 2500))).toEqual([
      2,
      'PDE 1000',
      'Signaux Faibles 2500',
    ]);
  });

  test.each<readonly [string, readonly string[]]>([
    ['right below an operation', [one, two, sumOf('PDE', 1000), sumOf('Signaux Faibles', 2000)]],
    [
      'new orders, under their title',
      [one, two, 'À numéroter | | | | | | | | | |', sumOf('PDE', 7000), sumOf('Signaux Faibles', 500)],
    ],
    ['one envelope alone', [one, two, ' | | | | | | | | | |', sumOf('PDE', 1000)]],
    ['one envelope twice', [one, two, ' | | | | | | | | | |', sumOf('PDE', 400), sumOf('PDE', 600)]],
  ])('%s: operations', (_, rows) => {
    const amounts = rows.filter((row) => /\d/.test(row)).length;
    expect(totalsOf(...rows)).toEqual([amounts]);
  });
});

describe('running totals typed in the column of amounts', () => {
  const order = (ej: number, ae: number): string =>
    ` | 140551230${ej} | | Achat | Durand | PDE | Frais annexes | 15/02/2023 | ${ae} | |`;
  const sum = (ae: number, label = ''): string => ` | | | ${label} | | | | | ${ae} | |`;

  /** The sum of the AE of the operations, those of the totals, and what DON-05 finds of them. */
  function read(
    ...rows: readonly string[]
  ): readonly [ae: number, totals: readonly number[], found: readonly string[]] {
    const dossier = opened(workbookWith(cellsOf(...rows)));
    const euros = ({ ae }: { readonly ae: { readonly kind: string; readonly cents?: number } }): number =>
      (ae.cents ?? 0) / 100;
    const { findings } = control(dossier, isoDate('2023-12-31'));
    const found = findings.filter(({ rule }) => rule === 'DON-05').map(({ severity }) => severity);
    const { ledger } = dossier;
    return [ledger.rows.reduce((all, row) => all + euros(row), 0), ledger.totals.map(euros), found];
  }

  test('after each operation, the first of which is the sum of one row', () => {
    const rows = [order(1, 100), sum(100), order(2, 200), sum(300), order(3, 50.05), sum(350.05)];
    expect(read(...rows)).toEqual([350.05, [100, 300, 350.05], ['info', 'info', 'info']]);
  });

  test('a sum of one row counts once a total below leaves it out, with or without a word', () => {
    const [one, two] = [order(1, 100), order(2, 200)];
    expect(read(one, sum(100), two, sum(300, 'TOTAL'))[0]).toBe(300);
    expect(read(one, two, sum(300), order(3, 70), sum(70), sum(370))[0]).toBe(370);
    expect(read(one, sum(100), two)).toEqual([400, [], []]);
    expect(read(one, sum(100), two, sum(300.01))[0]).toBe(700.01);
    expect(read(one, sum(100), two, sum(400))).toEqual([400, [400], ['info']]);
  });

  test.each([
    ['Fin mars', 'Fin juin'],
    ['Mars 2023', 'Avril 2023'],
    ['T1', 'T2'],
    ['Situation au 31/03', 'Situation au 30/06/2023'],
  ])('beside « %s » and « %s »', (first, second) => {
    const rows = [order(1, 100), order(2, 200), sum(300, first), order(3, 50), sum(350, second)];
    expect(read(...rows)).toEqual([350, [300, 350], ['info', 'info']]);
  });

  test('the sum of all the rows, typed above them', () => {
    expect(read(sum(300), order(1, 100), order(2, 200))).toEqual([300, [300], ['info']]);
    expect(read(sum(350), order(1, 100), order(2, 200), sum(300), order(3, 50))[0]).toBe(350);
    expect(read(sum(300.01), order(1, 100), order(2, 200))).toEqual([600.01, [], []]);
    expect(read(sum(100), order(1, 100))[0]).toBe(200);
  });

  const dated = (ae: number, day: string, label = '', envelope = ''): string =>
    ` | | | ${label} | | ${envelope} | | ${day} | ${ae} | |`;

  test.each([
    ['alone', '', ''],
    ['beside a period', 'Fin mars', ''],
    ['beside an envelope', '', 'PDE'],
    ['beside both', 'Arrêté de mars', 'PDE'],
  ])('on their own day, %s', (_, label, envelope) => {
    const rows = [order(1, 100), order(2, 200), dated(300, '31/03/2023', label, envelope), order(3, 50)];
    expect(read(...rows)).toEqual([350, [300], ['info']]);
    expect(read(...rows, dated(350, '30/04/2023', label, envelope))).toEqual([350, [300, 350], ['info', 'info']]);
  });

  test('after each operation, on their own day', () => {
    const rows = [order(1, 100), dated(100, '31/01/2023'), order(2, 200), dated(300, '28/02/2023')];
    expect(read(...rows)[0]).toBe(300);
  });

  test('named in the column of the EJ, whose short words may be numbers of its own', () => {
    const named = (ae: number, label: string): string => ` | ${label} | | | | | | | ${ae} | |`;
    const rows = (first: string, second: string): readonly string[] => [
      ...[order(1, 100), order(2, 200), named(300, first)],
      ...[order(3, 50), named(350, second)],
    ];
    expect(read(...rows('Fin mars', 'Fin juin'))[0]).toBe(350);
    expect(read(...rows('T1', 'T2'))[0]).toBe(1000);
    expect(read(...rows('23-01', '23-02'))[0]).toBe(1000);
  });

  test.each<[string, string[], number]>([
    ['months, one of which sums nothing', [sum(300, 'Mars'), order(3, 50), sum(340, 'Avril')], 990],
    ['one month alone', [sum(300, 'Mars')], 600],
    ['words of a purchase', [sum(300, 'Loyer mars')], 600],
    ['an envelope', [' | | | Fin mars | | PDE | | | 300 | |'], 600],
    ['days, one of which sums nothing', [dated(300, '31/03/2023'), dated(340, '30/04/2023')], 940],
    ['a day and words of a purchase', [dated(300, '31/03/2023', 'Loyer')], 600],
    ['a day and a supplier', [' | | | | Durand | | | 31/03/2023 | 300 | |'], 600],
    ['an EJ', [' | 1405512309 | | Fin mars | | | | | 300 | |'], 600],
    ['another sum, by one cent', [sum(300.01, 'Fin mars')], 600.01],
  ])('%s: operations, however equal their amounts', (_, rows, ae) => {
    expect(read(order(1, 100), order(2, 200), ...rows)[0]).toBe(ae);
  });
});

describe('formulas of the sheet', () => {
  const [AE, CP] = [8, 10];
  const last = OPERATIONS.length + 1;
  const read = (row: string, formulas: Readonly<Record<number, string>>) =>
    opened(workbookWith(cellsOf(...OPERATIONS, row), { [last]: formulas })).ledger;

  test.each(['=SUM(I4:I6)', '=SUBTOTAL(9,I4:I6)', '=+SUM($I$4:$I$6)', '=SUMIFS(I4:I6,F4:F6,"PDE")', '=I4+I5'])(
    '%s is a total, without any label',
    (formula) => {
      const { rows, totals } = read(' | | | | | | | | 3000 | |', { [AE]: formula });
      expect([rows.length, totals.length]).toEqual([3, 1]);
    },
  );

  test.each(['=I4*1.2', '=-I4', '=SUM(K4:K6)', '=SUM(Autre!I4:I6)', '=SUM(I4:I9)', '=1500+1500'])(
    '%s is an operation',
    (formula) => {
      const { rows, totals } = read(' | | | Achat | Durand | PDE | | | 3000 | |', { [AE]: formula });
      expect([rows.length, totals.length]).toEqual([4, 0]);
    },
  );

  test.each(['=I4+I5', '=SUM(I4:I6)'])(
    '%s on the row of an EJ that they do not bear is the amount of this EJ',
    (formula) => {
      const { rows, totals } = read('EJ | 1405512399 | | Achat | Durand | PDE | | 15/02/2023 | 3000 | |', {
        [AE]: formula,
      });
      expect([rows.length, rows.at(-1)?.ae, totals.length]).toMatchObject([4, { cents: 300_000 }, 0]);
    },
  );

  test('an EJ whose payments are summed on its own row keeps its AE; the sum of payments is a total', () => {
    const { rows, totals } = read('EJ | 1405512303 | | Achat | Durand | PDE | | 15/02/2023 | 3000 | | 600', {
      [CP]: '=SUM(K4:K6)',
    });
    expect(rows.at(-1)).toMatchObject({ ae: { cents: 300_000 }, cp: { kind: 'absent' } });
    expect(totals).toMatchObject([{ ae: { kind: 'absent' }, cp: { cents: 60_000 } }]);
  });
});

test('each covers the rows since the previous total of its rank or of a higher one', () => {
  const [one = ''] = OPERATIONS;
  const total = (label: string): string => `${label} | | | | | | | | 1 | |`;
  const rows = [one, total('Sous-total'), one, total('Sous-total'), total('Total'), one, total('Sous-total')];
  const all = [...rows, total('Total'), total('Total général'), total('Cumul')];
  const { totals, headings } = opened(workbookWith(cellsOf(...all))).ledger;
  const [{ row: top } = { row: 0 }] = headings;
  expect(totals.map(({ label, firstCovered }) => `${label} ${firstCovered - top}`)).toEqual([
    'Sous-total 1',
    'Sous-total 3',
    'Total 1',
    'Sous-total 6',
    'Total 6',
    'Total général 1',
    'Cumul 1',
  ]);
});

test('a poste whose name has a word of totals is no total: « Paiements aux résultats »', () => {
  const convention = conventionNamed('dgefp-dgtresor-cis');
  const cells = cellsOf('EJ | | | Contrat | | P305 | Paiements aux résultats | | 256.16 | |');
  const dossier = openDossier(ledgerWorkbook(convention, cells, { isTable: false }));
  expect(dossier.ok && [dossier.value.ledger.rows.length, dossier.value.ignored]).toEqual([1, []]);
});

test('a total in words, right under the headings, is a total that nothing can read, and no heading', () => {
  const { ledger, ignored } = opened(
    workbookWith(cellsOf(' | TOTAL GÉNÉRAL | | | | | | | voir annexe | |', ...OPERATIONS)),
  );
  expect(ledger.rows).toHaveLength(OPERATIONS.length);
  expect(ignored.map(({ reason }) => reason)).toEqual(['total']);
});

describe('laws', () => {
  const AS_OF = isoDate('2023-12-31');
  const judged = (rows: readonly string[]) => {
    const report = control(opened(workbookWith(cellsOf(...rows))), AS_OF);
    const figures = ['PDE', 'SF'].map((envelope) => [
      report.balances.figures({ envelope, line: null }, 'AE'),
      report.balances.figures({ envelope, line: null }, 'CP'),
      report.balances.outstanding(envelope),
    ]);
    return { figures, faults: report.findings.filter(({ severity }) => severity !== 'info') };
  };
  /** A right total of the rows above, with its label in one of the columns of texts. */
  const totalAt = (column: number, label: string): string => {
    const cells = [...Array<string>(8).fill(''), '3000', '', '600'];
    return cells.map((cell, at) => (at === column ? label : cell)).join(' | ');
  };

  test('moving the label of a total to another column changes nothing; removing it changes no figure', () => {
    const without = judged(OPERATIONS);
    const columns = fc.constantFrom(0, 3, 4, 5, 6);
    const labels = fc.constantFrom('Total', 'TOTAL GÉNÉRAL', 'Sous-total', 'Cumul', 'Totaux', 'À reporter', 'Ensemble');
    fc.assert(
      fc.property(columns, labels, (column, label) => {
        const given = judged([...OPERATIONS, totalAt(column, label)]);
        expect(given.figures).toEqual(without.figures);
        expect(given.faults.length).toBe(without.faults.length);
      }),
    );
  });
});
