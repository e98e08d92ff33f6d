/** A ledger with a sheet a month, « Janvier » and « Février », in a workbook of the convention of 2023. */
import type { WriteStep } from '../../../src/workbook/plan';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../apply-plan';
import { convention2023 } from '../conventions';
import { ledgerWorkbook } from './ledger-workbook';

/** `ae`: the amount of the first row of each month, in euros; the second one has 500. */
export function monthlyWorkbook(ae: number): WorkbookSnapshot {
  const months = ['Janvier', 'Février'].map((sheet, month): WriteStep[] => [
    { kind: 'addSheet', sheet },
    {
      kind: 'setCells',
      sheet,
      top: 0,
      left: 0,
      cells: [
        ['N° EJ', 'Objet', "Date d'engagement", 'Montant AE', 'Axe ministériel 2'],
        [`140000000${month}`, 'Étude', 44_940 + 31 * month, ae, 'PDE'],
        [`140000001${month}`, 'Audit', 44_941 + 31 * month, 500, 'PDE'],
      ].map((row) => row.map((value) => ({ value }))),
    },
  ]);
  const ours = ledgerWorkbook(convention2023(), 'Mois | Total\n janvier | 1');
  return applyPlan(ours, { purpose: 'repair', expected: [], steps: months.flat() });
}
