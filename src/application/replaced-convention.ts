/** The convention of a workbook that another one, named by the user, replaces: its registers are in no figure. */
import { OurTable } from '../workbook/registers/our-tables';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { TABLES } from '../workbook/workbook-names';
import type { Dossier } from './dossier';

/** A register that is not used, and its number of rows. */
export interface ReplacedRegister {
  readonly table: string;
  readonly rows: number;
}

const REGISTERS = ['movements', 'fungibility', 'partCeilings', 'rap', 'duties', 'requests'] as const;

/** True when the workbook has a convention of its own. */
export function hasOwnConvention(workbook: WorkbookSnapshot): boolean {
  return OurTable.find(workbook, 'convention') !== null || OurTable.find(workbook, 'envelopes') !== null;
}

/** The registers of the replaced convention that have rows; null when none is replaced. */
export function replacedRegisters({
  workbook,
  conventionFrom,
}: Pick<Dossier, 'workbook' | 'conventionFrom'>): readonly ReplacedRegister[] | null {
  if (conventionFrom === 'workbook' || !hasOwnConvention(workbook)) return null;
  return REGISTERS.map((id) => ({
    table: TABLES[id],
    rows: OurTable.find(workbook, id)?.rows().length ?? 0,
  })).filter(({ rows }) => rows > 0);
}
