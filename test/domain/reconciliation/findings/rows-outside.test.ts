/**
 * An operation of Chorus that the ledger lacks, and that the workbook has on a row set aside or not read: CHO-02 is at
 * that row, and does not ask to enter it again.
 */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { chargeLedger } from '../../../../src/domain/envelopes/charged-ledger';
import type { RowOutside } from '../../../../src/domain/envelopes/reading-facts';
import { reconcile } from '../../../../src/domain/reconciliation/reconcile-extracts';
import { describeFinding } from '../../../../src/messages/describe-finding';
import { convention2023 } from '../../../support/conventions';
import { extractOf } from '../../../support/ledgers/extract-builder';
import { ledgerOf } from '../../../support/ledgers/ledger-builder';
import { findingText } from '../../../support/reconciliation';

const [A, X] = ['1400000001', '0100000001'];
const LEDGER = `imputation | axe 2 | EJ | date EJ | AE | payé le | CP | DP
  juste | PDE | 1400000009 | 15/02/2023 | 1,00 | 15/03/2023 | 1,00 | 0100000009`;
const AE = `engagement | juste | PDE | ${A} | 1 | | 16/01/2023 | 20 000,00`;
const CP = `paiement | juste | PDE | ${A} | 1 | ${X} | 16/04/2023 | 500,00`;
const CP_WITHOUT_DP = `paiement | juste | PDE | ${A} | 1 | | 16/04/2023 | 500,00`;

const on = (place: string, reason: string, isAlone: boolean): RowOutside => {
  const [sheet = '', area = ''] = place.split('!');
  return { sheet, area, reason, isAlone };
};
const ALONE = on('Suivi!A3:T3', 'en litige', true);
const WITH_OTHERS = on('Suivi!A7:T7', 'payé à tort', false);
const UNREAD = on('Notes!A3:C3', '', true);

function found(line: string, rows: Readonly<Record<string, readonly RowOutside[]>>, source = 'chorus.csv') {
  const lines = `mouvement | codes | axe 2 | EJ | poste EJ | DP | date | montant
    engagement | juste | PDE | 1400000009 | 1 | | 15/02/2023 | 1,00
    paiement | juste | PDE | 1400000009 | 1 | 0100000009 | 15/03/2023 | 1,00
    ${line}`;
  const outside = { get: (number: string) => rows[number] ?? [] };
  const ledger = { ...ledgerOf(LEDGER), reading: { unread: [], inferred: [], outside } };
  const charged = chargeLedger(ledger, convention2023(), isoDate('2023-12-31'));
  return reconcile({ charged, extracts: [extractOf(lines, { source })] }).findings;
}

test.each`
  line             | rows                                    | source                  | place                     | why
  ${AE}            | ${{ [A]: [ALONE] }}                     | ${'chorus.csv'}         | ${'Suivi A3:T3'}          | ${'its EJ'}
  ${AE}            | ${{ [A]: [WITH_OTHERS, ALONE] }}        | ${'chorus.csv'}         | ${'Suivi A3:T3'}          | ${'its EJ, on a row of no DP first'}
  ${AE}            | ${{ [A]: [WITH_OTHERS] }}               | ${'chorus.csv'}         | ${'Suivi A7:T7'}          | ${'its EJ, on a row that may pay and commit'}
  ${AE}            | ${{ [A]: [UNREAD] }}                    | ${'chorus.csv'}         | ${'Notes A3:C3'}          | ${'its EJ, on a row that is not read'}
  ${CP}            | ${{ [A]: [ALONE], [X]: [WITH_OTHERS] }} | ${'chorus.csv'}         | ${'Suivi A7:T7'}          | ${'its DP'}
  ${CP}            | ${{ [A]: [ALONE] }}                     | ${'chorus.csv'}         | ${'Suivi A3:T3'}          | ${'its EJ, on a row of no DP'}
  ${CP_WITHOUT_DP} | ${{ [A]: [WITH_OTHERS] }}               | ${'chorus.csv'}         | ${'Suivi A7:T7'}          | ${'its EJ, where Chorus has no DP'}
  ${CP}            | ${{ [A]: [WITH_OTHERS] }}               | ${'chorus.csv'}         | ${'chorus.csv:3'}         | ${'none: a row of another DP'}
  ${AE}            | ${{ '1400000002': [ALONE] }}            | ${'chorus.csv'}         | ${'chorus.csv:3'}         | ${'none: another EJ'}
  ${AE}            | ${{ [A]: [UNREAD] }}                    | ${'suivi.xlsx · Notes'} | ${'suivi.xlsx · Notes:3'} | ${'none: that sheet is the extract itself'}
  ${AE}            | ${{ [A]: [UNREAD] }}                    | ${'Notes'}              | ${'Notes:3'}              | ${'none: that sheet is the extract itself'}
`('$line: $why', ({ line, rows, source, place }) => {
  expect(found(line as string, rows as Record<string, RowOutside[]>, source as string).map(findingText)).toEqual([
    `CHO-02 error ${place as string}`,
  ]);
});

test.each`
  row       | language | words                                                                       | action
  ${ALONE}  | ${'fr'}  | ${'alors que cet EJ est sur cette ligne mise de côté, motif « en litige »'} | ${/^Si c'est cette opération, reprenez cette ligne dans le suivi, ou acceptez ce constat/}
  ${UNREAD} | ${'fr'}  | ${"alors que cet EJ est sur cette ligne du classeur, qui n'est pas lue"}    | ${/^Si c'est cette opération, faites lire cette ligne .* sans la saisir de nouveau/}
  ${ALONE}  | ${'en'}  | ${'while this EJ is on this row, which is set aside for “en litige”'}       | ${/^If it is this operation, take this row back into the ledger, or accept/}
  ${UNREAD} | ${'en'}  | ${'while this EJ is on this row of the workbook, which is not read'}        | ${/^If it is this operation, have this row read .* without entering it again/}
`('the decision of the user is not overridden: $words ($language)', ({ row, language, words, action }) => {
  const [only] = found(AE, { [A]: [row as RowOutside] });
  const described = only && describeFinding(only, convention2023(), language as 'fr' | 'en');
  const plain = (text = ''): string => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'");
  expect(plain(described?.message)).toContain(words);
  expect(plain(described?.action)).toMatch(action as RegExp);
});
