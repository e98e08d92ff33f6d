/** Texts of the column « Contrôle », which quote the words of the team: none of them is a remark of the team. */
import { planStatusColumn } from '../../../../../src/application/writing/status-column';
import { controlledAt } from '../../../../../src/application/control';
import { isoDate } from '../../../../../src/domain/calendar/civil-date';
import { functionWordsIn } from '../../../../../src/functions/function-sentences';
import { doubtOf } from '../../../../../src/workbook/ledger/rows/marks/doubts-of-words';
import { NO_NAMES } from '../../../../../src/workbook/ledger/rows/marks/free-doubts';
import { isOwnVerdict } from '../../../../../src/workbook/ledger/rows/marks/own-verdicts';
import type { WorkbookSnapshot } from '../../../../../src/workbook/snapshot';
import { applyPlan } from '../../../../support/apply-plan';
import { keptConvention } from '../../../../support/conventions';
import { controlled, ledgerWorkbook } from '../../../../support/ledgers/ledger-workbook';
import { opened, sampleDossier } from '../../../../support/sample-dossier';

describe.each(['fr', 'en'] as const)('in %s', (language) => {
  const { reason } = functionWordsIn(language);

  test('every finding of the sample is known as ours', () => {
    const dossier = sampleDossier();
    const { findings } = controlledAt(dossier, isoDate('2023-12-31')).report;
    const texts = findings.map((finding) => reason(finding, dossier.convention));
    expect(texts.filter((text) => !isOwnVerdict(text))).toEqual([]);
    expect(texts.filter((text) => doubtOf('remarks', text, true, NO_NAMES) !== null)).toEqual([]);
    expect(texts.length).toBeGreaterThan(40);
  });
});

test.each([
  'EJ-01 annulé',
  'DGE-12 Annulé (voir mail)',
  'IMP-06 Annulé',
  'à annuler (attendu : mars)',
  'PDE-01 À vérifier : le montant',
])('« %s » is of the team', (text) => {
  expect(isOwnVerdict(text)).toBe(false);
});

const LEDGER = `
  Axe ministériel 2 | Poste de dépense | Activité     | N° EJ      | Montant AE
  PDE               | Frais annexes    | 010300000104 | 1400000001 | 1000
  PDX               | Frais annexes    | 010300000104 | 1400000002 | 2000
`;

/** The column « Contrôle » with the values that Excel computes, of which the last is typed over. */
function withTexts(workbook: WorkbookSnapshot, ...texts: readonly string[]): WorkbookSnapshot {
  return applyPlan(workbook, {
    purpose: 'values',
    expected: [],
    steps: [{ kind: 'setCells', sheet: 'Suivi', top: 1, left: 5, cells: texts.map((value) => [{ value }]) }],
  });
}

describe('the column « Contrôle » beside a Table, frozen', () => {
  const workbook = ledgerWorkbook(keptConvention('activity', 'ministerialAxis2'), LEDGER);
  const plan = planStatusColumn(opened(workbook));
  const added = plan.ok ? applyPlan(workbook, plan.value) : workbook;
  const rulesOf = (of: WorkbookSnapshot): readonly string[] => controlled(of).report.findings.map(({ rule }) => rule);
  const verdict = 'IMP-06 Axe ministériel 2 absent ou inconnu : PDX (attendu : « PDE » ou « Signaux Faibles »)';

  test('adds no finding to those that it holds', () => {
    expect(rulesOf(withTexts(added, 'Conforme', verdict))).toEqual(rulesOf(workbook));
  });

  test('is read where somebody typed over it', () => {
    const typed = rulesOf(withTexts(added, 'à annuler', verdict));
    expect(typed.filter((rule) => rule === 'LEC-05')).toHaveLength(1);
  });
});
