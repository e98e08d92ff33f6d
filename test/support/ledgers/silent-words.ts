/** Texts of one column of a ledger, as a workbook has them, that no finding of reading is about. */
import { controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { convention2023 } from '../conventions';
import { workbookOf } from './workbook-of';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', 'Date d’engagement', 'Montant AE', 'Montant CP'];
const OTHERS = ['Date de service fait', 'Date de paiement'];

/** The texts among these under a heading that are not reported, each on a row of PDE that was engaged and paid in 2023. */
export function silentAmong(
  heading: string,
  texts: readonly string[],
  [ae, cp]: readonly [number | null, number | null] = [100, 100],
): readonly string[] {
  const rows = texts.map((text, at) => ['PDE', String(1_400_000_001 + at), 45_000, ae, cp, 45_010, 45_020, text]);
  const workbook = workbookOf({ name: 'Suivi', rows: [[...HEADINGS, ...OTHERS, heading], ...rows] });
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  const found = new Set(
    findings.flatMap(({ rule, place }) => (rule === 'LEC-05' && place.kind === 'row' ? [place.row - 1] : [])),
  );
  return texts.filter((_, at) => !found.has(at));
}

/** The texts of a list written on several lines, « one | another ». */
export function textsIn(list: string): readonly string[] {
  return list.split(/\s*\|\s*|\n\s*$/).map((text) => text.replace(/\s+/g, ' ').trim());
}
