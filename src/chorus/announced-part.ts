/**
 * Words above or under the lines of an extract that announce a part of something: « limité aux 500 premières lignes »,
 * « résultat tronqué », « 12 lignes non affichées », « Page 1/3 », « Partie 2 », « à suivre ». Its lines are right, and
 * no proof that there are no others.
 */
import type { AnnouncedPart } from '../domain/reconciliation/extract-reading';
import { comparable } from '../domain/text';
import { textOf } from '../workbook/cells';
import { isFilled } from '../workbook/ledger/sheet-rows';
import type { GridRow } from './extract-rows';

/** Rows looked at after the lines, and cells of a row of words. */
const LAST_ROWS = 20;
const MOST_CELLS = 3;
const LONGEST = 300;

const LINES = String.raw`(?:lignes?|enregistrements?|resultats?|postes?|pieces?|occurrences?|rows?|records?|lines?)`;
const NUMBER = String.raw`\d[\d .]{0,11}`;
const NOT_WHOLE = new RegExp(
  [
    String.raw`(?<![a-z])(?:tronque|truncated)(?:e|s|es)?(?![a-z])`,
    String.raw`(?<![a-z])(?:extrait|extraction|exports?|resultats?|liste|affichage|donnees|rapport|restitution|fichier)` +
      String.raw`(?: [a-z]{1,12}){0,2} (?:partiel(?:le)?|incomplete?)s?(?![a-z])`,
    String.raw`(?<![a-z])(?:extrait|extraction|exports?|requete|traitement|restitution)(?: [a-z]{1,12}){0,2} (?:arrete(?!(?:e|s|es)? (?:au|le|fin|en|a la date|a ce jour|a fin))|interrompu|inacheve)(?:e|s|es)?(?![a-z])`,
    String.raw`(?<![a-z])non exhausti(?:f|ve)s?(?![a-z])`,
    String.raw`(?<![a-z])(?:partial|incomplete) (?:extract|export|results?|list|data|report|file)(?![a-z])`,
    String.raw`(?<![a-z])limit[a-z]{0,2}(?: [a-z\d.]{1,15}){0,6} (?:atteinte?|depassee?|reached|exceeded)(?![a-z])`,
    String.raw`(?<![a-z])max(?:imum|imal|imale)?(?: [a-z\d.]{1,15}){0,6} (?:atteint|depasse|reached|exceeded)(?:e|s|es)?(?![a-z])`,
    String.raw`(?<![a-z])limit(?:e|ee|es|ees|ed) (?:a|aux?|to)(?: [a-z]{1,10}){0,2} ${NUMBER}(?:premiere?s |derniere?s |first |last )?${LINES}(?![a-z])`,
    String.raw`(?<![a-z])${NUMBER}(?:premiere?s|first) ${LINES} (?:seulement|uniquement|affichee?s|only)(?![a-z])`,
    String.raw`(?<![a-z])(?:seuls|seules|only)(?: les| the)?(?: first)? ${NUMBER}(?:premiere?s )?${LINES}(?![a-z])`,
    String.raw`${NUMBER}(?:autres |other |more )?${LINES} (?:non affiche|masque|omise|restante|suivante|supplementaire|de plus|not shown|not displayed|omitted)`,
    String.raw`(?<![a-z])(?:et|\+|and) ?${NUMBER}(?:autres|other|more) ${LINES}(?![a-z])`,
  ].join('|'),
);

/** Anywhere in the cell, after other words: « Restitution INF-BUD-40, page 1 sur 3 », « p. 1/3 », « Engagements (1/3) ». */
const NAMED_PAGE =
  /(?<![a-z])(?:pages?|pg|parties?|parts?|feuillets?|feuilles?|sheets?|onglets?|volets?|tomes?|fichiers?|files?|p\.|p(?= ?\d)) ?(?:n ?[°o]? ?)?(\d{1,4}) ?(?:\/|sur|of|de) ?(\d{1,4})(?!\d)/;
/** « Export n° 2 sur 4 », « Lot 1/3 »; « Extraction 12/2023 » is a month. */
const NUMBERED =
  /(?<![a-z])(?:exports?|extraits?|extractions?|lots?|envois?|blocs?) ?(?:n ?[°o]? ?)?(\d{1,2}) ?(?:sur|of) ?(\d{1,2})(?!\d)/;
const NUMBERED_LOT = /(?<![a-z])(?:lots?|envois?|blocs?) ?(?:n ?[°o]? ?)?(\d{1,2}) ?\/ ?(\d{1,2})(?![\d/])/;
const PAGE_IN_BRACKETS = /[([](\d{1,2}) ?(?:\/|sur|of) ?(\d{1,2})[)\]]/;
/** A part whose number among the others is not given: « Partie 2 », « 1re partie », « Suite page suivante ». */
const PART = new RegExp(
  [
    String.raw`(?<![a-z])(?:partie|part) (?:\d{1,2}|[ivx]{1,4})(?![a-z\d])`,
    String.raw`(?<![a-z\d])(?:1 ?(?:re|ere|er|st)|2 ?(?:nd|nde|d)|\d{1,2} ?(?:e|eme|rd|th)|premiere?|deuxieme|seconde?|troisieme|derniere?|first|second|third|last) ` +
      String.raw`(?:partie|feuillet|volet|fichier|part|file)(?![a-z])`,
    String.raw`(?<![a-z])(?:a suivre|to be continued|suite et fin)(?![a-z])`,
    String.raw`(?<![a-z])(?:suite|continued) (?:(?:a|au|en|dans|sur|on|in) )?(?:la |le |l |the )?(?:page|feuille|feuillet|onglet|fichier|next|file|sheet)(?![a-z])`,
    String.raw`[([](?:suite|continued|cont d|fin)[)\]]`,
  ].join('|'),
);

/** The first row with such words; null without one. `header`: the place of the headings. */
export function announcedPart(rows: readonly GridRow[], header: number): AnnouncedPart | null {
  return announcedByWords(rows, header) ?? missingPage(rows, header);
}

/**
 * The last page that the rows give, when one of its pages is missing; null without pages. Below the lines, the last
 * page alone may be that of all of them.
 */
function missingPage(rows: readonly GridRow[], header: number): AnnouncedPart | null {
  const seen = new Set<number>();
  let last: (AnnouncedPart & { readonly isAbove: boolean; readonly of: number }) | null = null;
  for (const [at, { line, cells }] of rows.entries()) {
    const isAbove = at < header;
    const words = fewWords(cells, isAbove ? MOST_CELLS : 1); // « Partie 1/2 » may be the label of a line
    const place = words === null ? null : pageIn(comparable(words));
    if (words === null || place === null) continue;
    if (place === 'unknown') return { line, words };
    seen.add(place.page);
    last = { line, words, isAbove, of: place.of };
  }
  if (last === null) return null;
  const { line, words, isAbove, of } = last;
  const isEnd = seen.size === 1 && seen.has(of) && !isAbove;
  return isEnd || seen.size >= of ? null : { line, words, pages: { held: [...seen], of } };
}

/** The page among how many; `unknown` for a part whose place is not given; null without words of the kind. */
function pageIn(text: string): { readonly page: number; readonly of: number } | 'unknown' | null {
  const named = NAMED_PAGE.exec(text) ?? NUMBERED.exec(text) ?? NUMBERED_LOT.exec(text);
  const [, page, of] = named ?? PAGE_IN_BRACKETS.exec(text) ?? [];
  if (page === undefined || of === undefined) return PART.test(text) ? 'unknown' : null;
  if (Number(page) >= 1 && Number(page) <= Number(of)) return { page: Number(page), of: Number(of) };
  return named === null ? null : 'unknown'; // « (31/12) » is a day
}

function announcedByWords(rows: readonly GridRow[], header: number): AnnouncedPart | null {
  const below = rows.slice(Math.max(header + 1, rows.length - LAST_ROWS));
  for (const { line, cells } of [...rows.slice(0, header), ...below]) {
    const words = fewWords(cells, MOST_CELLS);
    if (words !== null && NOT_WHOLE.test(comparable(words))) return { line, words };
  }
  return null;
}

/** The words of a row that has so few filled cells; null for any other. */
function fewWords(cells: GridRow['cells'], most: number): string | null {
  const filled: string[] = [];
  for (const cell of cells) {
    if (!isFilled(cell)) continue;
    if (filled.length === most) return null;
    filled.push(textOf(cell).trim());
  }
  return filled.length === 0 ? null : filled.join(' · ').slice(0, LONGEST);
}
