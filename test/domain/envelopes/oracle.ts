/**
 * The figures of a ledger computed a second time, naively: big integers, ISO dates compared as text, one loop per
 * figure over facts that the test made up itself. It imports nothing of the product.
 */
export interface RowFact {
  /** The envelope that the row is really on; null when its axe 2 names none. */
  readonly envelope: string | null;
  /** The poste that it is really on; null when it names none of that envelope. */
  readonly line: number | null;
  readonly status: 'firm' | 'project' | 'cancelled';
  /** Its EJ is of the RAP list. */
  readonly onEarlierEj: boolean;
  /** The codes and the poste as typed, which order equal retraits of an EJ. */
  readonly words: string;
  /** Which EJ it bears on. */
  readonly ej: string;
  /** « Gestion anticipée » (LOLF, art. 9). */
  readonly anticipated: boolean;
  readonly ae: bigint | null;
  readonly cp: bigint | null;
  readonly amountsReadable: boolean;
  readonly aeReadable: boolean;
  readonly committed: string | null;
  readonly service: string | null;
  readonly paid: string | null;
}

export interface MovementFact {
  readonly type: 'amendment' | 'transfer' | 'carryOver' | 'freeze' | 'restoration';
  readonly from: string | null;
  readonly to: string | null;
  readonly nature: 'AE' | 'CP';
  readonly cents: bigint;
  readonly date: string | null;
  readonly authorised: string | null;
}

export interface EnvelopeFact {
  readonly code: string;
  readonly AE: bigint;
  readonly CP: bigint;
  readonly rap: bigint;
  readonly lines: readonly { readonly index: number; readonly cents: bigint }[];
}

export interface World {
  readonly year: number;
  readonly asOf: string;
  /** A legal basis lets the retraits on earlier EJ free AE (GBCP art. 160). */
  readonly recycles: boolean;
  /** Restes à payer listed for the earlier EJ. */
  readonly listed: bigint;
  readonly envelopes: readonly EnvelopeFact[];
  readonly movements: readonly MovementFact[];
  readonly rows: readonly RowFact[];
}

export interface OracleFigures {
  /** Null for a poste without CP of its own. */
  readonly allocated: bigint | null;
  readonly consumed: bigint;
  readonly reserved: bigint;
}

function total(amounts: readonly bigint[]): bigint {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
}

function countedRows(world: World, envelope: string): readonly RowFact[] {
  const rows = world.rows.filter((row) => row.envelope === envelope && row.status !== 'cancelled');
  return rows.map(withReadAmounts);
}

const READ = new WeakMap<RowFact, RowFact>();

/** The row with the amount that is read, of one with another that is not; the same object each time. */
function withReadAmounts(row: RowFact): RowFact {
  if (row.amountsReadable) return row;
  const read = READ.get(row) ?? { ...row, ...(row.aeReadable ? { cp: null } : { ae: null }) };
  READ.set(row, read);
  return read;
}

/** Signed in the credit year and by the day; without a date, signed. */
function isSigned(world: World, row: RowFact): boolean {
  if (row.status !== 'firm') return false;
  if (row.committed === null) return true;
  return isOfCredits(world, row) && row.committed <= world.asOf;
}

/** Dated in the year, or in advance in the last two months before it. */
function isOfCredits({ year }: World, { committed, anticipated }: RowFact): boolean {
  const [of, month] = [(committed ?? '').slice(0, 4), (committed ?? '').slice(5, 7)];
  return of === `${year}` || (anticipated && of === `${year - 1}` && ['11', '12'].includes(month));
}

/** A signed commitment of some row was made on the same EJ, before the year and not in advance. */
function isCommittedEarlier(world: World, ej: string): boolean {
  const makes = (row: RowFact): boolean =>
    row.ej === ej && row.status === 'firm' && row.aeReadable && row.ae !== null && row.ae > 0n;
  return world.rows.some(
    (row) => makes(row) && row.committed !== null && row.committed < `${world.year}` && !isOfCredits(world, row),
  );
}

function isEarlierRetrait(world: World, row: RowFact): boolean {
  if (row.ae === null || row.ae >= 0n || world.recycles) return false;
  return row.onEarlierEj || isCommittedEarlier(world, row.ej);
}

/**
 * The AE that a row withdraws or commits: a retrait takes what its EJ still holds. The signed retraits come first, from
 * the oldest to the last, those without a date after them; then the others, which may also take from what is a project.
 * Those of a day come from the smallest to the largest, equal ones by their words, those in advance last.
 */
function countedAe(world: World, row: RowFact): bigint {
  const ofEj = world.rows.filter(({ ej, status }) => ej === row.ej && status !== 'cancelled');
  if (row.ae === null || row.ae >= 0n || ofEj.some(({ aeReadable }) => !aeReadable)) return row.ae ?? 0n;
  const isKnownBy = ({ committed }: RowFact): boolean => committed === null || committed <= world.asOf;
  const holds = (status: RowFact['status'], isIn: (one: RowFact) => boolean): bigint =>
    total(ofEj.filter((one) => one.status === status && isIn(one)).map(({ ae }) => (ae !== null && ae > 0n ? ae : 0n)));
  let left = holds('firm', isKnownBy) + (row.onEarlierEj ? world.listed : 0n);
  for (const status of ['firm', 'project'] as const) {
    if (status === 'project') left += holds('project', () => true);
    const retraits = ofEj.filter((one) => one.status === status && one.ae !== null && one.ae < 0n);
    const inTurn = retraits.filter((one) => status === 'project' || isKnownBy(one));
    inTurn.sort(
      (one, other) =>
        inTextOrder(one.committed ?? '~', other.committed ?? '~') ||
        Number((other.ae ?? 0n) - (one.ae ?? 0n)) ||
        inTextOrder(one.words, other.words) ||
        Number(one.anticipated) - Number(other.anticipated),
    );
    for (const one of inTurn) {
      const taken = -(one.ae ?? 0n) < left ? -(one.ae ?? 0n) : left;
      if (withReadAmounts(one) === row) return -taken;
      left -= taken;
    }
  }
  return 0n;
}

function inTextOrder(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function isPaid(world: World, row: RowFact): boolean {
  return row.paid !== null && row.paid <= world.asOf;
}

/** Paid by the day, in the year. */
function isPaidInYear(world: World, row: RowFact): boolean {
  return isPaid(world, row) && (row.paid ?? '').startsWith(`${world.year}-`);
}

/** The ledger keeps earlier years: an EJ committed before the year was served or paid before it too. */
function keepsEarlierYears(world: World): boolean {
  const isBefore = (day: string | null): boolean => day !== null && day < `${world.year}`;
  return world.rows.some(
    (row) =>
      row.status !== 'cancelled' && (isBefore(row.paid) || isBefore(row.service)) && isCommittedEarlier(world, row.ej),
  );
}

function isDue(world: World, row: RowFact): boolean {
  if (isPaid(world, row)) return false;
  const paymentToCome = row.paid !== null && row.paid > world.asOf;
  const serviceToCome = row.service !== null && row.service > world.asOf;
  return !(paymentToCome && serviceToCome);
}

/** A project of the year, or of one that is over: it can be signed on these credits alone. */
function isReserved(world: World, row: RowFact): boolean {
  if (row.status !== 'project') return false;
  return row.committed === null || row.committed < `${world.year}` || isOfCredits(world, row);
}

/** The delegated amounts of the postes are CP too where they make those of the envelope, less the opening RAP. */
function linesMakeCp(world: World, envelope: string): boolean {
  const found = world.envelopes.find(({ code }) => code === envelope);
  return found !== undefined && total(found.lines.map(({ cents }) => cents)) === found.CP - found.rap;
}

/** AE and CP of an envelope, or of one of its postes. */
export function figuresByOracle(
  world: World,
  envelope: string,
  line: number | null,
  nature: 'AE' | 'CP',
): OracleFigures {
  const rows = countedRows(world, envelope).filter((row) => line === null || row.line === line);
  const allocated =
    line === null
      ? allocatedByOracle(world, envelope, nature)
      : nature === 'AE' || linesMakeCp(world, envelope)
        ? lineOf(world, envelope, line)
        : null;
  if (nature === 'AE') {
    const own = rows.filter((row) => !isEarlierRetrait(world, row));
    return {
      allocated,
      consumed: total(own.filter((row) => isSigned(world, row)).map((row) => countedAe(world, row))),
      reserved: total(own.filter((row) => isReserved(world, row)).map(({ ae }) => raising(ae))),
    };
  }
  const own = line === null ? rows : rows.filter((row) => !isOnRap(world, row));
  return {
    allocated,
    consumed: total(own.filter((row) => isPaidInYear(world, row)).map((row) => row.cp ?? 0n)),
    reserved: total(
      own.filter((row) => isDue(world, row)).map(({ cp, status }) => (status === 'project' ? raising(cp) : (cp ?? 0n))),
    ),
  };
}

/** The amount of a project: nothing unsigned gives credits back. */
function raising(cents: bigint | null): bigint {
  return cents !== null && cents > 0n ? cents : 0n;
}

/** The signed rows of an EJ, by the day and whatever the year, that commit something and are counted. */
function commitmentsOf(world: World, ej: string): readonly RowFact[] {
  const isKnownBy = ({ committed }: RowFact): boolean => committed === null || committed <= world.asOf;
  return world.envelopes
    .flatMap(({ code }) => countedRows(world, code))
    .filter((row) => row.ej === ej && row.status === 'firm' && isKnownBy(row) && (row.ae ?? 0n) > 0n);
}

function isDatedEarlier({ year }: World, { committed, anticipated }: RowFact): boolean {
  return committed !== null && committed < `${year}` && !anticipated;
}

/** The envelope that the listed EJ is on. */
function ownerOfListed(world: World): string | undefined {
  const withRap = world.envelopes.filter(({ rap }) => rap > 0n);
  if (withRap.length === 1) return withRap[0]?.code;
  const candidates = withRap.length > 0 ? withRap : world.envelopes;
  return candidates.find(({ code }) => countedRows(world, code).some(({ onEarlierEj }) => onEarlierEj))?.code;
}

/** A signed amount of AE of the EJ, by the day, cannot be read: its payments prove nothing. */
function hasUnreadAe(world: World, ej: string): boolean {
  const isKnownBy = ({ committed }: RowFact): boolean => committed === null || committed <= world.asOf;
  return world.rows.some((row) => row.ej === ej && row.status === 'firm' && isKnownBy(row) && !row.aeReadable);
}

/** By EJ: start + committed − withdrawn − paid; and the opening RAP that nothing names, down to 0. */
export function outstandingByOracle(world: World, envelope: string): bigint {
  const [rows, newYear] = [countedRows(world, envelope), `${world.year}-01-01`];
  const rap = world.envelopes.find(({ code }) => code === envelope)?.rap ?? 0n;
  const isOwner = ownerOfListed(world) === envelope;
  let sum = 0n;
  let unnamed = rap - (isOwner ? world.listed : 0n);
  const isHolding = rows.some((row) => commitmentsOf(world, row.ej).includes(row) && isDatedEarlier(world, row));
  if (unnamed < 0n || (isHolding && keepsEarlierYears(world))) unnamed = 0n;
  const isOpen = unnamed > 0n; // else a payment given back on an EJ that nothing knows makes no debt
  for (const ej of new Set([...rows.map((row) => row.ej), '2101000001'])) {
    const own = rows.filter((row) => row.ej === ej);
    const isListed = ej === '2101000001';
    const starts = isListed && isOwner && !commitmentsOf(world, ej).some((row) => isDatedEarlier(world, row));
    const counts = (day: string | null): boolean => day === null || !starts || day >= newYear;
    const committed = own.filter((row) => row.status === 'firm' && (row.committed ?? '') <= world.asOf);
    const paid = own.filter((row) => isPaid(world, row) && counts(row.paid));
    if (isListed || commitmentsOf(world, ej).length > 0 || hasUnreadAe(world, ej)) {
      const made = total(committed.filter((row) => counts(row.committed)).map((row) => countedAe(world, row)));
      const left = (starts ? world.listed : 0n) + made - total(paid.map((row) => row.cp ?? 0n));
      sum += left < 0n && !starts && hasUnreadAe(world, ej) ? 0n : left;
    } else unnamed -= total(paid.filter((row) => (row.paid ?? '') >= newYear).map((row) => row.cp ?? 0n));
  }
  return sum + (isOpen && rap > 0n && unnamed > 0n ? unnamed : 0n);
}

/**
 * Its EJ draws on the opening RAP: that of the list or, where the ledger keeps earlier years, one of them with a row on
 * an envelope that has an opening RAP.
 */
function isOnRap(world: World, { ej, onEarlierEj }: RowFact): boolean {
  if (onEarlierEj) return true;
  const withRap = world.envelopes.filter(({ rap }) => rap > 0n);
  const isOfThem = withRap.some(({ code }) => countedRows(world, code).some((row) => row.ej === ej));
  return isOfThem && isCommittedEarlier(world, ej) && keepsEarlierYears(world);
}

/** CP paid in the year on the EJ of the opening RAP. */
export function rapPaidByOracle(world: World, envelope: string): bigint {
  return total(
    countedRows(world, envelope)
      .filter((row) => isOnRap(world, row) && isPaidInYear(world, row))
      .map((row) => row.cp ?? 0n),
  );
}

/** Positions of the rows of which an amount counts for nothing, and that are not struck out. */
export function uncheckedByOracle(world: World): readonly number[] {
  return world.rows.flatMap((row, position) =>
    row.status !== 'cancelled' && (row.envelope === null || !row.amountsReadable) ? [position] : [],
  );
}

function lineOf(world: World, envelope: string, line: number): bigint {
  return world.envelopes.find(({ code }) => code === envelope)?.lines.find(({ index }) => index === line)?.cents ?? 0n;
}

function allocatedByOracle(world: World, envelope: string, nature: 'AE' | 'CP'): bigint {
  let sum = world.envelopes.find(({ code }) => code === envelope)?.[nature] ?? 0n;
  for (const movement of world.movements) {
    const inEffect = movement.date !== null && movement.date <= world.asOf;
    const transferAllowed =
      movement.authorised !== null &&
      movement.authorised <= world.asOf &&
      movement.from !== null &&
      movement.to !== null &&
      movement.from !== movement.to &&
      movement.cents > 0n;
    if (movement.nature !== nature || !inEffect || (movement.type === 'transfer' && !transferAllowed)) continue;
    const size = movement.cents < 0n ? -movement.cents : movement.cents;
    if (movement.type === 'freeze') {
      if ((movement.from ?? movement.to) === envelope) sum -= size;
      continue;
    }
    const isOfOne = movement.from === null || movement.to === null || movement.from === movement.to;
    if ((movement.type === 'carryOver' || movement.type === 'restoration') && !isOfOne) continue;
    if (movement.type === 'restoration' && movement.to === null) {
      if (movement.from === envelope) sum += movement.cents;
      continue;
    }
    const moved = movement.from === null || movement.type === 'transfer' ? movement.cents : size;
    if (movement.to === envelope) sum += moved;
    if (movement.from === envelope) sum -= moved;
  }
  return sum;
}
