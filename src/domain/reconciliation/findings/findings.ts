/**
 * The findings of the reconciliation (CHO-01 to CHO-05), one for each operation that does not agree, at the cell to
 * correct: the ledger's when there is one, otherwise the line of the extract. They are not run with the controls, since
 * they need an extract.
 */
import type { CivilDate } from '../../calendar/civil-date';
import { cellOf, findingAt } from '../../controls/control-contract';
import { rapCell } from '../../controls/rules/kit/convention-place';
import type { GapExplained, LineOfExtract } from '../../controls/findings/details/cho';
import type { Finding, FindingOf } from '../../controls/findings/finding';
import { IMPUTATION_FIELDS } from '../../imputation/imputation';
import type { Nature } from '../../money/nature';
import { type ChorusAmount, type LedgerAmount, NO_DAY, shownDp } from '../amounts';
import { chargedTo } from '../code-differences';
import type { ChorusExtract } from '../extract';
import type { CodeShare, CodeShares, ReconciliationGroup } from '../groups';
import type { CreditYear } from '../ledger-side';
import { givesNature } from '../given-natures';
import { ignoredLines, type IgnoredLines } from './lines-of-number';
import { cellOfCounterpart, notInLedger, placeOfCounterpart, twiceInChorus } from './not-in-ledger';
import { amountField, dateField, ledgerPlace, operationOf } from './operations';
import { areOfNoDay, areOfNoYear, mayIncludeCarryOver } from './years-of-lines';

/** The findings of the groups, in their order. */
export function findingsOfGroups(
  groups: readonly ReconciliationGroup[],
  extracts: readonly ChorusExtract[],
  year: CreditYear,
): Finding[] {
  const findings: Finding[] = [];
  const lastDays = lastDaysOf(groups, extracts);
  const ignored = ignoredLines(extracts);
  for (const group of groups) {
    if (group.status === 'notInChorus') findings.push(notInChorus(group, lastDays[group.nature], ignored, extracts));
    else if (group.status === 'notInLedger') findings.push(notInLedger(group, extracts, year));
    else if (group.status === 'twiceInChorus') findings.push(twiceInChorus(group, extracts));
    else if (group.status === 'amountDiffers') findings.push(amountDiffers(group, ignored, extracts, year));
    if (group.codes.length > 0) findings.push(codesDiffer(group));
  }
  return withoutRepeats(findings);
}

/** The AE and the CP of a row have the same wrong code: one fault, at its cell, of the AE in whatever order they come. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, FindingOf<'CHO-04'>>();
  for (const finding of findings) {
    if (finding.rule !== 'CHO-04') continue;
    const { place, details } = finding;
    const codesOf = (shares: readonly CodeShare[]): readonly string[] => shares.map(({ code }) => code);
    const key = JSON.stringify([place, codesOf(details.ledger), codesOf(details.chorus)]);
    const known = kept.get(key);
    if (!known || (details.nature === 'AE' && known.details.nature === 'CP')) kept.set(key, finding);
  }
  const found = new Set(kept.values());
  return findings.filter((finding) => finding.rule !== 'CHO-04' || found.has(finding));
}

/**
 * An extract that ends before the row cannot show it: then only a doubt is possible. One that has the EJ or the DP on a
 * line that was not read does not lack it, nor one that gives it as cancelled or not validated.
 */
function notInChorus(
  group: ReconciliationGroup,
  lastDay: number,
  ignored: IgnoredLines,
  extracts: readonly ChorusExtract[],
): Finding {
  const { nature, rows, ledgerCents, counterpart } = group;
  const [row] = rows;
  const isLater = lastDay !== NO_DAY && rows.every(({ day }) => day > lastDay);
  const operation = operationOf(nature, rows);
  const otherYear = counterpart?.kind === 'otherYear' ? counterpart.date : null;
  const afterAsOf = counterpart?.kind === 'afterAsOf' ? counterpart.date : null;
  const otherExercise = counterpart?.exercise ?? null;
  const otherDay = otherYear ?? otherExercise ?? afterAsOf;
  const repeated = counterpart?.line ? lineOf(counterpart.line, extracts) : null;
  const unreadLine = otherDay === null && repeated === null ? ignored.unread[nature].find(group) : null;
  const isAbsent = otherDay === null && repeated === null && unreadLine === null;
  const effectlessLine = isAbsent ? ignored.effectless[nature].find(group) : null;
  const lastDate = isLater && isAbsent && effectlessLine === null ? (lastDay as CivilDate) : null;
  const field = otherDay === null ? amountField(nature) : dateField(nature);
  const others = {
    ...(otherExercise !== null && { otherExercise }),
    ...(afterAsOf !== null && { afterAsOf }),
    ...(repeated !== null && { repeated }),
  };
  const details = { ...operation, cents: ledgerCents, otherYear, ...others, lastDate, unreadLine, effectlessLine };
  const isDoubt = lastDate !== null || repeated !== null;
  return findingAt('CHO-01', isDoubt ? 'warning' : 'error', ledgerPlace(row, field), details);
}

function lineOf(
  { extract, line }: { readonly extract: number; readonly line: number },
  extracts: readonly ChorusExtract[],
): LineOfExtract {
  return { source: extracts[extract]?.source ?? '', line };
}

/**
 * The list of restes à payer may rightly hold a part of what Chorus brings forward: a doubt. What is left of the EJ or
 * of the DP may be on a line of the extract, or in a cell of the ledger, that is not read: then they are not compared.
 * What is missing may be on a row that is not compared: the place is that row.
 */
function amountDiffers(
  group: ReconciliationGroup,
  ignored: IgnoredLines,
  extracts: readonly ChorusExtract[],
  year: CreditYear,
): Finding {
  const { nature, rows, lines, ledgerCents, chorusCents, listed, counterpart, codes } = group;
  const [row] = rows;
  const isUnread = counterpart?.kind === 'unread';
  const unreadLine = isUnread ? null : ignored.unread[nature].find(group);
  const gap = unreadLine === null ? gapOf(group, extracts, year) : null;
  const hasMore = gap === null && listed === null && chorusCents > ledgerCents;
  const details = {
    ...operationOf(nature, rows.length > 0 ? rows : lines),
    ledger: listed?.cents ?? ledgerCents,
    chorus: chorusCents,
    listed: listed !== null,
    ...cellOfCounterpart(counterpart),
    ...(unreadLine !== null && { unreadLine }),
    ...(gap !== null && { gap }),
    ...(hasMore && mayIncludeCarryOver(nature, lines, extracts, year) && { isOfAnyYear: true as const }),
    ...(codes.length > 0 && lines.every(({ foreign }) => foreign.length > 0) && { isForeign: true as const }),
  };
  const place = isUnread || gap !== null ? placeOfCounterpart(counterpart, nature) : null;
  const isLater = gap?.kind === 'afterAsOf' && areOfNoDay(lines);
  const isElsewhere = gap?.kind === 'carriedOver' || gap?.kind === 'otherExtract';
  const isDoubt = gap?.isOfAnyYear === true || isElsewhere || isLater;
  if (listed === null)
    return findingAt('CHO-03', isDoubt ? 'warning' : 'error', place ?? ledgerPlace(row, amountField(nature)), details);
  if ('row' in listed)
    return findingAt('CHO-03', 'warning', cellOf({ key: listed.row }, 'ae'), { ...details, isRolled: true });
  return findingAt('CHO-03', 'warning', rapCell(listed.year, listed.index, details.ej, 'Montant'), details);
}

/** The amounts that make up the gap, where one side has them and they are not compared. */
function gapOf(
  { nature, lines, counterpart }: ReconciliationGroup,
  extracts: readonly ChorusExtract[],
  year: CreditYear,
): GapExplained | null {
  if (counterpart === null || counterpart.kind === 'unread' || counterpart.kind === 'outside') return null;
  const { kind, date, row } = counterpart;
  const isOfAnyYear =
    kind === 'otherYear' && (areOfNoYear(lines) || mayIncludeCarryOver(nature, lines, extracts, year));
  return { kind, side: row === null ? 'chorus' : 'ledger', date, ...(isOfAnyYear && { isOfAnyYear: true }) };
}

/**
 * At the first row whose code Chorus does not have, or the first of all when the codes are the same and their amounts
 * are not.
 */
function codesDiffer({ nature, rows, lines, codes }: ReconciliationGroup): Finding {
  const [first, ...others] = codes as readonly [CodeShares, ...CodeShares[]];
  const isUnknown = codes.every(({ field }) => areUnrecognised(lines, field));
  const details = {
    ...operationOf(nature, rows),
    ...first,
    others: others.map(({ field }) => field),
    ...(isUnknown && { isUnknown: true as const }),
  };
  const known = new Set(first.chorus.map(({ code }) => code));
  const valuesOf = (one: LedgerAmount): readonly (string | null)[] => {
    if (first.field === 'ejNumber') return [one.ej];
    if (first.field === 'dpNumber') return [shownDp(one.dp)];
    return first.field === 'ministerialAxis2' ? [chargedTo(one)] : one.codes.values;
  };
  const row = rows.find((one) =>
    valuesOf(one).some(
      (code) => code !== null && !known.has(code) && first.ledger.some((share) => share.code === code),
    ),
  );
  // a code that is not recognised may be another name of the ledger's, and two DP may be of the same amount
  const isDoubt = isUnknown || first.field === 'dpNumber';
  return findingAt('CHO-04', isDoubt ? 'warning' : 'error', ledgerPlace(row ?? rows[0], first.field), details);
}

/** True when some lines have a text in that field that is no code, and none has a code. */
function areUnrecognised(lines: readonly ChorusAmount[], field: CodeShares['field']): boolean {
  const at = IMPUTATION_FIELDS.findIndex((one) => one === field);
  if (at < 0) return false;
  return lines.every(({ codes }) => codes.values[at] === null) && lines.some(({ codes }) => codes.typed[at] !== null);
}

/** The last day that the extracts of each nature show: that of their data, or of a line that is compared. */
function lastDaysOf(
  groups: readonly ReconciliationGroup[],
  extracts: readonly ChorusExtract[],
): Readonly<Record<Nature, number>> {
  const updated = (nature: Nature): number =>
    Math.max(NO_DAY, ...extracts.map((one) => (givesNature(one, nature) ? (one.updated ?? NO_DAY) : NO_DAY)));
  const last = { AE: updated('AE'), CP: updated('CP') };
  for (const { nature, lines } of groups) for (const { day } of lines) if (day > last[nature]) last[nature] = day;
  return last;
}
