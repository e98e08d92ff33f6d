/**
 * One envelope on a few lines: its state, then in AE and in CP a bar and the available amount, the figure that counts.
 * AE and CP are on two lines and are never added. It unfolds to all its figures.
 */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useId, type CSSProperties, type ReactElement } from 'react';
import type { Dossier } from '../../application/dossier';
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import { areCalculated } from '../../domain/envelopes/figures';
import { centsOf } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import { formatAmount, formatRate, formatWholeAmount, notCalculableLabel } from '../../messages/format';
import { statusLabel } from '../../messages/labels';
import { Rate } from '../shared/Amount';
import { Figure } from '../shared/Figure';
import { usePane } from '../shared/pane-context';
import { useKept } from '../shared/screens';
import { Shape, TONES, type ShapeKind } from '../shared/Shape';
import { CreditBar } from './CreditBar';
import { Lacks } from './missed/Lacks';
import type { EnvelopeView } from './envelope-views';
import { rateOf } from '../../domain/money/rate';

const EnvelopeDetail = lazy(async () => ({
  default: (await import(/* webpackChunkName: "envelope-detail" */ './EnvelopeDetail')).EnvelopeDetail,
}));

/** The room for a rate, and from which width there is one. */
const WIDE_ROW = '@media (min-width: 440px)';

const useStyles = makeStyles({
  row: {
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalSNudge}`,
    '& + &': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  title: { margin: 0, flexGrow: 1, minWidth: 0, fontSize: 'inherit', lineHeight: 'inherit' },
  button: {
    minWidth: 0,
    minHeight: '24px',
    padding: `0 ${tokens.spacingHorizontalXS} 0 0`,
    marginLeft: '-4px',
    justifyContent: 'flex-start',
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  status: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  danger: { color: TONES.danger },
  warning: { color: TONES.warning },
  quiet: { color: TONES.info },
  nature: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) var(--figure)',
    columnGap: tokens.spacingHorizontalMNudge,
    alignItems: 'center',
    minHeight: '26px',
    [WIDE_ROW]: { gridTemplateColumns: '20px minmax(0, 1fr) 64px var(--figure)' },
    '@media (max-width: 299px)': { gridTemplateColumns: '20px minmax(0, 1fr)', rowGap: 0 },
  },
  code: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  rate: {
    display: 'none',
    textAlign: 'right',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    [WIDE_ROW]: { display: 'block' },
  },
  /** Under the amount where there is no room beside it. */
  bar: { '@media (max-width: 299px)': { gridColumn: '1 / -1', gridRow: '2' } },
  amount: { textAlign: 'right' },
});

export interface EnvelopeRowProps {
  readonly dossier: Dossier;
  readonly view: EnvelopeView;
  readonly natures: readonly Nature[];
  /** Every amount of the screen is whole: none shows its cents. */
  readonly isWhole: boolean;
  /** The width of the longest amount of the screen, in characters. */
  readonly characters: number;
}

export function EnvelopeRow({ dossier, view, natures, isWhole, characters }: EnvelopeRowProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const [isOpen, setOpen] = useKept(`situation.open ${view.code}`, false);
  const detailId = useId();
  const name = view.code === WHOLE_CONVENTION ? words.figures.whole : view.label;
  return (
    <section
      className={styles.row}
      aria-label={name}
      style={{ '--figure': `${String(characters)}ch` } as CSSProperties}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>
          <Button
            appearance="transparent"
            className={styles.button}
            icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
            aria-expanded={isOpen}
            aria-controls={detailId}
            onClick={() => setOpen(!isOpen)}
          >
            {name}
          </Button>
        </h2>
        <Status view={view} />
      </div>
      {natures.map((nature) => (
        <NatureRow key={nature} view={view} nature={nature} name={name} isWhole={isWhole} />
      ))}
      <Lacks dossier={dossier} view={view} name={name} isWhole={isWhole} />
      <div id={detailId} hidden={!isOpen}>
        {isOpen && (
          <Suspense fallback={null}>
            <EnvelopeDetail view={view} name={name} />
          </Suspense>
        )}
      </div>
    </section>
  );
}

function Status({ view }: { readonly view: EnvelopeView }): ReactElement | null {
  const styles = useStyles();
  const { words } = usePane();
  const { language } = words;
  const { status } = view;
  if (status === null) return null;
  const kind = SHAPES[status];
  const text =
    status === 'exceeded'
      ? words.situation.exceededStatus
      : status === 'unknown'
        ? notCalculableLabel(language)
        : statusLabel(status, language);
  return (
    <span
      className={mergeClasses(
        styles.status,
        kind === 'danger' ? styles.danger : kind === 'warning' ? styles.warning : styles.quiet,
      )}
    >
      {kind && <Shape kind={kind} />}
      {text}
    </span>
  );
}

/** « Ouverte » has no shape: nothing proves that all is well. */
const SHAPES: Readonly<Record<NonNullable<EnvelopeView['status']>, ShapeKind | null>> = {
  open: null,
  alert: 'warning',
  exhausted: 'warning',
  exceeded: 'danger',
  suspended: 'danger',
  expired: 'info',
  unknown: 'unknown',
};

interface NatureRowProps {
  readonly view: EnvelopeView;
  readonly nature: Nature;
  readonly name: string;
  readonly isWhole: boolean;
}

function NatureRow({ view, nature, name, isWhole }: NatureRowProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { language } = words;
  const figures = view.figures[nature];
  return (
    <div className={styles.nature}>
      <abbr title={words.figures.natures[nature]} className={styles.code} style={{ textDecoration: 'none' }}>
        {nature}
      </abbr>
      {areCalculated(figures) ? (
        <span className={styles.bar}>
          <CreditBar
            figures={figures}
            thresholds={view.thresholds}
            label={words.situation.bar(
              name,
              nature,
              formatRate(figures.rate, language),
              figures.reserved.isZero
                ? ''
                : formatRate(rateOf(figures.reserved.cents, figures.allocated.cents), language),
              figures.remaining.isNegative
                ? (isWhole ? formatWholeAmount : formatAmount)(-figures.remaining.cents, language)
                : '',
            )}
          />
        </span>
      ) : (
        <span />
      )}
      <span className={styles.rate}>
        <Rate figures={figures} />
      </span>
      <span className={styles.amount}>
        <Figure
          subject={{ envelope: view.code, line: null, nature, figure: 'available' }}
          cents={centsOf(figures.available)}
          who={name}
          isGiven={figures.allocated !== null}
          isWhole={isWhole}
        />
      </span>
    </div>
  );
}
