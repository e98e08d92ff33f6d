/** The terms of a convention that changed, as the cells of its tables: every term, and nothing that did not change. */
import fc from 'fast-check';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Convention, Movement } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import { changedTerms } from '../../../src/workbook/convention/changed-terms';
import { contentOfConvention } from '../../../src/workbook/convention/convention-content';
import { anyConvention, convention2023 } from '../../support/conventions';

const CONVENTION = convention2023();
const [PDE, ...OTHERS] = CONVENTION.envelopes;
const TRANSFER: Movement = {
  ...{ index: 0, date: isoDate('2023-05-02'), type: 'transfer', from: 'PDE', to: 'SF', nature: 'AE' },
  ...{
    amount: Euros.fromCents(100_000),
    reference: 'L-12',
    authorisedBy: 'DGEFP',
    authorisedOn: isoDate('2023-04-28'),
  },
};

/** « ENV_… name, heading: before → after », with amounts in cents. */
function linesOf(before: Convention, after: Convention): readonly string[] {
  const text = (value: unknown): string => (value === null ? '' : String(Object.values(value as object)[0]));
  const cells = (of: readonly { readonly heading: string; readonly value: unknown }[] | null): string =>
    of === null ? '–' : of.map(({ heading, value }) => `${heading} ${text(value)}`.trim()).join(', ');
  return changedTerms(before, after).map(({ table, name, before: old, after: current }) => {
    const line = `${table} ${name.map(text).join(' ').trim()} : ${cells(old)} → ${cells(current)}`;
    return line.replace(/[\u00a0\u202f]/g, ' ');
  });
}

it.each([
  ['the end', { endsOn: isoDate('2024-12-31') }, ['convention Date de fin : Valeur 19722 → Valeur 20088']],
  [
    'thresholds',
    { envelopes: [{ ...PDE!, thresholds: { information: 0.6, warning: 0.8 } }, ...OTHERS] },
    ['envelopes PDE : Seuils 70 %; 85 % → Seuils 60 %; 80 %'],
  ],
  [
    'an EJ of the opening RAP',
    { rap: [{ ej: '1404000001', amount: Euros.fromCents<'CP'>(7_303_200) }] },
    ['rap 1404000001 : – → Montant 7303200'],
  ],
  ['a movement', { movements: [TRANSFER] }, [expect.stringMatching(/^movements .* transfer|virement .*: – → Montant/)]],
  ['the delay of an answer', { replyWorkingDays: 8 }, ['convention Délai de réponse : Valeur 5 → Valeur 8']],
])('%s', (_, change, expected) => {
  expect(linesOf(CONVENTION, { ...CONVENTION, ...(change as Partial<Convention>) })).toEqual(expected);
});

it('a movement whose amount and reference changed: one line for each', () => {
  const changed = { ...TRANSFER, amount: Euros.fromCents(200_000), reference: 'L-13' };
  const lines = linesOf({ ...CONVENTION, movements: [TRANSFER] }, { ...CONVENTION, movements: [changed] });
  expect(lines.map((line) => line.split(' : ')[1])).toEqual([
    'Montant 100000 → Montant 200000',
    'Référence L-12 → Référence L-13',
  ]);
});

it('a poste that the convention has no more', () => {
  const [line, ...lines] = PDE!.lines;
  const after = { ...CONVENTION, envelopes: [{ ...PDE!, lines }, ...OTHERS] };
  const found = changedTerms(CONVENTION, after);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ table: 'lines', name: [{ text: 'PDE' }, { text: line!.label }, null], after: null });
});

it('every term that a table holds is compared', () => {
  fc.assert(
    fc.property(anyConvention(), anyConvention(), (one, other) => {
      const termsOf = (convention: Convention): readonly string[] =>
        contentOfConvention(convention, false)
          .filter(({ id }) => id !== 'indicators' && id !== 'milestones')
          .flatMap(({ id, rows }) => rows.map((cells) => JSON.stringify([id, cells.map(({ value }) => value)])))
          .sort();
      const isSame = JSON.stringify(termsOf(one)) === JSON.stringify(termsOf(other));
      expect(changedTerms(one, { ...other }).length === 0).toBe(isSame);
    }),
    { numRuns: 100 },
  );
});

it('no convention differs from itself, and the order of the EJ changes nothing', () => {
  fc.assert(
    fc.property(anyConvention(), (convention) => {
      const { rap } = convention;
      expect(changedTerms(convention, { ...convention })).toEqual([]);
      const names = new Set(rap.map(({ ej }) => ej));
      const reversed = { ...convention, rap: names.size === rap.length ? [...rap].reverse() : rap };
      expect(changedTerms(convention, { ...reversed })).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
