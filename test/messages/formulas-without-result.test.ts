/** DON-06 for a formula whose result the file does not hold: Excel calculates it; any other error is to be corrected. */
import { convention2023 } from '../support/conventions';
import { describeFinding } from '../../src/messages/describe-finding';
import { cellOf, findingAt } from '../../src/domain/controls/control-contract';
import type { RowKey } from '../../src/domain/envelopes/ledger';

const actionFor = (raw: string, language: 'fr' | 'en'): string => {
  const place = cellOf({ key: 1 as RowKey }, 'ae');
  return describeFinding(findingAt('DON-06', 'error', place, { field: 'ae', raw }), convention2023(), language).action;
};

test.each`
  raw         | language | action
  ${'#CALC!'} | ${'fr'}  | ${/^Ouvrez le classeur dans Excel, recalculez-le et enregistrez-le/}
  ${'#CALC!'} | ${'en'}  | ${/^Open the workbook in Excel, recalculate it and save it/}
  ${'#REF!'}  | ${'fr'}  | ${/^Corrigez la formule/}
  ${'#REF!'}  | ${'en'}  | ${/^Correct the formula/}
`('$raw, $language', ({ raw, language, action }) => {
  expect(actionFor(raw, language)).toMatch(action);
});

test.each`
  raw         | language | message
  ${'#CALC!'} | ${'fr'}  | ${/« Valeur » : la formule n’a pas de résultat enregistré.*Enregistrez le classeur/}
  ${'#CALC!'} | ${'en'}  | ${/“Valeur”: the formula has no stored result.*Recalculate the workbook in Excel and save it/}
  ${'#REF!'}  | ${'fr'}  | ${/« Valeur » : la cellule contient l’erreur #REF!.*Corrigez la formule/}
  ${'#REF!'}  | ${'en'}  | ${/“Valeur”: the cell holds the error #REF!.*Correct the formula/}
`('a code of the convention, $raw, $language', ({ raw, language, message }) => {
  const place = { kind: 'convention', table: 'ENV_Imputations', row: 3, column: 'Valeur' } as const;
  const details = { code: raw, column: 'Valeur', unread: raw, expected: '', prevented: [] };
  const finding = findingAt('DON-08', 'error', place, details);
  const { message: text, action } = describeFinding(finding, convention2023(), language);
  expect(`${text} ${action}`.replace(/[\s\u00a0\u202f]/g, ' ')).toMatch(message);
});
