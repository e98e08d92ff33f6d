/** Operations whose words are also those of headings, « SF », « Engagement », « Prestations », most without an EJ: each is read. */
import fc from 'fast-check';
import { openDossier } from '../../../src/application/open-dossier';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';

const HEADINGS = {
  ej: ['N° EJ', 'EJ', "N° d'engagement juridique"],
  dp: ['N° DP', 'DP', 'Demande de paiement'],
  label: ['Objet', 'Intitulé', 'Libellé'],
  supplier: ['Titulaire', 'Fournisseur', 'Prestataire'],
  envelope: ['Enveloppe', 'Axe ministériel 2'],
  poste: ['Poste', 'Poste de dépense'],
  nature: ['Nature', 'Type'],
  committed: ['Date EJ', 'Engagé le'],
  paid: ['Date de paiement', 'Payé le'],
  status: ['Statut', 'État'],
} as const;
type Column = keyof typeof HEADINGS;
const COLUMNS = Object.keys(HEADINGS) as readonly Column[];
const DAY = 45_000;

const labels = fc.constantFrom(
  'SF du lot 2',
  'Prestations',
  'Paiement par carte',
  'Service fait',
  'Factures EDF',
  'Licences',
);

const operations = fc.record({
  hasEj: fc.nat(2).map((drawn) => drawn === 0),
  isPayment: fc.boolean(),
  label: labels,
  supplier: fc.constantFrom('Dupont & Fils', 'EDF', 'CP Conseil', 'Montant SARL'),
  envelope: fc.constantFrom('PDE', 'SF', 'Place des entreprises'),
  poste: fc.constantFrom('Prestations', 'Frais annexes'),
  status: fc.constantFrom('Notifié', 'Payé', 'Soldé'),
});
type Operation = typeof operations extends fc.Arbitrary<infer Drawn> ? Drawn : never;

function cellOf(column: Column, { hasEj, isPayment, ...words }: Operation, at: number): CellValue {
  if (column === 'ej') return hasEj ? String(1_405_700_001 + at) : null;
  if (column === 'dp') return isPayment ? `0100000${100 + at}` : null;
  if (column === 'nature') return isPayment ? 'Paiement' : 'Engagement';
  if (column === 'committed') return isPayment ? null : DAY + at;
  if (column === 'paid') return isPayment ? DAY + 100 + at : null;
  return words[column];
}

/** How many operations are read of a ledger with these columns, and amounts in the last one. */
function readRows(shown: readonly Column[], heading: number, rows: readonly Operation[]): number {
  const cells = rows.map((row, at) => [...shown.map((column) => cellOf(column, row, at)), 1_000.5 + at]);
  const headings = [...shown.map((column) => HEADINGS[column][heading % HEADINGS[column].length] ?? ''), 'Montant'];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows: [headings, ...cells] }), {
    convention: convention2023(),
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value.ledger.rows.length;
}

test('each operation of a journal is read, whatever its place and the order of the columns', () => {
  const layouts = fc.record({
    columns: fc.shuffledSubarray([...COLUMNS], { minLength: COLUMNS.length - 3 }),
    heading: fc.nat(2),
    rows: fc.array(operations, { minLength: 2, maxLength: 7 }),
  });
  const needed: readonly Column[] = ['ej', 'label', 'envelope', 'nature', 'committed', 'paid'];
  fc.assert(
    fc.property(layouts, ({ columns, heading, rows }) => {
      const shown = [...columns, ...needed.filter((one) => !columns.includes(one))];
      expect(readRows(shown, heading, rows)).toBe(rows.length);
    }),
    { numRuns: 300 },
  );
});

const IN_COLUMNS = [
  'ej',
  'paid',
  'poste',
  'envelope',
  'nature',
  'dp',
  'status',
  'label',
  'committed',
  'supplier',
] as const;
const PRESTATION = { label: 'SF du lot 2', supplier: 'Dupont & Fils', envelope: 'PDE', poste: 'Prestations' } as const;
/** « Prestations | Place des entreprises | Engagement »: three words in a row that are those of headings as well. */
const WITHOUT_EJ = { ...PRESTATION, hasEj: false, isPayment: false, envelope: 'Place des entreprises' } as const;

test.each<[string, readonly Operation[]]>([
  [
    'the second of six operations, without an EJ',
    [
      { ...PRESTATION, hasEj: true, isPayment: false, status: 'Notifié' },
      { ...WITHOUT_EJ, status: 'Notifié' },
      { ...PRESTATION, hasEj: true, isPayment: false, status: 'Payé' },
      { ...PRESTATION, hasEj: true, isPayment: false, status: 'Soldé' },
      { ...PRESTATION, hasEj: true, isPayment: true, status: 'Notifié' },
      { ...PRESTATION, hasEj: true, isPayment: true, status: 'Notifié' },
    ],
  ],
  [
    'operations that all lack their EJ',
    (['Notifié', 'Notifié', 'Payé', 'Soldé'] as const).map((status) => ({ ...WITHOUT_EJ, status })),
  ],
])('no operation is taken for a row of headings: %s', (_, rows) => {
  expect(readRows(IN_COLUMNS, 0, rows)).toBe(rows.length);
});
