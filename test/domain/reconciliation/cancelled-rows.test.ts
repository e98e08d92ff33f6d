/** An operation that Chorus has and that the ledger cancelled: CHO-02 is at its row, and asks which of both is right. */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Finding } from '../../../src/domain/controls/findings/finding';
import { chargeLedger } from '../../../src/domain/envelopes/charged-ledger';
import { reconcile } from '../../../src/domain/reconciliation/reconcile-extracts';
import { describeFinding } from '../../../src/messages/describe-finding';
import { convention2023 } from '../../support/conventions';
import { extractOf } from '../../support/ledgers/extract-builder';
import { ledgerOf } from '../../support/ledgers/ledger-builder';
import { findingText, reconciled } from '../../support/reconciliation';

const LEDGER = `imputation | axe 2 | EJ | poste EJ | date EJ | AE | payé le | CP | DP | état
  juste | PDE | 1400000001 | | 01/02/2023 | 10,00 | | | | annulé
  juste | PDE | 1400000002 | | 01/02/2023 | 20,00 | | | |`;
const LINES = 'mouvement | codes | axe 2 | EJ | poste EJ | DP | date | montant\n';
const COMMITTED = `${LINES}engagement | juste | PDE | 1400000002 | 1 | | 01/02/2023 | 20,00\n`;

/** The ledger as it is read: its cancelled rows are apart. */
function withCancelledApart() {
  const read = ledgerOf(LEDGER);
  const [leftOut, rows] = [true, false].map((is) => read.rows.filter(({ status }) => (status === 'cancelled') === is));
  return { ...read, rows: rows ?? [], leftOut: leftOut ?? [] };
}

function found(cents: string) {
  const extract = `${COMMITTED}engagement | juste | PDE | 1400000001 | 1 | | 01/02/2023 | ${cents}`;
  const charged = chargeLedger(withCancelledApart(), convention2023(), isoDate('2023-12-31'));
  return reconcile({ charged, extracts: [extractOf(extract)] }).findings;
}

test('the same amount: the row is cancelled, and not to be added', () => {
  const [only, ...others] = found('10,00');
  expect(others).toEqual([]);
  expect(only && findingText(only)).toBe('CHO-02 error 1 status');
  const described = only && describeFinding(only, convention2023(), 'fr');
  expect(described?.message).toMatch(/annulés dans le suivi/);
  expect(described?.action).toMatch(/^Faites annuler l’opération dans Chorus, ou corrigez l’état de la ligne du suivi/);
});

test('another amount is not the cancelled one', () => {
  expect(found('11,00').map(findingText)).toEqual(['CHO-02 error extrait.csv:2']);
});

test.each`
  codes           | cents      | finding                         | why
  ${''}           | ${'10,00'} | ${'CHO-02 error 1 status'}      | ${'no code, and the amount of the cancelled row'}
  ${''}           | ${'11,00'} | ${'CHO-02 error extrait.csv:2'} | ${'no code, and another amount'}
  ${'0103-09-09'} | ${'10,00'} | ${''}                           | ${'the codes of another convention'}
`('an EJ of a cancelled row is one of the ledger: $why', ({ codes, cents, finding }: Record<string, string>) => {
  const extract = `mouvement | domaine | EJ | date | montant
    engagement | 0103-01-01 | 1400000002 | 01/02/2023 | 20,00
    engagement | ${codes ?? ''} | 1400000001 | 01/02/2023 | ${cents ?? ''}`;
  const charged = chargeLedger(withCancelledApart(), convention2023(), isoDate('2023-12-31'));
  const { findings } = reconcile({ charged, extracts: [extractOf(extract)] });
  expect(findings.map(findingText).join()).toBe(finding);
});

test.each`
  nature  | action
  ${'AE'} | ${/l’engagement a été saisi deux fois/}
  ${'CP'} | ${/un double paiement/}
`('CHO-05 on $nature has its own remedy', ({ nature, action }) => {
  const line = 'engagement | juste | PDE | 1400000002 | 1 | | 01/02/2023 | 20,00\n';
  const twice = reconciled(LEDGER, `${LINES}${line}${line}`).findings.find(({ rule }) => rule === 'CHO-05');
  const of = twice && ({ ...twice, details: { ...twice.details, nature } } as Finding);
  expect(of && describeFinding(of, convention2023(), 'fr').action).toMatch(action);
});
