/**
 * The actions of the window: opens workbooks, one at a time, and passes ribbon buttons to the add-in. A refused file
 * changes nothing.
 */
import type { Univer } from '@univerjs/core';
import type { FunctionsFile } from '../host/custom-functions/metadata';
import type { Grid } from '../host/grid';
import { languageOf } from '../host/languages';
import { describeFailure } from '../../src/messages/failures';
import type { Failure } from '../../src/workbook/failure';
import { makeGridFrench } from './french-grid';
import { importWorkbook } from './import';
import { readManifest, type AddinManifest, type RibbonCommand } from './manifest';
import type { PageMessage, PageStore } from './page-store';
import { canvasMeasure } from './row-heights';
import { OpenWorkbook } from './open-workbook';
import type { PageLocale } from './page-locale';
import { PAGE_WORDS, type PageWords } from './page-words';
import { COPY_WORDS } from './saving/copy-words';
import { download, drawn } from './saving/download';
import { copyName } from './saving/workbook-copy';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The built add-in. */
interface Addin {
  readonly manifest: AddinManifest;
  readonly functions: FunctionsFile;
}

export class Workbench {
  private opened: OpenWorkbook | null = null;
  private addin: Addin | null = null;
  private readonly measure = canvasMeasure();

  constructor(
    private readonly store: PageStore,
    private readonly univer: Univer,
    private readonly pane: HTMLElement,
  ) {}

  /** Opens the workbook given to the server. */
  async start(): Promise<void> {
    this.addin = await fetchAddin(this.store.read().locale);
    if (this.addin === null) return this.showMessage(this.words.addinMissing);
    this.store.change({ manifest: this.addin.manifest });
    const answer = await fetch('/workbook');
    if (!answer.ok) return this.showMessage(this.words.noWorkbook);
    const name = nameIn(answer.headers.get('Content-Disposition') ?? '') ?? this.words.unnamedFile;
    this.open(name, new Uint8Array(await answer.arrayBuffer()));
  }

  /** Opens a file chosen or dropped by the user. */
  async openFiles(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (file === undefined) return;
    if (files.length > 1) return this.showMessage(this.words.severalFiles);
    this.store.change({ opening: file.name });
    try {
      this.open(file.name, new Uint8Array(await file.arrayBuffer()));
    } catch (problem) {
      if (!(problem instanceof DOMException)) throw problem;
      this.refuse({ code: 'fileMissing', path: file.name }); // a folder, or a file that was deleted meanwhile
    } finally {
      this.store.change({ opening: null });
    }
  }

  async run(command: RibbonCommand): Promise<void> {
    if (command.action.kind === 'showPane') this.store.change({ isPaneShown: true });
    else await this.opened?.invoke(command.action.name, command.id);
  }

  /** Downloads a copy of the workbook, and shows what it does not hold. */
  async saveCopy(): Promise<void> {
    const { opened } = this;
    const { fileName, locale, isSaving } = this.store.read();
    const words = COPY_WORDS[locale];
    if (opened === null || fileName === null || isSaving) return;
    if (opened.isEditing) return this.store.change({ message: words.editing });
    this.store.change({ isSaving: true });
    try {
      await drawn();
      await opened.settled();
      const copy = opened.copy();
      if (copy.kind === 'refused') return this.store.change({ message: words.refused(copy.refusal) });
      const name = copyName(fileName, words.copy);
      download(name, copy.bytes);
      const { omissions } = copy;
      const message = omissions.length === 0 ? words.saved(name) : words.savedWithout(name, omissions);
      this.store.change({ message });
    } finally {
      this.store.change({ isSaving: false });
    }
  }

  /** Null until a workbook is open. */
  grid(): Grid | null {
    return this.opened?.grid ?? null;
  }

  async settled(): Promise<void> {
    await this.opened?.settled();
  }

  isReady(): boolean {
    return this.opened?.isAddinStarted === true;
  }

  endAddin(request: number): void {
    this.opened?.endAddin(request);
  }

  startAddin(): void {
    this.opened?.startAddin();
  }

  private open(name: string, bytes: Uint8Array): void {
    if (this.addin === null) return;
    const workbook = importWorkbook(bytes, name, this.measure);
    if (!workbook.ok) return this.refuse(workbook.failure);
    const isFirst = this.opened === null;
    this.opened?.dispose();
    this.opened = new OpenWorkbook(
      {
        univer: this.univer,
        ...this.addin,
        locale: this.store.read().locale,
        theme: () => this.store.read().theme,
        measure: this.measure,
        pane: this.pane,
        onProtectedSheet: () => this.showMessage(this.words.sheetProtected),
        onPane: (isPaneShown) => this.store.change({ isPaneShown }),
        onNewWorkbook: (base64) => this.saveNewWorkbook(base64),
        onFileHeld: () => this.store.change({ isFileHeld: true }),
      },
      workbook.value,
      bytes,
    );
    if (isFirst && this.store.read().locale === 'fr-FR') makeGridFrench(this.univer);
    document.title = this.words.title(name);
    const { leftOut, largeFormulas } = workbook.value;
    const message = this.words.limits(leftOut, largeFormulas);
    this.store.change({ fileName: name, message, isPaneShown: true });
  }

  /** Saves the file, where Excel would open a window. */
  private saveNewWorkbook(base64: string): void {
    const link = document.createElement('a');
    link.href = `data:${XLSX};base64,${base64}`;
    link.download = this.words.newWorkbookFile;
    link.click();
    this.showMessage(this.words.newWorkbook);
  }

  private refuse(failure: Failure): void {
    this.showMessage(describeFailure(failure, languageOf(this.store.read().locale)));
  }

  private showMessage(message: PageMessage): void {
    this.store.change({ message });
  }

  private get words(): PageWords {
    return PAGE_WORDS[this.store.read().locale];
  }
}

/** Null when the add-in is not built. */
async function fetchAddin(locale: PageLocale): Promise<Addin | null> {
  const manifestAnswer = await fetch('/manifest.xml');
  if (!manifestAnswer.ok) return null;
  const manifest = readManifest(await manifestAnswer.text(), locale);
  const functionsAnswer = await fetch(manifest.functions);
  return functionsAnswer.ok ? { manifest, functions: (await functionsAnswer.json()) as FunctionsFile } : null;
}

/** The name of the file in the server's answer; null without one. */
function nameIn(disposition: string): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return encoded === undefined ? null : decodeURIComponent(encoded);
}
