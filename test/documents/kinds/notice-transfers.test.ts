/** The request of transfers: who gives how much to whom, and what no envelope can cover. */
import type { Convention, Envelope } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import { convention2023 } from '../../support/conventions';
import { DocumentReader } from '../../support/readers/document-reader';
import { LETTER_HEADINGS, lettersOf, noticed, type Noticed } from '../../support/readers/letter-reader';

const [PDE, SF] = convention2023().envelopes as [Envelope, Envelope];

/** PDE (500 000 € of AE), then SF, TR and QU, which have 10 000 € of AE and of CP each. */
function fourEnvelopes(): Partial<Convention> {
  const small = (like: Envelope, code: string, label: string): Envelope => ({
    ...like,
    code,
    label,
    aliases: [],
    lines: [],
    ceilings: {
      AE: { amount: Euros.fromCents(10_000_00), mode: 'blocking' },
      CP: { amount: Euros.fromCents(10_000_00), mode: 'blocking' },
    },
  });
  const envelopes = [
    PDE,
    small(SF, 'SF', 'Signaux Faibles'),
    small(SF, 'TR', 'Troisième'),
    small(SF, 'QU', 'Quatrième'),
  ];
  const ceilings: Convention['ceilings'] = {
    AE: { amount: Euros.fromCents(530_000_00), mode: 'blocking' },
    CP: { amount: Euros.fromCents(603_032_00), mode: 'blocking' },
  };
  const rule = (value: string) => ({
    field: 'ministerialAxis2' as const,
    label: '',
    value,
    aliases: [],
    envelope: value,
    from: null,
    until: null,
  });
  const imputation = [...convention2023().imputation, rule('TR'), rule('QU')];
  return { envelopes, ceilings, imputation };
}

/** AE committed by envelope. */
function committed(ae: Readonly<Record<string, number>>): string {
  const axis = (code: string): string => (code === 'SF' ? 'Signaux Faibles' : code);
  const rows = Object.entries(ae).map(
    ([code, euros], at) => `${axis(code)} | | 140561019${at} | 03/04/2023 | ${euros} | | |`,
  );
  return [LETTER_HEADINGS, ...rows].join('\n');
}

/** The requests as « amount: giver to receiver ». */
function requests({ text }: Noticed): readonly string[] {
  const asked = /redéployer ([\d ]+),00 € d’AE de l’enveloppe (.+?) vers l’enveloppe (.+?)\./g;
  return [...lettersOf(text).matchAll(asked)].map(([, cents, giver, receiver]) => `${cents}: ${giver} → ${receiver}`);
}

/** Envelope and « Disponible après » of each row. */
function availableAfter({ workbook }: Noticed): readonly string[] {
  const [, ...rows] = new DocumentReader(workbook, 'Demande redéploiement').block('Enveloppe');
  return rows.map((row) => [String(row[0]).replaceAll('\u00a0', ' '), row.at(-1)].join(' '));
}

const ALONE = 'aucune enveloppe ne peut couvrir seule un tel montant, déduction faite des autres redéploiements.';

test('100 000 € of PDE cover one lack of 60 000 €, not two: the second is reported to the writer', () => {
  const letter = noticed('fongibilite', fourEnvelopes(), committed({ PDE: 400_000, SF: 70_000, TR: 70_000 }));
  expect(requests(letter)).toEqual(['60 000: Place des entreprises → Signaux Faibles']);
  expect(availableAfter(letter)).toEqual(['Place des entreprises 40000', 'Signaux Faibles 0']);
  expect(letter.advice).toContain(`Le courrier ne demande pas 60 000,00 € d’AE pour Troisième : ${ALONE}`);
});

test('two lacks that the available amount covers to the cent are both asked for; a third that still fits too', () => {
  const exact = noticed('fongibilite', fourEnvelopes(), committed({ PDE: 380_000, SF: 70_000, TR: 70_000 }));
  expect(requests(exact)).toHaveLength(2);
  expect(availableAfter(exact)).toEqual(['Place des entreprises 0', 'Signaux Faibles 0', 'Troisième 0']);
  expect(exact.advice).not.toContain('Le courrier ne demande pas');
  const third = noticed(
    'fongibilite',
    fourEnvelopes(),
    committed({ PDE: 400_000, SF: 70_000, TR: 70_000, QU: 50_000 }),
  );
  expect(requests(third)).toEqual([
    '60 000: Place des entreprises → Signaux Faibles',
    '40 000: Place des entreprises → Quatrième',
  ]);
  expect(availableAfter(third)[0]).toBe('Place des entreprises 0');
});

test('a lack goes to the next envelope when the first has already promised its credits', () => {
  const letter = noticed('fongibilite', fourEnvelopes(), committed({ PDE: 495_000, SF: 14_000, TR: 14_000 }));
  expect(requests(letter)).toEqual(['4 000: Place des entreprises → Signaux Faibles', '4 000: Quatrième → Troisième']);
});
