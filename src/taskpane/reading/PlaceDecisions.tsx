/**
 * The ways out for amounts that no figure counts: add the place to the ledger, point at its headings, give the column a
 * field, or set it aside with a reason.
 */
import { Button, makeStyles } from '@fluentui/react-components';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { DecidedPlace } from '../../application/session/reading-commands';
import { usePane, useSessionState } from '../shared/pane-context';
import { ReasonForm } from '../shared/forms/ReasonForm';
import { BUTTONS } from '../shared/surfaces';
import { useFormOpener } from '../shared/useNextItem';
import { HeadingsStep } from './HeadingsStep';
import { READING_PANEL_WORDS } from './reading-panel-words';
import type { WayOut } from './reading-views';

const useStyles = makeStyles({ actions: BUTTONS, action: { minWidth: 'auto' } });

export interface PlaceDecisionsProps {
  readonly place: DecidedPlace;
  /** The name of the place, which distinguishes the buttons of one list. */
  readonly name: string;
  readonly ways: ReadonlySet<WayOut>;
  /** Buttons before these. */
  readonly leading: ReactNode;
  /** Carries a decision out: the place may then leave the list. */
  readonly onDecide: (act: () => Promise<void>) => Promise<void>;
  readonly onColumns: () => void;
}

export function PlaceDecisions({ place, name, ways, leading, onDecide, onColumns }: PlaceDecisionsProps): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const texts = READING_PANEL_WORDS[words.language];
  const isWriting = useSessionState().activity === 'writing';
  const [isSettingAside, setSettingAside] = useState(false);
  const opener = useFormOpener<HTMLDivElement>(isSettingAside);
  const button = (label: string, act: () => void): ReactElement => (
    <Button
      size="small"
      className={styles.action}
      aria-label={texts.at(label, name)}
      disabled={isWriting || isSettingAside}
      onClick={act}
    >
      {label}
    </Button>
  );
  return (
    <>
      <div {...opener} className={styles.actions}>
        {leading}
        {ways.has('ledger') && button(texts.addToLedger, () => void onDecide(() => session.reading.addToLedger(place)))}
        {ways.has('extend') && button(texts.extend, () => void onDecide(() => session.reading.extendTable(place)))}
        {ways.has('columns') && button(words.header.columns, onColumns)}
        {ways.has('setAside') && button(texts.setAside, () => setSettingAside(true))}
        {ways.has('headings') && <HeadingsStep name={name} isDisabled={isSettingAside} onDecide={onDecide} />}
      </div>
      {isSettingAside && (
        <ReasonForm
          title={texts.at(texts.setAsideNow, name)}
          decision={JSON.stringify(['setAside', place])}
          authorLabel={texts.setAsideBy}
          confirmLabel={texts.setAsideNow}
          busy={isWriting}
          {...(ways.has('columns') && { hint: texts.wholeColumn })}
          onClose={() => setSettingAside(false)}
          onGiven={(given) => onDecide(() => session.reading.setAside(place, given))}
        />
      )}
    </>
  );
}
