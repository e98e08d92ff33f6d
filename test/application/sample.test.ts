/**
 * The sample: the product finds exactly the faults that were planted, in memory and in the file, and the summary shows
 * our figures.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSample } from '../../scripts/build-sample';
import { openXlsx } from '../../src/adapters/xlsx/open';
import { control } from '../../src/application/control';
import type { Dossier } from '../../src/application/dossier';
import { isoDate } from '../../src/domain/calendar/civil-date';
import { CONTROLS } from '../../src/domain/controls/registry';
import { cellAddress, parseArea } from '../../src/workbook/cells';
import { placeInWorkbook } from '../../src/workbook/places';
import { findSheet, valueAt, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import { opened, sampleDossier } from '../support/sample-dossier';

interface Planted {
  readonly rule: string;
  readonly sheet: string;
  readonly cell: string;
  readonly why: string;
  /** The day from which it is found; always when absent. */
  readonly from?: string;
}

const PLANTED = JSON.parse(
  readFileSync(join(__dirname, '../../samples/suivi-2023/planted.json'), 'utf8'),
) as readonly Planted[];

function expectedOn(day: string): readonly string[] {
  const planted = PLANTED.filter(({ from }) => from === undefined || from <= day);
  return planted.map(({ rule, sheet, cell }) => `${rule} ${sheet}!${cell}`).sort();
}

function foundIn(dossier: Dossier, asOf: string): readonly string[] {
  const { findings } = control(dossier, isoDate(asOf));
  const places = findings.map((finding) => ({
    finding,
    place: placeInWorkbook(dossier.workbook, dossier.blocks, finding.place),
  }));
  return places
    .map(({ finding, place }) => `${finding.rule} ${place?.sheet}!${cellAddress(place?.row ?? 0, place?.column ?? 0)}`)
    .sort();
}

function fromFile(): WorkbookSnapshot {
  const file = openXlsx(buildSample());
  if (!file.ok) throw new Error(JSON.stringify(file.failure));
  return file.value.read();
}

test('the planted findings and no other, on the last day of the convention and after it', () => {
  const dossier = sampleDossier();
  for (const day of ['2023-12-31', '2026-11-24']) expect(foundIn(dossier, day)).toEqual(expectedOn(day));
});

/** The controls of the first version: later ones are shown by their own tests. */
const SHOWN = /^(IMP-0\d|PLA-0[1-6]|FON-04|PER-0[1-3]|EJ-0[1-3]|DON-0[1-6])$/;

test('each control of the first version has its row, and each planted finding has its reason', () => {
  const planted = new Set<string>(PLANTED.map(({ rule }) => rule));
  const rules = CONTROLS.map(({ rule }) => rule);
  expect(rules.filter((rule) => SHOWN.test(rule) && !planted.has(rule))).toEqual([]);
  expect([...planted].filter((rule) => !rules.some((known) => known === rule))).toEqual([]);
  for (const { why } of PLANTED) expect(why.length).toBeGreaterThan(20);
});

test('the file has the same contents', () => {
  expect(foundIn(opened(fromFile()), '2023-12-31')).toEqual(expectedOn('2023-12-31'));
});

test('the file is the same at every build', () => {
  expect(Buffer.from(buildSample()).equals(Buffer.from(buildSample()))).toBe(true);
});

test('the team’s table: about 150 rows of EJ and DP on both envelopes, its own headings', () => {
  const { blocks, ledger } = sampleDossier();
  expect(blocks).toMatchObject([{ sheet: 'Suivi 2023', table: 'T_Suivi', headingRow: 4 }]);
  expect(blocks[0]?.columns.get('ministerialAxis2')?.heading).toBe('Enveloppe (axe min. 2)');
  expect(ledger.rows.length).toBeGreaterThan(140);
  expect(ledger.rows.length).toBeLessThan(170);
});

test('the summary: each function of the issue once at least, each with our figure beside it', () => {
  const sheet = findSheet(fromFile(), 'Synthèse');
  if (!sheet) throw new Error('no summary');
  const formulas = [...sheet.formulas.values()];
  const names = [
    'ALLOCATED',
    'CONSUMED',
    'RESERVED',
    'REMAINING',
    'AVAILABLE',
    'RATE',
    'OUTSTANDING',
    'CODE',
    'DEADLINE',
    'STATUS',
  ];
  for (const name of names) expect(formulas.some((formula) => formula.includes(`ENVELOPE.${name}(`))).toBe(true);
  expect(formulas).toContain('=ENVELOPE.REMAINING("PDE","CP")');
});

test.each`
  cell     | formula                                          | value
  ${'B5'}  | ${'=ENVELOPE.ALLOCATED("PDE","AE")'}             | ${500000}
  ${'C5'}  | ${'=ENVELOPE.CONSUMED("PDE","AE")'}              | ${498691}
  ${'E5'}  | ${'=ENVELOPE.REMAINING("PDE","AE")'}             | ${1309}
  ${'G5'}  | ${'=ENVELOPE.RATE("PDE","AE")'}                  | ${0.997382 /* 498 691 / 500 000, shown as 99,74 % */}
  ${'H5'}  | ${'=ENVELOPE.STATUS("PDE")'}                     | ${'Échue'}
  ${'E6'}  | ${'=ENVELOPE.REMAINING("Signaux Faibles","AE")'} | ${-4000}
  ${'E7'}  | ${'=ENVELOPE.REMAINING("*","AE")'}               | ${-2691}
  ${'E10'} | ${'=ENVELOPE.REMAINING("PDE","CP")'}             | ${8434}
  ${'H10'} | ${'=ENVELOPE.OUTSTANDING("PDE")'}                | ${9165}
  ${'B17'} | ${'=ENVELOPE.CODE("activité","PDE")'}            | ${'010300000104'}
  ${'B23'} | ${undefined}                                     | ${45245 /* 15/11/2023 */}
  ${'C23'} | ${'=ENVELOPE.DEADLINE(B23)'}                     | ${45252 /* 22/11/2023 */}
`(
  'Synthèse!$cell holds $formula and shows $value',
  ({ cell, formula, value }: { cell: string; formula: string; value: unknown }) => {
    const sheet = findSheet(sampleDossier().workbook, 'Synthèse');
    const area = parseArea(cell);
    if (!sheet || !area) throw new Error(cell);
    expect(sheet.formulas.get(area.top * 16_384 + area.left)).toBe(formula);
    expect(valueAt(sheet, area.top, area.left)).toBe(value);
  },
);
