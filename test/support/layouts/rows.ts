/** The rows that a team keeps for its operations, by the shape of its table, before any choice of words or of cells. */
import type { Day, Order, Payment } from './truth';

/** The shapes of a table: which operations share a row, and which columns there are. */
export type Shape =
  /** A row for each operation, AE and CP in columns. */
  | 'a row each'
  /** The first payment on the row of its EJ. */
  | 'EJ and payment on a row'
  /** One amount, one or two dates, and the nature in a column. */
  | 'nature in a column'
  /** One date for every operation, AE and CP in columns. */
  | 'journal with one date'
  /** Several payments on the row of the EJ, with a rank. */
  | 'ranked payments'
  /** The same, the headings repeated without a rank. */
  | 'repeated payments'
  /** A column of CP for each month. */
  | 'months in columns'
  /** The payments under their EJ, of which they repeat nothing. */
  | 'payments under their EJ'
  /** EJ and payments on sheets of their own. */
  | 'EJ and payments apart';

export type Field =
  | 'ej'
  | 'dp'
  | 'supplier'
  | 'object'
  | 'envelope'
  | 'line'
  | 'status'
  | 'operation'
  | 'nature'
  | 'signed'
  | 'served'
  | 'paid'
  | 'date'
  | 'ae'
  | 'cp'
  | 'amount'
  | `ae@${string}`
  | `cp@${string}`
  | `paid${number}`
  | `cp${number}`
  | `month${number}`
  | `code:${string}`
  | `extra:${string}`;

export type Kind = 'commitment' | 'payment' | 'credit' | 'withdrawal';

/** A row: amounts in cents, days as ISO texts, the rest as text. */
export interface KeptRow {
  readonly kind: Kind;
  readonly order: Order;
  /** True on a row that is paid, when it has a payment. */
  readonly isPaid: boolean;
  /** The day that decides on which sheet of a month the row is. */
  readonly day: Day;
  readonly texts: Partial<Record<Field, string>>;
  readonly amounts: Partial<Record<Field, number>>;
  readonly days: Partial<Record<Field, Day>>;
}

/** The most payments that one row shows side by side. */
export function mostPayments(orders: readonly Order[]): number {
  return Math.max(2, ...orders.map(({ payments }) => payments.length));
}

/** The rows of the orders, those of an order together. */
export function rowsOf(orders: readonly Order[], shape: Shape, hasOneDate: boolean): readonly KeptRow[] {
  const rows = orders.flatMap((order) => rowsOfOrder(order, shape));
  return hasOneDate ? rows.map(oneDate) : rows;
}

/** The rows with their amounts in the columns of their envelopes. */
export function byColumnsOfEnvelopes(rows: readonly KeptRow[]): readonly KeptRow[] {
  return rows.map((row) => {
    const { ae, cp } = row.amounts;
    const { envelope } = row.order;
    return {
      ...row,
      amounts: {
        ...(ae !== undefined && { [`ae@${envelope}`]: ae }),
        ...(cp !== undefined && { [`cp@${envelope}`]: cp }),
      },
    };
  });
}

function rowsOfOrder(order: Order, shape: Shape): readonly KeptRow[] {
  const withdrawals = order.withdrawals.map(({ day, cents }) => commitment(order, 'withdrawal', -cents, day));
  const first = commitment(order, 'commitment', order.cents, order.signed);
  const payments = order.payments.map((one) => payment(order, one));
  switch (shape) {
    case 'EJ and payment on a row': {
      const [one, ...others] = payments;
      return [one ? joined(first, one) : first, ...others, ...withdrawals];
    }
    case 'ranked payments':
    case 'repeated payments':
      return [sideBySide(first, order.payments), ...withdrawals];
    case 'months in columns':
      return [byMonth(first, order.payments), ...withdrawals];
    case 'nature in a column':
      return [first, ...payments, ...withdrawals].map(oneAmount);
    default:
      return [first, ...payments, ...withdrawals];
  }
}

function commitment(order: Order, kind: Kind, cents: number, day: Day): KeptRow {
  return {
    kind,
    order,
    isPaid: false,
    day,
    texts: textsOf(order),
    amounts: { ae: cents },
    days: { signed: day },
  };
}

function payment(order: Order, { dp, cents, served, paid }: Payment): KeptRow {
  return {
    kind: cents < 0 ? 'credit' : 'payment',
    order,
    isPaid: paid !== null,
    day: paid ?? served,
    texts: { ...textsOf(order), ...(paid === null ? {} : { dp }) },
    amounts: { cp: cents },
    days: { served, ...(paid === null ? {} : { paid }) },
  };
}

function textsOf({ ej, supplier, object, envelope, line, state }: Order): KeptRow['texts'] {
  // A project has no EJ yet: its number is given when it is signed.
  return { ...(state === 'firm' ? { ej } : {}), supplier, object, envelope, line };
}

function joined(first: KeptRow, second: KeptRow): KeptRow {
  return {
    ...first,
    isPaid: second.isPaid,
    texts: { ...second.texts, ...first.texts },
    amounts: { ...first.amounts, ...second.amounts },
    days: { ...first.days, ...second.days },
  };
}

function sideBySide(first: KeptRow, payments: readonly Payment[]): KeptRow {
  const amounts: KeptRow['amounts'] = { ...first.amounts };
  const days: KeptRow['days'] = { ...first.days };
  payments.forEach(({ cents, paid }, index) => {
    amounts[`cp${index + 1}`] = cents;
    if (paid) days[`paid${index + 1}`] = paid;
  });
  return { ...first, amounts, days };
}

function byMonth(first: KeptRow, payments: readonly Payment[]): KeptRow {
  const amounts: KeptRow['amounts'] = { ...first.amounts };
  for (const { cents, paid } of payments) {
    const month = Number((paid ?? '').slice(5, 7));
    amounts[`month${month}`] = (amounts[`month${month}`] ?? 0) + cents;
  }
  return { ...first, amounts };
}

function oneAmount(row: KeptRow): KeptRow {
  const { ae, cp } = row.amounts;
  return {
    ...row,
    amounts: { amount: ae ?? cp ?? 0 },
    texts: { ...row.texts, nature: ae === undefined ? 'CP' : 'AE' },
  };
}

/** The day of a commitment, of a decommitment or of a payment; none on what is not paid yet. */
function oneDate(row: KeptRow): KeptRow {
  const { signed, paid } = row.days;
  const date = signed ?? paid;
  return { ...row, days: date === undefined ? {} : { date } };
}
