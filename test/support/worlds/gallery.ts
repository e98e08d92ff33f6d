/**
 * The gallery: for each rule, the smallest world that breaks it and nothing else, under the 2023 convention. The same
 * at every build.
 */
import type { Finding, RuleCode } from '../../../src/domain/controls/findings/finding';
import { ruleCodes } from '../../../src/messages/describe-finding';
import { AE_SOURCE, CP_SOURCE, extractText } from './chorus';
import { check, expectedOf, type Checked, type Told } from './check';
import { cleanWorld } from './clean';
import { fileOf } from './gallery-file';
import { plantsOf } from './plants';
import type { Plant } from './plants/plant';
import type { World } from './world';

/** The rules, by family and by number. */
export const GALLERY_RULES: readonly RuleCode[] = [...ruleCodes()].sort();

export interface Exhibit {
  readonly rule: RuleCode;
  readonly plant: Plant;
  /** The other ways to make the same fault. */
  readonly otherWays: readonly string[];
  readonly world: World;
  readonly checked: Checked;
  readonly expected: readonly Told[];
  readonly findings: readonly Finding[];
}

const SEED = 2023;
const ROWS = 4;

const made = new Map<RuleCode, Exhibit>();

/** The exhibit of a rule: its first way that the 2023 convention gives room for. Made once; nobody changes it. */
export function exhibitOf(rule: RuleCode): Exhibit {
  const known = made.get(rule);
  if (known) return known;
  const exhibit = makeExhibit(rule);
  made.set(rule, exhibit);
  return exhibit;
}

function makeExhibit(rule: RuleCode): Exhibit {
  for (const plant of plantsOf(rule)) {
    const world = cleanWorld(SEED, ROWS, 'dgefp-dge-2023');
    world.isTable = true;
    if (plant.make(world) === false) continue;
    const checked = check(world);
    const otherWays = plantsOf(rule)
      .filter((other) => other !== plant)
      .map(({ how }) => how);
    return { rule, plant, otherWays, world, checked, expected: expectedOf(world, checked), findings: checked.findings };
  }
  throw new Error(`${rule}: no way to break it in the 2023 convention`);
}

/** The files of an exhibit: `IMP-04.xlsx`, and the extracts where there are any. */
export function filesOf({ rule, world }: Exhibit): ReadonlyMap<string, Uint8Array | string> {
  const files = new Map<string, Uint8Array | string>([[`${rule}.xlsx`, fileOf(world)]]);
  if (world.chorus !== null) {
    files.set(`${rule} ${AE_SOURCE}`, extractText(world, 'AE'));
    files.set(`${rule} ${CP_SOURCE}`, extractText(world, 'CP'));
  }
  return files;
}
