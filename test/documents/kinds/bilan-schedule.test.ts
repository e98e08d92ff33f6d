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

describe('EJ by EJ', () => {
  const LATER = `
    ${HEADINGS}
    PDE            |Frais annexes    |1405610188|20/03/2023|60000   |          ||          |        |Notifié
    PDE            |Frais annexes    |1405610188|          |        |10/04/2023||10/05/2023|10000   |Payé
    PDE            |Frais annexes    |1405610189|15/01/2024|30000   |          ||          |        |Notifié
    PDE            |Frais annexes    |1405610189|          |        |01/03/2024||20/03/2024|30000   |Payé
    Signaux Faibles|Audit de sécurité|1405610190|05/01/2023|60000   |          ||          |        |Notifié
    Signaux Faibles|Audit de sécurité|1405610190|          |        |01/12/2023||31/12/2023|15000   |Payé
    Signaux Faibles|Audit de sécurité|1405610191|01/07/2023|45000.01|          ||          |        |Notifié
    Signaux Faibles|Audit de sécurité|1405610191|          |        |01/08/2023||20/08/2023|45000.02|Payé`;
  const above = (asOf: string, ledger: string): unknown[] => {
    const rows = scheduleAt(asOf, ledger).rows();
    return rows.flatMap(([label], row) => (label === 'Échéancier des CP' ? [rows[row + 1]?.[7]] : []));
  };

  test('a payment on an EJ that is signed later pays nothing of what is owed', () => {
    const [, pde, sf] = rowsAt('2023-12-31', LATER);
    const owed = OPENING + 50_000;
    expect(pde).toEqual(['Place des entreprises', owed, 0, 0, 0, 0, owed]);
    expect(sf).toEqual(['Signaux Faibles', 44_999.99, 0, 0, 0, 0, 45_000]);
    expect(above('2023-12-31', LATER)).toEqual([30_000, 30_000, 0]);
    const [, , early] = rowsAt('2023-03-31', LATER);
    expect(early).toEqual(['Signaux Faibles', 60_000, 15_000, 0, 0, 0, 45_000]);
    expect(above('2023-03-31', LATER)).toEqual([75_000.02, 30_000, 45_000.02]);
  });

  test('its cells are formulas over the EJ of the list: the same payment typed later is above them too', () => {
    const schedule = scheduleAt('2023-12-31', LATER);
    const of = (heading: string): string | undefined =>
      schedule.find('Place des entreprises', heading, '3. Enveloppe « Place des entreprises » (PDE)').inFull;
    const list = schedule.rows().findIndex(([label]) => label === 'Restes à payer par EJ') + 1;
    const ejs = `$A$${list + 1}:$A$${list + 2}`;
    expect(of('À payer en 2024')).toContain(`T_Suivi[N° EJ],${ejs}`);
    expect(of('Paiements prévus au-delà des EJ')).not.toContain('T_Suivi[N° EJ]');
    expect(of('Sans échéance connue')).toMatch(/^=ROUND\(B\d+-SUMIF\(E\d+:E\d+,"<0"\)-SUM\(C\d+:F\d+\),2\)$/);
    const controls = schedule.rows().filter(([label]) => String(label).includes('échéancier des CP'));
    expect(controls.map((row) => row.at(-1))).toEqual(['Conforme', 'Conforme']);
  });

  test('what is to be paid above its EJ is in no year, and the amount is a value', () => {
    const more = `${LATER}
      PDE|Frais annexes|1405610188||   |01/02/2024||10/03/2024|20000|Reçu
      PDE|Frais annexes|1405610188||   |01/02/2025||10/03/2025|40000|Reçu`;
    const [, pde] = rowsAt('2023-12-31', more);
    expect(pde).toEqual(['Place des entreprises', OPENING + 50_000, 0, 20_000, 30_000, 0, OPENING]);
    expect(above('2023-12-31', more)[1]).toBe(40_000);
  });

  test('a payment on an EJ that nothing commits draws on the earlier EJ that nothing names; one without EJ does not', () => {
    const more = `${LATER}
      PDE|Frais annexes|1405610199||   |01/02/2024||10/03/2024|70000|Reçu
      PDE|Frais annexes|1405610198||   |01/02/2024||10/03/2024|5000 |Reçu
      PDE|Frais annexes|          ||   |01/02/2024||10/03/2024|7    |Reçu`;
    const [, pde] = rowsAt('2023-12-31', more);
    expect(pde).toEqual(['Place des entreprises', OPENING + 50_000, 0, OPENING, 0, 0, 50_000]);
    expect(above('2023-12-31', more)[1]).toBe(30_000 + 75_000 - OPENING + 7);
  });
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
