/** Chorus codes as extracts and spreadsheets show them: right, mendable for certain, damaged, or wrong. */
import fc from 'fast-check';
import { normaliseCode, programmeOf, readCode } from '../../../src/domain/imputation/chorus-codes';
import { IMPUTATION_FIELDS, type ImputationField } from '../../../src/domain/imputation/imputation';

interface Case {
  readonly field: ImputationField;
  readonly raw: string;
  readonly canonical: string;
}

describe('well formed', () => {
  it.each`
    field                 | raw                        | canonical
    ${'programme'}        | ${'0103'}                  | ${'0103'}
    ${'programme'}        | ${'103'}                   | ${'0103'}
    ${'programme'}        | ${'0354'}                  | ${'0354'}
    ${'programme'}        | ${'P103'}                  | ${'0103'}
    ${'programme'}        | ${'P 0103'}                | ${'0103'}
    ${'programme'}        | ${'BOP 103'}               | ${'0103'}
    ${'programme'}        | ${'Programme 103'}         | ${'0103'}
    ${'programme'}        | ${'Prog. 103'}             | ${'0103'}
    ${'programme'}        | ${'103 - AMPCE'}           | ${'0103'}
    ${'programme'}        | ${'P103 : AMPCE'}          | ${'0103'}
    ${'functionalDomain'} | ${'0103-01-01 - FNE'}      | ${'0103-01-01'}
    ${'financialCentre'}  | ${'0103-CEFP-C002 – UO'}   | ${'0103-CEFP-C002'}
    ${'activity'}         | ${'010300000104 (PDE)'}    | ${'010300000104'}
    ${'costCentre'}       | ${'EMPEF00075 - DGE'}      | ${'EMPEF00075'}
    ${'ministerialAxis1'} | ${'36 - Emploi'}           | ${'36'}
    ${'ministerialAxis1'} | ${'09 - PNPR'}             | ${'09-PNPR'}
    ${'functionalDomain'} | ${'0103-01-01'}            | ${'0103-01-01'}
    ${'functionalDomain'} | ${'0101-01'}               | ${'0101-01'}
    ${'functionalDomain'} | ${'0216-10-04'}            | ${'0216-10-04'}
    ${'functionalDomain'} | ${'0103\u201101\u201101'}  | ${'0103-01-01'}
    ${'functionalDomain'} | ${'0103 – 01 – 01'}        | ${'0103-01-01'}
    ${'financialCentre'}  | ${'0103-CEFP-C002'}        | ${'0103-CEFP-C002'}
    ${'financialCentre'}  | ${'0103-cefp-c002'}        | ${'0103-CEFP-C002'}
    ${'financialCentre'}  | ${'AA01/0776-C001-4000'}   | ${'0776-C001-4000'}
    ${'financialCentre'}  | ${'BG00/0129-CAHC-DISI'}   | ${'0129-CAHC-DISI'}
    ${'financialCentre'}  | ${'0354-CDMA-CDAT'}        | ${'0354-CDMA-CDAT'}
    ${'activity'}         | ${'010300000104'}          | ${'010300000104'}
    ${'activity'}         | ${'BG00/010300000108'}     | ${'010300000108'}
    ${'activity'}         | ${'\u00a00103 0000 0104 '} | ${'010300000104'}
    ${'activity'}         | ${'0216081004C2'}          | ${'0216081004C2'}
    ${'activity'}         | ${'020304DGTUCT'}          | ${'020304DGTUCT'}
    ${'activity'}         | ${'0103000001E2'}          | ${'0103000001E2'}
    ${'costCentre'}       | ${'EMPEF00075'}            | ${'EMPEF00075'}
    ${'costCentre'}       | ${'BG00/DREETS0035'}       | ${'DREETS0035'}
    ${'costCentre'}       | ${'16GY991'}               | ${'16GY991'}
    ${'ministerialAxis1'} | ${'36'}                    | ${'36'}
    ${'ministerialAxis1'} | ${'09-PNPR'}               | ${'09-PNPR'}
    ${'ministerialAxis1'} | ${'10-SG-SIMJ'}            | ${'10-SG-SIMJ'}
    ${'ministerialAxis2'} | ${'PDE'}                   | ${'PDE'}
    ${'ministerialAxis2'} | ${' Signaux\u00a0Faibles'} | ${'Signaux Faibles'}
    ${'ministerialAxis2'} | ${'Signaux \u00a0Faibles'} | ${'Signaux Faibles'}
    ${'ministerialAxis2'} | ${'DS-n°16090518'}         | ${'DS-n°16090518'}
    ${'ministerialAxis2'} | ${'DOSSIER PAPIER'}        | ${'DOSSIER PAPIER'}
  `('$field $raw', ({ field, raw, canonical }: Case) => {
    expect(readCode(field, raw, false)).toEqual({ kind: 'code', raw, canonical });
    expect(normaliseCode(field, raw)).toBe(canonical);
  });

  it.each`
    field                 | raw           | canonical
    ${'programme'}        | ${'103'}      | ${'0103'}
    ${'ministerialAxis1'} | ${'36'}       | ${'36'}
    ${'ministerialAxis2'} | ${'15345041'} | ${'15345041'}
  `('$field $raw in a numeric cell', ({ field, raw, canonical }: Case) => {
    expect(readCode(field, raw, true)).toEqual({ kind: 'code', raw, canonical });
  });
});

describe('a leading zero lost is put back', () => {
  it.each`
    field                 | raw                | isNumber | canonical
    ${'activity'}         | ${'10300000104'}   | ${true}  | ${'010300000104'}
    ${'activity'}         | ${'10300000104'}   | ${false} | ${'010300000104'}
    ${'activity'}         | ${'20304DGTUCT'}   | ${false} | ${'020304DGTUCT'}
    ${'functionalDomain'} | ${'103-01-01'}     | ${false} | ${'0103-01-01'}
    ${'financialCentre'}  | ${'103-CEFP-C002'} | ${false} | ${'0103-CEFP-C002'}
    ${'costCentre'}       | ${'123456789'}     | ${true}  | ${'0123456789'}
    ${'ministerialAxis1'} | ${'9'}             | ${true}  | ${'09'}
    ${'ministerialAxis1'} | ${'9-PNPR'}        | ${false} | ${'09-PNPR'}
  `('$field $raw', ({ field, raw, isNumber, canonical }: Case & { isNumber: boolean }) => {
    expect(readCode(field, raw, isNumber)).toEqual({ kind: 'zeroLost', raw, canonical });
    expect(normaliseCode(field, raw)).toBe(canonical);
  });
});

describe('digits that Excel may have dropped are never guessed', () => {
  it.each`
    field           | raw                   | isNumber
    ${'activity'}   | ${'1,03E+10'}         | ${false}
    ${'activity'}   | ${'1.03E+10'}         | ${false}
    ${'activity'}   | ${'4991E+13'}         | ${false}
    ${'activity'}   | ${'1,03e10'}          | ${false}
    ${'activity'}   | ${'12,5E10'}          | ${false}
    ${'activity'}   | ${'-1,5E10'}          | ${false}
    ${'activity'}   | ${'-1E+10'}           | ${false}
    ${'activity'}   | ${'10300000104.0'}    | ${false}
    ${'activity'}   | ${'10300000104,00'}   | ${false}
    ${'activity'}   | ${'1.03e+21'}         | ${true}
    ${'activity'}   | ${'10300000104.5'}    | ${true}
    ${'activity'}   | ${'-10300000104'}     | ${true}
    ${'activity'}   | ${'1030000010412345'} | ${true}
    ${'costCentre'} | ${'1E+75'}            | ${false}
    ${'programme'}  | ${'103.0'}            | ${false}
    ${'programme'}  | ${'103.5'}            | ${true}
  `('$field $raw', ({ field, raw, isNumber }: Case & { isNumber: boolean }) => {
    expect(readCode(field, raw, isNumber)).toEqual({ kind: 'damaged', raw });
  });
});

describe('of another form', () => {
  it.each`
    field                 | raw
    ${'programme'}        | ${'10300'}
    ${'programme'}        | ${'P10'}
    ${'functionalDomain'} | ${'0103'}
    ${'functionalDomain'} | ${'0103-1-1'}
    ${'functionalDomain'} | ${'0103/01/01'}
    ${'functionalDomain'} | ${'FSE00-14'}
    ${'financialCentre'}  | ${'0103-CEFP'}
    ${'financialCentre'}  | ${'0103-CEFP-C02'}
    ${'financialCentre'}  | ${'UO DGER XXXX-C001'}
    ${'financialCentre'}  | ${'BG00/L013'}
    ${'activity'}         | ${'DGTUCT'}
    ${'activity'}         | ${'0103000001'}
    ${'activity'}         | ${'0103000001045'}
    ${'activity'}         | ${'0103000001é4'}
    ${'costCentre'}       | ${'EMPEF75'}
    ${'costCentre'}       | ${'EMPEF-0075'}
    ${'ministerialAxis1'} | ${'MIN36'}
  `('$field $raw', ({ field, raw }: Case) => {
    expect(readCode(field, raw, false)).toEqual({ kind: 'malformed', raw });
  });

  it('a short number is not stretched into a code', () => {
    expect(readCode('activity', '103', true).kind).toBe('malformed');
    expect(readCode('activity', '1030000010', true).kind).toBe('malformed');
    expect(readCode('activity', '123456789012345', true).kind).toBe('malformed'); // fifteen digits: all are there
  });
});

describe('nothing', () => {
  it.each(['', ' ', '\u00a0', '#', 'Non affecté', 'NON AFFECTE', 'N/A', 'BG00/N/A', 'BG00/#', 'NaN', 'NULL'])(
    '%j in any field',
    (raw) => {
      for (const field of IMPUTATION_FIELDS) expect(readCode(field, raw, false)).toEqual({ kind: 'absent' });
    },
  );
});

describe('laws of codes', () => {
  const digits = (length: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
  const signs = (length: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[A-Z0-9]{${length}}$`));
  const programme = fc.integer({ min: 100, max: 999 }).map((number) => `0${number}`);
  const canonical: Record<Exclude<ImputationField, 'ministerialAxis2'>, fc.Arbitrary<string>> = {
    programme,
    functionalDomain: fc
      .tuple(programme, fc.array(digits(2), { minLength: 1, maxLength: 2 }))
      .map(([first, rest]) => [first, ...rest].join('-')),
    financialCentre: fc.tuple(programme, signs(4), signs(4)).map((parts) => parts.join('-')),
    activity: fc.tuple(programme, signs(8)).map((parts) => parts.join('')),
    costCentre: signs(10),
    ministerialAxis1: fc
      .tuple(digits(2), fc.array(signs(4), { maxLength: 2 }))
      .map(([first, rest]) => [first, ...rest].join('-')),
  };
  const fields = Object.keys(canonical) as (keyof typeof canonical)[];
  const coded = fc.constantFrom(...fields).chain((field) => canonical[field].map((code) => ({ field, code })));
  const hyphen = fc.constantFrom('-', '\u2010', '\u2011', '\u2013', '\u2212', ' - ');
  const space = fc.constantFrom('', ' ', '\u00a0', '\u202f', '\t');

  it('a canonical code reads as itself, however an extract dresses it', () => {
    fc.assert(
      fc.property(
        coded,
        hyphen,
        space,
        space,
        fc.boolean(),
        fc.constantFrom('', 'BG00/', 'AA01/'),
        ({ field, code }, dash, before, after, lower, prefix) => {
          fc.pre(!(lower && dash === ' - ' && /-.*[A-Z]{2}/.test(code))); // « 36 - aide »: a code and its label
          const dressed = `${before}${prefix}${lower ? code.toLowerCase() : code}${after}`.replaceAll('-', dash);
          expect(readCode(field, code, false)).toEqual({ kind: 'code', raw: code, canonical: code });
          expect(readCode(field, dressed, false)).toEqual({ kind: 'code', raw: dressed, canonical: code });
        },
      ),
    );
  });

  it('a code of a programme comes back when its zero is lost', () => {
    fc.assert(
      fc.property(
        coded.filter(({ field }) => !['programme', 'costCentre', 'ministerialAxis1'].includes(field)),
        ({ field, code }) => {
          const raw = code.slice(1);
          expect(readCode(field, raw, /^\d+$/.test(raw))).toEqual({ kind: 'zeroLost', raw, canonical: code });
        },
      ),
    );
  });

  it('reading what was read changes nothing, for any text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...IMPUTATION_FIELDS),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.boolean(),
        (field, raw, isNumber) => {
          const first = readCode(field, raw, isNumber);
          if (first.kind !== 'code' && first.kind !== 'zeroLost') return;
          expect(readCode(field, first.canonical, false)).toEqual({
            kind: 'code',
            raw: first.canonical,
            canonical: first.canonical,
          });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('the programme of a code is its first four digits, where there is one', () => {
    expect(programmeOf('activity', '010300000104')).toBe('0103');
    expect(programmeOf('financialCentre', '0103-CEFP-C002')).toBe('0103');
    expect(programmeOf('functionalDomain', '0216-10-04')).toBe('0216');
    expect(programmeOf('programme', '0103')).toBe('0103');
    expect(programmeOf('activity', '*-0103')).toBeNull();
    for (const field of ['costCentre', 'ministerialAxis1', 'ministerialAxis2'] as const)
      expect(programmeOf(field, '0123456789')).toBeNull();
  });
});

test.each`
  field                 | raw                  | kind           | reason
  ${'functionalDomain'} | ${'0103-01-01-9'}    | ${'malformed'} | ${'text after a code'}
  ${'functionalDomain'} | ${'103-01-01-9'}     | ${'malformed'} | ${'text after a code without its zero'}
  ${'financialCentre'}  | ${'X0103-CEFP-C002'} | ${'malformed'} | ${'text before a code'}
  ${'activity'}         | ${'X12,5'}           | ${'malformed'} | ${'a letter before decimals'}
  ${'activity'}         | ${'+12,5'}           | ${'damaged'}   | ${'a signed number with decimals'}
`('$reason: $raw is $kind', ({ field, raw, kind }: { field: ImputationField; raw: string; kind: string }) => {
  expect(readCode(field, raw, false).kind).toBe(kind);
});

test('a code that lost its zero is compared with the zero', () => {
  expect(normaliseCode('activity', '10300000104')).toBe('010300000104');
});

describe('text around a code makes it another text', () => {
  it.each`
    field                 | raw                  | compared
    ${'functionalDomain'} | ${'X0103-01-01'}     | ${'X0103-01-01'}
    ${'functionalDomain'} | ${'0103-01-01-9'}    | ${'0103-01-01-9'}
    ${'costCentre'}       | ${'16gy9912'}        | ${'16GY9912'}
    ${'costCentre'}       | ${'EMPEF00075 ab'}   | ${'EMPEF00075AB'}
    ${'activity'}         | ${'vers 1,5E10'}     | ${'VERS1,5E10'}
    ${'activity'}         | ${'x1E+10'}          | ${'X1E+10'}
    ${'activity'}         | ${'1E+10 x'}         | ${'1E+10X'}
    ${'activity'}         | ${'1,5E10 x'}        | ${'1,5E10X'}
    ${'activity'}         | ${'12,5 x'}          | ${'12,5X'}
    ${'activity'}         | ${'x20304dgtuct'}    | ${'X20304DGTUCT'}
    ${'activity'}         | ${'xbg00/0103'}      | ${'XBG00/0103'}
    ${'financialCentre'}  | ${'0103-CEFP-C0021'} | ${'0103-CEFP-C0021'}
    ${'financialCentre'}  | ${'103-CEFP-C0021'}  | ${'103-CEFP-C0021'}
    ${'costCentre'}       | ${'-123456789'}      | ${'-123456789'}
    ${'costCentre'}       | ${'123456789-'}      | ${'123456789-'}
    ${'ministerialAxis1'} | ${'36_A'}            | ${'36_A'}
    ${'ministerialAxis1'} | ${'9_A'}             | ${'9_A'}
  `('$field $raw', ({ field, raw, compared }: { field: ImputationField; raw: string; compared: string }) => {
    expect(readCode(field, raw, false)).toEqual({ kind: 'malformed', raw });
    expect(normaliseCode(field, raw)).toBe(compared);
  });
});
