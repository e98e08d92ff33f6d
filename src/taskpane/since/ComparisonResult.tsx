/** A comparison: the figures that moved with their terms, by envelope; the rows that differ; the findings. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { DossierComparison } from '../../application/comparison/compare-dossiers';
import { otherConventions } from '../../application/comparison/other-conventions';
import type { Bridge } from '../../domain/comparison/bridges';
import type { ChangedFinding } from '../../domain/comparison/compare-findings';
import type { RowChange } from '../../domain/comparison/compare-states';
import { movedPostes, type BridgesOfPoste } from '../../domain/comparison/poste-bridges';
import type { Finding } from '../../domain/controls/findings/finding';
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import {
  causeLabel,
  cellOfRow,
  comparisonWords,
  describeTerm,
  formatChange,
  formerlyFound,
} from '../../messages/comparison-words';
import { describeFinding } from '../../messages/describe-finding';
import { formatCount } from '../../messages/format';
import { fieldLabel } from '../../messages/labels';
import type { Language } from '../../messages/language';
import { placeOfRow } from '../../workbook/ledger/ledger-source';
import { Amount } from '../shared/Amount';
import { Fold } from '../shared/Fold';
import { usePane } from '../shared/pane-context';
import { CARD, LIST } from '../shared/surfaces';
import { OutsideFigures } from './OutsideFigures';
import { SINCE_WORDS } from './since-words';

/** Longer lists are counted. */
const LISTED = 50;

const useStyles = makeStyles({
  card: CARD,
  list: LIST,
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, overflowWrap: 'anywhere' },
  terms: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

export function ComparisonResult({ comparison }: { readonly comparison: DossierComparison }): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const [words, texts] = [comparisonWords(language), SINCE_WORDS[language]];
  const { after, before, bridges, rows, unchanged, findings } = comparison;
  const moved = bridges.filter(
    ({ before: old, after: current }) => old === null || current === null || old !== current,
  );
  const others = otherConventions(before, after);
  const labels = [after, before].flatMap(({ dossier }) => dossier.convention.envelopes);
  const labelOf = (code: string): string =>
    code === WHOLE_CONVENTION ? texts.whole : (labels.find((one) => one.code === code)?.label ?? code);
  const count = (value: number): string => formatCount(value, language);
  const ofKind = (kind: RowChange['kind']): string => count(rows.filter((change) => change.kind === kind).length);
  return (
    <>
      {others && <p className={styles.text}>{words.otherConvention(...others)}</p>}
      <OutsideFigures states={[before, after]} />
      {moved.length === 0 && <p className={styles.text}>{texts.unchanged}</p>}
      {[...new Set(moved.map(({ envelope }) => envelope))].map((code) => (
        <div key={code} role="group" className={styles.card} aria-label={labelOf(code)}>
          <h2 className={styles.title}>{labelOf(code)}</h2>
          {moved.map((bridge) =>
            bridge.envelope === code ? <Moved key={`${bridge.nature}${bridge.figure}`} bridge={bridge} /> : null,
          )}
          <ByPoste postes={movedPostes(comparison.posteBridges, code)} />
        </div>
      ))}
      <p className={styles.text}>
        {words.rows({
          added: ofKind('added'),
          removed: ofKind('removed'),
          changed: ofKind('changed'),
          dated: ofKind('dated'),
          unchanged: count(unchanged),
        })}
      </p>
      {rows.length > 0 && (
        <Folded title={texts.rows} items={rows.map((change) => rowText(comparison, change, language))} />
      )}
      {comparison.terms.length > 0 && (
        <Folded title={words.terms} items={comparison.terms.map((term) => describeTerm(term, language))} />
      )}
      <p className={styles.text}>
        {words.findings({
          came: count(findings.came.length),
          went: count(findings.went.length),
          changed: count(findings.changed.length),
          kept: count(findings.kept),
        })}
      </p>
      <Findings title={words.came} findings={findings.came} of={after} />
      <Findings title={words.went} findings={findings.went} of={before} />
      {findings.changed.length > 0 && (
        <Folded title={words.changed} items={findings.changed.map((pair) => pairText(comparison, pair, language))} />
      )}
    </>
  );
}

function Moved({ bridge: { nature, figure, before, after, terms } }: { readonly bridge: Bridge }): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const words = comparisonWords(language);
  return (
    <div>
      <p className={styles.text}>
        {nature === null ? words.figures[figure] : `${nature} – ${words.figures[figure]}`}
        {words.colon}
        <Amount cents={before} /> → <Amount cents={after} />
      </p>
      {terms && (
        <ul className={styles.terms}>
          {terms.map(({ cause, cents }) => (
            <li key={cause}>{formatChange(cents, language) + words.colon + causeLabel(cause, cents, language)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function ByPoste({ postes }: { readonly postes: readonly BridgesOfPoste[] }): ReactElement | null {
  const styles = useStyles();
  const { language } = usePane().words;
  const words = comparisonWords(language);
  if (postes.length === 0) return null;
  return (
    <Fold label={SINCE_WORDS[language].byPoste}>
      {postes.map(({ poste, bridges }) => (
        <div key={poste ?? ''} role="group" aria-label={poste ?? words.noPoste}>
          <h3 className={styles.title}>{poste ?? words.noPoste}</h3>
          {bridges.map((bridge) => (
            <Moved key={`${bridge.nature}${bridge.figure}`} bridge={bridge} />
          ))}
        </div>
      ))}
    </Fold>
  );
}

function Findings({
  title,
  findings,
  of,
}: {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly of: DossierComparison['after'];
}): ReactElement | null {
  const { language } = usePane().words;
  if (findings.length === 0) return null;
  const items = findings.map((one) => findingText(one, of, language));
  return <Folded title={title} items={items} />;
}

function findingText(finding: Finding, { dossier }: DossierComparison['after'], language: Language): string {
  return `${finding.rule} – ${describeFinding(finding, dossier.convention, language).message}`;
}

/** The finding as it is, then what it was. */
function pairText({ before, after }: DossierComparison, pair: ChangedFinding, language: Language): string {
  const conventions = { before: before.dossier.convention, after: after.dossier.convention };
  return `${findingText(pair.after, after, language)} ${formerlyFound(pair, conventions, language)}`;
}

function Folded({ title, items }: { readonly title: string; readonly items: readonly string[] }): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const left = items.length - LISTED;
  return (
    <Fold label={title}>
      <ul className={styles.terms}>
        {items.slice(0, LISTED).map((item, index) => (
          <li key={index} className={styles.text}>
            {item}
          </li>
        ))}
        {left > 0 && <li>{SINCE_WORDS[language].moreRows(formatCount(left, language))}</li>}
      </ul>
    </Fold>
  );
}

/** The place of a row, its cells that differ and its effect. */
function rowText({ before, after }: DossierComparison, change: RowChange, language: Language): string {
  const words = comparisonWords(language);
  const [of, row] = change.after ? [after, change.after] : [before, change.before];
  const place = row && placeOfRow(of.dossier.blocks, row.key);
  const cells = change.fields.map((field) =>
    [
      fieldLabel(field, language),
      change.before && cellOfRow(change.before, field, language),
      '→',
      change.after && cellOfRow(change.after, field, language),
    ].join(' '),
  );
  const effects = change.shares.map(
    ({ envelope, nature, figure, cents }) =>
      `${envelope} ${nature} ${words.figures[figure].toLowerCase()} ${formatChange(cents, language)}`,
  );
  const where = place ? `${place.block.sheet}, ${place.row + 1}` : '';
  return [`${where} (${words.kinds[change.kind].toLowerCase()})`, ...cells, ...effects].join(words.semicolon);
}
