/**
 * Which tables make the ledger. Every table of operations is part of it, on any sheet, hidden or not, except a copy
 * (half of its operations are in others), a summary, and a sheet named as an archive, a copy, a model, a simulation, a
 * draft or, without a status, a forecast. Of two tables that repeat each other and are as good, the user chooses.
 */
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { groupedBy } from '../../../domain/grouped';
import { failure, success, type Result } from '../../../domain/result';
import { comparable } from '../../../domain/text';
import type { Failure, LedgerRival } from '../../failure';
import { findSheet, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../snapshot';
import type { LedgerCandidate } from '../find-ledger';
import type { KnownNames } from '../known-names';
import type { LedgerBlock } from '../ledger-source';
import { textOf } from '../../cells';
import { derivedNatures, isSynthesis } from '../tables/derived-amounts';
import { AmountOwners, headingsOf } from './amount-owners';
import { issuedTables } from './issued-tables';
import { areUndatedInvoices, areUnpaid } from './undated-invoices';
import { namesAPlan, setsAside } from '../rows/marks/effect-headings';
import { hasPieces, isUnspecific, naturesOf, type FoundBlock } from '../make-block';
import { operationsOf, type CandidateOperations } from './candidate-operations';
import { withoutFields, withoutRecalls } from './recalled-amounts';
import { withoutBlocks, type LedgerChoice, type LeftReason, type LeftTable } from './left-tables';
import { openNatures } from './open-natures';
import { areStillToCome, showsPayments } from './prepared-payments';
import { withoutContracts } from './ordered-contracts';
import { repeatedTables } from './repeated-tables';

/** A candidate with this share of the score of another is as good. */
const AS_GOOD = 0.8;
/** A table that repeats this share of another is the same; one that repeats fewer of its rows is an extract of it. */
const ALMOST_ALL = 0.8;
/** As many amounts may be equal by chance. */
const FEWEST_REPEATED = 3;
/** A table without pieces and with less than this share of the best score is a summary. */
const SUMMARY = 0.5;
/** The name of a sheet that is kept, prepared or tried, but that is no ledger beside another. */
const ASIDE =
  /\b(archive[sd]?|archivage|copie|copy|sauvegardes?|backup|bak|modele|model|template|exemples?|example|simulations?|brouillons?|draft|anciene?s?|ancienne|old|obsoletes?|perimee?s?|corbeille|poubelle|annulee?s?|abandonnee?s?|caducs?|inutilisee?s?|ne pas utiliser|ne plus utiliser|do not use|tests?|essais?)\b/;
/** « À engager », « DA », « Engagements refusés ». */
const NOT_DONE =
  /^(?:suivi (?:des? |d )?)?(?:ej |engagements? |commandes? )?(?:a (?:engager|notifier|signer|valider|venir|confirmer)|non (?:engagee?|signee?|notifiee?|validee?)s?|en attente(?: (?:de |d )(?:visa|signature|notification|validation|engagement))?|da|demandes? d achats?|refusee?s?|rejetee?s?|rejets?|refus|devis|en projet)$/;
/** Without numbers of EJ. */
const MAY_BE_PLANNED = /^(?:projets?|demandes?|reservations?|besoins?)$/;
/** « Extraction Chorus », « Chorus export ». */
const FROM_CHORUS = /\b(?:extractions?|extraits?|exports?|restitutions?|requetes?)\b/;
/** « Suivi (2) », the name that Excel gives to a copied sheet. */
const NAMED_BY_EXCEL = /\(\d+\)$/;

const DATES: Readonly<Record<'ae' | 'cp', LedgerField>> = { ae: 'commitmentDate', cp: 'paymentDate' };

/**
 * The ledger among the candidates: those that the user named, otherwise all that the rule above combines. Refuses when
 * there is none, when a name is not a candidate, and when two repeat each other. `isExtract` is true for a sheet that is
 * an extract of Chorus by its headings: beside a ledger of its natures, it is to be compared and not counted. `names`:
 * those of the convention, when it is known.
 */
export function chooseLedgers(
  workbook: WorkbookSnapshot,
  candidates: readonly LedgerCandidate[],
  wanted: readonly string[],
  isExtract: (sheet: string) => boolean = () => false,
  names: KnownNames | null = null,
): Result<LedgerChoice, Failure> {
  if (candidates.length === 0) return failure({ code: 'noLedger' });
  if (wanted.length === 0) {
    const choice = combined(workbook, candidates, isExtract);
    return choice.ok ? success(withoutContracts(workbook, choice.value, names)) : choice;
  }
  const named = new Set(wanted.flatMap((name) => candidates.find((candidate) => isNamed(candidate, name)) ?? []));
  const unknown = wanted.find((name) => !candidates.some((candidate) => isNamed(candidate, name)));
  if (unknown !== undefined) return failure({ ...severalLedgers(workbook, candidates, new Map()), unknown });
  const others = candidates.filter((candidate) => !named.has(candidate));
  const own = withoutRecalls(workbook, [...named]);
  const again = repeatedTables(workbook, own);
  const listed = own.filter(({ blocks }) => !blocks.every((found) => again.includes(found)));
  const copy = again.filter((found) => listed.some(({ blocks }) => blocks.includes(found)));
  const { chosen, left } = withoutBlocks(own, { copy });
  return success({
    chosen,
    left: [...others.map((one) => leftTable(one, 'notNamed')), ...left, ...summariesOf([...named])],
  });
}

/** A table that only recalls the amounts of another is no copy of it; unless that other is left out. */
function combined(
  workbook: WorkbookSnapshot,
  candidates: readonly LedgerCandidate[],
  isExtract: (sheet: string) => boolean,
): Result<LedgerChoice, Failure> {
  const choose = (among: readonly LedgerCandidate[]): Result<LedgerChoice, Failure> =>
    new Combination(workbook, among, isExtract).choose();
  const parts = candidates.filter((one) => !isAside(one) && !isCopiedFromChorus(one) && !isExtract(one.sheet));
  const own = withoutRecalls(workbook, parts);
  const recalling = own.filter((one) => !parts.includes(one));
  if (recalling.length === 0) return choose(candidates);
  const choice = choose(candidates.map((one) => own[parts.indexOf(one)] ?? one));
  if (!choice.ok) return choose(candidates);
  const { chosen } = choice.value;
  const natures = new Set(chosen.flatMap(({ blocks }) => naturesOf(blocks)));
  const isWhole =
    recalling.every(({ name }) => chosen.some((one) => one.name === name)) &&
    parts.every(({ blocks }) => naturesOf(blocks).every((nature) => natures.has(nature)));
  return isWhole ? choice : choose(candidates);
}

function isNamed(candidate: LedgerCandidate, name: string): boolean {
  const wanted = comparable(name);
  return comparable(candidate.name) === wanted || comparable(candidate.sheet) === wanted;
}

function leftTable({ name, blocks }: LedgerCandidate, why: LeftReason): LeftTable {
  return { name, blocks, why };
}

/** The tables that `findLedgers` left out on the sheets of the ledger, and the credits given there. */
function summariesOf(chosen: readonly LedgerCandidate[]): readonly LeftTable[] {
  return chosen.flatMap(({ name, leftOut, credits }) => [
    ...(leftOut.length > 0 ? [{ name, blocks: leftOut, why: 'summary' as const }] : []),
    ...(credits.length > 0 ? [{ name, blocks: credits, why: 'credits' as const }] : []),
  ]);
}

function severalLedgers(
  workbook: WorkbookSnapshot,
  candidates: readonly LedgerCandidate[],
  repeated: ReadonlyMap<LedgerCandidate, LedgerCandidate>,
): Extract<Failure, { code: 'severalLedgers' }> {
  const rivals = candidates.map((candidate): LedgerRival => {
    const { rows, ae, cp } = operationsOf(workbook, candidate);
    return { name: candidate.name, rows, ae, cp, repeats: repeated.get(candidate)?.name ?? null };
  });
  return { code: 'severalLedgers', candidates: rivals };
}

interface Judged {
  readonly candidate: LedgerCandidate;
  readonly operations: CandidateOperations;
  /** All its amounts are computed from other rows. */
  readonly isSynthesis: boolean;
  readonly isExtract: boolean;
  /** A sheet of what is not done. */
  readonly isPlan: boolean;
  /** From the most likely to be the ledger, 0, to the least. */
  readonly rank: number;
}

/** Takes the candidates one by one, the likeliest and the longest first. */
class Combination {
  private readonly taken: Judged[] = [];
  private owners = new AmountOwners<Judged>([]);
  private readonly left: LeftTable[] = [];
  private readonly repeated = new Map<LedgerCandidate, LedgerCandidate>();

  constructor(
    private readonly workbook: WorkbookSnapshot,
    private readonly candidates: readonly LedgerCandidate[],
    private readonly isExtract: (sheet: string) => boolean,
  ) {}

  choose(): Result<LedgerChoice, Failure> {
    const { workbook, candidates } = this;
    const [only, ...others] = candidates;
    if (only && others.length === 0) {
      const { chosen, left } = withoutTables(workbook, [only]);
      return success({ chosen, left: [...left, ...summariesOf([only])] });
    }
    const judged = candidates.map((candidate) => judge(workbook, candidate, this.isExtract(candidate.sheet)));
    this.owners = new AmountOwners(judged);
    const likeliestFirst = [...judged].sort(
      (one, other) =>
        one.rank - other.rank ||
        Number(isNameless(one)) - Number(isNameless(other)) ||
        other.operations.amounts.length - one.operations.amounts.length ||
        other.candidate.score - one.candidate.score,
    );
    for (const one of likeliestFirst) {
      const why = one.candidate.isForced ? null : this.whyLeft(one);
      if (why === null) this.take(one);
      else this.left.push(leftTable(one.candidate, why));
    }
    const chosen = candidates.filter((candidate) => this.taken.some((one) => one.candidate === candidate));
    if (this.repeated.size === 0) {
      const paid = withoutTables(workbook, withoutDerived(workbook, chosen));
      return success({ chosen: paid.chosen, left: [...this.left, ...paid.left, ...summariesOf(chosen)] });
    }
    const asked = candidates.filter((candidate) => chosen.includes(candidate) || this.repeated.has(candidate));
    return failure(severalLedgers(workbook, asked, this.repeated));
  }

  private take(one: Judged): void {
    this.taken.push(one);
    this.owners.add(one);
  }

  /** Null for a part of the ledger. */
  private whyLeft(one: Judged): LeftReason | null {
    if (this.taken.length === 0) return null;
    if (isAside(one.candidate)) return 'aside';
    if (one.candidate.isOfCredits && !this.taken.every(({ candidate }) => candidate.isOfCredits)) return 'credits';
    if (one.isPlan && !this.taken.some(({ isPlan }) => isPlan)) return 'doubtful';
    if (one.operations.identified === 0 && !this.isPrepared(one)) return 'summary';
    if (this.isCopy(one) || this.repeatsCommitments(one)) return 'copy';
    const { blocks, score } = one.candidate;
    const best = Math.max(...this.taken.map(({ candidate }) => candidate.score));
    const known = this.natures();
    if (!naturesOf(blocks).every((nature) => known.has(nature))) return null;
    if (isCopiedFromChorus(one.candidate)) return 'aside';
    if (one.isExtract && !this.taken.some(({ isExtract }) => isExtract)) return 'extract';
    if (one.isSynthesis || (!blocks.some(hasPieces) && score < SUMMARY * best)) return 'summary';
    return this.isDoubtful(one.candidate) ? 'doubtful' : null;
  }

  /**
   * A table still without rows, with the headings of another, as the sheet of a month to come, or of the nature that no
   * other has, as the payments of a year that begins.
   */
  private isPrepared({ candidate, operations }: Judged): boolean {
    if (operations.rows > 0) return false;
    const [headings, known] = [headingsOf(candidate), this.natures()];
    const isMissing = (found: FoundBlock): boolean =>
      found.block.columns.has('ejNumber') &&
      naturesOf([found]).some((nature) => !known.has(nature) && found.block.columns.has(DATES[nature]));
    const areToCome = candidate.blocks.every(({ block }) => areStillToCome(this.workbook, block));
    const isMade = areToCome && candidate.blocks.some(isMissing);
    return (
      (isMade && !candidate.isHidden && !this.pays()) ||
      this.taken.some((one) => isHalfOf(headings, headingsOf(one.candidate)))
    );
  }

  private pays(): boolean {
    return this.taken.some(({ candidate }) =>
      candidate.blocks.some(({ block }) => showsPayments(this.workbook, block, headingsOf(candidate))),
    );
  }

  private natures(): ReadonlySet<'ae' | 'cp'> {
    return new Set(this.taken.flatMap(({ candidate }) => naturesOf(candidate.blocks)));
  }

  private isCopy(one: Judged): boolean {
    const { amounts } = one.operations;
    const counts = new Map<Judged, number>();
    let repeated = 0;
    for (const amount of amounts) {
      const owner = this.owners.of(amount, one);
      if (!owner) continue;
      repeated++;
      counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
    if (repeated === 0 || repeated * 2 < amounts.length) return false;
    for (const [other, count] of counts) {
      const isMutual = count >= ALMOST_ALL * other.operations.amounts.length;
      const isAsGood = one.rank === other.rank && one.candidate.score >= AS_GOOD * other.candidate.score;
      if (isMutual && isAsGood) this.repeated.set(one.candidate, other.candidate);
    }
    return true;
  }

  /** Commitments without numbers of EJ, almost all of them amounts that another table commits with one. */
  private repeatsCommitments({ operations }: Pick<Judged, 'operations'>): boolean {
    const own = operations.amounts;
    if (!isNameless({ operations }) || new Set(own.map(({ committed }) => committed)).size < FEWEST_REPEATED)
      return false;
    const left = this.taken
      .flatMap((other) => other.operations.amounts)
      .filter((amount) => amount.isNameless !== true)
      .map(({ committed }) => committed);
    const counts = groupedBy(left, (cents) => cents);
    const repeated = own.filter(({ committed }) => counts.get(committed)?.pop() !== undefined);
    return repeated.length >= ALMOST_ALL * own.length;
  }

  /** Amounts named neither AE nor CP, without a date of their nature or on invoices, beside a table that names both. */
  private isDoubtful({ blocks, sheet }: LedgerCandidate): boolean {
    const isVague = (found: FoundBlock): boolean =>
      isUnspecific(found) &&
      (naturesOf([found]).every((nature) => !found.block.columns.has(DATES[nature])) ||
        areUndatedInvoices(found, sheet));
    return blocks.every(isVague) && !this.taken.some(({ candidate }) => candidate.blocks.every(isVague));
  }
}

/**
 * The candidates without their tables of issued payments, which the payments of the others settle or contradict, and
 * without those that only list again what the others hold, or whose nature nothing gives.
 */
function withoutTables(workbook: WorkbookSnapshot, candidates: readonly LedgerCandidate[]): LedgerChoice {
  const { settled, doubtful } = issuedTables(
    workbook,
    candidates.filter(({ isForced }) => !isForced),
  );
  const paid = withoutBlocks(candidates, { issued: settled, unpaid: doubtful });
  const own = withoutBlocks(paid.chosen, { copy: repeatedTables(workbook, paid.chosen) });
  const named = withoutBlocks(own.chosen, { natureOpen: openNatures(workbook, own.chosen) });
  return { chosen: named.chosen, left: [...paid.left, ...own.left, ...named.left] };
}

function judge(workbook: WorkbookSnapshot, candidate: LedgerCandidate, isExtract: boolean): Judged {
  const sheet = findSheet(workbook, candidate.sheet);
  const synthesis = sheet !== undefined && candidate.blocks.every(({ block }) => isSynthesis(sheet, block));
  const isPlan = isOfPlans(candidate, sheet);
  const rank =
    (candidate.isForced ? 0 : 64) +
    (isAside(candidate) || isPlan || candidate.isOfCredits ? 32 : 0) +
    (isExtract ? 16 : 0) +
    (synthesis ? 8 : 0) +
    (candidate.blocks.every(isUnspecific) ? 4 : 0) +
    (candidate.isHidden ? 2 : 0) +
    (NAMED_BY_EXCEL.test(candidate.sheet.trim()) ? 1 : 0);
  return { candidate, operations: operationsOf(workbook, candidate), isSynthesis: synthesis, isExtract, isPlan, rank };
}

/** True for commitments alone, without the numbers of their EJ. */
function isNameless({ operations: { amounts } }: Pick<Judged, 'operations'>): boolean {
  return amounts.length > 0 && amounts.every((amount) => amount.isNameless === true);
}

function isHalfOf(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].filter((text) => other.has(text)).length * 2 >= one.size;
}

/** A sheet of what is planned, asked for or refused, unless statuses distinguish what is done. */
function isOfPlans({ sheet, blocks }: LedgerCandidate, found: SheetSnapshot | undefined): boolean {
  const has = (field: LedgerField): boolean => blocks.some(({ block }) => block.columns.has(field));
  const name = comparable(sheet).trim();
  const isNamed = namesAPlan(sheet) || NOT_DONE.test(name) || (MAY_BE_PLANNED.test(name) && !has('ejNumber'));
  if (blocks.every((block) => areUnpaid(block, sheet))) return true;
  return isNamed && !blocks.some(({ block }) => found !== undefined && hasStatuses(found, block));
}

function hasStatuses(sheet: SheetSnapshot, { columns, firstRow, lastRow }: LedgerBlock): boolean {
  const column = columns.get('status')?.column;
  if (column === undefined) return false;
  for (let row = firstRow; row <= lastRow; row++) if (textOf(valueAt(sheet, row, column)).trim() !== '') return true;
  return false;
}

function hasEnvelope({ blocks }: LedgerCandidate): boolean {
  return blocks.some(({ block }) => block.columns.has('ministerialAxis2') || block.envelope !== undefined);
}

/** A list taken from Chorus, by the name of its sheet, without the days of its amounts. */
function isCopiedFromChorus({ sheet, blocks }: LedgerCandidate): boolean {
  const isDated = ({ block: { columns } }: FoundBlock): boolean =>
    (['ae', 'cp'] as const).every((nature) => !columns.has(nature) || columns.has(DATES[nature]));
  const name = comparable(sheet);
  return name.includes('chorus') && FROM_CHORUS.test(name) && !blocks.every(isDated);
}

function isAside({ name, sheet }: LedgerCandidate): boolean {
  return ASIDE.test(comparable(sheet)) || ASIDE.test(comparable(name)) || setsAside(sheet);
}

/**
 * The payments of each EJ are often summed beside it from the sheet of payments: of a nature that another table of the
 * ledger holds, a computed column is not counted again. Commitments keep the table that gives their envelope.
 */
function withoutDerived(workbook: WorkbookSnapshot, chosen: readonly LedgerCandidate[]): readonly LedgerCandidate[] {
  const derivedIn = ({ sheet, blocks }: LedgerCandidate): readonly ('ae' | 'cp')[] => {
    const found = findSheet(workbook, sheet);
    return found
      ? (['ae', 'cp'] as const).filter((nature) =>
          blocks.some(({ block }) => derivedNatures(found, block).includes(nature)),
        )
      : [];
  };
  const derived = chosen.map(derivedIn);
  return chosen.map((candidate, index) => {
    const repeated = (derived[index] ?? []).filter((nature) =>
      chosen.some(
        (other, rank) =>
          other !== candidate &&
          naturesOf(other.blocks).includes(nature) &&
          !derived[rank]?.includes(nature) &&
          (nature === 'cp' || hasEnvelope(other) || !hasEnvelope(candidate)),
      ),
    );
    if (repeated.length === 0 || naturesOf(candidate.blocks).length === repeated.length) return candidate;
    return withoutFields(candidate, repeated);
  });
}
