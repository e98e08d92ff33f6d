/** EJ-05: one EJ charged to two envelopes. */
import type { Severity } from '../../../../src/domain/controls/findings/finding';
import { findingsIn, findingsOf, found } from '../../../support/controls';
import { ledgerOf } from '../../../support/ledgers/ledger-builder';

const EJ = '1400000001';
const astray = (line: number, severity: Severity, envelope: string, firstEnvelope: string, commits: boolean) =>
  found('EJ-05', severity, line, 'ministerialAxis2', { ej: EJ, envelope, firstEnvelope, commits });

test('right: one envelope, under several names', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE     | payé le    | CP
      PDE   | 1400000001 | 15/02/2023 | 100,00 |            |
      pde   | 1400000001 |            |        | 20/03/2023 | 60,00
    `),
  ).toEqual([]);
});

test('wrong: a payment on another envelope than the commitment, wherever the commitment is', () => {
  expect(
    findingsIn(`
      axe 2           | EJ         | date EJ    | AE     | payé le    | CP
      Signaux Faibles | 1400000001 |            |        | 20/03/2023 | 60,00
      PDE             | 1400000001 | 15/02/2023 | 100,00 |            |
      PDE             | 1400000001 |            |        | 20/04/2023 | 40,00
    `),
  ).toEqual([astray(1, 'error', 'SF', 'PDE', false)]);
});

test('wrong: a later commitment; what is then paid on its envelope is not blamed twice', () => {
  expect(
    findingsIn(`
      axe 2           | EJ         | date EJ    | AE     | payé le    | CP
      Signaux Faibles | 1400000001 | 15/03/2023 | 50,00  |            |
      PDE             | 1400000001 | 15/02/2023 | 100,00 |            |
      Signaux Faibles | 1400000001 |            |        | 20/04/2023 | 50,00
    `),
  ).toEqual([astray(1, 'error', 'SF', 'PDE', true)]);
});

test('edge: on a poste of the EJ of its own, a later commitment is a doubt', () => {
  expect(
    findingsIn(`
      axe 2           | EJ         | poste EJ | date EJ    | AE
      PDE             | 1400000001 | 1        | 15/02/2023 | 100,00
      Signaux Faibles | 1400000001 | 2        | 15/02/2023 | 50,00
    `),
  ).toEqual([
    found('EJ-05', 'warning', 2, 'ministerialAxis2', {
      ...{ ej: EJ, envelope: 'SF', firstEnvelope: 'PDE', commits: true },
      ownPoste: '2',
    }),
  ]);
});

test('edge: without a commitment, the first row decides', () => {
  expect(
    findingsIn(`
      axe 2           | EJ         | payé le    | CP
      PDE             | 1400000001 | 20/04/2023 | 50,00
      Signaux Faibles | 1400000001 | 20/03/2023 | 50,00
    `),
  ).toEqual([astray(2, 'error', 'SF', 'PDE', false)]);
});

test('edge: a row whose poste is already that of the other envelope is FON-04 alone; a cancelled row is nothing', () => {
  expect(
    findingsIn(`
      axe 2           | poste         | état   | EJ         | date EJ    | AE     | payé le    | CP
      PDE             | Frais annexes |        | 1400000001 | 15/02/2023 | 100,00 |            |
      Signaux Faibles | Frais annexes |        | 1400000001 |            |        | 20/04/2023 | 40,00
      Signaux Faibles |               | annulé | 1400000001 |            |        | 20/04/2023 | 41,00
    `).map(({ rule }) => rule),
  ).toEqual(['FON-04', 'LEC-05']);
});

test('not checkable: an envelope that nobody knows', () => {
  expect(
    findingsIn(`
      axe 2          | EJ         | date EJ    | AE     | payé le    | CP
      PDE            | 1400000001 | 15/02/2023 | 100,00 |            |
      DOSSIER PAPIER | 1400000001 |            |        | 20/04/2023 | 40,00
    `).map(({ rule }) => rule),
  ).toEqual(['IMP-06']);
});

test('edge: a project commits nothing: the signed commitment decides, though it is later', () => {
  expect(
    findingsIn(`
      axe 2           | état   | EJ         | date EJ    | AE
      Signaux Faibles | projet | 1400000001 | 10/02/2023 | 50,00
      PDE             |        | 1400000001 | 15/02/2023 | 100,00
    `),
  ).toEqual([astray(1, 'error', 'SF', 'PDE', false)]);
});

test('edge: an undated commitment comes last: the dated one decides, though it is below', () => {
  const found05 = findingsIn(`
    axe 2           | EJ         | date EJ    | AE
    Signaux Faibles | 1400000001 |            | 50,00
    PDE             | 1400000001 | 15/02/2023 | 100,00
  `).filter(({ rule }) => rule === 'EJ-05');
  expect(found05).toEqual([astray(1, 'error', 'SF', 'PDE', true)]);
});

test.each`
  second                    | severity     | why
  ${'| | 50,00 |'}          | ${'error'}   | ${'no poste of its own'}
  ${'| 1 | 50,00 |'}        | ${'error'}   | ${'the poste of the first commitment'}
  ${'| 2 | 50,00 |'}        | ${'warning'} | ${'a poste of its own'}
  ${'| 2 | | 40,00'}        | ${'error'}   | ${'a poste of its own, but a payment'}
  ${'| 2 | 0,00 |'}         | ${'error'}   | ${'an AE of zero commits nothing'}
  ${'| 2 | -5,00 |'}        | ${'error'}   | ${'a retrait commits nothing'}
  ${'projet | 2 | 50,00 |'} | ${'error'}   | ${'a project commits nothing yet'}
  ${'| 2 | environ 50 |'}   | ${'error'}   | ${'an amount that nobody can read commits nothing for certain'}
  ${'| 2 | |'}              | ${null}      | ${'a row without amounts moves no money'}
`(
  'after a commitment of PDE on its poste 1, « $second » on another envelope: $severity, $why',
  ({ second, severity }) => {
    const [status, item, ae, cp] = (second as string).split('|');
    const found05 = findingsIn(`
    axe 2           | état      | EJ         | poste EJ | date EJ    | AE     | payé le    | CP
    PDE             |           | 1400000001 | 1        | 15/02/2023 | 100,00 |            |
    Signaux Faibles | ${status} | 1400000001 | ${item}  | 16/03/2023 | ${ae}  | 20/04/2023 | ${cp}
  `).filter(({ rule }) => rule === 'EJ-05');
    expect(found05.map((one) => one.severity)).toEqual(severity === null ? [] : [severity]);
  },
);

test('edge: two commitments of the same day: the first row decides', () => {
  const found05 = findingsIn(`
    axe 2           | EJ         | date EJ    | AE
    PDE             | 1400000001 | 15/02/2023 | 100,00
    Signaux Faibles | 1400000001 | 15/02/2023 | 50,00
  `).filter(({ rule }) => rule === 'EJ-05');
  expect(found05).toEqual([astray(2, 'error', 'SF', 'PDE', true)]);
});

test('wrong: a payment of a table apart, on another envelope than its EJ, from which it takes its poste', () => {
  const ledger = ledgerOf(`
    axe 2           | poste         | EJ         | date EJ    | AE     | payé le    | CP
    PDE             | Frais annexes | 1400000001 | 15/02/2023 | 100,00 |            |
    Signaux Faibles | Frais annexes | 1400000001 |            |        | 20/04/2023 | 40,00
  `);
  const ofEj = new Set(['budgetLine'] as const);
  const rows = ledger.rows.map((row) => (row.key === 2 ? { ...row, inherited: ofEj } : row));
  expect(findingsOf({ ...ledger, rows })).toEqual([astray(2, 'error', 'SF', 'PDE', false)]);
});
