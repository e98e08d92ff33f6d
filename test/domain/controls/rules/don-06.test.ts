/** DON-06: a cell of the ledger holds an Excel error. */
import type { LedgerField } from '../../../../src/domain/envelopes/ledger';
import { describeFinding } from '../../../../src/messages/describe-finding';
import { convention2023 } from '../../../support/conventions';
import { findingsIn, found } from '../../../support/controls';

const error = (line: number, field: LedgerField, raw: string) => found('DON-06', 'error', line, field, { field, raw });

test('right: no error in any cell', () => {
  expect(
    findingsIn(`
      imputation | axe 2 | EJ         | date EJ    | AE
      juste      | PDE   | 1400000001 | 15/02/2023 | 1 000,00
    `),
  ).toEqual([]);
});

test('wrong: each cell in error, and no other finding for the same cell', () => {
  expect(
    findingsIn(`
      axe 2  | domaine | activité | EJ      | date EJ  | AE       | payé le | CP
      PDE    | #REF!   | #N/A     | #NOM?   | #VALEUR! | #DIV/0!  | #REF!   | #N/A
      #REF!  |         |          |         |          |          |         |
    `).filter(({ rule }) => rule !== 'IMP-01'),
  ).toEqual([
    error(1, 'functionalDomain', '#REF!'),
    error(1, 'activity', '#N/A'),
    error(1, 'ejNumber', '#NOM?'),
    error(1, 'commitmentDate', '#VALEUR!'),
    error(1, 'paymentDate', '#REF!'),
    error(1, 'ae', '#DIV/0!'),
    error(1, 'cp', '#N/A'),
    error(2, 'ministerialAxis2', '#REF!'),
  ]);
});

test('wrong: a text that decides where the row counts, or identifies its piece, one finding at its cell', () => {
  expect(
    findingsIn(`
      imputation | axe 2 | poste   | état   | opération | EJ         | poste EJ | DP    | poste DP | date EJ    | AE
      juste      | PDE   | #REF!   | #N/A   | #NOM?     | 1400000001 | #REF!    | #N/A  | #REF!    | 15/02/2023 | 1 000,00
    `),
  ).toEqual([
    error(1, 'budgetLine', '#REF!'),
    error(1, 'status', '#N/A'),
    error(1, 'operation', '#NOM?'),
    error(1, 'ejLine', '#REF!'),
    error(1, 'dpNumber', '#N/A'),
    error(1, 'dpLine', '#REF!'),
  ]);
});

test('an amount in error leaves the amount of the other nature in the figures', () => {
  const findings = findingsIn(`
    imputation | axe 2 | EJ         | date EJ    | AE       | service fait | payé le    | CP
    juste      | PDE   | 1400000001 | 15/02/2023 | #N/A     | 01/03/2023   | 20/03/2023 | 2 500,75
    juste      | PDE   | 1400000002 | 15/02/2023 | 1 000,00 | 01/03/2023   | 20/03/2023 | douze
    juste      | PDE   | 1400000003 | 15/02/2023 | #REF!    |            |            |
  `);
  const sentences = findings.flatMap((finding) =>
    finding.rule === 'DON-06' || finding.rule === 'DON-01'
      ? [describeFinding(finding, convention2023(), 'fr').message.replaceAll(/\s/g, ' ').split(' ; ')[0]]
      : [],
  );
  expect(sentences.sort()).toEqual([
    'Montant AE : la cellule contient l’erreur #N/A, les AE de la ligne ne sont pas comptées',
    'Montant AE : la cellule contient l’erreur #REF!, les AE de la ligne ne sont pas comptées',
    'Montant CP « douze » : montant illisible, les CP de la ligne ne sont pas comptés',
  ]);
});

test('edge: « # » alone is Chorus’s empty cell, not an error', () => {
  expect(
    findingsIn(`
      axe 2 | EJ
      PDE   | #
    `),
  ).toEqual([]);
});

test('not checkable: the error is in a column of remarks', () => {
  expect(
    findingsIn(`
      axe 2 | objet | titulaire
      PDE   | #REF! | #N/A
    `),
  ).toEqual([]);
});
