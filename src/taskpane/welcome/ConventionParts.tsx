/** The envelopes, their budget lines, the codes and the texts of documents, in the form of a convention. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import {
  NEW_CODE,
  NEW_ENVELOPE,
  NEW_LINE,
  type CodeDraft,
  type EnvelopeDraft,
  type LineDraft,
} from '../../application/writing/form/convention-form';
import { CORRESPONDENCE_KEYS, type Correspondence } from '../../domain/envelopes/correspondence';
import { IMPUTATION_FIELDS } from '../../domain/imputation/imputation';
import { fieldLabel } from '../../messages/labels';
import { FURTHER } from '../../application/writing/form/form-fields';
import { Choice } from './Choice';
import { FurtherFields } from './FieldsPart';
import { FORM_WORDS } from './form-words';
import { FieldRow, ListPart, Part, TextAt } from './FormParts';
import { usePane } from '../shared/pane-context';

const useStyles = makeStyles({
  lines: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalXS,
  },
});

export interface EnvelopesPartProps {
  readonly envelopes: readonly EnvelopeDraft[];
  readonly onChange: (envelopes: readonly EnvelopeDraft[]) => void;
}

export function EnvelopesPart(props: EnvelopesPartProps): ReactElement {
  const texts = FORM_WORDS[usePane().words.language];
  return (
    <Part title={texts.parts.envelopes}>
      <EnvelopesList path="envelopes" {...props} />
    </Part>
  );
}

/** The envelopes of a year; `path` is that of their list. */
export function EnvelopesList({
  path,
  envelopes,
  onChange,
}: EnvelopesPartProps & { readonly path: string }): ReactElement {
  const texts = FORM_WORDS[usePane().words.language];
  return (
    <ListPart items={envelopes} blank={NEW_ENVELOPE} name={texts.envelope} add={texts.add.envelope} onChange={onChange}>
      {(envelope, set, index) => <EnvelopeFields path={`${path}[${index}]`} envelope={envelope} set={set} />}
    </ListPart>
  );
}

interface EnvelopeFieldsProps {
  readonly path: string;
  readonly envelope: EnvelopeDraft;
  readonly set: (envelope: EnvelopeDraft) => void;
}

function EnvelopeFields({ path, envelope, set }: EnvelopeFieldsProps): ReactElement {
  const styles = useStyles();
  const texts = FORM_WORDS[usePane().words.language];
  return (
    <>
      <FieldRow>
        <TextAt
          path={`${path}.code`}
          label={texts.code}
          required
          value={envelope.code}
          onChange={(code) => set({ ...envelope, code })}
        />
        <TextAt
          path={`${path}.label`}
          label={texts.label}
          required
          value={envelope.label}
          onChange={(label) => set({ ...envelope, label })}
        />
      </FieldRow>
      <TextAt
        path={`${path}.aliases`}
        label={texts.aliases}
        hint={texts.aliasesHint}
        value={envelope.aliases}
        onChange={(aliases) => set({ ...envelope, aliases })}
      />
      <EnvelopeAmounts path={path} envelope={envelope} set={set} />
      <FurtherFields
        fields={FURTHER.envelope}
        path={path}
        draft={envelope.further}
        onChange={(further) => set({ ...envelope, further })}
      />
      <div className={styles.lines} role="group" aria-label={texts.parts.lines}>
        <ListPart
          items={envelope.lines}
          blank={NEW_LINE}
          name={texts.line}
          add={texts.add.line}
          onChange={(lines) => set({ ...envelope, lines })}
        >
          {(line, setLine, index) => <LineFields path={`${path}.lines[${index}]`} line={line} set={setLine} />}
        </ListPart>
      </div>
    </>
  );
}

function EnvelopeAmounts({ path, envelope, set }: EnvelopeFieldsProps): ReactElement {
  const texts = FORM_WORDS[usePane().words.language];
  return (
    <FieldRow>
      <TextAt
        path={`${path}.ceilings.AE.amount`}
        label={texts.ae}
        value={envelope.ae}
        onChange={(ae) => set({ ...envelope, ae })}
      />
      <TextAt
        path={`${path}.ceilings.CP.amount`}
        label={texts.cp}
        value={envelope.cp}
        onChange={(cp) => set({ ...envelope, cp })}
      />
      <TextAt
        path={`${path}.openingRap`}
        label={texts.rap}
        value={envelope.rap}
        onChange={(rap) => set({ ...envelope, rap })}
      />
    </FieldRow>
  );
}

interface LineFieldsProps {
  readonly path: string;
  readonly line: LineDraft;
  readonly set: (line: LineDraft) => void;
}

function LineFields({ path, line, set }: LineFieldsProps): ReactElement {
  const texts = FORM_WORDS[usePane().words.language];
  return (
    <>
      <TextAt
        path={`${path}.label`}
        label={texts.label}
        required
        value={line.label}
        onChange={(label) => set({ ...line, label })}
      />
      <FieldRow>
        <TextAt
          path={`${path}.delegated`}
          label={texts.delegated}
          required
          value={line.delegated}
          onChange={(delegated) => set({ ...line, delegated })}
        />
        <TextAt
          path={`${path}.total`}
          label={texts.total}
          value={line.total}
          onChange={(total) => set({ ...line, total })}
        />
      </FieldRow>
      <FurtherFields
        fields={FURTHER.line}
        path={path}
        draft={line.further}
        onChange={(further) => set({ ...line, further })}
      />
    </>
  );
}

export interface CodesPartProps {
  readonly codes: readonly CodeDraft[];
  readonly envelopes: readonly EnvelopeDraft[];
  readonly onChange: (codes: readonly CodeDraft[]) => void;
}

export function CodesPart({ codes, envelopes, onChange }: CodesPartProps): ReactElement {
  const texts = FORM_WORDS[usePane().words.language];
  const known = envelopes.map(({ code }) => code.trim()).filter((code) => code !== '');
  return (
    <Part title={texts.parts.codes}>
      <ListPart items={codes} blank={NEW_CODE} name={texts.codeOf} add={texts.add.code} onChange={onChange}>
        {(code, set, index) => <CodeFields path={`imputation[${index}]`} code={code} known={known} set={set} />}
      </ListPart>
    </Part>
  );
}

interface CodeFieldsProps {
  readonly path: string;
  readonly code: CodeDraft;
  /** The codes of the envelopes of the form. */
  readonly known: readonly string[];
  readonly set: (code: CodeDraft) => void;
}

function CodeFields({ path, code, known, set }: CodeFieldsProps): ReactElement {
  const { language } = usePane().words;
  const texts = FORM_WORDS[language];
  return (
    <>
      <FieldRow>
        <Choice
          label={texts.field}
          value={code.field}
          options={IMPUTATION_FIELDS.map((field) => [field, fieldLabel(field, language)])}
          onChange={(value) =>
            set({ ...code, field: IMPUTATION_FIELDS.find((field) => field === value) ?? code.field })
          }
        />
        <TextAt
          path={`${path}.value`}
          label={texts.value}
          required
          value={code.value}
          onChange={(value) => set({ ...code, value })}
        />
      </FieldRow>
      <FieldRow>
        <TextAt
          path={`${path}.aliases`}
          label={texts.aliases}
          value={code.aliases}
          onChange={(aliases) => set({ ...code, aliases })}
        />
        <Choice
          label={texts.onlyEnvelope}
          value={code.envelope}
          options={[...new Set(['', ...known, code.envelope])].map((envelope) => [
            envelope,
            envelope === '' ? texts.allEnvelopes : envelope,
          ])}
          onChange={(envelope) => set({ ...code, envelope })}
        />
      </FieldRow>
      <FurtherFields
        fields={FURTHER.code}
        path={path}
        draft={code.further}
        onChange={(further) => set({ ...code, further })}
      />
    </>
  );
}

export interface CorrespondencePartProps {
  readonly texts: Correspondence;
  readonly onChange: (texts: Correspondence) => void;
}

/** The texts of documents and letters, besides the parties. */
export function CorrespondencePart({ texts, onChange }: CorrespondencePartProps): ReactElement {
  const words = FORM_WORDS[usePane().words.language];
  return (
    <Part title={words.parts.correspondence}>
      {CORRESPONDENCE_KEYS.map((key) => (
        <TextAt
          key={key}
          path={`correspondence.${key}`}
          label={words.correspondence[key]}
          value={texts[key]}
          onChange={(text) => onChange({ ...texts, [key]: text })}
        />
      ))}
    </Part>
  );
}
