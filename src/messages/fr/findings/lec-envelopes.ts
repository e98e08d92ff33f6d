/** French words of LEC-07: the envelopes that rows do not write. */
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { Formatter } from '../../formatter';
import { fr } from '../../typography';

function inferredFrom({ from, text }: FindingOf<'LEC-07'>['details'], format: Formatter): string {
  if (from === 'title') return fr`déduite du titre ${format.quote(text)}`;
  if (from === 'sheet') return fr`déduite du nom de la feuille ${format.quote(text)}`;
  return fr`reprise de la cellule du dessus`;
}

/** The sentences of an envelope that comes from around its rows. */
export function inferred(details: FindingOf<'LEC-07'>['details'], format: Formatter) {
  const rows = format.plural(details.rows, 'ligne', 'lignes');
  const envelope = format.envelope(details.envelope);
  if (details.from === 'only')
    return {
      problem: fr`${rows} sans enveloppe inscrite : ${envelope}, la seule de la convention.`,
      action: fr`Si le suivi porte aussi d'autres dépenses, inscrivez l'enveloppe dans les lignes de la convention, ou mettez les autres de côté.`,
    };
  if (details.from === 'heading')
    return {
      problem: fr`${rows} : ${envelope}, d'après l'en-tête ${format.quote(details.text)} de leurs montants.`,
      action: fr`Rien à faire si cet en-tête nomme bien l'enveloppe ; sinon, corrigez-le.`,
    };
  return {
    problem: fr`${rows} sans enveloppe inscrite : ${envelope}, ${inferredFrom(details, format)}.`,
    action: fr`Remplissez « ${format.field(details.field)} » dans la ligne pour ne plus dépendre de cette déduction.`,
  };
}
