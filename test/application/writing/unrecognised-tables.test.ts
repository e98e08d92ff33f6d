/** Tables in which no ledger is recognised are proposed too, for the user to give a field to each heading. */
import { planMapping } from '../../../src/application/writing/keep-mapping';
import type { MappingProposal } from '../../../src/application/writing/mapping-proposal';
import { openDossier } from '../../../src/application/open-dossier';
import { proposeMapping } from '../../../src/application/writing/propose-mapping';
import { planSetAside } from '../../../src/application/writing/set-aside';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';

const SUIVI: readonly (readonly CellValue[])[] = [
  ['N° EJ', 'Objet', 'Enveloppe', 'Date EJ', 'Montant AE'],
  ['1405512301', 'Audit', 'PDE', 45000, 1200],
];
const AUTRES: readonly (readonly CellValue[])[] = [
  ['À revoir avec la DAF'],
  [],
  ['Dossier', 'Zone', 'Bidule', 'Truc'],
  ['1405512302', 'Étude', 2500.5, 'PDE'],
  ['1405512303', 'Étude', 400, 'PDE'],
];

function proposed(workbook: WorkbookSnapshot): MappingProposal {
  const proposal = proposeMapping(workbook);
  if (!proposal.ok) throw new Error(JSON.stringify(proposal.failure));
  return proposal.value;
}

const workbook = workbookOf({ name: 'Suivi', rows: SUIVI }, { name: 'Autres', rows: AUTRES, hidden: true });

test('its headings are the first row of texts; nothing is proposed for them', () => {
  const [suivi, autres, ...others] = proposed(workbook).sources;
  expect(others).toEqual([]);
  expect(suivi).toMatchObject({ name: 'Suivi', isRead: true });
  expect(autres).toMatchObject({
    name: 'Autres',
    isHidden: true,
    isRead: false,
    isConfirmed: false,
    tables: [{ headingRow: 3, firstRow: 4, lastRow: 5, isPart: true }],
  });
  expect(autres?.tables[0]?.columns).toMatchObject([
    { heading: 'Dossier', column: 'A', field: null, status: 'unmapped', examples: ['1405512302', '1405512303'] },
    { heading: 'Zone', column: 'B', field: null, status: 'unmapped', examples: ['Étude'] },
    { heading: 'Bidule', column: 'C', field: null, status: 'unmapped', examples: ['2500.5', '400'] },
    { heading: 'Truc', column: 'D', field: null, status: 'unmapped', examples: ['PDE'] },
  ]);
});

test('its headings are those that the user pointed at, over one row or two', () => {
  const rows = [['Pôle', 'Zone', 'le', 'par'], ...AUTRES.slice(2)];
  const area = { top: 0, left: 0, rows: 2, columns: 4 };
  const given = workbookOf({ name: 'Suivi', rows: SUIVI }, { name: 'Autres', rows });
  const decided = {
    sheet: 'autres',
    area,
    decision: 'headings',
    reason: '',
    by: '',
    on: isoDate('2023-12-31'),
  } as const;
  const plan = planSetAside(given, decided, { blocks: [], account: [] });
  if (!plan.ok) throw new Error(plan.failure.code);
  const autres = proposed(applyPlan(given, plan.value)).sources.find(({ name }) => name === 'Autres');
  expect(autres?.tables[0]?.columns.map(({ heading }) => heading)).toEqual([
    'Pôle Dossier',
    'Zone',
    'le Bidule',
    'par Truc',
  ]);
});

test('once its columns have a field, it is read as the ledger', () => {
  const alone = workbookOf({ name: 'Autres', rows: AUTRES });
  expect(openDossier(alone, { convention: convention2023() })).toMatchObject({ failure: { code: 'noLedger' } });
  const field = { Dossier: 'ejNumber', Zone: 'label', Bidule: 'ae', Truc: 'ministerialAxis2' } as const;
  const choices = proposed(alone).sources.flatMap(({ name, tables }) =>
    tables.flatMap(({ columns }) =>
      columns.map(({ heading }) => ({ source: name, heading, field: field[heading as keyof typeof field] })),
    ),
  );
  expect(choices).toHaveLength(4);
  const plan = planMapping(alone, choices);
  if (!plan.ok) throw new Error(plan.failure.code);
  const opened = openDossier(applyPlan(alone, plan.value), { convention: convention2023() });
  expect(opened).toMatchObject({ ok: true, value: { blocks: [{ sheet: 'Autres', headingRow: 2 }] } });
});

test('a heading that the same sheet has already keeps its field', () => {
  const rows = [...SUIVI, [], [], ['Objet', 'Montant AE', 'Bidule'], ['Étude', 'voir', 300], ['Étude', 'voir', 400]];
  const sources = proposed(workbookOf({ name: 'Suivi', rows })).sources;
  const fields = sources.flatMap(({ tables }) => tables.flatMap(({ columns }) => columns));
  const ofAmount = fields.filter(({ heading }) => heading === 'Montant AE').map(({ field }) => field);
  expect(new Set(ofAmount)).toEqual(new Set(['ae']));
});
