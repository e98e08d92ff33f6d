/**
 * « Paquet de publication », folded: its contents, what it leaves out, the choices of the team, and the button that
 * makes it.
 */
import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { Archive20Regular } from '@fluentui/react-icons';
import { useEffect, useRef, type FormEvent, type ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import { CONVENTION_EXTENSIONS, NAMING_FIELDS } from '../../application/documents/publication';
import { formatDate } from '../../messages/format';
import { PACKAGE_WORDS } from './publication-words';
import { Fold } from '../shared/Fold';
import { usePane } from '../shared/pane-context';
import { PublicationReady } from './PublicationReady';
import { PublicationTexts } from './PublicationTexts';
import { usePublication, type Publication } from './usePublication';

/** Longer than what is accepted, so that a fault is shown instead of a silent cut. */
const LONGEST_TYPED = 300;

const useStyles = makeStyles({
  fold: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalM },
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
  },
  text: { margin: 0 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: `${tokens.spacingVerticalXXS} 0 0`, paddingLeft: tokens.spacingHorizontalL },
  part: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'flex', flexDirection: 'column' },
  contact: { rowGap: tokens.spacingVerticalS },
  legend: { fontWeight: tokens.fontWeightSemibold, padding: 0 },
  input: { minWidth: 0, width: '100%' },
});

type PublicationProps = ControlledDossier;

export function PublicationSection({ dossier, report }: PublicationProps): ReactElement {
  const styles = useStyles();
  const texts = PACKAGE_WORDS[usePane().words.language];
  return (
    <Fold isLate className={styles.fold} label={<strong>{texts.title}</strong>}>
      <PublicationForm dossier={dossier} report={report} />
    </Fold>
  );
}

function PublicationForm({ dossier, report }: PublicationProps): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const texts = PACKAGE_WORDS[language];
  const publication = usePublication(report);
  const { isMaking, made, refusals } = publication;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLInputElement>('input[aria-invalid=true]')?.focus();
  }, [refusals]);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    void publication.make();
  };
  return (
    <form ref={form} className={styles.content} onSubmit={send} noValidate>
      <p className={styles.text}>
        {texts.intro(formatDate(report.asOf, language), dossier.convention.articles.publication ?? '')}
      </p>
      <Listed title={texts.contains} items={texts.contents} />
      <Listed title={texts.leavesOut} items={texts.leftOut} />
      <NamingChoice publication={publication} />
      <ConventionFile publication={publication} />
      <ContactFields publication={publication} />
      {publication.review && <PublicationTexts review={publication.review} publication={publication} />}
      {made ? (
        <PublicationReady dossier={dossier} report={report} publication={made} />
      ) : (
        <Button
          type="submit"
          appearance="primary"
          icon={isMaking ? <Spinner size="tiny" /> : <Archive20Regular />}
          disabled={isMaking}
        >
          {isMaking ? texts.preparing : texts.prepare}
        </Button>
      )}
    </form>
  );
}

function Listed({ title, items }: { readonly title: string; readonly items: readonly string[] }): ReactElement {
  const styles = useStyles();
  return (
    <div>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}

function NamingChoice({ publication: { naming, choose } }: { readonly publication: Publication }): ReactElement {
  const styles = useStyles();
  const texts = PACKAGE_WORDS[usePane().words.language];
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{texts.naming}</legend>
      {NAMING_FIELDS.map((field) => (
        <Checkbox
          key={field}
          label={texts.fields[field]}
          checked={naming.has(field)}
          onChange={(_, { checked }) => choose(field, checked === true)}
        />
      ))}
      {naming.size > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.namingWarning}</MessageBarBody>
        </MessageBar>
      )}
    </fieldset>
  );
}

/** The convention itself is part of the publication. */
function ConventionFile({
  publication: { conventionFile, join },
}: {
  readonly publication: Publication;
}): ReactElement {
  const styles = useStyles();
  const texts = PACKAGE_WORDS[usePane().words.language];
  return (
    <Field label={texts.conventionText} hint={conventionFile ?? texts.conventionHint}>
      {(props) => (
        <input
          {...props}
          className={styles.input}
          type="file"
          accept={CONVENTION_EXTENSIONS.join(',')}
          onChange={(event) => void join(event.currentTarget.files?.[0] ?? null)}
        />
      )}
    </Field>
  );
}

function ContactFields({
  publication: { contact, faults, changeContact },
}: {
  readonly publication: Publication;
}): ReactElement {
  const styles = useStyles();
  const texts = PACKAGE_WORDS[usePane().words.language];
  const fields = [
    { name: 'service', label: texts.service, hint: texts.serviceHint, type: 'text' },
    { name: 'email', label: texts.email, hint: texts.emailHint, type: 'email' },
  ] as const;
  return (
    <fieldset className={`${styles.part} ${styles.contact}`}>
      <legend className={styles.legend}>{texts.contact}</legend>
      {fields.map(({ name, label, hint, type }) => {
        const fault = faults[name];
        return (
          <Field
            key={name}
            label={label}
            hint={hint}
            validationState={fault === undefined ? 'none' : 'error'}
            validationMessage={fault === undefined ? null : texts.faults[fault]}
          >
            <Input
              className={styles.input}
              type={type}
              maxLength={LONGEST_TYPED}
              value={contact[name]}
              onChange={(_, { value }) => changeContact({ [name]: value })}
            />
          </Field>
        );
      })}
    </fieldset>
  );
}
