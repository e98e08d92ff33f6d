/** DEL-04 under a ceiling of the whole convention that is less than the sum of its envelopes. */
import type { CeilingMode, Convention } from '../../../../src/domain/envelopes/convention';
import { Euros } from '../../../../src/domain/money/euros';
import { describeFinding } from '../../../../src/messages/describe-finding';
import { findingsIn } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

/** PDE has 500 000 € of AE and SF 100 000 €; the whole has that many, in that mode. */
function withWhole(euros: number, mode: CeilingMode): Convention {
  const base = convention2023();
  return { ...base, ceilings: { ...base.ceilings, AE: { amount: Euros.fromCents<'AE'>(euros * 100), mode } } };
}

/** PDE leaves 80 000 € of AE and SF 100 000 €: 420 000 € are committed. All the CP is left. */
const LEDGER = `
  axe 2 | EJ         | date EJ    | AE      | payé le | CP
  PDE   | 1400000001 | 15/02/2023 | 420 000 |         |
`;

test.each`
  whole        | mode             | ae                   | why
  ${400_000}   | ${'blocking'}    | ${[null, null]}      | ${'it is exceeded: no AE can be given back'}
  ${420_000}   | ${'blocking'}    | ${[null, null]}      | ${'it is used up to the cent'}
  ${420_000.5} | ${'blocking'}    | ${[80_000, 100_000]} | ${'it leaves 0,50 €'}
  ${400_000}   | ${'warning'}     | ${[80_000, 100_000]} | ${'it only warns'}
  ${400_000}   | ${'information'} | ${[80_000, 100_000]} | ${'it only informs'}
`('$whole € for the whole, $mode: $why', ({ whole, mode, ae }: Whole) => {
  const convention = withWhole(whole, mode);
  const found = findingsIn(LEDGER, { convention, asOf: '2024-01-05', whole: true }).flatMap((finding) =>
    finding.rule === 'DEL-04' ? [[finding.details.envelope, finding.details.ae, finding.details.cp]] : [],
  );
  const [ofPde, ofSf] = ae.map((euros) => (euros === null ? null : euros * 100));
  expect(found).toEqual([
    ['PDE', ofPde, 573_032_00],
    ['SF', ofSf, 100_000_00],
  ]);
});

interface Whole {
  readonly whole: number;
  readonly mode: CeilingMode;
  readonly ae: readonly (number | null)[];
}

test.each`
  whole      | mode             | shown                                                       | why
  ${450_000} | ${'blocking'}    | ${'le plafond de la convention laisse en tout 30 000,00 €'} | ${'the letter gives it too'}
  ${450_000} | ${'information'} | ${'le plafond de la convention laisse en tout 30 000,00 €'} | ${'in any mode'}
  ${400_000} | ${'warning'}     | ${'laisse en tout −20 000,00 €'}                            | ${'it is exceeded'}
  ${600_000} | ${'blocking'}    | ${''}                                                       | ${'it is the sum of the envelopes'}
  ${900_000} | ${'blocking'}    | ${''}                                                       | ${'it leaves more than they do'}
`('$whole € for the whole, $mode: « $shown », $why', ({ whole, mode, shown }: Shown) => {
  const convention = withWhole(whole, mode);
  const findings = findingsIn(LEDGER, { convention, asOf: '2024-01-05', whole: true });
  const sentences = findings
    .filter(({ rule }) => rule === 'DEL-04')
    .map((finding) => describeFinding(finding, convention, 'fr').message.replace(/\s/g, ' '));
  expect(sentences).toHaveLength(2);
  for (const sentence of sentences) expect(/laisse en tout/.test(sentence)).toBe(shown !== '');
  expect(sentences[0]).toContain(shown);
});

interface Shown {
  readonly whole: number;
  readonly mode: CeilingMode;
  readonly shown: string;
}
