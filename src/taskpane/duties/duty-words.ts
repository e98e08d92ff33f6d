/** Words of the list of what is due to the délégant, fetched with it. */
import type { HolidayName } from '../../domain/calendar/holidays';
import type { Delay, DelayUnit } from '../../domain/envelopes/terms';
import { formatCount } from '../../messages/format';
import { counted } from '../../messages/french-count';
import type { Language } from '../../messages/language';
import { en, fr } from '../../messages/typography';

const UNITS: Readonly<Record<Language, Readonly<Record<DelayUnit, readonly [one: string, many: string]>>>> = {
  fr: {
    working: ['jour ouvré', 'jours ouvrés'],
    workable: ['jour ouvrable', 'jours ouvrables'],
    clear: ['jour franc', 'jours francs'],
    calendar: ['jour', 'jours'],
    months: ['mois', 'mois'],
  },
  en: {
    working: ['working day', 'working days'],
    workable: ['day but Sundays', 'days but Sundays'],
    clear: ['clear day', 'clear days'],
    calendar: ['day', 'days'],
    months: ['month', 'months'],
  },
};

const e = (count: number, one: string, many: string): string =>
  `${formatCount(count, 'en')} ${count === 1 ? one : many}`;

const FR = {
  statuses: { late: 'En retard', soon: 'Bientôt', later: 'À venir', undated: 'Sans date fixée', done: 'Fait' },
  empty: fr`Rien à suivre : le registre des demandes et celui des obligations sont vides.`,
  noRequest: fr`Inscrivez chaque demande du délégant : sa date limite de réponse est calculée ici.`,
  unnamedRequest: 'Demande sans objet',
  unnamedDuty: 'Obligation sans libellé',
  notice: 'Résiliation de la délégation',
  late: (days: number) => fr`${counted(days, 'jour', 'jours')} de retard`,
  /** `days` to the due date, from today on. */
  ahead: (days: number) => (days === 0 ? fr`aujourd'hui` : fr`dans ${counted(days, 'jour', 'jours')}`),
  due: (date: string) => fr`échéance le ${date}`,
  answerDue: (date: string) => fr`réponse due le ${date}`,
  effect: (date: string) => fr`prend effet le ${date}`,
  delay: ({ count, unit }: Delay) => counted(count, ...UNITS.fr[unit]),
  receivedOn: (date: string) => fr`reçue le ${date}`,
  noReceipt: fr`sans date de réception : saisissez-la pour que le délai soit suivi`,
  answeredOn: (date: string) => fr`réponse le ${date}`,
  doneOn: (date: string) => fr`fait le ${date}`,
  dayToAgree: (ended: string) => fr`période terminée le ${ended} : convenez d'une échéance`,
  noticeOf: (date: string, isReceived: boolean) => fr`${isReceived ? 'reçue' : 'envoyée'} le ${date}`,
  noEffect: fr`sans effet : la convention finit avant`,
  goTo: (label: string) => fr`Aller à la ligne du registre : ${label}`,
  more: (count: number) => fr`et ${counted(count, 'autre', 'autres')}`,
  doneCount: (count: number) => fr`Fait (${formatCount(count, 'fr')})`,
  act: {
    addRequest: 'Inscrire une demande',
    prepareLetter: 'Préparer le courrier',
    prepareReport: 'Préparer le bilan',
    answeredToday: fr`Répondu aujourd'hui`,
    answeredOn: (date: string) => fr`Répondu le ${date}`,
    otherDate: 'Autre date…',
    done: 'Fait…',
    setDay: fr`Fixer l'échéance…`,
    setReceipt: 'Saisir la réception…',
    /** The accessible name: the button, then what it is about. */
    about: (button: string, label: string) => fr`${button} : ${label}`,
  },
  form: {
    receivedOn: 'Reçue le',
    answeredOn: 'Réponse le',
    doneOn: 'Fait le',
    dueOn: 'Échéance',
    subject: 'Objet',
    subjectHint: fr`Comme dans le courriel du délégant.`,
    notADate: fr`Saisissez une date, par exemple 31/12/2023.`,
    required: fr`Saisissez l'objet de la demande.`,
    enter: 'Inscrire la demande',
    enterDate: 'Inscrire la date',
    close: 'Fermer',
  },
  answer: {
    title: 'Réponse due le',
    day: (weekday: string, date: string) => `${weekday} ${date}`,
    delay: (delay: string, article: string) => fr`${delay} après la réception (${article}).`,
    /** Why days between do not count; empty without one. */
    notCounted: (reasons: readonly string[]) =>
      reasons.length === 0
        ? fr`Le jour de réception ne compte pas.`
        : fr`Le jour de réception ne compte pas ; ${reasons.map((reason) => `ni ${reason}`).join(', ')}.`,
    moved: fr`Le dernier jour n'est pas un jour ouvré : la date est reportée au jour ouvré qui suit.`,
    strip: 'Jours comptés',
    legend: fr`Trait au-dessus : jour compté. Case encadrée : date limite.`,
    counted: 'compté',
    notCountedDay: 'non compté',
    dueDay: 'date limite',
  },
  weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  rest: {
    saturday: 'le samedi',
    sunday: 'le dimanche',
    newYear: 'le 1er janvier',
    goodFriday: 'le Vendredi saint',
    easterMonday: 'le lundi de Pâques',
    labourDay: 'le 1er mai',
    victoryDay: 'le 8 mai',
    ascension: fr`l'Ascension`,
    whitMonday: 'le lundi de Pentecôte',
    nationalDay: 'le 14 juillet',
    assumption: fr`l'Assomption`,
    allSaints: 'la Toussaint',
    armistice: 'le 11 novembre',
    christmas: 'Noël',
    saintStephen: 'le 26 décembre',
  } satisfies Record<HolidayName | 'saturday' | 'sunday', string>,
};

export type DutyWords = typeof FR;

const EN: DutyWords = {
  statuses: { late: 'Late', soon: 'Soon', later: 'Later', undated: 'Without a date', done: 'Done' },
  empty: 'Nothing to follow: the registers of requests and of duties are empty.',
  noRequest: 'Enter each request of the délégant: the last day to answer it is worked out here.',
  unnamedRequest: 'Request without a subject',
  unnamedDuty: 'Duty without a name',
  notice: 'Termination of the delegation',
  late: (days) => `${e(days, 'day', 'days')} late`,
  ahead: (days) => (days === 0 ? 'today' : `in ${e(days, 'day', 'days')}`),
  due: (date) => `due on ${date}`,
  answerDue: (date) => `answer due on ${date}`,
  effect: (date) => `takes effect on ${date}`,
  delay: ({ count, unit }) => e(count, ...UNITS.en[unit]),
  receivedOn: (date) => `received on ${date}`,
  noReceipt: 'without a day of receipt: enter it, so that the delay is followed',
  answeredOn: (date) => `answered on ${date}`,
  doneOn: (date) => `done on ${date}`,
  dayToAgree: (ended) => `period over since ${ended}: agree on a day`,
  noticeOf: (date, isReceived) => `${isReceived ? 'received' : 'sent'} on ${date}`,
  noEffect: 'without effect: the convention ends before',
  goTo: (label) => `Go to the row of the register: ${label}`,
  more: (count) => `and ${formatCount(count, 'en')} more`,
  doneCount: (count) => `Done (${formatCount(count, 'en')})`,
  act: {
    addRequest: 'Enter a request',
    prepareLetter: 'Prepare the letter',
    prepareReport: 'Prepare the report',
    answeredToday: 'Answered today',
    answeredOn: (date) => `Answered on ${date}`,
    otherDate: 'Another date…',
    done: 'Done…',
    setDay: 'Set the due date…',
    setReceipt: 'Enter the receipt…',
    about: (button, label) => `${button}: ${label}`,
  },
  form: {
    receivedOn: 'Received on',
    answeredOn: 'Answered on',
    doneOn: 'Done on',
    dueOn: 'Due date',
    subject: 'Subject',
    subjectHint: 'As in the message of the délégant.',
    notADate: 'Enter a date, such as 2023-12-31.',
    required: 'Enter the subject of the request.',
    enter: 'Enter the request',
    enterDate: 'Enter the date',
    close: 'Close',
  },
  answer: {
    title: 'Answer due on',
    day: (weekday, date) => `${weekday} ${date}`,
    delay: (delay, article) => `${delay} after the receipt (${article}).`,
    notCounted: (reasons) =>
      reasons.length === 0
        ? 'The day of receipt does not count.'
        : `The day of receipt does not count; nor does ${reasons.join(', nor ')}.`,
    moved: 'The last day is not a working day: the date moves to the next working day.',
    strip: 'Days counted',
    legend: 'A line above: a day that counts. Framed: the last day.',
    counted: 'counted',
    notCountedDay: 'not counted',
    dueDay: 'last day',
  },
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  rest: {
    saturday: 'Saturday',
    sunday: 'Sunday',
    newYear: '1 January',
    goodFriday: 'Good Friday',
    easterMonday: 'Easter Monday',
    labourDay: '1 May',
    victoryDay: '8 May',
    ascension: 'Ascension Day',
    whitMonday: 'Whit Monday',
    nationalDay: '14 July',
    assumption: 'Assumption Day',
    allSaints: en`All Saints' Day`,
    armistice: '11 November',
    christmas: 'Christmas Day',
    saintStephen: '26 December',
  },
};

/** By language: a sentence that lacks its English does not compile. */
export const DUTY_WORDS: Readonly<Record<Language, DutyWords>> = { fr: FR, en: EN };
