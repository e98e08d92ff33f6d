/** The words of the findings: complete in both languages, typeset, and safe from the text of users. */
import type { RowKey } from '../../src/domain/envelopes/ledger';
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { FindingOf, RuleCode } from '../../src/domain/controls/findings/finding';
import { describeFinding, ruleCodes, ruleTitle } from '../../src/messages/describe-finding';
import { LANGUAGES, type Language } from '../../src/messages/language';
import { fr } from '../../src/messages/typography';
import { convention2023 } from '../support/conventions';
import { bannedIn } from './ban-list';
import { exampleOf, RULES } from './examples';

const convention = convention2023();
const NB = '\u00a0';
const NNB = '\u202f';

/** An amount or a date, in either language. */
const VALUES = /[\d\u202f,]+,\d\d\u00a0€|€[\d,]+\.\d\d|\d\d\/\d\d\/\d{4}|\d{1,2} \p{Lu}\p{Ll}\p{Ll} \d{4}/gu;

function described(rule: RuleCode, language: Language = 'fr') {
  return describeFinding(exampleOf(rule), convention, language);
}

/** A sentence with ordinary spaces, as one reads it. */
function plain(text: string): string {
  return text.replaceAll(NB, ' ').replaceAll(NNB, ' ').replaceAll('’', "'");
}

test('every rule has its words, and an example', () => {
  expect([...RULES].sort()).toEqual([...ruleCodes()].sort());
});

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(RULES)('%s gives what was found, what was expected, which article and what to do', (rule) => {
    const { message, found, expected, article, action } = described(rule, language);
    for (const part of [found, expected, article, action, ruleTitle(rule, language)]) expect(part.trim()).not.toBe('');
    for (const part of [article, action]) expect(message).toContain(part);
    for (const [value] of expected.matchAll(VALUES)) expect(message).toContain(value);
    expect(message).toMatch(/[.?]$/);
    expect(action).toMatch(/^\p{Lu}.*[.?]$/u);
    expect(message).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
  });
});

test.each(RULES)(
  '%s in French has no ordinary space where French wants a no-break one, and curly apostrophes',
  (rule) => {
    const { message, found, expected, article, action } = described(rule);
    for (const text of [message, found, expected, article, action, ruleTitle(rule, 'fr')]) {
      expect(text).not.toMatch(/ [:;?!%€»]|« |\d \d|'/);
      expect(text).not.toMatch(/[^\u00a0][:;?»](?=\s|$)/);
    }
  },
);

test.each(RULES)(
  '%s has no banned word, no more than two sentences, and 30 words at most in each part of one',
  (rule) => {
    const { message, found, expected, article, action } = described(rule);
    for (const text of [message, found, expected, article, action, ruleTitle(rule, 'fr')])
      expect(bannedIn(text)).toEqual([]);
    expect(message.split(/[.?] (?=\p{Lu})/u).length).toBeLessThanOrEqual(2);
    const parts = message.split(/\u00a0[:;] | \(/);
    for (const part of parts) expect(part.split(/\s+/).length).toBeLessThanOrEqual(30);
  },
);

test.each(RULES)('%s is not the same in both languages', (rule) => {
  expect(described(rule, 'en').message).not.toBe(described(rule, 'fr').message);
  expect(ruleTitle(rule, 'en')).not.toBe(ruleTitle(rule, 'fr'));
});

test('a transfer whose envelope is not given is « d’une enveloppe »', () => {
  const example = exampleOf('FON-02') as FindingOf<'FON-02'>;
  const details = { ...example.details, from: null, missing: ['authorisedBy'] as const };
  const finding = { ...example, details } as FindingOf<'FON-02'>;
  expect(plain(describeFinding(finding, convention, 'fr').message)).toMatch(/ d'une enveloppe non précisée vers /);
});

test.each([true, false])(
  '« dont RAP » against the ledger (in part: %s) sends to its own cell, not to ENV_RAP',
  (isPartial) => {
    const details = { envelope: 'PDE', stated: 10_000, rolled: 9_000, isPartial };
    const finding = { ...exampleOf('RAP-01'), rule: 'RAP-01', details } as FindingOf<'RAP-01'>;
    for (const language of ['fr', 'en'] as const) {
      expect(describeFinding(finding, convention, language).action).toMatch(/dont RAP/);
      expect(describeFinding(finding, convention, language).action).not.toMatch(/ENV_RAP/);
    }
  },
);

test('a movement other than a transfer names what it lacks', () => {
  const details = {
    from: null,
    to: 'SF',
    nature: 'AE',
    cents: 5_000_000,
    missing: ['date'],
    date: null,
    authorisedOn: null,
    type: 'amendment',
  } as const;
  const finding = { ...exampleOf('FON-02'), rule: 'FON-02', details } as FindingOf<'FON-02'>;
  expect(plain(describeFinding(finding, convention, 'fr').message)).toBe(
    "Avenant de 50 000,00 € d'AE, pour Signaux Faibles : il manque la date d'effet, il n'est pas compté ; " +
      "attendu : un mouvement daté, et l'enveloppe qu'il change (convention, art. 4). " +
      "Complétez la ligne d'après l'avenant ou la décision, ou supprimez-la.",
  );
  expect(plain(describeFinding(finding, convention, 'en').message)).toMatch(
    /^Amendment of .* of AE for Signaux Faibles: it lacks the date of its effect; /,
  );
});

test('a column that only some tables lack is reported for this table', () => {
  const finding = {
    ...exampleOf('DON-08'),
    rule: 'DON-08',
    details: { field: 'activity', prevented: ['IMP-01'], elsewhere: true },
  } as FindingOf<'DON-08'>;
  expect(plain(describeFinding(finding, convention, 'fr').message)).toMatch(
    /^Aucune colonne de ce tableau ne correspond à « Activité », que d'autres tableaux du suivi ont ; non contrôlable sans elle : IMP-01 ; attendu : /,
  );
  expect(describeFinding(finding, convention, 'en').message).toMatch(
    /^No column of this table is mapped to .*, which other tables of the ledger have; cannot be checked/,
  );
});

test('whole sentences, as a finance officer reads them', () => {
  expect(plain(described('IMP-04').message)).toBe(
    'Activité « 10300000104 » : zéro initial perdu ; attendu : 010300000104 (convention, art. 3). ' +
      'Appliquez la correction proposée.',
  );
  expect(plain(described('PLA-01').message)).toBe(
    "Place des entreprises : 501 234,56 € d'AE engagées au 12/09/2023 pour une dotation de 500 000,00 €, soit 1 234,56 € de trop " +
      '(convention, art. 3 ; LOLF, art. 8 et 9). Vérifiez la ligne ; si le dépassement est réel, informez le délégant sans délai.',
  );
  expect(plain(described('FON-04').message)).toBe(
    "Poste de dépense « Audit de sécurité » : rattaché à Signaux Faibles, alors que l'axe ministériel 2 impute la ligne sur " +
      'Place des entreprises (convention, art. 1.2). ' +
      "Corrigez le poste de dépense ou l'axe ministériel 2 ; un redéploiement demande l'autorisation expresse du délégant.",
  );
  expect(plain(described('PER-02', 'en').message)).toBe(
    'Payment date 8 Jan 2024: after the end of the convention; expected: 31 Dec 2023 at the latest (convention, art. 5). ' +
      'Correct the date, or charge the expense to other credits.',
  );
});

test.each([
  [
    'Hors convention',
    'X',
    'Colonne « Hors convention » : « X » met peut-être la ligne à part, 12 lignes comptées comme fermes',
  ],
  ['Annulé le', '', 'Colonne « Annulé le » : une date met peut-être la ligne à part, 12 lignes comptées comme fermes'],
  [
    '',
    'Engagements annulés',
    'Titre « Engagements annulés » : il met peut-être les lignes à part, 12 lignes comptées comme fermes',
  ],
])('a mark under « %s », « %s », may take rows out', (heading, raw, sentence) => {
  const example = exampleOf('LEC-05') as FindingOf<'LEC-05'>;
  const details = { ...example.details, field: 'mark', heading, raw } as const;
  const { message, found, expected, action } = describeFinding({ ...example, details }, convention, 'fr');
  expect(plain(message)).toContain(sentence);
  for (const text of [message, found, expected, action]) expect(bannedIn(text)).toEqual([]);
});

test('the name of a sheet may take its rows out', () => {
  const example = exampleOf('LEC-05') as FindingOf<'LEC-05'>;
  const details = { ...example.details, field: 'mark', heading: '', raw: 'Recettes', about: 'sheet' } as const;
  const { message } = describeFinding({ ...example, details }, convention, 'fr');
  expect(plain(message)).toContain('Feuille « Recettes » : son nom met peut-être ses lignes à part');
});

test('a remark on the amount of a row has sentences of its own', () => {
  const example = exampleOf('LEC-05') as FindingOf<'LEC-05'>;
  const details = {
    ...example.details,
    field: 'mark',
    heading: 'Observations',
    raw: 'Montant HT',
    about: 'amount',
  } as const;
  const of = (language: 'fr' | 'en'): string =>
    plain(describeFinding({ ...example, details }, convention, language).message);
  expect(of('fr')).toContain(
    'Colonne « Observations » : « Montant HT » met en doute le montant de la ligne, 12 lignes comptées comme fermes ; ' +
      "attendu : le montant que l'opération prend sur son enveloppe, en euros et taxes comprises",
  );
  expect(of('en')).toContain('Column “Observations”: “Montant HT” casts doubt on the amount of the row');
});

test('the row that crosses a ceiling and a later one have different sentences', () => {
  const later = {
    envelope: 'PDE',
    nature: 'CP',
    ceiling: 100,
    total: 250,
    over: 150,
    date: null,
    crosses: false,
  } as const;
  expect(plain(describeFinding(exampleOf('PLA-02', later), convention, 'fr').message)).toMatch(
    /^Place des entreprises : dotation de 1,00 € de CP déjà dépassée ; ce paiement porte le dépassement à 1,50 € \(/,
  );
});

test.each([
  ['IMP-06', { raw: '', expected: ['PDE', 'Signaux Faibles'], nearest: null }, 'Axe ministériel 2 absent'],
  ['IMP-02', { field: 'activity', raw: 'x', expected: [] }, '12 caractères commençant par les 4 chiffres du programme'],
  ['EJ-01', { raw: '', known: false, cp: 100 }, "Paiement de 1,00 € sans numéro d'EJ ; attendu"],
  ['EJ-01', { raw: '', known: false, cp: 0, ae: 100 }, 'alors que presque tous ceux du suivi en ont un'],
  ['EJ-01', { raw: '', known: false, cp: 0, ae: 100, parts: 2 }, 'sont aussi la somme de 2 autres'],
  ['EJ-01', { raw: '', known: false, cp: 100, parts: 1 }, "sont aussi ceux d'une autre"],
  ['DON-03', { firstRow: 2 as RowKey, paid: 100 }, "Paiement de 1,00 € : déjà à la ligne 3, le même jour, avec l'AE"],
  [
    'DON-03',
    { firstRow: 2 as RowKey, repeats: { ae: 100, by: 'paid', isDoubt: true } },
    'comme le paiement de la ligne',
  ],
  ['DON-01', { field: 'commitmentDate', raw: '', what: 'date' }, "l'engagement est compté par prudence"],
  [
    'LEC-04',
    { figure: 'part', part: 'titre', rows: 1, ae: 100, cp: 0 },
    'Inscrivez le titre de leur enveloppe (ENV_Env',
  ],
  ['EJ-08', { ej: '14', cents: 100, isPresent: true }, "dont les lignes n'engagent aucune AE"],
  ['DON-01', { field: 'cp', raw: '14', what: 'missing' }, 'aucun montant pour 14, dont la date est saisie'],
  ['DON-01', { field: 'cp', raw: '', what: 'missing' }, 'aucun montant sur cette ligne, dont la date est saisie'],
  ['DON-01', { field: 'cp', raw: '14', what: 'missing', status: 'Payé' }, "pour 14, dont l'état est « Payé »"],
  ['DON-01', { field: 'ae', raw: '20 %', what: 'percentageForAmount' }, 'pourcentage à la place'],
  ['DON-01', { field: 'ae', raw: '01:30', what: 'timeForAmount' }, 'heure ou durée à la place'],
  ['DON-01', { field: 'ae', raw: '12 $', what: 'currencyForAmount' }, "monnaie affichée autre que l'euro"],
  ['DON-01', { field: 'ae', raw: '12 jours', what: 'quantityForAmount' }, 'quantité à la place'],
  ['DON-01', { field: 'ae', raw: '12 k€', what: 'unitForAmount' }, "Saisissez le montant dans l'unité de la colonne"],
  ['DON-05', { field: 'ae', shown: 100, sum: 100 }, 'comme la somme des lignes'],
  ['DON-05', { field: 'ae', shown: 100, sum: null, isCarried: 'left' }, 'Ligne datée, non comptée'],
  ['DON-05', { field: 'ae', shown: 100, sum: null, isCarried: true }, "1,00 €, qui n'est la somme d'aucune ligne"],
  [
    'DON-05',
    { field: 'ae', shown: null, raw: 'environ 1', sum: 100 },
    'ne peut pas être lu, alors que les lignes totalisent 1,00 €',
  ],
  [
    'DON-05',
    {
      ...({ field: 'ae', shown: 900000, sum: 1600000 } as const),
      stated: { figure: 'aeConsumed', envelope: 'PDE', words: 'PDE / AE engagées', asOf: isoDate('2023-12-31') },
    },
    "9 000,00 €, alors que le suivi donne 16 000,00 € d'AE consommées pour Place des entreprises au 31/12/2023",
  ],
  [
    'IMP-09',
    {
      field: 'costCentre',
      raw: 'X',
      date: isoDate('2023-01-02'),
      from: isoDate('2023-07-01'),
      until: null,
      expected: [],
    },
    'valable à partir du 01/07/2023',
  ],
] as const)('%s has words for its other case', (rule, details, part) => {
  expect(plain(describeFinding(exampleOf(rule, details), convention, 'fr').message)).toContain(part);
});

describe('articles', () => {
  test('the annex of the second envelope is the second', () => {
    const details = {
      envelope: 'SF',
      nature: 'AE',
      line: 'Audit',
      ceiling: 1,
      total: 2,
      over: 1,
      date: null,
      crosses: true,
    } as const;
    expect(plain(describeFinding(exampleOf('PLA-04', details), convention, 'fr').article)).toBe(
      'convention, annexe n° 2',
    );
  });

  test('a convention whose text was not read gets no number', () => {
    const other = { ...convention, id: '', reference: 'DEFF1050037X', articles: {} };
    for (const rule of RULES)
      expect(describeFinding(exampleOf(rule), other, 'fr').article).not.toMatch(/convention, (art|annexe)/);
    expect(plain(describeFinding(exampleOf('PER-01'), other, 'fr').article)).toBe('convention, durée de validité');
  });
});

describe('a user’s text is data', () => {
  test('it is quoted as typed, on one line, and cut when it is a whole page', () => {
    const raw = `12 :\n; « x » ${'y'.repeat(5000)}`;
    const { message, found } = describeFinding(exampleOf('EJ-03', { raw, several: false }), convention, 'fr');
    expect(message).toContain(`«${NB}12 : ; « x » yyy`);
    expect(message.length).toBeLessThan(300);
    expect(message).not.toContain('\n');
    expect(found.length).toBeLessThanOrEqual(200);
  });

  test.each(['$&', '${x}', '__proto__', '<b>', '=1+1'])('%s stays itself', (raw) => {
    expect(describeFinding(exampleOf('EJ-03', { raw, several: false }), convention, 'fr').message).toContain(
      `«${NB}${raw}${NB}»`,
    );
  });

  test('an envelope that the convention no longer has is named by its code', () => {
    const details = { envelope: 'OLD', line: 'x', lineEnvelope: 'constructor' };
    expect(describeFinding(exampleOf('FON-04', details), convention, 'fr').message).toContain('constructor');
  });
});

test('a sentence is typeset once and still holds the values of each finding', () => {
  const say = (number: string): string => fr`n° ${number} : c'est « ${number} » !`;
  expect([say('1'), say("l'2 :")]).toEqual([
    `n°${NB}1${NB}: c’est «${NB}1${NB}»${NB}!`,
    `n°${NB}l'2 :${NB}: c’est «${NB}l'2 :${NB}»${NB}!`,
  ]);
});
