/** The notices: sentences, addressee, article and figures. They are written only on demand. */
import { planDocuments, type DocumentId } from '../../../src/application/documents/documents';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Convention, Movement } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import { isEmptyPlan } from '../../../src/workbook/plan';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { DocumentReader } from '../../support/readers/document-reader';
import { controlled, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';

const HEADINGS =
  "Axe ministériel 2 | Poste de dépense | N° EJ | Date d'engagement | Montant AE TTC | Date de service fait | Date de paiement | Montant CP TTC";
/** Signaux Faibles exceeds its AE by 5 000 €; PDE has enough left. */
const OVER = `${HEADINGS}
  Signaux Faibles | Audit de sécurité | 1405610190 | 03/04/2023 | 105000 | | |
  PDE             | Frais annexes     | 1405610188 | 20/03/2023 | 640    | | |
  PDE             | Frais annexes     | 1405610188 |            |        | 02/05/2023 | 05/05/2023 | 600`;
const AMENDMENT: Movement = {
  index: 0,
  date: isoDate('2023-06-01'),
  type: 'amendment',
  from: null,
  to: 'SF',
  nature: 'AE',
  amount: Euros.fromCents(20_000_00),
  reference: 'Avenant n° 1',
  authorisedBy: '',
  authorisedOn: null,
};

function noticed(
  id: DocumentId,
  changes: Partial<Convention> = {},
  ledger = OVER,
): { readonly workbook: WorkbookSnapshot; readonly text: string } {
  const before = ledgerWorkbook({ ...convention2023(), ...changes }, ledger);
  const { dossier, report } = controlled(before);
  const plan = planDocuments(dossier, report, [id]);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  const workbook = applyPlan(before, plan.value);
  const added = workbook.sheets.at(-1)?.name ?? '';
  const text = new DocumentReader(workbook, added)
    .rows()
    .map((row) => row.filter((cell) => cell !== null).join(' | '))
    .join('\n');
  return { workbook, text: text.replace(/[\u00a0\u202f]/g, ' ') };
}

test.each`
  id                 | says
  ${'insuffisance'}  | ${'Signaux Faibles : il manque 5 000,00 € en AE'}
  ${'insuffisance'}  | ${'Fondement : | convention, art. 3'}
  ${'insuffisance'}  | ${'délégataire suspendra l’exécution'}
  ${'suspension'}    | ${'Signaux Faibles : le plafond d’AE est dépassé de 5 000,00 €.'}
  ${'non-consommes'} | ${'Place des entreprises : 572 432,00 € de CP ne sont ni consommés ni réservés.'}
  ${'fongibilite'}   | ${'Place des entreprises dispose de quoi couvrir 5 000,00 € d’AE qui manquent à Signaux Faibles.'}
  ${'fongibilite'}   | ${'Fondement : | convention, art. 1.2'}
  ${'avenant'}       | ${'À : | CBCM du délégant (DGEFP) et CBCM du délégataire (DGE)'}
  ${'avenant'}       | ${'Aucun avenant n’est inscrit'}
  ${'resiliation'}   | ${'ne sont pas inscrites dans la table ENV_Convention'}
  ${'resiliation'}   | ${'Place des entreprises : 73 072,00 € engagés restent à payer.'}
`('$id has « $says »', ({ id, says }: { readonly id: DocumentId; readonly says: string }) => {
  const { text } = noticed(id);
  expect(text.replace(/\n(?=[a-zàéè(])/g, ' ')).toContain(says);
});

test('without a fault, every notice states that there is none', () => {
  const right = `${HEADINGS}\n  PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 | | |`;
  expect(noticed('insuffisance', {}, right).text).toContain('Aucune insuffisance n’est constatée à cette date.');
  expect(noticed('suspension', {}, right).text).toContain('Aucun plafond n’est dépassé à cette date');
  expect(noticed('fongibilite', {}, right).text).toContain('Aucune enveloppe n’est en insuffisance');
});

test('an amendment in force is listed with its amount and its day; one to come is not', () => {
  const movements = [AMENDMENT, { ...AMENDMENT, index: 1, date: isoDate('2024-02-01'), reference: 'Avenant n° 2' }];
  const { workbook, text } = noticed('avenant', { movements });
  const [, line] = new DocumentReader(workbook, 'Transmission avenant').block('Avenant');
  expect(line).toEqual(['Avenant n° 1', 'AE', 20_000, 45_078, 'Signaux Faibles']);
  expect(text).not.toContain('Avenant n° 2');
});

test.each`
  sent            | received        | says
  ${'2023-05-30'} | ${'2023-05-31'} | ${'Fin de la délégation le 31/08/2023.'}
  ${'2023-05-30'} | ${null}         | ${'Fin de la délégation le 30/08/2023.'}
  ${'2023-09-29'} | ${'2023-10-02'} | ${'Le préavis expire le 02/01/2024, alors que la convention prend fin le 31/12/2023 : la résiliation est sans effet.'}
`(
  'a termination received on $received takes effect three months later',
  ({ sent, received, says }: Record<string, string>) => {
    const termination = { sentOn: isoDate(sent ?? ''), receivedOn: received ? isoDate(received) : null };
    expect(noticed('resiliation', { termination }).text.replaceAll('\n', ' ')).toContain(says ?? '?');
  },
);

test('its figures are formulas, and compared with those of the product', () => {
  const notice = new DocumentReader(noticed('insuffisance').workbook, 'Avis insuffisance');
  const row = notice.rows().findIndex(([label, nature]) => label === 'Signaux Faibles' && nature === 'AE') + 1;
  expect(['C', 'D', 'E', 'G'].map((column) => notice.at(`${column}${row}`).value)).toEqual([
    100_000, 105_000, -5_000, -5_000,
  ]);
  expect(notice.at(`D${row}`).inFull).toMatch(/^=ROUND\(SUMIFS\(T_Suivi\[Montant AE TTC\]/);
  expect(notice.find('SF – AE consommés : document = Enveloppe', 'Écart').value).toBe(0);
});

test('the writings of the user are kept, and generating again writes nothing', () => {
  const { workbook } = noticed('fongibilite');
  const row = new DocumentReader(workbook, 'Demande fongibilité')
    .rows()
    .findIndex(([label]) => label === 'Justification');
  const typed = applyPlan(workbook, {
    purpose: 'repair',
    expected: [],
    steps: [
      { kind: 'setCells', sheet: 'Demande fongibilité', top: row, left: 7, cells: [[{ value: 'Audit imprévu' }]] },
    ],
  });
  const { dossier, report } = controlled(typed);
  const again = planDocuments(dossier, report, ['fongibilite']);
  expect(again.ok && isEmptyPlan(again.value)).toBe(true);
});

test.each`
  spellings | shows
  ${1}      | ${'a formula'}
  ${16}     | ${'a formula'}
  ${31}     | ${'a value, which the document says: more spellings than anybody reads'}
`(
  'an axe 2 spelt in $spellings ways: « Consommé » is $shows',
  ({ spellings, shows }: { spellings: number; shows: string }) => {
    const axes = [
      'PDE',
      ...Array.from({ length: spellings - 1 }, (_, index) => `Place${'-'.repeat(index + 1)}des entreprises`),
    ];
    const rows = axes.map((axis) => `${axis} | Frais annexes | 1405610188 | 20/03/2023 | 640 | | | | Notifié`);
    const others = [
      'PDE | Frais annexes | 1405610188 | 21/03/2023 | -40 | | | | Projet',
      'PDE | | | | 5 | | | | Annulé',
    ];
    const ledger = [`${HEADINGS} | État`, ...rows, ...others].join('\n');
    const { workbook, text } = noticed('suspension', {}, ledger);
    const { value, formula } = new DocumentReader(workbook, 'Avis suspension').find(
      'Place des entreprises',
      'Consommé',
    );
    expect([value, formula === undefined ? 'a value' : 'a formula']).toEqual([640 * spellings, shows.split(',')[0]]);
    expect(text.includes('Trop d’orthographes différentes pour une formule')).toBe(formula === undefined);
  },
);

test.each<DocumentId>(['insuffisance', 'suspension', 'non-consommes', 'fongibilite'])(
  '%s concludes nothing from figures that are not calculable',
  (id) => {
    const { text } = noticed(
      id,
      {},
      `Axe ministériel 2 | N° EJ | Date d'engagement | Montant AE TTC
      PDE | 1405610188 | 20/03/2023 | 640`,
    );
    expect(text).toContain('Les chiffres de CP ne sont pas calculables : une colonne manque au suivi.');
    expect(text).toContain('Ne peut pas être signé');
    expect(text).not.toMatch(/Aucune insuffisance|Aucun plafond n’est dépassé|Tous les crédits|Aucune enveloppe n’est/);
  },
);
