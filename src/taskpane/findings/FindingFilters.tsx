/** The search and the filters of the findings; a filter that is pressed has a tick. */
import { Button, makeStyles, SearchBox, ToggleButton, tokens } from '@fluentui/react-components';
import { Checkmark16Regular, ChevronDown16Regular, Wrench16Regular } from '@fluentui/react-icons';
import { useState, type ReactElement, type RefObject } from 'react';
import { formatCount } from '../../messages/format';
import { usePane } from '../shared/pane-context';
import { CRAMPED, useMedia } from '../shared/useMedia';
import { SECTIONS } from './finding-entries';
import { FINDING_WORDS } from './finding-words';
import type { FindingList } from './useFindingList';

const useStyles = makeStyles({
  filters: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  search: { width: '100%', maxWidth: 'none' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalSNudge },
  chip: { minWidth: 'auto', fontWeight: tokens.fontWeightRegular, columnGap: tokens.spacingHorizontalXXS },
  pressed: { fontWeight: tokens.fontWeightSemibold },
  count: { marginLeft: tokens.spacingHorizontalXS, color: 'inherit' },
  unfold: { alignSelf: 'flex-start' },
});

interface FindingFiltersProps {
  readonly list: FindingList;
  readonly search: RefObject<HTMLInputElement | null>;
  /** The focus leaves the search for the list. */
  readonly onLeave: () => void;
}

export function FindingFilters({ list, search, onLeave }: FindingFiltersProps): ReactElement {
  const styles = useStyles();
  const words = FINDING_WORDS[usePane().words.language];
  const isCramped = useMedia(CRAMPED);
  const [isUnfolded, setUnfolded] = useState(false);
  return (
    <div className={styles.filters} role="search">
      <SearchBox
        className={styles.search}
        aria-label={words.search}
        placeholder={words.searchExample}
        value={list.filter.text}
        input={{ ref: search }}
        dismiss={{ 'aria-label': words.clearSearch }}
        onChange={(_, { value }) => list.change({ text: value })}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || (event.key === 'Enter' && list.found > 0)) {
            event.preventDefault();
            onLeave();
          }
          if (event.key !== 'Escape') return;
          event.preventDefault();
          if (list.filter.text === '') onLeave();
          else list.change({ text: '' });
        }}
      />
      {isCramped && (
        <Button
          size="small"
          className={styles.unfold}
          icon={<ChevronDown16Regular />}
          iconPosition="after"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {words.filter}
        </Button>
      )}
      {(!isCramped || isUnfolded) && <Chips list={list} />}
    </div>
  );
}

function Chips({ list }: { readonly list: FindingList }): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const words = FINDING_WORDS[language];
  const { views, filter } = list;
  const chip = (
    name: string,
    label: string,
    count: number,
    isPressed: boolean,
    onClick: () => void,
    icon?: ReactElement,
  ) =>
    (count > 0 || isPressed) && (
      <ToggleButton
        key={name}
        size="small"
        shape="circular"
        className={styles.chip}
        checked={isPressed}
        icon={isPressed ? <Checkmark16Regular /> : (icon ?? null)}
        onClick={onClick}
      >
        <span className={isPressed ? styles.pressed : undefined}>{label}</span>{' '}
        <span className={styles.count}>{formatCount(count, language)}</span>
      </ToggleButton>
    );
  return (
    <div className={styles.chips} role="group" aria-label={words.filters}>
      {SECTIONS.map((section) =>
        chip(section, words.sections[section], views.counts[section], filter.sections.has(section), () =>
          list.toggleSection(section),
        ),
      )}
      {chip(
        'certain',
        words.certain,
        views.certain.length,
        filter.isCertainOnly,
        () => list.change({ isCertainOnly: !filter.isCertainOnly }),
        <Wrench16Regular />,
      )}
    </div>
  );
}
