// jest's own runner of tests, with a memory of what V8 compiled: a worker compiles each module once, not once for each
// suite that loads it. A suite still has its own modules and its own globals.
const vm = require('node:vm');

const compile = vm.compileFunction;
/** By file: its source, and V8's data of it. */
const compiled = new Map();

vm.compileFunction = function compileOnce(source, parameters, options) {
  const known = compiled.get(options?.filename);
  if (known?.source === source) return compile(source, parameters, { ...options, cachedData: known.data });
  const made = compile(source, parameters, { ...options, produceCachedData: true });
  if (options?.filename !== undefined && made.cachedData !== undefined)
    compiled.set(options.filename, { source, data: made.cachedData });
  return made;
};

module.exports = require('jest-circus/runner');
