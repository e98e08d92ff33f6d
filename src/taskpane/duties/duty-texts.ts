/** The sentences of one thing due. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { formatDate } from '../../messages/format';
import type { Language } from '../../messages/language';
import type { DutyView, ObligationView } from './duty-views';
import { DUTY_WORDS, type DutyWords } from './duty-words';

/** The text of its register, or what it is where the register has none. */
export function labelOf(view: DutyView, texts: DutyWords): string {
  if (view.kind === 'notice') return texts.notice;
  if (view.label !== '') return view.label;
  return view.kind === 'request' ? texts.unnamedRequest : texts.unnamedDuty;
}

/** When it was asked, when it is due, how far that is from a date; then whom it is for and its article. */
export function aboutOf(view: DutyView, asOf: CivilDate, language: Language): readonly string[] {
  const texts = DUTY_WORDS[language];
  const day = (date: CivilDate): string => formatDate(date, language);
  const distance = distanceOf(view, asOf, texts);
  if (view.kind === 'notice') {
    const { date, isReceived, hasEffect, due } = view;
    const effect = hasEffect && due !== null ? texts.effect(day(due)) : texts.noEffect;
    return capitalised([texts.noticeOf(day(date), isReceived), effect, ...distance]);
  }
  if (view.kind === 'request') {
    const received = view.receivedOn === null ? texts.noReceipt : texts.receivedOn(day(view.receivedOn));
    if (view.answeredOn !== null) return capitalised([texts.answeredOn(day(view.answeredOn)), received]);
    return capitalised([received, ...(view.due === null ? [] : [texts.answerDue(day(view.due))]), ...distance]);
  }
  return capitalised([...whenOf(view, day, texts), ...distance, ...[view.addressee, view.article].filter(Boolean)]);
}

function whenOf(view: ObligationView, day: (date: CivilDate) => string, texts: DutyWords): readonly string[] {
  const { doneOn, ended, due, delay } = view;
  if (doneOn !== null) return [texts.doneOn(day(doneOn))];
  if (ended !== null) return [texts.dayToAgree(day(ended))];
  if (due !== null) return [texts.due(day(due))];
  return delay === null ? [] : [texts.delay(delay)];
}

function distanceOf({ due, status }: DutyView, asOf: CivilDate, texts: DutyWords): readonly string[] {
  if (due === null || status === 'done') return [];
  return [due < asOf ? texts.late(asOf - due) : texts.ahead(due - asOf)];
}

/** Begins with a capital. */
function capitalised([first = '', ...others]: readonly string[]): readonly string[] {
  return [first.charAt(0).toUpperCase() + first.slice(1), ...others];
}
