/** The live calls: one subscription each, one result for each changed value, none before the workbook is read. */
import { stateOfDossier, type FunctionState } from '../../src/application/functions/function-state';
import { stateOfRefusal } from '../../src/application/functions/refused-state';
import { fieldOfName } from '../../src/workbook/ledger/headings';
import { isoDate } from '../../src/domain/calendar/civil-date';
import { type FunctionSource, FunctionStreams, type Invocation } from '../../src/functions/streams';
import { functionWordsIn } from '../../src/functions/function-sentences';
import { convention2023 } from '../support/conventions';
import { controlled, ledgerWorkbook } from '../support/ledgers/ledger-workbook';

const TODAY = isoDate('2023-12-31');

function stateWith(amount: number): FunctionState {
  const ledger = `
    Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE
    PDE               | Frais annexes    | 1400000001 | 15/02/2023        | ${amount}
    Signaux Faibles   | Prestations      | 1400000002 | 15/02/2023        | 500
  `;
  return stateOfDossier(controlled(ledgerWorkbook(convention2023(), ledger)).dossier, TODAY);
}

class Source implements FunctionSource {
  private readonly listeners = new Set<() => void>();
  private state: FunctionState | null = null;
  subscriptions = 0;

  functionState(): FunctionState | null {
    return this.state;
  }

  subscribe(listener: () => void): () => void {
    this.subscriptions++;
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  show(state: FunctionState | null): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

interface Cell extends Invocation {
  readonly shown: unknown[];
}

function cell(): Cell {
  const shown: unknown[] = [];
  return { shown, setResult: (result: unknown) => shown.push(result), onCanceled: () => undefined };
}

class CellError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

let streams: FunctionStreams;
let source: Source;
beforeEach(() => {
  streams = new FunctionStreams((code, message) => new CellError(code, message) as unknown as CustomFunctions.Error);
  source = new Source();
});

function connect(): void {
  streams.connect(source, functionWordsIn('fr'));
}

test('a call made before the workbook is read waits without a value, then is answered', () => {
  const early = cell();
  streams.open('CONSUMED', ['PDE', 'AE', null, null], early);
  connect();
  expect(early.shown).toEqual([]);
  source.show(stateWith(1000));
  expect(early.shown).toEqual([1000]);
});

test('a cell is updated only when its value changes', () => {
  connect();
  source.show(stateWith(1000));
  const [pde, sf] = [cell(), cell()];
  streams.open('CONSUMED', ['PDE', 'AE', null, null], pde);
  streams.open('CONSUMED', ['SF', 'AE', null, null], sf);
  source.show(stateWith(2000));
  source.show(stateWith(2000));
  source.show(stateWith(3000));
  expect(pde.shown).toEqual([1000, 2000, 3000]);
  expect(sf.shown).toEqual([500]);
});

test('a change of the session that leaves the workbook unchanged evaluates nothing', () => {
  connect();
  const state = stateWith(1000);
  source.show(state);
  const pde = cell();
  streams.open('REMAINING', ['PDE', 'AE', null, null], pde);
  source.show(state);
  source.show(state);
  expect(pde.shown).toEqual([499_000]);
});

test('equal calls share one evaluation; different types of an argument are different calls', () => {
  connect();
  source.show(stateWith(1000));
  const cells = [cell(), cell(), cell()];
  for (const one of cells) streams.open('CONSUMED', ['PDE', 'AE', null, null], one);
  streams.open('CONSUMED', ['PDE', 'AE', undefined, { isInValuePreview: false }], cell());
  expect(streams.openCalls).toBe(1);
  streams.open('CONSUMED', ['PDE', 'AE', null, '45291'], cell());
  streams.open('CONSUMED', ['PDE', 'AE', null, 45_291], cell());
  expect(streams.openCalls).toBe(3);
  expect(cells.map(({ shown }) => shown)).toEqual([[1000], [1000], [1000]]);
  expect(source.subscriptions).toBe(1);
});

test('a cancelled call ends, whether its cancellation or the call that replaces it comes first', () => {
  connect();
  source.show(stateWith(1000));
  const [old, replacing] = [cell(), cell()];
  streams.open('CONSUMED', ['PDE', 'AE', null, null], old);
  streams.open('CONSUMED', ['PDE', 'AE', null, null], replacing);
  old.onCanceled?.();
  source.show(stateWith(7000));
  expect([old.shown, replacing.shown]).toEqual([[1000], [1000, 7000]]);
  replacing.onCanceled?.();
  replacing.onCanceled?.();
  expect(streams.openCalls).toBe(0);
});

test('an error is shown with its sentence, until the workbook is repaired', () => {
  connect();
  source.show(stateOfRefusal({ code: 'noLedger' }, convention2023(), false, TODAY, fieldOfName));
  const pde = cell();
  streams.open('CONSUMED', ['PDE', 'AE', null, null], pde);
  source.show(stateOfRefusal({ code: 'noLedger' }, convention2023(), false, TODAY, fieldOfName));
  source.show(stateWith(1000));
  expect(pde.shown).toEqual([
    expect.objectContaining({ code: '#N/A', message: expect.stringContaining('suivi') as string }),
    1000,
  ]);
});

test('a table is updated when one of its cells changes; two ranges with different cells are two calls', () => {
  connect();
  source.show(stateWith(1000));
  const table = cell();
  streams.open('SUMMARY', [null], table);
  source.show(stateWith(1000));
  expect(table.shown).toHaveLength(1);
  source.show(stateWith(2000));
  expect(table.shown).toHaveLength(2);
  for (const row of [
    ['PDE', 1],
    ['PDE', 1],
    ['PDE', 2],
  ])
    streams.open('CHECK', [[row], [['Enveloppe', 'Montant AE']]], cell());
  expect(streams.openCalls).toBe(3);
});

test('a rich value is one call with its basic value; an error is a bad argument, not one left out', () => {
  connect();
  source.show(stateWith(1000));
  const [rich, wrong] = [cell(), cell()];
  streams.open('CONSUMED', ['PDE', 'AE', null, null], cell());
  streams.open('CONSUMED', [{ type: 'String', basicType: 'String', basicValue: 'PDE' }, 'AE', null, null], rich);
  expect(streams.openCalls).toBe(1);
  expect(rich.shown).toEqual([1000]);
  const error = { type: 'Error', basicType: 'Error', basicValue: '#N/A' };
  streams.open('CONSUMED', ['PDE', 'AE', null, error], wrong);
  expect(wrong.shown).toEqual([
    expect.objectContaining({ code: '#VALUE!', message: expect.stringContaining('#N/A') as string }),
  ]);
});
