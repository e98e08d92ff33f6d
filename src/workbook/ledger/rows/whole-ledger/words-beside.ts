/**
 * The words beside the values of a ledger's sheet (notes, threaded comments, page headers, text boxes) that are about
 * its amounts or its rows: « Montants en k€ » in a header, « HT » or « Ne pas compter » noted on the heading « AE ».
 * No cell of the table holds them: the rows count, and are reported.
 */
import { comparable } from '../../../../domain/text';
import type { KnownNames } from '../../known-names';
import { areAllWithoutTax } from '../../../../domain/money/tax-words';
import { doubtOfTitle } from '../../tables/title-words';
import { isLegend } from './legends';
import { givesUnitToColumn, unitAmong, withoutTaxAmong } from './notes-apart';
import type { SentenceBeside, TextsOfBlock } from './texts-of-blocks';

/** A title in a text box; a sentence there may be a rule of entry. */
const TITLE = /^\p{Lu}[^.:;,]{2,39}$/u;
/** About more than the column on whose heading it is noted: « Tous les montants », « Tableau en k€ ». */
const OF_ALL = /(?<![a-z])(?:montants|chiffres|sommes|valeurs|donnees|tableaux?|suivi|fichier|classeur)(?![a-z])/;
/** A heading whose column, or whose rows, are not to count. */
const NOT_COUNTED =
  /^(?:(?:colonne|montants?|lignes?|cette|ces|la|les) )*(?:a ignorer|ignoree?s?|a exclure|exclue?s?|pour memoire|non (?:comptee?|comptabilisee?|pris en compte)s?|hors (?:de la )?(?:convention|enveloppe|delegation)|ne (?:pas|plus) (?:en )?(?:compter|tenir compte|prendre en compte|comptabiliser|utiliser|retenir))(?: (?:cette|ces|la|les|dans|du|de|colonne|montants?|lignes?|suivi|bilan|total|calcul|convention))*$/;

/** The first sentence that gives another unit to the amounts; undefined without one. */
export function unitBeside({ sentences }: TextsOfBlock): SentenceBeside | undefined {
  return sentences.find((one) => {
    if (isOfColumn(one) && one.fields.length > 0) return givesUnitToColumn(one.text);
    return isOfTable(one) && unitAmong([one.text]) !== undefined;
  });
}

/** The amounts that these sentences give without their tax. */
export function withoutTaxBeside({ sentences }: TextsOfBlock): ReadonlySet<'ae' | 'cp'> {
  const ofTable = withoutTaxAmong(sentences.filter(isOfTable).map(({ text }) => text));
  const ofColumns = sentences.filter((one) => isOfColumn(one) && areAllWithoutTax(one.text));
  return new Set([...ofTable, ...ofColumns.flatMap(({ fields }) => fields)]);
}

/** The first sentence by which the rows may not count, undefined without one. A status on each row settles all but a heading. */
export function doubtBeside(
  { sentences }: TextsOfBlock,
  names: KnownNames,
  hasStatus: boolean,
): SentenceBeside | undefined {
  return sentences.find((one) => {
    const { beside, fields, text } = one;
    if (isOfColumn(one)) return fields.length > 0 && NOT_COUNTED.test(comparable(text).trim());
    if (hasStatus) return false;
    const isTitle = beside === 'page' || TITLE.test(text);
    return isLegend(text) || (isTitle && doubtOfTitle(text, names) === 'all');
  });
}

function isOfTable(one: SentenceBeside): boolean {
  return !isOfColumn(one) || OF_ALL.test(comparable(one.text));
}

function isOfColumn({ beside }: SentenceBeside): boolean {
  return beside === 'heading' || beside === 'prompt';
}
