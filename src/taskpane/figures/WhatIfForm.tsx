/** « Et si j'engage… »: an amount, a day, a poste; then what would be available, and the controls that would object. */
import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type FormEvent, type ReactElement } from 'react';
import type { Dossier } from '../../application/dossier';
import type { FigureSubject } from '../../application/figures/explain-figure';
import { faultOf } from '../shared/forms/field-state';
import { usePane } from '../shared/pane-context';
import { GUTTER } from '../shared/surfaces';
import { FIGURE_WORDS } from './figure-words';
import type { WhatIfState } from './useWhatIf';
import { WhatIfAnswer, WhatIfHeadline } from './WhatIfAnswer';

/** Characters. */
const LONGEST = 40;
/** The identifier by which the button at the foot finds its form. */
const FORM = 'what-if';

const useStyles = makeStyles({
  form: { ...GUTTER, paddingTop: tokens.spacingVerticalL, display: 'grid', rowGap: tokens.spacingVerticalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  two: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    columnGap: tokens.spacingHorizontalM,
    '@media (max-width: 299px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalS },
  },
  input: { minWidth: 0, width: '100%' },
  amount: { minWidth: 0, width: '100%', '& input': { textAlign: 'right' } },
});

interface WhatIfFormProps {
  readonly dossier: Dossier;
  readonly subject: FigureSubject;
  readonly state: WhatIfState;
}

export function WhatIfForm({ dossier, subject, state }: WhatIfFormProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const texts = FIGURE_WORDS[words.language];
  const form = useRef<HTMLFormElement>(null);
  const lines = dossier.convention.envelopes.find(({ code }) => code === subject.envelope)?.lines ?? [];
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const { wrong } = state;
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [wrong]);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    state.ask();
  };
  return (
    <>
      <form
        ref={form}
        id={FORM}
        className={styles.form}
        aria-label={texts.whatIf[subject.nature]}
        onSubmit={send}
        noValidate
      >
        <h2 className={styles.title}>{texts.whatIf[subject.nature]}</h2>
        <AmountAndDay state={state} />
        {lines.length > 0 && (
          <Field label={texts.poste}>
            <Select
              className={styles.input}
              value={state.line === null ? '' : String(state.line)}
              title={lines.find(({ index }) => index === state.line)?.label}
              onChange={(_, { value }) => state.setLine(value === '' ? null : Number(value))}
            >
              <option value="">{texts.noPoste}</option>
              {lines.map(({ index, label }) => (
                <option key={index} value={index}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </form>
      <div role="status">{state.answer && <WhatIfAnswer dossier={dossier} answer={state.answer} />}</div>
    </>
  );
}

/** The first line of the answer, and the buttons of the form, which stay in view. */
export function WhatIfFoot({ state }: { readonly state: WhatIfState }): ReactElement {
  const texts = FIGURE_WORDS[usePane().words.language];
  return (
    <>
      {state.answer && <WhatIfHeadline answer={state.answer} />}
      <Button appearance="primary" type="submit" form={FORM}>
        {texts.compute}
      </Button>
      <Button onClick={state.clear}>{texts.clear}</Button>
    </>
  );
}

/** The amount and the day, side by side where there is room. */
function AmountAndDay({ state }: { readonly state: WhatIfState }): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const texts = FIGURE_WORDS[words.language];
  return (
    <div className={styles.two}>
      <Field label={texts.amount} {...faultOf(state.wrong.amount, texts.badAmount)}>
        <Input
          className={styles.amount}
          inputMode="decimal"
          maxLength={LONGEST}
          value={state.amount}
          onChange={(_, { value }) => state.setAmount(value)}
        />
      </Field>
      <Field label={texts.date} {...faultOf(state.wrong.date, texts.badDate)}>
        <Input
          className={styles.input}
          maxLength={LONGEST}
          value={state.date}
          onChange={(_, { value }) => state.setDate(value)}
        />
      </Field>
    </div>
  );
}
