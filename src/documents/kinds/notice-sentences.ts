/** The sentences of each notice: what is lacking, exceeded or left, possible transfers, the effect of a termination. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { terminationNotice } from '../../domain/envelopes/termination';
import type { Envelope } from '../../domain/envelopes/convention';
import { centsOf } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import { formatAmount, formatDate } from '../../messages/format';
import type { NoticeKind } from '../../workbook/document-names';
import { NOTICE_WORDS as words } from '../../messages/documents/notices-fr';
import type { DocumentInput } from '../input';
import { naturesOf } from '../../domain/envelopes/ceilings';

/** The rest of an envelope and a nature with a ceiling, in cents. */
interface Left {
  readonly envelope: Envelope;
  readonly nature: Nature;
  readonly remaining: number;
  readonly available: number;
}

/** The sentences of a notice, in order. `article` is the article that requires it. */
export function sentencesOf(input: DocumentInput, kind: NoticeKind, article: string): readonly string[] {
  const date = formatDate(input.balances.asOf, 'fr');
  const left = leftOf(input);
  const lacks = [...lacking(left), ...unknownIn(input)];
  switch (kind) {
    case 'insuffisance':
      return [
        words.insufficiency(article, date),
        ...orElse(lacks, words.noInsufficiency),
        ...(lacking(left).length > 0 ? [words.elseSuspended] : []),
      ];
    case 'suspension':
      return [words.suspension(article, date), ...orElse([...exceeded(left), ...unknownIn(input)], words.noExcess)];
    case 'non-consommes':
      return [words.unspent(article, date), ...orElse([...unspent(left), ...unknownIn(input)], words.nothingLeft)];
    case 'fongibilite':
      return [
        words.fungibility(article, date),
        ...(lacks.length > 0 ? [...lacks, ...orElse(transfers(left), words.noGiver)] : [words.noNeed]),
      ];
    case 'avenant':
      return [words.amendment(article), ...(hasAmendment(input) ? [] : [words.noAmendment])];
    case 'resiliation':
      return [words.termination(article, input.convention.noticeMonths), ...termination(input), ...outstanding(input)];
  }
}

function leftOf({ convention, balances }: DocumentInput): readonly Left[] {
  return convention.envelopes.flatMap((envelope) =>
    naturesOf(convention).flatMap((nature): readonly Left[] => {
      if (!envelope.ceilings[nature]) return [];
      const { remaining, available, missing } = balances.figures({ envelope: envelope.code, line: null }, nature);
      return missing === null ? [{ envelope, nature, remaining: remaining.cents, available: available.cents }] : [];
    }),
  );
}

/** The natures whose rest is not calculable: nothing can be concluded from the others alone. */
function unknownIn({ convention, balances }: DocumentInput): readonly string[] {
  return naturesOf(convention)
    .filter((nature) => balances.missing[nature] !== null)
    .map((nature) => words.notCalculable(nature));
}

function lacking(left: readonly Left[]): readonly string[] {
  return left.flatMap(({ envelope, nature, available }) =>
    available < 0 ? [words.missing(envelope.label, nature, euros(-available))] : [],
  );
}

function exceeded(left: readonly Left[]): readonly string[] {
  return left.flatMap(({ envelope, nature, remaining }) =>
    remaining < 0 ? [words.exceeded(envelope.label, nature, euros(-remaining))] : [],
  );
}

function unspent(left: readonly Left[]): readonly string[] {
  return left.flatMap(({ envelope, nature, available }) =>
    available > 0 ? [words.left(envelope.label, nature, euros(available))] : [],
  );
}

/** For each lack, the envelopes that can cover all of it; the délégant decides. */
function transfers(left: readonly Left[]): readonly string[] {
  const lacks = left.filter(({ available }) => available < 0);
  return lacks.flatMap((lack) => {
    const givers = left.filter(
      ({ envelope, nature, available }) =>
        envelope !== lack.envelope && nature === lack.nature && available >= -lack.available,
    );
    return givers.map(({ envelope }) =>
      words.canGive(envelope.label, lack.envelope.label, lack.nature, euros(-lack.available)),
    );
  });
}

function hasAmendment({ convention, balances }: DocumentInput): boolean {
  return convention.movements.some(({ type, date }) => type === 'amendment' && date !== null && date <= balances.asOf);
}

/** Notice runs from receipt or, until then, from sending (décret 2004-1085, art. 5; the convention sets the months). */
function termination({ convention }: DocumentInput): readonly string[] {
  const { termination: notified, endsOn } = convention;
  const notice = terminationNotice(convention);
  if (!notified || !notice) return [words.notNotified];
  const day = (date: CivilDate): string => formatDate(date, 'fr');
  return [
    ...(notified.sentOn === null ? [] : [words.sentOn(day(notified.sentOn))]),
    ...(notified.receivedOn === null ? [] : [words.receivedOn(day(notified.receivedOn))]),
    notice.hasEffect
      ? words.effectOn(day(notice.noticeEnds))
      : words.withoutEffect(day(notice.noticeEnds), day(endsOn)),
  ];
}

function outstanding({ convention, balances }: DocumentInput): readonly string[] {
  return convention.envelopes.flatMap(({ code, label }) => {
    const cents = centsOf(balances.outstanding(code));
    if (cents === null) return [words.outstandingUnknown(label)];
    return cents > 0 ? [words.outstanding(label, euros(cents))] : [];
  });
}

function orElse(sentences: readonly string[], otherwise: string): readonly string[] {
  return sentences.length > 0 ? sentences : [otherwise];
}

function euros(cents: number): string {
  return formatAmount(cents, 'fr');
}
