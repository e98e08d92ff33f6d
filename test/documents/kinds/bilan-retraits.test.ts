/** The retraits that are in no block of AE of the Bilan, or that lower nothing: never printed as payments. */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import { bilanOf, notesOf, PDE, withRap } from '../../support/bilan';
import { documented, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { DocumentReader } from '../../support/readers/document-reader';

/** The convention for 2023 and 2024, without earlier EJ. */
function twoYears(): Convention {
  const one = withRap();
  const envelopes = one.envelopes.map((of) => ({ ...of, openingRap: Euros.fromCents<'CP'>(0) }));
  const { ceilings } = one;
  const otherYears = [{ year: 2024, ceilings, envelopes, rap: [] }];
  return { ...one, endsOn: isoDate('2024-12-31'), envelopes, rap: [], otherYears };
}

const HEADINGS = 'Axe ministériel 2 | N° EJ | Opération | Date | Montant AE | Service fait | Payé le | Montant CP';
const ADVANCE = 'PDE | 1405610002 | EJ anticipé | 20/11/2023 | 12000 | | |';
const WITHDRAWN = 'PDE | 1405610002 | Retrait | 05/12/2023 | -2000 | | |';
/** On an EJ that nobody commits. */
const UNKNOWN = 'PDE | 1405610099 | DP | | | 20/11/2023 | 05/12/2023 | 2000';
const UNREADABLE =
  'PDE | 1405610003 | EJ | 20/01/2023 | cinq mille | | |\n PDE | 1405610003 | Retrait | 05/12/2023 | -500 | | |';

function bilan(...rows: readonly string[]): DocumentReader {
  const workbook = ledgerWorkbook(twoYears(), `${HEADINGS}\n${rows.join('\n')}`);
  return new DocumentReader(documented(workbook, '2023-12-31'), 'Bilan financier 2023');
}

/** The row of the restes à payer: at 1 January, AE, retraits of the year, retraits on earlier EJ, CP, at the date. */
function rapOf(of: DocumentReader, label: string): readonly unknown[] {
  const headings = [
    'RAP au 1er janvier 2023',
    '+ AE engagées (brut)',
    "− Retraits de l'année",
    '− Retraits sur EJ antérieurs',
    '− CP payés',
    'RAP au 31/12/2023',
  ];
  const after = label === 'Total' ? '2. Ensemble de la convention' : PDE;
  return headings.map((heading) => of.find(label, heading, after).value);
}

/** The sentences under that row. */
function sentencesOf(of: DocumentReader): readonly string[] {
  const texts = of.rows().map(([first]) => String(first).replace(/\s/g, ' '));
  return [...new Set(texts.filter((text) => /^(CP payés|Restes à payer au|Retraits de l’année) .*\d/.test(text)))];
}

const elsewhere = (amounts: string): string =>
  `Restes à payer au 31/12/2023 : ils comptent aussi, hors des crédits de 2023, ${amounts}.`;
const advanceAndRetrait = elsewhere('12 000,00 € d’AE engagées, 2 000,00 € de retraits');
const unexplained =
  'CP payés : 2 000,00 €, dont 2 000,00 € sans engagement connu du suivi (ligne 4). ' +
  'Seuls les CP payés sur un engagement connu, soit 0,00 €, diminuent les restes à payer.';
const idle =
  'Retraits de l’année : 500,00 € sans montant engagé connu du suivi ; ils ne diminuent pas les restes à payer.';

test.each`
  rows                                | rap                                 | sentences                                   | why
  ${[ADVANCE]}                        | ${[0, 12_000, 0, 0, 0, 12_000]}     | ${[elsewhere('12 000,00 € d’AE engagées')]} | ${'an EJ on the credits of 2024 is owed, and takes no AE of 2023'}
  ${[ADVANCE, WITHDRAWN]}             | ${[0, 12_000, 2_000, 0, 0, 10_000]} | ${[advanceAndRetrait]}                      | ${'its retrait is a retrait, and no payment'}
  ${[ADVANCE, WITHDRAWN, UNKNOWN]}    | ${[0, 12_000, 2_000, 0, 0, 10_000]} | ${[unexplained, advanceAndRetrait]}         | ${'nor does it hide a payment of the same amount on an unknown EJ'}
  ${[UNREADABLE]}                     | ${[0, 0, 0, 0, 0, 0]}               | ${[idle]}                                   | ${'a retrait of an EJ whose amount is not readable lowers nothing'}
  ${[ADVANCE, WITHDRAWN, UNREADABLE]} | ${[0, 12_000, 2_000, 0, 0, 10_000]} | ${[idle, advanceAndRetrait]}                | ${'and the one is not deducted from the other'}
`('$why', ({ rows, rap, sentences }) => {
  const of = bilan(...(rows as string[]));
  expect([rapOf(of, 'Place des entreprises'), rapOf(of, 'Total')]).toEqual([rap, rap]);
  expect(sentencesOf(of)).toEqual(sentences);
});

test('the block of the restes à payer has the amounts of the list by EJ', () => {
  const of = bilan(ADVANCE, WITHDRAWN);
  const listed = ['RAP d’ouverture et AE engagées', 'Retraits', 'CP payés', 'Restes à payer'];
  expect(listed.map((heading) => of.find('Total PDE', heading, 'Restes à payer par EJ').value)).toEqual([
    12_000, 2_000, 0, 10_000,
  ]);
});

test('without them, the retraits of the year are the cell of the block of AE', () => {
  const rows =
    'PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 | | | |\n PDE | Frais annexes | 1405610188 | 21/03/2023 | -40 | | | |';
  const of = bilanOf(rows);
  const above = of.find('Total PDE', 'Retraits de l’année', PDE);
  const { value, formula } = of.find('Place des entreprises', "− Retraits de l'année", PDE);
  expect([value, formula]).toEqual([40, `=${above.address}`]);
});

describe('the note on a retrait that no formula can follow', () => {
  const advance =
    'PDE | 1405610001 | EJ anticipé | 20/11/2022 | 4000 | | |\n PDE | 1405610001 | Retrait | 05/12/2022 | -500 | | |';
  const earlier =
    'PDE | 1405610004 | EJ | 20/03/2022 | 4000 | | |\n PDE | 1405610004 | Retrait | 05/04/2023 | -500 | | |';
  const inAdvance = 'd’un engagement par anticipation (LOLF, art. 9) : aucune formule ne peut le calculer.';
  /** The end of the note is on a row of its own. */
  const ofEarlier =
    'La ligne 3 retire un engagement d’un exercice antérieur, qui ne libère pas d’AE (GBCP, art. 160) : aucune formule ne peut le';

  test.each`
    rows                               | retraits | notes                                                                   | why
    ${advance}                         | ${500}   | ${[`La ligne 2 relève ${inAdvance}`, `La ligne 3 relève ${inAdvance}`]} | ${'of an advance: it frees AE of the year, and article 160 is not against it'}
    ${earlier}                         | ${0}     | ${[ofEarlier]}                                                          | ${'of an earlier EJ: it frees none'}
    ${[ADVANCE, WITHDRAWN].join('\n')} | ${0}     | ${[`La ligne 2 relève ${inAdvance}`, `La ligne 3 relève ${inAdvance}`]} | ${'of an advance on the credits of 2024: it frees none of 2023, nor is it an earlier EJ'}
  `('$why', ({ rows, retraits, notes }) => {
    const of = bilan(rows as string);
    expect(of.find('Total PDE', 'Retraits de l’année', PDE).value).toBe(retraits);
    const reasons = notesOf(of).map((note) => note.replace(/^.*?\. (?=La ligne)/, ''));
    expect([...new Set(reasons.filter((reason) => reason.startsWith('La ligne')))].sort()).toEqual(notes);
  });
});
