/**
 * A ledger that was not read in full: operations on another sheet, an amount that cannot be read. Nothing that was read
 * differs, and that is no agreement.
 */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { chargeLedger } from '../../../src/domain/envelopes/charged-ledger';
import type { UnreadAmounts } from '../../../src/domain/envelopes/reading-facts';
import { isConclusive } from '../../../src/domain/reconciliation/conclusion';
import { reconcile, type Reconciliation } from '../../../src/domain/reconciliation/reconcile-extracts';
import { describeCoverage } from '../../../src/messages/describe-coverage';
import { convention2023 } from '../../support/conventions';
import { extractOf } from '../../support/ledgers/extract-builder';
import { ledgerOf } from '../../support/ledgers/ledger-builder';

const HEADINGS = 'imputation | axe 2 | EJ | date EJ | AE | payé le | CP | état';
const AGREED = 'juste | PDE | 1400000001 | 15/02/2023 | 1 000,00 | 15/03/2023 | 400,00 |';
const LINES = `
  mouvement  | codes | axe 2 | EJ         | date       | montant
  engagement | juste | PDE   | 1400000001 | 15/02/2023 | 1 000,00
  paiement   | juste | PDE   | 1400000001 | 15/03/2023 | 400,00`;

const PLACE: UnreadAmounts = {
  ...{ what: 'area', sheet: 'Divers', area: 'A1:D3', heading: '', rows: 2, ae: 0, cp: 0, other: 8_500_00 },
  ...{ isHidden: false, isCounted: false },
};

function reconciled(rows: readonly string[], unread: readonly UnreadAmounts[] = [], isCut = false): Reconciliation {
  const ledger = { ...ledgerOf([HEADINGS, ...rows].join('\n')), reading: { unread, inferred: [] } };
  const ignored = isCut ? [{ line: 4, reason: 'cutShort' as const, raw: '' }] : [];
  return reconcile({
    charged: chargeLedger(ledger, convention2023(), isoDate('2023-12-31')),
    extracts: [{ ...extractOf(LINES), ignored }],
  });
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ').replaceAll('’', "'");

test('all is read: the two sides agree', () => {
  const result = reconciled([AGREED]);
  expect(isConclusive(result)).toBe(true);
  expect(describeCoverage(result, 'fr')).toMatchObject({ tone: 'success', causes: [], asksForExtract: false });
});

test('a place of the workbook is not read: its rows are in no comparison', () => {
  const result = reconciled([AGREED], [PLACE]);
  const text = describeCoverage(result, 'fr');
  expect(isConclusive(result)).toBe(false);
  expect([text.tone, text.asksForExtract, plain(text.headline), ...text.causes.map(plain)]).toEqual([
    'warning',
    false,
    "Suivi lu en partie : l'accord n'est pas établi",
    "Dans le classeur, 1 endroit n'est pas lu, et n'est donc pas comparé : Divers!A1:D3, soit 8 500,00 €. Ajoutez-le au suivi, ou mettez-le de côté avec un motif.",
  ]);
});

test('several places: their sums by nature, the first ten by name', () => {
  const places = Array.from({ length: 12 }, (_, at) => ({ ...PLACE, sheet: `Mois ${at + 1}`, ae: 100_00, other: 0 }));
  const unread = [...places.slice(0, 11), { ...PLACE, sheet: 'Avoirs', cp: -50_00, other: 5_00, unreadable: 1 }];
  const [cause] = describeCoverage(reconciled([AGREED], unread), 'fr').causes.map(plain);
  expect(cause).toContain("12 endroits ne sont pas lus, et ne sont donc pas comparés : 'Mois 1'!A1:D3,");
  expect(cause).toContain("'Mois 10'!A1:D3 et 2 de plus");
  expect(cause).toContain("soit 1 100,00 € d'AE, −50,00 € de CP, 5,00 € et 1 montant illisible en tout");
});

test('rows below a Table, which count, are read', () => {
  expect(isConclusive(reconciled([AGREED], [{ ...PLACE, what: 'beside', isCounted: true }]))).toBe(true);
});

test('neither side is read in full', () => {
  const text = describeCoverage(reconciled([AGREED], [PLACE], true), 'fr');
  expect(plain(text.headline)).toBe("Suivi et extrait lus en partie : l'accord n'est pas établi");
  expect([text.causes.length, text.asksForExtract]).toEqual([2, true]);
});

test.each`
  row                                                     | isAgreed | why
  ${'juste | PDE | 1400000002 | 15/02/2023 | env. 500'}   | ${false} | ${'a commitment'}
  ${'juste | PDE | 1400000002 | | env. 500'}              | ${false} | ${'a commitment without a date counts'}
  ${'juste | PDE | 1400000002 | 15/02/2022 | env. 500'}   | ${true}  | ${'a commitment of another year'}
  ${'juste | PDE | 1400000002 | | env. 500 | | | projet'} | ${true}  | ${'a draft'}
  ${'juste | PDE | 1400000002 | | env. 500 | | | annulé'} | ${true}  | ${'a cancelled row'}
  ${'juste | PDE | 1400000001 | | | 15/03/2023 | env. 5'} | ${false} | ${'a payment'}
  ${'juste | PDE | 1400000001 | | | | env. 5'}            | ${true}  | ${'a CP that is not paid'}
  ${'juste | PDE | 1400000001 | | | 15/03/2022 | env. 5'} | ${true}  | ${'a payment of another year'}
`('an amount that cannot be read, of $why: agreement is $isAgreed', ({ row, isAgreed }) => {
  const result = reconciled([AGREED, row as string]);
  const text = describeCoverage(result, 'fr');
  expect(result.findings).toEqual([]);
  expect(isConclusive(result)).toBe(isAgreed);
  expect([text.tone, plain(text.headline), ...text.causes.map(plain)]).toEqual(
    isAgreed
      ? ['success', 'Le suivi et Chorus concordent']
      : [
          'warning',
          "Suivi lu en partie : l'accord n'est pas établi",
          "1 montant du suivi est illisible, et n'est pas comparé. Corrigez-le (DON-01), puis relancez le rapprochement.",
        ],
  );
});

test('in English', () => {
  const text = describeCoverage(reconciled([AGREED, 'juste | PDE | 1400000002 | | env. 500'], [PLACE]), 'en');
  expect([text.headline, ...text.causes].map(plain)).toEqual([
    'Ledger read in part: agreement is not established',
    'In the workbook, 1 place is not read, and so not compared: Divers!A1:D3, that is €8,500.00. Add it to the ledger, or set it aside with a reason.',
    '1 amount of the ledger cannot be read, and is not compared. Correct it (DON-01), then reconcile again.',
  ]);
});
