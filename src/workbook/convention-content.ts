/** Convention → the contents of its tables, ready to be written; reading them back gives the same convention. */
import type { CivilDate } from '../domain/calendar/civil-date';
import type { Ceilings, Convention, Party } from '../domain/envelopes/convention';
import type { Euros } from '../domain/money/euros';
import { joinList, shareText } from './convention-cells';
import { EVENT_WORDS, MODE_WORDS, MOVEMENT_WORDS, ZONE_WORDS } from './convention-words';
import { COLUMNS, CONVENTION_KEYS, FIELD_NAMES, type ConventionKey, type TableId } from './names';
import type { PlannedCell, StyleName } from './plan';
import { serialOfDate } from './serials';

/** A table to write: headings and rows, as many cells in each. A table without data has one blank row to type in. */
export interface TableContent {
  readonly id: TableId;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly PlannedCell[])[];
}

type Cell = (value: string) => PlannedCell;

const styled = (style: StyleName): Cell => (value) => ({ value: value === '' ? null : value, style });
const text = styled('text');
const code = styled('code');
const amount = (euros: Euros | null): PlannedCell => ({ value: euros === null ? null : euros.cents / 100, style: 'amount' });

/** Every convention table, in the order of the sheet. */
export function contentOfConvention(convention: Convention, uses1904: boolean): readonly TableContent[] {
  const date = (day: CivilDate | null): PlannedCell => ({ value: day === null ? null : serialOfDate(day, uses1904), style: 'date' });
  return [
    table('convention', keyRows(convention, date)),
    table('envelopes', convention.envelopes.map((envelope) => [
      code(envelope.code),
      text(envelope.label),
      text(joinList(envelope.aliases)),
      amount(envelope.ceilings.AE?.amount ?? null),
      amount(envelope.ceilings.CP?.amount ?? null),
      amount(envelope.openingRap),
      text(modesText(envelope.ceilings)),
      text(joinList([shareText(envelope.thresholds.information), shareText(envelope.thresholds.warning)])),
    ])),
    table('lines', convention.envelopes.flatMap(({ lines }) => lines).map((line) => [
      code(line.envelope),
      text(line.label),
      amount(line.delegated),
      amount(line.total),
      text(MODE_WORDS[line.mode]),
      text(joinList(line.aliases)),
    ])),
    table('imputations', convention.imputation.map((rule) => [
      text(FIELD_NAMES[rule.field]),
      code(rule.value),
      code(joinList(rule.aliases)),
      code(rule.envelope ?? ''),
      date(rule.from),
      date(rule.until),
    ])),
    table('movements', convention.movements.map((movement) => [
      date(movement.date),
      text(MOVEMENT_WORDS[movement.type]),
      code(movement.from ?? ''),
      code(movement.to ?? ''),
      text(movement.nature),
      amount(movement.amount),
      text(movement.reference),
      text(movement.authorisedBy),
      date(movement.authorisedOn),
    ])),
    table('rap', convention.rap.map((entry) => [code(entry.ej), amount(entry.amount)])),
    table('requests', []),
    table('duties', []),
    table('indicators', []),
    table('milestones', []),
    table('acceptances', []),
    table('columns', []),
  ];
}

/** Styles of the cells of a table that has no data yet, so that what is typed there is shown right. */
const BLANK_DATES = ['Date', 'Du', 'Au', "Date d'autorisation", 'Reçue le', 'Répondue le', 'Prévu', 'Réalisé', 'Échéance', 'Fait le'];
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

function keyRows(convention: Convention, date: (day: CivilDate) => PlannedCell): readonly (readonly PlannedCell[])[] {
  const number = (value: number): PlannedCell => ({ value, style: 'text' });
  const parties = (of: readonly Party[], part: keyof Party): PlannedCell => text(joinList(of.map((party) => party[part])));
  const values: Readonly<Record<ConventionKey, PlannedCell>> = {
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
    endAppliesTo: text(joinList(convention.endAppliesTo.map((event) => EVENT_WORDS[event]))),
    creditYear: number(convention.creditYear),
    noticeMonths: number(convention.noticeMonths),
    replyWorkingDays: number(convention.replyWorkingDays),
    holidayZone: text(ZONE_WORDS[convention.holidayZone]),
    ae: amount(convention.ceilings.AE?.amount ?? null),
    cp: amount(convention.ceilings.CP?.amount ?? null),
    mode: text(modesText(convention.ceilings)),
  };
  return (Object.keys(CONVENTION_KEYS) as ConventionKey[]).map((key) => [{ value: CONVENTION_KEYS[key], style: 'label' }, values[key]]);
}

/** One word when both natures have the same mode, otherwise « AE; CP ». */
function modesText(ceilings: Ceilings): string {
  const ae = ceilings.AE?.mode ?? ceilings.CP?.mode ?? 'blocking';
  const cp = ceilings.CP?.mode ?? ae;
  return joinList((ae === cp ? [ae] : [ae, cp]).map((mode) => MODE_WORDS[mode]));
}
