/** The open findings, apart from the list of findings: the tabs count them before the list is fetched. */
import type { ControlReport } from '../../application/dossier';
import type { Finding } from '../../domain/controls/findings/finding';

/** In what the pane keeps: true when another screen leads to the certain corrections. */
export const CORRECTING_KEY = 'findings.correcting';

/** The findings of a report that nobody accepted. */
export function openFindings({ findings, accepted }: ControlReport): readonly Finding[] {
  return accepted.size === 0 ? findings : findings.filter((finding) => !accepted.has(finding));
}
