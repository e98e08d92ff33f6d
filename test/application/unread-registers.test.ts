/**
 * A wrong cell in ENV_Obligations or ENV_Imputations is a finding at its place; the figures of the workbook, and the
 * findings elsewhere, are those of before.
 */
import { evaluateFunction } from '../../src/application/functions/function-answers';
import { stateOfDossier } from '../../src/application/functions/function-state';
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { Finding } from '../../src/domain/controls/findings/finding';
import { functionWordsIn } from '../../src/functions/function-sentences';
import { describeFinding } from '../../src/messages/describe-finding';
import type { CellValue } from '../../src/workbook/cells';
import { contentOfConvention } from '../../src/workbook/convention/convention-content';
import { OurTable } from '../../src/workbook/registers/our-tables';
import { findSheet, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import { COLUMNS, type TableId } from '../../src/workbook/workbook-names';
import { convention2023 } from '../support/conventions';
import { controlled, documented, ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { DocumentReader } from '../support/readers/document-reader';
import { withTyped, type TypedCell } from '../support/register-cells';

const CODES = '0103 | 0103-01-01 | 0103-CEFP-C002 | 010300000104 | EMPEF00075 | 36';
const WORKBOOK = ledgerWorkbook(
  convention2023(),
  `
  Programme | Domaine fonctionnel | Centre financier | Activité | Centre de coûts | Axe ministériel 1 | Axe ministériel 2 | N° EJ | Date d'engagement | Montant AE
  ${CODES} | PDE | 1400000001 | 15/02/2023 | 1000
  ${CODES} | Signaux Faibles | 1400000002 | 15/03/2023 | 500
`,
);
const AS_OF = '2023-06-30';

interface Judged {
  readonly findings: readonly Finding[];
  readonly figures: readonly unknown[];
  readonly say: (finding: Finding, language?: 'fr' | 'en') => string;
}

function judged(workbook: WorkbookSnapshot): Judged {
  const { dossier, report } = controlled(workbook, AS_OF);
  const { convention } = dossier;
  const figures = convention.envelopes.flatMap(({ code }) =>
    (['AE', 'CP'] as const).map((nature) => report.balances.figures({ envelope: code, line: null }, nature)),
  );
  const say = (finding: Finding, language: 'fr' | 'en' = 'fr'): string =>
    describeFinding(finding, convention, language).message.replaceAll(/\s/g, ' ');
  return { findings: report.findings, figures, say };
}

const BEFORE = judged(WORKBOOK);

/** The findings at cells of a register, then all the others. */
function apart(findings: readonly Finding[], table: string, row: number): readonly [Finding[], Finding[]] {
  const isThere = ({ place }: Finding): boolean =>
    place.kind === 'convention' && place.table === table && place.row === row - 1;
  return [findings.filter(isThere), findings.filter((one) => !isThere(one))];
}

const placeOf = ({ place }: Finding): string => (place.kind === 'convention' ? place.column : place.kind);

interface Duty {
  readonly row: number;
  readonly heading: string;
  readonly value: CellValue;
  readonly rule: string;
  readonly sentence: string;
}

describe('ENV_Obligations: the cell is an error, its duty is not controlled, and all the rest is as before', () => {
  test.each`
    row  | heading             | value                 | rule        | sentence
    ${1} | ${'Type'}           | ${'suivi'}            | ${'DEL-06'} | ${'« Type » : « suivi » n’est pas reconnu ; l’obligation n’est pas contrôlée ; attendu : l’un de : bilan annuel, compte rendu au terme,'}
    ${1} | ${'Type'}           | ${null}               | ${'DEL-06'} | ${'« Type » n’est pas rempli'}
    ${1} | ${'Délai'}          | ${'cinq'}             | ${'DEL-06'} | ${'« Délai » : « cinq » n’est pas reconnu ; l’obligation n’est pas contrôlée ; attendu : un nombre, comme 5, ou « sans délai »'}
    ${1} | ${'Délai'}          | ${null}               | ${'DEL-06'} | ${'« Délai » n’est pas rempli'}
    ${1} | ${'Unité'}          | ${'semaines'}         | ${'DEL-06'} | ${'attendu : l’un de : ouvrés, ouvrables, francs, calendaires, mois'}
    ${1} | ${'Périodicité'}    | ${'bimestrielle'}     | ${'DEL-05'} | ${'« bimestrielle » n’est pas reconnu'}
    ${2} | ${'Périodicité'}    | ${'bimestrielle'}     | ${'DEL-05'} | ${'attendu : l’un de : mensuelle, trimestrielle, semestrielle, annuelle'}
    ${1} | ${'À la charge de'} | ${'DGE et DGEFP'}     | ${'DEL-06'} | ${'attendu : l’un de : délégataire, délégant'}
    ${1} | ${'Avis'}           | ${'favorable'}        | ${'DEL-06'} | ${'attendu : l’un de : simple, conforme'}
    ${1} | ${'Échéance'}       | ${'fin mai'}          | ${'DEL-06'} | ${'« fin mai » n’est pas une date'}
    ${1} | ${'Objet'}          | ${{ error: '#REF!' }} | ${'DEL-06'} | ${'« Objet » : la cellule contient l’erreur #REF! ; l’obligation n’est pas contrôlée'}
  `('row $row, $heading = $value: $rule', ({ row, heading, value, rule, sentence }: Duty) => {
    const { findings, figures, say } = judged(withTyped(WORKBOOK, 'duties', [row, heading, value]));
    const [there, others] = apart(findings, 'ENV_Obligations', row);
    expect(there.map((one) => [one.rule, one.severity, placeOf(one)])).toEqual([[rule, 'error', heading]]);
    expect(say(there[0]!)).toContain(sentence);
    expect(say(there[0]!, 'en')).toContain('the duty is not checked');
    expect(others).toEqual(apart(BEFORE.findings, 'ENV_Obligations', row)[1]);
    expect(figures).toEqual(BEFORE.figures);
  });
});

interface Code {
  readonly row: number;
  readonly heading: string;
  readonly value: CellValue;
  readonly prevented: string;
  readonly sentence: string;
}

describe('ENV_Imputations: the cell is an error that names the controls not made, and no row is wrong for it', () => {
  const BY_CODES = 'IMP-01 IMP-03 IMP-04 IMP-05 IMP-09';
  test.each`
    row  | heading        | value                 | prevented          | sentence
    ${2} | ${'Champ'}     | ${'Domaine'}          | ${BY_CODES}        | ${'Code « 0103-01-01 », « Champ » : « Domaine » n’est pas reconnu ; non contrôlable pour ce code : IMP-01,'}
    ${1} | ${'Champ'}     | ${'Axe'}              | ${BY_CODES}        | ${'Code « 36 », « Champ » : « Axe » n’est pas reconnu'}
    ${4} | ${'Champ'}     | ${null}               | ${BY_CODES}        | ${'« Champ » n’est pas rempli'}
    ${4} | ${'Valeur'}    | ${null}               | ${BY_CODES}        | ${'Ligne sans code, « Valeur » n’est pas rempli'}
    ${4} | ${'Enveloppe'} | ${'PDX'}              | ${BY_CODES}        | ${'« PDX » n’est pas reconnu ; non contrôlable pour ce code : IMP-01, IMP-03, IMP-04, IMP-05, IMP-09 ; attendu : l’un de : PDE, SF'}
    ${7} | ${'Enveloppe'} | ${'PDX'}              | ${'IMP-06 IMP-07'} | ${'Code « PDE », « Enveloppe » : « PDX » n’est pas reconnu'}
    ${4} | ${'Du'}        | ${'janvier'}          | ${'IMP-09'}        | ${'« Du » : « janvier » n’est pas une date ; non contrôlable pour ce code : IMP-09'}
    ${4} | ${'Au'}        | ${'31 mars'}          | ${'IMP-09'}        | ${'« Au » : « 31 mars » n’est pas une date'}
    ${4} | ${'Alias'}     | ${{ error: '#N/A' }}  | ${BY_CODES}        | ${'« Alias » : la cellule contient l’erreur #N/A ; non contrôlable pour ce code : IMP-01,'}
    ${4} | ${'Libellé'}   | ${{ error: '#REF!' }} | ${''}              | ${'« Libellé » : la cellule contient l’erreur #REF! ; attendu : un texte'}
  `('row $row, $heading = $value: $prevented', ({ row, heading, value, prevented, sentence }: Code) => {
    const { findings, figures, say } = judged(withTyped(WORKBOOK, 'imputations', [row, heading, value]));
    const [there, others] = apart(findings, 'ENV_Imputations', row);
    expect(there.map((one) => [one.rule, one.severity, placeOf(one)])).toEqual([['DON-08', 'error', heading]]);
    expect(there[0]?.rule === 'DON-08' && there[0].details.prevented.join(' ')).toBe(prevented);
    expect(say(there[0]!)).toContain(sentence);
    expect(say(there[0]!, 'en')).toMatch(/Correct the (?:cell \(table ENV_Imputations\)|formula)/);
    expect(others).toEqual(BEFORE.findings);
    expect(figures).toEqual(BEFORE.figures);
  });
});

test('two cells of a row are two findings', () => {
  const { findings } = judged(withTyped(WORKBOOK, 'duties', [1, 'Type', 'suivi'], [1, 'Délai', 'cinq']));
  expect(apart(findings, 'ENV_Obligations', 1)[0].map(placeOf)).toEqual(['Type', 'Délai']);
});

describe('the words stay as they are typed, wherever the convention is written or compared', () => {
  const ROWS: readonly (readonly [TableId, readonly TypedCell[]])[] = [
    ['duties', [[1, 'Type', 'suivi']]],
    ['duties', [[1, 'Délai', 'cinq']]],
    ['duties', [[1, 'Délai', null]]],
    ['duties', [[1, 'Unité', 'semaines']]],
    ['duties', [[2, 'Périodicité', 'bimestrielle']]],
    ['duties', [[9, 'À la charge de', 'DGE et DGEFP']]],
    ['duties', [[1, 'Avis', 'favorable']]],
    ['duties', [[1, 'Fait le', 'oui']]],
    ['imputations', [[8, 'Champ', 'Axe']]],
    ['imputations', [[8, 'Enveloppe', 'PDX']]],
    ['imputations', [[8, 'Du', 'janvier']]],
    ['imputations', [[8, 'Valeur', null]]],
  ];
  test.each(ROWS)('%s, %j', (id, typed) => {
    const workbook = withTyped(WORKBOOK, id, ...typed);
    const { convention } = controlled(workbook, AS_OF).dossier;
    const columns = Object.keys(COLUMNS[id]) as never[];
    const cells = OurTable.find(workbook, id)!
      .rows()
      .map((row) => columns.map((column) => row.table.value(row, column)));
    const written = contentOfConvention(convention, false).find((table) => table.id === id)!;
    const text = (value: unknown): string => String(value ?? '');
    expect(written.rows.map((row) => row.map(({ value }) => text(value)))).toEqual(cells.map((row) => row.map(text)));
  });
});

test.each([
  ['4, Enveloppe = PDX', [4, 'Enveloppe', 'PDX'], '« PDX » n’est pas lu sous « Enveloppe » d’ENV_Imputations'],
  ['4, Du = janvier', [4, 'Du', 'janvier'], '« janvier » n’est pas lu sous « Du » d’ENV_Imputations'],
  ['4, Libellé in error', [4, 'Libellé', { error: '#REF!' }], '010300000104'],
] as const)('CODE("activité") is not answered out of a row that cannot be read: %s', (_, typed, expected) => {
  const { dossier } = controlled(withTyped(WORKBOOK, 'imputations', typed as TypedCell), AS_OF);
  const state = stateOfDossier(dossier, isoDate(AS_OF));
  const answer = evaluateFunction('CODE', ['activité'], state, functionWordsIn('fr'));
  expect(JSON.stringify(answer).replaceAll(/\s/g, ' ')).toContain(expected);
});

test.each([
  ['no unread code', null, /^Conforme$/],
  ['a code', [4, 'Enveloppe', 'PDX'], /^DON-08 .*« PDX »/],
  ['the label of a code', [4, 'Libellé', { error: '#REF!' }], /^Conforme$/],
] as const)('CHECK of a right row is « Conforme » where its codes are compared: %s', (_, typed, expected) => {
  const { dossier, report } = controlled(
    typed ? withTyped(WORKBOOK, 'imputations', typed as TypedCell) : WORKBOOK,
    AS_OF,
  );
  const state = stateOfDossier(dossier, isoDate(AS_OF), { dossier, report });
  const [headings = [], row = []] = findSheet(dossier.workbook, 'Suivi')?.values ?? [];
  const answer = evaluateFunction('CHECK', [[row], [headings]], state, functionWordsIn('fr'));
  expect(answer.kind === 'value' && String(answer.value).replaceAll(/\s/g, ' ')).toMatch(expected);
});

test.each([
  [
    [2, 'Champ', 'Domaine'],
    ['Domaine fonctionnel', '0103-01-01', null, 'toutes'],
  ],
  [
    [6, 'Champ', 'Budget'],
    ['Budget', '0103', '103', 'toutes'],
  ],
  [
    [7, 'Enveloppe', 'PDX'],
    ['Axe ministériel 2', 'PDE', 'Place des entreprises', 'PDX'],
  ],
  [
    [6, 'Du', 'janvier'],
    ['Programme', '0103', '103', 'toutes', 'janvier'],
  ],
] as const)('Référence Chorus keeps the row of which %j cannot be read, as it is typed', (typed, expected) => {
  const workbook = documented(withTyped(WORKBOOK, 'imputations', typed as TypedCell));
  const rows = new DocumentReader(workbook, 'Référence Chorus').block('Champ');
  expect(rows).toContainEqual(expected);
});
