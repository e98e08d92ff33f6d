/** The workbook with which a simulated day begins: a team's ledger, its notes, a dashboard of our functions. */
import type { CellValue } from '../../../src/workbook/cells';
import type { GridWorkbook } from '../../../workbench/host/grid';
import { applyPlan } from '../apply-plan';
import { convention2023 } from '../conventions';
import { gridOfSnapshot } from '../excel/grid-of-snapshot';
import { sheetContents, type Content } from '../excel/grid-workbook';
import { ledgerWorkbook } from '../ledgers/ledger-workbook';
import { registersOnOneSheet } from '../ledgers/registers-on-one-sheet';
import type { Random } from '../worlds/random';
import type { DashboardCall } from './truth';

export const HEADINGS = [
  'Axe ministériel 2',
  'Poste de dépense',
  'N° EJ',
  "Date d'engagement",
  'Montant AE',
  'Date de paiement',
  'Montant CP',
  'Commentaire',
] as const;

export const AMOUNT_AE = HEADINGS.indexOf('Montant AE');
export const LEDGER_SHEET = 'Suivi';
export const NOTES_SHEET = 'Notes';
export const DASHBOARD_SHEET = 'Tableau de bord';

/** 01/01/2023, as Excel counts days. */
export const FIRST_DAY = 44_927;

/** The calls of the dashboard, from its first cell down. */
export const CALLS: readonly DashboardCall[] = [
  call('REMAINING', 'PDE', 'AE'),
  call('CONSUMED', '*', 'CP'),
  call('AVAILABLE', 'SF', 'AE'),
  call('OUTSTANDING', 'PDE'),
  call('STATUS', 'PDE'),
  call('REMAINING', 'PDX', 'AE'),
];

function call(name: DashboardCall['name'], ...args: readonly string[]): DashboardCall {
  return { name, args, formula: `=ENVELOPE.${name}(${args.map((text) => `"${text}"`).join(',')})` };
}

/** A value as somebody types it in a column of the ledger: most often right, sometimes with a fault. */
export function typedValue(column: number, random: Random): CellValue {
  const heading = HEADINGS[column] ?? 'Commentaire';
  const isFaulty = random.chance(0.25);
  if (heading.startsWith('Montant'))
    return isFaulty
      ? random.pick<CellValue>(['mille', '1 234,50', '12.5€', null, -5])
      : random.whole(1, 9_000_000) / 100;
  if (heading.startsWith('Date')) {
    const serial = FIRST_DAY + random.whole(0, 360);
    return isFaulty ? random.pick<CellValue>(['15/02/2023', 'demain', null, '2023-04-31']) : serial;
  }
  if (heading === 'Axe ministériel 2')
    return isFaulty ? random.pick(['PDE ', 'pde', 'PDX', 'S.F.']) : random.pick(['PDE', 'SF']);
  if (heading === 'Poste de dépense')
    return isFaulty ? random.pick(['Frais annexe', 'prestations']) : random.pick(['Frais annexes', 'Prestations']);
  if (heading === 'N° EJ') return String(1_400_000_000 + random.whole(1, 60));
  return random.pick<CellValue>(['=à vérifier', "'note", '#REF! à revoir', 'vu', null, '-12 jours', '=1+1', 12]);
}

export function ledgerRow(random: Random): CellValue[] {
  return HEADINGS.map((_, column) => (column > 4 && random.chance(0.5) ? null : typedValue(column, random)));
}

/** An extract of Chorus (INF-BUD-53) over the EJ that rows of the ledger have, some with an amount of theirs. */
export function extractText(random: Random): string {
  const lines = Array.from({ length: random.whole(1, 12) }, () => {
    const ej = 1_400_000_000 + random.whole(1, 60);
    const amount = (random.whole(1, 9_000_000) / 100).toFixed(2).replace('.', ',');
    const codes = `0103;0103-01-01;0103-CEFP-C002;010300000104;${random.pick(['PDE', 'SF'])}`;
    return `${codes};${ej};1;2023;15/02/2023;${amount};0,00`;
  });
  return [EXTRACT_HEADINGS, ...lines].join('\n');
}

const EXTRACT_HEADINGS =
  'Programme;Domaine fonctionnel;Centre financier;Activité;Axe ministériel 2;N° EJ;N° poste EJ;Exercice;' +
  'Date comptable;Montant engagé;Montant bascule';

/**
 * The world of a seed: with or without the convention's tables, or with those of an earlier version on one sheet; a
 * table or a plain range.
 */
export function worldOfDay(random: Random): GridWorkbook {
  const rows = Array.from({ length: random.whole(2, 14) }, () => ledgerRow(random));
  const look = { isTable: random.chance(0.7), hasConvention: random.chance(0.85) };
  const isOld = random.chance(0.1);
  const ledger = ledgerWorkbook(
    convention2023(),
    [[...HEADINGS], ...rows],
    isOld ? { ...look, hasConvention: false } : look,
  );
  const registers = { purpose: 'initialise', expected: [], steps: registersOnOneSheet(convention2023()) } as const;
  const workbook = gridOfSnapshot(isOld ? applyPlan(ledger, registers) : ledger);
  const notes: Content[][] = [['Notes de la gestion'], [null, 'à relancer', 12.5], ['=1+2', 'TVA', 0.2]];
  const dashboard: Content[][] = CALLS.map(({ formula }) => [formula]);
  return {
    ...workbook,
    sheets: [
      ...workbook.sheets,
      sheetContents({ name: NOTES_SHEET, blocks: { A1: notes } }),
      sheetContents({ name: DASHBOARD_SHEET, blocks: { A1: dashboard } }),
    ],
  };
}
