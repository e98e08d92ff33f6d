/**
 * LEC-01 gives the remedy of its reason: operations that the ledger lacks are added to it, copies are set aside, since
 * they would count twice, and what is neither committed nor paid is entered once it is. Serial 45000 is 15/03/2023.
 */
import { describeFinding } from '../../../src/messages/describe-finding';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { controlled } from '../../support/ledgers/ledger-workbook';
import { workbookOf } from '../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

const LEDGER: Rows = [
  ['Enveloppe', 'N° EJ', 'Date EJ', 'Fournisseur', 'Montant AE', 'Date de paiement', 'Montant CP'],
  ['PDE', '1405512301', 45000, 'Octo', 1000, 45040, 400],
  ['PDE', '1405512302', 45001, 'Wave', 2000, 45041, 500],
  ['PDE', '1405512303', 45002, 'Malt', 3000, 45042, 600],
  ['PDE', '1405512304', 45003, 'Octo', 4000, null, null],
];
const NUMBERED = ['N° EJ', 'Date', 'Montant'];

/** The findings LEC-01 of another sheet beside the ledger. */
function unread(name: string, rows: Rows): readonly string[] {
  const convention = convention2023();
  const workbook = workbookOf({ name: 'Suivi', rows: LEDGER }, { name, rows });
  const { report } = controlled(workbook, '2023-12-31', convention);
  return report.findings.flatMap((finding) =>
    finding.rule === 'LEC-01' ? [plain(describeFinding(finding, convention, 'fr').message)] : [],
  );
}

const PAID = ['1405512301', 45030, 400];
const NOT_PAID = ['1405512304', 45030, 700];

test.each<[string, Rows, string]>([
  ['Suivi (2)', LEDGER, 'Mettez cette plage de côté comme copie : rattachée, elle compterait deux fois.'],
  ['Archives', [LEDGER[0]!, ['PDE', '1405512309', 45000, 'Octo', 900, null, null]], 'rattachez-la si ses opérations'],
  ['Mandatements', [NUMBERED, PAID, NOT_PAID], 'Saisissez dans le suivi ce qui est engagé ou payé'],
  ['Services faits', [NUMBERED, NOT_PAID], 'Saisissez dans le suivi ce qui est engagé ou payé'],
  ['CP à payer', [NUMBERED, NOT_PAID], 'Saisissez dans le suivi ce qui est engagé ou payé'],
  [
    'Achats',
    [
      ['Achat', 'Montant'],
      ['Chaises', 70],
    ],
    'Si ce sont des dépenses, saisissez-les',
  ],
])('%s', (name, rows, remedy) => {
  const [message = '', ...others] = unread(name, rows);
  expect(others).toEqual([]);
  expect(message).toContain(remedy);
});

const CONTRACTS = ['N° marché', 'Titulaire', 'Date de notification'];

test.each([
  'Montant maximum',
  'Montant maxi',
  'Maximum du marché',
  'Montant max HT',
  'Plafond du marché (k€)',
  'Montant max. en k€',
])('« %s » of the contracts commits nothing: an order does', (heading) => {
  expect(
    unread('Marchés', [
      [...CONTRACTS, heading],
      ['2023-01', 'Octo', 44900, 400_000],
    ]),
  ).toEqual([]);
});

test('a firm minimum is committed: it is reported', () => {
  const rows = [
    [...CONTRACTS, 'Montant minimum', 'Montant maximum'],
    ['2023-01', 'Octo', 44900, 10_000, 400_000],
  ];
  const [message = ''] = unread('Marchés', rows);
  expect(message).toContain('10 000,00 €');
  expect(message).not.toContain('400 000,00 €');
});

function plain(sentence: string): string {
  return sentence.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, "'");
}

const SPENT: Rows = [
  ['Fournisseur', 'Montant'],
  ['Colibri', 1200],
];

test.each(['Subventions', 'Reliquats 2022', 'Marchés', 'Recettes', 'DITP', 'Autres conventions', 'RAP 2022'])(
  '« %s » is perhaps no part of the ledger: only what is missing in it is to be entered',
  (name) => {
    const [message = '', ...others] = unread(name, SPENT);
    expect(others).toEqual([]);
    expect(message).toContain("Saisissez dans le suivi ce qui est engagé ou payé et n'y est pas");
  },
);

test.each(['Achats', 'Dépenses', 'Suite', 'Engagements', 'Exercice 2022'])(
  '« %s » may be added to the ledger',
  (name) => {
    expect(unread(name, SPENT)[0]).toContain('Rattachez cette plage au suivi');
  },
);
