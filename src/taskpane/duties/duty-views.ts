/**
 * The list of what is due to the délégant: requests to answer, duties of the convention, notice of termination; late
 * ones first. The days are those of the controls, so that list and findings always agree. No words and no layout here.
 */
import type { ControlReport, Dossier } from '../../application/dossier';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { terminationNotice } from '../../domain/envelopes/termination';
import { dutyCell, keyCell } from '../../domain/controls/rules/kit/convention-place';
import type { Place } from '../../domain/controls/findings/finding';
import type { Convention } from '../../domain/envelopes/convention';
import { answerDueOn, answerLeft, dutyDueOn, endOfReport, isDutySoon } from '../../domain/envelopes/duties/due-dates';
import { isOccurrenceSoon, openOccurrence, recurrenceOf } from '../../domain/envelopes/duties/recurring-duties';
import type { Delay, Duty, DutyType } from '../../domain/envelopes/terms';
import type { DocumentId } from '../../documents/document';
import type { CellPlace } from '../../workbook/ledger/ledger-source';
import { placeInWorkbook } from '../../workbook/places';

/** In the order of the list. `undated`: the convention or the register gives no day. */
export const DUTY_STATUSES = ['late', 'soon', 'later', 'undated', 'done'] as const;
export type DutyStatus = (typeof DUTY_STATUSES)[number];

interface Due {
  /** Stable from one reading to the next. */
  readonly key: string;
  readonly status: DutyStatus;
  /** The due day, or the day on which a notice takes effect; null when there is none. */
  readonly due: CivilDate | null;
  /** The text of the team's register; empty for a notice, and where the register has none. */
  readonly label: string;
  /** The cell that records that it is done; null when the register is not in the workbook. */
  readonly place: CellPlace | null;
}

/** A request of the délégant; `receivedOn` is null when the register has no day. */
export interface RequestView extends Due {
  readonly kind: 'request';
  /** Position in its register, from 0. */
  readonly index: number;
  readonly receivedOn: CivilDate | null;
  readonly answeredOn: CivilDate | null;
}

/**
 * A duty of the convention; one that comes back has the day of the first period that nothing answers. `ended`: the last
 * day of the period of an undated report, once it is over.
 */
export interface ObligationView extends Due {
  readonly kind: 'duty';
  /** Position in its register, from 0. */
  readonly index: number;
  readonly type: DutyType;
  readonly delay: Delay | null;
  readonly doneOn: CivilDate | null;
  readonly addressee: string;
  readonly article: string;
  readonly ended: CivilDate | null;
}

/** A notice of termination; it has no effect when its months end with the convention or after it (PER-08). */
export interface NoticeView extends Due {
  readonly kind: 'notice';
  readonly date: CivilDate;
  readonly isReceived: boolean;
  readonly hasEffect: boolean;
}

export type DutyView = RequestView | ObligationView | NoticeView;

type PlaceOf = (place: Place) => CellPlace | null;

/** The list at the date of the report, late ones first, each group by day; done ones come last, latest first. */
export function dutyViews({ workbook, blocks, convention }: Dossier, report: ControlReport): readonly DutyView[] {
  const placeOf: PlaceOf = (place) => placeInWorkbook(workbook, blocks, place);
  const views = [
    ...requests(convention, report.asOf, placeOf),
    ...duties(convention, report, placeOf),
    ...notices(convention, report.asOf, placeOf),
  ];
  const rank = ({ status }: DutyView): number => DUTY_STATUSES.indexOf(status);
  return views.sort(
    (one, other) =>
      rank(one) - rank(other) || (one.status === 'done' ? dayOf(other) - dayOf(one) : dayOf(one) - dayOf(other)),
  );
}

/** The sort key of a view inside its group. */
function dayOf(view: DutyView): number {
  if (view.status !== 'done') return view.due ?? 0;
  return (view.kind === 'request' ? view.answeredOn : view.kind === 'duty' ? view.doneOn : view.due) ?? 0;
}

function requests(convention: Convention, asOf: CivilDate, placeOf: PlaceOf): readonly DutyView[] {
  return convention.requests.flatMap((request): readonly RequestView[] => {
    const { index, subject: label, receivedOn, answeredOn: answer, unread } = request;
    if (receivedOn !== null && receivedOn > asOf) return [];
    const due = answerDueOn(convention, request);
    const answeredOn = answer !== null && answer <= asOf ? answer : null;
    const isOfReceipt = unread ? unread.receivedOn !== undefined : due === null && answeredOn === null;
    const column = isOfReceipt ? 'Reçue le' : 'Répondue le';
    const place = placeOf({ kind: 'convention', table: 'ENV_Demandes', row: index, column });
    const status =
      answeredOn !== null ? 'done' : statusAt(asOf, due, (day) => answerLeft(convention, asOf, day).isSoon);
    return [{ kind: 'request', key: `request ${index}`, index, status, due, label, place, receivedOn, answeredOn }];
  });
}

function duties(convention: Convention, report: ControlReport, placeOf: PlaceOf): readonly DutyView[] {
  const { asOf } = report;
  return convention.duties.map((duty): ObligationView => {
    const { index, type, label, delay, addressee, article, unread = [] } = duty;
    const fromControls = dueFromControls(report, duty);
    const next = openOccurrence(convention, duty, asOf);
    const [broken] = unread;
    const isOpen = fromControls !== null || next !== null || broken !== undefined;
    const isDone = !isOpen && duty.doneOn !== null && duty.doneOn <= asOf;
    const doneOn = isDone ? duty.doneOn : null;
    const every = recurrenceOf(convention, duty);
    const due = fromControls?.due ?? (every === null ? dutyDueOn(convention, duty) : (next?.due ?? null));
    const isSoon = (day: CivilDate): boolean =>
      every === null ? isDutySoon(asOf, day) : isOccurrenceSoon(asOf, day, every);
    const status = doneOn !== null ? 'done' : statusAt(asOf, due, (day) => fromControls !== null || isSoon(day));
    const isReport = type === 'yearlyReport' || type === 'finalReport';
    const end = next?.ended ?? (isReport ? endOfReport(convention, type) : null);
    const ended = due === null && end !== null && end < asOf ? end : null;
    const column = broken?.column ?? (status === 'undated' && isReport ? 'Échéance' : 'Fait le');
    const place = placeOf(dutyCell(duty, column));
    return {
      kind: 'duty',
      key: `duty ${index}`,
      index,
      status,
      due,
      label,
      place,
      type,
      delay,
      doneOn,
      addressee,
      article,
      ended,
    };
  });
}

/**
 * The day that the controls give to a duty of information (DEL-03: « sans délai »; DEL-04: while credits can still be
 * used); null when they give none.
 */
function dueFromControls(
  { findings, accepted, asOf }: ControlReport,
  { type }: Duty,
): { readonly due: CivilDate } | null {
  const days = findings.flatMap((finding) => {
    if (accepted.has(finding)) return [];
    if (type === 'insufficiency' && finding.rule === 'DEL-03') return [finding.details.since ?? asOf];
    return type === 'unspent' && finding.rule === 'DEL-04' ? [finding.details.until] : [];
  });
  const [first] = days.sort((one, other) => one - other);
  return first === undefined ? null : { due: first };
}

function notices(convention: Convention, asOf: CivilDate, placeOf: PlaceOf): readonly DutyView[] {
  const notice = terminationNotice(convention);
  if (notice === null || notice.date > asOf) return [];
  const { date, isReceived, noticeEnds: due, hasEffect } = notice;
  const status = due <= asOf ? 'done' : isDutySoon(asOf, due) ? 'soon' : 'later';
  const place = placeOf(keyCell(isReceived ? 'Résiliation reçue le' : 'Résiliation envoyée le'));
  return [{ kind: 'notice', key: 'notice', status, due, label: '', place, date, isReceived, hasEffect }];
}

/** The document that carries a duty out; null when none of ours does. */
export function documentOf(view: DutyView): DocumentId | null {
  return (view.kind === 'duty' && DOCUMENT_OF[view.type]) || null;
}

const DOCUMENT_OF: Readonly<Partial<Record<DutyType, DocumentId>>> = {
  insufficiency: 'insuffisance',
  unspent: 'non-consommes',
  yearlyReport: 'bilan',
  finalReport: 'bilan',
};

function statusAt(asOf: CivilDate, due: CivilDate | null, isSoon: (due: CivilDate) => boolean): DutyStatus {
  if (due === null) return 'undated';
  if (due < asOf) return 'late';
  return isSoon(due) ? 'soon' : 'later';
}
