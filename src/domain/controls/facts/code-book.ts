/**
 * The codes that a convention allows, and one verdict for each code cell of an imputation. One fault has one verdict:
 * the most specific. Rows share their imputation objects, so a verdict is computed once and remembered by identity.
 */
import type { Convention, ImputationRule, UnreadCode } from '../../envelopes/convention';
import type { LedgerField } from '../../envelopes/ledger';
import { codesOfUnread } from '../../imputation/code-cells';
import {
  type CodeReading,
  type Imputation,
  IMPUTATION_FIELDS,
  type ImputationField,
} from '../../imputation/imputation';
import {
  ANY_PROGRAMME,
  type KnownCode,
  knownCode,
  lacksLeadingZeros,
  matchesOf,
  matchesOnAxis,
  ownersOf,
  programmeOfRule,
  spelling,
} from './codes/known-codes';
import { findContradictions, programmedCode } from './codes/programmes';

/**
 * The fault of one code cell, or its dependence on a date. `rules` are those of the convention for it, whatever their
 * dates.
 */
export type CodeVerdict = { readonly field: ImputationField } & (
  | { readonly kind: 'absent'; readonly rules: readonly ImputationRule[] }
  | { readonly kind: 'cellError'; readonly raw: string }
  | {
      readonly kind: 'malformed' | 'damaged';
      readonly raw: string;
      readonly rules: readonly ImputationRule[];
    }
  | {
      readonly kind: 'foreign';
      readonly raw: string;
      readonly rules: readonly ImputationRule[];
      /** The other envelopes to which the convention gives it. */
      readonly owners: readonly string[];
    }
  /** The convention's code without its leading zero; `expected` restores it. */
  | { readonly kind: 'zeroLost'; readonly raw: string; readonly expected: string }
  | {
      readonly kind: 'contradiction';
      readonly raw: string;
      readonly programme: string;
      readonly expectedProgramme: string;
    }
  /** Right between some dates: `allowing` are the rules that give these dates. */
  | {
      readonly kind: 'dated';
      readonly raw: string;
      readonly rules: readonly ImputationRule[];
      readonly allowing: readonly ImputationRule[];
    }
);

/** A verdict of one kind. */
export type VerdictOf<K extends CodeVerdict['kind']> = Extract<CodeVerdict, { readonly kind: K }>;

const NOTHING_WRONG: readonly CodeVerdict[] = [];

/** The codes of one convention, for one table; make one per run of the controls. */
export class CodeBook {
  private readonly judged: readonly ImputationField[];
  private readonly known: ReadonlyMap<ImputationField, readonly KnownCode[]>;
  /** The codes of which the row cannot be read: right or wrong, DON-08 reports that nothing compares them. */
  private readonly unread: ReadonlyMap<ImputationField, readonly KnownCode[]>;
  /** Empty when the convention's codes may be of any programme. */
  private readonly programmes: ReadonlySet<string>;
  private readonly remembered = new Map<Imputation, readonly CodeVerdict[]>();

  /** `fields` are the columns of the team's table: a field without column is not judged. */
  constructor(convention: Convention, fields: ReadonlySet<LedgerField>) {
    this.judged = IMPUTATION_FIELDS.filter((field) => fields.has(field));
    this.known = new Map(
      IMPUTATION_FIELDS.map((field) => [
        field,
        convention.imputation.filter((rule) => rule.field === field).map(knownCode),
      ]),
    );
    const { unreadCodes = [] } = convention;
    this.unread = new Map(
      IMPUTATION_FIELDS.map((field) => {
        const ofField = unreadCodes.filter((code) => code.field === null || code.field === field);
        return [field, ofField.flatMap((code) => unreadForms(field, code))];
      }),
    );
    const programmes = [...this.known].flatMap(([field, known]) =>
      known.flatMap((code) => programmeOfRule(field, code)),
    );
    this.programmes = new Set(programmes.includes(ANY_PROGRAMME) ? [] : programmes);
  }

  /**
   * The faults of these codes on a row of that envelope (null: unknown, so any envelope's codes are accepted). An
   * imputation always comes with the same envelope, which its own second axis names.
   */
  verdictsOf(imputation: Imputation, envelope: string | null): readonly CodeVerdict[] {
    const remembered = this.remembered.get(imputation);
    if (remembered) return remembered;
    const verdicts = this.judge(imputation, envelope);
    this.remembered.set(imputation, verdicts);
    return verdicts;
  }

  /** True for a code of which the row of the convention cannot be read: DON-08 reports it there. */
  isOfUnreadCode(field: ImputationField, reading: CodeReading): boolean {
    if (reading.kind === 'absent' || reading.kind === 'cellError') return false;
    const unread = this.unread.get(field) ?? [];
    const canonical = 'canonical' in reading ? reading.canonical : null;
    const matches =
      field === 'ministerialAxis2'
        ? matchesOnAxis(unread, canonical ?? reading.raw)
        : matchesOf(unread, canonical, spelling(reading.raw));
    return matches.length > 0;
  }

  private judge(imputation: Imputation, envelope: string | null): readonly CodeVerdict[] {
    const verdicts = new Map<ImputationField, CodeVerdict>();
    const programmed = this.judged.flatMap((field) => {
      const known = this.knownFor(field, envelope);
      const ofAll = { unread: this.unread.get(field) ?? [], given: this.known.get(field) ?? [] };
      const verdict = judgeCell(field, imputation[field], known, ofAll);
      if (verdict) verdicts.set(field, verdict);
      return programmedCode(field, imputation[field], known.length > 0 && verdict?.kind !== 'foreign') ?? [];
    });
    for (const odd of findContradictions(programmed, this.programmes)) {
      const earlier = verdicts.get(odd.field);
      if (!earlier || earlier.kind === 'foreign') verdicts.set(odd.field, { kind: 'contradiction', ...odd });
    }
    return verdicts.size === 0 ? NOTHING_WRONG : this.judged.flatMap((field) => verdicts.get(field) ?? []);
  }

  private knownFor(field: ImputationField, envelope: string | null): readonly KnownCode[] {
    const all = this.known.get(field) ?? [];
    return envelope === null ? all : all.filter(({ rule }) => rule.envelope === null || rule.envelope === envelope);
  }
}

/** The codes that a row which cannot be read may give. */
function unreadForms(field: ImputationField, { unread: _, ...code }: UnreadCode): readonly KnownCode[] {
  return codesOfUnread(field, code).map((value) => knownCode({ ...code, field, value, aliases: [] }));
}

/** `unread` and `given` are the codes of all the envelopes. */
function judgeCell(
  field: ImputationField,
  reading: CodeReading,
  known: readonly KnownCode[],
  { unread, given }: { readonly unread: readonly KnownCode[]; readonly given: readonly KnownCode[] },
): CodeVerdict | null {
  if (reading.kind === 'cellError') return { kind: 'cellError', field, raw: reading.raw };
  if (field === 'ministerialAxis2') return datedOnAxis(reading, known); // it names the envelope: IMP-06 and IMP-07
  const rules = known.map(({ rule }) => rule);
  if (reading.kind === 'absent') return known.length > 0 ? { kind: 'absent', field, rules } : null;
  const { raw } = reading;
  if (reading.kind === 'damaged') return { kind: 'damaged', field, raw, rules };
  const canonical = reading.kind === 'malformed' ? null : reading.canonical;
  const matches = matchesOf(known, canonical, spelling(raw));
  const [first] = matches;
  if (!first) {
    if (matchesOf(unread, canonical, spelling(raw)).length > 0) return null;
    if (reading.kind === 'malformed') return { kind: 'malformed', field, raw, rules };
    if (known.length === 0) return null;
    return { kind: 'foreign', field, raw, rules, owners: ownersOf(given, canonical, spelling(raw)) };
  }
  if (
    (reading.kind === 'zeroLost' && !isStatedWithoutZero(first)) ||
    (!first.isPattern && first.canonical !== canonical && lacksLeadingZeros(spelling(raw), first.rule.value))
  ) {
    return { kind: 'zeroLost', field, raw, expected: first.isPattern ? (canonical ?? raw) : first.rule.value };
  }
  const allowing = matches.map(({ rule }) => rule);
  if (allowing.some((rule) => rule.from === null && rule.until === null)) return null;
  return { kind: 'dated', field, raw, rules, allowing };
}

/** A text of axe 2 that the convention gives between some dates; the names of the envelope hold at any date. */
function datedOnAxis(reading: CodeReading, known: readonly KnownCode[]): CodeVerdict | null {
  if (reading.kind !== 'code') return null;
  const allowing = matchesOnAxis(known, reading.canonical).map(({ rule }) => rule);
  if (allowing.length === 0 || allowing.some((rule) => rule.from === null && rule.until === null)) return null;
  const rules = known.map(({ rule }) => rule);
  return { kind: 'dated', field: 'ministerialAxis2', raw: reading.raw, rules, allowing };
}

/** The convention itself states the code without its leading zero: that spelling is right too. */
function isStatedWithoutZero({ isPattern, canonical, rule }: KnownCode): boolean {
  return !isPattern && spelling(rule.value).length < canonical.length;
}
