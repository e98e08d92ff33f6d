/** French words of the publication package: the text that accompanies the tables. */
import type { AccountSummary } from '../../workbook/reading/account-summary';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Convention } from '../../domain/envelopes/convention';
import type { NamedPart } from '../../domain/envelopes/allowances/allowances';
import type { KnownCents } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import { DOCUMENT_WORDS } from './documents-fr';
import { amountsNotRead, HEAD_WORDS, type OpenFindings } from './head-fr';
import { formatAmount, formatDate, notCalculableLabel } from '../format';
import { allOf } from '../formatter';
import { counted } from '../french-count';
import { fr } from '../typography';

/** The facts of the text that accompanies the tables. */
export interface ReadMeFacts {
  readonly convention: Convention;
  readonly asOf: CivilDate;
  readonly findings: OpenFindings;
  /** The figures that the ledger does not make. */
  readonly notCalculable: readonly BlankFigure[];
  /** The natures in which the amounts of the tables add up, by the table that they lead to; null for all of them. */
  readonly sums: { readonly ofLines: readonly Nature[]; readonly ofEnvelopes: readonly Nature[] } | null;
  /** The envelopes without a ceiling, whose credits are blank. */
  readonly unbounded: readonly { readonly envelope: string; readonly natures: readonly Nature[] }[];
  /** The ceilings that no table has: of the whole convention, or over a programme or a titre. */
  readonly ceilings: readonly PublishedCeiling[];
  /** The credit year of the figures; null for a convention of one year. */
  readonly year: number | null;
  readonly unchecked: number;
  readonly reading: AccountSummary;
  /** How many free texts are published, and how many are left out. */
  readonly texts: { readonly published: number; readonly leftOut: number };
  /** The file of the convention; null when it is not given. */
  readonly conventionPath: string | null;
}

/** A figure of the tables; `linesAE` and `linesCP` are those of the postes alone. */
export type BlankFigure = Nature | 'outstanding' | 'linesAE' | 'linesCP';

/** A ceiling over several envelopes, in one nature. */
export interface PublishedCeiling {
  /** Null for the whole convention. */
  readonly part: NamedPart | null;
  readonly nature: Nature;
  readonly allocated: KnownCents;
  readonly consumed: KnownCents;
  readonly available: KnownCents;
}

const NAMES: Readonly<Record<BlankFigure, string>> = {
  AE: 'AE',
  CP: 'CP',
  outstanding: fr`restes à payer`,
  linesAE: fr`AE des postes de dépense`,
  linesCP: fr`CP des postes de dépense`,
};

function natureList(natures: readonly Nature[]): string {
  return allOf(natures, 'fr');
}

function sumSentences(sums: ReadMeFacts['sums']): readonly string[] {
  if (sums === null)
    return [
      fr`Les montants comptés des opérations s'additionnent en ceux des postes, et ceux des postes en ceux des enveloppes.`,
    ];
  const { ofLines, ofEnvelopes } = sums;
  return [
    ...(ofLines.length > 0
      ? [
          fr`En ${natureList(ofLines)}, les montants comptés des opérations s'additionnent en ceux des postes, et ceux des postes en ceux des enveloppes.`,
        ]
      : []),
    ...(ofEnvelopes.length > 0
      ? [fr`En ${natureList(ofEnvelopes)}, les montants comptés des opérations s'additionnent en ceux des enveloppes.`]
      : []),
  ];
}

function unboundedSentences(unbounded: ReadMeFacts['unbounded'], year: number | null): readonly string[] {
  if (unbounded.length === 0) return [];
  const names = unbounded.map(({ envelope, natures }) => fr`${envelope} (${natureList(natures)})`);
  const ofYear = year === null ? '' : fr` en ${String(year)}`;
  return [
    fr`Enveloppes sans plafond propre${ofYear}, dont la dotation, le non consommé, le disponible et le taux sont laissés vides : ${allOf(names, 'fr')}.`,
  ];
}

function ceilingSentence({ part, nature, allocated, consumed, available }: PublishedCeiling): string {
  const shown = (cents: KnownCents): string => (cents === null ? notCalculableLabel('fr') : formatAmount(cents, 'fr'));
  const subject =
    part === null
      ? fr`de l'ensemble de la convention`
      : part.part === 'programme'
        ? fr`du programme ${part.value}`
        : fr`du titre ${part.value}`;
  return fr`Plafond ${subject} en ${nature} : dotation ${shown(allocated)}, consommé ${shown(consumed)}, disponible ${shown(available)}.`;
}

export const PUBLICATION_WORDS = {
  documentsTitle: fr`Documents de la convention, en valeurs`,
  conventionTitle: fr`Texte de la convention`,
  readMe: ({
    convention,
    asOf,
    findings,
    notCalculable,
    sums,
    unbounded,
    ceilings,
    year,
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
      fr`Situation arrêtée au ${formatDate(asOf, 'fr')}${year === null ? '' : fr`, exercice ${String(year)}`}. Licence Ouverte 2.0.`,
      '',
      conventionPath === null
        ? fr`Le texte de la convention n'est pas joint.`
        : fr`Texte de la convention : ${conventionPath}.`,
      ...sumSentences(sums),
      ...ceilings.map(ceilingSentence),
      ...unboundedSentences(unbounded, year),
      ...(reading.rows > 0 ? [HEAD_WORDS.statement(findings, reading.rows - unchecked, reading.rows)] : []),
      ...(notCalculable.length > 0
        ? [
            fr`Chiffres non calculables d'après le suivi, laissés vides dans les tables : ${allOf(
              notCalculable.map((figure) => NAMES[figure]),
              'fr',
            )}.`,
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
