/** The verdict in words: a headline, the sentence that completes it, and a line for each other fact. */
import type { Convention } from '../../domain/envelopes/convention';
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import { groupedBy } from '../../domain/grouped';
import { NATURES } from '../../domain/money/nature';
import { areWhole, formatAmount, formatDate, formatShare, formatWholeAmount } from '../../messages/format';
import { fieldLabel, noFindingLabel } from '../../messages/labels';
import { missedAmountsLabel } from '../../messages/missed-words';
import type { ControlExtent } from '../../application/dossier';
import type { PaneWords } from '../shared/pane-fr';
import type { ShapeKind } from '../shared/Shape';
import type { BesideUnread } from '../../workbook/snapshot';
import { unreadAmountsOf } from './unread-places';
import type { Excess, Fact, Verdict } from './verdict';

/** A fact beside the headline, with its sign. */
export interface FactLine {
  readonly kind: ShapeKind;
  readonly text: string;
}

export interface VerdictText {
  readonly headline: string;
  /** Completes the headline; may be empty. */
  readonly detail: string;
  readonly facts: readonly FactLine[];
}

/** Facts shown without unfolding the others. */
const SHOWN = 3;

/** The facts to show, and those that may be folded: never what is wrong, nor an amount that no figure counts. */
export function foldedFacts(facts: readonly FactLine[]): Readonly<Record<'shown' | 'folded', readonly FactLine[]>> {
  const isKept = ({ kind }: FactLine, index: number): boolean =>
    index < SHOWN || kind === 'danger' || kind === 'unknown';
  const folded = facts.filter((fact, index) => !isKept(fact, index));
  return folded.length < 2 ? { shown: facts, folded: [] } : { shown: facts.filter(isKept), folded };
}

/** `extent`: the reason why nothing was checked. */
export function verdictText(
  verdict: Verdict,
  convention: Convention,
  extent: ControlExtent,
  words: PaneWords,
): VerdictText {
  const writer = new Writer(verdict, convention, words);
  return { headline: writer.headline(), detail: writer.detail(extent), facts: writer.facts() };
}

class Writer {
  private readonly amount: (cents: number) => string;

  constructor(
    private readonly verdict: Verdict,
    private readonly convention: Convention,
    private readonly words: PaneWords,
  ) {
    const isWhole = areWhole(amountsOf(verdict));
    const format = isWhole ? formatWholeAmount : formatAmount;
    this.amount = (cents) => format(cents, words.language);
  }

  headline(): string {
    const { headline } = this.verdict;
    const texts = this.words.situation.headlines;
    if (headline.kind === 'exceeded')
      return (
        texts.exceeded(this.subject(headline.excess), this.amountOf(headline.excess, 'over')) +
        this.since(headline.excess)
      );
    if (headline.kind === 'lacking')
      return texts.lacking(this.subject(headline.excess), this.amountOf(headline.excess, 'lacking'));
    if (headline.kind === 'openingRap') return texts.openingRap(this.name(headline.code), this.amount(headline.over));
    return texts[headline.kind];
  }

  detail(extent: ControlExtent): string {
    const ofExcess = this.verdict.facts.filter(({ kind }) => kind === 'withReserved');
    return [this.aboutHeadline(extent), ...ofExcess.map((fact) => this.sentence(fact))]
      .filter((text) => text !== '')
      .join(' ');
  }

  private aboutHeadline(extent: ControlExtent): string {
    const { headline } = this.verdict;
    const texts = this.words.situation.facts;
    switch (headline.kind) {
      case 'nothingChecked':
        return noFindingLabel(extent, this.words.language);
      case 'inOrder':
        return this.verdict.facts.some(({ kind }) => kind === 'besideUnread') ? texts.nothingWrong : texts.allRead;
      case 'exceeded':
        return headline.excess.isTolerated ? texts.tolerated : '';
      case 'lacking':
        return texts.reservedCounted;
      case 'expired':
        return texts.nothingWrong;
      default:
        return '';
    }
  }

  facts(): readonly FactLine[] {
    const { headline, facts } = this.verdict;
    const excesses = facts.flatMap((fact) => (fact.kind === 'exceeded' || fact.kind === 'lacking' ? [fact] : []));
    const others = facts.filter((fact) => !('excess' in fact));
    const lines = [
      ...this.byEnvelope(excesses),
      ...others.map((fact) => ({ kind: kindOf(fact), text: this.sentence(fact) })),
    ];
    return 'excess' in headline ? worstFirst(lines) : lines;
  }

  /** « Signaux Faibles dépasse de 4 000 € d'AE depuis le 20/11/2023 et de 1 600 € de CP… » */
  private byEnvelope(facts: readonly Extract<Fact, { readonly excess: Excess }>[]): readonly FactLine[] {
    const texts = this.words.situation.facts;
    const groups = groupedBy(facts, ({ kind, excess }) => `${kind} ${this.subject(excess)}`);
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const isOver = first.kind === 'exceeded';
      const amounts = group.map(({ excess }) => {
        return this.amountOf(excess, isOver ? 'over' : 'lacking') + this.since(excess);
      });
      const text = (isOver ? texts.exceeded : texts.lacking)(this.subject(first.excess), amounts);
      return [{ kind: worstKind(group.map(kindOf)), text }];
    });
  }

  private sentence(fact: Fact): string {
    const texts = this.words.situation.facts;
    const { language } = this.words;
    switch (fact.kind) {
      case 'exceeded':
      case 'lacking':
        return ''; // by envelope
      case 'withReserved':
        return texts.withReserved(this.amount(fact.excess.reserved), this.amountOf(fact.excess, 'lacking'));
      case 'notInformed':
        return texts.notInformed;
      case 'threshold':
        return texts.threshold(
          fact.nature,
          formatShare(fact.share, language),
          fact.codes.map((code) => this.name(code)),
        );
      case 'openingRap':
        return texts.openingRap(this.name(fact.code), this.amount(fact.over));
      case 'notCalculable':
        return texts.notCalculable(fact.nature, fieldLabel(fact.missing, language));
      case 'unchecked':
        return fact.missed.rows > 0
          ? texts.unchecked(fact.rows, missedAmountsLabel(fact.missed, language, this.amount))
          : texts.withoutEffect(fact.rows);
      case 'undated':
        return texts.undated(fact.rows, this.amount(fact.cents));
      case 'unread':
        return texts.unread(fact.places, unreadAmountsOf(fact, this.words, this.amount));
      case 'withoutOperations':
        return texts.withoutOperations(fact.places, unreadAmountsOf(fact, this.words, this.amount));
      case 'findings':
        return texts.findings(fact.errors, fact.warnings, fact.infos);
      case 'besideUnread':
        return besideUnread(fact, texts);
      case 'ended':
        return texts.ended(formatDate(fact.on, language));
    }
  }

  private since({ since }: Excess): string {
    return since === null ? '' : this.words.situation.facts.since(formatDate(since, this.words.language));
  }

  private amountOf(excess: Excess, which: 'over' | 'lacking'): string {
    return this.words.situation.amountOf(this.amount(excess[which]), excess.nature);
  }

  private subject({ code, of }: Excess): string {
    return of ? this.words.situation.thePart[of.part](of.value) : this.name(code);
  }

  private name(code: string): string {
    if (code === WHOLE_CONVENTION) return this.words.situation.theWhole;
    return this.convention.envelopes.find((one) => one.code === code)?.label ?? code;
  }
}

/** The sign of a fact. */
function kindOf(fact: Fact): ShapeKind {
  switch (fact.kind) {
    case 'withReserved':
    case 'exceeded':
    case 'lacking': {
      const { mode, isTolerated } = fact.excess;
      if (isTolerated || mode === 'information') return 'info';
      return fact.kind === 'exceeded' && mode === 'blocking' ? 'danger' : 'warning';
    }
    case 'notInformed':
      return 'danger';
    case 'threshold':
    case 'openingRap':
      return 'warning';
    case 'notCalculable':
    case 'unread':
    case 'undated':
    case 'unchecked':
      return 'unknown';
    case 'findings':
      return fact.errors > 0 ? 'danger' : fact.warnings > 0 ? 'warning' : 'info';
    case 'besideUnread':
      return fact.why === 'notGiven' ? 'info' : 'unknown';
    case 'withoutOperations':
    case 'ended':
      return 'info';
  }
}

function besideUnread({ what, why }: BesideUnread, texts: PaneWords['situation']['facts']): string {
  if (what === 'merges') return texts.mergesUnread[why === 'refused' ? 'refused' : 'tooMany'];
  return texts.besideUnread[why](texts.textsBeside[what]);
}

/** The faults, then the amounts that the figures lack, then the others. */
function worstFirst(lines: readonly FactLine[]): readonly FactLine[] {
  const rank = ({ kind }: FactLine): number => (kind === 'danger' ? 0 : kind === 'unknown' ? 1 : 2);
  return [...lines].sort((one, other) => rank(one) - rank(other));
}

function worstKind(kinds: readonly ShapeKind[]): ShapeKind {
  return (['danger', 'warning'] as const).find((kind) => kinds.includes(kind)) ?? 'info';
}

/** Every amount of a verdict, in cents. */
function amountsOf({ headline, facts }: Verdict): readonly number[] {
  const ofExcess = ({ over, reserved, lacking }: Excess): readonly number[] => [over, reserved, lacking];
  return [
    ...('excess' in headline ? ofExcess(headline.excess) : []),
    ...facts.flatMap((fact) => {
      if ('excess' in fact) return ofExcess(fact.excess);
      if (fact.kind === 'unread' || fact.kind === 'withoutOperations') return [fact.ae, fact.cp, fact.other];
      if (fact.kind === 'unchecked') return NATURES.flatMap((nature) => fact.missed.cents[nature] ?? []);
      if (fact.kind === 'undated') return [fact.cents];
      return fact.kind === 'openingRap' ? [fact.over] : [];
    }),
  ];
}
