/** Delays typed with their unit, and lists of years and of words typed with commas, in the ENV_ tables. */
import { planInitialise } from '../../../src/application/writing/initialise';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { readConventionTables } from '../../../src/workbook/convention/convention-tables';
import { countIn } from '../../../src/workbook/convention/counted-delays';
import { OurTable } from '../../../src/workbook/registers/our-tables';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { CONVENTION_KEYS, type ConventionKey } from '../../../src/workbook/workbook-names';
import { applyPlan, emptyWorkbook } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';

/** The convention of 2023, until 2025, read with this value under a key; the problem and the expected value where it is refused. */
function withKey(key: ConventionKey, value: string): Convention | readonly string[] {
  const plan = planInitialise(emptyWorkbook('Feuil1'), { ...convention2023(), endsOn: isoDate('2025-12-31') });
  if (!plan.ok) throw new Error(plan.failure.code);
  const workbook: WorkbookSnapshot = applyPlan(emptyWorkbook('Feuil1'), plan.value);
  const table = OurTable.find(workbook, 'convention')!;
  const found = table.rows().find((one) => table.text(one, 'key') === CONVENTION_KEYS[key])!;
  const { sheet, row, column } = table.place(found, 'value');
  const step = { kind: 'setCells', sheet, top: row, left: column, cells: [[{ value }]] } as const;
  const read = readConventionTables(applyPlan(workbook, { purpose: 'undo', expected: [], steps: [step] }));
  if (read.ok) return read.value!;
  return read.failure.code === 'badConvention' ? [read.failure.problem, read.failure.expected] : [read.failure.code];
}

test.each`
  key                   | value                                 | read
  ${'noticeMonths'}     | ${'trois mois'}                       | ${3}
  ${'noticeMonths'}     | ${'2 mois'}                           | ${2}
  ${'noticeMonths'}     | ${'deux (2) mois'}                    | ${2}
  ${'noticeMonths'}     | ${'90 jours'}                         | ${['numberUnreadable', '0…120 (mois)']}
  ${'replyWorkingDays'} | ${'8 jours'}                          | ${8}
  ${'replyWorkingDays'} | ${'8 jours ouvrés'}                   | ${8}
  ${'replyWorkingDays'} | ${'8 jours francs'}                   | ${['numberUnreadable', '0…366 (jours ouvrés)']}
  ${'replyWorkingDays'} | ${'un mois'}                          | ${['numberUnreadable', '0…366 (jours ouvrés)']}
  ${'paymentDays'}      | ${'trente jours'}                     | ${30}
  ${'paymentDays'}      | ${'45 j'}                             | ${45}
  ${'paymentDays'}      | ${'30 jours maximum'}                 | ${30}
  ${'paymentDays'}      | ${'Au plus 30 jours'}                 | ${30}
  ${'paymentDays'}      | ${'au moins 30 jours'}                | ${['numberUnreadable', '0…366 (jours calendaires)']}
  ${'replyWorkingDays'} | ${'sous 5 jours ouvrés (au maximum)'} | ${5}
  ${'noticeMonths'}     | ${'sans objet'}                       | ${['numberUnreadable', '0…120 (mois)']}
  ${'creditYear'}       | ${'exercice 2023'}                    | ${2023}
  ${'creditYear'}       | ${'Exercice budgétaire 2023'}         | ${2023}
  ${'creditYear'}       | ${'exercice 23'}                      | ${['numberUnreadable', '1900…9999']}
  ${'paymentDays'}      | ${'400 jours'}                        | ${['numberUnreadable', '0…366 (jours calendaires)']}
`(
  '$key « $value »',
  ({ key, value, read }: { key: keyof Convention & ConventionKey; value: string; read: unknown }) => {
    const result = withKey(key, value);
    expect('noticeMonths' in result ? result[key] : result).toEqual(read);
  },
);

test.each`
  text                 | unit          | count
  ${'15 jours ouvrés'} | ${'working'}  | ${15}
  ${'15 jours ouvrés'} | ${'calendar'} | ${null}
  ${'5 ouvrés'}        | ${'working'}  | ${5}
  ${'Quarante-cinq j'} | ${'calendar'} | ${45}
  ${'8'}               | ${'months'}   | ${8}
  ${'trois'}           | ${'months'}   | ${null}
  ${'deux (3) mois'}   | ${'months'}   | ${null}
  ${'3 mois'}          | ${'workable'} | ${null}
  ${'3 à 5 jours'}     | ${'working'}  | ${null}
`('« $text » in $unit: $count', ({ text, unit, count }) => {
  expect(countIn(text as string, unit as 'working')).toBe(count);
});

test.each(['2024; 2025', '2024, 2025', 'exercices 2024 et 2025', '2024 et 2025', '2024 ; 2025.5'])(
  '« Autres exercices » as « %s »',
  (text) => {
    const read = withKey('otherYears', text);
    const years = 'otherYears' in read ? read.otherYears.map(({ year }) => year) : read;
    expect(years).toEqual(text.includes('.') ? ['numberUnreadable', '2024; 2025'] : [2024, 2025]);
  },
);

test.each`
  key               | value                              | read
  ${'endAppliesTo'} | ${'engagement, paiement'}          | ${['commitment', 'payment']}
  ${'endAppliesTo'} | ${'Engagement et paiement'}        | ${['commitment', 'payment']}
  ${'endAppliesTo'} | ${'engagement, service, paiement'} | ${['wordUnknown', 'engagement, service fait, paiement']}
  ${'mode'}         | ${'bloquant, alerte'}              | ${['blocking', 'warning']}
`('$key as « $value »', ({ key, value, read }: { key: ConventionKey; value: string; read: readonly string[] }) => {
  const result = withKey(key, value);
  if (!('endAppliesTo' in result)) return expect(result).toEqual(read);
  const { endAppliesTo, ceilings } = result;
  expect(key === 'mode' ? [ceilings.AE?.mode, ceilings.CP?.mode] : endAppliesTo).toEqual(read);
});
