/**
 * The advice to the writer of a document before it is signed or sent. Data of a plan, shown with its preview and by the
 * command line; never a cell of the document.
 */
import type { CivilDate } from '../domain/calendar/civil-date';
import type { NamedPart } from '../domain/envelopes/allowances/allowances';
import type { Nature } from '../domain/money/nature';
import type { SheetUse } from './failure';
import type { AttachedKind, OtherUse } from './snapshot';

export type WriterAdvice =
  /** The cause, the terms and the reason are to be typed under the paragraphs. */
  | { readonly code: 'cause' }
  | { readonly code: 'notCalculable'; readonly figures: Nature | 'outstanding' }
  /** The figures do not justify the letter at that date. */
  | { readonly code: 'noLack' | 'noExcess' | 'nothingLeft'; readonly date: CivilDate }
  /** Amounts are exceeded, within what the convention tolerates or under a ceiling that does not block. */
  | { readonly code: 'notBlocking'; readonly date: CivilDate; readonly excesses: readonly Lack[] }
  /** Nothing of the credit year can be unspent before its first day. */
  | { readonly code: 'notBegun'; readonly year: number; readonly date: CivilDate }
  | { readonly code: 'noGiver' }
  /** A transfer that covers a lack, and that the convention allows without prior consent; cents. */
  | {
      readonly code: 'noConsent';
      readonly giver: string;
      readonly receiver: string;
      readonly nature: Nature;
      readonly cents: number;
      /** Empty when unknown. */
      readonly article: string;
    }
  /** Amounts that are lacking, which the letter does not ask for: no envelope can cover one alone, less what the letter asks of it. */
  | { readonly code: 'notAsked'; readonly lacks: readonly Lack[] }
  /** The ceiling of the whole convention is exceeded, which no transfer between its envelopes covers. */
  | { readonly code: 'wholeLacks'; readonly lacks: readonly Lack[] }
  /** The ceilings of programmes or titres are exceeded, or will be, which the letter does not ask to raise. */
  | { readonly code: 'partsLack'; readonly lacks: readonly Lack[] }
  /** Credits of a former year were exceeded, which the letter on the year of its date does not state. */
  | { readonly code: 'formerLacks'; readonly year: number; readonly lacks: readonly Lack[] }
  /** Programmes or titres whose figures are not calculable, which the letter leaves out. */
  | { readonly code: 'partsUnknown'; readonly parts: readonly (NamedPart & { readonly nature: Nature })[] }
  /** The letter refers to an earlier one, whose day the register of duties does not have. */
  | { readonly code: 'notInformed' }
  /** The register has no amendment that counts at that date. */
  | { readonly code: 'noAmendment' }
  /** Amendments of the same days, which the letter does not transmit; a blank reference for one without any. */
  | { readonly code: 'otherAmendments'; readonly dates: readonly CivilDate[]; readonly references: readonly string[] }
  /** The notice ends after the term. */
  | { readonly code: 'noEffect'; readonly notice: CivilDate; readonly end: CivilDate }
  | { readonly code: 'signatory' }
  /** Indicators without a value. */
  | { readonly code: 'indicators'; readonly count: number }
  /** Milestones whose envelope or days are not understood. */
  | { readonly code: 'milestones'; readonly count: number }
  | ({ readonly code: 'rowsMoved' } & MovedUse)
  | ({ readonly code: 'attachedStays' } & AttachedStays)
  | ({ readonly code: 'staysBeside' } & StaysBeside)
  | ({ readonly code: 'typedOver' } & TypedOver)
  /** Cells of a document, or around it, that a copy of it has otherwise or does not have. */
  | ({ readonly code: 'notCopied' } & TypedOver)
  /** The document is now larger than the printed area that somebody set over it. */
  | { readonly code: 'printedArea'; readonly printed: string; readonly needed: string };

/** The lack of credits in a nature, or their excess; in cents. */
export interface Lack {
  /** Null for the whole convention, and for a programme or a titre of it. */
  readonly envelope: string | null;
  readonly part?: NamedPart;
  readonly nature: Nature;
  readonly cents: number;
}

/** Formulas, names, charts and rules of the team that use rows of a document whose place changes: they would show another row. */
export interface MovedUse {
  /** The first of them, the cell that it uses, and where its contents go; null when their row is gone. */
  readonly by: SheetUse | OtherUser;
  readonly from: string;
  readonly to: string | null;
  readonly others: number;
}

/** A chart, a pivot table, a rule or a link of a sheet; `cell` is null for one that is on no cell. */
export interface OtherUser {
  readonly what: OtherUse['by'];
  readonly sheet: string;
  readonly cell: string | null;
}

/** A note, a link or a rule on a row whose place changes, and that cannot follow it; `to` is null when the row goes. */
export interface AttachedStays {
  readonly kind: AttachedKind;
  readonly cell: string;
  readonly to: string | null;
  readonly others: number;
}

/** Cells that keep their address while the row beside them changes: its text before and after, null for a blank row. */
export interface StaysBeside {
  readonly cells: readonly { readonly cell: string; readonly former: string | null; readonly now: string | null }[];
  readonly others: number;
}

/** Cells of a document over which people typed, and which are written again; the first of them, with their contents. */
export interface TypedOver {
  readonly cells: readonly { readonly cell: string; readonly content: string | number | boolean }[];
  readonly others: number;
}

/** The advice on one document, by the name of its sheet. */
export interface DocumentAdvice {
  readonly sheet: string;
  readonly advice: readonly WriterAdvice[];
}
