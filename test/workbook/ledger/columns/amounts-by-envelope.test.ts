/** Amounts of several envelopes side by side on the rows of one EJ: each is counted on its envelope, and none twice. */
import type { Dossier } from '../../../../src/application/dossier';
import { openDossier } from '../../../../src/application/open-dossier';
import { planNewRow } from '../../../../src/application/writing/new-row';
import type { AmountReading } from '../../../../src/domain/envelopes/ledger';
import type { CellValue } from '../../../../src/workbook/cells';
import { rowNumber } from '../../../../src/workbook/ledger/ledger-source';
import { LedgerReader, readLedger } from '../../../../src/workbook/ledger/read-ledger';
import { valueAt, type WorkbookSnapshot } from '../../../../src/workbook/snapshot';
import { applyPlan } from '../../../support/apply-plan';
import { convention2023 } from '../../../support/conventions';
import { judged } from '../../../support/ledgers/judged';
import { workbookOf } from '../../../support/ledgers/workbook-of';

/** Cells by lines of text, « a | b »; numbers are numbers. */
function cells(text: string): readonly (readonly CellValue[])[] {
  const lines = text.trim().split('\n');
  const width = Math.max(...lines.map((line) => line.split('|').length));
  return lines.map((line) => {
    const values = line.split('|').map((cell): CellValue => {
      const word = cell.trim();
      return word === '' ? null : /^-?\d+$/.test(word) ? Number(word) : word;
    });
    return [...values, ...Array<null>(width - values.length).fill(null)];
  });
}

const bookOf = (text: string) => workbookOf({ name: 'Suivi', rows: cells(text) });
const amountOf = (reading: AmountReading): string =>
  reading.kind === 'amount' ? String(reading.cents / 100) : reading.kind === 'absent' ? '' : 'illegible';

function dossierOf(workbook: WorkbookSnapshot): Dossier {
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

/** « 2 PDE 10000 4000 »: the row of the sheet, the envelope, the AE and the CP; « noLedger » where none is read. */
function read(text: string): readonly string[] {
  const opened = openDossier(bookOf(text), { convention: convention2023() });
  if (!opened.ok) return [opened.failure.code];
  const { ledger, blocks } = opened.value;
  return ledger.rows
    .map((row) => ({ row, code: row.imputation.ministerialAxis2 }))
    .map(({ row, code }) => {
      const name =
        code.kind === 'absent'
          ? '-'
          : code.raw.startsWith('Place')
            ? 'PDE'
            : code.raw.startsWith('Sig')
              ? 'SF'
              : code.raw;
      return [rowNumber(row.key), name, amountOf(row.ae), amountOf(row.cp)].join(' ').trim();
    })
    .concat(blocks.length === 0 ? ['no block'] : []);
}

const BOTH = ['2 PDE 10000 4000', '4 PDE 20000', '3 SF 8000 1000'];
const UNDER_TITLES = ['3 PDE 10000 4000', '5 PDE 20000', '4 SF 8000 1000'];

test.each`
  kept                                                 | headings
  ${'by the name after the amount'}                    | ${'AE PDE | CP PDE | AE SF | CP SF'}
  ${'before it'}                                       | ${'PDE - AE | PDE - CP | SF - AE | SF - CP'}
  ${'in parentheses, with the unit'}                   | ${'Montant AE (PDE) en € | CP payés (PDE) | Montant AE (SF) en € | CP payés (SF)'}
  ${'by the whole name of one, the code of the other'} | ${'AE Place des entreprises | CP Place des entreprises | AE SF | CP SF'}
  ${'as initials'}                                     | ${'A.E. PDE | C.P. PDE | A.E. SF | C.P. SF'}
`('an amount is of the envelope that its heading names, $kept', ({ headings }: { headings: string }) => {
  expect(
    read(`
      N° EJ      | Objet   | Date d'engagement | Date de paiement | ${headings}
      1405700001 | Étude   | 44986 | 45058 | 10000 | 4000 |      |
      1405700003 | Audit   | 45019 | 45121 |       |      | 8000 | 1000
      1405700002 | Mission | 45018 |       | 20000 |      |      |`),
  ).toEqual(BOTH);
});

test.each`
  kept                             | titles                                         | headings
  ${'repeated over each'}          | ${'PDE | PDE | SF | SF'}                       | ${'AE | CP | AE | CP'}
  ${'over the first of each'}      | ${'PDE |  | SF |'}                             | ${'AE | CP | AE | CP'}
  ${'the other way round'}         | ${'Engagements (AE) |  | Paiements (CP) |'}    | ${'PDE | SF | PDE | SF'}
  ${'with the word « enveloppe »'} | ${'Enveloppe PDE |  | Signaux Faibles (SF) |'} | ${'AE | CP | AE | CP'}
`('or that the title over it names, $kept', ({ titles, headings }: { titles: string; headings: string }) => {
  const isTurned = headings.startsWith('PDE');
  const row = (pde: [string, string], sf: [string, string]): string =>
    (isTurned ? [pde[0], sf[0], pde[1], sf[1]] : [...pde, ...sf]).join(' | ');
  expect(
    read(`
                 |         |                   | ${titles}
      N° EJ      | Objet   | Date d'engagement | ${headings} | Date de paiement
      1405700001 | Étude   | 44986 | ${row(['10000', '4000'], ['', ''])} | 45058
      1405700003 | Audit   | 45019 | ${row(['', ''], ['8000', '1000'])} | 45121
      1405700002 | Mission | 45018 | ${row(['20000', ''], ['', ''])} |`),
  ).toEqual(UNDER_TITLES);
});

test.each`
  amounts                           | headings                          | cells                  | found
  ${'« Montant » of each'}          | ${'Montant PDE | Montant SF'}     | ${'9000 | 800'}        | ${['2 PDE 9000', '2 SF 800']}
  ${'under their names alone'}      | ${'PDE | SF'}                     | ${'9000 | 800'}        | ${['2 PDE 9000', '2 SF 800']}
  ${'beside their total'}           | ${'PDE | SF | Total'}             | ${'9000 | 800 | 9800'} | ${['2 PDE 9000', '2 SF 800']}
  ${'that crosses choose'}          | ${'Montant AE | PDE | SF'}        | ${'9000 | X |'}        | ${['2 - 9000']}
  ${'whose parts follow the whole'} | ${'Montant | dont PDE | dont SF'} | ${'9000 | 9000 |'}     | ${['2 - 9000']}
`(
  'amounts without a nature, $amounts: $found',
  ({ headings, cells: row, found }: Record<'headings' | 'cells', string> & { found: readonly string[] }) => {
    expect(
      read(`
      N° EJ      | Objet | Date d'engagement | ${headings}
      1405700001 | Étude | 44986             | ${row}`),
    ).toEqual(found);
  },
);

test('on a sheet of payments, they are paid', () => {
  const rows = cells(`
    N° DP      | N° EJ      | Objet | Date de paiement | PDE  | SF
    5000000001 | 1405700001 | Étude | 45017            | 8000 |
    5000000002 | 1405700003 | Audit | 45017            |      | 900`);
  const { ledger } = dossierOf(workbookOf({ name: 'Paiements', rows }));
  expect(ledger.rows.map(({ ae, cp }) => [amountOf(ae), amountOf(cp)])).toEqual([
    ['', '8000'],
    ['', '900'],
  ]);
});

test('where the envelope comes from is reported, once for each', () => {
  const text = `
    N° EJ      | Objet | Date d'engagement | AE PDE | AE SF
    1405700001 | Étude | 44986             | 10000  |
    1405700003 | Audit | 45019             |        | 8000`;
  expect(judged(cells(text)).sentencesOf('LEC-07')).toEqual([
    expect.stringMatching(/^1\sligne\s: Place des entreprises, d’après l’en-tête «\sAE PDE\s» de leurs montants/),
    expect.stringMatching(/^1\sligne\s: Signaux Faibles, d’après l’en-tête «\sAE SF\s»/),
  ]);
});

test('the days of each envelope, beside its amounts, are those of its own part of the row', () => {
  const text = `
               |        | PDE     |       |                  |      | SF      |       |                  |
    N° EJ      | Titulaire | Date EJ | AE    | Date de paiement | CP   | Date EJ | AE    | Date de paiement | CP
    1405700001 | ALPHA  | 44986   | 10000 | 45058            | 4000 |         |       |                  |
    1405700002 | BETA   |         |       |                  |      | 45018   | 20000 | 45090            | 7000`;
  expect(read(text)).toEqual(['3 PDE 10000 4000', '4 SF 20000 7000']);
  expect(judged(cells(text)).found.filter((one) => !one.startsWith('LEC-07'))).toEqual([]);
});

test.each`
  why                                                               | headings                           | row
  ${'an amount of none of them, which may be their sum or another'} | ${'AE | AE PDE | AE SF'}           | ${'12000 | 10000 |'}
  ${'a column that names the envelope of each row'}                 | ${'Enveloppe | AE PDE | AE SF'}    | ${'SF | 10000 |'}
  ${'one envelope alone'}                                           | ${'AE PDE | Reste PDE | Reste SF'} | ${'10000 | 2000 | 3000'}
  ${'one heading twice'}                                            | ${'AE PDE | AE PDE | AE SF'}       | ${'10000 | 10000 | 500'}
`('no column is of an envelope beside $why', ({ headings, row }: Record<'headings' | 'row', string>) => {
  const rows = read(`
    N° EJ      | Objet | Date d'engagement | ${headings}
    1405700001 | Étude | 44986             | ${row}`);
  expect(rows.filter((one) => / SF /.test(one) || one.includes(' PDE '))).toEqual([]);
});

test.each`
  total     | found
  ${'8000'} | ${[]}
  ${'9000'} | ${['LEC-03 F2']}
`(
  'the total of the envelopes counts no amount again, and a total of $total is reported: $found',
  ({ total, found }) => {
    const text = `
    N° EJ      | Objet | Date d'engagement | AE PDE | AE SF | Total AE
    1405700001 | Étude | 44986             | 10000  |       | 10000
    1405700003 | Audit | 45019             |        | 8000  | ${String(total)}`;
    expect(read(text)).toEqual(['2 PDE 10000', '3 SF 8000']);
    const unread = judged(cells(text)).found.filter((one) => one.startsWith('LEC-03'));
    expect(unread).toEqual(found);
  },
);

test('a column that is their sum on each row is their total, whatever its words', () => {
  const text = (second: number): string => `
    N° EJ      | Objet | Date d'engagement | AE    | AE PDE | AE SF
    1405700001 | Étude | 44986             | 10000 | 10000  |
    1405700003 | Audit | 45019             | ${second} |    | 8000`;
  expect(read(text(8000))).toEqual(['2 PDE 10000', '3 SF 8000']);
  expect(read(text(9000))).toEqual(['2 - 10000', '3 - 9000']);
});

test('blank columns between the envelopes separate no table; a summary beside them is another', () => {
  const text = `
               |       |         |         | PDE   |      |  | SF   |      |  |           |       |
    N° EJ      | Objet | Date EJ | Payé le | AE    | CP   |  | AE   | CP   |  | Enveloppe | AE    | CP
    1405700001 | Étude | 44986   | 45058   | 10000 | 4000 |  |      |      |  | PDE       | 10000 | 4000
    1405700003 | Audit | 45019   | 45121   |       |      |  | 8000 | 1000 |  | SF        | 8000  | 1000`;
  expect(read(text)).toEqual(['3 PDE 10000 4000', '4 SF 8000 1000']);
  expect(judged(cells(text)).found.filter((one) => !one.startsWith('LEC-07'))).toEqual([]);
});

test('each total at the foot is that of its envelope', () => {
  const totals = (sf: number): readonly string[] =>
    judged(
      cells(`
    N° EJ      | Objet | Date d'engagement | AE PDE | AE SF
    1405700001 | Étude | 44986             | 10000  |
    1405700003 | Audit | 45019             |        | 8000
    TOTAL      |       |                   | 10000  | ${sf}`),
    ).sentencesOf('DON-05');
  expect(totals(8000)).toEqual([
    expect.stringMatching(/10\s000,00\s€, comme la somme des lignes/),
    expect.stringMatching(/ 8\s000,00\s€, comme la somme des lignes/),
  ]);
  expect(totals(9000)[1]).toMatch(/9\s000,00\s€.*8\s000,00\s€/);
});

test('what all the envelopes of a row share is judged once, on the first of its parts, whichever it is', () => {
  const text = `
    N° EJ      | Objet | Statut   | Date d'engagement | AE PDE | AE SF | Date de paiement | CP PDE | CP SF | Observations
    1405700001 | Étude |          | 31/02/2023        | 5000   | 4000  | 45058            | 1000   | 500   |
    14057X0003 | Achat |          | 45019             |        | 900   |                  |        |       |
    1405700004 | Câble | Annulé   | 45019             | -      | 700   |                  |        |       |
    1405700006 | Prêt  |          | 45019             |        | 1500  |                  |        | douze | EJ annulé le 3 mai`;
  expect(judged(cells(text)).found.filter((one) => !/^(?:LEC-07|EJ-05)/.test(one))).toEqual([
    'DON-01 D2',
    'EJ-03 A3',
    'LEC-05 F5',
    'DON-01 I5',
  ]);
});

test('a day of payment beside the CP of one envelope asks for none of the other', () => {
  const text = `
    N° EJ      | Objet | Date d'engagement | AE PDE | AE SF | N° DP      | Date de paiement | CP PDE | CP SF
    1405700001 | Étude | 44986             | 5000   | 4000  | 5000000001 | 45058            | 1000   |`;
  const { rows } = dossierOf(bookOf(text)).ledger;
  expect(rows.map(({ dpNumber, paymentDate }) => [dpNumber, paymentDate.kind])).toEqual([
    ['5000000001', 'date'],
    ['', 'absent'],
  ]);
  expect(judged(cells(text)).found.filter((one) => one.startsWith('DON'))).toEqual([]);
});

test('payments under their EJ, which is written once, are of it, whichever envelope it commits', () => {
  const text = `
    N° EJ      | Objet | Titulaire | Date EJ | AE PDE | AE SF | État         | N° DP      | Date de paiement | CP PDE | CP SF
    1405700001 | Étude | ALPHA     | 44986   | 10000  |       | Notifié      |            |                  |        |
               |       |           |         |        |       | Payé         | 5000000001 | 45017            | 2000   |
    1405700002 | Audit | BETA      | 44987   |        | 9000  | Notifié      |            |                  |        |
               |       |           |         |        |       | Payé         | 5000000003 | 45017            |        | 1500
               |       |           |         |        |       | Service fait |            |                  |        | 700
    1405700003 | Appui | GAMMA     | 44988   |        | 900   | Notifié      |            |                  |        |
               |       |           |         |        |       | Payé         | 5000000004 | 45017            |        | 150`;
  const numbers = dossierOf(bookOf(text)).ledger.rows.map(({ key, ej }) => [
    rowNumber(key),
    ej.kind === 'ej' && ej.number,
  ]);
  expect(numbers).toEqual([
    [2, '1405700001'],
    [3, '1405700001'],
    ...[4, 5, 6].map((row) => [row, '1405700002']),
    ...[7, 8].map((row) => [row, '1405700003']),
  ]);
  expect(judged(cells(text)).found.filter((one) => !one.startsWith('LEC-07'))).toEqual([]);
});

test('equal amounts of two envelopes on one row are no repeat of one another', () => {
  const text = `
    N° EJ      | Objet | Date d'engagement | AE PDE | AE SF | N° DP      | Date de paiement | CP PDE | CP SF
    1405700001 | Étude | 44986             | 5000   | 5000  | 5000000001 | 45058            | 1000   | 1000
    1405700002 | Achat | 44986             | 5000   | 5000  |            |                  | 1000   | 1000
    1405700003 | Prêt  | 44986             | 5000   | 5000  | 5000000003 | 45058            | 1000   |`;
  expect(judged(cells(text)).found.filter((one) => one.startsWith('DON'))).toEqual([]);
});

test('after an edit of one part of a row, the reading is that of the whole workbook', () => {
  const before = bookOf(`
    N° EJ      | Objet | Date d'engagement | AE PDE | AE SF
    1405700001 | Étude | 44986             | 5000   | 4000
    1405700003 | Audit | 45019             |        | 8000`);
  const { blocks } = dossierOf(before);
  const reader = new LedgerReader();
  reader.read(before, blocks);
  const edits: readonly [column: number, row: number, value: CellValue][] = [
    [3, 1, null],
    [3, 2, 300],
    [4, 2, null],
    [3, 1, 20],
    [1, 2, 'Conseil'],
  ];
  let workbook = before;
  for (const [column, row, value] of edits) {
    const cellsOf = (values: readonly CellValue[]): readonly CellValue[] =>
      values.map((one, at) => (at === column ? value : one));
    const [sheet] = workbook.sheets;
    if (!sheet) throw new Error('no sheet');
    const values = sheet.values.map((one, at) => (at === row ? cellsOf(one) : one));
    workbook = { ...workbook, sheets: [{ ...sheet, values }] };
    expect(reader.read(workbook, blocks)).toEqual(readLedger(workbook, blocks));
  }
});

test('an envelope without any amount yet has its columns, whichever it is', () => {
  const text = (pde: string, sf: string): string => `
    N° EJ      | Objet | Date d'engagement | AE PDE | AE SF
    1405700001 | Étude | 44986             | ${pde} | ${sf}`;
  expect(read(text('5000', ''))).toEqual(['2 PDE 5000']);
  expect(read(text('', '5000'))).toEqual(['2 SF 5000']);
  expect(dossierOf(bookOf(text('', '5000'))).blocks.map(({ abreast }) => abreast?.envelope)).toEqual(['PDE', 'SF']);
});

test('a new row goes to the columns of its envelope', () => {
  const workbook = bookOf(`
    N° EJ      | Objet | Date d'engagement | AE PDE | AE SF
    1405700001 | Étude | 44986             | 5000   |`);
  const dossier = dossierOf(workbook);
  const written = (envelope: string): readonly (CellValue | undefined)[] => {
    const texts = { ejNumber: '1405700002', ae: '75' };
    const plan = planNewRow(dossier, { sheet: 'Suivi', nature: 'AE', envelope, texts });
    if (!plan.ok) throw new Error(plan.failure.code);
    const [sheet] = applyPlan(workbook, plan.value).sheets;
    return sheet ? [0, 3, 4].map((column) => valueAt(sheet, 2, column)) : [];
  };
  expect(written('PDE')).toEqual(['1405700002', 75, null]);
  expect(written('SF')).toEqual(['1405700002', null, 75]);
});

test('the rows of two Excel Tables side by side are not those of one', () => {
  const rows = cells(`
    N° EJ      | Objet | Date d'engagement | AE PDE | AE SF |  | N° EJ      | Objet | Date d'engagement | AE PDE | AE SF
    1405700001 | Étude | 44986             | 5000   | 700   |  | 1405700002 | Audit | 44986             | 4000   | 600`);
  const tables = { Est: 'A1:E2', Ouest: 'G1:K2' };
  const read = dossierOf(workbookOf({ name: 'Suivi', rows, tables })).ledger.rows;
  const parts = read.map(({ ae, partOf }) => [amountOf(ae), read.findIndex(({ key }) => key === partOf)]);
  expect(parts).toEqual([
    ['5000', -1],
    ['700', 0],
    ['4000', -1],
    ['600', 2],
  ]);
});
