/** The verdict: the title of the screen, its facts, and at most one main action. It is the page: it is not closed. */
import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import type { RowKey } from '../../domain/envelopes/ledger';
import { placeOfCell } from '../../workbook/ledger/ledger-source';
import { usePane } from '../shared/pane-context';
import { hasSeveralSheets } from '../shared/rows';
import { useScreens } from '../shared/screens';
import { Shape, type ShapeKind } from '../shared/Shape';
import { GUTTER } from '../shared/surfaces';
import { roles } from '../shared/theme';
import { verdictOf, type VerdictTone } from './verdict';
import { VerdictFacts } from './VerdictFacts';
import { verdictText } from './verdict-text';

const SHAPES: Readonly<Record<VerdictTone, ShapeKind>> = {
  danger: 'danger',
  warning: 'warning',
  info: 'info',
  unknown: 'unknown',
  good: 'good',
};

const useStyles = makeStyles({
  band: {
    ...GUTTER,
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
    '@media (forced-colors: active)': { borderBottom: '1px solid CanvasText' },
    '@media (max-width: 299px)': { display: 'block' },
  },
  danger: { backgroundColor: roles.bandDanger },
  warning: { backgroundColor: roles.bandWarning },
  info: { backgroundColor: roles.bandUnknown },
  unknown: { backgroundColor: roles.bandUnknown },
  good: { backgroundColor: roles.bandGood },
  shape: {
    marginTop: '1px',
    '@media (max-width: 299px)': { float: 'left', marginRight: tokens.spacingHorizontalXS },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: `${tokens.spacingVerticalXS} 0 0` },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalS,
  },
});

export function Verdict({ dossier, report }: ControlledDossier): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { goTo } = useScreens();
  const verdict = useMemo(() => verdictOf(dossier, report), [dossier, report]);
  const { headline, detail, facts } = useMemo(
    () => verdictText(verdict, dossier.convention, report, words),
    [verdict, dossier, report, words],
  );
  const { tone, row, isNoticeDue } = verdict;
  return (
    <section className={mergeClasses(styles.band, styles[tone])} aria-labelledby="verdict">
      <Shape kind={SHAPES[tone]} size={20} className={styles.shape} />
      <div>
        <h1 id="verdict" className={styles.title}>
          {headline}
        </h1>
        {detail !== '' && <p className={styles.text}>{detail}</p>}
        <VerdictFacts facts={facts} />
        {(isNoticeDue || row !== null) && (
          <div className={styles.actions}>
            {isNoticeDue && (
              <Button appearance="primary" onClick={() => goTo('documents', true)}>
                {words.situation.prepareNotice}
              </Button>
            )}
            {row !== null && <RowLink dossier={dossier} row={row} />}
          </div>
        )}
      </div>
    </section>
  );
}

/** « Voir la ligne 135 ». */
function RowLink({
  dossier,
  row,
}: {
  readonly dossier: ControlledDossier['dossier'];
  readonly row: RowKey;
}): ReactElement | null {
  const { session, words } = usePane();
  const place = placeOfCell(dossier.blocks, row, 'ae');
  if (!place) return null;
  return (
    <Link as="button" onClick={() => void session.goTo(place)}>
      {words.situation.seeRow(place.row + 1, hasSeveralSheets(dossier) ? place.sheet : null)}
    </Link>
  );
}
