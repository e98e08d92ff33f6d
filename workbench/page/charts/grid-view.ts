/**
 * Where Univer draws the cells at this moment: the parts of its canvas (one, or up to four around frozen rows and
 * columns), their scroll and the zoom. It reports each drawing, so that what lies over it follows.
 */
import { IUniverInstanceService, UniverInstanceType, type Univer, type Workbook } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import {
  IRenderManagerService,
  SHEET_VIEWPORT_KEY,
  SheetSkeletonManagerService,
  type IRender,
  type Viewport,
} from '@univerjs/preset-sheets-core';
import type { GridView, GridViewListener, ViewPart } from './drawn-charts';

const PARTS: readonly string[] = [
  SHEET_VIEWPORT_KEY.VIEW_MAIN_LEFT_TOP,
  SHEET_VIEWPORT_KEY.VIEW_MAIN_TOP,
  SHEET_VIEWPORT_KEY.VIEW_MAIN_LEFT,
  SHEET_VIEWPORT_KEY.VIEW_MAIN,
];

/** Listens to the drawing of the workbook that is open in this Univer; returns the function that stops it. */
export function followView(univer: Univer, listener: GridViewListener): () => void {
  const injector = univer.__getInjector();
  const workbook = injector.get(IUniverInstanceService).getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
  const unitId = workbook?.getUnitId();
  const manager = injector.get(IRenderManagerService);
  const undo: (() => void)[] = [];
  const follow = (render: IRender): void => {
    const drawing = render.scene.afterRender$.subscribe(() => {
      const canvasPlace = render.engine.getCanvasElement().parentElement;
      const view = viewOf(render);
      if (canvasPlace && view) listener.drawn(view, canvasPlace);
    });
    undo.push(() => drawing.unsubscribe());
  };
  const present = unitId === undefined ? null : manager.getRenderById(unitId);
  if (present) follow(present);
  else {
    const creation = manager.created$.subscribe((render) => {
      if (render.unitId === unitId) follow(render);
    });
    undo.push(() => creation.unsubscribe());
  }
  const api = FUniver.newAPI(univer);
  const layout = api.addEvent(api.Event.SheetSkeletonChanged, () => listener.laidOut());
  undo.push(() => layout.dispose());
  return () => undo.forEach((step) => step());
}

/** Null before the sheet is measured. */
function viewOf(render: IRender): GridView | null {
  const skeleton = render.with(SheetSkeletonManagerService).getCurrentSkeleton();
  if (!skeleton) return null;
  const { scene } = render;
  const zoom = scene.scaleX;
  const headings = { x: skeleton.rowHeaderWidthAndMarginLeft, y: skeleton.columnHeaderHeightAndMarginTop };
  const partOf = (viewport: Viewport): ViewPart => {
    const { left, top } = viewport;
    const scrollbar = viewport.getScrollBar()?.trackThickness ?? 0;
    return {
      left,
      top,
      width: Math.max(0, (viewport.width ?? 0) - scrollbar),
      height: Math.max(0, (viewport.height ?? 0) - scrollbar),
      originX: (headings.x - viewport.viewportScrollX) * zoom - left,
      originY: (headings.y - viewport.viewportScrollY) * zoom - top,
    };
  };
  const shown = PARTS.flatMap((key) => scene.getViewport(key) ?? []).filter((viewport) => viewport.isActive);
  return { zoom, parts: shown.map(partOf).filter(({ width, height }) => width > 0 && height > 0) };
}
