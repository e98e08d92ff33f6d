/** The sample workbook without any file: its plans carried out on pure snapshots, then opened. */
import type { Dossier } from '../../src/application/dossier';
import { openDossier } from '../../src/application/open-dossier';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { planOfData, planOfSummary } from '../../scripts/sample/sample-workbook';
import { applyPlan, emptyWorkbook } from './apply-plan';

/** The dossier of a workbook that must open. */
export function opened(workbook: WorkbookSnapshot): Dossier {
  const dossier = openDossier(workbook);
  if (!dossier.ok) throw new Error(JSON.stringify(dossier.failure));
  return dossier.value;
}

/** « Suivi 2023 » as read from its cells: made once, as nothing in it changes. */
export function sampleDossier(): Dossier {
  sample ??= madeOf(applyPlan(emptyWorkbook(), planOfData(emptyWorkbook())));
  return sample;
}

let sample: Dossier | undefined;

function madeOf(typed: WorkbookSnapshot): Dossier {
  return opened(applyPlan(typed, planOfSummary(opened(typed))));
}
