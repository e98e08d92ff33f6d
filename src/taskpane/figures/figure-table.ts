/** The style of the tables of the drawer. */
import { tokens, type GriffelStyle } from '@fluentui/react-components';

export const FIGURE_TABLE = {
  table: { borderCollapse: 'collapse', width: '100%', paddingLeft: '40px' },
  cell: {
    padding: `${tokens.spacingVerticalSNudge} 0`,
    verticalAlign: 'top',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    ':first-child': { paddingLeft: '40px' },
    '@media (max-width: 299px)': { ':first-child': { paddingLeft: tokens.spacingHorizontalS } },
  },
  amount: { textAlign: 'right', whiteSpace: 'nowrap', paddingLeft: tokens.spacingHorizontalM },
  meta: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  sum: { fontWeight: tokens.fontWeightSemibold },
} satisfies Readonly<Record<string, GriffelStyle>>;
