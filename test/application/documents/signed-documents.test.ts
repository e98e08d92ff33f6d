/** Cells that the user fills in where a document is signed move with their row from one generation to the next. */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { planFrozenCopies } from '../../../src/application/documents/frozen-copies';
import { planDocuments } from '../../../src/application/documents/documents';
import type { CellValue } from '../../../src/workbook/cells';
import { isEmptyPlan, type WritePlan } from '../../../src/workbook/plan';
import type { Result } from '../../../src/domain/result';
import type { Failure } from '../../../src/workbook/failure';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { DocumentReader } from '../../support/readers/document-reader';
import { controlled, documented, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { typed, withLine } from '../../support/ledgers/typing';

const BILAN = 'Bilan financier 2023';
const workbook = documented(
  ledgerWorkbook(
    convention2023(),
    `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE TTC | Service fait | Date de paiement | Montant CP
  PDE               | Frais annexes    | 1405610188 | 20/03/2023        | 640            |              |                  |`,
  ),
);

function planOn(signed: WorkbookSnapshot): Result<WritePlan, Failure> {
  const { dossier, report } = controlled(signed);
  return planDocuments(dossier, report);
}

function planned(signed: WorkbookSnapshot): WritePlan {
  const plan = planOn(signed);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  return plan.value;
}

const beside = (of: WorkbookSnapshot, label: string, column: string): string =>
  new DocumentReader(of, BILAN)
    .cells()
    .find(({ value }) => String(value).replaceAll('\u00a0', ' ') === label)!
    .address.replace('A', column);
const [name, place] = [beside(workbook, 'Prénom NOM :', 'B'), beside(workbook, 'Fait à Paris', 'I')];
const cellAt = (of: WorkbookSnapshot, address: string): CellValue | undefined =>
  new DocumentReader(of, BILAN).cells().find((cell) => cell.address === address)?.value;

test('a name and a place move with their rows', () => {
  const longer = withLine(
    typed(workbook, BILAN, { [name]: 'Mme Durand, cheffe de bureau', [place]: '=Paris' }),
    'Frais de mission',
    0,
  );
  const after = applyPlan(longer, planned(longer));
  const [nameAfter, placeAfter] = [beside(after, 'Prénom NOM :', 'B'), beside(after, 'Fait à Paris', 'I')];
  expect([nameAfter, placeAfter]).not.toEqual([name, place]);
  expect([nameAfter, placeAfter].map((address) => cellAt(after, address))).toEqual([
    'Mme Durand, cheffe de bureau',
    '=Paris',
  ]);
  expect([name, place].map((address) => cellAt(after, address))).not.toContain('Mme Durand, cheffe de bureau');
  expect(isEmptyPlan(planned(after))).toBe(true);
});

const DATE = beside(workbook, 'Le :', 'A');
const SIGNED = {
  [DATE]: 'Le : 15 décembre 2023',
  [name.replace('B', 'A')]: 'Prénom NOM : Anne MARTIN',
  [beside(workbook, 'Signature :', 'A')]: 'Signature : A. Martin',
};

test.each<[what: string, signed: WorkbookSnapshot]>([
  ['as it was', typed(workbook, BILAN, SIGNED)],
  ['a poste more', withLine(typed(workbook, BILAN, SIGNED), 'Frais de mission', 0)],
  ['other figures', typed(typed(workbook, BILAN, SIGNED), 'Suivi', { E2: 650 })],
])('what completes a line of the signature stays in it, %s', (_, signed) => {
  const plan = planned(signed);
  const after = applyPlan(signed, plan);
  const texts = new DocumentReader(after, BILAN).rows().map(([first]) => first);
  for (const text of Object.values(SIGNED)) expect(texts.filter((one) => one === text)).toHaveLength(1);
  expect(texts).not.toContain('Le\u00a0:');
  expect((plan.advice ?? []).flatMap(({ advice }) => advice.filter(({ code }) => code === 'typedOver'))).toEqual([]);
  expect(isEmptyPlan(planned(after))).toBe(true);
});

test('a frozen copy has it too', () => {
  const { dossier, report } = controlled(typed(workbook, BILAN, SIGNED));
  const plan = planFrozenCopies(dossier, report, isoDate('2024-01-05'), ['bilan']);
  if (!plan.ok) throw new Error(plan.failure.code);
  const copy = new DocumentReader(applyPlan(dossier.workbook, plan.value), 'Bilan financier (2023-12-31)');
  expect(copy.rows().map(([first]) => first)).toEqual(expect.arrayContaining(Object.values(SIGNED)));
});

test.each([
  ['a date without the colon', 'Le 15 décembre 2023', true],
  ['words of another line', 'Lettre du 3 mai', false],
])('%s', (_, text, stays) => {
  const signed = typed(workbook, BILAN, { [DATE]: text });
  const after = applyPlan(signed, planned(signed));
  expect(cellAt(after, DATE)).toBe(stays ? text : 'Le\u00a0:');
});

test('a formula would refer to other cells once moved: the refusal names its cell', () => {
  const longer = withLine(
    typed(workbook, BILAN, { [name]: { value: 'Mme Durand', formula: '=A1' } }),
    'Frais de mission',
    0,
  );
  expect(planOn(longer)).toEqual({ ok: false, failure: { code: 'occupied', sheet: BILAN, cell: name } });
});
