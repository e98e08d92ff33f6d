/** Faults of dates. Each bound is broken by the commitment, by the service and by the payment. */
import { addDays, addMonths, civilDate, type CivilDate } from '../../../../src/domain/calendar/civil-date';
import type { BoundedEvent } from '../../../../src/domain/envelopes/convention';
import { dateCell, type Order, type Row, type World } from '../world';
import { plants, type Plant } from './plant';

const FIELDS = { commitment: 'commitmentDate', serviceCertified: 'serviceDate', payment: 'paymentDate' } as const;

/** Moves the date of an event; a commitment is left without payments when they would then be out of order. */
function move(world: World, event: BoundedEvent, day: CivilDate): Row {
  const order = world.order();
  const row = event === 'commitment' ? order.commit : order.pay;
  row[FIELDS[event]] = dateCell(day);
  return row;
}

function breaks(rule: 'PER-01' | 'PER-02', event: BoundedEvent, dayOf: (world: World) => CivilDate): Plant['make'] {
  return (world) => {
    if (rule === 'PER-02' && !world.convention.endAppliesTo.includes(event)) return false;
    world.expectRow(rule, 'error', move(world, event, dayOf(world)), FIELDS[event]);
    return true;
  };
}

/** A day of the year before the credits, inside the convention. */
function otherYear(event: 'commitment' | 'payment'): Plant['make'] {
  return (world) => {
    const day = civilDate(world.convention.creditYear - 1, 12, 20);
    if (day === null || day < world.convention.signedOn) return false;
    world.expectRow('PER-03', 'error', move(world, event, day), FIELDS[event]);
    return true;
  };
}

/** A commitment « en gestion anticipée », from November before. */
function inAdvance(month: number, spoil: (world: World, commit: Row) => void, isBig = false): Plant['make'] {
  return (world) => {
    const envelope = world.smallest;
    const day = civilDate(world.convention.creditYear - 1, month, 20);
    if (!envelope || day === null || day < world.convention.signedOn) return false;
    const cents = isBig ? Math.round((envelope.ceilings.AE?.amount.cents ?? 0) * 0.3) : 5_000;
    const commit = world.insert({ ...world.commitment(envelope, cents, null, day), operation: 'EJ anticipé' });
    spoil(world, commit);
    return true;
  };
}

/** A commitment « en gestion anticipée », within the credits of its own year. */
function namedAdvance(month: number): Plant['make'] {
  return (world) => {
    const { smallest: envelope, convention } = world;
    const day = civilDate(convention.creditYear, month, 20);
    if (!envelope || day === null || day < convention.signedOn || day > convention.endsOn) return false;
    const commit = world.insert({ ...world.commitment(envelope, 5_000, null, day), operation: 'EJ anticipé' });
    world.expectRow('PER-03', 'warning', commit, 'commitmentDate');
    return true;
  };
}

/** After a closing date of the ministry: 22, 24 and 28 December. */
function afterClosing(event: BoundedEvent): Plant['make'] {
  return (world) => {
    const day = (number: number): CivilDate => civilDate(world.convention.creditYear, 12, number) ?? world.asOf;
    world.convention = {
      ...world.convention,
      closing: { commitment: day(22), serviceCertified: day(24), payment: day(28) },
    };
    const { envelope, pay, commit } = world.order();
    if (event === 'commitment') {
      const late = world.insert(world.commitment(envelope, 5_000, null, day(23)));
      world.expectRow('PER-04', 'error', late, 'commitmentDate');
    } else if (event === 'serviceCertified') {
      Object.assign(pay, { status: 'Service fait', serviceDate: dateCell(day(26)), paymentDate: null, dpNumber: null });
      world.expectRow('PER-04', 'error', pay, 'serviceDate');
    } else {
      const late = world.payment(commit, envelope, 1_000, { served: day(20), received: day(20), paid: day(29) });
      world.expectRow('PER-04', 'error', world.insert(late), 'paymentDate');
    }
  };
}

/** An order with one row changed. */
function changed(
  rule: Plant['rule'],
  severity: 'error' | 'warning',
  make: (order: Order, world: World) => readonly [Row, keyof Row],
): Plant['make'] {
  return (world) => {
    const [row, field] = make(world.order(), world);
    world.expectRow(rule, severity, row, field);
  };
}

function set<K extends keyof Row>(row: Row, field: K, day: CivilDate): readonly [Row, K] {
  row[field] = dateCell(day);
  return [row, field];
}

function later({ received, served }: Order['days']): CivilDate {
  return received > served ? received : served;
}

function notice(made: 'received' | 'sent' | 'both'): Plant['make'] {
  return (world) => {
    const { endsOn, noticeMonths } = world.convention;
    const day = addDays(addMonths(endsOn, -noticeMonths), 3 + world.random.whole(0, 9));
    const termination = {
      sentOn: made === 'received' ? null : addDays(day, -1),
      receivedOn: made === 'sent' ? null : day,
    };
    world.convention = { ...world.convention, termination };
    world.expectTable(
      'PER-08',
      'warning',
      'ENV_Convention',
      'Valeur',
      made === 'sent' ? 'Résiliation envoyée le' : 'Résiliation reçue le',
    );
  };
}

/** A notice that ends on the last day but one, and a commitment on the last. */
function afterTermination(known: 'receivedOn' | 'sentOn', status?: string): Plant['make'] {
  return (world) => {
    const { endsOn, creditYear, noticeMonths } = world.convention;
    const last = Math.min(endsOn, civilDate(creditYear, 12, 31) ?? endsOn) as CivilDate;
    const date = addMonths(addDays(last, -1), -noticeMonths);
    const day = addDays(addMonths(date, noticeMonths), 1);
    const envelope = world.smallest;
    if (!envelope || day > last) return false;
    world.convention = { ...world.convention, termination: { sentOn: null, receivedOn: null, [known]: date } };
    const commit = world.commitment(envelope, 5_000, null, day);
    const late = world.insert(status === undefined ? commit : { ...commit, status });
    world.expectRow('PER-09', known === 'receivedOn' ? 'error' : 'warning', late, 'commitmentDate');
    return true;
  };
}

/** The nearest days: a bound that gives one day of grace is found. */
const before = ({ convention }: World): CivilDate => addDays(convention.signedOn, -1);
const after = ({ convention }: World): CivilDate => addDays(convention.endsOn, 1);

export const PER_PLANTS: readonly Plant[] = [
  ...plants(
    'PER-01',
    ['years'],
    [
      ['engagé avant la signature', breaks('PER-01', 'commitment', before)],
      ['service fait avant la signature', breaks('PER-01', 'serviceCertified', before)],
      ['payé avant la signature', breaks('PER-01', 'payment', before)],
    ],
  ),
  ...plants(
    'PER-02',
    [],
    [
      ['engagé après la fin', breaks('PER-02', 'commitment', after)],
      ['service fait après la fin', breaks('PER-02', 'serviceCertified', after)],
      ['payé après la fin', breaks('PER-02', 'payment', after)],
    ],
  ),
  ...plants(
    'PER-03',
    ['ceilings', 'years'],
    [
      ['engagé l’année d’avant', otherYear('commitment')],
      ['payé l’année d’avant', otherYear('payment')],
      [
        'engagé par anticipation, trop tôt',
        inAdvance(10, (world, commit) => world.expectRow('PER-03', 'error', commit, 'commitmentDate')),
      ],
      ['engagé par anticipation en mars, pour des crédits qui ne sont pas ceux de l’année suivante', namedAdvance(3)],
      [
        'engagé par anticipation, pour un service d’avant l’année',
        inAdvance(12, (world, commit) => {
          commit.serviceDate = dateCell(civilDate(world.convention.creditYear - 1, 12, 28) ?? world.asOf);
          world.expectRow('PER-03', 'error', commit, 'serviceDate');
        }),
      ],
      [
        'engagé par anticipation, au-delà du quart',
        inAdvance(12, (world, commit) => world.expectRow('PER-03', 'error', commit, 'ae'), true),
      ],
    ],
  ),
  ...plants(
    'PER-04',
    ['closing'],
    [
      ['engagé après la date limite', afterClosing('commitment')],
      ['service fait après la date limite', afterClosing('serviceCertified')],
      ['payé après la date limite', afterClosing('payment')],
    ],
  ),
  ...plants(
    'PER-05',
    [],
    [
      [
        'service fait avant l’engagement',
        changed('PER-05', 'error', ({ pay, days }) => set(pay, 'serviceDate', addDays(days.committed, -5))),
      ],
      [
        'facture reçue après le paiement',
        changed('PER-05', 'error', ({ pay, days }) => set(pay, 'receiptDate', addDays(days.paid, 3))),
      ],
      [
        'engagé le lendemain du service fait',
        changed('PER-05', 'error', ({ commit, pay, days }) => {
          commit.commitmentDate = dateCell(addDays(days.served, 1));
          return [pay, 'serviceDate'];
        }),
      ],
      [
        'service fait avant l’engagement, sur une seule ligne',
        changed('PER-05', 'error', ({ commit, pay, days }, world) => {
          const row = {
            ...pay,
            ...commit,
            ejNumber: world.newEj(),
            operation: 'EJ',
            dpNumber: world.newDp(),
            label: world.newLabel(),
            cp: commit.ae ?? null,
          };
          return set(world.insert(row), 'serviceDate', addDays(days.committed, -3));
        }),
      ],
    ],
  ),
  ...plants(
    'PER-06',
    [],
    [
      [
        'payé plus de trente jours après la facture',
        changed('PER-06', 'error', ({ pay, days }) => set(pay, 'paymentDate', addDays(later(days), 31))),
      ],
      [
        'payé tard, sans date de facture : un doute',
        changed('PER-06', 'warning', ({ pay, days }) => {
          pay.receiptDate = null;
          return set(pay, 'paymentDate', addDays(days.served, 34));
        }),
      ],
      [
        'facture arrivée avant le service, payé tard après lui',
        changed('PER-06', 'error', ({ pay, days }) => {
          pay.receiptDate = dateCell(addDays(days.served, -8));
          return set(pay, 'paymentDate', addDays(days.served, 40));
        }),
      ],
    ],
  ),
  ...plants(
    'PER-07',
    [],
    [
      [
        'commandé après la fin du marché',
        changed('PER-07', 'error', ({ commit, days }) => {
          commit.contractEnd = dateCell(addDays(days.committed, -1));
          return [commit, 'commitmentDate'];
        }),
      ],
      [
        'service fait après la fin du marché : un doute',
        changed('PER-07', 'warning', ({ pay, days }) => {
          pay.contractEnd = dateCell(addDays(days.served, -1));
          return [pay, 'serviceDate'];
        }),
      ],
      [
        'commandé et servi après la fin du marché : signalé une fois',
        changed('PER-07', 'error', ({ commit, days }) => {
          Object.assign(commit, {
            contractEnd: dateCell(addDays(days.committed, -30)),
            serviceDate: dateCell(days.served),
          });
          return [commit, 'commitmentDate'];
        }),
      ],
    ],
  ),
  ...plants(
    'PER-08',
    ['termination'],
    [
      ['une résiliation reçue trop tard pour son préavis', notice('received')],
      ['une résiliation envoyée trop tard', notice('sent')],
      ['envoyée et reçue trop tard : la réception compte', notice('both')],
    ],
  ),
  ...plants(
    'PER-09',
    ['termination', 'closing'],
    [
      ['engagé le lendemain de la fin du préavis', afterTermination('receivedOn')],
      ['engagé après un préavis dont seul l’envoi est connu : un doute', afterTermination('sentOn')],
      ['un projet daté d’après la fin du préavis', afterTermination('receivedOn', 'Projet')],
    ],
  ),
];
