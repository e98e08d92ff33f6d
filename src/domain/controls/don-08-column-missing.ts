/**
 * A column that the convention needs is not in the team's table: the controls that read it are « non contrôlables », which is said once
 * for each column, at the headings, rather than never (convention, art. 2.2 and 3: the codes and the follow-up of expenses). A warning for
 * a code that the convention rules, an amount that it bounds and a date that it needs; an information for the rest. The other columns of a
 * ledger are a matter of taste and nothing is said of them. Switch it off for a ledger that keeps part of its columns elsewhere.
 */
import type { Convention } from '../envelopes/convention';
import { envelopeFieldOf } from '../envelopes/envelope-field';
import type { LedgerField } from '../envelopes/ledger';
import { IMPUTATION_FIELDS, type ImputationField } from '../imputation/imputation';
import type { Nature } from '../money/nature';
import { cellOf, findingAt, type Control, type LedgerControl } from './control';
import type { Severity } from './finding';
import type { Inspection } from './inspection';

/** Codes that begin with their programme: one of them is enough to know it. */
const WITH_PROGRAMME: readonly ImputationField[] = ['functionalDomain', 'financialCentre', 'activity'];

/** DON-08; `controls` is the registry, asked when the control runs. */
export function columnMissing(controls: () => readonly Control[]): LedgerControl<'DON-08'> {
  return {
    rule: 'DON-08',
    scope: 'ledger',
    needs: [],
    check(inspection, report) {
      const [headings] = inspection.ledger.headings;
      if (headings === undefined) return;
      for (const [field, severity] of wanted(inspection)) {
        if (severity === null || inspection.has(field)) continue;
        const prevented = controls().filter((control) => reads(control, field)).map(({ rule }) => rule).sort();
        report(findingAt('DON-08', severity, cellOf({ key: headings }, field), { field, prevented }));
      }
    },
  };
}

function reads(control: Control, field: LedgerField): boolean {
  return control.needs.includes(field) || (control.scope === 'row' && (control.judges?.includes(field) ?? false));
}

/** The columns that this convention needs, and how much; null when it does not. */
function wanted(inspection: Inspection): readonly (readonly [LedgerField, Severity | null])[] {
  const { convention } = inspection;
  const bounds = (nature: Nature): boolean => [convention, ...convention.envelopes].some(({ ceilings }) => ceilings[nature] !== null);
  const when = (isNeeded: boolean, severity: Severity): Severity | null => (isNeeded ? severity : null);
  const [commits, pays] = [inspection.has('ae'), inspection.has('cp')];
  const boundsService = convention.endAppliesTo.includes('serviceCertified');
  return [
    ...IMPUTATION_FIELDS.map((field) => [field, needOfCode(field, inspection)] as const),
    ['budgetLine', when(convention.envelopes.some(({ lines }) => lines.length > 0), 'info')],
    ['ejNumber', 'info'],
    ['commitmentDate', when(commits, 'warning')],
    ['serviceDate', when(pays, boundsService ? 'warning' : 'info')],
    ['paymentDate', when(pays, 'warning')],
    ['ae', when(bounds('AE'), 'warning')],
    ['cp', when(bounds('CP'), 'warning')],
  ];
}

/** The first axis is analytic and decides no credit; the second names the envelope, which a convention with one only does not need. */
function needOfCode(field: ImputationField, inspection: Inspection): Severity | null {
  const { convention } = inspection;
  if (!isRuled(convention, field)) return null;
  if (field === 'programme' && WITH_PROGRAMME.some((other) => inspection.has(other) && isRuled(convention, other))) return null;
  return field === 'ministerialAxis1' ? 'info' : 'warning';
}

function isRuled(convention: Convention, field: ImputationField): boolean {
  if (field === envelopeFieldOf(convention) && convention.envelopes.length > 1) return true;
  return convention.imputation.some((rule) => rule.field === field);
}
