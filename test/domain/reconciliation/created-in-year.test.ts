/**
 * CHO-02 on AE, where the amounts of the extract include what earlier years left (bascule): a doubt for an EJ that may
 * be one of theirs, an error for one that Chorus created in the year of the credits.
 */
import type { ChorusExtract } from '../../../src/domain/reconciliation/extract';
import { extractOf } from '../../support/ledgers/extract-builder';
import { findingText, reconciled } from '../../support/reconciliation';

const INCLUDES_EARLIER = { lacks: ['carryOver'] } as const;
const CREATED = { ...INCLUDES_EARLIER, datesCreation: true } as const;

test.each<[string, string, Partial<ChorusExtract>, string]>([
  ['its date of creation is of the year', '10/09/2023', CREATED, 'error'],
  ['its first day', '01/01/2023', CREATED, 'error'],
  ['created in an earlier year, and given in the exercice', '10/09/2022', CREATED, 'warning'],
  ['without a date', '', CREATED, 'warning'],
  ['dated by its last change', '10/09/2023', INCLUDES_EARLIER, 'warning'],
  ['the extract gives the bascule apart', '', {}, 'error'],
])('%s', (_, date, of, severity) => {
  const line = `mouvement | codes | axe 2 | EJ | exercice | date | montant
    engagement | juste | PDE | 1400000001 | 2023 | ${date} | 10,00`;
  const { findings } = reconciled('imputation | axe 2 | EJ | AE', [{ ...extractOf(line), ...of }]);
  expect(findings.map(findingText)).toEqual([`CHO-02 ${severity} extrait.csv:1`]);
});
