/** French words of the findings. The tagged template sets the no-break spaces; what users typed goes through `say.quote`. */
import type { CivilDate } from '../domain/calendar/civil-date';
import type { ImputationField } from '../domain/imputation/imputation';
import type { RuleCode } from '../domain/controls/finding';
import { rowNumber } from '../workbook/ledger-source';
import { fr } from './typography';
import type { AboveCeiling, FindingWords, Speaker, Words } from './words';

/** Short names of the rules, for lists and filters. */
export const TITLES_FR: Readonly<Record<RuleCode, string>> = {
  'IMP-01': fr`Code d'imputation absent`,
  'IMP-02': fr`Code mal formé`,
  'IMP-03': fr`Code étranger à la convention`,
  'IMP-04': fr`Zéro de tête perdu`,
  'IMP-05': fr`Codes de programmes différents`,
  'IMP-06': fr`Axe ministériel 2 absent ou inconnu`,
  'IMP-07': fr`Axe ministériel 2 sous un autre nom`,
  'IMP-08': fr`Code dénaturé par le tableur`,
  'IMP-09': fr`Code non valable à cette date`,
  'PLA-01': fr`Plafond d'AE d'une enveloppe dépassé`,
  'PLA-02': fr`Plafond de CP d'une enveloppe dépassé`,
  'PLA-03': fr`Plafond de la convention dépassé`,
  'PLA-04': fr`Montant d'un poste dépassé`,
  'PLA-05': fr`Restes à payer d'ouverture dépassés`,
  'PLA-06': fr`Seuil d'alerte atteint`,
  'FON-04': fr`Poste d'une autre enveloppe`,
  'PER-01': fr`Date antérieure à la signature`,
  'PER-02': fr`Date postérieure à la fin`,
  'PER-03': fr`Date hors de l'exercice`,
  'EJ-01': fr`Paiement sans engagement`,
  'EJ-02': fr`Paiements supérieurs à l'engagement`,
  'EJ-03': fr`Numéro d'EJ mal formé`,
  'DON-01': fr`Montant ou date illisible`,
  'DON-02': fr`Montant ou date enregistré comme texte`,
  'DON-03': fr`Ligne en double`,
  'DON-04': fr`Montant négatif sans motif`,
  'DON-05': fr`Ligne de total dans les données`,
  'DON-06': fr`Cellule en erreur`,
};

const FORMS: Readonly<Record<ImputationField, string>> = {
  programme: fr`3 ou 4 chiffres, comme 0103`,
  functionalDomain: fr`programme-action(-sous-action), comme 0103-01-01`,
  financialCentre: fr`programme-BOP-UO, comme 0103-CEFP-C002`,
  activity: fr`12 caractères commençant par les 4 chiffres du programme`,
  costCentre: fr`10 lettres ou chiffres`,
  ministerialAxis1: fr`2 chiffres, suivis au besoin d'un tiret et d'un libellé`,
  ministerialAxis2: fr`le nom d'une enveloppe`,
};

const LOLF_8 = fr`LOLF, art. 8`;
const GBCP_160 = fr`décret n° 2012-1246 (GBCP), art. 160`;
const CHORUS = fr`nomenclature Chorus`;
const EMPTY = fr`cellule vide`;
const RETYPE_AS_TEXT = fr`Mettez la cellule au format Texte, puis ressaisissez le code.`;

/** « Les AE engagées dépassent… » on the row that crosses, « déjà dépassé » on the later ones. */
function aboveCeiling(subject: string, details: AboveCeiling, say: Speaker): string {
  const { nature, ceiling, total, over, crosses, date } = details;
  if (!crosses) {
    const row = nature === 'AE' ? fr`cet engagement` : fr`ce paiement`;
    return fr`${subject} : plafond de ${nature} déjà dépassé ; ${row}${say.dated('du', date)} porte l'excédent à ${say.amount(over)}.`;
  }
  const what = nature === 'AE' ? fr`les AE engagées` : fr`les CP payés`;
  const figures = fr`${say.amount(total)} pour ${say.amount(ceiling)}`;
  return fr`${subject} : ${what} dépassent de ${say.amount(over)} le plafond${say.dated('au', date)} (${figures}).`;
}

function atMost(cents: number, say: Speaker): string {
  return fr`${say.amount(cents)} au plus`;
}

/** Art. 3 of the 2023 convention: insufficiency is told without delay; without adjustment, execution is suspended. */
const TELL_DELEGANT =
  fr`Réduisez la dépense, ou informez sans délai le délégant de l'insuffisance des crédits ; ` +
  fr`à défaut d'ajustement, l'exécution est suspendue.`;

function wrongDate(problem: string, found: string, expected: string, article: string): Words {
  return { problem, found, expected, article, action: fr`Corrigez la date, ou imputez la dépense sur d'autres crédits.` };
}

export const FINDINGS_FR: FindingWords = {
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
    expected: say.anyOf(expected.map((name) => say.quote(name)), FORMS.ministerialAxis2),
    article: say.article('envelopes'),
    action: nearest === null ? fr`Indiquez l'enveloppe de la dépense.` : fr`Vouliez-vous dire ${say.quote(nearest)} ?`,
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
  'PLA-01': (details, say) => ({
    problem: aboveCeiling(say.envelope(details.envelope), details, say),
    found: say.amount(details.total),
    expected: atMost(details.ceiling, say),
    article: fr`${say.article('ceiling')} ; ${LOLF_8}`,
    action: TELL_DELEGANT,
  }),
  'PLA-02': (details, say) => ({
    problem: aboveCeiling(say.envelope(details.envelope), details, say),
    found: say.amount(details.total),
    expected: atMost(details.ceiling, say),
    article: fr`${say.article('credits')} ; ${LOLF_8}`,
    action: TELL_DELEGANT,
  }),
  'PLA-03': (details, say) => ({
    problem: aboveCeiling(fr`Ensemble de la convention`, details, say),
    found: say.amount(details.total),
    expected: atMost(details.ceiling, say),
    article: fr`${say.article(details.nature === 'AE' ? 'ceiling' : 'credits')} ; ${LOLF_8}`,
    action: TELL_DELEGANT,
  }),
  'PLA-04': (details, say) => ({
    problem: aboveCeiling(fr`Poste ${say.quote(details.line)} (${say.envelope(details.envelope)})`, details, say),
    found: say.amount(details.total),
    expected: atMost(details.ceiling, say),
    article: say.article('annex', details.envelope),
    action: fr`Vérifiez le poste de la ligne, ou convenez avec le délégant d'une nouvelle répartition.`,
  }),
  'PLA-05': ({ envelope, rap, paid, over, date, ej }, say) => ({
    problem:
      fr`${say.envelope(envelope)} : ce paiement${say.dated('du', date)} sur l'EJ antérieur ${ej} ` +
      fr`porte les paiements sur restes à payer à ${say.amount(paid)}, soit ${say.amount(over)} au-delà de leur part.`,
    found: say.amount(paid),
    expected: atMost(rap, say),
    article: fr`${say.article('credits')}, « dont RAP »`,
    action: fr`Vérifiez l'EJ du paiement ; sinon, demandez au délégant un complément de CP.`,
  }),
  'PLA-06': ({ envelope, nature, threshold, ceiling, total, date }, say) => ({
    problem:
      fr`${say.envelope(envelope)} : le seuil de ${say.share(threshold)} des ${nature} est atteint${say.dated('le', date)} ` +
      fr`(${say.amount(total)} sur ${say.amount(ceiling)}).`,
    found: say.amount(total),
    expected: fr`moins de ${say.share(threshold)} de ${say.amount(ceiling)}`,
    article: say.article('ceiling'),
    action: fr`Prévoyez la fin de la consommation ; le délégant doit être informé sans délai d'une insuffisance.`,
  }),
  'FON-04': ({ envelope, line, lineEnvelope }, say) => ({
    problem:
      fr`Poste ${say.quote(line)} : il appartient à ${say.envelope(lineEnvelope)}, ` +
      fr`alors que l'axe ministériel 2 impute la ligne sur ${say.envelope(envelope)} (virement déguisé).`,
    found: line,
    expected: fr`un poste de ${say.envelope(envelope)}`,
    article: fr`${say.article('envelopes')}, enveloppes non fongibles`,
    action: fr`Corrigez le poste ou l'axe ministériel 2 ; un virement demande l'autorisation expresse du délégant.`,
  }),
  'PER-01': ({ field, date, signedOn }, say) =>
    wrongDate(
      fr`${say.field(field)} ${say.date(date)} : antérieure à la signature de la convention.`,
      say.date(date),
      fr`à partir du ${say.date(signedOn)}`,
      say.article('period'),
    ),
  'PER-02': ({ field, date, endsOn }, say) =>
    wrongDate(
      fr`${say.field(field)} ${say.date(date)} : postérieure à la fin de la convention.`,
      say.date(date),
      fr`au plus tard le ${say.date(endsOn)}`,
      say.article('period'),
    ),
  'PER-03': ({ field, date, creditYear }, say) =>
    wrongDate(
      fr`${say.field(field)} ${say.date(date)} : hors de l'exercice des crédits, ${String(creditYear)}.`,
      say.date(date),
      fr`une date de ${String(creditYear)}`,
      say.article('credits'),
    ),
  'EJ-01': ({ raw, known, cp }, say) => ({
    problem: known
      ? fr`Paiement de ${say.amount(cp)} sur l'EJ ${raw} : cet EJ n'est ni engagé dans le suivi, ni dans la liste des restes à payer.`
      : fr`Paiement de ${say.amount(cp)} sans numéro d'EJ.`,
    found: known ? raw : EMPTY,
    expected: fr`un EJ engagé dans le suivi, ou de la table ENV_RAP`,
    article: LOLF_8,
    action: known
      ? fr`Corrigez le numéro, ajoutez la ligne d'engagement, ou inscrivez l'EJ antérieur dans ENV_RAP.`
      : fr`Saisissez le numéro de l'EJ payé.`,
  }),
  'EJ-02': ({ ej, committed, paid, over }, say) => ({
    problem: fr`EJ ${ej} : les paiements cumulés atteignent ${say.amount(paid)} pour ${say.amount(committed)} engagés, soit ${say.amount(over)} de trop.`,
    found: say.amount(paid),
    expected: atMost(committed, say),
    article: LOLF_8,
    action: fr`Vérifiez le montant et l'EJ du paiement, ou complétez l'engagement.`,
  }),
  'EJ-03': ({ raw }, say) => ({
    problem: fr`N° EJ ${say.quote(raw)} : ce n'est pas un numéro d'engagement juridique.`,
    found: raw,
    expected: fr`10 chiffres commençant par 10 à 22`,
    article: CHORUS,
    action: fr`Recopiez le numéro depuis Chorus.`,
  }),
  'DON-01': ({ field, raw, what }, say) => ({
    problem: unreadable(say.field(field), raw, what, say),
    found: raw === '' ? EMPTY : raw,
    expected: what === 'date' ? fr`une date, comme 13/12/2022` : fr`un montant, comme 1234,56`,
    article: say.article('followUp'),
    action: what === 'date' ? fr`Saisissez la date.` : fr`Saisissez le montant sous forme de nombre.`,
  }),
  'DON-02': ({ field, raw, what }, say) => ({
    problem:
      fr`${say.field(field)} ${say.quote(raw)} : ${what === 'date' ? 'date enregistrée' : 'montant enregistré'} comme texte ; ` +
      fr`les formules d'Excel n'en tiennent pas compte.`,
    found: raw,
    expected: what === 'date' ? fr`une date d'Excel` : fr`un nombre`,
    article: say.article('followUp'),
    action: fr`Appliquez la correction proposée, ou ressaisissez la cellule.`,
  }),
  'DON-03': ({ firstRow }, say) => ({
    problem: fr`Cette ligne répète la ligne ${String(rowNumber(firstRow))} : mêmes références, mêmes dates, mêmes montants.`,
    found: fr`même contenu que la ligne ${String(rowNumber(firstRow))}`,
    expected: fr`une seule ligne par opération`,
    article: say.article('followUp'),
    action: fr`Supprimez la ligne en trop, ou distinguez les deux opérations par leur numéro de DP.`,
  }),
  'DON-04': ({ field, cents }, say) => ({
    problem: fr`${say.field(field)} de ${say.amount(cents)} : montant négatif sans EJ, sans DP et sans motif.`,
    found: say.amount(cents),
    expected: fr`un EJ, une DP ou un motif comme retrait, avoir ou pénalité`,
    article: field === 'ae' ? GBCP_160 : say.article('followUp'),
    action: fr`Indiquez l'EJ ou la DP que la ligne corrige, ou son motif dans l'objet.`,
  }),
  'DON-05': ({ field, shown, sum }, say) => ({
    problem:
      shown === sum
        ? fr`Ligne de total parmi les données, non comptée : ${say.field(field)} ${say.amount(sum)}, comme la somme des lignes.`
        : fr`Ligne de total parmi les données, non comptée : ${say.field(field)} ${say.amount(shown)}, ` +
          fr`alors que les lignes totalisent ${say.amount(sum)}.`,
    found: say.amount(shown),
    expected: say.amount(sum),
    article: say.article('followUp'),
    action: shown === sum ? fr`Rien à faire ; une ligne de totaux du tableau serait plus sûre.` : fr`Corrigez le total, ou la ligne qu'il oublie.`,
  }),
  'DON-06': ({ field, raw }, say) => ({
    problem: fr`${say.field(field)} : la cellule contient l'erreur ${raw}.`,
    found: raw,
    expected: fr`une valeur`,
    article: say.article('followUp'),
    action: fr`Corrigez la formule ou ressaisissez la valeur.`,
  }),
};

function validity(from: CivilDate | null, until: CivilDate | null, say: Speaker): string {
  if (from !== null && until !== null) return fr`valable du ${say.date(from)} au ${say.date(until)}`;
  if (from !== null) return fr`valable à partir du ${say.date(from)}`;
  return until === null ? fr`toujours valable` : fr`valable jusqu'au ${say.date(until)}`;
}

function unreadable(field: string, raw: string, what: 'amount' | 'date', say: Speaker): string {
  if (raw === '') return fr`${field} absente : l'engagement est compté par prudence, mais sa date ne peut pas être contrôlée.`;
  if (what === 'date') return fr`${field} ${say.quote(raw)} : date illisible ou inexistante.`;
  return fr`${field} ${say.quote(raw)} : montant illisible, la ligne n'est pas comptée.`;
}
