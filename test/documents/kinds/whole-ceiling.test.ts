/** A convention whose ceiling is not the sum of its envelopes: the documents give it, as the functions do. */
import { planDocuments, type DocumentId } from '../../../src/application/documents/documents';
import { evaluateFunction, type FunctionName } from '../../../src/application/functions/function-answers';
import { stateOfDossier } from '../../../src/application/functions/function-state';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import { functionWordsIn } from '../../../src/functions/function-sentences';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { applyPlan } from '../../support/apply-plan';
import { withRap } from '../../support/bilan';
import { controlled, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { DocumentReader } from '../../support/readers/document-reader';

const LEDGER = `Axe ministériel 2 | N° EJ | Engagé le | Montant AE | Service fait | Payé le | Montant CP
  PDE             | 1405610188 | 20/03/2023 | 499000 | | | 
  PDE             | 1405610188 | | | 01/04/2023 | 10/04/2023 | 480000
  Signaux Faibles | 1405610190 | 03/04/2023 | 99000 | | |
  Signaux Faibles | 1405610190 | | | 04/04/2023 | 10/05/2023 | 99000`;
const WHOLE = 'Ensemble de la convention';

const SUM = withRap();
/** 600 000 € of CP in all, 673 032 € by envelope. */
const BELOW: Convention = {
  ...SUM,
  ceilings: { ...SUM.ceilings, CP: { mode: 'blocking', amount: Euros.fromCents(600_000_00) } },
};
/** 600 000 € of AE in all, for envelopes that have none of their own. */
const ALONE: Convention = {
  ...SUM,
  envelopes: SUM.envelopes.map((one) => ({ ...one, ceilings: { ...one.ceilings, AE: null } })),
};

interface Written {
  readonly bilan: DocumentReader;
  readonly repartition: DocumentReader;
  readonly etat: DocumentReader;
  readonly call: (name: FunctionName, nature: string) => unknown;
}

function written(convention: Convention): Written {
  const before = ledgerWorkbook(convention, LEDGER);
  const { dossier, report } = controlled(before, '2023-12-31');
  const ids: readonly DocumentId[] = ['repartition', 'bilan', 'etat'];
  const plan = planDocuments(dossier, report, ids);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  const workbook = applyPlan(before, plan.value);
  const state = stateOfDossier(dossier, isoDate('2023-12-31'));
  const reader = (sheet: RegExp): DocumentReader =>
    new DocumentReader(workbook, workbook.sheets.find(({ name }) => sheet.test(name))?.name ?? '');
  return {
    bilan: reader(/^Bilan/),
    repartition: reader(/^Répartition/),
    etat: reader(/^État/),
    call: (name, nature) => {
      const answer = evaluateFunction(name, ['*', nature], state, functionWordsIn('fr'));
      return answer.kind === 'value' ? answer.value : answer.code;
    },
  };
}

/** Credits, used, left: of the rows « Total » and « Ensemble de la convention » of the Bilan. */
function rowOf({ bilan }: Written, label: string, nature: 'AE' | 'CP'): readonly unknown[] {
  const headings =
    nature === 'AE'
      ? ['Dotation actualisée', 'AE engagées (brut)', 'AE non engagées']
      : ['Dotation actualisée', 'CP payés', 'CP non payés'];
  const block = nature === 'AE' ? "Autorisations d'engagement (AE)" : 'Crédits de paiement (CP)';
  return headings.map((heading) => bilan.find(label, heading, block).value);
}

describe('a ceiling of the convention below the sum of its envelopes', () => {
  const documents = written(BELOW);

  test('the Bilan has the total of the envelopes, then the convention, as the functions', () => {
    expect(rowOf(documents, 'Total', 'CP')).toEqual([673_032, 579_000, 94_032]);
    expect(rowOf(documents, WHOLE, 'CP')).toEqual([600_000, 579_000, 21_000]);
    const { call } = documents;
    expect(['ALLOCATED', 'CONSUMED', 'REMAINING'].map((name) => call(name as FunctionName, 'CP'))).toEqual(
      rowOf(documents, WHOLE, 'CP'),
    );
    expect(documents.bilan.find(WHOLE, 'Dotation initiale', 'Crédits de paiement (CP)').formula).toBeDefined();
  });

  test('the Répartition has both, and the État the convention', () => {
    const { repartition, etat } = documents;
    expect(['Total', WHOLE].map((label) => repartition.find(label, 'CP').value)).toEqual([673_032, 600_000]);
    expect(['Total', WHOLE].map((label) => repartition.find(label, 'AE').value)).toEqual([600_000, 600_000]);
    expect(etat.find(WHOLE, 'Dotation').value).toBe(600_000);
  });
});

describe('a ceiling of the convention alone', () => {
  const documents = written(ALONE);

  test('is on the row of the convention; the total of envelopes without an amount is a dash, and never 0', () => {
    const { repartition } = documents;
    expect(['Total', WHOLE].map((label) => repartition.find(label, 'AE').value)).toEqual(['–', 600_000]);
    expect(rowOf(documents, 'Total', 'AE')).toEqual(['–', 598_000, '–']);
    expect(rowOf(documents, WHOLE, 'AE')).toEqual([600_000, 598_000, 2_000]);
    expect(documents.call('REMAINING', 'AE')).toBe(2_000);
  });

  test('no control compares it with envelopes that have none', () => {
    const control = 'AE : enveloppes = convention';
    expect(() => documents.repartition.find(control, 'État')).toThrow();
    expect(() => documents.bilan.find(control, 'État')).toThrow();
  });
});

test('where the envelopes add up to the convention, their total is its row', () => {
  const documents = written(SUM);
  expect(rowOf(documents, 'Total', 'CP')).toEqual([673_032, 579_000, 94_032]);
  expect(() => documents.repartition.find(WHOLE, 'CP')).toThrow();
  expect(documents.call('REMAINING', 'CP')).toBe(94_032);
});
