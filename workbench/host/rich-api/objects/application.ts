/** `Application` and `Runtime`: calculation, culture, and whether events are on. */
import { languageOf, type HostLanguage } from '../../languages';
import { invalidArgument, notImplemented } from '../errors';
import { defineType, objectOf, type Model } from '../model';

interface Culture {
  readonly decimal: string;
  readonly group: string;
  readonly dateSeparator: string;
  readonly shortDate: string;
  readonly longDate: string;
}

const CULTURES: Readonly<Record<HostLanguage, Culture>> = {
  fr: { decimal: ',', group: '\u202f', dateSeparator: '/', shortDate: 'dd/MM/yyyy', longDate: 'dddd d MMMM yyyy' },
  en: { decimal: '.', group: ',', dateSeparator: '/', shortDate: 'M/d/yyyy', longDate: 'dddd, MMMM d, yyyy' },
};

function cultureOf(model: Model): Culture {
  return CULTURES[languageOf(model.options.locale)];
}

const numberFormat = defineType<null>({
  name: 'NumberFormatInfo',
  scalars: {
    NumberDecimalSeparator: { read: (_, model) => cultureOf(model).decimal },
    NumberGroupSeparator: { read: (_, model) => cultureOf(model).group },
  },
});

const datetimeFormat = defineType<null>({
  name: 'DatetimeFormatInfo',
  scalars: {
    DateSeparator: { read: (_, model) => cultureOf(model).dateSeparator },
    ShortDatePattern: { read: (_, model) => cultureOf(model).shortDate },
    LongDatePattern: { read: (_, model) => cultureOf(model).longDate },
    TimeSeparator: { read: () => ':' },
    LongTimePattern: { read: () => 'HH:mm:ss' },
  },
});

const cultureInfo = defineType<null>({
  name: 'CultureInfo',
  scalars: { Name: { read: (_, model) => model.options.locale } },
  links: { NumberFormat: () => objectOf(numberFormat, null), DatetimeFormat: () => objectOf(datetimeFormat, null) },
});

const workbookCreated = defineType<string>({
  name: 'WorkbookCreated',
  calls: { Open: (base64, _, model) => openNewWorkbook(base64, model) },
});

/** Passes the file to the page, which opens windows. */
export function openNewWorkbook(base64: unknown, { options }: Model): void {
  if (typeof base64 !== 'string' || !/^UEsD[A-Za-z0-9+/]*={0,2}$/.test(base64)) throw invalidArgument(); // an archive, as every .xlsx is
  if (!options.onNewWorkbook) throw notImplemented('WorkbookCreated.open');
  options.onNewWorkbook(base64);
}

const MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;

export const application = defineType<null>({
  name: 'Application',
  scalars: {
    CalculationMode: {
      read: (_, model) => model.calculationMode,
      write: (_, value, model) => {
        const mode = MODES.find((known) => known === value);
        if (!mode) throw invalidArgument();
        model.calculationMode = mode;
      },
    },
    CalculationState: { read: () => 'Done' },
    DecimalSeparator: { read: (_, model) => cultureOf(model).decimal },
    ThousandsSeparator: { read: (_, model) => cultureOf(model).group },
    UseSystemSeparators: { read: () => true },
  },
  links: { CultureInfo: () => objectOf(cultureInfo, null) },
  calls: {
    CreateWorkbook: (_, [base64]) => objectOf(workbookCreated, String(base64)),
    Calculate: async (_, __, model) => model.grid.calculated(),
    SuspendApiCalculationUntilNextSync: (_, __, model) => {
      model.isCalculationSuspended = true;
    },
    /** The host has no screen. */
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
});

export const runtime = defineType<null>({
  name: 'Runtime',
  scalars: {
    EnableEvents: {
      read: (_, model) => model.enableEvents,
      write: (_, value, model) => {
        model.enableEvents = value === true;
      },
    },
  },
});
