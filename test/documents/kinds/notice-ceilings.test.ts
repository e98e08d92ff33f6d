/** The letters on a lack, an excess or what is left, by the ceilings that bound it: mode, tolerance, whole convention. */
import type { DocumentId } from '../../../src/application/documents/documents';
import type { CeilingMode, Convention, Envelope, Tolerance } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { statusOfConvention } from '../../../src/domain/envelopes/status';
import { controlled, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { convention2023 } from '../../support/conventions';
import { DocumentReader } from '../../support/readers/document-reader';
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

  test(`suspends: ${String(blocks)}; a draft on this envelope alone where it does not`, () => {
    const { text, advice } = noticed('suspension', terms, committed(euros));
    expect(lettersOf(text)).toContain(SUSPENDED);
    expect(text).toContain('soit ' + `${new Intl.NumberFormat('fr-FR').format(euros).replace(/\s/g, ' ')},00 €`);
    if (!blocks) expect(text).toContain('Objet : Suspension de l’exécution de la délégation – PROJET');
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

describe('a ceiling of the whole convention that its envelopes do not add up to', () => {
  const { ceilings } = convention2023();
  /** Ceilings of AE of the convention alone: 600 000 €. */
  const AE_OF_WHOLE: Partial<Convention> = {
    envelopes: [PDE, SF].map((one) => ({ ...one, ceilings: { ...one.ceilings, AE: null } })),
  };
  /** 600 000 € of CP for envelopes of 573 032 € and 100 000 €. */
  const LESS_CP: Partial<Convention> = {
    ceilings: { ...ceilings, CP: { amount: Euros.fromCents(600_000_00), mode: 'blocking' } },
  };
  const OVER_AE = `${LETTER_HEADINGS}
    PDE             | | 1405610188 | 20/03/2023 | 640000 | | |
    Signaux Faibles | | 1405610190 | 03/04/2023 | 60000  | | |`;
  /** 21 000 € of CP are left of the whole, 93 032 € and 1 000 € of the envelopes; 40 000 € are certified. */
  const FEW_CP = `${LETTER_HEADINGS}
    PDE             | | 1405610188 | 20/03/2023 | 499000 | | |
    PDE             | | 1405610188 | | | 01/04/2023 | 10/04/2023 | 480000
    PDE             | | 1405610188 | | | 01/06/2023 | | 40000
    Signaux Faibles | | 1405610190 | 03/04/2023 | 99000  | | |
    Signaux Faibles | | 1405610190 | | | 04/04/2023 | 10/05/2023 | 99000`;
  /** The CP of the whole are paid to the cent: 501 000 € and 99 000 €. */
  const NO_CP = FEW_CP.replace('480000', '501000').replace('40000', '0');

  test.each`
    id                 | terms          | ledger     | has
    ${'insuffisance'}  | ${AE_OF_WHOLE} | ${OVER_AE} | ${'Objet : Insuffisance des crédits – ensemble de la convention'}
    ${'insuffisance'}  | ${AE_OF_WHOLE} | ${OVER_AE} | ${'au titre de l’ensemble de la convention ne suffisent pas'}
    ${'insuffisance'}  | ${AE_OF_WHOLE} | ${OVER_AE} | ${'l’insuffisance s’élève à 100 000,00 € en AE.'}
    ${'insuffisance'}  | ${AE_OF_WHOLE} | ${OVER_AE} | ${'compléter la dotation par avenant (article 4). À défaut'}
    ${'insuffisance'}  | ${AE_OF_WHOLE} | ${OVER_AE} | ${'Ensemble de la convention | AE | 600000 | 700000 | 0 | -100000'}
    ${'suspension'}    | ${AE_OF_WHOLE} | ${OVER_AE} | ${'je suspends l’exécution de la délégation dans son ensemble'}
    ${'suspension'}    | ${AE_OF_WHOLE} | ${OVER_AE} | ${'le dépassement s’élève à 100 000,00 € en AE pour l’ensemble de la convention.'}
    ${'insuffisance'}  | ${LESS_CP}     | ${FEW_CP}  | ${'l’insuffisance s’élève à 19 000,00 € en CP.'}
    ${'non-consommes'} | ${LESS_CP}     | ${FEW_CP}  | ${'Ensemble de la convention : 21 000,00 € de CP n’ont pas été payés.'}
    ${'non-consommes'} | ${LESS_CP}     | ${FEW_CP}  | ${'reprise, dans la limite de ceux de l’ensemble de la convention.'}
    ${'resiliation'}   | ${LESS_CP}     | ${FEW_CP}  | ${'les crédits non consommés s’élèvent à 2 000,00 € d’AE et 21 000,00 € de CP.'}
    ${'non-consommes'} | ${LESS_CP}     | ${NO_CP}   | ${'Place des entreprises : 1 000,00 € d’AE n’ont pas été engagées. Enveloppe'}
    ${'non-consommes'} | ${LESS_CP}     | ${NO_CP}   | ${'peuvent faire l’objet d’une reprise. '}
    ${'resiliation'}   | ${LESS_CP}     | ${NO_CP}   | ${'les crédits non consommés s’élèvent à 2 000,00 € d’AE.'}
    ${'non-consommes'} | ${AE_OF_WHOLE} | ${FEW_CP}  | ${'Ensemble de la convention : 2 000,00 € d’AE n’ont pas été engagées.'}
  `('$id: « $has »', ({ id, terms, ledger, has }: Whole) => {
    const { text, advice } = noticed(id, terms, ledger);
    expect(`${lettersOf(text)} `).toContain(has);
    expect(advice).not.toMatch(/Aucune insuffisance|Aucun dépassement|Aucun crédit/);
  });

  test('the lack of an envelope is listed beside that of the whole, when the whole lacks more', () => {
    const { envelopes = [] } = bounded('blocking');
    const terms = {
      envelopes,
      ceilings: { ...ceilings, AE: { amount: Euros.fromCents<'AE'>(300_000_00), mode: 'blocking' } },
    } as const;
    const ledger = `${OVER_AE.replace('640000', '290000').replace('60000 ', '105000')}`;
    const { text } = noticed('insuffisance', terms, ledger);
    expect(lettersOf(text)).toContain(
      'l’insuffisance s’élève à : Enveloppe Signaux Faibles : 5 000,00 € en AE. Ensemble de la convention : 95 000,00 € en AE.',
    );
    const suspended = lettersOf(noticed('suspension', terms, ledger).text);
    expect(suspended).toContain(
      'le dépassement s’élève à 95 000,00 € en AE pour l’ensemble de la convention. Enveloppe Signaux Faibles : 5 000,00 € en AE.',
    );
    expect(suspended).toContain('dans son ensemble');
  });

  test('no transfer between envelopes covers it: the writer is asked for an amendment', () => {
    expect(noticed('fongibilite', AE_OF_WHOLE, OVER_AE).advice).toBe(
      'Il manque 100 000,00 € d’AE pour l’ensemble de la convention : aucun redéploiement entre enveloppes ne peut le couvrir, demandez un avenant.',
    );
  });

  test.each`
    mode             | id                 | has
    ${'information'} | ${'non-consommes'} | ${'Place des entreprises : 80 000,00 € d’AE n’ont pas été engagées'}
    ${'information'} | ${'non-consommes'} | ${'Signaux Faibles : 100 000,00 € d’AE n’ont pas été engagées'}
    ${'information'} | ${'non-consommes'} | ${'peuvent faire l’objet d’une reprise. '}
    ${'warning'}     | ${'non-consommes'} | ${'Signaux Faibles : 100 000,00 € d’AE n’ont pas été engagées'}
    ${'information'} | ${'resiliation'}   | ${'s’élèvent à 180 000,00 € d’AE et 673 032,00 € de CP.'}
    ${'blocking'}    | ${'non-consommes'} | ${'Signaux Faibles : 100 000,00 € de CP n’ont pas été payés.'}
    ${'blocking'}    | ${'resiliation'}   | ${'s’élèvent à 673 032,00 € de CP.'}
  `(
    '420 000 € of AE for a ceiling of 400 000 € of the whole ($mode): $id, « $has »',
    ({ mode, id, has }: { mode: CeilingMode; id: DocumentId; has: string }) => {
      const AE = { amount: Euros.fromCents<'AE'>(400_000_00), mode };
      const ledger = `${LETTER_HEADINGS}\n  PDE | | 1405610188 | 20/03/2023 | 420000 | | |`;
      const { text } = noticed(id, { ceilings: { ...ceilings, AE } }, ledger);
      expect(`${lettersOf(text)} `).toContain(has);
    },
  );

  test('a ceiling of the whole that only informs suspends nothing, and its excess is named', () => {
    const AE = { amount: Euros.fromCents<'AE'>(600_000_00), mode: 'information' } as const;
    const { text, advice } = noticed('suspension', { ...AE_OF_WHOLE, ceilings: { ...ceilings, AE } }, OVER_AE);
    expect(text).not.toContain('le dépassement s’élève');
    expect(advice).toContain('(100 000,00 € d’AE pour l’ensemble de la convention) est dans la tolérance');
  });

  test('its row is made of formulas, compared with the figure of the product; no row under a sum', () => {
    const { workbook } = noticed('insuffisance', LESS_CP, FEW_CP);
    const letter = new DocumentReader(workbook, 'Insuffisance de crédits');
    const row = letter.rows().findIndex(([label]) => label === 'Ensemble de la convention') + 1;
    expect(['C', 'D', 'F'].map((column) => letter.at(`${column}${row}`).value)).toEqual([600_000, 579_000, -19_000]);
    expect(['C', 'D', 'F'].map((column) => letter.at(`${column}${row}`).formula === undefined)).toEqual([
      false,
      false,
      false,
    ]);
    expect(letter.find('Ensemble de la convention – CP : consommé du document = complément', 'Écart').value).toBe(0);
    expect(noticed('insuffisance', {}, FEW_CP).text).not.toContain('Ensemble de la convention |');
  });
});

describe('a blocking ceiling of the whole convention that is the sum of its envelopes: 600 000 € of AE', () => {
  const TOLERANT: Partial<Convention> = {
    envelopes: [PDE, SF].map((one) => ({ ...one, tolerance: { share: 0.05 } })),
  };
  /** AE committed on PDE (500 000 €) and on Signaux Faibles (100 000 €). */
  const both = (pde: number, sf: number): string =>
    `${LETTER_HEADINGS}\n  PDE | | 1405610188 | 20/03/2023 | ${pde} | | |\n  Signaux Faibles | | 1405610190 | 03/04/2023 | ${sf} | | |`;

  test.each`
    pde        | sf         | status         | suspends                                    | excess                                                                           | why
    ${510_000} | ${99_000}  | ${'suspended'} | ${'dans son ensemble'}                      | ${'le dépassement s’élève à 9 000,00 € en AE pour l’ensemble de la convention.'} | ${'PDE is within its tolerance, the whole has none'}
    ${510_000} | ${90_000}  | ${'exhausted'} | ${null}                                     | ${null}                                                                          | ${'exactly the whole'}
    ${530_000} | ${99_000}  | ${'suspended'} | ${'pour l’enveloppe Place des entreprises'} | ${'le dépassement s’élève à 30 000,00 € en AE.'}                                 | ${'PDE is above its tolerance: it is suspended, as DEL-03 names it'}
    ${400_000} | ${104_000} | ${'exhausted'} | ${null}                                     | ${null}                                                                          | ${'96 000 € of the whole are left'}
  `('$pde € and $sf €: $why', ({ pde, sf, status, suspends, excess }: Judged) => {
    const ledger = both(pde, sf);
    const workbook = ledgerWorkbook({ ...convention2023(), ...TOLERANT }, ledger);
    const { charged, balances } = controlled(workbook).report;
    expect(statusOfConvention(charged.convention, balances)).toBe(status);
    const letter = noticed('suspension', TOLERANT, ledger);
    expect(letter.advice.includes('la suspension n’est pas justifiée par ces chiffres')).toBe(suspends === null);
    if (suspends !== null)
      expect(lettersOf(letter.text)).toContain(`je suspends l’exécution de la délégation ${suspends}`);
    if (excess !== null) expect(lettersOf(letter.text)).toContain(excess);
    const informs = lettersOf(noticed('insuffisance', TOLERANT, ledger).text);
    expect(informs.includes(ELSE_SUSPENDED)).toBe(suspends !== null);
  });
});

interface Judged {
  readonly pde: number;
  readonly sf: number;
  readonly status: string;
  readonly suspends: string | null;
  readonly excess: string | null;
}

describe('a ceiling of the whole that does not block, below its envelopes', () => {
  test.each`
    id                 | whole      | has
    ${'resiliation'}   | ${400_000} | ${'s’élèvent à 171 000,00 € d’AE et 673 032,00 € de CP. Ensemble de la convention : son plafond, qui n’est pas bloquant, ne laisse plus d’AE.'}
    ${'resiliation'}   | ${500_000} | ${'s’élèvent à 171 000,00 € d’AE et 673 032,00 € de CP. Ensemble de la convention : son plafond, qui n’est pas bloquant, ne laisse que 71 000,00 € d’AE.'}
    ${'non-consommes'} | ${400_000} | ${'Ensemble de la convention : son plafond, qui n’est pas bloquant, ne laisse plus d’AE.'}
    ${'non-consommes'} | ${500_000} | ${'Ensemble de la convention : 71 000,00 € d’AE n’ont pas été engagées.'}
  `(
    '$id, $whole € for 429 000 € committed: « $has »',
    ({ id, whole, has }: { id: DocumentId; whole: number; has: string }) => {
      const AE = { amount: Euros.fromCents<'AE'>(whole * 100), mode: 'warning' } as const;
      const ledger = `${LETTER_HEADINGS}\n  PDE | | 1405610188 | 20/03/2023 | 420000 | | |\n  SF | | 1405610190 | 03/04/2023 | 9000 | | |`;
      const { text } = noticed(id, { ceilings: { ...convention2023().ceilings, AE } }, ledger);
      expect(lettersOf(text)).toContain(has);
    },
  );

  test('no sentence on it where its envelopes leave no less', () => {
    const AE = { amount: Euros.fromCents<'AE'>(700_000_00), mode: 'warning' } as const;
    const { text } = noticed('resiliation', { ceilings: { ...convention2023().ceilings, AE } }, committed(9_000));
    expect(lettersOf(text)).toContain('s’élèvent à 691 000,00 € d’AE');
    expect(text).not.toContain('bloquant');
  });
});

describe('credits of 2022 above their ceiling, in the letter of 2023', () => {
  const { ceilings, envelopes } = convention2023();
  const SINCE_2022: Partial<Convention> = {
    signedOn: isoDate('2021-12-13'),
    otherYears: [{ year: 2022, ceilings, envelopes, rap: [] }],
  };
  const ofBoth = (euros: number): string =>
    `${LETTER_HEADINGS}\n  SF | | 1405610190 | 03/04/2022 | ${euros} | | |\n  PDE | | 1405610191 | 03/04/2023 | 1 | | |`;

  test('the advice on a letter on a lack gives them', () => {
    expect(noticed('insuffisance', SINCE_2022, ofBoth(110_000)).advice).toContain(
      'Crédits de 2022 : il manque 10 000,00 € d’AE pour Signaux Faibles, ce que ce courrier n’indique pas. Si le délégant ne le sait pas, informez-le par un courrier arrêté au 31/12/2022.',
    );
  });

  test('exactly the ceiling is no lack', () => {
    expect(noticed('insuffisance', SINCE_2022, ofBoth(100_000)).advice).not.toContain('Crédits de 2022');
  });
});

interface Whole {
  readonly id: DocumentId;
  readonly terms: Partial<Convention>;
  readonly ledger: string;
  readonly has: string;
}
