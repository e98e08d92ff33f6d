/** The text of findings, printed alike by `check` and `reconcile`. */
import type { ControlReport, Dossier } from '../application/dossier';
import type { Acceptance } from '../domain/controls/findings/acceptance';
import type { Finding } from '../domain/controls/findings/finding';
import { describeFinding } from '../messages/describe-finding';
import { formatDate } from '../messages/format';
import { severityLabel } from '../messages/labels';
import type { Language } from '../messages/language';
import { shorten } from '../messages/typography';
import { cellAddress } from '../workbook/cells';
import { placeInWorkbook } from '../workbook/places';
import { cliWords } from './cli-words';

/** The number of findings of each severity, then the number of accepted ones if any. */
export function countLines(
  { findings, accepted }: Pick<ControlReport, 'findings' | 'accepted'>,
  language: Language,
): string[] {
  const words = cliWords(language);
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const counts = words.counts(count('error'), count('warning'), count('info'));
  return accepted.size === 0 ? [counts] : [counts, words.ofWhichAccepted(accepted.size)];
}

/** A section about the acceptances that match no finding; none when all match. */
export function unmatchedSections(
  { unmatchedAcceptances }: Pick<ControlReport, 'unmatchedAcceptances'>,
  language: Language,
): string[][] {
  const { length } = unmatchedAcceptances;
  return length === 0 ? [] : [[cliWords(language).unmatched(length)]];
}

/** The cell, the severity and the message of a finding, then who accepted it, when and why. */
export function findingLines(
  { workbook, blocks, convention }: Dossier,
  finding: Finding,
  acceptance: Acceptance | undefined,
  language: Language,
): string[] {
  const place = placeInWorkbook(workbook, blocks, finding.place);
  const cell = place ? `${place.sheet}!${cellAddress(place.row, place.column)} ` : '';
  const { message } = describeFinding(finding, convention, language);
  const line = `${cell}[${severityLabel(finding.severity, language)}] ${message}`;
  if (!acceptance) return [line];
  const { author, on, reason } = acceptance;
  const date = on === null ? '' : formatDate(on, language);
  return [line, cliWords(language).accepted(shorten(author), date, shorten(reason))];
}
