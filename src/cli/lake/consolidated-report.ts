/** `enveloppe report --consolidated`: the délégant's view of a consolidation, as a new workbook. */
import { dirname, relative, resolve, sep } from 'node:path';
import { openXlsx } from '../../adapters/xlsx/open';
import { blankXlsx } from '../../adapters/xlsx/write/blank';
import type { LakeAnswer } from '../../application/lake/lake-answer';
import { planSynthesis, SYNTHESIS_QUERIES } from '../../application/lake/synthesis';
import { type Result, success } from '../../domain/result';
import type { SynthesisQuery } from '../../messages/documents/synthese-fr';
import type { Failure } from '../../workbook/failure';
import type { CommandIo } from '../command';
import { namedQueries } from './named-queries';

/** Writes the synthesis of a lake in a new file; returns the names of its sheets. */
export async function writeSynthesis(
  lake: string,
  output: string,
  io: CommandIo,
): Promise<Result<readonly string[], Failure>> {
  const queries = new Map(namedQueries().map(({ name, sql }) => [name, sql]));
  const answers = new Map<SynthesisQuery, LakeAnswer>();
  for (const query of SYNTHESIS_QUERIES) {
    const answer = await io.lake.query(lake, queries.get(query) ?? '');
    if (!answer.ok) return answer;
    answers.set(query, answer.value);
  }
  const folder = dirname(resolve(output));
  const linkOf = (file: string): string => relative(folder, resolve(lake, file)).split(sep).join('/');
  const plan = planSynthesis({ answers, madeOn: io.today(), linkOf });
  const blank = openXlsx(blankXlsx(), io.codec);
  if (!blank.ok) return blank;
  const bytes = blank.value.apply(plan);
  if (!bytes.ok) return bytes;
  const written = await io.writeNew(output, bytes.value, null);
  if (!written.ok) return written;
  return success(plan.steps.flatMap((step) => (step.kind === 'addSheet' ? [step.sheet] : [])));
}
