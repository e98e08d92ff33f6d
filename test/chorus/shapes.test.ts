/** Each known shape of extract, with invented values: the shape recognised and the lines read. */
import type { CellValue } from '../../src/workbook/cells';
import { bytesInput, codesOf, extractOf, refusalOf, lineText, linesText, sheetInput, textInput } from './reading';

const BUD53 = [
  'INF-BUD-53 : Pilotage de la gestion - Vue détaillée,,,',
  'Dernière MàJ des données :,,,',
  '12.04.2023 05:00:00,,,',
  'Affichage :,,,',
  '"Pour ajuster la zone filtre, faites glisser les caractéristiques.",,,',
];

const AE_HEADINGS =
  "Programme,Domaine fonctionnel,Centre de coûts,Référentiel de programmation,N° EJ,Date de réplication,N° poste EJ,Date de dernière modif. de l'EJ," +
  'Fournisseur titulaire principal (EJ),Fournisseur titulaire principal (EJ),Code taxe 1,Compte général,EUR';
const AE_LINE =
  '103,0103-03-02,BG00/EMPEF00075,BG00/010300000104,1405000001,10.01.2023,2,11.03.2023,1000000001,ATELIER BLEU,11111111100011,PCE/6113000000';

test('INF-BUD-53, engagements: the measure and the year are above, the amount is just EUR', () => {
  const text = [
    ...BUD53,
    ',,Exercice comptable,2023',
    ',,,Engagement',
    AE_HEADINGS,
    `${AE_LINE},"22500,12"`,
    `${AE_LINE},-1000`,
    '',
  ].join('\n');
  const extract = extractOf(textInput(text));
  expect(extract.shape).toBe('infBud53Ae');
  expect(extract.lines.map(lineText)).toEqual([
    '9 commitment AE 1405000001/2 22500.12 2023-01-10',
    '10 decommitment AE 1405000001/2 -1000.00 2023-01-10',
  ]);
  expect(extract.lines[0]).toMatchObject({ exercise: 2023, supplier: 'ATELIER BLEU' });
  expect(codesOf(extract.lines[0])).toEqual([
    '0103',
    '0103-03-02',
    'absent',
    '010300000104',
    'EMPEF00075',
    'absent',
    'absent',
  ]);
  expect(extract.lacks).toEqual(['envelope', 'carryOver']);
  expect(extract.repairs).toEqual([{ kind: 'prefixRemoved', line: 9, count: 4 }]);
  expect(extract.ignored.map(({ reason }) => reason)).toEqual(Array(7).fill('preamble'));
});

const CP_HEADINGS =
  'Programme,Domaine fonctionnel,Centre de coûts,Référentiel de programmation,N° EJ,N° poste EJ,N° DP,Date de base de la DP,' +
  'Date de dernière opération sur la DP,N° SF,Date comptable du SF,Fournisseur payé (DP),Fournisseur payé (DP),EUR';

test('INF-BUD-53, payments: a payment without EJ keeps its DP, ten digits', () => {
  const line =
    '103,0103-03-02,BG00/EMPEF00075,BG00/010300000104,#,#,500040001,31.12.2022,25.01.2023,#,#,1000000002,IMPRIMERIE VERTE," 1 171,20 "';
  const extract = extractOf(
    textInput([...BUD53, ',,Exercice comptable,2023', ',,,Montant payé', CP_HEADINGS, line].join('\r\n')),
  );
  expect(extract.shape).toBe('infBud53Cp');
  expect(extract.lines.map(lineText)).toEqual(['9 payment CP sans EJ DP 0500040001 1171.20 2023-01-25']);
  expect(extract.lacks).toEqual(['envelope']);
});

test('EUR without a word above it is refused: it could be engaged or paid', () => {
  expect(refusalOf(textInput(`${AE_HEADINGS}\n${AE_LINE},5000\n`))).toMatchObject({
    code: 'extractAmbiguous',
    candidates: ['EUR = AE', 'EUR = CP'],
  });
});

const SIX = [
  'Centre financier',
  '',
  'N° EJ',
  'Type de flux',
  'N° poste EJ',
  'Centre de coûts',
  '',
  'Date comptable du SF',
  'Bascule des EJ non soldés',
  'Montant engagé',
  'Montant certifié non soldé',
  'Montant pré-enregistré',
  'Montant facturé',
  'Montant payé',
];

test('INF-BUD-53 with six measures: AE of the year are engagé less bascule, CP in their stages', () => {
  const row: CellValue[] = [
    '0103-CEFP-C002',
    'UO DGE',
    '1405000001',
    'F1',
    1,
    'EMPEF00075',
    'Sous-direction',
    '01.04.2023',
    1000,
    3500,
    10,
    20,
    30,
    2440,
  ];
  const extract = extractOf(sheetInput(['Extraction'], [], SIX, row));
  expect(extract.shape).toBe('infBud53Measures');
  expect(extract.lines.map(lineText)).toEqual([
    '4 commitment AE 1405000001/1 2500.00',
    '4 carryOver AE 1405000001/1 1000.00',
    '4 certified CP 1405000001/1 10.00 2023-04-01',
    '4 invoiced CP 1405000001/1 20.00 2023-04-01',
    '4 invoiced CP 1405000001/1 30.00 2023-04-01',
    '4 payment CP 1405000001/1 2440.00',
  ]);
  expect(extract.lacks).toEqual(['dp', 'envelope']);
  expect(codesOf(extract.lines[0]).slice(2, 5)).toEqual(['0103-CEFP-C002', 'absent', 'EMPEF00075']);
});

test('the code may be under the blank heading, and its label under the named one', () => {
  const row: CellValue[] = [
    'UO DGE',
    '0103-CEFP-C002',
    '1405000001',
    'F1',
    1,
    'Sous-direction',
    'EMPEF00075',
    '#',
    0,
    3500,
    0,
    0,
    0,
    0,
  ];
  expect(codesOf(extractOf(sheetInput(SIX, row)).lines[0]).slice(2, 5)).toEqual([
    '0103-CEFP-C002',
    'absent',
    'EMPEF00075',
  ]);
});

test('BOWEBI: the year is given apart from the total, the DP is inside a key, the EJ is a number', () => {
  const headings = [
    'N°EJ (Bon de commande / Marché / Convention / Subvention...)',
    'N° SF',
    'N° DP',
    'Bascule des EJ non soldés (EJ années antérieures) (a)',
    'Montant EJ engagés Année en cours (= b - a)',
    'Montant TOTAL engagé (b)',
    'Montant réceptionné',
    'Montant facturé (Fact. validée par le comptable mais non échue)',
    'Montant payé (Virement effectué au fournisseur)',
  ];
  const extract = extractOf(
    sheetInput(headings, [1405000001, '#', 'ADCE/2023/001100240001', 100, 400, 500, 70, 0, 60]),
  );
  expect(extract.shape).toBe('infBud53Measures');
  expect(extract.lines.map(lineText).sort()).toEqual([
    '2 carryOver AE 1405000001 DP 0100240001 100.00',
    '2 commitment AE 1405000001 DP 0100240001 400.00',
    '2 payment CP 1405000001 DP 0100240001 60.00',
  ]);
});

test('the measure in each row, the amounts under the year', () => {
  const text = [
    'INF-BUD-53;;;;;;',
    ';;;;;;',
    ';;;;;;',
    ';;;;;;',
    'N° EJ;N° SF;N° DP;N° poste DP;Date de base de la DP;;2023',
    '1405000001;#;#;#;#;Montant engagé;"3 500,00"',
    '1405000001;#;#;#;#;Bascule des EJ non soldés;"1 000,00"',
    '1405000001;5000000001;100240001;1;02.05.2023;Montant payé;"800,00"',
    '1405000001;5000000001;100240001;1;02.05.2023;Montant réceptionné;"800,00"',
    '1405000001;Résultat;;;;;"6 100,00"',
    'Résultat global;;;;;;"6 100,00"',
  ].join('\n');
  const extract = extractOf(textInput(text));
  expect(extract.shape).toBe('infBud53Measures');
  expect(extract.lines.map(lineText)).toEqual([
    '6 commitment AE 1405000001 3500.00',
    '7 decommitment AE 1405000001 -1000.00',
    '7 carryOver AE 1405000001 1000.00',
    '8 payment CP 1405000001 DP 0100240001/1 800.00 2023-05-02',
  ]);
  expect(extract.lines[0]?.exercise).toBe(2023);
  expect(extract.shownTotals).toEqual([{ measure: '', cents: 610000, agrees: true }]);
});

const NATIONAL_AE =
  '"Centre financier - Programme (Clé)";"Domaine fonctionnel - Clé";"Centre de coûts - Clé (non composée)";' +
  '"Référentiel de programmation - Clé (non composée)";' +
  '"N° EJ";"N° EJ - Date de réplication (Clé)";"N° poste EJ";"Fournisseur titulaire principal (EJ) - Clé";"Fournisseur titulaire principal (EJ)";' +
  '"Montant engagé (EUR)";"Centre financier - Clé (non composée)";"Axe ministériel 1";"Axe ministériel 2";"Société - Clé"';

test('national file, engagements: quotes are not doubled inside fields', () => {
  const line =
    '"0103";"0103-03-02";"EMPEF00075";"010300000104";"1405000001";"25/01/2023";"00001";"1000000001";"SARL ";P LUMIERE"";' +
    '"138 936 678,56";"0103-CEFP-C002";"36";"PDE";"ADCE"';
  const extract = extractOf(bytesInput(new TextEncoder().encode(`${NATIONAL_AE}\r\n${line}\r\n`)));
  expect(extract.shape).toBe('nationalAe');
  expect(extract.lines.map(lineText)).toEqual(['2 commitment AE 1405000001/1 138936678.56 2023-01-25']);
  expect(codesOf(extract.lines[0])).toEqual([
    '0103',
    '0103-03-02',
    '0103-CEFP-C002',
    '010300000104',
    'EMPEF00075',
    '36',
    'PDE',
  ]);
  expect(extract.lines[0]).toMatchObject({ company: 'ADCE', supplier: 'SARL ";P LUMIERE"' });
  expect(extract.repairs).toEqual([{ kind: 'strayQuotes', line: 2, count: 1 }]);
});

test('national file, wide: the columns of labels are not taken for those of codes', () => {
  const headings =
    'prog,Domaine fonctionnel - Texte de longueur moyenne,Domaine fonctionnel - Clé,N° EJ,N° poste EJ,Montant engagé (EUR),' +
    'Centre financier - Texte de longueur moyenne,Centre financier - Clé (non composée),Axe ministériel 1 - Texte de longueur moyenne,Axe ministériel 2';
  const extract = extractOf(
    textInput(
      `${headings}\n103,"Développement, emploi",0103-03-02,1405000001,1,12615940.52,UO DGE,0103-CEFP-C002,,Signaux Faibles\n`,
    ),
  );
  expect(extract.shape).toBe('nationalAe');
  expect(codesOf(extract.lines[0])).toEqual([
    '0103',
    '0103-03-02',
    '0103-CEFP-C002',
    'absent',
    'absent',
    'absent',
    'Signaux Faibles',
  ]);
  expect(extract.lines[0]?.cents).toBe(1261594052);
});

test('national file, engagements less bascule: nothing is hidden in the amounts', () => {
  const headings = NATIONAL_AE.replace('Montant engagé (EUR)', 'Montant engagé - Bascule des EJ non soldés');
  const extract = extractOf(
    textInput(`${headings}\n"0103";"#";"";"010300000104";"1405000001";"";"1";"";"X";"5,00";"";"";"";""\n`),
  );
  expect([extract.shape, extract.lacks]).toEqual(['nationalAe', []]);
});

test('national file, payments: no axis and no centre financier, though the programme is given twice', () => {
  const headings =
    '"Centre financier - Programme (Clé)";"Domaine fonctionnel - Clé";"N° EJ";"N° poste EJ";"N° DP - Clé (non composée)";' +
    '"Date de base de la DP";' +
    '"Date de dernière opération sur la DP";"Fournisseur payé (DP) - Clé";"Fournisseur payé (DP)";"Montant payé (EUR)";' +
    '"Exercice comptable - Clé (non composée)";"N° poste DP";"Centre financier - Programme (Clé)";"Société - Clé";"Type de pièce - Clé"';
  const line =
    '"0103";"0103-03-02";"1405000001";"1";"100240001";"11/12/2023";"13/12/2023";"1000000001";"ATELIER BLEU";"9159,18";"2023";"2";"0103";"ADCE";"RE"';
  const extract = extractOf(textInput(`${headings}\r\n${line}\r\n`));
  expect(extract.shape).toBe('nationalCp');
  expect(extract.lines.map(lineText)).toEqual(['2 payment CP 1405000001/1 DP 0100240001/2 9159.18 2023-12-13']);
  expect(extract.lines[0]).toMatchObject({ exercise: 2023, company: 'ADCE', supplier: 'ATELIER BLEU' });
  expect(codesOf(extract.lines[0])[2]).toBe('absent');
  expect(extract.lacks).toEqual(['envelope']);
});

test('Data.Subvention: pairs of code and label under one heading, texts for numbers, real dates', () => {
  const headings = [
    'N° EJ',
    'N° poste EJ',
    'Fournisseur payé (DP)',
    '',
    'Branche',
    '',
    'Code taxe 1',
    'No TVA 3 (COM-RIDET ou TAHITI)',
    'Référentiel de programmation',
    '',
    'Société',
    'Exercice comptable',
    'N° DP',
    'N° poste DP',
    'Date de dernière opération sur la DP',
    'Centre financier',
    '',
    'Domaine fonctionnel',
    '',
    'Montant payé',
  ];
  const row: CellValue[] = [
    '2100000001',
    '1',
    '1000000001',
    'ASSOCIATION DU LAC',
    '#',
    'N/A',
    '#',
    '#',
    'BG00/010300000104',
    'Aides',
    'ADCE',
    '2023',
    '000190001',
    '1',
    45100,
    'BG00/0103-CEFP-C002',
    'UO',
    '0103-03-02',
    'Entreprises',
    2500.5,
  ];
  const extract = extractOf(sheetInput(headings, row));
  expect(extract.shape).toBe('subvention');
  expect(extract.lines.map(lineText)).toEqual(['2 payment CP 2100000001/1 DP 0000190001/1 2500.50 2023-06-23']);
  expect(extract.lines[0]).toMatchObject({ supplier: 'ASSOCIATION DU LAC', exercise: 2023 });
  const old = headings.map((heading) => (heading === 'Montant payé' ? 'EUR' : heading));
  expect(linesText(sheetInput(old, [...row.slice(0, -1), '1,00']))).toEqual([
    '2 payment CP 2100000001/1 DP 0000190001/1 1.00 2023-06-23',
  ]);
});

test('journal des pièces: headings below a title, º for °, types without their zero', () => {
  const headings = [
    'Nº pce réf',
    'Axe ministériel 2',
    'Dom. fonc.',
    'Mont.DT',
    'CB dteComp',
    'Saisie le',
    'TV',
    'TypeMtant',
    'Pos.r',
    'Cpte gén.',
  ];
  const row = (amount: CellValue, tv: CellValue, type: CellValue, axis = 'PDE'): CellValue[] => [
    '2105000612',
    axis,
    '0103-03-02',
    amount,
    '03.08.2023',
    '04.08.2023',
    tv,
    type,
    '1',
    '6552100000',
  ];
  const rows = [row('9 500,00', '65', '0100', 'DS-n°16090518'), row('-35 899,73', 65, 200), row(120, 57, '0250')];
  const extract = extractOf(sheetInput(['Journal des pièces'], [], headings, ...rows));
  expect(extract.shape).toBe('journal');
  expect(extract.lines.map(lineText)).toEqual([
    '4 commitment AE 2105000612/1 9500.00 2023-08-03',
    '5 reduction AE 2105000612/1 -35899.73 2023-08-03',
    '6 payment CP 2105000612/1 120.00 2023-08-03',
  ]);
  expect(codesOf(extract.lines[0])[6]).toBe('DS-n°16090518');
});

test('jp51: the pièce de référence is the EJ; reductions mirror payments and commit nothing', () => {
  const headings = [
    'Exercice comptable',
    'Centre financier',
    'Domaine fonctionnel',
    'Centre de coûts',
    'Numéro de pièce de la pièce de référence',
    'Numéro de poste de la pièce de référence',
    'Texte',
    'Montant à contrôler en dev. transaction',
    'Fournisseur',
    'Nom 1',
    'Type de montant',
    'Type de montant',
    'Activité',
    'Date de mise à jour Comptabilité budgéta',
    'Date comptable',
    'Type de valeur',
  ];
  const row = (label: string, code: CellValue, amount: number): CellValue[] => [
    2023,
    '0103-CEFP-C002',
    '0103-03-02',
    'EMPEF00075',
    1405000001,
    1,
    'Étude',
    amount,
    '1000000001',
    'ATELIER BLEU',
    label,
    code,
    '010300000104',
    '02/05/2023',
    '01/05/2023',
    '51',
  ];
  const rows = [
    row('Original', 100, 5000),
    row('Modification', '0150', -500),
    row('Réduction', 200, -700),
    row('Reports', 350, 900),
  ];
  const extract = extractOf(sheetInput(headings, ...rows));
  expect(extract.shape).toBe('jp51');
  expect(extract.lines.map(lineText)).toEqual([
    '2 commitment AE 1405000001/1 5000.00 2023-05-01',
    '3 decommitment AE 1405000001/1 -500.00 2023-05-01',
    '4 reduction AE 1405000001/1 -700.00 2023-05-01',
    '5 carryOver AE 1405000001/1 900.00 2023-05-01',
  ]);
  expect(extract.lines[0]).toMatchObject({ supplier: 'ATELIER BLEU', exercise: 2023 });
  const untyped = headings.map((heading) => (heading === 'Type de montant' ? 'Autre' : heading));
  expect(refusalOf(sheetInput(untyped, row('Original', 100, 5000)))).toMatchObject({
    code: 'extractIncomplete',
    missing: 'amountType',
  });
});

const JP57 = [
  'Exercice comptable',
  'Période',
  'Centre financier',
  'Domaine fonctionnel',
  'Centre de coûts',
  'Fournisseur',
  'Nom 1',
  'Type de montant',
  'Numéro de la pièce précédente',
  'Poste de pièce précédente',
  'Montant à contrôler en devise trans. ave',
  'Date comptable',
  'Nº pièce de paiement',
  "Date de base pour le calcul de l'échéanc",
  'Activité',
  'Numéro de pièce de la pièce de référence',
  'Type de valeur',
  'Code ID bancaire',
  'Compte bancaire',
  'Clé R.I.B.',
];
const JP57_LINE: readonly CellValue[] = [
  2023,
  5,
  '0103-CEFP-C002',
  '0103-03-02',
  'EMPEF00075',
  '1000000001',
  'ATELIER BLEU',
  'Payé',
  1405000001,
  1,
  740.25,
  '12/05/2023',
  '1500000007',
  '01/05/2023',
  '010300000104',
  '5100000009',
  '57',
  'FR0BANK',
  '00987654321',
  '77',
];

test('jp57: the EJ is the pièce précédente, never the pièce de référence', () => {
  const extract = extractOf(sheetInput(JP57, JP57_LINE));
  expect(extract.shape).toBe('jp57');
  expect(extract.lines.map(lineText)).toEqual(['2 payment CP 1405000001/1 DP 1500000007 740.25 2023-05-12']);
  const without = (cells: readonly CellValue[]): CellValue[] =>
    cells.filter((_, column) => column !== 8 && column !== 9);
  const orphan = extractOf(sheetInput(without(JP57), without(JP57_LINE)));
  expect(orphan.lines.map(lineText)).toEqual(['2 payment CP sans EJ DP 1500000007 740.25 2023-05-12']);
  expect(orphan.lacks).toContain('ej');
});

test('columns of another interface, with a stage each, are read without a name of shape', () => {
  const headings = [
    'N° EJ',
    'N° Poste EJ',
    'Montant engagé',
    'Montant payé',
    'Code programme',
    'Code domaine fonctionnel',
    'Année exercie comptable',
  ];
  const extract = extractOf(sheetInput(headings, ['1405000001', 1, '5 000,00', 1200, '0103', '0103-03-02', 2023]));
  expect(extract.shape).toBe('unnamed');
  expect(extract.lines.map(lineText)).toEqual([
    '2 commitment AE 1405000001/1 5000.00',
    '2 payment CP 1405000001/1 1200.00',
  ]);
});

test('the order of the columns does not matter', () => {
  const turned = (cells: readonly CellValue[]): CellValue[] => [...cells].reverse();
  expect(linesText(sheetInput(turned(JP57), turned(JP57_LINE)))).toEqual(linesText(sheetInput(JP57, JP57_LINE)));
});
