/** Remarks of people beside a row that another one replaces: they never pass to it without a sentence. */
import { planDocuments } from '../../../src/application/documents/documents';
import { describeAdvice } from '../../../src/messages/describe-advice';
import type { CellValue } from '../../../src/workbook/cells';
import type { Language } from '../../../src/messages/language';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { convention2023 } from '../../support/conventions';
import { controlled, documented, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { typed, withLine } from '../../support/ledgers/typing';
import { DocumentReader } from '../../support/readers/document-reader';

const BILAN = 'Bilan financier 2023';
const QUALITATIF = 'Bilan qualitatif 2023';
const EJ_305 = '1405512305';
/** Two EJ: 304 stays unpaid, the row of 305 has room for its payment, and the last one for another EJ. */
const workbook = documented(
  ledgerWorkbook(
    convention2023(),
    `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
  PDE               | Frais annexes    | 1405512304 | 15/02/2023        | 500        |                  |
  PDE               | Frais annexes    | 1405512305 | 15/02/2023        | 1000       |                  |
  PDE               | Frais annexes    | 1405512304 |                   |            | 15/03/2023       | 100`,
  ),
);

/** Payment of EJ 305, and commitment of EJ 306 on the next row. */
const ANOTHER_EJ = { F3: 45_061, G3: 1000, C4: '1405512306', D4: 45_061, E4: 1000, F4: null, G4: null };

/** The refusal of the documents, or what the writer is advised of them. */
function outcome(of: WorkbookSnapshot, id: 'bilan' | 'qualitatif' = 'bilan', language: Language = 'fr') {
  const { dossier, report } = controlled(of);
  const plan = planDocuments(dossier, report, [id]);
  if (!plan.ok) return plan.failure;
  const advice = (plan.value.advice ?? []).flatMap((one) => one.advice);
  return advice
    .filter(({ code }) => code === 'staysBeside')
    .map((one) => describeAdvice(one, language).replaceAll('\u00a0', ' '));
}

const rowOf = (sheet: string, label: string): number =>
  new DocumentReader(workbook, sheet).rows().findIndex(([text]) => text === label) + 1;

test('a remark on an EJ that is paid does not pass to the EJ in its place: the refusal names both', () => {
  const cell = `I${rowOf(BILAN, EJ_305)}`;
  const commented = typed(workbook, BILAN, { [cell]: 'Litige avec le titulaire : paiement suspendu' });
  expect(outcome(commented)).toEqual([]);
  expect(outcome(typed(commented, 'Suivi', ANOTHER_EJ))).toEqual({
    code: 'occupied',
    sheet: BILAN,
    cell,
    goneRow: EJ_305,
  });
});

test.each<[string, Readonly<Record<string, CellValue>>, boolean]>([
  ['a typing error corrected keeps the remark', { '%': 'Taux d’ouvertures en régions' }, true],
  ['other capitals keep it', { '%': 'TAUX D’OUVERTURE EN RÉGION' }, true],
  ['another indicator does not take it', { '%': 'Nombre de visites du site' }, false],
  ['another figure in the name is another indicator', { '%': 'Taux d’ouverture en région 2' }, false],
])('an indicator renamed in the register: %s', (_, changes, isKept) => {
  const register = new DocumentReader(workbook, 'Indicateurs et jalons');
  const [first] = register.cells().filter(({ address }) => address === 'B5');
  const named = typed(workbook, 'Indicateurs et jalons', { B5: 'Taux d’ouverture en région' });
  expect(first?.value).toBeTruthy();
  const before = documented(named);
  const row = new DocumentReader(before, QUALITATIF)
    .rows()
    .findIndex(([text]) => text === 'Taux d’ouverture en région');
  const cell = `F${row + 1}`;
  const commented = typed(before, QUALITATIF, { [cell]: 'Corse en mars' });
  const changed = typed(commented, 'Indicateurs et jalons', { B5: changes['%'] ?? null });
  const refused = { code: 'occupied', sheet: QUALITATIF, cell, goneRow: 'Taux d’ouverture en région' };
  if (isKept) expect(outcome(changed, 'qualitatif')).toEqual(expect.any(Array));
  else expect(outcome(changed, 'qualitatif')).toEqual(refused);
});

describe('a note outside the document keeps its address: the writer is advised of the rows beside it', () => {
  const row = rowOf(BILAN, EJ_305);
  const noted = typed(workbook, BILAN, { [`K${row}`]: 'à revoir avec le CBCM' });

  test('nothing while the rows do not change', () => {
    expect(outcome(noted)).toEqual([]);
    expect(outcome(typed(noted, 'Suivi', { E3: 1200 }))).toEqual([]);
  });

  test('another EJ in the place of that one', () => {
    const changed = typed(noted, 'Suivi', ANOTHER_EJ);
    expect(outcome(changed)).toEqual([
      `Reste à son adresse alors que sa ligne change : K${row}, de « 1405512305 » à « 1405512306 ». ` +
        'Après l’écriture, déplacez ce qui doit suivre sa ligne.',
    ]);
    expect(outcome(changed, 'bilan', 'en')).toEqual([
      `Stays at its address while its row changes: K${row}, from “1405512305” to “1405512306”. ` +
        'After the writing, move what should follow its row.',
    ]);
  });

  test('a poste that is added moves the rows below it', () => {
    const [sentence] = outcome(withLine(noted, 'Frais de mission', 0)) as readonly string[];
    expect(sentence).toContain(`K${row}, de « 1405512305 » à `);
  });
});

test('the remark of a poste that is renamed stays on its row, and the writer is advised of both names', () => {
  const register = new DocumentReader(workbook, 'Enveloppes et postes');
  const poste = register.cells().find(({ value }) => value === 'Frais annexes')?.address ?? '';
  const cell = new DocumentReader(workbook, BILAN).find('Frais annexes', 'Observations').address;
  const commented = typed(workbook, BILAN, { [cell]: 'Salons du printemps.' });
  expect(outcome(typed(commented, 'Enveloppes et postes', { [poste]: 'Frais divers' }))).toEqual([
    expect.stringContaining(`${cell}, de « Frais annexes » à « Frais divers »`),
  ]);
});
