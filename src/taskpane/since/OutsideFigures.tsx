/** The amounts that the figures of both states lack: rows that no total counts, and places that are not read. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import { sumOfMissed } from '../../domain/envelopes/missed/missed-sums';
import { formatAmount, formatDate } from '../../messages/format';
import { missedAmountsLabel } from '../../messages/missed-words';
import { usePane } from '../shared/pane-context';
import type { PaneWords } from '../shared/pane-fr';
import { Shape } from '../shared/Shape';
import { LIST } from '../shared/surfaces';
import { unreadAmountsOf, unreadPlacesOf, unreadSumsOf } from '../situation/unread-places';
import { SINCE_WORDS } from './since-words';

const useStyles = makeStyles({
  list: { ...LIST, rowGap: tokens.spacingVerticalXS },
  line: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'flex-start', overflowWrap: 'anywhere' },
});

/** Absent when both states lack nothing. */
export function OutsideFigures({ states }: { readonly states: readonly ControlledDossier[] }): ReactElement | null {
  const styles = useStyles();
  const { words } = usePane();
  const lines = states.flatMap((state) => {
    const sentences = sentencesOn(state, words);
    if (sentences.length === 0) return [];
    return [SINCE_WORDS[words.language].outside(formatDate(state.report.asOf, words.language), sentences.join(' '))];
  });
  if (lines.length === 0) return null;
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <li key={line} className={styles.line}>
          <Shape kind="unknown" />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  );
}

function sentencesOn({ dossier, report }: ControlledDossier, words: PaneWords): readonly string[] {
  const { facts } = words.situation;
  const missed = sumOfMissed(report.balances.missed);
  const { undated } = sumOfMissed(report.balances.undated);
  const places = unreadSumsOf(unreadPlacesOf(dossier.account));
  const amounts = unreadAmountsOf(places, words, (cents) => formatAmount(cents, words.language));
  return [
    ...(missed.rows > 0
      ? [facts.unchecked(report.unchecked.length, missedAmountsLabel(missed, words.language, formatAmount))]
      : []),
    ...(undated.rows > 0 ? [facts.undated(undated.rows, formatAmount(undated.cents, words.language))] : []),
    ...(places.places > 0 ? [facts.unread(places.places, amounts)] : []),
  ];
}
