/** A number as its cell shows it, by formats in the invariant form of files and of Excel: euros, or something else. */
import { numberFormat, shownBy, shownText, type ShownNumber } from '../../src/workbook/number-formats';

/** « date », « unseen », « unsigned », « withoutTax », or the kind and the text shown; « euros » for an amount. */
function shownAs(format: string, value: number): string {
  const shown = shownBy(numberFormat(format), value);
  if (shown === null) return 'euros';
  if (shown.kind === 'unseen' || shown.kind === 'unsigned' || shown.kind === 'withoutTax') return shown.kind;
  return shown.kind === 'date' ? 'date' : `${shown.kind}${inEuros(shown)}: ${shownText(value, shown)}`;
}

function inEuros(shown: ShownNumber): string {
  return shown.kind === 'scaled' ? `${shown.isUnsigned ? ' unsigned' : ''} ×10^${shown.exponent}` : '';
}

const DATES = [
  'dd/mm/yyyy',
  'm/d/yyyy',
  '[$-40C]d mmmm yyyy',
  '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
  'mmm-yy',
  'mmmm',
  'dd/mm/yyyy hh:mm',
  'dd/mm/yyyy;@',
];

test.each(DATES)('%s shows a day as a date; another number is an amount that nobody sees', (format) => {
  expect(shownAs(format, 45_058)).toBe('date');
  expect([300, -300, 80_000, 0].map((value) => shownAs(format, value))).toEqual([
    'unseen',
    'unseen',
    'unseen',
    'euros',
  ]);
});

test.each`
  format                                                                        | value     | shows
  ${'General'}                                                                  | ${1500}   | ${'euros'}
  ${'Standard'}                                                                 | ${1500}   | ${'euros'}
  ${'@'}                                                                        | ${1500}   | ${'euros'}
  ${'0.00'}                                                                     | ${45_058} | ${'euros'}
  ${'0.00E+00'}                                                                 | ${1500}   | ${'euros'}
  ${'# ?/?'}                                                                    | ${0.5}    | ${'euros'}
  ${'#,##0.00\\ "€"'}                                                           | ${12}     | ${'euros'}
  ${'#,##0.00\\ "€ dont TVA"'}                                                  | ${12}     | ${'euros'}
  ${'#,##0\\ "€ dont 20 % de TVA"'}                                             | ${12}     | ${'euros'}
  ${'#,##0.00 "HT"'}                                                            | ${12}     | ${'withoutTax'}
  ${'#,##0.00\\ "€ H.T."'}                                                      | ${12}     | ${'withoutTax'}
  ${'#,##0.00 [$€-40C] "hors taxes"'}                                           | ${12}     | ${'withoutTax'}
  ${'#,##0.00\\ \\H\\T'}                                                        | ${12}     | ${'withoutTax'}
  ${'#,##0.00 "€ HT";[Red]-#,##0.00 "€ HT"'}                                    | ${-12}    | ${'withoutTax'}
  ${'#,##0.00 "€ HT";[Red]#,##0.00 "€ HT"'}                                     | ${-12}    | ${'unsigned'}
  ${'#,##0.00 "€ TTC"'}                                                         | ${12}     | ${'euros'}
  ${'#,##0.00 "€ (HT2)"'}                                                       | ${12}     | ${'euros'}
  ${'#,##0.00\\ \\d\\u'}                                                        | ${12}     | ${'euros'}
  ${'#,##0.00\\ [$€-40C]'}                                                      | ${12}     | ${'euros'}
  ${'[$EUR]\\ #,##0.00'}                                                        | ${12}     | ${'euros'}
  ${'#,##0.00 €'}                                                               | ${12}     | ${'euros'}
  ${'_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-'}       | ${12}     | ${'euros'}
  ${'_-* #,##0.00\\ [$€-fr-FR]_-'}                                              | ${-12}    | ${'euros'}
  ${'_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)'}                                | ${0}      | ${'euros'}
  ${'#,##0.00\\ "€";[Red]\\-#,##0.00\\ "€"'}                                    | ${-12}    | ${'euros'}
  ${'_d0.00*d'}                                                                 | ${12}     | ${'euros'}
  ${'0 "unfinished'}                                                            | ${12}     | ${'euros'}
  ${'yyyy'.repeat(64)}                                                          | ${45_058} | ${'euros'}
  ${'0%'}                                                                       | ${0.2}    | ${'percentage: 20 %'}
  ${'0.00%'}                                                                    | ${0.055}  | ${'percentage: 5,5 %'}
  ${'0%'}                                                                       | ${0}      | ${'percentage: 0 %'}
  ${'0%;[Red]-0%'}                                                              | ${-0.2}   | ${'percentage: -20 %'}
  ${'0\\ %'}                                                                    | ${0.2}    | ${'percentage: 20 %'}
  ${'0" %"'}                                                                    | ${20}     | ${'percentage: 20 %'}
  ${'0\\%'}                                                                     | ${20}     | ${'percentage: 20 %'}
  ${'h:mm'}                                                                     | ${0.0625} | ${'time: 01:30'}
  ${'hh:mm:ss'}                                                                 | ${0.0631} | ${'time: 01:30:52'}
  ${'h:mm AM/PM'}                                                               | ${0.75}   | ${'time: 18:00'}
  ${'[h]:mm'}                                                                   | ${1.5}    | ${'time: 36:00'}
  ${'[mm]'}                                                                     | ${0.0625} | ${'time: 01:30'}
  ${'mm:ss.0'}                                                                  | ${0.0625} | ${'time: 01:30'}
  ${'dd/mm/yyyy hh:mm'}                                                         | ${0.0625} | ${'time: 01:30'}
  ${'[$$-409]#,##0.00'}                                                         | ${12}     | ${'currency: 12 $'}
  ${'$#,##0.00'}                                                                | ${12}     | ${'currency: 12 $'}
  ${'"$"#,##0.00;[Red]\\-"$"#,##0.00'}                                          | ${-12}    | ${'currency: -12 $'}
  ${'\\$0'}                                                                     | ${12}     | ${'currency: 12 $'}
  ${'[$£-809]#,##0.00'}                                                         | ${12}     | ${'currency: 12 £'}
  ${'_-[$£-809]* #,##0.00_-;\\-[$£-809]* #,##0.00_-;_-[$£-809]* "-"??_-;_-@_-'} | ${0}      | ${'currency: 0 £'}
  ${'#,##0.00\\ [$USD]'}                                                        | ${12}     | ${'currency: 12 USD'}
  ${'#,##0.00\\ [$zł-415]'}                                                     | ${12}     | ${'currency: 12 zł'}
  ${'#,##0\\ "F CFA"'}                                                          | ${12}     | ${'currency: 12 F CFA'}
  ${'0 "jours"'}                                                                | ${12}     | ${'quantity: 12 jours'}
  ${'0.0\\ "ETP"'}                                                              | ${1.5}    | ${'quantity: 1,5 ETP'}
  ${'0 "m²"'}                                                                   | ${12}     | ${'quantity: 12 m²'}
  ${'0 "k€"'}                                                                   | ${12}     | ${'scaled ×10^3: 12 k€'}
  ${'#,##0.0\\ \\k€'}                                                           | ${12.5}   | ${'scaled ×10^3: 12,5 k€'}
  ${'0 "M€ TTC"'}                                                               | ${12}     | ${'scaled ×10^6: 12 M€ TTC'}
  ${'0 "milliers d\'euros"'}                                                    | ${12}     | ${"scaled ×10^3: 12 milliers d'euros"}
  ${'0 "K"'}                                                                    | ${12}     | ${'scaled ×10^3: 12 K'}
  ${'#,##0.0, "k€"'}                                                            | ${12_000} | ${'scaled ×10^0: 12 k€'}
  ${'#,##0.00,, "M€"'}                                                          | ${12e6}   | ${'scaled ×10^0: 12 M€'}
  ${'#,##0,.0 "k€"'}                                                            | ${12_500} | ${'scaled ×10^0: 12,5 k€'}
  ${'#,##0, "M€"'}                                                              | ${12_000} | ${'scaled ×10^3: 12 M€'}
  ${'#,##0,'}                                                                   | ${12_000} | ${'scaled ×10^0: 12'}
  ${'#,##0, "€"'}                                                               | ${12_000} | ${'scaled ×10^-3: 12 €'}
  ${'[>=1000000]#,##0.0,,"M€";[>=1000]#,##0.0,"k€";0"€"'}                       | ${2_000}  | ${'scaled ×10^0: 2 k€'}
  ${'[>=1000000]#,##0.0,,"M€";[>=1000]#,##0.0,"k€";0"€"'}                       | ${200}    | ${'euros'}
  ${'[<1]0%;0.00'}                                                              | ${0.2}    | ${'percentage: 20 %'}
  ${'[<1]0%;0.00'}                                                              | ${20}     | ${'euros'}
  ${'0.00;0%'}                                                                  | ${-0.2}   | ${'percentage: -20 %'}
  ${'0.00;0%'}                                                                  | ${0}      | ${'euros'}
  ${'0.00;-0.00;0%'}                                                            | ${0}      | ${'percentage: 0 %'}
  ${';;;'}                                                                      | ${12}     | ${'unseen'}
  ${';;;'}                                                                      | ${0}      | ${'euros'}
  ${';;'}                                                                       | ${-12}    | ${'unseen'}
  ${';;;@'}                                                                     | ${12}     | ${'unseen'}
  ${'""'}                                                                       | ${12}     | ${'unseen'}
  ${'"confidentiel"'}                                                           | ${12}     | ${'unseen'}
  ${'"15 000 €"'}                                                               | ${12}     | ${'altered: 15 000 €'}
  ${'0;-0;"15 000"'}                                                            | ${0}      | ${'altered: 15 000'}
  ${'0;-0;"0,00"'}                                                              | ${0}      | ${'euros'}
  ${'[White]0'}                                                                 | ${12}     | ${'unseen'}
  ${'0;;'}                                                                      | ${-12}    | ${'unseen'}
  ${'0;;'}                                                                      | ${12}     | ${'euros'}
  ${'0;-0;'}                                                                    | ${0}      | ${'euros'}
  ${'0;'}                                                                       | ${-12}    | ${'unseen'}
  ${'[>10];0'}                                                                  | ${12}     | ${'unseen'}
  ${'[>10];0'}                                                                  | ${9}      | ${'euros'}
  ${'0;[Red]0'}                                                                 | ${-12}    | ${'unsigned'}
  ${'0;[Red]0'}                                                                 | ${12}     | ${'euros'}
  ${'#,##0.00\\ "€";[Red]#,##0.00\\ "€"'}                                       | ${-12}    | ${'unsigned'}
  ${'[<0]0;0'}                                                                  | ${-12}    | ${'unsigned'}
  ${'0;0" CR"'}                                                                 | ${-12}    | ${'euros'}
  ${'#,##0, "k€";[Red]#,##0, "k€"'}                                             | ${-2000}  | ${'scaled unsigned ×10^0: -2 k€'}
  ${'0" 000"'}                                                                  | ${12}     | ${'altered: 12 000'}
  ${'0" x1000"'}                                                                | ${12}     | ${'altered: 12 x1000'}
  ${'0" € (× 1 000)"'}                                                          | ${12}     | ${'altered: 12 € (× 1 000)'}
  ${'0" CR"'}                                                                   | ${12}     | ${'altered: 12 CR'}
  ${'0" (C)"'}                                                                  | ${12}     | ${'altered: 12 (C)'}
  ${'0" DB";0" CR"'}                                                            | ${12}     | ${'euros'}
  ${'0" DB";0" CR"'}                                                            | ${-12}    | ${'euros'}
  ${'0"000"'}                                                                   | ${12}     | ${'altered: 12000'}
  ${'0"000"'}                                                                   | ${0}      | ${'euros'}
  ${'"1"000'}                                                                   | ${12}     | ${'altered: 112'}
  ${'0","00'}                                                                   | ${1234}   | ${'altered: 12,34'}
  ${'#\\ ##0\\,00'}                                                             | ${123456} | ${'altered: 1 234,56'}
  ${'0"€"00'}                                                                   | ${5}      | ${'altered: 0€05'}
  ${'-0'}                                                                       | ${12}     | ${'altered: -12'}
  ${'-0;0'}                                                                     | ${12.5}   | ${'altered: -12,5'}
  ${'(0)'}                                                                      | ${12}     | ${'altered: (12)'}
  ${'0-'}                                                                       | ${12}     | ${'altered: 12-'}
  ${'0"  €";0-'}                                                                | ${-12}    | ${'euros'}
  ${'#\\ ##0'}                                                                  | ${1234}   | ${'euros'}
  ${'#"\u00a0"##0.00'}                                                          | ${1234}   | ${'euros'}
  ${'0 "€ (2023)"'}                                                             | ${12}     | ${'euros'}
  ${'"2023 : "0'}                                                               | ${12}     | ${'euros'}
`('$format shows $value as $shows', ({ format, value, shows }: { format: string; value: number; shows: string }) => {
  expect(shownAs(format, value)).toBe(shows);
});

test('a format of the longest kind is read once, in a time that follows its length', () => {
  const formats = ['"'.repeat(255), '['.repeat(255), ';'.repeat(255), '\\'.repeat(255), '0,'.repeat(127)];
  expect(formats.map((format) => shownAs(format, 12))).toEqual([
    'unseen',
    'unseen',
    'unseen',
    'unseen',
    'scaled ×10^0: 0,012',
  ]);
});
