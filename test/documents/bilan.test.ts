/** The Bilan financier annuel over small ledgers that a finance officer can add up in his head. */
import { Euros } from '../../src/domain/money/euros';
import type { Convention, Movement } from '../../src/domain/envelopes/convention';
import { isoDate } from '../../src/domain/calendar/civil-date';
import { convention2023 } from '../support/conventions';
import { DocumentReader } from '../support/document-reader';
import { documented, ledgerWorkbook, type LedgerLook } from '../support/ledger-workbook';

const HEADINGS =
  "Axe ministériel 2 | Poste de dépense | N° EJ | Date d'engagement | Montant AE TTC | Date de service fait | Date de paiement | Montant CP TTC | État";

/** The convention with one earlier EJ, which the opening RAP pays. */
function withRap(): Convention {
  return { ...convention2023(), rap: [{ ej: '1405508811', amount: Euros.fromCents(73_032_00) }] };
}

interface Given extends LedgerLook {
  readonly convention?: Convention;
  readonly asOf?: string;
}

function bilanOf(rows: string, { convention = withRap(), asOf, ...look }: Given = {}): DocumentReader {
  const workbook = ledgerWorkbook(convention, `${HEADINGS}\n${rows}`, look);
  return new DocumentReader(documented(workbook, asOf, look.hasConvention === false ? convention : undefined), 'Bilan financier 2023');
}

const PDE = 'Enveloppe « Place des entreprises » (PDE)';
const SF = 'Enveloppe « Signaux Faibles » (SF)';
const NOTES = 'Notes';
const VALUES = 'Chiffres écrits en valeurs (voir les notes)';

/** The notes on values, spaces made plain. */
function notesOf(bilan: DocumentReader): readonly string[] {
  return bilan.block(NOTES).map(([text]) => String(text).replace(/\s/g, ' ')).filter((text) => text.startsWith('Valeur'));
}

describe('AE', () => {
  test('commitments, retraits of the year, what remains, the rate', () => {
    const bilan = bilanOf(`
      PDE | Frais annexes | 1405610188 | 20/03/2023 | 640    | | | |
      PDE | Frais annexes | 1405610188 | 02/10/2023 | -40,50 | | | |`);
    const [engaged, freed, remaining, rate] = ['Engagées', 'Retraits de l’année', 'Restantes', 'Taux'].map((heading) => bilan.find('Frais annexes', heading, PDE));
    expect([engaged?.value, freed?.value, remaining?.value, rate?.value]).toEqual([640, 40.5, 1_465.5, 0.2903]);
    expect(engaged?.formula).toContain('T_Suivi[Montant AE TTC],">0"');
    expect(freed?.formula).toContain('T_Suivi[Montant AE TTC],"<0"');
  });

  test('an undated commitment counts; those of another year or after the date do not', () => {
    const bilan = bilanOf(
      `
      PDE | Frais annexes | 1405610188 |            | 1 | | | |
      PDE | Frais annexes | 1405610189 | 31/12/2022 | 10 | | | |
      PDE | Frais annexes | 1405610190 | 01/01/2023 | 100 | | | |
      PDE | Frais annexes | 1405610191 | 30/06/2023 | 1000 | | | |
      PDE | Frais annexes | 1405610192 | 01/07/2023 | 10000 | | | |`,
      { asOf: '2023-06-30' },
    );
    expect(bilan.find('Frais annexes', 'Engagées', PDE)).toMatchObject({ value: 1_101, formula: expect.stringContaining('"<"&DATE(') as string });
  });

  test('the hour of a commitment does not push it to the next day', () => {
    const workbook = ledgerWorkbook(withRap(), [
      ['Axe ministériel 2', 'Poste de dépense', 'N° EJ', "Date d'engagement", 'Montant AE TTC', 'Date de paiement', 'Montant CP TTC'],
      ['PDE', 'Frais annexes', '1405610188', 45_291.75, 640, 45_291.999, 12],
    ]);
    const bilan = new DocumentReader(documented(workbook), 'Bilan financier 2023');
    expect(bilan.find('Frais annexes', 'Engagées', PDE)).toMatchObject({ value: 640, formula: expect.any(String) as string });
    expect(bilan.find('Frais annexes', 'Payés', 'Crédits de paiement (CP)').formula).toBeDefined();
  });

  test('projects and cancelled rows do not count, whatever the words', () => {
    const bilan = bilanOf(`
      PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 | | | | Notifié
      PDE | Frais annexes |            | 20/03/2023 | 1000 | | | | Projet
      PDE | Frais annexes |            | 20/03/2023 | 2000 | | | | À signer
      PDE | Frais annexes | 1405610189 | 20/03/2023 | 4000 | | | | Abandonné`);
    const engaged = bilan.find('Frais annexes', 'Engagées', PDE);
    expect(engaged.value).toBe(640);
    for (const state of ['Projet', 'À signer', 'Annulé', 'Abandonné']) expect(engaged.formula).toContain(`T_Suivi[État],"<>${state}"`);
    expect(bilan.find('Liste des EJ = AE du document', 'Non compté').value).toBe(7_000);
  });

  test('the aliases of an envelope and of a poste are counted where the product counts them', () => {
    const bilan = bilanOf(`
      PDE                   | Outils de production | 1405610140 | 16/01/2023 | 1    | | | |
      Place des entreprises | Outils de production | 1405610140 | 16/01/2023 | 10   | | | |
      pde                   | hébergement          | 1405610140 | 16/01/2023 | 100  | | | |
      Signaux Fables        | Audit de sécurité    | 1405610190 | 03/04/2023 | 1000 | | | |`);
    const [outils, audit] = convention2023().envelopes.map(({ lines }) => lines[1]?.label ?? '');
    const engaged = bilan.find(outils ?? '', 'Engagées', PDE);
    expect(engaged.value).toBe(111);
    expect(engaged.formula).toContain('T_Suivi[Axe ministériel 2],"Place des entreprises"');
    expect(engaged.formula).toContain('T_Suivi[Poste de dépense],"hébergement"');
    expect(bilan.find(audit ?? '', 'Engagées', SF)).toMatchObject({ value: 1_000, formula: expect.stringContaining('"Signaux Fables"') as string });
  });

  test('a row without poste is in its envelope, and shown apart', () => {
    const bilan = bilanOf(`
      PDE | Frais annexes    | 1405610188 | 20/03/2023 | 640 | | | |
      PDE | Tests d'intrusion | 1405620260 | 28/08/2023 | 2280 | | | |
      PDE |                  | 1405620261 | 28/08/2023 | 20 | | | |`);
    expect(bilan.find('Sans poste (à rattacher)', 'Engagées', PDE).value).toBe(2_300);
    expect(bilan.find('Total PDE', 'Engagées').value).toBe(2_940);
    expect(bilan.find('PDE – AE engagées : postes = enveloppe', 'État').value).toBe('OK');
  });
});

describe('CP', () => {
  const ROWS = `
      PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 |            |            |       |
      PDE | Frais annexes | 1405610188 |            |     | 14/04/2023 | 05/05/2023 | 600   | Payé
      PDE | Frais annexes | 1405610188 |            |     | 15/12/2023 |            | 40    | SF constaté
      PDE |               | 1405508811 |            |     | 06/01/2023 | 25/01/2023 | 13000 | Payé
      PDE | Frais annexes | 1405508811 |            |     | 06/01/2023 | 25/01/2023 | 32    | Payé
      PDE |               | 1405508811 | 11/09/2023 | -1500 |          |            |       | `;
  const bilan = bilanOf(ROWS);
  test('a poste has its own payments, without those on earlier EJ even when they name it', () => {
    expect(bilan.find('Frais annexes', 'Payés', PDE).value).toBe(600);
    expect(bilan.find('Frais annexes', 'Payés', PDE).formula).toContain('-SUMPRODUCT(SUMIFS(T_Suivi[Montant CP TTC],');
    expect(bilan.find('Frais annexes', 'Payés', PDE).formula).toContain('T_Suivi[N° EJ],ENV_RAP[EJ]');
  });

  test('the opening RAP is a row of its own, inside the CP of the envelope', () => {
    const row = ['Ouverts (initial)', 'Ouverts (total)', 'Payés', 'dont sur RAP antérieur', 'Restants', 'Taux'];
    expect(row.map((heading) => bilan.find('RAP antérieur (sans poste)', heading, PDE).value)).toEqual([73_032, 73_032, 13_032, 13_032, 60_000, 0.1784]);
    expect(row.map((heading) => bilan.find('Total PDE', heading, 'RAP antérieur (sans poste)').value)).toEqual([573_032, 573_032, 13_632, 13_032, 559_400, 0.0237]);
    expect(bilan.find('PDE – CP payés : postes + RAP = enveloppe', 'Écart').value).toBe(0);
  });

  test('restes à payer: earlier retraits lower them, and free no AE', () => {
    expect(bilan.find('Total PDE', 'Retraits de l’année', PDE).value).toBe(0);
    const row = ['RAP au 01/01/2023', '+ AE engagées', '− Retraits de l’année', '− Retraits sur EJ antérieurs', '− CP payés', 'RAP au 31/12/2023', 'Service fait non payé'];
    expect(row.map((heading) => bilan.find('Place des entreprises', heading, 'RAP antérieur (sans poste)').value)).toEqual([73_032, 640, 0, 1_500, 13_632, 58_540, 40]);
    expect(bilan.find('PDE – restes à payer : document = Enveloppe', 'État').value).toBe('OK');
  });

  test('an envelope without RAP has no RAP row', () => {
    const block = bilan.rows().slice(bilan.rows().findIndex(([text]) => text === bilan.block(SF)[0]?.[0]));
    expect(block.map(([text]) => text)).not.toContain('RAP antérieur (sans poste)');
  });

  test('without a table of earlier EJ, their numbers are in the formula', () => {
    const named = bilanOf(ROWS, { hasConvention: false });
    expect(named.find('Frais annexes', 'Payés', PDE)).toMatchObject({ value: 600, formula: expect.stringContaining('T_Suivi[N° EJ],"1405508811"') as string });
  });
});

describe('the whole convention', () => {
  const bilan = bilanOf(`
      PDE             | Frais annexes     | 1405610188 | 20/03/2023 | 640  | | | |
      Signaux Faibles | Audit de sécurité | 1405610190 | 03/04/2023 | 9600 | | | |`);
  test('it comes first, by envelope, and is their sum', () => {
    const AE = 'Autorisations d’engagement (AE)';
    const columns = ['Ouvertes (initial)', 'Ouvertes (total)', 'Engagées', 'Restantes', 'Taux'];
    const rowOf = (label: string) => columns.map((heading) => bilan.find(label, heading, AE).value);
    expect(rowOf('Place des entreprises')).toEqual([500_000, 500_000, 640, 499_360, 0.0012]);
    expect(rowOf('Signaux Faibles')).toEqual([100_000, 100_000, 9_600, 90_400, 0.096]);
    expect(rowOf('Total')).toEqual([600_000, 600_000, 10_240, 589_760, 0.017]);
    expect(bilan.find('AE : enveloppes = convention', 'État').value).toBe('OK');
  });
});

describe('movements of credits', () => {
  const movement = (part: Partial<Movement>): Movement => ({
    index: 0,
    date: isoDate('2023-06-01'),
    type: 'amendment',
    from: null,
    to: 'SF',
    nature: 'AE',
    amount: Euros.fromCents(5_000_00),
    reference: 'Avenant n° 1',
    authorisedBy: '',
    authorisedOn: null,
    ...part,
  });
  const openedOf = (movements: readonly Movement[], asOf = '2023-12-31') =>
    bilanOf('PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 | | | |', { convention: { ...withRap(), movements }, asOf });
  const authorised = { type: 'transfer', from: 'PDE', authorisedBy: 'DGEFP', authorisedOn: isoDate('2023-06-02') } as const;

  test.each<[string, readonly Movement[], string, number, number]>([
    ['an amendment', [movement({})], '2023-12-31', 5_000, 0],
    ['an amendment to come', [movement({})], '2023-05-31', 0, 0],
    ['an authorised transfer', [movement(authorised)], '2023-12-31', 5_000, -5_000],
    ['a transfer before its authorisation', [movement(authorised)], '2023-06-01', 0, 0],
    ['a transfer that nobody authorised', [movement({ type: 'transfer', from: 'PDE' })], '2023-12-31', 0, 0],
    ['a freeze', [movement({ type: 'freeze', from: 'PDE', to: null })], '2023-12-31', 0, -5_000],
    ['a carry-over and a transfer', [movement({ type: 'carryOver' }), movement({ ...authorised, index: 1 })], '2023-12-31', 10_000, -5_000],
  ])('%s, live', (_, movements, asOf, ofSf, ofPde) => {
    const bilan = openedOf(movements, asOf);
    const [sf, pde] = [bilan.find('Total SF', 'Avenants et transferts'), bilan.find('Total PDE', 'Avenants et transferts')];
    expect([sf.value, pde.value]).toEqual([ofSf, ofPde]);
    expect([sf.formula, pde.formula]).toEqual([expect.stringContaining('ENV_Mouvements[Montant]'), expect.stringContaining('ENV_Mouvements[Montant]')]);
    expect(bilan.find('Total SF', 'Ouvertes (total)').value).toBe(100_000 + ofSf);
  });
});

describe('nothing to report', () => {
  test('an empty ledger gives a whole document, live, at zero', () => {
    const bilan = bilanOf('');
    expect(bilan.find('Total PDE', 'Engagées')).toMatchObject({ value: 0, formula: expect.stringContaining('SUMIFS') as string });
    expect(bilan.find('Total PDE', 'Restantes').value).toBe(500_000);
    expect(bilan.find(VALUES, 'État').value).toBe('OK');
  });

  test('« s.o. » when nothing is allocated, never a division', () => {
    const base = withRap();
    const envelopes = base.envelopes.map((envelope) => ({ ...envelope, ceilings: { AE: null, CP: envelope.ceilings.CP } }));
    const rate = bilanOf('PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 | | | |', { convention: { ...base, envelopes } }).find('Total PDE', 'Taux');
    expect(rate).toMatchObject({ value: 's.o.', formula: expect.stringMatching(/^=IF\(D\d+<=0,"s\.o\.",ROUNDDOWN/) as string });
  });

  test('99,999 % is not 100 %', () => {
    const bilan = bilanOf('Signaux Faibles | Audit de sécurité | 1405610190 | 03/04/2023 | 99999 | | | |');
    expect(bilan.find('Total SF', 'Taux').value).toBe(0.9999);
  });
});

describe('a ledger that formulas would misread', () => {
  const clean = 'PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 | 14/04/2023 | 05/05/2023 | 600 |';
  test.each([
    ['an amount kept as text', 'PDE | Frais annexes | 1405610189 | 20/03/2023 | texte 1 000,00 | | | |', 'Engagées', 1_640, 'La ligne 3 garde son montant en texte (DON-02) ; réparez puis régénérez.'],
    ['an error in a cell', 'PDE | Frais annexes | 1405610189 | | | 02/06/2023 | 17/10/2023 | #DIV/0! |', 'Payés', 600, 'La ligne 3 contient une erreur de cellule (DON-06) ; corrigez puis régénérez.'],
    ['a payment date kept as text', 'PDE | Frais annexes | 1405610189 | | | 02/06/2023 | texte 17/10/2023 | 50 |', 'Payés', 650, 'La ligne 3 garde une date en texte (DON-02) ; réparez puis régénérez.'],
    ['a commitment of another year, its date kept as text', 'PDE | Frais annexes | 1405610189 | texte 17/10/2022 | 50 | | | |', 'Engagées', 640, 'La ligne 3 garde une date en texte (DON-02) ; réparez puis régénérez.'],
    ['an unreadable amount beside a readable one', 'PDE | Frais annexes | 1405610189 | 20/03/2023 | 50 | | | environ 20 |', 'Engagées', 640, 'La ligne 3 a un montant illisible (DON-01) ; corrigez puis régénérez.'],
    ['two fractions of a cent', 'PDE | Frais annexes | 1405610189 | 20/03/2023 | 0.004 | | | |\n PDE | Frais annexes | 1405610190 | 20/03/2023 | 0.004 | | | |', 'Engagées', 640, 'Les lignes 3 et 4 ont plus de deux décimales (DON-09) ; arrondissez puis régénérez.'],
  ])('%s: the value, and why', (_, row, heading, value, why) => {
    const bilan = bilanOf(`${clean}\n${row}`);
    const cell = bilan.find('Frais annexes', heading, PDE);
    expect([cell.value, cell.formula]).toEqual([value, undefined]);
    expect(notesOf(bilan).some((note) => note.endsWith(why))).toBe(true);
    expect(bilan.find(VALUES, 'État').value).toBe('À réparer');
  });

  test('the other figures stay live', () => {
    const bilan = bilanOf(`${clean}\n PDE | Frais annexes | 1405610189 | 20/03/2023 | texte 1 000,00 | | | |`);
    expect(bilan.find('Frais annexes', 'Payés', PDE).formula).toBeDefined();
    expect(bilan.find('Total SF', 'Engagées').formula).toBeDefined();
    expect(notesOf(bilan)).toEqual([
      'Valeur et non formule : AE engagées (PDE, Frais annexes) ; AE engagées (PDE) ; total de la liste (AE). La ligne 3 garde son montant en texte (DON-02) ; réparez puis régénérez.',
    ]);
  });

  test('an error in an amount of AE is not summed: it is neither above nor below zero', () => {
    const bilan = bilanOf(`${clean}\n PDE | Frais annexes | 1405610189 | 20/03/2023 | #DIV/0! | | | |`);
    expect(bilan.find('Frais annexes', 'Engagées', PDE)).toMatchObject({ value: 640, formula: expect.any(String) as string });
    expect(notesOf(bilan)[0]).toMatch(/^Valeur et non formule : total de la liste \(AE\)\. La ligne 3 contient une erreur/);
  });

  test('a text date inside the year changes nothing: the formula takes away what is dated outside', () => {
    const bilan = bilanOf('PDE | Frais annexes | 1405610189 | texte 17/10/2023 | 50 | | | |');
    expect(bilan.find('Frais annexes', 'Engagées', PDE)).toMatchObject({ value: 50, formula: expect.any(String) as string });
  });

  test('a total row inside the data that names the envelope would be counted', () => {
    const workbook = ledgerWorkbook(withRap(), [
      ['Objet', 'Axe ministériel 2', 'Poste de dépense', 'N° EJ', "Date d'engagement", 'Montant AE TTC'],
      ['Kakémonos', 'PDE', 'Frais annexes', '1405610188', 45_005, 640],
      ['Total', 'PDE', null, null, null, 640],
    ]);
    const bilan = new DocumentReader(documented(workbook), 'Bilan financier 2023');
    expect(bilan.find('Total PDE', 'Engagées')).toMatchObject({ value: 640, formula: undefined });
    expect(notesOf(bilan)[0]).toContain('La ligne 3 est une ligne de total ou de titre au milieu des données (DON-05)');
  });

  test('a poste that looks like a date cannot be looked for', () => {
    const bilan = bilanOf(`${clean}\n PDE | 12 mars | 1405610189 | 20/03/2023 | 50 | | | |`);
    expect(bilan.find('Sans poste (à rattacher)', 'Engagées', PDE)).toMatchObject({ value: 50, formula: undefined });
    expect(notesOf(bilan)[0]).toContain('Une formule ne peut pas chercher le texte « 12 mars »');
  });

  test('forty spellings: a formula that nobody could read is not written', () => {
    const rows = Array.from({ length: 40 }, (_, index) => `PDE | Dépense diverse ${String.fromCharCode(65 + (index % 26))}${index} b | 14056102${String(10 + index)} | 20/03/2023 | 1 | | | |`);
    const bilan = bilanOf([clean, ...rows].join('\n'));
    expect(bilan.find('Sans poste (à rattacher)', 'Engagées', PDE)).toMatchObject({ value: 40, formula: undefined });
    expect(notesOf(bilan)[0]).toContain('Trop d’orthographes différentes');
    expect(bilan.find('Total PDE', 'Engagées').formula).toBeDefined();
  });
});

describe('where the ledger is', () => {
  test('a plain range is referred to by its cells, and the document says what that costs', () => {
    const bilan = bilanOf('PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 | | | |', { isTable: false });
    expect(bilan.find('Frais annexes', 'Engagées', PDE).formula).toContain('SUMIFS(Suivi!$E$4,Suivi!$A$4,"PDE",Suivi!$B$4,');
    expect(bilan.block(NOTES).map(([text]) => String(text)).some((text) => text.includes('plage simple'))).toBe(true);
  });

  test('a ledger without payments or postes says which columns it lacks', () => {
    const workbook = ledgerWorkbook(withRap(), [
      ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE TTC'],
      ['PDE', '1405610188', 45_005, 640],
    ]);
    const bilan = new DocumentReader(documented(workbook), 'Bilan financier 2023');
    expect(bilan.find('Sans poste (à rattacher)', 'Engagées', PDE)).toMatchObject({ value: 640, formula: expect.any(String) as string });
    expect(bilan.find('Total PDE', 'Payés')).toMatchObject({ value: 0, formula: undefined });
    const notes = bilan.block(NOTES).map(([text]) => String(text));
    for (const column of ['Montant CP', 'Poste de dépense', 'Date de paiement']) expect(notes.some((note) => note.includes(column))).toBe(true);
    expect(bilan.find(VALUES, 'État').value).toBe('OK');
  });

  test('one envelope and no axe 2: every row is charged on it', () => {
    const base = withRap();
    const convention = { ...base, envelopes: base.envelopes.slice(0, 1), ceilings: { AE: null, CP: null }, imputation: base.imputation.filter((rule) => rule.envelope === null) };
    const workbook = ledgerWorkbook(convention, [
      ['Poste de dépense', 'N° EJ', "Date d'engagement", 'Montant AE TTC'],
      ['Frais annexes', '1405610188', 45_005, 640],
    ]);
    const engaged = new DocumentReader(documented(workbook), 'Bilan financier 2023').find('Total PDE', 'Engagées');
    expect(engaged.value).toBe(640);
    expect(engaged.formula).toMatch(/^=ROUND\(SUMIFS\(T_Suivi\[Montant AE TTC\],T_Suivi\[Montant AE TTC\],">0"\)/);
  });
});
