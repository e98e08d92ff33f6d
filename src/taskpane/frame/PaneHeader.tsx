/** The top of the pane, on one line: the convention and the date of the figures. It unfolds to everything about them. */
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowSync20Regular, ChevronDown16Regular, ChevronUp16Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useMemo, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Dossier } from '../../application/dossier';
import { formatDate } from '../../messages/format';
import { needsConfirmation } from '../columns/column-state';
import { usePane, useSessionState } from '../shared/pane-context';
import { Shape } from '../shared/Shape';
import { GUTTER } from '../shared/surfaces';
import { CRAMPED } from '../shared/useMedia';
import { conventionName } from './convention-name';
import type { HeaderDetailsProps } from './HeaderDetails';
import { ScreenChoice } from './ScreenChoice';
import type { TabCounts } from './tab-names';

const HeaderDetails = lazy(async () => ({
  default: (await import(/* webpackChunkName: "header" */ './HeaderDetails')).HeaderDetails,
}));

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    height: '40px',
    flexShrink: 0,
    paddingLeft: tokens.spacingHorizontalMNudge,
    paddingRight: tokens.spacingHorizontalXS,
    '@media (max-width: 339px)': { paddingLeft: tokens.spacingHorizontalSNudge },
  },
  button: {
    flexGrow: 1,
    minWidth: 0,
    height: '32px',
    justifyContent: 'flex-start',
    columnGap: tokens.spacingHorizontalSNudge,
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    fontWeight: tokens.fontWeightRegular,
  },
  name: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  date: { whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  /** At least half of the height is left to the screen below, whose tabs have a line of their own where there is room. */
  details: {
    ...GUTTER,
    boxSizing: 'border-box',
    maxHeight: 'calc(50vh - 76px)',
    overflowY: 'auto',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [`@media ${CRAMPED}`]: { maxHeight: 'calc(50vh - 40px)' },
  },
});

/** `isCramped`: the tabs go on this line, as a menu. */
export interface PaneHeaderProps extends Omit<HeaderDetailsProps, 'toConfirm'> {
  readonly counts: TabCounts;
}

export function PaneHeader({ dossier, left, isCramped, counts }: PaneHeaderProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const [isOpen, setOpen] = useState(left !== null);
  const toConfirm = useMemo(() => needsConfirmation(dossier), [dossier]);
  const foldOnEscape = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !isOpen) return;
    event.preventDefault();
    setOpen(false);
    event.currentTarget.querySelector<HTMLElement>('[aria-controls="header-details"]')?.focus();
  };
  return (
    <header onKeyDown={foldOnEscape}>
      <div className={styles.line}>
        {isCramped && <ScreenChoice counts={counts} />}
        <HeaderButton
          dossier={dossier}
          isOpen={isOpen}
          isCramped={isCramped}
          warns={warnsOf(dossier, toConfirm)}
          onToggle={() => setOpen(!isOpen)}
        />
        {!isCramped && <Refresh label={words.header.refresh} />}
      </div>
      <div id="header-details" hidden={!isOpen} className={styles.details}>
        {isOpen && (
          <Suspense fallback={null}>
            <HeaderDetails dossier={dossier} left={left} toConfirm={toConfirm} isCramped={isCramped} />
          </Suspense>
        )}
      </div>
    </header>
  );
}

/** Something that the unfolded header asks to look at. */
function warnsOf({ account }: Dossier, toConfirm: boolean): boolean {
  return toConfirm || account.some(({ role }) => role === 'unread');
}

interface HeaderButtonProps {
  readonly dossier: Dossier;
  readonly isOpen: boolean;
  readonly isCramped: boolean;
  readonly warns: boolean;
  readonly onToggle: () => void;
}

function HeaderButton({ dossier, isOpen, isCramped, warns, onToggle }: HeaderButtonProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { asOf } = useSessionState();
  const date = formatDate(asOf, words.language);
  const name = conventionName(dossier.convention);
  return (
    <Button
      appearance="transparent"
      className={styles.button}
      aria-expanded={isOpen}
      aria-controls="header-details"
      aria-label={`${name}, ${words.header.on(date)}${warns ? `, ${words.header.toCheck}` : ''}`}
      title={dossier.convention.title}
      onClick={onToggle}
    >
      {!isCramped && <span className={styles.name}>{name}</span>}
      <span className={styles.date}>{isCramped ? date : `· ${words.header.on(date)}`}</span>
      {warns && <Shape kind="warning" />}
      {isOpen ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
    </Button>
  );
}

/** Reads the workbook again. */
function Refresh({ label }: { readonly label: string }): ReactElement {
  const { session } = usePane();
  const { activity } = useSessionState();
  return (
    <Button
      appearance="subtle"
      icon={activity === 'idle' ? <ArrowSync20Regular /> : <Spinner size="tiny" />}
      disabledFocusable={activity !== 'idle'}
      aria-label={label}
      title={label}
      onClick={() => void session.refresh()}
    />
  );
}
