/**
 * A retrait on an EJ of an earlier year: it lowers the restes à payer and frees no AE (GBCP, décret 2012-1246, art.
 * 160). The figures count it so; this says it to who would spend the AE again. An information: nothing is to mend. The
 * earlier EJ are those of the RAP list, and those that the ledger dates before the credits. Switch it off by giving the
 * legal basis on which the AE are freed (`recyclingBasis`).
 */
import type { LedgerRow } from '../../envelopes/ledger';
import type { Commitments } from '../facts/commitments';
import { cellOf, findingAt, type LedgerControl, type Report } from '../control';
import type { Finding } from '../findings/finding';
import { followByEj } from '../live/by-ej';
import { isRetrait } from '../facts/odd-rows';

/** EJ-06. */
export const decommitmentFreesNothing: LedgerControl<'EJ-06'> = {
  rule: 'EJ-06',
  scope: 'ledger',
  needs: ['ejNumber', 'ae'],
  check({ convention, commitments }, report) {
    if (convention.recyclingBasis.trim() !== '') return;
    for (const row of commitments.odd.retraits()) checkRetrait(row, commitments, report);
  },
  follow({ inspection: { convention, commitments } }) {
    const isFreed = convention.recyclingBasis.trim() !== '';
    return followByEj(
      () =>
        isFreed
          ? []
          : new Set([...commitments.odd.retraits()].flatMap(({ ej }) => (ej.kind === 'ej' ? [ej.number] : []))),
      (ej) => {
        const findings: Finding[] = [];
        if (isFreed || !isOfEarlierYear(ej, commitments)) return findings;
        for (const row of commitments.rowsOf(ej))
          if (isRetrait(row)) checkRetrait(row, commitments, (finding) => void findings.push(finding));
        return findings;
      },
    );
  },
};

function checkRetrait(row: LedgerRow, commitments: Commitments, report: Report<'EJ-06'>): void {
  if (row.ej.kind !== 'ej' || row.ae.kind !== 'amount' || !isOfEarlierYear(row.ej.number, commitments)) return;
  const listed = commitments.isEarlier(row.ej.number);
  report(findingAt('EJ-06', 'info', cellOf(row, 'ae'), { ej: row.ej.number, cents: -row.ae.cents, listed }));
}

function isOfEarlierYear(ej: string, commitments: Commitments): boolean {
  return commitments.isEarlier(ej) || commitments.isDatedEarlier(ej);
}
