/**
 * « Jeu de données à publier », in its own drawer: its contents, what it leaves out, the choices of the team, and the
 * button that makes it.
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
import { Archive20Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import { CONVENTION_EXTENSIONS, NAMING_FIELDS } from '../../application/documents/publication';
import { formatDate } from '../../messages/format';
import { PACKAGE_WORDS } from './publication-words';
import { Drawer } from '../shared/Drawer';
import { usePane } from '../shared/pane-context';
import { GUTTER } from '../shared/surfaces';
import { DOCUMENT_LIST_WORDS } from './document-list-words';
import { PublicationReady } from './PublicationReady';
import { PublicationTexts } from './PublicationTexts';
import { usePublication, type Publication } from './usePublication';

/** Longer than what is accepted, so that a fault is shown instead of a silent cut. */
const LONGEST_TYPED = 300;

const useStyles = makeStyles({
  door: {
    justifyContent: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    padding: 0,
    minHeight: '32px',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
  },
  doorName: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    ...GUTTER,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
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

/** The row that opens the drawer. What was chosen there is kept while the tab is shown. */
export function PublicationSection({ dossier, report }: PublicationProps): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const [list, texts] = [DOCUMENT_LIST_WORDS[language], PACKAGE_WORDS[language]];
  const publication = usePublication(report);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        appearance="transparent"
        className={styles.door}
        icon={<ChevronRight16Regular />}
        iconPosition="after"
        onClick={() => setOpen(true)}
      >
        <span className={styles.doorName}>{list.publication}</span>
        <span>{list.publicationWhere(dossier.convention.articles.publication ?? '')}</span>
      </Button>
      {isOpen && (
        <Drawer title={texts.title} onClose={() => setOpen(false)}>
          <PublicationForm dossier={dossier} report={report} publication={publication} />
        </Drawer>
      )}
    </>
  );
}

interface PublicationFormProps extends PublicationProps {
  readonly publication: Publication;
}

function PublicationForm({ dossier, report, publication }: PublicationFormProps): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const texts = PACKAGE_WORDS[language];
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
