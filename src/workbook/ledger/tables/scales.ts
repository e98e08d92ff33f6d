/**
 * Scales of the amounts of a table, in the texts above it: « Facteur | 1000 » is in thousands. Any other scale,
 * « Facteur | 100 », « Montants divisés par 10 », makes the unit unclear.
 */
import type { CellValue } from '../../cells';
import { comparable } from '../../../domain/text';
import { textOf } from '../read-cells';
import { isFilled, type Row } from '../sheet-rows';
import { namesScale, type GivenUnit } from '../units';
import { unclear } from './unit-exceptions';

/** A text of a row, and the unit that it gives. */
export interface TextOfUnit {
  readonly position: number;
  readonly text: string;
  readonly given: GivenUnit;
}

const SCALES: ReadonlyMap<string, 'k€' | 'M€' | '€'> = new Map([
  ['1000', 'k€'],
  ['1000000', 'M€'],
  ['1', '€'],
]);
const SEPARATORS = /[\s\u00a0\u202f.]|,0{1,2}$/g;
const SCALE = /(?<![a-z])(?:facteurs?|echelle|coefficients?|multipli[a-z]{1,8}|divise(?:e|s|es|r|ur)?)(?![a-z])/g;
/** « Facteur d'échelle des montants »; not « Coefficient de TVA », nor « Échelle des salaires ». */
const BESIDE_SCALES = new Set(
  (
    'mise a au aux l la le les d de du des par pour ce tous toutes tableau est sont ont ete en euro euros unite unites ' +
    'montant montants valeur valeurs chiffre chiffres somme sommes donnee donnees ae cp affichage conversion monetaire ' +
    'applique appliquer'
  ).split(' '),
);
/** « Montants x », « Montants / », and « 1 unité = », whose value is in euros. */
const BY_SIGN = /^(?:montants?|chiffres?|valeurs?|donnees?|sommes?) ?[x×*/÷]$/;
const OF_A_UNIT = /^(?:1 )?unites? ?[=:]$/;
const NUMBER = /(?:[x×*] ?)?\d[\d .,/:]{0,20}$/;
const NUMBER_ALONE = /^(?:[x×*/÷] ?)?\d[\d .,/:]{0,20}%?$/;
const IN_LETTERS = /^(?:dix|cent|mille|dix mille|cent mille|un million)$/;
const IN_EUROS = / ?(?:€|euros?)$/;
const LONGEST_LABEL = 80;

/** « Facteur de mise à l'échelle | 1000 »: a label, and its number in the next filled cell. */
export function scalesIn(cells: Row): readonly TextOfUnit[] {
  const filled = cells.flatMap((cell, position) => (isFilled(cell) ? [{ cell, position }] : []));
  return filled.flatMap(({ cell, position }, at) => {
    const factor = filled[at + 1]?.cell ?? null;
    const given = typeof cell === 'string' && namesScale(cell) ? scaleOf(cell, factor) : null;
    return given === null ? [] : [{ position, text: `${textOf(cell).trim()} ${textOf(factor)}`, given }];
  });
}

function scaleOf(label: string, factor: CellValue): GivenUnit | null {
  const value = textOf(factor).trim();
  const unit = SCALES.get(value.replace(SEPARATORS, ''));
  if (unit !== undefined) return { unit };
  const isNumber = NUMBER_ALONE.test(value) || IN_LETTERS.test(comparable(value));
  return isNumber && isScale(comparable(label)) ? unclear(`${label.trim()} ${value}`) : null;
}

/** The unit under a text with a scale that is neither of thousands nor of millions: « Facteur : 100 »; null without one. */
export function otherScaleIn(text: string): GivenUnit | null {
  if (text.length > LONGEST_LABEL) return null;
  const words = comparable(text);
  const euros = IN_EUROS.exec(words)?.[0] ?? '';
  const scaled = words.slice(0, words.length - euros.length);
  const at = scaled.search(NUMBER);
  if (at < 0 || SCALES.has(scaled.slice(at).replace(SEPARATORS, ''))) return null;
  const label = scaled.slice(0, at).trim();
  const sign = /^[x×*]/.exec(scaled.slice(at))?.[0] ?? '';
  const isOfUnit = euros !== '' && OF_A_UNIT.test(label);
  return isScale(label) || BY_SIGN.test(`${label} ${sign}`.trim()) || isOfUnit ? unclear(text) : null;
}

/** True for a label, in `comparable` words, that names a scale and nothing else. */
function isScale(label: string): boolean {
  const others = label.replace(SCALE, ' ');
  return others !== label && others.split(/[^a-z\d]+/).every((word) => word === '' || BESIDE_SCALES.has(word));
}
