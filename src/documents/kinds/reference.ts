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
  const page = new PageBuilder(origin, WIDTHS, 'portrait');
  addHeading(page, source, words.title);
  const day = (date: CivilDate | null): PlannedCell =>
    date === null
      ? blank('date', 'value')
      : { value: serialOfDate(date, source.input.workbook.uses1904Dates), style: 'date' };
  const rows = convention.imputation.map((rule) => {
    const owner = convention.envelopes.find(({ code }) => code === rule.envelope);
    const [label, aliases] = [rule.label || FIELD_NAMES[rule.field], rule.aliases.join(`${LIST_SEPARATOR} `)];
    return { rule, label, aliases, owner: owner?.label ?? words.everyEnvelope };
  });
  page.addList(
    words.headings.map((label) => text(label, 'heading')),
    rows,
    ({ rule, label, aliases, owner }) => [label, rule.value, aliases, owner],
    ({ rule, label, aliases, owner }) =>
      page.add([
        text(label, 'label'),
        text(rule.value, 'code'),
        text(aliases, 'code'),
        text(owner, 'text'),
        day(rule.from),
        day(rule.until),
      ]),
    { isSection: true },
  );
  page.addBlank();
  page.add([text(words.note, 'subtitle')]);
  addSize(page);
  return page.build({ commentColumn: null, highlights: [] });
}
