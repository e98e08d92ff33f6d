/** The findings grouped by cause and value, worst first; their filters, and the moves from one to the next. */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { control, controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { drain } from '../../../src/domain/slices';
import type { Entry } from '../../../src/taskpane/findings/finding-entries';
import { groupsOf } from '../../../src/taskpane/findings/finding-groups';
import {
  groupsKept,
  nextFinding,
  NO_FILTER,
  rowAfter,
  rowsOf,
  type FindingFilter,
  type ListRow,
} from '../../../src/taskpane/findings/finding-list';
import { FindingTexts } from '../../../src/taskpane/findings/finding-search';
import { FindingViews } from '../../../src/taskpane/findings/finding-views';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';
import { sampleDossier } from '../../support/sample-dossier';

const plainText = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

/** `error IMP-03 costCentre:EMPEF00057 12,00`: an entry as the grouping sees it. */
function entry(line: string): Entry {
  const [section = '', rule = '', value = '-', amount = '-'] = line.split(' ');
  const cause = `${section} ${rule}`;
  return {
    finding: { rule, severity: section } as unknown as Entry['finding'],
    reading: {} as Entry['reading'],
    key: line,
    section: section as Entry['section'],
    cause,
    causeAndValue: value === '-' ? cause : `${cause} ${value}`,
    amount: amount === '-' ? null : Number(amount) * 100,
    isCertain: line.endsWith(' certain'),
  };
}

const keysOf = (groups: ReturnType<typeof groupsOf>) => groups.map(({ key, entries }) => `${key} × ${entries.length}`);

test('words that are not known are named before their row: two doubts in one row are two names', () => {
  const rows = [
    ['Axe ministériel 2', 'Objet', 'N° EJ', "Date d'engagement", 'Montant AE', 'Statut', 'Observations'],
    ['PDE', 'Serveurs', '1400000001', 45_001, 1000, 'Demandeur DGE', 'Voir mail : EJ annulé'],
    ['PDE', 'Licences', '1400000002', 45_002, 2000, 'Notifié', null],
  ];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const views = drain(FindingViews.make(dossier, report, 'fr'));
  const named = views.groups.flatMap((group) =>
    group.entries.filter(({ finding }) => finding.rule === 'LEC-05').map((one) => plainText(views.nameOf(one, group))),
  );
  expect(named).toEqual(['« Demandeur DGE », Serveurs', '« Voir mail : EJ annulé », Serveurs']);
});

describe('order', () => {
  test.each`
    findings                                                         | order
    ${['warning PLA-04 - 9000', 'error EJ-02 - 1']}                  | ${['error EJ-02 × 1', 'warning PLA-04 × 1']}
    ${['error EJ-02 - 78', 'error PLA-01 - 4000']}                   | ${['error PLA-01 × 1', 'error EJ-02 × 1']}
    ${['error EJ-01 - 60', 'error EJ-01 - 60', 'error EJ-02 - 100']} | ${['error EJ-02 × 1', 'error EJ-01 × 2']}
    ${['error PER-01 -', 'error DON-01 -', 'error DON-01 -']}        | ${['error DON-01 × 2', 'error PER-01 × 1']}
    ${['error PER-01 -', 'error EJ-02 - 0.01']}                      | ${['error EJ-02 × 1', 'error PER-01 × 1']}
    ${['accepted PLA-01 - 4000', 'info IMP-07 -']}                   | ${['info IMP-07 × 1', 'accepted PLA-01 × 1']}
    ${['error IMP-03 A', 'error IMP-03 A', 'error IMP-03 B']}        | ${['error IMP-03 A × 2', 'error IMP-03 × 1']}
    ${['error IMP-03 A', 'error IMP-03 B', 'error IMP-03 C']}        | ${['error IMP-03 × 3']}
    ${['error IMP-03 A', 'warning IMP-03 A']}                        | ${['error IMP-03 × 1', 'warning IMP-03 × 1']}
  `('$findings: $order', ({ findings, order }: { findings: string[]; order: string[] }) => {
    expect(keysOf(groupsOf(findings.map(entry)))).toEqual(order);
  });

  test('in a group, the largest amount first, then in reading order', () => {
    const [group] = groupsOf(['error EJ-01 - 5', 'error EJ-01 - -', 'error EJ-01 - 9'].map(entry));
    expect(group?.entries.map(({ key }) => key)).toEqual(['error EJ-01 - 9', 'error EJ-01 - 5', 'error EJ-01 - -']);
  });
});

describe('the sample workbook', () => {
  const dossier = sampleDossier();
  const report = control(dossier, isoDate('2023-12-31'));
  const views = drain(FindingViews.make(dossier, report, 'fr'));
  const titles = views.groups.map((group) => plainText(views.titleOf(group)));
  const texts = drain(FindingTexts.make(views));
  const find = (filter: Partial<FindingFilter>) =>
    groupsKept(views.groups, { ...NO_FILTER, ...filter }, filter.text ? texts.containing(filter.text) : null);

  test('every finding is in one group', () => {
    const grouped = views.groups.flatMap(({ entries }) => entries.map(({ finding }) => finding));
    expect(grouped).toHaveLength(report.findings.length);
    expect(new Set(grouped)).toEqual(new Set(report.findings));
  });

  test('the ceilings exceeded come first: the largest excess of one nature', () => {
    const [worst] = views.groups;
    expect(titles[0]).toBe('Plafond dépassé');
    expect(worst?.entries.map((one) => plainText(`${views.nameOf(one, worst)} ${one.amount}`))).toEqual([
      'Signaux Faibles, AE 400000',
      'Convention, AE 269100',
      'Signaux Faibles, CP 160000',
    ]);
  });

  test('a value that explains several findings names their group', () => {
    const lost = views.groups.find(({ entries: [first] }) => first?.finding.rule === 'IMP-04');
    expect(
      lost && [views.titleOf(lost), views.subtitleOf(lost), lost.entries.length].map(String).map(plainText),
    ).toEqual(['Activité « 10300000104 »', 'Zéro initial perdu', '2']);
  });

  test.each`
    text               | found
    ${'zero INITIAL'}  | ${['IMP-04', 'IMP-04']}
    ${'EMPEF00057'}    | ${['IMP-03']}
    ${'4000,00'}       | ${expect.arrayContaining(['PLA-01'])}
    ${'ligne 57'}      | ${['IMP-04']}
    ${'contre-visite'} | ${expect.arrayContaining(['PLA-01', 'PLA-04'])}
    ${'rien de tel'}   | ${[]}
  `('a search for $text finds $found', ({ text, found }: { text: string; found: string[] }) => {
    expect(find({ text }).flatMap(({ entries }) => entries.map(({ finding }) => finding.rule))).toEqual(found);
  });

  test('a longer text is looked for in what the shorter one found, and a shorter one in everything', () => {
    const count = (text: string): number => texts.containing(text).size;
    const [all, fewer] = [count('e'), count('eng')];
    expect(fewer).toBeGreaterThan(0);
    expect(count('engagement sans')).toBeLessThan(fewer);
    expect(count('e')).toBe(all);
  });

  test('filters keep what they name', () => {
    const severities = (filter: Partial<FindingFilter>) => new Set(find(filter).map(({ section }) => section));
    expect(severities({ sections: new Set(['warning']) })).toEqual(new Set(['warning']));
    expect(severities({ sections: new Set(['warning', 'info']) })).toEqual(new Set(['warning', 'info']));
    const certain = find({ isCertainOnly: true }).flatMap(({ entries }) => entries);
    expect(certain).toHaveLength(views.certain.length);
    expect(certain.every(({ isCertain }) => isCertain)).toBe(true);
  });
});

describe('rows', () => {
  const groups = groupsOf(
    ['error PLA-01 - 9 one', 'error PLA-01 - 8 two', 'error EJ-02 - 7', 'info IMP-07 A', 'accepted DON-03 -'].map(
      entry,
    ),
  );
  const shown = (toggled: [string, boolean][] = [], isSearched = false) =>
    rowsOf(groups, new Map(toggled), isSearched).map(({ key }) => key);

  test('the worst group is open, information and accepted findings are folded', () => {
    expect(shown()).toEqual([
      'section error',
      'error PLA-01',
      'error PLA-01 - 9 one',
      'error PLA-01 - 8 two',
      'error EJ-02',
      'section info',
      'section accepted',
    ]);
  });

  test('what the user opens and closes stays so; a search opens what it finds', () => {
    expect(
      shown([
        ['error PLA-01', false],
        ['error EJ-02', true],
        ['section info', true],
      ]),
    ).toEqual([
      ...['section error', 'error PLA-01', 'error EJ-02', 'error EJ-02 - 7'],
      ...['section info', 'info IMP-07', 'section accepted'],
    ]);
    expect(shown([], true)).toHaveLength(3 + 4 + 5);
  });

  const rowOf = (key: string): ListRow | null =>
    rowsOf(
      groups,
      new Map([
        ['section info', true],
        ['error EJ-02', true],
        ['info IMP-07', true],
      ]),
      false,
    ).find((row) => row.key === key) ?? null;

  test.each`
    from                      | step  | to
    ${null}                   | ${1}  | ${'error PLA-01 - 9 one'}
    ${'error PLA-01 - 9 one'} | ${1}  | ${'error PLA-01 - 8 two'}
    ${'error PLA-01 - 8 two'} | ${1}  | ${'error EJ-02 - 7'}
    ${'error EJ-02'}          | ${-1} | ${'error PLA-01 - 8 two'}
    ${'error EJ-02 - 7'}      | ${1}  | ${'info IMP-07 A'}
    ${'section info'}         | ${1}  | ${'info IMP-07 A'}
    ${'section info'}         | ${-1} | ${'error EJ-02 - 7'}
    ${'error PLA-01 - 9 one'} | ${-1} | ${undefined}
  `('from $from by $step: $to', ({ from, step, to }: { from: string | null; step: 1 | -1; to?: string }) => {
    expect(nextFinding(groups, from === null ? null : rowOf(from), step)?.entry.key).toBe(to);
  });

  test.each`
    decided | left                    | next
    ${'a'}  | ${['g', 'b', 'c']}      | ${'b'}
    ${'c'}  | ${['g', 'a', 'b', 'h']} | ${'h'}
    ${'c'}  | ${['g', 'a', 'b']}      | ${'b'}
    ${'b'}  | ${['g', 'a', 'b', 'c']} | ${'b'}
    ${'a'}  | ${[]}                   | ${undefined}
  `('after a decision on $decided, with $left left, the focus is on $next', ({ decided, left, next }) => {
    const row = (key: string): ListRow =>
      ({ kind: key === 'g' || key === 'h' ? 'group' : 'finding', key }) as unknown as ListRow;
    const before = ['g', 'a', 'b', 'c', 'h'].map(row);
    expect(rowAfter(before, decided as string, (left as string[]).map(row))?.key).toBe(next);
  });
});
