/** A command over one workbook, in a thread of its own: what several commands share to process many workbooks. */
import { languageIn } from './arguments';
import { type CommandIo, refusalTo, type ThreadCommand } from './command';
import type { FileOutcome } from './file-outcome';
import { assert } from '../domain/result';

/** The commands that are given many workbooks. */
const COMMANDS: Readonly<Record<string, () => Promise<ThreadCommand>>> = {
  check: async () => (await import('./check-command')).checkInThread,
  export: async () => (await import(/* webpackChunkName: "export" */ './lake/export-command')).exportInThread,
};

/** Runs a command over one workbook, and keeps what it prints. */
export async function outcomeOf([name = '', ...words]: readonly string[], io: CommandIo): Promise<FileOutcome> {
  const printed = { out: [] as string[], error: [] as string[] };
  const kept: CommandIo = {
    ...io,
    out: (text) => void printed.out.push(text),
    error: (text) => void printed.error.push(text),
  };
  const language = languageIn(words);
  const load = COMMANDS[name];
  assert(load, `a command over many workbooks: ${name}`);
  const end = await (await load())(words, { io: kept, refuse: refusalTo(kept, language) }, language);
  return { ...end, out: printed.out.join(''), error: printed.error.join('') };
}
