/** The names of what a figure is about. */
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import type { Convention } from '../../domain/envelopes/convention';
import { everyLineOf } from '../../domain/envelopes/envelope';
import type { FigureKey } from '../../domain/envelopes/figures';
import type { PaneWords } from '../shared/pane-fr';

/** The label of the envelope, the name of the whole convention, or the poste with its envelope. */
export function whoOf({ envelopes }: Convention, { envelope, line }: FigureKey, words: PaneWords): string {
  const own = envelopes.find(({ code }) => code === envelope);
  const name = envelope === WHOLE_CONVENTION ? words.figures.whole : (own?.label ?? envelope);
  const poste = line === null ? null : envelopes.flatMap(everyLineOf).find(({ index }) => index === line);
  return poste ? `${poste.label}, ${name}` : name;
}
