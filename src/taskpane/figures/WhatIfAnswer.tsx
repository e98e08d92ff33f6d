/** The answer to « Et si j'engage… »: yes or no, what would be available, and the words of the controls. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Dossier } from '../../application/dossier';
import type { WhatIf } from '../../application/figures/what-if';
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import type { FigureKey } from '../../domain/envelopes/figures';
import { sumOfMissed } from '../../domain/envelopes/missed/missed-sums';
import type { Finding } from '../../domain/controls/findings/finding';
import type { Convention } from '../../domain/envelopes/convention';
import { everyLineOf } from '../../domain/envelopes/envelope';
import { describeFinding } from '../../messages/describe-finding';
import { formatAmount, formatDate } from '../../messages/format';
import type { Language } from '../../messages/language';
import { withoutMissed } from '../../messages/missed-words';
import { Amount } from '../shared/Amount';
import { ANSWER_TITLE, Headline } from '../shared/Headline';
import { usePane } from '../shared/pane-context';
import { Shape, type ShapeKind } from '../shared/Shape';
import { GUTTER, TWO_LINES } from '../shared/surfaces';
import { roles } from '../shared/theme';
import { FIGURE_TABLE } from './figure-table';
import { FIGURE_WORDS, type FigureWords } from './figure-words';

const useStyles = makeStyles({
  ...FIGURE_TABLE,
  band: {
    ...GUTTER,
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  danger: { backgroundColor: roles.bandDanger },
  warning: { backgroundColor: roles.bandWarning },
  good: { backgroundColor: roles.bandGood },
  unknown: { backgroundColor: roles.bandUnknown },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  text: { margin: `${tokens.spacingVerticalXS} 0 0` },
  section: { ...GUTTER, paddingTop: tokens.spacingVerticalL, paddingBottom: tokens.spacingVerticalL },
  label: { textAlign: 'left', fontWeight: tokens.fontWeightRegular, padding: `${tokens.spacingVerticalSNudge} 0` },
  heading: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  name: TWO_LINES,
});

type Tone = Extract<ShapeKind, 'danger' | 'warning' | 'good' | 'unknown'>;

interface WhatIfAnswerProps {
  readonly dossier: Dossier;
  readonly answer: WhatIf;
}

export function WhatIfAnswer({ dossier, answer }: WhatIfAnswerProps): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const texts = FIGURE_WORDS[language];
  const { tone, title } = conclusionOf(answer, texts);
  const { most, missed, isCharged } = answer;
  const without = withoutMissed(sumOfMissed(missed), language, formatAmount);
  const limit = !isCharged
    ? texts.notCharged
    : most === null
      ? ''
      : most === 0
        ? texts.none
        : texts.most(formatAmount(most, language));
  return (
    <>
      <div className={mergeClasses(styles.band, styles[tone])}>
        <Shape kind={tone} size={20} />
        <div>
          <p id={ANSWER_TITLE} className={styles.title}>
            {title}
          </p>
          {limit !== '' && <p className={styles.text}>{limit}</p>}
          {without !== '' && <p className={styles.text}>{without}.</p>}
        </div>
      </div>
      <Figures dossier={dossier} answer={answer} />
    </>
  );
}

/** The first lines of the answer, for the foot of the form. */
export function WhatIfHeadline({ answer }: { readonly answer: WhatIf }): ReactElement {
  const { tone, title } = conclusionOf(answer, FIGURE_WORDS[usePane().words.language]);
  return <Headline kind={tone} text={title} />;
}

/** The available amounts before and after, and the sentences of the controls. */
function Figures({ dossier, answer: { asOf, figures, findings, intent } }: WhatIfAnswerProps): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const texts = FIGURE_WORDS[language];
  return (
    <div className={styles.section}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.heading, styles.label)}>
              {texts.availableOf(intent.nature)}
            </th>
            <th scope="col" className={mergeClasses(styles.heading, styles.amount)}>
              {texts.before(formatDate(asOf, language))}
            </th>
            <th scope="col" className={mergeClasses(styles.heading, styles.amount)}>
              {texts.after}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ key, before, after }) => (
            <tr key={`${key.envelope} ${String(key.line)}`}>
              <th scope="row" className={styles.label}>
                <span className={styles.name}>{nameOf(dossier, key, texts)}</span>
              </th>
              <td className={styles.amount}>
                <Amount cents={before} />
              </td>
              <td className={styles.amount}>
                <Amount cents={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {findings.map((finding, index) => (
        <p key={index} className={mergeClasses(styles.meta, styles.text)}>
          {problemOf(finding, dossier.convention, language)}
        </p>
      ))}
    </div>
  );
}

/** Without what to do about a row that exists. */
function problemOf(finding: Finding, convention: Convention, language: Language): string {
  const { message, action } = describeFinding(finding, convention, language);
  return message.endsWith(action) ? message.slice(0, -action.length).trimEnd() : message;
}

/** Errors and warnings about ceilings forbid; thresholds and the rest are remarks. */
function conclusionOf(
  { findings, figures, missed, isCharged }: WhatIf,
  texts: FigureWords,
): { readonly tone: Tone; readonly title: string } {
  if (!isCharged || figures.some(({ key, after }) => key.line === null && after === null))
    return { tone: 'unknown', title: texts.answers.unknown };
  const ceilings = findings.filter(({ rule }) => rule.startsWith('PLA') && rule !== 'PLA-06');
  const exceeded = new Set(
    ceilings
      .filter(({ severity }) => severity !== 'info')
      .map(({ rule, details }) => `${rule} ${'line' in details ? String(details.line) : ''}`),
  );
  const isBlocked = ceilings.some(({ severity }) => severity === 'error');
  if (exceeded.size > 0) return { tone: isBlocked ? 'danger' : 'warning', title: texts.answers.no(exceeded.size) };
  if (findings.some(({ rule, severity }) => rule.startsWith('PER') && severity === 'error'))
    return { tone: 'danger', title: texts.answers.date };
  const lacks = figures.some(({ key, after }) => key.line === null && after !== null && after < 0);
  if (lacks || findings.some(({ rule }) => rule !== 'PLA-06')) return { tone: 'warning', title: texts.answers.remark };
  if (findings.length > 0) return { tone: 'warning', title: texts.answers.threshold };
  if (missed.length > 0) return { tone: 'unknown', title: texts.answers.inWhatIsRead };
  return { tone: 'good', title: texts.answers.yes };
}

function nameOf({ convention }: Dossier, { envelope, line }: FigureKey, texts: FigureWords): string {
  if (envelope === WHOLE_CONVENTION) return texts.whole;
  const own = convention.envelopes.find(({ code }) => code === envelope);
  const poste = line === null ? undefined : own && everyLineOf(own).find(({ index }) => index === line);
  return poste ? texts.line(poste.label) : (own?.label ?? envelope);
}
