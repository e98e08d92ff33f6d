/** « Aide »: the guide by task, each function with « Insérer », each rule with its page, each document with its preview. */
import { Button, Link, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Dossier } from '../../application/dossier';
import { FUNCTION_NAMES, type FunctionName } from '../../application/functions/function-answers';
import { documentsOf, type DocumentFrame } from '../../documents/document';
import { comparable } from '../../domain/text';
import { FUNCTION_HELP } from '../../functions/function-help';
import { ruleCodes, ruleTitle } from '../../messages/describe-finding';
import { Drawer } from '../shared/Drawer';
import { useIsWriting, usePane } from '../shared/pane-context';
import { GUIDE_PAGES, HELP_PAGE, RuleLink } from '../shared/RuleLink';
import { GUTTER, LIST } from '../shared/surfaces';
import { exampleOf } from './formula-examples';
import { HELP_WORDS } from './help-words';

const useStyles = makeStyles({
  content: {
    ...GUTTER,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: LIST,
  line: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: tokens.spacingHorizontalS },
  rule: { display: 'grid', gridTemplateColumns: '64px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  formula: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  meta: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  insert: { alignSelf: 'start' },
  page: { textAlign: 'left' },
});

interface HelpDrawerProps {
  readonly dossier: Dossier;
  readonly onClose: () => void;
}

export function HelpDrawer({ dossier, onClose }: HelpDrawerProps): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const texts = HELP_WORDS[language];
  const [search, setSearch] = useState('');
  const answers = (...of: readonly string[]): boolean =>
    of.some((text) => comparable(text).includes(comparable(search)));
  const functions = FUNCTION_NAMES.filter((name) => answers(name, FUNCTION_HELP[name][language]));
  const rules = ruleCodes().filter((rule) => answers(rule, ruleTitle(rule, language)));
  const documents = documentsOf(dossier.convention).filter(({ sheet }) => answers(sheet));
  return (
    <Drawer title={texts.title} onClose={onClose}>
      <div className={styles.content}>
        <SearchBox
          aria-label={texts.search}
          placeholder={texts.search}
          dismiss={{ 'aria-label': texts.clearSearch }}
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
        <Link href={GUIDE_PAGES[language]} target="_blank" rel="noopener" className={styles.page}>
          {texts.guide}
        </Link>
        <Link href={HELP_PAGE} target="_blank" rel="noopener" className={styles.page}>
          {texts.page}
        </Link>
        {functions.length + rules.length + documents.length === 0 && <p className={styles.text}>{texts.nothing}</p>}
        {functions.length > 0 && (
          <Functions names={functions} envelope={dossier.convention.envelopes[0]?.code ?? '*'} />
        )}
        {rules.length > 0 && (
          <section aria-label={texts.rules}>
            <h2 className={styles.heading}>{texts.rules}</h2>
            <p className={styles.text}>{texts.rulesIntro}</p>
            <ul className={styles.list}>
              {rules.map((rule) => (
                <li key={rule} className={styles.rule}>
                  <RuleLink rule={rule} />
                  <span>{ruleTitle(rule, language)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {documents.length > 0 && <Documents frames={documents} onClose={onClose} />}
      </div>
    </Drawer>
  );
}

interface DocumentsProps {
  readonly frames: readonly DocumentFrame[];
  readonly onClose: () => void;
}

/** Each document with its preview, which takes the place of the help. */
function Documents({ frames, onClose }: DocumentsProps): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const texts = HELP_WORDS[words.language];
  const preview = (id: DocumentFrame['id']): void => {
    onClose();
    void session.documents.preview(id);
  };
  return (
    <section aria-label={texts.documents}>
      <h2 className={styles.heading}>{texts.documents}</h2>
      <ul className={styles.list}>
        {frames.map(({ id, sheet }) => (
          <li key={id}>
            <Link as="button" onClick={() => preview(id)}>
              {texts.documentPreview(sheet)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FunctionsProps {
  readonly names: readonly FunctionName[];
  readonly envelope: string;
}

function Functions({ names, envelope }: FunctionsProps): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const isWriting = useIsWriting();
  const { language } = words;
  const texts = HELP_WORDS[language];
  return (
    <section aria-label={texts.functions}>
      <h2 className={styles.heading}>{texts.functions}</h2>
      <p className={styles.text}>{texts.functionsIntro}</p>
      <ul className={styles.list}>
        {names.map((name) => {
          const formula = exampleOf(name, envelope);
          const help = FUNCTION_HELP[name];
          return (
            <li key={name} className={styles.line}>
              <div>
                <div className={styles.formula}>{formula ?? `=ENVELOPE.${name}`}</div>
                <div>{help[language]}</div>
                <div className={styles.meta}>
                  {help.parameters.length > 0 &&
                    texts.arguments(help.parameters.map((parameter) => parameter[language]).join(' '))}
                </div>
              </div>
              {formula !== null && (
                <Button
                  size="small"
                  className={styles.insert}
                  disabledFocusable={isWriting}
                  aria-label={texts.insertAbout(name)}
                  onClick={() => void session.formulas.insert(formula)}
                >
                  {texts.insert}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
