/** A nature of which the convention gives no amount anywhere: what is consumed of it is compared with nothing (LEC-04). */
import type { Convention } from '../../../../src/domain/envelopes/convention';
import { Euros } from '../../../../src/domain/money/euros';
import type { Nature } from '../../../../src/domain/money/nature';
import { describeFinding } from '../../../../src/messages/describe-finding';
import { findingsIn } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

const LEDGER = `
  axe 2           | EJ         | date EJ    | AE        | payé le    | CP
  PDE             | 1400000001 | 15/07/2023 | 80 000,00 | 20/08/2023 | 1 000,00
  Signaux Faibles | 1400000002 | 15/07/2023 | 10 000,00 | 20/08/2023 | 500,00`;

/** The 2023 convention without any amount of these natures, postes nor restes à payer. */
function without(...natures: readonly Nature[]): Convention {
  const base = convention2023();
  const none = Object.fromEntries(natures.map((nature) => [nature, null]));
  const envelopes = base.envelopes.map((one) => ({
    ...one,
    lines: [],
    openingRap: Euros.zero<'CP'>(),
    ceilings: { ...one.ceilings, ...none },
  }));
  return { ...base, ceilings: { ...base.ceilings, ...none }, envelopes };
}

function foundIn(convention: Convention, ledger = LEDGER): readonly string[] {
  const found = findingsIn(ledger, { convention, whole: true }).filter(({ rule }) => rule === 'LEC-04');
  return found.map(({ severity, place, details }) => {
    const at = place.kind === 'convention' ? `${place.table} ${place.key}` : place.kind;
    const { nature, consumed } = details as unknown as { nature: Nature; consumed: number };
    return `${severity} ${at}: ${nature} ${consumed / 100}`;
  });
}

test.each`
  natures         | expected                                                                                         | why
  ${[]}           | ${[]}                                                                                            | ${'both are given'}
  ${['CP']}       | ${['warning ENV_Convention Plafond CP: CP 1500']}                                                | ${'once, for all the envelopes'}
  ${['AE']}       | ${['warning ENV_Convention Plafond AE: AE 90000']}                                               | ${'the other nature'}
  ${['AE', 'CP']} | ${['warning ENV_Convention Plafond AE: AE 90000', 'warning ENV_Convention Plafond CP: CP 1500']} | ${'each nature'}
`('without any ceiling of $natures: $why', ({ natures, expected }) => {
  expect(foundIn(without(...(natures as Nature[])))).toEqual(expected);
});

test('the ceiling of the whole, or one by programme, bounds what it is given for', () => {
  const base = convention2023();
  const none = without('CP');
  expect(foundIn({ ...none, ceilings: base.ceilings })).toEqual([]);
  const ceilings = { AE: null, CP: base.ceilings.CP };
  const part = { part: 'programme', value: '0103', year: 2023, ceilings, article: '' } as const;
  expect(foundIn({ ...none, partCeilings: [part] }).filter((one) => one.includes('Plafond'))).toEqual([]);
});

test('nothing consumed: nothing to compare', () => {
  const noPayment = LEDGER.replaceAll(/\| 20.*$/gm, '| | ');
  expect(foundIn(without('CP'), noPayment)).toEqual([]);
});

test('the words name the nature, the sum and what to do', () => {
  const convention = without('CP');
  const found = findingsIn(LEDGER, { convention, whole: true }).find(({ rule }) => rule === 'LEC-04')!;
  expect(describeFinding(found, convention, 'fr').message.replace(/\s/g, ' ')).toBe(
    'La convention ne donne aucun montant de CP : 1 500,00 € de CP consommés ne sont comparés à aucun plafond ; ' +
      'attendu : un plafond de CP (règle de tenue du suivi). Saisissez-le dans ENV_Convention ou dans ENV_Enveloppes ; ' +
      'si la convention n’en fixe aucun, acceptez ce constat avec ce motif.',
  );
});
