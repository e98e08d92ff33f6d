/** The list of what only a real Excel can show: the formulas that it asks for give the values that it names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluateFunction, type FunctionName } from '../src/application/functions/function-answers';
import { stateOfDossier } from '../src/application/functions/function-state';
import { isoDate } from '../src/domain/calendar/civil-date';
import { FUNCTION_HELP } from '../src/functions/function-help';
import { functionWordsIn } from '../src/functions/function-sentences';
import { sampleDossier } from './support/sample-dossier';

const TEXT = readFileSync(join(__dirname, '../docs/excel-checklist.md'), 'utf8');
const ROW = /^\| `=ENVELOPE\.([A-Z]+)\(([^)]*)\)` \| ([^|]+) \|$/gm;
const ROWS = [...TEXT.matchAll(ROW)].map(([, name = '', given = '', value = '']) => ({ name, given, value }));

test('each function is asked for once', () => {
  expect(ROWS.map(({ name }) => name).sort()).toEqual(Object.keys(FUNCTION_HELP).sort());
  expect(TEXT).not.toMatch(/\bten functions\b/);
});

/** Those whose arguments are constants and whose value is one. */
const CONSTANT = ROWS.filter(({ given, value }) => given !== '' && !given.includes('!') && !value.includes(' '));

test.each(CONSTANT.map((row) => [row.name, row] as const))('%s', (_, { name, given, value }) => {
  const args = given.split(';').map((word) => JSON.parse(word) as string | number);
  const state = stateOfDossier(sampleDossier(), isoDate('2026-11-26'));
  const found = evaluateFunction(name as FunctionName, args, state, functionWordsIn('fr'));
  expect(found).toMatchObject({ kind: 'value' });
  expect(String('value' in found ? found.value : '').replace('.', ',')).toBe(value);
});
