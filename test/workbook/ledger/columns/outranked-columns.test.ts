/** Of several columns that may be one field, those that a better one outranks: by their words, or by their values. */
import { withoutOutranked } from '../../../../src/workbook/ledger/columns/heading-precision';

interface Claim {
  readonly field: 'ae' | 'cp' | 'commitmentDate' | 'ministerialAxis2';
  readonly position: number;
  readonly heading: string;
  readonly isChosen: boolean;
  readonly confidence: number;
  readonly share: number;
  readonly filled: number;
}

const claim = (heading: string, position: number, more: Partial<Claim> = {}): Claim => ({
  ...{ field: 'ae', heading, position, isChosen: false, confidence: 1, share: 1, filled: 10 },
  ...more,
});
const kept = (claims: readonly Claim[]): readonly string[] =>
  withoutOutranked(claims, ({ share, filled }) => ({ share, filled })).map(({ heading }) => heading);

test.each<readonly [what: string, claims: readonly Claim[], kept: readonly string[]]>([
  ['one alone', [claim('Montant commandé', 0)], ['Montant commandé']],
  ['the better words', [claim('Montant commandé', 0), claim('Montant AE', 1)], ['Montant AE']],
  [
    'not those over other values',
    [claim('Montant commandé', 0), claim('Montant AE', 1, { share: 0 })],
    ['Montant commandé', 'Montant AE'],
  ],
  [
    'the best of those over values of the field',
    [claim('Montant commandé', 0), claim('Engagé', 1), claim('Montant AE', 2, { share: 0 })],
    ['Engagé', 'Montant AE'],
  ],
  [
    'and what the user chose',
    [claim('Montant commandé', 0, { isChosen: true }), claim('Montant AE', 1)],
    ['Montant commandé', 'Montant AE'],
  ],
  ['equal ones', [claim('Montant AE', 0), claim('Montant AE', 1)], ['Montant AE', 'Montant AE']],
  [
    'another field is no rival',
    [claim('Montant commandé', 0), claim('Montant CP', 1, { field: 'cp' })],
    ['Montant commandé', 'Montant CP'],
  ],
  [
    'names of the convention alone',
    [
      claim('Service', 0, { field: 'ministerialAxis2', share: 0.5 }),
      claim('Enveloppe', 1, { field: 'ministerialAxis2' }),
    ],
    ['Enveloppe'],
  ],
  [
    'not a few of them',
    [
      claim('Service', 0, { field: 'ministerialAxis2', share: 0.5 }),
      claim('Enveloppe', 1, { field: 'ministerialAxis2', filled: 4 }),
    ],
    ['Service', 'Enveloppe'],
  ],
])('%s', (_, claims, wanted) => {
  expect(kept(claims)).toEqual(wanted);
});

test.each(['ae', 'ministerialAxis2'] as const)(
  'a heading repeated over a whole sheet is judged once a column',
  (field) => {
    let judged = 0;
    const claims = Array.from({ length: 16_384 }, (_, position) =>
      claim(position % 2 === 0 ? 'Montant commandé' : 'Montant AE', position, { field, share: 0 }),
    );
    withoutOutranked(claims, ({ share, filled }) => {
      judged++;
      return { share, filled };
    });
    expect(judged).toBeLessThanOrEqual(claims.length);
  },
);
