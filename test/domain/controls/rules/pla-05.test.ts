/** PLA-05: payments on earlier EJ above the opening RAP of their envelope. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { Euros } from '../../../../src/domain/money/euros';
import { findingsIn as allFindingsIn, found } from '../../../support/controls';
import { CONVENTION } from './ceilings';

/** Two earlier EJ, listed for more than the RAP of Place des entreprises (73 032 €). */
const convention = {
  ...CONVENTION,
  rap: [
    { ej: '1400000900', amount: Euros.fromCents<'CP'>(6000000) },
    { ej: '1400000901', amount: Euros.fromCents<'CP'>(6000000) },
  ],
};

/** Without RAP-01, which reports that list. */
const findingsIn = (...given: Parameters<typeof allFindingsIn>) =>
  allFindingsIn(...given).filter(({ rule }) => rule !== 'RAP-01');

const beyond = (line: number, envelope: string, rap: number, paid: number, date: string, ej: string) =>
  found('PLA-05', 'error', line, 'cp', { envelope, rap, paid, over: paid - rap, date: isoDate(date), ej });

test('right: exactly the RAP, and payments of the year beside it', () => {
  expect(
    findingsIn(
      `
      axe 2 | EJ         | date EJ    | AE         | payé le    | CP
      PDE   | 1400000900 |            |            | 20/01/2023 | 60 000,00
      PDE   | 1400000901 |            |            | 20/02/2023 | 13 032,00
      PDE   | 1400000001 | 15/02/2023 | 200 000,00 | 20/03/2023 | 200 000,00
    `,
      { convention },
    ),
  ).toEqual([]);
});

test('wrong: though the CP ceiling of the envelope holds; the later payments too', () => {
  expect(
    findingsIn(
      `
      axe 2 | EJ         | AE | payé le    | CP
      PDE   | 1400000901 |    | 20/04/2023 | 1,00
      PDE   | 1400000900 |    | 20/01/2023 | 60 000,00
      PDE   | 1400000901 |    | 20/02/2023 | 13 032,01
    `,
      { convention },
    ),
  ).toEqual([
    beyond(1, 'PDE', 7303200, 7303301, '2023-04-20', '1400000901'),
    beyond(3, 'PDE', 7303200, 7303201, '2023-02-20', '1400000901'),
  ]);
});

test('edge: an envelope without opening RAP pays no earlier EJ', () => {
  expect(
    findingsIn(
      `
      axe 2           | EJ         | AE | payé le    | CP
      Signaux Faibles | 1400000900 |    | 20/01/2023 | 10,00
    `,
      { convention },
    ),
  ).toEqual([beyond(1, 'SF', 0, 1000, '2023-01-20', '1400000900')]);
});

test('edge: what is not paid yet does not count', () => {
  expect(
    findingsIn(
      `
      axe 2 | EJ         | AE | payé le    | CP
      PDE   | 1400000900 |    | 20/01/2023 | 60 000,00
      PDE   | 1400000901 |    |            | 60 000,00
    `,
      { convention },
    ),
  ).toEqual([]);
});

test('not checkable: no column of EJ identifies the payments on earlier ones', () => {
  expect(
    findingsIn(
      `
      axe 2 | payé le    | CP
      PDE   | 20/01/2023 | 80 000,00
    `,
      { convention },
    ),
  ).toEqual([]);
});
