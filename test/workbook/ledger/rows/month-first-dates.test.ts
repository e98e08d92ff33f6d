/** Dates kept as text, month first: the texts of a column prove its order, and all of them are read in it. */
import { openDossier } from '../../../../src/application/open-dossier';
import { controlledAt } from '../../../../src/application/control';
import { isoDate, toIso } from '../../../../src/domain/calendar/civil-date';
import { convention2023 } from '../../../support/conventions';
import { judged } from '../../../support/ledgers/judged';
import { workbookOf } from '../../../support/ledgers/workbook-of';

type Dates = readonly (number | string)[];

const HEADINGS = ['Enveloppe', 'N° EJ', 'Date EJ', 'Fournisseur', 'Montant AE', 'Date paiement', 'Montant CP'];
const rowsOf = (signed: Dates, paid: Dates = []) => [
  HEADINGS,
  ...signed.map((date, at) => ['PDE', `140000000${at}`, date, `Titulaire ${at}`, 1000, paid[at] ?? 45_280, 400 + at]),
];

/** The days of the commitments, `?` for an unreadable one; and the dates proposed in place of the texts. */
function read(signed: Dates, paid?: Dates): string {
  const opened = openDossier(workbookOf({ name: 'Suivi', rows: rowsOf(signed, paid) }), {
    convention: convention2023(),
  });
  if (!opened.ok) return opened.failure.code;
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const days = opened.value.ledger.rows.map(({ commitmentDate: day }) =>
    day.kind === 'date' ? toIso(day.date).slice(5) : '?',
  );
  const proposed = report.findings.flatMap(({ rule, repair }) =>
    rule === 'DON-02' && repair?.kind === 'date' ? [toIso(repair.date).slice(5)] : [],
  );
  return `${days.join(' ')} | ${proposed.join(' ')}`;
}

test.each<readonly [string, Dates, string]>([
  ['proven', ['01/30/2023', '02/10/2023', '03/16/2023'], '01-30 02-10 03-16 | 01-30 02-10 03-16'],
  [
    'with a time',
    ['01/30/2023 10:15', '02/10/2023 09:00', '03/16/2023 08:30'],
    '01-30 02-10 03-16 | 01-30 02-10 03-16',
  ],
  ['with points, two figures', ['01.30.23', '02.10.23', '03.16.23'], '01-30 02-10 03-16 | 01-30 02-10 03-16'],
  [
    'among dates of Excel',
    ['01/30/2023', 45_001, '02/10/2023', '03/16/2023'],
    '01-30 03-16 02-10 03-16 | 01-30 02-10 03-16',
  ],
  ['the French order', ['30/01/2023', '10/02/2023', '05/03/2023'], '01-30 02-10 03-05 | 01-30 02-10 03-05'],
  ['no proof: the French order', ['02/10/2023', '03/05/2023'], '10-02 05-03 | 10-02 05-03'],
  ['one may be a slip', ['01/30/2023', '02/10/2023'], '? 10-02 | 10-02'],
  [
    'both orders: the French one',
    ['30/01/2023', '01/30/2023', '03/16/2023', '02/10/2023'],
    '01-30 ? ? 10-02 | 01-30 10-02',
  ],
  [
    'other texts',
    ['2023-01-30', '01/30/2023', '16 mars 2023', '03/16/2023'],
    '01-30 01-30 03-16 03-16 | 01-30 01-30 03-16 03-16',
  ],
])('%s', (_, signed, expected) => {
  expect(read(signed)).toBe(expected);
});

test('a column without proof beside a proven one has its order; one of the French order keeps it', () => {
  const proven = ['01/30/2023', '03/16/2023'];
  expect(read(['01/10/2023', '02/11/2023'], proven)).toBe('01-10 02-11 | 01-10 01-30 02-11 03-16');
  expect(read(['13/01/2023', '02/11/2023'], proven)).toBe('01-13 11-02 | 01-13 01-30 11-02 03-16');
});

test('the finding names the order', () => {
  const { cp, sentencesOf } = judged(rowsOf(['01/10/2023', '02/11/2023'], ['01/30/2023', '03/16/2023']));
  expect(cp).toBe(801);
  expect(sentencesOf('DON-02')[0]).toMatch(/«\s01\/10\/2023\s».*lue mois puis jour, l’ordre des textes de la colonne/);
});
