/** Places set aside inside the ledger: their amounts are not counted, and what is left of their rows is reported. */
import { openDossier } from '../../../src/application/open-dossier';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';

const DAY = 45_000;
const HEADINGS = [
  ...['N° EJ', 'Objet', 'Axe ministériel 2', "Date d'engagement", 'Montant AE'],
  ...['Date de paiement', 'Montant CP', 'Indemnités'],
];

function readWithout(area: string, isTable: boolean, names: WorkbookSnapshot['names'] = []) {
  const given = workbookOf(
    {
      name: 'Suivi',
      rows: [
        HEADINGS,
        ['1405512301', 'Marché 1', 'PDE', DAY, 1, DAY + 40, 10, 1_000],
        ['1405512302', 'Marché 2', 'PDE', DAY + 3, 2, DAY + 50, 20, 3_000],
        ['1405512303', 'Marché 3', 'PDE', DAY + 9, 4, DAY + 60, 40, 4_000],
      ],
      ...(isTable && { tables: { T_Suivi: 'A1:H4' } }),
    },
    {
      name: 'Convention',
      rows: [
        ['Feuille', 'Plage', 'Décision', 'Motif', 'Le', 'Par'],
        ['Suivi', area, 'mis de côté', 'Saisi deux fois', null, 'Zoé'],
      ],
      tables: { ENV_Lecture: 'A1:F2' },
    },
  );
  const opened = openDossier({ ...given, names }, { convention: convention2023() });
  if (!opened.ok) return opened.failure.code;
  const { account, ledger } = opened.value;
  const sumOf = (role: string): number =>
    account
      .filter((entry) => entry.role === role)
      .reduce((sum, { sums }) => sum + (sums.ae + sums.cp + sums.other) / 100, 0);
  const read = (field: 'ae' | 'cp'): number =>
    ledger.rows.reduce((sum, row) => sum + (row[field].kind === 'amount' ? row[field].cents / 100 : 0), 0);
  return { ae: read('ae'), cp: read('cp'), setAside: sumOf('setAside'), unread: sumOf('unread') };
}

describe.each([
  ['an Excel Table', true],
  ['a plain range', false],
])('%s', (_, isTable) => {
  test.each`
    area       | ae   | cp    | setAside | unread
    ${'A3:H3'} | ${5} | ${50} | ${3_022} | ${5_000}
    ${'A2:H2'} | ${6} | ${60} | ${1_011} | ${7_000}
    ${'A2:G3'} | ${4} | ${40} | ${33}    | ${8_000}
    ${'A3:G3'} | ${5} | ${50} | ${22}    | ${8_000}
    ${'E3:G3'} | ${5} | ${50} | ${22}    | ${8_000}
    ${'E3'}    | ${5} | ${50} | ${2}     | ${8_020}
    ${'G3:G4'} | ${1} | ${10} | ${60}    | ${8_006}
    ${'G:G'}   | ${7} | ${0}  | ${70}    | ${8_000}
    ${'H:H'}   | ${7} | ${70} | ${8_000} | ${0}
  `('$area set aside', ({ area, ...expected }: { area: string }) => {
    expect(readWithout(area, isTable)).toEqual(expected);
  });

  test('cells that a name still follows, after a person deleted their row of the register, count', () => {
    const name = { name: 'ENV_Lecture_A3_H3', scope: null, refersTo: '=Suivi!$A$3:$H$3' };
    expect(readWithout('J9', isTable, [name])).toEqual(readWithout('J9', isTable));
  });
});
