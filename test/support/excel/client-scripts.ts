/**
 * The scripts of the Office.js client as one function of a page's window. It is compiled once and called for each
 * client: the classes are made afresh, while V8 keeps the optimised code of their methods. A context for each window
 * would lose that, and look every global up through a hook of Node.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createContext, Script, type Context } from 'node:vm';

/** The globals of a page, as the scripts see them. */
export type ClientWindow = Record<string, unknown>;

export const DIST = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

const scripts = new Map<string, Script>();

/** Compiled once; a page loads the same files. */
export function scriptOf(file: string): Script {
  const known = scripts.get(file) ?? new Script(sourceOf(file), { filename: file });
  scripts.set(file, known);
  return known;
}

/** Runs the scripts of the client in a window: `Excel`, `Office` and the others become its members. */
export function runClientScripts(window: ClientWindow): void {
  const { run, intrinsics } = (scriptsOfClient ??= compileClient());
  const Type = Object.create(intrinsics.Function as object) as object; // they add to it what belongs to their window
  run.call(window, window, { ...intrinsics, ...window, Type });
}

interface ClientFunction {
  readonly run: (this: ClientWindow, window: ClientWindow, globals: ClientWindow) => void;
  /** `Object`, `Array`… of the realm of the scripts. */
  readonly intrinsics: ClientWindow;
}

let scriptsOfClient: ClientFunction | null = null;

function compileClient(): ClientFunction {
  const context = createContext({});
  const intrinsics = intrinsicsOf(context);
  const [bootstrap, excel] = ['office.debug.js', 'excel-web-16.00.debug.js'].map(sourceOf);
  const shared = globalsMadeBy(`${bootstrap}\n${excel}`);
  const locals = new Set([...Object.keys(intrinsics), ...PAGE_GLOBALS, ...shared]);
  const accessors = shared.map(
    (name) =>
      `${name}: { get: () => ${name}, set: (made) => { ${name} = made }, enumerable: true, configurable: true }`,
  );
  // the bootstrap throws at its end: it looks for its own script tag, which is in no page here
  const source = `(function (window, globals) {
    var { ${[...locals].join(', ')} } = globals;
    Object.defineProperties(window, { ${accessors.join(', ')} });
    try { ${bootstrap}
    } catch (bootstrapNeedsAPage) { window.bootstrapError = bootstrapNeedsAPage; }
    ${excel}
  })`;
  const run = new Script(source, { filename: 'office-js.js' }).runInContext(context) as ClientFunction['run'];
  return { run, intrinsics };
}

/** Globals of a page that the scripts use by their bare name, when the window has them. */
const PAGE_GLOBALS = [
  ...['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'performance', 'URL', 'console'],
  ...['self', 'navigator', 'location', '_richApiNativeBridge'],
];

function intrinsicsOf(context: Context): ClientWindow {
  const names = new Script('Object.getOwnPropertyNames(globalThis)').runInContext(context) as string[];
  const own = names.filter((name) => !['globalThis', 'undefined', 'NaN', 'Infinity'].includes(name));
  return new Script(`({ ${own.join(', ')} })`).runInContext(context) as ClientWindow;
}

/** The globals that the scripts declare, or add to their window and then use by their bare name. */
function globalsMadeBy(source: string): string[] {
  const declared = [...source.matchAll(/^var ([\w$]+)/gm)].map(([, name = '']) => name);
  return [...new Set([...declared, 'Type', 'Sys', 'Microsoft', 'OfficeRuntime', 'OfficeExtensionBatch'])];
}

function sourceOf(file: string): string {
  return readFileSync(join(DIST, file), 'utf8');
}
