/**
 * A world in which nothing is wrong: what a team that makes no mistake would keep, with all that is unusual and right.
 */
import { addDays, type CivilDate } from '../../../src/domain/calendar/civil-date';
import type { Envelope } from '../../../src/domain/envelopes/convention';
import { lineCents } from '../../../src/domain/envelopes/ceilings';
import { Euros } from '../../../src/domain/money/euros';
import { firstRow } from './check';
import { ruledFields } from './codes';
import { soundConvention } from './conventions';
import { Random } from './random';
import { dateCell, World, type Row } from './world';

/** Twice as often the 2023 convention. */
const CONVENTIONS = [
  'dgefp-dge-2023',
  'dgefp-dge-2023',
  'dgefp-dge-2023',
  'mildeca-dga-2023',
  'dgefp-dgtresor-cis',
  'sga-defense-insee-2010',
] as const;
/**
 * The share of each ceiling that a clean world consumes at most: far from the thresholds, so that a plant decides what
 * is reached.
 */
const CONSUMED = 0.12;
const ROWS_PER_SHARE = 200;

/** The clean world of a seed, with at least so many rows. */
export function cleanWorld(seed: number, size: number, id?: string): World {
  const random = new Random(seed);
  const world = new World(
    seed,
    soundConvention(id ?? random.pick(CONVENTIONS), Math.max(1, Math.ceil(size / ROWS_PER_SHARE))),
  );
  world.isTable = random.chance(0.7);
  world.columns.push(
    'operation',
    'status',
    'ejNumber',
    'ejLine',
    'dpNumber',
    'supplier',
    'label',
    ...ruledFields(world.convention),
  );
  if (!world.columns.includes('ministerialAxis2') && random.chance(0.3)) world.columns.push('ministerialAxis2');
  const isOnly = world.convention.envelopes.length === 1 && !ruledFields(world.convention).includes('ministerialAxis2');
  if (isOnly) world.expectArea('LEC-07', 'info', () => ({ sheet: 'Suivi', row: firstRow(world), column: 0 }));
  world.columns.push(
    'budgetLine',
    'contractEnd',
    'commitmentDate',
    'serviceDate',
    'receiptDate',
    'paymentDate',
    'ae',
    'cp',
  );
  spend(world, size);
  addRegisters(world);
  return world;
}

type Kind = 'paid' | 'oneRow' | 'withdrawn' | 'project' | 'unpaid' | 'credit';
const KINDS: readonly Kind[] = ['paid', 'paid', 'paid', 'oneRow', 'withdrawn', 'project', 'unpaid', 'credit'];
const ROWS_OF_KIND: Readonly<Record<Kind, number>> = {
  paid: 3,
  oneRow: 1,
  withdrawn: 3,
  project: 1,
  unpaid: 2,
  credit: 3,
};

/** Orders are drawn first, then given amounts, so that no poste exceeds its part. */
function spend(world: World, size: number): void {
  const { random } = world;
  const orders: { readonly kind: Kind; readonly envelope: Envelope; readonly line: number }[] = [];
  const counts = new Map<string, number>();
  for (let rows = 0; rows < size;) {
    const kind = random.pick(KINDS);
    const envelope = random.pick(world.envelopes);
    const line = random.whole(0, envelope.lines.length - 1);
    orders.push({ kind, envelope, line });
    const key = `${envelope.code} ${line}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    rows += ROWS_OF_KIND[kind];
  }
  const rows: Row[] = [];
  for (const { kind, envelope, line } of orders) {
    const most = (CONSUMED * capOf(envelope, line)) / (counts.get(`${envelope.code} ${line}`) ?? 1);
    rows.push(
      ...rowsOf(
        world,
        kind,
        envelope,
        nameOf(world, envelope, line),
        Math.max(12, Math.floor(most * (0.3 + 0.7 * random.next()))),
      ),
    );
  }
  rows.push(...rapPayments(world));
  for (const row of rows) world.rows.push(row);
  if (random.chance(0.5)) world.rows.sort((one, other) => dayOf(one) - dayOf(other));
}

function dayOf({ commitmentDate, paymentDate }: Row): number {
  return Number(commitmentDate ?? paymentDate ?? 0);
}

function capOf({ lines, ceilings }: Envelope, position: number): number {
  const line = lines[position];
  if (!line) throw new Error('no such poste');
  const whole = lines.reduce((sum, one) => sum + one.delegated.cents, 0);
  const shareOfCp = ceilings.CP ? (ceilings.CP.amount.cents * line.delegated.cents) / Math.max(1, whole) : Infinity;
  return Math.min(lineCents(line, 'AE') ?? Infinity, lineCents(line, 'CP') ?? Infinity, shareOfCp);
}

/** A poste by its label or an alias of its own, in any case. */
function nameOf({ random }: World, { lines }: Envelope, position: number): string {
  const line = lines[position];
  const name = random.chance(0.3) ? random.pick([line?.label ?? '', ...(line?.aliases ?? [])]) : (line?.label ?? '');
  return random.chance(0.1) ? name.toUpperCase() : name;
}

function rowsOf(world: World, kind: Kind, envelope: Envelope, line: string, cents: number): readonly Row[] {
  const days = world.chain();
  const commit = world.commitment(envelope, cents, line, days.committed);
  if (!world.payingEnvelopes.includes(envelope)) return [commit]; // nothing is paid where no CP is given
  const third = Math.floor(cents / 3);
  const paid = (part: number, more: Row = {}): Row => ({ ...world.payment(commit, envelope, part, days), ...more });
  switch (kind) {
    case 'paid':
      return [commit, paid(third), paid(cents - third)];
    case 'oneRow':
      return [
        {
          ...paid(cents),
          ...commit,
          commitmentDate: dateCell(days.committed),
          status: 'Payé',
          contractEnd: dateCell(addDays(days.served, 30)),
        },
      ];
    case 'withdrawn':
      return [
        commit,
        paid(third),
        {
          ...commit,
          operation: 'Retrait',
          label: world.newLabel(),
          commitmentDate: dateCell(days.paid),
          ae: -third / 100,
        },
      ];
    case 'project':
      return [{ ...commit, operation: 'EJ', status: 'Projet', ejNumber: null, ejLine: null, commitmentDate: null }];
    case 'unpaid':
      return [commit, paid(third, { status: 'Service fait', paymentDate: null, dpNumber: null })];
    case 'credit':
      return [commit, paid(cents), paid(-third, { label: `Avoir sur ${world.newLabel()}` })];
  }
}

/**
 * Rows on the limits of what is allowed: on the first and last day, at the end of the delay, and an EJ paid in full at
 * once.
 */
export function addEdges(world: World): void {
  const { convention, asOf, firstDay } = world;
  const envelope = world.random.pick(world.payingEnvelopes);
  const order = (
    committed: CivilDate,
    served: CivilDate,
    received: CivilDate,
    paid: CivilDate,
    more: Row = {},
  ): void => {
    const commit = world.insert({ ...world.commitment(envelope, 3_000, null, committed), ...more });
    world.insert({ ...world.payment(commit, envelope, 3_000, { served, received, paid }), ...more });
  };
  order(asOf, asOf, asOf, asOf);
  order(addDays(firstDay, -3), addDays(firstDay, -3), addDays(firstDay, -3), addDays(firstDay, -3));
  order(firstDay, firstDay, firstDay, addDays(firstDay, convention.paymentDays));
  order(firstDay, addDays(firstDay, 20), addDays(firstDay, 1), addDays(firstDay, 20 + convention.paymentDays));
  order(firstDay, addDays(firstDay, 9), addDays(firstDay, 12), addDays(firstDay, 12), {
    contractEnd: dateCell(addDays(firstDay, 9)),
  });
  addLookalikes(world, envelope);
}

/** Two projects that differ only by their objects, and a decommitment without a reason that names its EJ. */
function addLookalikes(world: World, envelope: Envelope): void {
  const project: Row = {
    ...world.commitment(envelope, 3_000, null),
    operation: 'EJ',
    status: 'Projet',
    ejNumber: null,
    ejLine: null,
    commitmentDate: null,
  };
  world.insert(project);
  world.insert({ ...project, label: world.newLabel() });
  const commit = world.insert(world.commitment(envelope, 3_000, null));
  world.insert({ ...commit, label: world.newLabel(), ae: -10 });
}

/** Half of each opening reste à payer, on the envelope that has them. */
function rapPayments(world: World): readonly Row[] {
  const owner = world.convention.envelopes.find(({ openingRap }) => openingRap.cents > 0);
  if (!owner) return [];
  return world.convention.rap.flatMap(({ ej, amount }) => {
    const days = world.chain();
    const half = Math.floor(amount.cents / 4);
    return [1, 2].map(() => world.payment({ ejNumber: ej, supplier: 'REPORT & CIE' }, owner, half, days));
  });
}

/** Authorised transfers and answered requests: right ones, that nobody should speak of. */
function addRegisters(world: World): void {
  const { random, convention } = world;
  const [first, second] = world.envelopes;
  const day = world.firstDay;
  const request = (days: number, index: number) => {
    return {
      index,
      subject: `Point de suivi ${index + 1}`,
      receivedOn: addDays(day, days),
      answeredOn: addDays(day, days + 3),
    };
  };
  world.convention = { ...convention, requests: [request(20, 0), request(40, 1)] };
  if (!first || !second || !first.ceilings.AE || !second.ceilings.AE || random.chance(0.5)) return;
  addTransfer(world, { from: first.code, to: second.code, day: addDays(day, 8), cents: 10_000 });
}

/** A transfer that the délégant authorised three days before. */
export function addTransfer(
  world: World,
  { from, to, day, cents }: { from: string; to: string; day: CivilDate; cents: number },
): void {
  const { movements } = world.convention;
  world.convention = {
    ...world.convention,
    movements: [
      ...movements,
      {
        index: movements.length,
        type: 'transfer',
        date: day,
        from,
        to,
        nature: 'AE',
        amount: Euros.fromCents(cents),
        reference: `Note n° ${movements.length + 1}`,
        authorisedBy: 'Bureau du budget du délégant',
        authorisedOn: addDays(day, -3),
      },
    ],
  };
}
