/** The advice of a plan to the writer of its documents, a line each, under the sentence that names the copy. */
import { describeAdviceAfter } from '../messages/describe-advice';
import type { Language } from '../messages/language';
import type { WritePlan } from '../workbook/plan';

/** `kept`: the workbook that was copied. */
export function adviceLines({ advice = [] }: WritePlan, language: Language, kept: string): readonly string[] {
  return advice.flatMap(({ sheet, advice: list }) =>
    list.map((one) => `${sheet} – ${describeAdviceAfter(one, language, kept)}`),
  );
}
