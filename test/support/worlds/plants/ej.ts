/** Faults of engagements juridiques. */
import { addDays, civilDate } from '../../../../src/domain/calendar/civil-date';
import { envelopeFieldOf } from '../../../../src/domain/envelopes/envelope-field';
import type { Severity } from '../../../../src/domain/controls/findings/finding';
import { Euros } from '../../../../src/domain/money/euros';
import { dateCell, type Order, type Row, type World } from '../world';
import { plants, type Plant } from './plant';

/** An order with one row changed. */
function changed(
  rule: Plant['rule'],
  severity: Severity,
  make: (order: Order, world: World) => readonly [Row, keyof Row],
): Plant['make'] {
  return (world) => {
    const [row, field] = make(world.order(), world);
    world.expectRow(rule, severity, row, field);
  };
}

function named(operation: string, label: string, prefix: string): Plant['make'] {
  return changed('EJ-04', 'warning', ({ envelope }, world) => {
    const row = world.commitment(envelope, 4_000, null);
    Object.assign(row, {
      operation,
      ejNumber: world.newEj(prefix),
      label: label === '' ? row.label : `${label} ${world.newLabel()}`,
    });
    return [world.insert(row), 'ejNumber'];
  });
}

/** A row of the same EJ on another envelope. */
function elsewhere(
  severity: Severity,
  make: (order: Order, world: World, other: World['envelopes'][number]) => Row,
): Plant['make'] {
  return (world) => {
    const [own, other] = world.payingEnvelopes;
    if (!own || !other) return false;
    const row = make(world.order(own), world, other);
    Object.assign(row, { budgetLine: null, ...world.codes(other) });
    world.expectRow('EJ-05', severity, row, envelopeFieldOf(world.convention));
    return true;
  };
}

function secondCommitment({ commit, envelope, days }: Order, world: World, ejLine: string): Row {
  const second = world.commitment(envelope, 4_000, null, addDays(days.committed, 1));
  return world.insert({ ...second, operation: commit.operation ?? null, ejNumber: commit.ejNumber ?? null, ejLine });
}

/** A retrait on an earlier EJ. */
function earlierRetrait(position: number, more: Row): Plant['make'] {
  return (world) => {
    const owner = world.convention.envelopes.find(({ openingRap }) => openingRap.cents > 0);
    const entry = world.convention.rap[position];
    if (!owner || !entry) return false;
    const row = {
      ...world.commitment(owner, -1_000, null),
      operation: 'Retrait',
      ejNumber: entry.ej,
      label: `Retrait ${world.newLabel()}`,
      ...more,
    };
    world.expectRow('EJ-06', 'info', world.insert(row), 'ae');
    return true;
  };
}

/** A retrait on an EJ of its own, which nothing commits. */
function ofUnknownEj(more: Row): Plant['make'] {
  return changed('EJ-08', 'error', (_, world) => {
    const row = {
      ...world.commitment(world.random.pick(world.envelopes), -1_000, null),
      operation: 'Retrait',
      ...more,
    };
    return [world.insert(row), 'ejNumber'];
  });
}

/** Retraits of an EJ of 30,00 €, one day after the other; the last is above what is left. */
function aboveEj(...cents: readonly number[]): Plant['make'] {
  return changed('EJ-09', 'error', (_, world) => {
    const { committed, paid } = world.chain();
    const commit = world.insert(world.commitment(world.random.pick(world.envelopes), 3_000, null, committed));
    const retraits = cents.map((withdrawn, index) => ({
      ...commit,
      operation: 'Retrait',
      label: world.newLabel(),
      commitmentDate: dateCell(addDays(paid, index)),
      ae: -withdrawn / 100,
    }));
    retraits.forEach((row) => world.insert(row));
    return [retraits.at(-1) ?? commit, 'ae'];
  });
}

/** An EJ of the year before that the list has for what is left of it; paid in both years, more than it commits. */
function overTwoYears(over: number): Plant['make'] {
  return (world) => {
    const [first, ...others] = world.convention.rap;
    const owner = world.envelopes.find(({ openingRap }) => openingRap.cents > 0);
    const newYear = civilDate(world.convention.creditYear, 1, 1);
    if (!owner || !first || newYear === null) return false;
    const before = addDays(newYear, -60);
    const commit = world.insert(world.commitment(owner, 10_000, null, before));
    const days = { served: addDays(before, 10), received: addDays(before, 10), paid: addDays(before, 20) };
    world.insert(world.payment(commit, owner, 6_000, days), commit);
    const late = world.insert(world.payment(commit, owner, 4_000 + over, world.chain()), commit);
    const entry = { ej: String(commit.ejNumber), amount: Euros.fromCents<'CP'>(4_000) };
    const rest = { ...first, amount: Euros.fromCents<'CP'>(first.amount.cents - 4_000) };
    world.convention = { ...world.convention, rap: [rest, ...others, entry] };
    world.expectRow('EJ-02', 'error', late, 'cp');
    return true;
  };
}

export const EJ_PLANTS: readonly Plant[] = [
  ...plants(
    'EJ-01',
    [],
    [
      [
        'un paiement sans numéro d’EJ',
        changed('EJ-01', 'error', ({ pay }) => {
          pay.ejNumber = null;
          return [pay, 'ejNumber'];
        }),
      ],
      [
        'un EJ que personne n’a engagé',
        changed('EJ-01', 'error', ({ pay }, world) => {
          pay.ejNumber = world.newEj();
          return [pay, 'ejNumber'];
        }),
      ],
      [
        'engagé et payé d’un coup, sans EJ : un doute',
        changed('EJ-01', 'warning', ({ commit, pay }, world) => {
          const row = {
            ...pay,
            ...commit,
            ejNumber: null,
            label: world.newLabel(),
            dpNumber: world.newDp(),
            cp: commit.ae ?? null,
          };
          return [world.insert(row), 'ejNumber'];
        }),
      ],
      [
        'un paiement sur un projet qui n’est pas signé',
        changed('EJ-01', 'error', ({ commit, pay }) => {
          commit.status = 'Projet';
          return [pay, 'ejNumber'];
        }),
      ],
    ],
  ),
  ...plants(
    'EJ-02',
    [],
    [
      [
        'payé un centime de plus qu’engagé',
        changed('EJ-02', 'error', ({ pay, cents }) => {
          pay.cp = (cents + 1) / 100;
          return [pay, 'cp'];
        }),
      ],
      [
        'un second paiement qui dépasse l’EJ',
        changed('EJ-02', 'error', ({ envelope, commit, cents, days }, world) => {
          return [world.insert(world.payment(commit, envelope, cents, { ...days, paid: addDays(days.paid, 1) })), 'cp'];
        }),
      ],
      [
        'un EJ réduit par un retrait au-dessous de ce qui est payé',
        changed('EJ-02', 'error', ({ commit, pay, cents, days }, world) => {
          const day = dateCell(addDays(days.paid, 1));
          world.insert({
            ...commit,
            operation: 'Retrait',
            label: world.newLabel(),
            commitmentDate: day,
            ae: -(cents - 100) / 100,
          });
          return [pay, 'cp'];
        }),
      ],
    ],
  ),
  ...plants(
    'EJ-02',
    ['years'],
    [
      ['payé sur deux exercices, un centime au-delà de l’EJ', overTwoYears(1)],
      ['payé sur deux exercices, bien au-delà de l’EJ', overTwoYears(2_500)],
    ],
  ),
  ...plants(
    'EJ-03',
    [],
    [
      ...(['14058862', '9405886249', 'BC 12', 14058862491] as const).map((number): readonly [string, Plant['make']] => [
        `« ${number} » à la place du numéro d’EJ`,
        changed('EJ-03', 'error', ({ pay }) => {
          pay.ejNumber = number;
          return [pay, 'ejNumber'];
        }),
      ]),
    ],
  ),
  ...plants(
    'EJ-04',
    [],
    [
      ['un bon de commande sous un numéro de subvention', named('Bon de commande', '', '21')],
      ['une subvention sous un numéro de bon de commande', named('EJ', 'Subvention', '14')],
      ['un marché sous un numéro de bon de commande', named('Marché', '', '14')],
      ['un bail sous un numéro de marché', named('EJ', 'Bail', '10')],
    ],
  ),
  ...plants(
    'EJ-05',
    [],
    [
      ['un paiement sur une autre enveloppe que son EJ', elsewhere('error', ({ pay }) => pay)],
      [
        'un second engagement sur une autre enveloppe',
        elsewhere('error', (order, world) => secondCommitment(order, world, '1')),
      ],
      [
        'la même chose sur un autre poste de l’EJ : un doute',
        elsewhere('warning', (order, world) => secondCommitment(order, world, '2')),
      ],
    ],
  ),
  ...plants(
    'EJ-06',
    [],
    [
      ['un retrait sur un EJ antérieur', earlierRetrait(0, {})],
      ['la même chose, sans date', earlierRetrait(0, { commitmentDate: null })],
      ['un retrait sur un autre EJ antérieur', earlierRetrait(1, {})],
    ],
  ),
  ...plants(
    'EJ-07',
    [],
    [
      [
        'payé avant le service fait',
        changed('EJ-07', 'error', ({ pay, days }) => {
          pay.serviceDate = dateCell(addDays(days.paid, 3));
          return [pay, 'serviceDate'];
        }),
      ],
      [
        'payé sans date de service fait : un doute',
        changed('EJ-07', 'warning', ({ pay }) => {
          pay.serviceDate = null;
          return [pay, 'serviceDate'];
        }),
      ],
      [
        'payé le jour de la facture, la veille du service fait',
        changed('EJ-07', 'error', ({ pay, days }) => {
          Object.assign(pay, { receiptDate: dateCell(days.paid), serviceDate: dateCell(addDays(days.paid, 1)) });
          return [pay, 'serviceDate'];
        }),
      ],
    ],
  ),
  ...plants(
    'EJ-08',
    [],
    [
      ['un retrait sur un EJ que personne n’a engagé', ofUnknownEj({})],
      ['un désengagement en projet sur un EJ absent', ofUnknownEj({ operation: 'Désengagement', status: 'Projet' })],
      ['la même chose, sans mot de retrait', ofUnknownEj({ operation: 'EJ', label: 'Moins-value' })],
    ],
  ),
  ...plants(
    'EJ-09',
    [],
    [
      ['un retrait d’un centime de plus que l’EJ', aboveEj(3_001)],
      ['deux retraits dont la somme dépasse l’EJ', aboveEj(2_000, 1_500)],
      ['un retrait saisi après que tout est retiré', aboveEj(1_000, 2_000, 500)],
    ],
  ),
];
