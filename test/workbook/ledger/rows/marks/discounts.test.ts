/** Discounts in percent beside the amounts: a doubt, unless another number of the row makes the amount with them. */
import { controlledAt } from '../../../../../src/application/control';
import { openDossier } from '../../../../../src/application/open-dossier';
import { isoDate } from '../../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../../src/workbook/cells';
import { convention2023 } from '../../../../support/conventions';
import { workbookOf } from '../../../../support/ledgers/workbook-of';

type Further = Readonly<Record<string, CellValue>>;

/** The AE of two rows of 900 €, and the doubts of the first one, which has these further columns. */
function read(further: Further): readonly unknown[] {
  const headings = Object.keys(further);
  const rows = [
    ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE', ...headings],
    ['PDE', '1400000001', 45_000, 900, ...Object.values(further)],
    ['PDE', '1400000002', 45_001, 900],
  ];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const ae = dossier.ledger.rows.reduce((sum, row) => sum + (row.ae.kind === 'amount' ? row.ae.cents / 100 : 0), 0);
  const found = report.findings.flatMap(({ rule, details }) => (rule === 'LEC-05' ? [details.raw] : []));
  return [ae, ...found];
}

test.each<readonly [Further, readonly unknown[]]>([
  [{ 'Remise %': 10 }, [1800, '10 %']],
  [{ 'Remise %': 0.1 }, [1800, '10 %']],
  [{ 'Remise (%)': '10 %' }, [1800, '10 %']],
  [{ Remise: '10 %' }, [1800, '10 %']],
  [{ 'Taux de remise': 0.125 }, [1800, '12,5 %']],
  [{ 'Rabais %': 5 }, [1800, '5 %']],
  [{ 'Remise %': 0 }, [1800]],
  [{ 'Remise %': null }, [1800]],
  [{ 'Remise %': 100 }, [1800]],
  [{ 'Remise du rapport': '10 %' }, [1800]],
  [{ 'Remise des clés': 0.5 }, [1800]],
])('%j: %j', (further, expected) => {
  expect(read(further)).toEqual(expected);
});

test.each<readonly [Further, readonly unknown[]]>([
  [{ 'Prix brut': 1000, 'Remise %': 10 }, [1800]],
  [{ 'PU HT': 100, Quantité: 10, 'Remise %': 0.1 }, [1800]],
  [{ 'PU HT': 100, Quantité: 10, 'Remise %': 0.2 }, [1800, '20 %']],
  [{ 'PU HT': 93.75, Quantité: 10, 'Remise %': 20, 'Taux TVA': 0.2 }, [1800]],
])('with a price, %j: %j', (further, expected) => {
  expect(read(further)).toEqual(expected);
});
