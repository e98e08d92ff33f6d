/**
 * The page of a document, as it will be written: a picture of paper, white in both themes. A page that is wider than
 * the pane is reduced to its width; at its real size it scrolls sideways, and shadows show where it goes on.
 */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ZoomFit16Regular, ZoomIn16Regular } from '@fluentui/react-icons';
import { useRef, type CSSProperties, type ReactElement } from 'react';
import type { WrittenPage } from '../../application/documents/written-pages';
import type { StyleName } from '../../workbook/plan';
import { usePane, useSessionState } from '../shared/pane-context';
import { workbookOf } from '../../application/session/session-state';
import { formatShare } from '../../messages/format';
import { GUTTER } from '../shared/surfaces';
import { DOCUMENT_LIST_WORDS } from './document-list-words';
import { paperOf, type PaperBlock, type PaperCell } from './paper-view';
import { usePaperSize, type PaperSize } from './usePaperSize';

/** Ink on paper, which the theme does not change; those of the documents themselves (`cell-styles.ts`). */
const INK = '#242424';
const QUIET = '#3a3a3a';
const BLUE = '#000091';
const PAPER = '#ffffff';
const LINE = '#d1d1d1';

/** Over the edge of the desk, where the page goes on out of sight. */
const SHADE = 'rgba(0, 0, 0, 0.3)';
const SHADOW = {
  content: '""',
  display: 'none',
  position: 'absolute',
  top: 0,
  bottom: 0,
  width: '12px',
  pointerEvents: 'none',
} as const;
const VISIBLE = { display: 'block', '@media (forced-colors: active)': { backgroundColor: 'Highlight', width: '4px' } };

const useStyles = makeStyles({
  place: { position: 'relative', backgroundColor: tokens.colorNeutralBackground5 },
  size: {
    ...GUTTER,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  sizeButton: { minWidth: 'auto' },
  cut: { position: 'relative', '::before': SHADOW, '::after': SHADOW },
  cutLeft: { '::before': { ...VISIBLE, left: 0, backgroundImage: `linear-gradient(to right, ${SHADE}, transparent)` } },
  cutRight: { '::after': { ...VISIBLE, right: 0, backgroundImage: `linear-gradient(to left, ${SHADE}, transparent)` } },
  desk: {
    ...GUTTER,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
    overflowX: 'auto',
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  paper: {
    boxSizing: 'border-box',
    transformOrigin: '0 0',
    minWidth: '100%',
    width: 'min-content', // that of the widest table: sentences follow
    padding: tokens.spacingHorizontalL,
    backgroundColor: PAPER,
    color: INK,
    boxShadow: tokens.shadow8,
    fontSize: '11px',
    lineHeight: '15px',
    fontVariantNumeric: 'tabular-nums lining-nums',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  sentence: { margin: '0 0 2px' },
  title: {
    margin: '0 0 8px',
    fontSize: '15px',
    lineHeight: '20px',
    fontWeight: tokens.fontWeightSemibold,
    color: BLUE,
  },
  section: { margin: '10px 0 4px', fontSize: '12px', fontWeight: tokens.fontWeightSemibold },
  quiet: { color: QUIET, fontStyle: 'italic' },
  paragraph: { margin: '6px 0' },
  table: { borderCollapse: 'collapse', width: '100%', margin: '6px 0' },
  cell: {
    border: `1px solid ${LINE}`,
    padding: '2px 4px',
    verticalAlign: 'top',
    textAlign: 'left',
    fontWeight: 'inherit',
  },
  number: { textAlign: 'right', whiteSpace: 'nowrap' },
  text: { minWidth: '60px' },
  long: { overflowWrap: 'anywhere' },
  label: { minWidth: '100px' },
  heading: {
    backgroundColor: BLUE,
    color: PAPER,
    fontWeight: tokens.fontWeightSemibold,
  },
  total: { fontWeight: tokens.fontWeightSemibold, backgroundColor: '#e3e3fd' },
  control: { color: QUIET, fontStyle: 'italic', backgroundColor: '#f6f6f6' },
  input: { backgroundColor: '#fffbe6' },
  empty: { border: 'none' },
  chart: { margin: '6px 0', padding: '12px 8px', border: `1px dashed ${LINE}`, color: QUIET, textAlign: 'center' },
});

type Styles = ReturnType<typeof useStyles>;

export function Paper({ page }: { readonly page: WrittenPage }): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const words = DOCUMENT_LIST_WORDS[language];
  const workbook = workbookOf(useSessionState().phase);
  const { blocks, hidden } = paperOf(page, workbook?.uses1904Dates ?? false);
  const desk = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLElement>(null);
  const size = usePaperSize(desk, paper);
  return (
    <div className={styles.place}>
      {size.fitting < 1 && <SizeChoice size={size} />}
      <div className={mergeClasses(styles.cut, size.isCutLeft && styles.cutLeft, size.isCutRight && styles.cutRight)}>
        <div ref={desk} className={styles.desk} role="group" aria-label={words.page(page.sheet)} tabIndex={0} lang="fr">
          <article ref={paper} className={styles.paper} style={reducedStyle(size)}>
            {blocks.map((block, index) => (
              <Block key={index} block={block} styles={styles} />
            ))}
            {hidden > 0 && (
              <p className={styles.sentence} lang={language}>
                {words.rowsHidden(hidden)}
              </p>
            )}
          </article>
        </div>
      </div>
    </div>
  );
}

/** All of it in proportion, lines and borders too; so is the room that it takes. */
function reducedStyle({ fitting, width, height, isReal }: PaperSize): CSSProperties {
  if (isReal || fitting === 1) return {};
  const left = fitting - 1;
  return { transform: `scale(${String(fitting)})`, marginRight: left * width, marginBottom: left * height };
}

/** How the page is shown, and the other way. */
function SizeChoice({ size: { fitting, isReal, setReal } }: { readonly size: PaperSize }): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const words = DOCUMENT_LIST_WORDS[language];
  const share = formatShare(Math.floor(fitting * 100) / 100, language);
  return (
    <div className={styles.size}>
      <span role="status">{isReal ? words.wider : words.reduced(share)}</span>
      <Button
        size="small"
        appearance="transparent"
        className={styles.sizeButton}
        icon={isReal ? <ZoomFit16Regular /> : <ZoomIn16Regular />}
        onClick={() => setReal(!isReal)}
      >
        {isReal ? words.wholeWidth : words.realSize}
      </Button>
    </div>
  );
}

function Block({ block, styles }: { readonly block: PaperBlock; readonly styles: Styles }): ReactElement {
  if (block.kind === 'chart') {
    return (
      <div role="img" aria-label={block.chart.description} className={styles.chart}>
        {block.chart.title}
      </div>
    );
  }
  if (block.kind === 'table') {
    return (
      <table className={styles.table}>
        <tbody>
          {block.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <Cell key={column} cell={cell} isFirst={column === 0} styles={styles} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  const { text, style } = block;
  if (style === 'title') return <h2 className={styles.title}>{text}</h2>;
  if (SECTIONS.has(style)) return <h3 className={styles.section}>{text}</h3>;
  return (
    <p
      className={mergeClasses(
        styles.sentence,
        style === 'paragraph' && styles.paragraph,
        (style === 'subtitle' || style === 'note') && styles.quiet,
      )}
    >
      {text}
    </p>
  );
}

interface CellProps {
  readonly cell: PaperCell | null;
  readonly isFirst: boolean;
  readonly styles: Styles;
}

function Cell({ cell, isFirst, styles }: CellProps): ReactElement {
  if (!cell) return <td className={mergeClasses(styles.cell, styles.empty)} />;
  const { text, style } = cell;
  const look = mergeClasses(
    styles.cell,
    NUMBERS.has(style) ? styles.number : styles.text,
    isFirst && !NUMBERS.has(style) && styles.label,
    LONG_WORD.test(text) && styles.long,
    style === 'heading' && styles.heading,
    style.startsWith('total') && styles.total,
    style.startsWith('control') && styles.control,
    style === 'inputText' && styles.input,
  );
  if (style === 'heading') {
    return (
      <th scope="col" className={look}>
        {text}
      </th>
    );
  }
  if (isFirst && text !== '' && !NUMBERS.has(style)) {
    return (
      <th scope="row" className={look}>
        {text}
      </th>
    );
  }
  return <td className={look}>{text}</td>;
}

/** A row of one cell with one of these opens a part of the page. */
const SECTIONS: ReadonlySet<StyleName> = new Set(['heading', 'totalLabel', 'controlLabel']);
/** A code is never cut; a longer word, where it would widen the whole page. */
const LONG_WORD = /\S{25}/;
const NUMBERS: ReadonlySet<StyleName> = new Set([
  'amount',
  'totalAmount',
  'controlAmount',
  'rate',
  'totalRate',
  'date',
  'year',
]);
