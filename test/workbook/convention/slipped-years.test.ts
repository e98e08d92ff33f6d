/** A year or a nature that is a slip of the keyboard is refused at its cell, with a remedy of its own. */
import { parseConvention } from '../../../src/conventions';
import { faultsOfConventionJson } from '../../../src/conventions/schema';
import type { CellValue } from '../../../src/workbook/cells';
import type { ConventionKey, TableId } from '../../../src/workbook/workbook-names';
import { describeFailure } from '../../../src/messages/failures';
import { readConventionTables } from '../../../src/workbook/convention/convention-tables';
import { holdsYears } from '../../../src/workbook/convention/typed-years';
import file2023 from '../../../src/conventions/dgefp-dge-2023.json';
import { INITIALISED, placedFaultIn, withCell, withKey } from '../../support/edited-convention';

test.each`
  key                        | typed           | expected                                     | why
  ${'endsOn'}                | ${'31/12/2123'} | ${'dateFar Convention!B15 31/12/2123'}       | ${'another century'}
  ${'endsOn'}                | ${'31/12/1923'} | ${'dateFar Convention!B15 31/12/1923'}       | ${'that, rather than before the signature'}
  ${'endsOn'}                | ${'31/12/2033'} | ${'none'}                                    | ${'ten years may be agreed'}
  ${'signedOn'}              | ${'13/12/1922'} | ${'dateFar Convention!B14 13/12/1922'}       | ${'the signature, not the end'}
  ${'creditYear'}            | ${1923}         | ${'dateFar Convention!B14 13/12/2022'}       | ${'the year or the dates'}
  ${'terminationSentOn'}     | ${'01/06/1923'} | ${'dateFar Convention!B29 01/06/1923'}       | ${'it ended the delegation in 1923'}
  ${'terminationReceivedOn'} | ${'01/06/2123'} | ${'dateFar Convention!B30 01/06/2123'}       | ${'another century'}
  ${'closingCommitment'}     | ${'06/12/2123'} | ${'dateFar Convention!B26 06/12/2123'}       | ${'it bounded no row, in silence'}
  ${'closingCommitment'}     | ${'06/12/2022'} | ${'closesNothing Convention!B26 06/12/2022'} | ${'the date of last year'}
  ${'closingService'}        | ${'06/12/2024'} | ${'closesNothing Convention!B27 06/12/2024'} | ${'the date of next year'}
  ${'closingPayment'}        | ${'05/01/2024'} | ${'none'}                                    | ${'a few days after the year'}
  ${'closingPayment'}        | ${'09/12/2023'} | ${'none'}                                    | ${'in the year'}
`('$key $typed: $expected, $why', ({ key, typed, expected }) => {
  expect(placedFaultIn(withKey(key as ConventionKey, typed as CellValue))).toBe(expected);
});

test('a closing date of another credit year of the convention is right', () => {
  const longer = withKey('otherYears', '2024', withKey('endsOn', '31/12/2024'));
  expect(placedFaultIn(withKey('closingPayment', '09/12/2024', longer))).toBe('none');
});

test.each`
  member           | value                        | cell                    | problem
  ${'endsOn'}      | ${'2123-12-31'}              | ${'endsOn'}             | ${'dateFar'}
  ${'signedOn'}    | ${'1922-12-13'}              | ${'signedOn'}           | ${'dateFar'}
  ${'closing'}     | ${{ payment: '2123-12-09' }} | ${'closing.payment'}    | ${'dateFar'}
  ${'closing'}     | ${{ payment: '2022-12-09' }} | ${'closing.payment'}    | ${'closesNothing'}
  ${'termination'} | ${{ sentOn: '1923-06-01' }}  | ${'termination.sentOn'} | ${'dateFar'}
`('in a file, $member: $problem', ({ member, value, cell, problem }) => {
  expect(parseConvention({ ...file2023, [member as string]: value as unknown })).toMatchObject({
    failure: { cell: cell as string, problem: problem as string },
  });
});

const MOVEMENT: readonly (readonly [string, CellValue])[] = [
  ['Date', '01/05/2023'],
  ['Type', 'avenant'],
  ['Vers', 'SF'],
  ['Nature', 'AE'],
  ['Montant', 1_000],
];
const MOVED = MOVEMENT.reduce((book, [heading, value]) => withCell(book, 'movements', 0, heading, value), INITIALISED);

test('every fault of a file: a date or a year that is wrong itself is not compared with another', () => {
  const faults = (changes: object) =>
    faultsOfConventionJson({ ...file2023, ...changes }, 'JSON').map((one) => one.problem);
  expect(faults({ signedOn: 'hier' })).toEqual(['dateUnreadable']);
  expect(faults({ creditYear: 'cette année' })).toEqual(['numberUnreadable']);
});

test('a movement authorised in another century', () => {
  const authorised = (day: string) => placedFaultIn(withCell(MOVED, 'movements', 0, "Date d'autorisation", day));
  expect([authorised('01/05/2023'), authorised('01/05/1923')]).toEqual([
    'none',
    "dateFar 'Imputations et mouvements'!Q5 01/05/1923",
  ]);
});

const remedyOf = (table: TableId, heading: string, typed: string): string => {
  const read = readConventionTables(withCell(MOVED, table, 0, heading, typed));
  return read.ok ? 'none' : describeFailure(read.failure, 'fr').remedy;
};

test.each`
  table            | heading       | typed            | remedy
  ${'movements'}   | ${'Nature'}   | ${'AE et CP'}    | ${'Inscrivez une ligne pour les AE et une ligne pour les CP, chacune avec son montant.'}
  ${'movements'}   | ${'Nature'}   | ${'AE/CP'}       | ${'Inscrivez une ligne pour les AE et une ligne pour les CP, chacune avec son montant.'}
  ${'movements'}   | ${'Nature'}   | ${'AECP'}        | ${'Inscrivez une ligne pour les AE et une ligne pour les CP, chacune avec son montant.'}
  ${'fungibility'} | ${'Nature'}   | ${'CP et AE'}    | ${'Laissez la cellule vide pour les deux natures, ou inscrivez une ligne par nature.'}
  ${'fungibility'} | ${'Nature'}   | ${'les deux'}    | ${'Laissez la cellule vide pour les deux natures, ou inscrivez une ligne par nature.'}
  ${'envelopes'}   | ${'Exercice'} | ${'2023-2024'}   | ${'Inscrivez une ligne par exercice, chacune avec son montant.'}
  ${'lines'}       | ${'Exercice'} | ${'2023 à 2025'} | ${'Inscrivez une ligne par exercice, chacune avec son montant.'}
  ${'envelopes'}   | ${'Exercice'} | ${'deux mille'}  | ${'Attendu : 2023.'}
`('« $typed » under « $heading »: $remedy', ({ table, heading, typed, remedy }) => {
  expect(remedyOf(table as TableId, heading as string, typed as string).replace(/\s/g, ' ')).toBe(remedy);
});

test('two years as the year of the convention: the others have a key', () => {
  const read = readConventionTables(withKey('creditYear', '2023-2024'));
  expect(read.ok ? '' : describeFailure(read.failure, 'fr').remedy.replace(/\s/g, ' ')).toBe(
    'Saisissez un seul exercice, et les suivants dans « Autres exercices », par exemple 2024; 2025.',
  );
});

test.each([
  ['2023-2024', true],
  ['exercices 2023 et 2024', true],
  ['2023 (2023)', false],
  ['20232024', false],
])('%s holds several years: %s', (text, several) => expect(holdsYears(text)).toBe(several));
