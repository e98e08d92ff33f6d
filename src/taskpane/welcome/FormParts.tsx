/**
 * The parts of the form of a convention: a text field with its fault, a titled section, a list with add and remove
 * buttons.
 */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular, Dismiss16Regular } from '@fluentui/react-icons';
import { createContext, useContext, useId, type ReactElement, type ReactNode } from 'react';
import type { Convention } from '../../domain/envelopes/convention';
import type { DateDoubt } from '../../domain/envelopes/duties/date-doubts';
import { FORM_WORDS } from './form-words';
import { doubtState } from '../shared/forms/date-doubt-words';
import { faultOf } from '../shared/forms/field-state';
import { usePane } from '../shared/pane-context';

const LONGEST_TEXT = 500;

/** The first and the last day of the convention, once both can be read; null until then. */
export const FormTerm = createContext<Pick<Convention, 'signedOn' | 'endsOn'> | null>(null);

/** The faults by the path of their field; empty until the form is sent. */
export const FormFaults = createContext<ReadonlyMap<string, string>>(new Map());

const useStyles = makeStyles({
  part: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300 },
  item: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    margin: 0,
    padding: tokens.spacingHorizontalS,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
  head: { display: 'flex', alignItems: 'center' },
  name: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200 },
  add: { alignSelf: 'flex-start' },
  row: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS },
  cell: { flexGrow: 1, flexBasis: 0, minWidth: 0 },
  input: { minWidth: 0, width: '100%' },
});

export interface TextAtProps {
  /** The path of the field in the schema: `envelopes[0].label`. */
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly hint?: string;
  readonly placeholder?: string;
  /** Why its day cannot be right, shown while it has no fault. */
  readonly doubt?: DateDoubt | null;
}

export function TextAt({
  path,
  label,
  value,
  onChange,
  required = false,
  hint,
  placeholder,
  doubt = null,
}: TextAtProps): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const fault = useContext(FormFaults).get(path);
  return (
    <Field
      className={styles.cell}
      label={label}
      size="small"
      required={required}
      {...(hint !== undefined && { hint })}
      {...(fault === undefined ? doubtState(doubt, language) : faultOf(true, fault))}
    >
      <Input
        className={styles.input}
        input={{ style: { minWidth: 0, width: '100%' } }}
        size="small"
        maxLength={LONGEST_TEXT}
        data-path={path}
        value={value}
        {...(placeholder !== undefined && { placeholder })}
        onChange={(_, typed) => onChange(typed.value)}
      />
    </Field>
  );
}

/** Fields side by side. */
export function FieldRow({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={useStyles().row}>{children}</div>;
}

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{title}</legend>
      {children}
    </fieldset>
  );
}

export interface ListPartProps<T> {
  readonly items: readonly T[];
  readonly blank: T;
  /** The name of one item. */
  readonly name: string;
  readonly add: string;
  readonly onChange: (items: readonly T[]) => void;
  readonly children: (item: T, change: (item: T) => void, index: number) => ReactNode;
}

export function ListPart<T>({ items, blank, name, add, onChange, children }: ListPartProps<T>): ReactElement {
  const styles = useStyles();
  const id = useId();
  const texts = FORM_WORDS[usePane().words.language];
  return (
    <>
      {items.map((item, index) => {
        const called = texts.numbered(name, index + 1);
        return (
          <div key={index} role="group" aria-labelledby={`${id}-${index}`} className={styles.item}>
            <div className={styles.head}>
              <span id={`${id}-${index}`} className={styles.name}>
                {called}
              </span>
              <Button
                size="small"
                appearance="subtle"
                icon={<Dismiss16Regular />}
                aria-label={texts.remove(called)}
                title={texts.remove(called)}
                onClick={() => onChange(items.filter((_, position) => position !== index))}
              />
            </div>
            {children(
              item,
              (changed) => onChange(items.map((other, position) => (position === index ? changed : other))),
              index,
            )}
          </div>
        );
      })}
      <Button size="small" className={styles.add} icon={<Add16Regular />} onClick={() => onChange([...items, blank])}>
        {add}
      </Button>
    </>
  );
}
