/**
 * The year of an envelope as a drawing, AE then CP: cumulated consumption, dashed where it is a forecast, under the
 * line of allocated credits.
 */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import type { ControlReport } from '../../application/dossier';
import { formatAmount, notCalculableLabel } from '../../messages/format';
import { NOT_GIVEN_LABEL } from '../../messages/labels';
import { monthlyViews, type MonthlyView } from './monthly-view';
import { MONTH_WORDS } from './month-words';
import { usePane } from '../shared/pane-context';
import { HIDDEN } from '../shared/surfaces';

/** The drawing, in its own units; it is scaled to the width of the card. The names of the months keep their size. */
const BOX = { width: 320, height: 94, left: 4, right: 316, top: 10, bottom: 88 };
const EVERY_OTHER = 2;

const useStyles = makeStyles({
  figure: { position: 'relative', margin: `${tokens.spacingVerticalS} 0 0`, fontSize: tokens.fontSizeBase200 },
  drawing: { width: '100%', display: 'block' },
  axis: { stroke: tokens.colorNeutralStroke1, strokeWidth: '1px' },
  realised: { fill: 'none', stroke: tokens.colorBrandForeground1, strokeWidth: '2.5px' },
  expected: { fill: 'none', stroke: tokens.colorBrandForeground1, strokeWidth: '2px', strokeDasharray: '5 4' },
  ceiling: { fill: 'none', stroke: tokens.colorNeutralForeground1, strokeWidth: '1.5px', strokeDasharray: '2 3' },
  months: {
    position: 'relative',
    height: tokens.lineHeightBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  month: { position: 'absolute', transform: 'translateX(-50%)', ':first-child': { transform: 'translateX(-25%)' } },
  key: {
    fontSize: tokens.fontSizeBase200,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
  },
  sample: { width: '24px', height: '8px', marginRight: tokens.spacingHorizontalXS },
  unseen: HIDDEN,
});

interface MonthlyChartsProps {
  readonly report: ControlReport;
  readonly code: string;
}

export function MonthlyCharts({ report, code }: MonthlyChartsProps): ReactElement {
  const { language } = usePane().words;
  const views = useMemo(() => monthlyViews(report, code), [report, code]);
  return (
    <>
      {views.map((view) =>
        view.cumulated === null ? (
          <p key={view.nature}>
            {view.nature} · {notCalculableLabel(language)}
          </p>
        ) : (
          <MonthlyChart key={view.nature} view={view} />
        ),
      )}
      <Key />
    </>
  );
}

function MonthlyChart({ view }: { readonly view: MonthlyView }): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { months, sentence, opened: openedWord } = MONTH_WORDS[words.language];
  const euros = (cents: number | undefined): string => formatAmount(cents ?? 0, words.language);
  const { nature, cumulated, opened, realised, consumed } = view;
  const credits = opened && euros(opened.at(-1));
  const text = sentence(words.figures.natures[nature], euros(consumed), euros(cumulated.at(-1)), credits);
  const { y, zero } = scaleOf(view);
  const path = (amounts: readonly number[], from: number): string =>
    amounts.map((cents, month) => `${x(from + month)},${y(cents)}`).join(' ');
  return (
    <figure className={styles.figure}>
      <figcaption>
        {nature} · {openedWord} {credits ?? NOT_GIVEN_LABEL}
      </figcaption>
      <svg role="img" aria-label={text} viewBox={`0 0 ${BOX.width} ${BOX.height}`} className={styles.drawing}>
        <title>{text}</title>
        <line className={styles.axis} x1={BOX.left} x2={BOX.right} y1={zero} y2={zero} />
        {opened && <polyline className={styles.ceiling} points={path(opened, 0)} />}
        <polyline className={styles.realised} points={path(cumulated.slice(0, realised), 0)} />
        <polyline
          className={styles.expected}
          points={path(cumulated.slice(Math.max(0, realised - 1)), Math.max(0, realised - 1))}
        />
      </svg>
      <div className={styles.months} aria-hidden="true">
        {months.map((month, index) =>
          index % EVERY_OTHER === 0 ? (
            <span key={month} className={styles.month} style={{ left: `${(100 * x(index)) / BOX.width}%` }}>
              {month}
            </span>
          ) : null,
        )}
      </div>
      <div className={styles.unseen}>
        <MonthTable view={view} />
      </div>
    </figure>
  );
}

/** The same figures for screen readers, month by month. */
function MonthTable({ view }: { readonly view: MonthlyView }): ReactElement {
  const { language } = usePane().words;
  const words = MONTH_WORDS[language];
  return (
    <table>
      <caption>{view.nature}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.cumulated}</th>
          <th scope="col">{words.expected}</th>
          <th scope="col">{words.opened}</th>
        </tr>
      </thead>
      <tbody>
        {words.months.map((month, index) => (
          <tr key={month}>
            <th scope="row">{month}</th>
            <td>{index < view.realised ? formatAmount(view.cumulated[index] ?? 0, language) : ''}</td>
            <td>{index < view.realised ? '' : formatAmount(view.cumulated[index] ?? 0, language)}</td>
            <td>{view.opened ? formatAmount(view.opened[index] ?? 0, language) : NOT_GIVEN_LABEL}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Key(): ReactElement {
  const styles = useStyles();
  const words = MONTH_WORDS[usePane().words.language];
  const keys = [
    [styles.realised, words.cumulated],
    [styles.expected, words.expected],
    [styles.ceiling, words.opened],
  ] as const;
  return (
    <div className={styles.key} aria-hidden="true">
      {keys.map(([look, label]) => (
        <span key={label}>
          <svg className={styles.sample} viewBox="0 0 24 8">
            <line className={look} x1="0" x2="24" y1="4" y2="4" />
          </svg>
          {label}
        </span>
      ))}
    </div>
  );
}

function x(month: number): number {
  return BOX.left + ((BOX.right - BOX.left) * month) / 11;
}

/** From zero, or below it when decommitments exceed commitments, to the highest amount drawn. */
function scaleOf({ cumulated, opened }: MonthlyView): { readonly y: (cents: number) => number; readonly zero: number } {
  const drawn = [...cumulated, ...(opened ?? [])];
  const [lowest, highest] = [Math.min(0, ...drawn), Math.max(1, ...drawn)];
  const y = (cents: number): number =>
    Number((BOX.bottom - ((BOX.bottom - BOX.top) * (cents - lowest)) / (highest - lowest)).toFixed(2));
  return { y, zero: y(0) };
}
