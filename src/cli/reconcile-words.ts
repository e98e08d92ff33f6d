/**
 * The words of `enveloppe reconcile` that its text alone has; those of groups and extracts are in
 * `messages/reconciliation-words`.
 */
import type { Language } from '../messages/language';
import { en, fr } from '../messages/typography';

export interface ReconcileWords {
  readonly extracts: string;
  readonly extract: (source: string, shape: string, lines: string) => string;
  readonly ignored: string;
  readonly lacks: string;
  readonly repairs: string;
  readonly shownTotal: (amount: string, agrees: boolean) => string;
  readonly totals: string;
  readonly totalHeadings: readonly string[];
  readonly noEnvelope: string;
  readonly balance: string;
  readonly status: (name: string, nature: string, groups: string) => string;
  readonly sides: (rows: string, ledger: string, lines: string, chorus: string) => string;
  readonly proven: (rows: string, lines: string) => string;
  readonly notes: (shifts: string, others: string) => string;
  readonly gaveUp: (groups: string) => string;
}

const FR: ReconcileWords = {
  extracts: fr`Extraits de Chorus`,
  extract: (source, shape, lines) => fr`${source} : ${shape}, ${lines} ligne(s) lue(s)`,
  ignored: fr`lignes ignorées`,
  lacks: fr`ne dit pas, donc n'est pas comparé`,
  repairs: fr`lu avec réserve`,
  shownTotal: (amount, agrees) =>
    fr`total affiché ${amount}, ${agrees ? fr`égal à` : fr`différent de`} la somme des lignes`,
  totals: fr`Totaux comparés`,
  totalHeadings: ['suivi', 'Chorus', 'écart'],
  noEnvelope: fr`Sans enveloppe`,
  balance: fr`Ce que sont devenues les lignes`,
  status: (name, nature, groups) => fr`${name}, ${nature} : ${groups} groupe(s)`,
  sides: (rows, ledger, lines, chorus) => fr`suivi ${rows} (${ledger}), Chorus ${lines} (${chorus})`,
  proven: (rows, lines) =>
    fr`Chacun des ${rows} montants du suivi et chacune des ${lines} lignes des extraits figurent ci-dessus une seule fois.`,
  notes: (shifts, others) =>
    fr`Pour information : ${shifts} rapprochement(s) à une autre date du même exercice, ${others} sous un autre numéro de DP ou de poste.`,
  gaveUp: (groups) =>
    fr`Dans ${groups} groupe(s), trop de montants pour chercher lesquels s'additionnent : ils sont comparés en bloc.`,
};

const EN: ReconcileWords = {
  extracts: en`Chorus extracts`,
  extract: (source, shape, lines) => en`${source}: ${shape}, ${lines} line(s) read`,
  ignored: en`lines ignored`,
  lacks: en`does not tell, and so is not compared`,
  repairs: en`read with reserve`,
  shownTotal: (amount, agrees) =>
    en`shown total ${amount}, which is ${agrees ? 'the sum' : 'not the sum'} of the lines`,
  totals: en`Totals compared`,
  totalHeadings: ['ledger', 'Chorus', 'gap'],
  noEnvelope: en`No envelope`,
  balance: en`What became of the lines`,
  status: (name, nature, groups) => en`${name}, ${nature}: ${groups} group(s)`,
  sides: (rows, ledger, lines, chorus) => en`ledger ${rows} (${ledger}), Chorus ${lines} (${chorus})`,
  proven: (rows, lines) =>
    en`Each of the ${rows} amounts of the ledger and each of the ${lines} lines of the extracts stands above once and only once.`,
  notes: (shifts, others) =>
    en`For information: ${shifts} matched at another date of the same year, ${others} under another number of DP or of line.`,
  gaveUp: (groups) =>
    en`In ${groups} group(s), too many amounts to look for those that add up: they are compared as a whole.`,
};

export function reconcileWordsOf(language: Language): ReconcileWords {
  return language === 'fr' ? FR : EN;
}
