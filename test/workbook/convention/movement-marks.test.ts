/** Rows of ENV_Mouvements that a team takes out, by a column of its own or by crossing them out. */
import { planInitialise } from '../../../src/application/writing/initialise';
import { COLUMNS, TABLES } from '../../../src/workbook/workbook-names';
import { readConventionTables } from '../../../src/workbook/convention/convention-tables';
import { findTable, formulaKey, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import type { CellValue } from '../../../src/workbook/cells';
import { applyPlan, emptyWorkbook } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { movementOf } from '../../domain/envelopes/builders';

const MOVED = { ...convention2023(), movements: [movementOf({ from: 'PDE', to: 'SF', cents: 100_00 })] };

function initialised(): WorkbookSnapshot {
  const plan = planInitialise(emptyWorkbook('Feuil1'), MOVED);
  if (!plan.ok) throw new Error(plan.failure.code);
  return applyPlan(emptyWorkbook('Feuil1'), plan.value);
}

const TABLE = findTable(initialised(), TABLES.movements)!;

/** With a column of the team on the right of the table. */
function withColumn(heading: string, value: CellValue): WorkbookSnapshot {
  const { sheet, area, columns } = TABLE;
  const step = { kind: 'setCells', sheet, top: area.top, left: area.left + columns.length } as const;
  const cells = [[{ value: heading }], [{ value }]];
  const edited = applyPlan(initialised(), { purpose: 'undo', expected: [], steps: [{ ...step, cells }] });
  const wider = { ...TABLE, columns: [...columns, heading], area: { ...area, columns: columns.length + 1 } };
  return { ...edited, tables: edited.tables.map((one) => (one.name === TABLE.name ? wider : one)) };
}

function withStruck(...headings: readonly string[]): WorkbookSnapshot {
  const workbook = initialised();
  const keys = headings.map((heading) =>
    formulaKey(TABLE.area.top + 1, TABLE.area.left + TABLE.columns.indexOf(heading)),
  );
  const struck = new Set(keys);
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => (sheet.name === TABLE.sheet ? { ...sheet, struck } : sheet)),
  };
}

function markIn(workbook: WorkbookSnapshot): unknown {
  const read = readConventionTables(workbook);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value?.movements[0]?.mark;
}

test.each`
  heading                | value                       | mark
  ${'Statut'}            | ${'Refusé'}                 | ${'Refusé'}
  ${'Statut'}            | ${'En attente'}             | ${'En attente'}
  ${'État'}              | ${'Annulé le 3 mars'}       | ${'Annulé le 3 mars'}
  ${'État'}              | ${'Projet'}                 | ${'Projet'}
  ${'Décision'}          | ${'Refusé par la DGEFP'}    | ${'Refusé par la DGEFP'}
  ${'Décision'}          | ${'Non'}                    | ${'Non'}
  ${'Avis'}              | ${'Défavorable'}            | ${'Défavorable'}
  ${'Avis du délégant'}  | ${'En cours'}               | ${'En cours'}
  ${'Accord DGEFP'}      | ${'à obtenir'}              | ${'à obtenir'}
  ${'Validé'}            | ${'Non'}                    | ${'Non'}
  ${'Validé'}            | ${'N'}                      | ${'N'}
  ${'Signed'}            | ${'No'}                     | ${'No'}
  ${'Avenant signé'}     | ${'Non'}                    | ${'Non'}
  ${'Effectif'}          | ${'non'}                    | ${'non'}
  ${'Étape'}             | ${'En circuit'}             | ${'En circuit'}
  ${'Date de signature'} | ${'à venir'}                | ${'à venir'}
  ${'Avenant signé'}     | ${'Oui'}                    | ${undefined}
  ${'Signed'}            | ${'12 May 2023'}            | ${undefined}
  ${'Date de signature'} | ${45_000}                   | ${undefined}
  ${'Date de signature'} | ${null}                     | ${undefined}
  ${'Étape'}             | ${'Signé'}                  | ${undefined}
  ${'Effectif'}          | ${12}                       | ${undefined}
  ${'Avenant'}           | ${'n° 1'}                   | ${undefined}
  ${'Date d’effet'}      | ${'à venir'}                | ${undefined}
  ${'Annulé'}            | ${'N'}                      | ${undefined}
  ${'Annulé'}            | ${'X'}                      | ${'X'}
  ${'Annulé le'}         | ${45_000}                   | ${''}
  ${'Hors convention'}   | ${'Oui'}                    | ${'Oui'}
  ${'Statut'}            | ${'Notifié'}                | ${undefined}
  ${'Statut'}            | ${'En cours'}               | ${undefined}
  ${'Statut'}            | ${'Autorisé'}               | ${undefined}
  ${'Statut'}            | ${null}                     | ${undefined}
  ${'Décision'}          | ${'Décision 2023-12'}       | ${undefined}
  ${'Décision'}          | ${'Accordé'}                | ${undefined}
  ${'Avis'}              | ${'Favorable'}              | ${undefined}
  ${'Avis'}              | ${'Sans objet'}             | ${undefined}
  ${'Visa CBCM'}         | ${'Non requis'}             | ${undefined}
  ${'Visa CBCM'}         | ${'M. Refuse'}              | ${undefined}
  ${'Annulé'}            | ${'Non'}                    | ${undefined}
  ${'Projet'}            | ${'Signaux Faibles'}        | ${undefined}
  ${'Commentaire'}       | ${'Suite au refus du visa'} | ${undefined}
  ${'Demandeur'}         | ${'Refusé'}                 | ${undefined}
`('« $heading » « $value »', ({ heading, value, mark }: { heading: string; value: CellValue; mark?: string }) => {
  expect(markIn(withColumn(heading, value))).toEqual(mark === undefined ? undefined : { heading, raw: mark });
});

test.each`
  struck                              | mark
  ${Object.values(COLUMNS.movements)} | ${COLUMNS.movements.type}
  ${[COLUMNS.movements.amount]}       | ${COLUMNS.movements.amount}
  ${[COLUMNS.movements.reference]}    | ${undefined}
  ${[]}                               | ${undefined}
`('crossed out: $struck', ({ struck, mark }: { struck: string[]; mark?: string }) => {
  expect(markIn(withStruck(...struck))).toEqual(mark === undefined ? undefined : { heading: mark, raw: null });
});

test('without a table of movements there is no mark', () => {
  const workbook = initialised();
  const tables = workbook.tables.filter(({ name }) => name !== TABLES.movements);
  const read = readConventionTables({ ...workbook, tables });
  expect(read.ok ? read.value?.movements : null).not.toEqual([
    expect.objectContaining({ mark: expect.anything() as unknown }),
  ]);
});
