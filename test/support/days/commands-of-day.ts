/** The commands that the user gives to the add-in in a simulated day, from the pane or the ribbon. */
import { reconcileDossier, type ReconciliationReport } from '../../../src/application/reconciliation/reconcile-dossier';
import type { DocumentId } from '../../../src/documents/document';
import type { Session } from '../../../src/application/session/session';
import type { NewRow } from '../../../src/application/writing/new-row';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Finding } from '../../../src/domain/controls/findings/finding';
import { parseArea } from '../../../src/workbook/cells';
import type { Random } from '../worlds/random';
import { freeze, generate } from '../excel/generate';
import { CALLS, extractText, HEADINGS, LEDGER_SHEET, NOTES_SHEET } from './world-of-day';

type Command = (session: Session, random: Random) => Promise<void>;

const SMALL: readonly DocumentId[] = ['reference', 'repartition', 'annexe1'];
const [RECEIVED, ANSWERED] = [isoDate('2023-05-02'), isoDate('2023-05-09')];
const SUBJECT = 'Redéploiement vers SF';
const FIRST_REQUEST = { table: 'requests', index: 0, label: SUBJECT, column: 'answeredOn' } as const;
const MIDDLE = isoDate('2023-06-30');
const FIRST_ROW = { top: 0, left: 0, rows: 1, columns: HEADINGS.length };
const GIVEN = { reason: 'Vu avec le délégant', author: 'C. Martin' };

/** The commands by name, with how often each is drawn. */
export const COMMANDS_OF_DAY: Readonly<Record<string, { readonly weight: number; readonly act: Command }>> = {
  refresh: { weight: 4, act: (session) => session.refresh() },
  initialise: { weight: 6, act: (session) => session.convention.initialise('dgefp-dge-2023') },
  startLedger: { weight: 1, act: (session) => session.convention.startLedger() },
  confirmColumns: {
    weight: 2,
    act: (session, random) =>
      session.convention.confirmColumns([
        { source: '', heading: 'Commentaire', field: random.chance(0.5) ? null : 'supplier' },
      ]),
  },
  generateOne: { weight: 8, act: (session, random) => generate(session, [random.pick(SMALL)]) },
  generateAll: { weight: 0.4, act: (session) => generate(session) },
  prepare: { weight: 3, act: (session, random) => session.documents.prepare([random.pick(SMALL)]) },
  preview: { weight: 1, act: (session, random) => session.documents.preview(random.pick(SMALL)) },
  discardPrepared: { weight: 0.5, act: (session) => Promise.resolve(session.documents.discardPrepared()) },
  compare: { weight: 1.5, act: (session) => session.documents.prepareComparison(MIDDLE, null) },
  addExtract: {
    weight: 2,
    act: (session, random) => session.extracts.add([{ name: 'Extrait', text: extractText(random) }]),
  },
  reconcile: { weight: 3, act: (session) => session.documents.prepareReconciliation(session.state().extracts) },
  acceptGap: { weight: 2, act: onGap((session, gap) => session.findings.acceptGap(gap, GIVEN)) },
  reopenGap: {
    weight: 1,
    act: onGap((session, gap, { accepted }) => session.findings.reopenGap(gap, accepted)),
  },
  writePrepared: { weight: 5, act: (session) => session.documents.writePrepared() },
  freeze: { weight: 1.5, act: (session, random) => freeze(session, [random.pick(SMALL)]) },
  repairAll: { weight: 8, act: (session) => session.findings.repairAll() },
  repairOne: { weight: 5, act: onFinding((session, seen) => session.findings.repair([seen])) },
  accept: { weight: 4, act: onFinding((session, seen) => session.findings.accept([seen], GIVEN)) },
  reopen: { weight: 2, act: onFinding((session, seen) => session.findings.reopen(seen)) },
  setAside: {
    weight: 2,
    act: (session, random) =>
      session.reading.setAside({ sheet: random.pick([NOTES_SHEET, LEDGER_SHEET]), area: null }, GIVEN),
  },
  addToLedger: { weight: 1, act: (session) => session.reading.addToLedger({ sheet: LEDGER_SHEET, area: null }) },
  nameHeadings: { weight: 1, act: (session) => session.reading.nameHeadings({ sheet: LEDGER_SHEET, area: FIRST_ROW }) },
  moveRegisters: { weight: 1.5, act: (session) => session.convention.moveRegisters() },
  addRow: { weight: 5, act: (session, random) => session.rows.add(newRow(random)) },
  setLists: { weight: 1, act: (session, random) => session.rows.setLists(random.chance(0.7)) },
  setStatusColumn: { weight: 2, act: (session, random) => session.rows.setStatusColumn(random.chance(0.7)) },
  addRequest: { weight: 2, act: (session) => session.duties.addRequest({ receivedOn: RECEIVED, subject: SUBJECT }) },
  answerRequest: { weight: 2, act: (session) => session.duties.setDate(FIRST_REQUEST, ANSWERED) },
  insertFormula: { weight: 2, act: (session, random) => session.formulas.insert(random.pick(CALLS).formula) },
  correctFormulas: { weight: 1, act: (session) => session.formulas.correct() },
  freezeFormulas: { weight: 0.3, act: (session) => session.formulas.freeze() },
  extendTable: { weight: 3, act: extendTable },
  undo: { weight: 10, act: (session) => session.undo() },
  undoDeleting: { weight: 1, act: (session) => session.undo('delete') },
  undoKeeping: { weight: 1, act: (session) => session.undo('keep') },
  keepInterrupted: { weight: 2, act: (session) => session.keepInterrupted() },
  chooseAsOf: {
    weight: 1,
    act: (session, random) => Promise.resolve(session.chooseAsOf(random.chance(0.5) ? MIDDLE : null)),
  },
  goTo: { weight: 1, act: (session) => session.goTo({ sheet: LEDGER_SHEET, row: 1, column: 1 }) },
};

function newRow(random: Random): NewRow {
  const texts = {
    ministerialAxis2: random.pick(['PDE', 'SF']),
    budgetLine: 'Prestations',
    ejNumber: String(1_400_000_000 + random.whole(1, 60)),
    commitmentDate: '15/06/2023',
    ae: random.pick(['1 250,50', '300']),
  };
  return { sheet: null, nature: 'AE', texts };
}

/** Makes the table of the ledger take in the rows below it that it can take. */
async function extendTable(session: Session): Promise<void> {
  const { phase } = session.state();
  if (phase.kind !== 'ready') return;
  const below = phase.report.findings.find(({ rule, details }) => rule === 'LEC-02' && 'isExtendable' in details);
  if (below?.place.kind !== 'area') return;
  await session.reading.extendTable({ sheet: below.place.sheet, area: parseArea(below.place.area) });
}

type Seen = Parameters<Session['findings']['repair']>[0][number];

function onFinding(act: (session: Session, seen: Seen) => Promise<void>): Command {
  return async (session, random) => {
    const { phase } = session.state();
    if (phase.kind !== 'ready' || phase.report.findings.length === 0) return;
    await act(session, { finding: random.pick(phase.report.findings), reading: phase });
  };
}

/** On a gap between the ledger and the extracts, open or accepted. */
function onGap(act: (session: Session, gap: Finding, reconciled: ReconciliationReport) => Promise<void>): Command {
  return async (session, random) => {
    const { phase, extracts } = session.state();
    if (phase.kind !== 'ready' || extracts.length === 0) return;
    const reconciled = reconcileDossier(phase.dossier, phase.report, extracts);
    if (reconciled.findings.length > 0) await act(session, random.pick(reconciled.findings), reconciled);
  };
}
