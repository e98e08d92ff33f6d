/** What the French words of several families of findings share. */
import { fr } from '../typography';
import type { Speaker } from '../words';

export const LOLF_8 = fr`LOLF, art. 8`;

export const GBCP_160 = fr`décret n° 2012-1246 (GBCP), art. 160`;

export const EMPTY = fr`cellule vide`;

export function atMost(cents: number, say: Speaker): string {
  return fr`${say.amount(cents)} au plus`;
}

/** « d'AE », « de CP ». */
export function ofNature(nature: string): string {
  return nature === 'AE' ? fr`d'AE` : fr`de ${nature}`;
}
