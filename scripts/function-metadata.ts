/**
 * `functions.json` and `functions-en.json`, from which Excel learns the custom functions. webpack.config.js writes both
 * from the table of `src/functions/function-help.ts`. Ids and names are the same in every language: formulas hold them.
 */
import { FUNCTION_HELP, type ParameterHelp } from '../src/functions/function-help';
import type { Language } from '../src/messages/language';

/** The content of the file of a language. */
export function functionsFile(language: Language): string {
  const functions = Object.entries(FUNCTION_HELP).map(([name, help]) => ({
    description: help[language],
    id: name,
    name,
    options: { stream: true },
    parameters: help.parameters.map((parameter) => describeParameter(parameter, language)),
    result: help.result ?? {},
  }));
  return JSON.stringify({ allowCustomDataForDataTypeAny: true, functions }, null, 4);
}

function describeParameter(parameter: ParameterHelp, language: Language): object {
  const { name, type, dimensionality, optional } = parameter;
  return {
    description: parameter[language],
    ...(dimensionality && { dimensionality }),
    name,
    ...(optional && { optional }),
    type,
  };
}
