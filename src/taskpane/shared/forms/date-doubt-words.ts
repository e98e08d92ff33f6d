/** Words of a day that cannot be right, fetched with the forms that ask for one. */
import type { DateDoubt } from '../../../domain/envelopes/duties/date-doubts';
import { formatDate } from '../../../messages/format';
import type { Language } from '../../../messages/language';
import { fr } from '../../../messages/typography';
import { NO_FAULT, type FieldState } from './field-state';

type DoubtWords = Readonly<Record<DateDoubt['kind'], (day: string) => string>>;

const FR: DoubtWords = {
  beforeSignature: (day) => fr`Cette date précède la signature de la convention (${day}). Vérifiez-la.`,
  longAfterEnd: (day) => fr`Cette date suit de plus d'un an la fin de la convention (${day}). Vérifiez-la.`,
  beforeReceipt: (day) => fr`Cette date précède la réception de la demande (${day}). Vérifiez-la.`,
  toCome: () => fr`Cette date est encore à venir. Vérifiez-la.`,
  longTerm: () => fr`La convention durerait plus de dix ans. Vérifiez ses deux dates.`,
};

const EN: DoubtWords = {
  beforeSignature: (day) => `This date is before the signature of the convention (${day}). Check it.`,
  longAfterEnd: (day) => `This date is more than a year after the end of the convention (${day}). Check it.`,
  beforeReceipt: (day) => `This date is before the receipt of the request (${day}). Check it.`,
  toCome: () => 'This date is still to come. Check it.',
  longTerm: () => 'The convention would last more than ten years. Check both dates.',
};

const IN_LANGUAGE: Readonly<Record<Language, DoubtWords>> = { fr: FR, en: EN };

/** The state of a field whose day is in doubt, which refuses nothing. */
export function doubtState(doubt: DateDoubt | null, language: Language): FieldState {
  if (doubt === null) return NO_FAULT;
  const day = 'day' in doubt ? formatDate(doubt.day, language) : '';
  return { validationState: 'warning', validationMessage: IN_LANGUAGE[language][doubt.kind](day) };
}
