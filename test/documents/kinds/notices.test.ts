/** The letters: sentences, addressee, figures, control page. They are written only on demand. */
import { planDocuments, type DocumentId } from '../../../src/application/documents/documents';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Convention, Movement } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import { isEmptyPlan } from '../../../src/workbook/plan';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { controlled } from '../../support/ledgers/ledger-workbook';
import { DocumentReader } from '../../support/readers/document-reader';
import { LETTER_HEADINGS as HEADINGS, lettersOf, noticed, OVER, RIGHT } from '../../support/readers/letter-reader';

const AMENDMENT: Movement = {
  index: 0,
  date: isoDate('2023-06-01'),
  type: 'amendment',
  from: null,
  to: 'SF',
  nature: 'AE',
  amount: Euros.fromCents(20_000_00),
  reference: 'Avenant n° 1',
  authorisedBy: '',
  authorisedOn: null,
};

test.each`
  id                 | says
  ${'insuffisance'}  | ${'Objet : Insuffisance des crédits – enveloppe Signaux Faibles'}
  ${'insuffisance'}  | ${'au délégué général à l’emploi et à la formation professionnelle'}
  ${'insuffisance'}  | ${'En application de l’article 3 de la convention, je vous informe que les crédits mis à disposition au titre de l’enveloppe Signaux Faibles ne suffisent pas'}
  ${'insuffisance'}  | ${'Au 31 décembre 2023, l’insuffisance s’élève à 5 000,00 € en AE.'}
  ${'insuffisance'}  | ${'compléter la dotation par avenant (article 4) ou autoriser un redéploiement entre enveloppes (article 1.2).'}
  ${'suspension'}    | ${'je suspends l’exécution de la délégation pour l’enveloppe Signaux Faibles à compter de la date du présent courrier'}
  ${'suspension'}    | ${'Au 31 décembre 2023, le dépassement s’élève à 5 000,00 € en AE.'}
  ${'non-consommes'} | ${'n’ont pas été entièrement consommés au 31 décembre 2023.'}
  ${'non-consommes'} | ${'Enveloppe Place des entreprises : 499 360,00 € d’AE n’ont pas été engagées et 572 432,00 € de CP n’ont pas été payés.'}
  ${'fongibilite'}   | ${'L’article 1.2 de la convention prévoit que les enveloppes ne sont pas fongibles'}
  ${'fongibilite'}   | ${'redéployer 5 000,00 € d’AE de l’enveloppe Place des entreprises vers l’enveloppe Signaux Faibles.'}
  ${'avenant'}       | ${'au CBCM près le ministère du Travail, du Plein Emploi et de l’Insertion et au CBCM près le ministère de l’Économie'}
  ${'resiliation'}   | ${'à l’issue d’un préavis de trois mois à compter de la réception du présent courrier.'}
  ${'resiliation'}   | ${'décret n° 2004-1085 du 14 octobre 2004 modifié, art. 5'}
`('$id has « $says »', ({ id, says }: { readonly id: DocumentId; readonly says: string }) => {
  expect(lettersOf(noticed(id).text)).toContain(says);
});

test('a lack that no envelope covers alone asks its writer for the object of the request', () => {
  const rows = `${OVER}\n  Signaux Faibles | Audit de sécurité | 1405610191 | 03/04/2023 | 900000 | | |`;
  expect(noticed('fongibilite', {}, rows).advice).toBe(
    'Aucune enveloppe ne peut couvrir seule ce qui manque : indiquez l’objet de la demande.',
  );
});

test('the suspension of one envelope gives its restes à payer, not those of the convention', () => {
  // Signaux Faibles: 105 000 committed and nothing paid; PDE has 40 to pay.
  const { text } = noticed('suspension');
  expect(lettersOf(text)).toContain('soit 105 000,00 € de restes à payer, demeurent dus.');
});

/** The letter, without its control page. */
function signedPart(text: string): string {
  return text.slice(0, text.indexOf('Fiche de contrôle'));
}

test.each<DocumentId>(['insuffisance', 'suspension', 'non-consommes', 'fongibilite', 'avenant', 'resiliation'])(
  '%s has nothing for its writer, nor on the controls, before its control page',
  (id) => {
    const { text } = noticed(id);
    expect(text).toContain('État des contrôles');
    expect(signedPart(text)).not.toMatch(/ENV_|erreur|contrôle|compléter avant|Pour le rédacteur|complément/);
    expect(signedPart(text)).not.toMatch(/[^\d]0,00 €/);
  },
);

test.each`
  id                | reason
  ${'insuffisance'} | ${'Aucune insuffisance au 31/12/2023 : ce courrier n’est pas justifié par ces chiffres.'}
  ${'suspension'}   | ${'Aucun dépassement au 31/12/2023 : la suspension n’est pas justifiée par ces chiffres.'}
  ${'avenant'}      | ${'Aucun avenant d’ENV_Mouvements n’est en vigueur à cette date.'}
  ${'fongibilite'}  | ${'Aucune insuffisance au 31/12/2023 : ce courrier n’est pas justifié par ces chiffres.'}
`('without its cause, the plan of $id warns its writer, and the page does not', ({ id, reason }: Warned) => {
  const { text, advice } = noticed(id, {}, RIGHT);
  expect(advice).toContain(reason);
  expect(lettersOf(text)).not.toContain(reason);
});

describe('the writer is warned of what the letter takes for granted, or leaves out', () => {
  const doneOn = (day: string | null): Partial<Convention> => ({
    duties: convention2023().duties.map((duty) =>
      duty.type === 'insufficiency' ? { ...duty, doneOn: day === null ? null : isoDate(day) } : duty,
    ),
  });
  const NOT_INFORMED = 'Le courrier se réfère à un précédent courrier, dont la date n’est pas inscrite';
  test.each`
    informedOn      | isWarned
    ${null}         | ${true}
    ${'2023-06-01'} | ${false}
    ${'2024-02-01'} | ${true}
  `('a suspension, the délégant informed on $informedOn', ({ informedOn, isWarned }: Informed) => {
    expect(noticed('suspension', doneOn(informedOn)).advice.includes(NOT_INFORMED)).toBe(isWarned);
  });

  test('a transfer that covers the AE, and not the CP', () => {
    const ledger = `${OVER}
  Signaux Faibles | Audit de sécurité | 1405610190 | | | 02/05/2023 | 05/05/2023 | 101600
  PDE             | Frais annexes     | 1405610188 | | | 02/05/2023 | 05/05/2023 | 571500`;
    const { text, advice } = noticed('fongibilite', {}, ledger);
    expect(lettersOf(text)).toMatch(/redéployer 5 000,00 € d’AE de l’enveloppe/);
    expect(advice).toContain(
      'Le courrier ne demande pas 1 600,00 € de CP pour Signaux Faibles : aucune enveloppe ne peut couvrir seule un tel montant, déduction faite des autres redéploiements.',
    );
  });
});

interface Informed {
  readonly informedOn: string | null;
  readonly isWarned: boolean;
}

interface Warned {
  readonly id: DocumentId;
  readonly reason: string;
}

test('a termination states what each envelope leaves, from which the excess of another takes nothing', () => {
  const left = /les crédits non consommés s’élèvent à ([\d ,]+) € d’AE/;
  const [amount] = left.exec(lettersOf(noticed('resiliation').text))?.slice(1) ?? [];
  expect(amount).toBe('499 360,00');
  expect(lettersOf(noticed('non-consommes').text)).toContain('499 360,00 € d’AE');
  const note =
    'Ils sont la somme des enveloppes qui en laissent : le dépassement de l’enveloppe Signaux Faibles n’en est pas déduit.';
  expect(lettersOf(noticed('resiliation').text)).toContain(note);
  expect(lettersOf(noticed('resiliation', {}, RIGHT).text)).not.toContain('Ils sont la somme des enveloppes');
});

test('an error makes a project of the letter', () => {
  expect(noticed('insuffisance').text).toContain('enveloppe Signaux Faibles – PROJET');
  expect(noticed('resiliation', {}, RIGHT).text).not.toContain('PROJET');
});

/** Nothing lacks, nothing is exceeded, no avenant is in force; 499 360 € are left. */
test.each`
  id                 | subject
  ${'insuffisance'}  | ${'Insuffisance des crédits – PROJET'}
  ${'suspension'}    | ${'Suspension de l’exécution de la délégation – PROJET'}
  ${'fongibilite'}   | ${'Demande d’autorisation de redéploiement entre enveloppes – PROJET'}
  ${'avenant'}       | ${'Transmission de l’avenant – PROJET'}
  ${'non-consommes'} | ${'Crédits non consommés – exercice 2023'}
  ${'resiliation'}   | ${'Fin anticipée de la délégation de gestion'}
`('$id is a draft where the figures do not justify it', ({ id, subject }: { id: DocumentId; subject: string }) => {
  expect(noticed(id, {}, RIGHT).text.split('\n')).toContain(`Objet : ${subject}`);
});

test('one envelope has no other to take credits from: the délégant is asked for an avenant alone', () => {
  const [, SF] = convention2023().envelopes;
  const alone = noticed('insuffisance', { envelopes: SF ? [SF] : [] }, OVER).text;
  expect(lettersOf(alone)).toContain('compléter la dotation par avenant (article 4).');
  expect(alone).not.toContain('redéploiement');
});

test('within one ministry, a note without form of address nor courtesy', () => {
  const { correspondence } = convention2023();
  const within = { correspondence: { ...correspondence, delegantMinistry: correspondence.ministry } };
  const note = noticed('insuffisance', within).text;
  expect(note).toContain('Note à l’attention du délégué général à l’emploi et à la formation professionnelle');
  expect(note).not.toMatch(/Madame, Monsieur|je vous prie d’agréer/i);
  const letter = noticed('insuffisance', {
    correspondence: { ...correspondence, greeting: 'Monsieur le délégué' },
  }).text;
  expect(lettersOf(letter)).toContain('Je vous prie d’agréer, Monsieur le délégué, l’expression');
});

test('the last amendment in force is described: before, variation, after; one to come is not', () => {
  const movements = [AMENDMENT, { ...AMENDMENT, index: 1, date: isoDate('2024-02-01'), reference: 'Avenant n° 2' }];
  const { workbook, text } = noticed('avenant', { movements });
  const table = new DocumentReader(workbook, 'Transmission avenant').block('Enveloppe');
  expect(table[0]).toEqual(['Enveloppe', 'Nature', 'Dotation avant', 'Variation', 'Dotation après']);
  expect(table[1]).toEqual(['Signaux Faibles', 'AE', 100_000, 20_000, 120_000]);
  expect(text).toContain('Objet : Transmission de l’avenant n° 1');
  expect(lettersOf(text)).toContain('un exemplaire de l’avenant n° 1, qui prend effet le 1er juin 2023.');
  expect(text).not.toMatch(/Avenant n° 2|Consommé/);
});

test('an avenant is shown by envelope, nature and poste; an envelope may be named by its label', () => {
  const [pde] = convention2023().envelopes;
  const [first, second] = pde?.lines ?? [];
  if (!pde || !first || !second) throw new Error('no poste');
  const to = (changes: Partial<Movement>, index: number): Movement => ({
    ...AMENDMENT,
    to: pde.label,
    index,
    ...changes,
  });
  const movements = [
    to({ date: isoDate('2023-03-01'), reference: 'Avenant n° 0', amount: Euros.fromCents(7_00) }, 0),
    to({ toLine: first.label, amount: Euros.fromCents(12_000_00) }, 1),
    to({ toLine: second.label, amount: Euros.fromCents(3_000_00) }, 2),
    to({ nature: 'CP', amount: Euros.fromCents(500_00) }, 3),
  ];
  const { workbook } = noticed('avenant', { movements });
  const [, ...table] = new DocumentReader(workbook, 'Transmission avenant').block('Enveloppe');
  const [one, other] = [first, second].map(({ delegated }) => delegated.cents / 100);
  const plain = table.map(([label, ...rest]) => [String(label).replaceAll('\u00a0', ' '), ...rest]);
  expect(plain).toEqual([
    [pde.label, 'AE', 500_007, 15_000, 515_007],
    [`dont poste « ${first.label} »`, 'AE', one, 12_000, (one ?? 0) + 12_000],
    [`dont poste « ${second.label} »`, 'AE', other, 3_000, (other ?? 0) + 3_000],
    [pde.label, 'CP', 573_032, 500, 573_532],
  ]);
});

test.each`
  sent            | received        | advises
  ${'2023-05-30'} | ${'2023-05-31'} | ${null}
  ${'2023-05-30'} | ${null}         | ${null}
  ${'2023-09-29'} | ${'2023-10-02'} | ${'Le préavis expirerait le 02/01/2024, après le terme du 31/12/2023 : la résiliation serait sans effet.'}
`(
  'a termination received on $received is without effect when its notice ends after the term',
  ({ sent, received, advises }: Record<string, string | null>) => {
    const termination = { sentOn: isoDate(sent ?? ''), receivedOn: received ? isoDate(received) : null };
    const { advice } = noticed('resiliation', { termination });
    expect(/Le préavis expirerait.*/.exec(advice)?.[0] ?? null).toBe(advises);
  },
);

test('unspent credits of a convention terminated by a notice received on 30/05/2023: its term is the day of its effect', () => {
  const termination = { sentOn: null, receivedOn: isoDate('2023-05-30') };
  expect(lettersOf(noticed('non-consommes', { termination }).text)).toContain(
    'n’ont pas été entièrement consommés au 30 août 2023.',
  );
});

test('its figures are formulas, and compared with those of the product', () => {
  const notice = new DocumentReader(noticed('insuffisance').workbook, 'Insuffisance de crédits');
  const row = notice.rows().findIndex(([label, nature]) => label === 'Signaux Faibles' && nature === 'AE') + 1;
  expect(['C', 'D', 'E', 'F'].map((column) => notice.at(`${column}${row}`).value)).toEqual([
    100_000, 105_000, 0, -5_000,
  ]);
  expect(notice.at(`D${row}`).inFull).toMatch(/^=ROUND\(SUMIFS\(T_Suivi\[Montant AE TTC\]/);
  expect(notice.find('SF – AE : consommé du document = complément', 'Écart').value).toBe(0);
});

test('the writings of the user are kept, and generating again writes nothing', () => {
  const { workbook } = noticed('fongibilite');
  const row = new DocumentReader(workbook, 'Demande redéploiement')
    .rows()
    .findIndex(([label]) => label === 'Date\u00a0:');
  expect(row).toBeGreaterThan(0);
  const typed = applyPlan(workbook, {
    purpose: 'repair',
    expected: [],
    steps: [
      { kind: 'setCells', sheet: 'Demande redéploiement', top: row, left: 1, cells: [[{ value: '3 mai 2023' }]] },
    ],
  });
  const { dossier, report } = controlled(typed);
  const again = planDocuments(dossier, report, ['fongibilite']);
  expect(again.ok && isEmptyPlan(again.value)).toBe(true);
});

test.each`
  spellings | shows
  ${1}      | ${'a formula'}
  ${16}     | ${'a formula'}
  ${31}     | ${'a value, which the document says: more spellings than anybody reads'}
`(
  'an axe 2 spelt in $spellings ways: « Consommé » is $shows',
  ({ spellings, shows }: { spellings: number; shows: string }) => {
    const axes = [
      'PDE',
      ...Array.from({ length: spellings - 1 }, (_, index) => `Place${'-'.repeat(index + 1)}des entreprises`),
    ];
    const rows = axes.map((axis) => `${axis} | Frais annexes | 1405610188 | 20/03/2023 | 640 | | | | Notifié`);
    const others = [
      'PDE | Frais annexes | 1405610188 | 21/03/2023 | -40 | | | | Projet',
      'PDE | | | | 5 | | | | Annulé',
    ];
    const ledger = [`${HEADINGS} | État`, ...rows, ...others].join('\n');
    const { workbook, text } = noticed('suspension', {}, ledger);
    const { value, formula } = new DocumentReader(workbook, 'Suspension').find('Place des entreprises', 'Consommé');
    expect([value, formula === undefined ? 'a value' : 'a formula']).toEqual([640 * spellings, shows.split(',')[0]]);
    expect(text.includes('Trop d’orthographes différentes pour une formule')).toBe(formula === undefined);
  },
);

test.each<DocumentId>(['insuffisance', 'suspension', 'non-consommes', 'fongibilite'])(
  '%s concludes nothing from figures that are not calculable',
  (id) => {
    const { text, advice } = noticed(
      id,
      {},
      `Axe ministériel 2 | N° EJ | Date d'engagement | Montant AE TTC
      PDE | 1405610188 | 20/03/2023 | 640`,
    );
    expect(advice).toContain('Les chiffres de CP ne sont pas calculables : ils ne figurent pas dans le courrier.');
    expect(text).toContain('Ne peut pas être signé');
    expect(advice).not.toMatch(/Aucune insuffisance|Aucun dépassement|Aucun crédit non consommé|Aucune enveloppe/);
  },
);
