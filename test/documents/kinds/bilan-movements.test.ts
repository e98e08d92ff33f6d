/** The avenants and redéploiements of the Bilan: the postes add up to their envelope, and controls show a gap. */
import type { Movement, RegisterMark } from '../../../src/domain/envelopes/convention';
import { reasonOtherwise } from '../../../src/documents/figures/ceiling-sums';
import { movementOf } from '../../domain/envelopes/builders';
import { bilanOf, PDE, VALUES, withRap } from '../../support/bilan';
import type { DocumentReader } from '../../support/readers/document-reader';

const OPENED = 'PDE – Dotation d’AE : postes = enveloppe';
const MOVED = 'Avenants et redéploiements';
const POSTE = 'Frais annexes';

const amendment = (part: Partial<Movement> = {}): Movement => ({
  ...movementOf({ type: 'amendment', to: 'PDE', cents: 1_500_00 }),
  ...part,
});

function bilanWith(...movements: readonly Movement[]): DocumentReader {
  return bilanOf('PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 | | | |', {
    convention: { ...withRap(), movements: movements.map((movement, index) => ({ ...movement, index })) },
  });
}

/** The amounts of a row of the block of AE of PDE, up to what is committed. */
function amountsOf(bilan: DocumentReader, label: string): readonly unknown[] {
  const { address } = bilan.find(label, MOVED, PDE);
  return bilan.rows()[Number(address.slice(1)) - 1]!.slice(1, 5);
}

test('an avenant without poste is in the row of what has none, and the column adds up', () => {
  const bilan = bilanWith(amendment());
  expect(amountsOf(bilan, 'Sans poste')).toEqual([0, 1_500, 1_500, 0]);
  expect(amountsOf(bilan, POSTE)).toEqual([2_065, 0, 2_065, 640]);
  expect(amountsOf(bilan, 'Total PDE').slice(0, 3)).toEqual([500_000, 1_500, 501_500]);
  expect(bilan.find(OPENED, 'Ce document').value).toBe(501_500);
  expect(bilan.find(OPENED, 'Référence').value).toBe(501_500);
  expect(bilan.find(OPENED, 'État').value).toBe('Conforme');
  expect(bilan.find(VALUES, 'État').value).toBe('Conforme');
});

test('one that names its poste is in the row of that poste alone', () => {
  const bilan = bilanWith(amendment({ toLine: POSTE }), amendment({ type: 'freeze', to: null, from: 'PDE' }));
  expect(amountsOf(bilan, POSTE)).toEqual([2_065, 1_500, 3_565, 640]);
  expect(amountsOf(bilan, 'Sans poste')).toEqual([0, -1_500, -1_500, 0]);
  expect(bilan.find(OPENED, 'État').value).toBe('Conforme');
});

test('without a movement outside the postes, the row of what has none has no dotation', () => {
  expect(amountsOf(bilanWith(amendment({ toLine: POSTE })), 'Sans poste')).toEqual([null, null, null, 0]);
});

describe('a control compares the movements of the document with those of the table', () => {
  const control = 'AE : mouvements de la table = avenants et redéploiements du document';
  const given = (...movements: readonly Movement[]) => {
    const bilan = bilanWith(...movements);
    return ['Ce document', 'Référence', 'État'].map((heading) => bilan.find(control, heading));
  };

  test('a transfer between envelopes changes nothing', () => {
    const cells = given(amendment(), movementOf({ from: 'SF', to: 'PDE', cents: 200_00 }));
    expect(cells.map(({ value }) => value)).toEqual([1_500, 1_500, 'Conforme']);
  });

  test('whatever the names of the envelopes, which its formula does not look for', () => {
    const formula = given(amendment({ to: 'Place des entreprises' }))[1]?.formula ?? '';
    expect(formula).toContain('ENV_Mouvements[Vers],"<>"');
    expect(formula).not.toContain('Place des entreprises');
  });

  test('a gel lowers, in « De » or in « Vers »', () => {
    for (const freeze of [amendment({ type: 'freeze' }), amendment({ type: 'freeze', from: 'PDE', to: null })]) {
      const [, reference, state] = given(freeze);
      expect([reference?.value, state?.value]).toEqual([-1_500, 'Conforme']);
      expect(reference?.formula).toContain('ENV_Mouvements[Type],"gel"');
    }
  });
});

describe('the words of a movement', () => {
  const NO_TABLES = 'pas de tables de la convention';
  const movedOf = (bilan: DocumentReader) => bilan.find('Total PDE', MOVED, PDE);
  const textsOf = (bilan: DocumentReader): string =>
    bilan
      .rows()
      .map(([first]) => String(first))
      .join(' ')
      .replaceAll(/[\u00a0\u202f]/g, ' ');

  test.each(['Redéploiement', 'Transfert', 'transfer', 'Virement n° 2'])('« %s » is summed as a virement', (word) => {
    const bilan = bilanWith(movementOf({ from: 'PDE', to: 'SF', cents: 200_00, word }));
    expect(movedOf(bilan)).toMatchObject({ value: -200, formula: expect.stringContaining('SUMIFS(') as string });
    expect(textsOf(bilan)).not.toContain(NO_TABLES);
    expect(bilan.find(VALUES, 'État').value).toBe('Conforme');
    expect(bilan.find('AE : enveloppes = convention', 'État').value).toBe('Conforme');
  });

  test('one that is not authorised is left out by the formula', () => {
    const bilan = bilanWith(movementOf({ from: 'PDE', to: 'SF', cents: 200_00, word: 'Transfert', reference: '' }));
    expect(movedOf(bilan)).toMatchObject({ value: 0, formula: expect.stringContaining('SUMIFS(') as string });
  });

  test('« Mise en réserve » is summed as a gel, a dégel within the gel too', () => {
    const frozen = movementOf({ type: 'freeze', from: 'PDE', to: null, cents: 900_00, word: 'Mise en réserve' });
    const lifted = movementOf({ type: 'restoration', from: null, to: 'PDE', cents: 400_00, word: 'Dégel' });
    const bilan = bilanWith(frozen, { ...lifted, lifted: 400_00 });
    expect(movedOf(bilan)).toMatchObject({ value: -500, formula: expect.stringContaining('SUMIFS(') as string });
    expect(bilan.find(VALUES, 'État').value).toBe('Conforme');
  });

  test.each([
    [
      'a dégel above the gel',
      [
        movementOf({ type: 'freeze', from: 'PDE', to: null, cents: 900_00 }),
        movementOf({ type: 'restoration', from: null, to: 'PDE', cents: 1_000_00, word: 'Dégel', lifted: 900_00 }),
      ],
      0,
      'Ligne 2 de ENV_Mouvements (« Dégel » du 01/06/2023) : il lève plus que ce qui était gelé, qui compte seul (FON-02)',
    ],
    [
      'a word that is not known',
      [movementOf({ type: 'amendment', from: null, to: 'PDE', cents: 700_00, word: 'Oups', isUnknown: true })],
      0,
      'Ligne 1 de ENV_Mouvements (« Oups » du 01/06/2023) : son type n’est pas connu et il ne compte pas (FON-02)',
    ],
    [
      'a refused transfer',
      [
        movementOf({
          from: 'SF',
          to: 'PDE',
          cents: 700_00,
          authorisedBy: 'Refusé',
          notNamed: { authorisedBy: 'refused' },
        }),
      ],
      0,
      'Ligne 1 de ENV_Mouvements (« virement » du 01/06/2023) : « Autorisé par » ou « Référence » ne contient ni auteur ni référence',
    ],
    [
      'a report between two envelopes',
      [movementOf({ type: 'carryOver', from: 'SF', to: 'PDE', cents: 700_00 })],
      0,
      'Ligne 1 de ENV_Mouvements (« report » du 01/06/2023) : il a une enveloppe dans « De » et une autre dans « Vers », et il ne compte pas (FON-02)',
    ],
  ])('%s is a value, and the note names it', (_, movements: readonly Movement[], value, why) => {
    const bilan = bilanWith(...movements);
    expect(movedOf(bilan)).toMatchObject({ value, formula: undefined });
    expect(bilan.find('Total PDE', 'Dotation initiale', PDE).formula).toContain('SUMIFS(');
    expect(textsOf(bilan)).toContain(why);
    expect(textsOf(bilan)).not.toContain(NO_TABLES);
    expect(textsOf(bilan)).not.toContain('L’échéancier a des montants en valeurs');
    expect(bilan.find(VALUES, 'Ce document').value).toBe(2);
    expect(bilan.find(VALUES, 'État').value).toBe('À vérifier');
  });

  test.each`
    mark                                   | of                                  | reason
    ${{ heading: 'Statut', raw: 'Refus' }} | ${{ type: 'amendment' }}            | ${'heldBack'}
    ${{ heading: 'Montant', raw: null }}   | ${{ type: 'transfer', from: 'SF' }} | ${'heldBack'}
    ${{ heading: 'Montant', raw: null }}   | ${{ type: 'freeze' }}               | ${'against'}
    ${undefined}                           | ${{ type: 'amendment' }}            | ${null}
  `('no formula follows one that the team takes out: $of', ({ mark, of, reason }) => {
    const movement = amendment({
      ...(of as Partial<Movement>),
      ...(mark !== undefined && { mark: mark as RegisterMark }),
    });
    expect(reasonOtherwise({ ...withRap(), movements: [movement] }, movement)).toBe(reason);
  });
});
