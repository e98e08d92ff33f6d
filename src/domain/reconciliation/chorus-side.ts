/**
 * Chorus's side: what each line of the extracts does, whether it concerns the convention, and whether it is compared.
 * Types 100, 150 and 500 commit, 600 and 650 move between codes, 200 only mirrors payments (docs: public-finance §1.4,
 * JP51).
 */
import type { CivilDate } from '../calendar/civil-date';
import { type ChorusAmount, NO_DAY, type NotCompared, plainDp, plainLine } from './amounts';
import type { CodeReader } from './codes';
import type { ChorusExtract, ChorusLine } from './extract';
import { Inheritance } from './inheritance';
import { type CreditYear, fateOfDay, type LedgerSide } from './ledger-side';
import { Overlaps } from './overlaps';

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

/** What is known of the ledger and of the convention before the lines are read. */
export interface ChorusSetting {
  readonly codes: CodeReader;
  readonly year: CreditYear;
  readonly asOf: CivilDate;
  readonly known: Pick<LedgerSide, 'ejs' | 'dps' | 'anticipatedEjs'>;
  /** EJ of the list of restes à payer. */
  readonly rapEjs: ReadonlySet<string>;
}

type Fate = Exclude<keyof ChorusSide, 'notCompared'> | NotCompared;

/** Reads Chorus's side, in the order of the extracts and of their lines. */
export function chorusSideOf(extracts: readonly ChorusExtract[], setting: ChorusSetting): ChorusSide {
  const { codes, year, asOf, known, rapEjs } = setting;
  const inheritance = new Inheritance(extracts, codes);
  const overlaps = new Overlaps(extracts);
  const side = {
    commitments: [] as ChorusAmount[],
    payments: [] as ChorusAmount[],
    stages: [] as ChorusAmount[],
    carryOvers: [] as ChorusAmount[],
    outsideConvention: [] as ChorusAmount[],
  };
  const notCompared: { amount: ChorusAmount; why: NotCompared }[] = [];
  extracts.forEach((extract, index) => {
    overlaps.enter(index);
    const holdsCarryOvers = extract.lacks.includes('carryOver');
    for (const line of extract.lines) {
      const ofLine = inheritance.codesOf(line);
      const belonging = codes.belonging(ofLine);
      const dp = plainDp(line.dp);
      const amount: ChorusAmount = {
        extract: index,
        line,
        cents: line.cents,
        day: line.date ?? NO_DAY,
        ej: line.ej,
        ejLine: plainLine(line.ejLine),
        dp,
        dpLine: plainLine(line.dpLine),
        codes: ofLine,
        isForeign: belonging === 'foreign',
      };
      const isKnown = known.ejs.has(line.ej) || rapEjs.has(line.ej) || (dp !== '' && known.dps.has(dp));
      let fate: Fate;
      if (belonging !== 'own' && !isKnown) fate = belonging === 'foreign' ? 'outsideConvention' : 'codesNotGiven';
      else if (overlaps.isToldElsewhere(line)) fate = 'otherExtract';
      else fate = fateOf(line, year, asOf);
      if (fate === 'outsideCreditYear' && line.nature === 'AE' && isAnticipated(line, setting)) fate = 'commitments';
      if (fate === 'commitments' && holdsCarryOvers && rapEjs.has(line.ej)) fate = 'carryOvers';
      if (fate in side) side[fate as keyof typeof side].push(amount);
      else notCompared.push({ amount, why: fate as NotCompared });
    }
  });
  return { ...side, notCompared };
}

function fateOf(line: ChorusLine, year: CreditYear, asOf: CivilDate): Fate {
  if (line.movement === 'reduction') return 'mirror';
  if (line.cents === 0) return 'noAmount';
  const kind = kindOf(line);
  return (kind === 'carryOvers' ? null : fateInTime(line, year, asOf)) ?? kind;
}

/** The exercice decides, when the extract tells it: a payment of the complementary period is dated in January. */
function fateInTime({ date, exercise }: ChorusLine, year: CreditYear, asOf: CivilDate): NotCompared | null {
  if (exercise === null) return date === null ? null : fateOfDay(date, year, asOf);
  if (exercise !== year.year) return 'outsideCreditYear';
  return date !== null && date > asOf && date <= year.last ? 'afterAsOf' : null;
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
