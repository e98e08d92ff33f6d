/**
 * The package once it is made: its warnings, the download, and the texts to copy where a host silently blocks the
 * downloads of a pane (some web views of Excel do).
 */
import { Button, Link, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { ArrowDownload16Regular, ArrowDownload20Regular, Copy16Regular, Open16Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import type { Dossier } from '../../application/dossier';
import { DOCUMENTS_FILE, type PackageFile } from '../../application/documents/publication';
import { dutyCell } from '../../domain/controls/rules/kit/convention-place';
import { placeInWorkbook } from '../../workbook/places';
import { PACKAGE_WORDS, type PackageWords } from './publication-words';
import { Fold } from '../shared/Fold';
import { usePane } from '../shared/pane-context';
import type { MadePublication } from './usePublication';
import { LIST, WELL } from '../shared/surfaces';

const useStyles = makeStyles({
  ready: WELL,
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  text: { margin: 0, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  fallback: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
  },
  files: LIST,
  file: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  path: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  size: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  whole: { flexBasis: '100%' },
  open: { minWidth: 'auto', marginTop: tokens.spacingVerticalXS },
});

interface ReadyProps extends ControlledDossier {
  readonly publication: MadePublication;
}

export function PublicationReady({ dossier, report, publication }: ReadyProps): ReactElement {
  const styles = useStyles();
  const texts = PACKAGE_WORDS[usePane().words.language];
  const { name, files, archive, archiveUrl, documentsUrl } = publication;
  const errors = report.findings.filter(({ severity }) => severity === 'error').length;
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.querySelector('a')?.focus(), []); // the focused button is gone
  return (
    <section ref={section} className={styles.ready} aria-label={texts.ready}>
      <h2 className={styles.title}>{texts.ready}</h2>
      <p className={styles.text}>{name}.zip</p>
      {(errors > 0 || report.unchecked.length > 0) && (
        <ul className={styles.list}>
          {errors > 0 && <li>{texts.errors(errors)}</li>}
          {report.unchecked.length > 0 && <li>{texts.unchecked(report.unchecked.length)}</li>}
        </ul>
      )}
      <Button as="a" appearance="primary" icon={<ArrowDownload20Regular />} href={archiveUrl} download={`${name}.zip`}>
        {texts.download(texts.size(archive.length))}
      </Button>
      <Afterwards dossier={dossier} texts={texts} />
      <Fold isLate label={texts.notStarted}>
        <div className={styles.fallback}>
          <p className={styles.text}>{texts.remedy}</p>
          <ul className={styles.files}>
            {files
              .filter(({ path }) => !isBinary(path))
              .map((file) =>
                file.path === DOCUMENTS_FILE ? (
                  <Workbook key={file.path} file={file} url={documentsUrl} />
                ) : (
                  <TextFile key={file.path} file={file} />
                ),
              )}
          </ul>
        </div>
      </Fold>
    </section>
  );
}

/** The file that the user joined: it needs no copy. */
function isBinary(path: string): boolean {
  return /\.(pdf|odt|docx)$/.test(path);
}

/** The way to the duty of publication in its register, whose date is typed by hand after the publication. */
function Afterwards({
  dossier,
  texts,
}: {
  readonly dossier: Dossier;
  readonly texts: PackageWords;
}): ReactElement | null {
  const styles = useStyles();
  const { session } = usePane();
  const duty = dossier.convention.duties.find(({ type, doneOn }) => type === 'publication' && doneOn === null);
  const place = duty ? placeInWorkbook(dossier.workbook, dossier.blocks, dutyCell(duty)) : null;
  if (!place) return null;
  return (
    <p className={styles.text}>
      {texts.afterwards}{' '}
      <Link as="button" type="button" onClick={() => void session.goTo(place)}>
        {texts.goToDuty}
      </Link>
    </p>
  );
}

function TextFile({ file: { path, bytes } }: { readonly file: PackageFile }): ReactElement {
  const styles = useStyles();
  const texts = PACKAGE_WORDS[usePane().words.language];
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');
  const text = new TextDecoder().decode(bytes);
  const copy = async (): Promise<void> => setOutcome(await copied(text));
  return (
    <li className={styles.file}>
      <span className={styles.path}>{path}</span>
      <span className={styles.size}>{texts.size(bytes.length)}</span>
      <Button
        size="small"
        icon={<Copy16Regular />}
        aria-label={texts.copy(path)}
        title={texts.copy(path)}
        onClick={() => void copy()}
      />
      <span role="status" className={styles.whole}>
        {outcome === 'copied' ? texts.copied : outcome === 'refused' ? texts.copyByHand : ''}
      </span>
      {outcome === 'refused' && (
        <Textarea className={styles.whole} readOnly rows={4} resize="vertical" aria-label={path} value={text} />
      )}
    </li>
  );
}

/** A web view may have no clipboard, or deny it to a page in a frame: the text is then shown, to be copied by hand. */
async function copied(text: string): Promise<'copied' | 'refused'> {
  try {
    await (navigator.clipboard as Clipboard | undefined)?.writeText(text);
    return 'clipboard' in navigator ? 'copied' : 'refused';
  } catch (problem) {
    if (!(problem instanceof DOMException)) throw problem;
    return 'refused';
  }
}

/** Binary: Excel opens it as a new workbook, which the user saves. */
function Workbook({
  file: { path, bytes },
  url,
}: {
  readonly file: PackageFile;
  readonly url: string | null;
}): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const texts = PACKAGE_WORDS[words.language];
  return (
    <li className={styles.file}>
      <span className={styles.path}>{path}</span>
      <span className={styles.size}>{texts.size(bytes.length)}</span>
      {url !== null && (
        <Button
          as="a"
          size="small"
          icon={<ArrowDownload16Regular />}
          href={url}
          download={path}
          aria-label={texts.downloadFile(path)}
          title={texts.downloadFile(path)}
        />
      )}
      <Button size="small" className={styles.open} icon={<Open16Regular />} onClick={() => void session.openNew(bytes)}>
        {texts.openNew}
      </Button>
    </li>
  );
}
