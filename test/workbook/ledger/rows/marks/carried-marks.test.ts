/** EJ of earlier years that a year enters again, under a title or with a mark: they count, and are reported. */
import { controlledAt } from '../../../../../src/application/control';
import { openDossier } from '../../../../../src/application/open-dossier';
import { isoDate } from '../../../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../../../src/domain/envelopes/convention';
import { describeFinding } from '../../../../../src/messages/describe-finding';
import type { CellValue } from '../../../../../src/workbook/cells';
import { announcesCarried } from '../../../../../src/workbook/ledger/rows/marks/carried-words';
import { convention2023 } from '../../../../support/conventions';
import { movedBy, workbookOf, type SheetGiven } from '../../../../support/ledgers/workbook-of';

type Row = readonly CellValue[];

const NAMES = { creditYears: [2023, 2023], isEnvelope: (text: string) => text === 'pde' } as const;

test.each([
  ...['Report des EJ non soldés 2022', 'Restes à payer 2022', 'RAP 2022', 'EJ antérieurs', 'EJ des années antérieures'],
  ...[
    'Reliquats 2022',
    'Engagements antérieurs à 2023',
    'Bascule 2022',
    'Reports',
    'EJ reportés',
    'EJ basculés',
    'RAP',
  ],
  ...[
    'Restes à payer au 01/01/2023',
    'RAP sur EJ antérieurs',
    'Gestion antérieure',
    'Reports 2022',
    'EJ N-1',
    'EJ 2022',
  ],
  ...['RAP 2022 - PDE', 'EJ 2022 reportés', 'Report des engagements', 'Reprise des EJ 2022', 'Stock EJ 2022'],
  ...['Exercices précédents (EJ)', 'Paiements sur EJ antérieurs', 'Reports 2023', 'Engagements de l’exercice 2022'],
])('the title « %s » announces EJ of earlier years', (title) => {
  expect(announcesCarried(title, 'title', NAMES)).toBe(true);
});

test.each([
  ...[
    'Report',
    'Report de la page précédente',
    'Reports de crédits',
    'À reporter',
    'Report du mois précédent',
    'RAP 2023',
  ],
  ...['Restes à payer 2023', 'EJ reportés en 2024', 'EJ 2023', 'Exercice 2022', '2022', 'Marchés 2022', 'EJ en cours'],
  ...['Formations reportées', 'Suivi AE CP RAP', 'Reliquats', 'EJ non soldés', 'Rapports', 'Bascule informatique'],
  ...['Reporting', 'EJ 2024', 'Restes à payer au 31/12/2023', 'Soldes 2022', 'Engagements', 'Mois précédent', ''],
])('the title « %s » announces none', (title) => {
  expect(announcesCarried(title, 'title', NAMES)).toBe(false);
});

test.each([
  ...[
    'RAP 2022',
    'EJ 2022',
    'reste à payer 2022',
    'RAP 2022 - Maintenance',
    'EJ antérieur',
    'Report 2022',
    'Report EJ',
  ],
])('the cell « %s » announces one', (text) => {
  expect(announcesCarried(text, 'words', NAMES)).toBe(true);
});

test.each([
  ...['Formation reportée au 12 juin', 'Reporté', 'Report', 'RAP', 'Marché 2022', 'Commande 2022', 'Bascule', '2022'],
  ...['Rapport annuel 2022', 'Report de la réunion', 'Reste à payer', 'Licences 2022', 'RAP 2023', 'Séminaire reporté'],
])('the cell « %s » announces none', (text) => {
  expect(announcesCarried(text, 'words', NAMES)).toBe(false);
});

const HEADINGS = ['N° EJ', 'Date EJ', 'Axe 2', 'Montant AE'];
const [NEW_YEAR, JUNE_2022, MARCH] = [44_927, 44_713, 45_000];
const ej = (number: number, day: number | null, ae: number): Row => [`14000000${number}`, day, 'PDE', ae];

/** The AE that count, in euros, and the findings LEC-05. */
function read(sheets: readonly SheetGiven[], convention: Convention = convention2023(), asOf = '2023-12-31'): string {
  const workbook = workbookOf(...sheets);
  const [inPlace = '', moved] = [workbook, movedBy(workbook, 3, 2)].map((one) => {
    const opened = openDossier(one, { convention });
    if (!opened.ok) return opened.failure.code;
    const { dossier, report } = controlledAt(opened.value, isoDate(asOf));
    const ae = dossier.ledger.rows.reduce((sum, row) => sum + (row.ae.kind === 'amount' ? row.ae.cents / 100 : 0), 0);
    return [ae, ...report.findings.map(({ rule }) => rule).filter((rule) => rule === 'LEC-05')].join(' ');
  });
  expect(moved).toBe(inPlace);
  return inPlace;
}

test.each([
  ['at the new year', NEW_YEAR, '1600 LEC-05'],
  ['without a date', null, '1600 LEC-05'],
  ['on its own date', JUNE_2022, '1600'],
])('an EJ under « RAP 2022 », %s', (_, day, expected) => {
  const rows = [HEADINGS, ['RAP 2022'], ej(19, day, 600), ['Engagements 2023'], ej(11, MARCH, 1000)];
  expect(read([{ name: 'Suivi', rows }])).toBe(expected);
  const sheets = [
    { name: 'Suivi', rows: [HEADINGS, ej(11, MARCH, 1000)] },
    { name: 'RAP 2022', rows: [HEADINGS, ej(19, day, 600)] },
  ];
  expect(read(sheets)).toBe(expected);
});

test('an EJ of 2022 that 2023 commits again is not entered again by « Engagements 2022 »', () => {
  const sheet = (name: string, ...row: Parameters<typeof ej>): SheetGiven => ({ name, rows: [HEADINGS, ej(...row)] });
  const old = sheet('Engagements 2022', 19, JUNE_2022, 600);
  expect(read([old, sheet('Engagements 2023', 19, MARCH, 700)])).toBe('1300');
  expect(read([old, sheet('Engagements 2023', 19, JUNE_2022 + 1, 700)])).toBe('1300 LEC-05');
});

test.each([
  ['Type', 'Report', 'Engagement'],
  ['Type', 'RAP 2022', 'Engagement'],
  ['Année EJ', 2022, 2023],
  ["Année d'origine", 2022, 2023],
  ['Origine', 'RAP 2022', 'Nouveau'],
  ['EJ antérieur', 'oui', 'non'],
  ['EJ antérieur', true, false],
  ['Report', 'oui', null],
  ['RAP', 'X', null],
  ['Observations', 'EJ 2022', 'Vu'],
  ['Objet', 'RAP 2022 - Développement', 'Développement'],
])('« %s » « %s » on an EJ dated in 2023', (heading, mark, other) => {
  const rows = (day: number): readonly Row[] => [
    [...HEADINGS, heading],
    [...ej(19, day, 600), mark],
    [...ej(11, MARCH, 1000), other],
  ];
  expect(read([{ name: 'Suivi', rows: rows(NEW_YEAR) }])).toBe('1600 LEC-05');
  expect(read([{ name: 'Suivi', rows: rows(JUNE_2022) }])).toBe('1600');
});

test.each([
  ['Objet', 'Formation reportée au 12 juin', 'Développement'],
  ['Type', 'Engagement', 'Avenant'],
  ['Type', 'Reprise AE', 'Engagement'],
  ['Année EJ', 2023, 2023],
  ['EJ antérieur', 'non', 'non'],
  ['RAP', 600, 1000],
  ['Report', null, null],
  ['Origine', 'Nouveau', 'DGE'],
])('« %s » « %s » is ordinary', (heading, mark, other) => {
  const rows = [
    [...HEADINGS, heading],
    [...ej(19, NEW_YEAR, 600), mark],
    [...ej(11, MARCH, 1000), other],
  ];
  expect(read([{ name: 'Suivi', rows }])).not.toContain('LEC-05');
});

test('a row of totals « Report » or « Report de la page précédente » is a total', () => {
  for (const label of ['Report', 'Report de la page précédente']) {
    const rows = [HEADINGS, ej(19, MARCH, 600), [label, null, null, 600], ej(11, MARCH, 1000)];
    expect(read([{ name: 'Suivi', rows }])).toBe('1600');
  }
});

test('a title over the whole ledger sets nothing apart, unless it has a year', () => {
  expect(read([{ name: 'RAP', rows: [HEADINGS, ej(19, MARCH, 600)] }])).toBe('600');
  expect(read([{ name: 'RAP 2022', rows: [HEADINGS, ej(19, MARCH, 600)] }])).toBe('600 LEC-05');
});

test('in a convention of two years, what is left of an EJ of the first is not committed again', () => {
  const [year] = [convention2023()].map(({ ceilings, envelopes, rap }) => ({ year: 2024, ceilings, envelopes, rap }));
  const convention = { ...convention2023(), endsOn: isoDate('2024-12-31'), otherYears: year ? [year] : [] };
  const first = { name: '2023', rows: [HEADINGS, ej(11, MARCH, 1000)] };
  const again = (number: number): SheetGiven => ({
    name: '2024',
    rows: [HEADINGS, ['Report des EJ non soldés 2023'], ej(number, MARCH, 600), ['EJ 2024'], ej(21, 45_352, 800)],
  });
  expect(read([first, again(11)], convention, '2024-12-31')).toBe('2400 LEC-05');
  expect(read([first, again(12)], convention, '2024-12-31')).toBe('2400');
});

test('the finding names the words and the rows that count', () => {
  const rows = [HEADINGS, ['RAP 2022'], ej(19, NEW_YEAR, 600), ['Engagements 2023'], ej(11, MARCH, 1000)];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const finding = report.findings.find(({ rule }) => rule === 'LEC-05');
  const texts = (['fr', 'en'] as const).map((language) =>
    finding === undefined ? '' : describeFinding(finding, dossier.convention, language).message.replaceAll(/\s/g, ' '),
  );
  expect(texts).toEqual([
    expect.stringContaining(
      '« RAP 2022 » : ces mots annoncent des EJ d’années antérieures, 1 ligne comptée comme nouvel',
    ),
    expect.stringContaining('“RAP 2022”: these words announce EJ of earlier years, 1 row counted as a new commitment'),
  ]);
});
