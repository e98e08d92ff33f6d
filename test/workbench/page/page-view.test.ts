/** The view of the page in its address. */
import { searchOf, viewIn } from '../../../workbench/page/page-view';

test.each`
  search                                 | locale     | theme      | width
  ${''}                                  | ${'fr-FR'} | ${'light'} | ${380}
  ${'?langue=en'}                        | ${'en-US'} | ${'light'} | ${380}
  ${'?langue=fr'}                        | ${'fr-FR'} | ${'light'} | ${380}
  ${'?langue=<b>'}                       | ${'fr-FR'} | ${'light'} | ${380}
  ${'?theme=sombre&volet=500'}           | ${'fr-FR'} | ${'dark'}  | ${500}
  ${'?theme=rose&volet=large'}           | ${'fr-FR'} | ${'light'} | ${380}
  ${'?volet=10'}                         | ${'fr-FR'} | ${'light'} | ${320}
  ${'?volet=9999'}                       | ${'fr-FR'} | ${'light'} | ${800}
  ${'?volet=-400'}                       | ${'fr-FR'} | ${'light'} | ${380}
  ${'?langue=en&theme=sombre&volet=412'} | ${'en-US'} | ${'dark'}  | ${412}
`('« $search » is $locale, $theme, $width pixels', ({ search, locale, theme, width }) => {
  expect(viewIn(search)).toEqual({ locale, theme, paneWidth: width });
});

test.each(['?langue=fr', '?langue=en&theme=sombre', '?langue=fr&volet=320', '?langue=en&theme=sombre&volet=412'])(
  '« %s » is written as it was read',
  (search) => expect(searchOf(viewIn(search))).toBe(search),
);
