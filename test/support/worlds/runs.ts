/**
 * One run: the clean world of a seed, one to three faults of different rules, and what the product finds of them, to
 * the cell.
 */
import { KNOWN_CONVENTIONS } from '../../../src/conventions/index';
import type { RuleCode } from '../../../src/domain/controls/findings/finding';
import { check, expectedOf, type Told } from './check';
import { cleanWorld } from './clean';
import { PLANTS } from './plants';
import type { Plant } from './plants/plant';
import { Random } from './random';
import type { World } from './world';

export interface Run {
  readonly seed: number;
  readonly convention: string;
  readonly plants: readonly Plant[];
  readonly expected: readonly Told[];
  readonly found: readonly Told[];
  /** Expected and not found; found and not expected. */
  readonly missed: readonly Told[];
  readonly extra: readonly Told[];
}

const ROWS = 60;
const MOST_PLANTS = 3;

/**
 * Plants the faults of a seed and looks for them. The first fault goes round the catalogue, so that every one has its
 * turns.
 */
export function runOf(seed: number, only?: Plant): Run {
  const random = new Random(seed ^ 0x2f1e);
  const first = only ?? PLANTS[seed % PLANTS.length];
  if (!first) throw new Error('no plants');
  const wanted = only ? 1 : random.whole(1, MOST_PLANTS);
  const chosen = [first];
  for (let attempt = 0; attempt < 12 && chosen.length < wanted; attempt++) {
    const plant = random.pick(PLANTS);
    if (chosen.every((other) => goTogether(plant, other))) chosen.push(plant);
  }
  const world = cleanWorld(seed, random.whole(20, ROWS));
  const planted = [...chosen].sort((one, other) => rankOf(one) - rankOf(other)).filter((plant) => madeIn(world, plant));
  return planted.includes(first) ? judge(seed, world, planted) : runElsewhere(seed, first, random.whole(20, ROWS));
}

/** A fault for which the convention of the seed has no room is made alone, in the first convention that has some. */
function runElsewhere(seed: number, plant: Plant, rows: number): Run {
  for (const id of ['dgefp-dge-2023', ...KNOWN_CONVENTIONS]) {
    const world = cleanWorld(seed, rows, id);
    if (madeIn(world, plant)) return judge(seed, world, [plant]);
  }
  throw new Error(`${plant.rule}, ${plant.how}: possible in no convention`);
}

function judge(seed: number, world: World, plants: readonly Plant[]): Run {
  const checked = check(world);
  const expected = expectedOf(world, checked);
  const { told: found } = checked;
  return {
    seed,
    convention: world.convention.id,
    plants,
    expected,
    found,
    missed: without(expected, found),
    extra: without(found, expected),
  };
}

/** False, and nothing changed, when the world gives no room for it. */
function madeIn(world: World, plant: Plant): boolean {
  return plant.make(world) !== false;
}

function goTogether(one: Plant, other: Plant): boolean {
  const isAlone = [one, other].some(({ touches }) => touches.includes('columns'));
  const ofRows = [one, other].every(({ rule }) => !rule.startsWith('CHO') || other.rule === one.rule);
  if (isAlone || one.rule === other.rule || !ofRows) return false;
  return !one.touches.some((touch) => other.touches.includes(touch));
}

function rankOf({ rule, touches }: Plant): number {
  if (touches.includes('hidden')) return 2;
  return rule.startsWith('CHO') ? 1 : 0;
}

/** The first list minus the second, repetitions counted. */
function without(list: readonly Told[], other: readonly Told[]): readonly Told[] {
  const left = new Map<Told, number>();
  for (const told of other) left.set(told, (left.get(told) ?? 0) + 1);
  return list.filter((told) => {
    const count = left.get(told) ?? 0;
    left.set(told, count - 1);
    return count <= 0;
  });
}

/** A failing run, for a person. */
export function describeRun({ seed, convention, plants, missed, extra }: Run): string {
  const made = plants.map(({ rule, how }) => `${rule} (${how})`).join(' ; ');
  const told = [...missed.map((one) => `  missed ${one}`), ...extra.map((one) => `  extra  ${one}`)];
  return [`seed ${seed}, ${convention} : ${made}`, ...told, `  npm run bench -- faults --seed ${seed}`].join('\n');
}

/** The rule of a finding. */
export function ruleOfTold(told: Told): RuleCode {
  return told.slice(0, told.indexOf(' ')) as RuleCode;
}
