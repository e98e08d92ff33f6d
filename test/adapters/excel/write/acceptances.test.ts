/** Accepting findings through the real client: the register fills, grows, and is restored by undo. */
import { planAcceptance } from '../../../../src/application/writing/accept';
import { control } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { findTable } from '../../../../src/workbook/snapshot';
import { everythingIn, startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { gridOfSnapshot } from '../../../support/excel/grid-of-snapshot';
import { sampleDossier } from '../../../support/sample-dossier';

const DAY = isoDate('2023-12-31');

let excel: StartedExcel;
afterEach(() => excel.dispose());

test('three findings: the blank row, then a longer table; undone to the last cell', async () => {
  excel = startExcel(gridOfSnapshot(sampleDossier().workbook));
  const before = await everythingIn(excel);
  const dossier = valueOf(openDossier(await excel.read()));
  const report = control(dossier, DAY);
  const plan = valueOf(
    planAcceptance(dossier, report, report.findings.slice(0, 3), { reason: 'Vu', author: 'Zoé', on: DAY }),
  );
  const { undo } = valueOf(await excel.workbook.apply(plan));
  const after = valueOf(openDossier(await excel.read()));
  expect(findTable(after.workbook, 'ENV_Acceptations')?.area.rows).toBe(4);
  expect(control(after, DAY).accepted.size).toBe(3);
  valueOf(await excel.workbook.apply(undo));
  expect(await everythingIn(excel)).toEqual(before);
});
