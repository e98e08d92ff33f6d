/** An envelope that takes another name: its charts take it too, in their titles and their alternative texts. */
import { planDocuments } from '../../../src/application/documents/documents';
import { findTable, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { isEmptyPlan, type WritePlan } from '../../../src/workbook/plan';
import { cellAddress } from '../../../src/workbook/cells';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { controlled, documented, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { typed } from '../../support/ledgers/typing';

const LEDGER = `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE TTC | Date de paiement | Montant CP
  PDE               | Frais annexes    | 1405610188 | 20/03/2023        | 640            | 21/05/2023       | 360`;
const workbook = documented(ledgerWorkbook(convention2023(), LEDGER));

function planned(of: WorkbookSnapshot): WritePlan {
  const { dossier, report } = controlled(of);
  const plan = planDocuments(dossier, report, ['bilan', 'etat']);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  return plan.value;
}

function renamed(of: WorkbookSnapshot): WorkbookSnapshot {
  const table = findTable(of, 'ENV_Enveloppes')!;
  const column = table.area.left + table.columns.indexOf('Libellé');
  return typed(of, table.sheet, { [cellAddress(table.area.top + 1, column)]: 'PDE nationale' });
}

const redrawn = (plan: WritePlan) => plan.steps.flatMap((step) => (step.kind === 'redrawChart' ? [step] : []));

test('each chart of the envelope in the Bilan and the État, and no other one', () => {
  const of = renamed(workbook);
  const plan = planned(of);
  const titles = redrawn(plan).map(({ sheet, before, chart }) => [sheet, before.title, chart.title]);
  const change = (sheet: string, nature: string): readonly string[] =>
    [
      sheet,
      `Place des entreprises – ${nature} 2023 : consommation et dotation`,
      `PDE nationale – ${nature} 2023 : consommation et dotation`,
    ].map((text) => text.replace(' :', '\u00a0:'));
  expect(titles).toEqual([
    change('Bilan financier 2023', 'AE'),
    change('Bilan financier 2023', 'CP'),
    change('État de prévision 2023', 'AE'),
    change('État de prévision 2023', 'CP'),
  ]);
  for (const { before, chart } of redrawn(plan)) {
    expect(before.description.replace('Place des entreprises', 'PDE nationale')).toBe(chart.description);
    expect({ ...before, title: '', description: '' }).toEqual({ ...chart, title: '', description: '' });
  }
  expect(isEmptyPlan(planned(applyPlan(of, plan)))).toBe(true);
});

test('and when rows move too', () => {
  const of = renamed(workbook);
  const table = findTable(of, 'ENV_Postes')!;
  const longer = {
    ...typed(of, table.sheet, {
      [cellAddress(table.area.top + table.area.rows, table.area.left)]: 'PDE',
      [cellAddress(table.area.top + table.area.rows, table.area.left + 1)]: 'Frais de mission',
      [cellAddress(table.area.top + table.area.rows, table.area.left + 2)]: 100,
    }),
    tables: of.tables.map((one) =>
      one.name === table.name ? { ...one, area: { ...one.area, rows: one.area.rows + 1 } } : one,
    ),
  };
  const changed = redrawn(planned(longer)).filter(({ before, chart }) => before.title !== chart.title);
  expect(changed.map(({ chart }) => chart.title.split(' –')[0])).toEqual(Array<string>(4).fill('PDE nationale'));
});
