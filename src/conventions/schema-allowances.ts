/** The members of a convention file on fungibility, ceilings by programme or titre, and commitments in advance. */
import {
  NO_ALLOWANCES,
  type AdvanceBase,
  type AdvanceLimit,
  type Allowances,
  type CeilingPart,
  type Fungibility,
  type PartCeiling,
} from '../domain/envelopes/allowances/allowances';
import type { Nature } from '../domain/money/nature';
import { YEAR_BOUNDS } from '../workbook/convention/convention-bounds';
import { join, type JsonChecker, type JsonObject } from './json-checker';
import { ceilingsOf } from './schema-envelopes';

const NATURES: readonly [Nature, ...Nature[]] = ['AE', 'CP'];
const PARTS: readonly [CeilingPart, ...CeilingPart[]] = ['programme', 'titre'];
const BASES: readonly [AdvanceBase, ...AdvanceBase[]] = ['envelope', 'convention', 'currentYear'];

/** The members that `allowancesOf` reads. */
export const ALLOWANCE_MEMBERS = Object.keys(NO_ALLOWANCES) as readonly (keyof Allowances)[];

/** All are optional. */
export function allowancesOf(check: JsonChecker, of: JsonObject, creditYear: number): Allowances {
  return {
    fungibility: check.list(of.get('fungibility') ?? [], 'fungibility', (value, path) =>
      fungibilityOf(check, value, path),
    ),
    partCeilings: check.list(of.get('partCeilings') ?? [], 'partCeilings', (value, path) =>
      partCeilingOf(check, value, path, creditYear),
    ),
    advances: of.has('advances') ? advancesOf(check, of.get('advances'), 'advances') : NO_ALLOWANCES.advances,
    followsLineCp: check.flag(of.get('followsLineCp') ?? NO_ALLOWANCES.followsLineCp, 'followsLineCp'),
  };
}

const LIMITS = ['from', 'to', 'nature', 'share', 'amount'] as const;

/** One without any limit frees every transfer: it must be stated, `"from": null`, and is a fault with its article alone. */
function fungibilityOf(check: JsonChecker, value: unknown, path: string): Fungibility {
  const of = check.object(value, path, [], [...LIMITS, 'article']);
  if (!LIMITS.some((limit) => of.has(limit))) check.report(join(path, 'from'), 'valueMissing', '', '');
  const name = (member: string): string | null =>
    check.optional(of.get(member), join(path, member), (entry, place) => check.name(entry, place));
  return {
    from: name('from'),
    to: name('to'),
    nature: check.optional(of.get('nature'), join(path, 'nature'), (entry, place) => check.word(entry, place, NATURES)),
    share: check.optional(of.get('share'), join(path, 'share'), (entry, place) => check.share(entry, place)),
    amount: check.optional(of.get('amount'), join(path, 'amount'), (entry, place) => check.amount(entry, place)),
    article: check.text(of.get('article') ?? '', join(path, 'article')),
  };
}

function partCeilingOf(check: JsonChecker, value: unknown, path: string, creditYear: number): PartCeiling {
  const of = check.object(value, path, ['part', 'value', 'ceilings'], ['year', 'article']);
  return {
    part: check.word(of.get('part'), join(path, 'part'), PARTS),
    value: check.name(of.get('value'), join(path, 'value')),
    year: check.integer(of.get('year') ?? creditYear, join(path, 'year'), ...YEAR_BOUNDS),
    ceilings: ceilingsOf(check, of.get('ceilings'), join(path, 'ceilings')),
    article: check.text(of.get('article') ?? '', join(path, 'article')),
  };
}

/** `"share": null` follows none. */
function advancesOf(check: JsonChecker, value: unknown, path: string): AdvanceLimit {
  const of = check.object(value, path, ['share'], ['base']);
  return {
    share: check.optional(of.get('share'), join(path, 'share'), (entry, place) => check.share(entry, place)),
    base: check.word(of.get('base') ?? NO_ALLOWANCES.advances.base, join(path, 'base'), BASES),
  };
}
