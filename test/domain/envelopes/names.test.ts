/** Envelopes and postes by what people call them, on the 2023 convention and on awkward ones. */
import fc from 'fast-check';
import { loadConvention } from '../../../src/conventions';
import type { Convention, Envelope } from '../../../src/domain/envelopes/convention';
import {
  findEnvelope,
  findLine,
  isLineOfOtherYear,
  isTypoOfOneLine,
  matchLine,
  nearestEnvelopeName,
  nearestLineName,
} from '../../../src/domain/envelopes/names';
import { conventionOf, type EnvelopeSpec } from './builders';

type EnvelopeLines = NonNullable<EnvelopeSpec['lines']>;

function convention2023(): Convention {
  const loaded = loadConvention('dgefp-dge-2023');
  if (!loaded.ok) throw new Error('the 2023 convention is missing');
  return loaded.value;
}

const CONVENTION = convention2023();
const envelope = (code: string): Envelope => findEnvelope(CONVENTION, code)!;

describe('an envelope', () => {
  it.each`
    name                        | code
    ${'PDE'}                    | ${'PDE'}
    ${'pde'}                    | ${'PDE'}
    ${' Place des Entreprises'} | ${'PDE'}
    ${'place-des-entreprises'}  | ${'PDE'}
    ${'SIGNAUX FAIBLES'}        | ${'SF'}
    ${'sf'}                     | ${'SF'}
    ${'PDX'}                    | ${undefined}
    ${'Place'}                  | ${undefined}
    ${''}                       | ${undefined}
    ${'*'}                      | ${undefined}
    ${'__proto__'}              | ${undefined}
  `('$name is $code', ({ name, code }: { name: string; code: string | undefined }) => {
    expect(findEnvelope(CONVENTION, name)?.code).toBe(code);
  });

  it.each`
    typed                     | offered
    ${'PDX'}                  | ${'PDE'}
    ${'Place des entreprise'} | ${'Place des entreprises'}
    ${'signaux faible'}       | ${'Signaux Faibles'}
    ${'Incubateur'}           | ${null}
  `('$typed is unknown; offered: $offered', ({ typed, offered }: { typed: string; offered: string | null }) => {
    expect(findEnvelope(CONVENTION, typed)).toBeNull();
    expect(nearestEnvelopeName(CONVENTION, typed)).toBe(offered);
  });

  it('a code beats a label, a label beats an alias, and a shared name names nobody', () => {
    const awkward = conventionOf([
      { code: 'A', label: 'B', aliases: ['Commun', 'Un'] },
      { code: 'B', label: 'C', aliases: ['Commun', 'A'] },
      { code: 'D-1', label: 'Double' },
      { code: 'D 1', label: 'Double' },
    ]);
    expect(findEnvelope(awkward, 'B')?.code).toBe('B');
    expect(findEnvelope(awkward, 'a')?.code).toBe('A');
    expect(findEnvelope(awkward, 'c')?.code).toBe('B');
    expect(findEnvelope(awkward, 'un')?.code).toBe('A');
    expect(findEnvelope(awkward, 'commun')).toBeNull();
    expect(findEnvelope(awkward, 'double')).toBeNull();
    expect(findEnvelope(awkward, 'd 1')).toBeNull(); // two codes, one spelling
    expect(findEnvelope(awkward, 'D 1')?.code).toBe('D 1'); // the very code
    expect(findEnvelope(conventionOf([{ code: 'A', label: '' }]), ' ')).toBeNull(); // a label left blank is no name
  });
});

describe('a poste', () => {
  it.each`
    in       | words                                                    | label
    ${'PDE'} | ${'Prestations'}                                         | ${'Prestations (charges de personnel)'}
    ${'PDE'} | ${'prestations (charges de personnel)'}                  | ${'Prestations (charges de personnel)'}
    ${'PDE'} | ${'Prestation'}                                          | ${'Prestations (charges de personnel)'}
    ${'PDE'} | ${'Outils'}                                              | ${'Outils de production'}
    ${'PDE'} | ${'OUTILS DE PRODUCTION (HEBERGEUR'}                     | ${'Outils de production'}
    ${'PDE'} | ${'hebergement'}                                         | ${'Outils de production'}
    ${'PDE'} | ${'Frais annexes'}                                       | ${'Frais annexes'}
    ${'PDE'} | ${'frais annexe'}                                        | ${'Frais annexes'}
    ${'PDE'} | ${'Acquisition'}                                         | ${'Acquisition Google ads'}
    ${'SF'}  | ${'Prestations (charges de personnel)'}                  | ${'Prestation (charges de personnel)'}
    ${'SF'}  | ${"Prestations d'audit"}                                 | ${'Prestations d’audit de sécurité'}
    ${'SF'}  | ${'Prestations d’audit de sécurité (tests d’intrusion)'} | ${'Prestations d’audit de sécurité'}
    ${'SF'}  | ${'Audit de sécurité'}                                   | ${'Prestations d’audit de sécurité'}
    ${'SF'}  | ${'Frais annexes'}                                       | ${null}
    ${'SF'}  | ${'Pres'}                                                | ${null}
    ${'PDE'} | ${'Out'}                                                 | ${null}
    ${'PDE'} | ${'annexes'}                                             | ${null}
    ${'PDE'} | ${''}                                                    | ${null}
    ${'PDE'} | ${' '}                                                   | ${null}
  `('« $words » in $in is $label', (row: { in: string; words: string; label: string | null }) => {
    const line = findLine(envelope(row.in), row.words);
    if (row.label === null) expect(line).toBeNull();
    else expect(line?.label.startsWith(row.label)).toBe(true);
  });

  it('the beginning of two postes is ambiguous, which is not the same as none', () => {
    expect(matchLine(envelope('SF'), 'Pres').kind).toBe('ambiguous');
    expect(matchLine(envelope('SF'), 'Frais annexes').kind).toBe('none');
  });

  it('of another credit year is known in its own envelope alone', () => {
    const of = (lines: EnvelopeLines) => conventionOf([{ code: 'N', lines }, { code: 'S' }]);
    const last = of([['Études', 1]]);
    const [now, year] = [of([['Audits', 1]]), { year: 2022, ceilings: last.ceilings, rap: [] }];
    const convention = { ...now, otherYears: [{ ...year, envelopes: last.envelopes }] };
    const [north, south] = now.envelopes as readonly [Envelope, Envelope];
    expect(
      ['etudes', 'Études', 'Audits', 'Voyages', ''].map((name) => isLineOfOtherYear(convention, north, name)),
    ).toEqual([true, true, false, false, false]);
    expect([isLineOfOtherYear(convention, south, 'Études'), isLineOfOtherYear(now, north, 'Études')]).toEqual([
      ...[false, false],
    ]);
  });

  it.each`
    typed              | isTypo   | why
    ${'Prestatoins'}   | ${true}  | ${'two letters swapped'}
    ${'Prestation'}    | ${true}  | ${'the plural is typed loosely'}
    ${'Etudees nordd'} | ${true}  | ${'nearer to one than two errors from the other'}
    ${'Études mord'}   | ${false} | ${'as near to another poste'}
    ${'Voyages'}       | ${false} | ${'no poste'}
  `('« $typed » is one poste mistyped: $isTypo, $why', ({ typed, isTypo }: { typed: string; isTypo: boolean }) => {
    const lines: EnvelopeLines = [
      ['Prestations', 1],
      ['Études nord', 1],
      ['Études lord', 1],
    ];
    expect(isTypoOfOneLine(conventionOf([{ code: 'N', lines }]).envelopes[0]!, typed)).toBe(isTypo);
  });

  it('is offered when its name is nearly right', () => {
    expect(nearestLineName(envelope('PDE'), 'Frais anexes')).toBe('Frais annexes');
    expect(nearestLineName(envelope('PDE'), 'Voyages')).toBeNull();
  });

  it('is found by its own label, and by no text that a cell may hold does the search fail', () => {
    const lines = CONVENTION.envelopes.flatMap((owner) => owner.lines.map((line) => ({ owner, line })));
    for (const { owner, line } of lines) expect(findLine(owner, line.label)).toBe(line);
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom(...CONVENTION.envelopes),
        (text, owner) => {
          const match = matchLine(owner, text);
          if (match.kind === 'line') expect(owner.lines).toContain(match.line);
        },
      ),
    );
  });
});
