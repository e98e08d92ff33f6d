/** Numbers of things in French: 0 and 1 are singular. */
import { formatCount } from './format';

const NO_BREAK = '\u00a0';

/** `1 ligne`, `2 lignes`, the number and its noun on one line. */
export function counted(count: number, one: string, many: string): string {
  return `${formatCount(count, 'fr')}${NO_BREAK}${plural(count, one, many)}`;
}

/** The singular or the plural. */
export function plural(count: number, one: string, many: string): string {
  return count < 2 ? one : many;
}
