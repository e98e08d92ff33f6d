/** The verdict in words: a headline, and a sentence for each fact. */
import type { Convention } from '../../domain/envelopes/convention';
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import { NATURES } from '../../domain/money/nature';
import { areWhole, formatAmount, formatDate, formatShare, formatWholeAmount } from '../../messages/format';
import { fieldLabel, noFindingLabel } from '../../messages/labels';
import { missedAmountsLabel } from '../../messages/missed-words';
import type { RowCounts } from '../../application/dossier';
import type { PaneWords } from '../shared/pane-fr';
import { unreadAmountsOf } from './unread-places';
import type { Excess, Fact, Verdict } from './verdict';

export interface VerdictText {
  readonly headline: string;
  readonly sentences: readonly string[];
}

/** `rows`: the reason why nothing was checked. */
export function verdictText(verdict: Verdict, convention: Convention, rows: RowCounts, words: PaneWords): VerdictText {
  const writer = new Writer(verdict, convention, words);
  return { headline: writer.headline(), sentences: writer.sentences(rows).filter((text) => text !== '') };
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
        texts.exceeded(this.name(headline.excess.code), this.amountOf(headline.excess, 'over')) +
        this.since(headline.excess)
      );
    if (headline.kind === 'lacking')
      return texts.lacking(this.name(headline.excess.code), this.amountOf(headline.excess, 'lacking'));
    if (headline.kind === 'openingRap') return texts.openingRap(this.name(headline.code), this.amount(headline.over));
    return texts[headline.kind];
  }

  sentences(rows: RowCounts): readonly string[] {
    const { headline, facts } = this.verdict;
    const texts = this.words.situation.facts;
    const first =
      headline.kind === 'nothingChecked'
        ? [noFindingLabel(rows, this.words.language)]
        : headline.kind === 'inOrder'
          ? [texts.allRead]
          : headline.kind === 'exceeded'
            ? [headline.excess.isTolerated ? texts.tolerated : '']
            : headline.kind === 'lacking'
              ? [texts.reservedCounted]
              : headline.kind === 'expired'
                ? [texts.nothingWrong]
                : [];
    const isOfExcess = 'excess' in headline;
    const isNextToHeadline = ({ kind }: Fact): boolean =>
      kind === 'withReserved' || (isOfExcess && (kind === 'unchecked' || kind === 'unread'));
    const excesses = facts.flatMap((fact) => (fact.kind === 'exceeded' || fact.kind === 'lacking' ? [fact] : []));
    return [
      ...first,
      ...facts.filter(isNextToHeadline).map((fact) => this.sentence(fact)),
      ...this.byEnvelope(excesses),
      ...facts.filter((fact) => !isNextToHeadline(fact)).map((fact) => this.sentence(fact)),
    ];
  }

  /** « Signaux Faibles dépasse de 4 000 € d'AE depuis le 20/11/2023 et de 1 600 € de CP… » */
  private byEnvelope(facts: readonly Extract<Fact, { readonly excess: Excess }>[]): readonly string[] {
    const texts = this.words.situation.facts;
    const groups = new Map<string, Extract<Fact, { readonly excess: Excess }>[]>();
    for (const fact of facts) {
      const key = `${fact.kind} ${fact.excess.code}`;
      const group = groups.get(key);
      if (group) group.push(fact);
      else groups.set(key, [fact]);
    }
    return [...groups.values()].map((group) => {
      const [first] = group;
      if (!first) return '';
      const isOver = first.kind === 'exceeded';
      const amounts = group.map(({ excess }) => {
        return this.amountOf(excess, isOver ? 'over' : 'lacking') + this.since(excess);
      });
      return (isOver ? texts.exceeded : texts.lacking)(this.name(first.excess.code), amounts);
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
      case 'unread':
        return texts.unread(fact.places, unreadAmountsOf(fact, this.words, this.amount));
      case 'findings':
        return texts.findings(fact.errors, fact.warnings, fact.infos);
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

  private name(code: string): string {
    if (code === WHOLE_CONVENTION) return this.words.situation.theWhole;
    return this.convention.envelopes.find((one) => one.code === code)?.label ?? code;
  }
}

/** Every amount of a verdict, in cents. */
function amountsOf({ headline, facts }: Verdict): readonly number[] {
  const ofExcess = ({ over, reserved, lacking }: Excess): readonly number[] => [over, reserved, lacking];
  return [
    ...('excess' in headline ? ofExcess(headline.excess) : []),
    ...facts.flatMap((fact) => {
      if ('excess' in fact) return ofExcess(fact.excess);
      if (fact.kind === 'unread') return [fact.ae, fact.cp, fact.other];
      if (fact.kind === 'unchecked') return NATURES.flatMap((nature) => fact.missed.cents[nature] ?? []);
      return fact.kind === 'openingRap' ? [fact.over] : [];
    }),
  ];
}
