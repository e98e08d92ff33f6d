/**
 * Reading extracts of 25,000, 100,000 and 200,000 lines of the national shape: time for a line should not grow. Never
 * fails for being slow.
 */
import { readExtract } from '../../src/chorus/read-extract';

const SIZES = [25_000, 100_000, 200_000];
const RUNS = 3;

const HEADINGS = [
  'Centre financier - Programme (Clé)',
  'Domaine fonctionnel - Clé',
  'Centre de coûts - Clé (non composée)',
  'Référentiel de programmation - Clé (non composée)',
  'N° EJ',
  'N° EJ - Date de réplication (Clé)',
  'N° poste EJ',
  "Date de dernière modif. de l'EJ",
  'Fournisseur titulaire principal (EJ) - Clé',
  'Fournisseur titulaire principal (EJ)',
  'Fournisseur titulaire principal (EJ) - Code taxe 1 (Clé)',
  'Compte général - Clé (non composée)',
  'Compte budgétaire - Clé (non composée)',
  'Groupe de marchandises - Clé',
  'Contrat de projet Etat-Region - Clé',
  'Localisation interministérielle - Clé',
  'Montant engagé (EUR)',
  'Centre financier - Clé (non composée)',
  'Tranche fonctionnelle - Clé (non composée)',
  'Axe ministériel 1',
  'Fonds - Clé (non composée)',
  'Projet analytique ministériel - Clé',
  'Axe ministériel 2',
  'Société - Clé',
];

/** One line in a hundred has the quotes that the national file does not double. */
function file(lines: number): Uint8Array {
  const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(';');
  const rows = [quoted(HEADINGS)];
  for (let index = 0; index < lines; index += 1) {
    const supplier = index % 100 === 0 ? `SARL ";P ${index}"` : `PRESTATAIRE NUMERO ${index % 5_000}`;
    const day = String((index % 28) + 1).padStart(2, '0');
    const month = String((index % 12) + 1).padStart(2, '0');
    rows.push(
      quoted([
        '0103',
        '0103-03-02',
        'EMPEF00075',
        '010300000104',
        String(1_400_000_000 + index),
        `${day}/${month}/2023`,
        String((index % 9) + 1),
        `${day}/${month}/2023`,
        String(1_000_000_000 + (index % 5_000)),
        supplier,
        String(11_111_111_100_000 + (index % 5_000)),
        '6113000000',
        '31',
        '40.01.02',
        '',
        'N75',
        `${(index % 900) + 1} ${String(index % 1_000).padStart(3, '0')},${String(index % 100).padStart(2, '0')}`,
        '0103-CEFP-C002',
        '',
        '36',
        '',
        '09-FI0000001',
        'PDE',
        'ADCE',
      ]),
    );
  }
  return new TextEncoder().encode(rows.join('\r\n'));
}

for (const lines of SIZES) {
  const bytes = file(lines);
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    const read = readExtract({ source: 'extrait.csv', bytes });
    if (!read.ok || read.value.lines.length !== lines) throw new Error('not read whole');
    return performance.now() - start;
  });
  const best = Math.min(...times);
  const size = (bytes.length / 1e6).toFixed(0);
  process.stdout.write(
    `${lines} lines, ${size} MB: ${best.toFixed(0)} ms (best of ${RUNS}), ${((best / lines) * 1000).toFixed(1)} µs a line\n`,
  );
}
