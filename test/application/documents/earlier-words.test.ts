/** A Bilan that an earlier version wrote, with its own words, is updated in place with all that the team wrote in it. */
import { planDocuments } from '../../../src/application/documents/documents';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { DocumentReader } from '../../support/readers/document-reader';
import { controlled, documented, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { typed } from '../../support/ledgers/typing';

const BILAN = 'Bilan financier 2023';
/** The words of now, by those of the earlier version. */
const EARLIER: readonly (readonly [earlier: string, now: string])[] = [
  ['Commentaires', 'Observations'],
  ['Ensemble de la convention', '2. Ensemble de la convention'],
  ['Enveloppe « Place des entreprises » (PDE)', '3. Enveloppe « Place des entreprises » (PDE)'],
  ['Enveloppe « Signaux Faibles » (SF)', '4. Enveloppe « Signaux Faibles » (SF)'],
  ['Sans poste (à rattacher)', 'Sans poste'],
  ['RAP antérieur (sans poste)', 'Restes à payer antérieurs (sans poste)'],
  ['Pour le délégataire (DGE)', '6. Signature'],
  ['Fait à :', 'Fait à Paris'],
  ['Nom et qualité :', 'La sous-directrice du pilotage, de la stratégie et de la performance'],
];
const withNoBreaks = (text: string): string => text.replace(/ ([:»])/g, '\u00a0$1').replace('« ', '«\u00a0');
const plain = (value: unknown): string => String(value).replaceAll('\u00a0', ' ');

const workbook = documented(
  ledgerWorkbook(
    convention2023(),
    `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE TTC | Service fait | Date de paiement | Montant CP
  PDE               | Frais annexes    | 1405610188 | 20/03/2023        | 640            |              |                  |`,
  ),
);

function inEarlierWords(of: WorkbookSnapshot): WorkbookSnapshot {
  const cells = new DocumentReader(of, BILAN).cells();
  const changed = EARLIER.flatMap(([earlier, now]) =>
    cells.filter(({ value }) => plain(value) === now).map(({ address }) => [address, withNoBreaks(earlier)] as const),
  );
  expect(new Set(changed.map(([, text]) => plain(text)))).toEqual(new Set(EARLIER.map(([earlier]) => earlier)));
  return typed(of, BILAN, Object.fromEntries(changed));
}

test.each`
  row                                                                       | column
  ${'Frais annexes'}                                                        | ${'I'}
  ${'Sans poste'}                                                           | ${'I'}
  ${'Restes à payer antérieurs (sans poste)'}                               | ${'I'}
  ${'Total PDE'}                                                            | ${'I'}
  ${'Fait à Paris'}                                                         | ${'B'}
  ${'La sous-directrice du pilotage, de la stratégie et de la performance'} | ${'B'}
`('what the team wrote at « $row » is kept', ({ row, column }: { readonly row: string; readonly column: string }) => {
  const placeIn = (of: WorkbookSnapshot): string =>
    new DocumentReader(of, BILAN)
      .cells()
      .find(({ value }) => plain(value) === row)!
      .address.replace('A', column);
  const place = placeIn(workbook);
  const before = typed(inEarlierWords(workbook), BILAN, { [place]: 'Vu avec le délégant' });
  const { dossier, report } = controlled(before);
  const plan = planDocuments(dossier, report, ['bilan']);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  const after = applyPlan(before, plan.value);
  expect(placeIn(after)).toBe(place);
  expect(new DocumentReader(after, BILAN).at(place).value).toBe('Vu avec le délégant');
  expect(new DocumentReader(after, BILAN).cells().some(({ value }) => plain(value) === 'Commentaires')).toBe(false);
});
