/** English words of a comparison. */
import type { COMPARISON as FRENCH } from '../fr/comparison';
import { en } from '../typography';

export const COMPARISON: typeof FRENCH = {
  colon: ': ',
  semicolon: '; ',
  figures: {
    allocated: en`Allocated`,
    consumed: en`Consumed`,
    reserved: en`Reserved`,
    remaining: en`Remaining`,
    available: en`Available`,
    outstanding: en`Outstanding`,
  },
  noPoste: en`Without budget line`,
  causes: {
    added: en`rows added`,
    removed: en`rows removed`,
    amount: en`amounts changed`,
    date: en`dates changed`,
    status: en`statuses changed`,
    envelope: en`envelopes changed`,
    poste: en`budget lines changed`,
    otherCells: en`other cells changed`,
    decommitments: en`decommitments`,
    period: en`operations between the two dates`,
    lastYear: en`operations of the previous credit year`,
    terms: en`terms of the convention or earlier EJ`,
    initial: en`initial allocation`,
    amendment: en`amendments`,
    transfer: en`transfers`,
    carryOver: en`carry-overs`,
    restoration: en`restorations`,
    freeze: en`freezes`,
    committed: en`AE committed`,
    decommitted: en`decommitments`,
    paid: en`CP paid`,
    bound: en`part above the largest amount shown`,
  },
  moves: {
    allocated: { up: en`more allocated`, down: en`less allocated` },
    consumed: { up: en`more consumed`, down: en`less consumed` },
    reserved: { up: en`more reserved`, down: en`less reserved` },
  },
  kinds: { added: en`Added`, removed: en`Removed`, changed: en`Changed`, dated: en`Counted otherwise` },
  statuses: { firm: en`firm`, project: en`draft`, cancelled: en`cancelled` },
  rows: ({ added, removed, changed, dated, unchanged }) =>
    en`Rows of the ledger. Added: ${added}; removed: ${removed}; changed: ${changed}; unchanged but counted otherwise: ${dated}; unchanged: ${unchanged}`,
  findings: ({ came, went, changed, kept }) =>
    en`Findings. New: ${came}; gone: ${went}; changed: ${changed}; still there: ${kept}`,
  came: en`New findings`,
  went: en`Findings that are gone`,
  changed: en`Findings that changed`,
  formerly: (found) => en`Before: ${found}`,
  sameFinding: en`the same finding`,
  terms: en`Terms of the convention that changed`,
  absent: en`(absent)`,
  present: en`(present)`,
  otherConvention: (before, after) =>
    en`The two situations are of different conventions (${before}; ${after}): the differences are not those of one convention.`,
  noChange: en`No difference.`,
  empty: en`(empty)`,
};
