/** Under the available amounts of an envelope: the amounts that they lack, each line a way to them. */
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import type { Dossier } from '../../../application/dossier';
import { sumOfMissed } from '../../../domain/envelopes/missed/missed-sums';
import { formatAmount, formatWholeAmount, areWhole } from '../../../messages/format';
import { withoutMissed } from '../../../messages/missed-words';
import { usePane } from '../../shared/pane-context';
import { useScreens } from '../../shared/screens';
import { Shape } from '../../shared/Shape';
import type { EnvelopeView } from '../envelope-views';
import { unreadAmountsOf, unreadSumsOf } from '../unread-places';

const MissedDrawer = lazy(async () => ({
  default: (await import(/* webpackChunkName: "missed" */ './MissedDrawer')).MissedDrawer,
}));

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalMNudge,
    alignItems: 'start',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  link: { minHeight: '24px', fontSize: 'inherit', lineHeight: 'inherit', textAlign: 'left' },
});

interface LacksProps {
  readonly dossier: Dossier;
  readonly view: EnvelopeView;
  readonly name: string;
  /** No amount of the screen shows its cents; these do where they have some. */
  readonly isWhole: boolean;
}

export function Lacks({ dossier, view, name, isWhole }: LacksProps): ReactElement {
  const { words } = usePane();
  const { open } = useScreens();
  const [isShown, setShown] = useState(false);
  const missed = sumOfMissed(view.missed);
  const places = unreadSumsOf(view.unreadPlaces);
  const amounts = [missed.cents.AE, missed.cents.CP, missed.undated.cents, places.ae, places.cp, places.other];
  const format = isWhole && areWhole(amounts) ? formatWholeAmount : formatAmount;
  const isLacking = missed.rows + missed.undated.rows > 0;
  const { seeMissed, seePlaces } = words.situation;
  return (
    <>
      {isLacking && (
        <Line text={seeMissed(withoutMissed(missed, words.language, format))} name={name} onGo={() => setShown(true)} />
      )}
      {places.places > 0 && (
        <Line
          text={seePlaces(
            places.places,
            unreadAmountsOf(places, words, (cents) => format(cents, words.language)),
          )}
          name={name}
          onGo={() => open('reading')}
        />
      )}
      {isShown && isLacking && (
        <Suspense fallback={null}>
          <MissedDrawer dossier={dossier} missed={view.missed} name={name} onClose={() => setShown(false)} />
        </Suspense>
      )}
    </>
  );
}

interface LineProps {
  readonly text: string;
  readonly name: string;
  readonly onGo: () => void;
}

/** The shape has the column of the nature, the words that of the bars and the amounts. */
function Line({ text, name, onGo }: LineProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <Shape kind="unknown" />
      <Link as="button" className={styles.link} aria-label={`${name}, ${text}`} onClick={onGo}>
        {text}
      </Link>
    </div>
  );
}
