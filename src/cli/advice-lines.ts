/** The advice of a plan to the writer of its documents, a line each, under the sentence that names the copy. */
import { describeAdvice } from '../messages/describe-advice';
import type { Language } from '../messages/language';
import type { WritePlan } from '../workbook/plan';

export function adviceLines({ advice = [] }: WritePlan, language: Language): readonly string[] {
  return advice.flatMap(({ sheet, advice: list }) => list.map((one) => `${sheet} – ${describeAdvice(one, language)}`));
}
