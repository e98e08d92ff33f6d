/** LEC-04: a column that makes a figure is not in the ledger, or none of its dates is read; it is not calculable. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../../src/domain/envelopes/convention';
import { findingsIn, findingsOf, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';
import { ledgerOf, ledgerOfTables } from '../../../support/ledgers/ledger-builder';
import { withMovements, withoutCeiling } from '../../../support/without-ceiling';
import { movementOf } from '../../envelopes/builders';

/** `figure: missing column, row` of each finding, in order. */
function missing(ledger: Parameters<typeof findingsOf>[0], convention: Convention = convention2023()): string[] {
  return findingsOf(ledger, { convention, whole: true }).flatMap((finding) =>
    finding.rule === 'LEC-04' && finding.place.kind === 'row' && 'missing' in finding.details
      ? [`${finding.severity} ${finding.details.figure}: ${finding.details.missing}, row ${finding.place.row}`]
      : [],
  );
}

test.each`
  headings                                      | expected
  ${'axe 2 | EJ | date EJ | AE | payé le | CP'} | ${[]}
  ${'axe 2 | EJ | payé le | CP'}                | ${['error AE: ae, row 0']}
  ${'axe 2 | EJ | date EJ | AE'}                | ${['error CP: cp, row 0']}
  ${'axe 2 | EJ | date EJ | AE | CP'}           | ${['error CP: paymentDate, row 0']}
  ${'axe 2 | date EJ | AE | payé le | CP'}      | ${['error outstanding: ejNumber, row 0']}
  ${'EJ | date EJ | AE | payé le | CP'}         | ${['error envelopes: ministerialAxis2, row 0']}
  ${'axe 2 | EJ | date EJ'}                     | ${['error AE: ae, row 0', 'error CP: cp, row 0']}
`('$headings: $expected', ({ headings, expected }: { headings: string; expected: string[] }) => {
  expect(missing(ledgerOf(headings))).toEqual(expected);
});

test('right: commitments on one sheet and payments on another have both', () => {
  expect(missing(ledgerOfTables('axe 2 | EJ | date EJ | AE', 'EJ | payé le | CP'))).toEqual([]);
});

test('wrong: one table pays without a date, at its own headings', () => {
  const dated = `
    axe 2 | EJ         | date EJ    | AE   | payé le    | CP
    PDE   | 1400000001 | 15/02/2023 | 1,00 | 20/03/2023 | 1,00`;
  const undated = `
    axe 2 | EJ         | date EJ    | AE   | CP
    SF    | 1400000002 | 15/02/2023 | 2,00 | 1,00`;
  expect(missing(ledgerOfTables(dated, undated))).toEqual(['error CP: paymentDate, row 1000']);
});

test('wrong: one table has dates of commitment that nothing could read, at its own headings', () => {
  const read = `
    axe 2 | EJ         | date EJ    | AE
    PDE   | 1400000001 | 15/02/2023 | 1,00`;
  const unread = `
    axe 2 | EJ         | date EJ | AE
    SF    | 1400000002 |         | 2,00`;
  const ledger = ledgerOfTables(read, unread);
  const headings = ledger.headings.map((table, at) =>
    at === 1 ? { ...table, datesLeft: { commitmentDate: ['Date 2'] } } : table,
  );
  expect(missing({ ...ledger, headings })).toEqual(['error CP: cp, row 0', 'error AE: commitmentDate, row 1000']);
});

test('wrong: no date of payment can be read', () => {
  const table = (...days: readonly string[]): string =>
    `axe 2 | EJ | date EJ | AE | payé le | CP\n` +
    days.map((day) => `PDE | 1400000001 | 15/02/2023 | 1,00 | ${day} | 1,00`).join('\n');
  expect(missing(ledgerOf(table('avril 2023', 'T2 2023')))).toEqual(['error CP: paymentDate, row 0']);
  expect(missing(ledgerOf(table('avril 2023', '20/05/2023')))).toEqual([]);
  expect(missing(ledgerOf(table('', '')))).toEqual([]);
});

test('right: a table without payments needs no date of payment', () => {
  const dated = 'axe 2 | EJ | date EJ | AE | payé le | CP';
  const commitments = `
    axe 2 | EJ         | date EJ    | AE   | CP
    SF    | 1400000002 | 15/02/2023 | 2,00 |`;
  expect(missing(ledgerOfTables(dated, commitments))).toEqual([]);
});

test('edge: a convention that gives AE alone has no figure of CP, nor restes à payer', () => {
  const base = convention2023();
  const [pde] = base.envelopes;
  if (!pde) throw new Error('no envelope');
  const ceilings = { AE: base.ceilings.AE, CP: null };
  const ofAe = { ...base, ceilings, imputation: [], envelopes: [{ ...pde, ceilings }] };
  expect(missing(ledgerOf('date EJ | AE'), ofAe)).toEqual([]);
});

test('edge: the controls of a figure that is not calculable find nothing', () => {
  const spent = `
    imputation | axe 2 | poste         | EJ         | date EJ    | AE         | service fait | CP
    juste      | SF    | Frais annexes | 1400000001 | 15/02/2023 | 1 000,00   | 01/03/2023   | 900 000,00`;
  const rules = findingsIn(spent, { whole: true }).map(({ rule }) => rule);
  expect(rules).toContain('LEC-04');
  expect(rules.filter((rule) => /^(PLA-0[235]|DEL-03)$/.test(rule))).toEqual([]);
});

describe('a ceiling by titre or programme', () => {
  const base = convention2023();
  /** The postes of PDE are of titre 3, but the second; SF is of titre 2. */
  function bounded(part: 'titre' | 'programme', value: string): Convention {
    const { AE } = base.ceilings;
    const envelopes = base.envelopes.map((envelope) =>
      envelope.code === 'SF'
        ? { ...envelope, titre: '2' }
        : { ...envelope, lines: envelope.lines.map((line, at) => (at === 1 ? line : { ...line, titre: '3' })) },
    );
    const article = 'art. 4.3';
    return { ...base, envelopes, partCeilings: [{ part, value, year: 2023, ceilings: { AE, CP: null }, article }] };
  }
  const labels = base.envelopes[0]?.lines.map(({ label }) => label) ?? [];
  const table = `
    axe 2 | poste        | EJ         | date EJ    | AE       | payé le    | CP
    PDE   | ${labels[0]} | 1400000001 | 15/02/2023 | 1 000,00 | 20/03/2023 | 10,00
    SF    |              | 1400000002 | 15/02/2023 | 500,00   |            |
    PDE   | ${labels[1]} | 1400000003 | 15/02/2023 | 200,00   | 20/03/2023 | 20,00
    PDE   |              | 1400000004 | 15/02/2023 | 40,00    |            |
  `;
  const unknown = (convention: Convention) =>
    findingsIn(table, { convention, whole: true }).filter(({ rule }) => rule === 'LEC-04');

  test('wrong: two rows have no titre, at the first of them; the CP have no ceiling by titre', () => {
    expect(unknown(bounded('titre', '3'))).toEqual([
      found('LEC-04', 'error', 3, 'budgetLine', { figure: 'part', part: 'titre', rows: 2, ae: 24000, cp: 0 }),
    ]);
  });

  test('wrong: at the first row of the table, whatever its date; the CP are summed where they have a ceiling', () => {
    const rows = `
      axe 2 | poste        | EJ         | date EJ    | AE     | payé le    | CP
      PDE   | ${labels[0]} | 1400000001 | 15/02/2023 | 100,00 |            |
      PDE   | ${labels[1]} | 1400000003 | 15/04/2023 | 200,00 |            |
      PDE   |              | 1400000004 | 15/03/2023 | 40,00  | 20/04/2023 | 30,00
    `;
    const [ceiling] = bounded('titre', '3').partCeilings!;
    const both = { ...ceiling!, ceilings: { AE: base.ceilings.AE, CP: base.ceilings.CP } };
    const onCp = { ...ceiling!, ceilings: { AE: null, CP: base.ceilings.CP } };
    const withCeiling = (one: typeof both | typeof onCp) =>
      findingsIn(rows, { convention: { ...bounded('titre', '3'), partCeilings: [one] }, whole: true }).filter(
        ({ rule }) => rule === 'LEC-04',
      );
    expect(withCeiling(both)).toEqual([
      found('LEC-04', 'error', 2, 'budgetLine', { figure: 'part', part: 'titre', rows: 2, ae: 24000, cp: 3000 }),
    ]);
    expect(withCeiling(onCp)).toEqual([
      found('LEC-04', 'error', 3, 'budgetLine', { figure: 'part', part: 'titre', rows: 1, ae: 0, cp: 3000 }),
    ]);
  });

  test('edge: a row that no envelope has is IMP-06 alone', () => {
    const rows = `
      axe 2          | EJ         | date EJ    | AE     | payé le    | CP
      DOSSIER PAPIER | 1400000001 | 15/02/2023 | 100,00 | 20/03/2023 | 10,00
    `;
    const rules = findingsIn(rows, { convention: bounded('titre', '3'), whole: true }).map(({ rule }) => rule);
    expect(rules.filter((rule) => /^(LEC|IMP)/.test(rule))).toEqual(['IMP-06']);
  });

  test('right: the envelope gives the titre of postes that have none', () => {
    const convention = bounded('titre', '3');
    const envelopes = convention.envelopes.map((envelope) => ({ ...envelope, titre: '3' }));
    expect(unknown({ ...convention, envelopes })).toEqual([]);
  });

  test('the programme of a row is that of its codes where its envelope has several, zeros lost or not', () => {
    const convention = { ...bounded('programme', '0103'), imputation: axesOf(base) };
    const typed = (code: string): readonly number[] =>
      findingsIn(`axe 2 | activité | EJ | date EJ | AE\nPDE | ${code} | 1400000001 | 15/02/2023 | 10,00`, {
        convention,
        whole: true,
      }).flatMap(({ rule, details }) => (rule === 'LEC-04' && 'part' in details ? [details.rows] : []));
    expect(['010300000104', 'nombre 10300000104', ''].map(typed)).toEqual([[], [], [1]]);
  });

  test('right: every envelope has one programme; wrong: none has, and the rows have no code', () => {
    expect(unknown(bounded('programme', '0103'))).toEqual([]);
    expect(unknown({ ...bounded('programme', '0103'), imputation: axesOf(base) })).toEqual([
      found('LEC-04', 'error', 1, 'programme', { figure: 'part', part: 'programme', rows: 4, ae: 174000, cp: 0 }),
    ]);
  });
});

describe('the share of the commitments in advance', () => {
  const base = convention2023();
  const convention = { ...base, signedOn: isoDate('2022-10-01') };
  const table = `
    axe 2 | opération         | EJ         | date EJ    | AE
    PDE   | Gestion anticipée | 1400000001 | 10/12/2022 | 300 000,00
    PDE   | EJ                | 1400000002 | 15/02/2023 | 1 000,00
  `;

  test('wrong: taken of the credits of the year before, which the convention does not give', () => {
    const advances = { share: 0.25, base: 'currentYear' as const };
    expect(
      findingsIn(table, { convention: { ...convention, advances }, whole: true }).filter(
        ({ rule, severity }) => rule === 'LEC-04' && severity === 'warning',
      ),
    ).toEqual([found('LEC-04', 'warning', 1, 'ae', { figure: 'advances', year: 2022, rows: 1, ae: 30000000 })]);
  });

  test('edge: a row without AE, of no envelope, or of one that has no ceiling of AE, is bounded by no share', () => {
    const [pde, sf] = base.envelopes;
    const envelopes = [pde!, { ...sf!, ceilings: { ...sf!.ceilings, AE: null } }];
    const advances = { share: 0.25, base: 'currentYear' as const };
    const others = `
      PDE             | Gestion anticipée | 1400000003 | 11/12/2022 | 50,00
      Signaux Faibles | Gestion anticipée | 1400000004 | 10/12/2022 | 70,00
      DOSSIER PAPIER  | Gestion anticipée | 1400000005 | 10/12/2022 | 90,00
      PDE             | Gestion anticipée | 1400000006 | 10/12/2022 |
    `;
    expect(
      findingsIn(table.trimEnd() + others, { convention: { ...convention, envelopes, advances }, whole: true }).filter(
        ({ rule, severity }) => rule === 'LEC-04' && severity === 'warning',
      ),
    ).toEqual([found('LEC-04', 'warning', 1, 'ae', { figure: 'advances', year: 2022, rows: 2, ae: 30005000 })]);
  });

  test('right: taken of the envelope, or not followed', () => {
    for (const advances of [convention.advances, { share: null, base: 'currentYear' as const }])
      expect(
        findingsIn(table, { convention: { ...convention, advances }, whole: true }).filter(
          ({ rule, severity }) => rule === 'LEC-04' && severity === 'warning',
        ),
      ).toEqual([]);
  });
});

/** The rules of the code that names the envelope, alone. */
function axesOf({ imputation }: Convention): Convention['imputation'] {
  return imputation.filter(({ field }) => field === 'ministerialAxis2');
}

describe('an envelope that consumes without a ceiling', () => {
  const spent = (ae: string, cp = '') => `
    axe 2 | EJ         | date EJ    | AE    | payé le    | CP
    SF    | 1400000001 | 15/02/2023 | ${ae} | 20/03/2023 | ${cp}`;
  const projected = `
    axe 2 | EJ         | état   | date EJ    | AE     | payé le | CP
    SF    | 1400000001 | projet | 15/02/2023 | 700,00 |         |`;
  const free = { ...convention2023(), ceilings: { AE: null, CP: null } };
  const unbound = withoutCeiling('SF', 'CP', withoutCeiling('SF', 'AE', free));
  const amended = withMovements(
    withoutCeiling('SF', 'AE', free),
    movementOf({ to: 'SF', type: 'amendment', cents: 1 }),
  );

  test.each`
    what                                    | convention                                                       | ledger             | expected
    ${'AE without a ceiling'}               | ${withoutCeiling('SF', 'AE', free)}                              | ${spent('700,00')} | ${['error SF AE 70000/0 at AE 1']}
    ${'only projects'}                      | ${withoutCeiling('SF', 'AE', free)}                              | ${projected}       | ${['error SF AE 0/70000 at AE 1']}
    ${'CP without a ceiling'}               | ${withoutCeiling('SF', 'CP', free)}                              | ${spent('', '9')}  | ${['error SF CP 900/0 at CP 1']}
    ${'nothing consumed'}                   | ${withoutCeiling('SF', 'AE', free)}                              | ${spent('', '9')}  | ${[]}
    ${'a ceiling'}                          | ${free}                                                          | ${spent('700,00')} | ${[]}
    ${'a movement gives the credits'}       | ${amended}                                                       | ${spent('700,00')} | ${[]}
    ${'no envelope has AE'}                 | ${withoutCeiling('PDE', 'AE', withoutCeiling('SF', 'AE', free))} | ${spent('700,00')} | ${['warning * AE 70000/0 at Valeur 0']}
    ${'only the whole bounds it'}           | ${{ ...unbound, ceilings: convention2023().ceilings }}           | ${spent('700,00')} | ${[]}
    ${'nothing bounds it, nor the whole'}   | ${unbound}                                                       | ${spent('700,00')} | ${['error SF AE 70000/0 at AE 1']}
    ${'ANX-02 names it: the total differs'} | ${withoutCeiling('SF', 'CP')}                                    | ${spent('', '9')}  | ${[]}
  `('$what: $expected', ({ convention, ledger, expected }: Record<string, unknown>) => {
    const lines = (convention as Convention).envelopes.map((one) => ({ ...one, lines: [] }));
    const given = { ...(convention as Convention), envelopes: lines };
    const seen = findingsIn(String(ledger), { convention: given, whole: true }).flatMap(({ rule, severity, ...of }) => {
      if (rule !== 'LEC-04' || !('consumed' in of.details) || of.place.kind !== 'convention') return [];
      const { envelope, nature, consumed, reserved } = of.details;
      return [`${severity} ${envelope} ${nature} ${consumed}/${reserved} at ${of.place.column} ${of.place.row}`];
    });
    expect(seen).toEqual(expected);
  });

  test('two envelopes without CP: ANX-02 names the first, LEC-04 the other', () => {
    const base = withoutCeiling('SF', 'CP');
    const [pde, sf] = base.envelopes;
    if (!pde || !sf) throw new Error('two envelopes');
    const first = { ...sf, code: 'A', label: 'A', lines: [] };
    const convention = { ...base, envelopes: [pde, first, { ...sf, lines: [] }] };
    const seen = findingsIn(spent('', '9'), { convention, whole: true }).flatMap(({ rule, details }) =>
      rule === 'LEC-04' && 'consumed' in details ? [`${rule} ${details.envelope}`] : 'without' in details ? [rule] : [],
    );
    expect(seen.sort()).toEqual(['ANX-02', 'LEC-04 SF']);
  });

  test('postes in AE of an envelope of CP alone: ANX-01 names it', () => {
    const rules = findingsIn(spent('700,00'), { convention: withoutCeiling('SF', 'AE', free), whole: true });
    expect(rules.map(({ rule }) => rule).filter((rule) => /^(ANX|LEC-04)/.test(rule))).toEqual(['ANX-01']);
  });
});
