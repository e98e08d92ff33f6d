/**
 * One envelope: its status, a bar for AE and one for CP, and the figures of both side by side, since they are never
 * netted.
 */
import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, type ReactElement, type ReactNode } from 'react';
import type { EnvelopeStatus } from '../../domain/envelopes/status';
import type { Figures } from '../../domain/envelopes/figures';
import type { Euros } from '../../domain/money/euros';
import { centsOf } from '../../domain/money/known-cents';
import { NATURES } from '../../domain/money/nature';
import { notCalculableLabel } from '../../messages/format';
import { statusLabel } from '../../messages/labels';
import type { EnvelopeView } from './envelope-views';
import { Amount, Rate } from '../shared/Amount';
import { ConsumptionBar } from './ConsumptionBar';
import { EnvelopeMonths } from './EnvelopeMonths';
import { LineList } from './LineList';
import { usePane } from '../shared/pane-context';

const STATUS_COLORS = {
  open: 'success',
  alert: 'warning',
  exhausted: 'severe',
  suspended: 'danger',
  expired: 'informative',
  unknown: 'severe',
} as const satisfies Record<EnvelopeStatus | 'unknown', string>;

const useStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  title: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  name: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
  code: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  bars: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr auto',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'center',
    fontSize: tokens.fontSizeBase200,
  },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  label: { textAlign: 'left', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  nature: { textAlign: 'right', fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  cell: { textAlign: 'right', padding: `0 0 0 ${tokens.spacingHorizontalXS}` },
  strong: { fontWeight: tokens.fontWeightSemibold },
  sum: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  detail: { paddingLeft: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground3 },
});

export function EnvelopeCard({ view }: { readonly view: EnvelopeView }): ReactElement {
  const styles = useStyles();
  const titleId = useId();
  const { words } = usePane();
  const name = view.code === '*' ? words.figures.whole : view.label;
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        <span className={styles.name}>
          {name} {view.code !== '*' && view.code !== view.label && <span className={styles.code}>{view.code}</span>}
        </span>
        {view.status && (
          <Badge color={STATUS_COLORS[view.status]} appearance="tint">
            {view.status === 'unknown' ? notCalculableLabel(words.language) : statusLabel(view.status, words.language)}
          </Badge>
        )}
      </h2>
      <div className={styles.bars}>
        {NATURES.map((nature) => (
          <BarRow key={nature} nature={nature} view={view} />
        ))}
      </div>
      <FigureTable view={view} caption={name} />
      {view.code !== '*' && <EnvelopeMonths code={view.code} envelope={name} />}
      {view.lines.length > 0 && <LineList envelope={name} lines={view.lines} thresholds={view.thresholds} />}
    </section>
  );
}

function BarRow({ nature, view }: { readonly nature: 'AE' | 'CP'; readonly view: EnvelopeView }): ReactElement {
  const { words } = usePane();
  return (
    <>
      <abbr title={words.figures.natures[nature]} style={{ textDecoration: 'none' }}>
        {nature}
      </abbr>
      <ConsumptionBar
        label={words.figures.natures[nature]}
        figures={view.figures[nature]}
        thresholds={view.thresholds}
      />
      <Rate figures={view.figures[nature]} />
    </>
  );
}

function FigureTable({ view, caption }: { readonly view: EnvelopeView; readonly caption: string }): ReactElement {
  const styles = useStyles();
  const { figures: words } = usePane().words;
  const row = (label: string, pick: (figures: Figures) => Euros | null, look = ''): ReactElement => (
    <FigureRow
      label={label}
      look={look}
      AE={<Amount cents={centsOf(pick(view.figures.AE))} />}
      CP={<Amount cents={centsOf(pick(view.figures.CP))} />}
    />
  );
  return (
    <table className={styles.table} aria-label={caption}>
      <thead>
        <tr>
          <td />
          {NATURES.map((nature) => (
            <th key={nature} scope="col" className={styles.nature} title={words.natures[nature]}>
              {nature}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {row(words.allocated, ({ allocated }) => allocated)}
        {view.openingRap !== 0 && (
          <FigureRow label={words.rapOpening} look={styles.detail} AE={null} CP={<Amount cents={view.openingRap} />} />
        )}
        {row(words.consumed, ({ consumed }) => consumed)}
        {(view.rapPaid === null ? view.openingRap !== 0 : view.rapPaid !== 0) && (
          <FigureRow label={words.rapPaid} look={styles.detail} AE={null} CP={<Amount cents={view.rapPaid} />} />
        )}
        {row(words.remaining, ({ remaining }) => remaining, mergeClasses(styles.strong, styles.sum))}
        {row(words.reserved, ({ reserved }) => reserved)}
        {row(words.available, ({ available }) => available, mergeClasses(styles.strong, styles.sum))}
        <FigureRow label={words.outstanding} look="" AE={null} CP={<Amount cents={view.outstanding} />} />
      </tbody>
    </table>
  );
}

interface FigureRowProps {
  readonly label: string;
  readonly look: string;
  readonly AE: ReactNode;
  readonly CP: ReactNode;
}

function FigureRow({ label, look, AE, CP }: FigureRowProps): ReactElement {
  const styles = useStyles();
  return (
    <tr className={look}>
      <th scope="row" className={mergeClasses(styles.label, look)}>
        {label}
      </th>
      <td className={styles.cell}>{AE}</td>
      <td className={styles.cell}>{CP}</td>
    </tr>
  );
}
