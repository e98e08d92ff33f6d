/** The rows that no total counts, each with its reason and a link to its cell. */
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import { fieldOfUnchecked } from '../../application/unchecked-field';
import type { UncheckedRow } from '../../domain/envelopes/figures';
import { uncheckedLabel } from '../../messages/labels';
import { usePane } from '../shared/pane-context';
import { placeOfUnchecked } from '../shared/rows';
import { LIST } from '../shared/surfaces';

/** More are counted: they are findings too. */
const MOST_SHOWN = 50;

const useStyles = makeStyles({
  list: { ...LIST, rowGap: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  link: { fontSize: tokens.fontSizeBase200, minHeight: '24px', textAlign: 'left' },
});

export function UncheckedList({ dossier, report }: ControlledDossier): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const why = (one: UncheckedRow): string => uncheckedLabel(one.reason, fieldOfUnchecked(dossier, one), words.language);
  const hidden = report.unchecked.length - MOST_SHOWN;
  return (
    <ul className={styles.list}>
      {report.unchecked.slice(0, MOST_SHOWN).map((unchecked) => {
        const place = placeOfUnchecked(dossier, unchecked);
        if (!place) return null;
        return (
          <li key={unchecked.row}>
            <Link as="button" className={styles.link} onClick={() => void session.goTo(place)}>
              {words.rows.uncheckedRow(place.sheet, place.row + 1, why(unchecked))}
            </Link>
          </li>
        );
      })}
      {hidden > 0 && <li>{words.rows.more(hidden)}</li>}
    </ul>
  );
}
