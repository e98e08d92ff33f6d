/** A newly opened pane over the workbook of the started Excel. */
import { ExcelWorkbook } from '../../../src/adapters/excel/excel-workbook';
import type { ExcelRun } from '../../../src/adapters/excel/host-errors';
import { Session } from '../../../src/application/session/session';
import { HandClock, HandTimers, noFiles } from './memory-workbook';

const toExcel: ExcelRun = (options, batch) => Excel.run(options, batch);

/** `run` is between the adapter and Excel. */
export async function openSession(run = toExcel): Promise<Session> {
  const workbook = new ExcelWorkbook({
    run,
    createWorkbook: (base64) => Excel.createWorkbook(base64),
    events: { protection: true, sheetNames: true },
    givesNotes: false,
    pause: () => Promise.resolve(),
    whenShown: () => undefined,
    regularly: () => undefined,
  });
  const session = new Session(workbook, new HandClock('2023-12-31'), new HandTimers(), noFiles);
  await session.start();
  return session;
}
