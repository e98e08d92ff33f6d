/** Figures that a ledger does not make, as each room gives them: JSON, functions, documents, published tables. */
import { control } from '../../src/application/control';
import { documentInput } from '../../src/application/documents/documents';
import { evaluateFunction, type FunctionName } from '../../src/application/functions/function-answers';
import { stateOfDossier } from '../../src/application/functions/function-state';
import { jsonReport } from '../../src/application/json-report';
import { postesTable, envelopesTable } from '../../src/documents/publication/credit-tables';
import { countedRows } from '../../src/documents/publication/counted-rows';
import { csvOf } from '../../src/documents/publication/published-table';
import type { Finding } from '../../src/domain/controls/findings/finding';
import { isoDate } from '../../src/domain/calendar/civil-date';
import { functionWordsIn } from '../../src/functions/function-sentences';
import { describeFinding } from '../../src/messages/describe-finding';
import { convention2023 } from '../support/conventions';
import { controlled, documented, ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { typed } from '../support/ledgers/typing';
import { DocumentReader } from '../support/readers/document-reader';

const WITHOUT_CP = ledgerWorkbook(
  convention2023(),
  `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE
  PDE               | Frais annexes    | 1400000001 | 15/02/2023        | 1000`,
);
const WITHOUT_DATE = ledgerWorkbook(
  convention2023(),
  `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE | Montant CP
  PDE               | Frais annexes    | 1400000001 | 15/02/2023        | 1000       | 400`,
);
const WITHOUT_SERVICE = ledgerWorkbook(
  convention2023(),
  `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
  PDE               | Frais annexes    | 1400000001 | 15/02/2023        | 1000       | 20/03/2023       | 400`,
);
const RESERVED = ledgerWorkbook(
  convention2023(),
  `
  Axe ministériel 2 | N° EJ      | Date d'engagement | Montant AE | Date de service fait | Date de paiement | Montant CP
  PDE               | 1400000001 | 15/02/2023        | 1000       | 01/03/2023           | 20/03/2023       | 400
  PDE               | 1400000001 |                   |            | 01/04/2023           |                  | 100`,
);
const COMPLETE = ledgerWorkbook(
  convention2023(),
  `
  Axe ministériel 2 | Poste         | N° EJ      | Date d'engagement | Montant AE | Date SF    | Date de paiement | Montant CP
  PDE               | Frais annexes | 1400000001 | 15/02/2023        | 1000       | 01/03/2023 | 20/03/2023       | 400`,
);
const EMPTY = ledgerWorkbook(
  convention2023(),
  `
  Axe ministériel 2 | Poste de dépense | N° EJ | Date d'engagement | Montant AE | Date de paiement | Montant CP`,
);

function reported(workbook: typeof WITHOUT_CP) {
  const { dossier, report } = controlled(workbook);
  const describe = (finding: Finding) => describeFinding(finding, dossier.convention, 'fr');
  return jsonReport(dossier, report, 'suivi.xlsx', describe, () => '');
}

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'");

function answer(workbook: typeof WITHOUT_CP, name: FunctionName, ...args: unknown[]): unknown {
  const state = stateOfDossier(controlled(workbook).dossier, isoDate('2023-06-30'));
  const result = evaluateFunction(name, args, state, functionWordsIn('fr'));
  if (result.kind === 'error') return `${result.code} ${plain(result.message)}`;
  return typeof result.value === 'string' ? plain(result.value) : result.value;
}

describe('JSON', () => {
  const unknown = { consumed: null, reserved: null, remaining: null, available: null, rate: null };

  test('null, and the rest as ever', () => {
    const [pde] = reported(WITHOUT_CP).envelopes;
    expect(pde).toMatchObject({
      AE: { allocated: '500000.00', consumed: '1000.00', available: '499000.00', rate: '0.002' },
      CP: { allocated: '573032.00', ...unknown, rapOpening: '73032.00', rapPaid: null },
      outstanding: null,
    });
    expect(reported(WITHOUT_CP).total.CP).toMatchObject({ allocated: '673032.00', ...unknown });
    expect(reported(WITHOUT_DATE).envelopes[0]?.CP).toMatchObject(unknown);
  });

  test('a ledger without rows, but with its columns, has true zeros', () => {
    expect(reported(EMPTY).envelopes[0]).toMatchObject({
      AE: { consumed: '0.00', available: '500000.00' },
      CP: { consumed: '0.00', rapPaid: '0.00' },
      outstanding: '73032.00',
    });
  });
});

describe('functions', () => {
  const CP = '#N/A CP : non calculable, aucune colonne du suivi ne donne';
  test.each`
    workbook        | call                               | value
    ${WITHOUT_CP}   | ${['ALLOCATED', 'PDE', 'CP']}      | ${573_032}
    ${WITHOUT_CP}   | ${['CONSUMED', 'PDE', 'AE']}       | ${1_000}
    ${WITHOUT_CP}   | ${['CONSUMED', 'PDE', 'CP']}       | ${`${CP} « Montant CP ».`}
    ${WITHOUT_DATE} | ${['CONSUMED', 'PDE', 'CP']}       | ${`${CP} « Date de paiement ».`}
    ${WITHOUT_DATE} | ${['AVAILABLE', '*', 'CP']}        | ${`${CP} « Date de paiement ».`}
    ${WITHOUT_CP}   | ${['RATE', 'PDE', 'CP']}           | ${`${CP} « Montant CP ».`}
    ${WITHOUT_CP}   | ${['WHATIF', 'PDE', 'CP', 1]}      | ${`${CP} « Montant CP ».`}
    ${WITHOUT_CP}   | ${['FORECAST', 'PDE', 'CP']}       | ${`${CP} « Montant CP ».`}
    ${WITHOUT_CP}   | ${['OUTSTANDING', 'PDE']}          | ${'#N/A Restes à payer : non calculable, aucune colonne du suivi ne donne « Montant CP ».'}
    ${WITHOUT_CP}   | ${['STATUS', 'PDE']}               | ${"#N/A État de l'enveloppe : non calculable, aucune colonne du suivi ne donne « Montant CP »."}
    ${RESERVED}     | ${['REMAINING', 'PDE', 'CP']}      | ${572_632}
    ${RESERVED}     | ${['WHATIF', 'PDE', 'CP', 32]}     | ${572_500}
    ${RESERVED}     | ${['STATUS', 'PDE']}               | ${'Ouverte'}
    ${RESERVED}     | ${['STATUS', 'PDE', '01/07/2024']} | ${'Échue'}
    ${RESERVED}     | ${['STATUS', '*', 'demain']}       | ${"#VALUE! Ce n'est pas une date : « demain » (exemple : 31/12/2023)."}
    ${EMPTY}        | ${['STATUS', 'PDE']}               | ${"#N/A État de l'enveloppe : non calculable, aucune ligne du suivi n'est comptée."}
  `('$call: $value', ({ workbook, call, value }) => {
    const [name, ...args] = call as [FunctionName, ...unknown[]];
    expect(answer(workbook as typeof WITHOUT_CP, name, ...args)).toBe(value);
  });

  test('SUMMARY writes « non calculable »', () => {
    const [, pde = []] = answer(WITHOUT_CP, 'SUMMARY') as string[][];
    expect(pde.slice(8)).toEqual([573_032, ...Array<string>(7).fill('non calculable')]);
  });

  test('FINDINGS on a ledger without rows writes that nothing was read', () => {
    const table = answer(EMPTY, 'FINDINGS', 'erreur') as string[][];
    expect(plain(table[1]?.[4] ?? '')).toBe("Aucune ligne lue : rien n'a été contrôlé.");
  });
});

describe('documents', () => {
  const plainRows = (workbook: typeof WITHOUT_CP, sheet: string): string[] =>
    new DocumentReader(documented(workbook), sheet)
      .rows()
      .map((row) => plain(row.filter((cell) => cell !== null).join(' | ')));

  test('the Bilan keeps the room of a figure, without a formula, and cannot be signed', () => {
    const bilan = new DocumentReader(documented(WITHOUT_CP), 'Bilan financier 2023');
    const paid = bilan.find('Total PDE', 'CP payés');
    expect([paid.value, paid.formula]).toEqual(['non calculable', undefined]);
    expect(bilan.find('Total PDE', 'AE engagées (brut)').value).toBe(1_000);
    const rows = plainRows(WITHOUT_CP, 'Bilan financier 2023');
    expect(rows).toContain("Ne peut pas être signé : au moins un chiffre de ce document n'est pas calculable.");
    expect(rows.filter((row) => row.startsWith('Signature'))).toEqual([]);
    expect(rows.find((row) => row.startsWith("Nombre d'écarts"))).toBe(
      "Nombre d'écarts avec le complément | non calculable | non calculable",
    );
    expect(rows).toContain(
      'Aucune colonne du suivi ne correspond à « Montant CP » : les chiffres qui en dépendent ne sont pas calculables.',
    );
  });

  test('written again once a figure is not calculable, the block of signature goes, and what people wrote stays', () => {
    const signed = documented(COMPLETE);
    const bilan = new DocumentReader(signed, 'Bilan financier 2023');
    const texts = bilan.rows().map(([first]) => plain(String(first ?? '')));
    const sign = texts.indexOf('Signature :');
    expect(texts.slice(sign - 5, sign + 1)).toContain('Le :');
    const written = typed(signed, 'Bilan financier 2023', { [`A${sign + 2}`]: 'Lu et approuvé' });
    const fresh = WITHOUT_CP.sheets.find(({ name }) => name === 'Suivi');
    const changed = {
      ...written,
      sheets: written.sheets.map((sheet) => (sheet.name === 'Suivi' && fresh ? fresh : sheet)),
      tables: [
        ...written.tables.filter(({ sheet }) => sheet !== 'Suivi'),
        ...WITHOUT_CP.tables.filter(({ sheet }) => sheet === 'Suivi'),
      ],
    };
    const rows = plainRows(changed, 'Bilan financier 2023');
    const from = rows.indexOf("Ne peut pas être signé : au moins un chiffre de ce document n'est pas calculable.");
    expect(rows.slice(from + 1, from + 10).filter((row) => row !== '')).toEqual(['Lu et approuvé']);
  });

  test('what is not counted is not known either, nor a gap between figures that are not', () => {
    const rows = plainRows(WITHOUT_DATE, 'Bilan financier 2023');
    const unknown = Array<string>(5).fill('non calculable');
    expect(rows).toContain(['Liste des DP = CP du document', ...unknown].join(' | '));
    expect(rows).toContain(['Écarts : PDE', '0', '0', 'non calculable', '1000', '0', 'non calculable'].join(' | '));
  });

  test('gaps are counted when the only unknown figure is in none: services certified and not paid', () => {
    const bilan = new DocumentReader(documented(WITHOUT_SERVICE), 'Bilan financier 2023');
    expect(bilan.find('Total', 'dont service fait non payé').value).toBe('non calculable');
    expect(plainRows(WITHOUT_SERVICE, 'Bilan financier 2023')).toContain(
      "Nombre d'écarts avec le complément | 0 | Conforme",
    );
  });

  test('the État forecasts nothing, and draws no chart of that nature', () => {
    const after = documented(WITHOUT_CP);
    const etat = new DocumentReader(after, 'État de prévision 2023');
    const landing = etat.block('Enveloppe').slice(1);
    expect(landing.map(([, nature, , realised]) => [nature, realised])).toEqual([
      ['AE', 1_000],
      ['CP', 'non calculable'],
      ['AE', 0],
      ['CP', 'non calculable'],
    ]);
    expect(etat.sheet.charts).toHaveLength(2);
  });

  test('the published tables leave it empty, and their schema allows it', () => {
    const { dossier, report } = controlled(WITHOUT_CP);
    const input = documentInput(dossier, report);
    const table = envelopesTable(input);
    expect(csvOf(table).split('\r\n')[2]).toBe('PDE,Place des entreprises,CP,573032.00,,,,,,73032.00,,2023,2023-12-31');
    expect(table.fields.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      'enveloppe',
      'nature',
      'exercice',
      'arrete_au',
    ]);
    const lines = csvOf(postesTable(input, countedRows(input))).split('\r\n');
    expect(lines.find((line) => line.includes('Frais annexes'))).toMatch(/,1000\.00,0\.00,,,2023,2023-12-31$/);
  });
});

test('the controls of a ledger at a day count the rows that they read', () => {
  const { dossier } = controlled(EMPTY);
  expect(control(dossier, isoDate('2023-12-31')).rows).toEqual({ read: 0, checked: 0, unchecked: 0, ignored: 0 });
});
