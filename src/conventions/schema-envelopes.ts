/** Envelopes and postes of a convention file, with the credits of its other years. */
import type { Tolerance } from '../domain/envelopes/envelope';
import type {
  AnnexWords,
  BudgetLine,
  CeilingMode,
  Ceilings,
  Envelope,
  RapEntry,
  Thresholds,
} from '../domain/envelopes/convention';
import type { YearTerms } from '../domain/envelopes/terms';
import { ejNumberOf } from '../domain/imputation/ej-number';
import type { Euros } from '../domain/money/euros';
import type { Nature } from '../domain/money/nature';
import { YEAR_BOUNDS } from '../workbook/convention/convention-bounds';
import { thresholdsInOrder } from '../workbook/convention/typed-shares';
import { DEFAULT_THRESHOLDS } from '../workbook/convention/convention-envelopes';
import { join, type JsonChecker, type JsonObject } from './json-checker';

const MODES: readonly [CeilingMode, ...CeilingMode[]] = ['blocking', 'warning', 'information'];

/** Numbers the postes of a whole convention, its other years included. */
export interface LineCounter {
  lines: number;
}

/** `{ "AE": { "amount", "mode" } | null, "CP": … }`. */
export function ceilingsOf(check: JsonChecker, value: unknown, path: string): Ceilings {
  const of = check.object(value, path, ['AE', 'CP']);
  const ceiling = <N extends Nature>(nature: N): { readonly amount: Euros<N>; readonly mode: CeilingMode } | null =>
    check.optional(of.get(nature), join(path, nature), (entry, place) => {
      const parts = check.object(entry, place, ['amount', 'mode']);
      const amount = check.amount<N>(parts.get('amount'), join(place, 'amount'));
      return { amount, mode: check.word(parts.get('mode'), join(place, 'mode'), MODES) };
    });
  return { AE: ceiling('AE'), CP: ceiling('CP') };
}

/** An envelope with its postes. */
export function envelopeOf(check: JsonChecker, value: unknown, path: string, counter: LineCounter): Envelope {
  const of = check.object(
    value,
    path,
    ['code', 'label', 'ceilings', 'lines'],
    ['aliases', 'openingRap', 'thresholds', 'share', 'annex', 'tolerance', 'titre'],
  );
  const code = check.name(of.get('code'), join(path, 'code'));
  return {
    code,
    label: check.name(of.get('label'), join(path, 'label')),
    aliases: aliasesOf(check, of.get('aliases'), path),
    ceilings: ceilingsOf(check, of.get('ceilings'), join(path, 'ceilings')),
    openingRap: check.amount<'CP'>(of.get('openingRap') ?? '0', join(path, 'openingRap')),
    thresholds: thresholdsOf(check, of.get('thresholds') ?? DEFAULT_THRESHOLDS, join(path, 'thresholds')),
    share: check.optional(of.get('share'), join(path, 'share'), (share, place) => check.share(share, place)),
    annex: annexOf(check, of.get('annex') ?? {}, join(path, 'annex')),
    ...toleranceAndTitre(check, of, path),
    lines: check.list(of.get('lines'), join(path, 'lines'), (line, place) => lineOf(check, line, place, code, counter)),
  };
}

function annexOf(check: JsonChecker, value: unknown, path: string): AnnexWords {
  const of = check.object(value, path, [], ['title', 'amountHeading']);
  const text = (member: string): string => check.text(of.get(member) ?? '', join(path, member)).trim();
  return { title: text('title'), amountHeading: text('amountHeading') };
}

/** A poste is bound by `delegated`, or by `ceilings` of its own, which then give its mode too. */
function lineOf(check: JsonChecker, value: unknown, path: string, envelope: string, counter: LineCounter): BudgetLine {
  const of = check.object(
    value,
    path,
    ['label', 'delegated'],
    ['aliases', 'total', 'mode', 'ceilings', 'thresholds', 'tolerance', 'titre'],
  );
  const mode = check.word(of.get('mode') ?? 'warning', join(path, 'mode'), MODES);
  const ceilings = check.optional(of.get('ceilings'), join(path, 'ceilings'), (entry, place) =>
    ceilingsOf(check, entry, place),
  );
  return {
    index: counter.lines++,
    envelope,
    label: check.name(of.get('label'), join(path, 'label')),
    aliases: aliasesOf(check, of.get('aliases'), path),
    delegated: check.amount<'AE'>(of.get('delegated'), join(path, 'delegated')),
    total: check.optional(of.get('total'), join(path, 'total'), (entry, place) => check.amount(entry, place)),
    mode: (ceilings?.AE ?? ceilings?.CP)?.mode ?? mode,
    ceilings,
    thresholds: check.optional(of.get('thresholds'), join(path, 'thresholds'), (entry, place) =>
      thresholdsOf(check, entry, place),
    ),
    ...toleranceAndTitre(check, of, path),
  };
}

/** `{ "share": 0.05 }` or `{ "amount": "1000.00" }`; the titre is a text. */
function toleranceAndTitre(check: JsonChecker, of: JsonObject, path: string): Pick<Envelope, 'tolerance' | 'titre'> {
  const tolerance = check.optional(of.get('tolerance'), join(path, 'tolerance'), (value, place): Tolerance => {
    const parts = check.object(value, place, [], ['share', 'amount']);
    if (parts.has('share')) return { share: check.share(parts.get('share'), join(place, 'share')) };
    return { cents: check.amount(parts.get('amount'), join(place, 'amount')).cents };
  });
  const titre = check.optional(of.get('titre'), join(path, 'titre'), (value, place) => check.name(value, place));
  return { ...(tolerance && { tolerance }), ...(titre !== null && { titre }) };
}

/** The credits of one more year. */
export function yearOf(check: JsonChecker, value: unknown, path: string, counter: LineCounter): YearTerms {
  const of = check.object(value, path, ['year', 'ceilings', 'envelopes'], ['rap']);
  return {
    year: check.integer(of.get('year'), join(path, 'year'), ...YEAR_BOUNDS),
    ceilings: ceilingsOf(check, of.get('ceilings'), join(path, 'ceilings')),
    envelopes: check.list(of.get('envelopes'), join(path, 'envelopes'), (entry, place) =>
      envelopeOf(check, entry, place, counter),
    ),
    rap: check.list(of.get('rap') ?? [], join(path, 'rap'), (entry, place) => rapOf(check, entry, place)),
  };
}

/** An earlier EJ. */
export function rapOf(check: JsonChecker, value: unknown, path: string): RapEntry {
  const of = check.object(value, path, ['ej', 'amount']);
  return {
    ej: ejNumberOf(check.name(of.get('ej'), join(path, 'ej'))),
    amount: check.amount<'CP'>(of.get('amount'), join(path, 'amount')),
  };
}

/** Other names of something. */
export function aliasesOf(check: JsonChecker, value: unknown, path: string): readonly string[] {
  return check.list(value ?? [], join(path, 'aliases'), (entry, place) => check.name(entry, place));
}

function thresholdsOf(check: JsonChecker, value: unknown, path: string): Thresholds {
  const of = check.object(value, path, ['information', 'warning']);
  return thresholdsInOrder(
    check.share(of.get('information'), join(path, 'information')),
    check.share(of.get('warning'), join(path, 'warning')),
  );
}
