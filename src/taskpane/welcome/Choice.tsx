/** A choice of the form of a convention. */
import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  choice: { flexGrow: 1, flexBasis: 0, minWidth: 0 },
  select: { minWidth: 0, width: '100%' },
});

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  /** Value and text of each. */
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

export function Choice({ label, value, options, onChange }: ChoiceProps): ReactElement {
  const styles = useStyles();
  return (
    <Field label={label} size="small" className={styles.choice}>
      <Select size="small" className={styles.select} value={value} onChange={(_, chosen) => onChange(chosen.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
