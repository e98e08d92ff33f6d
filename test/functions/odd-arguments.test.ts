/** Odd arguments of the functions, through Office.js: each gives the right figure, or an error with its sentence. */
import { machineTimers } from '../../src/adapters/excel/machine';
import { Session } from '../../src/application/session/session';
import type { GridValue } from '../../workbench/host/grid';
import { functionsFile } from '../../scripts/function-metadata';
import { associateFunctions, streams } from '../../src/functions/streams';
import { functionWordsIn } from '../../src/functions/function-sentences';
import type { FunctionsFile } from '../../workbench/host/custom-functions/metadata';
import { convention2023 } from '../support/conventions';
import { startExcel, type StartedExcel } from '../support/excel/excel';
import { gridOfSnapshot } from '../support/excel/grid-of-snapshot';
import { area } from '../support/excel/grid-workbook';
import { ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { HandClock, noFiles } from '../support/excel/memory-workbook';

const LEDGER = `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
  PDE               | Frais annexes    | 1400000001 | 15/02/2023        | 1000       |                  |
  PDE               | Prestations      | 1400000002 | 01/03/2023        | 400000     |                  |
`;

let excel: StartedExcel;
let session: Session;
let sheet: string;

beforeEach(() => {
  const file = JSON.parse(functionsFile('fr')) as FunctionsFile;
  excel = startExcel(gridOfSnapshot(ledgerWorkbook(convention2023(), LEDGER)), {
    computes: true,
    functions: { file, namespace: 'ENVELOPE' },
  });
  sheet = excel.grid.addSheet('Tableau de bord').id;
  associateFunctions();
  session = new Session(excel.workbook, new HandClock('2023-12-31'), machineTimers, noFiles);
  streams.connect(
    { functionState: () => session.state().functions, subscribe: session.subscribe },
    functionWordsIn('fr'),
  );
});

afterEach(async () => {
  await excel.host.settled();
  excel.dispose();
});

function enter(address: string, formula: string): void {
  const { top, left, rows, columns } = area(address);
  excel.grid.writeCells(
    sheet,
    top,
    left,
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => ({ formula }))),
  );
}

const shown = (address: string): GridValue => excel.grid.readValues(sheet, area(address))[0]?.[0] ?? null;

const isBusy = (value: GridValue): boolean => typeof value === 'object' && value?.error === '#BUSY!';

const PATIENCE = 40_000; // milliseconds; ends a test that would wait without end

/** Resolves when the condition holds. */
async function until(condition: () => boolean): Promise<void> {
  for (const start = Date.now(); !condition();) {
    if (Date.now() - start > PATIENCE) throw new Error('what the test waits for did not happen');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A text is the error and the beginning of its sentence. 99 000 remain of the AE of PDE at the end of the year, 500 000 before the first EJ. */
const CASES: readonly (readonly [formula: string, answer: number | string])[] = [
  ['=ENVELOPE.REMAINING(" pde ","ae ")', 99_000],
  ['=ENVELOPE.REMAINING("PLACE DES ENTREPRISES","Ae",,"2023-12-31")', 99_000],
  ['=ENVELOPE.REMAINING("PDE","AE",,"31 décembre 2023")', 99_000],
  ['=ENVELOPE.REMAINING("PDE","AE",Z1,44957.75)', 500_000],
  ['=ENVELOPE.REMAINING("PDE","AE",,Z1)', 99_000],
  ['=ENVELOPE.REMAINING("PDE","AE","","31/01/2023")', 500_000],
  [
    '=ENVELOPE.REMAINING("PDE","autorisations d’engagement")',
    '#VALUE! La nature doit être AE ou CP, pas « autorisations d’engagement ».',
  ],
  ['=ENVELOPE.REMAINING("PDE","commitments")', '#VALUE! La nature doit être AE ou CP, pas « commitments ».'],
  ['=ENVELOPE.REMAINING("PDE",Z1)', '#VALUE! La nature doit être AE ou CP.'],
  ['=ENVELOPE.REMAINING(Z1,"AE")', '#VALUE! Indiquez l’enveloppe, ou "*" pour toute la convention.'],
  ['=ENVELOPE.REMAINING(2023,"AE")', '#N/A Enveloppe inconnue : 2023.'],
  ['=ENVELOPE.REMAINING(TRUE,"AE")', '#N/A Enveloppe inconnue : TRUE.'],
  ['=ENVELOPE.REMAINING(REPT("PDE",100),"AE")', '#N/A Enveloppe inconnue : PDEPDEPDE'],
  ['=ENVELOPE.REMAINING("PDE","AE",,TRUE)', '#VALUE! Ce n’est pas une date : « VRAI »'],
  ['=ENVELOPE.REMAINING("PDE","AE",,2023)', '#VALUE! Ce n’est pas une date : « 2023 »'],
  ['=ENVELOPE.REMAINING("PDE","AE",,"31/02/2023")', '#VALUE! Ce n’est pas une date : « 31/02/2023 »'],
  ['=ENVELOPE.REMAINING("PDE","AE","31/12/2023")', '#VALUE! 31/12/2023 est une date, à la place du poste'],
  ['=ENVELOPE.REMAINING("PDE","AE",FALSE)', '#N/A Poste inconnu dans l’enveloppe Place des entreprises : FALSE.'],
  ['=ENVELOPE.REMAINING("PDE","AE",NA())', '#N/A '],
  ['=ENVELOPE.REMAINING("PDE","AE",,1/0)', '#DIV/0! '],
  ['=ENVELOPE.WHATIF("PDE","AE","1 000,00"&REPT(" ",250)&"k€")', '#VALUE! Ce n’est pas un montant : « 1 000,00'],
  ['=ENVELOPE.WHATIF("PDE","AE",TRUE)', '#VALUE! Ce n’est pas un montant : « VRAI »'],
  ['=ENVELOPE.WHATIF("PDE","AE","mille")', '#VALUE! Ce n’est pas un montant : « mille »'],
  ['=ENVELOPE.WHATIF("PDE","AE",1000.005)', 97_999.99],
  ['=ENVELOPE.DEADLINE("2023-04-03",TRUE)', '#VALUE! Le nombre de jours doit être un entier de 0 à 10000.'],
  ['=ENVELOPE.DEADLINE("2023-04-03",-1)', '#VALUE! Le nombre de jours doit être un entier de 0 à 10000.'],
  ['=ENVELOPE.REMAINING(Suivi!A2:A3,"AE")', '#VALUE! L’argument 1 a plusieurs cellules : donnez une seule cellule'],
  ['=ENVELOPE.REMAINING("PDE",Suivi!A2:B2)', '#VALUE! L’argument 2 a plusieurs cellules'],
  ['=ENVELOPE.REMAINING("PDE","AE",,Suivi!D2:D3)', '#VALUE! L’argument 4 a plusieurs cellules'],
  ['=ENVELOPE.WHATIF("PDE","AE",Suivi!E2:E3)', '#VALUE! L’argument 3 a plusieurs cellules'],
  ['=ENVELOPE.DEADLINE(Suivi!D2:D3)', '#VALUE! L’argument 1 a plusieurs cellules'],
  ['=ENVELOPE.REMAINING(Suivi!A2:A2,"AE")', 99_000],
  ['=ENVELOPE.CHECK(Suivi!A2:G3,Suivi!A1:G1)', '#VALUE! Donnez les cellules d’une seule ligne, 200 au plus.'],
  [
    '=ENVELOPE.CHECK(Suivi!A2:G2,Suivi!A1:F1)',
    '#VALUE! Il faut autant d’intitulés que de cellules, sur une ou deux lignes : 7 cellules, 6 intitulés.',
  ],
  ['=ENVELOPE.CHECK("PDE","Axe ministériel 2")', 'Non contrôlé : ce n’est pas une opération'],
];

test('each answers its figure or an error with its sentence', async () => {
  await session.start();
  CASES.forEach(([formula], index) => enter(`A${index + 1}`, formula));
  await until(() => CASES.every((_, index) => shown(`A${index + 1}`) !== null && !isBusy(shown(`A${index + 1}`))));
  await excel.host.settled();
  const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
  const answers = CASES.map(([formula, expected], index) => {
    const given = shown(`A${index + 1}`);
    const { error = '', message = '' } = typeof given === 'object' && given !== null ? given : {};
    const text = plain(error === '' ? String(given) : `${error} ${message}`);
    return [formula, typeof expected === 'number' ? given : text.slice(0, expected.length)];
  });
  expect(answers).toEqual(CASES);
});
