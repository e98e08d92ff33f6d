/** A convention of two years in the Bilan and the État: what the first committed is still owed and counted in the second. */
import type { Convention, Movement } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { convention2023 } from '../../support/conventions';
import { documented, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { DocumentReader } from '../../support/readers/document-reader';
import { movementOf } from '../../domain/envelopes/builders';

/** Euros; null where the year gives none. */
interface Credits {
  readonly AE: number | null;
  readonly CP: number | null;
}

/** The convention for 2023 and 2024, of one envelope: PDE, with these credits. */
function twoYears(of2023: Credits, of2024: Credits): Convention {
  const { envelopes, ...convention } = convention2023();
  const termsOf = ({ AE, CP }: Credits) => {
    const ceilings = {
      AE: AE === null ? null : { amount: Euros.fromCents<'AE'>(AE * 100), mode: 'blocking' as const },
      CP: CP === null ? null : { amount: Euros.fromCents<'CP'>(CP * 100), mode: 'blocking' as const },
    };
    const ofYear = envelopes
      .filter(({ code }) => code === 'PDE')
      .map((envelope) => ({ ...envelope, ceilings, openingRap: Euros.zero<'CP'>(), lines: [] }));
    return { ceilings, envelopes: ofYear, rap: [] };
  };
  return {
    ...convention,
    ...termsOf(of2023),
    endsOn: isoDate('2024-12-31'),
    otherYears: [{ year: 2024, ...termsOf(of2024) }],
  };
}

const HEADINGS = 'Axe ministériel 2 | N° EJ | Engagé le | Montant AE | Service fait | Payé le | Montant CP';
const COMMITTED = 'PDE | 1405610001 | 10/02/2023 | 60000 | | |';
const PAID_IN_2023 = 'PDE | 1405610001 | | | 10/05/2023 | 15/05/2023 | 20000';
const PAID_IN_2024 = 'PDE | 1405610001 | | | 01/02/2024 | 20/02/2024 | 30000';

function written(convention: Convention, ...rows: readonly string[]) {
  const workbook = documented(ledgerWorkbook(convention, [HEADINGS, ...rows].join('\n')), '2024-12-31');
  const reader = (name: string): DocumentReader => new DocumentReader(workbook, name);
  return { bilan: reader('Bilan financier 2024'), etat: reader('État de prévision 2024') };
}

/** Year, nature, credits, used, left of the section « Depuis le début de la convention ». */
const sinceStart = (document: DocumentReader): readonly unknown[][] => {
  const section = document.rows().find(([title]) => /^\d+\. Depuis le début/.test(String(title)))?.[0];
  return document
    .block(String(section))
    .filter(([label]) => label === 'Place des entreprises')
    .map((row) => row.slice(1, 6));
};

describe('a last year that gives CP alone', () => {
  const convention = twoYears({ AE: 100_000, CP: 50_000 }, { AE: null, CP: 40_000 });
  const { bilan, etat } = written(convention, COMMITTED, PAID_IN_2023, PAID_IN_2024);

  test('still owes what the first year committed, by envelope and by EJ', () => {
    expect(bilan.find('Place des entreprises', 'RAP au 31/12/2024').value).toBe(10_000);
    expect(bilan.find('1405610001', 'Restes à payer').value).toBe(10_000);
  });

  test('has the AE of the first year since the beginning, and dashes in its own', () => {
    for (const document of [bilan, etat])
      expect(sinceStart(document)).toEqual([
        [2023, 'AE', 100_000, 60_000, 40_000],
        [2024, 'AE', '–', 0, '–'],
        ['Tous exercices', 'AE', 100_000, 60_000, 40_000],
        [2023, 'CP', 50_000, 20_000, 30_000],
        [2024, 'CP', 40_000, 30_000, 10_000],
        ['Tous exercices', 'CP', 90_000, 50_000, 40_000],
      ]);
  });
});

test('a last year that gives AE alone shows what is paid in it', () => {
  const convention = twoYears({ AE: 100_000, CP: 50_000 }, { AE: 40_000, CP: null });
  const { bilan } = written(convention, COMMITTED, PAID_IN_2023, PAID_IN_2024);
  expect(bilan.find('Total PDE', 'CP payés').value).toBe(30_000);
  expect(bilan.find('Total PDE', 'CP non payés').value).toBe('–');
  expect(bilan.find('Place des entreprises', 'RAP au 31/12/2024').value).toBe(10_000);
});

test('a commitment without a date counts once in all the years: in that of the situation', () => {
  const convention = twoYears({ AE: 100_000, CP: 50_000 }, { AE: 40_000, CP: 40_000 });
  const undated = 'PDE | 1405610002 | | 10000 | | |';
  const { bilan, etat } = written(convention, COMMITTED, undated, PAID_IN_2023);
  for (const document of [bilan, etat])
    expect(sinceStart(document).slice(0, 3)).toEqual([
      [2023, 'AE', 100_000, 60_000, 40_000],
      [2024, 'AE', 40_000, 10_000, 30_000],
      ['Tous exercices', 'AE', 140_000, 70_000, 70_000],
    ]);
});

describe('a year without any amount, in which AE are committed and CP paid', () => {
  const convention = twoYears({ AE: 100_000, CP: 100_000 }, { AE: null, CP: null });
  const committedIn2024 = 'PDE | 1405610002 | 10/02/2024 | 70000 | | |';
  const { bilan, etat } = written(convention, COMMITTED, committedIn2024, PAID_IN_2023, PAID_IN_2024);

  test('the credits of all the years are not calculable; what is consumed is', () => {
    for (const document of [bilan, etat])
      expect(sinceStart(document)).toEqual([
        [2023, 'AE', 100_000, 60_000, 40_000],
        [2024, 'AE', '–', 70_000, '–'],
        ['Tous exercices', 'AE', 'non calculable', 130_000, 'non calculable'],
        [2023, 'CP', 100_000, 20_000, 80_000],
        [2024, 'CP', '–', 30_000, '–'],
        ['Tous exercices', 'CP', 'non calculable', 50_000, 'non calculable'],
      ]);
  });

  test('a sentence under the table gives the year, and what to do', () => {
    const sentences = bilan.rows().map(([text]) => String(text).replace(/\s/g, ' ').replaceAll('’', "'"));
    expect(sentences.join(' ')).toContain(
      "Place des entreprises, AE : la dotation de tous les exercices n'est pas calculable, car des AE sont engagées sans dotation en 2024. " +
        'Si la convention donne un montant à cette enveloppe, saisissez-le dans ENV_Enveloppes.',
    );
  });
});

/** In the table, with the row of the reports. */
const withReports = (document: DocumentReader): readonly unknown[][] => {
  const section = document.rows().find(([title]) => /^\d+\. Depuis le début/.test(String(title)))?.[0];
  return document
    .block(String(section))
    .map((row) => row.slice(0, 6).map((cell) => (typeof cell === 'string' ? cell.replace(/\s/g, ' ') : cell)));
};

describe('credits carried over from 2023 to 2024', () => {
  /** AE 100 000 and 50 000, of which 60 000 and 70 000 are committed: 150 000 given, 130 000 committed, 20 000 left. */
  const base = twoYears({ AE: 100_000, CP: 100_000 }, { AE: 50_000, CP: 50_000 });
  const committedIn2024 = 'PDE | 1405610002 | 10/02/2024 | 70000 | | |';
  const documents = (...movements: readonly Movement[]) =>
    written({ ...base, movements }, COMMITTED, committedIn2024, PAID_IN_2023, PAID_IN_2024);
  const report = (date: string, end: 'from' | 'to', euros: number, index = 0): Movement =>
    movementOf({ index, type: 'carryOver', [end]: 'PDE', date, nature: 'AE', cents: euros * 100 });
  const INTO_2024 = report('2024-03-01', 'to', 40_000);
  const OUT_OF_2023 = report('2023-12-31', 'from', 40_000, 1);
  const PDE = 'Place des entreprises';
  const AE_OF = (year: number, ...amounts: readonly number[]) => [PDE, year, 'AE', ...amounts];
  const REPORTS = 'Reports d’un exercice sur l’autre (PDE, AE)';
  const reports = (euros: number) => [REPORTS, null, 'AE', -euros, null, -euros];
  const ALL = (allocated: number) => [PDE, 'Tous exercices', 'AE', allocated, 130_000, allocated - 130_000];

  test.each([
    [
      'in the register of 2024 alone: taken out of the sum',
      [INTO_2024],
      [AE_OF(2023, 100_000, 60_000, 40_000), AE_OF(2024, 90_000, 70_000, 20_000), reports(40_000), ALL(150_000)],
    ],
    [
      'on both sides: the years add up',
      [INTO_2024, OUT_OF_2023],
      [AE_OF(2023, 60_000, 60_000, 0), AE_OF(2024, 90_000, 70_000, 20_000), ALL(150_000)],
    ],
    [
      'on its way: in neither year',
      [OUT_OF_2023],
      [AE_OF(2023, 60_000, 60_000, 0), AE_OF(2024, 50_000, 70_000, -20_000), ALL(110_000)],
    ],
    [
      'in part on the side of 2023',
      [INTO_2024, report('2023-12-31', 'from', 10_000, 1)],
      [AE_OF(2023, 90_000, 60_000, 30_000), AE_OF(2024, 90_000, 70_000, 20_000), reports(30_000), ALL(150_000)],
    ],
    [
      'from 2022, before the convention: new credits of 2023',
      [report('2023-03-01', 'to', 40_000)],
      [AE_OF(2023, 140_000, 60_000, 80_000), AE_OF(2024, 50_000, 70_000, -20_000), ALL(190_000)],
    ],
    [
      'above what 2023 leaves: the rest is new credits of 2024',
      [report('2024-03-01', 'to', 45_000)],
      [AE_OF(2023, 100_000, 60_000, 40_000), AE_OF(2024, 95_000, 70_000, 25_000), reports(40_000), ALL(155_000)],
    ],
  ])('%s', (_, movements, expected) => {
    const { bilan, etat } = documents(...movements);
    for (const document of [bilan, etat])
      expect(withReports(document).filter(([, , nature]) => nature === 'AE')).toEqual(expected);
  });

  test('what is carried over above what the year leaves is in a sentence', () => {
    const { bilan } = documents(report('2024-03-01', 'to', 45_000));
    const sentences = bilan.rows().map(([cell]) => String(cell).replace(/\s/g, ' ').replaceAll('’', "'"));
    expect(sentences.join(' ')).toContain(
      "Place des entreprises, AE : les reports dépassent de 5 000,00 € ce que 2023 laisse ; ce montant s'ajoute à la dotation de tous les exercices. " +
        'Vérifiez ces reports dans ENV_Mouvements.',
    );
  });
});
