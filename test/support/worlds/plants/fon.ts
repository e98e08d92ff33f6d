/** Faults of movements between envelopes. */
import { addDays } from '../../../../src/domain/calendar/civil-date';
import type { Envelope, Movement } from '../../../../src/domain/envelopes/convention';
import { matchLine } from '../../../../src/domain/envelopes/names';
import { Euros } from '../../../../src/domain/money/euros';
import type { Nature } from '../../../../src/domain/money/nature';
import type { Row, World } from '../world';
import { plants, type Plant } from './plant';

/** Two envelopes that may give and receive. */
function pairOf(world: World, nature: Nature): readonly [Envelope, Envelope] | null {
  const [first, second] = world.envelopes.filter(({ ceilings }) => ceilings[nature] !== null);
  return first && second ? [second, first] : null;
}

function add(world: World, movement: Omit<Movement, 'index'>): number {
  const index = world.convention.movements.length;
  world.convention = { ...world.convention, movements: [...world.convention.movements, { ...movement, index }] };
  return index;
}

/** The empty fields of a movement that needs no consent. */
const ALONE = { reference: '', authorisedBy: '', authorisedOn: null } as const;

/** A right transfer of 50 €, with something changed. */
function transfer(
  rule: 'FON-01' | 'FON-02',
  column: string,
  change: (right: Omit<Movement, 'index'>) => Partial<Movement>,
  nature: Nature = 'AE',
): Plant['make'] {
  return (world) => {
    const pair = pairOf(world, nature);
    if (!pair) return false;
    const right = rightTransfer(world, pair, nature, 5_000);
    world.expectTable(rule, 'error', 'ENV_Mouvements', column, add(world, { ...right, ...change(right) }));
    return true;
  };
}

function rightTransfer(
  world: World,
  [from, to]: readonly [Envelope, Envelope],
  nature: Nature,
  cents: number,
): Omit<Movement, 'index'> {
  const date = addDays(world.firstDay, 20);
  const authorised = { reference: 'Note du 2 mai', authorisedBy: 'Bureau du budget', authorisedOn: addDays(date, -2) };
  return {
    type: 'transfer',
    date,
    from: from.code,
    to: to.code,
    nature,
    amount: Euros.fromCents(cents),
    ...authorised,
  };
}

/** A movement of the last day, of all that the envelope was given and a little more. */
function aboveAvailable(type: 'transfer' | 'freeze', nature: Nature): Plant['make'] {
  return (world) => {
    const pair = pairOf(world, nature);
    const from = pair?.[0] ?? null;
    if (!pair || !from) return false;
    const cents = Math.round((from.ceilings[nature]?.amount.cents ?? 0) * 1.01);
    const right = { ...rightTransfer(world, pair, nature, cents), date: world.asOf };
    const index = add(world, type === 'transfer' ? right : { ...right, type, to: null });
    world.expectTable(
      'FON-03',
      from.ceilings[nature]?.mode === 'warning' ? 'warning' : 'error',
      'ENV_Mouvements',
      'Montant',
      index,
    );
    return true;
  };
}

/** The payment moves to the other envelope and its poste stays: the poste shows it, and EJ-05 does not repeat it. */
function leftBehind(world: World): boolean {
  const [own, other] = world.payingEnvelopes;
  if (!own || !other) return false;
  const line = own.lines.find(({ label }) => matchLine(other, label).kind === 'none');
  if (!line) return false;
  const { commit, pay } = world.order(own);
  for (const row of [commit, pay]) row.budgetLine = line.label;
  Object.assign(pay, world.codes(other));
  world.expectRow('FON-04', 'error', pay, 'budgetLine');
  return true;
}

function disguised(on: (world: World, envelope: Envelope) => Row, aliases = false): Plant['make'] {
  return (world) => {
    const [own, other] = world.payingEnvelopes;
    if (!own || !other) return false;
    const names = other.lines
      .flatMap((line) => (aliases ? line.aliases : [line.label]))
      .filter((name) => matchLine(own, name).kind === 'none');
    if (names.length === 0) return false;
    const row = on(world, own);
    row.budgetLine = world.random.pick(names);
    world.expectRow('FON-04', 'error', row, 'budgetLine');
    return true;
  };
}

export const FON_PLANTS: readonly Plant[] = [
  ...plants(
    'FON-01',
    [],
    [
      [
        'un redéploiement d’AE que personne n’a autorisé',
        transfer('FON-01', 'Autorisé par', () => ({ authorisedBy: '', authorisedOn: null, reference: '' })),
      ],
      [
        'la même chose, avec une référence',
        transfer('FON-01', 'Autorisé par', () => ({ authorisedBy: '', authorisedOn: null })),
      ],
      [
        'un redéploiement de CP que personne n’a autorisé',
        transfer('FON-01', 'Autorisé par', () => ({ authorisedBy: ' ', authorisedOn: null }), 'CP'),
      ],
    ],
  ),
  ...plants(
    'FON-02',
    [],
    [
      ['une autorisation sans référence', transfer('FON-02', 'Référence', () => ({ reference: '' }))],
      ['une autorisation sans date', transfer('FON-02', "Date d'autorisation", () => ({ authorisedOn: null }))],
      ['une autorisation sans auteur', transfer('FON-02', 'Autorisé par', () => ({ authorisedBy: '' }))],
      [
        'une autorisation après le redéploiement',
        transfer('FON-02', "Date d'autorisation", ({ date }) => ({ authorisedOn: date && addDays(date, 4) })),
      ],
      ['un redéploiement de CP sans date', transfer('FON-02', 'Date', () => ({ date: null }), 'CP')],
      ['un redéploiement vers l’enveloppe même', transfer('FON-02', 'Vers', ({ from }) => ({ to: from }))],
      [
        'un avenant sans date',
        transfer('FON-02', 'Date', () => ({ ...ALONE, type: 'amendment', date: null, from: null })),
      ],
      [
        'un report sans enveloppe',
        transfer('FON-02', 'Vers', () => ({ ...ALONE, type: 'carryOver', from: null, to: null }), 'CP'),
      ],
      ['un gel sans date', transfer('FON-02', 'Date', () => ({ ...ALONE, type: 'freeze', date: null, to: null }))],
    ],
  ),
  ...plants(
    'FON-03',
    ['ceilings', 'closing'],
    [
      ['un redéploiement d’AE au-dessus de ce qui reste', aboveAvailable('transfer', 'AE')],
      ['un redéploiement de CP au-dessus de ce qui reste', aboveAvailable('transfer', 'CP')],
      ['un gel d’AE au-dessus de ce qui reste', aboveAvailable('freeze', 'AE')],
    ],
  ),
  ...plants(
    'FON-04',
    [],
    [
      ['un engagement sur le poste d’une autre enveloppe', disguised((world, own) => world.order(own).commit)],
      ['un paiement sur le poste d’une autre enveloppe', disguised((world, own) => world.order(own).pay)],
      ['la même chose, le poste nommé par un alias', disguised((world, own) => world.order(own).commit, true)],
      ['un paiement passé sur l’autre enveloppe, son poste resté', leftBehind],
    ],
  ),
];
