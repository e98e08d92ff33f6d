/** The letters on a lack, an excess or what is left, by the ceilings that bound it: mode, tolerance, whole convention. */
import type { CeilingMode, Convention, Envelope, Tolerance } from '../../../src/domain/envelopes/convention';
import { convention2023 } from '../../support/conventions';
import { LETTER_HEADINGS, lettersOf, noticed } from '../../support/readers/letter-reader';

const [PDE, SF] = convention2023().envelopes as [Envelope, Envelope];
const SUSPENDED = 'je suspends l’exécution de la délégation pour l’enveloppe Signaux Faibles';
const ELSE_SUSPENDED = 'À défaut d’ajustement, l’exécution de la délégation sera suspendue';

/** Signaux Faibles with another tolerance, or another mode of its ceiling of AE (100 000 €). */
function bounded(mode: CeilingMode, tolerance?: Tolerance): Partial<Convention> {
  const { AE, CP } = SF.ceilings;
  if (!AE) throw new Error('no AE');
  return { envelopes: [PDE, { ...SF, ceilings: { AE: { ...AE, mode }, CP }, ...(tolerance && { tolerance }) }] };
}

/** AE committed on Signaux Faibles. */
function committed(euros: number): string {
  return `${LETTER_HEADINGS}\n  Signaux Faibles | | 1405610190 | 03/04/2023 | ${euros} | | |`;
}

describe.each`
  mode             | tolerance            | euros      | blocks   | why
  ${'blocking'}    | ${undefined}         | ${102_000} | ${true}  | ${'above a blocking ceiling'}
  ${'blocking'}    | ${{ share: 0.05 }}   | ${102_000} | ${false} | ${'within the tolerance of 5 %'}
  ${'blocking'}    | ${{ share: 0.05 }}   | ${105_000} | ${false} | ${'exactly the tolerance'}
  ${'blocking'}    | ${{ share: 0.05 }}   | ${105_001} | ${true}  | ${'a euro above the tolerance'}
  ${'blocking'}    | ${{ cents: 500_00 }} | ${102_000} | ${true}  | ${'above a tolerance of 500 €'}
  ${'warning'}     | ${undefined}         | ${102_000} | ${false} | ${'a ceiling that warns'}
  ${'information'} | ${undefined}         | ${102_000} | ${false} | ${'a ceiling that informs'}
`('$euros € of AE for 100 000 €, $why', ({ mode, tolerance, euros, blocks }: Bound) => {
  const terms = bounded(mode, tolerance);
  const over = `${new Intl.NumberFormat('fr-FR').format(euros - 100_000).replace(/\s/g, ' ')},00 €`;

  test(`suspends: ${String(blocks)}`, () => {
    const { text, advice } = noticed('suspension', terms, committed(euros));
    expect(lettersOf(text).includes(SUSPENDED)).toBe(blocks);
    expect(lettersOf(text).includes(`le dépassement s’élève à ${over} en AE.`)).toBe(blocks);
    const reason = `Le dépassement au 31/12/2023 (${over} d’AE pour Signaux Faibles) est dans la tolérance de la convention, ou son plafond n’est pas bloquant : la suspension n’est pas justifiée par ces chiffres.`;
    expect(advice.includes(reason)).toBe(!blocks);
  });

  test('informs of the lack in any case, and of a suspension only when it would follow', () => {
    const { text, advice } = noticed('insuffisance', terms, committed(euros));
    expect(lettersOf(text)).toContain(`l’insuffisance s’élève à ${over} en AE.`);
    expect(lettersOf(text).includes(ELSE_SUSPENDED)).toBe(blocks);
    expect(advice).not.toContain('Aucune insuffisance');
  });
});

interface Bound {
  readonly mode: CeilingMode;
  readonly tolerance: Tolerance | undefined;
  readonly euros: number;
  readonly blocks: boolean;
}
