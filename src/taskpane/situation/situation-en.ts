/** English words of « Situation ». */
import { formatCount } from '../../messages/format';
import { en } from '../../messages/typography';
import type { SituationWords } from './situation-fr';

const count = (number: number): string => formatCount(number, 'en');
const of = (number: number, one: string, many: string): string => `${count(number)} ${number === 1 ? one : many}`;

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** The findings by severity: they add up to the count of “To do”. */
function severities(errors: number, warnings: number, infos: number): readonly string[] {
  return [
    ...(errors > 0 ? [of(errors, 'error', 'errors')] : []),
    ...(warnings > 0 ? [of(warnings, 'warning', 'warnings')] : []),
    ...(infos > 0 ? [of(infos, 'piece of information', 'pieces of information')] : []),
  ];
}

export const SITUATION_EN: SituationWords = {
  theWhole: 'The convention',
  thePart: { programme: (value) => `Programme ${value}`, titre: (value) => `Titre ${value}` },
  amountOf: (amount, nature) => `${amount} of ${nature}`,
  headlines: {
    exceeded: (who, amount) => `${who} exceeds its ceiling by ${amount}`,
    lacking: (who, amount) => `${who}: ${amount} short`,
    openingRap: (who, amount) => `${who}: the part for earlier commitments is exceeded by ${amount} of CP`,
    nothingChecked: 'Nothing was checked',
    incomplete: 'Nothing exceeded in what was read',
    notExceeded: 'No envelope is exceeded',
    expired: 'The convention has ended',
    inOrder: 'Everything is in order',
  },
  facts: {
    since: (date) => ` since ${date}`,
    withReserved: (reserved, lacking) => `With ${reserved} reserved, ${lacking} is missing.`,
    exceeded: (who, amounts) => `${who} exceeds its ceiling by ${amounts.join(' and by ')}.`,
    lacking: (who, amounts) => `${who}: ${amounts.join(' and ')} short, reserved amounts included.`,
    reservedCounted: 'Reserved amounts are included.',
    tolerated: en`This is within what the convention tolerates.`,
    notInformed: 'The délégant has not been informed.',
    threshold: (nature, share, names) => `${nature} consumed at ${share} or more: ${listed(names)}.`,
    openingRap: (who, amount) => `${who}: the part for earlier commitments is exceeded by ${amount} of CP.`,
    notCalculable: (nature, column) => `${nature} cannot be calculated: no column of the ledger gives “${column}”.`,
    unchecked: (rows, missed) => `${of(rows, 'row', 'rows')} unchecked, left out of the totals: ${missed}.`,
    undated: (rows, amount) =>
      `Unreadable date of payment on ${of(rows, 'row', 'rows')}: ${amount} of CP reserved, perhaps paid.`,
    withoutEffect: (rows) => `${of(rows, 'row', 'rows')} unchecked, without effect on the totals at this date.`,
    unread: (places, amounts) =>
      `${of(places, 'place', 'places')} not read${amounts.length > 0 ? `: ${amounts.join(', ')}` : ''}.`,
    withoutOperations: (places, amounts) =>
      `${of(places, 'place without known operations is', 'places without known operations are')} in no figure${amounts.length > 0 ? `: ${amounts.join(', ')}` : ''}.`,
    other: (amount) => `${amount} of unknown nature`,
    unreadable: (count) => of(count, 'unreadable amount', 'unreadable amounts'),
    findings: (errors, warnings, infos) => {
      if (errors + warnings === 0) return `${of(infos, 'piece of information', 'pieces of information')} to read.`;
      return `${listed(severities(errors, warnings, infos))} to deal with.`;
    },
    textsBeside: {
      comments: 'the comments on cells',
      notes: 'the notes on cells',
      pages: 'the page headers and footers',
      shapes: 'the text boxes',
    },
    mergesUnread: {
      refused:
        'Excel refuses to give the merged cells: what is merged over several rows is read on the first one alone.',
      tooMany:
        'Too many cells are merged for all to be read: what is merged over several rows may be read on the first one alone.',
    },
    besideUnread: {
      refused: (texts: string) => `Excel refuses to give ${texts}: what is written there is not checked.`,
      tooMany: (texts: string) => `Only the first texts of ${texts} are read: there are too many.`,
      notGiven: (texts: string) =>
        `This version of Excel does not give ${texts}: what is written there is not checked.`,
    },
    ended: (date) => `The convention ended on ${date}.`,
    allRead: 'The ledger is read in full: nothing exceeded, no error, no warning.',
    nothingWrong: 'Nothing exceeded, no error, no warning.',
  },
  otherFacts: (number) => `${count(number)} more`,
  prepareNotice: 'Prepare the letter',
  seeRow: (row, sheet) => (sheet === null ? en`Show row ${String(row)}` : en`Show ${sheet}, row ${String(row)}`),
  whatIf: 'What if I commit…',
  available: 'Available',
  consumed: 'Consumed',
  legend: { consumed: 'consumed', reserved: 'reserved', thresholds: 'thresholds', ceiling: 'ceiling' },
  bar: (who, nature, consumed, reserved, over) =>
    `${nature}, ${who}: ${consumed} consumed${reserved === '' ? '' : `, ${reserved} reserved`}${over === '' ? '' : `, over the ceiling by ${over}`}`,
  exceededStatus: 'Exceeded',
  figure: (figure, nature, who, amount) => `${figure} in ${nature}, ${who}: ${amount}, show the rows`,
  seeMissed: (without) => `${without}: show`,
  seePlaces: (places, amounts) =>
    `Calculated without ${of(places, 'place', 'places')} not read${amounts.length > 0 ? ` (${amounts.join(', ')})` : ''}: show`,
  missed: {
    title: (who) => `Amounts not counted · ${who}`,
    unread: (column, raw) => `${column} “${raw}” not read`,
    ofUnknownNature: (raw) => `“${raw}”, neither AE nor CP`,
    read: (amount, reason) => `${amount} (${reason})`,
    undated: (amount, raw) =>
      raw === '' ? `${amount} (unreadable date of payment)` : `${amount} (unreadable date of payment “${raw}”)`,
  },
  explainCell: 'Explain the selected cell',
  noFigureInCell: 'The selected cell has no ENVELOPE formula that gives one of these figures.',
  byLine: 'Available by budget line',
  awaits: {
    title: 'What needs you',
    nothing: 'Nothing. The checks follow every cell that you type.',
    findings: (errors, warnings, infos) =>
      errors + warnings > 0
        ? severities(errors, warnings, infos).join(', ')
        : of(infos, 'finding to read', 'findings to read'),
    repairs: (number) => (number === 1 ? 'Certain correction to check' : 'Certain corrections to check'),
    unchecked: (number) => (number === 1 ? 'Row not checked' : 'Rows not checked'),
    of: (number, all) => `${count(number)} of ${count(all)}`,
    unread: (number) => (number === 1 ? 'Place not read' : 'Places not read'),
    columns: 'Columns of the ledger to confirm',
    noExtract: 'No Chorus extract compared',
    extracts: (number) => `Reconciliation with ${of(number, 'Chorus extract', 'Chorus extracts')}`,
    documents: 'Documents to make or to update',
    lateDuties: (number) => `${of(number, 'deadline', 'deadlines')} missed`,
    soonDuties: (number) => `${of(number, 'deadline', 'deadlines')} soon`,
    late: (days) => `${of(days, 'day', 'days')} late`,
    within: (days) => (days === 0 ? 'today' : `in ${of(days, 'day', 'days')}`),
  },
};
