/** The Bilan of a ledger drawn as text, and the titles of its parts. */
import type { Convention } from '../../src/domain/envelopes/convention';
import { Euros } from '../../src/domain/money/euros';
import { convention2023 } from './conventions';
import { DocumentReader } from './readers/document-reader';
import { documented, ledgerWorkbook, type LedgerLook } from './ledgers/ledger-workbook';

const HEADINGS =
  "Axe ministériel 2 | Poste de dépense | N° EJ | Date d'engagement | Montant AE TTC | Date de service fait | Date de paiement | Montant CP TTC | État";

/** The convention with one earlier EJ, which the opening RAP pays. */
export function withRap(): Convention {
  return { ...convention2023(), rap: [{ ej: '1405508811', amount: Euros.fromCents(73_032_00) }] };
}

export interface Given extends LedgerLook {
  readonly convention?: Convention;
  readonly asOf?: string;
}

export function bilanOf(rows: string, { convention = withRap(), asOf, ...look }: Given = {}): DocumentReader {
  const workbook = ledgerWorkbook(convention, `${HEADINGS}\n${rows}`, look);
  return new DocumentReader(
    documented(workbook, asOf, look.hasConvention === false ? convention : undefined),
    'Bilan financier 2023',
  );
}

export const PDE = '3. Enveloppe « Place des entreprises » (PDE)';
export const SF = '4. Enveloppe « Signaux Faibles » (SF)';
export const NOTES = 'Notes';
export const VALUES = 'Chiffres écrits en valeurs (voir les notes)';

/** The notes on values, with ordinary spaces. */
export function notesOf(bilan: DocumentReader): readonly string[] {
  return bilan
    .block(NOTES)
    .map(([text]) => String(text).replace(/\s/g, ' '))
    .filter((text) => text.startsWith('Valeur'));
}
