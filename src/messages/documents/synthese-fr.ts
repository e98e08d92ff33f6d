/** Words of the synthesis of a consolidation: the délégant's view, in French as every document. */
import { formatAmount } from '../format';
import { allOf } from '../formatter';
import { counted } from '../french-count';
import { fr } from '../typography';

function inBrackets(amounts: readonly string[]): string {
  return amounts.length === 0 ? '' : fr` (${allOf(amounts, 'fr')})`;
}

export const SYNTHESE_WORDS = {
  title: fr`Synthèse des conventions de délégation de gestion`,
  situation: (first: string, last: string) =>
    first === last ? fr`Situation au ${first}` : fr`Situations du ${first} au ${last}, selon les classeurs`,
  madeOn: (date: string) => fr`établie le ${date}`,
  read: (workbooks: number, conventions: number) =>
    fr`${counted(workbooks, 'classeur lu', 'classeurs lus')}, ${counted(conventions, 'convention', 'conventions')}`,
  unread: (workbooks: number) =>
    fr`${counted(workbooks, 'classeur non lu', 'classeurs non lus')} : feuille « Non lus »`,
  several: (conventions: number) =>
    fr`${counted(conventions, 'convention est tenue', 'conventions sont tenues')} dans plusieurs classeurs : les totaux les additionnent.`,
  unknown: fr`Un total est non calculable dès qu'un de ses montants l'est, ou qu'une enveloppe consomme sans plafond, ni le sien ni celui de l'ensemble de sa convention.`,
  wholes: (conventions: number) =>
    fr`Pour ${counted(conventions, 'convention', 'conventions')}, dont le plafond d'ensemble n'est pas la somme des enveloppes, les totaux donnent ce plafond et son disponible, en valeurs.`,
  parts: (ceilings: number) =>
    fr`Hors des totaux : ${counted(ceilings, 'plafond de programme ou de titre', 'plafonds de programme ou de titre')} (feuille « Plafonds »)`,
  partsExceeded: (ceilings: number) =>
    fr`${counted(ceilings, 'plafond de programme ou de titre dépassé', 'plafonds de programme ou de titre dépassés')} (feuille « Dépassements »)`,
  years: (first: string, last: string) =>
    fr`« Ensemble » additionne les crédits d'exercices différents, de ${first} à ${last}.`,
  outside: (parts: readonly string[]) => fr`Hors des totaux : ${allOf(parts, 'fr')} (feuille « Non lus »).`,
  outsideRows: (rows: number, amounts: readonly string[]) =>
    counted(rows, 'ligne sans enveloppe', 'lignes sans enveloppe') + inBrackets(amounts),
  outsideUnreadable: (rows: number) => fr`les montants illisibles de ${counted(rows, 'ligne', 'lignes')}`,
  outsidePlaces: (places: number, amounts: readonly string[]) =>
    counted(places, 'plage non lue', 'plages non lues') + inBrackets(amounts),
  ofAe: (cents: number) => fr`${formatAmount(cents, 'fr')} d'AE`,
  ofOther: (cents: number) => fr`${formatAmount(cents, 'fr')} sans nature`,
  ofCp: (cents: number) => fr`${formatAmount(cents, 'fr')} de CP`,
  totalOf: (convention: string) => fr`Total ${convention}`,
  total: fr`Ensemble`,
  rateOf: { AE: fr`AE taux`, CP: fr`CP taux` },
  noRate: fr`s.o.`,
  none: fr`Aucune ligne.`,
  more: (rows: number, name: string) =>
    fr`… et ${counted(rows, 'autre ligne', 'autres lignes')} : enveloppe query, requête ${name}`,
  sheets: {
    situation: fr`Synthèse`,
    plafonds: fr`Plafonds`,
    depassements: fr`Dépassements`,
    'rap-par-age': fr`RAP par âge`,
    'demandes-en-retard': fr`Demandes en retard`,
    'non-lus': fr`Non lus`,
    'ej-en-double': fr`EJ en double`,
    'titulaires-communs': fr`Titulaires communs`,
  },
  titles: {
    situation: '',
    plafonds: fr`Plafonds par convention et exercice : enveloppes de chaque programme, programmes, titres, ensemble de la convention`,
    depassements: fr`Plafonds dépassés, dans l'exercice de chaque situation et dans les précédents, du plus grand dépassement au plus petit`,
    'rap-par-age': fr`Restes à payer par âge de l'engagement, en années entières`,
    'demandes-en-retard': fr`Demandes du délégant sans réponse après leur délai`,
    'non-lus': fr`Classeurs, plages et lignes qui n'ont pas été lus`,
    'ej-en-double': fr`EJ tenus dans plusieurs classeurs`,
    'titulaires-communs': fr`Titulaires payés par plusieurs enveloppes dans l'année`,
  },
} as const;

/** A named query that the synthesis shows. */
export type SynthesisQuery = keyof typeof SYNTHESE_WORDS.sheets;
