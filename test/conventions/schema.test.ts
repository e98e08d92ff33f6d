/** The schema of convention files: each fault is refused at its exact path, whatever the JSON. */
import fc from 'fast-check';
import { planInitialise } from '../../src/application/writing/initialise';
import { parseConvention } from '../../src/conventions/index';
import file2023 from '../../src/conventions/dgefp-dge-2023.json';
import { isoDate } from '../../src/domain/calendar/civil-date';
import { UNSAID } from '../../src/domain/envelopes/terms';
import { readConventionTables } from '../../src/workbook/convention/convention-tables';
import { applyPlan, emptyWorkbook } from '../support/apply-plan';

/** The 2023 file with one member replaced, `undefined` removes it; with other years, it ends after all of them. */
function with2023(path: readonly (string | number)[], value: unknown): unknown {
  const copy: unknown = { ...structuredClone(file2023), ...(path[0] === 'otherYears' && { endsOn: '2060-12-31' }) };
  let target = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) target = target[step] as Record<string | number, unknown>;
  const last = path[path.length - 1] ?? '';
  if (value === undefined) delete target[last];
  else target[last] = value;
  return copy;
}

interface Refusal {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly cell: string;
  readonly problem: string;
}

const TO_NOWHERE = { type: 'transfer', nature: 'AE', amount: '1.00', from: 'PDE', to: 'XX' };

const ONE_TOO_MANY = Array.from({ length: 31 }, (_, index) => ({
  ...{ year: 2024 + index, ceilings: { AE: null, CP: null }, envelopes: [] },
}));
const OF_2024 = { year: 2024, ceilings: { AE: null, CP: null }, envelopes: [] };
/** A ceiling of a year in which the convention has no credits. */
const OF_2031 = {
  ...{ part: 'programme', value: '0103', year: 2031 },
  ceilings: { AE: { amount: '1000.00', mode: 'blocking' }, CP: null },
};
/** In 2024, the name of an envelope of 2023 is another's. */
const SF_AS_PDE = {
  ...OF_2024,
  envelopes: [{ code: 'PDE', label: 'Signaux Faibles', ceilings: { AE: null, CP: null }, lines: [] }],
};

test('the 2023 file is read', () => {
  expect(parseConvention(file2023).ok).toBe(true);
});

test.each`
  path                                            | value                           | cell                                   | problem
  ${['title']}                                    | ${undefined}                    | ${'title'}                             | ${'valueMissing'}
  ${['title']}                                    | ${12}                           | ${'title'}                             | ${'wrongKind'}
  ${['titre']}                                    | ${'x'}                          | ${'titre'}                             | ${'memberUnknown'}
  ${['signedOn']}                                 | ${'2022-02-30'}                 | ${'signedOn'}                          | ${'dateUnreadable'}
  ${['signedOn']}                                 | ${'13/12/2022'}                 | ${'signedOn'}                          | ${'dateUnreadable'}
  ${['endsOn']}                                   | ${'2022-12-12'}                 | ${'endsOn'}                            | ${'endBeforeSignature'}
  ${['creditYear']}                               | ${2024}                         | ${'creditYear'}                        | ${'yearAfterEnd'}
  ${['noticeMonths']}                             | ${2.5}                          | ${'noticeMonths'}                      | ${'numberUnreadable'}
  ${['holidayZone']}                              | ${'corse'}                      | ${'holidayZone'}                       | ${'wordUnknown'}
  ${['endAppliesTo', 1]}                          | ${'delivery'}                   | ${'endAppliesTo[1]'}                   | ${'wordUnknown'}
  ${['envelopes']}                                | ${'PDE'}                        | ${'envelopes'}                         | ${'wrongKind'}
  ${['envelopes', 0, 'code']}                     | ${' '}                          | ${'envelopes[0].code'}                 | ${'valueMissing'}
  ${['envelopes', 0, 'ceilings', 'AE', 'amount']} | ${500000}                       | ${'envelopes[0].ceilings.AE.amount'}   | ${'amountUnreadable'}
  ${['envelopes', 0, 'ceilings', 'AE', 'amount']} | ${'500 000'}                    | ${'envelopes[0].ceilings.AE.amount'}   | ${'amountUnreadable'}
  ${['envelopes', 0, 'thresholds', 'warning']}    | ${85}                           | ${'envelopes[0].thresholds.warning'}   | ${'numberUnreadable'}
  ${['envelopes', 0, 'lines', 2, 'delegated']}    | ${undefined}                    | ${'envelopes[0].lines[2].delegated'}   | ${'valueMissing'}
  ${['envelopes', 0, 'lines', 1, 'label']}        | ${'Frais annexes'}              | ${'envelopes[0].lines[3]'}             | ${'nameRepeated'}
  ${['envelopes', 1, 'label']}                    | ${'place des  ENTREPRISES'}     | ${'envelopes[1]'}                      | ${'nameRepeated'}
  ${['imputation', 6, 'envelope']}                | ${'PDX'}                        | ${'imputation[6].envelope'}            | ${'envelopeUnknown'}
  ${['fungibility']}                              | ${[{ article: 'art. 4' }]}      | ${'fungibility[0].from'}               | ${'valueMissing'}
  ${['rap']}                                      | ${[{ ej: '1405512301' }]}       | ${'rap[0].amount'}                     | ${'valueMissing'}
  ${['movements']}                                | ${[TO_NOWHERE]}                 | ${'movements[0].to'}                   | ${'envelopeUnknown'}
  ${['envelopes', 1, 'code']}                     | ${'PDE'}                        | ${'envelopes[1]'}                      | ${'nameRepeated'}
  ${['envelopes', 0, 'share']}                    | ${50}                           | ${'envelopes[0].share'}                | ${'numberUnreadable'}
  ${['envelopes', 0, 'lines', 0, 'ceilings']}     | ${{ AE: null }}                 | ${'envelopes[0].lines[0].ceilings.CP'} | ${'valueMissing'}
  ${['replyUnit']}                                | ${'weeks'}                      | ${'replyUnit'}                         | ${'wordUnknown'}
  ${['duties', 0, 'delay', 'count']}              | ${-1}                           | ${'duties[0].delay.count'}             | ${'numberUnreadable'}
  ${['duties', 0, 'type']}                        | ${'reply'}                      | ${'duties[0].type'}                    | ${'wordUnknown'}
  ${['duties', 1, 'dueOn']}                       | ${'31/12/2023'}                 | ${'duties[1].dueOn'}                   | ${'dateUnreadable'}
  ${['requests']}                                 | ${[{ subject: 'Suivi' }]}       | ${'requests[0].receivedOn'}            | ${'valueMissing'}
  ${['closing']}                                  | ${{ payement: '2023-12-06' }}   | ${'closing.payement'}                  | ${'memberUnknown'}
  ${['termination']}                              | ${{ sentOn: 'hier' }}           | ${'termination.sentOn'}                | ${'dateUnreadable'}
  ${['articles', 'publication']}                  | ${''}                           | ${'articles.publication'}              | ${'valueMissing'}
  ${['articles', 'clause']}                       | ${'art. 1'}                     | ${'articles.clause'}                   | ${'memberUnknown'}
  ${['otherYears']}                               | ${[{ ...OF_2024, year: 2023 }]} | ${'otherYears[0].year'}                | ${'nameRepeated'}
  ${['otherYears']}                               | ${[OF_2024, OF_2024]}           | ${'otherYears[1].year'}                | ${'nameRepeated'}
  ${['otherYears']}                               | ${[{ year: 2024 }]}             | ${'otherYears[0].ceilings'}            | ${'valueMissing'}
  ${['otherYears']}                               | ${ONE_TOO_MANY}                 | ${'otherYears'}                        | ${'numberUnreadable'}
  ${['envelopes', 1, 'code']}                     | ${'*'}                          | ${'envelopes[1]'}                      | ${'nameReserved'}
  ${['envelopes', 1, 'aliases']}                  | ${['*']}                        | ${'envelopes[1]'}                      | ${'nameReserved'}
  ${['partCeilings']}                             | ${[OF_2031]}                    | ${'partCeilings[0].year'}              | ${'numberUnreadable'}
  ${['otherYears']}                               | ${[SF_AS_PDE]}                  | ${'otherYears[0].envelopes[0]'}        | ${'nameRepeated'}
`('$path = $value is refused at $cell', ({ path, value, cell, problem }: Refusal) => {
  expect(parseConvention(with2023(path, value))).toMatchObject({
    ok: false,
    failure: { code: 'badConvention', cell, problem },
  });
});

test.each([
  ['creditYear', 1973],
  ['noticeMonths', 120],
  ['replyWorkingDays', 366],
  ['paymentDays', 366],
  ['otherYears', ONE_TOO_MANY.slice(1)],
])('the most that a file may give for %s is read back from the tables that « init » writes', (member, value) => {
  const file = parseConvention(with2023([member], value));
  if (!file.ok) throw new Error(JSON.stringify(file.failure));
  const plan = planInitialise(emptyWorkbook('Feuil1'), file.value);
  if (!plan.ok) throw new Error(plan.failure.code);
  expect(readConventionTables(applyPlan(emptyWorkbook('Feuil1'), plan.value))).toEqual(file);
});

test.each`
  endsOn          | endAppliesTo                 | problem           | why
  ${'2023-12-31'} | ${undefined}                 | ${'yearAfterEnd'} | ${'nothing can be spent in 2024'}
  ${'2024-03-31'} | ${undefined}                 | ${undefined}      | ${'it ends in 2024'}
  ${'2023-12-31'} | ${['commitment']}            | ${undefined}      | ${'payments may follow'}
  ${'2023-12-31'} | ${['commitment', 'payment']} | ${'yearAfterEnd'} | ${'neither may follow'}
`('2024 besides 2023 in a convention of $endsOn bounding $endAppliesTo: $why', ({ endsOn, endAppliesTo, problem }) => {
  const bounded = endAppliesTo === undefined ? {} : { endAppliesTo: endAppliesTo as unknown };
  const parsed = parseConvention({ ...file2023, endsOn: endsOn as unknown, ...bounded, otherYears: [OF_2024] });
  expect(parsed.ok ? {} : parsed.failure).toEqual(
    problem === undefined
      ? {}
      : expect.objectContaining({ problem, cell: 'otherYears[0].year', found: '2024', expected: '2023' }),
  );
});

test('a file of a hundred thousand nested lists is refused as any other kind, and the place is the file', () => {
  const nested = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
  expect(parseConvention(nested)).toMatchObject({
    ok: false,
    failure: { cell: '', problem: 'wrongKind', found: '[…]' },
  });
  expect(parseConvention(with2023(['title'], nested))).toMatchObject({ failure: { cell: 'title', found: '[…]' } });
});

test('straight and typographic apostrophes are one convention, whose documents print the typographic ones', () => {
  const path = ['envelopes', 1, 'lines', 1, 'label'];
  const [straight, typographic] = ["Tests d'intrusion", 'Tests d’intrusion'].map((label) =>
    parseConvention(with2023(path, label)),
  );
  expect(straight).toEqual(typographic);
  expect(straight).toMatchObject({ value: { envelopes: [{}, { lines: [{}, { label: 'Tests d’intrusion' }] }] } });
});

test('any JSON is read or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(parseConvention(json)).toMatchObject({ ok: false, failure: { code: 'badConvention' } });
    }),
  );
});

test('the 2023 file with any member replaced by any JSON is read or refused, never thrown at', () => {
  const members = Object.keys(file2023);
  fc.assert(
    fc.property(fc.constantFrom(...members), fc.jsonValue(), (member, json) => {
      const parsed = parseConvention(with2023([member], json));
      if (!parsed.ok) expect(parsed.failure).toMatchObject({ code: 'badConvention' });
      else expect(parsed.value.envelopes.length).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a credit year that is no number is refused at its place, even one that no number can be made of', () => {
  for (const year of [{ toString: [] }, [], '2023', null, true])
    expect(parseConvention(with2023(['creditYear'], year))).toMatchObject({
      failure: { cell: 'creditYear', problem: 'numberUnreadable' },
    });
});

test('an open-ended ceiling is null, a second convention has several délégataires', () => {
  const json = with2023(['ceilings'], { AE: null, CP: null });
  const parsed = parseConvention({
    ...(json as object),
    delegates: [{ name: 'DO' }, { name: 'SEREBC' }, { name: 'SSF' }, { name: 'SSF Brest' }],
  });
  expect(parsed).toMatchObject({ ok: true, value: { ceilings: { AE: null, CP: null } } });
  expect(parsed.ok && parsed.value.delegates.map((party) => party.name)).toEqual(['DO', 'SEREBC', 'SSF', 'SSF Brest']);
});

test('a file may state all that the tables can', () => {
  const terms = {
    replyUnit: 'calendar',
    duties: [
      {
        type: 'approvalOfService',
        label: 'Avis',
        delay: { count: 15, unit: 'working' },
        dueOn: '2023-12-31',
        doneOn: null,
        approval: 'simple',
      },
    ],
    requests: [{ receivedOn: '2023-05-02', subject: 'Prévision', answeredOn: null }],
    closing: { payment: '2023-12-06' },
    termination: { sentOn: '2023-09-01', receivedOn: '2023-09-05' },
    paymentDays: 20,
    recyclingBasis: 'arrêté du 29 décembre 2016',
    correspondence: { ministry: 'Ministère du Travail', greeting: 'Madame la directrice' },
    articles: { publication: 'art. 6' },
    otherYears: [{ ...OF_2024, rap: [{ ej: '1500000001', amount: '12.00' }] }],
  };
  const parsed = parseConvention({ ...file2023, endsOn: '2024-12-31', ...terms });
  expect(parsed).toMatchObject({
    ok: true,
    value: {
      replyUnit: 'calendar',
      duties: [
        {
          index: 0,
          delay: { count: 15, unit: 'working' },
          dueOn: isoDate('2023-12-31'),
          doneOn: null,
          addressee: '',
          approval: 'simple',
        },
      ],
      requests: [{ index: 0, receivedOn: isoDate('2023-05-02'), subject: 'Prévision', answeredOn: null }],
      closing: { commitment: null, serviceCertified: null, payment: isoDate('2023-12-06') },
      termination: { sentOn: isoDate('2023-09-01'), receivedOn: isoDate('2023-09-05') },
      paymentDays: 20,
      recyclingBasis: 'arrêté du 29 décembre 2016',
      correspondence: { ministry: 'Ministère du Travail', greeting: 'Madame la directrice', town: '' },
      articles: { publication: 'art. 6' },
      otherYears: [{ year: 2024, envelopes: [], rap: [{ ej: '1500000001' }] }],
    },
  });
});

test('a file without these terms takes the usual ones', () => {
  const { replyUnit, duties, paymentDays, articles, indicators, milestones, correspondence, ...rest } = file2023;
  expect([replyUnit, duties.length, paymentDays, Object.keys(articles).length]).toEqual(['working', 9, 30, 13]);
  expect([indicators.length, milestones.length, Object.keys(correspondence).length]).toEqual([9, 5, 5]);
  expect(parseConvention(rest)).toMatchObject({ ok: true, value: { ...UNSAID } });
});
