/** The letters on a lack, an excess or what is left, by the ceilings that bound it: mode, tolerance, whole convention. */
import type { DocumentId } from '../../../src/application/documents/documents';
import type { CeilingMode, Convention, Envelope, Tolerance } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
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

interface Whole {
  readonly id: DocumentId;
  readonly terms: Partial<Convention>;
  readonly ledger: string;
  readonly has: string;
}
