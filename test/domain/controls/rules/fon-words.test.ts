/**
 * FON-01 and FON-02: a transfer whose author or reference is a word of refusal, of wait or of nothing, or that a mark
 * of the team takes out, gives nothing to the envelope that would receive.
 */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { allocatedCents } from '../../../../src/domain/envelopes/ceilings';
import { conventionAt } from '../../../../src/domain/envelopes/credit-years';
import type { Convention, Movement, RegisterMark } from '../../../../src/domain/envelopes/convention';
import { withLiftedFreezes } from '../../../../src/domain/envelopes/allowances/lifted-freezes';
import { describeFinding } from '../../../../src/messages/describe-finding';
import { notNamedIn } from '../../../../src/workbook/convention/authority-words';
import { findingsIn } from '../../../support/controls';
import { movementOf } from '../../envelopes/builders';
import { NO_LEDGER, withMovements } from './movements';

const END = isoDate('2023-12-31');

function read(movement: Movement): Movement {
  return { ...movement, ...notNamedIn(movement) };
}

const transfer = (of: Partial<Parameters<typeof movementOf>[0]> = {}): Movement =>
  read(movementOf({ from: 'PDE', to: 'SF', cents: 100_00, ...of }));

/** The euros that each envelope gains, « PDE SF ». */
function gainsOf(convention: Convention): string {
  const initial = { ...convention, movements: [] };
  const gain = (code: string): number =>
    (allocatedCents(convention, code, 'AE', END) - allocatedCents(initial, code, 'AE', END)) / 100;
  return `${gain('PDE')} ${gain('SF')}`;
}

/** « FON-02 error Référence », in order. */
function foundIn(convention: Convention): readonly string[] {
  return findingsIn(NO_LEDGER, { convention }).flatMap(({ rule, severity, place }) =>
    rule.startsWith('FON') && place.kind === 'convention' ? [`${rule} ${severity} ${place.column}`] : [],
  );
}

function messageOf(convention: Convention, language: 'fr' | 'en' = 'fr'): string {
  const [found] = findingsIn(NO_LEDGER, { convention }).filter(({ rule }) => rule.startsWith('FON'));
  return (found ? describeFinding(found, convention, language).message : '').replaceAll(/[\u00a0\u202f]/g, ' ');
}

describe('words in place of an authorisation', () => {
  test.each`
    given                                                                                 | gains         | found
    ${{}}                                                                                 | ${'-100 100'} | ${[]}
    ${{ authorisedBy: 'M. Refuse' }}                                                      | ${'-100 100'} | ${[]}
    ${{ reference: '2023-NON-12' }}                                                       | ${'-100 100'} | ${[]}
    ${{ authorisedBy: 'Refusé par la DGEFP' }}                                            | ${'0 0'}      | ${['FON-02 error Autorisé par']}
    ${{ authorisedBy: 'Néant' }}                                                          | ${'0 0'}      | ${['FON-02 error Autorisé par']}
    ${{ reference: 'Refus du 12/03/2023' }}                                               | ${'0 0'}      | ${['FON-02 error Référence']}
    ${{ authorisedBy: 'à demander', authorisedOn: null }}                                 | ${'0 0'}      | ${['FON-01 error Autorisé par']}
    ${{ authorisedBy: '-', reference: '-', authorisedOn: null }}                          | ${'0 0'}      | ${['FON-01 error Autorisé par']}
    ${{ authorisedBy: '-', reference: 'en attente' }}                                     | ${'0 0'}      | ${['FON-02 error Autorisé par']}
    ${{ to: 'PDE', fromLine: 'Frais annexes', toLine: 'Outils' }}                         | ${'0 0'}      | ${[]}
    ${{ to: 'PDE', fromLine: 'Frais annexes', toLine: 'Outils', authorisedBy: 'néant' }}  | ${'0 0'}      | ${[]}
    ${{ to: 'PDE', fromLine: 'Frais annexes', toLine: 'Outils', authorisedBy: 'Refusé' }} | ${'0 0'}      | ${['FON-02 error Autorisé par']}
    ${{ type: 'amendment', from: null, authorisedBy: 'néant' }}                           | ${'0 100'}    | ${[]}
  `('$given', ({ given, gains, found }: { given: object; gains: string; found: string[] }) => {
    const convention = withMovements([transfer(given)]);
    expect(gainsOf(convention)).toBe(gains);
    expect(foundIn(convention)).toEqual(found);
  });

  test.each`
    author      | gains         | found
    ${''}       | ${'-100 100'} | ${[]}
    ${'néant'}  | ${'-100 100'} | ${[]}
    ${'Refusé'} | ${'0 0'}      | ${['FON-01 error Autorisé par']}
  `(
    'needing no consent by the convention, « $author »',
    ({ author, gains, found }: { author: string; gains: string; found: string[] }) => {
      const fungibility = [{ from: null, to: null, nature: null, share: null, amount: null, article: 'art. 3' }];
      const alone = transfer({ authorisedBy: author, authorisedOn: null, reference: '' });
      const convention = { ...withMovements([alone]), fungibility };
      expect(gainsOf(convention)).toBe(gains);
      expect(foundIn(convention)).toEqual(found);
    },
  );

  test('the message quotes what the cell contains, and asks for no authorisation to be made up', () => {
    const refused = withMovements([transfer({ authorisedBy: 'Refusé par la DGEFP' })]);
    expect(messageOf(refused)).toContain('il manque l’auteur (« Refusé par la DGEFP » inscrit), il n’est pas compté');
    expect(messageOf(refused)).toContain('sans cet accord, laissez ces crédits à l’enveloppe d’origine');
    const asked = withMovements([transfer({ authorisedBy: 'à demander', authorisedOn: null })]);
    expect(messageOf(asked)).toContain('aucune autorisation inscrite (« Autorisé par » contient « à demander »)');
    expect(messageOf(asked, 'en')).toContain('no authorisation is recorded (“Autorisé par” contains “à demander”)');
  });
});

describe('a movement that needs no consent, and whose words show that it is not in force', () => {
  const alone = { type: 'amendment', from: null, authorisedBy: '', authorisedOn: null } as const;
  test.each`
    given                                                                | gains       | found
    ${{ reference: 'Avenant n° 1' }}                                     | ${'0 100'}  | ${[]}
    ${{ reference: '' }}                                                 | ${'0 100'}  | ${[]}
    ${{ reference: 'Néant' }}                                            | ${'0 100'}  | ${[]}
    ${{ reference: 'À signer' }}                                         | ${'0 0'}    | ${['FON-02 error Référence']}
    ${{ reference: 'Avenant n° 1 (en attente de signature)' }}           | ${'0 0'}    | ${['FON-02 error Référence']}
    ${{ authorisedBy: 'non signé' }}                                     | ${'0 0'}    | ${['FON-02 error Autorisé par']}
    ${{ type: 'carryOver', authorisedBy: 'refusé par le CBCM' }}         | ${'0 0'}    | ${['FON-02 error Autorisé par']}
    ${{ type: 'restoration', authorisedBy: 'en attente' }}               | ${'0 0'}    | ${['FON-02 error Autorisé par']}
    ${{ reference: 'À signer', date: null }}                             | ${'0 0'}    | ${['FON-02 error Date']}
    ${{ reference: 'À signer', cents: -100_00 }}                         | ${'0 -100'} | ${['FON-02 error Référence']}
    ${{ type: 'freeze', from: 'PDE', to: null, authorisedBy: 'annulé' }} | ${'-100 0'} | ${['FON-02 error Autorisé par']}
  `('$given', ({ given, gains, found }: { given: object; gains: string; found: string[] }) => {
    const convention = withMovements([transfer({ ...alone, ...given })]);
    expect(gainsOf(convention)).toBe(gains);
    expect(foundIn(convention)).toEqual(found);
  });

  test('the message quotes them, and states whether it counts', () => {
    const draft = withMovements([transfer({ ...alone, reference: 'À signer' })]);
    expect(messageOf(draft)).toContain('« Référence » contient « À signer », il n’est pas compté');
    const lower = withMovements([transfer({ ...alone, reference: 'À signer', cents: -100_00 })]);
    expect(messageOf(lower, 'en')).toContain('“Référence” contains “À signer”; it counts, out of prudence');
  });

  test.each`
    date            | authorisedOn    | found
    ${'2023-06-01'} | ${'2023-12-31'} | ${[]}
    ${'2023-06-01'} | ${'2024-01-01'} | ${["FON-02 error Date d'autorisation"]}
    ${'2024-01-01'} | ${'2024-02-01'} | ${[]}
  `('controlled on 31/12/2023, of $date, authorised on $authorisedOn', ({ date, authorisedOn, found }) => {
    const movements = [transfer({ ...alone, date: date as string, authorisedOn: authorisedOn as string })];
    const convention = { ...withMovements(movements), endsOn: isoDate('2024-12-31') };
    const own = foundIn(convention).filter((one) => !one.endsWith('Date'));
    expect(own).toEqual(found);
    if (own.length === 0) return;
    expect(messageOf(convention)).toContain('autorisé le 01/01/2024 seulement, après la date d’arrêté ; il est compté');
  });
});

describe('a mark of the team', () => {
  const mark = { heading: 'Statut', raw: 'Refusé' };
  const alone = { from: null, authorisedBy: '', authorisedOn: null, reference: '' };
  test.each`
    given                                                  | gains       | found
    ${{}}                                                  | ${'0 0'}    | ${['FON-02 warning Statut']}
    ${{ ...alone, type: 'amendment' }}                     | ${'0 0'}    | ${['FON-02 warning Statut']}
    ${{ ...alone, type: 'carryOver' }}                     | ${'0 0'}    | ${['FON-02 warning Statut']}
    ${{ ...alone, type: 'amendment', cents: -100_00 }}     | ${'0 -100'} | ${['FON-02 warning Statut']}
    ${{ ...alone, type: 'freeze', from: 'PDE', to: null }} | ${'-100 0'} | ${['FON-02 warning Statut']}
    ${{ authorisedBy: 'Refusé' }}                          | ${'0 0'}    | ${['FON-02 error Autorisé par']}
    ${{ authorisedBy: '', authorisedOn: null }}            | ${'0 0'}    | ${['FON-01 error Autorisé par']}
  `('a movement gives nothing under it, and takes all the same: $given', ({ given, gains, found }) => {
    const convention = withMovements([{ ...transfer(given as object), mark }]);
    expect(gainsOf(convention)).toBe(gains);
    expect(foundIn(convention)).toEqual(found);
  });

  test('a dégel that is taken out leaves its gel to the next one', () => {
    const of = { ...alone, type: 'restoration', to: 'PDE', lifted: 100_00, word: 'dégel' } as const;
    const gel = movementOf({ type: 'freeze', from: 'PDE', to: null, cents: 100_00 });
    const movements = [gel, { ...movementOf({ ...of, cents: 100_00 }), mark }, movementOf({ ...of, cents: 100_00 })];
    const convention = withLiftedFreezes(withMovements(movements));
    expect(gainsOf(convention)).toBe('0 0');
    expect(foundIn(convention)).toEqual(['FON-02 warning Statut']);
  });

  test.each`
    given                                        | words
    ${mark}                                      | ${'« Statut » contient « Refusé », il n’est pas compté'}
    ${{ heading: 'Montant', raw: null }}         | ${'ligne barrée, il n’est pas compté'}
    ${{ heading: 'Date d’annulation', raw: '' }} | ${'« Date d’annulation » est rempli, il n’est pas compté'}
  `('in words: $words', ({ given, words }: { given: RegisterMark; words: string }) => {
    expect(messageOf(withMovements([{ ...transfer(), mark: given }]))).toContain(words);
  });
});

describe('authorised after the transfer, in a convention of 2023 and 2024', () => {
  const otherYears = [{ year: 2024, ceilings: { AE: null, CP: null }, envelopes: [], rap: [] }];
  test.each`
    date            | authorisedOn    | words
    ${'2023-12-15'} | ${'2023-12-20'} | ${'le 20/12/2023, il n’est compté qu’à partir de ce jour'}
    ${'2023-12-15'} | ${'2024-01-10'} | ${'autorisé après l’exercice 2023, le 10/01/2024, il n’est compté dans aucun exercice'}
    ${'2024-12-15'} | ${'2025-01-10'} | ${'le 10/01/2025, il n’est compté qu’à partir de ce jour'}
    ${'2023-12-15'} | ${'2023-12-15'} | ${''}
  `('on $date, authorised on $authorisedOn', ({ date, authorisedOn, words }: Record<string, string>) => {
    const movements = withMovements([transfer({ date: date!, authorisedOn: authorisedOn! })]).movements;
    const convention = { ...withMovements(movements), otherYears, endsOn: isoDate('2025-12-31') };
    expect(messageOf(convention)).toContain(words);
    if (words === '') expect(foundIn(convention)).toEqual([]);
    const isOfNoYear = words!.includes('aucun');
    const counts = [2023, 2024].some((year) => {
      const ofYear = conventionAt(convention, isoDate(`${year}-12-31`));
      const last = isoDate(year === 2024 ? '2025-12-31' : '2023-12-31');
      return (
        allocatedCents(ofYear, 'SF', 'AE', last) !== allocatedCents({ ...ofYear, movements: [] }, 'SF', 'AE', last)
      );
    });
    expect(counts).toBe(!isOfNoYear);
  });

  test('a convention of one year counts it from that day', () => {
    const convention = withMovements([transfer({ date: '2023-12-15', authorisedOn: '2024-01-10' })]);
    expect(messageOf(convention)).toContain('il n’est compté qu’à partir de ce jour');
    expect(messageOf({ ...convention, otherYears }, 'en')).toContain('it counts in no year');
  });
});
