/**
 * Made-up worlds: facts for the oracle, and the convention and rows that give the same facts as a team would type them.
 */
import fc from 'fast-check';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../src/domain/envelopes/convention';
import type { LedgerRow } from '../../../src/domain/envelopes/ledger';
import { Euros } from '../../../src/domain/money/euros';
import { axisRule, conventionOf, movementOf, rowOf } from './builders';
import type { EnvelopeFact, MovementFact, RowFact, World } from './oracle';

const EARLIER_EJ = '2101000001';
const OTHER_EJS = ['2203000001', '2203000002', '2203000003'];

/** Less than many a retrait. */
const LISTED = 4_000_00n;

/** Spellings of each envelope that must all be understood, and of each poste. */
const AXES: Readonly<Record<string, readonly string[]>> = {
  PDE: ['PDE', 'pde', ' PDE\u00a0', 'Place des entreprises', 'Place des entreprise'],
  SF: ['Signaux Faibles', 'SIGNAUX FAIBLES', 'signaux-faibles', 'SF', 'Signaux Faible'],
};
const NO_AXIS = ['', '#', 'XYZ', '#REF!', 'Incubateur'];
const POSTES: readonly (readonly string[])[] = [
  ['Prestations', 'PRESTATIONS', 'Prestation', 'Charges de personnel'],
  ['Outils de production', 'Outils', 'Hébergement'],
  ['Audit de sécurité', 'audit de securite', 'Tests d’intrusion'],
];
const NO_POSTE: Readonly<Record<string, readonly string[]>> = {
  PDE: ['', 'Voyages', 'Audit de sécurité'],
  SF: ['', 'Voyages', 'Outils'],
};
const LINES_OF: Readonly<Record<string, readonly number[]>> = { PDE: [0, 1], SF: [2] };

const day = fc
  .date({ min: new Date('2022-10-15'), max: new Date('2024-02-28'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const maybeDay = fc.option(day, { nil: null, freq: 4 });
const amount = fc.oneof(
  fc.bigInt({ min: -5_000_00n, max: 90_000_00n }),
  fc.constantFrom(0n, 1n, -1n, 100_000_000_000_00n),
);

const envelopes: fc.Arbitrary<readonly EnvelopeFact[]> = fc
  .tuple(fc.array(fc.bigInt({ min: 0n, max: 600_000_00n }), { minLength: 9, maxLength: 9 }))
  .map(([cents]) => {
    const at = (index: number): bigint => cents[index] ?? 0n;
    return [
      {
        code: 'PDE',
        AE: at(0),
        CP: at(1),
        rap: at(2),
        lines: [
          { index: 0, cents: at(3) },
          { index: 1, cents: at(4) },
        ],
      },
      { code: 'SF', AE: at(5), CP: at(6), rap: at(7), lines: [{ index: 2, cents: at(8) }] },
    ];
  });

const movement: fc.Arbitrary<MovementFact> = fc.record({
  type: fc.constantFrom('amendment', 'transfer', 'transfer', 'carryOver', 'freeze', 'restoration'),
  from: fc.constantFrom('PDE', 'SF', null),
  to: fc.constantFrom('PDE', 'SF', null),
  nature: fc.constantFrom('AE', 'CP'),
  cents: fc.bigInt({ min: -1_000_00n, max: 50_000_00n }),
  date: maybeDay,
  authorised: maybeDay,
});

/** A fact with the words that hide it. */
interface TypedRow {
  readonly fact: Omit<RowFact, 'aeReadable' | 'words'>;
  readonly axis2: string;
  readonly poste: string;
}

const typedRow: fc.Arbitrary<TypedRow> = fc
  .record({
    envelope: fc.option(fc.constantFrom('PDE', 'SF'), { nil: null, freq: 6 }),
    place: fc.nat(20),
    spelling: fc.nat(20),
    status: fc.constantFrom(
      'firm' as const,
      'firm' as const,
      'firm' as const,
      'project' as const,
      'cancelled' as const,
    ),
    ej: fc.constantFrom(EARLIER_EJ, ...OTHER_EJS),
    anticipated: fc.constantFrom(false, false, true),
    ae: fc.option(amount, { nil: null }),
    cp: fc.option(amount, { nil: null }),
    amountsReadable: fc.constantFrom(true, true, true, true, false),
    committed: maybeDay,
    service: maybeDay,
    paid: maybeDay,
  })
  .map(({ envelope, place, spelling, ...fact }) => {
    const axes = envelope === null ? NO_AXIS : AXES[envelope];
    const choices = envelope === null ? [null] : [...(LINES_OF[envelope] ?? []), null];
    const line = choices[place % choices.length] ?? null;
    const postes = line === null ? (NO_POSTE[envelope ?? 'PDE'] ?? ['']) : (POSTES[line] ?? ['']);
    return {
      fact: { ...fact, envelope, line, onEarlierEj: fact.ej === EARLIER_EJ },
      axis2: axes?.[spelling % axes.length] ?? '',
      poste: postes[spelling % postes.length] ?? '',
    };
  });

/** A world, with its convention and its ledger rows. */
export interface TypedWorld {
  readonly world: World;
  readonly convention: Convention;
  readonly rows: readonly LedgerRow[];
}

/** Any world of up to so many rows. */
export function worlds(mostRows: number): fc.Arbitrary<TypedWorld> {
  return fc
    .record({
      envelopes,
      movements: fc.array(movement, { maxLength: 6 }),
      typed: fc.array(typedRow, { maxLength: mostRows }),
      asOf: day,
      recycles: fc.constantFrom(false, false, true),
    })
    .map(({ envelopes: facts, movements, typed, asOf, recycles }) => {
      const rows = typed.map(({ fact, axis2, poste }, key) => ({
        ...fact,
        words: `${axis2}\u0000${poste}`,
        aeReadable: fact.amountsReadable || !hidesAe(key),
      }));
      return {
        world: { year: 2023, asOf, recycles, listed: LISTED, envelopes: facts, movements, rows },
        convention: {
          ...conventionOfFacts(facts, movements),
          recyclingBasis: recycles ? 'Arrêté du 29 décembre 2016' : ' ',
        },
        rows: typed.map((row, key) => rowOfFact(row, key)),
      };
    });
}

function conventionOfFacts(facts: readonly EnvelopeFact[], movements: readonly MovementFact[]): Convention {
  const linesOf = (fact: EnvelopeFact | undefined): (readonly [string, number, ...string[]])[] =>
    (fact?.lines ?? []).map(({ index, cents }) => {
      const [label = '', ...aliases] = POSTES[index] ?? [];
      return [label, Number(cents), ...aliases];
    });
  const envelopeOf = (fact: EnvelopeFact, label: string): Parameters<typeof conventionOf>[0][number] => {
    return {
      code: fact.code,
      label,
      ae: Number(fact.AE),
      cp: Number(fact.CP),
      rap: Number(fact.rap),
      lines: linesOf(fact),
    };
  };
  const labels = ['Place des entreprises', 'Signaux Faibles'];
  return conventionOf(
    facts.map((fact, position) => envelopeOf(fact, labels[position] ?? '')),
    {
      imputation: [axisRule('PDE', 'PDE', 'Place des entreprises'), axisRule('SF', 'Signaux Faibles', 'SF')],
      rap: [{ ej: EARLIER_EJ, amount: Euros.fromCents(Number(LISTED)) }],
      movements: movements.map(({ cents, authorised, ...fact }) =>
        movementOf({ ...fact, cents: Number(cents), authorisedOn: authorised }),
      ),
    },
  );
}

function rowOfFact({ fact, axis2, poste }: TypedRow, key: number): LedgerRow {
  const { ae, cp } = fact;
  const readable = { ae: ae === null ? null : Number(ae), cp: cp === null ? null : Number(cp) };
  const amounts = fact.amountsReadable
    ? readable
    : hidesAe(key)
      ? { ...readable, ae: 'douze' }
      : { ...readable, cp: '#REF!' };
  const { status, committed, service, paid, ej } = fact;
  const operation = fact.anticipated ? 'EJ (gestion anticipée)' : 'EJ';
  return rowOf({ axis2, poste, status, committed, service, paid, ej, operation, ...amounts }, key);
}

/** Of a row with an amount that cannot be read: it is the AE, or else the CP. */
function hidesAe(key: number): boolean {
  return key % 2 === 0;
}

/** The day of a world, for the product. */
export function asOfOf({ asOf }: World): ReturnType<typeof isoDate> {
  return isoDate(asOf);
}
