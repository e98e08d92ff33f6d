/** ANX-01, ANX-02, ANX-03: the tables of the convention against each other. The 2023 convention gives none. */
import type { Finding } from '../../../../src/domain/controls/findings/finding';
import type { BudgetLine, Convention, Envelope } from '../../../../src/domain/envelopes/convention';
import { Euros } from '../../../../src/domain/money/euros';
import { describeFinding } from '../../../../src/messages/describe-finding';
import { findingsIn } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';
import { withMovements, withoutCeiling } from '../../../support/without-ceiling';
import { movementOf } from '../../envelopes/builders';

const base = convention2023();

function anx(convention: Convention): readonly Finding[] {
  return findingsIn('axe 2 | AE', { convention, whole: true }).filter(({ rule }) => rule.startsWith('ANX'));
}

/** The 2023 convention with its first envelope changed. */
function withPde(change: (pde: Envelope) => Envelope): Convention {
  return { ...base, envelopes: base.envelopes.map((envelope, index) => (index === 0 ? change(envelope) : envelope)) };
}

function withLine(index: number, change: Partial<BudgetLine>): Convention {
  return withPde((pde) => ({
    ...pde,
    lines: pde.lines.map((line) => (line.index === index ? { ...line, ...change } : line)),
  }));
}

const euros = <N extends 'AE' | 'CP'>(amount: number) => Euros.fromCents<N>(amount * 100);

test('right: the convention of 2023 adds up, and half of each row of its annex 1 is delegated', () => {
  expect(base.envelopes[0]?.share).toBe(0.5);
  expect(anx(base)).toEqual([]);
});

describe('an envelope without credits that consumes: no ceiling is compared with that amount, and the finding gives it', () => {
  const ledger = `
    axe 2 | EJ         | état   | date EJ    | AE     | payé le    | CP
    PDE   | 1400000001 |        | 15/02/2023 | 700,00 |            |
    PDE   | 1400000001 |        |            |        | 20/03/2023 | 9,00
    PDE   | 1400000002 | projet | 16/02/2023 | 50,00  |            |`;
  const ofCpAlone = withoutCeiling('PDE', 'AE');
  const withoutRap = withPde((pde) => ({ ...pde, openingRap: Euros.zero<'CP'>() }));
  const ofAeAlone = withoutCeiling('PDE', 'CP', withoutRap);

  test.each<[what: string, convention: Convention, sentence: RegExp]>([
    [
      'ANX-01: postes in AE, and no AE',
      ofCpAlone,
      /enveloppe sans montant d’AE ; 700,00 € d’AE consommés et 50,00 € d’AE en attente ne sont comparés à aucun plafond/,
    ],
    [
      'ANX-01: an opening RAP, and no CP',
      withoutCeiling('PDE', 'CP'),
      /qui n’en a pas ; 9,00 € de CP consommés ne sont comparés à aucun plafond/,
    ],
    [
      'ANX-02: a total of CP, and an envelope without',
      ofAeAlone,
      /n’a pas de montant ; 9,00 € de CP consommés ne sont comparés à aucun plafond/,
    ],
  ])('%s', (_what, convention, sentence) => {
    const found = findingsIn(ledger, { convention, whole: true }).filter(({ rule }) => /^(?:ANX|LEC-04)/.test(rule));
    const texts = found.map((finding) => describeFinding(finding, convention, 'fr').message);
    expect(texts.map((text) => text.replaceAll(/[\u00a0\u202f]/g, ' '))).toEqual([expect.stringMatching(sentence)]);
  });
});

describe('ANX-02: an envelope with neither AE nor CP, beside others that have theirs', () => {
  const open = withoutCeiling('SF', 'AE', withoutCeiling('SF', 'CP'));
  const alone = withoutCeiling('PDE', 'AE', withoutCeiling('PDE', 'CP', open));
  const withoutRap = {
    ...alone,
    envelopes: alone.envelopes.map((one) => ({ ...one, openingRap: Euros.zero<'CP'>() })),
  };
  const spent = `
    axe 2 | EJ         | état   | date EJ    | AE     | payé le    | CP
    SF    | 1400000001 |        | 15/02/2023 | 700,00 |            |
    SF    | 1400000001 |        |            |        | 20/03/2023 | 9,00
    SF    | 1400000002 | projet | 16/02/2023 | 50,00  |            |`;
  const only = /n’a de montant ni en AE ni en CP : seul le plafond/;

  test.each<[what: string, convention: Convention, ledger: string, sentences: readonly RegExp[]]>([
    [
      'it consumes: one finding says each nature, and the ceiling that it is compared with',
      open,
      spent,
      [
        /700,00 € d’AE consommés et 50,00 € d’AE en attente \(plafond de la convention : 600 000,00 €\).{0,9} 9,00 € de CP consommés \(plafond de la convention : 673 032,00 €\)/,
      ],
    ],
    ['it consumes nothing', open, 'axe 2 | AE', []],
    ['no envelope has an amount: the convention is given as a whole', withoutRap, spent, []],
    ['the convention prints no total: LEC-04 says it', { ...open, ceilings: { AE: null, CP: null } }, spent, []],
    ['it has its amounts', base, spent, []],
  ])('%s', (_what, convention, ledger, sentences) => {
    const found = findingsIn(ledger, { convention, whole: true }).filter(({ rule }) => rule === 'ANX-02');
    const texts = found.map((finding) => describeFinding(finding, convention, 'fr').message.replaceAll(/\s/g, ' '));
    expect(texts.filter((text) => only.test(text))).toEqual(sentences.map((one) => expect.stringMatching(one)));
    expect(found.map(({ severity }) => severity)).toEqual(sentences.map(() => 'warning'));
  });
});

describe('ANX-01', () => {
  test('wrong: the postes are one euro short of the AE; the same gap of CP is not reported again', () => {
    expect(anx(withLine(3, { delegated: euros(2064), total: null }))).toEqual([
      {
        rule: 'ANX-01',
        severity: 'error',
        place: { kind: 'convention', table: 'ENV_Enveloppes', row: 0, column: 'AE', key: 'PDE', year: 2023 },
        details: { envelope: 'PDE', nature: 'AE', sum: 49999900, expected: 50000000 },
        repair: null,
      },
    ]);
  });

  test.each`
    cp         | rap        | expected      | why
    ${20_000}  | ${25_000}  | ${20_000_00}  | ${'the opening RAP is above the CP that hold it'}
    ${573_032} | ${573_033} | ${573_032_00} | ${'by one euro'}
    ${null}    | ${5_000}   | ${null}       | ${'the envelope has no CP'}
    ${573_032} | ${573_032} | ${'right'}    | ${'all its CP are for earlier EJ'}
    ${null}    | ${0}       | ${'right'}    | ${'no opening RAP, and no CP'}
  `('$why: « dont RAP » $rap in CP of $cp', ({ cp, rap, expected }) => {
    const CP = cp === null ? null : { ...base.envelopes[0]!.ceilings.CP!, amount: euros<'CP'>(cp as number) };
    const convention = withPde((pde) => ({
      ...pde,
      ceilings: { ...pde.ceilings, CP },
      openingRap: euros<'CP'>(rap as number),
    }));
    const found = anx({ ...convention, ceilings: { AE: null, CP: null } });
    expect(found).toEqual(
      expected === 'right'
        ? []
        : [
            {
              rule: 'ANX-01',
              severity: 'error',
              place: {
                kind: 'convention',
                table: 'ENV_Enveloppes',
                row: 0,
                column: 'dont RAP',
                key: 'PDE',
                year: 2023,
              },
              details: { envelope: 'PDE', nature: 'CP', sum: (rap as number) * 100, expected, isRap: true },
              repair: null,
            },
          ],
    );
  });

  test('right: an amendment gives the CP of which the opening RAP is a part', () => {
    const amendment = movementOf({ type: 'amendment', to: 'PDE', nature: 'CP', cents: 80_000_00, date: '2023-03-01' });
    const convention = { ...withoutCeiling('PDE', 'CP'), ceilings: { AE: null, CP: null } };
    expect(anx(convention).map(({ details }) => details)).toMatchObject([{ isRap: true }]);
    expect(anx(withMovements(convention, amendment))).toEqual([]);
  });

  /** Each poste with CP of its own, which are its delegated amount but for the last: `last` euros. */
  const withCp = (last: number, openingRap?: Euros<'CP'>): Convention =>
    withPde((pde) => ({
      ...pde,
      openingRap: openingRap ?? pde.openingRap,
      lines: pde.lines.map((line) => ({
        ...line,
        ceilings: {
          AE: { amount: line.delegated, mode: 'warning' as const },
          CP: {
            amount: line.index === 3 ? euros<'CP'>(last) : Euros.fromCents<'CP'>(line.delegated.cents),
            mode: 'warning' as const,
          },
        },
      })),
    }));

  test('right: CP are not judged where the annex gives AE alone', () => {
    expect(anx(withPde((pde) => ({ ...pde, openingRap: Euros.zero<'CP'>() })))).toEqual([]);
  });

  test('wrong: an opening RAP forgotten in the CP is reported in CP alone, as a doubt', () => {
    expect(anx(withCp(2065, Euros.zero<'CP'>()))).toMatchObject([
      {
        rule: 'ANX-01',
        severity: 'warning',
        place: { column: 'CP' },
        details: { nature: 'CP', sum: 50000000, expected: 57303200 },
      },
    ]);
  });

  test('edge: postes bounded by nature are added up by nature; one without ceiling leaves nothing to compare', () => {
    const natures = {
      AE: { amount: euros<'AE'>(2065), mode: 'warning' as const },
      CP: { amount: euros<'CP'>(3065), mode: 'warning' as const },
    };
    expect(anx(withCp(3065))).toMatchObject([{ details: { nature: 'CP', sum: 50100000, expected: 50000000 } }]);
    expect(anx(withLine(3, { ceilings: natures }))).toEqual([]);
    expect(anx(withLine(3, { ceilings: { ...natures, CP: null } }))).toEqual([]);
  });

  test.each`
    ae       | cp       | expected                      | why
    ${2_065} | ${2_065} | ${[]}                         | ${'both add up'}
    ${2_064} | ${2_065} | ${['error AE']}               | ${'AE are a euro short, CP add up'}
    ${2_065} | ${2_064} | ${['warning CP']}             | ${'CP are a euro short, AE add up'}
    ${2_064} | ${2_064} | ${['error AE']}               | ${'the same fault in both is reported once'}
    ${2_064} | ${2_066} | ${['error AE', 'warning CP']} | ${'AE are a euro short, CP a euro above'}
  `('the last poste has $ae € of AE and $cp € of CP, where 2 065 € add up: $why', ({ ae, cp, expected }) => {
    const envelope = withCp(cp as number).envelopes[0]!;
    const lines = envelope.lines.map((line) => ({
      ...line,
      ceilings: line.ceilings && {
        ...line.ceilings,
        AE: { amount: line.index === 3 ? euros<'AE'>(ae as number) : line.delegated, mode: 'warning' as const },
      },
    }));
    const found = anx(withPde(() => ({ ...envelope, lines })));
    expect(found.map(({ severity, place }) => `${severity} ${place.kind === 'convention' && place.column}`)).toEqual(
      expected,
    );
  });

  test('wrong: CP are compared although the envelope has no AE, which its postes have', () => {
    const convention = withCp(2_066);
    const withoutAe = { ...convention.envelopes[0]!, ceilings: { ...convention.envelopes[0]!.ceilings, AE: null } };
    expect(anx({ ...convention, envelopes: [withoutAe, ...convention.envelopes.slice(1)] })).toMatchObject([
      { severity: 'error', place: { column: 'AE' }, details: { nature: 'AE', expected: null } },
      { severity: 'warning', place: { column: 'CP' }, details: { nature: 'CP', sum: 50000100, expected: 50000000 } },
    ]);
  });

  test('wrong: the AE of the envelope is blank, while its postes have some; the same fault is not reported twice', () => {
    const blank = withPde((pde) => ({ ...pde, ceilings: { ...pde.ceilings, AE: null } }));
    expect(anx(blank).map(({ rule, severity, details }) => ({ rule, severity, details }))).toEqual([
      { rule: 'ANX-01', severity: 'error', details: { envelope: 'PDE', nature: 'AE', sum: 50000000, expected: null } },
    ]);
  });

  test('wrong: the CP of an envelope with an opening RAP are blank; the same fault is not reported twice', () => {
    expect(anx(withoutCeiling('PDE', 'CP'))).toMatchObject([{ rule: 'ANX-01', details: { isRap: true } }]);
  });

  test('a doubt: the CP of the envelope are blank', () => {
    const blank = withPde((pde) => ({
      ...pde,
      ceilings: { ...pde.ceilings, CP: null },
      openingRap: Euros.zero<'CP'>(),
    }));
    expect(anx(blank).map(({ rule, severity, details }) => ({ rule, severity, details }))).toEqual([
      {
        rule: 'ANX-02',
        severity: 'warning',
        details: { nature: 'CP', sum: 10000000, printed: 67303200, without: 'PDE' },
      },
    ]);
  });

  test('wrong: in the second envelope of the convention, at its row', () => {
    const envelopes = base.envelopes.map((envelope) =>
      envelope.code === 'SF' ? { ...envelope, lines: envelope.lines.slice(1) } : envelope,
    );
    expect(anx({ ...base, envelopes })).toMatchObject([
      { place: { row: 1, column: 'AE', key: 'SF' }, details: { envelope: 'SF', sum: 1000000, expected: 10000000 } },
    ]);
  });

  test('not checkable: an envelope without postes, or without ceiling', () => {
    expect(anx(withPde((pde) => ({ ...pde, lines: [] })))).toEqual([]);
    const [ceilings, openingRap] = [{ AE: null, CP: null }, Euros.zero<'CP'>()];
    expect(anx(withPde((pde) => ({ ...pde, ceilings, openingRap })))).toEqual([]);
  });
});

describe('ANX-02', () => {
  /** An avenant of 2010: four parts of titre 2 and a printed total that is wrong by two euros. */
  const parts = [137_664, 92_877, 107_887, 1_376];
  const [pde] = base.envelopes;
  const envelopes = parts.flatMap((amount, index) => {
    const ceilings = {
      AE: { amount: euros<'AE'>(amount), mode: 'blocking' as const },
      CP: { amount: euros<'CP'>(amount), mode: 'blocking' as const },
    };
    return pde
      ? [
          {
            ...pde,
            code: `T2-${index}`,
            label: `Part ${index}`,
            aliases: [],
            ceilings,
            openingRap: Euros.zero<'CP'>(),
            lines: [],
          },
        ]
      : [];
  });
  const printed = (amount: number) => ({
    AE: { amount: euros<'AE'>(amount), mode: 'blocking' as const },
    CP: { amount: euros<'CP'>(amount), mode: 'blocking' as const },
  });

  test('wrong: 339 806 printed for parts of 339 804, in AE and in CP', () => {
    expect(anx({ ...base, envelopes, ceilings: printed(339_806) })).toEqual(
      (['AE', 'CP'] as const).map((nature, row) => ({
        rule: 'ANX-02',
        severity: 'error',
        place: {
          kind: 'convention',
          table: 'ENV_Convention',
          row,
          column: 'Valeur',
          key: `Plafond ${nature}`,
          year: 2023,
        },
        details: { nature, sum: 33980400, printed: 33980600 },
        repair: null,
      })),
    );
  });

  test('right: the true sum', () => expect(anx({ ...base, envelopes, ceilings: printed(339_804) })).toEqual([]));

  test('not checkable: no total printed, or a part without ceiling', () => {
    expect(anx({ ...base, envelopes, ceilings: { AE: null, CP: null } })).toEqual([]);
    const open = envelopes.map((envelope, index) =>
      index === 0 ? { ...envelope, ceilings: { AE: null, CP: null } } : envelope,
    );
    expect(anx({ ...base, envelopes: open, ceilings: printed(339_806) })).toEqual([]);
  });

  test('a doubt: a part with a ceiling of one nature alone, which may be the gap; none where the others add up', () => {
    const open = envelopes.map((envelope, index) =>
      index === 0 ? { ...envelope, ceilings: { ...envelope.ceilings, CP: null } } : envelope,
    );
    const totals = { AE: printed(339_804).AE, CP: printed(339_804).CP };
    expect(
      anx({ ...base, envelopes: open, ceilings: totals }).map(({ severity, details }) => [severity, details]),
    ).toEqual([['warning', { nature: 'CP', sum: 20214000, printed: 33980400, without: 'T2-0' }]]);
    expect(anx({ ...base, envelopes: open, ceilings: { ...totals, CP: printed(202_140).CP } })).toEqual([]);
  });
});

describe('ANX-03', () => {
  test('wrong: a total of which the poste is not half, at the row of the poste', () => {
    expect(anx(withLine(3, { total: euros(4_140) }))).toEqual([
      {
        rule: 'ANX-03',
        severity: 'warning',
        place: { kind: 'convention', table: 'ENV_Postes', row: 3, column: 'Montant délégué' },
        details: {
          envelope: 'PDE',
          line: 'Frais annexes',
          share: 0.5,
          total: 414000,
          delegated: 206500,
          expected: 207000,
        },
        repair: null,
      },
    ]);
  });

  test.each`
    total    | said     | why
    ${4_130} | ${false} | ${'exactly half'}
    ${4_131} | ${false} | ${'half a euro away, and the annex is in whole euros'}
    ${4_132} | ${true}  | ${'a euro away'}
    ${4_129} | ${false} | ${'half a euro away, on the other side'}
    ${4_128} | ${true}  | ${'a euro away, on the other side'}
  `('$total: $why', ({ total, said }: { total: number; said: boolean }) => {
    expect(anx(withLine(3, { total: euros(total) })).map(({ rule }) => rule)).toEqual(said ? ['ANX-03'] : []);
  });

  test('edge: an annex to the cent is compared to the cent', () => {
    const line = { delegated: Euros.fromCents<'AE'>(206550), total: Euros.fromCents(413102) };
    expect(anx(withLine(3, line)).map(({ rule }) => rule)).toEqual(['ANX-01', 'ANX-03']);
  });

  test('not checkable: no share announced, no total printed', () => {
    expect(
      anx(withPde((pde) => ({ ...pde, share: null, lines: pde.lines.map((line) => ({ ...line, total: euros(1) })) }))),
    ).toEqual([]);
    expect(anx(withLine(3, { total: null }))).toEqual([]);
  });
});
