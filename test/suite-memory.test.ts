/** A worker of jest gives back the memory of a suite that has ended, although it keeps what V8 compiled for it. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const RUNNER = join(__dirname, 'support', 'jest', 'warm-circus.cjs');

/** Compiles a module in the realms of five suites that end at once; prints how many realms are left. */
const FIVE_SUITES = `
  const vm = require('node:vm');
  const { getHeapStatistics } = require('node:v8');
  require(${JSON.stringify(RUNNER)});
  const suite = (number) => {
    const source = 'return ' + number;
    vm.compileFunction(source, [], { filename: 'module-' + number + '.js', parsingContext: vm.createContext({}) })();
  };
  [1, 2, 3, 4, 5].forEach(suite);
  setImmediate(() => {
    globalThis.gc();
    console.log(getHeapStatistics().number_of_native_contexts);
  });
`;

test('the realms of five suites that have ended are gone', () => {
  const left = execFileSync(process.execPath, ['--expose-gc', '-e', FIVE_SUITES], { encoding: 'utf8' });
  expect(Number(left)).toBe(1);
});
