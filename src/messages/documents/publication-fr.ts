/** French words of the publication package: the text that accompanies the tables. */
import type { AccountSummary } from '../../workbook/reading/account-summary';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Convention } from '../../domain/envelopes/convention';
import type { Nature } from '../../domain/money/nature';
import { DOCUMENT_WORDS } from './documents-fr';
import { amountsNotRead, HEAD_WORDS, type OpenFindings } from './head-fr';
import { formatDate } from '../format';
import { allOf } from '../formatter';
import { counted } from '../french-count';
import { fr } from '../typography';

/** The facts of the text that accompanies the tables. */
interface ReadMeFacts {
  readonly convention: Convention;
  readonly asOf: CivilDate;
  readonly findings: OpenFindings;
  /** The figures that the ledger does not make. */
  readonly notCalculable: readonly (Nature | 'outstanding')[];
  readonly unchecked: number;
  readonly reading: AccountSummary;
  /** How many free texts are published, and how many are left out. */
  readonly texts: { readonly published: number; readonly leftOut: number };
  /** The file of the convention; null when it is not given. */
  readonly conventionPath: string | null;
}

function nameOf(figure: Nature | 'outstanding'): string {
  return figure === 'outstanding' ? fr`restes à payer` : figure;
}

export const PUBLICATION_WORDS = {
  documentsTitle: fr`Documents de la convention, en valeurs`,
  conventionTitle: fr`Texte de la convention`,
  readMe: ({
    convention,
    asOf,
    findings,
    notCalculable,
    unchecked,
    reading,
    texts,
    conventionPath,
  }: ReadMeFacts): string => {
    const lines = [
      convention.title,
      DOCUMENT_WORDS.reference(convention),
      DOCUMENT_WORDS.delegants(convention.delegants),
      DOCUMENT_WORDS.delegates(convention.delegates),
      fr`Situation arrêtée au ${formatDate(asOf, 'fr')}. Licence Ouverte 2.0.`,
      '',
      conventionPath === null
        ? fr`Le texte de la convention n'est pas joint.`
        : fr`Texte de la convention : ${conventionPath}.`,
      fr`Les montants comptés des opérations s'additionnent en ceux des postes, et ceux des postes en ceux des enveloppes.`,
      ...(reading.rows > 0 ? [HEAD_WORDS.statement(findings, reading.rows - unchecked, reading.rows)] : []),
      ...(notCalculable.length > 0
        ? [
            fr`Chiffres non calculables d'après le suivi, laissés vides dans les tables : ${allOf(notCalculable.map(nameOf), 'fr')}.`,
          ]
        : []),
      ...(reading.places > 0 ? [fr`Montants du classeur qui ne sont pas lus : ${amountsNotRead(reading)}.`] : []),
      ...(unchecked > 0
        ? [fr`Les lignes non contrôlées sont publiées avec cette mention et ne sont comptées dans aucun total.`]
        : []),
      fr`Textes libres (commentaires, indicateurs, jalons, signatures, comptable, titulaires, objets) : ${counted(texts.published, 'publié', 'publiés')} après vérification, ${counted(texts.leftOut, 'laissé', 'laissés')} de côté.`,
      fr`Un texte qui commencerait par =, +, - ou @ est précédé d'une apostrophe, pour qu'aucun logiciel ne l'exécute.`,
    ];
    return lines.map((line) => `${line}\r\n`).join('');
  },
} as const;
