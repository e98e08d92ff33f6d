/** WHATIF, FORECAST, CHECK, SUMMARY and FINDINGS, as a finance officer would check them on the convention of 2023. */
import { type FunctionTable, MOST_FINDINGS } from '../../../src/application/functions/function-tables';
import { stateOfDossier, type FunctionState } from '../../../src/application/functions/function-state';
import { stateOfRefusal } from '../../../src/application/functions/refused-state';
import { fieldOfName } from '../../../src/workbook/ledger/headings';
import { evaluateFunction, type FunctionName } from '../../../src/application/functions/function-answers';
import { control } from '../../../src/application/control';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { functionWordsIn } from '../../../src/functions/function-sentences';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023, conventionNamed } from '../../support/conventions';
import { cellsOfLedger, controlled, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { sampleDossier } from '../../support/sample-dossier';

const CODES = '0103 | 0103-01-01 | 0103-CEFP-C002 | 010300000104 | EMPEF00075 | 36';
const CODE_HEADINGS =
  'Programme | Domaine fonctionnel | Centre financier | Activité | Centre de coûts | Axe ministériel 1 | Axe ministériel 2';
const PAYMENT_HEADINGS = 'Date de service fait | Date de paiement | Montant CP';
const LEDGER = `
  ${CODE_HEADINGS} | Poste de dépense | N° EJ | Statut | Date d'engagement | Montant AE | ${PAYMENT_HEADINGS} | Remarque
  ${CODES} | PDE | Prestations | 1400000001 | | 15/02/2023 | 90000 | | | | à suivre
  ${CODES} | PDE | Prestations | 1400000001 | | | | 01/03/2023 | 20/03/2023 | 30000 |
  ${CODES} | Signaux Faibles | Prestations | 1400000002 | | 10/01/2023 | 60000 | | | |
  ${CODES} | Signaux Faibles | Prestations | 1400000003 | | 11/01/2023 | 60000 | | | |
`;
const [HEADINGS = [], FIRST = [], SECOND = [], , OVER = []] = cellsOfLedger(LEDGER);
const { dossier } = controlled(ledgerWorkbook(convention2023(), LEDGER));
const state = stateOfDossier(dossier, isoDate('2023-03-31'));
const words = functionWordsIn('fr');

function answer(name: FunctionName, ...args: unknown[]): unknown {
  return answerIn(state, name, ...args);
}

function answerIn(given: FunctionState, name: FunctionName, ...args: unknown[]): unknown {
  const result = evaluateFunction(name, args, given, words);
  if (result.kind === 'error') return `${result.code} ${plain(result.message)}`;
  return typeof result.value === 'string' ? plain(result.value) : result.value;
}

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'");

describe('a date in the place of the budget line is recognised, and nothing is answered for another date', () => {
  test.each`
    line            | shown
    ${45_107}       | ${'30/06/2023'}
    ${'30/06/2023'} | ${'30/06/2023'}
    ${'2023-06-30'} | ${'30/06/2023'}
  `('$line', ({ line, shown }) => {
    const sentence = `#VALUE! ${shown as string} est une date, à la place du poste : laissez le poste vide et donnez la date ensuite.`;
    for (const name of ['ALLOCATED', 'CONSUMED', 'RATE'] as const)
      for (const envelope of ['PDE', '*']) expect(answer(name, envelope, 'AE', line)).toBe(sentence);
  });

  test('a small number is the name of a budget line that is unknown', () =>
    expect(answer('CONSUMED', 'PDE', 'AE', 36)).toContain('#N/A'));
});

describe('a budget line whose CP the convention does not give: postes of 300 000 € of AE, under 100 000 € of CP', () => {
  const convention = conventionNamed('dgefp-dgtresor-cis');
  const ledger = `
    Centre financier | Poste de dépense        | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
    0305-CDGT-C001   | Évaluation des contrats | 1400000001 | 15/10/2021        | 40000      | 10/11/2021       | 25000`;
  const given = stateOfDossier(controlled(ledgerWorkbook(convention, ledger)).dossier, isoDate('2021-12-31'));
  const none = "#N/A La convention ne donne pas de CP à ce poste : demandez l'enveloppe entière.";

  test.each<readonly [FunctionName, 'AE' | 'CP', unknown]>([
    ['ALLOCATED', 'CP', none],
    ['REMAINING', 'CP', none],
    ['AVAILABLE', 'CP', none],
    ['RATE', 'CP', none],
    ['CONSUMED', 'CP', 25_000],
    ['RESERVED', 'CP', 0],
    ['ALLOCATED', 'AE', 250_000],
    ['REMAINING', 'AE', 210_000],
  ])('%s in %s', (name, nature, value) => {
    expect(answerIn(given, name, 'P305', nature, 'Évaluation des contrats')).toBe(value);
  });

  test('WHATIF', () => {
    expect(answerIn(given, 'WHATIF', 'P305', 'CP', 10, 'Évaluation des contrats')).toBe(none);
  });
});

test('RATE is the quotient itself, not its cut decimals', () =>
  expect(answer('RATE', '*', 'AE')).toBe(210_000 / 600_000));

describe('WHATIF', () => {
  test.each`
    envelope | nature  | amount          | poste   | value
    ${'PDE'} | ${'AE'} | ${10_000}       | ${null} | ${400_000}
    ${'PDE'} | ${'AE'} | ${'410 000,01'} | ${null} | ${-0.01}
    ${'PDE'} | ${'CP'} | ${'43 032 €'}   | ${null} | ${500_000}
    ${'SF'}  | ${'AE'} | ${0}            | ${null} | ${-20_000}
    ${'*'}   | ${'AE'} | ${1}            | ${null} | ${389_999}
    ${'PDE'} | ${'AE'} | ${-5_000}       | ${''}   | ${415_000}
    ${'PDE'} | ${'AE'} | ${null}         | ${null} | ${'#VALUE! Indiquez un montant en euros.'}
    ${'PDE'} | ${'AE'} | ${'dix mille'}  | ${null} | ${"#VALUE! Ce n'est pas un montant : « dix mille » (exemple : 1 234,56)."}
    ${'PDX'} | ${'AE'} | ${1}            | ${null} | ${'#N/A Enveloppe inconnue : PDX. Vouliez-vous dire PDE ?'}
  `('($envelope, $nature, $amount) is $value', ({ envelope, nature, amount, poste, value }) => {
    expect(answer('WHATIF', envelope, nature, amount, poste)).toBe(value);
  });

  test('at a date, and on a poste', () => {
    expect(answer('WHATIF', 'PDE', 'AE', 1_000, null, '31/01/2023')).toBe(499_000);
    const [before, after] = [
      answer('REMAINING', 'PDE', 'AE', 'Prestations'),
      answer('WHATIF', 'PDE', 'AE', 1_000, 'Prestations'),
    ];
    expect(Number(before) - Number(after)).toBe(1_000);
  });
});

describe('FORECAST', () => {
  test.each`
    envelope | nature  | asOf            | value
    ${'PDE'} | ${'CP'} | ${null}         | ${120_000}
    ${'PDE'} | ${'CP'} | ${'28/02/2023'} | ${30_000}
    ${'SF'}  | ${'AE'} | ${null}         | ${120_000}
    ${'*'}   | ${'CP'} | ${null}         | ${120_000}
    ${'PDE'} | ${'CP'} | ${'2024-01-31'} | ${30_000}
    ${'PDE'} | ${'XX'} | ${null}         | ${'#VALUE! La nature doit être AE ou CP, pas « XX ».'}
  `('($envelope, $nature, $asOf) is $value', ({ envelope, nature, asOf, value }) => {
    expect(answer('FORECAST', envelope, nature, asOf)).toBe(value);
  });
});

describe('CHECK', () => {
  /** One row of a range as Excel passes it, an empty cell as 0. */
  const range = (cells: readonly CellValue[]): unknown[][] => [cells.map((cell) => cell ?? 0)];
  const checked = (row: readonly CellValue[], headings: readonly CellValue[] = HEADINGS): unknown =>
    answer('CHECK', range(row), range(headings));
  const withCell = (row: readonly CellValue[], heading: string, value: CellValue): CellValue[] =>
    row.map((cell, column) => (HEADINGS[column] === heading ? value : cell));

  test('a valid row of the ledger, and a valid row that is not in it yet', () => {
    expect(checked(FIRST)).toBe('Conforme');
    expect(checked(SECOND)).toBe('Conforme');
    expect(checked(withCell(FIRST, 'N° EJ', '1400000009'))).toBe('Conforme');
  });

  test('an invalid row that is not in the ledger: the errors, with the expected values', () => {
    const wrong = withCell(withCell(FIRST, 'Activité', 10300000104), 'Montant AE', '12 000,00');
    expect(checked(wrong)).toMatch(/^DON-02 .* ; IMP-04 Zéro initial perdu : 10300000104 \(attendu : 010300000104\)$/);
  });

  test('a payment on an EJ of the ledger is valid, on another EJ it is not', () => {
    expect(checked(withCell(SECOND, 'Montant CP', 5))).toBe('Conforme');
    expect(checked(withCell(SECOND, 'N° EJ', '1400000777'))).toMatch(/^EJ-01 /);
  });

  test('a row of the ledger is recognised, and exceeds a ceiling; so does a similar row that is not in it yet', () => {
    expect(checked(OVER)).toMatch(/^PLA-\d\d /);
    expect(checked(withCell(withCell(OVER, 'Montant AE', 60_001), 'N° EJ', '1400000008'))).toMatch(/PLA-01 /);
  });

  test('a draft is judged with the ledger: far above the ceiling, or above what its EJ has left', () => {
    const draft = withCell(FIRST, 'N° EJ', '1400000009');
    expect(checked(withCell(draft, 'Montant AE', 900_000))).toMatch(/PLA-01 /);
    expect(checked(withCell(SECOND, 'Montant CP', 900_000))).toMatch(/EJ-02 /);
  });

  test('columns in another order, without those that no control needs', () => {
    const kept = HEADINGS.map((_, column) => column)
      .filter((column) => HEADINGS[column] !== 'Remarque')
      .reverse();
    expect(
      checked(
        kept.map((column) => FIRST[column] ?? null),
        kept.map((column) => HEADINGS[column] ?? null),
      ),
    ).toBe('Conforme');
  });

  test('a row and headings given as columns of the sheet', () => {
    const down = (cells: readonly CellValue[]): unknown[][] => cells.map((cell) => [cell ?? 0]);
    expect(answer('CHECK', down(FIRST), down(HEADINGS))).toBe('Conforme');
  });

  test('a column without a heading is reported, and the row is not « Conforme »', () => {
    const columns = HEADINGS.map((_, column) => column).filter(
      (column) => !['Activité', 'N° EJ'].includes(String(HEADINGS[column])),
    );
    const [row, headings] = [FIRST, HEADINGS].map((cells) => columns.map((column) => cells[column] ?? null));
    expect(checked(row ?? [], headings)).toBe('Non contrôlé, sans intitulé reconnu : Activité, N° EJ');
  });

  test.each`
    what                     | row                         | headings                              | shown
    ${'an empty row'}        | ${HEADINGS.map(() => null)} | ${HEADINGS}                           | ${'Ligne vide'}
    ${'a total'}             | ${['Total', 100]}           | ${['Poste de dépense', 'Montant AE']} | ${'Non contrôlé : ligne de total'}
    ${'credits'}             | ${['Dotation 2023', 100]}   | ${['Poste de dépense', 'Montant AE']} | ${'Non contrôlé : ligne de crédits ou de report, non comptée'}
    ${'headings of nothing'} | ${['a', 'b']}               | ${['Couleur', 'Forme']}               | ${"#VALUE! Aucun intitulé n'est reconnu : donnez la ligne des en-têtes du suivi."}
    ${'fewer headings'}      | ${[1, 2, 3]}                | ${['Montant AE']}                     | ${"#VALUE! Il faut autant d'intitulés que de cellules, sur une ou deux lignes : 3 cellules, 1 intitulé."}
  `('$what: $shown', ({ row, headings, shown }: { row: CellValue[]; headings: CellValue[]; shown: string }) => {
    expect(checked(row, headings)).toBe(shown);
  });

  test('several rows are refused', () => {
    expect(answer('CHECK', [FIRST, SECOND], [HEADINGS])).toBe(
      "#VALUE! Donnez les cellules d'une seule ligne, 200 au plus.",
    );
  });

  test('on the sample: a row with an error or a warning returns the codes of the pane, the others « Conforme »', () => {
    const sample = sampleDossier();
    const of = stateOfDossier(sample, isoDate('2023-12-31'));
    const { findings } = control(sample, isoDate('2023-12-31'));
    const [block] = sample.blocks;
    const sheet = sample.workbook.sheets.find(({ name }) => name === block?.sheet);
    if (!block || !sheet?.used) throw new Error('no ledger');
    const cells = (row: number): readonly CellValue[] => sheet.values[row - (sheet.used?.top ?? 0)] ?? [];
    for (const row of sample.ledger.rows) {
      const sheetRow = row.key % 1_048_576;
      const hasError = cells(sheetRow).some((value) => typeof value === 'object' && value !== null);
      if (hasError) continue; // Excel shows the error itself, and asks nothing
      // Two rows with the same cells cannot be distinguished: both are reported as duplicates.
      const isAlike = (key: number): boolean =>
        JSON.stringify(cells(key % 1_048_576)) === JSON.stringify(cells(sheetRow));
      const wanted = findings.filter(
        ({ place, severity }) => place.kind === 'row' && isAlike(place.row) && severity !== 'info',
      );
      const text = String(answerIn(of, 'CHECK', range(cells(sheetRow)), range(cells(block.headingRow))));
      const codes = new Set(text.match(/(?<=^| ; )[A-Z]+-\d\d(?= )/g) ?? []);
      expect([sheetRow, [...codes]]).toEqual([sheetRow, [...new Set(wanted.map(({ rule }) => rule))]]);
    }
  });
});

describe('SUMMARY', () => {
  const table = (...args: unknown[]): FunctionTable => answer('SUMMARY', ...args) as FunctionTable;

  test('a row for each envelope and one for all, each cell equal to the answer of its own function', () => {
    const [headings = [], ...rows] = table();
    expect(headings[0]).toBe('Code');
    expect(headings).toHaveLength(16);
    expect(rows.map(([code, label]) => [code, label])).toEqual([
      ['PDE', 'Place des entreprises'],
      ['SF', 'Signaux Faibles'],
      ['*', 'Ensemble de la convention'],
    ]);
    const names = ['ALLOCATED', 'CONSUMED', 'RESERVED', 'REMAINING', 'AVAILABLE', 'RATE'] as const;
    for (const row of rows) {
      const code = row[0];
      const alone = ['AE', 'CP'].flatMap((nature) => names.map((name) => answer(name, code, nature)));
      expect(row).toEqual([code, row[1], ...alone, answer('OUTSTANDING', code), answer('STATUS', code)]);
    }
  });

  test('at a date', () => {
    expect(table('31/01/2023')[1]?.slice(2, 4)).toEqual([500_000, 0]);
    expect(answer('SUMMARY', 'hier')).toBe("#VALUE! Ce n'est pas une date : « hier » (exemple : 31/12/2023).");
  });
});

describe('FINDINGS', () => {
  const table = (given: FunctionState, ...args: unknown[]): FunctionTable =>
    answerIn(given, 'FINDINGS', ...args) as FunctionTable;

  test('those of the pane, with their cells, in reading order', () => {
    const sample = sampleDossier();
    const rows = table(stateOfDossier(sample, isoDate('2023-12-31'))).slice(1);
    const { findings } = control(sample, isoDate('2023-12-31'));
    expect(rows.map(([, code]) => code)).toEqual(findings.map(({ rule }) => rule));
    const lost = rows.find(([, code]) => code === 'IMP-04');
    expect(lost?.slice(0, 4)).toEqual(['Erreur', 'IMP-04', 'Suivi 2023', 'K57']);
    expect(String(lost?.[4])).toContain('010300000104');
  });

  test.each(['erreur', 'Erreurs', 'error'])('of one severity: %s', (severity) => {
    const rows = table(state, severity).slice(1);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(([word]) => word))).toEqual(new Set(['Erreur']));
  });

  test('without any finding, one row with a sentence; an unknown severity is refused', () => {
    const nothing = `${LEDGER.trim().split('\n').slice(0, 2).join('\n')}`;
    const clean = stateOfDossier(controlled(ledgerWorkbook(convention2023(), nothing)).dossier, isoDate('2023-03-31'));
    const headings = ['Gravité', 'Code', 'Feuille', 'Cellule', 'Constat'];
    expect(table(clean, 'erreur')).toEqual([headings, ['', '', '', '', 'Aucun constat.']]);
    expect(answer('FINDINGS', 'grave')).toBe(
      '#VALUE! La gravité doit être erreur, avertissement ou information, pas « grave ».',
    );
  });

  test('a long table is cut, and its last row counts the others', () => {
    const row = (index: number): string =>
      `PDE | Prestations | 14${String(index).padStart(8, '0')} | 15/02/2023 | texte 1,00`;
    const wrong = Array.from({ length: MOST_FINDINGS + 7 }, (_, index) => row(index));
    const ledger = ["Axe ministériel 2 | Poste de dépense | N° EJ | Date d'engagement | Montant AE", ...wrong].join(
      '\n',
    );
    const many = stateOfDossier(controlled(ledgerWorkbook(convention2023(), ledger)).dossier, isoDate('2023-03-31'));
    const all = control(controlled(ledgerWorkbook(convention2023(), ledger)).dossier, isoDate('2023-03-31')).findings
      .length;
    const rows = table(many);
    expect(rows).toHaveLength(1 + MOST_FINDINGS + 1);
    expect(plain(String(rows.at(-1)?.[4]))).toBe(
      `… et ${all - MOST_FINDINGS} autres constats : le volet les donne tous.`,
    );
  });
});

test('without a ledger, each function returns the reason', () => {
  const none = stateOfRefusal({ code: 'noLedger' }, convention2023(), false, state.today, fieldOfName);
  const calls = [
    ['CHECK', [[1]], [['Montant AE']]],
    ['SUMMARY'],
    ['FINDINGS'],
    ['FORECAST', 'PDE', 'AE'],
    ['WHATIF', 'PDE', 'AE', 1],
  ] as const;
  for (const [name, ...args] of calls) {
    expect(answerIn(none, name, ...args)).toBe("#N/A Aucun tableau de suivi n'a été trouvé dans le classeur.");
  }
});
