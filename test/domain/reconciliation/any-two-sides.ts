/**
 * Any ledger and any extracts, drawn from few numbers and few amounts so that they often answer, repeat or contradict
 * each other.
 */
import fc from 'fast-check';
import { extractOf } from '../../support/ledgers/extract-builder';
import { ledgerOf } from '../../support/ledgers/ledger-builder';

export const drawn = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, ...rows].map((cells) => cells.join(' | ')).join('\n');

export const LEDGER_HEADINGS = [
  'imputation',
  'axe 2',
  'état',
  'EJ',
  'poste EJ',
  'date EJ',
  'AE',
  'DP',
  'service fait',
  'payé le',
  'CP',
];
export const EXTRACT_HEADINGS = [
  'mouvement',
  'codes',
  'axe 2',
  'EJ',
  'poste EJ',
  'DP',
  'poste DP',
  'société',
  'exercice',
  'date',
  'montant',
  'activité',
];

const ej = fc.constantFrom('1400000001', '1400000002', '1400000003', '');
const amount = fc.constantFrom('10,00', '20,00', '30,00', '-10,00', '0,01', '-0,01', '0', '50,00');
const day = fc.constantFrom('15/02/2023', '16/02/2023', '30/12/2023', '05/01/2024', '10/12/2022', '');
export const ledgerRow = fc.tuple(
  fc.constantFrom('juste', ''),
  fc.constantFrom('PDE', 'SF', 'PDX', ''),
  fc.constantFrom('', '', 'projet', 'annulé'),
  ej,
  fc.constantFrom('1', '2', ''),
  day,
  fc.oneof(amount, fc.constantFrom('', 'illisible', '#REF!')),
  fc.constantFrom('0100000001', '100000002', '0100000001 / 0100000003', 'voir mail', ''),
  day,
  day,
  fc.oneof(amount, fc.constantFrom('', 'illisible')),
);
export const extractLine = fc.tuple(
  fc.constantFrom(
    'engagement',
    'modification',
    'retrait',
    'réimputation',
    'réduction',
    'report',
    'certifié',
    'paiement',
    'paiement',
  ),
  fc.constantFrom('juste', ''),
  fc.constantFrom('PDE', 'SF', 'CAB', ''),
  ej,
  fc.constantFrom('1', '2', ''),
  fc.constantFrom('0100000001', '0100000002', '0100000003', ''),
  fc.constantFrom('1', '2', ''),
  fc.constantFrom('ADCE', 'BRET'),
  fc.constantFrom('2023', '2023', '2024', ''),
  day,
  amount,
  fc.constantFrom('', '', '', '010300000108'), // the last is of another convention
);
export const ledgers = fc.array(ledgerRow, { maxLength: 12 }).map((rows) => ledgerOf(drawn(LEDGER_HEADINGS, rows)));
export const extracts = fc.array(
  fc.array(extractLine, { maxLength: 12 }).map((lines) => extractOf(drawn(EXTRACT_HEADINGS, lines))),
  { maxLength: 3 },
);
