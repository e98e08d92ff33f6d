/**
 * The codes of an amount in the form in which both sides compare: canonical, aliases of the convention resolved, axe
 * ministériel 2 as the envelope that it names (it is typed by hand in Chorus too). A filled code that is not recognised
 * is kept as typed; one whose digits are lost is treated as absent.
 */
import type { Assignment } from '../../envelopes/assignment';
import type { Convention } from '../../envelopes/convention';
import { envelopeFieldOf } from '../../envelopes/envelope-field';
import type { LedgerRow, RowKey } from '../../envelopes/ledger';
import { normaliseCode } from '../../imputation/chorus-codes';
import { type Imputation, IMPUTATION_FIELDS, type ImputationField } from '../../imputation/imputation';
import { comparable } from '../../text';
import { Belongings, type JudgedCodes } from './belonging';

/** Codes in the order of `IMPUTATION_FIELDS`; null where unknown. Amounts with the same codes share one object. */
export interface Codes {
  readonly values: readonly (string | null)[];
  /** In the same order, the text of a code that is filled and not recognised; null elsewhere. */
  readonly typed: readonly (string | null)[];
  /** The values as one text, to sort and to compare. */
  readonly text: string;
}

const ABSENT = { kind: 'absent' } as const;
/** A row with codes alone: a line of Chorus is charged to an envelope as a row is. */
const BLANK: Omit<LedgerRow, 'imputation'> = {
  key: 0 as RowKey,
  budgetLine: '',
  status: 'firm',
  operation: '',
  ej: ABSENT,
  ejLine: '',
  dpNumber: '',
  dpLine: '',
  supplier: '',
  label: '',
  commitmentDate: ABSENT,
  serviceDate: ABSENT,
  receiptDate: ABSENT,
  paymentDate: ABSENT,
  contractEnd: ABSENT,
  ae: ABSENT,
  cp: ABSENT,
};
const NO_CODES: Imputation = {
  programme: ABSENT,
  functionalDomain: ABSENT,
  financialCentre: ABSENT,
  activity: ABSENT,
  costCentre: ABSENT,
  ministerialAxis1: ABSENT,
  ministerialAxis2: ABSENT,
};
const NOTHING_TYPED: readonly null[] = IMPUTATION_FIELDS.map(() => null);
/** The position of axe ministériel 2 among the codes. */
export const AXIS = IMPUTATION_FIELDS.indexOf('ministerialAxis2');

/** Reads codes against one convention; each distinct tuple is one object. */
export class CodeReader {
  private readonly ofImputation = new Map<Imputation, Codes>();
  private readonly known = new Map<string, Codes>();
  /** By its letters without spaces nor case, the first form of a text that was typed. */
  private readonly typedTexts = new Map<string, string>();
  private readonly isByAxis: boolean;
  private readonly merged = new Map<Codes, Map<Codes, Codes>>();
  private readonly judgements = new Map<Codes, JudgedCodes>();
  private readonly aliases = new Map<string, string>();
  private readonly belongings: Belongings;

  constructor(
    convention: Convention,
    private readonly assign: (row: LedgerRow) => Assignment,
  ) {
    for (const { field, value, aliases } of convention.imputation) {
      for (const alias of aliases)
        this.aliases.set(`${field} ${normaliseCode(field, alias)}`, normaliseCode(field, value));
    }
    this.isByAxis = envelopeFieldOf(convention) === 'ministerialAxis2';
    this.belongings = new Belongings(convention, assign({ ...BLANK, imputation: NO_CODES }).kind !== 'assigned');
  }

  /** The codes of an imputation. */
  codesOf(imputation: Imputation): Codes {
    const known = this.ofImputation.get(imputation);
    if (known) return known;
    const values = IMPUTATION_FIELDS.map((field) =>
      field === 'ministerialAxis2' ? this.envelopeOf(imputation) : this.canonical(field, imputation),
    );
    const typed = IMPUTATION_FIELDS.map((field, at) => (values[at] === null ? this.typedIn(field, imputation) : null));
    const codes = this.codesFrom(values, typed);
    this.ofImputation.set(imputation, codes);
    return codes;
  }

  /** Codes whose unknown values are taken from others. */
  complete(codes: Codes, others: Codes): Codes {
    if (codes === others) return codes;
    let completed = this.merged.get(codes);
    if (!completed) this.merged.set(codes, (completed = new Map<Codes, Codes>()));
    let merged = completed.get(others);
    if (!merged)
      completed.set(
        others,
        (merged = this.codesFrom(
          codes.values.map((value, at) => value ?? (codes.typed[at] === null ? (others.values[at] ?? null) : null)),
          codes.typed,
        )),
      );
    return merged;
  }

  /** The codes without the text of those fields, which are never recognised. */
  without(codes: Codes, fields: readonly ImputationField[]): Codes {
    if (codes.typed === NOTHING_TYPED || fields.length === 0) return codes;
    return this.codesFrom(
      codes.values,
      codes.typed.map((text, at) => (fields.some((field) => IMPUTATION_FIELDS[at] === field) ? null : text)),
    );
  }

  /** The values on which several tuples agree. */
  common(several: readonly Codes[]): Codes {
    const [first, ...others] = several;
    if (!first || others.length === 0) return first ?? this.codesFrom(IMPUTATION_FIELDS.map(() => null));
    return this.codesFrom(
      first.values.map((value, at) => (others.every((codes) => codes.values[at] === value) ? value : null)),
    );
  }

  /** Whether codes are the convention's, and which are not. */
  judged(codes: Codes): JudgedCodes {
    let judgement = this.judgements.get(codes);
    if (!judgement) this.judgements.set(codes, (judgement = this.belongings.judge(codes.values)));
    return judgement;
  }

  private codesFrom(values: readonly (string | null)[], given: readonly (string | null)[] = NOTHING_TYPED): Codes {
    const typed = given.some((text) => text !== null) ? given : NOTHING_TYPED;
    const text = values.map((value) => value ?? '').join(' | ');
    const key = typed === NOTHING_TYPED ? text : [text, ...typed].join('\n');
    let codes = this.known.get(key);
    if (!codes) this.known.set(key, (codes = { values, typed, text }));
    return codes;
  }

  /** A code that is filled and not recognised, in the first form in which it was typed. */
  private typedIn(field: ImputationField, imputation: Imputation): string | null {
    const reading = imputation[field];
    if (reading.kind !== (field === 'ministerialAxis2' && this.isByAxis ? 'code' : 'malformed')) return null;
    const text = reading.raw.trim();
    const key = `${field} ${comparable(text).replaceAll(' ', '')}`;
    if (!this.typedTexts.has(key)) this.typedTexts.set(key, text);
    return this.typedTexts.get(key) ?? text;
  }

  private canonical(field: ImputationField, imputation: Imputation): string | null {
    const reading = imputation[field];
    const raw = reading.kind === 'absent' ? '' : normaliseCode(field, reading.raw);
    const alias = this.aliases.get(`${field} ${raw}`);
    if (alias !== undefined) return alias;
    return reading.kind === 'code' || reading.kind === 'zeroLost' ? reading.canonical : null;
  }

  private envelopeOf(imputation: Imputation): string | null {
    const assignment = this.assign({ ...BLANK, imputation });
    return assignment.kind === 'assigned' ? assignment.envelope.code : null;
  }
}

/** The envelope that codes name on axe 2; null when they name none that is known. */
export function envelopeOf(codes: Codes): string | null {
  return codes.values[AXIS] ?? null;
}

/** True when no code of one contradicts the other's. */
export function agree(one: Codes, other: Codes): boolean {
  return one === other || one.values.every((value, at) => (value ?? other.values[at]) === (other.values[at] ?? value));
}
