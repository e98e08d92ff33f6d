/**
 * Opens a workbook file. It is read whole at once: what follows cannot fail for a reason that opening would have
 * shown. Writing splices the parts that a plan changes and copies every other one as it is.
 */
import type { Failure } from '../../workbook/failure';
import type { Result } from '../../domain/result';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { type Codec, PORTABLE_CODEC } from './package/codec';
import { XlsxPackage } from './package/package';
import { guarded } from './package/refusal';
import { assertSound } from './package/soundness';
import { type CalculationState, type OpenedWorkbook, readPackage } from './read/opened-workbook';
import { applyPlan } from './write/apply-plan';
import type { FilePlan } from './write/file-steps';

/** Opens a workbook; refuses with the reason a file that is not one, is encrypted, is damaged or is too large. */
export function openXlsx(bytes: Uint8Array, codec: Codec = PORTABLE_CODEC): Result<XlsxFile, Failure> {
  return guarded(() => new XlsxFile(bytes, codec));
}

export class XlsxFile {
  readonly calculation: CalculationState;
  private readonly opened: OpenedWorkbook;

  /** Use `openXlsx`. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly codec: Codec,
  ) {
    const { opened, calculation } = readPackage(new XlsxPackage(bytes, codec));
    this.opened = opened;
    this.calculation = calculation;
  }

  /** The workbook as opened. */
  read(): WorkbookSnapshot {
    return this.opened.snapshot;
  }

  /** A new file with the plan carried out, or the reason why not. This object does not change. */
  apply(plan: FilePlan): Result<Uint8Array, Failure> {
    return guarded(() => {
      const parts = new XlsxPackage(this.bytes, this.codec);
      applyPlan({ ...this.opened, parts }, plan);
      assertSound(parts, this.opened.parts);
      return parts.toBytes();
    });
  }
}
