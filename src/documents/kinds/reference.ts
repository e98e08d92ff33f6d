/** Référence Chorus (art. 3 of the 2023 convention): the imputation codes in its order, with their other spellings. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { ImputationRule, UnreadCode } from '../../domain/envelopes/convention';
import { REFERENCE_WORDS as words } from '../../messages/documents/qualitatif-fr';
import { FIELD_NAMES } from '../../workbook/field-names';
import { COLUMNS, LIST_SEPARATOR } from '../../workbook/workbook-names';
import type { PlannedCell } from '../../workbook/plan';
import { serialOfDate } from '../../workbook/serials';
import type { DocumentPage, Origin } from '../page/document-page';
import { addSize } from '../page/closing';
import { addHeading } from '../page/heading';
import type { DocumentSource } from '../input';
import { filledElsewhere, PageBuilder, text } from '../page/page-builder';

const WIDTHS = [26, 20, 24, 20, 12, 12];

export function reference(source: DocumentSource, origin: Origin): DocumentPage {
  const { convention } = source;
  const page = new PageBuilder(origin, WIDTHS, 'portrait');
  addHeading(page, source, words.title);
  const day = (date: CivilDate | null): PlannedCell =>
    date === null
      ? filledElsewhere('date')
      : { value: serialOfDate(date, source.input.workbook.uses1904Dates), style: 'date' };
  const dayOf = (rule: CodeRow, column: 'from' | 'until'): PlannedCell => {
    const raw = typed(rule, COLUMNS.imputations[column]);
    return raw === undefined ? day(rule[column]) : text(raw, 'text');
  };
  const rows = [...convention.imputation, ...(convention.unreadCodes ?? [])].map((rule) => {
    const owner = convention.envelopes.find(({ code }) => code === rule.envelope);
    const field = rule.field === null ? typed(rule, COLUMNS.imputations.field) : FIELD_NAMES[rule.field];
    const [label, aliases] = [rule.label || (field ?? ''), rule.aliases.join(`${LIST_SEPARATOR} `)];
    return { rule, label, aliases, owner: owner?.label ?? rule.envelope ?? words.everyEnvelope };
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
        dayOf(rule, 'from'),
        dayOf(rule, 'until'),
      ]),
    { isSection: true },
  );
  page.addBlank();
  page.add([text(words.note, 'subtitle')]);
  addSize(page);
  return page.build({ commentColumn: null, highlights: [] });
}

type CodeRow = ImputationRule | UnreadCode;

/** The text of a cell that cannot be read, as the register has it; undefined for any other. */
function typed({ unread }: CodeRow, heading: string): string | undefined {
  return unread?.cells.find(({ column }) => column === heading)?.raw;
}
