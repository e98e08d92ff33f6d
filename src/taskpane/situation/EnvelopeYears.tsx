/** « Depuis le début de la convention », folded: the years of an envelope, computed when first shown. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import type { ControlReport } from '../../application/dossier';
import { yearsOfEnvelope, type YearFigures } from '../../application/figures/years-of-envelope';
import { creditYearsOf } from '../../domain/envelopes/credit-years';
import { NATURES, type Nature } from '../../domain/money/nature';
import { formatAmount } from '../../messages/format';
import { NOT_GIVEN_LABEL } from '../../messages/labels';
import type { Language } from '../../messages/language';
import { en, fr } from '../../messages/typography';
import { Amount } from '../shared/Amount';
import { Fold } from '../shared/Fold';
import { usePane, useSessionState } from '../shared/pane-context';

const WORDS = {
  fr: {
    label: fr`Depuis le début de la convention`,
    year: fr`Exercice`,
    carriedOver: fr`Reports d'un exercice sur l'autre`,
    sum: fr`Ensemble`,
    excess: (amount: string) => fr`dépassé de ${amount}`,
  },
  en: {
    label: en`Since the beginning of the convention`,
    year: en`Year`,
    carriedOver: en`Carry-overs from one year to the next`,
    sum: en`All years`,
    excess: (amount: string) => en`exceeded by ${amount}`,
  },
} satisfies Record<Language, unknown>;

const CELL = { textAlign: 'right', padding: `${tokens.spacingVerticalXXS} 0 0 ${tokens.spacingHorizontalS}` } as const;

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', marginTop: tokens.spacingVerticalS },
  heading: { ...CELL, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  label: { ...CELL, textAlign: 'left', paddingLeft: 0, fontWeight: tokens.fontWeightRegular },
  cell: CELL,
  excess: { display: 'block', color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
  sum: { borderTop: `1px solid ${tokens.colorNeutralStroke1}`, '& > *': { fontWeight: tokens.fontWeightSemibold } },
});

interface EnvelopeYearsProps {
  /** The code of the envelope, or `'*'`. */
  readonly code: string;
  /** Its name, for people. */
  readonly envelope: string;
}

/** Nothing for a convention of one year. */
export function EnvelopeYears({ code, envelope }: EnvelopeYearsProps): ReactElement | null {
  const { language } = usePane().words;
  const { phase } = useSessionState();
  if (phase.kind !== 'ready' || creditYearsOf(phase.report.charged.convention).length < 2) return null;
  const { label } = WORDS[language];
  return (
    <Fold isLate label={label} name={`${label}, ${envelope}`}>
      {NATURES.map((nature) => (
        <YearsTable key={nature} report={phase.report} code={code} nature={nature} />
      ))}
    </Fold>
  );
}

interface YearsTableProps {
  readonly report: ControlReport;
  readonly code: string;
  readonly nature: Nature;
}

function YearsTable({ report, code, nature }: YearsTableProps): ReactElement {
  const styles = useStyles();
  const { language, figures } = usePane().words;
  const years = useMemo(() => yearsOfEnvelope(report, code, nature), [report, code, nature]);
  const words = WORDS[language];
  return (
    <table className={styles.table} aria-label={`${words.label}, ${figures.natures[nature]}`}>
      <thead>
        <tr>
          <th scope="col" className={styles.label}>
            {nature} · {words.year}
          </th>
          {[figures.allocated, figures.consumed].map((heading) => (
            <th key={heading} scope="col" className={styles.heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map((one) => (
          <YearRow key={one.year} {...one} />
        ))}
      </tbody>
    </table>
  );
}

function YearRow({ year, isGiven, allocated, consumed, excess }: YearFigures): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const words = WORDS[language];
  return (
    <tr className={year === 'sum' ? styles.sum : undefined}>
      <th scope="row" className={styles.label}>
        {typeof year === 'number' ? year : words[year]}
      </th>
      <td className={styles.cell}>{isGiven ? <Amount cents={allocated} /> : NOT_GIVEN_LABEL}</td>
      <td className={styles.cell}>
        {year !== 'carriedOver' && <Amount cents={consumed} />}
        {excess > 0 && <span className={styles.excess}>{words.excess(formatAmount(excess, language))}</span>}
      </td>
    </tr>
  );
}
