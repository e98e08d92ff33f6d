/**
 * A convention whose postes differ from year to year: NORD has Études (6 000) and Travaux (4 000) in 2024, Travaux
 * (3 000) and Animation (7 000) in 2025. A payment of 2025 on an EJ of Études is in Études, and what is committed on a
 * poste in a year that gives it nothing is above it.
 */
import { evaluateFunction } from '../../src/application/functions/function-answers';
import { stateOfDossier } from '../../src/application/functions/function-state';
import { jsonReport } from '../../src/application/json-report';
import { isoDate, toIso } from '../../src/domain/calendar/civil-date';
import type { Finding } from '../../src/domain/controls/findings/finding';
import type { Convention } from '../../src/domain/envelopes/convention';
import { describeFinding } from '../../src/messages/describe-finding';
import { functionWordsIn } from '../../src/functions/function-sentences';
import { controlled, documented, ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { DocumentReader } from '../support/readers/document-reader';
import { conventionOf } from '../domain/envelopes/builders';

const LEDGER = `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE | Date de service fait | Date de paiement | Montant CP
  NORD              | Études           | 1406000001 | 01/03/2024        | 5000       | 01/06/2024           | 01/07/2024       | 2000
  NORD              | Études           | 1406000001 |                   |            | 10/01/2025           | 01/02/2025       | 3000
  NORD              | Animation        | 1406000002 | 01/03/2025        | 6500       |                      |                  |
  NORD              | Études           | 1406000003 | 01/04/2025        | 100        |                      |                  |
  NORD              | Animation        | 1406000004 | 01/09/2024        | 50         |                      |                  |
`;

type Lines = readonly (readonly [string, number])[];

/** 10 000 € a year to NORD; the postes of 2024 and those of 2025, in cents. */
function twoYears(of2024: Lines, of2025: Lines): Convention {
  const [first, next] = [of2024, of2025].map((lines) =>
    conventionOf([
      { code: 'NORD', ae: 10_000_00, cp: 10_000_00, lines: lines.map(([label, cents]) => [label, cents]) },
    ]),
  );
  const own = { ...first!, signedOn: isoDate('2023-12-20'), endsOn: isoDate('2025-12-31'), creditYear: 2024 };
  return { ...own, otherYears: [{ year: 2025, ceilings: next!.ceilings, envelopes: next!.envelopes, rap: [] }] };
}

const OF_2024: Lines = [
  ['Études', 6000_00],
  ['Travaux', 4000_00],
];
const OF_2025: Lines = [
  ['Travaux', 3000_00],
  ['Animation', 7000_00],
];
const workbook = ledgerWorkbook(twoYears(OF_2024, OF_2025), LEDGER);
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'");

test.each`
  asOf            | poste          | ae                        | cp
  ${'2024-12-31'} | ${'Études'}    | ${['6000.00', '5000.00']} | ${['6000.00', '2000.00']}
  ${'2024-12-31'} | ${'Travaux'}   | ${['4000.00', '0.00']}    | ${['4000.00', '0.00']}
  ${'2024-12-31'} | ${'Animation'} | ${['0.00', '50.00']}      | ${[null, '0.00']}
  ${'2025-12-31'} | ${'Travaux'}   | ${['3000.00', '0.00']}    | ${['3000.00', '0.00']}
  ${'2025-12-31'} | ${'Animation'} | ${['7000.00', '6500.00']} | ${['7000.00', '0.00']}
  ${'2025-12-31'} | ${'Études'}    | ${['0.00', '100.00']}     | ${[null, '3000.00']}
`('$asOf, $poste: AE $ae and CP $cp allocated and consumed', ({ asOf, poste, ae, cp }) => {
  const found = postesAt(asOf as string).find((one) => one.poste === poste);
  expect([found?.AE, found?.CP].map((figures) => [figures?.allocated, figures?.consumed])).toEqual([ae, cp]);
});

function postesAt(asOf: string, of = workbook) {
  const { dossier, report } = controlled(of, asOf);
  const describe = (finding: Finding) => describeFinding(finding, dossier.convention, 'fr');
  return jsonReport(dossier, report, 'suivi.xlsx', describe, () => '').postes;
}

test('a poste of another year on which nothing is spent is not listed', () => {
  const rows = LEDGER.split('\n').slice(0, 3).join('\n');
  const of2024 = postesAt('2024-12-31', ledgerWorkbook(twoYears(OF_2024, OF_2025), rows));
  expect(of2024.map(({ poste }) => poste)).toEqual(['Études', 'Travaux']);
});

test.each`
  asOf            | of2025     | expected
  ${'2024-12-31'} | ${OF_2025} | ${['Animation 2024-09-01 5000']}
  ${'2025-12-31'} | ${OF_2025} | ${['Animation 2024-09-01 5000', 'Études 2025-04-01 10000']}
  ${'2025-12-31'} | ${[]}      | ${['Animation 2024-09-01 5000']}
`('on $asOf, what is committed on a poste without credits of the year is above it: $expected', (row) => {
  const { asOf, of2025, expected } = row as { asOf: string; of2025: Lines; expected: string[] };
  // Without postes in 2025, Animation has to be one of 2024, where it has nothing.
  const of2024: Lines = of2025.length > 0 ? OF_2024 : [...OF_2024, ['Animation', 0]];
  const { report } = controlled(ledgerWorkbook(twoYears(of2024, of2025), LEDGER), asOf);
  const found = report.findings.flatMap((finding) =>
    finding.rule === 'PLA-04'
      ? [`${finding.details.line} ${finding.details.date && toIso(finding.details.date)} ${finding.details.over}`]
      : [],
  );
  expect(found.sort()).toEqual(expected);
  expect(report.findings.filter(({ rule }) => rule === 'ANX-01' || rule === 'LEC-06')).toEqual([]);
});

test.each`
  name           | nature  | poste        | expected
  ${'CONSUMED'}  | ${'CP'} | ${'Études'}  | ${3000}
  ${'CONSUMED'}  | ${'AE'} | ${'Études'}  | ${100}
  ${'ALLOCATED'} | ${'AE'} | ${'Études'}  | ${0}
  ${'ALLOCATED'} | ${'CP'} | ${'Études'}  | ${"La convention ne donne pas de CP à ce poste : demandez l'enveloppe entière."}
  ${'CONSUMED'}  | ${'CP'} | ${'Mission'} | ${"Poste inconnu dans l'enveloppe NORD : Mission."}
`('=$name("NORD";"$nature";"$poste";"31/12/2025") is $expected', ({ name, nature, poste, expected }) => {
  const state = stateOfDossier(controlled(workbook, '2025-12-31').dossier, isoDate('2025-12-31'));
  const result = evaluateFunction(name, ['NORD', nature, poste, '31/12/2025'], state, functionWordsIn('fr'));
  expect(result.kind === 'error' ? plain(result.message) : result.value).toBe(expected);
});

describe('the documents of 2025', () => {
  const written = documented(workbook, '2025-12-31');

  test('the annexe has the postes of its year alone', () => {
    const labels = new DocumentReader(written, 'Annexe 1 2025').rows().map(([label]) => label);
    expect(labels).toEqual(expect.arrayContaining(['Travaux', 'Animation']));
    expect(labels).not.toContain('Études');
  });

  test('the Bilan has what is spent on a poste of 2024 in that poste, and its sums agree', () => {
    const bilan = new DocumentReader(written, 'Bilan financier 2025');
    const rows = bilan.rows().filter(([label]) => label === 'Études' || label === 'Sans poste');
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ['Études', 0, 0, 0, 100],
      ['Sans poste', null, null, null, 0],
      ['Études', '–', '–', '–', 3000],
      ['Sans poste', null, null, null, 0],
    ]);
    const [gaps] = bilan.rows().filter(([label]) => /^Nombre d.écarts/.test(String(label)));
    expect(gaps?.slice(1)).toEqual([0, null, null, null, 'Conforme']);
  });
});
