/** The styles of the rows of the list of findings. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { FOCUS_RING, HIDDEN } from '../shared/surfaces';

/** The button of a row of the list. */
const ROW = {
  ...FOCUS_RING,
  display: 'grid',
  width: '100%',
  boxSizing: 'border-box',
  minHeight: '32px',
  alignItems: 'center',
  margin: 0,
  border: 'none',
  textAlign: 'left',
  font: 'inherit',
  color: 'inherit',
  backgroundColor: 'transparent',
  cursor: 'pointer',
  columnGap: tokens.spacingHorizontalS,
  '&:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
} as const;

export const useRowStyles = makeStyles({
  hidden: HIDDEN,
  row: { ...ROW, gridTemplateColumns: '16px minmax(0, 1fr) auto', padding: `${tokens.spacingVerticalXS} 0` },
  finding: {
    ...ROW,
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    padding: `${tokens.spacingVerticalSNudge} 0 ${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalL}`,
  },
  /** As wide as the row of the user, which it covers when it stays at the top. */
  section: {
    margin: '0 -8px',
    padding: '0 8px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    paddingTop: tokens.spacingVerticalXS,
  },
  group: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  regular: { fontWeight: tokens.fontWeightRegular },
  bold: { fontWeight: tokens.fontWeightSemibold },
  text: { overflowWrap: 'anywhere', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  small: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  count: { marginLeft: tokens.spacingHorizontalXS, whiteSpace: 'nowrap' },
  below: { display: 'block' },
  amount: { whiteSpace: 'nowrap', justifySelf: 'end', fontWeight: tokens.fontWeightRegular },
  current: {
    backgroundColor: tokens.colorNeutralBackground3,
    boxShadow: `-8px 0 0 ${tokens.colorNeutralBackground3}, 8px 0 0 ${tokens.colorNeutralBackground3}`,
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
    marginLeft: '-8px',
    paddingLeft: '5px',
    '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
  },
});
