/** All the figures of an envelope, each a door to its rows; its postes; its months. Fetched when first unfolded. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { ExplainedFigure } from '../../application/figures/explain-figure';
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import { centsOf } from '../../domain/money/known-cents';
import { NATURES } from '../../domain/money/nature';
import { Amount } from '../shared/Amount';
import { Figure } from '../shared/Figure';
import { usePane } from '../shared/pane-context';
import { TWO_LINES } from '../shared/surfaces';
import { EnvelopeMonths } from './EnvelopeMonths';
import { EnvelopeYears } from './EnvelopeYears';
import type { EnvelopeView } from './envelope-views';

const NARROW = '@media (max-width: 339px)';
const TWO_COLUMNS = { display: 'grid', gridTemplateColumns: '1fr 1fr' } as const;

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', marginTop: tokens.spacingVerticalXS },
  label: { textAlign: 'left', fontWeight: tokens.fontWeightRegular, padding: `${tokens.spacingVerticalXXS} 0` },
  heading: {
    textAlign: 'right',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  first: { textAlign: 'left' },
  cell: {
    textAlign: 'right',
    padding: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
  },
  sum: { borderTop: `1px solid ${tokens.colorNeutralStroke1}`, fontWeight: tokens.fontWeightSemibold },
  part: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  row: {
    [NARROW]: { ...TWO_COLUMNS, '& > th[scope="row"]': { gridColumn: '1 / -1' }, '& > td:empty': { minHeight: 0 } },
  },
  /** The words of an annex are long: they take a line of their own, but on a wide pane. */
  line: {
    '@media (max-width: 439px)': { ...TWO_COLUMNS, '& > th[scope="row"]': { gridColumn: '1 / -1' } },
  },
  name: TWO_LINES,
});

/** The sum from the allocation to what is available, with the signs of its terms. */
const SUM: readonly (readonly [ExplainedFigure, string])[] = [
  ['allocated', ''],
  ['consumed', '\u2212 '],
  ['remaining', '= '],
  ['reserved', '\u2212 '],
  ['available', '= '],
];

interface EnvelopeDetailProps {
  readonly view: EnvelopeView;
  readonly name: string;
}

export function EnvelopeDetail({ view, name }: EnvelopeDetailProps): ReactElement {
  const styles = useStyles();
  const { figures: words } = usePane().words;
  const part = (label: string, cents: number | null): ReactNode => (
    <tr className={mergeClasses(styles.row, styles.part)}>
      <th scope="row" className={styles.label}>
        {label}
      </th>
      <td className={styles.cell} />
      <td className={styles.cell}>
        <Amount cents={cents} />
      </td>
    </tr>
  );
  return (
    <>
      <table className={styles.table} aria-label={name}>
        <thead>
          <Headings />
        </thead>
        <tbody>
          {SUM.map(([figure, sign]) => (
            <FigureRow key={figure} view={view} name={name} figure={figure} label={sign + words[figure]} />
          ))}
          {view.openingRap !== 0 && part(words.rapOpening, view.openingRap)}
          {(view.rapPaid === null ? view.openingRap !== 0 : view.rapPaid !== 0) && part(words.rapPaid, view.rapPaid)}
          {part(words.outstanding, view.outstanding)}
        </tbody>
      </table>
      {view.lines.length > 0 && <Lines view={view} name={name} />}
      <EnvelopeYears code={view.code} envelope={name} />
      {view.code !== WHOLE_CONVENTION && <EnvelopeMonths code={view.code} envelope={name} />}
    </>
  );
}

function Headings({
  first = '',
  isOfLines = false,
}: {
  readonly first?: string;
  readonly isOfLines?: boolean;
}): ReactElement {
  const styles = useStyles();
  const { figures: words } = usePane().words;
  return (
    <tr className={isOfLines ? styles.line : styles.row}>
      {first === '' ? (
        <td />
      ) : (
        <th scope="row" className={mergeClasses(styles.heading, styles.first)}>
          {first}
        </th>
      )}
      {NATURES.map((nature) => (
        <th key={nature} scope="col" className={styles.heading} title={words.natures[nature]}>
          {nature}
        </th>
      ))}
    </tr>
  );
}

interface FigureRowProps extends EnvelopeDetailProps {
  readonly figure: ExplainedFigure;
  readonly label: string;
}

function FigureRow({ view, name, figure, label }: FigureRowProps): ReactElement {
  const styles = useStyles();
  const isSum = figure === 'remaining' || figure === 'available';
  return (
    <tr className={mergeClasses(styles.row, isSum && styles.sum)}>
      <th scope="row" className={mergeClasses(styles.label, isSum && styles.sum)}>
        {label}
      </th>
      {NATURES.map((nature) => (
        <td key={nature} className={styles.cell}>
          <Figure
            subject={{ envelope: view.code, line: null, nature, figure }}
            cents={centsOf(view.figures[nature][figure])}
            who={name}
            isGiven={view.figures[nature].allocated !== null || figure === 'consumed' || figure === 'reserved'}
            isQuiet={!isSum}
          />
        </td>
      ))}
    </tr>
  );
}

/** The available amounts by poste. */
function Lines({ view, name }: EnvelopeDetailProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  return (
    <table className={styles.table} aria-label={`${words.situation.byLine}, ${name}`}>
      <thead>
        <Headings first={words.situation.byLine} isOfLines />
      </thead>
      <tbody>
        {view.lines.map(({ index, label, figures }) => (
          <tr key={index} className={styles.line}>
            <th scope="row" className={styles.label}>
              <span className={styles.name} title={label}>
                {label}
              </span>
            </th>
            {NATURES.map((nature) => (
              <td key={nature} className={styles.cell}>
                {figures[nature].allocated !== null ? (
                  <Figure
                    subject={{ envelope: view.code, line: index, nature, figure: 'available' }}
                    cents={centsOf(figures[nature].available)}
                    who={`${label}, ${name}`}
                    isQuiet
                  />
                ) : (
                  '—'
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
