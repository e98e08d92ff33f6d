/**
 * A workbook file of the 2023 convention with a small ledger, made by our own use cases: what the command line is given
 * in tests.
 */
import { blankXlsx } from '../../../src/adapters/xlsx/write/blank';
import { planInitialise } from '../../../src/application/writing/initialise';
import type { CellValue } from '../../../src/workbook/cells';
import type { PlannedCell } from '../../../src/workbook/plan';
import { keptConvention } from '../conventions';
import { opened, written } from '../readers/xlsx-read';

export const HEADINGS = [
  'N° EJ',
  'Objet',
  'Axe ministériel 2',
  'Poste de dépense',
  'Domaine fonctionnel',
  'Centre financier',
  'Activité',
  'Centre de coûts',
  "Date d'engagement",
  'Date de service fait',
  'Date de paiement',
  'Montant AE',
  'Montant CP',
] as const;

/** 2023-03-31, as a cell holds it. */
export const MARCH_31 = 45_016;

/** A row of the ledger without any finding; `changes` replaces its cells by heading. */
export function ledgerRow(changes: Partial<Record<(typeof HEADINGS)[number], CellValue>>): CellValue[] {
  const usual: Record<(typeof HEADINGS)[number], CellValue> = {
    'N° EJ': '1405612345',
    Objet: 'Hébergement',
    'Axe ministériel 2': 'PDE',
    'Poste de dépense': 'Outils de production (hébergeur, serveur mail, outil de démonstration)',
    'Domaine fonctionnel': '0103-01-01',
    'Centre financier': '0103-CEFP-C002',
    Activité: '010300000104',
    'Centre de coûts': 'EMPEF00075',
    "Date d'engagement": MARCH_31,
    'Date de service fait': null,
    'Date de paiement': null,
    'Montant AE': null,
    'Montant CP': null,
  };
  return HEADINGS.map((heading) => (heading in changes ? changes[heading]! : usual[heading]));
}

/**
 * The bytes of a workbook with these rows under the headings, on row 3; by default with the
 * convention's tables.
 */
export function ledgerFile(
  rows: readonly (readonly CellValue[])[],
  options: {
    readonly convention?: boolean;
    readonly table?: boolean;
    /** Other names of headings. */
    readonly headings?: Partial<Record<(typeof HEADINGS)[number], string>>;
    /** In place of the reference or of the identifier of the 2023 convention. */
    readonly reference?: string;
    readonly id?: string;
  } = {},
): Uint8Array {
  const cells = [HEADINGS.map((heading) => options.headings?.[heading] ?? heading), ...rows].map((row) =>
    row.map((value): PlannedCell => ({ value, style: typeof value === 'number' ? 'amount' : 'text' })),
  );
  const ledger = written(
    blankXlsx(),
    { kind: 'addSheet', sheet: 'Suivi 2023' },
    {
      kind: 'setCells',
      sheet: 'Suivi 2023',
      top: 0,
      left: 0,
      cells: [[{ value: 'Suivi des crédits délégués', style: 'title' }]],
    },
    { kind: 'setCells', sheet: 'Suivi 2023', top: 2, left: 0, cells },
    ...(options.table === false
      ? []
      : [
          {
            kind: 'addTable',
            sheet: 'Suivi 2023',
            name: 'Suivi',
            area: { top: 2, left: 0, rows: rows.length + 1, columns: HEADINGS.length },
          } as const,
        ]),
  );
  if (options.convention === false) return ledger;
  const file = opened(ledger);
  const kept = keptConvention('functionalDomain', 'financialCentre', 'activity', 'costCentre', 'ministerialAxis2');
  const plan = planInitialise(file.read(), {
    ...kept,
    reference: options.reference ?? kept.reference,
    id: options.id ?? kept.id,
  });
  const initialised = plan.ok ? file.apply(plan.value) : plan;
  if (!initialised.ok) throw new Error(`refused: ${JSON.stringify(initialised.failure)}`);
  return initialised.value;
}
