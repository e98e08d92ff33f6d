/** The rooms of the architecture and the arrows between them: which folder may import which. */
import type { SourceFile } from './sources';

/** A room may import itself and the rooms listed; the order is from the inside to the edge. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  workbook: ['domain'],
  conventions: ['domain', 'workbook'],
  chorus: ['domain', 'workbook'],
  messages: ['domain', 'workbook'],
  documents: ['domain', 'workbook', 'messages'],
  application: ['domain', 'workbook', 'conventions', 'chorus', 'messages', 'documents'],
  'adapters/excel': ['domain', 'workbook', 'application'],
  'adapters/xlsx': ['domain', 'workbook', 'application'],
  functions: ['domain', 'workbook', 'application', 'messages'],
  commands: ['domain', 'workbook', 'application', 'messages', 'adapters/excel'],
  // adapters/xlsx: an extract dropped on the pane may be a workbook, and a publication holds one; fetched then, never
  // at the start (test/bundle.test.ts).
  taskpane: [
    'domain',
    'workbook',
    'conventions',
    'messages',
    'documents',
    'application',
    'adapters/excel',
    'adapters/xlsx',
    'functions',
    'commands',
  ],
  library: ['domain', 'workbook', 'conventions', 'messages', 'documents', 'application', 'adapters/xlsx'],
  cli: ['domain', 'workbook', 'conventions', 'messages', 'documents', 'application', 'adapters/xlsx', 'library'],
  'workbench/host': [],
  'workbench/page': ['domain', 'workbook', 'messages', 'application', 'adapters/xlsx', 'workbench/host'],
};

/** The room of a path below `src/` or `workbench/`; null outside both. */
export function roomOf(path: string): string | null {
  if (!/^(src|workbench)\//.test(path)) return null;
  const local = path.replace(/^src\//, '');
  return Object.keys(ARROWS).find((room) => local.startsWith(`${room}/`)) ?? `unknown room of ${path}`;
}

/** Imports that go against the arrows. */
export function arrowsBroken(sources: readonly SourceFile[]): string[] {
  return sources.flatMap((source) => {
    const room = roomOf(source.path);
    if (room === null) return [];
    const allowed = ARROWS[room];
    if (!allowed) return [`${source.path}: put it in one of the rooms: ${Object.keys(ARROWS).join(', ')}`];
    return source.imports
      .filter((edge) => edge.isOurs)
      .map((edge) => ({ edge, target: roomOf(edge.target) }))
      .filter(({ target }) => target !== room && (target === null || !allowed.includes(target)))
      .map(
        ({ edge }) =>
          `${source.path} imports ${edge.target}: ${room} may import ${allowed.join(', ') || 'nothing of ours'}`,
      );
  });
}

/**
 * Cycles of imports, those of types included, each as the list of its files (Tarjan's strongly connected components).
 */
export function importCycles(sources: readonly SourceFile[]): string[][] {
  const edges = new Map(
    sources.map((source) => [source.path, source.imports.filter((edge) => edge.isOurs).map((edge) => edge.target)]),
  );
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const visit = (path: string): void => {
    order.set(path, order.size);
    low.set(path, order.get(path) ?? 0);
    stack.push(path);
    for (const target of edges.get(path) ?? []) {
      if (!edges.has(target)) continue;
      if (!order.has(target)) visit(target);
      if (stack.includes(target)) low.set(path, Math.min(low.get(path) ?? 0, low.get(target) ?? 0));
    }
    if (low.get(path) !== order.get(path)) return;
    const component = stack.splice(stack.indexOf(path));
    if (component.length > 1 || (edges.get(path) ?? []).includes(path)) cycles.push(component);
  };
  for (const path of edges.keys()) if (!order.has(path)) visit(path);
  return cycles;
}

/** Files that no entry reaches. */
export function deadFiles(sources: readonly SourceFile[], entries: readonly string[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const reached = new Set<string>();
  const queue = [...entries];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const edge of byPath.get(path)?.imports ?? []) if (edge.isOurs) queue.push(edge.target);
  }
  return sources.map((source) => source.path).filter((path) => !reached.has(path));
}
