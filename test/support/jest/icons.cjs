// The icons of Fluent, each from its own file when a screen first asks for it: the index of the package holds all of
// them, which each suite of the pane would otherwise load whole.
const PACKAGE = '../../../node_modules/@fluentui/react-icons/lib-cjs';
const TOOLS = ['utils/bundleIcon', 'utils/constants', 'utils/createFluentIcon', 'utils/wrapIcon', 'contexts/index'];
const SIZE_AND_STYLE = /\d{0,2}(?:Regular|Filled|Light|Color)$/;

const known = Object.assign({}, ...TOOLS.map((tool) => require(`${PACKAGE}/${tool}.cjs`)));

/** « ChevronDown16Regular » is in `chevron-down`. */
function iconNamed(name) {
  const file = name.replace(SIZE_AND_STYLE, '').replace(/([a-z\d])([A-Z])/g, '$1-$2');
  return require(`${PACKAGE}/atoms/svg/${file.toLowerCase()}.cjs`)[name];
}

module.exports = new Proxy(known, {
  get(_, name) {
    if (name === '__esModule') return true;
    if (typeof name === 'string') known[name] ??= iconNamed(name);
    return known[name];
  },
});
