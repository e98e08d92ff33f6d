/** French words of the publication package: the text that accompanies the tables. */
import type { AccountSummary } from '../../workbook/reading/account-summary';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Convention } from '../../domain/envelopes/convention';
import { DOCUMENT_WORDS } from './documents-fr';
import { formatDate } from '../format';
import { fr } from '../typography';

export const PUBLICATION_WORDS = {
  documentsTitle: fr`Documents de la convention, en valeurs`,
  readMe: (
    convention: Convention,
    asOf: CivilDate,
    errors: number,
    unchecked: number,
    reading: AccountSummary,
    naming: readonly string[],
  ): string => {
    const lines = [
      convention.title,
      DOCUMENT_WORDS.reference(convention),
      DOCUMENT_WORDS.delegants(convention.delegants),
      DOCUMENT_WORDS.delegates(convention.delegates),
      fr`Situation arrêtée au ${formatDate(asOf, 'fr')}. Licence Ouverte 2.0.`,
      '',
      DOCUMENT_WORDS.controls(errors, unchecked, reading),
      ...(unchecked > 0
        ? [fr`Les lignes non contrôlées sont publiées avec cette mention et ne sont comptées dans aucun total.`]
        : []),
      naming.length === 0
        ? fr`Les titulaires et les objets de dépense ne sont pas publiés.`
        : fr`Publié sur choix de l'administration : ${naming.map((field) => (field === 'supplier' ? 'titulaires' : 'objets de dépense')).join(', ')}.`,
      fr`Un texte qui commencerait par =, +, - ou @ est précédé d'une apostrophe, pour qu'aucun tableur ne l'exécute.`,
    ];
    return lines.map((line) => `${line}\r\n`).join('');
  },
} as const;
