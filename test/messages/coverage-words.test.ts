/** The sentences on what a reconciliation compared. */
import { COVERAGE as ENGLISH } from '../../src/messages/en/coverage';
import { COVERAGE as FRENCH } from '../../src/messages/fr/coverage';

const plain = (text: string): string => text.replace(/\s/g, ' ');

test.each`
  cause                | french                                                           | english
  ${'otherConvention'} | ${'Les 9 lignes d’AE lues dans Chorus n’ont pas l’imputation'}   | ${'All 9 lines of AE read from Chorus do not have'}
  ${'otherYear'}       | ${'Les 9 lignes d’AE lues dans Chorus sont d’un autre exercice'} | ${'All 9 lines of AE read from Chorus are of'}
  ${'afterAsOf'}       | ${'Les 9 lignes d’AE lues dans Chorus sont postérieures'}        | ${'All 9 lines of AE read from Chorus are later'}
`('$cause: the nature of the lines is given, whatever the number of extracts', (row: Row) => {
  const { cause, french, english } = row;
  expect(plain(FRENCH.causes[cause]('AE', '9', false))).toContain(french);
  expect(plain(ENGLISH.causes[cause]('AE', '9', false))).toContain(english);
  expect(plain(FRENCH.causes[cause]('CP', '1', true))).toContain('La seule ligne de CP lue dans Chorus ');
});

interface Row {
  readonly cause: 'otherConvention' | 'otherYear' | 'afterAsOf';
  readonly french: string;
  readonly english: string;
}
