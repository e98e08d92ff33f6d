/** Words of the list of what is due to the délégant, fetched with the findings. */
import type { Delay, DelayUnit } from '../../domain/envelopes/terms';
import { formatCount } from '../../messages/format';
import type { Language } from '../../messages/language';
import { en, fr } from '../../messages/typography';

const UNITS: Readonly<Record<Language, Readonly<Record<DelayUnit, string>>>> = {
  fr: {
    working: 'jours ouvrés',
    workable: 'jours ouvrables',
    clear: 'jours francs',
    calendar: 'jours',
    months: 'mois',
  },
  en: {
    working: 'working days',
    workable: 'days but Sundays',
    clear: 'clear days',
    calendar: 'days',
    months: 'months',
  },
};

const f = (count: number): string => formatCount(count, 'fr');
const e = (count: number): string => formatCount(count, 'en');
const s = (count: number): string => (count < 2 ? '' : 's');
const es = (count: number): string => (count === 1 ? '' : 's');

const FR = {
  title: 'Échéances et demandes',
  counts: { late: (count: number) => fr`${f(count)} en retard`, soon: (count: number) => fr`${f(count)} bientôt` },
  /** One of the two counts may be zero, not both. */
  reminder: (late: number, soon: number) => {
    const parts = [...(late > 0 ? [fr`${f(late)} en retard`] : []), ...(soon > 0 ? [fr`${f(soon)} bientôt`] : [])];
    return fr`À faire pour le délégant : ${parts.join(', ')}.`;
  },
  show: 'Voir les échéances',
  statuses: { late: 'En retard', soon: 'Bientôt', later: 'À venir', undated: 'Sans date', done: 'Fait' },
  empty: fr`Rien à suivre : le registre des demandes et celui des obligations sont vides.`,
  noRequest: fr`Portez chaque demande du délégant dans ENV_Demandes : sa date limite est calculée ici.`,
  unnamedRequest: 'Demande sans objet',
  unnamedDuty: 'Obligation sans libellé',
  notice: 'Résiliation de la délégation',
  /** `days` to the due date, negative once it is past. */
  distance: (days: number) =>
    days === 0
      ? fr`aujourd'hui`
      : days < 0
        ? fr`depuis ${f(-days)} jour${s(-days)}`
        : fr`dans ${f(days)} jour${s(days)}`,
  delay: ({ count, unit }: Delay) => fr`${f(count)} ${UNITS.fr[unit]}`,
  noDay: '—',
  receivedOn: (date: string) => fr`demande reçue le ${date}`,
  noReceipt: fr`demande sans date de réception : portez-la pour que le délai soit suivi`,
  answeredOn: (date: string) => fr`répondue le ${date}`,
  doneOn: (date: string) => fr`fait le ${date}`,
  dayToAgree: (ended: string) => fr`période terminée le ${ended} : convenez d'une échéance`,
  noticeOf: (date: string, isReceived: boolean, hasEffect: boolean) =>
    fr`${isReceived ? 'reçue' : 'envoyée'} le ${date} ; ${hasEffect ? fr`prend effet à cette date` : fr`sans effet : la convention finit avant`}`,
  goTo: (place: string) => fr`Aller à ${place}`,
  more: (count: number) => fr`et ${f(count)} autre${s(count)}`,
};

const EN: typeof FR = {
  title: 'Due dates and requests',
  counts: { late: (count) => `${e(count)} late`, soon: (count) => `${e(count)} soon` },
  reminder: (late, soon) => {
    const parts = [...(late > 0 ? [`${e(late)} late`] : []), ...(soon > 0 ? [`${e(soon)} soon`] : [])];
    return `Due to the délégant: ${parts.join(', ')}.`;
  },
  show: 'See the due dates',
  statuses: { late: 'Late', soon: 'Soon', later: 'Later', undated: 'Without a date', done: 'Done' },
  empty: 'Nothing to follow: the registers of requests and of duties are empty.',
  noRequest: 'Write each request of the délégant in ENV_Demandes: its last day is worked out here.',
  unnamedRequest: 'Request without a subject',
  unnamedDuty: 'Duty without a name',
  notice: 'Termination of the delegation',
  distance: (days) =>
    days === 0 ? 'today' : days < 0 ? `${e(-days)} day${es(-days)} ago` : `in ${e(days)} day${es(days)}`,
  delay: ({ count, unit }) => `${e(count)} ${UNITS.en[unit]}`,
  noDay: '—',
  receivedOn: (date) => `request received on ${date}`,
  noReceipt: 'request without a day of receipt: write it, so that the delay is followed',
  answeredOn: (date) => `answered on ${date}`,
  doneOn: (date) => `done on ${date}`,
  dayToAgree: (ended) => `period over since ${ended}: agree on a day`,
  noticeOf: (date, isReceived, hasEffect) =>
    `${isReceived ? 'received' : 'sent'} on ${date}; ${hasEffect ? 'takes effect on this day' : en`without effect: the convention ends before`}`,
  goTo: (place) => `Go to ${place}`,
  more: (count) => `and ${e(count)} more`,
};

/** By language: a sentence that lacks its English does not compile. */
export const DUTY_WORDS: Readonly<Record<Language, typeof FR>> = { fr: FR, en: EN };
