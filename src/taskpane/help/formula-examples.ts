/** One formula for each function, with an envelope of the convention: what « Insérer » writes. */
import type { FunctionName } from '../../application/functions/function-answers';

/** Arguments in Excel's invariant form; null for a function whose arguments are the cells of a row. */
const ARGUMENTS: Readonly<Record<FunctionName, ((envelope: string) => string) | null>> = {
  ALLOCATED: (envelope) => `${envelope},"AE"`,
  CONSUMED: (envelope) => `${envelope},"AE"`,
  RESERVED: (envelope) => `${envelope},"CP"`,
  REMAINING: (envelope) => `${envelope},"AE"`,
  AVAILABLE: (envelope) => `${envelope},"AE"`,
  RATE: (envelope) => `${envelope},"AE"`,
  OUTSTANDING: (envelope) => envelope,
  CODE: () => '"activité"',
  DEADLINE: () => 'TODAY()',
  STATUS: (envelope) => envelope,
  WHATIF: (envelope) => `${envelope},"AE",1000`,
  FORECAST: (envelope) => `${envelope},"AE"`,
  CHECK: null,
  SUMMARY: () => '',
  FINDINGS: () => '',
};

/** The formula of a function; null when it needs cells that the user must choose. */
export function exampleOf(name: FunctionName, envelope: string): string | null {
  const given = ARGUMENTS[name];
  return given && `=ENVELOPE.${name}(${given(`"${envelope.replaceAll('"', '""')}"`)})`;
}
