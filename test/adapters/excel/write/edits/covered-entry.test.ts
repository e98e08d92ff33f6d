/** Somebody types in a cell just before a correction whose answer is lost; what became of it is shown once Excel answers. */
import { openSession } from '../../../../support/excel/open-session';
import { convention2023 } from '../../../../support/conventions';
import { startExcel, type StartedExcel } from '../../../../support/excel/excel';
import { gridOfSnapshot } from '../../../../support/excel/grid-of-snapshot';
import { ledgerWorkbook } from '../../../../support/ledgers/ledger-workbook';

const LEDGER = `
Axe ministériel 2 | Poste de dépense | Activité | N° EJ | Date d'engagement | Montant AE | Date de paiement | Montant CP
PDE | Frais annexes | 10300000104 | 1400000001 | 15/02/2023 | 1000 | 10/05/2023 | 600
`;
/** Its full reading, then the request that writes. */
const WRITING = 6;
let excel: StartedExcel;
afterEach(() => excel.dispose());

test.each`
  kind            | shown
  ${'loseAnswer'} | ${{ kind: 'failed', failure: { code: 'entriesLost', entries: [{ content: 'à garder' }] } }}
  ${'refuse'}     | ${{ kind: 'failed', failure: { code: 'notWritten' } }}
`('an entry in a cell of a correction: $kind', async ({ kind, shown }) => {
  excel = startExcel(gridOfSnapshot(ledgerWorkbook(convention2023(), LEDGER)));
  const session = await openSession();
  await session.findings.repairAll();
  const [repaired] = excel.grid
    .contents()
    .sheets.flatMap(({ name, cells }) =>
      cells.filter(({ value }) => value === '010300000104').map(({ row, column }) => ({ name, row, column })),
    );
  await session.undo();
  excel.roundTrips();
  const { id } = excel.grid.sheets().find(({ name }) => name === repaired?.name)!;
  const act = (): void =>
    excel.grid.actingAs('coauthor', () =>
      excel.grid.writeCells(id, repaired!.row, repaired!.column, [[{ value: 'à garder' }]]),
    );
  excel.host.faults.at(WRITING, { kind: 'act', act });
  for (let more = 0; more < 20; more++)
    excel.host.faults.at(WRITING + more, { kind: more === 0 ? kind : 'refuse', refusal: 'connectionLost' });
  await session.findings.repairAll();
  expect(session.state().notice).toMatchObject({
    failure: { code: 'outcomeUnknown', entries: [{ content: 'à garder' }] },
  });
  excel.host.faults.clear();
  await session.refresh();
  expect(session.state().notice).toMatchObject(shown);
});
