/** Référence Chorus (art. 3 of the 2023 convention): the imputation codes in its order, with their other spellings. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { REFERENCE_WORDS as words } from '../../messages/documents/qualitatif-fr';
import { FIELD_NAMES } from '../../workbook/field-names';
import { LIST_SEPARATOR } from '../../workbook/workbook-names';
import type { PlannedCell } from '../../workbook/plan';
import { serialOfDate } from '../../workbook/serials';
import type { DocumentPage, Origin } from '../page/document-page';
import { addSize } from '../page/closing';
import { addHeading } from '../page/heading';
import type { DocumentSource } from '../input';
import { blank, PageBuilder, text } from '../page/page-builder';

const WIDTHS = [26, 20, 24, 20, 12, 12];

export function reference(source: DocumentSource, origin: Origin): DocumentPage {
  const { convention } = source;
  const page = new PageBuilder(origin, WIDTHS);
  addHeading(page, source, words.title);
  page.addSection(words.headings.map((label) => text(label, 'heading')));
  const day = (date: CivilDate | null): PlannedCell =>
    date === null ? blank('date') : { value: serialOfDate(date, source.input.workbook.uses1904Dates), style: 'date' };
  for (const rule of convention.imputation) {
    const owner = convention.envelopes.find(({ code }) => code === rule.envelope);
    page.add([
      text(rule.label || FIELD_NAMES[rule.field], 'label'),
      text(rule.value, 'code'),
      text(rule.aliases.join(`${LIST_SEPARATOR} `), 'code'),
      text(owner?.label ?? words.everyEnvelope, 'text'),
      day(rule.from),
      day(rule.until),
    ]);
  }
  page.addBlank();
  page.add([text(words.note, 'subtitle')]);
  addSize(page);
  return page.build({ commentColumn: null, landscape: false, highlights: [] });
}
