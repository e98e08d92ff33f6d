/** French words of the IMP findings: codes of the rows. */
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { ImputationField } from '../../../domain/imputation/imputation';
import { fr } from '../../typography';
import type { FamilyWords, Speaker } from '../../words';
import { EMPTY } from '../common';

const FORMS: Readonly<Record<ImputationField, string>> = {
  programme: fr`3 ou 4 chiffres, comme 0103`,
  functionalDomain: fr`programme-action(-sous-action), comme 0103-01-01`,
  financialCentre: fr`programme-BOP-UO, comme 0103-CEFP-C002`,
  activity: fr`12 caractères commençant par les 4 chiffres du programme`,
  costCentre: fr`10 lettres ou chiffres`,
  ministerialAxis1: fr`2 chiffres, suivis au besoin d'un tiret et d'un libellé`,
  ministerialAxis2: fr`le nom d'une enveloppe`,
};

const RETYPE_AS_TEXT = fr`Mettez la cellule au format Texte, puis ressaisissez le code.`;

function validity(from: CivilDate | null, until: CivilDate | null, say: Speaker): string {
  if (from !== null && until !== null) return fr`valable du ${say.date(from)} au ${say.date(until)}`;
  if (from !== null) return fr`valable à partir du ${say.date(from)}`;
  return until === null ? fr`toujours valable` : fr`valable jusqu'au ${say.date(until)}`;
}

/** Titles and sentences of the IMP rules. */
export const IMP_FR: FamilyWords<'IMP'> = {
  titles: {
    'IMP-01': fr`Code d'imputation absent`,
    'IMP-02': fr`Code mal formé`,
    'IMP-03': fr`Code étranger à la convention`,
    'IMP-04': fr`Zéro de tête perdu`,
    'IMP-05': fr`Codes de programmes différents`,
    'IMP-06': fr`Axe ministériel 2 absent ou inconnu`,
    'IMP-07': fr`Axe ministériel 2 sous un autre nom`,
    'IMP-08': fr`Code dénaturé par le tableur`,
    'IMP-09': fr`Code non valable à cette date`,
  },
  words: {
    'IMP-01': ({ field, expected }, say) => ({
      problem: fr`${say.field(field)} : le code est absent.`,
      found: EMPTY,
      expected: say.anyOf(expected, FORMS[field]),
      article: say.article('chorusReference'),
      action: fr`Saisissez le code de la convention.`,
    }),
    'IMP-02': ({ field, raw, expected }, say) => ({
      problem: fr`${say.field(field)} ${say.quote(raw)} : ce n'est pas la forme d'un code Chorus.`,
      found: raw,
      expected: say.anyOf(expected, FORMS[field]),
      article: say.article('chorusReference'),
      action: fr`Corrigez le code.`,
    }),
    'IMP-03': ({ field, raw, expected }, say) => ({
      problem: fr`${say.field(field)} ${say.quote(raw)} : ce code n'est pas celui de la convention.`,
      found: raw,
      expected: say.anyOf(expected, FORMS[field]),
      article: say.article('chorusReference'),
      action: fr`Corrigez le code ; si la dépense relève d'autres crédits, retirez la ligne du suivi.`,
    }),
    'IMP-04': ({ field, raw, expected }, say) => ({
      problem: fr`${say.field(field)} ${say.quote(raw)} : le zéro de tête est perdu.`,
      found: raw,
      expected,
      article: say.article('chorusReference'),
      action: fr`Appliquez la correction proposée, qui enregistre le code comme texte.`,
    }),
    'IMP-05': ({ field, raw, programme, expectedProgramme }, say) => ({
      problem:
        fr`${say.field(field)} ${say.quote(raw)} : code du programme ${programme}, ` +
        fr`alors que les autres codes de la ligne relèvent du programme ${expectedProgramme}.`,
      found: raw,
      expected: fr`un code du programme ${expectedProgramme}`,
      article: say.article('chorusReference'),
      action: fr`Corrigez ce code : une dépense est imputée sur un seul programme.`,
    }),
    'IMP-06': ({ raw, expected, nearest }, say) => ({
      problem:
        raw === ''
          ? fr`Axe ministériel 2 absent : la ligne n'est rattachée à aucune enveloppe et n'est pas comptée.`
          : fr`Axe ministériel 2 ${say.quote(raw)} : aucune enveloppe ne porte ce nom, la ligne n'est pas comptée.`,
      found: raw === '' ? EMPTY : raw,
      expected: say.anyOf(
        expected.map((name) => say.quote(name)),
        FORMS.ministerialAxis2,
      ),
      article: say.article('envelopes'),
      action:
        nearest === null ? fr`Indiquez l'enveloppe de la dépense.` : fr`Vouliez-vous dire ${say.quote(nearest)} ?`,
    }),
    'IMP-07': ({ raw, expected, how }, say) => ({
      problem:
        how === 'alias'
          ? fr`Axe ministériel 2 ${say.quote(raw)} : c'est un autre nom de ${say.quote(expected)} ; la ligne est comptée.`
          : fr`Axe ministériel 2 ${say.quote(raw)} : orthographe proche de ${say.quote(expected)}, sous lequel la ligne est comptée.`,
      found: raw,
      expected,
      article: say.article('envelopes'),
      action: fr`Appliquez la correction proposée : Chorus et les formules attendent la mention exacte.`,
    }),
    'IMP-08': ({ field, raw, expected }, say) => ({
      problem: fr`${say.field(field)} ${say.quote(raw)} : le tableur a pris le code pour un nombre, des chiffres sont peut-être perdus.`,
      found: raw,
      expected: say.anyOf(expected, FORMS[field]),
      article: say.article('chorusReference'),
      action: RETYPE_AS_TEXT,
    }),
    'IMP-09': ({ field, raw, date, from, until, expected }, say) => ({
      problem: fr`${say.field(field)} ${say.quote(raw)} : ce code n'est pas valable le ${say.date(date)} (${validity(from, until, say)}).`,
      found: raw,
      expected: say.anyOf(expected, fr`un code valable à cette date`),
      article: say.article('chorusReference'),
      action: fr`Corrigez le code ou la date.`,
    }),
  },
};
