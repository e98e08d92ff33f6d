/** DON-05, row by row: the set of rows that a total is compared with, and the sum that it should show. */
import type { Finding } from '../../../../src/domain/controls/findings/finding';
import type { LedgerRow, RowKey } from '../../../../src/domain/envelopes/ledger';
import { findingsIn, findingsOf } from '../../../support/controls';
import { ledgerOf } from '../../../support/ledgers/ledger-builder';

/** The severity and the sum of the findings on totals: `error 300,00`, `warning ?` when there is no sum. */
function onTotals(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap((finding) => {
    if (finding.rule !== 'DON-05') return [];
    const { sum } = finding.details;
    return [`${finding.severity} ${sum === null ? '?' : (sum / 100).toFixed(2).replace('.', ',')}`];
  });
}

test.each`
  total         | expected          | why
  ${'900,00'}   | ${'info 900,00'}  | ${'the retrait lowers, as the figures count it'}
  ${'1 100,00'} | ${'info 1100,00'} | ${'the sum of the column, the retrait as it was typed'}
  ${'1 000,00'} | ${'error 900,00'} | ${'neither'}
`('a retrait of 100 typed with a plus, below 1 000, and a total of $total: $why', ({ total, expected }) => {
  const findings = findingsIn(`
    axe 2 | opération | EJ         | date EJ    | AE
    PDE   | EJ        | 1400000001 | 15/02/2023 | 1 000,00
    PDE   | Retrait   | 1400000001 | 15/06/2023 | 100,00
    Total |           |            |            | ${total as string}
  `);
  expect(onTotals(findings)).toEqual([expected]);
});

test.each`
  total       | expected         | why
  ${'50,00'}  | ${'info 50,00'}  | ${'the avoir lowers'}
  ${'110,00'} | ${'info 110,00'} | ${'the sum of the column, the avoir as it was typed'}
  ${'80,00'}  | ${'error 50,00'} | ${'neither'}
`('an avoir of 30 typed with a plus, beside a payment of 80, and a total of $total: $why', ({ total, expected }) => {
  const findings = findingsIn(`
    axe 2 | opération | EJ         | service fait | payé le    | CP
    PDE   | DP        | 1400000001 | 10/03/2023   | 20/03/2023 | 80,00
    PDE   | Avoir     | 1400000001 | 10/03/2023   | 21/03/2023 | 30,00
    Total |           |            |              |            | ${total as string}
  `);
  expect(onTotals(findings)).toEqual([expected]);
});

test('an avoir typed with a minus lowers in every total', () => {
  const findings = findingsIn(`
    axe 2 | opération | EJ         | service fait | payé le    | CP
    PDE   | DP        | 1400000001 | 10/03/2023   | 20/03/2023 | 80,00
    PDE   | Avoir     | 1400000001 | 10/03/2023   | 21/03/2023 | -30,00
    Total |           |            |              |            | 110,00
  `);
  expect(onTotals(findings)).toEqual(['error 50,00']);
});

test.each`
  total         | expected           | why
  ${'1 000,00'} | ${'info 1000,00'}  | ${'the rows that count'}
  ${'1 200,00'} | ${'info 1200,00'}  | ${'with the cancelled row'}
  ${'1 230,00'} | ${'info 1230,00'}  | ${'with all the rows of the table'}
  ${'1 030,00'} | ${'error 1000,00'} | ${'with the row of another convention, without the cancelled one'}
`('a row that counts, a cancelled one, one of another convention, a total of $total: $why', ({ total, expected }) => {
  const drawn = ledgerOf(`
    axe 2 | EJ         | date EJ    | AE       | état   | objet
    PDE   | 1400000001 | 15/02/2023 | 1 000,00 |        |
    PDE   | 1400000002 | 15/02/2023 | 200,00   | Annulé |
    PDE   | 1400000003 | 15/02/2023 | 30,00    |        | Autre convention
    Total |            |            | ${total as string} | |
  `);
  const counts = ({ status, label }: LedgerRow): boolean => status !== 'cancelled' && label === '';
  const rows = drawn.rows.filter(counts);
  const leftOut = drawn.rows.filter((row) => !counts(row));
  expect(onTotals(findingsOf({ ...drawn, rows, leftOut }))).toEqual([expected]);
});

describe('a wrong total is compared with the rows that it would sum', () => {
  test.each`
    label                        | expected          | why
    ${'Total PDE'}               | ${'error 300,00'} | ${'the rows of the envelope, by its code'}
    ${'Total place-entreprises'} | ${'error 307,00'} | ${'a name that nobody has: the rows above'}
    ${'Total Signaux faibles'}   | ${'error 7,00'}   | ${'the rows of the envelope, by its name'}
    ${'Total SF'}                | ${'error 7,00'}   | ${'the rows of the envelope, by its code'}
    ${'Total Frais annexes'}     | ${'error 200,00'} | ${'the rows of the poste'}
    ${'Total Hébergement'}       | ${'error 100,00'} | ${'the rows of the poste, by another name of it'}
    ${'Total Durand'}            | ${'error 107,00'} | ${'the rows of the supplier, whatever the envelope'}
    ${'Total PDE Durand'}        | ${'error 100,00'} | ${'the rows of the supplier in the envelope'}
    ${'Total PDE mars'}          | ${'error 200,00'} | ${'the rows of the month in the envelope'}
    ${'Total mars'}              | ${'error 207,00'} | ${'the rows of the month'}
    ${'Total SF février'}        | ${'error 7,00'}   | ${'no row of that month in the envelope: its rows of any month'}
    ${'Total EJ 1400000002'}     | ${'error 7,00'}   | ${'the rows of the EJ'}
    ${'Total Retrait'}           | ${'error 307,00'} | ${'an operation that no row has: the rows above'}
    ${'Total'}                   | ${'error 307,00'} | ${'the rows above'}
  `('« $label » of 1 €: $expected, $why', ({ label, expected }) => {
    const findings = findingsIn(`
      axe 2           | poste                | EJ         | titulaire | date EJ    | AE     | objet
      PDE             | Outils de production | 1400000001 | Durand    | 15/02/2023 | 100,00 |
      Signaux Faibles |                      | 1400000002 | Durand    | 15/03/2023 | 7,00   |
      PDE             | Frais annexes        | 1400000003 | Martin    | 16/03/2023 | 200,00 |
                      |                      |            |           |            | 1,00   | ${label as string}
    `);
    expect(onTotals(findings)).toEqual([expected]);
  });

  test.each`
    label                     | expected          | why
    ${'Total Prestations'}    | ${'error 107,00'} | ${'both envelopes have a poste of that name'}
    ${'Total SF Prestations'} | ${'error 7,00'}   | ${'the poste of that envelope'}
    ${'Total Divers'}         | ${'error 230,00'} | ${'a poste that no envelope has, as the rows write it'}
    ${'Total PDX'}            | ${'error 30,00'}  | ${'an envelope that nobody knows, as the rows write it'}
    ${'Total PDX Divers'}     | ${'error 30,00'}  | ${'both'}
    ${'Total avenant'}        | ${'error 200,00'} | ${'the rows of the operation'}
    ${'Total Avenant SF'}     | ${'error 7,00'}   | ${'no row of that operation on the envelope: the rows of the envelope'}
  `('« $label » of 1 €: $expected, $why', ({ label, expected }) => {
    const findings = findingsIn(`
      axe 2           | poste       | opération | EJ         | date EJ    | AE     | objet
      PDE             | Prestations | EJ        | 1400000001 | 15/02/2023 | 100,00 |
      Signaux Faibles | Prestations | EJ        | 1400000002 | 15/02/2023 | 7,00   |
      PDE             | Divers      | Avenant   | 1400000003 | 15/02/2023 | 200,00 |
      PDX             | Divers      | EJ        | 1400000004 | 15/02/2023 | 30,00  |
                      |             |           |            |            | 1,00   | ${label as string}
    `);
    expect(onTotals(findings)).toEqual([expected]);
  });

  test.each`
    ej              | service         | paid            | months                    | why
    ${'15/01/2023'} | ${'15/02/2023'} | ${'15/03/2023'} | ${['janvier', 'mars']}    | ${'the AE by their commitment, the CP by their payment'}
    ${''}           | ${'15/02/2023'} | ${'15/03/2023'} | ${['mars', 'mars']}       | ${'not committed on a day: both by the payment'}
    ${'15/01/2023'} | ${'15/02/2023'} | ${''}           | ${['janvier', 'février']} | ${'not paid yet: the CP by the service'}
    ${''}           | ${'15/02/2023'} | ${''}           | ${['février', 'février']} | ${'a service alone: both by it'}
    ${'15/01/2023'} | ${''}           | ${''}           | ${['janvier', 'janvier']} | ${'a commitment alone: both by it'}
  `(
    'the months of a row committed « $ej », served « $service », paid « $paid »: $why',
    ({ ej, service, paid, months }) => {
      const [ofAe, ofCp] = months as readonly [string, string];
      const sumOf = (total: string): readonly string[] =>
        onTotals(
          findingsIn(`
          axe 2 | EJ         | date EJ    | AE     | service fait | payé le    | CP    | objet
          PDE   | 1400000001 | 15/06/2023 | 500,00 | 16/06/2023   | 17/06/2023 | 50,00 |
          PDE   | 1400000002 | ${ej as string} | 7,00 | ${service as string} | ${paid as string} | 3,00 |
                |            |            | ${total}
        `),
        );
      expect(sumOf(`1,00 | | | | Total ${ofAe}`)).toEqual(['error 7,00']);
      expect(sumOf(`| | | 1,00 | Total ${ofCp}`)).toEqual(['error 3,00']);
    },
  );

  test('above its rows, with the rows below that its words name, not with those of another month above', () => {
    const findings = findingsIn(`
      axe 2 | EJ         | date EJ    | AE     | objet
      PDE   | 1400000001 | 15/01/2023 | 100,00 |
            |            |            | 1,00   | Total PDE février
      PDE   | 1400000002 | 15/02/2023 | 30,00  |
    `);
    expect(onTotals(findings)).toEqual(['error 30,00']);
  });

  test('the name at the end of a sentence of more than twelve words is not looked for', () => {
    const wrong = (words: string) =>
      onTotals(
        findingsIn(`
          axe 2           | EJ         | date EJ    | AE     | objet
          PDE             | 1400000001 | 15/02/2023 | 100,00 |
          Signaux Faibles | 1400000002 | 15/02/2023 | 7,00   |
                          |            |            | 1,00   | ${words}
        `),
      );
    expect(wrong('Total des AE engagées et des CP payés par mois pour PDE')).toEqual(['error 100,00']);
    expect(wrong('Total des AE engagées et des CP payés par mois et année pour PDE')).toEqual(['error 107,00']);
  });

  test('in the second table of a sheet, with the rows of its own', () => {
    const ledger = ledgerOf(`
      axe 2 | EJ         | date EJ    | AE     | objet
      PDE   | 1400000001 | 15/02/2023 | 100,00 |
      PDE   | 1400000002 | 15/02/2023 | 7,00   |
      PDE   | 1400000003 | 15/02/2023 | 30,00  |
            |            |            | 1,00   | Total PDE
    `);
    const [first] = ledger.headings;
    const headings = [first!, { ...first!, row: 2.5 as RowKey }];
    expect(onTotals(findingsOf({ ...ledger, headings }))).toEqual(['error 30,00']);
  });

  test('in the first table of a sheet, with the rows of its own, above and below it', () => {
    const ledger = ledgerOf(`
      axe 2 | EJ         | date EJ    | AE     | objet
            |            |            | 1,00   | Total
      PDE   | 1400000001 | 15/02/2023 | 100,00 |
      PDE   | 1400000002 | 15/02/2023 | 7,00   |
      PDE   | 1400000003 | 15/02/2023 | 30,00  |
    `);
    const [first] = ledger.headings;
    const headings = [first!, { ...first!, row: 3.5 as RowKey }];
    expect(onTotals(findingsOf({ ...ledger, headings }))).toEqual(['error 107,00']);
  });
});

test('of a poste that two envelopes have, the rows above alone, in whatever order they are', () => {
  const findings = findingsIn(`
    axe 2           | poste       | EJ         | date EJ    | AE     | objet
    Signaux Faibles | Prestations | 1400000001 | 15/02/2023 | 7,00   |
    PDE             | Prestations | 1400000002 | 15/02/2023 | 100,00 |
                    |             |            |            | 1,00   | Total Prestations
    PDE             | Prestations | 1400000003 | 15/03/2023 | 200,00 |
    Signaux Faibles | Prestations | 1400000004 | 15/03/2023 | 3,00   |
  `);
  expect(onTotals(findings)).toEqual(['error 107,00']);
});

test.each`
  total       | expected          | why
  ${'130,00'} | ${'info 130,00'}  | ${'the rows of both tables'}
  ${'100,00'} | ${'info 100,00'}  | ${'the rows of its own'}
  ${'30,00'}  | ${'error 100,00'} | ${'the rows of the other alone'}
`('in the first of two tables, a total of $total: $why', ({ total, expected }) => {
  const ledger = ledgerOf(`
    axe 2 | EJ         | date EJ    | AE     | objet
    PDE   | 1400000001 | 15/02/2023 | 100,00 |
          |            |            | ${total as string} | Total
    PDE   | 1400000002 | 15/02/2023 | 10,00  |
    PDE   | 1400000003 | 15/02/2023 | 20,00  |
  `);
  const [first] = ledger.headings;
  const headings = [first!, { ...first!, row: 2.5 as RowKey }];
  expect(onTotals(findingsOf({ ...ledger, headings }))).toEqual([expected]);
});

describe('a running total', () => {
  const running = (last: string) =>
    onTotals(
      findingsIn(`
        axe 2 | EJ         | date EJ    | AE      | objet
        PDE   | 1400000001 | 15/02/2023 | 100,00  |
              |            |            | 100,00  | Cumul
        PDE   | 1400000002 | 15/03/2023 | 30,00   |
        PDE   | 1400000003 | 15/03/2023 | 7,00    |
              |            |            | ${last} | Cumul
      `),
    );

  test('adds the rows after it to the one before', () => {
    expect(running('137,00')).toEqual(['info 100,00', 'info 137,00']);
  });

  test('may show the rows since the one before alone', () => {
    expect(running('37,00')).toEqual(['info 100,00', 'info 37,00']);
  });

  test('wrong: neither', () => {
    expect(running('120,00')).toEqual(['info 100,00', expect.stringMatching(/^error/)]);
  });

  test('brought forward with a wrong amount: the rows after it and itself, not the rows before it', () => {
    const findings = findingsIn(`
      axe 2 | EJ         | date EJ    | AE     | objet
      PDE   | 1400000001 | 15/02/2023 | 100,00 |
            |            |            | 90,00  | Report
      PDE   | 1400000002 | 15/03/2023 | 30,00  |
            |            |            | 120,00 | Total
    `);
    expect(onTotals(findings)).toEqual(['error 100,00', 'info 120,00']);
  });
});

describe('a total of 0,00', () => {
  /** A subtotal of two rows of PDE, in April, then the total of zero. */
  const ofZero = (label: string, second = 'PDE | Frais annexes | 1400000002 | 15/04/2023 | 30,00') =>
    onTotals(
      findingsIn(`
        axe 2 | poste         | EJ         | date EJ    | AE     | objet
        PDE   | Frais annexes | 1400000001 | 15/04/2023 | 100,00 |
        ${second}
              |               |            |            | 130,00 | Sous-total
              |               |            |            | 0,00   | ${label}
      `),
    ).slice(-1);

  test.each`
    label                         | expected          | why
    ${'Sous-total mai'}           | ${'info 0,00'}    | ${'nothing in May'}
    ${'Total mai'}                | ${'info 0,00'}    | ${'nothing in May'}
    ${'Total 2024'}               | ${'info 0,00'}    | ${'nothing in 2024'}
    ${'Total SF'}                 | ${'info 0,00'}    | ${'nothing on that envelope'}
    ${'Total PDE mai'}            | ${'info 0,00'}    | ${'nothing in May on the envelope'}
    ${'Total Hébergement'}        | ${'info 0,00'}    | ${'nothing on that poste'}
    ${'Sous-total'}               | ${'info 0,00'}    | ${'no row since the subtotal before'}
    ${'Sous-total avril'}         | ${'error 130,00'} | ${'two rows in April'}
    ${'Total PDE'}                | ${'error 130,00'} | ${'two rows on the envelope'}
    ${'Total Frais annexes'}      | ${'error 130,00'} | ${'two rows on the poste'}
    ${'Total'}                    | ${'error 130,00'} | ${'it sums the rows above its subtotal'}
    ${'Total général'}            | ${'error 130,00'} | ${'it sums the rows above its subtotal'}
    ${'Sous-total EJ 1400000001'} | ${'error 100,00'} | ${'a row on that EJ'}
  `('« $label »: $expected, $why', ({ label, expected }) => {
    expect(ofZero(label as string)).toEqual([expected]);
  });

  test.each`
    label                  | second                                          | why
    ${'Total mai'}         | ${'PDE | Frais annexes | 1400000002 | | 30,00'} | ${'a row has no date: it may be of May'}
    ${'Total Hébergement'} | ${'PDE | | 1400000002 | 15/04/2023 | 30,00'}    | ${'a row has no poste: it may be of that one'}
  `('wrong: « $label », where $why', ({ label, second }) => {
    expect(ofZero(label as string, second as string)).toEqual(['error 130,00']);
  });

  test('wrong: a second total right below another sums the same rows', () => {
    const findings = findingsIn(`
      axe 2 | EJ         | date EJ    | AE     | objet
      PDE   | 1400000001 | 15/04/2023 | 100,00 |
            |            |            | 100,00 | Total
            |            |            | 0,00   | Total
    `);
    expect(onTotals(findings)).toEqual(['info 100,00', 'error 100,00']);
  });

  test('wrong: above its rows, first of its table', () => {
    const findings = findingsIn(`
      axe 2 | EJ         | date EJ    | AE     | objet
            |            |            | 0,00   | Sous-total
      PDE   | 1400000001 | 15/04/2023 | 100,00 |
    `);
    expect(onTotals(findings)).toEqual(['error 100,00']);
  });

  test('wrong: of the AE alone, the CP being of other rows', () => {
    const findings = findingsIn(`
      axe 2 | EJ         | date EJ    | AE     | payé le    | CP    | objet
      PDE   | 1400000001 | 15/04/2023 | 100,00 | 20/04/2023 | 40,00 |
            |            |            | 0,00   |            | 41,00 | Sous-total mai
    `);
    expect(onTotals(findings)).toEqual(['error 100,00', 'error 40,00']);
  });
});

test('a total in the middle of its table is compared with the rows above that its words name', () => {
  const findings = findingsIn(`
    axe 2 | EJ         | date EJ    | AE     | objet
    PDE   | 1400000001 | 15/02/2023 | 100,00 |
          |            |            | 1,00   | Total PDE
    PDE   | 1400000002 | 15/03/2023 | 30,00  |
  `);
  expect(onTotals(findings)).toEqual(['error 100,00']);
});

test('a cancelled row is summed at its own place, by the subtotal of its part', () => {
  const drawn = ledgerOf(`
    axe 2 | EJ         | date EJ    | AE     | état   | objet
    PDE   | 1400000001 | 15/02/2023 | 100,00 |        |
    PDE   | 1400000002 | 15/02/2023 | 20,00  | Annulé |
          |            |            | 120,00 |        | Sous-total
    PDE   | 1400000003 | 15/02/2023 | 30,00  |        |
          |            |            | 30,00  |        | Sous-total
  `);
  const isCancelled = ({ status }: LedgerRow): boolean => status === 'cancelled';
  const rows = drawn.rows.filter((row) => !isCancelled(row));
  const leftOut = drawn.rows.filter(isCancelled);
  expect(onTotals(findingsOf({ ...drawn, rows, leftOut }))).toEqual(['info 120,00', 'info 30,00']);
});

test('subtotals of AE and of CP add up each in its own column', () => {
  const findings = findingsIn(`
    axe 2           | EJ         | date EJ    | AE     | payé le    | CP    | objet
    PDE             | 1400000001 | 15/02/2023 | 100,00 | 20/03/2023 | 40,00 |
                    |            |            | 101,00 |            | 41,00 | Sous-total
    Signaux Faibles | 1400000002 | 15/02/2023 | 7,00   | 20/03/2023 | 5,00  |
                    |            |            | 8,00   |            | 6,00  | Sous-total
                    |            |            | 109,00 |            | 47,00 | Total général
  `);
  expect(onTotals(findings).slice(-1)).toEqual(['info 109,00']);
});

test('where one of two amounts is that of both tables, the other is compared with both tables', () => {
  const ledger = ledgerOf(`
    axe 2 | EJ         | date EJ    | AE     | payé le    | CP    | objet
    PDE   | 1400000001 | 15/02/2023 | 100,00 | 20/03/2023 | 10,00 |
          |            |            | 130,00 |            | 41,00 | Total
    PDE   | 1400000002 | 15/02/2023 | 30,00  | 20/03/2023 | 30,00 |
  `);
  const [first] = ledger.headings;
  const headings = [first!, { ...first!, row: 2.5 as RowKey }];
  expect(onTotals(findingsOf({ ...ledger, headings }))).toEqual(['error 40,00']);
});
