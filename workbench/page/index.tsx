/** Composition root of the workbench: the window, the grid in it, Excel's side, and the add-in exactly as built. */
import type { Univer } from '@univerjs/core';
import { createRoot } from 'react-dom/client';
import { languageOf } from '../host/languages';
import { Page } from './components/Page';
import { PageStore } from './page-store';
import { PAGE_WORDS } from './page-words';
import { searchOf, viewIn, type PageView } from './page-view';
import { createTestingApi } from './testing-api';
import { setGridTheme, startUniver } from './univer-page';
import { Workbench } from './workbench';
import './workbench.css';

/** Milliseconds. */
const ADDRESS_DELAY = 200;

interface Places {
  readonly grid: HTMLElement;
  readonly pane: HTMLElement;
}

/** Draws the window; resolves with the places that others fill. */
function drawWindow(store: PageStore, workbench: () => Workbench | null): Promise<Places> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no root');
  return new Promise((resolve) => {
    const places: Partial<Places> = {};
    const keep = (name: keyof Places) => (element: HTMLElement | null) => {
      if (element === null) return;
      Object.assign(places, { [name]: element });
      if (places.grid !== undefined && places.pane !== undefined) resolve({ grid: places.grid, pane: places.pane });
    };
    createRoot(root).render(
      <Page
        store={store}
        gridRef={keep('grid')}
        paneRef={keep('pane')}
        onOpen={(files) => void workbench()?.openFiles(files)}
        onSave={() => void workbench()?.saveCopy()}
        onCommand={(command) => void workbench()?.run(command)}
        onView={(change) => changeView(store, workbench(), change)}
      />,
    );
  });
}

/** An add-in reads the theme when it starts: it starts again when another is chosen. */
function changeView(store: PageStore, workbench: Workbench | null, change: Partial<PageView>): void {
  const before = store.read().theme;
  store.change(change);
  if (store.read().theme !== before) workbench?.startAddin();
}

/** The address and the colours follow the view. */
function followView(store: PageStore, univer: Univer): void {
  const show = (): void => {
    const { theme } = store.read();
    document.documentElement.dataset.theme = theme;
    setGridTheme(univer, theme);
  };
  let shown = store.read().theme;
  let address: number | undefined;
  show();
  store.subscribe(() => {
    if (store.read().theme !== shown) show();
    shown = store.read().theme;
    window.clearTimeout(address); // once a drag of the pane is over
    address = window.setTimeout(() => window.history.replaceState(null, '', searchOf(store.read())), ADDRESS_DELAY);
  });
}

async function start(): Promise<void> {
  const store = new PageStore(viewIn(window.location.search));
  const { locale } = store.read();
  document.documentElement.lang = languageOf(locale);
  document.title = PAGE_WORDS[locale].untitled;
  let workbench: Workbench | null = null;
  const places = await drawWindow(store, () => workbench);
  const univer = startUniver(places.grid, locale);
  followView(store, univer);
  workbench = new Workbench(store, univer, places.pane);
  const running = workbench;
  window.workbench = createTestingApi({
    grid: () => running.grid(),
    isReady: () => running.isReady(),
    settled: () => running.settled(),
    fileName: () => store.read().fileName,
    endAddin: (request) => running.endAddin(request),
    startAddin: () => running.startAddin(),
  });
  await running.start();
}

void start();
