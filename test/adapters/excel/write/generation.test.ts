/**
 * All the documents of a large workbook, through the session and the real client: few round trips of bounded size,
 * whatever the number of rows.
 */
import { Session } from '../../../../src/application/session/session';
import { documentsOf } from '../../../../src/documents/document';
import { cellsFor } from '../../../bench/ledgers';
import { convention2023 } from '../../../support/conventions';
import { startExcel, type StartedExcel } from '../../../support/excel/excel';
import { gridOfSnapshot } from '../../../support/excel/grid-of-snapshot';
import { ledgerWorkbook } from '../../../support/ledgers/ledger-workbook';
import { HandClock, HandTimers, noFiles } from '../../../support/excel/memory-workbook';
import { generate } from '../../../support/excel/generate';

/** Bytes of a request or an answer, whatever the size of the ledger: below the 5 MB of Excel on the web. */
const MOST_BYTES = 4_000_000;
/** The whole reading before the decision takes 4 or 5, the writing 3, the page set-up 4, the reading after it 5 or 6. */
const MOST_ROUND_TRIPS = 18;
const OF_A_READING = 5;

const EVERY_DOCUMENT = documentsOf(convention2023()).map(({ id }) => id);
/** `npm run explore` has 2,000; 100,000 take minutes: the grid computes each SUMIFS. */
const ROWS = Number(process.env['LEDGER_ROWS'] ?? 300);

let excel: StartedExcel;
let session: Session;

beforeAll(async () => {
  excel = startExcel(gridOfSnapshot(ledgerWorkbook(convention2023(), cellsFor(ROWS, 5))), { computes: true });
  session = new Session(excel.workbook, new HandClock('2023-12-31'), new HandTimers(), noFiles);
  await session.start();
});
afterAll(() => excel.dispose());

/** The cost of a user's action, from the click until the pane shows its end. */
async function costOf(act: () => Promise<void>): Promise<{ readonly roundTrips: number; readonly bytes: number }> {
  const from = excel.host.requests.length;
  await act();
  const requests = excel.host.requests.slice(from);
  const bytes = Math.max(
    0,
    ...requests.map(({ requestBytes, responseBytes }) => Math.max(requestBytes, responseBytes)),
  );
  await excel.host.settled();
  return { roundTrips: requests.length, bytes };
}

test('the first generation, one that changes nothing, and « Annuler »', async () => {
  await session.documents.prepare(EVERY_DOCUMENT);
  const first = await costOf(() => session.documents.writePrepared());
  expect(session.state().notice).toMatchObject({ kind: 'written', purpose: 'documents' });
  expect(first.roundTrips).toBeLessThanOrEqual(MOST_ROUND_TRIPS);
  expect(first.bytes).toBeLessThan(MOST_BYTES);

  const again = await costOf(() => generate(session, EVERY_DOCUMENT));
  expect(session.state().notice).toMatchObject({ kind: 'nothingToWrite' });
  expect(again.roundTrips).toBeLessThanOrEqual(OF_A_READING);

  const undone = await costOf(() => session.undo());
  expect(session.state().notice).toMatchObject({ kind: 'written', purpose: 'undo' });
  expect(undone.roundTrips).toBeLessThanOrEqual(MOST_ROUND_TRIPS);
  expect(undone.bytes).toBeLessThan(MOST_BYTES);
});
