/** The end of a document: who signs it; apart, the control page with its notes and the line with the size. */
import type { Convention } from '../../domain/envelopes/convention';
import type { LedgerField } from '../../domain/envelopes/ledger';
import { sumOfMissed } from '../../domain/envelopes/missed/missed-sums';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import { HEAD_WORDS } from '../../messages/documents/head-fr';
import { summaryOfAccount } from '../../workbook/reading/account-summary';
import { FIELD_NAMES } from '../../workbook/field-names';
import type { FigureDesk } from '../figures/figure-desk';
import type { DocumentSource } from '../input';
import { text, type PageBuilder } from './page-builder';

const BLANK_ROWS_TO_SIGN = 4;
/** The columns that make the figures of a document; its notes name those that the ledger lacks. */
const MAKING_FIGURES: readonly LedgerField[] = ['ae', 'cp', 'budgetLine', 'ejNumber', 'serviceDate', 'paymentDate'];

/**
 * Place and date, the quality and the name of the signatory. The cells beside them belong to the user. A document with
 * a figure that is not calculable cannot be signed: a sentence takes the first row of the blank room. A publication has
 * the block without its texts of ENV_Convention, any of which may name a person: the usual mention, the party in place
 * of the quality, a blank name.
 */
export function addSignature(page: PageBuilder, source: DocumentSource, number?: number): void {
  const { correspondence, delegates } = signatoriesOf(source);
  const title = number === undefined ? HEAD_WORDS.signature : words.numbered(number, HEAD_WORDS.signature);
  const labels = [
    HEAD_WORDS.madeAt(correspondence.town),
    HEAD_WORDS.madeOn,
    HEAD_WORDS.mandate(correspondence.mandate),
    HEAD_WORDS.quality(delegates),
    HEAD_WORDS.nameOf(correspondence.signatoryName),
    HEAD_WORDS.sign,
  ];
  page.begins('tail');
  page.formerly(HEAD_WORDS.earlierSignature(delegates), title);
  page.formerly(HEAD_WORDS.earlierPlace, HEAD_WORDS.madeAt(correspondence.town));
  page.formerly(HEAD_WORDS.earlierName, HEAD_WORDS.quality(delegates));
  page.addSection([text(title, 'title')]);
  if (page.hasUnknown) {
    page.add([text(HEAD_WORDS.cannotBeSigned, 'paragraph')]);
    page.withholds(labels);
    for (let row = 1; row < labels.length + BLANK_ROWS_TO_SIGN; row++) page.addBlank();
    return;
  }
  for (const label of labels) page.add([text(label, 'paragraph')]);
  for (let row = 0; row < BLANK_ROWS_TO_SIGN; row++) page.addBlank();
}

/** The texts of the block; in a publication, those that are confirmed. */
function signatoriesOf(source: DocumentSource): Pick<Convention, 'correspondence' | 'delegates'> {
  const { correspondence, delegates } = source.convention;
  const free = (given: string): string => source.freeText('signature', given);
  const { town, mandate, signatoryName } = correspondence;
  return {
    correspondence: {
      ...correspondence,
      town: free(town),
      mandate: free(mandate),
      signatoryName: free(signatoryName),
    },
    delegates: delegates.map(({ name, representative, signatory }) => ({
      name,
      representative: free(signatory === '' ? representative : ''),
      signatory: free(signatory),
    })),
  };
}

/** Begins the page that is not signed: the state of the controls. */
export function addControlPage(page: PageBuilder, { input }: DocumentSource): void {
  page.begins('page');
  page.addSection([text(HEAD_WORDS.controlPage, 'title')]);
  page.addSentence(HEAD_WORDS.internal, 'subtitle');
  const { unchecked, missed, undated } = input.balances;
  page.addSentence(
    HEAD_WORDS.controls(
      input.errors,
      { rows: unchecked.length, missed: sumOfMissed([...missed, ...undated]) },
      { ...summaryOfAccount(input.account), rows: input.ledger.rows.length },
    ),
    'subtitle',
  );
  page.addBlank();
}

/** The notes, then the size. */
export function addClosing(
  page: PageBuilder,
  source: DocumentSource,
  desk: FigureDesk,
  notes: readonly string[],
): void {
  if (source.input.texts !== null) return; // a publication has no control page, and no text of its notes to confirm
  const all = [
    ...(source.ceilings.hasTables
      ? []
      : [source.convention.otherYears.length > 0 ? words.severalYears : words.noTables]),
    ...(page.hasUnknown ? missingColumns(source) : []).map((field) => words.missingColumn(FIELD_NAMES[field])),
    ...desk
      .notes()
      .map((note) => words.valueNote(note.figures, note.reason, note.rows, source.freeText('spelling', note.text))),
    ...notes,
  ];
  page.addBlank();
  if (all.length > 0) {
    page.begins('block');
    page.addSection([text(words.notesHeading, 'totalLabel')]);
    for (const note of all) page.addSentence(note, 'subtitle');
  }
  addSize(page);
}

/** The columns that figures of the ledger lack, once each. */
function missingColumns({ input }: DocumentSource): readonly LedgerField[] {
  const { envelopes, CP } = input.balances.missing;
  const first = [envelopes, CP].filter((field) => field !== null);
  return [...new Set([...first, ...MAKING_FIGURES.filter((field) => !input.ledger.fields.has(field))])];
}

/** The last line of every document, by which a later generation detects rows and columns that the user inserted. */
export function addSize(page: PageBuilder): void {
  page.add([text(words.footer(page.nextRow + 1, page.width), 'subtitle')]);
}
