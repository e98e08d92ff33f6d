/** One place of the account of reading: its role and why, its rows and sums, and the decisions that it allows. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
import type { Language } from '../../messages/language';
import { readingReason } from '../../messages/reading-words';
import type { ReadingEntry, ReadingRole } from '../../workbook/reading/account';
import { usePane } from '../shared/pane-context';
import { CARD } from '../shared/surfaces';
import { PlaceDecisions } from './PlaceDecisions';
import { waysOutOf, type PlaceView } from './reading-views';
import { nameOfPlace, READING_PANEL_WORDS, type ReadingPanelWords } from './reading-panel-words';
import { Sums } from './Sums';

const useStyles = makeStyles({
  item: { ...CARD, contentVisibility: 'auto', containIntrinsicSize: 'auto 96px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  why: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  action: { minWidth: 'auto' },
});

/** The roles that need no reason, but for a key that nothing reads. */
const EXPLAINED: ReadonlySet<ReadingRole> = new Set<ReadingRole>(['convention', 'document']);

export interface ReadingPlaceProps {
  readonly view: PlaceView;
  /** True when no heading above names the sheet. */
  readonly showsSheet: boolean;
  /** True when the ledger has several tables, so that the user may read one of them only. */
  readonly isOneOfSeveral: boolean;
  readonly onDecide: (act: () => Promise<void>) => Promise<void>;
  readonly onColumns: () => void;
}

export function ReadingPlace({ view, showsSheet, isOneOfSeveral, ...decisions }: ReadingPlaceProps): ReactElement {
  const styles = useStyles();
  const titleId = useId();
  const { session, words } = usePane();
  const texts = READING_PANEL_WORDS[words.language];
  const { entry, area } = view;
  const place = nameOfPlace(entry, area, texts);
  const name = `${texts.sheet(entry.sheet, entry.isHidden)}, ${place}`;
  const button = (label: string, act: () => void): ReactElement => (
    <Button size="small" className={styles.action} aria-label={texts.at(label, name)} onClick={act}>
      {label}
    </Button>
  );
  return (
    <li className={styles.item} aria-labelledby={titleId} tabIndex={-1}>
      <h3 id={titleId} className={styles.title}>
        {showsSheet ? name : capitalised(place)}
      </h3>
      <p className={styles.why}>
        {roleOf(entry, texts)}
        {(!EXPLAINED.has(entry.role) || entry.reason === 'ownKey') && ` – ${reasonOf(entry, words.language)}`}
      </p>
      <Sums {...entry} />
      <PlaceDecisions
        {...decisions}
        place={{ sheet: entry.sheet, area }}
        name={name}
        ways={waysOutOf(entry)}
        leading={
          <>
            {area &&
              button(texts.goTo, () => void session.goTo({ sheet: entry.sheet, row: area.top, column: area.left }))}
            {entry.role === 'ledger' &&
              isOneOfSeveral &&
              button(texts.onlyThis, () => session.chooseLedger(entry.table ?? entry.sheet))}
          </>
        }
      />
    </li>
  );
}

/** Reasons of places that are computed from others; those of other derived places are about typed amounts. */
const COMPUTED: ReadonlySet<ReadingEntry['reason']> = new Set<ReadingEntry['reason']>(['totals', 'formulas', 'pivot']);

function roleOf({ role, reason }: ReadingEntry, texts: ReadingPanelWords): string {
  if (role !== 'derived') return texts.roles[role];
  return COMPUTED.has(reason) ? texts.computed : texts.outside;
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The words of the user alone on a place set aside. The sheet shows already that it is hidden, the sums what is unreadable. */
function reasonOf(entry: ReadingEntry, language: Language): string {
  if (entry.reason === 'byUser') return READING_PANEL_WORDS[language].because(entry.detail);
  return readingReason({ ...entry, isHidden: false, unreadable: 0 }, language);
}
