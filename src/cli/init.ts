/**
 * `enveloppe init`: a new workbook with the tables of a convention and an empty ledger. A file that exists is never
 * replaced.
 */
import { blankXlsx } from '../adapters/xlsx/write/blank';
import { openXlsx } from '../adapters/xlsx/open';
import { planInitialise } from '../application/writing/initialise';
import { withJournal } from '../application/writing/journal';
import { planNewLedger } from '../application/writing/start-ledger';
import { LEDGER_NAME, SHEETS } from '../workbook/workbook-names';
import type { Failure } from '../workbook/failure';
import type { InitOptions } from './arguments';
import type { CommandIo } from './io';
import { namedConvention } from './load';
import type { ExitCode } from './run';
import { wordsOf } from './words';

export async function init(
  options: InitOptions,
  io: CommandIo,
  refuse: (failure: Failure, file: string | null) => 2,
): Promise<ExitCode> {
  const convention = await namedConvention(options, io);
  if (!convention.ok) return refuse(convention.failure, options.convention);
  const blank = openXlsx(blankXlsx(), io.codec);
  if (!blank.ok) return refuse(blank.failure, null);
  const workbook = blank.value.read();
  const tables = convention.value && planInitialise(workbook, convention.value);
  const ledger = convention.value && planNewLedger(workbook, convention.value);
  if (!tables || !ledger) return refuse({ code: 'noConvention' }, null);
  if (!tables.ok) return refuse(tables.failure, options.output);
  if (!ledger.ok) return refuse(ledger.failure, options.output);
  const plan = { ...tables.value, steps: [...tables.value.steps, ...ledger.value.steps] };
  const told = withJournal(workbook, plan, { on: io.today(), author: options.author });
  if (!told.ok) return refuse(told.failure, options.output);
  const bytes = blank.value.apply(told.value);
  if (!bytes.ok) return refuse(bytes.failure, options.output);
  const written = await io.writeNew(options.output, bytes.value);
  if (!written.ok) return refuse(written.failure, options.output);
  io.out(`${wordsOf(options.language).written(options.output, [SHEETS.convention, LEDGER_NAME].join(', '))}\n`);
  return 0;
}
