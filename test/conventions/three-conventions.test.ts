/**
 * Three real conventions that have little in common with that of 2023, each put in a blank workbook with a small ledger
 * of right and wrong rows. Nothing in the product knows them but their files.
 */
import { KNOWN_CONVENTIONS, loadConvention } from '../../src/conventions/index';
import { isoDate, toIso } from '../../src/domain/calendar/civil-date';
import { addDelay } from '../../src/domain/calendar/delays';
import type { Convention } from '../../src/domain/envelopes/convention';
import { describeFinding } from '../../src/messages/describe-finding';
import { readConventionTables } from '../../src/workbook/convention/convention-tables';
import { isEmptyPlan } from '../../src/workbook/plan';
import { planDocuments } from '../../src/application/documents/documents';
import { controlled, documented, ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { known } from '../support/known';

function load(id: string): Convention {
  const loaded = loadConvention(id);
  if (!loaded.ok) throw new Error(loaded.failure.code);
  return loaded.value;
}

/**
 * Families whose findings these tests are about: columns that the drawn ledger has not, and sums and duties, have tests
 * of their own.
 */
const LOOKED_AT = /^(IMP|PLA|PER|FON)-/;

test.each(KNOWN_CONVENTIONS)(
  '%s: the labels of its duties are typeset as the pane and the findings show them',
  (id) => {
    const labels = load(id).duties.map(({ label }) => label);
    expect(labels.filter((label) => label.includes("'"))).toEqual([]);
  },
);

/** `3 PLA-04` for a finding of the third data row of the ledger; by row, then by rule. */
function found(convention: Convention, ledger: string, asOf: string): string[] {
  const { dossier, report } = controlled(ledgerWorkbook(convention, ledger), asOf);
  const first = dossier.ledger.rows[0]?.key ?? 0;
  return report.findings
    .filter(({ rule }) => LOOKED_AT.test(rule))
    .map(({ rule, place }) => `${place.kind === 'row' ? place.row - first + 1 : '-'} ${rule}`)
    .sort();
}

/** Allocated, consumed and rate of an envelope at a date; « – » where the convention gives nothing. */
function figures(
  convention: Convention,
  ledger: string,
  asOf: string,
  envelope: string,
  nature: 'AE' | 'CP',
): string[] {
  const { report } = controlled(ledgerWorkbook(convention, ledger), asOf);
  const { allocated, consumed, rate } = report.balances.figures({ envelope, line: null }, nature);
  return [allocated?.toDecimalString() ?? '–', known(consumed).toDecimalString(), rate ?? 's.o.'];
}

describe.each(KNOWN_CONVENTIONS)('%s', (id) => {
  const LEDGER = `
    Centre financier | Axe ministériel 2 | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
    0129-CAMI-DODO   | PDE               | 1400000001 | 15/02/2023        | 1000       | 10/05/2023       | 600
  `;

  test('reads back the same from the tables of a blank workbook', () => {
    expect(readConventionTables(ledgerWorkbook(load(id), LEDGER))).toEqual({ ok: true, value: load(id) });
  });

  test('the documents of a convention of several years state why their amounts are values', () => {
    const workbook = documented(ledgerWorkbook(load(id), LEDGER), '2023-12-31');
    const texts = workbook.sheets.flatMap(({ values }) => values.flat()).filter((value) => typeof value === 'string');
    expect(texts.some((text) => text.startsWith('La convention couvre plusieurs exercices'))).toBe(
      load(id).otherYears.length > 0,
    );
    expect(texts.some((text) => text.includes('n’a pas de tables de la convention'))).toBe(false);
  });

  test('has its documents, which a second generation leaves alone', () => {
    const workbook = documented(ledgerWorkbook(load(id), LEDGER), '2023-12-31');
    const { dossier, report } = controlled(workbook, '2023-12-31');
    const plan = planDocuments(dossier, report);
    expect(plan.ok && isEmptyPlan(plan.value)).toBe(true);
  });
});

describe('SGA Défense – INSEE, 2010: titre 2, one envelope, a printed total that is not the sum', () => {
  const convention = load('sga-defense-insee-2010');

  test('the amounts of the avenant: the four lines make 339 804 €, the total prints 339 806 €', () => {
    const [envelope] = convention.envelopes;
    const sum = (envelope?.lines ?? []).reduce((cents, line) => cents + line.delegated.cents, 0);
    expect([sum, envelope?.ceilings.AE?.amount.cents, convention.ceilings.AE?.amount.cents]).toEqual([
      33980400, 33980400, 33980600,
    ]);
  });

  const LEDGER = `
    Domaine fonctionnel | Centre financier | Poste de dépense | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
    0212-03-31          | 0212-077C-D001   | Ligne 1          | 1900000001 | 15/02/2010        | 137664     | 28/02/2010       | 137664
    0212-03-31          | 0212-077C-D002   | Ligne 4          | 1900000002 | 15/03/2010        | 1376.01    | 31/03/2010       | 1376.01
    0212-03-32          | 0212-077C-D001   | Ligne 2          | 1900000003 | 15/03/2010        | 92877      | 31/03/2010       | 92877
    0212-03-31          | 0212-078C-D001   | Ligne 3          | 1900000004 | 15/12/2009        | 100        | 31/03/2010       | 100
  `;

  test('right and wrong rows: no axe 2 is asked for, any UO of the BOP is right', () => {
    expect(found(convention, LEDGER, '2010-06-30')).toEqual(['2 PLA-04', '3 IMP-03', '4 IMP-03', '4 PER-03']);
    expect(figures(convention, LEDGER, '2010-06-30', 'T2', 'CP')).toEqual(['339804.00', '232017.01', '0.682796582735']);
  });

  test('an article that nobody gave is named by its subject, never by a number', () => {
    const { dossier, report } = controlled(ledgerWorkbook(convention, LEDGER), '2010-06-30');
    const articles = report.findings.map((finding) => describeFinding(finding, dossier.convention, 'fr').article);
    expect(articles.join('\n')).not.toMatch(/convention, (art|annexe)/);
  });
});

describe('DGEFP – DG Trésor, CIS: two programmes, AE in 2021 and CP in 2022, avis of the délégant', () => {
  const convention = load('dgefp-dgtresor-cis');
  const LEDGER = `
    Programme | Domaine fonctionnel | Centre financier | Poste de dépense         | N° EJ      | Date d'engagement | Montant AE | Payé le    | Montant CP
    0102      | 0102-03-01          | 0102-CEFP-C001   | Paiements aux résultats  | 1500000001 | 15/11/2021        | 1000000    |                  |
    0305      | 0305-01             | 0305-CDGT-C001   | Évaluation des contrats  | 1500000002 | 20/11/2021        | 250000     | 15/12/2021       | 90000
    0305      | 0305-01             | 0305-CDGT-C001   | Frais de structuration   | 1500000003 | 21/11/2021        | 50000.01   |                  |
    0305      | 0102-03-01          | 0305-CDGT-C001   | Évaluation des contrats  | 1500000002 |                   |            | 20/12/2021       | 1000
    354       | 0354-01             | 0354-CDMA-CDAT   | Évaluation des contrats  | 1500000004 | 22/11/2021        | 10         |                  |
    0102      | 0102-03-01          | 0102-CEFP-C001   | Paiements aux résultats  | 1500000001 |                   |            | 15/06/2022       | 850000
    0102      | 0102-03-01          | 102-CEFP-C001    | Paiements aux résultats  | 1500000001 |                   |            | 15/07/2022       | 60000
    0102      | 0102-03-01          | 0102-CEFP-C001   | Paiements aux résultats  | 1500000001 |                   |            | 15/01/2021       | 10
  `;

  test('in 2021: the poste warns at half of its AE, CP have no ceiling on P102, 305 is exceeded by a cent', () => {
    expect(found(convention, LEDGER, '2021-12-31')).toEqual([
      '1 PLA-06', // half of the AE of the poste, not of the envelope
      '2 PLA-06', // 83 % of the AE of P305
      '2 PLA-06', // and 90 % of its CP
      '3 PLA-01',
      '3 PLA-04',
      '4 IMP-05',
      '5 IMP-03', // the programme, the domaine and the centre of somebody else
      '5 IMP-03',
      '5 IMP-03',
      '7 IMP-04',
      '8 PER-01',
    ]);
    expect(figures(convention, LEDGER, '2021-12-31', 'P102', 'AE')).toEqual(['2000000.00', '1000000.00', '0.5']);
    expect(figures(convention, LEDGER, '2021-12-31', 'P102', 'CP')).toEqual(['–', '10.00', 's.o.']);
  });

  test('in 2022: what is paid then is on the CP of 2022, and nothing of it is outside the credits', () => {
    expect(found(convention, LEDGER, '2022-12-31')).toEqual([
      '3 PLA-01', // of 2021
      '3 PLA-04',
      '4 IMP-05',
      '5 IMP-03',
      '5 IMP-03',
      '5 IMP-03',
      '6 PLA-06', // 94 % of the CP of P102
      '7 IMP-04',
      '7 PLA-02',
      '7 PLA-04',
      '8 PER-01',
    ]);
    expect(figures(convention, LEDGER, '2022-12-31', 'P102', 'CP')).toEqual([
      '900000.00',
      '910000.00',
      '1.011111111111',
    ]);
    expect(figures(convention, LEDGER, '2022-12-31', 'P102', 'AE')).toEqual(['–', '0.00', 's.o.']);
    expect(figures(convention, LEDGER, '2022-12-31', 'P305', 'CP')).toEqual(['200000.00', '0.00', '0']);
  });

  test('the avis on the service fait is due fifteen jours ouvrés after, the avis before an EJ binds', () => {
    const [before, onService] = convention.duties;
    expect([before?.approval, onService?.approval]).toEqual(['binding', 'simple']);
    expect(onService?.delay && toIso(addDelay(isoDate('2023-03-31'), onService.delay, convention.holidayZone))).toBe(
      '2023-04-24',
    );
  });
});

describe('MILDECA – DGA: four co-délégataires, each found by its UO', () => {
  const convention = load('mildeca-dga-2023');
  const LEDGER = `
    Domaine fonctionnel | Centre financier | Poste de dépense   | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
    0129-15             | 0129-CAMI-DO01   | Moyens de détection | 1500000001 | 15/02/2024       | 180000     | 15/06/2024       | 100000
    0129-15             | 0129-CAMI-SERB   | Études et recherche | 1500000002 | 16/02/2024       | 20000      |                  |
    0129-15             | 0129-CAMI-SSF1   | Études et recherche | 1500000003 | 17/02/2024       | 10000      |                  |
    0129-15             | 0129-CAMI-SSFB   |                     | 1500012345 | 10/10/2023       |            | 10/03/2024       | 25000
    0129-15             | 0129-CAMI-SSFB   |                     | 1500012345 |                  |            | 11/03/2024       | 0.01
    0129-15             | 0129-CAMI-XXXX   | Formation           | 1500000004 | 18/02/2024       | 10         |                  |
    0129-15             |                  | Formation           | 1500000005 | 19/02/2024       | 20         |                  |
    0129-15             | 0129-CAMI-DO02   | Formation           | 1500000006 | 15/12/2023       | 30         |                  |
  `;

  test('right and wrong rows; an UO of nobody leaves its row unchecked, and is the one fault of it', () => {
    expect(found(convention, LEDGER, '2024-12-31')).toEqual([
      '1 PLA-06', // 72 % of the AE of the DO
      '3 FON-04',
      '4 PLA-06',
      '5 PLA-02',
      '5 PLA-05',
      '6 IMP-03',
      '7 IMP-01',
      '8 PER-03',
    ]);
    const { report } = controlled(ledgerWorkbook(convention, LEDGER), '2024-12-31');
    expect(report.unchecked.map(({ reason }) => reason)).toEqual(['envelopeUnknown', 'envelopeAbsent']);
  });

  test('each co-délégataire has its own figures', () => {
    const of = (envelope: string, nature: 'AE' | 'CP') => figures(convention, LEDGER, '2024-12-31', envelope, nature);
    expect(of('DO', 'AE')).toEqual(['250000.00', '180000.00', '0.72']);
    expect(of('SEREBC', 'AE')).toEqual(['80000.00', '20000.00', '0.25']);
    expect(of('SSFB', 'AE')).toEqual(['–', '0.00', 's.o.']);
    expect(of('SSFB', 'CP')).toEqual(['25000.00', '25000.01', '1.0000004']);
  });

  test('an EJ that two co-délégataires bear is found by their UO', () => {
    const shared = `
      Domaine fonctionnel | Centre financier | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
      0129-15             | 0129-CAMI-DO01   | 1500000011 | 15/02/2024        | 100        |                  |
      0129-15             | 0129-CAMI-SERB   | 1500000011 |                   |            | 15/06/2024       | 50
      0129-15             | 0129-CAMI-DO02   | 1500000011 |                   |            | 16/06/2024       | 40
    `;
    const { dossier, report } = controlled(ledgerWorkbook(convention, shared), '2024-12-31');
    const places = report.findings.filter(({ rule }) => rule === 'EJ-05').map(({ place }) => place);
    expect(places).toEqual([{ kind: 'row', row: dossier.ledger.rows[1]?.key, field: 'financialCentre' }]);
  });

  test('published late', () => {
    const duty = convention.duties.find(({ type }) => type === 'publication');
    expect(duty?.doneOn && duty.dueOn && duty.doneOn > duty.dueOn).toBe(true);
  });
});
