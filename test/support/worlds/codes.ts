/**
 * The codes that a convention wants on a row of an envelope, as right people write them: with or without prefix, case,
 * kinds of hyphens.
 */
import type { Convention, Envelope, ImputationRule } from '../../../src/domain/envelopes/convention';
import { isPattern } from '../../../src/domain/imputation/patterns';
import { IMPUTATION_FIELDS, type ImputationField } from '../../../src/domain/imputation/imputation';
import type { CellValue } from '../../../src/workbook/cells';
import type { Random } from './random';
import type { Row } from './world';

/** The fields that the convention rules, in order. */
export function ruledFields(convention: Convention): readonly ImputationField[] {
  return IMPUTATION_FIELDS.filter((field) => convention.imputation.some((rule) => rule.field === field));
}

/** The code of a field on an envelope, exactly as the convention gives it. */
export function codeOf(convention: Convention, envelope: Envelope, field: ImputationField): string {
  const rule = convention.imputation.find(
    (one) => one.field === field && (one.envelope ?? envelope.code) === envelope.code,
  );
  return rule ? written(rule) : '';
}

/** The rule behind it. */
export function ruleOf(convention: Convention, envelope: Envelope, field: ImputationField): ImputationRule | undefined {
  return convention.imputation.find((one) => one.field === field && (one.envelope ?? envelope.code) === envelope.code);
}

/** Every ruled code of a row. */
export function codesOf(convention: Convention, envelope: Envelope, random: Random): Row {
  const row: Row = {};
  for (const field of ruledFields(convention)) row[field] = spelt(field, codeOf(convention, envelope, field), random);
  return row;
}

function written({ field, value }: ImputationRule): string {
  if (!isPattern(value)) return value;
  return value.replaceAll('?', 'A').replace('*', field === 'functionalDomain' ? '01' : 'C001');
}

function spelt(field: ImputationField, code: string, random: Random): CellValue {
  if (!random.chance(0.15)) return code;
  switch (field) {
    case 'programme':
      return random.pick<CellValue>([code.replace(/^0/, ''), Number(code)]);
    case 'ministerialAxis1':
      return Number(code);
    case 'ministerialAxis2':
      return random.pick([code.toLowerCase(), code.toUpperCase(), ` ${code} `, code.replaceAll(' ', '-')]);
    case 'costCentre':
    case 'activity':
      return random.pick([`BG00/${code}`, `${code} `]);
    case 'functionalDomain':
    case 'financialCentre':
      return random.pick([code.toLowerCase(), code.replaceAll('-', '\u2011'), code.replaceAll('-', '\u2013')]);
  }
}
