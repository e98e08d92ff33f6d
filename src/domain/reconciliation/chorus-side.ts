/**
 * Chorus's side: the effect of each line of the extracts, whether it concerns the convention, whether it is compared.
 * Types 100, 150 and 500 commit, 600 and 650 move between codes, 200 only mirrors payments (restitution JP51).
 */
import type { CivilDate } from '../calendar/civil-date';
import { type ChorusAmount, NO_DAY, type NotCompared, plainDp, plainLine } from './amounts';
import type { UncomparedCodes } from './code-differences';
import type { CodeReader, Codes } from './codes/comparable-codes';
import type { ChorusExtract, ChorusLine } from './extract';
import { isDamagedEj } from '../imputation/ej-number';
import { Inheritance } from './codes/inheritance';
import { type CreditYear, fateOfDay, type LedgerSide } from './ledger-side';
import { givenElsewhere } from './overlaps/overlaps';

/** The lines of the extracts, each in one list. */
export interface ChorusSide {
  readonly commitments: readonly ChorusAmount[];
  readonly payments: readonly ChorusAmount[];
  /** Certified or invoiced: on the way to be paid. */
  readonly stages: readonly ChorusAmount[];
  readonly carryOvers: readonly ChorusAmount[];
  readonly outsideConvention: readonly ChorusAmount[];
  readonly notCompared: readonly { readonly amount: ChorusAmount; readonly why: NotCompared }[];
}

/** Facts of the ledger and of the convention that decide how a line is read. */
export interface ChorusSetting {
  readonly codes: CodeReader;
  /** The columns of each extract whose codes cannot be compared. */
  readonly uncompared: readonly UncomparedCodes[];
  readonly year: CreditYear;
  readonly asOf: CivilDate;
  readonly known: Pick<LedgerSide, 'ejs' | 'dps' | 'anticipatedEjs'>;
  /** EJ of the list of restes à payer. */
  readonly rapEjs: ReadonlySet<string>;
}

type Fate = Exclude<keyof ChorusSide, 'notCompared'> | NotCompared;

/** Reads Chorus's side, in the order of the extracts and of their lines. */
export function chorusSideOf(extracts: readonly ChorusExtract[], setting: ChorusSetting): ChorusSide {
  const { codes, uncompared, year, asOf, known, rapEjs } = setting;
  const inheritance = new Inheritance(extracts, codes);
  const side = {
    commitments: [] as ChorusAmount[],
    payments: [] as ChorusAmount[],
    stages: [] as ChorusAmount[],
    carryOvers: [] as ChorusAmount[],
    outsideConvention: [] as ChorusAmount[],
  };
  const notCompared: { amount: ChorusAmount; why: NotCompared }[] = [];
  const put = (amount: ChorusAmount, fate: Fate): void => {
    if (fate in side) side[fate as keyof typeof side].push(amount);
    else notCompared.push({ amount, why: fate as NotCompared });
  };
  const ours = extracts.map(({ lines }, extract) => {
    const others = uncompared[extract]?.fields ?? [];
    const concerned: ChorusAmount[] = [];
    for (const line of lines) {
      const amount = amountOf(line, extract, codes.without(inheritance.codesOf(line), others), codes);
      const { ej, dp, foreign } = amount;
      const isKnown = known.ejs.has(ej) || rapEjs.has(ej) || (dp !== '' && known.dps.has(dp));
      if (isKnown || codes.judged(amount.codes).belonging === 'own') concerned.push(amount);
      else if (foreign.length > 0) put(amount, 'outsideConvention');
      else put(amount, isDamagedEj(ej) ? 'ejUnreadable' : 'codesNotGiven');
    }
    return concerned;
  });
  const elsewhere = givenElsewhere(extracts, ours);
  for (const amount of ours.flat()) {
    const { line, extract } = amount;
    let fate = fateOf(line, year, asOf);
    if (fate === 'outsideCreditYear' && line.nature === 'AE' && isAnticipated(line, setting)) fate = 'commitments';
    if (fate === 'commitments' && rapEjs.has(line.ej) && extracts[extract]?.lacks.includes('carryOver'))
      fate = 'carryOvers';
    const given = elsewhere.get(amount);
    // Two amounts of another year contest nothing of this one.
    put(amount, given === 'otherAmount' && fate === 'outsideCreditYear' ? fate : (given ?? fate));
  }
  return { ...side, notCompared };
}

function amountOf(line: ChorusLine, extract: number, ofLine: Codes, reader: CodeReader): ChorusAmount {
  return {
    extract,
    line,
    cents: line.cents,
    day: line.date ?? NO_DAY,
    ej: line.ej,
    ejLine: plainLine(line.ejLine),
    dp: plainDp(line.dp),
    dpLine: plainLine(line.dpLine),
    codes: ofLine,
    foreign: reader.judged(ofLine).foreign,
  };
}

function fateOf(line: ChorusLine, year: CreditYear, asOf: CivilDate): Fate {
  if (line.movement === 'reduction') return 'mirror';
  if (line.cents === 0) return 'noAmount';
  const kind = kindOf(line);
  return (kind === 'carryOvers' ? null : fateInTime(line, year, asOf)) ?? kind;
}

/**
 * The exercice decides when the extract has it: a payment of the complementary period is dated in January, and counts
 * on the last day of its exercice; before that day, it is still to come.
 */
function fateInTime({ date, exercise }: ChorusLine, year: CreditYear, asOf: CivilDate): NotCompared | null {
  if (exercise === null) return date === null ? null : fateOfDay(date, year, asOf);
  if (exercise !== year.year) return 'outsideCreditYear';
  return date !== null && date > asOf && asOf < year.last ? 'afterAsOf' : null;
}

/** A commitment of the last two months before the year, on an EJ that the ledger charges in advance to its credits. */
function isAnticipated({ ej, date }: ChorusLine, { year: { days }, known }: ChorusSetting): boolean {
  return date !== null && date >= days.anticipatedFrom && date < days.from && known.anticipatedEjs.has(ej);
}

function kindOf({ movement, nature }: ChorusLine): 'commitments' | 'payments' | 'stages' | 'carryOvers' {
  switch (movement) {
    case 'carryOver':
      return 'carryOvers';
    case 'certified':
    case 'invoiced':
      return 'stages';
    case 'payment':
      return 'payments';
    default:
      return nature === 'AE' ? 'commitments' : 'payments';
  }
}
