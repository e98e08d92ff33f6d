/** The Échéancier des CP of the Bilan: outstanding CP by year of payment, from the dates of the ledger. */
import { planDocuments } from '../../../src/application/documents/documents';
import { isEmptyPlan } from '../../../src/workbook/plan';
import { convention2023 } from '../../support/conventions';
import { DocumentReader } from '../../support/readers/document-reader';
import { controlled, documented, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';

const HEADINGS = [
  'Axe ministériel 2',
  'Poste de dépense',
  'N° EJ',
  "Date d'engagement",
  'Montant AE TTC',
  'Date de service fait',
  'Date de réception de la facture',
  'Date de paiement',
  'Montant CP TTC',
  'État',
].join(' | ');
const LEDGER = `
  ${HEADINGS}
  PDE            |Frais annexes    |1405610188|20/03/2023|100000|          ||          |     |Notifié
  PDE            |Frais annexes    |1405610188|          |      |02/05/2023||10/05/2023|10000|Payé
  PDE            |Frais annexes    |1405610188|          |      |20/06/2023||          |2000 |Reçu
  PDE            |Frais annexes    |1405610188|          |      |15/12/2023||          |300  |Reçu
  PDE            |Frais annexes    |1405610188|          |      |          ||15/03/2025|40   |Reçu
  PDE            |Frais annexes    |1405610188|          |      |          ||15/03/2027|5    |Reçu
  PDE            |Frais annexes    |1405610188|          |      |          ||          |7    |Reçu
  PDE            |Frais annexes    |1405610188|          |      |20/06/2023||          |9    |Projet
  Plateforme     |Frais annexes    |1405610188|          |      |20/06/2023||          |11   |Reçu
  Signaux Faibles|Audit de sécurité|1405610190|03/04/2023|9600  |          ||          |     |Notifié`;

function scheduleAt(asOf: string, ledger = LEDGER): DocumentReader {
  return new DocumentReader(documented(ledgerWorkbook(convention2023(), ledger), asOf), 'Bilan financier 2023');
}

/** Amounts of an envelope: to pay, 2023, 2024, 2025, 2026 and after, without a day. */
function rowsAt(asOf: string, ledger = LEDGER): unknown[][] {
  const rows = scheduleAt(asOf, ledger).rows();
  return rows.flatMap(([label], row) => (label === 'Échéancier des CP' ? [(rows[row + 1] ?? []).slice(0, 7)] : []));
}

const OPENING = 73_032;

test.each`
  asOf            | in2023    | in2024   | in2025   | after | why
  ${'2023-06-30'} | ${2_000}  | ${300}   | ${40}    | ${5}  | ${'20 June + 30 days is in July; 15 December + 30 days is in January'}
  ${'2023-12-31'} | ${0}      | ${2_300} | ${40}    | ${5}  | ${'what is overdue is to be paid from the next day'}
  ${'2023-03-31'} | ${12_000} | ${300}   | ${40}    | ${5}  | ${'a payment announced in May is of 2023'}
  ${'2024-12-31'} | ${0}      | ${0}     | ${2_340} | ${5}  | ${'what two years ago was due is still due'}
`('at $asOf: $why', ({ asOf, in2023, in2024, in2025, after }: Record<string, number> & { readonly asOf: string }) => {
  const [whole, pde, sf] = rowsAt(asOf);
  const toPay = OPENING + 100_000 - (asOf < '2023-05-10' ? 0 : 10_000);
  const scheduled = [in2023, in2024, in2025, after].map(Number);
  const undated = toPay - scheduled.reduce((sum, one) => sum + one, 0);
  const signed = asOf < '2023-04-03' ? 0 : 9_600;
  expect(pde).toEqual(['Place des entreprises', toPay, ...scheduled, undated]);
  expect(sf).toEqual(['Signaux Faibles', signed, 0, 0, 0, 0, signed]);
  expect(whole).toEqual(['Total', toPay + signed, ...scheduled, undated + signed]);
});

test('every period is a formula over the columns of the team', () => {
  const schedule = scheduleAt('2023-06-30');
  const cell = schedule.find(
    'Place des entreprises',
    'À payer en 2024',
    '3. Enveloppe « Place des entreprises » (PDE)',
  );
  expect(cell.inFull).toContain('SUMIFS(T_Suivi[Montant CP TTC]');
  expect(cell.inFull).toContain('T_Suivi[Date de service fait],">="&IF(DATE($B$3+1,1,1)>$B$2+1,DATE($B$3+1,1,1)-30,0)');
});

test('an invoice received after the service moves the day: the amount is a value, not counted as a fault', () => {
  const received = LEDGER.replace('|20/06/2023||          |2000 ', '|20/06/2023|10/12/2023|          |2000 ');
  const [, pde] = rowsAt('2023-06-30', received);
  expect(pde?.slice(2, 4)).toEqual([0, 2_300]);
  const schedule = scheduleAt('2023-06-30', received);
  expect(
    schedule.find('Place des entreprises', 'À payer en 2024', '3. Enveloppe « Place des entreprises » (PDE)').formula,
  ).toBeUndefined();
  expect(schedule.rows().find(([label]) => label === 'Chiffres écrits en valeurs (voir les notes)')?.[1]).toBe(0);
  const notesOf = (reader: DocumentReader): string => JSON.stringify(reader.rows()).replaceAll('\u00a0', ' ');
  const notes = [/L’échéancier a des montants en valeurs/, /Les restes à payer par EJ sont des valeurs/];
  expect(notes.map((note) => note.test(notesOf(schedule)))).toEqual([true, true]);
  expect(notes.map((note) => note.test(notesOf(scheduleAt('2023-06-30'))))).toEqual([false, true]);
});

test('generating again writes nothing', () => {
  const workbook = documented(ledgerWorkbook(convention2023(), LEDGER), '2023-06-30');
  const { dossier, report } = controlled(workbook, '2023-06-30');
  const again = planDocuments(dossier, report, ['bilan']);
  expect(again.ok && isEmptyPlan(again.value)).toBe(true);
});
