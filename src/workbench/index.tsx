import { createRoot } from 'react-dom/client';
import { Page } from './components/Page';
import { importWorkbook } from './import';
import { PageStore } from './page-store';
import { startUniver } from './univer-page';
import { makeGridFrench } from './french-grid';
import { createUniverGrid } from '../host/univer/univer-grid';
import './workbench.css';
const store = new PageStore();
let grid: HTMLElement;
createRoot(document.getElementById('root')!).render(<Page store={store} gridRef={(e) => { if (e) { grid = e; void go(); } }} paneRef={() => {}} onOpen={() => {}} onCommand={() => {}} />);
async function go() {
  const r = await fetch('/workbook');
  const bytes = new Uint8Array(await r.arrayBuffer());
  const t0 = performance.now();
  const w = importWorkbook(bytes, 'x');
  if (!w.ok) { store.change({ message: { sentence: JSON.stringify(w.failure), remedy: '' } }); return; }
  const t1 = performance.now();
  const univer = startUniver(grid);
  const g = createUniverGrid(univer, w.value);
  makeGridFrench(univer);
  (window as any).g = g;
  await g.calculated();
  store.change({ fileName: 'Suivi 2023.xlsx' });
  (window as any).t = [t1 - t0, performance.now() - t1];
}
