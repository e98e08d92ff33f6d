/** The findings on a row before it is written, and its effect on the available credits. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { rowSituation } from '../../../application/row-situation';
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { describeFinding } from '../../../messages/describe-finding';
import { describeFailure } from '../../../messages/failures';
import { formatAmount } from '../../../messages/format';
import type { Language } from '../../../messages/language';
import { usePane } from '../../shared/pane-context';
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

export function RowVerdict({ judgement, sheet, row }: RowVerdictProps): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const words = ROW_WORDS[language].form;
  const band = (kind: 'danger' | 'good' | 'unknown', title: string, texts: readonly string[] = []): ReactElement => (
    <div className={`${styles.verdict} ${styles[kind]}`}>
      <Shape kind={kind} />
      <div>
        <p className={styles.title}>{title}</p>
        {texts.map((text) => (
          <p key={text} className={styles.text}>
            {text}
          </p>
        ))}
      </div>
    </div>
  );
  if (judgement === null) return <div role="status" />;
  if (judgement === 'pending') return <div role="status">{band('unknown', words.judging)}</div>;
  if (!judgement.ok) {
    const { sentence, remedy } = describeFailure(judgement.failure, language);
    return <div role="status">{band('danger', sentence, [remedy])}</div>;
  }
  const { dossier, report, keys } = judgement.value;
  const situation = keys.length === 0 ? null : rowSituation(dossier, report, sheet, row);
  if (!situation) return <div role="status">{band('unknown', words.notRead)}</div>;
  const lacking = situation.effects.flatMap(({ key, nature, with: after }) =>
    after !== null && after < 0
      ? [words.lacks(nameOf(dossier, key, ROW_WORDS[language].convention), formatAmount(-after, language), nature)]
      : [],
  );
  const texts = situation.findings.map((finding) => describeFinding(finding, dossier.convention, language).message);
  const found = words.found(texts.length);
  const verdict =
    lacking.length > 0
      ? band('danger', `${words.lacking} ${lacking.join(', ')}.`, texts.length === 0 ? [] : [`${found}.`, ...texts])
      : texts.length > 0
        ? band('danger', found, texts)
        : band('good', words.clean);
  return (
    <>
      <div role="status">{verdict}</div>
      <div className={styles.effects}>
        <RowEffects dossier={dossier} effects={situation.effects} isToCome />
      </div>
    </>
  );
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
