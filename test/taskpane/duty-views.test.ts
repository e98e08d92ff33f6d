/** The duties that the pane lists: late, soon, later, without a day, done; at the days of the controls. */
import fc from 'fast-check';
import { isoDate, toIso, type CivilDate } from '../../src/domain/calendar/civil-date';
import type { Convention } from '../../src/domain/envelopes/convention';
import type { Duty, InformationRequest } from '../../src/domain/envelopes/terms';
import { dutyViews, type DutyView } from '../../src/taskpane/duties/duty-views';
import { findTable } from '../../src/workbook/snapshot';
import { anyConvention, convention2023 } from '../support/conventions';
import { controlled, ledgerWorkbook } from '../support/ledgers/ledger-workbook';

const HEADINGS =
  "Axe ministériel 2 | Poste de dépense | N° EJ | Date d'engagement | Montant AE | Date de paiement | Montant CP";
const ROW = 'PDE | Frais annexes | 1500000001 | 15/02/2023 | 1000';

const date = (iso: string): CivilDate | null => (iso === '' ? null : isoDate(iso));

function viewsOf(convention: Convention, asOf: string, rows: readonly string[] = [ROW]): readonly DutyView[] {
  const { dossier, report } = controlled(ledgerWorkbook(convention, [HEADINGS, ...rows].join('\n')), asOf, convention);
  return dutyViews(dossier, report);
}

function withRequests(...requests: readonly Omit<InformationRequest, 'index'>[]): Convention {
  return { ...convention2023(), duties: [], requests: requests.map((request, index) => ({ index, ...request })) };
}

function withDuty(duty: Partial<Duty>): Convention {
  const blank: Duty = {
    index: 0,
    type: 'other',
    label: 'Obligation',
    delay: null,
    dueOn: null,
    doneOn: null,
    addressee: '',
    approval: null,
    article: '',
  };
  return { ...convention2023(), duties: [{ ...blank, ...duty }] };
}

const textOf = (view: DutyView | undefined): string =>
  view ? `${view.status} ${view.due === null ? '' : toIso(view.due)}`.trim() : 'nothing';

test.each`
  done            | asOf            | expected              | why
  ${''}           | ${'2023-02-01'} | ${'later 2023-04-17'} | ${'31 March and fifteen days, a Saturday'}
  ${''}           | ${'2023-04-02'} | ${'soon 2023-04-17'}  | ${'fifteen days before'}
  ${''}           | ${'2023-04-18'} | ${'late 2023-04-17'}  | ${'over'}
  ${'2023-04-10'} | ${'2023-04-18'} | ${'later 2023-07-17'} | ${'answered: the next quarter is shown'}
  ${'2023-04-10'} | ${'2023-07-18'} | ${'late 2023-07-17'}  | ${'the second quarter is not answered'}
  ${'2024-01-05'} | ${'2024-01-06'} | ${'done'}             | ${'the last period is answered'}
`('a report of each quarter, done on $done, seen on $asOf: $expected ($why)', (given: Record<string, string>) => {
  const { done = '', asOf = '', expected: wanted } = given;
  const delay = { count: 15, unit: 'calendar' as const };
  const convention = withDuty({ every: 'quarter', delay, doneOn: date(done) });
  const [view] = viewsOf({ ...convention, signedOn: isoDate('2023-01-02') }, asOf);
  expect(textOf(view)).toBe(wanted);
});

test.each`
  done            | asOf            | expected              | why
  ${''}           | ${'2024-03-20'} | ${'soon 2024-04-02'}  | ${'after Easter Monday: the report of 2023'}
  ${''}           | ${'2025-05-01'} | ${'late 2024-04-02'}  | ${'the oldest one is shown'}
  ${'2024-03-20'} | ${'2024-05-01'} | ${'later 2025-03-31'} | ${'the report of 2024 is shown'}
  ${'2025-03-20'} | ${'2026-05-01'} | ${'done'}             | ${'both are given'}
`('a yearly report of 2023 and of 2024, done on $done, seen on $asOf: $expected ($why)', (given) => {
  const { done = '', asOf = '', expected: wanted } = given as Record<string, string>;
  const { ceilings, envelopes } = convention2023();
  const otherYears = [{ year: 2024, ceilings, envelopes, rap: [] }];
  const delay = { count: 3, unit: 'months' as const };
  const convention = withDuty({ type: 'yearlyReport', delay, doneOn: date(done) });
  const [view] = viewsOf({ ...convention, otherYears, endsOn: isoDate('2024-12-31') }, asOf);
  expect(textOf(view)).toBe(wanted);
});

test.each`
  received        | answered        | asOf            | expected              | why
  ${'2023-04-03'} | ${''}           | ${'2023-04-04'} | ${'later 2023-04-11'} | ${'five jours ouvrés, Easter Monday left out'}
  ${'2023-04-03'} | ${''}           | ${'2023-04-07'} | ${'soon 2023-04-11'}  | ${'one jour ouvré left: Tuesday'}
  ${'2023-04-03'} | ${''}           | ${'2023-04-11'} | ${'soon 2023-04-11'}  | ${'the last day is in time'}
  ${'2023-04-03'} | ${''}           | ${'2023-04-12'} | ${'late 2023-04-11'}  | ${'over'}
  ${'2023-04-03'} | ${'2023-04-20'} | ${'2023-04-12'} | ${'late 2023-04-11'}  | ${'answered later than the date that is looked at'}
  ${'2023-04-03'} | ${'2023-04-20'} | ${'2023-04-20'} | ${'done 2023-04-11'}  | ${'answered, late as it was'}
  ${''}           | ${''}           | ${'2023-04-12'} | ${'undated'}          | ${'nobody wrote when it came'}
  ${'2023-05-02'} | ${''}           | ${'2023-04-12'} | ${'nothing'}          | ${'not received yet'}
`(
  'a request received on $received, answered on $answered, seen on $asOf: $expected ($why)',
  (given: Record<string, string>) => {
    const { received = '', answered = '', asOf = '', expected: wanted } = given;
    const [view] = viewsOf(
      withRequests({ subject: 'Prévision', receivedOn: date(received), answeredOn: date(answered) }),
      asOf,
    );
    expect(textOf(view)).toBe(wanted);
  },
);

test.each`
  duty                                                                   | asOf            | expected              | why
  ${{ dueOn: isoDate('2023-06-30') }}                                    | ${'2023-05-30'} | ${'later 2023-06-30'} | ${'more than thirty days ahead'}
  ${{ dueOn: isoDate('2023-06-30') }}                                    | ${'2023-05-31'} | ${'soon 2023-06-30'}  | ${'thirty days ahead'}
  ${{ dueOn: isoDate('2023-06-30') }}                                    | ${'2023-07-01'} | ${'late 2023-06-30'}  | ${'over'}
  ${{ dueOn: isoDate('2023-06-30'), doneOn: isoDate('2023-07-05') }}     | ${'2023-07-05'} | ${'done 2023-06-30'}  | ${'done'}
  ${{ type: 'yearlyReport', delay: { count: 2, unit: 'months' } }}       | ${'2024-02-15'} | ${'soon 2024-02-29'}  | ${'two months from the end of the year'}
  ${{ type: 'approvalOfService', delay: { count: 5, unit: 'working' } }} | ${'2023-07-01'} | ${'undated'}          | ${'its delay runs from an event'}
  ${{ type: 'publication' }}                                             | ${'2023-07-01'} | ${'undated'}          | ${'no day is fixed'}
  ${{ type: 'insufficiency' }}                                           | ${'2023-07-01'} | ${'undated'}          | ${'the credits suffice'}
  ${{ type: 'unspent' }}                                                 | ${'2023-07-01'} | ${'undated'}          | ${'there is time to spend'}
  ${{ type: 'unspent' }}                                                 | ${'2023-12-01'} | ${'soon 2023-12-31'}  | ${'credits will be left'}
  ${{ type: 'unspent' }}                                                 | ${'2024-01-02'} | ${'late 2023-12-31'}  | ${'credits were left'}
  ${{ type: 'unspent', doneOn: isoDate('2023-11-20') }}                  | ${'2023-12-01'} | ${'done'}             | ${'the délégant knows'}
`(
  'a duty seen on $asOf: $expected ($why)',
  ({
    duty,
    asOf,
    expected: wanted,
  }: {
    readonly duty: Partial<Duty>;
    readonly asOf: string;
    readonly expected: string;
  }) => {
    expect(viewsOf(withDuty(duty), asOf).map(textOf)).toEqual([wanted]);
  },
);

test.each`
  duty                                                                | column           | why
  ${{ dueOn: isoDate('2023-06-30'), doneOn: isoDate('2023-06-30') }}  | ${'Périodicité'} | ${'it may come back'}
  ${{ dueOn: isoDate('2023-06-30') }}                                 | ${'Type'}        | ${'late, or not'}
  ${{ type: 'yearlyReport', delay: { count: 0, unit: 'months' } }}    | ${'Délai'}       | ${'its delay is not known'}
  ${{ every: 'quarter', dueOn: null, doneOn: isoDate('2023-06-30') }} | ${'Échéance'}    | ${'its days are not known'}
`('a duty of which « $column » cannot be read is neither done nor late: $why', ({ duty, column }) => {
  const convention = withDuty({ ...(duty as Partial<Duty>), unread: [{ column, raw: '?', expected: '' }] });
  const { dossier, report } = controlled(
    ledgerWorkbook(convention, [HEADINGS, ROW].join('\n')),
    '2023-07-05',
    convention,
  );
  const [view] = dutyViews(dossier, report);
  const table = findTable(dossier.workbook, 'ENV_Obligations');
  expect(textOf(view)).toBe('undated');
  expect(view?.place?.column).toBe((table?.area.left ?? 0) + (table?.columns.indexOf(column as string) ?? 0));
});

test('an insufficiency is due « sans délai », from the day on which the ceiling is exceeded, though an earlier one was notified', () => {
  const rows = [ROW, 'PDE | Frais annexes | 1500000002 | 03/04/2023 | 600000'];
  const duty = withDuty({ type: 'insufficiency', doneOn: isoDate('2023-03-01') });
  expect(viewsOf(duty, '2023-04-03', rows).map(textOf)).toEqual(['soon 2023-04-03']);
  expect(viewsOf(duty, '2023-04-04', rows).map(textOf)).toEqual(['late 2023-04-03']);
});

test.each`
  termination                                                             | asOf            | expected              | hasEffect
  ${{ sentOn: isoDate('2023-05-02'), receivedOn: isoDate('2023-05-05') }} | ${'2023-06-01'} | ${'later 2023-08-05'} | ${true}
  ${{ sentOn: isoDate('2023-05-02'), receivedOn: null }}                  | ${'2023-07-20'} | ${'soon 2023-08-02'}  | ${true}
  ${{ sentOn: isoDate('2023-05-02'), receivedOn: null }}                  | ${'2023-08-02'} | ${'done 2023-08-02'}  | ${true}
  ${{ sentOn: null, receivedOn: isoDate('2023-10-02') }}                  | ${'2023-10-02'} | ${'later 2024-01-02'} | ${false}
  ${{ sentOn: null, receivedOn: isoDate('2023-10-02') }}                  | ${'2023-10-01'} | ${'nothing'}          | ${undefined}
`('a notice of three months seen on $asOf: $expected', ({ termination, asOf, expected: wanted, hasEffect }) => {
  const [view] = viewsOf({ ...convention2023(), duties: [], termination }, asOf);
  expect(textOf(view)).toBe(wanted);
  expect(view?.kind === 'notice' ? view.hasEffect : undefined).toBe(hasEffect);
});

test('late ones come first by their day, what is done last, the latest first; each leads to its register', () => {
  const at = (receivedOn: string, answeredOn = ''): Omit<InformationRequest, 'index'> => ({
    subject: receivedOn,
    receivedOn: date(receivedOn),
    answeredOn: date(answeredOn),
  });
  const answered = [at('2023-03-06', '2023-03-08'), at('2023-03-07', '2023-03-10')];
  const convention = withRequests(...answered, at('2023-04-12'), at('2023-04-03'), at('2023-03-27'), at(''));
  const views = viewsOf(convention, '2023-04-12');
  expect(views.map(({ label }) => label)).toEqual([
    '2023-03-27',
    '2023-04-03',
    '2023-04-12',
    '',
    '2023-03-07',
    '2023-03-06',
  ]);
  const [first, , , undated] = views;
  expect([first?.place?.sheet, undated?.place?.sheet]).toEqual(['Demandes et obligations', 'Demandes et obligations']);
  // « Répondue le » is two columns after « Reçue le ».
  expect((first?.place?.column ?? 0) - (undated?.place?.column ?? 0)).toBe(2);
});

test('the list and the controls never disagree', () => {
  const days = fc.integer({ min: 0, max: 3650 }).map((after) => (isoDate('2020-01-01') + after) as CivilDate);
  fc.assert(
    fc.property(anyConvention(), days, (convention, asOf) => {
      const { dossier, report } = controlled(
        ledgerWorkbook(convention, `${HEADINGS}\n${ROW}`),
        toIso(asOf),
        convention,
      );
      const views = dutyViews(dossier, report);
      const found = (rule: string, severity?: string): number =>
        report.findings.filter(
          (finding) =>
            finding.rule === rule &&
            (severity === undefined || finding.severity === severity) &&
            !('doubt' in finding.details), // a day far from the convention, which is listed as it is
        ).length;
      const listed = (kind: string, status: string): number =>
        views.filter((view) => view.kind === kind && view.status === status).length;
      const undatedRequests = report.findings.filter(
        (finding) => finding.rule === 'DEL-01' && 'due' in finding.details && finding.details.due === null,
      ).length;
      const reports = (status: string): number =>
        views.filter((view) => view.kind === 'duty' && view.type === 'yearlyReport' && view.status === status).length;
      expect([listed('request', 'late'), listed('request', 'soon'), listed('request', 'undated')]).toEqual([
        found('DEL-01', 'error'),
        found('DEL-02'),
        undatedRequests,
      ]);
      expect([reports('late'), reports('soon')]).toEqual([found('DEL-05', 'error'), found('DEL-05', 'warning')]);
      expect(views.filter((view) => view.kind === 'notice' && !view.hasEffect).length).toBeLessThanOrEqual(
        found('PER-08'),
      );
    }),
    { numRuns: 60 },
  );
});
