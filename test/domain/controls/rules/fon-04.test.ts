/** FON-04: the poste belongs to another envelope than axe ministériel 2: a disguised transfer. */
import { findingsIn, found } from '../../../support/controls';

test('right: each poste in its own envelope, by label, alias or beginning', () => {
  expect(
    findingsIn(`
      axe 2           | poste
      PDE             | Frais annexes
      PDE             | FRAIS ANNEXES
      PDE             | Outils de production
      Signaux Faibles | Audit de sécurité
    `),
  ).toEqual([]);
});

test('wrong: a poste of the other envelope', () => {
  expect(
    findingsIn(`
      axe 2           | poste
      PDE             | Audit de sécurité
      Signaux Faibles | Frais annexes
    `),
  ).toEqual([
    found('FON-04', 'error', 1, 'budgetLine', { envelope: 'PDE', line: 'Audit de sécurité', lineEnvelope: 'SF' }),
    found('FON-04', 'error', 2, 'budgetLine', { envelope: 'SF', line: 'Frais annexes', lineEnvelope: 'PDE' }),
  ]);
});

test('edge: a poste that both envelopes have (« Prestations ») is looked for in the row’s own envelope first', () => {
  expect(
    findingsIn(`
      axe 2           | poste
      PDE             | Prestations
      Signaux Faibles | Prestations
    `),
  ).toEqual([]);
});

test('edge: a poste of nobody, or no poste, is no transfer', () => {
  expect(
    findingsIn(`
      axe 2 | poste
      PDE   | Mobilier
      PDE   |
    `).map(({ rule }) => rule),
  ).toEqual(['LEC-06']);
});

test('not checkable: an envelope that is not known, or no column of postes', () => {
  expect(
    findingsIn(`
      axe 2           | poste
      DOSSIER PAPIER  | Frais annexes
    `).map(({ rule }) => rule),
  ).toEqual(['IMP-06']);
  expect(
    findingsIn(`
      axe 2
      PDE
    `),
  ).toEqual([]);
});
