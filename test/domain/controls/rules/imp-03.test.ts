/** IMP-03: a well-formed code that is not the convention's. */
import { findingsIn, found } from '../../../support/controls';
import { describeFinding } from '../../../../src/messages/describe-finding';
import { convention2023 } from '../../../support/conventions';

test('right: the convention’s own codes, case and spaces aside', () => {
  expect(
    findingsIn(`
      axe 2 | centre financier | centre de coûts | axe 1
      PDE   | 0103-cefp-c002   | EMPEF 00075     | 36
    `),
  ).toEqual([]);
});

test('wrong: another centre, another activité of the same programme', () => {
  expect(
    findingsIn(`
      axe 2 | centre financier | activité     | centre de coûts | axe 1
      PDE   | 0103-CEFP-C001   | 010300000108 | DREETS0035      | 09-PNPR
    `),
  ).toEqual([
    found('IMP-03', 'error', 1, 'financialCentre', {
      field: 'financialCentre',
      raw: '0103-CEFP-C001',
      expected: ['0103-CEFP-C002'],
    }),
    found('IMP-03', 'error', 1, 'activity', { field: 'activity', raw: '010300000108', expected: ['010300000104'] }),
    found('IMP-03', 'error', 1, 'costCentre', { field: 'costCentre', raw: 'DREETS0035', expected: ['EMPEF00075'] }),
    found('IMP-03', 'warning', 1, 'ministerialAxis1', { field: 'ministerialAxis1', raw: '09-PNPR', expected: ['36'] }),
  ]);
});

test('wrong: a row of another convention altogether: each of its codes, since none contradicts the others', () => {
  expect(
    findingsIn(`
      axe 2 | domaine | centre financier | activité
      PDE   | 0102-01 | 0102-CEFP-C001   | 010200000101
    `),
  ).toEqual([
    found('IMP-03', 'error', 1, 'functionalDomain', {
      field: 'functionalDomain',
      raw: '0102-01',
      expected: ['0103-01-01'],
    }),
    found('IMP-03', 'error', 1, 'financialCentre', {
      field: 'financialCentre',
      raw: '0102-CEFP-C001',
      expected: ['0103-CEFP-C002'],
    }),
    found('IMP-03', 'error', 1, 'activity', { field: 'activity', raw: '010200000101', expected: ['010300000104'] }),
  ]);
});

test('edge: the action alone is not the convention’s sub-action', () => {
  expect(
    findingsIn(`
      axe 2 | domaine
      PDE   | 0103-01
    `),
  ).toEqual([
    found('IMP-03', 'error', 1, 'functionalDomain', {
      field: 'functionalDomain',
      raw: '0103-01',
      expected: ['0103-01-01'],
    }),
  ]);
});

test('edge: a code given to one envelope is foreign to the other; a row of no envelope may have either', () => {
  const base = convention2023();
  const activityOf = (envelope: string, value: string) => ({
    field: 'activity' as const,
    label: '',
    value,
    aliases: [],
    envelope,
    from: null,
    until: null,
  });
  const others = base.imputation.filter(({ field }) => field !== 'activity');
  const convention = {
    ...base,
    imputation: [...others, activityOf('PDE', '010300000104'), activityOf('SF', '010300000105')],
  };
  expect(
    findingsIn(
      `
      axe 2           | activité
      PDE             | 010300000104
      Signaux Faibles | 010300000105
      Signaux Faibles | 010300000104
    `,
      { convention },
    ),
  ).toEqual([
    found('IMP-03', 'error', 3, 'activity', {
      field: 'activity',
      raw: '010300000104',
      expected: ['010300000105'],
      owners: ['PDE'],
    }),
  ]);
  expect(
    findingsIn(
      `
      axe 2          | activité
      DOSSIER PAPIER | 010300000105
      DOSSIER PAPIER | 010300000999
    `,
      { convention },
    ).filter(({ rule }) => rule !== 'IMP-06'),
  ).toEqual([
    found('IMP-03', 'error', 2, 'activity', {
      field: 'activity',
      raw: '010300000999',
      expected: ['010300000104', '010300000105'],
    }),
  ]);
});

test.each`
  envelope | centre              | message                                                                                                                                                                                                    | why
  ${'PDE'} | ${'0103-CEFP-C003'} | ${'« 0103-CEFP-C003 » : c’est le code de Signaux Faibles ; attendu : 0103-CEFP-C002 (convention, art. 3). Corrigez le code, ou l’axe ministériel 2.'}                                                      | ${'the code of the other envelope'}
  ${'PDE'} | ${'0103-cefp-c003'} | ${'« 0103-cefp-c003 » : c’est le code de Signaux Faibles ; attendu : 0103-CEFP-C002 (convention, art. 3). Corrigez le code, ou l’axe ministériel 2.'}                                                      | ${'case aside'}
  ${'SF'}  | ${'0103-CEFP-C002'} | ${'« 0103-CEFP-C002 » : c’est le code de Place des entreprises ; attendu : 0103-CEFP-C003 (convention, art. 3). Corrigez le code, ou l’axe ministériel 2.'}                                                | ${'the other way round'}
  ${'PDE'} | ${'0103-CEFP-C009'} | ${'« 0103-CEFP-C009 » : ce code n’est pas celui de la convention ; attendu : 0103-CEFP-C002 (convention, art. 3). Corrigez le code ; si la dépense relève d’autres crédits, supprimez la ligne du suivi.'} | ${'of no envelope: other credits, perhaps'}
`('$envelope with the centre $centre: $why', ({ envelope, centre, message }) => {
  const base = convention2023();
  const centreOf = (code: string, value: string) => ({
    ...{ field: 'financialCentre' as const, label: '', value, aliases: [], envelope: code, from: null, until: null },
  });
  const others = base.imputation.filter(({ field }) => field !== 'financialCentre');
  const imputation = [...others, centreOf('PDE', '0103-CEFP-C002'), centreOf('SF', '0103-CEFP-C003')];
  const convention = { ...base, imputation };
  const [finding, ...more] = findingsIn(`axe 2 | centre financier\n${envelope} | ${centre}`, { convention }).filter(
    ({ rule }) => rule === 'IMP-03',
  );
  expect(more).toEqual([]);
  const described = describeFinding(finding!, convention, 'fr').message;
  expect(described.replaceAll(/\s/g, ' ')).toBe(`Centre financier ${message as string}`);
});

test('in English too, and with each envelope that has the code', () => {
  const details = {
    field: 'activity',
    raw: '010300000105',
    expected: ['010300000104'],
    owners: ['PDE', 'SF'],
  } as const;
  const finding = found('IMP-03', 'error', 1, 'activity', details);
  expect(describeFinding(finding, convention2023(), 'en').message.replaceAll(/\s/g, ' ')).toContain(
    ': this is the code of Place des entreprises and Signaux Faibles',
  );
});

test('not checkable: no column of codes', () => {
  expect(
    findingsIn(`
      axe 2 | EJ
      PDE   | 1400000001
    `),
  ).toEqual([]);
});
