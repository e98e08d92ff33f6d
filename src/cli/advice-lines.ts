/** The advice of a plan to the writer of its documents, a line each, under the sentence that names the copy. */
import { describeAdviceAfter } from '../messages/describe-advice';
import type { Language } from '../messages/language';
import type { WritePlan } from '../workbook/plan';
import type { CommandIo } from './command';

/** Prints them under the sentence that names the copy; beside a JSON object, which is alone, as messages. */
export function printWritten(
  sentence: string,
  advice: readonly string[],
  format: string,
  io: Pick<CommandIo, 'out' | 'error'>,
): void {
  if (format === 'text') io.out(`\n${[sentence, ...advice].join('\n')}\n`);
  else for (const line of advice) io.error(`${line}\n`);
}

/** `kept`: the workbook that was copied. */
export function adviceLines({ advice = [] }: WritePlan, language: Language, kept: string): readonly string[] {
  return advice.flatMap(({ sheet, advice: list }) =>
    list.map((one) => `${sheet} – ${describeAdviceAfter(one, language, kept)}`),
  );
}
