/**
 * The defined names that keep formulas short enough to be read: one for each column of the ledger (`ENV_AE`) and one
 * for each list of spellings (`ENV_Noms_PDE`). Each generation defines those that its formulas use, and brings up to
 * date those that the workbook already has, so that the columns named in one formula always have the same rows.
 */
import type { BudgetLine, Convention, Envelope } from '../../domain/envelopes/convention';
import type { LedgerField } from '../../domain/envelopes/ledger';
import { sameFormula } from '../../workbook/formula-text';
import type { WriteStep } from '../../workbook/plan';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { FORMULA_COLUMNS, OUR_PREFIX } from '../../workbook/workbook-names';
import { escapeCriterion, quote } from './criteria';
import { LONGEST_FORMULA } from './formula-length';

const WORD = /ENV_[\p{L}\p{N}_]+/gu;
/** A list of texts, a range or a column of a table: what this file defines. Any other definition is a person's. */
const OUR_DEFINITION =
  /^=(?:\{"|(?:'(?:[^']|'')*'|[^'"()[\]{}!]+)!(?:\$[A-Z]{1,3}\$\d|#REF!)|[\p{L}_\\][\p{L}\p{N}_.\\]*\[|#REF!)/u;
const LONGEST_WORD = 12;
const DIGEST_BASE = 36;
const DIGEST_LETTERS = 3;
const DIGEST_FACTOR = 31;

type Names = Pick<WorkbookSnapshot, 'names' | 'tables'>;

export class HelperNames {
  /** Name and definition, by the name in lower case. */
  private readonly known = new Map<string, { readonly name: string; readonly formula: string }>();
  private readonly used = new Set<string>();
  /** The definitions in the workbook, by the name in lower case. */
  private readonly present = new Map<string, string>();
  private readonly taken: ReadonlySet<string>;

  constructor({ names, tables }: Names) {
    const taken = tables.map(({ name }) => name.toLowerCase());
    for (const { name, scope, refersTo } of names) {
      if (scope === null && OUR_DEFINITION.test(refersTo)) this.present.set(name.toLowerCase(), refersTo);
      else taken.push(name.toLowerCase()); // one of a sheet would hide ours there
    }
    this.taken = new Set(taken);
  }

  /** The name of a column of the ledger, or its reference when the name belongs to somebody else. */
  column(field: LedgerField | 'envelope' | 'nature', block: number, reference: string): string {
    const word = FORMULA_COLUMNS[field];
    return word === undefined
      ? reference
      : this.define(`${OUR_PREFIX}${word}${block === 0 ? '' : `_${block + 1}`}`, reference);
  }

  /** The name of a list of texts to look for, across or down; the list itself when it cannot be named. */
  list(name: string, texts: readonly string[], direction: 'across' | 'down'): string {
    const words = texts.map((text) => quote(escapeCriterion(text)));
    return this.define(name, `{${words.join(direction === 'across' ? ',' : ';')}}`);
  }

  /** Notes the names of a formula that a document shows. */
  use(formula: string): void {
    for (const [word] of formula.matchAll(WORD))
      if (this.known.has(word.toLowerCase())) this.used.add(word.toLowerCase());
  }

  /** Defines the names in use, and those of the workbook whose definition changed. */
  steps(): readonly WriteStep[] {
    return [...this.known].flatMap(([key, { name, formula }]): WriteStep[] => {
      const present = this.present.get(key);
      if (present === undefined ? !this.used.has(key) : sameFormula(present, formula)) return [];
      return [{ kind: 'defineName', name, formula }];
    });
  }

  private define(name: string, definition: string): string {
    const key = name.toLowerCase();
    const formula = `=${definition}`;
    const known = this.known.get(key);
    const isFree = known ? known.formula === formula : !this.taken.has(key) && definition.length <= LONGEST_FORMULA;
    if (!isFree) return definition;
    this.known.set(key, { name, formula });
    return name;
  }
}

/** `PDE_Outils`: an envelope and one of its budget lines in a name, with the credit year when there are several. */
export function scopeWord(
  { creditYear, otherYears }: Convention,
  { code }: Envelope,
  line: BudgetLine | 'none' | null,
): string {
  const year = otherYears.length > 0 ? [String(creditYear)] : [];
  const poste = line === null ? [] : [line === 'none' ? 'SansPoste' : wordOf(line.label)];
  return [wordOf(code), ...year, ...poste].join('_');
}

/** The words of a text without what a name cannot hold: whole when short, otherwise their beginning and a digest. */
function wordOf(text: string): string {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  if (words.join('_') === text && text.length <= LONGEST_WORD) return text;
  let digest = 0;
  for (const character of text)
    digest = (digest * DIGEST_FACTOR + (character.codePointAt(0) ?? 0)) % DIGEST_BASE ** DIGEST_LETTERS;
  const shown = words
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('')
    .slice(0, LONGEST_WORD);
  return `${shown}_${digest.toString(DIGEST_BASE)}`;
}
