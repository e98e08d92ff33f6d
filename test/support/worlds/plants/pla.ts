/**
 * Faults of ceilings. The clean world leaves 88 % of each free, so that one row decides what is reached; it is dated on
 * the last day.
 */
import { addDays } from '../../../../src/domain/calendar/civil-date';
import type { BudgetLine, CeilingMode, Envelope } from '../../../../src/domain/envelopes/convention';
import { lineCents } from '../../../../src/domain/envelopes/ceilings';
import { Euros } from '../../../../src/domain/money/euros';
import type { Severity } from '../../../../src/domain/controls/findings/finding';
import { withEnvelope, withLine } from '../conventions';
import type { Row, World } from '../world';
import { plants, type Plant } from './plant';

const SEVERITIES: Readonly<Record<CeilingMode, Severity>> = {
  blocking: 'error',
  warning: 'warning',
  information: 'info',
};

/** A commitment of the last day, or some days before it, without poste. */
export function commitLate(
  world: World,
  envelope: Envelope,
  cents: number,
  line: string | null = null,
  before = 0,
): Row {
  return world.insert(world.commitment(envelope, Math.round(cents), line, addDays(world.asOf, -before)));
}

/** A payment of the last day on it, or some days before. */
function payLate(world: World, commit: Row, envelope: Envelope, cents: number, before = 0): Row {
  const day = addDays(world.asOf, -before);
  return world.insert(world.payment(commit, envelope, Math.round(cents), { served: day, received: day, paid: day }));
}

function ceilingOf({ ceilings }: Envelope, nature: 'AE' | 'CP'): number {
  return ceilings[nature]?.amount.cents ?? 0;
}

/** An envelope that may be exhausted without the whole convention. */
function exhaustible(world: World): Envelope | null {
  return world.convention.envelopes.length > 1 ? world.smallest : null;
}

function setMode(world: World, envelope: Envelope, mode: CeilingMode): void {
  world.convention = withEnvelope(world.convention, envelope.code, (one) => ({
    ...one,
    ceilings: {
      AE: one.ceilings.AE && { ...one.ceilings.AE, mode },
      CP: one.ceilings.CP && { ...one.ceilings.CP, mode },
    },
  }));
}

function exceedAe(mode: CeilingMode, then = false): Plant['make'] {
  return (world) => {
    const envelope = exhaustible(world);
    if (!envelope) return false;
    setMode(world, envelope, mode);
    const commit = commitLate(world, envelope, ceilingOf(envelope, 'AE') * 1.01, null, then ? 1 : 0);
    world.expectRow('PLA-01', SEVERITIES[mode], commit, 'ae');
    if (!then) return true;
    const later = world.commitment(envelope, 5_000, null, world.asOf);
    world.expectRow('PLA-01', SEVERITIES[mode], world.insert(later, commit), 'ae');
    return true;
  };
}

/** Most of the CP are frozen on the first day, then a payment goes above what is left: the AE are not at stake. */
function exceedCp(mode: CeilingMode, then = false): Plant['make'] {
  return (world) => {
    const envelope = exhaustible(world);
    if (!envelope) return false;
    setMode(world, envelope, mode);
    const { movements } = world.convention;
    const frozen = Euros.fromCents(Math.round(ceilingOf(envelope, 'CP') * 0.6));
    const freeze = {
      index: movements.length,
      type: 'freeze',
      date: world.firstDay,
      from: envelope.code,
      to: null,
      nature: 'CP',
      amount: frozen,
    } as const;
    world.convention = {
      ...world.convention,
      movements: [...movements, { ...freeze, reference: 'Gel n° 1', authorisedBy: '', authorisedOn: null }],
    };
    const cents = ceilingOf(envelope, 'CP') * 0.42;
    const before = then ? 1 : 0;
    const commit = commitLate(world, envelope, cents + 5_000, null, before);
    const pay = payLate(world, commit, envelope, cents, before);
    world.expectRow('PLA-02', SEVERITIES[mode], pay, 'cp');
    if (!then) return true;
    const day = world.asOf;
    const later = world.payment(commit, envelope, 5_000, { served: day, received: day, paid: day });
    world.expectRow('PLA-02', SEVERITIES[mode], world.insert(later, pay), 'cp');
    return true;
  };
}

/** The smallest envelope has no ceiling of its own any more: only the whole convention is exceeded. */
function exceedWhole(mode: CeilingMode, withCp = false): Plant['make'] {
  return (world) => {
    const envelope = world.smallest;
    const { AE, CP } = world.convention.ceilings;
    if (!envelope || !AE || !CP) return false;
    // The movements of the envelope go: not one in which another fault is planted.
    if (world.expected.some(({ place }) => place.kind === 'table' && place.table === 'ENV_Mouvements')) return false;
    world.convention = withEnvelope(world.convention, envelope.code, (one) => ({
      ...one,
      ceilings: { AE: null, CP: null },
    }));
    const { code, label } = envelope;
    const movements = world.convention.movements.filter(
      ({ from, to }) => ![from, to].some((one) => one === code || one === label),
    );
    world.convention = { ...world.convention, movements, ceilings: { AE: { ...AE, mode }, CP: { ...CP, mode } } };
    const most = Math.max(AE.amount.cents, CP.amount.cents) * 1.01;
    const commit = commitLate(world, envelope, most);
    if (world.convention.envelopes.some(({ ceilings }) => ceilings.AE !== null))
      world.expectTable('ANX-02', 'warning', 'ENV_Enveloppes', 'AE', code);
    world.expectRow('PLA-03', SEVERITIES[mode], commit, 'ae');
    if (withCp) world.expectRow('PLA-03', SEVERITIES[mode], payLate(world, commit, envelope, most), 'cp');
    return true;
  };
}

/** Its own ceilings in a mode; the CP of an annex that gives none are stated apart, for the control to judge them. */
function ceilingsInMode(line: BudgetLine, nature: 'AE' | 'CP', mode: CeilingMode): BudgetLine['ceilings'] {
  const { ceilings, delegated } = line;
  if (ceilings === null) {
    if (nature === 'AE') return null;
    return { AE: { amount: delegated, mode }, CP: { amount: Euros.fromCents<'CP'>(delegated.cents), mode } };
  }
  return { AE: ceilings.AE && { ...ceilings.AE, mode }, CP: ceilings.CP && { ...ceilings.CP, mode } };
}

/** The poste that weighs least in its envelope, unless it is watched by thresholds. */
function exceedLine(mode: CeilingMode, nature: 'AE' | 'CP'): Plant['make'] {
  return (world) => {
    const all = world.envelopes.flatMap((envelope) => envelope.lines.map((line) => ({ envelope, line })));
    const isLight = (envelope: Envelope, cents: number): boolean => cents < 0.5 * ceilingOf(envelope, 'AE');
    const bounded = all.filter(({ line }) => line.thresholds === null && lineCents(line, nature) !== null);
    const light = bounded.filter(({ envelope, line }) => isLight(envelope, line.delegated.cents));
    if (light.length === 0) return false;
    const { envelope, line } = world.random.pick(light);
    world.convention = withLine(world.convention, line, (one) => ({
      ...one,
      mode,
      ceilings: ceilingsInMode(one, nature, mode),
    }));
    const cents = (lineCents(line, nature) ?? 0) * 1.01;
    const commit = commitLate(world, envelope, cents, nature === 'AE' ? line.label : null);
    if (nature === 'AE') world.expectRow('PLA-04', SEVERITIES[mode], commit, 'ae');
    else
      world.expectRow(
        'PLA-04',
        SEVERITIES[mode],
        Object.assign(payLate(world, commit, envelope, cents), { budgetLine: line.label }),
        'cp',
      );
    return true;
  };
}

/** The earlier EJ are paid above the part of the CP given for them. */
function exceedRap(position: number, then = false): Plant['make'] {
  return (world) => {
    const owner = world.convention.envelopes.find(({ openingRap, lines }) => openingRap.cents > 0 && lines.length > 0);
    const entry = world.convention.rap[position];
    if (!owner || !entry) return false;
    const day = world.asOf;
    const days = { served: day, received: day, paid: day };
    const first = addDays(day, then ? -1 : 0);
    const firstDays = { served: first, received: first, paid: first };
    const pay = world.insert(world.payment({ ejNumber: entry.ej }, owner, owner.openingRap.cents, firstDays));
    world.expectRow('PLA-05', 'error', pay, 'cp');
    if (then)
      world.expectRow(
        'PLA-05',
        'error',
        world.insert(world.payment({ ejNumber: entry.ej }, owner, 5_000, days), pay),
        'cp',
      );
    return true;
  };
}

function reach(natures: readonly ('ae' | 'cp')[], steps: readonly (readonly [number, Severity])[]): Plant['make'] {
  return (world) => {
    const envelope = world.smallest;
    if (!envelope) return false;
    const isPaid = natures.includes('cp');
    const ceiling = isPaid ? Math.min(ceilingOf(envelope, 'AE'), ceilingOf(envelope, 'CP')) : ceilingOf(envelope, 'AE');
    if (isPaid && ceilingOf(envelope, 'AE') !== ceilingOf(envelope, 'CP')) return false;
    let last: Row | undefined;
    for (const [at, [share, severity]] of steps.entries()) {
      const day = addDays(world.asOf, at + 1 - steps.length);
      const commit = world.insert(world.commitment(envelope, Math.round(ceiling * share), null, day), last);
      last = commit;
      world.expectRow('PLA-06', severity, commit, 'ae');
      if (isPaid) world.expectRow('PLA-06', severity, payLate(world, commit, envelope, ceiling * share), 'cp');
    }
    return true;
  };
}

/** The credits do not suffice, and the register holds no notice. */
function withoutNotice(make: (world: World, envelope: Envelope) => Severity): Plant['make'] {
  return (world) => {
    const { duties } = world.convention;
    const position = duties.findIndex(({ type }) => type === 'insufficiency');
    const envelope = exhaustible(world);
    if (position < 0 || !envelope) return false;
    world.convention = {
      ...world.convention,
      duties: duties.map((duty, index) => (index === position ? { ...duty, doneOn: null } : duty)),
    };
    world.expectTable('DEL-03', make(world, envelope), 'ENV_Obligations', 'Fait le', position);
    return true;
  };
}

/** A commitment that is not signed yet, above what is left. */
function projectAbove(world: World, envelope: Envelope): Severity {
  const commit = commitLate(world, envelope, ceilingOf(envelope, 'AE') * 1.01);
  Object.assign(commit, { operation: 'EJ', status: 'Projet', ejNumber: null, ejLine: null, commitmentDate: null });
  return 'warning';
}

/** A service certified on an earlier EJ, not paid yet, above the CP left. */
function certifiedAbove(world: World, envelope: Envelope): Severity {
  const cents = Math.round(ceilingOf(envelope, 'CP') * 1.01);
  const [ej, day] = [world.newEj(), addDays(world.asOf, -10)];
  world.convention = {
    ...world.convention,
    rap: [...world.convention.rap, { ej, amount: Euros.fromCents<'CP'>(cents) }],
  };
  const pay = world.insert(world.payment({ ejNumber: ej }, envelope, cents, { served: day, received: day, paid: day }));
  Object.assign(pay, { status: 'Service fait', paymentDate: null, dpNumber: null });
  // the list states more than « dont RAP »
  const [owner, ...others] = world.convention.envelopes.filter(({ openingRap }) => openingRap.cents > 0);
  const { code } = owner && others.length === 0 ? owner : envelope;
  world.expectTable('RAP-01', 'warning', 'ENV_Enveloppes', 'dont RAP', code);
  return 'warning';
}

function committedAbove(world: World, envelope: Envelope): Severity {
  world.expectRow('PLA-01', 'error', commitLate(world, envelope, ceilingOf(envelope, 'AE') * 1.01), 'ae');
  return 'error';
}

export const PLA_PLANTS: readonly Plant[] = [
  ...plants(
    'PLA-01',
    ['ceilings', 'closing'],
    [
      ['un engagement au-dessus des AE de l’enveloppe', exceedAe('blocking')],
      ['la même chose, sur un plafond d’alerte', exceedAe('warning')],
      ['un engagement qui dépasse, puis un autre qui ajoute au dépassement', exceedAe('blocking', true)],
      ['la même chose, sur un plafond d’information', exceedAe('information')],
    ],
  ),
  ...plants(
    'PLA-02',
    ['ceilings', 'closing'],
    [
      ['un paiement au-dessus des CP laissés par un gel', exceedCp('blocking')],
      ['la même chose, sur un plafond d’alerte', exceedCp('warning')],
      ['un paiement qui dépasse, puis un autre qui ajoute au dépassement', exceedCp('blocking', true)],
    ],
  ),
  ...plants(
    'PLA-03',
    ['ceilings', 'closing'],
    [
      ['un engagement au-dessus des AE de toute la convention', exceedWhole('blocking')],
      ['un engagement et son paiement au-dessus des deux', exceedWhole('blocking', true)],
      ['la même chose, sur un plafond d’alerte', exceedWhole('warning')],
    ],
  ),
  ...plants(
    'PLA-04',
    ['ceilings', 'closing'],
    [
      ['un engagement au-dessus de son poste', exceedLine('warning', 'AE')],
      ['un paiement au-dessus de son poste', exceedLine('warning', 'CP')],
      ['un poste bloquant d’après la convention', exceedLine('blocking', 'AE')],
      ['un poste donné pour information', exceedLine('information', 'AE')],
    ],
  ),
  ...plants(
    'PLA-05',
    ['ceilings', 'closing'],
    [
      ['un EJ antérieur payé au-delà de la part des RAP', exceedRap(0)],
      ['un autre EJ antérieur', exceedRap(1)],
      ['un paiement qui dépasse, puis un autre qui ajoute au dépassement', exceedRap(0, true)],
    ],
  ),
  ...plants(
    'PLA-06',
    ['ceilings', 'closing'],
    [
      ['un engagement qui atteint 70 %', reach(['ae'], [[0.705, 'info']])],
      ['un engagement qui atteint 85 %', reach(['ae'], [[0.86, 'warning']])],
      [
        '70 %, puis 85 %',
        reach(
          ['ae'],
          [
            [0.705, 'info'],
            [0.148, 'warning'],
          ],
        ),
      ],
      ['70 % en AE et en CP', reach(['ae', 'cp'], [[0.705, 'info']])],
    ],
  ),
  ...plants(
    'DEL-03',
    ['ceilings', 'closing', 'duties'],
    [['un projet que les crédits ne couvrent plus, sans avis au délégant', withoutNotice(projectAbove)]],
  ),
  ...plants(
    'DEL-03',
    ['ceilings', 'closing', 'duties', 'years'], // its earlier EJ is in the list of restes à payer
    [['un service fait que les CP ne couvrent plus, sans avis', withoutNotice(certifiedAbove)]],
  ),
  ...plants(
    'DEL-03',
    ['ceilings', 'closing', 'duties'],
    [['un plafond dépassé, sans avis', withoutNotice(committedAbove)]],
  ),
];
