/** FON-01: a transfer without any authorisation. */
import { COLUMNS } from '../../../../src/workbook/workbook-names';
import { movementCell } from '../../../../src/domain/controls/rules/kit/movement-cells';
import { movementOf } from '../../envelopes/builders';
import { foundInMovements, onMovement } from './movements';

const alone = { from: 'PDE', to: 'SF', cents: 10_000_00, authorisedBy: '', authorisedOn: null } as const;

test('right: authorised by somebody, on a day, under a reference; or no transfer at all', () => {
  expect(foundInMovements([movementOf({ from: 'PDE', to: 'SF', cents: 10_000_00 })])).toEqual([]);
  expect(foundInMovements([])).toEqual([]);
});

test('wrong: neither author nor date, whatever the reference of the transfer itself', () => {
  const details = { from: 'PDE', to: 'SF', nature: 'AE', cents: 10_000_00 } as const;
  expect(foundInMovements([movementOf(alone), movementOf({ ...alone, reference: '' })])).toEqual([
    onMovement('FON-01', 'error', 0, 'Autorisé par', details),
    onMovement('FON-01', 'error', 1, 'Autorisé par', details),
  ]);
});

test('edge: an author made of blanks is none; a transfer above what is available has one finding as long as it does not count', () => {
  expect(foundInMovements([movementOf({ ...alone, authorisedBy: ' ', cents: 9e13 })]).map(({ rule }) => rule)).toEqual([
    'FON-01',
  ]);
});

test('not checkable: an avenant, a report, a gel and a rétablissement need no authorisation of this kind', () => {
  const types = ['amendment', 'carryOver', 'restoration'] as const;
  expect(foundInMovements(types.map((type) => movementOf({ ...alone, from: null, type })))).toEqual([]);
});

test('the cells are those of the table of movements', () => {
  const movement = movementOf(alone);
  for (const part of ['authorisedBy', 'authorisedOn', 'reference', 'date', 'from', 'to', 'amount'] as const) {
    expect(movementCell(movement, part)).toMatchObject({ table: 'ENV_Mouvements', column: COLUMNS.movements[part] });
  }
});
