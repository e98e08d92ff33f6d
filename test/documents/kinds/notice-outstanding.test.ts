/** The restes à payer of the letters: before the term, after it, and where the ledger does not make them. */
import { planDocuments, type DocumentId } from '../../../src/application/documents/documents';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { describeAdvice } from '../../../src/messages/describe-advice';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { DocumentReader } from '../../support/readers/document-reader';
import { controlled, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';

const HEADINGS = 'Axe ministériel 2 | N° EJ | Statut | Engagé le | Montant AE | Service fait | Payé le | Montant CP';
/** 400 000 € committed, and due but not paid on 30 June; 73 032 € of earlier EJ. */
const COMMITTED = 'PDE | 1405610002 | Notifié | 20/01/2023 | 400000 | | |';
const DUE = `${COMMITTED}\n PDE | 1405610002 | Notifié | | | 20/06/2023 | | 400000`;
const PROJECT = 'PDE | 1405610003 | Projet | 25/06/2023 | 10000 | | |';
/** Of an EJ that nobody commits. */
const UNKNOWN = 'Signaux Faibles | 1405610099 | Notifié | | | 20/06/2023 | | 500';

interface Letter {
  readonly text: string;
  readonly advice: string;
}

function letter(id: DocumentId, ledger: string, asOf: string, changes: Partial<Convention> = {}): Letter {
  const before = ledgerWorkbook({ ...convention2023(), ...changes }, ledger);
  const { dossier, report } = controlled(before, asOf);
  const plan = planDocuments(dossier, report, [id]);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  const workbook = applyPlan(before, plan.value);
  const rows = new DocumentReader(workbook, workbook.sheets.at(-1)?.name ?? '').rows();
  const advice = (plan.value.advice ?? []).flatMap((of) => of.advice.map((one) => describeAdvice(one, 'fr')));
  return { text: plain(rows.map(([first]) => String(first ?? '')).join(' ')), advice: plain(advice.join('\n')) };
}

function plain(text: string): string {
  return text.replace(/\s/g, ' ').replaceAll('’', "'");
}

/** The sentences of a letter on restes à payer. */
function sentences(of: Letter): readonly string[] {
  return of.text.split(/(?<=\.) +| {2,}/).filter((sentence) => /restes à payer|Une fois/i.test(sentence));
}

describe('unspent credits: the restes à payer to cover are those that the amounts above them leave', () => {
  const before = "Au 30 juin 2023, les restes à payer s'élèvent à 473 032,00 €.";
  const paid = 'Une fois payés les montants en attente (400 000,00 €), ils';
  const rest = '73 032,00 € ; leur couverture en 2024 reste à arrêter.';
  const signed =
    "Une fois signés les projets d'engagement (10 000,00 €) et payés les montants en attente (400 000,00 €), ils";

  test.each`
    rows              | asOf            | says                                                                                          | why
    ${[DUE]}          | ${'2023-06-30'} | ${[before, `${paid} s'élèveront à ${rest}`]}                                                  | ${'what waits will be paid, as the CP that will not be paid take for granted'}
    ${[DUE, PROJECT]} | ${'2023-06-30'} | ${[before, `${signed} s'élèveront à 83 032,00 € ; leur couverture en 2024 reste à arrêter.`]} | ${'and projects will be signed'}
    ${[DUE, UNKNOWN]} | ${'2023-06-30'} | ${[before, `${paid.replace('400 000', '400 500')} s'élèveront à ${rest}`]}                    | ${'a payment on an unknown EJ lowers none'}
    ${[COMMITTED]}    | ${'2023-06-30'} | ${["Les restes à payer s'élèvent à 473 032,00 € ; leur couverture en 2024 reste à arrêter."]} | ${'nothing waits'}
    ${[DUE]}          | ${'2023-12-31'} | ${["Les restes à payer s'élèvent à 473 032,00 € ; leur couverture en 2024 reste à arrêter."]} | ${'at the term, what is not paid was not'}
    ${[DUE]}          | ${'2022-12-20'} | ${["Au 20 décembre 2022, les restes à payer s'élèvent à 73 032,00 €."]}                       | ${'the CP of 2023 cover them'}
  `('$asOf: $why', ({ rows, asOf, says }) => {
    const ledger = [HEADINGS, ...(rows as string[])].join('\n');
    expect(sentences(letter('non-consommes', ledger, asOf as string))).toEqual(says);
  });

  test('nothing is left once what waits is paid', () => {
    const envelopes = convention2023().envelopes.map((one) => ({
      ...one,
      openingRap: one.openingRap.minus(one.openingRap),
    }));
    const of = letter('non-consommes', `${HEADINGS}\n${DUE}`, '2023-06-30', { envelopes });
    expect(sentences(of)[1]).toBe(`${paid} seront soldés.`);
  });

  test('a convention terminated on 30 August: they are to be covered after that day', () => {
    const termination = { sentOn: null, receivedOn: isoDate('2023-05-30') };
    const of = letter('non-consommes', `${HEADINGS}\n${DUE}`, '2023-09-15', { termination });
    expect(sentences(of)).toEqual([
      "Les restes à payer s'élèvent à 473 032,00 € ; leur couverture après le 30 août 2023 reste à arrêter.",
    ]);
  });

  test.each`
    asOf            | isWarned
    ${'2022-12-20'} | ${true}
    ${'2023-01-01'} | ${false}
  `('on $asOf, its writer is warned that the year has not begun: $isWarned', ({ asOf, isWarned }) => {
    const { advice } = letter('non-consommes', `${HEADINGS}\n${DUE}`, asOf as string);
    const warning =
      "L'exercice 2023 n'a pas commencé au 20/12/2022 : ces chiffres ne montrent pas encore de crédits non consommés.";
    expect(advice.includes(warning)).toBe(isWarned);
  });
});

describe('without a column for the EJ, restes à payer are not calculable', () => {
  const HEADINGS_WITHOUT = 'Axe ministériel 2 | Engagé le | Montant AE | Payé le | Montant CP';
  const LEDGER = `${HEADINGS_WITHOUT}\nSignaux Faibles | 20/02/2023 | 110000 | | \n Signaux Faibles | | | 12/07/2023 | 300`;

  test.each<DocumentId>(['suspension', 'non-consommes', 'resiliation'])('%s: stated, advised, and not signed', (id) => {
    const of = letter(id, LEDGER, '2023-12-31');
    expect(sentences(of)).toEqual(['Restes à payer : non calculables.']);
    expect(of.text).toContain('Ne peut pas être signé');
    expect(of.advice).toContain('Les restes à payer ne sont pas calculables : ils ne figurent pas dans le courrier.');
  });

  test.each<DocumentId>(['insuffisance', 'fongibilite', 'avenant'])('%s gives none, and may be signed', (id) => {
    const of = letter(id, LEDGER, '2023-12-31');
    expect([sentences(of), of.text.includes('Ne peut pas être signé')]).toEqual([[], false]);
    expect(of.advice).not.toContain('calculables');
  });
});
