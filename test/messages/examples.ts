/** One finding of each rule, as the sample workbook would give it, and one failure of each code. */
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { Finding, FindingOf, RuleCode } from '../../src/domain/controls/finding';
import type { LedgerField, RowKey } from '../../src/domain/envelopes/ledger';
import type { Failure, FailureCode } from '../../src/workbook/failure';

type Details = { readonly [C in RuleCode]: FindingOf<C>['details'] };

const above = { envelope: 'PDE', ceiling: 50000000, total: 50123456, over: 123456, date: isoDate('2023-09-12'), crosses: true };

const DETAILS: Details = {
  'IMP-01': { field: 'functionalDomain', expected: ['0103-01-01'] },
  'IMP-02': { field: 'financialCentre', raw: 'UO de Paris', expected: ['0103-CEFP-C002'] },
  'IMP-03': { field: 'activity', raw: '010300000108', expected: ['010300000104'] },
  'IMP-04': { field: 'activity', raw: '10300000104', expected: '010300000104' },
  'IMP-05': { field: 'functionalDomain', raw: '0102-01', programme: '0102', expectedProgramme: '0103' },
  'IMP-06': { raw: 'PDX', expected: ['PDE', 'Signaux Faibles'], nearest: 'PDE' },
  'IMP-07': { raw: 'Place des entreprises', expected: 'PDE', how: 'alias' },
  'IMP-08': { field: 'activity', raw: '1,03E+10', expected: ['010300000104'] },
  'IMP-09': { field: 'costCentre', raw: 'EMPEF00075', date: isoDate('2023-07-01'), from: null, until: isoDate('2023-06-30'), expected: ['EMPEF00090'] },
  'PLA-01': { ...above, nature: 'AE' },
  'PLA-02': { ...above, ceiling: 57303200, total: 57303201, over: 1, nature: 'CP', crosses: false },
  'PLA-03': { ...above, envelope: '*', ceiling: 60000000, total: 60123456, nature: 'AE', date: null },
  'PLA-04': { ...above, ceiling: 206500, total: 329956, nature: 'CP', line: 'Frais annexes' },
  'PLA-05': { envelope: 'PDE', rap: 7303200, paid: 7303201, over: 1, date: isoDate('2023-02-20'), ej: '1400000901' },
  'PLA-06': { envelope: 'SF', line: null, nature: 'CP', threshold: 0.85, ceiling: 10000000, total: 8500000, date: isoDate('2023-10-02') },
  'FON-01': { from: 'PDE', to: 'SF', nature: 'AE', cents: 1000000 },
  'FON-02': {
    from: 'PDE',
    to: 'SF',
    nature: 'CP',
    cents: 1000000,
    missing: ['authorisedBy', 'reference'],
    date: isoDate('2023-06-01'),
    authorisedOn: isoDate('2023-05-30'),
  },
  'FON-03': { type: 'transfer', envelope: 'PDE', nature: 'AE', cents: 1000000, available: 999999, date: isoDate('2023-10-01') },
  'FON-04': { envelope: 'PDE', line: 'Audit de sécurité', lineEnvelope: 'SF' },
  'PER-01': { field: 'commitmentDate', date: isoDate('2022-12-05'), signedOn: isoDate('2022-12-13') },
  'PER-02': { field: 'paymentDate', date: isoDate('2024-01-08'), endsOn: isoDate('2023-12-31') },
  'PER-03': { field: 'commitmentDate', date: isoDate('2022-12-20'), creditYear: 2023, why: 'otherYear' },
  'PER-04': { field: 'commitmentDate', date: isoDate('2023-12-14'), closing: isoDate('2023-12-12') },
  'PER-05': { field: 'serviceDate', date: isoDate('2023-03-01'), other: 'commitmentDate', otherDate: isoDate('2023-03-15') },
  'PER-06': {
    date: isoDate('2023-05-12'),
    from: 'receiptDate',
    fromDate: isoDate('2023-04-03'),
    paymentDays: 30,
    dueOn: isoDate('2023-05-03'),
    days: 9,
  },
  'PER-07': { field: 'commitmentDate', date: isoDate('2023-07-03'), contractEnd: isoDate('2023-06-30') },
  'PER-08': { date: isoDate('2023-10-02'), isReceived: true, noticeMonths: 3, noticeEnds: isoDate('2024-01-02'), endsOn: isoDate('2023-12-31') },
  'EJ-01': { raw: '1400000007', known: true, cp: 50000 },
  'EJ-02': { ej: '1400000001', committed: 100000, paid: 100001, over: 1 },
  'EJ-03': { raw: '14058862' },
  'EJ-04': { ej: '2103105755', nature: 'purchaseOrder', expected: ['14'] },
  'EJ-05': { ej: '1400000001', envelope: 'SF', firstEnvelope: 'PDE', commits: false },
  'EJ-06': { ej: '1400000900', cents: 60000, listed: true },
  'EJ-07': { paid: isoDate('2023-03-20'), served: isoDate('2023-03-31') },
  'CHO-01': { nature: 'CP', ej: '1405886249', dp: '0100241599', cents: 123456, otherYear: null, lastDate: null },
  'CHO-02': {
    nature: 'CP',
    ej: '1405886249',
    dp: '0100241599',
    cents: 123456,
    source: 'INF-BUD-53.csv',
    lines: [12, 13],
    date: isoDate('2023-06-12'),
    entered: null,
  },
  'CHO-03': { nature: 'AE', ej: '1405886249', dp: '', ledger: 100000, chorus: 120000, listed: false },
  'CHO-04': {
    nature: 'AE',
    ej: '1405886249',
    dp: '',
    field: 'activity',
    ledger: [{ code: '010300000104', cents: 100000 }],
    chorus: [{ code: '010300000108', cents: 100000 }],
    others: [],
  },
  'CHO-05': { nature: 'CP', ej: '1405886249', dp: '0100241599', cents: 123456, source: 'INF-BUD-53.csv', line: 13, firstLine: 12 },
  'DON-01': { field: 'ae', raw: 'environ 500', what: 'amount' },
  'DON-02': { field: 'paymentDate', raw: '15.02.2023', what: 'date' },
  'DON-03': { firstRow: 11 as RowKey },
  'DON-04': { field: 'cp', cents: -120000 },
  'DON-05': { field: 'ae', shown: 123457, sum: 123456 },
  'DON-06': { field: 'ae', raw: '#REF!' },
  'DON-07': { what: 'rows', count: 12, groups: 3, ae: 1500000, cp: 123456 },
  'DON-08': { field: 'activity', prevented: ['IMP-01', 'IMP-03'] },
  'DON-09': { field: 'cp', raw: '33.333333', cents: 3333 },
  'ANX-01': { envelope: 'PDE', nature: 'AE', sum: 49999900, expected: 50000000 },
  'ANX-02': { nature: 'CP', sum: 33980400, printed: 33980600 },
  'ANX-03': { envelope: 'PDE', line: 'Frais annexes', share: 0.5, total: 413000, delegated: 206600, expected: 206500 },
  'DEL-01': { subject: 'Prévision de fin de gestion', receivedOn: isoDate('2023-10-02'), due: isoDate('2023-10-09') },
  'DEL-02': { subject: 'Point trimestriel', receivedOn: isoDate('2023-10-02'), due: isoDate('2023-10-09'), left: 1 },
  'DEL-03': { envelope: 'SF', nature: 'AE', missing: 400000, isExceeded: true, since: isoDate('2023-09-12') },
  'DEL-04': { envelope: 'PDE', ae: 130900, cp: 843400, until: isoDate('2023-12-31'), isOver: false },
  'DEL-05': {
    label: 'Bilan d’exécution annuel', type: 'yearlyReport', due: isoDate('2024-01-31'), ended: isoDate('2023-12-31'), isLate: false, article: '',
  },
};

/** A finding of a rule; its place does not matter to its words. */
export function exampleOf(rule: RuleCode, details: Details[RuleCode] = DETAILS[rule]): Finding {
  const field: LedgerField = 'ae';
  return { rule, severity: 'error', place: { kind: 'row', row: 12 as RowKey, field }, details, repair: null } as Finding;
}

/** Every rule. */
export const RULES = Object.keys(DETAILS) as RuleCode[];

/** A failure of each code. */
export const FAILURES: { readonly [C in FailureCode]: Extract<Failure, { readonly code: C }> } = {
  noLedger: { code: 'noLedger' },
  turnedLedger: { code: 'turnedLedger', sheet: 'Synthèse', what: 'years', words: ['2022', '2023', '2024'] },
  severalLedgers: { code: 'severalLedgers', candidates: ['Suivi 2023!A4:P160', 'Archives!A1:P80'] },
  noConvention: { code: 'noConvention' },
  badConvention: { code: 'badConvention', table: 'ENV_Enveloppes', cell: 'Convention!E5', problem: 'amountUnreadable', found: 'beaucoup', expected: '' },
  unknownConvention: { code: 'unknownConvention', id: 'dgefp-2024', known: ['dgefp-dge-2023'] },
  tableNotPlain: { code: 'tableNotPlain', table: 'ENV_Journal', sheet: 'Journal' },
  sheetProtected: { code: 'sheetProtected', sheet: 'Suivi' },
  structureProtected: { code: 'structureProtected' },
  occupied: { code: 'occupied', sheet: 'Annexe 1', cell: 'B4' },
  sheetTaken: { code: 'sheetTaken', sheet: 'Annexe 1', cell: 'C7' },
  documentAltered: { code: 'documentAltered', sheet: 'Annexe 1', cell: 'A10', name: 'ENV_Doc_Annexe1', what: 'lost' },
  changedMeanwhile: { code: 'changedMeanwhile', sheet: 'Suivi', cell: 'H12' },
  nameTaken: { code: 'nameTaken', name: 'ENV_Bilan' },
  sheetMissing: { code: 'sheetMissing', sheet: 'Annexe 2' },
  mergedCells: { code: 'mergedCells', sheet: 'Annexe 1', cell: 'A1' },
  cellBeingEdited: { code: 'cellBeingEdited' },
  tooLarge: { code: 'tooLarge', what: 'Suivi', limit: '2 000 000 cellules' },
  busy: { code: 'busy' },
  noPermission: { code: 'noPermission' },
  hostRefused: { code: 'hostRefused', hostCode: 'GeneralException', message: 'There was an internal error.' },
  halfWritten: { code: 'halfWritten', sheets: ['Annexe 1', 'Annexe 2'], hostCode: 'GeneralException', message: '' },
  excelTooOld: { code: 'excelTooOld', needs: 'ExcelApi 1.9' },
  fileMissing: { code: 'fileMissing', path: 'Suivi 2023.xlsx' },
  fileExists: { code: 'fileExists', path: 'Suivi 2023.xlsx' },
  fileUnwritable: { code: 'fileUnwritable', path: 'Suivi 2023.xlsx' },
  notAWorkbook: { code: 'notAWorkbook', looksLike: 'pdf' },
  encrypted: { code: 'encrypted' },
  signed: { code: 'signed' },
  damagedFile: { code: 'damagedFile', part: 'xl/workbook.xml' },
  notAnExtract: { code: 'notAnExtract', source: 'extrait.csv', looksLike: 'pdf' },
  extractIncomplete: { code: 'extractIncomplete', source: 'jp51.csv', missing: 'amountType' },
  extractAmbiguous: { code: 'extractAmbiguous', source: 'INF-BUD-53.csv', candidates: ['EUR = AE', 'EUR = CP'] },
  acceptanceIncomplete: { code: 'acceptanceIncomplete', missing: 'reason' },
  usage: { code: 'usage', problem: 'il manque un fichier' },
};
