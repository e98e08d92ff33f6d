/** The account of reading: the places that are not read, then those of each sheet, then the sums by role. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement, type RefObject } from 'react';
import type { ReadingEntry } from '../../workbook/reading/account';
import { usePane } from '../shared/pane-context';
import { LIST } from '../shared/surfaces';
import { useNextItem } from '../shared/useNextItem';
import { IdleColumns } from './IdleColumns';
import { readingViews, type ReadingViews } from './reading-views';
import { READING_PANEL_WORDS, type ReadingPanelWords } from './reading-panel-words';
import { ReadingPlace } from './ReadingPlace';
import { Sums } from './Sums';

const useStyles = makeStyles({
  account: { alignSelf: 'stretch', display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
  },
  unread: { color: tokens.colorStatusDangerForeground1 },
  text: { margin: 0, fontSize: tokens.fontSizeBase200 },
  list: LIST,
  totals: { ...LIST, rowGap: tokens.spacingVerticalXS },
  whole: { borderTop: `1px solid ${tokens.colorNeutralStroke1}`, paddingTop: tokens.spacingVerticalXS },
  role: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
});

export interface ReadingAccountProps {
  /** In the order of the workbook. */
  readonly entries: readonly ReadingEntry[];
  readonly onColumns: () => void;
}

export function ReadingAccount({ entries, onColumns }: ReadingAccountProps): ReactElement {
  const styles = useStyles();
  const texts = READING_PANEL_WORDS[usePane().words.language];
  const views = useMemo(() => readingViews(entries), [entries]);
  const { heading, list, decide } = useNextItem<HTMLUListElement>(entries);
  const ledgers = new Set(entries.filter(({ role }) => role === 'ledger').map(({ table, sheet }) => table ?? sheet));
  if (entries.length === 0) return <p className={styles.text}>{texts.nothing}</p>;
  return (
    <div className={styles.account}>
      <Unread views={views} heading={heading} list={list} onDecide={decide} onColumns={onColumns} />
      {views.sheets.map(({ name, isHidden, listed }) => (
        <section key={name} className={styles.section} aria-label={texts.sheet(name, isHidden)}>
          <h2 className={styles.heading}>{texts.sheet(name, isHidden)}</h2>
          <ul className={styles.list}>
            {listed.map((view) => (
              <ReadingPlace
                key={view.key}
                view={view}
                showsSheet={false}
                isOneOfSeveral={ledgers.size > 1}
                onDecide={(act) => act()}
                onColumns={onColumns}
              />
            ))}
          </ul>
        </section>
      ))}
      {views.more > 0 && <p className={styles.text}>{texts.more(views.more)}</p>}
      <IdleColumns />
      <Totals views={views} />
    </div>
  );
}

interface UnreadProps {
  readonly views: ReadingViews;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly list: RefObject<HTMLUListElement | null>;
  readonly onDecide: (index: number, act: () => Promise<void>) => Promise<void>;
  readonly onColumns: () => void;
}

function Unread({
  views: { unread, unreadable, withoutOperations },
  heading,
  list,
  onDecide,
  onColumns,
}: UnreadProps): ReactElement {
  const styles = useStyles();
  const texts = READING_PANEL_WORDS[usePane().words.language];
  if (unread.places === 0) {
    return (
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {allReadText({ unreadable, withoutOperations }, texts)}
      </h2>
    );
  }
  const title = texts.unread(unread.places);
  return (
    <section className={styles.section} aria-label={title}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        <span className={styles.unread}>{title}</span>
      </h2>
      <Sums {...unread} />
      <p className={styles.text}>{texts.inNoFigure}</p>
      <ul ref={list} className={styles.list}>
        {unread.listed.map((view, index) => (
          <ReadingPlace
            key={view.key}
            view={view}
            showsSheet
            isOneOfSeveral={false}
            onDecide={(act) => onDecide(index, act)}
            onColumns={onColumns}
          />
        ))}
      </ul>
    </section>
  );
}

function allReadText(
  { unreadable, withoutOperations }: Pick<ReadingViews, 'unreadable' | 'withoutOperations'>,
  texts: ReadingPanelWords,
): string {
  if (unreadable > 0) return texts.allButCells(unreadable);
  return withoutOperations > 0 ? texts.allButOthers(withoutOperations) : texts.allRead;
}

/** The sums by role, then those of the workbook, which they make together. */
function Totals({ views }: { readonly views: ReadingViews }): ReactElement {
  const styles = useStyles();
  const texts = READING_PANEL_WORDS[usePane().words.language];
  return (
    <section className={styles.section} aria-label={texts.totals}>
      <h2 className={styles.heading}>{texts.totals}</h2>
      <p className={styles.text}>{texts.totalsIntro}</p>
      <ul className={styles.totals}>
        {views.roles.map(({ role, places, ...total }) => (
          <li key={role}>
            <span className={styles.role}>{texts.totalOf(texts.roles[role], places)}</span>
            <Sums {...total} />
          </li>
        ))}
        <li className={styles.whole}>
          <span className={styles.role}>{texts.totalOf(texts.totals, views.whole.places)}</span>
          <Sums {...views.whole} />
        </li>
      </ul>
    </section>
  );
}
