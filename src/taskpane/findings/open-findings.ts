/** What is to be treated: apart from the list of findings, which is fetched later than the tabs that count it. */
import type { ControlReport } from '../../application/dossier';
import type { Finding } from '../../domain/controls/findings/finding';

/** The findings of a report that nobody accepted. */
export function openFindings({ findings, accepted }: ControlReport): readonly Finding[] {
  return accepted.size === 0 ? findings : findings.filter((finding) => !accepted.has(finding));
}
