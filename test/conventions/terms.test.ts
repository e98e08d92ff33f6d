/**
 * Conventions that only their files describe: three years, fungibility, postes by nature, ceilings by titre, tolerance,
 * recurring duties. Each reads the same from its tables as from its file.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseConvention } from '../../src/conventions/index';
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { Convention } from '../../src/domain/envelopes/convention';
import { describeFinding } from '../../src/messages/describe-finding';
import { readConventionTables } from '../../src/workbook/convention/convention-tables';
import { known } from '../support/known';
import { controlled, ledgerWorkbook } from '../support/ledgers/ledger-workbook';

function load(id: string): Convention {
  const read = parseConvention(JSON.parse(readFileSync(path.join(__dirname, 'files', `${id}.json`), 'utf8')));
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

const NO_ROW = `
  Axe ministériel 2 | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
  SOCLE             | 1400000001 | 15/02/2024        | 1000       | 10/05/2024       | 600
`;

test.each(['mobilites-2024', 'numerique-2024', 'territoires-2024'])('%s reads the same from its tables', (id) => {
  expect(readConventionTables(ledgerWorkbook(load(id), NO_ROW))).toEqual({ ok: true, value: load(id) });
});

/** Allocated of an envelope, or of a poste by its rank in the envelope, in whole euros. */
function allocated(convention: Convention, asOf: string, code: string, nature: 'AE' | 'CP', rank?: number): number {
  const { report } = controlled(ledgerWorkbook(convention, NO_ROW), asOf);
  const envelope = convention.envelopes.find((one) => one.code === code);
  const line = rank === undefined ? null : (envelope?.lines[rank]?.index ?? null);
  return known(report.balances.figures({ envelope: code, line }, nature).allocated).cents / 100;
}

/** `error FON-01 6`: the severity and the rule of each finding of some families, with its row in its table or the ledger. */
function found(convention: Convention, ledger: string, asOf: string, families: RegExp): string[] {
  const { dossier, report } = controlled(ledgerWorkbook(convention, ledger), asOf);
  const first = dossier.ledger.rows[0]?.key ?? 0;
  return report.findings
    .filter(({ rule }) => families.test(rule))
    .map(({ rule, severity, place }) => {
      const row = place.kind === 'row' ? place.row - first + 1 : place.kind === 'convention' ? place.row + 1 : 0;
      return `${severity} ${rule} ${row}`;
    });
}

/** The sentences of the findings of one rule, with ordinary spaces. */
function sentences(convention: Convention, ledger: string, asOf: string, rule: string): string[] {
  const { report } = controlled(ledgerWorkbook(convention, ledger), asOf);
  return report.findings
    .filter((finding) => finding.rule === rule)
    .map((finding) => describeFinding(finding, convention, 'fr').message.replace(/[\u00a0\u202f]/g, ' '));
}

describe('fungibility of 10 % of each envelope, ceilings by titre and by programme, quarterly reports', () => {
  const convention = load('numerique-2024');

  test('two transfers fit in 20 000 €; one of 6 000 € above the 5 000 € that are left waits for a consent', () => {
    // 15 000 + 6 000 is above 10 % of 200 000; 15 000 + 5 000 is not.
    expect(allocated(convention, '2024-02-29', 'SOCLE', 'AE')).toBe(200_000);
    expect(allocated(convention, '2024-03-01', 'SOCLE', 'AE')).toBe(185_000);
    expect(allocated(convention, '2024-04-30', 'USAGES', 'AE')).toBe(115_000);
    expect(allocated(convention, '2024-12-31', 'SOCLE', 'AE')).toBe(180_000);
    expect(allocated(convention, '2024-12-31', 'USAGES', 'AE')).toBe(120_000);
    expect(found(convention, NO_ROW, '2024-12-31', /^FON/)).toEqual(['error FON-01 2']);
    expect(sentences(convention, NO_ROW, '2024-12-31', 'FON-01')).toEqual([
      'Redéploiement de 6 000,00 € d’AE de Socle numérique vers Usages : au-delà des 5 000,00 € encore fongibles sans accord préalable, il n’est pas compté (convention, art. 4.2). Demandez l’accord du délégant et inscrivez-en l’auteur, la date et la référence.',
    ]);
  });

  test('the titre and the programme of a row are those of its poste and its envelope', () => {
    const ledger = `
      Axe ministériel 2 | Poste       | N° EJ      | Date d'engagement | Montant AE
      SOCLE             | Renforts    | 1400000001 | 15/02/2024        | 50 000,00
      SOCLE             | Hébergement | 1400000002 | 16/02/2024        | 60 000,00
      SOCLE             | Renforts    | 1400000003 | 17/02/2024        | 0,01
      USAGES            |             | 1400000004 | 18/06/2024        | 110 000,00
      USAGES            |             | 1400000005 | 19/06/2024        | 0,01
    `;
    // Programme 0349: 90 000 as printed and the 20 000 that its only envelope received.
    expect(found(convention, ledger, '2024-12-31', /^PLA-03/)).toEqual(['error PLA-03 3', 'warning PLA-03 5']);
    expect(sentences(convention, ledger, '2024-12-31', 'PLA-03')[0]).toBe(
      'Titre 2 : 50 000,01 € d’AE engagées au 17/02/2024 pour une dotation de 50 000,00 €, soit 0,01 € de trop (convention, art. 4.3). Vérifiez la ligne ; si le dépassement est réel, informez le délégant sans délai.',
    );
  });

  test('CP by poste are not judged: the convention gives none', () => {
    const ledger = `
      Axe ministériel 2 | Poste    | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
      SOCLE             | Renforts | 1400000001 | 15/02/2024        | 1 000,00   | 20/03/2024       | 70 000,00
    `;
    expect(found(convention, ledger, '2024-12-31', /^PLA-04/)).toEqual([]);
  });

  test.each`
    asOf            | done            | expected                | because
    ${'2024-03-30'} | ${null}         | ${[]}                   | ${'the first quarter ends on 31 March, its report is due on 15 April'}
    ${'2024-04-02'} | ${null}         | ${['warning DEL-05 1']} | ${'fifteen days before'}
    ${'2024-04-15'} | ${null}         | ${['warning DEL-05 1']} | ${'the last day is in time'}
    ${'2024-04-16'} | ${null}         | ${['error DEL-05 1']}   | ${'the day after is late'}
    ${'2024-04-16'} | ${'2024-04-10'} | ${[]}                   | ${'done'}
    ${'2024-07-16'} | ${'2024-04-10'} | ${['error DEL-05 1']}   | ${'the second quarter is not'}
    ${'2024-07-16'} | ${'2024-07-01'} | ${[]}                   | ${'and then it is'}
  `(
    'on $asOf, done $done: $because',
    ({ asOf, done, expected }: { asOf: string; done: string | null; expected: string[] }) => {
      const duties = convention.duties.map((duty) =>
        duty.every === undefined ? duty : { ...duty, doneOn: done === null ? null : isoDate(done) },
      );
      expect(found({ ...convention, duties }, NO_ROW, asOf, /^DEL-05/)).toEqual(expected);
    },
  );

  test('several quarters late are one finding, which counts them', () => {
    expect(sentences(convention, NO_ROW, '2024-10-20', 'DEL-05')).toEqual([
      '« Compte rendu trimestriel » : en retard, échéance le 15/04/2024, puis 2 autres échéances passées ; attendu : au plus tard le 15/04/2024 (convention, art. 6). Produisez le document, puis saisissez la date dans « Fait le » (ENV_Obligations).',
    ]);
  });

  test('duties of both sides: the délégant is reminded, the délégataire is late', () => {
    expect(found(convention, NO_ROW, '2024-03-01', /^DEL-06/)).toEqual([
      'info DEL-06 2',
      'warning DEL-06 3',
      'error DEL-06 5',
    ]);
  });
});

describe('postes amended by nature, tolerance, fungibility between two envelopes', () => {
  const convention = load('territoires-2024');

  test('an avenant changes a poste and its envelope, in its nature alone', () => {
    const line = (asOf: string, rank: number) => [
      allocated(convention, asOf, 'NORD', 'AE', rank),
      allocated(convention, asOf, 'NORD', 'CP', rank),
    ];
    expect([line('2024-06-02', 0), line('2024-06-02', 1)]).toEqual([
      [50_000, 40_000],
      [30_000, 20_000],
    ]);
    expect([line('2024-06-03', 0), line('2024-06-03', 1)]).toEqual([
      [50_000, 35_000],
      [40_000, 20_000],
    ]);
    expect([line('2024-09-02', 0), line('2024-09-02', 1)]).toEqual([
      [47_000, 35_000],
      [43_000, 20_000],
    ]);
    expect(allocated(convention, '2024-06-03', 'NORD', 'AE')).toBe(90_000);
    expect(allocated(convention, '2024-06-03', 'NORD', 'CP')).toBe(55_000);
  });

  test('NORD and SUD are fungible without limit, EST is not; between postes of NORD nothing is needed', () => {
    expect(allocated(convention, '2024-12-31', 'NORD', 'AE')).toBe(78_000);
    expect(allocated(convention, '2024-12-31', 'SUD', 'AE')).toBe(52_000);
    expect(allocated(convention, '2024-12-31', 'EST', 'AE')).toBe(20_000);
    expect(found(convention, NO_ROW, '2024-12-31', /^FON/)).toEqual(['error FON-01 4']);
  });

  test('a poste of a fungible envelope is a doubt; of another, an error', () => {
    const ledger = `
      Axe ministériel 2 | Poste     | N° EJ      | Date d'engagement | Montant AE
      SUD               | Études    | 1400000001 | 15/02/2024        | 100,00
      EST               | Animation | 1400000002 | 15/02/2024        | 100,00
    `;
    expect(found(convention, ledger, '2024-05-31', /^FON-04/)).toEqual(['warning FON-04 1', 'error FON-04 2']);
  });

  test('an excess within the tolerance is an information, one above it an error', () => {
    const ledger = `
      Axe ministériel 2 | Poste   | N° EJ      | Date d'engagement | Montant AE
      NORD              | Études  | 1400000001 | 15/02/2024        | 51 000,00
      NORD              | Études  | 1400000002 | 16/02/2024        | 0,01
      NORD              | Travaux | 1400000003 | 17/02/2024        | 32 999,99
      NORD              |         | 1400000004 | 18/02/2024        | 0,01
    `;
    // NORD: 80 000 and 5 %, so 84 000; Études: 50 000 and 1 000.
    expect(found(convention, ledger, '2024-05-31', /^PLA-0[14]/)).toEqual([
      'info PLA-04 1',
      'error PLA-04 2',
      'warning PLA-04 3',
      'info PLA-01 3',
      'error PLA-01 4',
    ]);
    expect(sentences(convention, ledger, '2024-05-31', 'PLA-01')[0]).toContain('dans la tolérance de la convention');
  });

  test('the CP of a poste that the convention gives in AE alone are a threshold of the team', () => {
    const ledger = `
      Axe ministériel 2 | Poste     | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
      SUD               | Animation | 1400000001 | 15/02/2024        | 1 000,00   | 20/03/2024       | 40 000,01
    `;
    expect(sentences(convention, ledger, '2024-05-31', 'PLA-04')).toEqual([
      'Poste de dépense « Animation » (Territoire Sud) : 40 000,01 € de CP payés au 20/03/2024 pour un seuil de suivi de 40 000,00 €, soit 0,01 € de trop. Vérifiez le poste de dépense de la ligne, ou convenez avec le délégant d’une nouvelle répartition.',
    ]);
  });

  test('commitments in advance: the share and its base are those of the settings', () => {
    const ledger = `
      Axe ministériel 2 | Opération         | N° EJ      | Date d'engagement | Montant AE
      NORD              | Gestion anticipée | 1400000001 | 10/12/2023        | 40 000,00
      SUD               | Gestion anticipée | 1400000002 | 11/12/2023        | 2 000,01
    `;
    const signed = { ...convention, signedOn: isoDate('2023-10-01') };
    // 30 % of 140 000, the AE of the three envelopes.
    expect(sentences(signed, ledger, '2024-05-31', 'PER-03')).toEqual([
      'Ensemble de la convention : 42 000,01 € d’AE engagées par anticipation au 11/12/2023, au-delà du seuil de suivi de 30 % des AE de la convention ; attendu : 42 000,00 € au plus. Reportez l’engagement après le 1er janvier 2024, ou réduisez-le.',
    ]);
    const unfollowed = { ...signed, advances: { share: null, base: 'envelope' as const } };
    expect(sentences(unfollowed, ledger, '2024-05-31', 'PER-03')).toEqual([]);
  });

  test('monthly and half-yearly reports', () => {
    // January ended on the 31st: five jours ouvrés later is 7 February; the half-year was answered on 20 July.
    expect(found(convention, NO_ROW, '2024-02-08', /^DEL-05/)).toEqual(['error DEL-05 1']);
    expect(found(convention, NO_ROW, '2024-07-31', /^DEL-05/)).toEqual(['error DEL-05 1']);
    expect(found({ ...convention, duties: convention.duties.slice(1) }, NO_ROW, '2024-07-31', /^DEL-05/)).toEqual([]);
  });
});
