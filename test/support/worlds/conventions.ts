/**
 * The conventions of the product, made consistent (two of the four print annexes that do not add up, which ANX finds),
 * with every duty done and enough credits for a ledger of any length.
 */
import { loadConvention } from '../../../src/conventions/index';
import { civilDate, type CivilDate } from '../../../src/domain/calendar/civil-date';
import type { BudgetLine, Ceiling, Ceilings, Convention, Envelope } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import type { Nature } from '../../../src/domain/money/nature';

/** The last day of the credit year: the day of every world. */
export function endOfCredits({ creditYear, endsOn }: Convention): CivilDate {
  return civilDate(creditYear, 12, 31) ?? endsOn;
}

/** A convention of the product with `times` its credits, in order. */
export function soundConvention(id: string, times: number): Convention {
  const loaded = loadConvention(id);
  if (!loaded.ok) throw new Error(loaded.failure.code);
  const given = loaded.value;
  const envelopes = given.envelopes.map((envelope) => withAnnexInOrder(timesEnvelope(envelope, times)));
  const day = endOfCredits(given);
  return {
    ...given,
    envelopes,
    ceilings: { AE: sumOf(given, envelopes, 'AE'), CP: sumOf(given, envelopes, 'CP') },
    duties: given.duties.map((duty) => ({ ...duty, doneOn: day })),
    rap:
      id === 'dgefp-dge-2023'
        ? rapOf2023(times)
        : given.rap.map(({ ej, amount }) => ({ ej, amount: timesEuros(amount, times) })),
  };
}

/** The same, with one envelope changed. */
export function withEnvelope(
  convention: Convention,
  code: string,
  change: (envelope: Envelope) => Envelope,
): Convention {
  return {
    ...convention,
    envelopes: convention.envelopes.map((envelope) => (envelope.code === code ? change(envelope) : envelope)),
  };
}

/** The same, with one poste changed. */
export function withLine(
  convention: Convention,
  wanted: BudgetLine,
  change: (line: BudgetLine) => BudgetLine,
): Convention {
  return withEnvelope(convention, wanted.envelope, (envelope) => ({
    ...envelope,
    lines: envelope.lines.map((line) => (line.index === wanted.index ? change(line) : line)),
  }));
}

/** The 2023 convention names no earlier EJ; its 73 032 € of restes à payer are put on two. */
function rapOf2023(times: number): Convention['rap'] {
  return [
    { ej: '1405508811', amount: Euros.fromCents<'CP'>(4_000_000 * times) },
    { ej: '1405512301', amount: Euros.fromCents<'CP'>(3_303_200 * times) },
  ];
}

function timesEuros<N extends Nature>(euros: Euros<N>, times: number): Euros<N> {
  return Euros.fromCents<N>(euros.cents * times);
}

function timesCeiling<N extends Nature>(ceiling: Ceiling<N> | null, times: number): Ceiling<N> | null {
  return ceiling && { ...ceiling, amount: timesEuros(ceiling.amount, times) };
}

function timesCeilings({ AE, CP }: Ceilings, times: number): Ceilings {
  return { AE: timesCeiling(AE, times), CP: timesCeiling(CP, times) };
}

function timesEnvelope(envelope: Envelope, times: number): Envelope {
  return {
    ...envelope,
    ceilings: timesCeilings(envelope.ceilings, times),
    openingRap: timesEuros(envelope.openingRap, times),
    lines: envelope.lines.map((line) => ({
      ...line,
      delegated: timesEuros(line.delegated, times),
      total: line.total && Euros.fromCents(line.total.cents * times),
      ceilings: line.ceilings && timesCeilings(line.ceilings, times),
    })),
  };
}

/** Where CP are not those of the postes, the annex bounds the AE alone. */
function withAnnexInOrder(envelope: Envelope): Envelope {
  const { lines, ceilings, openingRap } = envelope;
  const cp = lines.reduce((sum, line) => sum + line.delegated.cents, 0);
  if (ceilings.CP === null || ceilings.CP.amount.cents - openingRap.cents === cp) return envelope;
  return {
    ...envelope,
    lines: lines.map((line) => ({ ...line, ceilings: { AE: { amount: line.delegated, mode: line.mode }, CP: null } })),
  };
}

function sumOf<N extends Nature>(given: Convention, envelopes: readonly Envelope[], nature: N): Ceilings[N] {
  const printed = given.ceilings[nature];
  const cents = envelopes.reduce((sum, { ceilings }) => sum + (ceilings[nature]?.amount.cents ?? 0), 0);
  return (printed && { ...printed, amount: Euros.fromCents<N>(cents) }) as Ceilings[N];
}
