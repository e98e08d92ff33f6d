/**
 * Composition root of the add-in: the session over the workbook open in Excel, then the functions, the commands and the
 * pane. Nothing is kept from an earlier run: everything is read again from the workbook.
 */
import { createRoot } from 'react-dom/client';
import { ExcelWorkbook } from '../adapters/excel/excel-workbook';
import { machineClock, machineTimers } from '../adapters/excel/machine';
import { startOffice, type OfficeStart } from '../adapters/excel/office';
import { Session } from '../application/session/session';
import type { OpenWorkbookFile } from '../application/ports';
import type { PackPublication } from '../application/documents/publication';
import { ribbon } from '../commands/ribbon';
import { assert, failure, success, type Result } from '../domain/result';
import { streams } from '../functions/streams';
import { languageOf, type Language } from '../messages/language';
import type { Failure } from '../workbook/failure';
import { App } from './App';
import { ErrorBoundary } from './shared/ErrorBoundary';
import { draftsOf } from './shared/forms/drafts';
import { paneWords } from './shared/pane-words';

/** The example workbook, beside the page. */
const EXAMPLE = 'example.xlsx';

/** The address of this bundle, which is that of its content: another version has another one. */
const VERSION = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';

/** The reader of files is fetched when an extract is a workbook. */
const openWorkbookFile: OpenWorkbookFile = async (bytes) => {
  const { openXlsx } = await import(/* webpackChunkName: "xlsx" */ '../adapters/xlsx/open');
  const file = openXlsx(bytes);
  return file.ok ? success(file.value.read()) : file;
};

/** The writer of files is fetched when a publication package is made. */
const packPublication: PackPublication = async (dossier, report, choices) => {
  const files = await import(/* webpackChunkName: "publication" */ '../adapters/xlsx/publication-files');
  return files.packPublication(dossier, report, { ...choices, created: new Date().toISOString() });
};

/** The example is fetched from the add-in's own address when it is asked for. */
const fetchExample = async (): Promise<Result<Uint8Array, Failure>> => {
  try {
    const answer = await fetch(EXAMPLE);
    if (answer.ok) return success(new Uint8Array(await answer.arrayBuffer()));
  } catch (problem) {
    if (!(problem instanceof TypeError)) throw problem; // what `fetch` throws without an answer
  }
  return failure({ code: 'fileMissing', path: EXAMPLE });
};

async function start(office: OfficeStart, session: Session): Promise<void> {
  const language = languageOf(office.displayLanguage);
  document.documentElement.lang = language;
  const reading = office.failure ? session.block(office.failure) : session.start();
  await Promise.all([reading, connectFunctions(session, language), showPane(office, session, language)]);
}

async function showPane({ isDark, address }: OfficeStart, session: Session, language: Language): Promise<void> {
  const root = document.getElementById('root');
  assert(root, 'the page has a root');
  const words = await paneWords(language);
  const drafts = draftsOf(address, VERSION);
  createRoot(root).render(
    <ErrorBoundary words={words} drafts={drafts}>
      <App pane={{ session, words, drafts, packPublication, fetchExample }} isDark={isDark} />
    </ErrorBoundary>,
  );
}

/** The sentences of the functions are fetched while the workbook is read: cells wait for both. */
async function connectFunctions(session: Session, language: Language): Promise<void> {
  const { functionWordsIn } = await import(/* webpackChunkName: "words" */ '../functions/function-sentences');
  streams.connect(
    { functionState: () => session.state().functions, subscribe: session.subscribe },
    functionWordsIn(language),
  );
}

/** The session once its first reading is queued: a click on the ribbon comes after it. */
async function openSession(): Promise<Session> {
  const office = await startOffice();
  const session = new Session(new ExcelWorkbook(office.host), machineClock, machineTimers, openWorkbookFile);
  void start(office, session);
  return session;
}

ribbon.connect(openSession());
