/** An extract that announces that it is a part of something: its words and their line are kept. */
import type { CellValue } from '../../src/workbook/cells';
import { extractOf, sheetInput, textInput } from './reading';

const HEADINGS = ['N° EJ', 'N° poste EJ', 'Axe ministériel 2', 'Montant engagé'];
const LINE = ['1405000001', '1', 'PDE', 10];

test.each([
  'Extraction limitée aux 500 premières lignes',
  'Extraction limitée à 10 000 lignes',
  'Résultat tronqué',
  'Résultats : 500 lignes (limite atteinte)',
  'Limite de 5 000 enregistrements atteinte',
  'Le nombre maximal de lignes affichées est dépassé',
  'Extrait partiel',
  'Liste non exhaustive des engagements',
  'Export incomplet',
  'Extraction arrêtée à la ligne 3',
  'Traitement interrompu',
  "L'extraction est incomplète",
  'Seules les 200 premières lignes sont affichées',
  '500 premières lignes seulement',
  '... 12 lignes non affichées',
  'et 12 autres lignes',
  '3 postes masqués',
  'Output truncated',
  'Row limit reached',
  'Limited to 500 rows',
  'Only the first 500 rows are shown',
])('« %s », above the headings or under the lines', (words) => {
  expect(extractOf(sheetInput([words], [], HEADINGS, LINE)).part).toEqual({ line: 1, words });
  expect(extractOf(sheetInput(HEADINGS, LINE, [], [null, words])).part).toEqual({ line: 4, words });
});

test.each([
  'Extraction du 03/01/2024',
  'Périmètre limité au programme 0103',
  'Crédits limités à 500 €',
  'Paiements partiels inclus',
  'Exercice 2023, 3 lignes',
  'Extraction arrêtée au 31/12/2023',
  'Nombre de lignes : 500',
  'Extrait de la base du 12 mars',
  'Données au 31 décembre, non provisoires',
])('« %s » announces nothing of the kind', (words) => {
  expect(extractOf(sheetInput([words], [], HEADINGS, LINE)).part).toBeUndefined();
  expect(extractOf(sheetInput(HEADINGS, LINE, [], [words])).part).toBeUndefined();
});

test.each([
  [['Page 1/3'], ['Page 1/3', 1]],
  [
    ['Page 1/3', 'Page 2/3'],
    ['Page 2/3', 3],
  ],
  [['Page 1/3', 'Page 2/3', 'Page 3/3'], null],
  [['Restitution INF-BUD-40, page 2 sur 4'], ['Restitution INF-BUD-40, page 2 sur 4', 1]],
  [['Fichier 1 de 2'], ['Fichier 1 de 2', 1]],
  [['Partie 2/2'], ['Partie 2/2', 1]],
  [['p. 1/2'], ['p. 1/2', 1]],
  [['Lot 1/3'], ['Lot 1/3', 1]],
  [['Export n° 2 sur 4'], ['Export n° 2 sur 4', 1]],
  [['Lot 1/3', 'Lot 2/3', 'Lot 3/3'], null],
  [['Extraction 12/2023'], null],
  [['Extraction 1/12/2023'], null],
  [['P 2/2'], ['P 2/2', 1]],
  [['Feuille 1/2'], ['Feuille 1/2', 1]],
  [['INF-BUD-40 - p.1 sur 4'], ['INF-BUD-40 - p.1 sur 4', 1]],
  [['Engagements du programme (1/2)'], ['Engagements du programme (1/2)', 1]],
  [['[2/3]'], ['[2/3]', 1]],
  [['p. 1/2', 'p. 2/2'], null],
  [['Partie 2'], ['Partie 2', 1]],
  [['Partie II'], ['Partie II', 1]],
  [['Extraction EJ, 1re partie'], ['Extraction EJ, 1re partie', 1]],
  [['Deuxième fichier'], ['Deuxième fichier', 1]],
  [['À suivre'], ['À suivre', 1]],
  [['Suite sur la page suivante'], ['Suite sur la page suivante', 1]],
  [['Engagements (suite)'], ['Engagements (suite)', 1]],
  [['Extraction du 1/12/2023'], null],
  [['Situation au 31/12'], null],
  [['Programme 1/2'], null],
  [['Situation (31/12)'], null],
  [['Page 3/2'], ['Page 3/2', 1]],
  [
    ['Page 3/2', 'Page 4/2'],
    ['Page 3/2', 1],
  ],
  [['Page 1'], null],
  [['Suite à la demande du 3 mars'], null],
  [
    ['Page 1/3', 'Page 3/3'],
    ['Page 3/3', 3],
  ],
  [
    ['Page 1/3', 'Page 1/3'],
    ['Page 1/3', 3],
  ],
  [['Page 1/1'], null],
] as const)('%j: the pages that are missing', (pages, missing) => {
  const [first, ...others] = pages;
  const rows = [[first], HEADINGS, ...others.flatMap((page) => [[page], HEADINGS]), LINE];
  const { part } = extractOf(sheetInput(...rows));
  expect(part && [part.words, part.line]).toEqual(missing ?? undefined);
});

test.each([
  [['Page 1/3'], { held: [1], of: 3 }],
  [['Page 1/3', 'Page 3/3'], { held: [1, 3], of: 3 }],
  [['Engagements (2/2)'], { held: [2], of: 2 }],
  [['Partie 2'], undefined],
] as const)('%j: the pages that it holds, which another extract may complete', ([first, ...others], pages) => {
  const rows = [[first], HEADINGS, ...others.flatMap((page) => [[page], HEADINGS]), LINE];
  expect(extractOf(sheetInput(...rows)).part?.pages).toEqual(pages);
});

test('words of a line, a supplier or a label, are not looked at', () => {
  const named: readonly CellValue[] = ['1405000001', '1', 'PDE', 10, 'Export incomplet'];
  expect(extractOf(sheetInput([...HEADINGS, 'Fournisseur'], named)).part).toBeUndefined();
});

test('the last page alone, below the lines, may be that of all of them', () => {
  expect(extractOf(sheetInput(HEADINGS, LINE, ['Page 3/3'])).part).toBeUndefined();
});

test('« Partie 1/2 » in the label of a line is no page', () => {
  const labelled: readonly CellValue[] = ['1405000001', null, null, 10, 'Partie 1/2'];
  expect(extractOf(sheetInput([...HEADINGS, 'Libellé'], LINE, labelled)).part).toBeUndefined();
});

test('in a text too, as its last line', () => {
  const text = [HEADINGS, LINE, ['... 1 ligne non affichée']].map((cells) => cells.join(';')).join('\n');
  expect(extractOf(textInput(text)).part).toEqual({ line: 3, words: '... 1 ligne non affichée' });
});
