/** Conventions for tests: the one of 2023, and conventions of every shape that the tables and files can say. */
import fc from 'fast-check';
import { loadConvention } from '../../src/conventions/index';
import { isoDate, type CivilDate } from '../../src/domain/calendar/civil-date';
import type { Ceilings, Convention, Envelope, Party } from '../../src/domain/envelopes/convention';
import { Euros } from '../../src/domain/money/euros';

/** The convention DGEFP–DGE of 2023, as the product carries it. */
export function convention2023(): Convention {
  const loaded = loadConvention('dgefp-dge-2023');
  if (!loaded.ok) throw new Error(loaded.failure.code);
  return loaded.value;
}

const cents = fc.integer({ min: 0, max: 1_000_000_000 });
const dates: fc.Arbitrary<CivilDate> = fc.integer({ min: 0, max: 3000 }).map((days) => (isoDate('2020-01-01') + days) as CivilDate);
const modes = fc.constantFrom('blocking' as const, 'warning' as const, 'information' as const);

const ceilings: fc.Arbitrary<Ceilings> = fc
  .record({ AE: fc.option(fc.tuple(cents, modes)), CP: fc.option(fc.tuple(cents, modes)) })
  .map(({ AE, CP }) => ({
    AE: AE && { amount: Euros.fromCents<'AE'>(AE[0]), mode: AE[1] },
    CP: CP && { amount: Euros.fromCents<'CP'>(CP[0]), mode: CP[1] },
  }));

const party: fc.Arbitrary<Party> = fc.record({
  name: fc.constantFrom('DO', 'SEREBC', 'DGEFP'),
  representative: fc.constantFrom('', 'Le directeur'),
  signatory: fc.constantFrom('', 'La sous-directrice'),
});

const line = fc.record({ aliases: fc.subarray(['Alpha', 'Bêta']), delegated: cents, total: fc.option(cents), mode: modes });
const envelope = fc.record({ ceilings, rap: cents, lines: fc.array(line, { maxLength: 3 }), percent: fc.integer({ min: 1, max: 99 }) });
type GivenEnvelope = typeof envelope extends fc.Arbitrary<infer T> ? T : never;

/** One to three envelopes, with and without ceilings, postes, dated codes, movements and RAP. */
export function anyConvention(): fc.Arbitrary<Convention> {
  const given = fc.record({
    ceilings,
    envelopes: fc.array(envelope, { minLength: 1, maxLength: 3 }),
    delegates: fc.array(party, { minLength: 1, maxLength: 4 }),
    from: fc.option(dates),
    days: fc.tuple(dates, dates),
    moved: cents,
    type: fc.constantFrom('amendment' as const, 'transfer' as const, 'freeze' as const),
  });
  return given.map(({ days, from, moved, type, envelopes, ...parts }) => {
    const base = convention2023();
    const signedOn = days[0] < days[1] ? days[0] : days[1];
    const dated = { field: 'costCentre' as const, value: 'ABCDEF0001', aliases: [], envelope: 'E0', from, until: null };
    return {
      ...base,
      ...parts,
      signedOn,
      endsOn: days[0] < days[1] ? days[1] : days[0],
      envelopes: numbered(envelopes),
      imputation: [...base.imputation.filter((rule) => rule.envelope === null), dated],
      movements: [
        {
          index: 0,
          date: from,
          type,
          from: 'E0',
          to: null,
          nature: 'CP',
          amount: Euros.fromCents(moved),
          reference: 'n° 1',
          authorisedBy: '',
          authorisedOn: signedOn,
        },
      ],
      rap: [{ ej: '1405512301', amount: Euros.fromCents<'CP'>(moved) }],
    };
  });
}

function numbered(given: readonly GivenEnvelope[]): readonly Envelope[] {
  let index = 0;
  return given.map((of, position) => ({
    code: `E${position}`,
    label: `Enveloppe ${position}`,
    aliases: position === 0 ? ['Première', 'Principale'] : [],
    ceilings: of.ceilings,
    openingRap: Euros.fromCents<'CP'>(of.rap),
    thresholds: { information: of.percent / 100, warning: 1 },
    share: null,
    lines: of.lines.map((one, number) => ({
      index: index++,
      envelope: `E${position}`,
      label: `Poste ${number}`,
      aliases: one.aliases,
      delegated: Euros.fromCents<'AE'>(one.delegated),
      total: one.total === null ? null : Euros.fromCents(one.total),
      mode: one.mode,
      ceilings: null,
      thresholds: null,
    })),
  }));
}
