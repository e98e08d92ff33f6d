/**
 * Payments without a date that is read: LEC-04 names the unread columns of dates which may be theirs, and these count
 * once somebody maps them. A demand is no payment until then.
 */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { describeFinding } from '../../../../src/messages/describe-finding';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

const START = ['Enveloppe', 'N° EJ', 'Date EJ', 'Montant AE'];
const PAID_ON = 45100; // 23/06/2023

function cellUnder(heading: string, at: number): CellValue {
  const operation: CellValue[] = ['PDE', '1405512301', 45000, 900];
  if (at < operation.length) return operation[at] ?? null;
  return /^date/i.test(heading) ? PAID_ON : /^N°/.test(heading) ? `10000000${at}` : 100;
}

/** The sentence of LEC-04, and the CP of PDE in euros; `mapped`: the headings mapped to the day of payment. */
function reading(
  columns: string,
  mapped: readonly string[] = [],
): { readonly sentence: string; readonly cp: number | null } {
  const headings = [...START, ...columns.split(' | ')];
  const choices = mapped.map((heading) => ({ source: '', heading, field: 'paymentDate' as const }));
  const convention = convention2023();
  const workbook = workbookOf({ name: 'Suivi', rows: [headings, headings.map(cellUnder)] });
  const opened = openDossier(workbook, { convention, columns: choices });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const finding = report.findings.find(({ rule }) => rule === 'LEC-04');
  const consumed = report.balances.figures({ envelope: 'PDE', line: null }, 'CP').consumed;
  return {
    sentence: finding ? describeFinding(finding, convention, 'fr').message : '',
    cp: consumed === null ? null : consumed.cents / 100,
  };
}

test.each`
  columns                                                      | left                                        | mapped                                | cp
  ${'N° DP | Date DP | CP'}                                    | ${'« Date DP » est'}                        | ${['Date DP']}                        | ${100}
  ${'Date de la demande de paiement | Montant CP'}             | ${'« Date de la demande de paiement » est'} | ${['Date de la demande de paiement']} | ${100}
  ${'N° DP 1 | Date DP 1 | CP 1 | N° DP 2 | Date DP 2 | CP 2'} | ${'« Date DP 1 » ou « Date DP 2 » est'}     | ${['Date DP 1', 'Date DP 2']}         | ${200}
  ${'Date DP1 | Montant DP1 | Date DP2 | Montant DP2'}         | ${'« Date DP1 » ou « Date DP2 » est'}       | ${['Date DP1', 'Date DP2']}           | ${200}
`('$columns', ({ columns, left, mapped, cp }: { columns: string; left: string; mapped: string[]; cp: number }) => {
  const { sentence, cp: unknown } = reading(columns);
  expect(unknown).toBeNull();
  expect(plain(sentence)).toContain(`rien n'indique que ${left} cette date`);
  expect(plain(sentence)).toContain(`--map "${mapped[0]}=Date de paiement"`);
  expect(reading(columns, mapped)).toEqual({ sentence: '', cp });
});

test.each(['CP', 'Date prévue de paiement | CP', 'Date limite de paiement | CP', 'Date de réunion | CP'])(
  'no date of « %s » may be that of the payment: the column is to be added',
  (columns) => {
    const { sentence, cp } = reading(columns);
    expect(cp).toBeNull();
    expect(plain(sentence)).toContain('Ajoutez cette colonne');
  },
);

function plain(sentence: string): string {
  return sentence.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, "'");
}
