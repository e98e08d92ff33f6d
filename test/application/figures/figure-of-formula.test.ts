/** The figure that a formula shows, as a table. */
import { figureOfFormula } from '../../../src/application/figures/figure-of-formula';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { applyPlan } from '../../support/apply-plan';
import { sampleDossier } from '../../support/sample-dossier';

const SHEET = 'Brouillon';

/** The sample, with a sheet whose first row is `SF | CP | 2023-06-30`. */
function dossier() {
  const sample = sampleDossier();
  const workbook = applyPlan(sample.workbook, {
    purpose: 'repair',
    expected: [],
    steps: [
      { kind: 'addSheet', sheet: SHEET },
      {
        kind: 'setCells',
        sheet: SHEET,
        top: 0,
        left: 0,
        cells: [[{ value: 'SF' }, { value: 'CP' }, { value: '30/06/2023' }]],
      },
    ],
  });
  return { ...sample, workbook };
}

const line = (label: RegExp): number | undefined =>
  sampleDossier()
    .convention.envelopes.flatMap(({ lines }) => lines)
    .find((one) => one.envelope === 'SF' && label.test(one.label))?.index;

test.each`
  formula                                                    | envelope | line                    | nature  | figure         | asOf
  ${'=ENVELOPE.AVAILABLE("SF","AE")'}                        | ${'SF'}  | ${null}                 | ${'AE'} | ${'available'} | ${null}
  ${'=envelope.consumed("Signaux Faibles","cp")'}            | ${'SF'}  | ${null}                 | ${'CP'} | ${'consumed'}  | ${null}
  ${'=ENVELOPE.ALLOCATED("*","AE")'}                         | ${'*'}   | ${null}                 | ${'AE'} | ${'allocated'} | ${null}
  ${'=ENVELOPE.REMAINING(A1,$B$1,,C1)'}                      | ${'SF'}  | ${null}                 | ${'CP'} | ${'remaining'} | ${isoDate('2023-06-30')}
  ${'=ENVELOPE.RESERVED(\'Brouillon\'!A1,"AE")'}             | ${'SF'}  | ${null}                 | ${'AE'} | ${'reserved'}  | ${null}
  ${'=ROUND(ENVELOPE.AVAILABLE("SF","AE","Prestations"),0)'} | ${'SF'}  | ${line(/^Prestation /)} | ${'AE'} | ${'available'} | ${null}
`('$formula', ({ formula, asOf, ...subject }: Record<string, unknown>) => {
  expect(figureOfFormula(dossier(), SHEET, String(formula))).toEqual({ subject, asOf });
});

test.each([
  '=SUM(A1:A3)',
  '=ENVELOPE.RATE("SF","AE")',
  '=ENVELOPE.AVAILABLE("Inconnue","AE")',
  '=ENVELOPE.AVAILABLE("SF")',
  '=ENVELOPE.AVAILABLE(LEFT(A1,2),"AE")',
  '=ENVELOPE.AVAILABLE(A1:A3,"AE")',
  '=ENVELOPE.AVAILABLE("SF","AE"',
  '="ENVELOPE.AVAILABLE("',
])('%s shows none that can be explained', (formula) => {
  expect(figureOfFormula(dossier(), SHEET, formula)).toBeNull();
});
