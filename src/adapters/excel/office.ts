/** Office outside the workbook: its start, its language, the ribbon and the pane. */
import type { Failure } from '../../workbook/failure';
import type { ExcelHost } from './excel-workbook';
import { pause, regularly, whenShown } from './machine';

/** The lowest requirement set with everything we use (LTSC 2021, Microsoft 365 from 2102). */
const LOWEST_API = '1.13';
const EVENTS = { protection: '1.14', sheetNames: '1.17' };
const NOTES = '1.18';

export interface OfficeStart {
  /** The language of Excel's own menus, as `fr-FR`. */
  readonly displayLanguage: string;
  readonly isDark: boolean;
  /** The address of the workbook; empty for one that was never saved. */
  readonly address: string;
  /** The reason why the add-in cannot work here; null when it can. */
  readonly failure: Failure | null;
  readonly host: ExcelHost;
}

/** Resolves when Office is ready to answer. */
export async function startOffice(): Promise<OfficeStart> {
  const { host } = await Office.onReady();
  const supports = (version: string): boolean => Office.context.requirements.isSetSupported('ExcelApi', version);
  const isUsable = host === Office.HostType.Excel && supports(LOWEST_API);
  return {
    displayLanguage: Office.context.displayLanguage,
    isDark: Office.context.officeTheme?.isDarkTheme === true,
    address: Office.context.document?.url ?? '',
    failure: isUsable ? null : { code: 'excelTooOld', needs: `ExcelApi ${LOWEST_API}` },
    host: {
      run: (options, batch) => Excel.run(options, batch),
      createWorkbook: (base64) => Excel.createWorkbook(base64),
      events: {
        protection: isUsable && supports(EVENTS.protection),
        sheetNames: isUsable && supports(EVENTS.sheetNames),
      },
      // a copy of Office.js may be older than Excel
      givesNotes: isUsable && supports(NOTES) && 'notes' in Excel.Workbook.prototype,
      pause,
      whenShown,
      regularly,
    },
  };
}

/**
 * The event of a ribbon command. `completed` must be called whatever happened; until then Excel shows the command as
 * running.
 */
export interface RibbonEvent {
  completed(): void;
}

/**
 * Associates an action of the manifest with its code; allowed before Office is ready. A runtime without a ribbon, which
 * runs the functions alone, has no actions.
 */
export function onRibbonCommand(id: string, handle: (event: RibbonEvent) => void): void {
  const { Office: office } = globalThis as { Office?: { actions?: typeof Office.actions } };
  office?.actions?.associate(id, handle);
}

/** Shows the pane, where Excel supports doing so from a command. */
export async function showPane(): Promise<void> {
  if (Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) await Office.addin.showAsTaskpane();
}
