/** The rows that no total counts, each with its reason and a link to its cell. */
import { Link, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import { formatCount } from '../../messages/format';
import { noFindingLabel, uncheckedLabel } from '../../messages/labels';
import { placeOfUnchecked } from '../shared/rows';
import { Drawer } from '../shared/Drawer';
import { usePane } from '../shared/pane-context';

const MOST_SHOWN = 10;

const useStyles = makeStyles({
  counts: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  list: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase200,
  },
});

export function UncheckedRows({ dossier, report }: ControlledDossier): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { read, checked, ignored } = report.rows;
  const [readText, checkedText, ignoredText] = [read, checked, ignored].map((count) =>
    formatCount(count, words.language),
  );
  const counts = words.rows.counts(readText ?? '', checkedText ?? '', ignoredText ?? '');
  const [isOpen, setOpen] = useState(false);
  const title = words.rows.unchecked(report.unchecked.length, formatCount(report.unchecked.length, words.language));
  if (report.unchecked.length === 0) {
    if (checked === 0)
      return (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{noFindingLabel(report.rows, words.language)}</MessageBarBody>
        </MessageBar>
      );
    return (
      <div className={styles.counts}>
        {words.rows.allChecked} {counts}
      </div>
    );
  }
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <Link as="button" onClick={() => setOpen(true)}>
          {title}
        </Link>{' '}
        {counts}
        {isOpen && (
          <Drawer title={title} onClose={() => setOpen(false)}>
            <UncheckedList dossier={dossier} report={report} />
          </Drawer>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

function UncheckedList({ dossier, report }: ControlledDossier): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const hidden = report.unchecked.length - MOST_SHOWN;
  return (
    <ul className={styles.list}>
      {report.unchecked.slice(0, MOST_SHOWN).map((unchecked) => {
        const place = placeOfUnchecked(dossier, unchecked);
        if (!place) return null;
        return (
          <li key={unchecked.row}>
            <Link as="button" onClick={() => void session.goTo(place)}>
              {words.rows.uncheckedRow(place.sheet, place.row + 1, uncheckedLabel(unchecked.reason, words.language))}
            </Link>
          </li>
        );
      })}
      {hidden > 0 && <li>{words.rows.more(hidden)}</li>}
    </ul>
  );
}
