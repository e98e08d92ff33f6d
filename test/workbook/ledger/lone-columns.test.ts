/** Columns whose heading names no field, and that alone can be one that the table lacks. Serial 45000 is 15/03/2023. */
import { openDossier } from '../../../src/application/open-dossier';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023, conventionNamed } from '../../support/conventions';
import { controlled } from '../../support/ledgers/ledger-workbook';
import { workbookOf } from '../../support/ledgers/workbook-of';

const DAYS = [45000, 45010, 45020];

/** A ledger of three rows: each column is a heading and its cells. */
function ledger(...columns: readonly (readonly [string, readonly CellValue[]])[]): readonly (readonly CellValue[])[] {
  const all = [
    ['Enveloppe', ['PDE', 'PDE', 'SF']],
    ['N° EJ', ['1405512301', '1405512302', '1405512303']],
    ...columns,
  ] as const;
  return [all.map(([heading]) => heading), ...[0, 1, 2].map((row) => all.map(([, cells]) => cells[row] ?? null))];
}

/** The heading of each field of the ledger. */
function headingsOf(rows: readonly (readonly CellValue[])[]): Record<string, string> {
  const dossier = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!dossier.ok) throw new Error(dossier.failure.code);
  return Object.fromEntries(
    dossier.value.blocks.flatMap(({ columns }) => [...columns.values()].map(({ field, heading }) => [field, heading])),
  );
}

test('a poste near a word of status, under a label of total, is a poste: « Soutien » is not « soumis »', () => {
  const convention = conventionNamed('mildeca-dga-2023');
  const rows = [
    ['Enveloppe', 'N° EJ', 'Poste', 'Date EJ', 'Montant AE'],
    ['SSF', '1405512301', 'Soutien à la mer', 45350, 53.2],
    ['SSF', '1405512301', 'Soutien à la mer', 45355, -17.5],
    [null, null, 'Cumul au 31/12/2024', null, 35.7],
  ];
  const dossier = openDossier(workbookOf({ name: 'Suivi', rows }), { convention });
  expect(dossier.ok && dossier.value.blocks.map(({ columns }) => columns.has('status'))).toEqual([false]);
});

const AE = ['Montant AE', [100, 200, 300]] as const;
const CP = ['Montant CP', [10, 20, 30]] as const;
const SIGNED = ['Date EJ', DAYS] as const;
const PAID = ['Payé le', DAYS] as const;

test.each(['Date notif. EJ', 'Dt EJ', 'Notifiée le', 'Date de la commande', 'Date signature', 'Date envoi de l’EJ'])(
  '« %s » dates the commitments of a table without another date for them',
  (heading) => {
    expect(headingsOf(ledger(AE, [heading, DAYS]))).toMatchObject({ commitmentDate: heading });
  },
);

test.each(['Mis en paiement le', 'Dt paiement effectif', 'Date de valeur', 'Date virement', 'Date réelle de paiement'])(
  '« %s » dates the payments',
  (heading) => {
    expect(headingsOf(ledger(AE, SIGNED, CP, [heading, DAYS]))).toMatchObject({ paymentDate: heading });
  },
);

test('two columns that may be the same date are left to the user', () => {
  const rows = ledger(AE, SIGNED, CP, ['Paiement vu le', DAYS], ['Paiement pointé le', DAYS]);
  expect(headingsOf(rows)).not.toHaveProperty('paymentDate');
});

test.each(['Date limite de paiement', 'Date de transmission de la DP', 'Délai de paiement', 'Date de facture'])(
  '« %s » is no payment date, although there is no other',
  (heading) => {
    expect(headingsOf(ledger(AE, SIGNED, CP, [heading, DAYS]))).not.toHaveProperty('paymentDate');
  },
);

test.each([
  ...[
    'Date théorique de paiement',
    'Paiement attendu',
    'Paiement planifié',
    'Paiement souhaité',
    'Date cible paiement',
  ],
  ...['Date indicative de paiement', 'Paiement prévisible', 'Date de paiement contractuelle', 'Paiement exigible le'],
  ...['Date de paiement au plus tard', 'Expected payment date', 'Payment due date', 'Paiements projetés'],
])('« %s » announces a payment, which counts once it has a day: the CP are not calculable', (heading) => {
  const rows = ledger(AE, SIGNED, CP, [heading, DAYS]);
  expect(headingsOf(rows)).not.toHaveProperty('paymentDate');
  const { report } = controlled(workbookOf({ name: 'Suivi', rows }), '2023-12-31', convention2023());
  const missing = report.findings.flatMap(({ details }) => ('missing' in details ? [details.missing] : []));
  expect(missing).toContain('paymentDate');
});

test.each(['Date pmt', 'Pmt date', 'Date rgt', 'Date pai', 'Date paiement DRFiP', 'Date de paiement effective'])(
  'beside an announced day, « %s » is that of the payments',
  (heading) => {
    const rows = ledger(AE, SIGNED, CP, ['Paiement attendu', DAYS], [heading, DAYS]);
    expect(headingsOf(rows)).toMatchObject({ paymentDate: heading });
  },
);

test('amounts that are expected are neither committed nor paid', () => {
  expect(headingsOf(ledger(AE, SIGNED, PAID, ['CP attendus', [1, 2, 3]]))).not.toHaveProperty('cp');
});

test('amounts beside a payment date are paid, and amounts beside a date of commitment are committed', () => {
  expect(headingsOf(ledger(AE, SIGNED, PAID, ['Montant total', [1, 2, 3]]))).toMatchObject({ cp: 'Montant total' });
  expect(headingsOf(ledger(AE, SIGNED, PAID, ['Reste', [1, 2, 3]]))).not.toHaveProperty('cp');
});

test.each(['État de la ligne', 'Suivi', 'Où en est-on', 'Phase', 'Type', 'Nature', 'Observations'])(
  'words of status under « %s » are the status: a project and a cancelled order are not firm',
  (heading) => {
    const rows = ledger(AE, SIGNED, CP, PAID, [heading, ['Notifié', 'Projet', 'Annulé']]);
    expect(headingsOf(rows)).toMatchObject({ status: heading });
  },
);

test.each([
  ['Observations', ['Notifié', 'Projet', 'voir le courriel du 12']],
  ['Annexe', ['Notifié', 'Payé', 'Payé']],
  ['Reçu', ['oui', 'non', 'oui']],
])('remarks, answers and words that change no row are no status: « %s »', (heading, words) => {
  expect(headingsOf(ledger(AE, SIGNED, CP, PAID, [heading, words]))).not.toHaveProperty('status');
});

test('words of operations are the operation: « Annulation » lowers, and drops no row', () => {
  const rows = ledger(AE, SIGNED, CP, PAID, ['Mvt', ['Engagement', 'Paiement', 'Annulation']]);
  expect(headingsOf(rows)).toMatchObject({ operation: 'Mvt' });
});

test('numbers of EJ, envelopes and postes are known by their values, whatever the heading', () => {
  const rows = [
    ['Dossier suivi par', 'Pour', 'Sous-total de', 'AE', 'Date EJ'],
    ['1405512301', 'PDE', 'Frais annexes', 100, 45000],
    ['1405512302', 'PDE', 'Frais annexes', 100, 45000],
    ['1405512303', 'SF', 'Frais annexes', 100, 45000],
  ];
  expect(headingsOf(rows)).toMatchObject({ ejNumber: 'Dossier suivi par', ministerialAxis2: 'Pour' });
});

test('commitments without a date beside dates that may be theirs: their figures are not calculable', () => {
  const findings = (heading: string) => {
    const rows = ledger(AE, [heading, DAYS]);
    const { report } = controlled(workbookOf({ name: 'Suivi', rows }), '2023-12-31', convention2023());
    return report.findings.flatMap(({ rule, details }) =>
      rule === 'LEC-04' && 'missing' in details ? [details.missing] : [],
    );
  };
  expect(findings('Date de mise à jour')).toContain('commitmentDate');
  expect(findings('Date de facture')).not.toContain('commitmentDate');
});

test('journals side by side have their own date each, and « Responsable » under an envelope names none', () => {
  const journal = ['Date', 'N° EJ', 'Responsable', 'AE/CP', 'Mt'];
  const rows = [
    ['Enveloppe PDE', null, null, null, null, null, 'Enveloppe SF'],
    [...journal, null, ...journal],
    [45000, '1405512301', 'A. B.', 'AE', 100, null, 45010, '1405512302', 'C. D.', 'AE', 50],
    [45020, '1405512301', 'A. B.', 'CP', 40, null, 45030, '1405512302', 'C. D.', 'CP', 20],
  ];
  const dossier = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!dossier.ok) throw new Error(dossier.failure.code);
  const read = dossier.value.ledger.rows.map(({ ae, cp, commitmentDate, paymentDate }) =>
    [ae, commitmentDate, cp, paymentDate].map((one) => ('raw' in one ? one.raw : '')).join(' | '),
  );
  expect(read).toEqual(['100 | 45000 |  | ', ' |  | 40 | 45020', '50 | 45010 |  | ', ' |  | 20 | 45030']);
  expect(dossier.value.blocks.map(({ columns }) => columns.get('ministerialAxis2')?.heading)).toEqual([
    undefined,
    undefined,
  ]);
});

test('the year of an amount is no part of it because of a summary beside the ledger', () => {
  const rows = [
    ['Enveloppe', 'N° EJ', 'Date EJ', 'AE 2023', null, 'Enveloppe', 'Crédits AE'],
    ['PDE', '1405512301', 45000, 100, null, 'PDE', 500_000],
  ];
  expect(headingsOf(rows)).toMatchObject({ ae: 'AE 2023' });
});

test('a row of filters above group titles is no row of headings', () => {
  const rows = [
    ['Filtre :', '(Tous)'],
    [null, null, 'Engagement', null, null, 'Paiement'],
    ['Opération', 'Enveloppe', 'N°', 'Date', 'Montant', 'N°', 'Date', 'Montant'],
    ['EJ', 'PDE', '1405512301', 45000, 100],
    ['DP', 'PDE', '1405512301', null, null, '0100000001', 45010, 40],
  ];
  expect(headingsOf(rows)).toMatchObject({ ae: 'Engagement Montant', cp: 'Paiement Montant' });
});
