/** Convention → the contents of its tables, ready to be written; reading them back gives the same convention. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { BudgetLine, Ceilings, Convention, Envelope, Party, Thresholds } from '../../domain/envelopes/convention';
import type { Fungibility } from '../../domain/envelopes/allowances/allowances';
import { CORRESPONDENCE_KEYS, type CorrespondenceKey } from '../../domain/envelopes/correspondence';
import { CLAUSES, type Duty, type YearTerms } from '../../domain/envelopes/terms';
import type { Tolerance } from '../../domain/envelopes/envelope';
import type { UnreadCell } from '../../domain/unread-cells';
import { Euros } from '../../domain/money/euros';
import { joinList } from './convention-cells';
import { shareText } from './typed-shares';
import {
  ADVANCE_BASE_WORDS,
  ANSWER_WORDS,
  ANY_ENVELOPE,
  APPROVAL_WORDS,
  DUTY_WORDS,
  EVENT_WORDS,
  MODE_WORDS,
  MOVEMENT_WORDS,
  NO_CEILING,
  NO_EVENT,
  PART_WORDS,
  PARTY_WORDS,
  RECURRENCE_WORDS,
  UNIT_WORDS,
  ZONE_WORDS,
} from './convention-words';
import { FIELD_NAMES } from '../field-names';
import { COLUMNS, CONVENTION_KEYS, keyOfClause, keyOfYear, type ConventionKey, type TableId } from '../workbook-names';
import type { PlannedCell, StyleName } from '../plan';
import { serialOfDate } from '../serials';

/** A table to write: headings and rows, as many cells in each. A table without data has one blank row to type in. */
export interface TableContent {
  readonly id: TableId;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly PlannedCell[])[];
}

type Cell = (value: string) => PlannedCell;

const styled =
  (style: StyleName): Cell =>
  (value) => ({ value: value === '' ? null : value, style });
const text = styled('text');
const code = styled('code');
const amount = (euros: Euros | null): PlannedCell => ({
  value: euros === null ? null : euros.cents / 100,
  style: 'amount',
});

type WriteDate = (day: CivilDate | null) => PlannedCell;

/** Every convention table, in the order of the sheet. */
export function contentOfConvention(convention: Convention, uses1904: boolean): readonly TableContent[] {
  const date: WriteDate = (day) => ({ value: day === null ? null : serialOfDate(day, uses1904), style: 'date' });
  const years = yearsOf(convention);
  const envelopes = years.flatMap((of) => of.envelopes.map((envelope) => envelopeRow(envelope, of.shown)));
  const lines = years.flatMap((of) =>
    of.envelopes.flatMap((envelope) => envelope.lines.map((line) => lineRow(line, of.shown))),
  );
  const rap = years.flatMap((of) => of.rap.map((entry) => [code(entry.ej), amount(entry.amount), of.shown]));
  return [
    table('convention', keyRows(convention, date)),
    table('envelopes', envelopes),
    table('lines', lines),
    table('imputations', imputationRows(convention, date)),
    table('movements', movementRows(convention, date)),
    table('fungibility', fungibilityRows(convention)),
    table('partCeilings', partCeilingRows(convention)),
    table('rap', rap),
    ...registersOf(convention, date),
    table('acceptances', []),
    table('columns', []),
    table('reading', []),
  ];
}

function imputationRows({ imputation, unreadCodes = [] }: Convention, date: WriteDate): PlannedCell[][] {
  return [...imputation, ...unreadCodes].map((rule) => {
    const cells = [
      text(rule.field === null ? '' : FIELD_NAMES[rule.field]),
      code(rule.value),
      code(joinList(rule.aliases)),
      code(rule.envelope ?? ''),
      date(rule.from),
      date(rule.until),
      text(rule.label),
    ];
    return asTyped('imputations', cells, rule.unread?.cells);
  });
}

/** The cells of a row; those that cannot be read are as they were typed. */
function asTyped(id: TableId, cells: PlannedCell[], unread: readonly UnreadCell[] = []): PlannedCell[] {
  const headings: readonly string[] = Object.values(COLUMNS[id]);
  for (const { column, raw } of unread) cells[headings.indexOf(column)] = text(raw);
  return cells;
}

function movementRows({ movements }: Convention, date: WriteDate): PlannedCell[][] {
  return movements.map((movement) => [
    date(movement.date),
    text(movement.word ?? MOVEMENT_WORDS[movement.type]),
    code(movement.from ?? ''),
    code(movement.to ?? ''),
    text(movement.nature),
    amount(movement.amount),
    text(movement.reference),
    text(movement.authorisedBy),
    date(movement.authorisedOn),
    text(movement.fromLine ?? ''),
    text(movement.toLine ?? ''),
  ]);
}

function fungibilityRows({ fungibility }: Convention): PlannedCell[][] {
  const isOpen = ({ from, to, nature, share, amount: limit }: Fungibility): boolean =>
    [from, to, nature, share, limit].every((term) => term === null);
  return fungibility.map((rule) => [
    code(rule.from ?? (isOpen(rule) ? ANY_ENVELOPE : '')),
    code(rule.to ?? (isOpen(rule) ? ANY_ENVELOPE : '')),
    text(rule.nature ?? ''),
    text(rule.share === null ? '' : shareText(rule.share)),
    amount(rule.amount),
    text(rule.article),
  ]);
}

function partCeilingRows({ partCeilings, creditYear }: Convention): PlannedCell[][] {
  return partCeilings.map(({ part, value, year, ceilings, article }) => [
    text(PART_WORDS[part]),
    code(value),
    amount(ceilings.AE?.amount ?? null),
    amount(ceilings.CP?.amount ?? null),
    text(modesText(ceilings)),
    year === creditYear ? text('') : { value: year, style: 'text' },
    text(article),
  ]);
}

/** The registers that the team fills in: requests, duties, indicators and milestones. */
function registersOf({ requests, duties, indicators, milestones }: Convention, date: WriteDate): TableContent[] {
  return [
    table(
      'requests',
      requests.map(({ receivedOn, subject, answeredOn, unread = {} }) => [
        unread.receivedOn === undefined ? date(receivedOn) : text(unread.receivedOn),
        text(subject),
        unread.answeredOn === undefined ? date(answeredOn) : text(unread.answeredOn),
      ]),
    ),
    table(
      'duties',
      duties.map((duty) => dutyRow(duty, date)),
    ),
    table(
      'indicators',
      indicators.map(({ theme, indicator, unit, period }) => [theme, indicator, '', unit, period].map(text)),
    ),
    table(
      'milestones',
      milestones.map(({ envelope, milestone, plannedOn }) => [
        code(envelope),
        text(milestone),
        date(plannedOn),
        date(null),
        text(''),
      ]),
    ),
  ];
}

/** The credits of a year, and what its rows show under « Exercice »: nothing for the convention's own. */
type YearToWrite = Pick<YearTerms, 'envelopes' | 'rap'> & { readonly shown: PlannedCell };

function yearsOf({ envelopes, rap, otherYears }: Convention): readonly YearToWrite[] {
  const others = otherYears.map((of): YearToWrite => ({
    envelopes: of.envelopes,
    rap: of.rap,
    shown: { value: of.year, style: 'text' },
  }));
  return [{ envelopes, rap, shown: text('') }, ...others];
}

function envelopeRow(envelope: Envelope, year: PlannedCell): readonly PlannedCell[] {
  return [
    code(envelope.code),
    text(envelope.label),
    text(joinList(envelope.aliases)),
    amount(envelope.ceilings.AE?.amount ?? null),
    amount(envelope.ceilings.CP?.amount ?? null),
    amount(envelope.openingRap),
    text(modesText(envelope.ceilings)),
    text(thresholdsText(envelope.thresholds)),
    text(envelope.share === null ? '' : shareText(envelope.share)),
    year,
    text(envelope.annex.title),
    text(envelope.annex.amountHeading),
    toleranceCell(envelope.tolerance),
    text(envelope.titre ?? ''),
  ];
}

/**
 * A budget line whose own ceilings bound neither nature is written « aucun »: two empty cells would mean « Montant
 * délégué ».
 */
function lineRow({ ceilings, ...line }: BudgetLine, year: PlannedCell): readonly PlannedCell[] {
  const isBoundByNothing = ceilings !== null && ceilings.AE === null && ceilings.CP === null;
  return [
    code(line.envelope),
    text(line.label),
    amount(line.delegated),
    amount(line.total),
    text(ceilings === null || isBoundByNothing ? MODE_WORDS[line.mode] : modesText(ceilings)),
    text(joinList(line.aliases)),
    isBoundByNothing ? text(NO_CEILING) : amount(ceilings?.AE?.amount ?? null),
    amount(ceilings?.CP?.amount ?? null),
    text(line.thresholds === null ? '' : thresholdsText(line.thresholds)),
    year,
    toleranceCell(line.tolerance),
    text(line.titre ?? ''),
  ];
}

function dutyRow(duty: Duty, date: WriteDate): readonly PlannedCell[] {
  const cells = [
    text(DUTY_WORDS[duty.type]),
    text(duty.label),
    { value: duty.delay?.count ?? null, style: 'text' } as const,
    text(duty.delay === null ? '' : UNIT_WORDS[duty.delay.unit]),
    date(duty.dueOn),
    date(duty.doneOn),
    text(duty.addressee),
    text(duty.approval === null ? '' : APPROVAL_WORDS[duty.approval]),
    text(duty.article),
    text(duty.every === undefined ? '' : RECURRENCE_WORDS[duty.every]),
    text(duty.isOfDelegant ? PARTY_WORDS.delegant : ''),
  ];
  return asTyped('duties', cells, duty.unread);
}

function toleranceCell(tolerance: Tolerance | undefined): PlannedCell {
  if (tolerance === undefined) return text('');
  return 'share' in tolerance ? text(shareText(tolerance.share)) : amount(Euros.fromCents(tolerance.cents));
}

/** Styles of the cells of a table that has no data yet, so that what is typed there is shown right. */
const BLANK_DATES = [
  'Date',
  'Du',
  'Au',
  "Date d'autorisation",
  'Reçue le',
  'Répondue le',
  'Prévu',
  'Réalisé',
  'Échéance',
  'Fait le',
  'Le',
];
const BLANK_STYLES: ReadonlyMap<string, StyleName> = new Map([
  ...BLANK_DATES.map((heading) => [heading, 'date'] as const),
  ['Montant', 'amount'] as const,
  ['EJ', 'code'] as const,
]);

function table(id: TableId, rows: readonly (readonly PlannedCell[])[]): TableContent {
  const headings: readonly string[] = Object.values(COLUMNS[id]);
  const blank = headings.map((heading): PlannedCell => ({ value: null, style: BLANK_STYLES.get(heading) ?? 'text' }));
  return { id, headings, rows: rows.length > 0 ? rows : [blank] };
}

function keyRows(
  convention: Convention,
  date: (day: CivilDate | null) => PlannedCell,
): readonly (readonly PlannedCell[])[] {
  const number = (value: number): PlannedCell => ({ value, style: 'text' });
  const parties = (of: readonly Party[], part: keyof Party): PlannedCell =>
    text(joinList(of.map((party) => party[part])));
  const values: Readonly<Record<Exclude<ConventionKey, CorrespondenceKey>, PlannedCell>> = {
    id: text(convention.id),
    reference: text(convention.reference),
    title: text(convention.title),
    delegants: parties(convention.delegants, 'name'),
    delegantRepresentatives: parties(convention.delegants, 'representative'),
    delegantSignatories: parties(convention.delegants, 'signatory'),
    delegates: parties(convention.delegates, 'name'),
    delegateRepresentatives: parties(convention.delegates, 'representative'),
    delegateSignatories: parties(convention.delegates, 'signatory'),
    signedOn: date(convention.signedOn),
    endsOn: date(convention.endsOn),
    endAppliesTo: text(joinList(convention.endAppliesTo.map((event) => EVENT_WORDS[event])) || NO_EVENT),
    creditYear: number(convention.creditYear),
    noticeMonths: number(convention.noticeMonths),
    replyWorkingDays: number(convention.replyWorkingDays),
    holidayZone: text(ZONE_WORDS[convention.holidayZone]),
    ae: amount(convention.ceilings.AE?.amount ?? null),
    cp: amount(convention.ceilings.CP?.amount ?? null),
    mode: text(modesText(convention.ceilings)),
    otherYears: text(joinList(convention.otherYears.map(({ year }) => String(year)))),
    replyUnit: text(UNIT_WORDS[convention.replyUnit]),
    closingCommitment: date(convention.closing.commitment),
    closingService: date(convention.closing.serviceCertified),
    closingPayment: date(convention.closing.payment),
    terminationSentOn: date(convention.termination?.sentOn ?? null),
    terminationReceivedOn: date(convention.termination?.receivedOn ?? null),
    paymentDays: number(convention.paymentDays),
    recyclingBasis: text(convention.recyclingBasis),
    advanceShare: text(convention.advances.share === null ? NO_CEILING : shareText(convention.advances.share)),
    advanceBase: text(ADVANCE_BASE_WORDS[convention.advances.base]),
    followsLineCp: text(convention.followsLineCp ? ANSWER_WORDS.yes : ANSWER_WORDS.no),
  };
  const rows = (Object.keys(values) as (keyof typeof values)[]).map((key) => keyRow(CONVENTION_KEYS[key], values[key]));
  const correspondence = CORRESPONDENCE_KEYS.map((key) =>
    keyRow(CONVENTION_KEYS[key], text(convention.correspondence[key])),
  );
  const articles = CLAUSES.map((clause) => keyRow(keyOfClause(clause), text(convention.articles[clause] ?? '')));
  return [...rows, ...correspondence, ...convention.otherYears.flatMap(ceilingRows), ...articles];
}

function ceilingRows({ year, ceilings }: YearTerms): readonly (readonly PlannedCell[])[] {
  return [
    keyRow(keyOfYear('ae', year), amount(ceilings.AE?.amount ?? null)),
    keyRow(keyOfYear('cp', year), amount(ceilings.CP?.amount ?? null)),
    keyRow(keyOfYear('mode', year), text(modesText(ceilings))),
  ];
}

function keyRow(key: string, value: PlannedCell): readonly PlannedCell[] {
  return [{ value: key, style: 'label' }, value];
}

function thresholdsText({ information, warning }: Thresholds): string {
  return joinList([shareText(information), shareText(warning)]);
}

/** One word when both natures have the same mode, otherwise « AE; CP ». */
function modesText(ceilings: Ceilings): string {
  const ae = ceilings.AE?.mode ?? ceilings.CP?.mode ?? 'blocking';
  const cp = ceilings.CP?.mode ?? ae;
  return joinList((ae === cp ? [ae] : [ae, cp]).map((mode) => MODE_WORDS[mode]));
}
