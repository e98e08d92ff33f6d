/** Names compared as a person would, and the nearest one offered. */
import fc from 'fast-check';
import { comparable, editDistance, isComparableTo, isTypo, nearest } from '../../src/domain/text';

describe('two spellings of one name', () => {
  it.each`
    one                                  | other
    ${'Signaux Faibles'}                 | ${'signaux  faibles'}
    ${'Signaux Faibles'}                 | ${' SIGNAUX\u00a0FAIBLES '}
    ${'Signaux Faibles'}                 | ${'Signaux-faibles'}
    ${'Signaux Faibles'}                 | ${'signaux_faibles'}
    ${'Hébergement'}                     | ${'HEBERGEMENT'}
    ${'He\u0301bergement'}               | ${'Hébergement'}
    ${'Tests d’intrusion'}               | ${"tests d'intrusion"}
    ${'Œuvres'}                          | ${'oeuvres'}
    ${'Place\u2011des\u2013entreprises'} | ${'Place des entreprises'}
    ${'Axe\nministériel 2'}              | ${'axe ministeriel 2'}
    ${'Nº pce réf'}                      | ${'NO pce ref'}
  `('$one is $other', ({ one, other }: Record<string, string>) => {
    expect(comparable(one!)).toBe(comparable(other!));
  });

  it.each`
    one        | other
    ${'PDE'}   | ${'PDX'}
    ${'Lot 1'} | ${'Lot 2'}
    ${'Lot 1'} | ${'Lot1'}
    ${'A.B'}   | ${'A B'}
  `('$one is not $other', ({ one, other }: Record<string, string>) => {
    expect(comparable(one!)).not.toBe(comparable(other!));
  });

  it.each`
    text                       | form
    ${'Place-des-Entreprises'} | ${'place des entreprises'}
    ${" L'axe `2` "}           | ${'l axe 2'}
    ${'\u00c6quo \u0152uvre'}  | ${'aequo oeuvre'}
    ${'~Été~ - 2023'}          | ${'~ete~ 2023'}
    ${'\u00a0É\u00a0'}         | ${'e'}
    ${' a\tb '}                | ${'a b'}
  `('« $text » is compared as « $form »', ({ text, form }: Record<string, string>) => {
    expect(comparable(text!)).toBe(form);
  });

  it('is compared by the letters of Unicode, without marks, whatever signs are around', () => {
    const sign = fc.oneof(
      fc.constantFrom(..." aZ9-_'’–éÉçœŒæ½°ºŉ´¨\u00a0\u0301\t"),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        const text = signs.join('');
        const letters = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
        const words = letters
          .replaceAll('œ', 'oe')
          .replaceAll('æ', 'ae')
          .split(/[\s\p{Z}\p{Pd}\u2212_'’‘ʼ`´]+/u);
        expect(comparable(text)).toBe(words.join(' ').trim());
      }),
      { numRuns: 5000 },
    );
  });

  it('is known by its form', () => {
    const texts = ['PDE', 'pde', 'Pde ', '-pde', 'PED', 'é', 'E', '1er', '«1er', '', ' ', '@', '`', '[', '{'];
    for (const text of texts)
      for (const other of texts)
        expect([text, other, isComparableTo(text, comparable(other))]).toEqual([
          text,
          other,
          comparable(text) === comparable(other),
        ]);
  });

  it('is compared in a form that no longer changes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(comparable(comparable(text))).toBe(comparable(text));
      }),
      { numRuns: 2000 },
    );
  });
});

/** The textbook distance, by recursion on whole words: slow, plain, written apart. */
function distanceByDefinition(first: string, second: string): number {
  if (first === '' || second === '') return Math.max(first.length, second.length);
  const same = first[0] === second[0] ? 0 : 1;
  const choices = [
    distanceByDefinition(first.slice(1), second) + 1,
    distanceByDefinition(first, second.slice(1)) + 1,
    distanceByDefinition(first.slice(1), second.slice(1)) + same,
  ];
  if (first.length > 1 && second.length > 1 && first[0] === second[1] && first[1] === second[0]) {
    choices.push(distanceByDefinition(first.slice(2), second.slice(2)) + 1);
  }
  return Math.min(...choices);
}

describe('the distance between two words', () => {
  it.each`
    first        | second        | max  | distance
    ${'PDE'}     | ${'PDE'}      | ${0} | ${0}
    ${'PDE'}     | ${'PDX'}      | ${2} | ${1}
    ${'PED'}     | ${'PDE'}      | ${2} | ${1}
    ${'faible'}  | ${'faibles'}  | ${2} | ${1}
    ${'signaux'} | ${'singaus'}  | ${3} | ${2}
    ${'abc'}     | ${'xyz'}      | ${2} | ${3}
    ${''}        | ${'abc'}      | ${5} | ${3}
    ${'abc'}     | ${'abcdefgh'} | ${2} | ${3}
  `(
    '$first to $second within $max is $distance',
    ({ first, second, max, distance }: { first: string; second: string; max: number; distance: number }) => {
      expect(editDistance(first, second, max)).toBe(distance);
    },
  );

  it('is the definition’s, cut at the bound of one, for longer words', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (first, second) => {
        expect(editDistance(first, second, 1)).toBe(Math.min(distanceByDefinition(first, second), 2));
      }),
      { numRuns: 500 },
    );
  });

  it('is the definition’s, cut at the bound', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.nat(6), (first, second, max) => {
        expect(editDistance(first, second, max)).toBe(Math.min(distanceByDefinition(first, second), max + 1));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the nearest name', () => {
  const names = ['PDE', 'Place des entreprises', 'Signaux Faibles', 'SF'];

  it.each`
    typed                     | meant
    ${'PDX'}                  | ${'PDE'}
    ${'pde'}                  | ${'PDE'}
    ${'PED'}                  | ${'PDE'}
    ${'Signaux Faible'}       | ${'Signaux Faibles'}
    ${'signeaux faibbles'}    | ${'Signaux Faibles'}
    ${'place des entreprise'} | ${'Place des entreprises'}
    ${'SG'}                   | ${null}
    ${'Incubateur'}           | ${null}
    ${''}                     | ${null}
    ${'x'.repeat(40_000)}     | ${null}
  `('of $typed is $meant', ({ typed, meant }: { typed: string; meant: string | null }) => {
    expect(nearest(typed, names)).toBe(meant);
  });

  it.each`
    typed       | names                   | meant       | why
    ${'abcdef'} | ${['abcdxy']}           | ${'abcdxy'} | ${'a third of the letters'}
    ${'abcdef'} | ${['abcxyz']}           | ${null}     | ${'more than a third'}
    ${'abcdef'} | ${['abcdxy', 'abcdey']} | ${'abcdey'} | ${'a closer one comes later'}
    ${'abcdef'} | ${['abcdey', 'abcdxy']} | ${'abcdey'} | ${'a closer one comes first'}
    ${'abcdef'} | ${['abcdef', 'abcdef']} | ${'abcdef'} | ${'the same'}
  `('of $typed among $names is $meant: $why', (row: { typed: string; names: string[]; meant: string | null }) => {
    expect(nearest(row.typed, row.names)).toBe(row.meant);
  });

  it('is sought by the first two hundred letters', () => {
    const long = 'x'.repeat(200);
    const other = `${long}${'b'.repeat(150)}`;
    expect(nearest(`${long}${'a'.repeat(150)}`, [other])).toBe(other);
    expect(nearest(long, [`${'x'.repeat(133)}${'y'.repeat(67)}`])).toBeNull();
  });

  it('is the first of equals', () => {
    expect(nearest('lot 3', ['Lot 1', 'Lot 2'])).toBe('Lot 1');
  });

  it('is any name itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), (name) => {
        expect(nearest(name.toUpperCase(), names)).toBe(name);
      }),
    );
  });
});

describe('a typing error', () => {
  it.each`
    typed            | known            | isError  | why
    ${'enveloppe'}   | ${'envelope'}    | ${true}  | ${'one letter too many'}
    ${'presttaions'} | ${'prestations'} | ${true}  | ${'two letters swapped'}
    ${'prestazoons'} | ${'prestations'} | ${true}  | ${'two letters of eleven'}
    ${'prestazooms'} | ${'prestations'} | ${false} | ${'three letters'}
    ${'abcdefghi'}   | ${'abcdefgxy'}   | ${true}  | ${'two letters of nine'}
    ${'abcdefgh'}    | ${'abcdefxy'}    | ${false} | ${'two letters of eight'}
    ${'frais'}       | ${'fraix'}       | ${true}  | ${'one letter of five'}
    ${'frai'}        | ${'frais'}       | ${false} | ${'too short to be sure'}
    ${'frais'}       | ${'frai'}        | ${false} | ${'the known word is too short'}
    ${'audit 1'}     | ${'audit 2'}     | ${false} | ${'another figure'}
    ${'audot 1'}     | ${'audit 1'}     | ${true}  | ${'the same figure'}
    ${'frais'}       | ${'frais'}       | ${true}  | ${'no error at all'}
  `('« $typed » for « $known »: $isError, $why', (row: { typed: string; known: string; isError: boolean }) => {
    expect(isTypo(row.typed, row.known)).toBe(row.isError);
  });
});
