/** Writes the values of a finding in one language, about one convention. */
import type { CivilDate } from '../domain/calendar/civil-date';
import type { Convention } from '../domain/envelopes/convention';
import type { LedgerField } from '../domain/envelopes/ledger';
import type { Nature } from '../domain/money/nature';
import { shownDp } from '../domain/reconciliation/amounts';
import { articleOf, type Citation } from './articles';
import { COMMON as ENGLISH } from './en/common';
import { formatAmount, formatCount, formatDate, formatShare } from './format';
import { COMMON as FRENCH } from './fr/common';
import { fieldLabel } from './labels';
import type { Language } from './language';
import { shorten } from './typography';

const COMMON: Readonly<Record<Language, typeof FRENCH>> = { fr: FRENCH, en: ENGLISH };

type Form = keyof typeof FRENCH.forms;
/** Net amounts by code, in cents. */
type Shares = readonly { readonly code: string; readonly cents: number }[];

/** A value found or expected; amounts in cents. */
export type Value =
  /** As a cell shows it; empty for an empty cell. */
  | { readonly text: string }
  | { readonly amount: number }
  /** What is read of several amounts, and how many of them cannot be. */
  | { readonly read: number; readonly unreadable: number }
  | { readonly atMost: number }
  | { readonly date: CivilDate }
  | { readonly from: CivilDate }
  | { readonly until: CivilDate }
  /** The code of an envelope, shown by its label. */
  | { readonly envelope: string }
  /** One of several codes or quoted names; their form where there is none. */
  | { readonly codes: readonly string[]; readonly form: Form }
  | { readonly names: readonly string[]; readonly form: Form }
  | { readonly shares: Shares };

export class Formatter {
  private readonly common: typeof FRENCH;

  constructor(
    private readonly convention: Convention,
    private readonly language: Language,
  ) {
    this.common = COMMON[language];
  }

  amount(cents: number): string {
    return formatAmount(cents, this.language);
  }

  /** `1 234,56 € d’AE`. */
  amountOf(nature: Nature, cents: number): string {
    return `${this.amount(cents)} ${this.common.ofNature[nature]}`;
  }

  date(date: CivilDate): string {
    return formatDate(date, this.language);
  }

  /** `2 montants illisibles`. */
  unreadable(count: number): string {
    return this.plural(count, ...this.common.unreadable);
  }

  /** ` au 12/03/2023`; empty for an undated row. */
  dated(preposition: string, date: CivilDate | null): string {
    return date === null ? '' : ` ${preposition} ${this.date(date)}`;
  }

  share(share: number): string {
    return formatShare(share, this.language);
  }

  count(count: number): string {
    return formatCount(count, this.language);
  }

  /** `1 ligne`, `2 lignes`, the number and its noun on one line. */
  plural(count: number, one: string, many: string): string {
    return `${this.count(count)}\u00a0${this.word(count, one, many)}`;
  }

  /** The form of a word that agrees with a number. */
  word(count: number, one: string, many: string): string {
    return this.common.isPlural(count) ? many : one;
  }

  field(field: LedgerField): string {
    return fieldLabel(field, this.language);
  }

  /** The content of a cell, shortened, between quotation marks. */
  quote(raw: string): string {
    return this.common.quoted(shorten(raw));
  }

  /** The label of an envelope, from its code. */
  envelope(code: string): string {
    return this.convention.envelopes.find((envelope) => envelope.code === code)?.label ?? code;
  }

  /** `a, b ou c`. */
  anyOf(values: readonly string[]): string {
    return listOf(values, this.common.or);
  }

  /** `a, b et c`. */
  allOf(values: readonly string[]): string {
    return listOf(values, this.common.and);
  }

  /** `DP 100241599 (EJ 1405886249)`, as far as the numbers are known. */
  operation({ nature, ej, ...one }: { readonly nature: Nature; readonly ej: string; readonly dp: string }): string {
    const dp = shownDp(one.dp);
    if (dp !== '') return ej === '' ? `DP\u00a0${dp}` : `DP\u00a0${dp} (EJ\u00a0${ej})`;
    return ej === '' ? this.common.withoutNumber[nature] : `EJ\u00a0${ej}`;
  }

  /** The only code, or each code with its amount. */
  shares(shares: Shares): string {
    const [only, ...others] = shares;
    const shown = (code: string): string => (code === '' ? this.common.emptyCell : code);
    if (only && others.length === 0) return shown(only.code);
    return shares.map(({ code, cents }) => `${shown(code)} (${this.amount(cents)})`).join(', ');
  }

  article(citation: Citation): string {
    return articleOf(this.convention, citation, this.language);
  }

  value(value: Value): string {
    const { emptyCell, atMost, from, until, forms } = this.common;
    if ('text' in value) return value.text === '' ? emptyCell : value.text;
    if ('amount' in value) return this.amount(value.amount);
    if ('read' in value)
      return this.allOf([...(value.read === 0 ? [] : [this.amount(value.read)]), this.unreadable(value.unreadable)]);
    if ('atMost' in value) return atMost(this.amount(value.atMost));
    if ('date' in value) return this.date(value.date);
    if ('from' in value) return from(this.date(value.from));
    if ('until' in value) return until(this.date(value.until));
    if ('envelope' in value) return this.envelope(value.envelope);
    if ('shares' in value) return this.shares(value.shares);
    const choices = 'codes' in value ? value.codes : value.names.map((name) => this.quote(name));
    return choices.length === 0 ? forms[value.form] : this.anyOf(choices);
  }
}

/** `a, b et c`, in the language. */
export function allOf(values: readonly string[], language: Language): string {
  return listOf(values, COMMON[language].and);
}

function listOf(values: readonly string[], lastSeparator: string): string {
  const last = values[values.length - 1] ?? '';
  return values.length < 2 ? last : values.slice(0, -1).join(', ') + lastSeparator + last;
}
