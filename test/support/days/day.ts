/**
 * A simulated day: steps drawn from a seed, each with a chance of its own, so that a failing day is replayed and made
 * shorter by leaving steps out. After each quiet moment, what the add-in shows is compared with the truth.
 */
import { functionsFile } from '../../../scripts/function-metadata';
import type { FunctionsFile } from '../../../workbench/host/custom-functions/metadata';
import type { Fault, RefusalName } from '../../../workbench/host/faults';
import type { Grid, GridValue, GridWorkbook } from '../../../workbench/host/grid';
import { Host } from '../../../workbench/host/host';
import { createHeadlessGrid } from '../../../workbench/host/univer/headless';
import { Random } from '../worlds/random';
import { Auditor, type AuditCounts } from './auditor';
import { COMMANDS_OF_DAY } from './commands-of-day';
import { GESTURES_ON_CELLS, ledgerOf, originOf, shortenLedger, visibleSheets, type Scene } from './gestures-of-people';
import { GESTURES_OF_STRUCTURE } from './gestures-of-structure';
import { PlainGrid } from '../grid/plain-grid';
import { PERIOD, Runtime } from './runtime';
import { CALLS, DASHBOARD_SHEET, worldOfDay } from './world-of-day';
import { shownAnswer, trueAnswer, truthOf, untrueIn } from './truth';
import { VirtualTime } from './virtual-time';

/**
 * The Excel of a day, by its requirement sets; every set is supported when null. `CustomFunctions` is between Excel and
 * its client: the form of the results, of which the host knows the present one.
 */
export const EXCELS = {
  'LTSC 2021': { ExcelApi: '1.14', SharedRuntime: '1.1', CustomFunctionsRuntime: '1.3', CustomFunctions: '1.7' },
  'LTSC 2024': { ExcelApi: '1.17', SharedRuntime: '1.2', CustomFunctionsRuntime: '1.4', CustomFunctions: '1.7' },
  current: null,
} as const;

export type ExcelName = keyof typeof EXCELS;

/** An event of the day by name, and the seed of its details. */
export interface Step {
  readonly what: string;
  readonly seed: number;
}

/** Three days in a row have each Excel once. */
export function excelOfDay(seed: number): ExcelName {
  const names = Object.keys(EXCELS) as ExcelName[];
  return names[seed % names.length] ?? 'current';
}

export interface DayReport {
  readonly seed: number;
  readonly excel: ExcelName;
  readonly steps: number;
  /** Empty when nothing is wrong; else with the number of the step where each was found. */
  readonly violations: readonly string[];
  readonly counts: AuditCounts & { readonly quiet: number; readonly kills: number; readonly faults: number };
}

const GESTURES = { ...GESTURES_ON_CELLS, ...GESTURES_OF_STRUCTURE };
const OTHERS = { quiet: 12, fault: 8, kill: 2.5, editMode: 3, back: 1, show: 1, pass: 8 } as const;
/** Milliseconds: longer than any delay of the add-in, and of the client after a slow answer. */
const QUIET_TIME = 40_000;
/** Cells that a regular check compares: an edit that nothing announced is found once the checks have met all cells. */
const CELLS_OF_CHECK = 10_000;
/** Bytes of one request, day after day: two days in three cut their plans. */
const REQUEST_BYTES = [undefined, 8_000, 30_000] as const;
/** Event handlers of one runtime, and references that Excel keeps between two requests. */
const MOST_HANDLERS = 16;
const MOST_KEPT = 40;
const MOST_ROUNDS = 4_000;
/** Timers that fire before a person leaves the cell that a command waits for. */
const PATIENCE = 12;

/** The steps of a day. */
export function stepsOfDay(seed: number, count: number): Step[] {
  const random = new Random(seed);
  const drawn: (readonly [string, number])[] = [
    ...Object.entries(GESTURES).map(([name, { weight }]) => [`people ${name}`, weight] as const),
    ...Object.entries(COMMANDS_OF_DAY).map(([name, { weight }]) => [`addin ${name}`, weight] as const),
    ...Object.entries(OTHERS),
  ];
  const total = drawn.reduce((sum, [, weight]) => sum + weight, 0);
  return Array.from({ length: count }, () => {
    let at = random.next() * total;
    const [what] = drawn.find(([, weight]) => (at -= weight) < 0) ?? drawn[0]!;
    return { what, seed: random.whole(0, 2 ** 31 - 1) };
  });
}

/** Lives a day; `kept`: the numbers of the steps to do, all of them when absent. */
export async function liveDay(seed: number, count: number, kept?: readonly number[], most = 1): Promise<DayReport> {
  const day = await Day.begin(seed);
  const steps = stepsOfDay(seed, count);
  try {
    for (const index of kept ?? steps.keys()) {
      const step = steps[index];
      if (!step) continue;
      await day.live(step, index);
      if (day.violations.length >= most) break;
    }
    if (day.violations.length === 0) await day.end();
    return day.report(steps.length);
  } finally {
    day.dispose();
  }
}

class Day {
  private readonly time = new VirtualTime();
  private readonly host: Host;
  private readonly auditor: Auditor;
  private readonly scene: Scene;
  private runtime: Runtime | null = null;
  private messagesOfDead = 0;
  private readonly found: string[] = [];
  private readonly counts = { quiet: 0, kills: 0, faults: 0 };
  private step = 'start';
  private readonly onRejection = (reason: unknown): void => {
    this.found.push(`${this.step}: an unhandled rejection: ${reason instanceof Error ? reason.stack : String(reason)}`);
  };

  private constructor(
    private readonly seed: number,
    private readonly grid: Grid,
    private readonly excel: ExcelName,
  ) {
    this.host = new Host(grid, { wait: this.time.wait });
    if (this.excel !== 'current') this.host.model.weaknesses.add('writesVisibleRows');
    this.host.registerFunctions(JSON.parse(functionsFile('fr')) as FunctionsFile, 'ENVELOPE');
    this.auditor = new Auditor(grid, this.host);
    const reshaped = (sheetId: string): void => this.auditor.peopleReshaped(sheetId);
    const sorting = (change: () => void): void => this.auditor.whileSorting(change);
    this.scene = { grid, host: this.host, random: new Random(seed), undoLast: null, reshaped, sorting };
    process.on('unhandledRejection', this.onRejection);
  }

  static async begin(seed: number): Promise<Day> {
    const random = new Random(seed ^ 0x5eed);
    const day = new Day(seed, gridOf(seed, worldOfDay(random)), excelOfDay(seed));
    await day.start();
    return day;
  }

  get violations(): readonly string[] {
    return this.found;
  }

  report(steps: number): DayReport {
    const { seed, excel, found: violations } = this;
    return { seed, excel, steps, violations, counts: { ...this.auditor.counts, ...this.counts } };
  }

  dispose(): void {
    process.off('unhandledRejection', this.onRejection);
    this.runtime?.kill();
    this.auditor.dispose();
    this.host.dispose();
  }

  async live({ what, seed }: Step, index: number): Promise<void> {
    this.step = `step ${index} (${what})`;
    const random = new Random(seed);
    const [kind = '', name = ''] = what.split(' ');
    if (kind === 'people') this.gesture(name, random);
    else if (kind === 'addin') await this.command(name, random);
    else if (kind === 'quiet') await this.quiet();
    else if (kind === 'fault') this.fault(random);
    else if (kind === 'kill') await this.kill(random);
    else if (kind === 'editMode') this.host.faults.startCellEdit();
    else if (kind === 'back') this.host.activate();
    else if (kind === 'show') this.runtime?.show();
    else await this.pass(random.whole(0, 800));
    this.found.push(...this.auditor.violations.splice(0).map((text) => `${this.step}: ${text}`));
  }

  /** The last quiet moment, and a runtime that starts again on what the day left. */
  async end(): Promise<void> {
    this.step = 'the end';
    await this.quiet();
    await this.restart();
    await this.quiet();
    this.found.push(...this.auditor.violations.splice(0).map((text) => `${this.step}: ${text}`));
  }

  private gesture(name: string, random: Random): void {
    this.endCellEdit();
    Object.assign(this.scene, { random });
    this.grid.actingAs(originOf(random), () => GESTURES[name]?.act(this.scene));
  }

  private async command(name: string, random: Random): Promise<void> {
    const runtime = this.runtime ?? (await this.restart());
    if (random.chance(0.35)) this.fault(random);
    if (random.chance(0.08)) this.storm(random);
    if (random.chance(0.03))
      this.host.faults.at(random.whole(0, 14), { kind: 'act', act: () => runtime.session.stopWriting() });
    if (random.chance(0.1)) runtime.killAt(random.whole(4, 45), random.chance(0.5) ? 'before' : 'after');
    this.auditor.mayKeepSheets = name === 'undoKeeping';
    await this.finish(COMMANDS_OF_DAY[name]?.act(runtime.session, random) ?? Promise.resolve());
    this.noteBug(runtime);
  }

  /** A bug of ours that the session met. */
  private noteBug({ session }: Runtime): void {
    const { notice } = session.state();
    if (notice?.kind !== 'failed' || notice.failure.code !== 'internalError') return;
    this.found.push(`${this.step}: a bug: ${notice.failure.message}`);
    session.dismissNotice();
  }

  /** Several faults, one soon after another: what comes while the add-in rolls back, or gives an entry back. */
  private storm(random: Random): void {
    const first = random.whole(0, 14);
    const faults = random.whole(2, 5);
    for (let number = 0; number < faults; number++) this.fault(random, first + random.whole(0, 4));
  }

  private fault(random: Random, request = random.whole(0, 18)): void {
    this.counts.faults += 1;
    const kind = random.next();
    const fault: Fault =
      kind < 0.35
        ? { kind: 'act', act: () => this.typeWhereWeWrite(random) }
        : kind < 0.42
          ? { kind: 'act', act: () => this.moveRowsWhereWeWrite(random) }
          : kind < 0.5
            ? { kind: 'act', act: () => this.gesture(random.pick(Object.keys(GESTURES)), random) }
            : faultOf(this.grid, random);
    this.host.faults.at(request, fault);
  }

  /** Somebody types in a cell, or near it, that the plan under way writes. */
  private typeWhereWeWrite(random: Random): void {
    const cells = this.auditor.plannedCells();
    if (cells.length === 0) return;
    const { sheetId, row, column } = random.pick(cells);
    if (this.grid.sheet(sheetId)?.isProtected) return;
    const value = random.pick<GridValue>([`à garder ${this.counts.faults}`, 4_200 + this.counts.faults, '=moi', null]);
    const at = row + (random.chance(0.7) ? 0 : 1);
    this.grid.actingAs(originOf(random), () => this.grid.writeCells(sheetId, at, column, [[{ value }]]));
  }

  /** Somebody inserts or deletes a row above those that the plan under way writes. */
  private moveRowsWhereWeWrite(random: Random): void {
    const cells = this.auditor.plannedCells();
    if (cells.length === 0) return;
    const { sheetId, row } = random.pick(cells);
    if (this.grid.sheet(sheetId)?.isProtected !== false || row < 2) return;
    const isPlanned = cells.some((cell) => cell.sheetId === sheetId && cell.row === row - 1);
    this.grid.actingAs(originOf(random), () => {
      if (isPlanned || random.chance(0.6)) this.grid.insertRows(sheetId, row - 1, 1);
      else this.grid.deleteRows(sheetId, row - 1, 1);
    });
  }

  /** Killed at once, or at one of the next messages; the next command starts it again. */
  private async kill(random: Random): Promise<void> {
    if (!this.runtime) return;
    if (random.chance(0.3)) this.runtime.kill();
    else this.runtime.killAt(random.whole(1, 12), random.chance(0.5) ? 'before' : 'after');
    await this.buryDead();
  }

  private async start(): Promise<Runtime> {
    const requestBytes = REQUEST_BYTES[Math.floor(this.seed / Object.keys(EXCELS).length) % REQUEST_BYTES.length];
    const excel = { apiSets: EXCELS[this.excel] ?? undefined, requestBytes };
    const runtime = await Runtime.load(this.host, this.time, excel, this.auditor.tap);
    this.runtime = runtime;
    await this.finish(runtime.session.start());
    return runtime;
  }

  private async restart(): Promise<Runtime> {
    this.runtime?.kill();
    await this.buryDead();
    this.endCellEdit();
    this.host.faults.clear();
    const runtime = await this.start();
    this.auditor.checkInterrupted(runtime.session.state().undoable);
    return runtime;
  }

  private async buryDead(): Promise<void> {
    if (!this.runtime || this.runtime.isAlive) return;
    this.counts.kills += 1;
    this.messagesOfDead += this.runtime.messages;
    this.runtime = null;
    this.endCellEdit();
    await this.pass(0);
    // Excel carries out what it was slow to begin
    while (this.host.faults.isWaiting && this.time.fireNext(this.time.now + QUIET_TIME)) await this.still();
    this.auditor.runtimeKilled();
  }

  /** Nothing moves any more: what the add-in shows must be the truth. */
  private async quiet(): Promise<void> {
    this.counts.quiet += 1;
    this.endCellEdit();
    this.host.faults.clear();
    await this.pass(QUIET_TIME + PERIOD * Math.floor(this.cells() / CELLS_OF_CHECK));
    const { runtime } = this;
    if (!runtime) return;
    this.noteBug(runtime);
    const { activity, notice } = runtime.session.state();
    const truth = truthOf(this.grid, runtime.session.state().asOf);
    const found = [...untrueIn(runtime.session, truth), ...this.untrueCells(truth), ...this.leaks(runtime)];
    if (activity !== 'idle') found.push(`the session stays ${activity}`);
    const said = notice?.kind === 'failed' ? `, while the pane says ${notice.failure.code}` : '';
    this.found.push(...found.map((text) => `${this.step}: ${text}${said}`));
    this.grid.actingAs('user', () => shortenLedger(this.grid));
  }

  private cells(): number {
    const areas = this.grid.sheets().map(({ id }) => this.grid.usedArea(id, 'values'));
    return areas.reduce((sum, area) => sum + (area ? area.rows * area.columns : 0), 0);
  }

  /** Handlers, references and calls that grow. */
  private leaks({ streams }: Runtime): string[] {
    const { handlers, functions, model } = this.host;
    const found: string[] = [];
    if (handlers > MOST_HANDLERS) found.push(`${handlers} handlers of events`);
    if (model.keptCount > MOST_KEPT) found.push(`${model.keptCount} references kept`);
    if (streams.openCalls !== functions.openCalls)
      found.push(`${streams.openCalls} calls are open in the add-in, ${functions.openCalls} in Excel`);
    return found;
  }

  private untrueCells(truth: ReturnType<typeof truthOf>): string[] {
    const phase = this.runtime?.session.state().phase;
    if (phase?.kind === 'refused' && phase.workbook === null) return [];
    const dashboard = this.grid.sheets().find(({ name }) => name.startsWith(DASHBOARD_SHEET));
    const used = dashboard && this.grid.usedArea(dashboard.id, 'values');
    if (!dashboard || !used) return [];
    const values = this.grid.readValues(dashboard.id, used);
    return this.grid.readFormulas(dashboard.id, used).flatMap((line, r) =>
      line.flatMap((formula, c) => {
        const call = CALLS.find((one) => one.formula === formula);
        if (!call) return [];
        const [shown, real] = [shownAnswer(values[r]?.[c] ?? null), trueAnswer(call, truth)];
        return shown === real ? [] : [`${formula} shows ${shown}, the truth is ${real}`];
      }),
    );
  }

  private endCellEdit(): void {
    this.host.faults.endCellEdit();
  }

  /** Lets the time pass, and everything happen that is due by then. */
  private async pass(milliseconds: number): Promise<void> {
    const end = this.time.now + milliseconds;
    do await this.still();
    while (this.time.fireNext(end));
    this.time.moveTo(end);
    if (this.runtime && !this.runtime.isAlive) await this.buryDead();
  }

  /** Waits for a command: until it ends, or until the runtime is dead. */
  private async finish(work: Promise<void>): Promise<void> {
    let isDone = false;
    const { runtime } = this;
    work.then(
      () => (isDone = true),
      (error: unknown) => {
        isDone = true;
        this.found.push(`${this.step}: a command failed: ${error instanceof Error ? error.stack : String(error)}`);
      },
    );
    for (let round = 1; round < MOST_ROUNDS; round++) {
      await this.still();
      if (isDone) return;
      if (!runtime?.isAlive) return this.buryDead();
      const isIdle = !this.time.fireNext(this.time.now + QUIET_TIME);
      if (isIdle || round % PATIENCE === 0) this.endCellEdit(); // the person leaves the cell
    }
    this.found.push(`${this.step}: it never ends`);
  }

  /** Resolves when nothing moves without a timer. */
  private async still(): Promise<void> {
    for (;;) {
      const before = this.moves();
      let isSettled = false;
      void this.host.settled().then(() => (isSettled = true));
      while (!isSettled && !this.host.faults.isWaiting) await turn();
      await turn();
      await turn();
      if (this.moves() === before) return;
    }
  }

  private moves(): number {
    return this.messagesOfDead + (this.runtime?.messages ?? 0) + this.host.requests.length + this.time.fired;
  }
}

/** One day in a hundred has the engine of the workbench, which computes native formulas and is much slower. */
const ENGINE_EVERY = 100;

function gridOf(seed: number, contents: GridWorkbook): Grid {
  return seed % ENGINE_EVERY === 0 ? createHeadlessGrid(contents) : new PlainGrid(contents);
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const REFUSED: readonly RefusalName[] = [
  'cellEditMode',
  'sessionTimedOut',
  'dialogOpen',
  'activityLimit',
  'noPermission',
];

function faultOf(grid: Grid, random: Random): Fault {
  const visible = visibleSheets(grid);
  const { name: sheet } = random.chance(0.5) ? (ledgerOf(grid)?.sheet ?? random.pick(visible)) : random.pick(visible);
  return random.pick<() => Fault>([
    () => ({ kind: 'refuse', refusal: random.pick(REFUSED) }),
    () => ({ kind: 'refuse', refusal: random.pick(['requestTooLarge', 'responseTooLarge']) }),
    () => ({ kind: 'failAction', at: random.whole(0, 60), code: random.pick(['GeneralException', 'AccessDenied']) }),
    () => ({ kind: 'loseAnswer', refusal: random.pick(['sessionTimedOut', 'responseTooLarge']) }),
    () => ({ kind: 'renameSheet', sheet, to: `${sheet.slice(0, 20)} r${random.whole(1, 99)}` }),
    () => ({ kind: 'protectSheet', sheet }),
    () => ({
      kind: 'edit',
      sheet,
      address: `E${random.whole(2, 9)}`,
      value: random.whole(1, 999),
      remote: random.chance(0.5),
    }),
    () => ({
      kind: 'edit',
      sheet,
      address: `E${random.whole(2, 9)}`,
      value: random.whole(1, 999),
      remote: random.chance(0.5),
    }),
    () => ({ kind: 'insertRows', sheet, top: random.whole(1, 6), count: 1 }),
    () => ({ kind: 'slow', milliseconds: random.whole(500, 5_000) }),
    () => ({ kind: 'loseReferences' }),
  ])();
}
