/** A workbook becomes a dossier, or is refused with one named reason. */
import { openDossier } from '../../src/application/open-dossier';
import { planInitialise } from '../../src/application/writing/initialise';
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
    expect(sheetsOf('2024')).toMatchObject({ code: 'severalLedgers' });
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
            sheet: 'Convention',
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
