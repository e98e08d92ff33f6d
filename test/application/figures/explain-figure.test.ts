/** Why a figure is what it is: a ledger by hand, then the sums of every figure of any ledger. */
import fc from 'fast-check';
import {
  explainFigure,
  type ExplainedFigure,
  type FigureSubject,
} from '../../../src/application/figures/explain-figure';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { chargeLedger } from '../../../src/domain/envelopes/charged-ledger';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { LedgerIndex } from '../../../src/domain/envelopes/ledger-index';
import { NATURES } from '../../../src/domain/money/nature';
import { convention2023 } from '../../support/conventions';
import { ledgerOf, movementOf, rowOf, type RowSpec } from '../../domain/envelopes/builders';
import { asOfOf, worlds } from '../../domain/envelopes/worlds';

const FIGURES: readonly ExplainedFigure[] = ['allocated', 'consumed', 'reserved', 'remaining', 'available'];

function subjectsOf({ envelopes }: Convention): readonly FigureSubject[] {
  const keys = [
    { envelope: '*', line: null },
    ...envelopes.flatMap(({ code, lines }) => [
      { envelope: code, line: null },
      ...lines.map(({ index }) => ({ envelope: code, line: index })),
    ]),
  ];
  return keys.flatMap((key) =>
    NATURES.flatMap((nature) => FIGURES.map((figure): FigureSubject => ({ ...key, nature, figure }))),
  );
}

describe('the AE of « Place des entreprises » on 30 June', () => {
  const specs: readonly RowSpec[] = [
    { axis2: 'PDE', poste: 'Prestations', ej: '2203000001', ae: 200_000_00, committed: '2023-01-16' },
    { axis2: 'PDE', poste: 'Outils', ej: '2203000002', ae: 10_000_00, committed: '2023-02-01' },
    { axis2: 'PDE', poste: 'Outils', ej: '2203000002', ae: -1_500_00, committed: '2023-05-02' },
    { axis2: 'PDE', poste: 'Frais annexes', status: 'project', ae: 500_00 },
    { axis2: 'PDE', poste: 'Frais annexes', ae: 900_00, committed: '2023-07-01' },
    { axis2: 'PDX', ae: 1_000_00 },
  ];
  const movement = movementOf({ type: 'amendment', to: 'PDE', nature: 'AE', cents: 4_000_00, date: '2023-03-01' });
  const convention = { ...convention2023(), movements: [movement] };
  const charged = chargeLedger(ledgerOf(specs.map(rowOf)), convention, isoDate('2023-06-30'));
  const balances = LedgerIndex.build(charged);
  const terms = (figure: ExplainedFigure, poste: string | null): readonly string[] => {
    const lines = convention.envelopes.flatMap((envelope) => envelope.lines);
    const line = lines.find(({ label }) => poste !== null && label.startsWith(poste))?.index ?? null;
    const { terms: all } = explainFigure({ charged, balances }, { envelope: 'PDE', line, nature: 'AE', figure });
    return all.map(
      ({ term, sign, cents, initial, moved, rows }) =>
        `${sign < 0 ? '-' : '+'}${term} ${cents / 100} = ${[
          ...(term === 'allocated' ? [initial] : []),
          ...[...moved, ...rows].map((part) => part.cents),
        ]
          .map((part) => part / 100)
          .join(' ')}`,
    );
  };

  test.each`
    figure         | line               | shown
    ${'available'} | ${null}            | ${['+allocated 504000 = 500000 4000', '-consumed 208500 = 200000 10000 -1500', '-reserved 500 = 500']}
    ${'remaining'} | ${null}            | ${['+allocated 504000 = 500000 4000', '-consumed 208500 = 200000 10000 -1500']}
    ${'consumed'}  | ${null}            | ${['+consumed 208500 = 200000 10000 -1500']}
    ${'reserved'}  | ${'Frais annexes'} | ${['+reserved 500 = 500']}
  `(
    '$figure, poste $line: $shown',
    ({ figure, line, shown }: { figure: ExplainedFigure; line: string | null; shown: string[] }) => {
      expect(terms(figure, line)).toEqual(shown);
    },
  );
});

test('a figure that the ledger does not make has no terms, and names the column', () => {
  const charged = chargeLedger(
    { ...ledgerOf([rowOf({ axis2: 'PDE', ae: 1 })]), fields: new Set(['ministerialAxis2', 'ae']) },
    convention2023(),
    isoDate('2023-06-30'),
  );
  const balances = LedgerIndex.build(charged);
  const subject = { envelope: 'PDE', line: null, nature: 'CP', figure: 'available' } as const;
  expect(explainFigure({ charged, balances }, subject)).toMatchObject({ cents: null, missing: 'cp', terms: [] });
});

test('the terms add up to the figure, and their rows and movements to each term, for every figure of any ledger', () => {
  fc.assert(
    fc.property(worlds(30), ({ world, convention, rows }) => {
      const charged = chargeLedger(ledgerOf(rows), convention, asOfOf(world));
      const balances = LedgerIndex.build(charged);
      for (const subject of subjectsOf(convention)) {
        const { cents, terms, beyond } = explainFigure({ charged, balances }, subject);
        const figure = balances.figures(subject, subject.nature)[subject.figure];
        expect(cents).toBe(figure?.cents ?? null);
        if (cents === null) continue;
        expect(terms.reduce((sum, term) => sum + term.sign * term.cents, 0) - beyond).toBe(cents);
        for (const { cents: whole, initial, moved, rows: parts } of terms)
          expect([...moved, ...parts].reduce((sum, part) => sum + part.cents, initial)).toBe(whole);
      }
    }),
  );
});
