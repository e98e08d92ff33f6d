/** Marks that take rows out of a ledger: « Annulé » X cancels; others count and are reported (LEC-05). */
import { controlledAt } from '../../../../../src/application/control';
import { openDossier } from '../../../../../src/application/open-dossier';
import { isoDate } from '../../../../../src/domain/calendar/civil-date';
import { cellAddress, type CellValue } from '../../../../../src/workbook/cells';
import { placeInWorkbook } from '../../../../../src/workbook/places';
import { cancelsRow, effectOfHeading } from '../../../../../src/workbook/ledger/rows/marks/effect-headings';
import { titleOver } from '../../../../../src/workbook/ledger/tables/effect-rows';
import { convention2023 } from '../../../../support/conventions';
import { workbookOf } from '../../../../support/ledgers/workbook-of';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE', 'Date de paiement', 'Montant CP'];
const ROWS: readonly (readonly CellValue[])[] = [
  ['PDE', '1400000001', 45_000, 1000, null, null],
  ['PDE', '1400000002', 45_001, 2000, null, null],
  ['PDE', '1400000003', 45_002, 4000, null, null],
  ['PDE', '1400000001', null, null, 45_050, 500],
];

type Columns = Readonly<Record<string, readonly CellValue[]>>;

/** The AE that count in the ledger with these further columns, in euros, and the LEC-05 findings. */
function read(columns: Columns): { ae: number; found: readonly string[] } {
  return found(rowsWith(columns));
}

function rowsWith(columns: Columns): readonly (readonly CellValue[])[] {
  const headings = [...HEADINGS, ...Object.keys(columns)];
  const rows = ROWS.map((row, at) => [...row, ...Object.values(columns).map((values) => values[at] ?? null)]);
  return [headings, ...rows];
}

/** The column of status of the ledger with these further columns; undefined without any. */
function statusOf(columns: Columns): string | undefined {
  const opened = openDossier(workbookOf({ name: 'Suivi', rows: rowsWith(columns) }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value.blocks[0]?.columns.get('status')?.heading;
}

function found(rows: readonly (readonly CellValue[])[]): { ae: number; found: readonly string[] } {
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), {
    convention: convention2023(),
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const marks = report.findings.flatMap(({ rule, details, place }) => {
    if (rule !== 'LEC-05') return [];
    const cell = placeInWorkbook(dossier.workbook, dossier.blocks, place);
    const address = cell ? cellAddress(cell.row, cell.column) : 'nowhere';
    const { field, heading = '', raw, rows: count, countedAs, about } = details;
    return [`${address} ${about ?? field} ${heading} « ${raw} » ×${count} as ${countedAs}`];
  });
  const ae = dossier.ledger.rows.reduce((sum, { ae }) => sum + (ae.kind === 'amount' ? ae.cents / 100 : 0), 0);
  return { ae, found: marks };
}

const ALL = 7000;

test.each<readonly [string, readonly CellValue[]]>([
  ['Annulé', [null, 'x', null]],
  ['Annulé', [null, 'X']],
  ['Annulée ?', [null, '✓']],
  ['Annulé (O/N)', ['N', 'O', 'N', 'N']],
  ['EJ annulé', ['non', 'oui', 'non']],
  ['Supprimé', [false, true, false, false]],
  ['Ligne supprimée', [0, 1, 0, 0]],
  ['Abandonné', [null, 'Oui']],
])('under « %s », %j: the second row is cancelled', (heading, values) => {
  expect(read({ [heading]: values })).toEqual({ ae: ALL - 2000, found: [] });
});

test.each<readonly [string, readonly CellValue[], string]>([
  ['Non validé', [null, 'X'], 'X'],
  ['Non signé', [null, 'Oui'], 'Oui'],
  ['Hors convention', [null, 'X'], 'X'],
  ['Hors périmètre ?', ['non', 'oui', 'non'], 'oui'],
  ['Ne pas compter', [null, 1], '1'],
  ['Pour mémoire', [null, 'x'], 'x'],
  ['Retiré de la convention', [null, 'X'], 'X'],
  ['Reporté en 2024', [null, 'oui'], 'oui'],
  ['Contre-passé', [null, 'X'], 'X'],
  ['Doublon', [null, 'oui, ligne 4'], 'oui, ligne 4'],
  ['À exclure du bilan', [null, true], 'VRAI'],
  ['À compter (O/N)', ['O', 'N', 'O', 'O'], 'N'],
  ['Pris en compte', ['oui', 'non', 'oui', 'oui'], 'non'],
  ['Retenu au bilan', ['Oui', 'Non', 'Oui', 'Oui'], 'Non'],
  ['Éligible', ['Oui', 'Non', 'Oui', 'Oui'], 'Non'],
  ['EJ actif', ['Oui', 'Non', 'Oui', 'Oui'], 'Non'],
  ['Actif', ['Oui', 'Non', 'Oui', 'Oui'], 'Non'],
  ['Accord DGE', ['Oui', 'Non', 'Oui', 'Oui'], 'Non'],
  ['Autorisé', [true, false, true, true], 'FAUX'],
  ['Signature', ['Oui', 'Non', 'Oui', 'Oui'], 'Non'],
  ['Notification', ['X', 'Non', 'X'], 'Non'],
  ['Définitif (O/N)', ['O', 'N', 'O', 'O'], 'N'],
  ['Saisi dans Chorus', ['Oui', 'Non', 'Oui', 'Oui'], 'Non'],
  ['Validé par la DAF', ['Martin', 'Non'], 'Non'],
  ['Engagé ?', ['Oui', 'Non'], 'Non'],
  ['Prévisionnel', [null, 'X'], 'X'],
  ['Provisoire', ['Non', 'Oui', 'Non', 'Non'], 'Oui'],
  ['Projet', [null, 'x'], 'x'],
  ['Suspendu', [null, 'Oui'], 'Oui'],
  ['Avis CBCM', ['Favorable', 'Défavorable', 'Sans objet'], 'Défavorable'],
  ['EJ bloqué', [null, 'X'], 'X'],
  ['Motif de rejet', [null, 'Rejeté par le CBR'], 'Rejeté par le CBR'],
  ['Paiement annulé', [null, 'x'], 'x'],
  ['Extourné', [null, 'X'], 'X'],
  ['Annulé', [null, 'partiellement'], 'partiellement'],
  ["Date d'annulation", [null, 45_010], ''],
  ['Annulé le', [null, '12/03/2023'], ''],
  ['Observations', ['Relance du titulaire', 'EJ annulé le 3 mars'], 'EJ annulé le 3 mars'],
  ['Commentaire', ['Relance du titulaire', 'Commande abandonnée, voir devis 2'], 'Commande abandonnée, voir devis 2'],
  ['Remarques', ['Relance du titulaire', 'Dossier classé sans suite'], 'Dossier classé sans suite'],
  ['Observation DGE', ['Relance du titulaire', "L'EJ a été supprimé"], "L'EJ a été supprimé"],
  ['Notes', ['Relance du titulaire', 'ANNULATION'], 'ANNULATION'],
  ['Observations', ['Relance du titulaire', 'Visa refusé'], 'Visa refusé'],
  ['Observations', ['Relance du titulaire', 'Hors convention'], 'Hors convention'],
  [
    'Observations',
    ['Relance du titulaire', 'Ne pas payer, doublon de la ligne 2'],
    'Ne pas payer, doublon de la ligne 2',
  ],
  ['Note DGE', ['Relance du titulaire', 'Commande annulée'], 'Commande annulée'],
  ['Comments', ['see mail', 'Cancelled'], 'Cancelled'],
  ['Observations', ['Relance du titulaire', 'Rejeté par le CBR'], 'Rejeté par le CBR'],
])('under « %s », %j: the second row counts, and is reported', (heading, values, raw) => {
  expect(read({ [heading]: values })).toEqual({ ae: ALL, found: [`D3 mark ${heading} « ${raw} » ×1 as firm`] });
});

test.each<readonly [string, readonly CellValue[]]>([
  ['Annulé', ['non', 'non', 'non', 'non']],
  ['Non validé', ['Non', null, null, 'Non']],
  ['Impayé', [null, 'X', null, null]], // a row of AE
  ['Impayé 2022', [null, null, null, 'X']],
  ['À payer', [null, null, null, 'X']],
  ['Charge à payer', [null, null, null, 'X']],
  ['Non validité', [null, 'X']],
  ['Hors convention', [null, 'non', '-', 'RAS']],
  ['À compter', ['oui', 'oui', 'x', null]],
  ['Projet', ['Signaux faibles', 'Sirius', 'Signaux faibles']],
  ['Accord-cadre', ['Oui', 'Non', 'Oui', 'Non']],
  ['Engagé', [0, 0, 0, 0]],
  ['Suspendu', ['non', 'non', 'non', 'non']],
  ['Montant annulé', [null, 'x']],
  ['Contrôle', ['Conforme', 'Non conforme', 'Conforme']],
  ['Périodicité', ['Annuel', 'Annuel', 'Annuel', 'Mensuel']],
  ['Bloqué (O/N)', ['N', 'N', 'N', 'N']],
  ['Compte général', ['N', 'N', 'N', 'N']],
  ['Retenue de garantie (O/N)', ['N', 'N', 'O', 'N']],
  ['TVA incluse', ['non', 'non', 'oui', 'non']],
  ['Délai suspendu', [null, 'x', null, null]],
  ['Date d’annulation', [0, 0, 0, 0]],
])('under « %s », %j: nothing', (heading, values) => {
  expect(read({ [heading]: values })).toEqual({ ae: ALL, found: [] });
});

test.each<readonly [string, readonly string[]]>([
  ['Situation', ['Demandeur DGE']],
  ['Étape', ['Bureau des projets', 'Chef de projet']],
  ['Statut', ['Annulation demandée', 'Prévu puis engagé']],
])('names and steps under « %s », %j: every row counts, and is reported', (heading, words) => {
  const values = ROWS.map((_, at) => words[at % words.length] ?? null);
  const { ae, found: reported } = read({ [heading]: values });
  expect([ae, reported]).toEqual([
    ALL,
    words.map((word, at) => `G${at + 2} status  « ${word} » ×${ROWS.length / words.length} as firm`),
  ]);
});

test.each<readonly [string, readonly CellValue[], readonly string[]]>([
  [
    'Opération',
    ['Engagement', "Demande d'achat", 'Engagement', 'Paiement'],
    ["D3 operation Opération « Demande d'achat » ×1 as firm"],
  ],
  ['Opération', ['Engagement', 'Rejet', 'Engagement', 'Paiement'], ['D3 operation Opération « Rejet » ×1 as firm']],
  ['Opération', ['Engagement', 'Cession', 'Engagement', 'Paiement'], ['D3 operation Opération « Cession » ×1 as firm']],
  ['Opération', ['Engagement', 'Avenant n° 2', 'Complément', 'Acompte 1'], []],
  ['Opération', ['Séminaire', 'Étude', 'Salon', 'Étude'], []],
  ['Type', ['Prestation', 'Fourniture', 'Travaux', 'Prestation'], []],
])('under « %s », %j: %j', (heading, values, expected) => {
  expect(read({ [heading]: values })).toEqual({ ae: ALL, found: expected });
});

test.each([
  ['AE 2022', ['D4 mark Nature « AE 2022 » ×1 as firm']],
  ['AE N-1', ['D4 mark Nature « AE N-1 » ×1 as firm']],
  ['AE 2023', []],
])('the nature « %s »: %j', (nature, expected) => {
  const natured = [
    ['Axe ministériel 2', 'N° EJ', 'Date', 'Montant', 'Nature'],
    ['PDE', '1400000001', 45_000, 1000, 'AE'],
    ['PDE', '1400000001', 45_010, 400, 'CP'],
    ['PDE', '1400000002', 45_001, 2000, nature],
    ['PDE', '1400000003', 45_002, 4000, 'AE'],
  ];
  expect(found(natured)).toEqual({ ae: ALL, found: expected });
});

test('beside a column of status, « Annulé » X is reported: the status is what counts', () => {
  const columns = { Statut: ['Notifié', 'Notifié', 'Projet', 'Payé'], Annulé: [null, 'X', 'X', null] };
  expect(read(columns)).toEqual({
    ae: ALL,
    found: ['D3 mark Annulé « X » ×1 as firm', 'D4 mark Annulé « X » ×1 as project'],
  });
});

test.each(['Non payé', 'Pas encore payé', 'Impayé', 'Facture impayée', 'Non mandaté', 'Litige'])(
  'under « %s », a cross denies the payment of its row, and « Non » nothing',
  (heading) => {
    const columns = { [heading]: ['Non', null, null, 'X'] };
    expect(read(columns)).toEqual({ ae: ALL, found: [`F5 unpaid ${heading} « X » ×1 as firm`] });
  },
);

test('« Statut DP » « Rejetée » beside an AE: the EJ counts, and the payment is reported', () => {
  const columns = { 'N° DP': [null, null, null, '100000001'], 'Statut DP': [null, null, null, 'Rejetée'] };
  expect(read(columns)).toEqual({ ae: ALL, found: ['F5 mark Statut DP « Rejetée » ×1 as firm'] });
});

/** The findings of a ledger with these titles before its rows, by their place; above the headings at −1. */
function under(titles: Readonly<Record<number, string>>, status: readonly CellValue[] = []): readonly string[] {
  const headings = status.length > 0 ? [...HEADINGS, 'État'] : HEADINGS;
  const titleAt = (at: number): readonly (readonly CellValue[])[] =>
    [titles[at] ?? null].filter(isText).map((one) => [one]);
  const body = ROWS.flatMap((row, at) => [...titleAt(at), status.length > 0 ? [...row, status[at] ?? null] : row]);
  return found([...titleAt(-1), headings, ...body]).found;
}

function isText(value: CellValue): boolean {
  return typeof value === 'string';
}

test.each<readonly [Readonly<Record<number, string>>, readonly string[]]>([
  [{ 1: 'Engagements annulés' }, ['D4 mark  « Engagements annulés » ×3 as firm']],
  [{ 1: 'Hors convention', 3: 'Paiements' }, ['D4 mark  « Hors convention » ×2 as firm']],
  [{ 0: 'Engagés', 2: 'Projets (non engagés)' }, ['D6 mark  « Projets (non engagés) » ×2 as firm']],
  [{ 2: 'À confirmer' }, ['D5 mark  « À confirmer » ×2 as firm']],
  [{ 2: 'Pour mémoire' }, ['D5 mark  « Pour mémoire » ×2 as firm']],
  [{ 2: 'EJ en attente de signature' }, ['D5 mark  « EJ en attente de signature » ×2 as firm']],
  [{ 2: 'En attente de service fait' }, []],
  [{ 2: 'Prévisions 2024' }, ['D5 mark  « Prévisions 2024 » ×2 as firm']],
  [{ [-1]: 'Engagements abandonnés' }, ['D3 mark  « Engagements abandonnés » ×4 as firm']],
  [{ [-1]: 'Engagements annulés', 2: 'Engagements' }, ['D3 mark  « Engagements annulés » ×2 as firm']],
  [{ [-1]: 'Suivi et prévision 2023' }, []],
  [{ [-1]: 'Données fictives' }, ['D3 mark  « Données fictives » ×4 as firm']],
  [{ [-1]: 'Ne pas utiliser' }, ['D3 mark  « Ne pas utiliser » ×4 as firm']],
  [{ 1: 'Simulation' }, ['D4 mark  « Simulation » ×3 as firm']],
  [{ [-1]: 'Tests utilisateurs' }, []],
  [{ 1: 'Janvier' }, []],
  [{ 1: 'Annulations' }, []],
  [{ 1: 'Demandes de paiement' }, []],
])('titles %j', (titles, expected) => {
  expect(under(titles)).toEqual(expected);
});

test('a column of status distinguishes what a title announces', () => {
  expect(under({ 1: 'Engagements annulés' }, ['Notifié', 'Annulé', 'Notifié', 'Payé'])).toEqual([]);
});

test('a row without a status is in doubt by its title and its remark, beside others that have one', () => {
  expect(under({ 1: 'Engagements annulés' }, ['Notifié', null, 'Notifié', 'Payé'])).toEqual([
    'D4 mark  « Engagements annulés » ×1 as firm',
  ]);
  const statuses = ['Notifié', null, 'Notifié', 'Payé'];
  const remarks = ['Relance du titulaire', 'Pas encore engagé', 'Pas encore engagé', 'Vu avec le titulaire'];
  expect(read({ Statut: statuses, Observations: remarks }).found).toEqual([
    'D3 mark Observations « Pas encore engagé » ×1 as firm',
  ]);
});

test('the same mark on several rows is one finding; a cancelled row has none', () => {
  expect(read({ 'Hors convention': ['X', 'x', null, 'x'], Annulé: [null, null, 'x', null] })).toEqual({
    ae: 3000,
    found: ['D2 mark Hors convention « X » ×3 as firm'],
  });
});

test('percentages are no amounts: « % payé »', () => {
  expect(read({ '% payé': [0.6, 0.5, 0.25, null] })).toEqual({ ae: ALL, found: [] });
});

test('the title over a row is the nearest one above it', () => {
  const titles = [4, 9, 12, 40].map((row) => ({ row, title: row === 12 ? null : `Titre ${row}` }));
  const over = [0, 4, 5, 9, 10, 12, 13, 40, 41, 1000].map((row) => titleOver(titles, row)?.title ?? null);
  expect(over).toEqual([null, null, 'Titre 4', 'Titre 4', 'Titre 9', 'Titre 9', null, null, 'Titre 40', 'Titre 40']);
  expect(titleOver([], 5)).toBeNull();
});

test('a heading longer than any real one is no such column', () => {
  const long = `Annulé ${'x'.repeat(100)}`;
  expect([effectOfHeading(long), cancelsRow(long)]).toEqual([null, false]);
});

test.each([
  ...['Voir mail : EJ annulé', '03/03/2023 : EJ annulé', 'MD - annulé', 'Vu avec la DGEFP, annulé'],
  ...['EJ n° 1400000001 annulé le 3 mars', 'EJ annulé (facture non reçue)', 'Vu avec le titulaire EJ annulé'],
  ...['Devenu sans objet', 'Commande sans objet', 'Consultation du 3 mai. Marché déclaré sans suite'],
  ...['Marché infructueux', 'Avis défavorable', 'Refus du CBCM', 'Annulé la semaine dernière'],
  ...['À annuler', 'Annuler cet EJ', 'Demande annulation en cours'],
  ...['Remplacé par EJ 1400000003', 'Saisi deux fois', 'Erreur de saisie', 'Engagé en double', 'Déjà compté ligne 3'],
  ...['Compris dans EJ 1400000003', 'Somme des lignes 3 et 4', 'Visa CBCM refusé', 'Engagé à tort'],
  ...[
    'Imputé à tort sur PDE',
    'À réimputer sur SF',
    'EJ transféré à la DGFiP',
    'Mauvaise imputation',
    'À sortir du suivi',
  ],
  ...['Ne concerne pas la convention', 'Pas dans la convention', 'Ne pas en tenir compte', 'Reporté en 2024'],
  ...['Formation reportée en mars 2024', 'Reportée en juin'],
  ...['Ne plus compter', 'À défalquer', 'À déduire du total', 'Refacturé à la DGE', 'Hors budget'],
  ...['Reporté', 'À reporter', 'Report sur 2024', 'Report gestion 2024', 'Report N+1', 'Report exercice suivant'],
  ...['Pas encore engagé', 'EJ à créer, voir devis', 'EJ en attente de visa', 'Prévisionnel', 'DA en cours'],
  ...['DP rejetée', 'Paiement rejeté par le comptable', 'Virement annulé'],
  ...['Relance faite le 3 mars ; hors convention', `Vu avec le service${' et'.repeat(60)} ; EJ annulé`],
])('the remark « %s » may take its row out', (remark) => {
  const raw = remark.slice(0, 120);
  expect(read({ Observations: ['Relance', remark] }).found).toEqual([`D3 mark Observations « ${raw} » ×1 as firm`]);
});

test.each([
  ...['Réunion reportée', 'Report de la réunion', 'Report du délai', 'Formation reportée au 12 juin'],
  ...['RAS', 'Relance envoyée', 'sans objet', 'Sans objet.', 'Délai : sans objet'],
  ...['Annule et remplace le devis du 3 mars', "Annule l'EJ 1400000009", 'Le premier EJ annulé est remplacé'],
  ...['Annulation partielle de 200 €', 'Annulation de la pénalité', 'Pénalité abandonnée', 'Réunion du 3 mai, annulée'],
  ...['Visa obtenu après annulation du premier EJ', 'Visa refusé puis obtenu', 'Visa refusé, puis obtenu le 3 mars'],
  ...[
    'Facture transférée à la DGFiP',
    'Dossier transmis au CBCM',
    'À répartir',
    'En attente de facture',
    'Bon à tirer',
  ],
  ...['Non annulé', "N'est pas annulé", 'Facture rejetée', 'Facture du 3 mars : annulée'],
])('the remark « %s » is about no cancelled row, alone or among others', (remark) => {
  for (const first of [null, 'Relance du titulaire'])
    expect(read({ Observations: [first, remark] })).toEqual({ ae: ALL, found: [] });
});

test('« Pas encore engagé » is no doubt beside a status, nor on a payment', () => {
  const remarks = ['Relance', 'Pas encore engagé', null, 'En attente de visa'];
  const statuses = ['Notifié', 'Notifié', 'Notifié', 'Payé'];
  expect(read({ Statut: statuses, Observations: remarks })).toEqual({ ae: ALL, found: [] });
  expect(read({ Observations: [null, null, null, 'En attente de visa'] })).toEqual({ ae: ALL, found: [] });
});

test.each<readonly [where: string, rows: readonly (readonly CellValue[])[], found: string]>([
  [
    'just at the right of the table',
    [HEADINGS, ...ROWS].map((row, at) => [...row, [null, 'relance', 'annulé'][at] ?? null]),
    'D3 mark G « annulé » ×1 as firm',
  ],
  [
    'between two columns of it',
    [HEADINGS, ...ROWS].map((row, at) => [
      ...row.slice(0, 3),
      [null, 'relance', 'EJ annulé'][at] ?? null,
      ...row.slice(3),
    ]),
    'E3 mark D « EJ annulé » ×1 as firm',
  ],
  [
    'that Excel named itself',
    [HEADINGS, ...ROWS].map((row, at) => [...row, ['Colonne1', 'relance', 'EJ annulé'][at] ?? null]),
    'D3 mark G « EJ annulé » ×1 as firm',
  ],
])('a remark in a column without a heading, %s, is reported', (_, rows, expected) => {
  expect(found(rows)).toEqual({ ae: ALL, found: [expected] });
});

test.each<readonly [label: string, ej: string | null, isReported: boolean]>([
  ['Maintenance (annulé)', '1400000002', true],
  ['Maintenance (annulé ?)', '1400000002', true],
  ['Maintenance - à annuler ?', '1400000002', true],
  ['ANNULÉ - Maintenance', '1400000002', true],
  ['ANNULÉ LE 3 MARS - Maintenance', '1400000002', true],
  ['Maintenance, EJ annulé', '1400000002', true],
  ['Remplacé par EJ 1400000003', '1400000002', true],
  ['Étude (en double)', '1400000002', true],
  ['EJ saisi par erreur', '1400000002', true],
  ['Étude - hors convention', '1400000002', true],
  ['Étude hors convention', '1400000002', true],
  ['Étude HORS DÉLÉGATION', '1400000002', true],
  ['Étude hors périmètre', '1400000002', false],
  ['Étude hors convention collective', '1400000002', false],
  ['NE PAS TENIR COMPTE', '1400000002', true],
  ['Serveurs (à supprimer)', '1400000002', true],
  ['Test', '1400000002', true],
  ['Pour mémoire', '1400000002', true],
  ['Imputation erronée', '1400000002', true],
  ['Tests utilisateurs', '1400000002', false],
  ['Simulation numérique', '1400000002', false],
  ['Maintenance hors heures ouvrées', '1400000002', false],
  ['Sortie de crise', '1400000002', false],
  ['Titulaire remplacé par la société X', '1400000002', false],
  ['Double vitrage', '1400000002', false],
  ['Prévision avenant 2', null, true],
  ['À engager : mobilier', null, true],
  ['Provision pour révision de prix', null, true],
  ['Aléas et imprévus', null, true],
  ['Imprévus', null, true],
  ['Imprévus', '1400000001', false],
  ['Prévision avenant 2', '1400000002', false],
  ["Frais d'annulation de billets", '1400000002', false],
  ['Billet annulé, avoir à venir', '1400000002', false],
  ['Étude prévisionnelle', null, false],
  ['Maintenance préventive', null, false],
])('the label « %s » of a row whose EJ is %s is reported: %s', (label, ej, isReported) => {
  const rows = ROWS.map((row, at) => [...(at === 1 ? [row[0], ej, ...row.slice(2)] : row), at === 1 ? label : 'Étude']);
  const reported = found([[...HEADINGS, 'Objet'], ...rows] as readonly (readonly CellValue[])[]);
  expect(reported).toEqual({ ae: ALL, found: isReported ? [`D3 mark Objet « ${label} » ×1 as firm`] : [] });
});

test.each<readonly [string, readonly string[]]>([
  ['Projet', ['Projet Alpha', 'Projet Beta', 'Projet Alpha', 'Projet Gamma']],
  ['Action', ['Projet numérique', 'Projet RH', 'Formation', 'Projet SI']],
  ['Origine', ['Demande DGE', 'Demande SG', 'Demande DGE', 'Demande DG']],
  ['Bureau', ['Bureau des demandes', 'Bureau des demandes', 'Bureau A', 'Bureau B']],
  ['Lot', ['Étude préparatoire', 'Étude préparatoire', 'Étude préalable', 'Étude']],
  ['Prestation', ['Prévision météo', 'Prévision météo', 'Relevés', 'Prévision météo']],
  ['Thème', ['Attentats', 'Attention', 'Attentats', 'Attention']],
  ['Facture', ['Attendue', 'Reçue', 'Attendue', 'Reçue']],
])('names under « %s », %j, are no status of the rows', (heading, values) => {
  expect([statusOf({ [heading]: values }), read({ [heading]: values })]).toEqual([undefined, { ae: ALL, found: [] }]);
});

test.each<readonly [string, readonly string[], readonly string[]]>([
  ['Devis', ['Demandé', 'Reçu', 'Demandé', 'Reçu'], ['D2 mark Devis « Demandé » ×2 as firm']],
  [
    'Dossier',
    ['Notifié', 'Projet', 'Annulé', 'Soldé'],
    ['D3 mark Dossier « Projet » ×1 as firm', 'D4 mark Dossier « Annulé » ×1 as firm'],
  ],
  ['Ville', ['Lyon', 'annulé', 'annulé', 'annulé'], ['D3 mark Ville « annulé » ×3 as firm']],
])('words of status under « %s », %j, move no amount and are reported', (heading, values, expected) => {
  expect([statusOf({ [heading]: values }), read({ [heading]: values })]).toEqual([
    undefined,
    { ae: ALL, found: expected },
  ]);
});

test.each([
  ...['Décision', 'Priorité', 'Arbitrage', 'Réponse', 'Suivi par', 'Fournisseur', 'Accord DGE'].map((heading) => [
    heading,
    'Refus',
  ]),
  ...['Abandon', 'Sans suite', 'Visa refusé', 'Commande annulée', 'Hors convention', 'À réimputer', 'Report 2024'].map(
    (words) => ['Décision', words],
  ),
  ...['À signer', 'Non engagé', 'Prévisionnel', 'En attente de signature'].map((words) => ['Jalon', words]),
  ...['En attente', 'Projet', 'En cours', 'Sous réserve'].map((words) => ['Accord DGE', words]),
])('under « %s », « %s » among names and answers is reported', (heading, words) => {
  expect(read({ [heading]: ['Martin', words, 'Oui'] })).toEqual({
    ae: ALL,
    found: [`D3 mark ${heading} « ${words} » ×1 as firm`],
  });
});

test.each([
  ...['Projet', 'En attente', 'Non alloti', 'À déterminer', 'Hors marché', 'Bon de commande', 'Sans objet'],
  ...['Annulation Voyages', 'Rejet des eaux', 'Report SA', 'Prévention', 'À retirer sur place', 'Accord-cadre'],
])('under « Thème », « %s » is a name', (words) => {
  expect(read({ Thème: ['Martin', words, 'Durand'] })).toEqual({ ae: ALL, found: [] });
});

test('under « Facture », « Annulée » is about the invoice', () => {
  expect(read({ Facture: ['Reçue', 'Annulée', 'F-12'] })).toEqual({ ae: ALL, found: [] });
});

test('remarks that are all words of status are the status of their rows', () => {
  expect(read({ Observations: ['soldé', 'EJ annulé', 'notifié'] })).toEqual({ ae: ALL - 2000, found: [] });
});

test.each(['À engager', 'annulé', 'Projet'])(
  'one remark, « %s », is no status: the row counts, and is reported',
  (remark) => {
    expect([statusOf({ Observations: [null, remark] }), read({ Observations: [null, remark] })]).toEqual([
      undefined,
      { ae: ALL, found: [`D3 mark Observations « ${remark} » ×1 as firm`] },
    ]);
  },
);
