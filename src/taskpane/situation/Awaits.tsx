/** « Ce qui vous attend »: one row for each, which leads there. Fetched after the envelopes, so that the pane opens sooner. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import { formatCount } from '../../messages/format';
import { shorten } from '../../messages/typography';
import { Drawer } from '../shared/Drawer';
import { CORRECTING_KEY } from '../findings/open-findings';
import { GoRow, type GoRowProps } from '../shared/GoRow';
import { usePane, useSessionState } from '../shared/pane-context';
import type { PaneWords } from '../shared/pane-fr';
import { useScreens, type Screens } from '../shared/screens';
import { GUTTER, LIST } from '../shared/surfaces';
import { awaitsOf, type Await } from './awaits';
import { UncheckedList } from './UncheckedList';

const useStyles = makeStyles({
  title: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { ...LIST, rowGap: 0 },
  drawer: { ...GUTTER, paddingTop: tokens.spacingVerticalM, paddingBottom: tokens.spacingVerticalM },
  text: { margin: `0 0 ${tokens.spacingVerticalS}` },
});

export function Awaits({ dossier, report }: ControlledDossier): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { extracts } = useSessionState();
  const screens = useScreens();
  const [showsUnchecked, setShowsUnchecked] = useState(false);
  const awaits = useMemo(
    () => awaitsOf(dossier, report, extracts.filter(({ refusal }) => !refusal).length),
    [dossier, report, extracts],
  );
  const { read, checked, ignored } = report.rows;
  const title = words.rows.unchecked(report.unchecked.length, formatCount(report.unchecked.length, words.language));
  return (
    <>
      <h2 className={styles.title}>{words.situation.awaits.title}</h2>
      <ul className={styles.list}>
        {awaits.map((one) => (
          <li key={one.kind}>
            <GoRow {...rowOf(one, words, screens, () => setShowsUnchecked(true))} />
          </li>
        ))}
      </ul>
      {showsUnchecked && (
        <Drawer title={title} onClose={() => setShowsUnchecked(false)}>
          <div className={styles.drawer}>
            <p className={styles.text}>{words.rows.counts(read, checked, ignored)}</p>
            <UncheckedList dossier={dossier} report={report} />
          </div>
        </Drawer>
      )}
    </>
  );
}

function rowOf(one: Await, words: PaneWords, { goTo, open, kept }: Screens, onUnchecked: () => void): GoRowProps {
  const texts = words.situation.awaits;
  const count = (value: number): string => formatCount(value, words.language);
  switch (one.kind) {
    case 'lateDuties':
    case 'soonDuties': {
      const isLate = one.kind === 'lateDuties';
      const several = isLate ? texts.lateDuties(one.count) : texts.soonDuties(one.count);
      return {
        kind: isLate ? 'danger' : 'warning',
        text: one.count === 1 && one.label !== '' ? shorten(one.label) : several,
        value: isLate ? texts.late(one.days) : texts.within(one.days),
        onGo: () => goTo('duties', true),
      };
    }
    case 'findings':
      return {
        kind: one.errors > 0 ? 'danger' : one.warnings > 0 ? 'warning' : 'info',
        text: texts.findings(one.errors, one.warnings, one.infos),
        value: count(one.errors + one.warnings + one.infos),
        onGo: () => goTo('findings', true),
      };
    case 'repairs':
      return {
        kind: 'repair',
        text: texts.repairs(one.count),
        value: count(one.count),
        onGo: () => {
          kept.set(CORRECTING_KEY, true);
          goTo('findings', true);
        },
      };
    case 'unchecked':
      return {
        kind: 'unknown',
        text: texts.unchecked(one.count),
        value: texts.of(one.count, one.all),
        onGo: onUnchecked,
      };
    case 'unread':
      return { kind: 'unknown', text: texts.unread(one.count), value: count(one.count), onGo: () => open('reading') };
    case 'columns':
      return { kind: 'warning', text: texts.columns, onGo: () => open('columns') };
    case 'chorus':
      return {
        kind: one.extracts === 0 ? 'unknown' : 'info',
        text: one.extracts === 0 ? texts.noExtract : texts.extracts(one.extracts),
        onGo: () => goTo('chorus', true),
      };
  }
}
