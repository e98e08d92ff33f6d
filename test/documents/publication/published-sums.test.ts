/** Counted operations, postes and envelopes of a publication add up to the same cents, for any ledger. */
import fc from 'fast-check';
import { control } from '../../../src/application/control';
import type { Dossier } from '../../../src/application/dossier';
import { documentInput } from '../../../src/application/documents/documents';
import { countedRows } from '../../../src/documents/publication/counted-rows';
import { envelopesTable, postesTable } from '../../../src/documents/publication/credit-tables';
import { operationsTable } from '../../../src/documents/publication/operations-table';
import type { PublishedTable } from '../../../src/documents/publication/published-table';
import { TextGate } from '../../../src/documents/publication/text-gate';
import { asOfOf, worlds } from '../../domain/envelopes/worlds';
import { ledgerOf } from '../../domain/envelopes/builders';
import { emptyWorkbook } from '../../support/apply-plan';

type Row = Readonly<Record<string, string | null>>;

const FIGURES = [
  { nature: 'AE', counted: 'ae_consommees', poste: 'poste_ae', figure: 'consomme' },
  { nature: 'AE', counted: 'ae_en_attente', poste: 'poste_ae', figure: 'en_attente' },
  { nature: 'CP', counted: 'cp_consommes', poste: 'poste_cp', figure: 'consomme' },
  { nature: 'CP', counted: 'cp_en_attente', poste: 'poste_cp', figure: 'en_attente' },
] as const;

function rowsIn({ fields, rows }: PublishedTable): readonly Row[] {
  return rows.map((row) => Object.fromEntries(fields.map(({ name }, at) => [name, row[at] ?? null])));
}

const cents = (amount: string | null | undefined): bigint => BigInt((amount ?? '0.00').replace('.', ''));
const sum = (rows: readonly Row[], name: string): bigint => rows.reduce((total, row) => total + cents(row[name]), 0n);

it('by poste and by envelope, in both natures, and every key is unique and known', () => {
  fc.assert(
    fc.property(worlds(30), ({ world, convention, rows }) => {
      const ledger = ledgerOf(rows);
      const dossier: Dossier = {
        workbook: emptyWorkbook(),
        convention,
        conventionFrom: 'named',
        ledger,
        blocks: [],
        left: [],
        ignored: [],
        account: [],
        idle: [],
      };
      const input = documentInput(dossier, control(dossier, asOfOf(world)));
      const counted = countedRows(input);
      const [envelopes, postes, operations] = [
        rowsIn(envelopesTable(input)),
        rowsIn(postesTable(input, counted)),
        rowsIn(operationsTable(input, counted, [], new TextGate([]))),
      ];
      const found = [];
      const wanted = [];
      for (const { nature, counted: column, poste, figure } of FIGURES) {
        for (const { identifiant, [column]: amount } of postes) {
          found.push(
            sum(
              operations.filter((row) => row[poste] === identifiant),
              column,
            ),
          );
          wanted.push(cents(amount));
        }
        for (const { enveloppe, [figure]: amount } of envelopes.filter((row) => row['nature'] === nature)) {
          found.push(
            sum(
              postes.filter((row) => row['enveloppe'] === enveloppe),
              column,
            ),
          );
          wanted.push(cents(amount));
          found.push(
            sum(
              operations.filter((row) => row['enveloppe'] === enveloppe && row['controle'] === 'comptée'),
              column,
            ),
          );
          wanted.push(cents(amount));
        }
      }
      expect(found).toEqual(wanted);
      expect(new Set(postes.map(({ identifiant }) => identifiant)).size).toBe(postes.length);
      expect(operations.length).toBe(rows.length);
    }),
    { numRuns: 60 },
  );
});
