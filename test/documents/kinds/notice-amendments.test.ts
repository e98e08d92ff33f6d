/** The letter that transmits an avenant: only one that counts, with its own movements. */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Movement } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import { formulaKey, findTable, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { COLUMNS, TABLES } from '../../../src/workbook/workbook-names';
import { DocumentReader } from '../../support/readers/document-reader';
import { lettersOf, noticed, RIGHT, type Noticed } from '../../support/readers/letter-reader';
import { withTyped } from '../../support/register-cells';

function avenant(number: number, day: string, euros: number, changes: Partial<Movement> = {}): Movement {
  return {
    index: 0,
    date: isoDate(day),
    type: 'amendment',
    from: null,
    to: 'PDE',
    nature: 'AE',
    amount: Euros.fromCents(euros * 100),
    reference: `Avenant n° ${number}`,
    authorisedBy: 'DGEFP',
    authorisedOn: isoDate(day),
    ...changes,
  };
}

const FIRST = avenant(1, '2023-03-15', 20_000);

/** A row of ENV_Mouvements, from 1, whose amount a person crosses out. */
function crossedOut(row: number): (workbook: WorkbookSnapshot) => WorkbookSnapshot {
  return (workbook) => {
    const table = findTable(workbook, TABLES.movements);
    if (!table) throw new Error('no table of movements');
    const { top, left } = table.area;
    const struck = new Set([formulaKey(top + row, left + table.columns.indexOf(COLUMNS.movements.amount))]);
    const sheets = workbook.sheets.map((sheet) => (sheet.name === table.sheet ? { ...sheet, struck } : sheet));
    return { ...workbook, sheets };
  };
}

/** The subject with its day of effect, then the rows of the table. */
function transmitted({ workbook, text }: Noticed): readonly string[] {
  const [, subject = ''] = /Objet : Transmission de (.*)/.exec(text) ?? [];
  const [, day = ''] = /qui prend effet le (.*?)\./.exec(lettersOf(text)) ?? [];
  const [, ...rows] = text.includes('Dotation avant')
    ? new DocumentReader(workbook, 'Transmission avenant').block('Enveloppe')
    : [];
  return [`${subject.replace(' – PROJET', '')} | ${day}`, ...rows.map((row) => row.slice(1).join(' '))];
}

test.each`
  row                                                    | movements                                                                                                        | typed
  ${'n° 2, crossed out: not counted (FON-02)'}           | ${[FIRST, avenant(2, '2023-06-01', 50_000)]}                                                                     | ${crossedOut(2)}
  ${'n° 2, a draft'}                                     | ${[FIRST, avenant(2, '2023-06-01', 50_000, { reference: 'Projet', notNamed: { reference: 'refused' } })]}        | ${undefined}
  ${'n° 2, to be signed in 2024'}                        | ${[FIRST, avenant(2, '2023-06-01', 50_000, { authorisedOn: isoDate('2024-02-01') })]}                            | ${undefined}
  ${'a row of n° 1, crossed out'}                        | ${[FIRST, avenant(1, '2023-03-15', 50_000)]}                                                                     | ${crossedOut(2)}
  ${'n° 2 for an envelope that the convention lacks'}    | ${[FIRST, avenant(2, '2023-06-01', 50_000, { to: null })]}                                                       | ${undefined}
  ${'a redéploiement without authorisation'}             | ${[FIRST, avenant(2, '2023-06-01', 50, { type: 'transfer', authorisedBy: '', authorisedOn: null, from: 'SF' })]} | ${undefined}
  ${'« Régularisation », « Note 12 »: no type is known'} | ${[FIRST, avenant(12, '2023-06-01', 50_000, { reference: 'Note 12' })]}                                          | ${(workbook: WorkbookSnapshot) => withTyped(workbook, 'movements', [2, 'Type', 'Régularisation'])}
`('$row: avenant n° 1 alone is transmitted, with its own 20 000 €', ({ movements, typed }: Written) => {
  const letter = noticed('avenant', { movements }, RIGHT, typed);
  expect(transmitted(letter)).toEqual(['l’avenant n° 1 | 15 mars 2023', 'AE 500000 20000 520000']);
});

interface Written {
  readonly movements: readonly Movement[];
  readonly typed: ((workbook: WorkbookSnapshot) => WorkbookSnapshot) | undefined;
}

test('an avenant that lowers the credits counts in spite of its bar, and is transmitted', () => {
  const movements = [FIRST, avenant(2, '2023-06-01', -5_000)];
  const letter = noticed('avenant', { movements }, RIGHT, crossedOut(2));
  expect(transmitted(letter)).toEqual(['l’avenant n° 2 | 1er juin 2023', 'AE 520000 -5000 515000']);
});

test('when the only avenant is crossed out, the letter names none, and its writer is warned that none is in force', () => {
  const letter = noticed('avenant', { movements: [FIRST] }, RIGHT, crossedOut(1));
  expect(transmitted(letter)).toEqual(['l’avenant | ']);
  expect(letter.advice).toBe('Aucun avenant d’ENV_Mouvements n’est en vigueur à cette date.');
});

test('an avenant that changes no credits, as one on the term, is transmitted without a table nor its sentence', () => {
  const letter = noticed('avenant', { movements: [FIRST, avenant(2, '2023-06-01', 0)] }, RIGHT);
  expect(transmitted(letter)).toEqual(['l’avenant n° 2 | 1er juin 2023']);
  expect(letter.text).not.toContain('Il modifie les dotations');
});

test.each`
  reference                          | name
  ${'Avenant n° 1'}                  | ${'avenant n° 1'}
  ${'Avenant n° 1 du 15/06/2023'}    | ${'avenant n° 1'}
  ${'Avenant n°2 du 3 avril 2023'}   | ${'avenant n° 2'}
  ${'AV1-2023'}                      | ${'avenant n° 1'}
  ${'Avenant n° 1 (2023)'}           | ${'avenant n° 1'}
  ${'Convention 2023, avenant n° 4'} | ${'avenant n° 4'}
  ${'Avenant 2'}                     | ${'avenant n° 2'}
  ${'Avenant numéro 03'}             | ${'avenant n° 3'}
  ${'Avenant n° 1 bis'}              | ${'avenant n° 1 bis'}
  ${'2e avenant'}                    | ${'avenant n° 2'}
  ${'1'}                             | ${'avenant n° 1'}
  ${'Avenant II'}                    | ${'avenant n° 2'}
  ${'Avenant n° IV'}                 | ${'avenant n° 4'}
  ${'Avenant X'}                     | ${'avenant X'}
  ${'Avenant 1 et 2'}                | ${'avenant 1 et 2'}
  ${'Avenant n° 1 + n° 2'}           | ${'avenant n° 1 + n° 2'}
  ${'Avenant du 15/06/2023'}         | ${'avenant du 15/06/2023'}
  ${'Avenant 15/06/2023'}            | ${'avenant 15/06/2023'}
  ${'Avenant 3 avril 2023'}          | ${'avenant 3 avril 2023'}
  ${'Avenant 2023'}                  | ${'avenant 2023'}
  ${'Avenant n° 2023-45'}            | ${'avenant n° 2023-45'}
  ${'Avenant à la convention n° 12'} | ${'avenant à la convention n° 12'}
  ${'Premier avenant'}               | ${'avenant n° 1'}
  ${'Troisième avenant'}             | ${'avenant n° 3'}
  ${'Avenant financier n° 2'}        | ${'avenant n° 2'}
  ${'Avenant AE n° 1'}               | ${'avenant n° 1'}
  ${'Avenant 1/2023'}                | ${'avenant n° 1'}
  ${'Avenant 06/2023'}               | ${'avenant 06/2023'}
  ${'Avenant 50 000 €'}              | ${'avenant 50 000 €'}
  ${'Avenant 500 €'}                 | ${'avenant 500 €'}
  ${'Avenant 10 %'}                  | ${'avenant 10 %'}
  ${'Avenant 15 06 2023'}            | ${'avenant 15 06 2023'}
  ${'Avenant n° 15 juin 2023'}       | ${'avenant n° 15 juin 2023'}
  ${'Mail DGEFP du 15/06/2023'}      | ${'avenant « Mail DGEFP du 15/06/2023 »'}
  ${'NOR ECOI2300001X'}              | ${'avenant NOR ECOI2300001X'}
  ${''}                              | ${'avenant'}
`(
  '« $reference » is transmitted as « $name »',
  ({ reference, name }: Readonly<Record<'reference' | 'name', string>>) => {
    const { text, advice } = noticed('avenant', { movements: [avenant(1, '2023-06-15', 8_000, { reference })] }, RIGHT);
    const plain = lettersOf(text);
    expect(plain).toContain(`Objet : Transmission de l’${name} `);
    expect(plain).toContain(`P. J. : ${name} `);
    expect(plain).toContain(`un exemplaire de l’${name}, signé le`);
    expect(advice).toBe('');
  },
);

/** A movement on CP of 6 000 €. */
function ofCp(day: string, changes: Partial<Movement> = {}): Movement {
  return avenant(1, day, 6_000, { index: 1, nature: 'CP', authorisedOn: isoDate('2023-06-10'), ...changes });
}

describe('one avenant is transmitted whole', () => {
  const AE = avenant(1, '2023-06-15', 8_000, { authorisedOn: isoDate('2023-06-10') });
  const OF_AE = 'AE 500000 8000 508000';
  const OF_CP = 'CP 573032 6000 579032';
  test.each<[string, readonly Movement[], string, readonly string[]]>([
    [
      'written otherwise on its rows',
      [AE, ofCp('2023-06-15', { reference: 'avenant n°1' })],
      '15 juin 2023',
      [OF_AE, OF_CP],
    ],
    ['with two days of effect', [AE, ofCp('2023-09-01')], '15 juin 2023 et le 1er septembre 2023', [OF_AE, OF_CP]],
    ['with a day to come', [AE, ofCp('2024-03-01')], '15 juin 2023 et le 1er mars 2024', [OF_AE, OF_CP]],
    [
      '« AV1-2023 », « Avenant n° 1 du 10/06/2023 »',
      [{ ...AE, reference: 'AV1-2023' }, ofCp('2023-06-15', { reference: 'Avenant n° 1 du 10/06/2023' })],
      '15 juin 2023',
      [OF_AE, OF_CP],
    ],
    ['named on one of its rows alone', [AE, ofCp('2023-06-15', { reference: '' })], '15 juin 2023', [OF_AE, OF_CP]],
    [
      'by its day, written in two ways',
      [{ ...AE, reference: 'Avenant du 15/06/2023' }, ofCp('2023-06-15', { reference: 'avenant du 15 juin 2023' })],
      '15 juin 2023',
      [OF_AE, OF_CP],
    ],
    [
      'by its number in words, and by nature',
      [{ ...AE, reference: 'Premier avenant' }, ofCp('2023-06-15', { reference: 'Avenant CP n° 1' })],
      '15 juin 2023',
      [OF_AE, OF_CP],
    ],
    ['not with another of its day', [AE, ofCp('2023-06-15', { reference: 'Avenant n° 2' })], '15 juin 2023', [OF_CP]],
    [
      'not with one signed on another day',
      [AE, ofCp('2023-09-01', { authorisedOn: isoDate('2023-08-25') })],
      '1er septembre 2023',
      [OF_CP],
    ],
    [
      'not with that of another year',
      [{ ...AE, reference: 'AV1-2022' }, ofCp('2023-09-01', { reference: 'AV1-2023' })],
      '1er septembre 2023',
      [OF_CP],
    ],
    [
      'not with one without a reference',
      [{ ...AE, reference: '' }, ofCp('2023-09-01', { reference: '' })],
      '1er septembre 2023',
      [OF_CP],
    ],
  ])('%s', (_, movements, days, rows) => {
    const [subject, ...changes] = transmitted(noticed('avenant', { movements }, RIGHT));
    expect(subject?.endsWith(`| ${days}`)).toBe(true);
    expect(changes).toEqual(rows);
  });

  test('what else takes effect on its day is named to the writer', () => {
    const letter = noticed('avenant', { movements: [AE, ofCp('2023-06-15', { reference: 'Avenant n° 2' })] }, RIGHT);
    expect(letter.advice.replaceAll(/\s/g, ' ')).toBe(
      'Le courrier ne transmet pas « Avenant n° 1 », de même date d’effet (15/06/2023) : si c’est le même avenant, ' +
        'donnez la même référence à ses lignes dans ENV_Mouvements.',
    );
  });

  test('a name on one row is that of the letter; three days are a list', () => {
    const movements = [AE, ofCp('2023-06-15', { reference: '' })];
    expect(lettersOf(noticed('avenant', { movements }, RIGHT).text)).toContain('de l’avenant n° 1, signé');
    const days = [AE, ofCp('2023-07-01'), ofCp('2023-09-01')];
    expect(lettersOf(noticed('avenant', { movements: days }, RIGHT).text)).toContain(
      'prend effet le 15 juin 2023, le 1er juillet 2023 et le 1er septembre 2023.',
    );
  });

  test('under two days of effect, each row of the table has its own', () => {
    const { text } = noticed('avenant', { movements: [AE, ofCp('2023-09-01')] }, RIGHT);
    const plain = lettersOf(text);
    expect(plain).toContain('Place des entreprises (au 15/06/2023)');
    expect(plain).toContain('Place des entreprises (au 01/09/2023)');
  });
});
