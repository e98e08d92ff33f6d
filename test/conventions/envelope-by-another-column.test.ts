/**
 * A convention whose envelopes have codes of their own (a centre financier each) and a ledger without that column,
 * which names the envelope in another: « Enveloppe », « Programme », the domaine fonctionnel, a sheet, a title.
 */
import { whatIfInSlices } from '../../src/application/figures/what-if';
import { evaluateFunction } from '../../src/application/functions/function-answers';
import { stateOfDossier } from '../../src/application/functions/function-state';
import { planLists } from '../../src/application/writing/choice-lists';
import { loadConvention } from '../../src/conventions/index';
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { Convention } from '../../src/domain/envelopes/convention';
import { drain } from '../../src/domain/slices';
import { functionWordsIn } from '../../src/functions/function-sentences';
import type { CellValue } from '../../src/workbook/cells';
import { cellsOfLedger, controlled, documented, ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { workbookOf } from '../support/ledgers/workbook-of';
import type { ControlReport } from '../../src/application/dossier';

function load(id: string): Convention {
  const loaded = loadConvention(id);
  if (!loaded.ok) throw new Error(loaded.failure.code);
  return loaded.value;
}

const CIS = load('dgefp-dgtresor-cis');
const AS_OF = '2021-12-31';
/** P102, P305, P102, then the payment of the second. */
const ROWS = [
  'Paiements aux résultats | 1500000101 | 05/10/2021 | 120000 |            |            |',
  'Évaluation des contrats | 1500000102 | 12/10/2021 | 60000  |            |            |',
  'Paiements aux résultats | 1500000103 | 02/11/2021 | 80000  |            |            |',
  'Évaluation des contrats | 1500000102 |            |        | 20/11/2021 | 01/12/2021 | 30000',
];
const HEADINGS = "Poste de dépense | N° EJ | Date d'engagement | Montant AE | Date SF | Date de paiement | Montant CP";

/** The ledger with other columns before those of the operations: their headings, then their cells by row. */
function drawn(headings: string, ...cells: readonly string[]): string {
  return [`${headings} | ${HEADINGS}`, ...ROWS.map((row, at) => `${cells[at] ?? ''} | ${row}`)].join('\n');
}

/** AE of P102, AE and CP of P305, in euros; `null` where they are not calculable. */
function figures({ balances }: ControlReport): readonly (number | null)[] {
  const of = (envelope: string, nature: 'AE' | 'CP'): number | null => {
    const { consumed } = balances.figures({ envelope, line: null }, nature);
    return consumed && Number(consumed.toDecimalString());
  };
  return [of('P102', 'AE'), of('P305', 'AE'), of('P305', 'CP')];
}

/** The findings of the rows, by row; columns that a ledger may lack are DON-08. */
function found({ findings }: ControlReport, firstRow: number): string {
  return findings
    .filter(({ rule }) => /^(IMP|FON|EJ|LEC)/.test(rule))
    .map(({ rule, place }) => (place.kind === 'row' ? `${place.row - firstRow + 1} ${rule} ${place.field}` : rule))
    .join(', ');
}

const ALL = [200_000, 60_000, 30_000];
const NONE = [null, null, null];
const WITHOUT_THIRD = [120_000, 60_000, 30_000];

describe('CIS, whose centre financier decides, by columns', () => {
  it.each([
    ['the code of the envelope', 'Enveloppe', ['P102', 'P305', 'P102', 'P305'], ALL, ''],
    ['its name', 'Enveloppe', ["Accès et retour à l'emploi", 'Stratégies économiques', 'P102', 'P305'], ALL, ''],
    ['its alias, as good as its name', 'Enveloppe', ['Programme 102', 'P305', 'programme 102', 'P305'], ALL, ''],
    ['under axe 2', 'Axe ministériel 2', ['P102', 'P305', 'P102', 'P305'], ALL, ''],
    ['the programme', 'Programme', ['0102', '0305', '0102', '0305'], ALL, ''],
    ['its number', 'Programme', ['102', '305', '102', '305'], ALL, ''],
    ['its name as the envelope', 'Programme', ['P102', 'P305', 'Programme 102', 'P305'], ALL, ''],
    ['the domaine fonctionnel', 'Domaine fonctionnel', ['0102-02-01', '0305-01-03', '0102-02', '0305-01'], ALL, ''],
    ['the centre financier', 'Centre financier', CENTRES(), ALL, ''],
    ['no column at all', 'Service', ['A', 'B', 'A', 'B'], NONE, '0 LEC-04 financialCentre'],
    ['other texts under axe 2', 'Axe ministériel 2', ['X1', 'X2', 'X1', 'X2'], NONE, '0 LEC-04 financialCentre'],
    [
      'a blank: unchecked, at its cell',
      'Enveloppe',
      ['P102', 'P305', '', 'P305'],
      WITHOUT_THIRD,
      '3 IMP-06 ministerialAxis2',
    ],
    [
      'an unknown name: unchecked',
      'Enveloppe',
      ['P102', 'P305', 'P999', 'P305'],
      WITHOUT_THIRD,
      '3 IMP-06 ministerialAxis2',
    ],
    [
      'a near spelling: counted, and reported',
      'Enveloppe',
      ['P102', 'Strategie economiques', 'P102', 'P305'],
      ALL,
      '2 IMP-07 ministerialAxis2',
    ],
    ['a blank programme', 'Programme', ['0102', '0305', '', '0305'], WITHOUT_THIRD, '3 IMP-01 programme'],
    ['another programme', 'Programme', ['0102', '0305', '0999', '0305'], WITHOUT_THIRD, '3 IMP-03 programme'],
    [
      'a blank beside a programme that names it',
      'Enveloppe | Programme',
      ['P102 | 0102', 'P305 | 0305', ' | 0102', 'P305 | 0305'],
      ALL,
      '',
    ],
    [
      'two that contradict each other: counts by the envelope, and is an error',
      'Enveloppe | Programme',
      ['P102 | 0102', 'P305 | 0305', 'P305 | 0102', 'P305 | 0305'],
      [120_000, 140_000, 30_000],
      '3 IMP-03 programme, 3 FON-04 budgetLine',
    ],
    [
      'a blank centre financier beside the envelope: counted, and the code is asked for',
      'Enveloppe | Centre financier',
      ['P102 | 0102-CEFP-CEFP', 'P305 | 0305-CDGT-CDGT', 'P102 | ', 'P305 | 0305-CDGT-CDGT'],
      ALL,
      '3 IMP-01 financialCentre',
    ],
    [
      'a centre financier of other credits: unchecked, whatever the envelope',
      'Enveloppe | Centre financier',
      ['P102 | 0102-CEFP-CEFP', 'P305 | 0305-CDGT-CDGT', 'P102 | 0103-EMPL-EMPL', 'P305 | 0305-CDGT-CDGT'],
      WITHOUT_THIRD,
      '3 IMP-03 financialCentre',
    ],
    [
      'a centre financier of another envelope: counts by it, and is a doubt',
      'Enveloppe | Centre financier',
      ['P102 | 0102-CEFP-CEFP', 'P305 | 0305-CDGT-CDGT', 'P305 | 0102-CEFP-CEFP', 'P305 | 0305-CDGT-CDGT'],
      ALL,
      '3 LEC-05 ae',
    ],
    [
      'a payment on another envelope, whose poste is not its own (CP of P102 have no ceiling)',
      'Enveloppe',
      ['P102', 'P305', 'P102', 'P102'],
      [200_000, 60_000, 0],
      'LEC-04, 4 FON-04 budgetLine',
    ],
  ] as const)('%s: « %s » %j', (_, headings, cells, sums, findings) => {
    const { dossier, report } = controlled(ledgerWorkbook(CIS, drawn(headings, ...cells)), AS_OF);
    expect([figures(report), found(report, dossier.ledger.rows[0]?.key ?? 0)]).toEqual([[...sums], findings]);
  });
});

function CENTRES(): readonly string[] {
  return ['0102-CEFP-CEFP', '0305-CDGT-CDGT', '0102-CEFP-0001', '0305-CDGT-CDGT'];
}

/** The rows of the ledger at these positions, under these headings, with further cells before each. */
function part(headings: string, positions: readonly number[], cells: readonly string[] = []): CellValue[][] {
  const rows = positions.map((at, index) => `${cells[index] ?? ''} | ${ROWS[at] ?? ''}`);
  return cellsOfLedger([`${headings} | ${HEADINGS}`, ...rows].join('\n'));
}

describe('CIS, by sheets, titles and tables apart', () => {
  const N = 'N°';
  it.each([
    [
      'the names of sheets',
      [
        ['P102', part(N, [0, 2])],
        ['P305', part(N, [1, 3])],
      ],
      'LEC-07, LEC-07',
    ],
    [
      'titles',
      [['Suivi', [['Enveloppe P102'], [], ...part(N, [0, 2]), [], ['Enveloppe P305'], [], ...part(N, [1, 3])]]],
      'LEC-07, LEC-07',
    ],
    [
      'a month by the envelope, one by the programme, one by the centre financier',
      [
        ['Octobre', part('Enveloppe', [0, 1], ['P102', 'P305'])],
        ['Novembre', part('Programme', [2], ['0102'])],
        ['Décembre', part('Centre financier', [3], ['0305-CDGT-CDGT'])],
      ],
      '',
    ],
  ] as const)('%s', (_, sheets, findings) => {
    const workbook = workbookOf(...sheets.map(([name, rows]) => ({ name, rows })));
    const { report } = controlled(workbook, AS_OF, CIS);
    expect([figures(report), found(report, 0)]).toEqual([ALL, findings]);
  });

  it('a month without any such column is an error at its headings, beside months that have one', () => {
    const workbook = workbookOf(
      { name: 'Octobre', rows: part('Enveloppe', [0, 1], ['P102', 'P305']) },
      { name: 'Novembre', rows: part(N, [2]) },
    );
    const { report } = controlled(workbook, AS_OF, CIS);
    const missing = report.findings.filter(({ rule, severity }) => rule === 'DON-08' && severity === 'error');
    expect(missing.map(({ details }) => (details as { readonly field: string }).field)).toEqual(['ministerialAxis2']);
  });

  it('titles, where the convention gives one envelope a code and another the form of its codes (MILDECA – DGA)', () => {
    const headings = ['N° EJ', "Date d'engagement", 'Montant AE'];
    const rows = [
      ...[['DO'], headings, ['1400000001', 45_337, 1000], ['SSF'], ['1400000002', 45_338, 500]],
      ...[['SSF Brest'], ['1400000003', 45_339, 250]],
    ];
    const { report } = controlled(workbookOf({ name: 'Suivi', rows }), '2024-12-31', load('mildeca-dga-2023'));
    const consumed = ['DO', 'SSF', 'SSFB'].map((envelope) => {
      return report.balances.figures({ envelope, line: null }, 'AE').consumed?.toDecimalString();
    });
    const codes = report.findings.filter(({ rule }) => rule.startsWith('IMP'));
    expect([consumed, codes]).toEqual([['1000.00', '500.00', '250.00'], []]);
  });

  it('a payment that names its envelope does not take the centre financier of its EJ', () => {
    const workbook = workbookOf(
      { name: 'EJ', rows: part('Centre financier', [0, 1, 2], CENTRES()) },
      {
        name: 'DP',
        rows: [
          ['Enveloppe', 'N° EJ', 'Date SF', 'Date de paiement', 'Montant CP'],
          ['P102', '1500000102', 44520, 44531, 30_000],
        ],
      },
    );
    const { report } = controlled(workbook, AS_OF, CIS);
    expect(figures(report)).toEqual([200_000, 60_000, 0]);
    expect(report.findings.map(({ rule }) => rule)).toContain('EJ-05');
  });
});

describe('CIS, whose ledger has « Enveloppe » alone: the functions, « Et si ? », the lists of choices', () => {
  const workbook = ledgerWorkbook(CIS, drawn('Enveloppe', 'P102', 'P305', 'P102', 'P305'));
  const opened = controlled(workbook, AS_OF);

  it.each([
    ['P305', 'Conforme'],
    ['P999', 'IMP-06'],
    ['', 'IMP-06'],
  ])('CHECK of a row of « %s »: %s', (envelope, expected) => {
    const [headings = [], row = []] = cellsOfLedger(drawn('Enveloppe', envelope));
    const state = stateOfDossier(opened.dossier, isoDate(AS_OF));
    const answer = evaluateFunction(
      'CHECK',
      [[[row[0], 'Évaluation des contrats', '1500000109', ...row.slice(3)]], [headings]],
      state,
      functionWordsIn('fr'),
    );
    expect(answer.kind === 'value' && String(answer.value)).toContain(expected);
  });

  it('« Et si ? » charges an intent to its envelope', () => {
    const intent = { nature: 'AE', envelope: 'P305', line: null, cents: 1000_00, date: isoDate('2021-12-01') } as const;
    const { isCharged, figures: after } = drain(whatIfInSlices(opened, intent));
    expect([isCharged, after[0]?.before, after[0]?.after]).toEqual([true, 240_000_00, 239_000_00]);
  });

  it('the lists give the names of the envelopes, and no name for a centre financier', () => {
    const both = ledgerWorkbook(CIS, drawn('Enveloppe | Centre financier', 'P102 | 0102-CEFP-CEFP'));
    const plan = planLists(controlled(both, AS_OF).dossier);
    const steps = plan.ok ? plan.value.steps : [];
    const lists = steps.flatMap((step) => (step.kind === 'setList' ? [[step.area.left, step.source]] : []));
    expect(lists.filter(([left]) => left === 0 || left === 1)).toEqual([
      [0, 'Accès et retour à l’emploi,Stratégies économiques'],
    ]);
  });
});

describe('documents of MILDECA – DGA, whose centre financier decides', () => {
  const LEDGER = `
    Enveloppe | Centre financier | Poste de dépense    | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
    DO        |                  | Moyens de détection | 1400000001 | 15/02/2024        | 1000       | 10/05/2024       | 600
    SEREBC    |                  | Études et recherche | 1400000002 | 16/02/2024        | 500        |                  |
    DO        | 0129-CAMI-DODO   | Formation           | 1400000003 | 17/02/2024        | 250        |                  |
  `;

  it('the sums look in the column that names every row', () => {
    const { names, sheets } = documented(ledgerWorkbook(load('mildeca-dga-2023'), LEDGER), '2024-12-31');
    const reference = names.find(({ name }) => name === 'ENV_Enveloppe')?.refersTo;
    const formulas = sheets.flatMap((sheet) => [...sheet.formulas.values()]);
    expect(reference).toBe('=T_Suivi[Enveloppe]');
    expect(formulas.filter((formula) => /SUMIFS.*ENV_Enveloppe/.test(formula)).length).toBeGreaterThan(3);
  });
});
