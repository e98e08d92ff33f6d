/** The envelope of rows without a column for it: from titles, from the name of the sheet, or from the only envelope. */
import { openDossier } from '../../../../src/application/open-dossier';
import type { Convention } from '../../../../src/domain/envelopes/convention';
import type { CellValue } from '../../../../src/workbook/cells';
import type { WorkbookSnapshot } from '../../../../src/workbook/snapshot';
import { envelopeIn } from '../../../../src/workbook/ledger/known-names';
import { convention2023 } from '../../../support/conventions';
import { movedBy, workbookOf, type SheetGiven } from '../../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

const HEADINGS = ['N° EJ', 'Objet', 'Date EJ', 'Montant AE'];
const ej = (number: number, ae: number): readonly CellValue[] => [`14057000${number}`, 'Lot', 45_000, ae];

/** `PDE 100` for each row, `? 100` without an envelope; then the reasons of LEC-07. */
function read(sheets: readonly SheetGiven[], convention: Convention = convention2023()): readonly string[] {
  const workbook = workbookOf(...sheets);
  const [inPlace, moved] = [workbook, movedBy(workbook, 3, 2)].map((one) => envelopesOf(one, convention));
  expect(moved).toEqual(inPlace);
  return inPlace ?? [];
}

function envelopesOf(workbook: WorkbookSnapshot, convention: Convention): readonly string[] {
  const dossier = openDossier(workbook, { convention });
  if (!dossier.ok) return [dossier.failure.code];
  const { ledger } = dossier.value;
  const rows = ledger.rows.map(({ imputation: { ministerialAxis2: axis }, ae }) => {
    const envelope = axis.kind === 'absent' ? '?' : axis.raw;
    return `${envelope} ${ae.kind === 'amount' ? ae.cents / 100 : ''}`;
  });
  const inferred = (ledger.reading?.inferred ?? []).map(
    ({ envelope, from, rows: count }) => `${envelope} ${from} ${count}`,
  );
  return [...rows, ...inferred];
}

test.each<readonly [string, string, Rows, readonly string[]]>([
  [
    'the title',
    'Feuil1',
    [['ENVELOPPE SIGNAUX FAIBLES – exercice 2023'], [], HEADINGS, ej(11, 5)],
    ['Signaux Faibles 5', 'SF title 1'],
  ],
  [
    'a title among others',
    'Feuil1',
    [['DGE'], ['Suivi PDE 2023'], ['Mis à jour le 3 mai'], HEADINGS, ej(11, 5)],
    ['PDE 5', 'PDE title 1'],
  ],
  ['the sheet', 'Suivi PDE', [HEADINGS, ej(11, 5), ej(12, 6)], ['PDE 5', 'PDE 6', 'PDE sheet 2']],
  ['a title before the sheet', 'PDE', [['Signaux faibles'], HEADINGS, ej(11, 5)], ['Signaux Faibles 5', 'SF title 1']],
  ['two envelopes in a title: none', 'Feuil1', [['PDE et Signaux Faibles'], HEADINGS, ej(11, 5)], ['? 5']],
  ['nothing', 'Feuil1', [HEADINGS, ej(11, 5)], ['? 5']],
  ...['N°', '#', 'Rang'].map((index): readonly [string, string, Rows, readonly string[]] => [
    `a title over « ${index} », which is no part of that heading`,
    'Feuil1',
    [['Enveloppe PDE'], [index, ...HEADINGS], [1, ...ej(11, 5)], [], ['SF'], [index, ...HEADINGS], [1, ...ej(12, 6)]],
    ['PDE 5', 'Signaux Faibles 6', 'PDE title 1', 'SF title 1'],
  ]),
  ...['Remarques', 'N° DP'].map((first): readonly [string, string, Rows, readonly string[]] => [
    `titles in the column of « ${first} », which names no envelope`,
    'Feuil1',
    [
      ['Enveloppe PDE'],
      [first, ...HEADINGS],
      [null, ...ej(11, 5)],
      [],
      ['SF'],
      [first, ...HEADINGS],
      [null, ...ej(12, 6)],
    ],
    ['PDE 5', 'Signaux Faibles 6', 'PDE title 1', 'SF title 1'],
  ]),
  [
    'the first title right under the headings',
    'Feuil1',
    [['N°', ...HEADINGS], ['Place des entreprises'], [1, ...ej(11, 5)], ['SF'], [2, ...ej(12, 6)]],
    ['PDE 5', 'Signaux Faibles 6', 'PDE title 1', 'SF title 1'],
  ],
  [
    'titles among the rows',
    'Feuil1',
    [HEADINGS, ['Enveloppe PDE'], ej(11, 5), ej(12, 6), ['Sous-total', null, null, 11], ['Signaux Faibles'], ej(13, 7)],
    ['PDE 5', 'PDE 6', 'Signaux Faibles 7', 'PDE title 2', 'SF title 1'],
  ],
  [
    'stacked tables under titles',
    'Feuil1',
    [['PDE'], HEADINGS, ej(11, 5), [], ['Signaux faibles'], HEADINGS, ej(13, 7)],
    ['PDE 5', 'Signaux Faibles 7', 'PDE title 1', 'SF title 1'],
  ],
  [
    'tables side by side under titles',
    'Feuil1',
    [
      ['PDE', null, null, null, null, 'Signaux faibles'],
      [...HEADINGS, null, ...HEADINGS],
      [...ej(11, 5), null, ...ej(13, 7)],
    ],
    ['PDE 5', 'Signaux Faibles 7', 'PDE title 1', 'SF title 1'],
  ],
])('from %s', (_, name, rows, expected) => {
  expect(read([{ name, rows }])).toEqual(expected);
});

/** Rows under « PDE », then under another text. */
const under = (text: string, ...rows: Rows): Rows => [HEADINGS, ['PDE'], ej(11, 5), [text], ...rows];

test.each(['API Entreprise', 'Divers', 'Frais communs', 'Transverse', 'Autre start-up'])(
  'rows under « %s », like the title of an envelope, have none',
  (title) => {
    expect(read([{ name: 'Suivi', rows: under(title, ej(12, 9)) }])).toEqual(['PDE 5', '? 9', 'PDE title 1']);
    const stacked: Rows = [['PDE'], HEADINGS, ej(11, 5), [], [title], HEADINGS, ej(12, 9)];
    expect(read([{ name: 'Suivi', rows: stacked }])).toEqual(['PDE 5', '? 9', 'PDE title 1']);
  },
);

test('the next title of an envelope ends such a part, and another one goes on without', () => {
  const rows = under('API Entreprise', ej(12, 9), ['Divers'], ej(13, 8), ['Signaux faibles'], ej(14, 7));
  expect(read([{ name: 'Suivi', rows }])).toEqual([
    'PDE 5',
    '? 9',
    '? 8',
    'Signaux Faibles 7',
    'PDE title 1',
    'SF title 1',
  ]);
});

test.each<readonly [string, Rows]>([
  ['a part of any envelope', under('Marché informatique', ej(12, 6))],
  ['a month', under('Janvier', ej(12, 6))],
  ['a note', under('Mis à jour le 3 mai', ej(12, 6))],
  ['an operation', under('Avenants', ej(12, 6))],
  ['a text in another column', [HEADINGS, ['PDE'], ej(11, 5), [null, 'API Entreprise'], ej(12, 6)]],
  ['a text without blank row above', [HEADINGS, ['PDE'], [], ['PDE'], ej(11, 5), ['Pix'], ej(12, 6)]],
  ['a text over another one', under('API Entreprise', ['Lots'], ej(12, 6))],
  ['a part that comes back', under('Pix', ej(12, 6), ['Pix'])],
  ['parts of each envelope', [HEADINGS, ['PDE'], ['Pix'], ej(11, 5), ['Divers'], ej(12, 6)]],
  ['a part of the table of one envelope', [['PDE'], HEADINGS, ej(11, 5), ['API Entreprise'], ej(12, 6)]],
])('rows below %s keep the envelope', (_, rows) => {
  expect(read([{ name: 'Suivi', rows }]).slice(0, 2)).toEqual(['PDE 5', 'PDE 6']);
});

test('a column of envelopes decides, whatever the title', () => {
  const rows: Rows = [['Suivi PDE'], ['Enveloppe', ...HEADINGS], ['SF', ...ej(11, 5)], [null, ...ej(12, 6)]];
  expect(read([{ name: 'PDE', rows }])).toEqual(['SF 5', '? 6']);
});

test.each<readonly [string, Rows, readonly string[]]>([
  ['no column for it', [HEADINGS, ej(11, 5)], ['PDE 5', 'PDE only 1']],
  [
    'a column that its first row alone fills',
    [['Enveloppe', ...HEADINGS], ['PDE', ...ej(11, 5)], ...[12, 13, 14].map((one) => [null, ...ej(one, 6)])],
    ['PDE 5', 'PDE 6', 'PDE 6', 'PDE 6', 'PDE above 3'],
  ],
  [
    'a column with a blank among others: the row is unchecked, as under several envelopes',
    [
      ['Enveloppe', ...HEADINGS],
      ['PDE', ...ej(11, 5)],
      [null, ...ej(12, 6)],
      ['PDE', ...ej(13, 7)],
    ],
    ['PDE 5', '? 6', 'PDE 7'],
  ],
])('the only envelope of a convention, inferred as any other: %s', (_, rows, expected) => {
  const convention = convention2023();
  const one = { ...convention, envelopes: convention.envelopes.slice(0, 1) };
  expect(read([{ name: 'Suivi', rows }], one)).toEqual(expected);
});

test('rows of several payments are inferred once, each counted once', () => {
  const headings = [
    ...HEADINGS,
    'Date paiement 1',
    'CP payé 1',
    'Date paiement 2',
    'CP payé 2',
    'Date paiement 3',
    'CP payé 3',
  ];
  const rows: Rows = [
    ['Suivi PDE 2023'],
    [],
    headings,
    [...ej(11, 5), 45_060, 1, 45_090, 2, 45_120, 3],
    [...ej(12, 6), 45_061, 1, null, null, null, null],
    [...ej(13, 7), null, null, 45_099, 4, null, null],
  ];
  const facts = read([{ name: 'Feuil1', rows }]).filter((fact) => fact.includes('title'));
  expect(facts).toEqual(['PDE title 3']);
  const onlySecond = [
    ...rows.slice(0, 3),
    ...rows.slice(3).map((row) => [...row.slice(0, 2), null, null, ...row.slice(4)]),
  ];
  expect(read([{ name: 'Feuil1', rows: onlySecond }]).filter((fact) => fact.includes('title'))).toEqual([
    'PDE title 3',
  ]);
});

test('the only envelope is inferred once for a ledger of two sheets', () => {
  const convention = convention2023();
  const one = { ...convention, envelopes: convention.envelopes.slice(0, 1) };
  const months = ['Janvier', 'Février'].map((name, at) => ({ name, rows: [HEADINGS, ej(11 + at, 5), ej(21 + at, 6)] }));
  expect(read(months, one)).toEqual(['PDE 5', 'PDE 6', 'PDE 5', 'PDE 6', 'PDE only 4']);
});

test('the envelope of the sheet is not missing, and a payment takes that of its EJ', () => {
  const payments: Rows = [
    ['N° EJ', 'N° DP', 'Date paiement', 'Montant CP'],
    ['1405700011', '0100050001', 45_100, 4],
  ];
  const dossier = openDossier(
    workbookOf({ name: 'PDE', rows: [HEADINGS, ej(11, 5)] }, { name: 'Paiements', rows: payments }),
    { convention: convention2023() },
  );
  const axes = dossier.ok && dossier.value.ledger.rows.map(({ imputation }) => imputation.ministerialAxis2);
  expect(axes).toMatchObject([{ raw: 'PDE' }, { raw: 'PDE' }]);
});

test.each`
  text                                          | envelope
  ${'Suivi PDE 2023'}                           | ${'PDE'}
  ${'suivi_pde'}                                | ${'PDE'}
  ${'PLACE-DES-ENTREPRISES'}                    | ${'PDE'}
  ${'Dépenses de la Place des entreprises, S1'} | ${'PDE'}
  ${'Engagements SF'}                           | ${'SF'}
  ${'sf à venir'}                               | ${null}
  ${'PDEX'}                                     | ${null}
  ${'PDE / SF'}                                 | ${null}
  ${'Suivi'}                                    | ${null}
  ${''}                                         | ${null}
`('« $text » names $envelope', ({ text, envelope }: { text: string; envelope: string | null }) => {
  expect(envelopeIn(convention2023(), text)?.code ?? null).toBe(envelope);
});

describe('a column of envelopes', () => {
  const WITH_COLUMN = ['N° EJ', 'Axe ministériel 2', 'Date EJ', 'Montant AE'];
  const row = (number: number, envelope: string | null): readonly CellValue[] => [
    `14057000${number}`,
    envelope,
    45_000,
    number,
  ];

  test.each<readonly [string, Rows, readonly string[]]>([
    [
      'blank, under titles: they decide',
      [WITH_COLUMN, ['Place des entreprises'], row(11, null), row(12, null), ['Signaux faibles'], row(13, null)],
      ['PDE 11', 'PDE 12', 'Signaux Faibles 13', 'PDE title 2', 'SF title 1'],
    ],
    ['spaces alone', [['Suivi PDE'], WITH_COLUMN, row(11, ' ')], ['PDE 11', 'PDE title 1']],
    ['blank, without a title', [WITH_COLUMN, row(11, null)], ['? 11']],
    [
      'with one cell filled: it decides, and the others are to be filled',
      [WITH_COLUMN, ['Place des entreprises'], row(11, 'PDE'), row(12, null)],
      ['PDE 11', '? 12'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(read([{ name: 'Feuil1', rows }])).toEqual(expected);
  });
});
