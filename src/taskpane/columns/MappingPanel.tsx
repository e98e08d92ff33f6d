/** « Colonnes du suivi »: the field proposed for each column, to confirm or to change. Fetched when first shown. */
import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useId, useMemo, useState, type ReactElement } from 'react';
import { workbookOf } from '../../application/session/session-state';
import type { MappingProposal } from '../../application/writing/mapping-proposal';
import { proposeMapping } from '../../application/writing/propose-mapping';
import { describeFailure } from '../../messages/failures';
import { fieldLabel } from '../../messages/labels';
import {
  choicesOf,
  conflictsOf,
  draftOf,
  keyOf,
  uncheckableOf,
  type MappingDraft,
  type Uncheckable,
} from './mapping-draft';
import { MAPPING_WORDS } from './mapping-words';
import { HeadingsStep } from '../reading/HeadingsStep';
import { SourceColumns } from './SourceColumns';
import { isRefused } from '../shared/forms/is-refused';
import { usePane, useSessionState } from '../shared/pane-context';
import { Screen } from '../shared/Frame';
import { PANEL } from '../shared/surfaces';

const useStyles = makeStyles({
  panel: PANEL,
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, fontSize: tokens.fontSizeBase200 },
});

export function MappingPanel({ onClose }: { readonly onClose: () => void }): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { phase } = useSessionState();
  const texts = MAPPING_WORDS[words.language];
  const workbook = workbookOf(phase);
  const proposal = useMemo(() => workbook && proposeMapping(workbook), [workbook]);
  if (proposal?.ok && proposal.value.sources.length > 0)
    return <MappingForm proposal={proposal.value} onClose={onClose} />;
  return (
    <Screen title={texts.title} onClose={onClose}>
      <div className={styles.panel}>
        <p className={styles.text}>
          {proposal && !proposal.ok
            ? `${texts.unreadable} ${describeFailure(proposal.failure, words.language).sentence}`
            : texts.nothing}
        </p>
        <HeadingsStep />
      </div>
    </Screen>
  );
}

function MappingForm({
  proposal,
  onClose,
}: {
  readonly proposal: MappingProposal;
  readonly onClose: () => void;
}): ReactElement {
  const styles = useStyles();
  const id = useId();
  const { session, words } = usePane();
  const { activity } = useSessionState();
  const texts = MAPPING_WORDS[words.language];
  const proposed = useMemo(() => draftOf(proposal), [proposal]);
  const [changed, setChanged] = useState<MappingDraft | null>(null);
  const draft = changed ?? proposed;
  const conflicts = conflictsOf(proposal, draft);
  const confirm = async (): Promise<void> => {
    await session.convention.confirmColumns(choicesOf(proposal, draft));
    if (!isRefused(session.state().notice)) onClose();
  };
  return (
    <Screen
      title={texts.title}
      onClose={onClose}
      footer={
        <>
          <Button
            appearance="primary"
            type="submit"
            form={id}
            disabled={activity === 'writing' || conflicts.size > 0 || draft.sources.size === 0}
          >
            {texts.confirm}
          </Button>
          <Button onClick={onClose}>{words.documents.cancel}</Button>
        </>
      }
    >
      <form
        id={id}
        className={styles.panel}
        aria-label={texts.title}
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        <p className={styles.text}>{texts.intro}</p>
        <Sources proposal={proposal} draft={draft} conflicts={conflicts} onChange={setChanged} />
        <HeadingsStep />
        <MissingColumns proposal={proposal} draft={draft} />
      </form>
    </Screen>
  );
}

interface SourcesProps {
  readonly proposal: MappingProposal;
  readonly draft: MappingDraft;
  /** The heading that already gives the field of another, by the key of that other. */
  readonly conflicts: ReadonlyMap<string, string>;
  readonly onChange: (draft: MappingDraft) => void;
}

/** The tables of the ledger, each with its columns. */
function Sources({ proposal, draft, conflicts, onChange }: SourcesProps): ReactElement[] {
  return proposal.sources.map((source) => (
    <SourceColumns
      key={source.name}
      source={source}
      isChosen={draft.sources.has(source.name)}
      fieldOf={(heading) => draft.fields.get(keyOf(source.name, heading)) ?? null}
      takenBy={(heading) => conflicts.get(keyOf(source.name, heading)) ?? null}
      onChoose={(isChosen) => onChange(withSource(draft, source.name, isChosen))}
      onField={(heading, field) =>
        onChange({ ...draft, fields: new Map(draft.fields).set(keyOf(source.name, heading), field) })
      }
    />
  ));
}

function withSource(draft: MappingDraft, name: string, isChosen: boolean): MappingDraft {
  const others = [...draft.sources].filter((source) => source !== name);
  return { ...draft, sources: new Set(isChosen ? [...others, name] : others) };
}

function MissingColumns({
  proposal,
  draft,
}: {
  readonly proposal: MappingProposal;
  readonly draft: MappingDraft;
}): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const { phase } = useSessionState();
  const texts = MAPPING_WORDS[language];
  const missed = useMemo((): readonly Uncheckable[] => {
    if (phase.kind !== 'ready') return [];
    return phase.report.findings.flatMap(({ rule, details }) =>
      rule === 'DON-08' && 'field' in details ? [{ field: details.field, rules: details.prevented }] : [],
    );
  }, [phase]);
  const missing = uncheckableOf(proposal, draft, missed);
  if (missing.length === 0) return <p className={styles.text}>{texts.allThere}</p>;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <h2 className={styles.heading}>{texts.uncheckable}</h2>
        <ul className={styles.list}>
          {missing.map(({ field, rules }) => (
            <li key={field}>{texts.without(fieldLabel(field, language), rules.join(', '))}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
