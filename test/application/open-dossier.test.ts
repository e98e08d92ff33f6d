/** A workbook becomes a dossier, or is refused with one named reason. */
import { openDossier } from '../../src/application/open-dossier';
import { planInitialise } from '../../src/application/writing/initialise';
import { planMapping } from '../../src/application/writing/keep-mapping';
import type { CellValue } from '../../src/workbook/cells';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { applyPlan } from '../support/apply-plan';
import { convention2023 } from '../support/conventions';
import { workbookOf, type SheetGiven } from '../support/ledgers/workbook-of';

const ROWS: readonly (readonly CellValue[])[] = [
  ['N° EJ', 'Objet', 'Enveloppe', 'Date EJ', 'Montant AE'],
  ['1405512301', 'Développement', 'PDE', 45000, 1200],
];
const suivi = (name: string): SheetGiven => ({ name, rows: ROWS });

function withConvention(...sheets: readonly SheetGiven[]): WorkbookSnapshot {
  const workbook = workbookOf(...sheets);
  const plan = planInitialise(workbook, convention2023());
  if (!plan.ok) throw new Error(plan.failure.code);
  return applyPlan(workbook, plan.value);
}

test('convention and ledger of the workbook', () => {
  const dossier = openDossier(withConvention(suivi('Suivi')));
  const value = { conventionFrom: 'workbook', convention: convention2023(), blocks: [{ sheet: 'Suivi' }] };
  expect(dossier).toMatchObject({ ok: true, value });
  expect(dossier.ok && dossier.value.ledger.rows).toHaveLength(1);
});

test('a convention given apart replaces that of the workbook, or of none', () => {
  const other = { ...convention2023(), id: 'autre' };
  for (const workbook of [withConvention(suivi('Suivi')), workbookOf(suivi('Suivi'))]) {
    const value = { conventionFrom: 'named', convention: { id: 'autre' } };
    expect(openDossier(workbook, { convention: other })).toMatchObject({ ok: true, value });
  }
});

test('a convention given apart is used even when the tables of the workbook are broken', () => {
  const broken = withConvention(suivi('Suivi'));
  const tables = broken.tables.filter(({ name }) => name !== 'ENV_Enveloppes');
  expect(openDossier({ ...broken, tables })).toMatchObject({ ok: false, failure: { code: 'badConvention' } });
  expect(openDossier({ ...broken, tables }, { convention: convention2023() }).ok).toBe(true);
});

test.each`
  what                     | workbook                                               | failure
  ${'no convention'}       | ${workbookOf(suivi('Suivi'))}                          | ${{ code: 'noConvention' }}
  ${'no ledger'}           | ${withConvention({ name: 'Notes', rows: [['rien']] })} | ${{ code: 'noLedger' }}
  ${'two ledgers as good'} | ${withConvention(suivi('2022'), suivi('2023'))}        | ${{ code: 'severalLedgers', candidates: [{ name: '2022' }, { name: '2023' }] }}
`('$what', ({ workbook, failure }: { workbook: WorkbookSnapshot; failure: unknown }) => {
  expect(openDossier(workbook)).toMatchObject({ ok: false, failure });
});

describe('which ledger', () => {
  const both = withConvention(suivi('2022'), suivi('2023'));

  test('the user names one, or both: then they are read in the order of the sheets', () => {
    const sheetsOf = (ledger: string | readonly string[]) => {
      const dossier = openDossier(both, { ledger });
      return dossier.ok ? dossier.value.blocks.map(({ sheet }) => sheet) : dossier.failure;
    };
    expect(sheetsOf('2023')).toEqual(['2023']);
    expect(sheetsOf(['2023', '2022'])).toEqual(['2022', '2023']);
    expect(sheetsOf('2024')).toMatchObject({ code: 'severalLedgers', unknown: '2024' });
  });

  test('ENV_Colonnes keeps the choice', () => {
    const table = both.tables.find(({ name }) => name === 'ENV_Colonnes');
    if (!table) throw new Error('no ENV_Colonnes');
    const remember = (source: string): WorkbookSnapshot =>
      applyPlan(both, {
        purpose: 'mapping',
        expected: [],
        steps: [
          {
            kind: 'setCells',
            sheet: table.sheet,
            top: table.area.top + 1,
            left: table.area.left,
            cells: [[{ value: source }, { value: 'Montant AE' }, { value: 'Montant AE' }]],
          },
        ],
      });
    expect(openDossier(remember('2023'))).toMatchObject({ ok: true, value: { blocks: [{ sheet: '2023' }] } });
    expect(openDossier(remember('a sheet that is gone'))).toMatchObject({
      ok: false,
      failure: { code: 'severalLedgers' },
    });
  });
});

describe('columns kept in ENV_Colonnes', () => {
  const DATES = [45_011, 45_033, 45_047, 45_102, 45_190];
  const EJS = DATES.map((_, index) => `140551230${index}`);

  /** The ledger with its columns confirmed, and then other headings or other amounts. */
  function opened(headings: readonly CellValue[], amounts: readonly CellValue[]): unknown {
    const rows = amounts.map((amount, index) => [EJS[index] ?? null, 'Lot', 'PDE', DATES[index] ?? null, amount]);
    const workbook = withConvention({ name: 'Suivi', rows: [headings, ...rows] });
    const kept = ['N° EJ', 'Enveloppe', 'Date EJ', 'Somme'].map((heading, index) => ({
      ...{ source: 'Suivi', heading },
      field: (['ejNumber', 'ministerialAxis2', 'commitmentDate', 'ae'] as const)[index] ?? null,
    }));
    const plan = planMapping(workbook, kept);
    if (!plan.ok) throw new Error(plan.failure.code);
    const dossier = openDossier(applyPlan(workbook, plan.value));
    return dossier.ok ? dossier.value.ledger.rows.map(({ ae }) => ae.kind) : dossier.failure;
  }

  const HEADINGS = ['N° EJ', 'Objet', 'Enveloppe', 'Date EJ', 'Somme'];
  const AMOUNTS = [40_000, 45_000, 50_000, 1200.5, 'à voir'];
  const outdated = { code: 'mappingOutdated', sheet: 'Suivi', field: 'Montant AE', heading: 'Somme' };

  test.each`
    what                          | headings                                                     | amounts                                     | expected
    ${'they fit, one error'}      | ${HEADINGS}                                                  | ${AMOUNTS}                                  | ${['amount', 'amount', 'amount', 'amount', 'unreadable']}
    ${'few amounts'}              | ${HEADINGS}                                                  | ${['à voir', 12]}                           | ${['unreadable', 'amount']}
    ${'the heading is gone'}      | ${['N° EJ', 'Objet', 'Enveloppe', 'Date EJ', 'AE engagées']} | ${AMOUNTS}                                  | ${{ ...outdated, cell: 'A1', why: 'gone' }}
    ${'a label is gone'}          | ${['N° EJ', 'Libellé', 'Enveloppe', 'Date EJ', 'Somme']}     | ${[1, 2]}                                   | ${['amount', 'amount']}
    ${'names under it'}           | ${HEADINGS}                                                  | ${['Octo', 'Beta', 'Gamma', 'Octo']}        | ${{ ...outdated, cell: 'E1', why: 'otherValues' }}
    ${'EJ numbers under it'}      | ${HEADINGS}                                                  | ${EJS}                                      | ${{ ...outdated, cell: 'E1', why: 'otherValues' }}
    ${'dates as numbers'}         | ${HEADINGS}                                                  | ${DATES}                                    | ${{ ...outdated, cell: 'E1', why: 'otherValues' }}
    ${'round amounts like dates'} | ${HEADINGS}                                                  | ${[40_000, 45_000, 50_000, 42_500, 45_050]} | ${EJS.map(() => 'amount')}
  `('$what', ({ headings, amounts, expected }: Record<'headings' | 'amounts', CellValue[]> & { expected: unknown }) => {
    expect(opened(headings, amounts)).toEqual(expected);
  });
});
