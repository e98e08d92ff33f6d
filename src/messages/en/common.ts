/** What the English words of several families of findings share. */
import { en } from '../typography';
import type { Speaker } from '../words';

export const LOLF_8 = en`LOLF, art. 8`;

export const GBCP_160 = en`décret n° 2012-1246 (GBCP), art. 160`;

export const EMPTY = en`empty cell`;

export function atMost(cents: number, say: Speaker): string {
  return en`${say.amount(cents)} at most`;
}
