/** The Bilan financier annuel over ledgers small enough to check by hand. */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Ceiling, Movement } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import { bilanOf, PDE, SF, VALUES, withRap } from '../../support/bilan';
import { convention2023 } from '../../support/conventions';
import { DocumentReader } from '../../support/readers/document-reader';
import { documented, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';

/** The bilan of one commitment of 640 €, with PDE under another ceiling of AE. */
function bilanWithAe(AE: Ceiling<'AE'> | null): DocumentReader {
  const base = withRap();
  const envelopes = base.envelopes.map((envelope) =>
    envelope.code === 'PDE' ? { ...envelope, ceilings: { AE, CP: envelope.ceilings.CP } } : envelope,
  );
  return bilanOf('PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 | | | |', { convention: { ...base, envelopes } });
}

describe('AE', () => {
  test('commitments, decommitments of the year, remaining, rate', () => {
    const bilan = bilanOf(`
      PDE | Frais annexes | 1405610188 | 20/03/2023 | 640    | | | |
      PDE | Frais annexes | 1405610188 | 02/10/2023 | -40,50 | | | |`);
    const [engaged, freed, remaining, rate] = [
      'AE engagées (brut)',
      'Retraits de l’année',
      'AE non engagées',
      'Taux de consommation',
    ].map((heading) => bilan.find('Frais annexes', heading, PDE));
    expect([engaged?.value, freed?.value, remaining?.value, rate?.value]).toEqual([640, 40.5, 1_465.5, 0.2903]);
    expect(engaged?.inFull).toContain('T_Suivi[Montant AE TTC],">0"');
    expect(freed?.inFull).toContain('T_Suivi[Montant AE TTC],"<0"');
  });

  test('an undated commitment counts; those of another year or after the date do not', () => {
    const bilan = bilanOf(
      `
      PDE | Frais annexes | 1405610188 |            | 1 | | | |
      PDE | Frais annexes | 1405610189 | 31/12/2022 | 10 | | | |
      PDE | Frais annexes | 1405610190 | 01/01/2023 | 100 | | | |
      PDE | Frais annexes | 1405610191 | 30/06/2023 | 1000 | | | |
      PDE | Frais annexes | 1405610192 | 01/07/2023 | 10000 | | | |`,
      { asOf: '2023-06-30' },
    );
    expect(bilan.find('Frais annexes', 'AE engagées (brut)', PDE)).toMatchObject({
      value: 1_101,
      formula: expect.stringContaining('ENV_DateEJ,">="&DATE($B$3,1,1),ENV_DateEJ,"<"&MIN(') as string,
    });
  });

  test('the hour of a commitment does not push it to the next day', () => {
    const workbook = ledgerWorkbook(withRap(), [
      [
        'Axe ministériel 2',
        'Poste de dépense',
        'N° EJ',
        "Date d'engagement",
        'Montant AE TTC',
        'Date de paiement',
        'Montant CP TTC',
      ],
      ['PDE', 'Frais annexes', '1405610188', 45_291.75, 640, 45_291.999, 12],
    ]);
    const bilan = new DocumentReader(documented(workbook), 'Bilan financier 2023');
    expect(bilan.find('Frais annexes', 'AE engagées (brut)', PDE)).toMatchObject({
      value: 640,
      formula: expect.any(String) as string,
    });
    expect(bilan.find('Frais annexes', 'CP payés', 'Crédits de paiement (CP)').formula).toBeDefined();
  });

  test('projects and cancelled rows do not count, whatever the words', () => {
    const bilan = bilanOf(`
      PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 | | | | Notifié
      PDE | Frais annexes |            | 20/03/2023 | 1000 | | | | Projet
      PDE | Frais annexes |            | 20/03/2023 | 2000 | | | | À signer
      PDE | Frais annexes | 1405610189 | 20/03/2023 | 4000 | | | | Abandonné`);
    const engaged = bilan.find('Frais annexes', 'AE engagées (brut)', PDE);
    expect(engaged.value).toBe(640);
    for (const state of ['Projet', 'À signer', 'Annulé', 'Abandonné'])
      expect(engaged.inFull).toContain(`T_Suivi[État],"<>${state}"`);
    expect(bilan.find('Liste des EJ = AE du document', 'Hors du document').value).toBe(7_000);
  });

  test('aliases of an envelope and of a budget line are counted as the product counts them', () => {
    const bilan = bilanOf(`
      PDE                   | Outils de production | 1405610140 | 16/01/2023 | 1    | | | |
      Place des entreprises | Outils de production | 1405610140 | 16/01/2023 | 10   | | | |
      pde                   | hébergement          | 1405610140 | 16/01/2023 | 100  | | | |
      Signaux Fables        | Audit de sécurité    | 1405610190 | 03/04/2023 | 1000 | | | |`);
    const [outils, audit] = convention2023().envelopes.map(({ lines }) => lines[1]?.label ?? '');
    const engaged = bilan.find(outils ?? '', 'AE engagées (brut)', PDE);
    expect(engaged.value).toBe(111);
    // One list of each column, in pairs; « pde » is PDE to Excel.
    expect(engaged.inFull).toContain('T_Suivi[Axe ministériel 2],{"PDE","PDE","PDE","Place des entreprises"}');
    expect(engaged.inFull).toContain('"Outils de production","hébergement","Outils de production"}');
    expect(bilan.find(audit ?? '', 'AE engagées (brut)', SF)).toMatchObject({
      value: 1_000,
      inFull: expect.stringContaining('"Signaux Fables"') as string,
    });
  });

  test('a row without budget line is counted in its envelope, on a row of its own', () => {
    const bilan = bilanOf(`
      PDE | Frais annexes    | 1405610188 | 20/03/2023 | 640 | | | |
      PDE | Tests d'intrusion | 1405620260 | 28/08/2023 | 2280 | | | |
      PDE |                  | 1405620261 | 28/08/2023 | 20 | | | |`);
    expect(bilan.find('Sans poste', 'AE engagées (brut)', PDE).value).toBe(2_300);
    expect(bilan.find('Total PDE', 'AE engagées (brut)').value).toBe(2_940);
    expect(bilan.find('PDE – AE engagées : postes = enveloppe', 'État').value).toBe('Conforme');
  });
});

describe('CP', () => {
  const ROWS = `
      PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 |            |            |       |
      PDE | Frais annexes | 1405610188 |            |     | 14/04/2023 | 05/05/2023 | 600   | Payé
      PDE | Frais annexes | 1405610188 |            |     | 15/12/2023 |            | 40    | SF constaté
      PDE |               | 1405508811 |            |     | 06/01/2023 | 25/01/2023 | 13000 | Payé
      PDE | Frais annexes | 1405508811 |            |     | 06/01/2023 | 25/01/2023 | 32    | Payé
      PDE |               | 1405508811 | 11/09/2023 | -1500 |          |            |       | `;
  const bilan = bilanOf(ROWS);
  test('a budget line has its own payments, without those on earlier EJ even when they name it', () => {
    expect(bilan.find('Frais annexes', 'CP payés', PDE).value).toBe(600);
    expect(bilan.find('Frais annexes', 'CP payés', PDE).inFull).toContain(
      '-SUMPRODUCT(SUMIFS(T_Suivi[Montant CP TTC],',
    );
    expect(bilan.find('Frais annexes', 'CP payés', PDE).inFull).toContain('T_Suivi[N° EJ],ENV_RAP[EJ]');
  });

  test('the opening RAP is a row of its own, part of the CP of the envelope', () => {
    const row = [
      'Dotation initiale',
      'Dotation actualisée',
      'CP payés',
      'dont sur restes à payer antérieurs',
      'CP non payés',
      'Taux de consommation',
    ];
    expect(row.map((heading) => bilan.find('Restes à payer antérieurs (sans poste)', heading, PDE).value)).toEqual([
      73_032, 73_032, 13_032, 13_032, 60_000, 0.1784,
    ]);
    expect(
      row.map((heading) => bilan.find('Total PDE', heading, 'Restes à payer antérieurs (sans poste)').value),
    ).toEqual([573_032, 573_032, 13_632, 13_032, 559_400, 0.0238]);
    expect(bilan.find('PDE – CP payés : postes + restes à payer antérieurs = enveloppe', 'Écart').value).toBe(0);
  });

  test('outstanding: decommitments of earlier EJ lower it, and free no AE', () => {
    expect(bilan.find('Total PDE', 'Retraits de l’année', PDE).value).toBe(0);
    const row = [
      'RAP au 1er janvier 2023',
      '+ AE engagées (brut)',
      '− Retraits de l’année',
      '− Retraits sur EJ antérieurs',
      '− CP payés',
      'RAP au 31/12/2023',
      'dont service fait non payé',
    ];
    expect(
      row.map(
        (heading) => bilan.find('Place des entreprises', heading, 'Restes à payer antérieurs (sans poste)').value,
      ),
    ).toEqual([73_032, 640, 0, 1_500, 13_632, 58_540, 40]);
    expect(bilan.find('PDE – restes à payer : document = complément', 'État').value).toBe('Conforme');
  });

  test('an envelope without RAP has no RAP row', () => {
    const block = bilan.rows().slice(bilan.rows().findIndex(([text]) => text === bilan.block(SF)[0]?.[0]));
    expect(block.map(([text]) => text)).not.toContain('Restes à payer antérieurs (sans poste)');
  });

  test('without a table of earlier EJ, their numbers are in the formula', () => {
    const named = bilanOf(ROWS, { hasConvention: false });
    expect(named.find('Frais annexes', 'CP payés', PDE)).toMatchObject({
      value: 600,
      inFull: expect.stringContaining('T_Suivi[N° EJ],{"1405508811"}') as string,
    });
  });
});

describe('the whole convention', () => {
  const bilan = bilanOf(`
      PDE             | Frais annexes     | 1405610188 | 20/03/2023 | 640  | | | |
      Signaux Faibles | Audit de sécurité | 1405610190 | 03/04/2023 | 9600 | | | |`);
  test('it comes first, by envelope, and is their sum', () => {
    const AE = 'Autorisations d’engagement (AE)';
    const columns = [
      'Dotation initiale',
      'Dotation actualisée',
      'AE engagées (brut)',
      'AE non engagées',
      'Taux de consommation',
    ];
    const rowOf = (label: string) => columns.map((heading) => bilan.find(label, heading, AE).value);
    expect(rowOf('Place des entreprises')).toEqual([500_000, 500_000, 640, 499_360, 0.0013]);
    expect(rowOf('Signaux Faibles')).toEqual([100_000, 100_000, 9_600, 90_400, 0.096]);
    expect(rowOf('Total')).toEqual([600_000, 600_000, 10_240, 589_760, 0.0171]);
    expect(bilan.find('AE : enveloppes = convention', 'État').value).toBe('Conforme');
  });
});

describe('movements of credits', () => {
  const movement = (part: Partial<Movement>): Movement => ({
    index: 0,
    date: isoDate('2023-06-01'),
    type: 'amendment',
    from: null,
    to: 'SF',
    nature: 'AE',
    amount: Euros.fromCents(5_000_00),
    reference: 'Avenant n° 1',
    authorisedBy: '',
    authorisedOn: null,
    ...part,
  });
  const openedOf = (movements: readonly Movement[], asOf = '2023-12-31') =>
    bilanOf('PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 | | | |', {
      convention: { ...withRap(), movements },
      asOf,
    });
  const authorised = {
    type: 'transfer',
    from: 'PDE',
    authorisedBy: 'DGEFP',
    authorisedOn: isoDate('2023-06-02'),
  } as const;

  test.each<[string, readonly Movement[], string, number, number]>([
    ['an amendment', [movement({})], '2023-12-31', 5_000, 0],
    ['an amendment to come', [movement({})], '2023-05-31', 0, 0],
    ['an authorised transfer', [movement(authorised)], '2023-12-31', 5_000, -5_000],
    ['a transfer before its authorisation', [movement(authorised)], '2023-06-01', 0, 0],
    ['a transfer that nobody authorised', [movement({ type: 'transfer', from: 'PDE' })], '2023-12-31', 0, 0],
    ['a freeze', [movement({ type: 'freeze', from: 'PDE', to: null })], '2023-12-31', 0, -5_000],
    [
      'a carry-over and a transfer',
      [movement({ type: 'carryOver' }), movement({ ...authorised, index: 1 })],
      '2023-12-31',
      10_000,
      -5_000,
    ],
  ])('%s, live', (_, movements, asOf, ofSf, ofPde) => {
    const bilan = openedOf(movements, asOf);
    const [sf, pde] = [
      bilan.find('Total SF', 'Avenants et redéploiements'),
      bilan.find('Total PDE', 'Avenants et redéploiements'),
    ];
    expect([sf.value, pde.value]).toEqual([ofSf, ofPde]);
    expect([sf.formula, pde.formula]).toEqual([
      expect.stringContaining('ENV_Mouvements[Montant]'),
      expect.stringContaining('ENV_Mouvements[Montant]'),
    ]);
    expect(bilan.find('Total SF', 'Dotation actualisée').value).toBe(100_000 + ofSf);
  });
});

describe('nothing to report', () => {
  test('an empty ledger gives a complete document of formulas at zero', () => {
    const bilan = bilanOf('');
    expect(bilan.find('Total PDE', 'AE engagées (brut)')).toMatchObject({
      value: 0,
      formula: expect.stringContaining('SUMIFS') as string,
    });
    expect(bilan.find('Total PDE', 'AE non engagées').value).toBe(500_000);
    expect(bilan.find(VALUES, 'État').value).toBe('Conforme');
  });

  test('« s.o. » when nothing is allocated, never a division', () => {
    const none = { amount: Euros.zero<'AE'>(), mode: 'blocking' } as const;
    expect(bilanWithAe(none).find('Total PDE', 'Taux de consommation')).toMatchObject({
      value: 's.o.',
      formula: expect.stringMatching(/^=IF\(D\d+<=0,"s\.o\.",IF\(AND\(ROUND/) as string,
    });
  });

  test.each`
    label                      | heading                   | value
    ${'Total PDE'}             | ${'Dotation initiale'}    | ${'–'}
    ${'Total PDE'}             | ${'Dotation actualisée'}  | ${'–'}
    ${'Total PDE'}             | ${'AE engagées (brut)'}   | ${640}
    ${'Total PDE'}             | ${'AE non engagées'}      | ${'–'}
    ${'Total PDE'}             | ${'Taux de consommation'} | ${'–'}
    ${'Place des entreprises'} | ${'Dotation initiale'}    | ${'–'}
    ${'Signaux Faibles'}       | ${'Dotation initiale'}    | ${100_000}
    ${'Total'}                 | ${'Dotation initiale'}    | ${100_000}
    ${'Total'}                 | ${'AE engagées (brut)'}   | ${640}
    ${'Total'}                 | ${'AE non engagées'}      | ${99_360}
  `('without a ceiling, $label: $heading is $value, never 0', ({ label, heading, value }: Record<string, string>) => {
    expect(bilanWithAe(null).find(String(label), String(heading)).value).toBe(value);
  });

  test('99,999 % is not 100 %', () => {
    const bilan = bilanOf('Signaux Faibles | Audit de sécurité | 1405610190 | 03/04/2023 | 99999 | | | |');
    expect(bilan.find('Total SF', 'Taux de consommation').value).toBe(0.9999);
  });
});

test('the control page gives the amounts of the rows that no total counts', () => {
  const bilan = bilanOf(`
    PDE | Frais annexes | 1405610188 | 20/03/2023 | 640  | | | |
    PDE | Frais annexes | 1405610189 | 21/03/2023 | 12 K | | | |`);
  const page = bilan.rows().map(([first]) => String(first).replace(/\s/g, ' '));
  expect(page.slice(page.indexOf('Fiche de contrôle')).join(' ')).toContain(
    '1 ligne non contrôlée sur 2 lignes du suivi, hors des totaux : 1 montant d’AE non lu ; aucune plage non lue',
  );
});

test.each`
  asOf            | isLast   | why
  ${'2023-08-29'} | ${false} | ${'a termination that takes effect the day after'}
  ${'2023-08-30'} | ${true}  | ${'its last day'}
`('the Bilan of $asOf is also the report at the end of the convention: $isLast, $why', ({ asOf, isLast }) => {
  const termination = { sentOn: null, receivedOn: isoDate('2023-05-30') };
  const convention = { ...withRap(), termination };
  const rows = bilanOf('PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 | | | |', { convention, asOf }).rows();
  expect(rows.some(([title]) => String(title).includes('compte rendu au terme'))).toBe(isLast);
});
