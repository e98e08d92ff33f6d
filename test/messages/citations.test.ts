/**
 * The citation of each rule, by the text that it comes from. A rule of the team itself cites no article: it is a
 * « seuil de suivi », a « règle de tenue du suivi » or a setting.
 */
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { FindingOf, RuleCode } from '../../src/domain/controls/findings/finding';
import { describeFinding } from '../../src/messages/describe-finding';
import { convention2023 } from '../support/conventions';
import { exampleOf, RULES } from './examples';

const LIMITS = 'LOLF, art. 8 et 9';
const BOOKKEEPING = 'règle de tenue du suivi';

const CITATIONS: Readonly<Record<RuleCode, string>> = {
  'IMP-01': 'convention, art. 3',
  'IMP-02': 'convention, art. 3',
  'IMP-03': 'convention, art. 3',
  'IMP-04': 'convention, art. 3',
  'IMP-05': 'convention, art. 1.2',
  'IMP-06': 'convention, art. 1.2',
  'IMP-07': 'convention, art. 1.2',
  'IMP-08': 'convention, art. 3',
  'IMP-09': 'convention, art. 3',
  'PLA-01': `convention, art. 3 ; ${LIMITS}`,
  'PLA-02': `convention, art. 1.2 ; ${LIMITS}`,
  'PLA-03': `convention, art. 3 ; ${LIMITS}`,
  'PLA-04': 'convention, annexe n° 1',
  'PLA-05': 'convention, art. 1.2, « dont RAP »',
  'PLA-06': 'seuil de suivi',
  'FON-01': 'convention, art. 1.2',
  'FON-02': 'convention, art. 1.2',
  'FON-03': 'convention, art. 1.2',
  'FON-04': 'convention, art. 1.2',
  'PER-01': 'convention, art. 5',
  'PER-02': 'convention, art. 5',
  'PER-03': 'convention, art. 1.2',
  'PER-04': 'date limite de fin de gestion',
  'PER-05': 'GBCP, art. 29',
  'PER-06': 'CCP, art. R. 2192-10, R. 2192-12 et R. 2192-13',
  'PER-07': 'convention, art. 5 ; CCP, art. R. 2162-5',
  'PER-08': 'convention, art. 5 ; décret n° 2004-1085, art. 5',
  'PER-09': 'convention, art. 5 ; décret n° 2004-1085, art. 5',
  'EJ-01': 'GBCP, art. 29 et 159',
  'EJ-02': 'LOLF, art. 8',
  'EJ-03': 'usage Chorus',
  'EJ-04': 'usage Chorus',
  'EJ-05': 'convention, art. 1.2',
  'EJ-06': 'GBCP, art. 160',
  'EJ-07': 'GBCP, art. 31 et 33',
  'EJ-08': 'GBCP, art. 160',
  'EJ-09': 'GBCP, art. 160',
  'CHO-01': "comptabilité de l'État (Chorus)",
  'CHO-02': "comptabilité de l'État (Chorus)",
  'CHO-03': "comptabilité de l'État (Chorus)",
  'CHO-04': "comptabilité de l'État (Chorus)",
  'CHO-05': "comptabilité de l'État (Chorus)",
  'DON-01': BOOKKEEPING,
  'DON-02': BOOKKEEPING,
  'DON-03': BOOKKEEPING,
  'DON-04': BOOKKEEPING,
  'DON-05': BOOKKEEPING,
  'DON-06': BOOKKEEPING,
  'DON-07': BOOKKEEPING,
  'DON-08': BOOKKEEPING,
  'DON-09': BOOKKEEPING,
  'DON-10': BOOKKEEPING,
  'LEC-01': BOOKKEEPING,
  'LEC-02': BOOKKEEPING,
  'LEC-03': BOOKKEEPING,
  'LEC-04': BOOKKEEPING,
  'LEC-05': BOOKKEEPING,
  'LEC-06': BOOKKEEPING,
  'LEC-07': BOOKKEEPING,
  'RAP-01': BOOKKEEPING,
  'ANX-01': 'convention, annexe n° 1',
  'ANX-02': 'convention, art. 1.2',
  'ANX-03': 'part paramétrée',
  'DEL-01': 'convention, art. 2.2',
  'DEL-02': 'convention, art. 2.2',
  'DEL-03': 'convention, art. 3',
  'DEL-04': 'convention, art. 3',
  'DEL-05': 'convention, art. 2.2',
  'DEL-06': BOOKKEEPING,
};

type Details = FindingOf<RuleCode>['details'];

function citationOf(rule: RuleCode, changed: object = {}): string {
  const details = { ...exampleOf(rule).details, ...changed } as Details;
  const { article } = describeFinding(exampleOf(rule, details), convention2023(), 'fr');
  return article.replaceAll('\u00a0', ' ').replaceAll('’', "'");
}

test.each(RULES)('%s cites what the table gives', (rule) => {
  expect(citationOf(rule)).toBe(CITATIONS[rule]);
});

test.each`
  rule        | when                                                | details                                                                                      | article
  ${'IMP-03'} | ${'the programme, which art. 1.2 gives'}            | ${{ field: 'programme' }}                                                                    | ${'convention, art. 1.2'}
  ${'PLA-03'} | ${'the CP of the whole convention'}                 | ${{ nature: 'CP' }}                                                                          | ${`convention, art. 1.2 ; ${LIMITS}`}
  ${'FON-02'} | ${'an avenant'}                                     | ${{ type: 'amendment' }}                                                                     | ${'convention, art. 4'}
  ${'FON-02'} | ${'a gel, which no article is about'}               | ${{ type: 'freeze' }}                                                                        | ${BOOKKEEPING}
  ${'FON-03'} | ${'a gel below the AE engaged'}                     | ${{ type: 'freeze', nature: 'AE' }}                                                          | ${'convention, art. 3'}
  ${'FON-03'} | ${'an avenant below the CP paid'}                   | ${{ type: 'amendment', nature: 'CP' }}                                                       | ${'convention, art. 1.2'}
  ${'PER-03'} | ${'in advance, too early'}                          | ${{ why: 'tooEarly' }}                                                                       | ${'LOLF, art. 9 ; loi n° 2004-1484, art. 108'}
  ${'PER-05'} | ${'an invoice after its payment: a data rule'}      | ${{ field: 'receiptDate' }}                                                                  | ${BOOKKEEPING}
  ${'DON-04'} | ${'a negative AE is not a retrait'}                 | ${{ field: 'ae' }}                                                                           | ${BOOKKEEPING}
  ${'DEL-05'} | ${'the article of the register, when there is one'} | ${{ article: 'art. 7' }}                                                                     | ${'convention, art. 7'}
  ${'PER-03'} | ${'in advance, above the share of the team'}        | ${{ why: 'aboveShare', envelope: 'PDE', share: 0.25, base: 'envelope', total: 2, limit: 1 }} | ${'seuil de suivi'}
  ${'PLA-03'} | ${'a titre'}                                        | ${{ of: { part: 'titre', value: '2', article: 'art. 4.3' } }}                                | ${'convention, art. 4.3'}
  ${'PLA-04'} | ${'CP that the convention does not give'}           | ${{ isFollowUp: true }}                                                                      | ${'seuil de suivi'}
  ${'FON-01'} | ${'above what is fungible'}                         | ${{ left: 100, article: 'art. 4.2' }}                                                        | ${'convention, art. 4.2'}
  ${'DEL-06'} | ${'the article of the register'}                    | ${{ article: 'art. 3' }}                                                                     | ${'convention, art. 3'}
  ${'DEL-05'} | ${'a final report without article'}                 | ${{ type: 'finalReport', due: isoDate('2024-01-31') }}                                       | ${BOOKKEEPING}
`('$rule, $when: $article', ({ rule, details, article }: { rule: RuleCode; details: object; article: string }) => {
  expect(citationOf(rule, details)).toBe(article);
});

test('art. 3 of the convention is cited for what it states alone: codes, the limit of the AE, and notices', () => {
  const cited = RULES.filter((rule) => citationOf(rule).includes('convention, art. 3'));
  expect(cited).toEqual(expect.arrayContaining(['IMP-03', 'PLA-01', 'PLA-03', 'DEL-03', 'DEL-04']));
  expect(cited.filter((rule) => !/^(IMP|PLA-0[13]|DEL-0[34])/.test(rule))).toEqual([]);
});
