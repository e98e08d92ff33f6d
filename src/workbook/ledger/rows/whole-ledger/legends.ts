/**
 * Legends by which rows do not count: « Rouge : annulé », « Les lignes en italique sont des prévisions », or « annulé »
 * beside a coloured cell under « Légende ». The reading sees no colours: the rows count, and are reported (LEC-05).
 */
import { remembering } from '../../../../domain/remembering';
import { comparable } from '../../../../domain/text';
import type { CellValue } from '../../../cells';
import type { SheetSnapshot } from '../../../snapshot';
import { doubtOfTitle } from '../../tables/title-words';
import { statusOfWords } from '../status-words';

const COLOUR =
  /(?<![a-z])(?:rouges?|oranges?|orangee?s?|jaunes?|verte?s?|bleue?s?|gris|grise?e?s?|violets?|violettes?|roses?|surlignee?s?|couleurs?|italiques?|soulignee?s?|en gras)(?![a-z])/;
/** « Rouge : annulé », « les lignes en gris sont à exclure »: what follows is the meaning. */
const MEANS = /[:=]|(?<![a-zé])(?:sont|est|signifie|signifient)(?![a-zé])/i;
const HEADING = /^(?:legendes?(?: (?:des? )?couleurs?)?|codes? (?:de |des )?couleurs?|couleurs?)$/;
const MOST_ROWS = 300;
const MOST_ITEMS = 12;
const LONGEST_ITEM = 60;
const LONGEST_TEXT = 120;

/** True for a legend of colours by which rows do not count: « Rouge : annulé ». */
export const isLegend = remembering((text): boolean => {
  if (!COLOUR.test(comparable(text))) return false;
  const [, ...meanings] = text.slice(0, LONGEST_TEXT).split(MEANS);
  return doubtOfTitle(text, null) === 'all' || meanings.some(takesRowsOut);
});

/** True for a heading over the meanings of colours: « Légende », « Code couleur ». */
export function headsLegend(text: string): boolean {
  return text.length <= LONGEST_ITEM && HEADING.test(comparable(text.replace(':', '')).trim());
}

/**
 * The first meaning by which rows do not count under « Légende », a cell or the name of the sheet, the coloured cell
 * being blank; undefined without one.
 */
export function meaningUnderLegend({ name, values }: SheetSnapshot): string | undefined {
  const rows = values.slice(0, MOST_ROWS);
  const found = headsLegend(name) ? meaningAmong(rows.slice(0, MOST_ITEMS)) : undefined;
  if (found !== undefined) return found;
  for (const [r, cells] of rows.entries()) {
    const c = cells.findIndex((value) => typeof value === 'string' && headsLegend(value));
    if (c < 0) continue;
    const under = meaningAmong(rows.slice(r + 1, r + 1 + MOST_ITEMS).map((row) => row.slice(c, c + 2)));
    if (under !== undefined) return under;
  }
  return undefined;
}

function meaningAmong(rows: readonly (readonly CellValue[])[]): string | undefined {
  const isMeaning = (value: CellValue): value is string =>
    typeof value === 'string' && value.length <= LONGEST_ITEM && isItem(value);
  return rows.flat().find(isMeaning)?.trim();
}

const isItem = remembering((text): boolean => takesRowsOut(text) || isLegend(text));

/** « Annulé », « en attente du visa », « prévisions », « pas à prendre en compte ». */
function takesRowsOut(meaning: string): boolean {
  const text = meaning.trim().replace(/^(?:pas à|ne pas) /, 'à ne pas ');
  const { status, isKnown } = statusOfWords(text);
  return text !== '' && ((isKnown && status !== 'firm') || doubtOfTitle(text, null) === 'all');
}
