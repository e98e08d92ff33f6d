/** A function or a parameter without its help in each language does not compile; `npx tsc` checks each directive. */
import { FUNCTION_HELP, type FunctionHelp, type ParameterHelp } from '../../src/functions/function-help';

const { RATE, ...others } = FUNCTION_HELP;

// @ts-expect-error a function is missing
export const withoutRate: typeof FUNCTION_HELP = others;

// @ts-expect-error the English sentence is missing
export const withoutEnglish: FunctionHelp = { fr: 'Taux', parameters: RATE.parameters };

// @ts-expect-error the English sentence of a parameter is missing
export const parameter: ParameterHelp = { name: 'envelope', type: 'string', fr: 'Enveloppe' };
