/** LEC-05: a status, or the nature of an amount, in words that nothing understands. */
import { findingsIn, findingsOf, found } from '../../../support/controls';
import { ledgerOf } from '../../../support/ledgers/ledger-builder';

test('right: what teams write, and nothing', () => {
  expect(
    findingsIn(`
      axe 2 | état           | EJ         | date EJ    | AE
      PDE   | Notifié        | 1400000001 | 15/02/2023 | 100,00
      PDE   | En cours       | 1400000002 | 15/02/2023 | 100,00
      PDE   | Non signé      | 1400000003 |            | 100,00
      PDE   | Visa refusé    | 1400000004 | 15/02/2023 | 100,00
      PDE   |                | 1400000005 | 15/02/2023 | 100,00
    `),
  ).toEqual([]);
});

test('wrong: a status that the date of payment contradicts, once for each word', () => {
  const contradicted = findingsIn(`
    axe 2 | état             | EJ         | date EJ    | AE     | payé le    | CP
    PDE   | Notifié          | 1400000001 | 15/02/2023 | 900,00 |            |
    PDE   | Payé             | 1400000001 |            |        |            | 50,00
    PDE   | PAYÉ             | 1400000001 |            |        |            | 60,00
    PDE   | Payé             | 1400000001 |            |        | 20/03/2023 | 70,00
    PDE   | Payé             | 1400000002 | 15/02/2023 | 100,00 |            |
    PDE   | Payé en partie   | 1400000001 |            |        |            | 80,00
    PDE   | Projet           | 1400000001 |            |        | 20/03/2023 | 90,00
    PDE   | Projet           | 1400000001 |            |        | 20/03/2024 | 95,00
  `).filter(({ rule }) => rule === 'LEC-05');
  const status = { field: 'status', countedAs: 'firm' } as const;
  expect(contradicted).toEqual([
    found('LEC-05', 'warning', 2, 'status', { ...status, raw: 'Payé', about: 'paidUndated', rows: 2 }),
    found('LEC-05', 'warning', 7, 'status', { ...status, raw: 'Projet', about: 'paidProject', rows: 1 }),
  ]);
});

test('wrong: a payment made on a cancelled row is in no figure, once for each with its sum', () => {
  const ledger = ledgerOf(`
    axe 2 | état    | EJ         | date EJ    | AE     | payé le    | CP
    PDE   | Notifié | 1400000001 | 15/02/2023 | 900,00 |            |
    PDE   | Annulé  | 1400000002 | 15/02/2023 | 300,00 | 20/03/2023 | 70,00
    PDE   | Annulé  | 1400000001 |            |        | 21/03/2023 | -5,00
    PDE   | Annulé  | 1400000003 | 15/02/2023 | 300,00 |            | 80,00
    PDE   | Annulé  | 1400000003 | 15/02/2023 | 300,00 | 20/03/2024 | 80,00
    PDE   | Annulé  | 1400000003 | 15/02/2023 | 300,00 | 20/03/2023 |
  `);
  const cancelled = ledger.rows.filter(({ status }) => status === 'cancelled');
  const read = { ...ledger, rows: ledger.rows.filter((row) => !cancelled.includes(row)), leftOut: cancelled };
  const details = { field: 'status', raw: 'Annulé', about: 'paidCancelled', countedAs: 'nothing', rows: 1 } as const;
  expect(findingsOf(read).filter(({ rule }) => rule === 'LEC-05')).toEqual([
    found('LEC-05', 'warning', 2, 'cp', { ...details, cents: 7000 }),
    found('LEC-05', 'warning', 3, 'cp', { ...details, cents: -500 }),
  ]);
});

test('not checkable: « Payé » in a table without a column of dates of payment', () => {
  const table = `
    axe 2 | état | EJ         | CP
    PDE   | Payé | 1400000001 | 50,00
  `;
  expect(findingsIn(table).filter(({ rule }) => rule === 'LEC-05')).toEqual([]);
});

test('wrong: one finding for each word, at its first row, with the number of its rows', () => {
  expect(
    findingsIn(`
      axe 2 | état | EJ         | date EJ    | AE
      PDE   | Vert | 1400000001 | 15/02/2023 | 100,00
      PDE   | VERT | 1400000002 | 15/02/2023 | 100,00
      PDE   | Gelé | 1400000003 | 15/02/2023 | 100,00
      PDE   | vert | 1400000004 | 15/02/2023 | 100,00
    `),
  ).toEqual([
    found('LEC-05', 'warning', 1, 'status', { field: 'status', raw: 'Vert', countedAs: 'firm', rows: 3 }),
    found('LEC-05', 'warning', 3, 'status', { field: 'status', raw: 'Gelé', countedAs: 'firm', rows: 1 }),
  ]);
});

test('wrong: each crossed-out amount, which counts by its status', () => {
  const ledger = ledgerOf(`
    axe 2 | état    | EJ         | date EJ    | AE
    PDE   | Notifié | 1400000001 | 15/02/2023 | 100,00
    PDE   | Projet  | 1400000002 | 15/02/2023 | 100,00
    PDE   | Notifié | 1400000003 | 15/02/2023 | 100,00
  `);
  const struck = ledger.rows.slice(0, 2).map((row) => ({ row, field: 'ae' as const }));
  const look = { field: 'look', raw: '', rows: 1 } as const;
  expect(findingsOf({ ...ledger, struck })).toEqual([
    found('LEC-05', 'warning', 1, 'ae', { ...look, countedAs: 'firm' }),
    found('LEC-05', 'warning', 2, 'ae', { ...look, countedAs: 'project' }),
  ]);
});

test('wrong: a mark that may take rows out, once for each distinct one; they count by their status', () => {
  const ledger = ledgerOf(`
    axe 2 | état    | EJ         | date EJ    | AE     | payé le    | CP
    PDE   | Notifié | 1400000001 | 15/02/2023 | 100,00 |               |
    PDE   | Notifié | 1400000002 | 15/02/2023 | 100,00 |               |
    PDE   | Projet  | 1400000003 | 15/02/2023 | 100,00 |               |
    PDE   | Payé    | 1400000001 |            |        | 15/03/2023 | 50,00
    PDE   |         |            |            |        |               |
    PDE   | Annulé  | 1400000004 | 15/02/2023 | 100,00 |               |
  `);
  const raws = ['X', 'x', 'X', 'voir mél', 'X', 'X'];
  const rows = ledger.rows.map((row, at) => ({ ...row, mark: { heading: 'Hors convention', raw: raws[at] ?? '' } }));
  const mark = { field: 'mark', heading: 'Hors convention' } as const;
  expect(findingsOf({ ...ledger, rows })).toEqual([
    found('LEC-05', 'warning', 1, 'ae', { ...mark, raw: 'X', countedAs: 'firm', rows: 2 }),
    found('LEC-05', 'warning', 3, 'ae', { ...mark, raw: 'X', countedAs: 'project', rows: 1 }),
    found('LEC-05', 'warning', 4, 'cp', { ...mark, raw: 'voir mél', countedAs: 'firm', rows: 1 }),
  ]);
});

test('wrong: an amount whose nature is in unknown words is in no figure, and is no amount that cannot be read', () => {
  const ledger = ledgerOf(`
    axe 2 | état   | EJ         | date EJ    | AE
    PDE   |        | 1400000001 | 15/02/2023 | 100,00
    PDE   |        | 1400000002 | 15/02/2023 | 200,00
    PDE   | annulé | 1400000003 | 15/02/2023 | 300,00
  `);
  const rows = ledger.rows.map((row) => ({
    ...row,
    ae: { kind: 'unreadable', raw: '100,00', nature: 'Recette' } as const,
  }));
  expect(findingsOf({ ...ledger, rows })).toEqual([
    found('LEC-05', 'error', 1, 'ae', { field: 'nature', raw: 'Recette', countedAs: 'nothing', rows: 2 }),
  ]);
});

test('edge: a word that is both a state and the nature of an amount is two findings', () => {
  const ledger = ledgerOf(`
    axe 2 | état    | EJ         | date EJ    | AE
    PDE   | Recette | 1400000001 | 15/02/2023 | 100,00
    PDE   |         | 1400000002 | 15/02/2023 | 200,00
  `);
  const rows = ledger.rows.map((row) =>
    row.key === 2 ? { ...row, ae: { kind: 'unreadable', raw: '200,00', nature: 'Recette' } as const } : row,
  );
  expect(findingsOf({ ...ledger, rows }).map(({ rule, severity, place }) => [rule, severity, place])).toEqual([
    ['LEC-05', 'warning', { kind: 'row', row: 1, field: 'status' }],
    ['LEC-05', 'error', { kind: 'row', row: 2, field: 'ae' }],
  ]);
});

test('edge: a state that a row takes from the cell above is reported once, where it is written', () => {
  const ledger = ledgerOf(`
    axe 2 | état | EJ         | date EJ    | AE
    PDE   | Vert | 1400000001 | 15/02/2023 | 100,00
    PDE   | Vert | 1400000002 | 15/02/2023 | 200,00
  `);
  const rows = ledger.rows.map((row) => (row.key === 2 ? { ...row, inherited: new Set(['status'] as const) } : row));
  expect(findingsOf({ ...ledger, rows })).toEqual([
    found('LEC-05', 'warning', 1, 'status', { field: 'status', raw: 'Vert', countedAs: 'firm', rows: 1 }),
  ]);
});

test('edge: an amount that nobody can read, without words of a nature, is DON-01', () => {
  const rules = findingsIn(`
    axe 2 | EJ         | date EJ    | AE
    PDE   | 1400000001 | 15/02/2023 | environ 100
  `).map(({ rule }) => rule);
  expect(rules).toEqual(['DON-01']);
});
