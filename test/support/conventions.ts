/** Conventions for tests: the one of 2023, and conventions of every shape that the tables and files can hold. */
import fc from 'fast-check';
import { loadConvention } from '../../src/conventions/index';
import { addDays, isoDate, type CivilDate } from '../../src/domain/calendar/civil-date';
import type { Ceilings, Convention, Envelope, Party, Thresholds } from '../../src/domain/envelopes/convention';
import type { Allowances } from '../../src/domain/envelopes/allowances/allowances';
import { CORRESPONDENCE_KEYS, correspondenceOf } from '../../src/domain/envelopes/correspondence';
import { CLAUSES, type Delay, type Duty, type InformationRequest } from '../../src/domain/envelopes/terms';
import type { ImputationField } from '../../src/domain/imputation/imputation';
import { Euros } from '../../src/domain/money/euros';

/** A convention that the product carries. */
export function conventionNamed(id: string): Convention {
  const loaded = loadConvention(id);
  if (!loaded.ok) throw new Error(loaded.failure.code);
  return loaded.value;
}

/** The convention DGEFP–DGE of 2023. */
export const convention2023 = (): Convention => conventionNamed('dgefp-dge-2023');

/**
 * The same, kept well: every notice and report is done, and no code is ruled that the small ledgers of tests have no
 * column for.
 */
export function keptConvention(...columns: readonly ImputationField[]): Convention {
  const convention = convention2023();
  return {
    ...convention,
    imputation: convention.imputation.filter(({ field }) => columns.includes(field)),
    duties: convention.duties.map((duty) => ({ ...duty, doneOn: convention.signedOn })),
  };
}

const cents = fc.integer({ min: 0, max: 1_000_000_000 });
const dates: fc.Arbitrary<CivilDate> = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => (isoDate('2020-01-01') + days) as CivilDate);
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

const shares = fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100);
const thresholds: fc.Arbitrary<Thresholds> = shares.map((information) => ({ information, warning: 1 }));
const line = fc.record({
  aliases: fc.subarray(['Alpha', 'Bêta']),
  delegated: cents,
  total: fc.option(cents),
  mode: modes,
  ceilings: fc.option(ceilings),
  thresholds: fc.option(thresholds),
});
const annex = fc.record({
  title: fc.constantFrom('', 'Annexe n°2 : « Signaux Faibles » (2023)'),
  amountHeading: fc.constantFrom('', 'Montant DGEFP 2023'),
});
const envelope = fc.record({
  ceilings,
  rap: cents,
  lines: fc.array(line, { maxLength: 3 }),
  thresholds,
  share: fc.option(shares),
  annex,
});
const envelopes = fc.array(envelope, { minLength: 1, maxLength: 3 });
type GivenEnvelope = typeof envelope extends fc.Arbitrary<infer T> ? T : never;

const delays: fc.Arbitrary<Delay> = fc.record({
  count: fc.integer({ min: 0, max: 400 }),
  unit: fc.constantFrom(
    'working' as const,
    'workable' as const,
    'clear' as const,
    'calendar' as const,
    'months' as const,
  ),
});

const duties: fc.Arbitrary<readonly Duty[]> = fc
  .array(
    fc.record({
      type: fc.constantFrom(
        'yearlyReport' as const,
        'approvalOfService' as const,
        'publication' as const,
        'other' as const,
      ),
      label: fc.constantFrom('', 'Bilan qualitatif'),
      delay: fc.option(delays),
      dueOn: fc.option(dates),
      doneOn: fc.option(dates),
      addressee: fc.constantFrom('', 'DGEFP'),
      approval: fc.option(fc.constantFrom('simple' as const, 'binding' as const)),
      article: fc.constantFrom('', 'art. 2.2'),
    }),
    { maxLength: 4 },
  )
  .map((given) => given.map((duty, index) => ({ index, ...duty })));

const requests: fc.Arbitrary<readonly InformationRequest[]> = fc
  .array(
    fc.record({
      receivedOn: fc.option(dates),
      subject: fc.constantFrom('Prévision', 'Suivi'),
      answeredOn: fc.option(dates),
    }),
    { maxLength: 3 },
  )
  .map((given) => given.map((request, index) => ({ index, ...request })));

/** A day of the credit year, 2023. */
const closings = fc.option(fc.integer({ min: 0, max: 364 }).map((days) => addDays(isoDate('2023-01-01'), days)));

const terms = fc
  .record({
    replyUnit: delays.map(({ unit }) => unit),
    duties,
    requests,
    closing: fc.record({ commitment: closings, serviceCertified: closings, payment: closings }),
    termination: fc.option(fc.record({ sentOn: fc.option(dates), receivedOn: fc.option(dates) })),
    paymentDays: fc.integer({ min: 0, max: 60 }),
    recyclingBasis: fc.constantFrom('', 'arrêté du 29 décembre 2016'),
    correspondence: fc
      .array(fc.constantFrom('', 'Ministère du Travail', 'Le CBCM'), { minLength: 10, maxLength: 10 })
      .map((texts) => correspondenceOf((key) => texts[CORRESPONDENCE_KEYS.indexOf(key)] ?? '')),
    indicators: fc.array(
      fc.record({
        theme: fc.constantFrom('Entreprises', 'Experts'),
        indicator: fc.constantFrom('Nombre', 'Secteurs d’activité'),
        unit: fc.constantFrom('', 'jours'),
        period: fc.constantFrom('', 'T1'),
      }),
      { maxLength: 3 },
    ),
    milestones: fc.array(
      fc.record({
        envelope: fc.constant('E0'),
        milestone: fc.constantFrom('Liste', 'Audit'),
        plannedOn: fc.option(dates),
      }),
      {
        maxLength: 2,
      },
    ),
    articles: fc
      .subarray([...CLAUSES])
      .map((clauses) => Object.fromEntries(clauses.map((clause) => [clause, `art. ${clause.length}`]))),
  })
  .map(({ termination, ...others }) => ({
    ...others,
    termination: termination && (termination.sentOn ?? termination.receivedOn) !== null ? termination : null,
  }));

/** None, one or two more years, each with envelopes of its own. */
const years = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 3 }), ceilings, envelopes, rap: cents }), { maxLength: 2 })
  .map((given) => {
    let year = 2023;
    return given.map(({ gap, ...of }) => ({ year: (year += gap), ...of }));
  });

/** Fungibility of the first envelope, a ceiling over a titre of the year of 2023, settings of the team. */
const allowances: fc.Arbitrary<Allowances> = fc
  .record({
    share: fc.option(shares),
    amount: fc.option(cents),
    nature: fc.constantFrom('AE' as const, 'CP' as const, null),
    titre: fc.option(ceilings),
    advance: fc.option(shares),
    base: fc.constantFrom('envelope' as const, 'convention' as const, 'currentYear' as const),
    followsLineCp: fc.boolean(),
  })
  .map(({ share, amount, nature, titre, advance, base, followsLineCp }) => ({
    fungibility: [
      {
        from: 'E0',
        to: null,
        nature,
        share,
        amount: amount === null ? null : Euros.fromCents(amount),
        article: 'art. 4',
      },
    ],
    partCeilings: titre === null ? [] : [{ part: 'titre', value: '2', year: 2023, ceilings: titre, article: '' }],
    advances: { share: advance, base },
    followsLineCp,
  }));

/** One to three envelopes, with and without ceilings, postes, dated codes, movements and RAP. */
export function anyConvention(): fc.Arbitrary<Convention> {
  const given = fc.record({
    allowances,
    ceilings,
    envelopes,
    terms,
    years,
    delegates: fc.array(party, { minLength: 1, maxLength: 4 }),
    from: fc.option(dates),
    days: fc.tuple(dates, dates),
    moved: cents,
    type: fc.constantFrom('amendment' as const, 'transfer' as const, 'freeze' as const),
  });
  return given.map(
    ({ allowances: allowed, days, from, moved, type, envelopes: own, terms: further, years: others, ...parts }) => {
      const base = convention2023();
      const counter = { lines: 0 };
      const signedOn = days[0] < days[1] ? days[0] : days[1];
      const dated = {
        field: 'costCentre' as const,
        label: 'Centre de coût',
        value: 'ABCDEF0001',
        aliases: [],
        envelope: 'E0',
        from,
        until: null,
      };
      return {
        ...base,
        ...parts,
        ...further,
        ...allowed,
        signedOn,
        // Not before a credit year, which is refused.
        endsOn: Math.max(...days, ...[2023, ...others.map(({ year }) => year)].map(firstDayOf)) as CivilDate,
        envelopes: numbered(own, counter),
        otherYears: others.map(({ rap, envelopes: given, ...of }) => ({
          ...of,
          envelopes: numbered(given, counter),
          rap: [{ ej: '1405512302', amount: Euros.fromCents<'CP'>(rap) }],
        })),
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
    },
  );
}

function firstDayOf(year: number): CivilDate {
  return isoDate(`${year}-01-01`);
}

/** Postes are numbered through all the years of a convention. */
function numbered(given: readonly GivenEnvelope[], counter: { lines: number }): readonly Envelope[] {
  return given.map((of, position) => ({
    code: `E${position}`,
    label: `Enveloppe ${position}`,
    aliases: position === 0 ? ['Première', 'Principale'] : [],
    ceilings: of.ceilings,
    openingRap: Euros.fromCents<'CP'>(of.rap),
    thresholds: of.thresholds,
    share: of.share,
    annex: of.annex,
    lines: of.lines.map((one, number) => ({
      index: counter.lines++,
      envelope: `E${position}`,
      label: `Poste ${number}`,
      aliases: one.aliases.map((alias) => `${alias} ${number}`),
      delegated: Euros.fromCents<'AE'>(one.delegated),
      total: one.total === null ? null : Euros.fromCents(one.total),
      mode: (one.ceilings?.AE ?? one.ceilings?.CP)?.mode ?? one.mode,
      ceilings: one.ceilings,
      thresholds: one.thresholds,
    })),
  }));
}
