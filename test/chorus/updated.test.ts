/** The day of the data of an extract: above its headings, or the last change of its EJ; whether it dates their creation. */
import { toIso } from '../../src/domain/calendar/civil-date';
import { extractOf, textInput } from './reading';

const NATIONAL =
  "N° EJ;N° EJ - Date de réplication (Clé);N° poste EJ;Date de dernière modif. de l'EJ;Montant engagé (EUR)";
const PLAIN = 'N° EJ;N° poste EJ;Date de réplication;Montant engagé (EUR)';

test.each<[string, readonly string[], string | null]>([
  [
    'the last change of an EJ',
    [NATIONAL, '1400000001;10/01/2023;1;12/10/2023;5,00', '1400000002;11/01/2023;1;11/01/2023;6,00'],
    '2023-10-12',
  ],
  [
    'the day above the headings, under its words',
    ['INF-BUD-53;;;', 'Dernière MàJ des données :;;;', '12.04.2023 05:00:00;;;', PLAIN, '1400000001;1;10.01.2023;5,00'],
    '2023-04-12',
  ],
  ['beside its words', ['Mise à jour;15/12/2023;;', PLAIN, '1400000001;1;10/01/2023;5,00'], '2023-12-15'],
  ['in its words', ['Extrait du 05/01/2024;;;', PLAIN, '1400000001;1;10/01/2023;5,00'], '2024-01-05'],
  ["« Date d'édition »", ["Date d'édition : 05/01/2024;;;", PLAIN, '1400000001;1;10/01/2023;5,00'], '2024-01-05'],
  [
    'the days of a period in one cell are no day of the data',
    ['Extraction du 01/01/2023 au 31/12/2023;;;', PLAIN, '1400000001;1;10/01/2023;5,00'],
    null,
  ],
  [
    'nor are those of a period in cells of their own',
    ['Édition du;01/01/2023;au;31/12/2023', PLAIN, '1400000001;1;10/01/2023;5,00'],
    null,
  ],
  [
    'nor is the end of a period below the day',
    ['Mise à jour;15/12/2023;;', 'Au;31/12/2023;;', PLAIN, '1400000001;1;10/01/2023;5,00'],
    '2023-12-15',
  ],
  [
    'a day that bounds the period is no day of the data',
    ['Au;31/12/2023;;', PLAIN, '1400000001;1;10/01/2023;5,00'],
    null,
  ],
])('%s', (_, rows, expected) => {
  const { updated } = extractOf(textInput(rows.join('\n')));
  expect(updated === undefined ? null : toIso(updated)).toBe(expected);
});

test.each`
  heading                                | expected
  ${'N° EJ - Date de réplication (Clé)'} | ${true}
  ${"Date de dernière modif. de l'EJ"}   | ${undefined}
`('« $heading » dates the creation of the EJ: $expected', ({ heading, expected }) => {
  const text = `N° EJ;${heading};N° poste EJ;Montant engagé (EUR)\n1400000001;10/01/2023;1;5,00`;
  expect(extractOf(textInput(text)).datesCreation).toBe(expected);
});
