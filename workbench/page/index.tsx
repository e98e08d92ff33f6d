/** Composition root of the workbench: the window, the grid in it, Excel's side, and the add-in exactly as built. */
import { createRoot } from 'react-dom/client';
import { Page } from './components/Page';
import { localeIn } from './page-locale';
import { PageStore } from './page-store';
import { createTestingApi } from './testing-api';
import { startUniver } from './univer-page';
import { Workbench } from './workbench';
import './workbench.css';

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
        onCommand={(command) => void workbench()?.run(command)}
      />,
    );
  });
}

async function start(): Promise<void> {
  const store = new PageStore(localeIn(window.location.search));
  let workbench: Workbench | null = null;
  const places = await drawWindow(store, () => workbench);
  workbench = new Workbench(store, startUniver(places.grid), places.pane);
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
