/** The sample « Suivi 2023 » as two plans: the team's data with the convention, then the summary computed from them. */
import type { Dossier } from '../../src/application/dossier';
import { planInitialise } from '../../src/application/writing/initialise';
import { loadConvention } from '../../src/conventions/index';
import type { Convention } from '../../src/domain/envelopes/convention';
import { assert } from '../../src/domain/result';
import type { WritePlan } from '../../src/workbook/plan';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { ledgerSteps } from './ledger-sheet';
import { readImputationData, readLedgerData, readRapData } from './read-data';
import { SUMMARY_SHEET, summarySteps } from './summary-sheet';

/** The 2023 convention with the team's additions: the earlier EJ of the RAP, and a cost centre of early 2023. */
export function sampleConvention(): Convention {
  const loaded = loadConvention('dgefp-dge-2023');
  assert(loaded.ok, 'the 2023 convention comes with the product');
  return { ...loaded.value, imputation: [...loaded.value.imputation, ...readImputationData()], rap: readRapData() };
}

/** Writes the ledger, an empty summary and the convention tables in an empty workbook. */
export function planOfData(workbook: WorkbookSnapshot): WritePlan {
  const initialise = planInitialise(workbook, sampleConvention());
  assert(initialise.ok, 'an empty workbook can be initialised');
  const steps = [
    ...ledgerSteps(readLedgerData()),
    { kind: 'addSheet', sheet: SUMMARY_SHEET } as const,
    ...initialise.value.steps,
  ];
  return { purpose: 'initialise', expected: [], steps };
}

/** Writes the summary in the workbook that `planOfData` made. */
export function planOfSummary(dossier: Dossier): WritePlan {
  return { purpose: 'documents', expected: [], steps: summarySteps(dossier) };
}
