/** Formulas between the form that people write and the form of files. */
import fc from 'fast-check';
import { fromFileFormula, renderTemplate, templateOf, toFileFormula } from '../../../src/adapters/xlsx/formula';

describe('to the file form and back', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['=SUM(A1:A3)', 'SUM(A1:A3)'],
    ['=ENVELOPE.REMAINING("PDE","CP")', '_xldudf_ENVELOPE_REMAINING("PDE","CP")'],
    [
      '=IF(ENVELOPE.RATE("PDE","AE")>0.85,"ENVELOPE.RATE(","")',
      'IF(_xldudf_ENVELOPE_RATE("PDE","AE")>0.85,"ENVELOPE.RATE(","")',
    ],
    ['=SUMIFS(Suivi[AE],Suivi[Axe ministériel 2],"PDE")', 'SUMIFS(Suivi[AE],Suivi[Axe ministériel 2],"PDE")'],
    ['=Suivi[@AE]-Suivi[@[Montant CP]]', 'Suivi[[#This Row],[AE]]-Suivi[[#This Row],[Montant CP]]'],
    ['=XLOOKUP(A1,B:B,C:C)', '_xlfn.XLOOKUP(A1,B:B,C:C)'],
    ['=SORT(FILTER(A1:A9,B1:B9>0))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9>0))'],
    ['=LET(total,SUM(A1:A3),total*2)', '_xlfn.LET(_xlpm.total,SUM(A1:A3),_xlpm.total*2)'],
    ['=\'XLOOKUP(1\'!A1&"IFS("', '\'XLOOKUP(1\'!A1&"IFS("'],
    ['=IFERROR(MAXIFS(A:A,B:B,"x"),0)', 'IFERROR(_xlfn.MAXIFS(A:A,B:B,"x"),0)'],
    ["=SUM(Suivi[Montant d''AE])", "SUM(Suivi[Montant d''AE])"],
  ];
  test.each(cases)('%s', (shown, stored) => {
    expect(toFileFormula(shown)).toBe(stored);
    expect(fromFileFormula(stored)).toBe(shown);
  });

  test('a bracket or a quote that never closes changes nothing', () => {
    for (const odd of ['=A[', '="', "='Feuil", '=[[[', '=A]']) expect(fromFileFormula(toFileFormula(odd))).toBe(odd);
  });
});

describe('a formula rendered for another cell', () => {
  const cases: readonly (readonly [string, number, number, string])[] = [
    ['A1', 1, 1, 'B2'],
    ['$A$1+$A1+A$1', 2, 3, '$A$1+$A3+D$1'],
    ['SUM($A:B,1:$3)', 1, 1, 'SUM($A:C,2:$3)'],
    ['Feuil1!A1+\'A1 et B2\'!C3&"D4"', 1, 0, 'Feuil1!A2+\'A1 et B2\'!C4&"D4"'],
    ['LOG10(A1)+Taux2023+ABCD1+Suivi[A1]', 1, 0, 'LOG10(A2)+Taux2023+ABCD1+Suivi[A1]'],
    ['Été1+_A1+A1.B', 5, 5, 'Été1+_A1+A1.B'],
    ['A1', -1, 0, '#REF!'],
    ['XFD1+A1048576', 1, 1, '#REF!+#REF!'],
    ['1.5+A1*2E3', 1, 0, '1.5+A2*2E3'],
  ];
  test.each(cases)('%s, %i down and %i right', (formula, down, right, expected) => {
    expect(renderTemplate(templateOf(formula), down, right)).toBe(expected);
  });

  test('at its own cell a formula is unchanged', () => {
    const piece = fc.constantFrom(
      'A',
      'XFD',
      'XFE',
      '$',
      ':',
      '1',
      '0',
      '1048577',
      '!',
      "'",
      '"',
      '[',
      ']',
      'é',
      '(',
      '+',
      '.',
      '_',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        (pieces) => renderTemplate(templateOf(pieces.join('')), 0, 0) === pieces.join(''),
      ),
    );
  });
});
