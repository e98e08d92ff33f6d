/** The convention of 2023 with movements, and the findings on them, for the tests of FON-01 to FON-03. */
import type { Finding, FindingOf, RuleCode, Severity } from '../../../../src/domain/controls/findings/finding';
import type { Movement } from '../../../../src/domain/envelopes/convention';
import { findingsIn } from '../../../support/controls';
import { CONVENTION } from './ceilings';

/** A ledger without amounts. */
export const NO_LEDGER = `
  axe 2 | AE | CP
  PDE   |    |
`;

/** The convention with these movements, numbered in their order. */
export function withMovements(movements: readonly Movement[]) {
  return { ...CONVENTION, movements: movements.map((movement, index) => ({ ...movement, index })) };
}

/** The findings of the FON controls in the movements, with a ledger or without. */
export function foundInMovements(movements: readonly Movement[], table = NO_LEDGER): Finding[] {
  return findingsIn(table, { convention: withMovements(movements) }).filter(({ rule }) => rule.startsWith('FON'));
}

/** A finding on a movement. */
export function onMovement<C extends RuleCode>(
  rule: C,
  severity: Severity,
  row: number,
  column: string,
  details: FindingOf<C>['details'],
): Finding {
  return {
    rule,
    severity,
    place: { kind: 'convention', table: 'ENV_Mouvements', row, column },
    details,
    repair: null,
  } as Finding;
}
