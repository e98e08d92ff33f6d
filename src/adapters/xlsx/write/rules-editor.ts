/** Adds and removes the conditional formats and the lists of choices of a sheet; other rules keep their bytes. */
import { fromFileFormula, toFileFormula } from '../formula';
import { refuse } from '../package/refusal';
import { attributesXml, type TextSplice } from '../package/xml-splice';
import { encodeAttribute, encodeFormulaText } from '../package/xml-text';
import { attributeOf, childOf, childrenOf, itemsOf, prefixOf, type XmlElement } from '../package/xml-tree';
import type { LookStyle } from '../read/look/style-looks';
import type { ChoiceLook, HighlightLook } from '../read/read-look';
import { areasOf } from '../package/sheet-frame';
import { areaAddress, cellAddress, type Area } from '../../../workbook/cells';
import { insertInOrder, putInOrder, WORKSHEET_ORDER } from './element-order';
import type { WrittenChoice } from './file-steps';
import type { SheetDraft } from './sheet-draft';

/** `paint` is the dxfs index of a style. */
export function editRules(
  splice: TextSplice,
  root: XmlElement,
  draft: SheetDraft,
  paint: (style: LookStyle) => number,
): void {
  removeHighlights(splice, root, draft);
  addExactHighlights(splice, root, draft.newHighlights, paint);
  editChoices(splice, root, draft);
}

const sqrefOf = (areas: readonly Area[]): string => areas.map(areaAddress).join(' ');

function removeHighlights(splice: TextSplice, root: XmlElement, draft: SheetDraft): void {
  const waiting = [...draft.removedHighlights];
  for (const element of childrenOf(root, 'conditionalFormatting')) {
    const rules = childrenOf(element, 'cfRule');
    const gone = rules.filter((rule) => {
      const at = waiting.findIndex((wanted) => isHighlight(element, rule, wanted));
      if (at >= 0) waiting.splice(at, 1);
      return at >= 0;
    });
    if (gone.length === rules.length && gone.length > 0) splice.remove(element);
    else gone.forEach((rule) => splice.remove(rule));
  }
  lost(draft, waiting[0]?.areas[0]);
}

function isHighlight(element: XmlElement, rule: XmlElement, { areas, formula }: HighlightLook): boolean {
  const stored = childOf(rule, 'formula')?.text;
  return (
    attributeOf(rule, 'type') === 'expression' &&
    stored !== undefined &&
    fromFileFormula(stored) === formula &&
    sqrefOf(areasOf(attributeOf(element, 'sqref'))) === sqrefOf(areas)
  );
}

/** A rule that is not in the file as it was read: nothing is written. */
function lost(draft: SheetDraft, area: Area | undefined): void {
  if (area) refuse({ code: 'changedMeanwhile', sheet: draft.name, cell: cellAddress(area.top, area.left) });
}

function addExactHighlights(
  splice: TextSplice,
  root: XmlElement,
  added: readonly HighlightLook[],
  paint: (style: LookStyle) => number,
): void {
  const p = prefixOf(root);
  const rules = childrenOf(root, 'conditionalFormatting').flatMap((element) => childrenOf(element, 'cfRule'));
  let priority = Math.max(0, ...rules.map((rule) => Number(attributeOf(rule, 'priority') ?? '0')));
  for (const { areas, formula, style } of added) {
    priority += 1;
    const attributes = attributesXml({ type: 'expression', dxfId: paint(style), priority });
    const text = `<${p}formula>${encodeFormulaText(toFileFormula(formula))}</${p}formula>`;
    const rule = `<${p}cfRule${attributes}>${text}</${p}cfRule>`;
    const xml = `<${p}conditionalFormatting sqref="${sqrefOf(areas)}">${rule}</${p}conditionalFormatting>`;
    insertInOrder(splice, root, WORKSHEET_ORDER, 'conditionalFormatting', xml);
  }
}

function editChoices(splice: TextSplice, root: XmlElement, draft: SheetDraft): void {
  const { removedChoices, newChoices } = draft;
  if (removedChoices.length + newChoices.length === 0) return;
  const p = prefixOf(root);
  const list = childOf(root, 'dataValidations');
  const present = itemsOf(root, 'dataValidations', 'dataValidation');
  const waiting = [...removedChoices];
  let count = present.length + newChoices.length;
  for (const element of present) {
    const areas = areasOf(attributeOf(element, 'sqref'));
    const kept = areas.filter((area) => !takeChoice(waiting, element, area));
    if (kept.length === areas.length) continue;
    if (kept.length > 0) splice.setAttributes(element, { sqref: sqrefOf(kept) });
    else {
      splice.remove(element);
      count -= 1;
    }
  }
  lost(draft, waiting[0]?.area);
  const added = newChoices.map((choice) => choiceXml(p, choice)).join('');
  if (!list) {
    const xml = `<${p}dataValidations count="${count}">${added}</${p}dataValidations>`;
    return insertInOrder(splice, root, WORKSHEET_ORDER, 'dataValidations', xml);
  }
  if (count === 0) return splice.remove(list);
  splice.setAttributes(list, { count: String(count) });
  if (added) splice.append(list, added);
}

function takeChoice(waiting: ChoiceLook[], element: XmlElement, area: Area): boolean {
  const formula = childOf(element, 'formula1')?.text ?? '';
  const source = formula.startsWith('"') ? formula : fromFileFormula(formula);
  const at = waiting.findIndex((one) => one.source === source && areaAddress(one.area) === areaAddress(area));
  if (at < 0 || attributeOf(element, 'type') !== 'list') return false;
  waiting.splice(at, 1);
  return true;
}

function choiceXml(p: string, { area, source, title }: WrittenChoice): string {
  const shows = title === undefined ? ' showErrorMessage="1"' : ` errorTitle="${encodeAttribute(title)}"`;
  const stored = source.startsWith('=') ? toFileFormula(source) : source;
  const formula = `<${p}formula1>${encodeFormulaText(stored)}</${p}formula1>`;
  const tag = `${p}dataValidation type="list" allowBlank="1"${shows} sqref="${areaAddress(area)}"`;
  return `<${tag}>${formula}</${p}dataValidation>`;
}

/** Every merged area of the sheet. */
export function setMerges(splice: TextSplice, root: XmlElement, merges: readonly Area[]): void {
  const list = childOf(root, 'mergeCells');
  if (merges.length === 0) {
    if (list) splice.remove(list);
    return;
  }
  const p = prefixOf(root);
  const items = merges.map((area) => `<${p}mergeCell ref="${areaAddress(area)}"/>`).join('');
  const xml = `<${p}mergeCells count="${merges.length}">${items}</${p}mergeCells>`;
  putInOrder(splice, root, WORKSHEET_ORDER, 'mergeCells', xml);
}
