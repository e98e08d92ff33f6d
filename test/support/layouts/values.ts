/** How a team types its cells: amounts, days, EJ numbers, states, names of envelopes and postes. */
import type { CellValue } from '../../../src/workbook/cells';
import type { Random } from '../worlds/random';
import { monthName, withoutAccents } from './decorate';
import type { Choice, Draw } from './draw';
import type { Kind, KeptRow } from './rows';
import { serialOf, type Day, type DrawnEnvelope } from './truth';

/** The writers of each kind of cell, the same for the whole workbook. */
export interface Hand {
  amount(cents: number): CellValue;
  /** The amounts are in thousands of euros: the headings state it. */
  readonly inThousands: boolean;
  /** A cell of an amount that the row does not have. */
  readonly noAmount: CellValue;
  day(day: Day): CellValue;
  /** A cell of a day that has not come. */
  readonly noDay: CellValue;
  /** A cell of an EJ or of a DP that has no number yet. */
  readonly noNumber: CellValue;
  ej(number: string): CellValue;
  dp(number: string): CellValue;
  status(row: KeptRow): string;
  operation(kind: Kind): string;
  envelope(code: string): string;
  line(envelope: string, label: string): string;
  nature(nature: string): string;
  /** Decommitments are typed as positive amounts: the operation gives the sign. */
  readonly withdrawalsArePositive: boolean;
}

const NO_AMOUNT = { blank: null, 'a zero': 0, 'a dash': '-' } as const;
const EMPTY_AMOUNTS: readonly [Choice<keyof typeof NO_AMOUNT>, ...Choice<keyof typeof NO_AMOUNT>[]] = [
  ['blank', 18],
  ['a zero', 1],
  ['a dash', 1],
];

/** Draws the hand of a team. */
export function drawHand(
  draw: Draw,
  envelopes: readonly DrawnEnvelope[],
  { hasOperation, hasDecommitment }: { readonly hasOperation: boolean; readonly hasDecommitment: boolean },
): Hand {
  const inThousands = draw.has('amounts in k€', 0.05);
  return {
    inThousands,
    amount: drawAmount(draw, inThousands),
    noAmount: NO_AMOUNT[draw.among<keyof typeof NO_AMOUNT>('empty amounts', EMPTY_AMOUNTS)],
    day: drawDay(draw),
    noDay: draw.has('days that have not come', 0.06)
      ? draw.chanceOf('no day').pick(['-', '/', 'à venir', 'néant', 's.o.', 'N/A', 'en attente'])
      : null,
    noNumber: draw.has('numbers not given yet', 0.06)
      ? draw.chanceOf('no number').pick(['-', '/', 'à venir', 'néant', 's.o.', 'N/A', 'en cours', 'à créer'])
      : null,
    ...drawNumbers(draw),
    ...drawWords(draw, hasOperation, hasDecommitment),
    envelope: drawEnvelopeName(draw, envelopes),
    line: drawLineName(draw, envelopes),
  };
}

function drawAmount(draw: Draw, inThousands: boolean): Hand['amount'] {
  if (inThousands) return (cents) => cents / 100_000;
  if (!draw.has('amounts as text', 0.06)) return (cents) => cents / 100;
  const random = draw.chanceOf('amount text');
  const [separator, suffix] = [random.pick(['\u00a0', '\u202f', ' ']), random.pick([' €', '\u00a0€', '', ' euros'])];
  const way = draw.has('amounts as text in another form', 0.3) ? draw.chanceOf('amount form').pick(OTHER_FORMS) : null;
  return (cents) => (way ? way(cents) : `${frenchAmount(cents, separator)}${suffix}`);
}

/** Forms that teams use too: of a bank, of an export, of an accountant. */
const OTHER_FORMS: readonly [Hand['amount'], ...Hand['amount'][]] = [
  (cents) => `${frenchAmount(cents, '')}€`,
  (cents) => `${frenchAmount(cents, '.')} €`,
  (cents) => `€ ${frenchAmount(cents, ' ')}`,
  (cents) => `EUR ${frenchAmount(cents, ' ')}`,
  (cents) => `${frenchAmount(cents, ' ')} EUR`,
  (cents) => frenchAmount(cents, '').replace(',', '.'),
  (cents) => `${frenchAmount(cents, ' ').replace('-', '\u2212')} €`,
  (cents) => `${frenchAmount(cents, ' ').replace('-', '- ')} €`,
  (cents) => (cents < 0 ? `(${frenchAmount(-cents, ' ')})` : frenchAmount(cents, ' ')),
  (cents) => (cents < 0 ? `${frenchAmount(-cents, ' ')}-` : frenchAmount(cents, ' ')),
];

/** `12 345,67`. */
export function frenchAmount(cents: number, separator: string): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const euros = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, separator);
  return `${cents < 0 ? '-' : ''}${euros},${digits.slice(-2)}`;
}

function drawDay(draw: Draw): Hand['day'] {
  if (!draw.has('dates as text', 0.07)) return serialOf;
  return draw
    .chanceOf('date text')
    .pick<Hand['day']>([
      (day) => french(day, '/'),
      (day) => french(day, '/').replace(/\/20(\d\d)$/, '/$1'),
      (day) => french(day, '.'),
      (day) => french(day, '-'),
      (day) => day,
      (day) => `${day} 00:00:00`,
      (day) => day.replaceAll('-', ''),
      (day) => inWords(day),
      (day) => `le ${inWords(day)}`,
    ]);
}

function french(day: Day, separator: string): string {
  return day.split('-').reverse().join(separator);
}

function inWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${date === 1 ? '1er' : date} ${monthName(month)} ${year}`;
}

function drawNumbers(draw: Draw): Pick<Hand, 'ej' | 'dp'> {
  const asNumber = draw.has('EJ and DP as numbers', 0.15);
  if (!draw.has('EJ with words around', 0.08))
    return { ej: (ej) => (asNumber ? Number(ej) : ej), dp: (dp) => (asNumber ? Number(dp) : dp) };
  const ej = draw
    .chanceOf('EJ words')
    .pick<(number: string) => string>([
      (number) => `EJ ${number}`,
      (number) => `EJ n°${number}`,
      (number) => `n° ${number}`,
      (number) => `${number}/10`,
      (number) => `${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}`,
      (number) => `EJ${number}`,
    ]);
  return { ej, dp: (dp) => dp };
}

interface Words {
  readonly signed: readonly string[];
  readonly paid: readonly string[];
  readonly due: readonly string[];
  readonly project: readonly string[];
  readonly cancelled: readonly string[];
}

const PLAIN_STATES: Words = {
  signed: ['Notifié'],
  paid: ['Payé'],
  due: ['Service fait'],
  project: ['Projet'],
  cancelled: ['Annulé'],
};
const OTHER_STATES: Words = {
  signed: ['Signé', 'Notifiée', 'Engagé', 'Validé', 'EJ notifié', 'Signée'],
  paid: ['Payée', 'Réglé', 'Mis en paiement', 'DP payée', 'Soldé', 'Réglée'],
  due: ['SF constaté', 'Facture reçue', 'En attente de paiement', 'Service fait constaté', 'À payer'],
  project: [
    'En projet',
    'En attente de visa',
    'Brouillon',
    'À engager',
    'En cours de signature',
    'Demande',
    'Prévisionnel',
  ],
  cancelled: ['Annulée', 'Abandonné', 'Sans suite', 'EJ annulé', 'Abandonnée'],
};

const OPERATIONS: Readonly<Record<Kind, readonly [plain: string, ...others: string[]]>> = {
  commitment: ['EJ', 'Engagement', 'Bon de commande', 'Engagement juridique', 'Marché', 'Commande'],
  payment: ['DP', 'Paiement', 'Règlement', 'Demande de paiement'],
  credit: ['Avoir', 'Avoir', 'Avoir fournisseur'],
  withdrawal: ['Retrait', "Retrait d'engagement", 'Désengagement', 'Dégagement', 'Diminution'],
};

type WordsOfHand = Pick<Hand, 'status' | 'operation' | 'nature' | 'withdrawalsArePositive'>;

function drawWords(draw: Draw, hasOperation: boolean, hasDecommitment: boolean): WordsOfHand {
  const random = draw.chanceOf('words');
  const states = draw.has('states in other words', 0.2) ? OTHER_STATES : PLAIN_STATES;
  const otherOperations = hasOperation && draw.has('operations in other words', 0.3);
  const chosen = {
    signed: random.pick(states.signed),
    paid: random.pick(states.paid),
    due: random.pick(states.due),
    project: random.pick(states.project),
    cancelled: random.pick(states.cancelled),
  };
  const operations = Object.fromEntries(
    Object.entries(OPERATIONS).map(([kind, [plain, ...others]]) => [
      kind,
      otherOperations ? random.pick(others) : plain,
    ]),
  );
  const natures = random.pick([
    { AE: 'AE', CP: 'CP' },
    { AE: 'EJ', CP: 'DP' },
    { AE: 'Engagement', CP: 'Paiement' },
  ]);
  return {
    status: (row) => chosen[stateOf(row)],
    operation: (kind) => operations[kind] ?? '',
    nature: (nature) => (nature === 'AE' ? natures.AE : natures.CP),
    withdrawalsArePositive: hasOperation && hasDecommitment && draw.has('retrait typed as a positive amount', 0.12),
  };
}

/** A row of an EJ with a payment that is still due has the state of its EJ. */
function stateOf({ order, kind, isPaid, amounts }: KeptRow): keyof Words {
  if (order.state !== 'firm') return order.state;
  if (isPaid) return 'paid';
  return kind === 'payment' && amounts.ae === undefined ? 'due' : 'signed';
}

function drawEnvelopeName(draw: Draw, envelopes: readonly DrawnEnvelope[]): Hand['envelope'] {
  const byLabel = draw.has('envelope by its label or alias', 0.3);
  const changed = draw.has('envelope in another case or spelling', 0.08);
  const random = draw.chanceOf('envelope name');
  const change = random.pick<(name: string) => string>([
    (name) => name.toUpperCase(),
    (name) => name.toLowerCase(),
    (name) => ` ${name} `,
    (name) => withoutAccents(name).replaceAll(' ', '-'),
    (name) => (name.length > 6 ? name.replace(/(.)s$/, '$1') : name),
  ]);
  const names = new Map(
    envelopes.map(({ code, label, aliases }) => {
      const name = byLabel ? random.pick([label, ...aliases]) : code;
      return [code, changed ? change(name) : name];
    }),
  );
  return (code) => names.get(code) ?? code;
}

function drawLineName(draw: Draw, envelopes: readonly DrawnEnvelope[]): Hand['line'] {
  const byAlias = draw.has('poste by its alias', 0.4);
  const changed = draw.has('poste in another case or spelling', 0.08);
  const random = draw.chanceOf('poste name');
  const change = random.pick<(name: string) => string>([
    (name) => name.toUpperCase(),
    (name) => withoutAccents(name),
    (name) => `${name} `,
    (name) => name.toLowerCase(),
  ]);
  const names = new Map<string, string>();
  for (const { code, lines } of envelopes)
    for (const { label, aliases } of lines) {
      const name = byAlias && aliases[0] !== undefined ? random.pick(aliases) : label;
      names.set(`${code} ${label}`, changed ? change(name) : name);
    }
  return (envelope, label) => names.get(`${envelope} ${label}`) ?? label;
}

/** The name of an envelope as a title gives it. */
export function titleName({ code, label }: DrawnEnvelope, random: Random): string {
  return random.pick([code, label, label.toUpperCase(), `Enveloppe ${code}`, `${label} (${code})`]);
}
