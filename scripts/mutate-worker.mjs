// The test process of `mutate.mjs`: for each message, runs the tests of a room with one mutant switched on.
import { runCLI } from 'jest';

const [, , root] = process.argv;

process.on('message', async ({ tests, switchId, file }) => {
  process.env.__STRYKER_ACTIVE_MUTANT__ = switchId;
  process.env.MUTATED_FILE = file;
  const started = Date.now();
  const { results } = await runCLI({ _: [], $0: '', runInBand: true, silent: true, testPathPatterns: [tests] }, [root]);
  process.send({ killed: !results.success, ms: Date.now() - started });
});
