/**
 * A figure and the rows that make it: its terms, each of which unfolds to its rows or movements, with a sum shown equal
 * to it; its formula; and « Et si j'engage… ». Fetched when a figure is first pressed.
 */
import { Button, Input, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState, type FormEvent, type ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import { explainFigure } from '../../application/figures/explain-figure';
import { figuresOn } from '../../application/figures/figures-on';
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import type { MissedAmount } from '../../domain/envelopes/figures';
import { missedBy, sumOfMissed } from '../../domain/envelopes/missed/missed-sums';
import { formatAmount, formatDate } from '../../messages/format';
import { fieldLabel, noCeilingLabel, NOT_GIVEN_LABEL } from '../../messages/labels';
import { withoutMissed } from '../../messages/missed-words';
import { Amount } from '../shared/Amount';
import { Drawer } from '../shared/Drawer';
import type { AskedFigure } from '../shared/figure-door';
import { usePane } from '../shared/pane-context';
import { Shape } from '../shared/Shape';
import { GUTTER } from '../shared/surfaces';
import { excessOf } from '../situation/verdict';
import { whoOf } from '../situation/names-of';
import { MissedList } from '../situation/missed/MissedList';
import { FigureFormula } from './FigureFormula';
import { FigureTerms, type FigureTermsProps } from './FigureTerms';
import { FIGURE_WORDS } from './figure-words';
import { useWhatIf } from './useWhatIf';
import { WhatIfFoot, WhatIfForm } from './WhatIfForm';

/** Characters. */
const LONGEST_AMOUNT = 40;

const useStyles = makeStyles({
  section: { ...GUTTER, paddingTop: tokens.spacingVerticalL },
  meta: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  figure: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  status: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorStatusDangerForeground1,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  asking: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
  },
  amount: { minWidth: 0, '& input': { textAlign: 'right' } },
  note: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
});

export interface FigureDrawerProps extends ControlledDossier {
  readonly asked: AskedFigure;
  readonly onClose: () => void;
}

export function FigureDrawer({ dossier, report, asked, onClose }: FigureDrawerProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const texts = FIGURE_WORDS[words.language];
  /** « Et si j'engage… » is shown in the place of the rows. */
  const [isAsking, setAsking] = useState(false);
  const { subject, asOf = report.asOf, formula } = asked;
  const figures = useMemo(() => figuresOn(dossier, report, asOf), [dossier, report, asOf]);
  const explanation = useMemo(() => explainFigure(figures, subject), [figures, subject]);
  const whatIf = useWhatIf({ dossier, report }, subject);
  const { nature } = subject;
  const ask = (amount: string): void => {
    whatIf.begin(amount);
    setAsking(true);
  };
  const who = whoOf(dossier.convention, subject, words);
  const canAsk =
    asOf === report.asOf &&
    explanation.cents !== null &&
    dossier.convention.envelopes.some(({ code }) => code === subject.envelope);
  return (
    <Drawer
      title={texts.title(who, nature)}
      onClose={onClose}
      footer={
        isAsking ? (
          <WhatIfFoot state={whatIf} />
        ) : (
          canAsk && <AmountToAsk label={texts.whatIf[nature]} name={texts.amount} onAsk={ask} />
        )
      }
    >
      <div className={styles.section}>
        <div className={styles.head}>
          <FigureHead dossier={dossier} figures={figures} explanation={explanation} />
          {isAsking && (
            <Link as="button" onClick={() => setAsking(false)}>
              {texts.seeRows}
            </Link>
          )}
        </div>
      </div>
      {isAsking ? (
        <WhatIfForm dossier={dossier} subject={subject} state={whatIf} />
      ) : (
        <>
          <FigureTerms dossier={dossier} figures={figures} explanation={explanation} />
          <Outside dossier={dossier} figures={figures} explanation={explanation} />
          <FigureFormula dossier={dossier} subject={subject} {...(formula !== undefined && { formula })} />
        </>
      )}
    </Drawer>
  );
}

interface AmountToAskProps {
  readonly label: string;
  readonly name: string;
  readonly onAsk: (amount: string) => void;
}

/** The amount, typed where the figure is read; without one, the form asks for it. */
function AmountToAsk({ label, name, onAsk }: AmountToAskProps): ReactElement {
  const styles = useStyles();
  const [amount, setAmount] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onAsk(amount.trim());
  };
  return (
    <form className={styles.asking} onSubmit={send}>
      <Input
        className={styles.amount}
        inputMode="decimal"
        maxLength={LONGEST_AMOUNT}
        aria-label={name}
        placeholder={name}
        value={amount}
        onChange={(_, { value }) => setAmount(value)}
      />
      <Button appearance="primary" type="submit">
        {label}
      </Button>
    </form>
  );
}

/** The figure, its date, and whether its ceiling is exceeded. */
function FigureHead({ dossier, figures, explanation: { subject, cents, missing } }: FigureTermsProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { language } = words;
  const texts = FIGURE_WORDS[language];
  const isUnbounded = cents === null && figures.balances.figures(subject, subject.nature).allocated === null;
  const excess = subject.line === null ? excessOf(dossier.convention, figures, subject.envelope, subject.nature) : null;
  return (
    <div>
      <p className={styles.meta}>
        {texts.of(words.figures[subject.figure], subject.nature, formatDate(figures.asOf, language))}
      </p>
      <p className={styles.figure}>{isUnbounded ? NOT_GIVEN_LABEL : <Amount cents={cents} />}</p>
      {isUnbounded && <p className={styles.meta}>{noCeilingLabel(subject, subject.nature, language)}</p>}
      {missing !== null && <p className={styles.meta}>{texts.notCalculable(fieldLabel(missing, language))}</p>}
      {excess !== null && excess.over > 0 && (
        <p className={styles.status}>
          <Shape kind="danger" />
          {excess.since === null ? texts.exceeded : texts.exceededSince(formatDate(excess.since, language))}
        </p>
      )}
    </div>
  );
}

/** The amounts that the figure lacks; apart, those of rows that may be of any envelope. */
function Outside({ dossier, figures: { balances }, explanation: { subject, cents } }: FigureTermsProps): ReactElement {
  const { words } = usePane();
  const texts = FIGURE_WORDS[words.language];
  if (cents === null) return <></>;
  const { nature, figure } = subject;
  const own = missedBy([...balances.missed, ...balances.undated], subject, nature, figure);
  const ofWhole = missedBy(balances.missed, { envelope: WHOLE_CONVENTION, line: null }, nature, figure);
  const uncharged = ofWhole.filter((one) => one.envelope === null && !own.includes(one));
  const without = withoutMissed(sumOfMissed(own), words.language, formatAmount);
  const { rows } = sumOfMissed(uncharged);
  return (
    <>
      {own.length > 0 && <Missed dossier={dossier} missed={own} text={`${without}.`} />}
      {rows > 0 && <Missed dossier={dossier} missed={uncharged} text={texts.uncharged(rows)} />}
    </>
  );
}

interface MissedProps {
  readonly dossier: ControlledDossier['dossier'];
  readonly missed: readonly MissedAmount[];
  readonly text: string;
}

function Missed({ dossier, missed, text }: MissedProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.section}>
      <div className={styles.note}>
        <Shape kind="unknown" />
        <div>
          <p className={styles.meta}>{text}</p>
          <MissedList dossier={dossier} missed={missed} />
        </div>
      </div>
    </div>
  );
}
