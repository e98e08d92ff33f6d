/**
 * A convention file (JSON) → Convention. Total: any JSON is either read or refused with the path of the first fault. What the tables of
 * the workbook can say, a file can say.
 */
import type { BoundedEvent, BudgetLine, CeilingMode, Ceilings, Convention, Envelope } from '../domain/envelopes/convention';
import type { HolidayZone, ImputationRule, Movement, MovementType, Party, RapEntry } from '../domain/envelopes/convention';
import { UNSAID } from '../domain/envelopes/terms';
import { IMPUTATION_FIELDS } from '../domain/imputation/imputation';
import type { Euros } from '../domain/money/euros';
import type { Nature } from '../domain/money/nature';
import { failure, success, type Result } from '../domain/result';
import { comparable } from '../domain/text';
import { DEFAULT_THRESHOLDS } from '../workbook/convention-tables';
import type { BadConvention } from '../workbook/failure';
import { join, JsonChecker } from './json-checker';

const MODES: readonly [CeilingMode, ...CeilingMode[]] = ['blocking', 'warning', 'information'];
const EVENTS: readonly [BoundedEvent, ...BoundedEvent[]] = ['commitment', 'serviceCertified', 'payment'];
const ZONES: readonly [HolidayZone, ...HolidayZone[]] = ['national', 'alsace-moselle'];
const MOVEMENTS: readonly [MovementType, ...MovementType[]] = ['amendment', 'transfer', 'carryOver', 'freeze', 'restoration'];
const NATURES: readonly [Nature, ...Nature[]] = ['AE', 'CP'];

/** Reads a convention file. `file` is what a refusal calls it. */
export function readConventionJson(json: unknown, file: string): Result<Convention, BadConvention> {
  const check = new JsonChecker(file);
  const convention = conventionOf(check, json);
  checkDates(check, convention);
  checkNames(check, convention);
  checkEnvelopeReferences(check, convention);
  return check.fault ? failure(check.fault) : success(convention);
}

function conventionOf(check: JsonChecker, json: unknown): Convention {
  const required = [
    'id', 'reference', 'title', 'delegants', 'delegates', 'signedOn', 'endsOn', 'endAppliesTo', 'creditYear', 'noticeMonths',
    'replyWorkingDays', 'holidayZone', 'ceilings', 'envelopes', 'imputation',
  ];
  const of = check.object(json, '', required, ['movements', 'rap']);
  const counter = { lines: 0 };
  return {
    ...UNSAID,
    id: check.text(of.get('id'), 'id'),
    reference: check.text(of.get('reference'), 'reference'),
    title: check.text(of.get('title'), 'title'),
    delegants: check.list(of.get('delegants'), 'delegants', (value, path) => partyOf(check, value, path)),
    delegates: check.list(of.get('delegates'), 'delegates', (value, path) => partyOf(check, value, path)),
    signedOn: check.date(of.get('signedOn'), 'signedOn'),
    endsOn: check.date(of.get('endsOn'), 'endsOn'),
    endAppliesTo: check.list(of.get('endAppliesTo'), 'endAppliesTo', (value, path) => check.word(value, path, EVENTS)),
    creditYear: check.integer(of.get('creditYear'), 'creditYear', 1900, 9999),
    noticeMonths: check.integer(of.get('noticeMonths'), 'noticeMonths', 0, 120),
    replyWorkingDays: check.integer(of.get('replyWorkingDays'), 'replyWorkingDays', 0, 366),
    holidayZone: check.word(of.get('holidayZone'), 'holidayZone', ZONES),
    ceilings: ceilingsOf(check, of.get('ceilings'), 'ceilings'),
    envelopes: check.list(of.get('envelopes'), 'envelopes', (value, path) => envelopeOf(check, value, path, counter)),
    imputation: check.list(of.get('imputation'), 'imputation', (value, path) => ruleOf(check, value, path)),
    movements: check.list(of.get('movements') ?? [], 'movements', (value, path, index) => movementOf(check, value, path, index)),
    rap: check.list(of.get('rap') ?? [], 'rap', (value, path) => rapOf(check, value, path)),
  };
}

function partyOf(check: JsonChecker, value: unknown, path: string): Party {
  const of = check.object(value, path, ['name'], ['representative', 'signatory']);
  return {
    name: check.name(of.get('name'), join(path, 'name')),
    representative: check.text(of.get('representative') ?? '', join(path, 'representative')),
    signatory: check.text(of.get('signatory') ?? '', join(path, 'signatory')),
  };
}

function ceilingsOf(check: JsonChecker, value: unknown, path: string): Ceilings {
  const of = check.object(value, path, ['AE', 'CP']);
  const ceiling = <N extends Nature>(nature: N): { readonly amount: Euros<N>; readonly mode: CeilingMode } | null =>
    check.optional(of.get(nature), join(path, nature), (entry, place) => {
      const parts = check.object(entry, place, ['amount', 'mode']);
      const amount = check.amount<N>(parts.get('amount'), join(place, 'amount'));
      return { amount, mode: check.word(parts.get('mode'), join(place, 'mode'), MODES) };
    });
  return { AE: ceiling('AE'), CP: ceiling('CP') };
}

function envelopeOf(check: JsonChecker, value: unknown, path: string, counter: { lines: number }): Envelope {
  const of = check.object(value, path, ['code', 'label', 'ceilings', 'lines'], ['aliases', 'openingRap', 'thresholds']);
  const code = check.name(of.get('code'), join(path, 'code'));
  const shares = of.get('thresholds') ?? DEFAULT_THRESHOLDS;
  const thresholds = check.object(shares, join(path, 'thresholds'), ['information', 'warning']);
  return {
    code,
    label: check.name(of.get('label'), join(path, 'label')),
    aliases: aliasesOf(check, of.get('aliases'), path),
    ceilings: ceilingsOf(check, of.get('ceilings'), join(path, 'ceilings')),
    openingRap: check.amount<'CP'>(of.get('openingRap') ?? '0', join(path, 'openingRap')),
    thresholds: {
      information: check.share(thresholds.get('information'), join(path, 'thresholds.information')),
      warning: check.share(thresholds.get('warning'), join(path, 'thresholds.warning')),
    },
    share: null,
    lines: check.list(of.get('lines'), join(path, 'lines'), (line, place) => lineOf(check, line, place, code, counter)),
  };
}

function lineOf(check: JsonChecker, value: unknown, path: string, envelope: string, counter: { lines: number }): BudgetLine {
  const of = check.object(value, path, ['label', 'delegated'], ['aliases', 'total', 'mode']);
  return {
    index: counter.lines++,
    envelope,
    label: check.name(of.get('label'), join(path, 'label')),
    aliases: aliasesOf(check, of.get('aliases'), path),
    delegated: check.amount<'AE'>(of.get('delegated'), join(path, 'delegated')),
    total: check.optional(of.get('total'), join(path, 'total'), (entry, place) => check.amount(entry, place)),
    mode: check.word(of.get('mode') ?? 'warning', join(path, 'mode'), MODES),
    ceilings: null,
    thresholds: null,
  };
}

function ruleOf(check: JsonChecker, value: unknown, path: string): ImputationRule {
  const of = check.object(value, path, ['field', 'value'], ['aliases', 'envelope', 'from', 'until']);
  const date = (name: string) => check.optional(of.get(name), join(path, name), (entry, place) => check.date(entry, place));
  return {
    field: check.word(of.get('field'), join(path, 'field'), IMPUTATION_FIELDS),
    value: check.name(of.get('value'), join(path, 'value')),
    aliases: aliasesOf(check, of.get('aliases'), path),
    envelope: check.optional(of.get('envelope'), join(path, 'envelope'), (entry, place) => check.name(entry, place)),
    from: date('from'),
    until: date('until'),
  };
}

function movementOf(check: JsonChecker, value: unknown, path: string, index: number): Movement {
  const of = check.object(value, path, ['type', 'nature', 'amount'], ['date', 'from', 'to', 'reference', 'authorisedBy', 'authorisedOn']);
  const date = (name: string) => check.optional(of.get(name), join(path, name), (entry, place) => check.date(entry, place));
  const name = (member: string) => check.optional(of.get(member), join(path, member), (entry, place) => check.name(entry, place));
  return {
    index,
    date: date('date'),
    type: check.word(of.get('type'), join(path, 'type'), MOVEMENTS),
    from: name('from'),
    to: name('to'),
    nature: check.word(of.get('nature'), join(path, 'nature'), NATURES),
    amount: check.amount(of.get('amount'), join(path, 'amount')),
    reference: check.text(of.get('reference') ?? '', join(path, 'reference')),
    authorisedBy: check.text(of.get('authorisedBy') ?? '', join(path, 'authorisedBy')),
    authorisedOn: date('authorisedOn'),
  };
}

function rapOf(check: JsonChecker, value: unknown, path: string): RapEntry {
  const of = check.object(value, path, ['ej', 'amount']);
  return { ej: check.name(of.get('ej'), join(path, 'ej')), amount: check.amount<'CP'>(of.get('amount'), join(path, 'amount')) };
}

function aliasesOf(check: JsonChecker, value: unknown, path: string): readonly string[] {
  return check.list(value ?? [], join(path, 'aliases'), (entry, place) => check.name(entry, place));
}

function checkDates(check: JsonChecker, convention: Convention): void {
  if (convention.endsOn < convention.signedOn) check.report('endsOn', 'endBeforeSignature', '', '');
}

/** No name may mean two envelopes, nor two postes of one envelope. */
function checkNames(check: JsonChecker, convention: Convention): void {
  const envelopeNames = new Map<string, number>();
  convention.envelopes.forEach((envelope, index) => {
    for (const name of [envelope.code, envelope.label, ...envelope.aliases]) {
      const key = comparable(name);
      if ((envelopeNames.get(key) ?? index) !== index) check.report(`envelopes[${index}]`, 'nameRepeated', name, '');
      envelopeNames.set(key, index);
    }
    const lineNames = new Map<string, number>();
    envelope.lines.forEach((line, position) => {
      for (const name of [line.label, ...line.aliases]) {
        const key = comparable(name);
        if ((lineNames.get(key) ?? position) !== position) check.report(`envelopes[${index}].lines[${position}]`, 'nameRepeated', name, '');
        lineNames.set(key, position);
      }
    });
  });
}

function checkEnvelopeReferences(check: JsonChecker, convention: Convention): void {
  const codes = convention.envelopes.map((envelope) => envelope.code);
  const known = (name: string | null, path: string): void => {
    if (name !== null && !codes.includes(name)) check.report(path, 'envelopeUnknown', name, codes.join(', '));
  };
  convention.imputation.forEach((rule, index) => known(rule.envelope, `imputation[${index}].envelope`));
  convention.movements.forEach((movement, index) => {
    known(movement.from, `movements[${index}].from`);
    known(movement.to, `movements[${index}].to`);
  });
}
