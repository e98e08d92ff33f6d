/** The avenants and redéploiements of the Bilan: the postes add up to their envelope, and controls show a gap. */
import type { Movement } from '../../../src/domain/envelopes/convention';
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
