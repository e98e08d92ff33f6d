/** Texts that a regular expression may match, drawn from its own syntax tree: assertions are left out. */
import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** Draws a whole number from 0 up to, and without, `count`. */
export type Draw = (count: number) => number;

const LETTERS = 'abcdefgilmnoprstuvx ';
const MOST_REPEATED = 2;
const PARSER = new RegExpParser({ ecmaVersion: 2024 });

/** A text made of one choice at each alternative of the pattern. Assertions are not looked at: it may not match. */
export function drawnMatch(pattern: RegExp, draw: Draw): string {
  const { source, unicode } = pattern;
  return anyOf(PARSER.parsePattern(source, 0, source.length, { unicode }).alternatives, draw);
}

function anyOf(alternatives: readonly AST.Alternative[], draw: Draw): string {
  const one = alternatives[draw(alternatives.length)];
  return (one?.elements ?? []).map((element) => textOf(element, draw)).join('');
}

function textOf(element: AST.Element | AST.ClassStringDisjunction | AST.ExpressionCharacterClass, draw: Draw): string {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return anyOf(element.alternatives, draw);
    case 'Character':
      return String.fromCodePoint(element.value);
    case 'Quantifier': {
      const { min, max } = element;
      const count = min + draw(Math.min(max - min, MOST_REPEATED) + 1);
      return Array.from({ length: count }, () => textOf(element.element, draw)).join('');
    }
    case 'CharacterSet':
      return signOf(element, draw);
    case 'CharacterClass':
      return signIn(element, draw);
    default:
      return '';
  }
}

function signOf(set: AST.CharacterSet, draw: Draw): string {
  const isOther = 'negate' in set && set.negate;
  if (set.kind === 'digit' && !isOther) return String(draw(10));
  if (set.kind === 'space' && !isOther) return ' ';
  if (set.kind === 'word' && isOther) return ' ,:'.charAt(draw(3));
  return LETTERS.charAt(draw(LETTERS.length - (set.kind === 'any' ? 0 : 1)));
}

function signIn(signs: AST.CharacterClass, draw: Draw): string {
  if (signs.negate) return LETTERS.charAt(draw(LETTERS.length));
  const one = signs.elements[draw(signs.elements.length)];
  if (one?.type === 'CharacterClassRange')
    return String.fromCodePoint(one.min.value + draw(one.max.value - one.min.value + 1));
  return one?.type === 'Character' || one?.type === 'CharacterSet' ? textOf(one, draw) : '';
}
