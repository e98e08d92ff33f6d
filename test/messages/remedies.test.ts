/** The remedy of a message ends what it reports, and its words fit what was typed. */
import type { Finding } from '../../src/domain/controls/findings/finding';
import { isoDate } from '../../src/domain/calendar/civil-date';
import { describeFailure } from '../../src/messages/failures';
import { describeFinding } from '../../src/messages/describe-finding';
import { convention2023 } from '../support/conventions';

const DAY = isoDate('2023-06-01');
const above = { type: 'amendment', envelope: 'PDE', cents: 100, available: 50, date: DAY };
const request = { subject: '', receivedOn: DAY, due: DAY, left: 0 };

test.each<readonly [string, Finding['rule'], object, string, boolean]>([
  ['CP that are paid cannot be withdrawn', 'FON-03', { ...above, nature: 'CP' }, 'à ce qui n’est pas payé', true],
  ['no commitment is withdrawn for CP', 'FON-03', { ...above, nature: 'CP' }, 'engagements', false],
  ['AE are freed by a withdrawal', 'FON-03', { ...above, nature: 'AE' }, 'retirez d’abord des engagements', true],
  [
    'the part for earlier EJ is raised where it is compared',
    'PLA-05',
    { envelope: 'PDE', rap: 1, paid: 2, over: 1, date: DAY, ej: '1400000001' },
    'inscrivez-la dans « dont RAP » (ENV_Enveloppes) et dans ENV_RAP',
    true,
  ],
  ['a request without a subject has no empty quotes', 'DEL-02', request, 'Demande sans objet reçue le', true],
  [
    'the only envelope needs no axe 2',
    'LEC-07',
    { envelope: 'PDE', from: 'only', text: 'PDE', sheet: 'Suivi', area: 'A2:D9', rows: 8 },
    '8 lignes sans enveloppe inscrite : Place des entreprises, la seule de la convention',
    true,
  ],
  ['a request with a subject', 'DEL-02', { ...request, subject: 'RAP' }, 'Demande « RAP » reçue le', true],
])('%s (%s)', (_, rule, details, words, isIn) => {
  const place = { kind: 'convention', table: 'ENV_Mouvements', row: 0, column: 'Montant' };
  const finding = { rule, severity: 'error', place, details, repair: null } as unknown as Finding;
  const { message } = describeFinding(finding, convention2023(), 'fr');
  expect(message.replace(/[\u00a0\u202f]/g, ' ').includes(words)).toBe(isIn);
});

test.each([
  ['10.005', 'a plus de deux décimales'],
  ['10,005', 'a plus de deux décimales'],
  ['beaucoup', 'n’est pas un montant'],
  ['1e400', 'n’est pas un montant'],
])('the amount %s of the convention %s', (found, words) => {
  const failure = {
    code: 'badConvention',
    table: 'ENV_Mouvements',
    cell: 'A1',
    problem: 'amountUnreadable',
    found,
    expected: '',
  } as const;
  expect(describeFailure(failure, 'fr').sentence.replace(/[\u00a0\u202f]/g, ' ')).toContain(words);
});

test.each`
  problem               | expected   | fr                                                                                                  | en
  ${'amountUnreadable'} | ${''}      | ${'Saisissez un montant en euros, par exemple 500 000,00.'}                                         | ${'Enter an amount in euros, such as 500000.00.'}
  ${'amountUnreadable'} | ${'aucun'} | ${'Saisissez un montant en euros, par exemple 500 000,00, ou « aucun » s’il n’y a pas de plafond.'} | ${'Enter an amount in euros, such as 500000.00, or “aucun” where there is no ceiling.'}
  ${'dateUnreadable'}   | ${''}      | ${'Saisissez une date, par exemple 31/12/2023.'}                                                    | ${'Enter a date, such as 31/12/2023.'}
  ${'errorInCell'}      | ${'aucun'} | ${'Corrigez cet endroit, puis recommencez.'}                                                        | ${'Correct that place, then try again.'}
`('« selon avenant »: $problem, expected « $expected »', ({ problem, expected, fr, en }) => {
  const place = { code: 'badConvention', table: 'ENV_Enveloppes', cell: 'D4', found: 'selon avenant' } as const;
  const failure = { ...place, problem: problem as 'amountUnreadable', expected: expected as string };
  const remedies = (['fr', 'en'] as const).map((language) => describeFailure(failure, language).remedy);
  expect(remedies.map((text) => text.replace(/\s/g, ' '))).toEqual([fr, en]);
});
