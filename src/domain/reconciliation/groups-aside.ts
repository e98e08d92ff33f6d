/** Groups of amounts that are not compared: in progress, carried over from earlier years, or set aside for a reason. */
import type { Convention } from '../envelopes/convention';
import { NATURES } from '../money/nature';
import { type ChorusAmount, groupsBy, type LedgerAmount, type NotCompared, sumOf } from './amounts';
import { groupOf, type ReconciliationGroup } from './groups';
import type { RolledRest } from '../envelopes/outstanding/rolled-rests';

/** By EJ, what the ledger reserves and what Chorus has certified or invoiced: for information, never a gap. */
export function progressGroups(
  reserved: readonly LedgerAmount[],
  stages: readonly ChorusAmount[],
): ReconciliationGroup[] {
  const linesOf = new Map<string, ChorusAmount[]>();
  for (const line of stages) {
    const known = linesOf.get(line.ej);
    if (known) known.push(line);
    else linesOf.set(line.ej, [line]);
  }
  const groups = groupsBy(reserved, ({ ej }) => ej).map((rows) => {
    const ej = rows[0]?.ej ?? '';
    const lines = linesOf.get(ej) ?? [];
    linesOf.delete(ej);
    return groupOf('CP', 'inProgress', rows, lines);
  });
  return [...groups, ...[...linesOf.values()].map((lines) => groupOf('CP', 'inProgress', [], lines))];
}

/**
 * By EJ, what Chorus brings forward beside the opening amount that ENV_RAP lists, or else that the earlier years of the
 * ledger leave; an EJ that neither gives is only shown.
 */
export function carryOverGroups(
  carryOvers: readonly ChorusAmount[],
  { rap, creditYear: year }: Convention,
  rolled: ReadonlyMap<string, RolledRest>,
): ReconciliationGroup[] {
  return groupsBy(carryOvers, ({ ej, line }) => `${ej} ${line.nature}`).map((lines) => {
    const index = rap.findIndex(({ ej }) => ej === lines[0]?.ej);
    const nature = lines[0]?.line.nature ?? 'AE';
    if (index < 0) {
      const rest = nature === 'AE' ? rolled.get(lines[0]?.ej ?? '') : undefined;
      if (!rest) return groupOf(nature, 'notCompared', [], lines, { why: 'carryOver' });
      const isSame = rest.cents === sumOf(lines);
      return groupOf(nature, isSame ? 'matched' : 'amountDiffers', [], lines, { by: 'rap', listed: rest });
    }
    const cents = rap.filter(({ ej }) => ej === lines[0]?.ej).reduce((total, { amount }) => total + amount.cents, 0);
    const status = cents === sumOf(lines) ? 'matched' : 'amountDiffers';
    return groupOf(nature, status, [], lines, { by: 'rap', listed: { cents, index, year } });
  });
}

/** One group for each reason and nature. */
export function groupsAside(
  rows: readonly { readonly amount: LedgerAmount; readonly why: NotCompared }[],
  lines: readonly { readonly amount: ChorusAmount; readonly why: NotCompared }[],
  taken: ReadonlySet<LedgerAmount | ChorusAmount>,
): ReconciliationGroup[] {
  const reasons = new Set([...rows, ...lines].map(({ why }) => why));
  return [...reasons].flatMap((why) =>
    NATURES.flatMap((nature) => {
      const ofRows = rows.filter((one) => one.why === why && one.amount.nature === nature && !taken.has(one.amount));
      const ofLines = lines.filter(
        (one) => one.why === why && one.amount.line.nature === nature && !taken.has(one.amount),
      );
      if (ofRows.length + ofLines.length === 0) return [];
      return [
        groupOf(
          nature,
          'notCompared',
          ofRows.map(({ amount }) => amount),
          ofLines.map(({ amount }) => amount),
          { why },
        ),
      ];
    }),
  );
}
