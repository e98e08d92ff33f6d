/**
 * The programme behind each code of a row, and the codes that contradict it: the first four digits of the domaine
 * fonctionnel, of the centre financier and of the activité are those of one programme, on which the credits are voted
 * (LOLF art. 7).
 */
import { programmeOf } from '../../../imputation/chorus-codes';
import type { CodeReading, ImputationField } from '../../../imputation/imputation';

/** A well-formed code that gives its programme. */
export interface ProgrammedCode {
  readonly field: ImputationField;
  readonly raw: string;
  readonly programme: string;
  /** True when the convention allows the code. */
  readonly isAllowed: boolean;
}

/** A code whose programme is not that of the row. */
export interface Contradiction {
  readonly field: ImputationField;
  readonly raw: string;
  readonly programme: string;
  readonly expectedProgramme: string;
}

/** The programme of a code cell; null when the field has none or the code is not well formed. */
export function programmedCode(
  field: ImputationField,
  reading: CodeReading,
  isAllowed: boolean,
): ProgrammedCode | null {
  if (reading.kind !== 'code' && reading.kind !== 'zeroLost') return null;
  const programme = programmeOf(field, reading.canonical);
  return programme === null ? null : { field, raw: reading.raw, programme, isAllowed };
}

/**
 * The codes of a row that contradict the others. None when the others are of a programme that the convention does not
 * use, or when none of them is allowed: then each of them is a fault by itself.
 */
export function findContradictions(
  codes: readonly ProgrammedCode[],
  conventionProgrammes: ReadonlySet<string>,
): readonly Contradiction[] {
  const expectedProgramme = programmeOfRow(codes, conventionProgrammes);
  if (expectedProgramme === null || (conventionProgrammes.size > 0 && !conventionProgrammes.has(expectedProgramme)))
    return [];
  const isAllowedThere = codes.some((code) => code.programme === expectedProgramme && code.isAllowed);
  return codes
    .filter((code) => code.programme !== expectedProgramme && (!code.isAllowed || isAllowedThere))
    .map(({ field, raw, programme }) => ({ field, raw, programme, expectedProgramme }));
}

/**
 * The programme of most codes; on a tie, that of a code that the convention allows (the first in the order of the
 * fields), else the convention's own; null when nothing decides.
 */
function programmeOfRow(codes: readonly ProgrammedCode[], conventionProgrammes: ReadonlySet<string>): string | null {
  const counts = new Map<string, number>();
  for (const { programme } of codes) counts.set(programme, (counts.get(programme) ?? 0) + 1);
  if (counts.size < 2) return null;
  const most = Math.max(...counts.values());
  const leaders = [...counts.keys()].filter((programme) => counts.get(programme) === most);
  if (leaders.length === 1) return leaders[0] ?? null;
  const allowed = codes.find((code) => code.isAllowed && leaders.includes(code.programme));
  const ofConvention = leaders.filter((programme) => conventionProgrammes.has(programme));
  return allowed?.programme ?? (ofConvention.length === 1 ? (ofConvention[0] ?? null) : null);
}
