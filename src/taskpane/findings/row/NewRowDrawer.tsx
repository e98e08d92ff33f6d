/** « Nouvelle ligne »: an operation typed in a form, judged as it is typed, then written under the table. */
import {
  Button,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  Select,
  tokens,
} from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import type { ControlledDossier } from '../../../application/control';
import type { Dossier } from '../../../application/dossier';
import {
  blockForNewRow,
  planNewRow,
  rowForNewRow,
  unreadableTexts,
  type NewRow,
} from '../../../application/writing/new-row';
import { allowedCodes } from '../../../domain/controls/facts/allowed-codes';
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { formatAmount } from '../../../messages/format';
import { fieldLabel } from '../../../messages/labels';
import type { LedgerBlock } from '../../../workbook/ledger/ledger-source';
import { Drawer } from '../../shared/Drawer';
import { Fold } from '../../shared/Fold';
import { ClearForm } from '../../shared/forms/ClearForm';
import { isRefused } from '../../shared/forms/is-refused';
import { useDraft } from '../../shared/forms/useDraft';
import { usePane, useSessionState } from '../../shared/pane-context';
import { GUTTER } from '../../shared/surfaces';
import {
  codeFields,
  EMPTY_DRAFT,
  isBegun,
  OPERATIONS,
  textsOf,
  typedFields,
  withEnvelope,
  type RowDraft,
} from './row-form';
import { ROW_WORDS } from './row-words';
import { RowHeadline, RowVerdict, problemsByField } from './RowVerdict';
import { useJudgedRow, type Judgement } from './useJudgedRow';

const useStyles = makeStyles({
  form: {
    ...GUTTER,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(140px, 100%), 1fr))',
    gap: tokens.spacingVerticalM,
    alignItems: 'start',
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
  },
  whole: { gridColumn: '1 / -1' },
  operations: { flexWrap: 'wrap' },
  field: { minWidth: 0 },
  control: { minWidth: 0, width: '100%' },
  place: {
    ...GUTTER,
    margin: 0,
    paddingBottom: tokens.spacingVerticalM,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  empty: { marginLeft: tokens.spacingHorizontalXS, marginBottom: tokens.spacingVerticalM },
});

const AMOUNTS: ReadonlySet<LedgerField> = new Set(['ae', 'cp']);
const WHOLE: ReadonlySet<LedgerField> = new Set(['label', 'supplier']);

export interface NewRowDrawerProps extends ControlledDossier {
  /** The sheet where the user is. */
  readonly sheet: string | null;
  readonly onClose: () => void;
}

export function NewRowDrawer(props: NewRowDrawerProps): ReactElement | null {
  const [draft, setDraft] = useDraft<RowDraft>('row', EMPTY_DRAFT);
  const block = blockForNewRow(props.dossier, { sheet: props.sheet, envelope: draft.envelope });
  return block && <Form {...props} block={block} draft={draft} setDraft={setDraft} />;
}

interface FormProps extends NewRowDrawerProps {
  readonly block: LedgerBlock;
  readonly draft: RowDraft;
  readonly setDraft: (draft: RowDraft) => void;
}

function Form(props: FormProps): ReactElement {
  const { dossier, block, draft, setDraft, onClose } = props;
  const styles = useStyles();
  const { session, words: paneWords } = usePane();
  const words = ROW_WORDS[paneWords.language];
  const isBusy = useSessionState().activity === 'writing';
  const newRow = useMemo<NewRow | null>(
    () =>
      isBegun(draft) && (draft.envelope !== '' || !block.abreast) // else it would be written on the first envelope
        ? {
            sheet: block.sheet,
            nature: draft.operation === 'payment' ? 'CP' : 'AE',
            envelope: draft.envelope,
            texts: textsOf(dossier, block, draft),
          }
        : null,
    [dossier, block, draft],
  );
  const judged = useJudgedRow(dossier, newRow);
  const refusal = useMemo(() => refusalOfRow(dossier, block), [dossier, block]);
  const judgement = refusal ?? judged;
  const isReady = judgement !== null && judgement !== 'pending' && judgement.ok && judgement.value.keys.length > 0;
  const canWrite = isReady && newRow !== null && unreadableTexts(newRow).length === 0;
  const row = rowForNewRow(dossier, block);
  const write = async (): Promise<void> => {
    if (!newRow) return;
    await session.rows.add(newRow);
    if (isRefused(session.state().notice)) return;
    setDraft(EMPTY_DRAFT);
    onClose();
    void session.goTo({ sheet: block.sheet, row, column: block.left });
  };
  return (
    <Drawer
      title={words.newRow}
      onClose={onClose}
      footer={
        <>
          <RowHeadline judgement={judgement} sheet={block.sheet} row={row} />
          <Button appearance="primary" disabled={isBusy || !canWrite} onClick={() => void write()}>
            {words.form.write}
          </Button>
          <Button onClick={onClose}>{paneWords.documents.cancel}</Button>
        </>
      }
    >
      <Fields {...props} newRow={newRow} problems={problemsByField(judgement, paneWords.language)} />
      <RowVerdict judgement={judgement} sheet={block.sheet} row={row} />
      {refusal === null && <p className={styles.place}>{words.form.place(row + 1, block.sheet)}</p>}
      <ClearForm className={styles.empty} draft={draft} empty={EMPTY_DRAFT} onChange={setDraft} />
    </Drawer>
  );
}

/** Why no row can be written under the table, whatever is typed; null when one can. */
function refusalOfRow(dossier: Dossier, { sheet }: LedgerBlock): Extract<Judgement, { readonly ok: false }> | null {
  const plan = planNewRow(dossier, { sheet, nature: 'AE', texts: {} });
  return plan.ok ? null : plan;
}

interface FieldsProps extends FormProps {
  readonly newRow: NewRow | null;
  /** The first problem that the controls find in each field. */
  readonly problems: ReadonlyMap<LedgerField, string>;
}

function Fields(props: FieldsProps): ReactElement {
  const { dossier, block, draft, setDraft } = props;
  const styles = useStyles();
  const { language } = usePane().words;
  const words = ROW_WORDS[language];
  return (
    <div className={styles.form}>
      <Field label={words.form.operation} className={styles.whole}>
        <RadioGroup
          className={styles.operations}
          layout="horizontal"
          value={draft.operation}
          onChange={(_, { value }) =>
            setDraft({ ...draft, operation: OPERATIONS.find((name) => name === value) ?? 'commitment' })
          }
        >
          {OPERATIONS.map((name) => (
            <Radio key={name} value={name} label={words.form.operations[name]} />
          ))}
        </RadioGroup>
      </Field>
      <EnvelopeChoice {...props} />
      <LineChoice {...props} />
      {typedFields(block, draft.operation).map((field) => (
        <TextField key={field} {...props} field={field} />
      ))}
      {codeFields(dossier, block).length > 0 && (
        <Fold className={styles.whole} label={words.form.codes} isOpenFirst={false}>
          <div className={styles.form} style={{ paddingLeft: 0, paddingRight: 0 }}>
            {codeFields(dossier, block).map((field) => (
              <CodeField key={field} {...props} field={field} />
            ))}
          </div>
        </Fold>
      )}
    </div>
  );
}

function EnvelopeChoice({ dossier, block, draft, setDraft }: FieldsProps): ReactElement {
  const styles = useStyles();
  const words = ROW_WORDS[usePane().words.language].form;
  return (
    <Field label={words.envelope} className={mergeClasses(styles.field, styles.whole)}>
      <Select
        className={styles.control}
        value={draft.envelope}
        onChange={(_, { value }) => setDraft(withEnvelope(dossier, block, draft, value))}
      >
        <option value="">{words.choose}</option>
        {dossier.convention.envelopes.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** The postes of the envelope, with what is available on the one that is chosen. */
function LineChoice({ dossier, report, block, draft, setDraft }: FieldsProps): ReactElement | null {
  const styles = useStyles();
  const { language } = usePane().words;
  const words = ROW_WORDS[language].form;
  const lines = dossier.convention.envelopes.find(({ code }) => code === draft.envelope)?.lines ?? [];
  if (!block.columns.has('budgetLine') || lines.length === 0) return null;
  const chosen = lines.find(({ label }) => label === draft.texts.budgetLine);
  const nature = draft.operation === 'payment' ? 'CP' : 'AE';
  const { available } = chosen
    ? report.balances.figures({ envelope: draft.envelope, line: chosen.index }, nature)
    : { available: null };
  return (
    <Field
      label={fieldLabel('budgetLine', language)}
      className={mergeClasses(styles.field, styles.whole)}
      hint={available === null ? null : words.available(formatAmount(available.cents, language), nature)}
    >
      <Select
        className={styles.control}
        value={draft.texts.budgetLine ?? ''}
        title={chosen?.label}
        onChange={(_, { value }) => setDraft({ ...draft, texts: { ...draft.texts, budgetLine: value } })}
      >
        <option value="">{words.choose}</option>
        {lines.map(({ label, index }) => (
          <option key={index} value={label}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function TextField({
  field,
  draft,
  setDraft,
  newRow,
  problems,
}: FieldsProps & { readonly field: LedgerField }): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const words = ROW_WORDS[language].form;
  const text = draft.texts[field] ?? '';
  const [wasLeft, setWasLeft] = useState(false);
  const isUnreadable = newRow !== null && unreadableTexts(newRow).includes(field);
  const found = problems.get(field) ?? null;
  // the verdict below has the sentence on an empty field, which the user may not have reached yet
  const missing = found !== null && wasLeft ? words.toEnter : null;
  const unreadable = AMOUNTS.has(field) ? words.notAnAmount : words.notADate;
  const problem = isUnreadable ? unreadable : text.trim() === '' ? missing : found;
  const isSentence = problem !== null && problem === found; // of the controls, too long for half of the width
  return (
    <Field
      className={mergeClasses(styles.field, (WHOLE.has(field) || isSentence) && styles.whole)}
      label={fieldLabel(field, language)}
      validationState={problem === null ? 'none' : 'error'}
      validationMessage={problem}
    >
      <Input
        className={styles.control}
        value={text}
        onBlur={() => setWasLeft(true)}
        onChange={(_, { value }) => setDraft({ ...draft, texts: { ...draft.texts, [field]: value } })}
      />
    </Field>
  );
}

/** The codes that the convention allows; typed where it gives none. */
function CodeField({
  dossier,
  field,
  draft,
  setDraft,
}: FieldsProps & { readonly field: ReturnType<typeof codeFields>[number] }): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const codes = allowedCodes(dossier.convention, field, draft.envelope);
  const value = draft.texts[field] ?? '';
  const set = (text: string): void => setDraft({ ...draft, texts: { ...draft.texts, [field]: text } });
  return (
    <Field label={fieldLabel(field, language)} className={styles.field}>
      {codes.length === 0 ? (
        <Input className={styles.control} value={value} onChange={(_, data) => set(data.value)} />
      ) : (
        <Select className={styles.control} value={value} onChange={(_, data) => set(data.value)}>
          <option value="">{ROW_WORDS[language].form.choose}</option>
          {codes.map((code) => (
            <option key={code} value={code}>
              {code}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
