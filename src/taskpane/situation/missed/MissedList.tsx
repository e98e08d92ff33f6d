/** Amounts that figures lack, one a line, each a link to its cell. */
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { fieldOfUnchecked, type UncheckedFrom } from '../../../application/unchecked-field';
import type { MissedAmount } from '../../../domain/envelopes/figures';
import { formatAmount } from '../../../messages/format';
import { fieldLabel, uncheckedLabel } from '../../../messages/labels';
import { shorten } from '../../../messages/typography';
import { placeOfCell } from '../../../workbook/ledger/ledger-source';
import { usePane } from '../../shared/pane-context';
import type { PaneWords } from '../../shared/pane-fr';
import { rowOf } from '../../shared/rows';
import { LIST } from '../../shared/surfaces';

/** More are counted: they are findings too. */
const MOST_SHOWN = 50;

const useStyles = makeStyles({
  list: { ...LIST, rowGap: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  link: { fontSize: tokens.fontSizeBase200, minHeight: '24px', textAlign: 'left', overflowWrap: 'anywhere' },
});

interface MissedListProps {
  readonly dossier: UncheckedFrom;
  readonly missed: readonly MissedAmount[];
}

export function MissedList({ dossier, missed }: MissedListProps): ReactElement {
  const { blocks } = dossier;
  const styles = useStyles();
  const { session, words } = usePane();
  const hidden = missed.length - MOST_SHOWN;
  return (
    <ul className={styles.list}>
      {missed.slice(0, MOST_SHOWN).map((one) => {
        const field = one.reason === 'paymentDateUnread' ? 'paymentDate' : one.nature === 'CP' ? 'cp' : 'ae';
        const place = placeOfCell(blocks, one.row, field);
        if (!place) return null;
        const what = whatOf(one, dossier, words);
        return (
          <li key={`${String(one.row)} ${field}`}>
            <Link as="button" className={styles.link} onClick={() => void session.goTo(place)}>
              {words.rows.uncheckedRow(place.sheet, place.row + 1, what)}
            </Link>
          </li>
        );
      })}
      {hidden > 0 && <li>{words.rows.more(hidden)}</li>}
    </ul>
  );
}

/** « Montant AE « 12,5 K » non lu », « 500,00 € d'AE (axe ministériel 2 absent) ». */
function whatOf(one: MissedAmount, dossier: UncheckedFrom, words: PaneWords): string {
  const { nature, cents, reason, row: key } = one;
  const row = rowOf(dossier.ledger.rows, key);
  const { amountOf, missed: texts } = words.situation;
  const { language } = words;
  const reading = nature === 'CP' ? row?.cp : row?.ae;
  const raw = reading === undefined || reading.kind === 'absent' ? '' : shorten(reading.raw);
  if (nature === null) return texts.ofUnknownNature(raw);
  if (cents === null) return texts.unread(fieldLabel(nature === 'AE' ? 'ae' : 'cp', language), raw);
  const amount = amountOf(formatAmount(cents, language), nature);
  if (reason === 'paymentDateUnread')
    return texts.undated(amount, shorten(row?.paymentDate.kind === 'unreadable' ? row.paymentDate.raw : ''));
  return texts.read(amount, uncheckedLabel(reason, fieldOfUnchecked(dossier, { row: key, reason }), language));
}
