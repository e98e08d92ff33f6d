/** The annexes and the répartition of the 2023 convention, in its words and amounts. */
import { Euros } from '../../../src/domain/money/euros';
import type { Convention } from '../../../src/domain/envelopes/convention';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { convention2023 } from '../../support/conventions';
import { DocumentReader } from '../../support/readers/document-reader';
import { documented, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';

const HEADINGS =
  "Axe ministériel 2 | Poste de dépense | N° EJ | Date d'engagement | Montant AE TTC | Date de service fait | Date de paiement | Montant CP TTC";
const ONE_ROW = `${HEADINGS}
  PDE | Frais annexes | 1405610188 | 20/03/2023 | 640 | | |`;

const open = (workbook: WorkbookSnapshot, sheet: string): DocumentReader => new DocumentReader(workbook, sheet);
const plain = (text: unknown): string => String(text).replace(/\s/g, ' ');

describe('the convention of 2023', () => {
  const convention = convention2023();
  const workbook = documented(ledgerWorkbook(convention, ONE_ROW));
  const linesOf = (position: number): readonly string[] =>
    convention.envelopes[position]?.lines.map(({ label }) => label) ?? [];

  test('annexe 1 has the amounts of the convention, with the co-funded total', () => {
    const annex = open(workbook, 'Annexe 1');
    expect(annex.at('A1').value).toBe('Annexe n°1 : Répartition budgétaire DGEFP « Place des entreprises » (2023)');
    const [prestations, outils, acquisition, frais] = linesOf(0);
    expect(annex.block('Répartition par poste de dépenses')).toEqual([
      ['Répartition par poste de dépenses', 'Montant DGEFP', 'Montant TOTAL'],
      [prestations, 424_435, 848_870],
      [outils, 23_500, 47_000],
      [acquisition, 50_000, 100_000],
      [frais, 2_065, 4_130],
      ['TOTAL', 500_000, 1_000_000],
    ]);
  });

  test('annexe 2 has no total column: nothing is co-funded', () => {
    const annex = open(workbook, 'Annexe 2');
    expect(annex.at('A1').value).toBe('Annexe n°2 : Répartition budgétaire DGEFP pour « Signaux Faibles » (2023)');
    const [prestation, audit] = linesOf(1);
    expect(annex.block('Répartition par poste de dépenses')).toEqual([
      ['Répartition par poste de dépenses', 'Montant DGEFP 2023'],
      [prestation, 90_000],
      [audit, 10_000],
      ['TOTAL', 100_000],
    ]);
  });

  test('a total that one poste lacks is not the sum of the others', () => {
    const envelopes = convention.envelopes.map((envelope) => ({
      ...envelope,
      lines: envelope.lines.map((line, index) => (index === 0 ? { ...line, total: null } : line)),
    }));
    const annex = open(documented(ledgerWorkbook({ ...convention, envelopes }, ONE_ROW)), 'Annexe 1');
    expect(annex.block('Répartition par poste de dépenses').at(-1)).toEqual(['TOTAL', 500_000, '–']);
  });

  test('the annex of an envelope in CP alone has the CP of its postes', () => {
    const envelopes = convention.envelopes.map((envelope) => ({
      ...envelope,
      openingRap: Euros.zero<'CP'>(),
      ceilings: { AE: null, CP: envelope.ceilings.CP },
      lines: envelope.lines.map((line) => ({
        ...line,
        delegated: Euros.zero<'AE'>(),
        ceilings: { AE: null, CP: { ...envelope.ceilings.CP!, amount: Euros.fromCents<'CP'>(line.delegated.cents) } },
      })),
    }));
    const annex = open(documented(ledgerWorkbook({ ...convention, envelopes }, ONE_ROW)), 'Annexe 2');
    expect(annex.block('Répartition par poste de dépenses').at(-1)).toEqual(['TOTAL', 100_000]);
    expect(annex.find('Somme des postes = enveloppe', 'État').value).toBe('Conforme');
  });

  test('a convention without words for its annexes gets the usual title and heading', () => {
    const envelopes = convention.envelopes.map((envelope) => ({
      ...envelope,
      annex: { title: '', amountHeading: '' },
    }));
    const annex = open(documented(ledgerWorkbook({ ...convention, envelopes }, ONE_ROW)), 'Annexe 2');
    expect(plain(annex.at('A1').value)).toBe('Annexe n° 2 : Répartition budgétaire DGEFP « Signaux Faibles » (2023)');
    expect(annex.block('Répartition par poste de dépenses')[0]).toEqual([
      'Répartition par poste de dépenses',
      'Montant DGEFP',
    ]);
  });

  test('the répartition: « dont RAP » is part of the CP of PDE, and is not added', () => {
    expect(open(workbook, 'Répartition AE-CP').block('Enveloppe')).toEqual([
      ['Enveloppe', 'AE', 'CP'],
      ['Place des entreprises', 500_000, 573_032],
      ['dont RAP', null, 73_032],
      ['Signaux Faibles', 100_000, 100_000],
      ['Total', 600_000, 673_032],
    ]);
  });

  test('every amount is a formula over the convention tables', () => {
    const annex = open(workbook, 'Annexe 1');
    expect(annex.find('Frais annexes', 'Montant DGEFP').formula).toBe(
      '=ROUND(SUMIFS(ENV_Postes[Montant délégué],ENV_Postes[Enveloppe],"PDE",ENV_Postes[Poste],A14),2)',
    );
    expect(annex.find('TOTAL', 'Montant DGEFP').formula).toBe('=SUM(B11:B14)');
    const repartition = open(workbook, 'Répartition AE-CP');
    expect(repartition.find('dont RAP', 'CP').formula).toBe(
      '=ROUND(SUMIFS(ENV_Enveloppes[dont RAP],ENV_Enveloppes[Code],"PDE"),2)',
    );
    expect(repartition.find('Total', 'CP').formula).toBe('=C11+C13');
  });

  test('the heading states the administration, the convention, its codes, the year and the date, and nothing of the controls', () => {
    const rows = open(workbook, 'Annexe 1')
      .rows()
      .slice(1, 9)
      .map((row) => row.map(plain));
    expect(rows).toEqual([
      ['Situation arrêtée au', '45291'],
      ['Exercice', '2023'],
      [
        'Ministère de l’Économie, des Finances et de la Souveraineté industrielle et numérique – Direction générale des entreprises (DGE)',
      ],
      ['Convention de délégation de gestion du 13 décembre 2022 (NOR : ECOI2236199X)'],
      ['Délégant : Délégation générale à l’emploi et à la formation professionnelle (DGEFP)'],
      ['Programme 103, action 1, sous-action 1 – UO 0103-CEFP-C002'],
      [
        'Comptable assignataire : CBCM près le ministère de l’Économie, des Finances et de la Souveraineté industrielle et numérique',
      ],
      [],
    ]);
  });

  test('the controls are right', () => {
    for (const sheet of ['Annexe 1', 'Annexe 2', 'Répartition AE-CP']) {
      const [, ...lines] = open(workbook, sheet).block('Contrôles');
      expect(lines.map((line) => [line[0], line[5]])).toEqual(lines.map((line) => [line[0], 'Conforme']));
    }
  });
});

describe('other conventions', () => {
  const base = convention2023();

  test('a ceiling that its budget lines do not reach is shown as a gap', () => {
    const envelopes = base.envelopes.map((envelope, index) =>
      index === 0
        ? {
            ...envelope,
            ceilings: {
              ...envelope.ceilings,
              AE: { amount: Euros.fromCents<'AE'>(499_998_00), mode: 'blocking' as const },
            },
          }
        : envelope,
    );
    const annex = open(documented(ledgerWorkbook({ ...base, envelopes }, ONE_ROW)), 'Annexe 1');
    expect(annex.find('Somme des postes = enveloppe', 'Écart').value).toBe(2);
    expect(annex.find('Somme des postes = enveloppe', 'État').value).toBe('Écart');
  });

  test('without CP, without RAP: no column for what was never given', () => {
    const onlyAe: Convention = {
      ...base,
      ceilings: { ...base.ceilings, CP: null },
      envelopes: base.envelopes.map((envelope) => ({
        ...envelope,
        openingRap: Euros.zero<'CP'>(),
        ceilings: { ...envelope.ceilings, CP: null },
      })),
    };
    const workbook = documented(ledgerWorkbook(onlyAe, ONE_ROW));
    expect(open(workbook, 'Répartition AE-CP').block('Enveloppe')).toEqual([
      ['Enveloppe', 'AE'],
      ['Place des entreprises', 500_000],
      ['Signaux Faibles', 100_000],
      ['Total', 600_000],
    ]);
    const texts = open(workbook, 'Bilan financier 2023')
      .rows()
      .map(([first]) => plain(first));
    expect(texts).toContain('Autorisations d’engagement (AE)');
    expect(texts).not.toContain('Crédits de paiement (CP)');
    expect(texts).not.toContain('Restes à payer (RAP)');
  });

  test('a budget line with wildcards in its name is matched literally', () => {
    const [pde, ...others] = base.envelopes;
    const lines = pde?.lines.map((line, index) => (index === 3 ? { ...line, label: '* ? ~ frais' } : line)) ?? [];
    const envelopes = pde ? [{ ...pde, lines }, ...others] : [];
    const annex = open(
      documented(ledgerWorkbook({ ...base, envelopes }, ONE_ROW.replace('Frais annexes', 'Prestations'))),
      'Annexe 1',
    );
    expect(annex.find('* ? ~ frais', 'Montant DGEFP')).toMatchObject({ value: 2_065 });
    expect(annex.find('* ? ~ frais', 'Montant DGEFP').formula).toContain('ENV_Postes[Poste],"~* ~? ~~ frais"');
  });

  test('two budget lines of one name in one envelope are refused: the second would never receive a row', () => {
    const [pde, ...others] = base.envelopes;
    const lines =
      pde?.lines.map((line, index) => (index === 2 ? { ...line, label: 'Frais annexes', aliases: [] } : line)) ?? [];
    const envelopes = pde ? [{ ...pde, lines }, ...others] : [];
    expect(() => documented(ledgerWorkbook({ ...base, envelopes }, ONE_ROW))).toThrow('nameRepeated');
  });

  test('a convention that is not in the workbook gives values, with a note', () => {
    const workbook = ledgerWorkbook(base, ONE_ROW, { hasConvention: false });
    const annex = open(documented(workbook, '2023-12-31', base), 'Annexe 1');
    expect(annex.find('Frais annexes', 'Montant DGEFP')).toMatchObject({ value: 2_065, formula: undefined });
    expect(annex.find('Chiffres écrits en valeurs (voir les notes)', 'État').value).toBe('Conforme');
    expect(plain(annex.block('Notes')[1]?.[0])).toContain('n’a pas de tables de la convention');
  });
});
