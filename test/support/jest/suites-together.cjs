// `npm test` runs the short suites of a folder, or of a room, together: each group loads the modules of the product once, where jest
// loads them again for each file. A group is a file of its own, written before the run; its suites run in the order of
// their names, each under a `describe` with its path. With a path (`npx jest test/domain/money`), suites run alone.
// The groups in plain Node are bundled before jest starts (bundled-suites.mjs), those of one slow suite too.
const { mkdirSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');
const { groupOfOne, SLOWEST } = require('./slow-first.cjs');

/** Enough for the modules to be shared, and groups that still divide among the workers. */
const MOST_TOGETHER = 12;
/** Rooms whose suites are so short that most of their time would be the load of the modules. */
const ROOM = /^\/test\/(?:application|documents|domain|taskpane|workbench|workbook)(?![^/])/;
const MOST_OF_ROOM = 24;

/**
 * The same suites of a project of jest, in groups under `.cache/suites/NAME`; the slowest ones stay alone. `regex` and
 * `ignored` are the project's patterns over paths that begin with a `/` at the root; `most` suites are in a group.
 * `isBundled`: the files of the groups are in its folder `groups`, for the bundles that jest runs.
 */
function suitesTogether({ root, name, regex, ignored, most = MOST_TOGETHER, isBundled = false }) {
  const isOf = (path) => regex.some((one) => new RegExp(one).test(path));
  const isLeftOut = (path) => ignored.some((one) => new RegExp(one).test(path));
  const suites = readdirSync(join(root, 'test'), { recursive: true })
    .map((path) => `/test/${path.replaceAll('\\', '/')}`)
    .filter((path) => isOf(path) && !isLeftOut(path))
    .sort();
  const isAlone = (path) => SLOWEST.includes(path.slice(1));
  const place = join('.cache', 'suites', name, ...(isBundled ? ['groups'] : []));
  rmSync(join(root, place), { recursive: true, force: true });
  for (const group of groupsOf(
    suites.filter((path) => !isAlone(path)),
    most,
  ))
    writeGroup(root, place, group);
  const alone = suites.filter(isAlone);
  if (isBundled) for (const path of alone) writeGroup(root, place, { file: groupOfOne(path.slice(1)), paths: [path] });
  return {
    testRegex: [
      `/\\.cache/suites/${name}/[^/]*\\.test\\.cjs$`,
      ...(isBundled ? [] : alone.map((path) => `${escaped(path)}$`)),
    ],
  };
}

/** The suites of a folder, or of a room whose folders all load the same modules. */
function groupsOf(suites, most) {
  const placeOf = (path) => ROOM.exec(path)?.[0] ?? dirname(path);
  const places = new Set(suites.map(placeOf));
  return [...places].flatMap((folder) => {
    const paths = suites.filter((path) => placeOf(path) === folder);
    const count = Math.ceil(paths.length / (ROOM.test(folder) ? MOST_OF_ROOM : most));
    const size = Math.ceil(paths.length / count);
    return Array.from({ length: count }, (_, index) => ({
      file: `${folder.slice(1).replaceAll('/', '-')}-${index + 1}.test.cjs`,
      paths: paths.slice(index * size, (index + 1) * size),
    }));
  });
}

function writeGroup(root, place, { file, paths }) {
  mkdirSync(join(root, place), { recursive: true });
  const lines = paths.map((path) => {
    const required = relative(place, path.slice(1)).replaceAll('\\', '/');
    return `describe(${JSON.stringify(path.slice(1))}, () => void require(${JSON.stringify(required)}));\n`;
  });
  writeFileSync(join(root, place, file), lines.join(''));
}

/** True when a path from the root is that of a group. */
function isGroup(path) {
  return path.replaceAll('\\', '/').startsWith('.cache/suites/');
}

/** The paths from the root that the text of a group requires. */
function suitesOfGroup(text) {
  return [...text.matchAll(/^describe\("([^"]+)"/gm)].map(([, path]) => path);
}

function escaped(text) {
  return text.replaceAll(/[.\\]/g, '\\$&');
}

module.exports = { isGroup, suitesOfGroup, suitesTogether };
