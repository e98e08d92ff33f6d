/** « Néant », « sans objet », « s.o. », « non », « - » in the ENV_ tables: a free text that means nothing is blank. */
import type { Convention } from '../../../src/domain/envelopes/convention';
import { readConventionTables } from '../../../src/workbook/convention/convention-tables';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import type { CellValue } from '../../../src/workbook/cells';
import type { ConventionKey } from '../../../src/workbook/workbook-names';
import { faultIn, INITIALISED, withCell, withKey } from '../../support/edited-convention';

function read(workbook: WorkbookSnapshot): Convention {
  const result = readConventionTables(workbook);
  if (!result.ok || !result.value) throw new Error(JSON.stringify(result));
  return result.value;
}

const NONE = ['Néant', 'NEANT', 'non', 'aucune', 'aucun', 'sans objet', 's.o.', 'S.O.', 'RAS', '-', '—', 'N/A', '#'];

describe('« Base du recyclage d’AE »', () => {
  test.each([...NONE, '?', 'En attente', 'arrêté à prendre', 'À préciser', 'non autorisé', 'refusé par le CBCM'])(
    '« %s » allows no recycling: GBCP, art. 160 holds',
    (text) => expect(read(withKey('recyclingBasis', text)).recyclingBasis).toBe(''),
  );

  test.each([
    'arrêté du 16 juillet 2014',
    'Arrêté du 2 février 2024 fixant les modalités de recyclage',
    'Art. 160 GBCP, arrêté annuel',
    'Décision CBCM 2023-NON-12',
  ])('« %s » is one', (text) => expect(read(withKey('recyclingBasis', text)).recyclingBasis).toBe(text));
});

test.each(NONE)('« %s » as an alias names no envelope', (text) => {
  const [first] = read(withCell(INITIALISED, 'envelopes', 0, 'Alias', text)).envelopes;
  expect(first?.aliases).toEqual([]);
});

test.each`
  typed              | aliases
  ${'Places; néant'} | ${['Places']}
  ${'Nonette'}       | ${['Nonette']}
  ${'Hors objet'}    | ${['Hors objet']}
`('aliases « $typed »', ({ typed, aliases }: { typed: string; aliases: string[] }) => {
  expect(read(withCell(INITIALISED, 'envelopes', 0, 'Alias', typed)).envelopes[0]?.aliases).toEqual(aliases);
});

test('a label that means nothing is the code', () => {
  const [first] = read(withCell(INITIALISED, 'envelopes', 0, 'Libellé', 'néant')).envelopes;
  expect(first?.label).toBe('PDE');
});

test.each([...Object.keys({ title: 0, reference: 0, delegantComptroller: 0 })] as ConventionKey[])(
  '« néant » in the text %s is blank',
  (key) => {
    const convention = read(withKey(key, 'néant'));
    const texts: Readonly<Record<string, unknown>> = { ...convention, ...convention.correspondence };
    expect(texts[key]).toBe('');
  },
);

describe('a table whose only row is « Néant »', () => {
  const listed = (ej: CellValue, amount: CellValue): Convention['rap'] => {
    const empty = withCell(INITIALISED, 'rap', 0, 'EJ', ej);
    return read(withCell(empty, 'rap', 0, 'Montant', amount)).rap;
  };
  test.each`
    ej              | amount     | rows
    ${'Néant'}      | ${0}       | ${0}
    ${'néant'}      | ${null}    | ${0}
    ${'Sans objet'} | ${'néant'} | ${0}
    ${'1405508811'} | ${0}       | ${1}
    ${'Néant'}      | ${5_000}   | ${1}
  `('« $ej | $amount » in ENV_RAP: $rows', ({ ej, amount, rows }) => {
    const kept = ej === 'néant' && amount === null ? withCell(INITIALISED, 'rap', 0, 'EJ', 'néant') : null;
    expect(kept ? read(kept).rap : listed(ej as CellValue, amount as CellValue)).toHaveLength(rows as number);
  });

  test('in ENV_Mouvements, there is no movement', () => {
    expect(read(withCell(INITIALISED, 'movements', 0, 'Type', 'Néant')).movements).toEqual([]);
  });
});

describe('where a word decides, « néant » decides nothing: it is still refused or read as it was', () => {
  test.each`
    key                    | value      | problem
    ${'noticeMonths'}      | ${'néant'} | ${'numberUnreadable'}
    ${'mode'}              | ${'néant'} | ${'wordUnknown'}
    ${'advanceShare'}      | ${'néant'} | ${'numberUnreadable'}
    ${'terminationSentOn'} | ${'néant'} | ${'none'}
    ${'otherYears'}        | ${'néant'} | ${'none'}
  `('$key « $value »: $problem', ({ key, value, problem }) => {
    expect(faultIn(withKey(key as ConventionKey, value as string))).toBe(problem);
  });

  test('« aucun » bounds no event, and « aucun » is no ceiling', () => {
    expect(read(withKey('endAppliesTo', 'aucun')).endAppliesTo).toEqual([]);
    expect(read(withKey('ae', 'aucun')).ceilings.AE).toBeNull();
    expect(read(withKey('advanceShare', 'aucun')).advances.share).toBeNull();
  });

  const CEILING = ['aucun', 'Illimité', 'illimitée', 'sans plafond', 'non plafonné', 'Pas de plafond', 'sans limite'];

  test.each([...CEILING, 'néant', 'sans objet'])('« %s » as the AE of an envelope is no ceiling', (text) => {
    const [first] = read(withCell(INITIALISED, 'envelopes', 0, 'AE', text)).envelopes;
    expect([first?.ceilings.AE, first?.ceilings.CP?.amount.cents]).toEqual([null, 57_303_200]);
  });

  test.each(CEILING)('« %s » as the share of commitments in advance follows none', (text) => {
    expect(read(withKey('advanceShare', text)).advances.share).toBeNull();
  });

  test('« sans objet » is a mode where there is no ceiling only, and no announced share', () => {
    const bounded = withCell(INITIALISED, 'envelopes', 0, 'Mode', 'sans objet');
    expect(faultIn(bounded)).toBe('wordUnknown');
    const halfBounded = withCell(bounded, 'envelopes', 0, 'AE', 'illimité');
    expect(faultIn(halfBounded)).toBe('wordUnknown');
    expect(read(withCell(halfBounded, 'envelopes', 0, 'CP', 'illimité')).envelopes[0]?.ceilings).toEqual({
      AE: null,
      CP: null,
    });
    expect(read(withCell(INITIALISED, 'envelopes', 0, 'Part', 'néant')).envelopes[0]?.share).toBeNull();
  });

  test.each([
    ['an AE', withCell(INITIALISED, 'envelopes', 0, 'AE', 'selon avenant'), 'aucun'],
    ['an opening RAP', withCell(INITIALISED, 'envelopes', 0, 'dont RAP', 'selon avenant'), ''],
    ['an end', withKey('endsOn', 'selon avenant'), ''],
  ])('« selon avenant » as %s is refused, with the word that may be there', (_, workbook, expected) => {
    expect(readConventionTables(workbook)).toMatchObject({ failure: { found: 'selon avenant', expected } });
  });

  test('« exercice 2023 » is the year of a row', () => {
    expect(read(withCell(INITIALISED, 'envelopes', 0, 'Exercice', 'Exercice 2023')).envelopes).toHaveLength(2);
  });

  test('an end « Néant » in ENV_Fongibilite frees no transfer', () => {
    const ends = withCell(INITIALISED, 'fungibility', 0, 'De', 'Néant');
    expect(faultIn(withCell(ends, 'fungibility', 0, 'Article', 'art. 3'))).toBe('envelopeUnknown');
  });
});
