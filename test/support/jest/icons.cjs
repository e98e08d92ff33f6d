// The icons of Fluent, each from its own line of the package when a screen first asks for it: the package holds all of
// them in a few files of a thousand, which each suite of the pane would otherwise run whole.
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const PACKAGE = join(__dirname, '../../../node_modules/@fluentui/react-icons/lib-cjs');
const TOOLS = ['utils/bundleIcon', 'utils/constants', 'utils/createFluentIcon', 'utils/wrapIcon', 'contexts/index'];

const known = Object.assign({}, ...TOOLS.map((tool) => require(`${PACKAGE}/${tool}.js`)));

const read = {};
/** The text of each script of a folder of the package. */
function scriptsOf(folder) {
  const files = () => readdirSync(join(PACKAGE, folder)).filter((file) => file.endsWith('.js'));
  return (read[folder] ??= files().map((file) => readFileSync(join(PACKAGE, folder, file), 'latin1')));
}

/** « ChevronDown16Regular » is one of the icons with a size; undefined for an icon that the package has not. */
function iconNamed(name) {
  const definition = `exports.${name} = (`;
  for (const script of scriptsOf(/\d/.test(name) ? 'sizedIcons' : 'icons')) {
    const start = script.indexOf(definition);
    if (start < 0) continue;
    const made = {};
    new Function('exports', 'createFluentIcon_1', script.slice(start, script.indexOf('\n', start)))(made, known);
    return made[name];
  }
  return undefined;
}

module.exports = new Proxy(known, {
  get(_, name) {
    if (name === '__esModule') return true;
    if (typeof name === 'string') known[name] ??= iconNamed(name);
    return known[name];
  },
});
