/** Single steps of the reconciliation: sums that add up, operations that several extracts give, counterparts, reasons. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { proveBalance } from '../../../../src/domain/reconciliation/balance';
import { counterpartOf, Counterparts } from '../../../../src/domain/reconciliation/counterparts';
import type { ChorusExtract, ChorusLine, ChorusShape } from '../../../../src/domain/reconciliation/extract';
import type { ExtractLack } from '../../../../src/domain/reconciliation/extract-reading';
import { canCompare, givesNature } from '../../../../src/domain/reconciliation/given-natures';
import { groupOf } from '../../../../src/domain/reconciliation/groups';
import { carryOverGroups, groupsAside, progressGroups } from '../../../../src/domain/reconciliation/groups-aside';
import { givenElsewhere } from '../../../../src/domain/reconciliation/overlaps/overlaps';
import { identityOf } from '../../../../src/domain/reconciliation/overlaps/versions';
import { pick, subsetOf } from '../../../../src/domain/reconciliation/matching/subset-sum';
import { Euros } from '../../../../src/domain/money/euros';
import type { NotCompared } from '../../../../src/domain/reconciliation/amounts';
import type { Nature } from '../../../../src/domain/money/nature';
import { conventionOf, ledgerOf, rowOf } from '../../envelopes/builders';
import { codesOf, lineAmount, rowAmount } from '../../../support/ledgers/amount-builders';

function extract(
  shape: ChorusShape,
  lines: readonly ChorusLine[] = [],
  more: Partial<ChorusExtract> = {},
): ChorusExtract {
  return { ...{ source: 'a.csv', shape, lines, ignored: [], repairs: [], lacks: [], shownTotals: [] }, ...more };
}

const [A, B] = ['1400000001', '1400000002'];

describe('amounts that add up to one', () => {
  it.each`
    cents                | target  | positions   | why
    ${[100, 250, 50]}    | ${150}  | ${[0, 2]}   | ${'two of three'}
    ${[100, 50, 150]}    | ${150}  | ${[0, 1]}   | ${'at least two, the first found'}
    ${[150]}             | ${150}  | ${null}     | ${'one alone is no sum'}
    ${[]}                | ${0}    | ${null}     | ${'none'}
    ${[5, -5]}           | ${0}    | ${[0, 1]}   | ${'opposites'}
    ${[100, 200]}        | ${301}  | ${null}     | ${'more than all'}
    ${[100, 200]}        | ${300}  | ${[0, 1]}   | ${'all of them'}
    ${[-100, -200]}      | ${-300} | ${[0, 1]}   | ${'all of them, negative'}
    ${[-100, -200]}      | ${-301} | ${null}     | ${'less than all'}
    ${Array(17).fill(1)} | ${2}    | ${'gaveUp'} | ${'too many'}
    ${Array(16).fill(1)} | ${2}    | ${[0, 1]}   | ${'as many as are looked at'}
  `('$why', ({ cents, target, positions }: { cents: number[]; target: number; positions: unknown }) => {
    expect(subsetOf(cents, target, { steps: 1_000 })).toEqual(positions);
  });

  test('a search stops at the last step of its budget', () => {
    expect(subsetOf([1, 2], 3, { steps: 2 })).toEqual([0, 1]);
    expect(subsetOf([1, 2], 3, { steps: 1 })).toBe('gaveUp');
    expect(subsetOf([1, 3], 2, { steps: 3 })).toBeNull();
    expect(subsetOf([1, 3], 2, { steps: 2 })).toBe('gaveUp');
  });

  test('one amount answers before several; none, or a search that gives up, answers nothing', () => {
    const [one, two, three] = [rowAmount(1), rowAmount(2), rowAmount(3)];
    const budget = { steps: 100 };
    expect(pick([one, two, three], 3, budget)).toEqual([three]);
    expect(pick([one, two], 3, budget)).toEqual([one, two]);
    expect(pick([one, two], 7, budget)).toBeNull();
    expect(pick(Array(17).fill(one), 2, budget)).toBe('gaveUp');
  });
});

describe('an operation that two extracts give is compared once', () => {
  const commitment = (spec: Parameters<typeof lineAmount>[1] = {}, cents = 500) =>
    lineAmount(cents, { ej: A, ...spec });
  it.each`
    first                             | second                                                  | elsewhere | why
    ${commitment()}                   | ${commitment({ extract: 1 })}                           | ${1}      | ${'the same line'}
    ${commitment()}                   | ${commitment({ extract: 1 }, 501)}                      | ${0}      | ${'another amount'}
    ${commitment()}                   | ${commitment({ extract: 1, exercise: 2022 })}           | ${0}      | ${'another exercice'}
    ${commitment({ exercise: null })} | ${commitment({ extract: 1, exercise: null })}           | ${1}      | ${'no exercice on either'}
    ${commitment()}                   | ${commitment({ extract: 1, day: '2023-03-16' })}        | ${0}      | ${'another day'}
    ${commitment({ day: null })}      | ${commitment({ extract: 1, day: null })}                | ${1}      | ${'no day on either'}
    ${commitment()}                   | ${commitment({ extract: 1, company: 'BRET' })}          | ${0}      | ${'another société'}
    ${commitment()}                   | ${commitment({ extract: 1, ejLine: '2' })}              | ${0}      | ${'another poste'}
    ${commitment()}                   | ${commitment({ extract: 1, ej: B })}                    | ${0}      | ${'another EJ'}
    ${commitment()}                   | ${commitment({ extract: 1, movement: 'modification' })} | ${0}      | ${'another movement'}
  `('$why', ({ first, second, elsewhere }) => {
    const given = givenElsewhere(
      [extract('journal'), extract('journal', [], { source: 'b.csv' })],
      [[first], [second]],
    );
    expect([...given.keys()]).toEqual(elsewhere === 1 ? [second] : []);
    expect(identityOf(first) === identityOf(second)).toBe(elsewhere === 1);
  });

  it.each`
    movement        | other             | isElsewhere | why
    ${'commitment'} | ${'modification'} | ${true}     | ${'both are AE of one EJ'}
    ${'commitment'} | ${'carryOver'}    | ${false}    | ${'a carry-over is another thing'}
    ${'commitment'} | ${'certified'}    | ${false}    | ${'so is a certified amount'}
    ${'commitment'} | ${'invoiced'}     | ${false}    | ${'so is an invoiced amount'}
    ${'commitment'} | ${'reduction'}    | ${false}    | ${'so is a reduction'}
    ${'carryOver'}  | ${'carryOver'}    | ${true}     | ${'two carry-overs'}
    ${'certified'}  | ${'certified'}    | ${true}     | ${'two certified amounts'}
  `('of two shapes the preferred one gives an EJ: $why', ({ movement, other, isElsewhere }) => {
    const regional = lineAmount(900, { ej: A, movement: other, extract: 0 });
    const national = lineAmount(500, { ej: A, movement, extract: 1 });
    const extracts = [extract('infBud53Ae'), extract('nationalAe')];
    expect([...givenElsewhere(extracts, [[regional], [national]])]).toEqual(
      isElsewhere ? [[regional, 'otherAmount']] : [],
    );
  });

  test('without an EJ, a DP names the operation; the first file by name gives it', () => {
    const paid = (extractAt: number, dp: string) =>
      lineAmount(500, { dp, nature: 'CP', movement: 'payment', extract: extractAt });
    const [one, two, three] = [paid(0, '0100000001'), paid(1, '0100000001'), paid(1, '0100000002')];
    const extracts = [extract('jp57', [], { source: 'z.csv' }), extract('jp57', [], { source: 'a.csv' })];
    expect([...givenElsewhere(extracts, [[one], [two, three]])]).toEqual([[one, 'otherExtract']]);
    expect(givenElsewhere(extracts.slice(0, 1), [[one]]).size).toBe(0);
  });

  test('as many equal lines as the fuller extract has are compared', () => {
    const first = [commitment({ line: 1 }), commitment({ line: 2 })];
    const second = [1, 2, 3].map((line) => commitment({ line, extract: 1 }));
    const given = givenElsewhere([extract('journal'), extract('journal', [], { source: 'b.csv' })], [first, second]);
    expect([...given.keys()].map((one) => one.extract)).toEqual([1, 1]);
  });

  test('of equal lines whose codes differ, the same one is left out whatever their order', () => {
    const [one, two] = ['0103', '0155'].map((programme, at) =>
      commitment({ line: at + 1, extract: 1, codes: codesOf({ programme }) }),
    ) as [ReturnType<typeof commitment>, ReturnType<typeof commitment>];
    const extracts = [extract('journal'), extract('journal', [], { source: 'b.csv' })];
    const first = commitment({ codes: codesOf({ programme: '0103' }) });
    expect([...givenElsewhere(extracts, [[first], [one, two]]).keys()]).toEqual([one]);
    expect([...givenElsewhere(extracts, [[first], [two, one]]).keys()]).toEqual([one]);
  });
});

describe('the same operation, not compared on the other side', () => {
  const find = (asked: Parameters<typeof lineAmount>[1], aside: ReturnType<typeof rowAmount>, cents = 500) => {
    const line = lineAmount(cents, { nature: 'CP', ...asked });
    return (
      new Counterparts([[line]], [{ amount: aside, why: 'outsideCreditYear' as const }]).find([line])?.amount ?? null
    );
  };
  const row = rowAmount(500, { nature: 'CP', ej: A, dp: '0100000001' });
  it.each`
    asked                          | cents  | isFound  | why
    ${{ dp: '0100000001' }}        | ${500} | ${true}  | ${'the DP'}
    ${{ ej: A }}                   | ${500} | ${true}  | ${'the EJ'}
    ${{ ej: B, dp: '0100000001' }} | ${500} | ${true}  | ${'the DP, whatever the EJ'}
    ${{ ej: A }}                   | ${501} | ${false} | ${'another amount'}
    ${{ ej: B }}                   | ${500} | ${false} | ${'another EJ'}
    ${{ ej: A, nature: 'AE' }}     | ${500} | ${false} | ${'the other nature'}
    ${{}}                          | ${500} | ${false} | ${'no number at all'}
  `('$why: found is $isFound', ({ asked, cents, isFound }) => {
    expect(find(asked, row, cents)).toBe(isFound ? row : null);
  });

  it.each`
    asked                          | aside                          | isFound  | why
    ${{ dp: '0100000001' }}        | ${{ dp: '0100000002' }}        | ${false} | ${'neither has an EJ, and their DP are two'}
    ${{ ej: A }}                   | ${{ ej: B }}                   | ${false} | ${'neither has a DP, and their EJ are two'}
    ${{}}                          | ${{}}                          | ${false} | ${'neither has a number'}
    ${{ ej: A, dp: '0100000001' }} | ${{ ej: A, dp: '0100000002' }} | ${true}  | ${'the EJ, whatever the DP'}
  `('without some numbers, $why: found is $isFound', ({ asked, aside, isFound }) => {
    const beside = rowAmount(500, { nature: 'CP', ...aside });
    expect(find(asked, beside)).toBe(isFound ? beside : null);
  });

  test('of several, the first by content, then by reason', () => {
    const line = lineAmount(500, { ej: A, nature: 'CP' });
    const at = (day: string, why: NotCompared | 'reserved') => ({
      amount: rowAmount(500, { nature: 'CP', ej: A, day }),
      why,
    });
    const [early, late, other] = [
      at('2022-01-01', 'project'),
      at('2022-02-01', 'project'),
      at('2022-01-01', 'cancelled'),
    ];
    expect(new Counterparts([[line]], [late, early]).find([line])).toMatchObject(early);
    expect(new Counterparts([[line]], [early, late]).find([line])).toMatchObject(early);
    expect(new Counterparts([[line]], [early, other]).find([line])).toMatchObject(other);
    expect(new Counterparts([], [early]).find([line])).toBeNull();
  });

  it.each`
    why                    | kind
    ${'outsideCreditYear'} | ${'otherYear'}
    ${'reserved'}          | ${'unpaid'}
    ${'project'}           | ${'project'}
    ${'cancelled'}         | ${'cancelled'}
    ${'afterAsOf'}         | ${'afterAsOf'}
  `('a row $why explains: $kind', ({ why, kind }: { why: NotCompared; kind: string | null }) => {
    const amount = rowAmount(500, { key: 7, day: '2022-01-01' });
    const expected = kind === null ? null : { kind, date: isoDate('2022-01-01'), row: 7 };
    expect(counterpartOf({ amount, why })).toEqual(expected);
  });

  test('a line of Chorus has no row; an amount without a day has no date', () => {
    expect(counterpartOf({ amount: lineAmount(1, { day: null }), why: 'project' })).toEqual({
      ...{ kind: 'project', date: null, row: null },
    });
    expect(counterpartOf(null)).toBeNull();
  });
});

describe('what extracts give', () => {
  it.each`
    shape                 | ae       | cp
    ${'nationalAe'}       | ${true}  | ${false}
    ${'nationalCp'}       | ${false} | ${true}
    ${'infBud53Ae'}       | ${true}  | ${false}
    ${'infBud53Cp'}       | ${false} | ${true}
    ${'infBud53Measures'} | ${true}  | ${true}
    ${'jp51'}             | ${true}  | ${false}
    ${'jp57'}             | ${false} | ${true}
    ${'journal'}          | ${false} | ${false}
    ${'subvention'}       | ${false} | ${true}
    ${'unnamed'}          | ${false} | ${false}
  `('$shape gives AE: $ae, CP: $cp, even without a line', (row: { shape: ChorusShape; ae: boolean; cp: boolean }) => {
    expect((['AE', 'CP'] as const).map((nature) => givesNature(extract(row.shape), nature))).toEqual([row.ae, row.cp]);
  });

  it.each`
    movement        | nature  | gives
    ${'commitment'} | ${'AE'} | ${'AE'}
    ${'payment'}    | ${'CP'} | ${'CP'}
    ${'reduction'}  | ${'AE'} | ${null}
    ${'carryOver'}  | ${'AE'} | ${null}
    ${'certified'}  | ${'CP'} | ${null}
    ${'invoiced'}   | ${'CP'} | ${null}
  `('a line of $movement gives $gives', ({ movement, nature, gives }) => {
    const journal = extract('journal', [lineAmount(1, { movement, nature }).line]);
    expect((['AE', 'CP'] as const).filter((one) => givesNature(journal, one))).toEqual(gives === null ? [] : [gives]);
  });

  it.each`
    nature  | lacks           | can
    ${'AE'} | ${[]}           | ${true}
    ${'AE'} | ${['dp']}       | ${true}
    ${'AE'} | ${['ej']}       | ${false}
    ${'CP'} | ${['ej']}       | ${true}
    ${'CP'} | ${['dp']}       | ${true}
    ${'CP'} | ${['ej', 'dp']} | ${false}
  `('$nature without $lacks can be compared: $can', (row: { nature: Nature; lacks: ExtractLack[]; can: boolean }) => {
    const { nature, lacks } = row;
    expect(canCompare([extract('infBud53Measures', [], { lacks })], nature)).toBe(row.can);
    expect(canCompare([extract('journal', [], { lacks })], nature)).toBe(false);
  });
});

describe('groups that are not compared', () => {
  test('what is reserved is beside what Chorus certified or invoiced, by EJ', () => {
    const [one, two, three] = [rowAmount(1, { ej: A }), rowAmount(2, { ej: A }), rowAmount(3, { ej: B })];
    const [first, second, alone] = [
      lineAmount(4, { ej: A }),
      lineAmount(5, { ej: A }),
      lineAmount(6, { ej: '1400000003' }),
    ];
    const groups = progressGroups([one, three, two], [first, alone, second]);
    expect(groups.map(({ nature, status, rows, lines }) => [nature, status, rows, lines])).toEqual([
      ['CP', 'inProgress', [one, two], [first, second]],
      ['CP', 'inProgress', [three], []],
      ['CP', 'inProgress', [], [alone]],
    ]);
  });

  test('a carry-over is compared with all that the list has of its EJ', () => {
    const amount = (cents: number) => Euros.fromCents<'CP'>(cents);
    const rap = [A, B, A].map((ej, index) => ({ ej, amount: amount(index + 1) }));
    const lines = [
      lineAmount(4, { ej: A }),
      lineAmount(3, { ej: B }),
      lineAmount(9, { ej: '1400000003', nature: 'CP' }),
    ];
    const groups = carryOverGroups(lines, conventionOf([], { rap }), new Map());
    expect(groups.map(({ nature, status, by, why, listed, gap }) => [nature, status, by, why, listed, gap])).toEqual([
      ['AE', 'matched', 'rap', null, { cents: 4, index: 0, year: 2023 }, 0],
      ['AE', 'amountDiffers', 'rap', null, { cents: 2, index: 1, year: 2023 }, -1],
      ['CP', 'notCompared', null, 'carryOver', null, -9],
    ]);
  });

  test('one group for each reason and nature; what was taken elsewhere is not repeated', () => {
    const [ae, cp, taken] = [rowAmount(1), rowAmount(2, { nature: 'CP' }), rowAmount(3)];
    const [line, takenLine] = [lineAmount(4, { nature: 'CP' }), lineAmount(5)];
    const groups = groupsAside(
      [
        { amount: ae, why: 'project' },
        { amount: cp, why: 'project' },
        { amount: taken, why: 'cancelled' },
      ],
      [
        { amount: line, why: 'project' },
        { amount: takenLine, why: 'mirror' },
      ],
      new Set([taken, takenLine]),
    );
    expect(groups.map(({ nature, status, why, rows, lines }) => [nature, status, why, rows, lines])).toEqual([
      ['AE', 'notCompared', 'project', [ae], []],
      ['CP', 'notCompared', 'project', [cp], [line]],
    ]);
  });
});

describe('the proof that nothing was dropped', () => {
  const ledger = ledgerOf([rowOf({ ae: 100, cp: 40 }, 1), rowOf({}, 2), rowOf({ cp: 'douze' }, 3)]);
  const line = lineAmount(90);
  const rows = [
    rowAmount(100, { key: 1 }),
    rowAmount(40, { key: 1, nature: 'CP' }),
    rowAmount(0, { key: 2 }),
    rowAmount(0, { key: 3, nature: 'CP' }),
  ] as const;
  const groups = [
    groupOf('AE', 'amountDiffers', [rows[0]], [line]),
    groupOf('AE', 'notCompared', [rows[2]], [], { why: 'noAmount' }),
    groupOf('CP', 'notCompared', [rows[1], rows[3]], [], { why: 'amountUnreadable' }),
  ];
  const extracts = [extract('journal', [line.line])];

  test('sums both sides again, by status', () => {
    expect(proveBalance(groups, ledger, extracts)).toEqual({
      ledger: { AE: { count: 2, cents: 100 }, CP: { count: 2, cents: 40 } },
      chorus: { AE: { count: 1, cents: 90 }, CP: { count: 0, cents: 0 } },
      statuses: [
        {
          ...{ status: 'amountDiffers', nature: 'AE', groups: 1 },
          ...{ ledger: { count: 1, cents: 100 }, chorus: { count: 1, cents: 90 } },
        },
        {
          ...{ status: 'notCompared', nature: 'AE', groups: 1 },
          ...{ ledger: { count: 1, cents: 0 }, chorus: { count: 0, cents: 0 } },
        },
        {
          ...{ status: 'notCompared', nature: 'CP', groups: 1 },
          ...{ ledger: { count: 2, cents: 40 }, chorus: { count: 0, cents: 0 } },
        },
      ],
    });
  });

  it.each`
    wrong                                                                      | message
    ${groups.slice(1)}                                                         | ${'the groups hold 1 AE of ledger, not 2'}
    ${groups.slice(0, 2)}                                                      | ${'the groups hold 0 CP of ledger, not 2'}
    ${[...groups, groupOf('AE', 'matched', [rows[0]], [])]}                    | ${'an amount is in two groups'}
    ${[groupOf('AE', 'matched', [rows[0]], []), ...groups.slice(1)]}           | ${'the groups hold 0 AE of chorus, not 1'}
    ${[groupOf('AE', 'matched', [rowAmount(99)], [line]), ...groups.slice(1)]} | ${'the groups hold 2 AE of ledger, not 2'}
  `('refuses: $message', ({ wrong, message }) => {
    expect(() => proveBalance(wrong, ledger, extracts)).toThrow(`Broken assumption: ${message}`);
  });
});
