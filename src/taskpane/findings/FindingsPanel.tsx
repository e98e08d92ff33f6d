/** The findings with their filters, and one button for all certain repairs. Shown fifty at a time. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Wrench16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import type { Finding } from '../../domain/controls/findings/finding';
import { noFindingLabel } from '../../messages/labels';
import { isNoFilter, type FindingViews } from './finding-views';
import { FindingFilters } from './FindingFilters';
import { FindingItem } from './FindingItem';
import { usePane, useSessionState } from '../shared/pane-context';
import { useScreens } from '../shared/screens';
import { PAGE, useFindings } from './useFindings';
import { LIST } from '../shared/surfaces';
import { useNextItem } from '../shared/useNextItem';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  bar: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  count: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  list: LIST,
});

export function FindingsPanel({ dossier, report }: ControlledDossier): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const busy = useSessionState().activity === 'writing';
  const findings = useFindings(dossier, report);
  const { views, found, shown, filter } = findings;
  const { list, decide } = useNextItem<HTMLUListElement>(shown);
  const screens = useScreens();
  if (views.all.length === 0) {
    return (
      <div className={styles.panel}>
        <p>{report.rows.checked > 0 ? words.findings.none : noFindingLabel(report.rows, words.language)}</p>
      </div>
    );
  }
  const keys = keysOf(shown, views);
  const hidden = found.length - shown.length;
  return (
    <div className={styles.panel}>
      {views.repairable.length > 0 && (
        <Button
          appearance="primary"
          icon={<Wrench16Regular />}
          disabled={busy}
          onClick={() => void decide(0, () => session.findings.repairAll())}
        >
          {words.findings.repairAll(views.repairable.length)}
        </Button>
      )}
      <FindingFilters findings={findings} envelopes={dossier.convention.envelopes} />
      <div className={styles.bar}>
        <span className={styles.count} role="status">
          {found.length === 0 ? words.findings.noneLeft : words.findings.count(found.length, views.all.length)}
          {views.open.length < views.all.length &&
            ` ${words.findings.ofWhichAccepted(views.all.length - views.open.length)}`}
        </span>
        {!isNoFilter(filter) && (
          <Button size="small" appearance="subtle" onClick={findings.clear}>
            {words.findings.clear}
          </Button>
        )}
      </div>
      <ul ref={list} className={styles.list}>
        {shown.map((finding, index) => (
          <FindingItem
            key={keys[index]}
            finding={finding}
            views={views}
            busy={busy}
            onDecide={(act) => decide(index, act)}
            onColumns={() => screens.open('columns')}
          />
        ))}
      </ul>
      {hidden > 0 && <Button onClick={findings.showMore}>{words.findings.more(Math.min(PAGE, hidden))}</Button>}
    </div>
  );
}

/** Keeps a finding's key, and with it a reason being typed, when other findings appear or disappear. */
function keysOf(shown: readonly Finding[], views: FindingViews): readonly string[] {
  const seen = new Map<string, number>();
  return shown.map((finding) => {
    const key = `${finding.rule} ${views.addressOf(finding)}`;
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return `${key} ${times}`;
  });
}
