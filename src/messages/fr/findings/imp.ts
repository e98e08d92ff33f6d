/** French words of the IMP findings: codes of the rows. */
import type { FindingOf } from '../../../domain/controls/findings/finding';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { FamilyWords } from '../../evidence';
import type { Formatter } from '../../formatter';
import { COMMON } from '../common';
import { fr } from '../../typography';

const RETYPE_AS_TEXT = fr`Appliquez le format Texte à la cellule, puis ressaisissez le code.`;

function validity(from: CivilDate | null, until: CivilDate | null, format: Formatter): string {
  if (from !== null && until !== null) return fr`valable du ${format.date(from)} au ${format.date(until)}`;
  if (from !== null) return fr`valable à partir du ${format.date(from)}`;
  return until === null ? fr`toujours valable` : fr`valable jusqu'au ${format.date(until)}`;
}

function envelopeUnknown({ field, raw, nearest, alias }: FindingOf<'IMP-06'>['details'], format: Formatter) {
  if (field) {
    return {
      problem: fr`${format.field(field)} ${format.quote(raw)} : ce code n'indique pas une seule enveloppe, la ligne n'est pas comptée.`,
      action: fr`Corrigez le code, ou sa ligne dans ENV_Imputations.`,
    };
  }
  if (alias !== undefined) {
    return {
      problem: fr`Axe ministériel 2 ${format.quote(raw)} : la convention n'a que l'alias ${format.quote(alias)}, lu comme un seul nom ; la ligne n'est pas comptée.`,
      action: COMMON.separateAliases,
    };
  }
  return {
    problem:
      raw === ''
        ? fr`Axe ministériel 2 absent : la ligne n'est rattachée à aucune enveloppe et n'est pas comptée.`
        : fr`Axe ministériel 2 ${format.quote(raw)} : aucune enveloppe de ce nom, la ligne n'est pas comptée.`,
    action:
      nearest === null ? fr`Indiquez l'enveloppe de la dépense.` : fr`Vouliez-vous dire ${format.quote(nearest)} ?`,
  };
}

export const IMP: FamilyWords<'IMP'> = {
  titles: {
    'IMP-01': fr`Code d'imputation absent`,
    'IMP-02': fr`Code mal formé`,
    'IMP-03': fr`Code étranger à la convention`,
    'IMP-04': fr`Zéro initial perdu`,
    'IMP-05': fr`Codes de programmes différents`,
    'IMP-06': fr`Axe ministériel 2 absent ou inconnu`,
    'IMP-07': fr`Axe ministériel 2 sous un autre nom`,
    'IMP-08': fr`Code altéré par Excel`,
    'IMP-09': fr`Code non valable à cette date`,
  },
  sentences: {
    'IMP-01': ({ field }, format) => ({
      problem: fr`${format.field(field)} : le code est absent.`,
      action: fr`Saisissez le code de la convention.`,
    }),
    'IMP-02': ({ field, raw }, format) => ({
      problem: fr`${format.field(field)} ${format.quote(raw)} : ce n'est pas la forme d'un code Chorus.`,
      action: fr`Corrigez le code.`,
    }),
    'IMP-03': ({ field, raw, owners }, format) =>
      owners === undefined
        ? {
            problem: fr`${format.field(field)} ${format.quote(raw)} : ce code n'est pas celui de la convention.`,
            action: fr`Corrigez le code ; si la dépense relève d'autres crédits, supprimez la ligne du suivi.`,
          }
        : {
            problem: fr`${format.field(field)} ${format.quote(raw)} : c'est le code de ${format.allOf(owners.map((code) => format.envelope(code)))}.`,
            action: fr`Corrigez le code, ou l'axe ministériel 2.`,
          },
    'IMP-04': ({ field, raw }, format) => ({
      problem: fr`${format.field(field)} ${format.quote(raw)} : zéro initial perdu.`,
      action: fr`Appliquez la correction proposée.`,
    }),
    'IMP-05': ({ field, raw, programme, expectedProgramme }, format) => ({
      problem:
        fr`${format.field(field)} ${format.quote(raw)} : code du programme ${programme}, ` +
        fr`alors que les autres codes de la ligne relèvent du programme ${expectedProgramme}.`,
      expected: fr`un code du programme ${expectedProgramme}`,
      action: fr`Corrigez ce code : une dépense est imputée sur un seul programme.`,
    }),
    'IMP-06': envelopeUnknown,
    'IMP-07': ({ raw, expected, how }, format) => ({
      problem:
        how === 'alias'
          ? fr`Axe ministériel 2 ${format.quote(raw)} : c'est un autre nom de ${format.quote(expected)} ; la ligne est comptée.`
          : fr`Axe ministériel 2 ${format.quote(raw)} : orthographe proche de ${format.quote(expected)}, sous lequel la ligne est comptée.`,
      action: fr`Appliquez la correction proposée : Chorus et les formules attendent la mention exacte.`,
    }),
    'IMP-08': ({ field, raw }, format) => ({
      problem: fr`${format.field(field)} ${format.quote(raw)} : code converti en nombre par Excel, des chiffres sont peut-être perdus.`,
      action: RETYPE_AS_TEXT,
    }),
    'IMP-09': ({ field, raw, date, from, until }, format) => ({
      problem: fr`${format.field(field)} ${format.quote(raw)} : ce code n'est pas valable le ${format.date(date)} (${validity(from, until, format)}).`,
      action: fr`Corrigez le code ou la date.`,
    }),
  },
};
