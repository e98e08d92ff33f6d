/** PLA-02: the CP ceiling of an envelope, opening RAP included. */
import { Euros } from '../../../../src/domain/money/euros';
import { findingsIn } from '../../../support/controls';
import { aboveEnvelope, CONVENTION, withMode } from './ceilings';

const inCp = { nature: 'CP', envelope: 'SF', ceiling: 100000 } as const;

test('right: exactly the ceiling; the RAP of Place des entreprises is inside its 573 032 €', () => {
  const convention = { ...CONVENTION, rap: [{ ej: '1400000900', amount: Euros.fromCents<'CP'>(7303200) }] };
  expect(
    findingsIn(
      `
      axe 2           | EJ         | date EJ    | AE         | payé le    | CP
      PDE             | 1400000001 | 15/02/2023 | 500 000,00 | 20/03/2023 | 500 000,00
      PDE             | 1400000900 |            |            | 20/01/2023 | 73 032,00
      Signaux Faibles | 1400000002 | 15/02/2023 | 100 000,00 | 20/03/2023 | 100 000,00
    `,
      { convention },
    ),
  ).toEqual([]);
});

test('wrong: the payment that crosses in the order of payment, then each later one', () => {
  expect(
    findingsIn(
      `
      axe 2           | date EJ    | AE         | payé le    | CP
      Signaux Faibles | 15/02/2023 | 100 000,00 |            |
      Signaux Faibles |            |            | 20/09/2023 | 60,00
      Signaux Faibles |            |            | 20/03/2023 | 99 950,00
      Signaux Faibles |            |            | 20/05/2023 | 50,01
    `,
      { convention: CONVENTION },
    ),
  ).toEqual([
    aboveEnvelope({ ...inCp, line: 2, total: 100060.01, date: '2023-09-20', crosses: false }),
    aboveEnvelope({ ...inCp, line: 4, total: 100000.01, date: '2023-05-20', crosses: true }),
  ]);
});

test('edge: what is certified or issued and not paid is reserved: it crosses nothing until it is paid', () => {
  const table = `
    axe 2           | date EJ    | AE         | service fait | payé le    | CP
    Signaux Faibles | 15/02/2023 | 100 000,00 | 10/03/2023   | 20/03/2023 | 99 950,00
    Signaux Faibles |            |            | 20/04/2023   | 20/05/2023 | 50,01
    Signaux Faibles |            |            | 20/04/2023   |            | 50,02
  `;
  expect(findingsIn(table, { convention: CONVENTION, asOf: '2023-05-19' })).toEqual([]);
  expect(findingsIn(table, { convention: CONVENTION, asOf: '2023-05-20' })).toEqual([
    aboveEnvelope({ ...inCp, line: 2, total: 100000.01, date: '2023-05-20', crosses: true }),
  ]);
});

test('edge: AE and CP are never netted: all the AE may be free while the CP are exceeded', () => {
  expect(
    findingsIn(
      `
      axe 2           | payé le    | CP
      Signaux Faibles | 20/03/2023 | 100 000,01
    `,
      { convention: withMode('warning') },
    ),
  ).toEqual([
    aboveEnvelope({ ...inCp, line: 1, total: 100000.01, date: '2023-03-20', crosses: true, severity: 'warning' }),
  ]);
});

test('not checkable: no column of CP', () => {
  expect(
    findingsIn(
      `
      axe 2           | EJ         | date EJ    | AE
      Signaux Faibles | 1400000001 | 15/02/2023 | 100 000,00
    `,
      { convention: CONVENTION },
    ),
  ).toEqual([]);
});
