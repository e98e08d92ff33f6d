/** Conditional formats by formula, and lists of allowed values, held by Univer's plugins. */
import { DataValidationType, generateRandomId, type IRange } from '@univerjs/core';
import {
  AddDataValidationMutation,
  DataValidationModel,
  RemoveDataValidationMutation,
} from '@univerjs/data-validation';
import {
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
  SetConditionalRuleMutation,
  type IConditionFormattingRule,
  type IFormulaHighlightCell,
} from '@univerjs/sheets-conditional-formatting';
import { overlap } from '../address';
import type { GridArea, GridChoice, GridHighlight } from '../grid';
import { toArea, toRange, type UniverContext } from './univer-context';
import { fromUniverStyle, toUniverStyle } from './univer-styles';

export class Highlights {
  private readonly rules: ConditionalFormattingRuleModel;
  private readonly validations: DataValidationModel;

  constructor(private readonly context: UniverContext) {
    this.rules = context.injector.get(ConditionalFormattingRuleModel);
    this.validations = context.injector.get(DataValidationModel);
  }

  all(sheetId: string): GridHighlight[] {
    const rules = this.rules.getSubunitRules(this.context.unitId, sheetId) ?? [];
    return rules.flatMap((rule) => {
      const found = highlightOf(rule, sheetId);
      return found ? [found] : [];
    });
  }

  byId(id: string): GridHighlight {
    for (const sheet of this.context.workbook.getSheets()) {
      const found = this.all(sheet.getSheetId()).find((highlight) => highlight.id === id);
      if (found) return found;
    }
    throw new Error(`No highlight ${id} in the grid`);
  }

  add(highlight: Omit<GridHighlight, 'id'>): GridHighlight {
    const added = { ...highlight, id: generateRandomId() };
    this.context.run(AddConditionalRuleMutation.id, { subUnitId: added.sheetId, rule: ruleOf(added) });
    return added;
  }

  change(id: string, change: Partial<Omit<GridHighlight, 'id' | 'sheetId'>>): void {
    const after = { ...this.byId(id), ...change };
    this.context.run(SetConditionalRuleMutation.id, { subUnitId: after.sheetId, cfId: id, rule: ruleOf(after) });
  }

  delete(id: string): void {
    this.context.run(DeleteConditionalRuleMutation.id, { subUnitId: this.byId(id).sheetId, cfId: id });
  }

  choices(sheetId: string): GridChoice[] {
    const rules = this.validations
      .getRules(this.context.unitId, sheetId)
      .filter((rule) => rule.type === DataValidationType.LIST);
    return rules.flatMap((rule) =>
      (rule.ranges as IRange[]).map((range) => ({
        area: toArea(range),
        source: asWritten(rule.formula1 ?? ''),
        ...(rule.errorTitle && { title: rule.errorTitle }),
      })),
    );
  }

  addChoice(sheetId: string, choice: GridChoice): void {
    this.context.run(AddDataValidationMutation.id, {
      subUnitId: sheetId,
      rule: {
        uid: generateRandomId(),
        type: DataValidationType.LIST,
        formula1: choice.source.replace(/^"(.*)"$/s, '$1'),
        ranges: [toRange(choice.area)],
        allowBlank: true,
        ...(choice.title && { errorTitle: choice.title, showErrorMessage: false }),
      },
    });
  }

  /** The number of rules that are neither highlights by formula nor lists. */
  others(sheetId: string): number {
    const formats = this.rules.getSubunitRules(this.context.unitId, sheetId) ?? [];
    const validations = this.validations.getRules(this.context.unitId, sheetId);
    return (
      formats.filter((rule) => highlightOf(rule, sheetId) === null).length +
      validations.filter((rule) => rule.type !== DataValidationType.LIST).length
    );
  }

  deleteChoices(sheetId: string, area: GridArea): void {
    const rules = this.validations
      .getRules(this.context.unitId, sheetId)
      .filter((rule) => (rule.ranges as IRange[]).some((range) => overlap(toArea(range), area)));
    const ruleId = rules.map(({ uid }) => uid);
    if (ruleId.length > 0) this.context.run(RemoveDataValidationMutation.id, { subUnitId: sheetId, ruleId });
  }
}

/** Univer stores typed lists without quotes. */
const asWritten = (source: string): string => (source.startsWith('=') ? source : `"${source}"`);

function ruleOf(highlight: GridHighlight): IConditionFormattingRule<IFormulaHighlightCell> {
  return {
    cfId: highlight.id,
    ranges: highlight.areas.map(toRange),
    stopIfTrue: false,
    rule: {
      type: CFRuleType.highlightCell,
      subType: CFSubRuleType.formula,
      value: highlight.formula,
      style: toUniverStyle(highlight.style),
    },
  };
}

/** Null for the types of rule that the grid's interface does not have. */
function highlightOf({ cfId, ranges, rule }: IConditionFormattingRule, sheetId: string): GridHighlight | null {
  if (rule.type !== CFRuleType.highlightCell || !('subType' in rule) || rule.subType !== CFSubRuleType.formula)
    return null;
  return { id: cfId, sheetId, areas: ranges.map(toArea), formula: rule.value, style: fromUniverStyle(rule.style) };
}
