/** Columns that the team adds to the registers of the convention: amounts that nothing reads are reported (LEC-03). */
import { openDossier } from '../../../src/application/open-dossier';
import type { CellValue } from '../../../src/workbook/cells';
import { COLUMNS, TABLES, type TableId } from '../../../src/workbook/workbook-names';
import { convention2023 } from '../../support/conventions';
import { workbookOf, type SheetGiven } from '../../support/ledgers/workbook-of';

const DAY = 45_000;
const HEADINGS = ['N° EJ', 'Objet', 'Axe ministériel 2', "Date d'engagement", 'Montant AE'];
const PDE: SheetGiven = { name: 'PDE', rows: [HEADINGS, ['1405512301', 'Marché 1', 'PDE', DAY, 1_000]] };

const FIRST_ROWS: { readonly [T in TableId]?: readonly CellValue[] } = {
  lines: ['PDE', 'Prestations', 1],
  movements: [DAY, 'virement', 'SF', 'PDE', 'AE', 1_000, 'LET-1', 'DGEFP', DAY],
  fungibility: ['PDE', 'SF', 'AE', '5 %'],
  rap: ['1405512301', 1],
  requests: [DAY, 'Prévision'],
};

/** The register with a column at its right, and the unread amounts of the workbook. */
function reported(id: TableId, heading: string, value: CellValue, aside?: string): readonly string[] {
  const own = Object.values<string>(COLUMNS[id]);
  const first = FIRST_ROWS[id] ?? [];
  const row = own.map((_, position) => first[position] ?? null);
  const last = `${String.fromCharCode(65 + own.length)}2`;
  const rows = [
    [...own, heading],
    [...row, value],
  ];
  const decided: SheetGiven = {
    name: 'Réglages',
    rows: [Object.values<string>(COLUMNS.reading), ['Table', last, 'mis de côté', aside ?? '']],
    tables: { ENV_Lecture: 'A1:H2' },
  };
  const register = { name: 'Table', rows, tables: { [TABLES[id]]: `A1:${last}` } };
  const workbook = workbookOf(PDE, register, ...(aside === undefined ? [] : [decided]));
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) return [JSON.stringify(opened.failure)];
  return (opened.value.ledger.reading?.unread ?? []).map(
    ({ what, area, ae, cp, other, isOfRegister }) =>
      `${what} ${area} ${(ae + cp + other) / 100}${isOfRegister ? ' of a register' : ''}`,
  );
}

test.each`
  id               | heading                      | value           | expected
  ${'movements'}   | ${'Montant CP'}              | ${5_000}        | ${'column L2 5000 of a register'}
  ${'movements'}   | ${'Montant CP'}              | ${'5 000,00 €'} | ${'column L2 5000 of a register'}
  ${'lines'}       | ${'Report'}                  | ${1_250.5}      | ${'column M2 1250.5 of a register'}
  ${'lines'}       | ${'Montant 2e tranche'}      | ${900}          | ${'column M2 900 of a register'}
  ${'fungibility'} | ${'Montant autorisé'}        | ${900}          | ${'column G2 900 of a register'}
  ${'rap'}         | ${'Montant AE'}              | ${900}          | ${'column D2 900 of a register'}
  ${'movements'}   | ${'Observations'}            | ${'à relire'}   | ${''}
  ${'movements'}   | ${'N°'}                      | ${3}            | ${''}
  ${'movements'}   | ${'Année'}                   | ${2023}         | ${''}
  ${'movements'}   | ${'Reçu le'}                 | ${'01/06/2023'} | ${''}
  ${'lines'}       | ${'Reste à consommer'}       | ${900}          | ${''}
  ${'lines'}       | ${'Engagé'}                  | ${900}          | ${''}
  ${'lines'}       | ${'Payé'}                    | ${900.5}        | ${''}
  ${'lines'}       | ${'Consommé AE'}             | ${900}          | ${''}
  ${'lines'}       | ${'Ordre'}                   | ${2}            | ${''}
  ${'lines'}       | ${'Rang'}                    | ${3}            | ${''}
  ${'lines'}       | ${'ETP'}                     | ${4}            | ${''}
  ${'lines'}       | ${'Page'}                    | ${12}           | ${''}
  ${'lines'}       | ${'Version'}                 | ${2}            | ${''}
  ${'requests'}    | ${'Montant demandé'}         | ${900}          | ${''}
  ${'lines'}       | ${'Dotation complémentaire'} | ${5_000}        | ${'column M2 5000 of a register'}
  ${'lines'}       | ${'Crédits ouverts'}         | ${5_000}        | ${'column M2 5000 of a register'}
  ${'lines'}       | ${'Dotation initiale'}       | ${'5 000 €'}    | ${'column M2 5000 of a register'}
  ${'lines'}       | ${'Plafond révisé'}          | ${5_000}        | ${'column M2 5000 of a register'}
  ${'lines'}       | ${'Dotation'}                | ${5_000}        | ${'column M2 5000 of a register'}
  ${'lines'}       | ${'Montant alloué'}          | ${5_000}        | ${'column M2 5000 of a register'}
  ${'lines'}       | ${'Crédits disponibles'}     | ${5_000}        | ${''}
  ${'lines'}       | ${'Dotation consommée'}      | ${5_000}        | ${''}
  ${'lines'}       | ${'Prévision'}               | ${5_000}        | ${''}
`('$id, « $heading » $value: « $expected »', ({ id, heading, value, expected }) => {
  const found = reported(id as TableId, String(heading), value as CellValue);
  expect(found).toEqual(expected === '' ? [] : [expected]);
});

test('set aside with a reason, it is no longer reported', () => {
  expect(reported('movements', 'Montant CP', 5_000, 'colonne de travail')).toEqual([]);
});
