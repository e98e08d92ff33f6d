/** The 2023 convention as data, against the numbers and words that the signed document prints. */
import { toIso } from '../../src/domain/calendar/civil-date';
import type { Convention } from '../../src/domain/envelopes/convention';
import { CLAUSES } from '../../src/domain/envelopes/terms';
import { KNOWN_CONVENTIONS, loadConvention } from '../../src/conventions/index';

function convention2023(): Convention {
  const loaded = loadConvention('dgefp-dge-2023');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.failure));
  return loaded.value;
}

const convention = convention2023();

test('art. 1.2: the credits of 2023', () => {
  const rows = convention.envelopes.map((envelope) => [
    envelope.code,
    envelope.ceilings.AE?.amount.toDecimalString(),
    envelope.ceilings.CP?.amount.toDecimalString(),
    envelope.openingRap.toDecimalString(),
  ]);
  expect(rows).toEqual([
    ['PDE', '500000.00', '573032.00', '73032.00'],
    ['SF', '100000.00', '100000.00', '0.00'],
  ]);
  expect(convention.ceilings.AE?.amount.toDecimalString()).toBe('600000.00');
  expect(convention.ceilings.CP?.amount.toDecimalString()).toBe('673032.00');
});

test('annexes 1 and 2: the postes', () => {
  const rows = convention.envelopes
    .flatMap(({ lines }) => lines)
    .map(({ index, envelope, label, delegated, total }) => {
      return [index, envelope, label.slice(0, 22), delegated.toDecimalString(), total?.toDecimalString() ?? null];
    });
  expect(rows).toEqual([
    [0, 'PDE', 'Prestations (charges d', '424435.00', '848870.00'],
    [1, 'PDE', 'Outils de production (', '23500.00', '47000.00'],
    [2, 'PDE', 'Acquisition Google ads', '50000.00', '100000.00'],
    [3, 'PDE', 'Frais annexes', '2065.00', '4130.00'],
    [4, 'SF', 'Prestation (charges de', '90000.00', null],
    [5, 'SF', 'Prestations d’audit de', '10000.00', null],
  ]);
});

test('the sums of the document hold: postes = envelope, envelopes = convention', () => {
  for (const envelope of convention.envelopes) {
    const sum = envelope.lines.reduce((cents, line) => cents + line.delegated.cents, 0);
    expect(sum).toBe(envelope.ceilings.AE?.amount.cents);
  }
  const centsOf = (nature: 'AE' | 'CP') =>
    convention.envelopes.map(({ ceilings }) => ceilings[nature]?.amount.cents ?? 0);
  const total = (nature: 'AE' | 'CP') => centsOf(nature).reduce((sum, cents) => sum + cents, 0);
  expect([total('AE'), total('CP')]).toEqual([60_000_000, 67_303_200]);
});

test('art. 1.2 and 3: the imputation, with both spellings of the activity and both mentions of axe 2', () => {
  const rows = convention.imputation.map((rule) => [
    rule.field,
    rule.label,
    rule.value,
    rule.aliases.join(' | '),
    rule.envelope,
  ]);
  expect(rows).toEqual([
    ['ministerialAxis1', 'Axe ministériel', '36', '', null],
    ['functionalDomain', 'Domaine fonctionnel', '0103-01-01', '', null],
    ['financialCentre', 'Centre financier', '0103-CEFP-C002', '', null],
    ['activity', 'Activité(s)', '010300000104', '10300000104', null],
    ['costCentre', 'Centre de coût', 'EMPEF00075', '', null],
    ['programme', '', '0103', '103', null],
    ['ministerialAxis2', '', 'PDE', 'Place des entreprises', 'PDE'],
    ['ministerialAxis2', '', 'Signaux Faibles', 'SF', 'SF'],
  ]);
});

test('art. 2.2 and 5: dates and delays', () => {
  expect(toIso(convention.signedOn)).toBe('2022-12-13');
  expect(toIso(convention.endsOn)).toBe('2023-12-31');
  expect(convention.endAppliesTo).toEqual(['commitment', 'serviceCertified', 'payment']);
  expect([convention.creditYear, convention.noticeMonths, convention.replyWorkingDays]).toEqual([2023, 3, 5]);
});

test('annexe 1: the délégant pays half of each poste of PDE; annexe 2 announces no share', () => {
  expect(convention.envelopes.map(({ share }) => share)).toEqual([0.5, null]);
});

test('art. 2.2, 3 and 6: the duties, none of which has a fixed day', () => {
  const rows = convention.duties.map(({ type, article, delay, dueOn }) => [
    type,
    article,
    delay && `${delay.count} ${delay.unit}`,
    dueOn,
  ]);
  expect(rows).toEqual([
    ['other', 'art. 2.2', '5 working', null],
    ['yearlyReport', 'art. 2.2', null, null],
    ['finalReport', 'art. 3', null, null],
    ['insufficiency', 'art. 3', null, null],
    ['unspent', 'art. 3', null, null],
    ['publication', 'art. 6', null, null],
    ['copyToComptrollers', 'art. 3', null, null],
    ['authorisations', 'art. 2.1', null, null],
    ['creditsAvailable', 'art. 2.1', null, null],
  ]);
});

test('every clause that a finding refers to has its article', () => {
  expect(CLAUSES.filter((clause) => convention.articles[clause] === undefined)).toEqual([]);
});

test('the signatory of the délégataire is not its representative', () => {
  const [dge] = convention.delegates;
  expect(dge?.representative).toBe('Le directeur général des entreprises');
  expect(dge?.signatory).toContain('sous-directrice');
});

test('an unknown identifier is refused with those known', () => {
  expect(loadConvention('dgefp-dge-2024')).toEqual({
    ok: false,
    failure: { code: 'unknownConvention', id: 'dgefp-dge-2024', known: KNOWN_CONVENTIONS },
  });
  expect(loadConvention('__proto__').ok).toBe(false);
});
