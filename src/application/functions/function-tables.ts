/**
 * The tables that SUMMARY and FINDINGS spill. Headings, severities and statuses are the same in every language, since
 * formulas look for them.
 */
import type { Severity } from '../../domain/controls/findings/finding';
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import type { Convention } from '../../domain/envelopes/convention';
import type { Balances, Figures } from '../../domain/envelopes/figures';
import type { Euros } from '../../domain/money/euros';
import { NATURES } from '../../domain/money/nature';
import { comparable } from '../../domain/text';
import type { ControlExtent } from '../dossier';
import type { PlacedFinding } from './function-ledger';
import type { FunctionWords } from './function-words';

export type FunctionValue = number | string;
export type FunctionTable = readonly (readonly FunctionValue[])[];

/** « Sans objet »: the rate when nothing is allocated. */
const NOT_APPLICABLE = 's.o.';

const SUMMARY_HEADINGS = [
  'Code',
  'Libellé',
  ...['AE ouvertes', 'AE consommées', 'AE réservées', 'AE restantes', 'AE disponibles', 'Taux AE'],
  ...['CP ouverts', 'CP consommés', 'CP réservés', 'CP restants', 'CP disponibles', 'Taux CP'],
  'Restes à payer',
  'État',
];
const FINDINGS_HEADINGS = ['Gravité', 'Code', 'Feuille', 'Cellule', 'Constat'];

/** Rows of FINDINGS; a last row counts the others. */
export const MOST_FINDINGS = 1000;

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'Erreur',
  warning: 'Avertissement',
  info: 'Information',
};
/** Added to the severity of an accepted finding, so that a formula that counts « Erreur » leaves it out. */
const ACCEPTED = ' (acceptée)';
const SEVERITY_NAMES: ReadonlyMap<string, Severity> = new Map<string, Severity>([
  ...(['erreur', 'erreurs', 'error', 'errors'] as const).map((name) => [name, 'error'] as const),
  ...(['avertissement', 'avertissements', 'alerte', 'alertes', 'warning', 'warnings'] as const).map(
    (name) => [name, 'warning'] as const,
  ),
  ...(['information', 'informations', 'info', 'infos'] as const).map((name) => [name, 'info'] as const),
]);

/** The quotient itself: its decimal string is cut. */
export function exactRate({ rate, consumed, allocated }: Figures): FunctionValue | null {
  if (consumed === null) return null;
  return rate === null ? NOT_APPLICABLE : consumed.cents / allocated.cents;
}

/** One row for each envelope, then the whole convention; amounts in euros. `stateOf` gives the word of STATUS. */
export function summaryTable(
  convention: Convention,
  balances: Balances,
  stateOf: (envelope: string) => string,
  { notCalculable }: Pick<FunctionWords, 'notCalculable'>,
): FunctionTable {
  const row = (code: string, label: string): readonly FunctionValue[] => [
    code,
    label,
    ...NATURES.flatMap((nature) =>
      figureCells(balances.figures({ envelope: code, line: null }, nature), notCalculable),
    ),
    amountCell(balances.outstanding(code), notCalculable),
    stateOf(code),
  ];
  const rows = convention.envelopes.map(({ code, label }) => row(code, label));
  return [SUMMARY_HEADINGS, ...rows, row(WHOLE_CONVENTION, 'Ensemble de la convention')];
}

function figureCells(figures: Figures, notCalculable: string): readonly FunctionValue[] {
  const { allocated, consumed, reserved, remaining, available, missing } = figures;
  const none = missing === null ? NOT_APPLICABLE : notCalculable;
  const amounts = [consumed, reserved, remaining, available].map((one) => amountCell(one, none));
  return [amountCell(allocated, NOT_APPLICABLE), ...amounts, exactRate(figures) ?? notCalculable];
}

function amountCell(amount: Euros | null, notCalculable: string): FunctionValue {
  return amount === null ? notCalculable : amount.cents / 100;
}

/** The severity named in French or in English; null for another word. */
export function severityOfName(name: string): Severity | null {
  return SEVERITY_NAMES.get(comparable(name)) ?? null;
}

/**
 * The findings of a severity (of all when null), in reading order, at most `MOST_FINDINGS`, then a row with the number
 * of the others.
 */
export function findingsTable(
  placed: readonly PlacedFinding[],
  extent: ControlExtent,
  severity: Severity | null,
  convention: Convention,
  words: FunctionWords,
): FunctionTable {
  const wanted = severity === null ? placed : placed.filter(({ finding }) => finding.severity === severity);
  const rows = wanted.slice(0, MOST_FINDINGS).map(({ finding, sheet, cell, isAccepted }) => {
    return [
      SEVERITY_WORDS[finding.severity] + (isAccepted ? ACCEPTED : ''),
      finding.rule,
      sheet,
      cell,
      words.finding(finding, convention),
    ];
  });
  const left = wanted.length - rows.length;
  const last = rows.length === 0 ? [words.noFinding(extent)] : left > 0 ? [words.more(left)] : [];
  return [FINDINGS_HEADINGS, ...rows, ...last.map((sentence) => ['', '', '', '', sentence])];
}
