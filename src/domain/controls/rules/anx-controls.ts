/** ANX: the annexes, the envelopes and the convention add up. */
import type { Control } from '../control-contract';
import { linesAndEnvelope } from './anx-01-lines-and-envelope';
import { envelopesAndConvention } from './anx-02-envelopes-and-convention';
import { announcedShare } from './anx-03-announced-share';

/** In reading order. */
export const annexControls: readonly Control[] = [linesAndEnvelope, envelopesAndConvention, announcedShare];
