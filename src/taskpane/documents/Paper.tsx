/**
 * The page of a document, as it will be written: a picture of paper, white in both themes. A table that is wider than
 * the pane scrolls sideways.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { WrittenPage } from '../../application/documents/written-pages';
import type { StyleName } from '../../workbook/plan';
import { usePane, useSessionState } from '../shared/pane-context';
import { workbookOf } from '../../application/session/session-state';
import { DOCUMENT_LIST_WORDS } from './document-list-words';
import { paperOf, type PaperBlock, type PaperCell } from './paper-view';

/** Ink on paper, which the theme does not change; those of the documents themselves (`cell-styles.ts`). */
const INK = '#242424';
const QUIET = '#3a3a3a';
const BLUE = '#000091';
const PAPER = '#ffffff';
const LINE = '#d1d1d1';

const useStyles = makeStyles({
  desk: {
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground5,
    overflowX: 'auto',
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  paper: {
    boxSizing: 'border-box',
    minWidth: '276px',
    width: 'max-content',
    maxWidth: 'max(100%, 760px)',
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
  text: { minWidth: '60px', overflowWrap: 'anywhere' },
  heading: {
    backgroundColor: BLUE,
    color: PAPER,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'normal', // a word of a heading is never cut
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
  return (
    <div className={styles.desk} role="group" aria-label={words.page(page.sheet)} tabIndex={0} lang="fr">
      <article className={styles.paper}>
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
const NUMBERS: ReadonlySet<StyleName> = new Set([
  'amount',
  'totalAmount',
  'controlAmount',
  'rate',
  'totalRate',
  'date',
  'year',
]);
