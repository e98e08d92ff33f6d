/** EJ numbers: ten digits beginning with 10 to 22, as text or as a number. */
import fc from 'fast-check';
import { holdsSeveralEjs, readEj } from '../../../src/domain/imputation/ej-number';

/** The second number is after the sixty letters that are read. */
const FAR_APART = `1405700001${' '.repeat(50)}1405700002`;

describe('an EJ number', () => {
  it.each([
    ['2103105755', false],
    ['2103105755', true],
    ['1405886249', false],
    ['1512789780', true],
    ['1600073826', false],
    ['2299999999', false],
  ])('%s is one (number: %p)', (raw, isNumber) => {
    expect(readEj(raw, isNumber)).toEqual({ kind: 'ej', number: raw, raw });
  });

  it.each([' 2103105755 ', '21 0310 5755', '2103105755\u00a0', '\u200b2103105755'])(
    '%j is one, spaces aside',
    (raw) => {
      expect(readEj(raw, false)).toEqual({ kind: 'ej', number: '2103105755', raw });
    },
  );

  it.each`
    raw                                  | line
    ${'EJ 1405700001'}                   | ${undefined}
    ${'EJ1405700001'}                    | ${undefined}
    ${'E.J. 1405700001'}                 | ${undefined}
    ${'n° 1405700001'}                   | ${undefined}
    ${'N°EJ:1405700001'}                 | ${undefined}
    ${'Engagement juridique 1405700001'} | ${undefined}
    ${"'1405700001"}                     | ${undefined}
    ${'14.0570.0001'}                    | ${undefined}
    ${'14 0570 0001'}                    | ${undefined}
    ${'1405700001.0'}                    | ${undefined}
    ${'1405700001/10'}                   | ${'10'}
    ${'1405700001-10'}                   | ${'10'}
    ${'EJ n° 1405700001 / 00010'}        | ${'00010'}
    ${'EJ   1405700001  /   10'}         | ${'10'}
    ${'1405700001.00'}                   | ${undefined}
    ${'Bon de commande 1405700001'}      | ${undefined}
    ${'Bons de commande : 1405700001'}   | ${undefined}
    ${'Marché 1405700001'}               | ${undefined}
    ${'Marches n° 1405700001'}           | ${undefined}
    ${'Num 1405700001'}                  | ${undefined}
    ${'Numéro 1405700001'}               | ${undefined}
    ${'Numero 1405700001'}               | ${undefined}
    ${'Réf. 1405700001'}                 | ${undefined}
    ${'Ref 1405700001'}                  | ${undefined}
    ${'Référence 1405700001'}            | ${undefined}
    ${'Reference 1405700001'}            | ${undefined}
    ${'EJ 1405700001'.padEnd(60, ' ')}   | ${undefined}
  `('$raw is 1405700001, line $line', ({ raw, line }: { raw: string; line: string | undefined }) => {
    expect(readEj(raw, false)).toStrictEqual({ kind: 'ej', number: '1405700001', ...(line && { line }), raw });
  });

  it.each`
    raw                           | several
    ${'1405700001 / 1405700002'}  | ${true}
    ${'1405700001 et 1405700002'} | ${true}
    ${'1405700001/1405700001'}    | ${false}
    ${'2105700001 / 2105700002'}  | ${true}
    ${'2305700001 / 2305700002'}  | ${false}
    ${FAR_APART}                  | ${false}
    ${'1405700001/10'}            | ${false}
    ${'14057000011405700002'}     | ${false}
  `('$raw holds several: $several', ({ raw, several }: { raw: string; several: boolean }) => {
    expect(holdsSeveralEjs(raw)).toBe(several);
  });

  it.each(['', ' ', '#', 'Non affecté', 'N/A'])('%j is none', (raw) => {
    expect(readEj(raw, false)).toEqual({ kind: 'absent' });
  });

  it.each([
    ['210310575', false],
    ['21031057555', false],
    ['0001821732', false],
    ['2303105755', false],
    ['0903105755', false],
    ['2.1031e+9', true],
    ['2103105755.5', true],
    ['2103105755.0', true],
    ['2103105755'.padEnd(61, ' '), false],
    ['2103105755 x 2103105755', false],
    ['DP 2103105755', false],
    ['EJ', false],
    ['2103105755/123456', false],
    ['2103105755-2103105756', false],
    ['2103105755 (10)', false],
    ['n° '.padEnd(80, '°') + '2103105755', false],
    ['TF056940', false],
    ['en cours', false],
    ['2103105755 2103105756', false],
  ])('%j is malformed (number: %p)', (raw, isNumber) => {
    expect(readEj(raw, isNumber)).toEqual({ kind: 'malformed', raw });
  });

  it('is any whole number from 1000000000 to 2299999999, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (number) => {
        expect(readEj(String(number), true).kind === 'ej').toBe(number >= 1_000_000_000 && number < 2_300_000_000);
      }),
    );
  });
});
