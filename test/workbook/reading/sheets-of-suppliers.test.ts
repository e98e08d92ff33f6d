/** A summary by supplier beside a sheet for each: right, it is derived; wrong, it is an error (LEC-01). */
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
