/** Cells → readings: amounts, dates, codes and EJ as people and Excel write them. */
import fc from 'fast-check';
import { toIso } from '../../../src/domain/calendar/civil-date';
import type { Imputation } from '../../../src/domain/imputation/imputation';
import type { CellValue } from '../../../src/workbook/cells';
import { CellReader } from '../../../src/workbook/ledger/read-cells';

const cells = new CellReader(false);

describe('amounts', () => {
  test.each`
    value                     | kind            | cents         | asText
    ${1200}                   | ${'amount'}     | ${120_000}    | ${false}
    ${-35899.73}              | ${'amount'}     | ${-3_589_973} | ${false}
    ${0.1}                    | ${'amount'}     | ${10}         | ${false}
    ${0}                      | ${'amount'}     | ${0}          | ${false}
    ${'4 800,00'}             | ${'amount'}     | ${480_000}    | ${true}
    ${'1\u00a0234,50\u00a0€'} | ${'amount'}     | ${123_450}    | ${true}
    ${'1\u202f234,50'}        | ${'amount'}     | ${123_450}    | ${true}
    ${'1.234'}                | ${'unreadable'} | ${undefined}  | ${undefined}
    ${'12 000 à confirmer'}   | ${'unreadable'} | ${undefined}  | ${undefined}
    ${true}                   | ${'unreadable'} | ${undefined}  | ${undefined}
    ${{ error: '#REF!' }}     | ${'cellError'}  | ${undefined}  | ${undefined}
    ${null}                   | ${'absent'}     | ${undefined}  | ${undefined}
    ${'   '}                  | ${'absent'}     | ${undefined}  | ${undefined}
    ${'-'}                    | ${'absent'}     | ${undefined}  | ${undefined}
    ${'#'}                    | ${'absent'}     | ${undefined}  | ${undefined}
    ${'Néant'}                | ${'absent'}     | ${undefined}  | ${undefined}
    ${'(néant)'}              | ${'absent'}     | ${undefined}  | ${undefined}
    ${'s.o.'}                 | ${'absent'}     | ${undefined}  | ${undefined}
    ${'sans objet'}           | ${'absent'}     | ${undefined}  | ${undefined}
    ${'NC'}                   | ${'unreadable'} | ${undefined}  | ${undefined}
    ${'à préciser'}           | ${'unreadable'} | ${undefined}  | ${undefined}
  `(
    '$value is $kind $cents',
    ({ value, kind, cents, asText }: { value: CellValue; kind: string; cents?: number; asText?: boolean }) => {
      expect(cells.amount(value)).toMatchObject({ kind, ...(cents !== undefined && { cents, asText }) });
    },
  );

  test('more than two decimals is recorded', () => {
    expect(cells.amount(10.005)).toMatchObject({ cents: 1001, rounded: true });
    expect(cells.amount(10.05)).toMatchObject({ cents: 1005, rounded: false });
  });
});

describe('dates', () => {
  test.each`
    value                    | kind            | date            | asText
    ${45291}                 | ${'date'}       | ${'2023-12-31'} | ${false}
    ${45291.5}               | ${'date'}       | ${'2023-12-31'} | ${false}
    ${'31/12/2023'}          | ${'date'}       | ${'2023-12-31'} | ${true}
    ${'03.02.2023 05:32:09'} | ${'date'}       | ${'2023-02-03'} | ${true}
    ${'45119'}               | ${'date'}       | ${'2023-07-12'} | ${true}
    ${'mi-juin'}             | ${'unreadable'} | ${undefined}    | ${undefined}
    ${'néant'}               | ${'absent'}     | ${undefined}    | ${undefined}
    ${'s.o.'}                | ${'absent'}     | ${undefined}    | ${undefined}
    ${'/'}                   | ${'absent'}     | ${undefined}    | ${undefined}
    ${'?'}                   | ${'unreadable'} | ${undefined}    | ${undefined}
    ${20231231}              | ${'date'}       | ${'2023-12-31'} | ${true}
    ${20231331}              | ${'unreadable'} | ${undefined}    | ${undefined}
    ${60}                    | ${'unreadable'} | ${undefined}    | ${undefined}
    ${2023}                  | ${'unreadable'} | ${undefined}    | ${undefined}
    ${{ error: '#N/A' }}     | ${'cellError'}  | ${undefined}    | ${undefined}
    ${'#'}                   | ${'absent'}     | ${undefined}    | ${undefined}
    ${''}                    | ${'absent'}     | ${undefined}    | ${undefined}
  `(
    '$value is $kind $date',
    ({ value, kind, date, asText }: { value: CellValue; kind: string; date?: string; asText?: boolean }) => {
      const reading = cells.date(value);
      expect(reading).toMatchObject({ kind, ...(asText !== undefined && { asText }) });
      expect(reading.kind === 'date' ? toIso(reading.date) : undefined).toBe(date);
    },
  );

  test('a workbook of the 1904 system', () => {
    const reading = new CellReader(true).date(43829);
    expect(reading.kind === 'date' && toIso(reading.date)).toBe('2023-12-31');
  });
});

describe('codes and EJ', () => {
  test('the activity that Excel turned into a number has lost its zero', () => {
    expect(cells.code('activity', 10300000104)).toEqual({
      kind: 'zeroLost',
      raw: '10300000104',
      canonical: '010300000104',
    });
  });

  test('a numeric EJ reads like a text one', () => {
    expect(cells.ej(1405512301)).toMatchObject({ kind: 'ej', number: '1405512301' });
    expect(cells.ej('1405 512 301')).toMatchObject({ kind: 'ej', number: '1405512301' });
  });

  test('a cell error is not a code', () => {
    expect(cells.code('costCentre', { error: '#NAME?' })).toEqual({ kind: 'cellError', raw: '#NAME?' });
    expect(cells.ej({ error: '#NAME?' })).toEqual({ kind: 'cellError', raw: '#NAME?' });
  });
});

test.each`
  value             | status
  ${'Projet'}       | ${'project'}
  ${'prévisionnel'} | ${'project'}
  ${'À signer'}     | ${'project'}
  ${'Annulé'}       | ${'cancelled'}
  ${'ANNULÉE'}      | ${'cancelled'}
  ${'Abandonné'}    | ${'cancelled'}
  ${'Notifié'}      | ${'firm'}
  ${'Payé'}         | ${'firm'}
  ${null}           | ${'firm'}
  ${12}             | ${'firm'}
`('the state « $value » is $status', ({ value, status }: { value: CellValue; status: string }) => {
  expect(cells.status(value)).toEqual({ status, isKnown: true });
});

describe('equal cells share their reading', () => {
  test('amounts, dates, codes, EJ', () => {
    expect(cells.amount(12.5)).toBe(cells.amount(12.5));
    expect(cells.date('31/12/2023')).toBe(cells.date('31/12/2023'));
    expect(cells.ej('1405512301')).toBe(cells.ej('1405512301'));
    expect(cells.code('activity', '010300000104')).toBe(cells.code('activity', '010300000104'));
  });

  test('two rows with the same codes have one imputation, whatever the rows between them', () => {
    const reader = new CellReader(false);
    const imputation = (axis: string): Imputation =>
      reader.imputation({
        programme: reader.code('programme', null),
        functionalDomain: reader.code('functionalDomain', '0103-01-01'),
        financialCentre: reader.code('financialCentre', '0103-CEFP-C002'),
        activity: reader.code('activity', '010300000104'),
        costCentre: reader.code('costCentre', 'EMPEF00075'),
        ministerialAxis1: reader.code('ministerialAxis1', null),
        ministerialAxis2: reader.code('ministerialAxis2', axis),
      });
    const first = imputation('PDE');
    const second = imputation('Signaux Faibles');
    expect(second).not.toBe(first);
    expect(imputation('PDE')).toBe(first);
    expect(imputation('Signaux Faibles')).toBe(second);
  });
});

test('a text and a number with the same digits have separate cached readings', () => {
  const reader = new CellReader(false);
  expect(reader.amount('1200')).toMatchObject({ cents: 120_000, asText: true });
  expect(reader.amount(1200)).toMatchObject({ cents: 120_000, asText: false });
});

test('any cell is read, and read the same twice', () => {
  const values = fc.oneof(
    fc.string(),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant({ error: '#VALUE!' }),
  );
  fc.assert(
    fc.property(values, (value) => {
      const [one, other] = [new CellReader(false), new CellReader(false)];
      expect(one.amount(value)).toEqual(other.amount(value));
      expect(one.date(value)).toEqual(one.date(value));
      expect(one.ej(value)).toEqual(one.ej(value));
      expect(one.code('activity', value)).toEqual(one.code('activity', value));
      expect(['firm', 'project', 'cancelled']).toContain(one.status(value).status);
    }),
    { numRuns: 500 },
  );
});

test.each(['', '-', '–', '/', 'néant', 's.o.', 'sans objet', 'N/A', '#'])('« %s » is no EJ', (text) => {
  expect(cells.ej(text).kind).toBe('absent');
});

test.each(['à créer', 'en cours', '?', 'BC 12'])('« %s » is no number of an EJ', (text) => {
  expect(cells.ej(text).kind).toBe('malformed');
});
