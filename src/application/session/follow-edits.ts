/**
 * Controls that follow a workbook from one reading to the next: when the convention, the columns and the totals are the
 * same, only the rows that differ are judged again; any other difference, or many rows at once, is a whole run. What is
 * said is the same either way.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { LiveControls } from '../../domain/controls/live-controls';
import type { Ledger, LedgerRow } from '../../domain/envelopes/ledger';
import { control, dossierAt, reportOf } from '../control';
import type { ControlReport, Dossier } from '../dossier';
import type { Timers } from '../ports';

/** Beyond, a whole run costs less than following. */
const MOST_EDITS = 200;
/**
 * From so many rows on, what edits need is prepared in stages while nothing else happens: the first edit would keep the
 * pane waiting.
 */
const LARGE = 5_000;
/** Once the pane has shown what was read. */
const PAUSE = 250;

type Edit = readonly [LedgerRow | null, LedgerRow | null];

/** Remembers the last reading; one for each session. */
export class EditFollower {
  private last: { readonly dossier: Dossier; readonly asOf: CivilDate } | null = null;
  private live: LiveControls | null = null;
  private cancelPreparation: (() => void) | null = null;

  /**
   * `large`: the number of rows from which an edit is followed only once that is prepared, and is a whole run until
   * then.
   */
  constructor(
    private readonly timers: Timers,
    private readonly large = LARGE,
  ) {}

  /** What `controlledAt` says. */
  controlledAt(opened: Dossier, asOf: CivilDate): { readonly dossier: Dossier; readonly report: ControlReport } {
    const dossier = dossierAt(opened, asOf);
    const edits = this.last?.asOf === asOf ? editsBetween(this.last.dossier, dossier) : null;
    if (!edits) this.live = null;
    else if (edits.length > 0) this.live ??= this.preparedAtOnce();
    this.last = { dossier, asOf };
    if (!this.live || !edits) {
      this.prepareSoon(dossier, asOf);
      return { dossier, report: control(dossier, asOf) };
    }
    for (const [before, after] of edits) this.live.replaceRow(before, after);
    return { dossier, report: reportOf(dossier, asOf, this.live.findings, this.live.balancesNow()) };
  }

  private preparedAtOnce(): LiveControls | null {
    if (!this.last || this.last.dossier.ledger.rows.length >= this.large) return null;
    return LiveControls.of(this.last.dossier.ledger, this.last.dossier.convention, this.last.asOf);
  }

  /** One stage at a time; another reading begins anew. */
  private prepareSoon({ ledger, convention }: Dossier, asOf: CivilDate): void {
    this.cancelPreparation?.();
    this.cancelPreparation = null;
    if (ledger.rows.length < this.large) return;
    const stages = LiveControls.inStages(ledger, convention, asOf);
    const next = (): void => {
      const stage = stages.next();
      if (stage.done) this.live = stage.value;
      this.cancelPreparation = stage.done ? null : this.timers.after(0, next);
    };
    this.cancelPreparation = this.timers.after(PAUSE, next);
  }
}

/** The rows that differ; null when something else does, or too many of them. */
function editsBetween(before: Dossier, after: Dossier): readonly Edit[] | null {
  const frame = ({ convention, ledger: { totals, fields, headings, hidden } }: Dossier): unknown => [
    convention,
    totals,
    fields,
    headings,
    hidden,
  ];
  return isSame(frame(before), frame(after)) ? editedRows(before.ledger, after.ledger) : null;
}

function editedRows(before: Ledger, after: Ledger): readonly Edit[] | null {
  const edits: Edit[] = [];
  let [old, now] = [0, 0];
  while ((old < before.rows.length || now < after.rows.length) && edits.length <= MOST_EDITS) {
    const [was, is] = [before.rows[old] ?? null, after.rows[now] ?? null];
    const order = (was?.key ?? Number.POSITIVE_INFINITY) - (is?.key ?? Number.POSITIVE_INFINITY);
    if (order <= 0 || !is) old++;
    if (order >= 0 || !was) now++;
    if (order < 0) edits.push([was, null]);
    else if (order > 0) edits.push([null, is]);
    else if (!isSame(was, is)) edits.push([was, is]);
  }
  return edits.length > MOST_EDITS ? null : edits;
}

/** True when two pieces of plain data say the same. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (one instanceof Map || one instanceof Set) {
    return (other instanceof Map || other instanceof Set) && isSame([...one], [...other]);
  }
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  const [own, others] = [one as Readonly<Record<string, unknown>>, other as Readonly<Record<string, unknown>>];
  return keys.every((key) => key in others && isSame(own[key], others[key]));
}
