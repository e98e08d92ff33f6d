// The components of Fluent, each package loaded when a screen first uses it: the index loads sixty packages, which takes
// each suite of the pane longer than most of its tests.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const INDEX = join(__dirname, '../../../node_modules/@fluentui/react-components/lib-commonjs/index.cjs');

const text = readFileSync(INDEX, 'utf8');
const packages = new Map(
  Array.from(text.matchAll(/^const (\w+) = require\("([^"]+)"\);$/gm), ([, key, name]) => [key, name]),
);
const exported = new Map(
  Array.from(text.matchAll(/get (\w+) \(\) \{\s+return (\w+)\.(\w+);/g), ([, name, key, member]) => [
    name,
    { key, member },
  ]),
);
if (packages.size === 0 || exported.size === 0) throw new Error('the index of Fluent is written in another way');

const known = { __esModule: true };

module.exports = new Proxy(known, {
  get(_, name) {
    const place = exported.get(name);
    if (!(name in known) && place !== undefined) known[name] = require(packages.get(place.key))[place.member];
    return known[name];
  },
});
