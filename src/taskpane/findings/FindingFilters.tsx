/** The filters of the findings: severities, text, rule, envelope, acceptance. */
import { Input, makeStyles, Select, ToggleButton, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { RuleCode } from '../../domain/controls/findings/finding';
import type { Envelope } from '../../domain/envelopes/convention';
import { ruleTitle } from '../../messages/describe-finding';
import { severityLabel } from '../../messages/labels';
import { SEVERITIES, FOLLOW_UPS } from './finding-views';
import { usePane } from '../shared/pane-context';
import { SeverityIcon } from './SeverityIcon';
import type { Findings } from './useFindings';

const useStyles = makeStyles({
  filters: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  row: { display: 'flex', columnGap: tokens.spacingHorizontalXS, rowGap: tokens.spacingVerticalXS, flexWrap: 'wrap' },
  severity: { minWidth: 'auto', flexGrow: 1 },
  choice: { flexGrow: 1, flexBasis: 0, minWidth: '120px' },
});

export function FindingFilters({
  findings,
  envelopes,
}: {
  readonly findings: Findings;
  readonly envelopes: readonly Envelope[];
}): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { views, filter, change } = findings;
  return (
    <div className={styles.filters} role="search">
      <SeverityToggles findings={findings} />
      <Input
        type="search"
        size="small"
        aria-label={words.findings.search}
        placeholder={words.findings.search}
        value={filter.text}
        onChange={(_, { value }) => change({ text: value })}
      />
      <div className={styles.row}>
        <Select
          size="small"
          className={styles.choice}
          aria-label={words.findings.rule}
          value={filter.rule ?? ''}
          onChange={(_, { value }) =>
            change({ rule: views.rules.find((rule): rule is RuleCode => rule === value) ?? null })
          }
        >
          <option value="">{words.findings.allRules}</option>
          {views.rules.map((rule) => (
            <option key={rule} value={rule}>
              {rule} — {ruleTitle(rule, words.language)}
            </option>
          ))}
        </Select>
        <Select
          size="small"
          className={styles.choice}
          aria-label={words.findings.envelope}
          value={filter.envelope ?? ''}
          onChange={(_, { value }) => change({ envelope: value === '' ? null : value })}
        >
          <option value="">{words.findings.allEnvelopes}</option>
          {envelopes.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </Select>
        <FollowUpChoice findings={findings} />
      </div>
    </div>
  );
}

/** Open or accepted; shown once something is accepted. */
function FollowUpChoice({ findings }: { readonly findings: Findings }): ReactElement | null {
  const styles = useStyles();
  const { words } = usePane();
  const { views, filter, change } = findings;
  if (views.open.length === views.all.length) return null;
  return (
    <Select
      size="small"
      className={styles.choice}
      aria-label={words.findings.followUp}
      value={filter.followUp}
      onChange={(_, { value }) => change({ followUp: FOLLOW_UPS.find((followUp) => followUp === value) ?? 'all' })}
    >
      {FOLLOW_UPS.map((followUp) => (
        <option key={followUp} value={followUp}>
          {words.findings.followUps[followUp]}
        </option>
      ))}
    </Select>
  );
}

function SeverityToggles({ findings }: { readonly findings: Findings }): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { views, filter, toggle } = findings;
  return (
    <div className={styles.row} role="group" aria-label={words.findings.severities}>
      {SEVERITIES.map((severity) => {
        const count = views.counts.get(severity) ?? 0;
        const label = `${severityLabel(severity, words.language)} : ${count}`;
        return (
          <ToggleButton
            key={severity}
            size="small"
            className={styles.severity}
            checked={filter.severities.has(severity)}
            disabled={count === 0}
            onClick={() => toggle(severity)}
            icon={<SeverityIcon severity={severity} />}
            aria-label={label}
            title={label}
          >
            {count}
          </ToggleButton>
        );
      })}
    </div>
  );
}
