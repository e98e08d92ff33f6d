/** A summary by supplier, and by envelope, beside their sheets: right, it is derived; wrong, it is an error (LEC-01). */
import { sumsRead } from '../../support/ledgers/sums-read';

const HEADINGS = ['N° EJ', 'Date EJ', 'Objet', 'Axe ministériel 2', 'AE', 'CP', 'Payé le'];
const OCTO = {
  name: 'Octo',
  rows: [
    HEADINGS,
    ['1405512301', 45_000, 'Étude', 'PDE', 1_000, 200, 45_020],
    ['1405512302', 45_001, 'Suite', 'PDE', 500, null, null],
  ],
};
const WAVE = { name: 'Wave', rows: [HEADINGS, ['1405512303', 45_002, 'Audit', 'SF', 100, 50, 45_030]] };

test.each`
  first           | unread
  ${'OCTO, 1500'} | ${0}
  ${'OCTO, 1400'} | ${1}
  ${'Malt, 1500'} | ${1}
`('« $first »: $unread unread', ({ first, unread }: { first: string; unread: number }) => {
  const [supplier = '', ae = ''] = first.split(', ');
  const rows = [
    ['Fournisseur', 'AE', 'CP'],
    [supplier, Number(ae), 200],
    ['Wave', 100, 50],
    ['Total', Number(ae) + 100, 250],
  ];
  expect(sumsRead(OCTO, WAVE, { name: 'Récapitulatif', rows })).toBe(`AE 1600, CP 250, ${unread} unread`);
});

const HEADINGS_OF_ONE = ['N° EJ', 'Titulaire', 'Date EJ', 'AE', 'CP', 'Payé le'];
const BY_ENVELOPE = [
  {
    name: 'PDE',
    rows: [
      HEADINGS_OF_ONE,
      ['1405512301', 'Octo', 45_000, 1_000, 200, 45_020],
      ['1405512302', 'Octo', 45_001, 500, null, null],
      ['1405512303', 'Wave', 45_001, 300, null, null],
    ],
  },
  { name: 'SF', rows: [HEADINGS_OF_ONE, ['1405512304', 'Wave', 45_002, 100, 50, 45_030]] },
] as const;

test.each`
  octo                                        | wave                 | unread
  ${'Octo, PDE, 1500, 200'}                   | ${'SF'}              | ${0}
  ${'Octo, PDE, 1400, 200'}                   | ${'SF'}              | ${1}
  ${'Octo, SF, 1500, 200'}                    | ${'SF'}              | ${1}
  ${'Malt, PDE, 1500, 200'}                   | ${'SF'}              | ${1}
  ${'Octo, PDE, 1500, 200'}                   | ${'PDE'}             | ${1}
  ${'Octo, Place des entreprises, 1500, 200'} | ${'Signaux Faibles'} | ${0}
`(
  'by supplier and envelope, « $octo », Wave on $wave: $unread unread',
  ({ octo, wave, unread }: Record<string, string>) => {
    const [supplier = '', envelope = '', ae = '', cp = ''] = (octo ?? '').split(', ');
    const rows = [
      ['Titulaire', 'Enveloppe', 'Nb EJ', 'AE engagées', 'CP payés', 'Reste à payer'],
      [supplier, envelope, 2, Number(ae), Number(cp), Number(ae) - Number(cp)],
      ['Wave', wave ?? '', 1, 100, 50, 50],
    ];
    const [pde, sf] = BY_ENVELOPE;
    expect(sumsRead(pde, sf, { name: 'Synthèse', rows })).toBe(`AE 1900, CP 250, ${unread} unread`);
  },
);
