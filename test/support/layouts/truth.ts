/**
 * The true operations of a small ledger, and its figures computed from them in a few lines of their own (integers of
 * cents, days as ISO texts): never by the product.
 */
import type { Random } from '../worlds/random';

/** `2023-03-31`: days compare as texts. */
export type Day = string;

export interface Payment {
  readonly dp: string;
  /** Negative: a credit note. */
  readonly cents: number;
  readonly served: Day;
  /** Null: not paid yet. */
  readonly paid: Day | null;
}

/** A commitment with its payments and decommitments. */
export interface Order {
  readonly ej: string;
  readonly envelope: string;
  readonly line: string;
  readonly supplier: string;
  readonly object: string;
  readonly cents: number;
  readonly signed: Day;
  readonly state: 'firm' | 'project' | 'cancelled';
  readonly payments: readonly Payment[];
  readonly withdrawals: readonly { readonly day: Day; readonly cents: number }[];
}

/** An envelope that orders are drawn on. */
export interface DrawnEnvelope {
  readonly code: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /** The credits to spend, in cents. */
  readonly cents: number;
  readonly lines: readonly { readonly label: string; readonly aliases: readonly string[] }[];
}

/** Cents of one envelope at a date. */
export interface TrueFigures {
  readonly aeConsumed: number;
  readonly aeReserved: number;
  readonly cpConsumed: number;
  readonly cpReserved: number;
}

/** Kinds of operations that a way of keeping can show. */
export interface Kinds {
  readonly unpaid: boolean;
  readonly withdrawals: boolean;
  readonly credits: boolean;
  readonly projects: boolean;
  readonly cancelled: boolean;
}

const SUPPLIERS = ['OCTO TECHNOLOGY', 'Scalingo', 'Multimédia Conseil', 'ADIS SARL', 'Beta Services', 'Dupont & Fils'];
const OBJECTS = [
  'Développement du site',
  'Hébergement',
  'Campagne de communication',
  'Test utilisateurs',
  'Maintenance',
  'Formation des agents',
  'Licences',
];
const PERCENT_SPENT = 55;

/** Three to nine orders over the envelopes, each at least once. */
export function drawOrders(
  random: Random,
  envelopes: readonly DrawnEnvelope[],
  year: number,
  kinds: Kinds,
): readonly Order[] {
  const count = random.whole(Math.max(3, envelopes.length), 9);
  const first = random.whole(100_000, 899_000);
  const owners = Array.from({ length: count }, (_, index) => envelopes[index] ?? random.pick(envelopes));
  return owners.map((envelope, index) => {
    const share = owners.filter((one) => one === envelope).length;
    const most = Math.floor((envelope.cents * PERCENT_SPENT) / 100 / share);
    const cents = amountBelow(random, most);
    const others = index >= envelopes.length;
    const state =
      others && kinds.projects && random.chance(0.15)
        ? 'project'
        : others && kinds.cancelled && random.chance(0.1)
          ? 'cancelled'
          : 'firm';
    // A project is dated before the first date of control: whether a later one is reserved is not this oracle's matter.
    const signed = dayAfter(`${year}-01-04`, random.whole(0, state === 'project' ? 120 : 290));
    const settled = state === 'firm' ? settle(random, cents, signed, kinds, first + index * 10) : NOTHING_SETTLED;
    return {
      ej: `1405${first + index * 7}`,
      envelope: envelope.code,
      line: random.pick(envelope.lines).label,
      supplier: random.pick(SUPPLIERS),
      object: `${random.pick(OBJECTS)} ${index + 1}`,
      cents,
      signed,
      state,
      ...settled,
    };
  });
}

const NOTHING_SETTLED = { payments: [], withdrawals: [] } as const;

function settle(
  random: Random,
  cents: number,
  signed: Day,
  kinds: Kinds,
  number: number,
): Pick<Order, 'payments' | 'withdrawals'> {
  const payments: Payment[] = [];
  const parts = random.whole(0, 3);
  let served = signed;
  let rest = cents;
  for (let index = 0; index < parts; index++) {
    served = dayAfter(served, random.whole(6, 35));
    const paid = dayAfter(served, random.whole(2, 25));
    const part = index === 2 && random.chance(0.5) ? rest : amountBelow(random, Math.floor(rest / 2));
    if (paid > `${signed.slice(0, 4)}-12-22` || part < 100) break;
    const isLast = index === parts - 1;
    const isUnpaid = isLast && kinds.unpaid && random.chance(0.35);
    payments.push({ dp: `0100${number + index}`, cents: part, served, paid: isUnpaid ? null : paid });
    rest -= part;
  }
  const last = payments.at(-1);
  if (kinds.credits && last?.paid && last.paid < `${signed.slice(0, 4)}-12-01` && random.chance(0.15))
    payments.push({
      dp: `0100${number + 5}`,
      cents: -Math.floor(last.cents / 4),
      served: last.paid,
      paid: dayAfter(last.paid, 6),
    });
  const withdrawn = kinds.withdrawals && rest > 1_000 && random.chance(0.25);
  const day = dayAfter(last?.paid ?? last?.served ?? signed, 5);
  return { payments, withdrawals: withdrawn ? [{ day, cents: Math.floor(rest / 3) }] : [] };
}

/** From a third to the whole of `most`: as often round as not. */
function amountBelow(random: Random, most: number): number {
  const cents = random.whole(Math.floor(most / 3), most);
  return random.chance(0.4) && cents > 100_000 ? cents - (cents % 10_000) : cents;
}

/** The figures of each envelope at a date. `knowsService`: the ledger keeps the dates of service fait. */
export function figuresAt(
  orders: readonly Order[],
  envelopes: readonly DrawnEnvelope[],
  asOf: Day,
  knowsService: boolean,
): ReadonlyMap<string, TrueFigures> {
  return new Map(
    envelopes.map(({ code }) => {
      const own = orders.filter(({ envelope }) => envelope === code);
      const firm = own.filter(({ state }) => state === 'firm');
      const payments = firm.flatMap((order) => order.payments);
      const isPaid = ({ paid }: Payment): boolean => paid !== null && paid <= asOf;
      const isDue = ({ paid, served }: Payment): boolean => paid === null || !knowsService || served <= asOf;
      const figures: TrueFigures = {
        aeConsumed:
          sum(firm.filter(({ signed }) => signed <= asOf)) -
          sum(firm.flatMap(({ withdrawals }) => withdrawals).filter(({ day }) => day <= asOf)),
        aeReserved: sum(own.filter(({ state }) => state === 'project')),
        cpConsumed: sum(payments.filter(isPaid)),
        cpReserved: sum(payments.filter((one) => !isPaid(one) && isDue(one))),
      };
      return [code, figures];
    }),
  );
}

function sum(amounts: readonly { readonly cents: number }[]): number {
  return amounts.reduce((total, { cents }) => total + cents, 0);
}

const MILLISECONDS = 86_400_000;

/** The day so many days later. */
export function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * MILLISECONDS).toISOString().slice(0, 10);
}

/** The number by which Excel keeps a day (1900 dates). */
export function serialOf(day: Day): number {
  return Date.parse(day) / MILLISECONDS + 25_569;
}
