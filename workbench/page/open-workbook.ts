/** One open workbook: its grid on the page, the host over it, and the add-in's pane in its own frame. */
import type { Univer } from '@univerjs/core';
import type { FunctionsFile } from '../host/custom-functions/metadata';
import type { Grid } from '../host/grid';
import { Host } from '../host/host';
import { loadTexts } from '../host/rich-api/text-moves';
import { OFFICE_THEMES } from '../host/transport/office-theme';
import { CURRENT_API_SETS, frameAddress, PageTransport, type PageAddin } from '../host/transport/page';
import { createUniverGrid } from '../host/univer/univer-grid';
import { followEditing } from './cell-editing';
import { ChartsOverGrid } from './charts/charts-over-grid';
import { chartFacts } from './file-charts';
import type { ImportedWorkbook } from './import';
import type { AddinManifest } from './manifest';
import type { PageLocale } from './page-locale';
import type { PageTheme } from './page-view';
import { RowFitting } from './row-fitting';
import type { MeasureText } from './row-heights';
import { copyState, OpenedState } from './saving/copy-state';
import { workbookCopy, type WorkbookCopy } from './saving/workbook-copy';

const FIRST_CELL = { top: 0, left: 0, rows: 1, columns: 1 };

/** The objects that all the workbooks opened on the page share. */
export interface OpenWorkbookParts {
  readonly univer: Univer;
  readonly manifest: AddinManifest;
  readonly functions: FunctionsFile;
  readonly locale: PageLocale;
  readonly theme: () => PageTheme;
  readonly measure: MeasureText;
  /** The element of the pane's frame. */
  readonly pane: HTMLElement;
  /** Somebody tried to type on a protected sheet. */
  readonly onProtectedSheet: () => void;
  /** The add-in shows or hides its pane. */
  readonly onPane: (isShown: boolean) => void;
  /** The add-in opens a file, in base 64, as a new workbook. */
  readonly onNewWorkbook: (base64: string) => void;
  /** A file is dragged over the pane, whose frame hides such events from the page. */
  readonly onFileHeld: () => void;
}

export class OpenWorkbook {
  readonly grid: Grid;
  private readonly host: Host;
  private readonly transport: PageTransport;
  private readonly frame: HTMLIFrameElement;
  /** The address of the add-in's page in the frame. */
  private readonly addinAddress: string;
  private requestsBefore = 0;
  private readonly stopFollowing: () => void;
  private readonly rowFitting: RowFitting;
  private readonly charts: ChartsOverGrid;
  private readonly asOpened: OpenedState;
  /** Somebody types in a cell. */
  isEditing = false;

  constructor(
    private readonly parts: OpenWorkbookParts,
    { contents: workbook, charts, texts }: ImportedWorkbook,
    /** The file, which a copy starts from. */
    private readonly bytes: Uint8Array,
  ) {
    const { univer, manifest, functions, locale, pane, onProtectedSheet, onPane, onNewWorkbook, onFileHeld } = parts;
    this.grid = createUniverGrid(univer, workbook, locale);
    this.rowFitting = new RowFitting(this.grid, parts.measure);
    this.grid.select(this.grid.activeSheetId(), FIRST_CELL);
    this.host = new Host(this.grid, { locale, onPane, onNewWorkbook, onCharts: () => this.charts.refresh() });
    this.host.model.loadCharts(chartFacts(this.grid, charts));
    for (const { id, name } of this.grid.sheets()) loadTexts(this.host.model, id, texts.get(name) ?? []);
    this.asOpened = new OpenedState(this.grid, this.host.model.charts);
    this.charts = new ChartsOverGrid(univer, this.grid, () => this.host.model.charts, locale);
    this.host.registerFunctions(functions, manifest.namespace);
    this.stopFollowing = followEditing(univer, {
      mayEdit: (sheetId) => {
        const isProtected = this.grid.sheet(sheetId)?.isProtected === true;
        if (isProtected) onProtectedSheet();
        return !isProtected;
      },
      started: () => {
        this.isEditing = true;
        this.host.faults.startCellEdit();
      },
      ended: () => {
        this.isEditing = false;
        this.host.faults.endCellEdit();
      },
    });
    const addin: PageAddin = {
      id: manifest.id,
      name: manifest.name,
      page: new URL(manifest.pane, window.location.href),
    };
    const conversation = crypto.randomUUID();
    this.frame = document.createElement('iframe');
    this.frame.title = manifest.name;
    this.frame.addEventListener('load', () => {
      this.frame.contentWindow?.addEventListener('dragenter', (event) => {
        if (event.defaultPrevented) return; // the pane accepts the file itself: a Chorus extract
        if (event.dataTransfer?.types.includes('Files')) onFileHeld();
      });
    });
    this.transport = new PageTransport(this.host, window, () => this.frame.contentWindow, conversation, addin, {
      locale,
      documentUrl: `${window.location.origin}/${encodeURIComponent(workbook.name)}`,
      apiSets: CURRENT_API_SETS,
      theme: () => OFFICE_THEMES[parts.theme()],
    });
    this.addinAddress = frameAddress(addin, locale, window.location.origin, conversation);
    this.frame.src = this.addinAddress;
    pane.append(this.frame);
  }

  /** True when the add-in that runs now has read something of the workbook. */
  get isAddinStarted(): boolean {
    return this.host.requests.length > this.requestsBefore;
  }

  /** Ends the runtime of the add-in just before Excel carries out one of its next requests, whose answer nobody awaits. */
  endAddin(request: number): void {
    this.host.faults.at(request, { kind: 'act', act: () => (this.frame.src = 'about:blank') });
  }

  /** Starts the add-in again on the workbook as it is. */
  startAddin(): void {
    this.host.forgetClient();
    const page = this.frame.contentWindow;
    const isThere = page !== null && page.location.href !== 'about:blank';
    this.requestsBefore = isThere ? Infinity : this.host.requests.length;
    // The pane that ends may still ask for something: it is not the one that starts.
    if (isThere)
      page.addEventListener('pagehide', () => (this.requestsBefore = this.host.requests.length), { once: true });
    this.frame.src = this.addinAddress;
    if (isThere) page.location.reload(); // the same address again only goes to its fragment
  }

  /** Resolves when the formulas are up to date and the rows have their heights. */
  async settled(): Promise<void> {
    await this.grid.calculated();
    this.rowFitting.flush();
  }

  /** A copy of the file with what changed since it was opened. */
  copy(): WorkbookCopy {
    return workbookCopy({
      bytes: this.bytes,
      opened: this.asOpened,
      now: copyState(this.grid, this.host.model.charts),
      measure: this.parts.measure,
    });
  }

  /** Presses a ribbon button; resolves when the add-in is done. */
  async invoke(action: string, controlId: string): Promise<void> {
    await this.transport.invokeCommand(action, controlId);
  }

  /** Closes the workbook and its add-in, as Excel does. */
  dispose(): void {
    this.stopFollowing();
    this.rowFitting.dispose();
    this.asOpened.dispose();
    this.charts.dispose();
    this.frame.remove();
    this.transport.dispose();
    this.host.dispose();
  }
}
