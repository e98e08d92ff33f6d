/** A forecast, or credits that are kept, as the whole text of a row with an EJ: it counts, and is in doubt (LEC-05). */
import { openDossier } from '../../../../../src/application/open-dossier';
import { controlledAt } from '../../../../../src/application/control';
import { isoDate } from '../../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../../src/workbook/cells';
import { convention2023 } from '../../../../support/conventions';
import { workbookOf } from '../../../../support/ledgers/workbook-of';

interface Texts {
  readonly label?: string;
  readonly operation?: string;
  readonly status?: string;
  readonly remark?: string;
  readonly paid?: readonly [day: number, cp: number];
  readonly ae?: number | null;
}

/** The words in doubt of one row among ordinary ones, and the euros of AE that are committed. */
function read({ label = 'Conseil', operation = 'Engagement', ae = 7000, ...texts }: Texts): string {
  const { status = null, remark = null, paid = [null, null] } = texts;
  const ordinary = (digit: number): readonly CellValue[] => [
    ...['PDE', `140551000${digit}`, 'Audit', null, 'Engagement', 44_960, 1000, 44_990, 500, null],
  ];
  const rows = [
    ['Axe ministériel 2', 'N° EJ', 'Objet', 'Statut', 'Opération', "Date d'engagement", 'Montant AE'],
    ...[ordinary(1), ordinary(2)],
    ['PDE', '1405510003', label, status, operation, ae === null ? null : 44_960, ae, ...paid, remark],
  ].map((row, at) => (at === 0 ? [...row, 'Date de paiement', 'Montant CP', 'Observations'] : row));
  const dossier = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!dossier.ok) throw new Error(dossier.failure.code);
  const { report } = controlledAt(dossier.value, isoDate('2023-11-30'));
  const doubts = report.findings.flatMap((finding) => (finding.rule === 'LEC-05' ? [finding.details.raw] : []));
  const consumed = dossier.value.ledger.rows
    .filter((row) => row.status === 'firm')
    .reduce((sum, row) => sum + (row.ae.kind === 'amount' ? row.ae.cents / 100 : 0), 0);
  return `${doubts.join()} ${consumed}`.trim();
}

test.each([
  ...['Prévision', 'Prévision fin de gestion', 'Prévisions de fin d’année 2023', 'Prévisionnel T4', 'Estimation'],
  ...['Atterrissage 2023', 'Provision', 'Provision 2023', 'Provision pour aléas', 'Réserve', 'Réserve de précaution'],
  ...['Mise en réserve', 'Aléas', 'Aléas et imprevus', 'Marge de manœuvre', 'Provision fin de gestion'],
])('« %s » as the label of an EJ', (label) => expect(read({ label })).toBe(`${label} 9000`));

test.each([
  ...[
    'Provision pour révision de prix',
    'Provision révision de prix',
    'Provision pour charges',
    'Provisions sur charges',
  ],
  ...[
    'Réserve incendie',
    'Prévision météo',
    'Projection cinéma',
    'Estimation immobilière',
    'Outil de prévision budgétaire',
  ],
  ...['Programmation', 'Réserve opérationnelle', 'Réservation de salle', 'Marge arrière', 'Formation fin de gestion'],
])('none: « %s » is bought by an EJ', (label) => expect(read({ label })).toBe('9000'));

test.each<[string, Texts, string]>([
  ['a remark', { remark: 'Prévision fin de gestion' }, 'Prévision fin de gestion 9000'],
  ['the operation', { operation: 'Prévision fin de gestion' }, 'Prévision fin de gestion 9000'],
  ['a status', { status: 'Prévision fin de gestion' }, 'Prévision fin de gestion 9000'],
  ['« Réserve » as a remark, which may be of a reception', { remark: 'Réserve' }, '9000'],
  ['a label on a notified EJ', { label: 'Provision', status: 'Notifié' }, '9000'],
  ['a label on an EJ that is paid', { label: 'Provision', paid: [44_990, 100] }, '9000'],
  ['a payment that is foreseen', { label: 'Prévision T4', ae: null, paid: [45_290, 100] }, '2000'],
])('%s', (_, texts, expected) => expect(read(texts)).toBe(expected));
