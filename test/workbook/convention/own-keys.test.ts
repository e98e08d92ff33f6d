/** Keys that a team adds to ENV_Convention: left aside and named in the account of reading, unless a term may be lost. */
import { planInitialise } from '../../../src/application/writing/initialise';
import { readingOf } from '../../../src/application/open-dossier';
import { readingReason, readingSums } from '../../../src/messages/reading-words';
import { readConventionTables } from '../../../src/workbook/convention/convention-tables';
import type { CellValue } from '../../../src/workbook/cells';
import { findTable, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { TABLES } from '../../../src/workbook/workbook-names';
import { applyPlan, emptyWorkbook } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';

const INITIALISED = ((): WorkbookSnapshot => {
  const plan = planInitialise(emptyWorkbook('Feuil1'), convention2023());
  if (!plan.ok) throw new Error(plan.failure.code);
  return applyPlan(emptyWorkbook('Feuil1'), plan.value);
})();

/** The convention, with one more key below the others. */
function withKey(key: string, value: CellValue): WorkbookSnapshot {
  const table = findTable(INITIALISED, TABLES.convention)!;
  const { left } = table.area;
  const top = table.area.top + table.area.rows;
  const step = { kind: 'setCells', sheet: table.sheet, top, left, cells: [[{ value: key }, { value }]] } as const;
  const edited = applyPlan(INITIALISED, { purpose: 'undo', expected: [], steps: [step] });
  const area = { ...table.area, rows: table.area.rows + 1 };
  return { ...edited, tables: edited.tables.map((one) => (one.name === table.name ? { ...one, area } : one)) };
}

/** The problem of a refusal, or the sentences of the account of reading about the key, in both languages. */
function outcome(workbook: WorkbookSnapshot): readonly string[] {
  const read = readConventionTables(workbook);
  if (!read.ok) return ['problem' in read.failure ? read.failure.problem : read.failure.code];
  expect(read.value).toEqual(convention2023());
  const account = readingOf(workbook, read.value);
  const entries = account.ok ? account.value.filter(({ reason }) => reason === 'ownKey') : [];
  return entries.flatMap((entry) => [
    `${readingSums(entry, 'fr')} : ${readingReason(entry, 'fr')}`,
    `${readingSums(entry, 'en')}: ${readingReason(entry, 'en')}`,
  ]);
}

test.each`
  key                      | value
  ${'Contact'}             | ${'marie.dupont@finances.gouv.fr'}
  ${'Responsable'}         | ${'Mme Dupont'}
  ${'Téléphone'}           | ${'01 40 04 04 04'}
  ${'Tél.'}                | ${140_040_404}
  ${'Observations'}        | ${'Convention signée en double exemplaire'}
  ${'Contact du délégant'} | ${'M. Martin'}
  ${'Dossier suivi par'}   | ${'Mme X, bureau 2B'}
  ${'Commentaires'}        | ${'Voir le mail du 12/01/2023'}
  ${'Gestionnaire'}        | ${'Centre de services partagés'}
`('« $key »: $value is left aside, and named', ({ key, value }: { key: string; value: CellValue }) => {
  expect(outcome(withKey(key, value)).map((text) => text.replace(/\s/g, ' '))).toEqual([
    `aucun montant : clé « ${key} » de l’équipe, qui n’entre dans aucun chiffre`,
    `no amount: key “${key}” of the team, which is in no figure`,
  ]);
});

test.each`
  what                              | key                    | value
  ${'a misspelt term'}              | ${'Date de fn'}        | ${'à revoir'}
  ${'an amount'}                    | ${'Complément'}        | ${50_000}
  ${'an amount typed as a text'}    | ${'Complément'}        | ${'50 000 €'}
  ${'a day'}                        | ${'Reconduction'}      | ${'31/12/2024'}
  ${'a share'}                      | ${'Marge'}             | ${'5 %'}
  ${'a word of a term'}             | ${'Dépassement'}       | ${'alerte'}
  ${'words of a term'}              | ${'Durée du préavis'}  | ${'trois mois'}
  ${'a ceiling in words'}           | ${'Plafond AE révisé'} | ${'cinq cent mille euros'}
  ${'a ceiling under other words'}  | ${'Dotation'}          | ${'300 000 € TTC'}
  ${'a last day under other words'} | ${'Engager avant le'}  | ${'30 novembre'}
  ${'a delay under other words'}    | ${'Réponse sous'}      | ${'10 jours'}
  ${'a list of words of a term'}    | ${'Portée'}            | ${'engagement, paiement'}
  ${'years under other words'}      | ${'Millésimes'}        | ${'2024, 2025'}
  ${'an avenant, not a movement'}   | ${'Avenant n° 1'}      | ${'signé, + 50 000 €'}
`('$what is refused at its cell: « $key »', ({ key, value }: { key: string; value: CellValue }) => {
  expect(outcome(withKey(key, value))).toEqual(['memberUnknown']);
});

test('a key without a value is nothing', () => {
  expect(outcome(withKey('Contact', null))).toEqual([]);
});
