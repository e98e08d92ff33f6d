/** Fields of the form of a convention that are described as data: texts, amounts, dates and choices, and lists of them. */
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useContext, useState, type ReactElement, type ReactNode } from 'react';
import {
  blankOf,
  LISTS,
  type FieldsDraft,
  type FormField,
  type ListName,
} from '../../application/writing/form/form-fields';
import { parseDateText } from '../../domain/calendar/date-text';
import { doubtOfDay, type DateDoubt } from '../../domain/envelopes/duties/date-doubts';
import { Fold } from '../shared/Fold';
import { usePane } from '../shared/pane-context';
import { Choice } from './Choice';
import { FIELD_WORDS } from './field-words';
import { FieldRow, FormFaults, FormTerm, ListPart, TextAt } from './FormParts';

/** Fields side by side. */
const IN_A_ROW = 2;

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
});

export interface FieldsProps {
  readonly fields: readonly FormField[];
  /** The path of their object; empty at the top. */
  readonly path: string;
  readonly draft: FieldsDraft;
  readonly onChange: (draft: FieldsDraft) => void;
}

export function Fields({ fields, path, draft, onChange }: FieldsProps): ReactElement {
  const styles = useStyles();
  const rows = Array.from({ length: Math.ceil(fields.length / IN_A_ROW) }, (_, row) =>
    fields.slice(row * IN_A_ROW, row * IN_A_ROW + IN_A_ROW),
  );
  return (
    <div className={styles.fields}>
      {rows.map((row) => (
        <FieldRow key={row[0]?.key}>
          {row.map((field) => (
            <OneField
              key={field.key}
              field={field}
              path={path === '' ? field.key : `${path}.${field.key}`}
              text={draft[field.key] ?? ''}
              onChange={(text) => onChange({ ...draft, [field.key]: text })}
            />
          ))}
        </FieldRow>
      ))}
    </div>
  );
}

interface OneFieldProps {
  readonly field: FormField;
  readonly path: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function OneField({ field, path, text, onChange }: OneFieldProps): ReactElement {
  const { key, kind, isRequired } = field;
  const doubt = useDoubt(field, text);
  const { fields, choices, none } = FIELD_WORDS[usePane().words.language];
  const label = fields[key] ?? key;
  if (kind === 'flag')
    return (
      <Checkbox
        label={label}
        checked={text !== ''}
        onChange={(_, { checked }) => onChange(checked === true ? 'yes' : '')}
      />
    );
  if (typeof kind !== 'string') {
    const options = kind.map((choice): [string, string] => [
      choice,
      choice === '' ? none : (choices[choice] ?? choice),
    ]);
    return <Choice label={label} value={text} options={options} onChange={onChange} />;
  }
  return (
    <TextAt path={path} label={label} required={isRequired === true} value={text} doubt={doubt} onChange={onChange} />
  );
}

/** The doubt about a date that is far from the convention, once its term is known. */
function useDoubt({ kind, isAnyDay }: FormField, text: string): DateDoubt | null {
  const term = useContext(FormTerm);
  if (kind !== 'date' || isAnyDay === true || term === null) return null;
  const day = parseDateText(text);
  return day === null ? null : doubtOfDay(day, { ...term, today: null, receivedOn: null });
}

export interface FoldedFieldsProps {
  readonly label: ReactNode;
  readonly name: string;
  /** The paths of its fields: it is unfolded while one of them, or a part of it, has a fault. */
  readonly paths: readonly string[];
  readonly children: ReactNode;
}

/** Fields that few conventions need. */
export function FoldedFields({ label, name, paths, children }: FoldedFieldsProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const faults = [...useContext(FormFaults).keys()];
  const hasFault = faults.some((fault) =>
    paths.some((path) => fault === path || (/^[.[]/.test(fault.slice(path.length)) && fault.startsWith(path))),
  );
  return (
    <Fold isLate label={label} name={name} isOpen={isOpen || hasFault} onToggle={setOpen}>
      {children}
    </Fold>
  );
}

/** The further fields of an envelope, a poste or a code. */
export function FurtherFields(props: FieldsProps): ReactElement {
  const { further } = FIELD_WORDS[usePane().words.language];
  const paths = props.fields.map(({ key }) => `${props.path}.${key}`);
  return (
    <FoldedFields label={further} name={`${further} (${props.path})`} paths={paths}>
      <Fields {...props} />
    </FoldedFields>
  );
}

export interface FieldsListProps {
  readonly name: ListName;
  /** The path of the list. */
  readonly path: string;
  readonly items: readonly FieldsDraft[];
  readonly onChange: (items: readonly FieldsDraft[]) => void;
}

/** A list of items, each typed in the fields of its kind. */
export function FieldsList({ name, path, items, onChange }: FieldsListProps): ReactElement {
  const words = FIELD_WORDS[usePane().words.language].lists[name];
  return (
    <ListPart items={items} blank={blankOf(LISTS[name])} name={words.name} add={words.add} onChange={onChange}>
      {(item, set, index) => <Fields fields={LISTS[name]} path={`${path}[${index}]`} draft={item} onChange={set} />}
    </ListPart>
  );
}
