/** English names of columns, severities and states. */
import type { ColumnField } from '../../workbook/ledger/column-field';
import type { LABELS as FRENCH } from '../fr/labels';

const FIELDS: Readonly<Record<ColumnField, string>> = {
  programme: 'Programme',
  functionalDomain: 'Functional domain',
  financialCentre: 'Financial centre',
  activity: 'Activity',
  costCentre: 'Cost centre',
  ministerialAxis1: 'Ministerial axis 1',
  ministerialAxis2: 'Ministerial axis 2',
  operation: 'Operation',
  status: 'Status',
  budgetLine: 'Budget line',
  ejNumber: 'EJ number',
  ejLine: 'EJ line',
  dpNumber: 'DP number',
  dpLine: 'DP line',
  supplier: 'Supplier',
  label: 'Label',
  commitmentDate: 'Commitment date',
  serviceDate: 'Service date',
  receiptDate: 'Invoice receipt date',
  paymentDate: 'Payment date',
  contractEnd: 'End of the contract',
  ae: 'AE amount',
  cp: 'CP amount',
  amount: 'Amount (AE or CP)',
  date: 'Date (EJ or DP)',
  nature: 'Nature (AE or CP)',
  creditYear: 'Credit year',
  conventionName: 'Convention',
};

export const LABELS: typeof FRENCH = {
  field: (field) => FIELDS[field],
  severities: { error: 'Error', warning: 'Warning', info: 'Information' },
  statuses: { open: 'Open', alert: 'Alert', exhausted: 'Exhausted', suspended: 'Suspended', expired: 'Expired' },
  unchecked: {
    envelopeAbsent: 'ministerial axis 2 is absent',
    envelopeUnknown: 'ministerial axis 2 is unknown',
    amountUnreadable: 'an amount cannot be read',
  },
  uncheckedBy: {
    envelopeAbsent: (field) => `${field} is blank`,
    envelopeUnknown: (field) => `${field} of no envelope`,
  },
  noCeiling: {
    line: (nature) => `The convention gives this budget line no ${nature}: ask for the whole envelope.`,
    envelope: (nature) => `The convention gives this envelope no ${nature}.`,
    whole: (nature) => `The convention gives no ${nature}.`,
  },
  ignored: {
    empty: 'empty row',
    total: 'total row',
    balance: 'row of a balance or of credits',
    cancelled: 'cancelled row',
    otherYear: 'row of another year',
    otherConvention: 'row of another convention',
    repeatedHeadings: 'repeated headings',
  },
  noFinding: {
    clean: 'No finding.',
    notRead: 'No row was read: nothing was checked.',
    notChecked: 'No row was checked: all of them are ignored or without an envelope.',
    noAmount: 'No amount was read: the rows of the ledger have neither AE nor CP.',
  },
};
