/** The entry of `enveloppe`: runs the command in a thread of its own, and sets the exit code of the process. */
import { languageIn } from './arguments';
import { SUPERVISOR_WORDS } from './node/supervisor-words';
import { supervise } from './node/supervisor';

const argv = process.argv.slice(2);
void supervise(argv, SUPERVISOR_WORDS[languageIn(argv)]).then((code) => {
  process.exitCode = code;
});
