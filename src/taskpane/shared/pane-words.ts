/** Every sentence of the pane that is not a finding or a failure; a new one without both languages does not compile. */
import type { Activity, Purpose } from '../../application/session/session-state';
import type { Language } from '../../messages/language';
import type { Standing } from '../findings/finding-views';
import { PANE_FR } from './pane-fr';

export interface PaneWords {
  readonly language: Language;
  readonly tabs: {
    readonly envelopes: string;
    readonly findings: string;
    readonly chorus: string;
    readonly documents: string;
  };
  /** The tab of Chorus, said whole. */
  readonly chorusTab: string;
  readonly header: {
    readonly reference: string;
    readonly asOf: string;
    readonly today: string;
    readonly notADate: string;
    readonly refresh: string;
    readonly ledger: (name: string) => string;
    readonly columns: string;
    readonly columnsToConfirm: string;
  };
  readonly activity: Readonly<Record<Exclude<Activity, 'idle'>, string>>;
  readonly onDemand: string;
  readonly dismiss: string;
  readonly figures: {
    readonly natures: { readonly AE: string; readonly CP: string };
    readonly whole: string;
    readonly allocated: string;
    readonly consumed: string;
    readonly reserved: string;
    readonly remaining: string;
    readonly available: string;
    readonly rate: string;
    readonly rapOpening: string;
    readonly rapPaid: string;
    readonly outstanding: string;
    readonly figure: string;
    readonly bar: (nature: string, rate: string, thresholds: readonly string[]) => string;
    readonly lines: (count: number) => string;
    readonly line: string;
  };
  readonly rows: {
    readonly counts: (read: string, checked: string, ignored: string) => string;
    readonly unchecked: (count: number, shown: string) => string;
    readonly uncheckedRow: (sheet: string, row: number, reason: string) => string;
    readonly allChecked: string;
    readonly more: (count: number) => string;
  };
  readonly findings: {
    readonly none: string;
    readonly noneLeft: string;
    readonly count: (shown: number, all: number) => string;
    readonly search: string;
    readonly allRules: string;
    readonly allEnvelopes: string;
    readonly rule: string;
    readonly envelope: string;
    readonly severities: string;
    readonly goTo: (place: string) => string;
    readonly repair: string;
    readonly repairTo: (value: string) => string;
    readonly repairAll: (count: number) => string;
    readonly more: (count: number) => string;
    readonly clear: string;
    readonly accept: string;
    readonly acceptNow: string;
    readonly reason: string;
    readonly author: string;
    readonly required: string;
    readonly reopen: string;
    readonly acceptedSign: string;
    readonly accepted: (on: string | null, author: string, reason: string) => string;
    readonly lapsed: string;
    readonly ofWhichAccepted: (count: number) => string;
    readonly standing: string;
    readonly standings: Readonly<Record<Standing, string>>;
  };
  readonly documents: {
    readonly intro: (date: string) => string;
    readonly choose: string;
    readonly notices: string;
    readonly prepare: string;
    readonly preview: string;
    readonly sheetsAdded: (names: string) => string;
    readonly sheetsChanged: (names: string) => string;
    readonly cells: (cells: number, formulas: number) => string;
    readonly write: string;
    readonly cancel: string;
    readonly undo: Readonly<Record<Purpose, string>>;
    readonly freeze: string;
    /** Asked once: Excel does not tell an add-in who works. */
    readonly author: string;
    readonly nothingToUndo: string;
  };
  readonly notices: {
    readonly written: Readonly<Record<Purpose, (cells: number, sheets: string) => string>>;
    readonly undoneHereOnly: string;
    readonly interrupted: (undo: string) => string;
    readonly nothing: Readonly<Record<Purpose, string>>;
  };
  readonly welcome: {
    readonly initialiseTitle: string;
    readonly initialise: string;
    readonly template: string;
    readonly add: string;
    readonly newConvention: string;
    readonly or: string;
    readonly closePanel: string;
    readonly chooseTitle: string;
    readonly choose: string;
    readonly chooseThis: string;
    readonly chooseAgain: string;
    readonly retry: string;
    readonly loading: string;
  };
  readonly broken: { readonly title: string; readonly remedy: string; readonly reload: string };
}

/** The words of a language; the English ones are fetched where Excel speaks English. */
export async function paneWords(language: Language): Promise<PaneWords> {
  return language === 'fr' ? PANE_FR : (await import(/* webpackChunkName: "english" */ './pane-en')).PANE_EN;
}
