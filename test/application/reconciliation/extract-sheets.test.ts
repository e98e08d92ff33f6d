/** A Chorus extract kept in the workbook beside the ledger is compared with it, and never counted with it. */
import { openDossier } from '../../../src/application/open-dossier';
import { control } from '../../../src/application/control';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { workbookOf, type SheetGiven } from '../../support/ledgers/workbook-of';

const LEDGER: readonly (readonly CellValue[])[] = [
  ['N° EJ', 'Objet', 'Axe ministériel 2', 'Date EJ', 'Montant AE', 'N° DP', 'Date de paiement', 'Montant CP'],
  ['1400000001', 'Développement', 'PDE', 45_000, 1_000, null, null, null],
  ['1400000002', 'Audit', 'PDE', 45_001, 50, null, null, null],
];
const EXTRACT: readonly (readonly CellValue[])[] = [
  ['Axe ministériel 2', 'N° EJ', 'N° poste EJ', 'Exercice', 'Date comptable', 'Montant engagé', 'Montant bascule'],
  ['PDE', '1400000001', '1', 2023, '15/02/2023', 1_000, 0],
  ['PDE', '1400000009', '1', 2023, '16/02/2023', 60, 0],
  ['PDE', '1400000010', '1', 2023, '17/02/2023', 5, 0],
];

function opened(...sheets: readonly SheetGiven[]) {
  const dossier = openDossier(workbookOf(...sheets), { convention: convention2023() });
  if (!dossier.ok) throw new Error(dossier.failure.code);
  const { balances, findings } = control(dossier.value, isoDate('2023-12-31'));
  const { consumed } = balances.figures({ envelope: 'PDE', line: null }, 'AE');
  return { consumed: consumed?.toDecimalString(), rules: findings.map(({ rule }) => rule), dossier: dossier.value };
}

test('the extract is named in the account of reading, and its amounts are in no figure', () => {
  const { consumed, rules, dossier } = opened({ name: 'Suivi', rows: LEDGER }, { name: 'Extraction', rows: EXTRACT });
  expect(consumed).toBe('1050.00');
  expect(dossier.account.find(({ sheet }) => sheet === 'Extraction')).toMatchObject({
    role: 'derived',
    reason: 'extract',
    sums: { ae: 106_500 },
  });
  expect(rules.filter((rule) => rule.startsWith('LEC-01'))).toEqual([]);
});

test('an extract alone is the ledger of a team that keeps no other', () => {
  expect(opened({ name: 'Extraction', rows: EXTRACT }).consumed).toBe('1065.00');
});
