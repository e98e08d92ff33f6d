/** Headings of the answers of the named queries. A column that the user's own SQL names keeps its name. */
import type { Language } from '../../messages/language';

const FRENCH: Readonly<Record<string, string>> = {
  convention: 'convention',
  year: 'exercice',
  programme: 'programme',
  nature: 'nature',
  workbooks: 'classeurs',
  envelopes: 'enveloppes',
  file: 'classeur',
  envelope: 'enveloppe',
  poste: 'poste',
  label: 'libellé',
  scope: 'portée',
  allocated: 'dotation',
  consumed: 'consommé',
  reserved: 'en attente',
  available: 'disponible',
  not_calculable: 'non calculables',
  excess: 'dépassement',
  rate: 'taux',
  state: 'état',
  age_years: 'âge (années)',
  ejs: 'EJ',
  outstanding: 'restes à payer',
  as_of: 'situation au',
  received_on: 'reçue le',
  due_on: 'à répondre le',
  days_late: 'jours de retard',
  subject: 'objet',
  kind: 'quoi',
  sheet: 'feuille',
  place: 'plage',
  reason: 'motif',
  row_count: 'lignes',
  ae: 'AE',
  cp: 'CP',
  other: 'autres montants',
  ej: 'EJ',
  supplier: 'titulaire',
  paid: 'payé',
  ae_allocated: 'AE, dotation',
  ae_consumed: 'AE, consommé',
  ae_available: 'AE, disponible',
  cp_allocated: 'CP, dotation',
  cp_consumed: 'CP, consommé',
  cp_available: 'CP, disponible',
  errors: 'erreurs',
  rows_unchecked: 'lignes non contrôlées',
  unread_places: 'plages non lues',
  unread_sum: 'montants non lus',
};

const HEADINGS: Readonly<Record<Language, (name: string) => string>> = {
  fr: (name) => FRENCH[name] ?? name,
  en: (name) => name.replaceAll('_', ' '),
};

/** The heading of a column of a named query; in English, the name itself with spaces. */
export function answerHeading(name: string, language: Language): string {
  return Object.hasOwn(FRENCH, name) ? HEADINGS[language](name) : name;
}
