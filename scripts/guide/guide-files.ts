/**
 * The two files that the pictures of the guide need beside the sample: the team's ledger before any convention, and a
 * Chorus extract of its commitments in which one is missing, one differs and one is added. `tsx guide-files.ts FOLDER`
 * writes them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openXlsx } from '../../src/adapters/xlsx/open';
import { blankXlsx } from '../../src/adapters/xlsx/write/blank';
import { assert } from '../../src/domain/result';
import { ledgerSteps } from '../sample/ledger-sheet';
import { readLedgerData } from '../sample/read-data';

export const LEDGER_FILE = 'Suivi de l’équipe.xlsx';
export const EXTRACT_FILE = 'Extrait Chorus 2023.csv';

const LINES = join(__dirname, '..', '..', 'samples', 'suivi-2023', 'lignes.csv');
const HEADINGS =
  'Programme;Domaine fonctionnel;Centre financier;Activité;Axe ministériel 2;N° EJ;N° poste EJ;Exercice;Date comptable;Montant engagé;Montant bascule';
const MISSING = 3;
const DIFFERENT = 7;

/** The bytes of the ledger, without the tables of a convention. */
export function guideLedger(): Uint8Array {
  const blank = openXlsx(blankXlsx());
  assert(blank.ok, 'a blank workbook opens');
  const written = blank.value.apply({ purpose: 'ledger', expected: [], steps: ledgerSteps(readLedgerData()) });
  assert(written.ok, 'the ledger is written');
  return written.value;
}

/** The text of the extract. */
export function guideExtract(): string {
  const [headings = [], ...lines] = readFileSync(LINES, 'utf8')
    .split('\n')
    .map((line) => line.split(';'));
  const at = (name: string): number => headings.findIndex((heading) => heading.startsWith(name));
  const commitments = lines.filter(
    (line) => /^\d{10}$/.test(line[at('N° EJ')] ?? '') && /^\d\d\/\d\d\/2023$/.test(line[at('Date EJ')] ?? ''),
  );
  const rows = commitments
    .filter(
      (line, index) =>
        line[at('Type')] === 'EJ' && index !== MISSING && /^[\d ]+,\d\d$/.test(line[at('Montant AE')] ?? ''),
    )
    .map((line, index) => {
      const cell = (name: string): string => line[at(name)] ?? '';
      const amount = index === DIFFERENT ? '1 500,00' : cell('Montant AE');
      const codes = ['0103', cell('Domaine'), cell('Centre financier'), cell('Activité'), cell('Enveloppe')];
      return [...codes, cell('N° EJ'), '1', '2023', cell('Date EJ'), amount, '0,00'].join(';');
    });
  const added = '0103;0103-01-01;0103-CEFP-C002;010300000104;PDE;1405612345;1;2023;31/03/2023;1 200,00;0,00';
  return [HEADINGS, ...rows, added].join('\r\n');
}

if (require.main === module) {
  const folder = process.argv[2] ?? '';
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, LEDGER_FILE), guideLedger());
  writeFileSync(join(folder, EXTRACT_FILE), guideExtract());
}
