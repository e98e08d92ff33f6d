/** The shape of the words of a finding, and what the sentences of both languages are made with. */
import type { CivilDate } from '../domain/calendar/civil-date';
import type { FindingOf, RuleCode } from '../domain/controls/findings/finding';
import type { Convention } from '../domain/envelopes/convention';
import type { Clause } from '../domain/envelopes/terms';
import type { LedgerField } from '../domain/envelopes/ledger';
import { IMPUTATION_FIELDS } from '../domain/imputation/imputation';
import { articleOf } from './articles';
import { formatAmount, formatCount, formatDate, formatShare } from './format';
import { fieldLabel } from './labels';
import type { Language } from './language';
import { shorten } from './typography';

/** What is said of a finding. `problem` is a whole sentence; `action` too; the others are read after a colon. */
export interface Words {
  readonly problem: string;
  readonly found: string;
  readonly expected: string;
  readonly article: string;
  readonly action: string;
}

/** One entry for each rule: a new rule without its words does not compile. */
export type FindingWords = { readonly [C in RuleCode]: (details: FindingOf<C>['details'], say: Speaker) => Words };

/** The rules whose code begins so: `RulesOf<'IMP'>`. */
export type RulesOf<F extends string> = Extract<RuleCode, `${F}-${string}`>;

/** Titles and sentences of one family of rules; a rule left out does not compile. */
export interface FamilyWords<F extends string> {
  readonly titles: Readonly<Record<RulesOf<F>, string>>;
  readonly words: Pick<FindingWords, RulesOf<F>>;
}

/** What every finding on a ceiling says; cents. */
export type AboveCeiling = FindingOf<'PLA-01' | 'PLA-02' | 'PLA-03' | 'PLA-04'>['details'];

/** Says values in one language, about one convention. */
export class Speaker {
  constructor(
    private readonly convention: Convention,
    private readonly language: Language,
  ) {}

  amount(cents: number): string {
    return formatAmount(cents, this.language);
  }

  date(date: CivilDate): string {
    return formatDate(date, this.language);
  }

  /** ` au 12/03/2023`, or nothing for an undated row. */
  dated(preposition: string, date: CivilDate | null): string {
    return date === null ? '' : ` ${preposition} ${this.date(date)}`;
  }

  share(share: number): string {
    return formatShare(share, this.language);
  }

  count(count: number): string {
    return formatCount(count, this.language);
  }

  field(field: LedgerField): string {
    return fieldLabel(field, this.language);
  }

  /** What a cell shows, between the quotation marks of the language. */
  quote(raw: string): string {
    const text = shorten(raw);
    return this.language === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`;
  }

  /** The label of an envelope, from its code. */
  envelope(code: string): string {
    return this.convention.envelopes.find((envelope) => envelope.code === code)?.label ?? code;
  }

  /** `a, b ou c`; what stands when there is none. */
  anyOf(values: readonly string[], none: string): string {
    if (values.length === 0) return none;
    const last = values[values.length - 1] ?? '';
    const or = this.language === 'fr' ? ' ou ' : ' or ';
    return values.length === 1 ? last : values.slice(0, -1).join(', ') + or + last;
  }

  article(clause: Clause, envelope?: string): string {
    return articleOf(this.convention, clause, this.language, envelope);
  }
}

/** True for the column of a Chorus code. */
export function isCode(field: LedgerField): boolean {
  return IMPUTATION_FIELDS.some((code) => code === field);
}
