/** « Nouvelle convention »: a form for the contents of the registers of the convention. Fetched when asked for. */
import { Button, Checkbox, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useContext, useEffect, useMemo, useRef, useState, type ContextType, type ReactElement } from 'react';
import {
  conventionOfDraft,
  newConvention,
  NEW_PARTY,
  type ConventionDraft,
  type PartyDraft,
} from '../../application/writing/form/convention-form';
import { parseDateText } from '../../domain/calendar/date-text';
import { doubtOfTerm } from '../../domain/envelopes/duties/date-doubts';
import type { BoundedEvent } from '../../domain/envelopes/convention';
import { describeProblem } from '../../messages/failures';
import type { BadConvention } from '../../workbook/failure';
import { FORM_WORDS } from './form-words';
import { CodesPart, CorrespondencePart, EnvelopesPart } from './ConventionParts';
import { TermsPart } from './TermsPart';
import { FieldRow, FormFaults, FormTerm, ListPart, Part, TextAt } from './FormParts';
import { ClearForm } from '../shared/forms/ClearForm';
import { isRefused } from '../shared/forms/is-refused';
import { useDraft } from '../shared/forms/useDraft';
import { usePane, useSessionState } from '../shared/pane-context';
import { BUTTONS, PANEL } from '../shared/surfaces';

const EVENTS: readonly BoundedEvent[] = ['commitment', 'serviceCertified', 'payment'];

const useStyles = makeStyles({
  form: { ...PANEL, rowGap: tokens.spacingVerticalL },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  text: { margin: 0 },
  events: { display: 'flex', flexDirection: 'column' },
  buttons: BUTTONS,
});

const EMPTY = newConvention();

export function ConventionForm({ onClose }: { readonly onClose: () => void }): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { activity } = useSessionState();
  const texts = FORM_WORDS[words.language];
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useDraft<ConventionDraft>('convention', EMPTY);
  const [faults, setFaults] = useState<readonly BadConvention[]>([]);
  const messages = useMemo(
    () => new Map(faults.map((fault) => [fieldOf(fault.cell ?? ''), describeProblem(fault, words.language)])),
    [faults, words],
  );
  const change = (part: Partial<ConventionDraft>): void => setDraft({ ...draft, ...part });

  useEffect(() => {
    // The first field to correct, in the order of the page.
    const inputs = [...(form.current?.querySelectorAll<HTMLInputElement>('input[data-path]') ?? [])];
    inputs.find(({ dataset }) => messages.has(dataset['path'] ?? ''))?.focus();
  }, [messages]);

  const submit = async (): Promise<void> => {
    const convention = conventionOfDraft(draft);
    setFaults(convention.ok ? [] : convention.failure);
    if (!convention.ok) return;
    await session.convention.initialise(convention.value);
    if (isRefused(session.state().notice)) return;
    setDraft(EMPTY);
    onClose();
  };
  const term = useMemo(() => termOf(draft.signedOn, draft.endsOn), [draft.signedOn, draft.endsOn]);
  return (
    <FormFaults.Provider value={messages}>
      <FormTerm.Provider value={term}>
        <form
          ref={form}
          noValidate
          className={styles.form}
          aria-label={texts.title}
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <h1 className={styles.title}>{texts.title}</h1>
          <p className={styles.text}>{texts.intro}</p>
          <DraftFields draft={draft} change={change} />
          <FaultCount />
          <div className={styles.buttons}>
            <Button appearance="primary" type="submit" disabled={activity !== 'idle'}>
              {texts.submit}
            </Button>
            <Button onClick={onClose}>{words.documents.cancel}</Button>
            <ClearForm draft={draft} empty={EMPTY} onChange={setDraft} />
          </div>
        </form>
      </FormTerm.Provider>
    </FormFaults.Provider>
  );
}

/** The days between which the convention runs; null while one of them cannot be read. */
function termOf(signed: string, ends: string): ContextType<typeof FormTerm> {
  const [signedOn, endsOn] = [parseDateText(signed), parseDateText(ends)];
  return signedOn !== null && endsOn !== null ? { signedOn, endsOn } : null;
}

interface DraftProps {
  readonly draft: ConventionDraft;
  readonly change: (part: Partial<ConventionDraft>) => void;
}

function DraftFields({ draft, change }: DraftProps): ReactElement {
  const texts = FORM_WORDS[usePane().words.language];
  return (
    <>
      <Part title={texts.parts.convention}>
        <TextAt
          path="reference"
          label={texts.reference}
          value={draft.reference}
          onChange={(reference) => change({ reference })}
        />
        <TextAt path="title" label={texts.name} value={draft.title} onChange={(title) => change({ title })} />
      </Part>
      <PartiesPart
        path="delegants"
        title={texts.parts.delegants}
        parties={draft.delegants}
        onChange={(delegants) => change({ delegants })}
      />
      <PartiesPart
        path="delegates"
        title={texts.parts.delegates}
        parties={draft.delegates}
        onChange={(delegates) => change({ delegates })}
      />
      <DatesPart draft={draft} change={change} />
      <Part title={texts.parts.ceilings}>
        <FieldRow>
          <TextAt
            path="ceilings.AE.amount"
            label={texts.ae}
            value={draft.ae}
            hint={texts.ceilingHint}
            onChange={(ae) => change({ ae })}
          />
          <TextAt
            path="ceilings.CP.amount"
            label={texts.cp}
            value={draft.cp}
            hint={texts.ceilingHint}
            onChange={(cp) => change({ cp })}
          />
        </FieldRow>
      </Part>
      <EnvelopesPart envelopes={draft.envelopes} onChange={(envelopes) => change({ envelopes })} />
      <CodesPart codes={draft.codes} envelopes={draft.envelopes} onChange={(codes) => change({ codes })} />
      <CorrespondencePart texts={draft.correspondence} onChange={(correspondence) => change({ correspondence })} />
      <TermsPart draft={draft} change={change} />
    </>
  );
}

/** The number of fields to correct, once the form is sent; and the fault that has no field. */
function FaultCount(): ReactElement {
  const texts = FORM_WORDS[usePane().words.language];
  const faults = useContext(FormFaults);
  const ofEnvelopes = faults.get('envelopes');
  return (
    <div role="status">
      {faults.size > 0 && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {texts.faults(faults.size)} {ofEnvelopes !== undefined && `${texts.parts.envelopes} : ${ofEnvelopes}`}
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

/** The fault of a whole envelope or budget line is shown at its name. */
function fieldOf(path: string): string {
  if (/\.lines\[\d+\]$/.test(path)) return `${path}.label`;
  return /^envelopes\[\d+\]$/.test(path) ? `${path}.code` : path;
}

interface PartiesPartProps {
  readonly path: 'delegants' | 'delegates';
  readonly title: string;
  readonly parties: readonly PartyDraft[];
  readonly onChange: (parties: readonly PartyDraft[]) => void;
}

function PartiesPart({ path, title, parties, onChange }: PartiesPartProps): ReactElement {
  const texts = FORM_WORDS[usePane().words.language];
  return (
    <Part title={title}>
      <ListPart items={parties} blank={NEW_PARTY} name={title} add={texts.add.party} onChange={onChange}>
        {(party, set, index) => (
          <>
            <TextAt
              path={`${path}[${index}].name`}
              label={texts.partyName}
              required
              value={party.name}
              onChange={(name) => set({ ...party, name })}
            />
            <TextAt
              path={`${path}[${index}].representative`}
              label={texts.representative}
              value={party.representative}
              onChange={(representative) => set({ ...party, representative })}
            />
            <TextAt
              path={`${path}[${index}].signatory`}
              label={texts.signatory}
              value={party.signatory}
              onChange={(signatory) => set({ ...party, signatory })}
            />
          </>
        )}
      </ListPart>
    </Part>
  );
}

function DatesPart({ draft, change }: DraftProps): ReactElement {
  const styles = useStyles();
  const texts = FORM_WORDS[usePane().words.language];
  const term = useContext(FormTerm);
  const text = (
    path: 'signedOn' | 'endsOn' | 'creditYear' | 'noticeMonths' | 'replyWorkingDays',
    placeholder?: string,
  ): ReactElement => (
    <TextAt
      path={path}
      label={texts[path]}
      required
      value={draft[path]}
      {...(placeholder !== undefined && { placeholder })}
      {...(path === 'endsOn' && term && { doubt: doubtOfTerm(term) })}
      onChange={(value) => change({ [path]: value })}
    />
  );
  return (
    <Part title={texts.parts.dates}>
      <FieldRow>
        {text('signedOn', texts.dateHint)}
        {text('endsOn', texts.dateHint)}
      </FieldRow>
      {text('creditYear')}
      <FieldRow>
        {text('noticeMonths')}
        {text('replyWorkingDays')}
      </FieldRow>
      <div role="group" aria-label={texts.endAppliesTo} className={styles.events}>
        <span>{texts.endAppliesTo}</span>
        {EVENTS.map((event) => (
          <Checkbox
            key={event}
            label={texts.events[event]}
            checked={draft.endAppliesTo.includes(event)}
            onChange={(_, { checked }) =>
              change({
                endAppliesTo: EVENTS.filter((other) =>
                  other === event ? checked === true : draft.endAppliesTo.includes(other),
                ),
              })
            }
          />
        ))}
      </div>
    </Part>
  );
}
