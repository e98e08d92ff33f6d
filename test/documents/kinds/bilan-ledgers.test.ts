/** The Bilan over ledgers that formulas of Excel would misread, and over ledgers of other shapes. */
import { control } from '../../../src/application/control';
import { planDocuments } from '../../../src/application/documents/documents';
import { openDossier } from '../../../src/application/open-dossier';
import { loadConvention } from '../../../src/conventions';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import { applyPlan } from '../../support/apply-plan';
import { bilanOf, NOTES, notesOf, PDE, SF, VALUES, withRap } from '../../support/bilan';
import { DocumentReader } from '../../support/readers/document-reader';
import { documented, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';

describe('a ledger that formulas would misread', () => {
  const clean = 'PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 | 14/04/2023 | 05/05/2023 | 600 |';
  test.each([
    [
      'an amount kept as text',
      'PDE | Frais annexes | 1405610189 | 20/03/2023 | texte 1 000,00 | | | |',
      'AE engagées (brut)',
      1_640,
      'La ligne 3 contient un montant en texte (DON-02) ; corrigez, puis mettez à jour le document.',
    ],
    [
      'an error in a cell',
      'PDE | Frais annexes | 1405610189 | | | 02/06/2023 | 17/10/2023 | #DIV/0! |',
      'CP payés',
      600,
      'La ligne 3 contient une erreur de cellule (DON-06) ; corrigez, puis mettez à jour le document.',
    ],
    [
      'a payment date kept as text',
      'PDE | Frais annexes | 1405610189 | | | 02/06/2023 | texte 17/10/2023 | 50 |',
      'CP payés',
      650,
      'La ligne 3 contient une date en texte (DON-02) ; corrigez, puis mettez à jour le document.',
    ],
    [
      'a commitment of another year, its date kept as text',
      'PDE | Frais annexes | 1405610189 | texte 17/10/2022 | 50 | | | |',
      'AE engagées (brut)',
      640,
      'La ligne 3 contient une date en texte (DON-02) ; corrigez, puis mettez à jour le document.',
    ],
    [
      'two fractions of a cent',
      'PDE | Frais annexes | 1405610189 | 20/03/2023 | 0.004 | | | |\n PDE | Frais annexes | 1405610190 | 20/03/2023 | 0.004 | | | |',
      'AE engagées (brut)',
      640,
      'Les lignes 3 et 4 ont plus de deux décimales (DON-09) ; arrondissez, puis mettez à jour le document.',
    ],
  ])('%s: the value, and why', (_, row, heading, value, why) => {
    const bilan = bilanOf(`${clean}\n${row}`);
    const cell = bilan.find('Frais annexes', heading, PDE);
    expect([cell.value, cell.formula]).toEqual([value, undefined]);
    expect(notesOf(bilan).some((note) => note.endsWith(why))).toBe(true);
    expect(bilan.find(VALUES, 'État').value).toBe('À vérifier');
  });

  test('an unreadable amount beside a readable one: the formula counts the one that is read, as the figure does', () => {
    const bilan = bilanOf(`${clean}\n PDE | Frais annexes | 1405610189 | 20/03/2023 | 50 | | | environ 20 |`);
    const cell = bilan.find('Frais annexes', 'AE engagées (brut)', PDE);
    expect([cell.value, cell.formula !== undefined]).toEqual([690, true]);
    expect(notesOf(bilan)).toEqual([]);
  });

  test('the other figures remain formulas', () => {
    const bilan = bilanOf(`${clean}\n PDE | Frais annexes | 1405610189 | 20/03/2023 | texte 1 000,00 | | | |`);
    expect(bilan.find('Frais annexes', 'CP payés', PDE).formula).toBeDefined();
    expect(bilan.find('Total SF', 'AE engagées (brut)').formula).toBeDefined();
    const figures = 'AE engagées (PDE, Frais annexes) ; AE engagées (PDE) ; total de la liste (AE)';
    const why = 'La ligne 3 contient un montant en texte (DON-02) ; corrigez, puis mettez à jour le document.';
    expect(notesOf(bilan)).toEqual([`Valeur et non formule : ${figures}. ${why}`]);
  });

  test('an error among AE is not summed: it is neither above nor below zero', () => {
    const bilan = bilanOf(`${clean}\n PDE | Frais annexes | 1405610189 | 20/03/2023 | #DIV/0! | | | |`);
    expect(bilan.find('Frais annexes', 'AE engagées (brut)', PDE)).toMatchObject({
      value: 640,
      formula: expect.any(String) as string,
    });
    expect(notesOf(bilan)[0]).toMatch(
      /^Valeur et non formule : total de la liste \(AE\)\. La ligne 3 contient une erreur/,
    );
  });

  test('a text date inside the year changes nothing: the formula subtracts dates outside the year', () => {
    const bilan = bilanOf('PDE | Frais annexes | 1405610189 | texte 17/10/2023 | 50 | | | |');
    expect(bilan.find('Frais annexes', 'AE engagées (brut)', PDE)).toMatchObject({
      value: 50,
      formula: expect.any(String) as string,
    });
  });

  test('a total row inside the data that names the envelope would be counted', () => {
    const workbook = ledgerWorkbook(withRap(), [
      ['Objet', 'Axe ministériel 2', 'Poste de dépense', 'N° EJ', "Date d'engagement", 'Montant AE TTC'],
      ['Kakémonos', 'PDE', 'Frais annexes', '1405610188', 45_005, 640],
      ['Total', 'PDE', null, null, null, 640],
    ]);
    const bilan = new DocumentReader(documented(workbook), 'Bilan financier 2023');
    expect(bilan.find('Total PDE', 'AE engagées (brut)')).toMatchObject({ value: 640, formula: undefined });
    expect(notesOf(bilan)[0]).toContain('La ligne 3 est une ligne de total ou de titre au milieu des données (DON-05)');
  });

  test('a formula cannot look for a budget line that looks like a date', () => {
    const bilan = bilanOf(`${clean}\n PDE | 12 mars | 1405610189 | 20/03/2023 | 50 | | | |`);
    expect(bilan.find('Sans poste', 'AE engagées (brut)', PDE)).toMatchObject({ value: 50, formula: undefined });
    expect(notesOf(bilan)[0]).toContain('Une formule ne peut pas chercher le texte « 12 mars »');
  });

  test('forty spellings: no formula is written', () => {
    const rows = Array.from(
      { length: 40 },
      (_, index) =>
        `PDE | Dépense diverse ${String.fromCharCode(65 + (index % 26))}${index} b | 14056102${String(10 + index)} | 20/03/2023 | 1 | | | |`,
    );
    const bilan = bilanOf([clean, ...rows].join('\n'));
    expect(bilan.find('Sans poste', 'AE engagées (brut)', PDE)).toMatchObject({ value: 40, formula: undefined });
    expect(notesOf(bilan)[0]).toContain('Trop d’orthographes différentes');
    expect(bilan.find('Total PDE', 'AE engagées (brut)').formula).toBeDefined();
  });
});

describe('where the ledger is', () => {
  test('a plain range is referred to by its cells, and a note gives the consequence', () => {
    const bilan = bilanOf('PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 | | | |', { isTable: false });
    expect(bilan.find('Frais annexes', 'AE engagées (brut)', PDE).inFull).toContain(
      'SUMIFS(Suivi!$E$4,Suivi!$A$4,"PDE",Suivi!$B$4,',
    );
    expect(
      bilan
        .block(NOTES)
        .map(([text]) => String(text))
        .some((text) => text.includes('plage simple')),
    ).toBe(true);
  });

  test('a ledger without payments or budget lines: notes name the missing columns', () => {
    const workbook = ledgerWorkbook(withRap(), [
      ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE TTC'],
      ['PDE', '1405610188', 45_005, 640],
    ]);
    const bilan = new DocumentReader(documented(workbook), 'Bilan financier 2023');
    expect(bilan.find('Sans poste', 'AE engagées (brut)', PDE)).toMatchObject({
      value: 640,
      formula: expect.any(String) as string,
    });
    expect(bilan.find('Total PDE', 'CP payés')).toMatchObject({ value: 'non calculable', formula: undefined });
    const notes = bilan.block(NOTES).map(([text]) => String(text));
    for (const column of ['Montant CP', 'Poste de dépense', 'Date de paiement'])
      expect(notes.some((note) => note.includes(column))).toBe(true);
    expect(bilan.find(VALUES, 'État').value).toBe('Conforme');
  });

  test('one envelope and no axe 2: every row is charged to it', () => {
    const base = withRap();
    const convention = {
      ...base,
      envelopes: base.envelopes.slice(0, 1),
      ceilings: { AE: null, CP: null },
      imputation: base.imputation.filter((rule) => rule.envelope === null),
    };
    const workbook = ledgerWorkbook(convention, [
      ['Poste de dépense', 'N° EJ', "Date d'engagement", 'Montant AE TTC'],
      ['Frais annexes', '1405610188', 45_005, 640],
    ]);
    const engaged = new DocumentReader(documented(workbook), 'Bilan financier 2023').find(
      'Total PDE',
      'AE engagées (brut)',
    );
    expect(engaged.value).toBe(640);
    expect(engaged.inFull).toMatch(/^=ROUND\(SUMIFS\(T_Suivi\[Montant AE TTC\],T_Suivi\[Montant AE TTC\],">0",/);
  });

  test('a ledger in two tables: one formula over both, and notes that name the sheet', () => {
    const headings = ['Axe ministériel 2', 'Poste de dépense', 'N° EJ', "Date d'engagement", 'Montant AE TTC'];
    const first = ledgerWorkbook(withRap(), [headings, ['PDE', 'Frais annexes', '1405610188', 45_005, 640]]);
    const rows = [
      headings,
      ['PDE', 'Frais annexes', '1405610189', 45_005, 60],
      ['PDE', 'Frais annexes', '1405610190', 45_005, '5,00'],
    ];
    const area = { top: 0, left: 0, rows: 3, columns: 5 };
    const workbook = applyPlan(first, {
      purpose: 'initialise',
      expected: [],
      steps: [
        { kind: 'addSheet', sheet: 'Second semestre' },
        {
          kind: 'setCells',
          sheet: 'Second semestre',
          top: 0,
          left: 0,
          cells: rows.map((row) => row.map((value) => ({ value }))),
        },
        { kind: 'addTable', sheet: 'Second semestre', name: 'T_Suivi2', area },
      ],
    });
    const dossier = openDossier(workbook, { ledger: ['T_Suivi', 'T_Suivi2'] });
    if (!dossier.ok) throw new Error(dossier.failure.code);
    const plan = planDocuments(dossier.value, control(dossier.value, isoDate('2023-12-31')));
    if (!plan.ok) throw new Error(plan.failure.code);
    const bilan = new DocumentReader(applyPlan(workbook, plan.value), 'Bilan financier 2023');
    expect(bilan.find('Frais annexes', 'AE engagées (brut)', PDE)).toMatchObject({ value: 705, formula: undefined });
    expect(bilan.find('Total SF', 'AE engagées (brut)').inFull).toMatch(/SUMIFS\(T_Suivi\[.*SUMIFS\(T_Suivi2\[/);
    expect(notesOf(bilan)[0]).toContain('La ligne 3 de « Second semestre » contient un montant en texte');
  });

  test('in a workbook of the 1904 calendar, the as-of date and the formulas count its days', () => {
    const days = 1_462;
    const base = ledgerWorkbook(
      withRap(),
      [
        ['Axe ministériel 2', 'Poste de dépense', 'N° EJ', "Date d'engagement", 'Montant AE TTC'],
        ['PDE', 'Frais annexes', '1405610188', 44_927 - days, 640],
        ['PDE', 'Frais annexes', '1405610189', 44_926 - days, 1],
      ],
      { hasConvention: false },
    );
    const bilan = new DocumentReader(
      documented({ ...base, uses1904Dates: true }, '2023-12-31', withRap()),
      'Bilan financier 2023',
    );
    expect(bilan.find('Frais annexes', 'AE engagées (brut)', PDE)).toMatchObject({
      value: 640,
      formula: expect.any(String) as string,
    });
    expect(bilan.at('B2').value).toBe(45_291 - days);
  });
});

interface Expected {
  readonly total: string;
  readonly committed: number;
  readonly looksFor: readonly string[];
}

describe('an envelope known by codes of a form (« 0129-CAMI-DO?? »)', () => {
  const loaded = loadConvention('mildeca-dga-2023');
  if (!loaded.ok) throw new Error(loaded.failure.code);
  const convention = loaded.value;
  const bilan = new DocumentReader(
    documented(
      ledgerWorkbook(
        convention,
        `Centre financier | N° EJ      | Date d'engagement | Montant AE TTC
         0129-CAMI-DO12   | 1405610188 | 20/03/2024        | 640
         0129-cami-do34   | 1405610189 | 21/03/2024        | 60
         0129-CAMI-SERB   | 1405610190 | 22/03/2024        | 5`,
      ),
      '2024-12-31',
    ),
    'Bilan financier 2024',
  );

  test.each`
    total             | committed | looksFor
    ${'Total DO'}     | ${700}    | ${['0129-CAMI-DO12', '0129-cami-do34']}
    ${'Total SEREBC'} | ${5}      | ${['0129-CAMI-SERB']}
    ${'Total SSF'}    | ${0}      | ${['0129-CAMI-SSF1']}
  `(
    '$total: the formula looks for $looksFor, never for the form itself',
    ({ total, committed, looksFor }: Expected) => {
      const { value, inFull = '' } = bilan.find(total, 'AE engagées (brut)');
      expect([value, [...new Set(inFull.match(/0129-CAMI-[^"]+/gi))]]).toEqual([committed, looksFor]);
    },
  );
});

describe('the CP of a poste', () => {
  const row = 'PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 | 14/04/2023 | 05/05/2023 | 600 |';
  const control = 'PDE – Dotation de CP : postes + restes à payer antérieurs = enveloppe';
  /** The amounts of a row of the block of CP of PDE, whose headings are those of its AE too. */
  const shownIn = (bilan: DocumentReader, label = 'Frais annexes'): readonly unknown[] => {
    const { address } = bilan.find(label, 'CP payés', PDE);
    return bilan.rows()[Number(address.slice(1)) - 1]!.slice(1);
  };
  const withCp = (euros: number, followsLineCp: boolean): Convention => {
    const convention = withRap();
    const envelopes = convention.envelopes.map((envelope) => {
      const CP = envelope.ceilings.CP && { ...envelope.ceilings.CP, amount: Euros.fromCents<'CP'>(euros * 100) };
      return envelope.code === 'PDE' ? { ...envelope, ceilings: { ...envelope.ceilings, CP } } : envelope;
    });
    return { ...convention, envelopes, followsLineCp };
  };
  test('the annexes that add up to the CP of their envelope give them', () => {
    const bilan = bilanOf(row);
    expect(shownIn(bilan)).toEqual([2_065, 0, 2_065, 600, null, 1_465, 0.2906]);
    expect(bilan.find(control, 'État').value).toBe('Conforme');
  });

  test('elsewhere an annex is in AE: no CP of a poste is made of it, nor a control of their sum', () => {
    const bilan = bilanOf(row, { convention: withCp(300_000, false) });
    expect(shownIn(bilan)).toEqual(['–', '–', '–', 600, null, '–', '–']);
    expect(shownIn(bilan, 'Total PDE').slice(0, 4)).toEqual([300_000, 0, 300_000, 600]);
    expect(shownIn(bilan, 'Restes à payer antérieurs (sans poste)')[0]).toBe(73_032);
    expect(() => bilan.find(control, 'État')).toThrow();
  });

  test('unless the team follows them', () => {
    expect(shownIn(bilanOf(row, { convention: withCp(300_000, true) }))[0]).toBe(2_065);
  });
});

describe('payments that no commitment explains', () => {
  const known = 'PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 | 14/04/2023 | 05/05/2023 | 600 |';
  const unknown = 'PDE | Frais annexes | 1405619999 | | | 14/04/2023 | 05/05/2023 | 150 |';
  const unnumbered = 'Signaux Faibles | Audit de sécurité | | | | 14/04/2023 | 06/05/2023 | 70 |';
  const sentences = (rows: string, convention?: Convention): readonly string[] =>
    bilanOf(rows, convention && { convention })
      .rows()
      .map(([first]) => String(first).replace(/\s/g, ' '))
      .filter((text) => /^CP payés : .* sans engagement connu/.test(text));

  test('are given with their rows under the restes à payer, which they do not lower, of the whole and of each envelope', () => {
    const rows = `${known}\n ${unknown}\n ${unnumbered}`;
    const end = (deducted: string): string =>
      `Seuls les CP payés sur un engagement connu, soit ${deducted} €, diminuent les restes à payer.`;
    expect(sentences(rows)).toEqual([
      `CP payés : 820,00 €, dont 220,00 € sans engagement connu du suivi (lignes 3 et 4). ${end('600,00')}`,
      `CP payés : 750,00 €, dont 150,00 € sans engagement connu du suivi (ligne 3). ${end('600,00')}`,
      `CP payés : 70,00 €, dont 70,00 € sans engagement connu du suivi (ligne 4). ${end('0,00')}`,
    ]);
    const bilan = bilanOf(rows);
    expect([
      bilan.find('Total PDE', 'CP payés', PDE).value,
      bilan.find('Place des entreprises', '− CP payés').value,
    ]).toEqual([750, 600]);
  });

  test('have no rows where « dont RAP » explains a part of them', () => {
    const convention = withRap();
    const envelopes = convention.envelopes.map((one) =>
      one.code === 'PDE' ? { ...one, openingRap: Euros.fromCents<'CP'>(10_000) } : one,
    );
    const [whole, ...others] = sentences(`${known}\n ${unknown}`, { ...convention, envelopes, rap: [] });
    expect(whole).toContain('dont 50,00 € sans engagement connu du suivi. Seuls');
    expect(others).toHaveLength(1);
  });

  test('are not mentioned where there are none', () => expect(sentences(known)).toEqual([]));
});

describe('seen after the credit year, restes à payer move without the AE and the CP of the year', () => {
  const committed = 'PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 | 14/04/2023 | 05/05/2023 | 100 |';
  const paidIn2024 = 'PDE | Frais annexes | 1405610188 | | | 14/12/2023 | 20/01/2024 | 250 |';
  const committedIn2024 = 'PDE | Frais annexes | 1405619999 | 10/01/2024 | 700 | | | |';
  const withdrawnIn2024 = 'PDE | Frais annexes | 1405610188 | 11/01/2024 | -40 | | | |';
  const unknown = 'PDE | Frais annexes | | | | 14/04/2023 | 06/05/2023 | 250 |';
  const seen = (...rows: readonly string[]): DocumentReader =>
    bilanOf(rows.join('\n'), { convention: { ...withRap(), rap: [] }, asOf: '2024-02-15' });
  const sentences = (bilan: DocumentReader): readonly string[] => [
    ...new Set(
      bilan
        .rows()
        .map(([first]) => String(first).replace(/\s/g, ' '))
        .filter((text) => /^(CP payés|Restes à payer au) .*,/.test(text)),
    ),
  ];
  const movements = (bilan: DocumentReader, label: string): readonly unknown[] =>
    [
      '+ AE engagées (brut)',
      "− Retraits de l'année",
      '− Retraits sur EJ antérieurs',
      '− CP payés',
      'RAP au 15/02/2024',
    ].map((heading) => bilan.find(label, heading, label === 'Total' ? '2. Ensemble de la convention' : PDE).value);

  const also = (parts: string): string =>
    `Restes à payer au 15/02/2024 : ils comptent aussi, hors des crédits de 2023, ${parts}.`;
  const without =
    'CP payés : 350,00 €, dont 250,00 € sans engagement connu du suivi (ligne 3). ' +
    'Seuls les CP payés sur un engagement connu, soit 100,00 €, diminuent les restes à payer.';

  test.each`
    rows                     | rap                           | found                                      | why
    ${[]}                    | ${[640, 0, 0, 100, 73_572]}   | ${[]}                                      | ${'nothing of 2024'}
    ${[paidIn2024]}          | ${[640, 0, 0, 350, 73_322]}   | ${[also('250,00 € de CP payés')]}          | ${'its EJ is known, its CP are those of 2024'}
    ${[committedIn2024]}     | ${[1_340, 0, 0, 100, 74_272]} | ${[also('700,00 € d’AE engagées')]}        | ${'an EJ of 2024 is no payment in reverse'}
    ${[withdrawnIn2024]}     | ${[640, 0, 40, 100, 73_532]}  | ${[also('40,00 € de retraits')]}           | ${'nor is a retrait of 2024 one'}
    ${[unknown]}             | ${[640, 0, 0, 100, 73_572]}   | ${[without]}                               | ${'a payment without an EJ lowers nothing'}
    ${[unknown, paidIn2024]} | ${[640, 0, 0, 350, 73_322]}   | ${[without, also('250,00 € de CP payés')]} | ${'and a payment of 2024 of the same amount does not hide it'}
  `('$why', ({ rows, rap, found }) => {
    const bilan = seen(committed, ...(rows as string[]));
    expect(movements(bilan, 'Place des entreprises')).toEqual(rap);
    expect(sentences(bilan)).toEqual(found);
    expect(movements(bilan, 'Total')).toEqual(rap);
    expect(bilan.find('Total PDE', 'AE engagées (brut)', PDE).value).toBe(640);
  });

  test('from the ledger to the document, its payments are of another year, and not unpaid', () => {
    const unpaid = 'PDE | Frais annexes | 1405610188 | | | 14/12/2023 | | 30 |';
    const bilan = seen(committed, paidIn2024, unpaid, committedIn2024);
    const left = ["− hors de l'exercice, ou après la date d'arrêté", "− non payés à la date d'arrêté"];
    const amounts = left.map((label) => ['AE', 'CP'].map((nature) => bilan.find(label, nature).value));
    expect(amounts).toEqual([
      [700, 250],
      [0, 30],
    ]);
  });
});

test('« dont sur restes à payer antérieurs » is a dash where no RAP is given', () => {
  const bilan = bilanOf('Signaux Faibles | Audit de sécurité | 1405610190 | 03/04/2023 | 500 | | 05/05/2023 | 500 |', {
    convention: { ...withRap(), rap: [] },
  });
  const heading = 'dont sur restes à payer antérieurs';
  expect([bilan.find('Total SF', heading, SF).value, bilan.find('Total PDE', heading, PDE).value]).toEqual(['–', 0]);
  expect(bilan.find('Signaux Faibles', heading, '2. Ensemble de la convention').value).toBe('–');
  expect(() => bilan.find('SF – CP payés sur restes à payer antérieurs : document = complément', 'État')).toThrow();
});

test('the headings of a list longer than a page are on each of its pages', () => {
  const ejs = Array.from({ length: 120 }, (_, index) => String(1_405_610_200 + index));
  const bilan = bilanOf(ejs.map((ej) => `PDE | Frais annexes | ${ej} | 20/03/2023 | 10 | | | |`).join('\n'));
  const list = bilan.block('Restes à payer par EJ');
  const headings = list.flatMap(([first], row) => (first === 'Restes à payer par EJ' ? [row] : []));
  expect(headings.length).toBeGreaterThan(2);
  expect(Math.max(...headings.map((row, index) => row - (headings[index - 1] ?? 0)))).toBeLessThan(45);
  // 120 of 10 €, and the earlier EJ of 73 032 €.
  expect(list.at(-1)?.slice(0, 5)).toEqual(['Total PDE', 74_232, 0, 0, 74_232]);
  expect(list).toHaveLength(121 + headings.length + 1);
});

test.each`
  payments                                                           | note
  ${'17/10/2023 | 50'}                                               | ${'50,00 € de CP consommés'}
  ${' | 20'}                                                         | ${'20,00 € en attente'}
  ${'17/10/2023 | 50 |\nPDE | | 1405610190 | | | 02/06/2023 | | 20'} | ${'50,00 € de CP consommés et 20,00 € en attente'}
  ${' | '}                                                           | ${null}
`('a convention without CP: a note states those of the ledger, which no block has: $note', ({ payments, note }) => {
  const given = withRap();
  const envelopes = given.envelopes.map((one) => ({ ...one, ceilings: { ...one.ceilings, CP: null } }));
  const convention = { ...given, rap: [], ceilings: { ...given.ceilings, CP: null }, envelopes };
  const rows = `PDE | | 1405610190 | 20/03/2023 | 640 | | |\nPDE | | 1405610190 | | | 02/06/2023 | ${payments as string} |`;
  const notes = bilanOf(rows, { convention })
    .rows()
    .map(([text]) => String(text).replace(/\s/g, ' '));
  const wanted = 'La convention ne donne pas de CP : les tableaux ne comprennent pas ceux du suivi, soit ';
  expect(notes.filter((text) => text.startsWith('La convention ne donne pas'))).toEqual(
    note ? [`${wanted}${note}.`] : [],
  );
});
