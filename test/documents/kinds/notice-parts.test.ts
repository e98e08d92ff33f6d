/** The letters on a lack or an excess under a ceiling over a programme or a titre, which no envelope shows. */
import type { Convention, Envelope } from '../../../src/domain/envelopes/convention';
import type { PartCeiling } from '../../../src/domain/envelopes/allowances/allowances';
import { Euros } from '../../../src/domain/money/euros';
import { convention2023 } from '../../support/conventions';
import { LETTER_HEADINGS, lettersOf, noticed } from '../../support/readers/letter-reader';

const [PDE, SF] = convention2023().envelopes as [Envelope, Envelope];
const NO_ADVICE_THAT_NOTHING_LACKS = /Aucune insuffisance|Aucun dépassement/;

type Bounds = Partial<Pick<PartCeiling, 'part' | 'value'>> & {
  readonly AE?: number;
  readonly CP?: number;
  readonly mode?: 'blocking' | 'information';
};

/** A ceiling in euros over the programme 0103, that of both envelopes, or over titre 3, that of PDE alone. */
function bounded({ part = 'programme', value = '103', AE, CP, mode = 'blocking' }: Bounds): Partial<Convention> {
  const ceilings = {
    AE: AE === undefined ? null : { amount: Euros.fromCents<'AE'>(AE * 100), mode },
    CP: CP === undefined ? null : { amount: Euros.fromCents<'CP'>(CP * 100), mode },
  };
  return {
    envelopes:
      part === 'titre'
        ? [
            { ...PDE, titre: '3' },
            { ...SF, titre: '2' },
          ]
        : [PDE, SF],
    partCeilings: [{ part, value, year: 2023, ceilings, article: 'art. 1.2' }],
  };
}

const PROGRAMME_AE = bounded({ AE: 400_000 });
const PROGRAMME_CP = bounded({ CP: 400_000 });
const TITRE_AE = bounded({ part: 'titre', value: '3', AE: 400_000 });

/** 410 000 € of AE are committed on PDE, which has 500 000 €, and as much service fait is not paid. */
const LEDGER = `${LETTER_HEADINGS}
  PDE | Prestations | 1405610188 | 20/02/2023 | 410000 | | |
  PDE | Prestations | 1405610188 | | | 20/03/2023 | | 410000`;
/** Signaux Faibles has 5 000 € too much of its own too. */
const WITH_SF = `${LEDGER}
  Signaux Faibles | | 1405610190 | 03/04/2023 | 105000 | | |`;

describe('410 000 € for a blocking ceiling of 400 000 €', () => {
  test.each`
    id                | terms           | has
    ${'insuffisance'} | ${PROGRAMME_AE} | ${'Objet : Insuffisance des crédits – programme 0103'}
    ${'insuffisance'} | ${PROGRAMME_AE} | ${'les crédits mis à disposition sur le programme 0103 ne suffisent pas'}
    ${'insuffisance'} | ${PROGRAMME_AE} | ${'l’insuffisance s’élève à 10 000,00 € en AE.'}
    ${'insuffisance'} | ${PROGRAMME_AE} | ${'compléter la dotation par avenant (article 4). À défaut d’ajustement'}
    ${'insuffisance'} | ${PROGRAMME_CP} | ${'l’insuffisance s’élève à 10 000,00 € en CP.'}
    ${'insuffisance'} | ${TITRE_AE}     | ${'les crédits mis à disposition sur le titre 3 ne suffisent pas'}
    ${'suspension'}   | ${PROGRAMME_AE} | ${'informé de l’insuffisance des crédits du programme 0103.'}
    ${'suspension'}   | ${PROGRAMME_AE} | ${'je suspends l’exécution de la délégation pour le programme 0103 à compter'}
    ${'suspension'}   | ${PROGRAMME_AE} | ${'le dépassement s’élève à 10 000,00 € en AE.'}
    ${'suspension'}   | ${PROGRAMME_AE} | ${'Les engagements déjà souscrits demeurent dus.'}
    ${'suspension'}   | ${TITRE_AE}     | ${'je suspends l’exécution de la délégation pour le titre 3 à compter'}
  `('$id: « $has »', ({ id, terms, has }: { id: 'insuffisance'; terms: Partial<Convention>; has: string }) => {
    const { text, advice } = noticed(id, terms, LEDGER);
    expect(lettersOf(text)).toContain(has);
    expect(lettersOf(text)).not.toMatch(/enveloppes? (Place|PDE|Signaux)/);
    expect(advice).not.toMatch(NO_ADVICE_THAT_NOTHING_LACKS);
  });

  test('what only waits is a lack, and nothing to suspend yet', () => {
    const { text, advice } = noticed('suspension', PROGRAMME_CP, LEDGER);
    expect(lettersOf(text)).not.toContain('le dépassement s’élève');
    expect(advice).toContain('Aucun dépassement au 31/12/2023');
  });

  test('the request of a redéploiement asks nothing for it, and its writer knows the amount', () => {
    expect(noticed('fongibilite', PROGRAMME_AE, LEDGER).advice).toBe(
      'Il manque 10 000,00 € d’AE pour le programme 0103, ce que le courrier ne demande pas : informez le délégant de cette insuffisance.',
    );
  });
});

test('an envelope and a titre are exceeded: each has its amount', () => {
  const informed = lettersOf(noticed('insuffisance', TITRE_AE, WITH_SF).text);
  expect(informed).toContain('Insuffisance des crédits – enveloppe Signaux Faibles et titre 3');
  expect(informed).toContain('au titre de l’enveloppe Signaux Faibles et sur le titre 3 ne suffisent pas');
  expect(informed).toContain(
    'l’insuffisance s’élève à : Enveloppe Signaux Faibles : 5 000,00 € en AE. Titre 3 : 10 000,00 € en AE.',
  );
  const suspended = lettersOf(noticed('suspension', TITRE_AE, WITH_SF).text);
  expect(suspended).toContain('pour l’enveloppe Signaux Faibles et le titre 3 à compter');
  expect(suspended).toContain(
    'le dépassement s’élève à : Enveloppe Signaux Faibles : 5 000,00 € en AE. Titre 3 : 10 000,00 € en AE.',
  );
});

test('a ceiling that only informs: the lack is stated, no suspension is announced, and the advice gives the excess', () => {
  const terms = bounded({ AE: 400_000, mode: 'information' });
  const { text } = noticed('insuffisance', terms, LEDGER);
  expect(lettersOf(text)).toContain('l’insuffisance s’élève à 10 000,00 € en AE.');
  expect(text).not.toContain('À défaut d’ajustement');
  expect(noticed('suspension', terms, LEDGER).advice).toContain(
    'Le dépassement au 31/12/2023 (10 000,00 € d’AE pour le programme 0103) est dans la tolérance de la convention, ou son plafond n’est pas bloquant',
  );
});

test.each(['insuffisance', 'suspension', 'fongibilite'] as const)(
  '%s: a titre that the rows do not give is not calculable, and not « aucune insuffisance »',
  (id) => {
    const terms = { ...TITRE_AE, envelopes: [PDE, SF] };
    const { advice } = noticed(id, terms, LEDGER.replace('410000', '390000'));
    expect(advice).toContain(
      'Les chiffres d’AE du titre 3 ne sont pas calculables : le courrier n’en tient pas compte.',
    );
    expect(advice).not.toMatch(NO_ADVICE_THAT_NOTHING_LACKS);
  },
);

/** The rows of the table of a letter whose name is this one. */
const rowsNamed = (name: string, terms: Partial<Convention>, ledger = LEDGER): readonly string[] =>
  noticed('insuffisance', terms, ledger)
    .text.split('\n')
    .filter((row) => row.startsWith(`${name} | `));
const BOTH_NATURES = bounded({ AE: 400_000, CP: 500_000 });
const OF_VALUES = 'Les lignes de programme ou de titre sont des valeurs à la date d’arrêté.';

describe('the table of the letter has the row of the ceiling that its sentences are about', () => {
  test.each`
    name                | terms           | rows
    ${'Programme 0103'} | ${PROGRAMME_AE} | ${['Programme 0103 | AE | 400000 | 410000 | 0 | -10000']}
    ${'Programme 0103'} | ${BOTH_NATURES} | ${['Programme 0103 | AE | 400000 | 410000 | 0 | -10000', 'Programme 0103 | CP | 500000 | 0 | 410000 | 90000']}
    ${'Titre 3'}        | ${TITRE_AE}     | ${['Titre 3 | AE | 400000 | 410000 | 0 | -10000']}
  `(
    '$name, by nature: $rows',
    ({ name, terms, rows }: { name: string; terms: Partial<Convention>; rows: string[] }) => {
      expect(rowsNamed(name, terms)).toEqual(rows);
      expect(noticed('insuffisance', terms, LEDGER).text).toContain(OF_VALUES);
    },
  );

  test('a titre that the rows do not give: its figures are not calculable', () => {
    const [row] = rowsNamed('Titre 3', { ...TITRE_AE, envelopes: [PDE, SF] });
    expect(row).toBe('Titre 3 | AE | 400000 | non calculable | non calculable | non calculable');
  });

  test('without such a ceiling, no row and no note', () => {
    expect(noticed('insuffisance', {}, LEDGER).text).not.toContain(OF_VALUES);
  });
});

describe('the rest of the envelopes, under a ceiling over a programme or a titre', () => {
  const [AHEAD, ABOVE] = [bounded({ AE: 450_000 }), PROGRAMME_AE];
  const WITHIN = 'dans la limite de ce que laissent les plafonds ci-dessus';

  test.each`
    id                 | terms    | sentence
    ${'non-consommes'} | ${AHEAD} | ${'Programme 0103 : son plafond ne laisse que 40 000,00 € d’AE.'}
    ${'non-consommes'} | ${ABOVE} | ${'Programme 0103 : son plafond ne laisse plus d’AE.'}
    ${'resiliation'}   | ${AHEAD} | ${'Programme 0103 : son plafond ne laisse que 40 000,00 € d’AE.'}
    ${'resiliation'}   | ${ABOVE} | ${'Programme 0103 : son plafond ne laisse plus d’AE.'}
  `(
    '$id: « $sentence »',
    ({ id, terms, sentence }: { id: 'resiliation'; terms: Partial<Convention>; sentence: string }) => {
      const text = lettersOf(noticed(id, terms, LEDGER).text);
      expect(text).toContain(sentence);
      expect(text.includes(WITHIN)).toBe((id as string) === 'non-consommes');
    },
  );

  test('a titre takes nothing from the envelopes that are not of it', () => {
    const of = (AE: number): string =>
      lettersOf(noticed('resiliation', bounded({ part: 'titre', value: '3', AE }), LEDGER).text);
    expect(of(500_000)).not.toContain('son plafond');
    expect(of(499_000)).toContain('Titre 3 : son plafond ne laisse que 89 000,00 € d’AE.');
  });

  test.each(['non-consommes', 'resiliation'] as const)(
    '%s: a ceiling that only informs takes nothing from them',
    (id) => {
      const text = lettersOf(noticed(id, bounded({ AE: 400_000, mode: 'information' }), LEDGER).text);
      expect(text).not.toContain('son plafond');
    },
  );
});
