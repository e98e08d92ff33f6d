/**
 * One table of the team: whether it is the ledger, its columns with their fields, and its rows that are not counted.
 */
import { Badge, Checkbox, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { workbookOf } from '../../application/session/session-state';
import type {
  ColumnProposal,
  MappingChange,
  SourceProposal,
  TableProposal,
} from '../../application/writing/mapping-proposal';
import { formatDate, formatNumberText, formatShare } from '../../messages/format';
import { fieldLabel, ignoredLabel } from '../../messages/labels';
import type { Language } from '../../messages/language';
import { dateOfSerial } from '../../workbook/serials';
import { FIELDS } from './mapping-draft';
import type { ColumnField } from '../../workbook/ledger/column-field';
import { MAPPING_WORDS } from './mapping-words';
import { Fold } from '../shared/Fold';
import { usePane, useSessionState } from '../shared/pane-context';
import { LIST } from '../shared/surfaces';

const MOST_SHOWN = 20;
const SURE = 0.8;
const LIKELY = 0.5;
const LONGEST_EXAMPLE = 40;

const useStyles = makeStyles({
  source: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, overflowWrap: 'anywhere' },
  aside: {
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  list: { ...LIST, margin: `${tokens.spacingVerticalS} 0 0`, rowGap: tokens.spacingVerticalM },
  name: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  heading: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  sure: { flexShrink: 0, whiteSpace: 'nowrap' },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  rows: { margin: 0, paddingLeft: tokens.spacingHorizontalL, fontSize: tokens.fontSizeBase200 },
});

export interface SourceColumnsProps {
  readonly source: SourceProposal;
  readonly isChosen: boolean;
  readonly fieldOf: (heading: string) => ColumnField | null;
  /** The heading that already has the field of this one; null when none has. */
  readonly takenBy: (heading: string) => string | null;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onField: (heading: string, field: ColumnField | null) => void;
}

export function SourceColumns(props: SourceColumnsProps): ReactElement {
  const styles = useStyles();
  const { source, isChosen, onChoose } = props;
  const texts = MAPPING_WORDS[usePane().words.language];
  const asides = [
    ...(source.sheet === source.name ? [] : [source.sheet]),
    ...(source.isHidden ? [texts.hidden] : []),
    ...(source.isConfirmed ? [texts.confirmed] : []),
  ];
  return (
    <section className={styles.source} aria-label={source.name}>
      <h2 className={styles.title}>
        {source.name} {asides.length > 0 && <span className={styles.aside}>({asides.join(', ')})</span>}
      </h2>
      {/* What is confirmed is taken back in ENV_Colonnes, where it is kept. */}
      <Checkbox
        label={texts.isLedger}
        checked={isChosen}
        disabled={source.isConfirmed}
        onChange={(_, { checked }) => onChoose(checked === true)}
      />
      {source.changes.length > 0 && <Changes changes={source.changes} />}
      {isChosen &&
        source.tables.map((table) => (
          <TableColumns key={`${table.headingRow} ${table.columns[0]?.column}`} table={table} {...props} />
        ))}
      {isChosen && source.ignored.length > 0 && <IgnoredRows ignored={source.ignored} />}
    </section>
  );
}

function Changes({ changes }: { readonly changes: readonly MappingChange[] }): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const texts = MAPPING_WORDS[language];
  const textOf = (change: MappingChange): string => {
    const field = fieldLabel(change.field, language);
    if (change.kind === 'betterHeading') return texts.change.betterHeading(change.heading, field, change.confirmed);
    return texts.change[change.kind](change.heading, field);
  };
  return (
    <div>
      <strong>{texts.changes}</strong>
      <ul className={styles.rows}>
        {changes.map((change) => (
          <li key={`${change.kind} ${change.heading}`}>{textOf(change)}</li>
        ))}
      </ul>
    </div>
  );
}

/** The first table is open; the others, which often repeat its headings, are folded. */
function TableColumns({ table, ...props }: SourceColumnsProps & { readonly table: TableProposal }): ReactElement {
  const styles = useStyles();
  const texts = MAPPING_WORDS[usePane().words.language];
  const isFirst = props.source.tables[0] === table;
  return (
    <Fold
      isOpenFirst={isFirst}
      label={`${texts.table(table.firstRow, table.lastRow)}${table.isPart ? '' : ` – ${texts.leftOut}`}`}
    >
      {table.isPart && (
        <ul className={styles.list}>
          {table.columns.map((column) => (
            <ColumnRow key={column.column} column={column} {...props} />
          ))}
        </ul>
      )}
    </Fold>
  );
}

function ColumnRow({
  column,
  fieldOf,
  takenBy,
  onField,
}: SourceColumnsProps & { readonly column: ColumnProposal }): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const texts = MAPPING_WORDS[language];
  const { heading, examples, unit } = column;
  const field = heading === '' ? column.field : fieldOf(heading);
  const taken = takenBy(heading);
  const uses1904 = useUses1904();
  const shown = examples.map((example) => exampleOf(example, field, { uses1904, language }));
  return (
    <li>
      <div className={styles.name}>
        <span className={styles.heading}>{texts.column(column.column, heading || texts.noHeading)}</span>
        <Sureness column={column} field={field} />
      </div>
      <Field
        size="small"
        validationState={taken === null ? 'none' : 'error'}
        validationMessage={taken === null ? null : texts.taken(taken)}
      >
        <Select
          size="small"
          aria-label={texts.column(column.column, heading || texts.noHeading)}
          disabled={heading === ''}
          value={field ?? ''}
          onChange={(_, { value }) => onField(heading, FIELDS.find((known) => known === value) ?? null)}
        >
          <option value="">{texts.notUsed}</option>
          {FIELDS.map((known) => (
            <option key={known} value={known}>
              {fieldLabel(known, language)}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.small}>
        {shown.length === 0 ? texts.noExample : texts.examples(shown.join(' · '))}
        {unit !== '€' && ` (${texts.unit(unit)})`}
      </div>
    </li>
  );
}

/** The confidence of the proposal, while the user has not changed it. */
function Sureness({
  column,
  field,
}: {
  readonly column: ColumnProposal;
  readonly field: ColumnField | null;
}): ReactElement | null {
  const styles = useStyles();
  const { words } = usePane();
  const texts = MAPPING_WORDS[words.language];
  if (field !== column.field) return null;
  if (field === null) {
    return column.status === 'unmapped' ? (
      <Badge appearance="outline" color="informative" className={styles.sure}>
        {texts.unmapped}
      </Badge>
    ) : null;
  }
  const { status, confidence } = column;
  const how =
    status === 'confirmed' ? 'confirmed' : confidence >= SURE ? 'sure' : confidence >= LIKELY ? 'likely' : 'doubtful';
  return (
    <Badge
      appearance="tint"
      color={how === 'doubtful' ? 'warning' : how === 'likely' ? 'informative' : 'success'}
      className={styles.sure}
    >
      {texts.sure[how]} {status !== 'confirmed' && formatShare(Math.round(confidence * 100) / 100, words.language)}
    </Badge>
  );
}

function IgnoredRows({ ignored }: Pick<SourceProposal, 'ignored'>): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const texts = MAPPING_WORDS[language];
  return (
    <Fold label={texts.ignored(ignored.length)}>
      <ul className={styles.rows}>
        {ignored.slice(0, MOST_SHOWN).map(({ row, reason }) => (
          <li key={row}>{texts.ignoredRow(row, ignoredLabel(reason, language))}</li>
        ))}
        {ignored.length > MOST_SHOWN && <li>{texts.more(ignored.length - MOST_SHOWN)}</li>}
      </ul>
    </Fold>
  );
}

const DATES: ReadonlySet<ColumnField> = new Set<ColumnField>([
  'commitmentDate',
  'serviceDate',
  'receiptDate',
  'paymentDate',
  'contractEnd',
  'date',
]);

const AMOUNTS: ReadonlySet<ColumnField> = new Set<ColumnField>(['ae', 'cp', 'amount']);

/** The value of a cell as people read it: a date is stored as a serial number, an amount has its thousands apart. */
function exampleOf(
  example: string,
  field: ColumnField | null,
  how: { readonly uses1904: boolean; readonly language: Language },
): string {
  const isSerial = field !== null && DATES.has(field) && /^\d{1,6}$/.test(example);
  const date = isSerial ? dateOfSerial(Number(example), how.uses1904) : null;
  if (date !== null) return formatDate(date, how.language);
  const shown = formatNumberText(example, how.language, field !== null && AMOUNTS.has(field));
  return shown.length > LONGEST_EXAMPLE ? `${shown.slice(0, LONGEST_EXAMPLE)}…` : shown;
}

function useUses1904(): boolean {
  return workbookOf(useSessionState().phase)?.uses1904Dates ?? false;
}
