/**
 * Lists of operations that could be taken for a summary, a price list, a pivot or the data of a chart: each is reported
 * (LEC-01), or read as a part of the ledger. And the summaries that are no finding.
 */
import { openDossier } from '../../../src/application/open-dossier';
import { parseArea, type CellValue } from '../../../src/workbook/cells';
import { formulaKey, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';

const DAY = 45_000;

interface Given {
  readonly name?: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly hidden?: true;
  /** Cell → formula. */
  readonly formulas?: Readonly<Record<string, string>>;
}

function workbookWith({ name = 'Autre', rows, hidden, formulas = {} }: Given): WorkbookSnapshot {
  const workbook = workbookOf(
    {
      name: 'Suivi',
      rows: [
        ['N° EJ', 'Objet', 'Axe ministériel 2', "Date d'engagement", 'Montant AE', 'Date de paiement', 'Montant CP'],
        ['1405512301', 'Marché 1', 'PDE', DAY, 10_000, DAY + 40, 4_000],
        ['1405512302', 'Marché 2', 'PDE', DAY + 3, 20_000, DAY + 50, 5_000],
        ['1405512303', 'Marché 3', 'PDE', DAY + 9, 30_000, null, null],
      ],
    },
    { name, rows, ...(hidden && { hidden }) },
  );
  const keys = Object.entries(formulas).map(([address, formula]): [number, string] => {
    const { top = 0, left = 0 } = parseArea(address) ?? {};
    return [formulaKey(top, left), formula];
  });
  const sheets = workbook.sheets.map((sheet) => (sheet.name === name ? { ...sheet, formulas: new Map(keys) } : sheet));
  return { ...workbook, sheets };
}

/** The sums of the sheet, in euros, by role. */
function outcome(given: Given): string {
  const workbook = workbookWith(given);
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) return opened.failure.code;
  const { account, ledger } = opened.value;
  const sheet = given.name ?? 'Autre';
  const roles = [...new Set(account.filter((entry) => entry.sheet === sheet).map(({ role }) => role))];
  const found = (ledger.reading?.unread ?? []).filter((unread) => unread.sheet === sheet);
  const sum = found.reduce((cents, { ae, cp, other }) => cents + ae + cp + other, 0);
  return found.length > 0 ? `LEC ${sum / 100}` : roles.includes('ledger') ? 'ledger' : `silent: ${roles.join(', ')}`;
}

const OPERATIONS: Readonly<Record<string, Given>> = {
  'postes, with amounts of no row and no annex': {
    rows: [
      ['Poste', 'Engagé', 'Payé'],
      ['Frais annexes', 700, 300],
      ['Outils de production', 800, 200.5],
    ],
  },
  'purchases, a blank column away from their amounts': {
    rows: [
      ['Objet', 'Fournisseur', null, 'Montant'],
      ['Chaises', 'UGAP', null, 700],
      ['Livres', 'Fnac', null, 300.5],
    ],
  },
  'a form of one EJ, its headings on the left': {
    rows: [
      ['N° EJ', '1405512309'],
      ['Enveloppe', 'PDE'],
      ['Date de l’EJ', DAY],
      ['Montant engagé', 20_000.5],
    ],
  },
  'payments without headings, dated by serial numbers': {
    rows: [
      ['Payé à Hermine', DAY, 12_000],
      ['Payé à Ondine', DAY + 36, 8_000.5],
    ],
  },
  'amounts under « Révision », which is no « Prévision »': {
    rows: [
      ['N° EJ', 'Objet', 'Révision TTC'],
      ['1405512301', 'Marché 1', 500],
      ['1405512302', 'Marché 2', 300],
    ],
  },
  'a copy whose first section has its title in the column of the amounts, under a title that speaks of credits': {
    name: 'Archive',
    rows: [
      ['Suivi des crédits délégués', null, null],
      ['Montant', 'N° EJ', 'AE/CP'],
      ['PDE', null, null],
      [10_000, '1405512301', 'AE'],
      [4_000, '1405512301', 'CP'],
    ],
  },
  'suppliers, amounts and dates typed as text': {
    rows: [
      ['Fournisseur', 'Réglé le', 'Somme'],
      ['Hermine', '12/03/2023', '1 200,00 €'],
      ['Ondine', '15/04/2023', '800,00 €'],
    ],
  },
  'amounts as text without a heading that names money': {
    rows: [
      ['Qui', 'Quand', 'Combien'],
      ['Hermine', '12/03/2023', '1200,00 €'],
      ['Ondine', '15/04/2023', '800,00 €'],
    ],
  },
  'numbers without a heading that names money': {
    rows: [
      ['Qui', 'Quand', 'Combien'],
      ['Hermine', '12/03/2023', 1200],
      ['Ondine', '15/04/2023', 800],
    ],
  },
  'small whole amounts': {
    rows: [
      ['EJ', 'Titulaire', 'Valeur'],
      ['1405519901', 'Hermine', 90],
      ['1405519902', 'Ondine', 75],
    ],
  },
  'amounts that look like dates': {
    rows: [
      ['EJ', 'Titulaire', 'Valeur'],
      ['1405519901', 'Hermine', 45_000],
      ['1405519902', 'Ondine', 44_000],
      ['1405519903', 'Ondine', 44_500],
    ],
  },
  'amounts that look like years': {
    rows: [
      ['EJ', 'Titulaire', 'Valeur'],
      ['1405519901', 'Hermine', 2000],
      ['1405519902', 'Ondine', 2010],
    ],
  },
  'months as rows, with suppliers': {
    rows: [
      ['Mois', 'Fournisseur', 'Payé'],
      ['janvier 2023', 'Hermine', 1200],
      ['février 2023', 'Ondine', 800],
    ],
  },
  'operations without EJ, with an envelope': {
    rows: [
      ['Enveloppe', 'Objet', 'Coût'],
      ['PDE', 'Étude', 1200],
      ['Signaux Faibles', 'Licences', 800],
    ],
  },
  'operations without EJ, with an envelope, object under another word': {
    rows: [
      ['Enveloppe', 'Quoi', 'Coût'],
      ['PDE', 'Étude', 1200],
      ['Signaux Faibles', 'Licences', 800],
    ],
  },
  'DP on a hidden sheet': {
    hidden: true,
    rows: [
      ['DP', 'Somme'],
      ['0100000123', 1200],
      ['0100000124', 800],
    ],
  },
  'DP as numbers': {
    rows: [
      ['Demande de paiement', 'Tiers', 'Somme'],
      [100_000_123, 'Hermine', 1200],
      [100_000_124, 'Ondine', 800],
    ],
  },
  'amounts that are formulas over their own row': {
    rows: [
      ['EJ', 'Jours', 'Total TTC'],
      ['1405519901', 10, 1200],
      ['1405519902', 12, 1440],
    ],
    formulas: { C2: '=B2*100*1.2', C3: '=B3*100*1.2' },
  },
  'only amounts without tax': {
    rows: [
      ['EJ', 'Titulaire', 'Montant HT'],
      ['1405519901', 'Hermine', 1200],
      ['1405519902', 'Ondine', 800],
    ],
  },
  'amounts TTC computed from HT': {
    rows: [
      ['EJ', 'Titulaire', 'Montant HT', 'Montant TTC'],
      ['1405519901', 'Hermine', 1000, 1200],
      ['1405519902', 'Ondine', 2000, 2400],
    ],
    formulas: { D2: '=C2*1.2', D3: '=C3*1.2' },
  },
  'amounts looked up in a price list': {
    rows: [
      ['EJ', 'Commandé le', 'Article', 'Somme'],
      ['1405519901', DAY, 'A', 1000],
      ['1405519902', DAY + 2, 'B', 2000],
    ],
    formulas: { D2: '=VLOOKUP(C2,Tarifs!A:B,2,FALSE)', D3: '=VLOOKUP(C3,Tarifs!A:B,2,FALSE)' },
  },
  'dates at month ends': {
    rows: [
      ['Fournisseur', 'Date', 'Montant'],
      ['Hermine', 44_957, 1200],
      ['Ondine', 44_985, 800],
    ],
  },
  'one row': {
    rows: [
      ['EJ', 'Montant'],
      ['1405519901', 1200],
    ],
  },
  'rows that begin with the words of a total': {
    rows: [
      ['Nature', 'EJ', 'Montant'],
      ['Solde', '1405519901', 1200],
      ['Solde', '1405519902', 800],
    ],
  },
  'credits and balances, dated': {
    rows: [
      ['Objet', 'Date', 'Montant'],
      ['Solde du marché', '12/03/2023', 1200],
      ['Report de 2022', '15/04/2023', 800],
    ],
  },
  'a list under « Somme de »': {
    rows: [
      ['Somme de la commande', 'EJ'],
      [1200, '1405519901'],
      [800, '1405519902'],
    ],
  },
  'a copy of the ledger with other amounts, on a sheet of archives': {
    name: 'Archives',
    rows: [
      ['N° EJ', 'Objet', 'Axe ministériel 2', "Date d'engagement", 'Montant AE'],
      ['1405519901', 'Marché 7', 'PDE', DAY, 1200],
      ['1405519902', 'Marché 8', 'PDE', DAY, 800],
    ],
  },
  'an archive whose amounts are formulas over their own row': {
    name: 'Archives',
    rows: [
      ['N° EJ', 'Objet', 'Axe ministériel 2', "Date d'engagement", 'Montant AE', 'Jours'],
      ['1405519901', 'Marché 7', 'PDE', DAY, 1200, 10],
      ['1405519902', 'Marché 8', 'PDE', DAY, 800, 12],
    ],
    formulas: { E2: '=F2*120', E3: '=F3*100' },
  },
  'operations by poste, without another word': {
    rows: [
      ['Poste de dépense', 'Titulaire', 'Somme'],
      ['Frais annexes', 'Hermine', 1200],
      ['Frais annexes', 'Ondine', 800],
    ],
  },
  'a list without headings': {
    rows: [
      ['1405519901', 'Hermine', 1200],
      ['1405519902', 'Ondine', 800],
    ],
  },
  'amounts computed from a rate above the table': {
    rows: [
      ['Taux', 1.2, null],
      ['EJ', 'Titulaire', 'Somme TTC'],
      ['1405519901', 'Hermine', 1200],
      ['1405519902', 'Ondine', 2400],
    ],
    formulas: { C3: '=1000*$B$1', C4: '=2000*$B$1' },
  },
  invoices: {
    rows: [
      ['N° facture', 'Montant'],
      ['F-2023-118', 1200],
      ['F-2023-119', 800],
    ],
  },
  'who was paid for what': {
    rows: [
      ['Titulaire', 'Objet', 'Payé'],
      ['Hermine', 'Étude', 1200],
      ['Ondine', 'Licences', 800],
    ],
  },
};

const OTHERS: Readonly<Record<string, Given>> = {
  'postes, with what the annex gives them': {
    rows: [
      ['Poste', 'AE', 'CP'],
      ['Frais annexes', 2065, 2065],
    ],
  },
  'postes under the title of a summary': {
    name: 'Synthèse',
    rows: [
      ['Poste', 'Engagé', 'Payé'],
      ['Frais annexes', 700, 300],
    ],
  },
  'prices, a blank column away from their profiles': {
    rows: [
      ['Profil', null, 'Prix unitaire', null, 'Quantité'],
      ['Chef de projet', null, 900, null, 10],
      ['Développeur', null, 700, null, 20],
    ],
  },
  'a cover sheet with its codes': {
    rows: [
      ['Convention', 'DGEFP – DGE'],
      ['Centre financier', '0103-CEFP-C002'],
      ['Date de signature', DAY],
      ['Montant AE', 500_000],
    ],
  },
  'a price list': {
    rows: [
      ['Prestation', 'Montant TTC'],
      ['Jour de conseil', 1200],
      ['Jour de formation', 800],
    ],
  },
  'the data of a chart, by month': {
    rows: [
      ['Mois', 'Engagé'],
      [44_927, 10_000],
      [44_958, 20_000],
    ],
  },
  'a summary by envelope': {
    rows: [
      ['Enveloppe', 'Engagé', 'Payé'],
      ['PDE', 60_000, 9_000],
      ['Signaux Faibles', 0, 0],
      ['Total', 60_000, 9_000],
    ],
  },
  'a summary by EJ computed from the ledger': {
    rows: [
      ['EJ', 'Engagé', 'Payé', 'Reste'],
      ['1405512301', 10_000, 4_000, 6_000],
      ['1405512302', 20_000, 5_000, 15_000],
    ],
    formulas: {
      ...{ B2: '=SUMIFS(Suivi!E:E,Suivi!A:A,A2)', C2: '=SUMIFS(Suivi!G:G,Suivi!A:A,A2)', D2: '=B2-C2' },
      ...{ B3: '=SUMIFS(Suivi!E:E,Suivi!A:A,A3)', C3: '=SUMIFS(Suivi!G:G,Suivi!A:A,A3)', D3: '=B3-C3' },
    },
  },
  'a pivot table': {
    rows: [
      ['Étiquettes de lignes', 'Somme de Montant AE'],
      ['1405512301', 10_000],
      ['1405512302', 20_000],
      ['Total général', 30_000],
    ],
  },
  'what is left of each EJ, computed beside its looked up sums': {
    rows: [
      ['EJ', 'Solde engagé', 'Date'],
      ['1405512301', 6_000, DAY],
      ['1405512302', 15_000, DAY + 3],
    ],
    formulas: { B2: "=SUMIFS('Suivi'!E:E,'Suivi'!A:A,A2)", B3: '=SUMIFS(Suivi!$E$2:$E$4,Suivi!$A$2:$A$4,A3)' },
  },
  'a monthly summary with comments': {
    rows: [
      ['Mois', 'Engagé', 'Observations'],
      [44_927, 10_000, 'Marché 1'],
      [44_958, 20_000, 'Marché 2'],
    ],
  },
  'credits and what is left of them': {
    rows: [
      ['Crédits ouverts', 500_000],
      ['Consommé', 60_000],
      ['Reste disponible', 440_000],
    ],
  },
};

test.each(Object.entries(OPERATIONS))('%s: not silent', (_, given) => {
  expect(outcome(given)).not.toMatch(/^silent/);
});

test.each(Object.entries(OTHERS))('%s: no finding', (_, given) => {
  expect(outcome(given)).toMatch(/^silent/);
});
