/**
 * A convention de délégation de gestion as the rules see it: parties, dates, ceilings by envelope and by poste, exact
 * codes, dated movements. Nothing here is particular to one convention (décret 2004-1085).
 */
import type { CivilDate } from '../calendar/civil-date';
import type { ImputationField } from '../imputation/imputation';
import type { Euros } from '../money/euros';
import type { Nature } from '../money/nature';
import type { Ceilings, Envelope, RapEntry } from './envelope';
import type { BoundedEvent, FurtherTerms } from './terms';
import type { UnreadRow } from '../unread-cells';

export type {
  AnnexWords,
  BudgetLine,
  Ceiling,
  CeilingMode,
  Ceilings,
  Envelope,
  RapEntry,
  Thresholds,
  Tolerance,
} from './envelope';
export type { BoundedEvent } from './terms';

/** A code that the convention allows in a field; several rules of one field are alternatives. */
export interface ImputationRule {
  readonly field: ImputationField;
  /** Its name in the convention (« Activité(s) », art. 3); empty: the usual name of the field. */
  readonly label: string;
  /** The code; `*` matches any characters and `?` one (« 0103-01-* »). */
  readonly value: string;
  /** Other spellings of the same code found in the convention itself (activity `10300000104`, art. 3). */
  readonly aliases: readonly string[];
  /** Only for this envelope; null for all. */
  readonly envelope: string | null;
  readonly from: CivilDate | null;
  readonly until: CivilDate | null;
  /** Its days that cannot be read, null above: when it holds is not known. Absent: none. */
  readonly unread?: UnreadRow;
}

/** A code whose field, value or envelope cannot be read: nothing is compared with it. */
export interface UnreadCode extends Omit<ImputationRule, 'field' | 'unread'> {
  readonly field: ImputationField | null;
  /** As typed, be it no envelope of the convention; null for all. */
  readonly envelope: string | null;
  readonly unread: UnreadRow;
}

/** The members of a movement that name an authority. */
export type AuthorityPart = 'authorisedBy' | 'reference';

/** `none`: « Néant »; `refused`: a refusal, a wait or a doubt, « Refusé par la DGEFP », « À demander ». */
export type NoAuthority = 'none' | 'refused';

/**
 * A cell of the team that may take a row out: words under a heading of its own (« Statut » « Refusé »), or a cell of
 * ours that is crossed out, whose `raw` is null. A number, as under « Date d'annulation », is no words.
 */
export interface RegisterMark {
  readonly heading: string;
  readonly raw: string | null;
}

/** The tables of the convention whose marked rows count all the same. */
export type MarkedTable =
  | 'ENV_Convention'
  | 'ENV_Enveloppes'
  | 'ENV_Postes'
  | 'ENV_Imputations'
  | 'ENV_Fongibilite'
  | 'ENV_Plafonds'
  | 'ENV_RAP';

/** A row of one of them, by its position and its name, that such a cell may take out: it counts (LEC-05). */
export interface MarkedEntry {
  readonly table: MarkedTable;
  readonly index: number;
  readonly name: string;
  readonly mark: RegisterMark;
}

/** The rows of one of them, or of the movements, that are hidden or filtered out: they count (DON-07). */
export interface HiddenEntries {
  readonly table: MarkedTable | 'ENV_Mouvements';
  /** Position of the first one. */
  readonly index: number;
  /** A French heading of the table. */
  readonly column: string;
  readonly names: readonly string[];
}

/** Avenant, virement, report, gel, rétablissement. */
export type MovementType = 'amendment' | 'transfer' | 'carryOver' | 'freeze' | 'restoration';

/** A dated change of ceilings (avenant, virement, report, gel, rétablissement). */
export interface Movement {
  /** Position in the table of movements, from 0. */
  readonly index: number;
  readonly date: CivilDate | null;
  readonly type: MovementType;
  /** Envelope that gives (transfer, freeze); null when none. */
  readonly from: string | null;
  /** Envelope that receives (amendment, transfer, carry-over, restoration); null when none. */
  readonly to: string | null;
  readonly nature: Nature;
  readonly amount: Euros;
  readonly reference: string;
  readonly authorisedBy: string;
  readonly authorisedOn: CivilDate | null;
  /** The words above that name no author, or are no reference. Absent: none of them. */
  readonly notNamed?: Readonly<Partial<Record<AuthorityPart, NoAuthority>>>;
  /** Absent: none. */
  readonly mark?: RegisterMark;
  /** The poste of `from` that gives, by its label; absent: the envelope alone changes. */
  readonly fromLine?: string;
  /** The poste of `to` that receives, by its label. */
  readonly toLine?: string;
  /** The word for its type as typed, where it is another than the product's own. */
  readonly word?: string;
  /** True when that word means no movement that is known: it counts for nothing (FON-02). */
  readonly isUnknown?: true;
  /** Of the end of a gel (« dégel »): the cents of earlier gels that it lifts. Absent: it lifts none. */
  readonly lifted?: number;
}

/** A party; the one who signs need not be the representative. */
export interface Party {
  readonly name: string;
  readonly representative: string;
  readonly signatory: string;
}

/** Which public holidays count (C. trav. L3133-1, L3134-13). */
export type HolidayZone = 'national' | 'alsace-moselle';

/** The whole convention, as read from the workbook's tables or from a data file. */
export interface Convention extends FurtherTerms {
  /** Identifier of the data file, e.g. `dgefp-dge-2023`; empty when the workbook names none. */
  readonly id: string;
  /** NOR or other reference, e.g. `ECOI2236199X`. */
  readonly reference: string;
  readonly title: string;
  readonly delegants: readonly Party[];
  readonly delegates: readonly Party[];
  readonly signedOn: CivilDate;
  readonly endsOn: CivilDate;
  readonly creditYear: number;
  readonly noticeMonths: number;
  /** Days to answer a request of the délégant (art. 2.2: five jours ouvrés). */
  readonly replyWorkingDays: number;
  readonly holidayZone: HolidayZone;
  readonly endAppliesTo: readonly BoundedEvent[];
  /** The whole convention's own ceilings (art. 1.2), as printed. */
  readonly ceilings: Ceilings;
  readonly envelopes: readonly Envelope[];
  readonly imputation: readonly ImputationRule[];
  /** The rows of the codes that are no rule above. Absent: none. */
  readonly unreadCodes?: readonly UnreadCode[];
  readonly movements: readonly Movement[];
  readonly rap: readonly RapEntry[];
  /** Rows of the other tables that a mark of the team may take out. Absent: none. */
  readonly markedRows?: readonly MarkedEntry[];
  /** One for each table that has some. Absent: none. */
  readonly hiddenRows?: readonly HiddenEntries[];
}
