/** The findings on a row before it is written, and its effect on the available credits. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { rowSituation, type RowSituation } from '../../../application/row-situation';
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { describeFinding } from '../../../messages/describe-finding';
import { describeFailure } from '../../../messages/failures';
import { formatAmount } from '../../../messages/format';
import type { Language } from '../../../messages/language';
import { usePane } from '../../shared/pane-context';
import { ANSWER_TITLE, Headline } from '../../shared/Headline';
import { Shape } from '../../shared/Shape';
import { GUTTER } from '../../shared/surfaces';
import { roles } from '../../shared/theme';
import { ROW_WORDS } from './row-words';
import { nameOf, RowEffects } from './RowEffects';
import type { Judgement } from './useJudgedRow';

const useStyles = makeStyles({
  verdict: {
    ...GUTTER,
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
  },
  danger: { backgroundColor: roles.bandDanger },
  good: { backgroundColor: roles.bandGood },
  unknown: { backgroundColor: roles.bandUnknown },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, overflowWrap: 'anywhere' },
  effects: { ...GUTTER, paddingTop: tokens.spacingVerticalM, paddingBottom: tokens.spacingVerticalM },
});

interface RowVerdictProps {
  readonly judgement: Judgement;
  readonly sheet: string;
  /** From 0. */
  readonly row: number;
}

interface VerdictOnRow {
  readonly kind: 'danger' | 'good' | 'unknown';
  readonly title: string;
  readonly texts: readonly string[];
  /** Null for a row that is not judged, or is in no figure. */
  readonly situation: RowSituation | null;
}

/** The verdict in words; null for a form that was not begun. */
function verdictOn({ judgement, sheet, row }: RowVerdictProps, language: Language): VerdictOnRow | null {
  const words = ROW_WORDS[language].form;
  if (judgement === null) return null;
  if (judgement === 'pending') return { kind: 'unknown', title: words.judging, texts: [], situation: null };
  if (!judgement.ok) {
    const { sentence, remedy } = describeFailure(judgement.failure, language);
    return { kind: 'danger', title: sentence, texts: [remedy], situation: null };
  }
  const { dossier, report, keys } = judgement.value;
  const situation = keys.length === 0 ? null : rowSituation(dossier, report, sheet, row);
  if (!situation) return { kind: 'unknown', title: words.notRead, texts: [], situation };
  const lacking = situation.effects.flatMap(({ key, nature, with: after }) =>
    after !== null && after < 0
      ? [words.lacks(nameOf(dossier, key, ROW_WORDS[language].convention), formatAmount(-after, language), nature)]
      : [],
  );
  const texts = situation.findings.map((finding) => describeFinding(finding, dossier.convention, language).message);
  const found = words.found(texts.length);
  if (lacking.length > 0) {
    const title = `${words.lacking} ${lacking.join(', ')}.`;
    return { kind: 'danger', title, texts: texts.length === 0 ? [] : [`${found}.`, ...texts], situation };
  }
  return texts.length > 0
    ? { kind: 'danger', title: found, texts, situation }
    : { kind: 'good', title: words.clean, texts: [], situation };
}

export function RowVerdict(props: RowVerdictProps): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const verdict = verdictOn(props, language);
  if (verdict === null) return <div role="status" />;
  const { judgement } = props;
  const { kind, title, texts, situation } = verdict;
  return (
    <>
      <div role="status">
        <div className={`${styles.verdict} ${styles[kind]}`}>
          <Shape kind={kind} />
          <div>
            <p id={ANSWER_TITLE} className={styles.title}>
              {title}
            </p>
            {texts.map((text) => (
              <p key={text} className={styles.text}>
                {text}
              </p>
            ))}
          </div>
        </div>
      </div>
      {situation && judgement !== null && judgement !== 'pending' && judgement.ok && (
        <div className={styles.effects}>
          <RowEffects dossier={judgement.value.dossier} effects={situation.effects} isToCome />
        </div>
      )}
    </>
  );
}

/** The first lines of the verdict, for the foot of the form. */
export function RowHeadline(props: RowVerdictProps): ReactElement | null {
  const verdict = verdictOn(props, usePane().words.language);
  return verdict && <Headline kind={verdict.kind} text={verdict.title} />;
}

/** The first problem that the controls find in each field of the row, without what to do about it. */
export function problemsByField(judgement: Judgement, language: Language): ReadonlyMap<LedgerField, string> {
  const problems = new Map<LedgerField, string>();
  if (judgement === null || judgement === 'pending' || !judgement.ok) return problems;
  const { dossier, report, keys } = judgement.value;
  for (const finding of report.findings) {
    const { place } = finding;
    if (place.kind !== 'row' || !keys.includes(place.row) || problems.has(place.field)) continue;
    const { message, action } = describeFinding(finding, dossier.convention, language);
    problems.set(place.field, message.slice(0, message.length - action.length).trimEnd());
  }
  return problems;
}
