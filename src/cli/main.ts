/** The entry of `enveloppe`: reads the arguments of the process and sets its exit code. */
import { NODE_IO } from './node-io';
import { run } from './run';

// A reader such as `| head` closes the pipe when it has read enough: not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

run(process.argv.slice(2), NODE_IO).then(
  (code) => {
    process.exitCode = code;
  },
  (bug: unknown) => {
    process.stderr.write(
      `enveloppe : erreur inattendue, à signaler : ${bug instanceof Error ? bug.message : String(bug)}\n`,
    );
    process.exitCode = 2;
  },
);
