/** The sentences of the advice to the writer of a document. */
import type { NamedPart } from '../domain/envelopes/allowances/allowances';
import type { Nature } from '../domain/money/nature';
import type { CellValue } from '../workbook/cells';
import type { AttachedKind } from '../workbook/snapshot';
import type { AttachedStays, Lack, OtherUser, StaysBeside, TypedOver, WriterAdvice } from '../workbook/writer-advice';
import { counted } from './french-count';
import { formatAmount, formatContent, formatCount, formatDate } from './format';
import { allOf } from './formatter';
import type { Language } from './language';
import { en, fr } from './typography';

const SENTENCES: Readonly<Record<Language, (advice: WriterAdvice) => string>> = { fr: inFrench, en: inEnglish };
const AFTER: Readonly<Record<Language, (advice: TypedOver, kept: string) => string>> = {
  fr: (advice, kept) =>
    fr`Ce qui différait du document a été remplacé par son contenu : ${cellsInFrench(advice)}. ${kept} le garde : recopiez-le de là, hors du document, ou dans une ligne laissée libre.`,
  en: (advice, kept) =>
    en`Differed from the document, and was replaced by its own content: ${cellsInEnglish(advice)}. ${kept} still has it: copy it from there, outside the document, or to a row that is left free.`,
};

/** One sentence for an advice that is read before the documents are written. */
export function describeAdvice(advice: WriterAdvice, language: Language): string {
  return SENTENCES[language](advice);
}

/** The same once they are written in a copy; `kept` is the workbook that has not changed. */
export function describeAdviceAfter(advice: WriterAdvice, language: Language, kept: string): string {
  return advice.code === 'typedOver' ? AFTER[language](advice, kept) : SENTENCES[language](advice);
}

type Users = Readonly<Record<OtherUser['what'], (user: OtherUser) => string>>;

const FRENCH_USERS: Users = {
  chart: ({ sheet }) => fr`Un graphique de la feuille « ${sheet} »`,
  pivot: ({ sheet }) => fr`Un tableau croisé dynamique de la feuille « ${sheet} »`,
  format: ({ sheet, cell }) => fr`La mise en forme conditionnelle de ${cell ?? ''} (feuille « ${sheet} »)`,
  choice: ({ sheet, cell }) => fr`La validation de données de ${cell ?? ''} (feuille « ${sheet} »)`,
  sparkline: ({ sheet, cell }) => fr`Le graphique sparkline de ${cell ?? ''} (feuille « ${sheet} »)`,
  link: ({ sheet, cell }) => fr`Le lien de ${cell ?? ''} (feuille « ${sheet} »)`,
  shape: ({ sheet }) => fr`Une forme, une image ou une commande de la feuille « ${sheet} »`,
  dataTable: ({ sheet, cell }) => fr`La table de données de ${cell ?? ''} (feuille « ${sheet} »)`,
};
const ENGLISH_USERS: Users = {
  chart: ({ sheet }) => en`A chart of sheet “${sheet}”`,
  pivot: ({ sheet }) => en`A pivot table of sheet “${sheet}”`,
  format: ({ sheet, cell }) => en`The conditional format of ${cell ?? ''} (sheet “${sheet}”)`,
  choice: ({ sheet, cell }) => en`The data validation of ${cell ?? ''} (sheet “${sheet}”)`,
  sparkline: ({ sheet, cell }) => en`The sparkline of ${cell ?? ''} (sheet “${sheet}”)`,
  link: ({ sheet, cell }) => en`The link of ${cell ?? ''} (sheet “${sheet}”)`,
  shape: ({ sheet }) => en`A shape, a picture or a control of sheet “${sheet}”`,
  dataTable: ({ sheet, cell }) => en`The data table of ${cell ?? ''} (sheet “${sheet}”)`,
};
/** All are feminine, as the pronouns that follow. */
const FRENCH_ATTACHED: Readonly<Record<AttachedKind, string>> = {
  note: 'La note de',
  link: 'L’adresse du lien de',
  format: 'La mise en forme conditionnelle de',
  choice: 'La validation de données de',
  sparkline: 'La courbe (graphique sparkline) de',
  shape: 'La forme, l’image ou la commande de',
  scenario: 'La cellule variable d’un scénario,',
};
const ENGLISH_ATTACHED: Readonly<Record<AttachedKind, string>> = {
  note: 'The note of',
  link: 'The link of',
  format: 'The conditional format of',
  choice: 'The data validation of',
  sparkline: 'The sparkline of',
  shape: 'The shape, picture or control of',
  scenario: 'The changing cell of a scenario,',
};

const FRENCH_FIGURES: Readonly<Record<Nature | 'outstanding', string>> = {
  AE: fr`Les chiffres d'AE`,
  CP: fr`Les chiffres de CP`,
  outstanding: fr`Les restes à payer`,
};
const ENGLISH_FIGURES: Readonly<Record<Nature | 'outstanding', string>> = {
  AE: en`AE figures`,
  CP: en`CP figures`,
  outstanding: en`outstanding amounts`,
};

function inFrench(advice: WriterAdvice): string {
  switch (advice.code) {
    case 'cause':
      return fr`Complétez le courrier : cause, modalités et motif se saisissent dans les lignes vides, sous les paragraphes.`;
    case 'notCalculable':
      return fr`${FRENCH_FIGURES[advice.figures]} ne sont pas calculables : ils ne figurent pas dans le courrier.`;
    case 'noLack':
      return fr`Aucune insuffisance au ${formatDate(advice.date, 'fr')} : ce courrier n'est pas justifié par ces chiffres.`;
    case 'noExcess':
      return fr`Aucun dépassement au ${formatDate(advice.date, 'fr')} : la suspension n'est pas justifiée par ces chiffres.`;
    case 'notBlocking':
      return fr`Le dépassement au ${formatDate(advice.date, 'fr')} (${lacksInFrench(advice.excesses)}) est dans la tolérance de la convention, ou son plafond n'est pas bloquant : la suspension n'est pas justifiée par ces chiffres.`;
    case 'nothingLeft':
      return fr`Aucun crédit non consommé au ${formatDate(advice.date, 'fr')}.`;
    case 'notBegun':
      return fr`L'exercice ${String(advice.year)} n'a pas commencé au ${formatDate(advice.date, 'fr')} : ces chiffres ne montrent pas encore de crédits non consommés.`;
    case 'noGiver':
      return fr`Aucune enveloppe ne peut couvrir seule ce qui manque : indiquez l'objet de la demande.`;
    case 'notAsked':
      return fr`Le courrier ne demande pas ${lacksInFrench(advice.lacks)} : aucune enveloppe ne peut couvrir seule un tel montant, déduction faite des autres redéploiements.`;
    case 'noConsent':
      return freeInFrench(advice);
    case 'wholeLacks':
      return fr`Il manque ${lacksInFrench(advice.lacks)} : aucun redéploiement entre enveloppes ne peut le couvrir, demandez un avenant.`;
    case 'partsLack':
      return fr`Il manque ${lacksInFrench(advice.lacks)}, ce que le courrier ne demande pas : informez le délégant de cette insuffisance.`;
    case 'formerLacks':
      return fr`Crédits de ${String(advice.year)} : il manque ${lacksInFrench(advice.lacks)}, ce que ce courrier n'indique pas. Si le délégant ne le sait pas, informez-le par un courrier arrêté au 31/12/${String(advice.year)}.`;
    case 'partsUnknown':
      return partsUnknownInFrench(advice);
    case 'notInformed':
      return fr`Le courrier se réfère à un précédent courrier, dont la date n'est pas inscrite : informez d'abord le délégant de l'insuffisance, ou inscrivez cette date dans « Fait le » (ENV_Obligations).`;
    case 'noAmendment':
      return fr`Aucun avenant d'ENV_Mouvements n'est en vigueur à cette date.`;
    case 'otherAmendments':
      return othersInFrench(advice);
    case 'noEffect':
      return fr`Le préavis expirerait le ${formatDate(advice.notice, 'fr')}, après le terme du ${formatDate(advice.end, 'fr')} : la résiliation serait sans effet.`;
    case 'signatory':
      return fr`Le signataire est l'un des chefs de service qui ont signé la convention, ou son délégataire.`;
    case 'indicators':
      return fr`${counted(advice.count, 'indicateur reste', 'indicateurs restent')} à saisir dans ENV_Indicateurs.`;
    case 'milestones':
      return fr`${counted(advice.count, 'jalon est', 'jalons sont')} à préciser dans ENV_Jalons : enveloppe inconnue, ou date qui n'est pas un jour.`;
    case 'printedArea':
      return fr`La zone d'impression ${advice.printed} ne contient plus tout le document : étendez-la à ${advice.needed}.`;
    case 'rowsMoved':
      return rowsMovedInFrench(advice);
    case 'typedOver':
      return typedOverInFrench(advice);
    case 'notCopied':
      return fr`N'est pas repris dans la copie : ${cellsInFrench(advice)}. Recopiez-le dans la copie si elle doit le garder.`;
    case 'staysBeside':
      return besideInFrench(advice);
    case 'attachedStays':
      return attachedInFrench(advice);
  }
}

function inEnglish(advice: WriterAdvice): string {
  switch (advice.code) {
    case 'cause':
      return en`Complete the letter: type the cause, the terms and the reason in the blank rows under the paragraphs.`;
    case 'notCalculable':
      return en`The ${ENGLISH_FIGURES[advice.figures]} cannot be calculated: the letter does not give them.`;
    case 'noLack':
      return en`No insufficiency on ${formatDate(advice.date, 'en')}: these figures do not justify this letter.`;
    case 'noExcess':
      return en`Nothing exceeded on ${formatDate(advice.date, 'en')}: these figures do not justify a suspension.`;
    case 'notBlocking':
      return en`The excess on ${formatDate(advice.date, 'en')} (${lacksInEnglish(advice.excesses)}) is within what the convention tolerates, or its ceiling does not block: these figures do not justify a suspension.`;
    case 'nothingLeft':
      return en`No unspent credits on ${formatDate(advice.date, 'en')}.`;
    case 'notBegun':
      return en`The ${String(advice.year)} credit year has not begun on ${formatDate(advice.date, 'en')}: these figures do not show unspent credits yet.`;
    case 'noGiver':
      return en`No envelope can cover alone what is missing: state the object of the request.`;
    case 'notAsked':
      return en`The letter does not ask for ${lacksInEnglish(advice.lacks)}: no envelope can cover such an amount alone, less the other transfers.`;
    case 'noConsent':
      return freeInEnglish(advice);
    case 'wholeLacks':
      return en`Lacking: ${lacksInEnglish(advice.lacks)}. No transfer between envelopes can cover it: ask for an amendment.`;
    case 'partsLack':
      return en`Lacking: ${lacksInEnglish(advice.lacks)}, which the letter does not ask for: inform the délégant of this insufficiency.`;
    case 'formerLacks':
      return en`Credits of ${String(advice.year)}: lacking ${lacksInEnglish(advice.lacks)}, which this letter does not state. If the délégant does not know, send a letter as of 31 Dec ${String(advice.year)}.`;
    case 'partsUnknown':
      return partsUnknownInEnglish(advice);
    case 'notInformed':
      return en`The letter refers to an earlier letter whose date is not entered: first inform the délégant of the insufficiency, or enter that date in “Fait le” (ENV_Obligations).`;
    case 'noAmendment':
      return en`No amendment of ENV_Mouvements is in force at this date.`;
    case 'otherAmendments':
      return othersInEnglish(advice);
    case 'noEffect':
      return en`The notice would end on ${formatDate(advice.notice, 'en')}, after the term of ${formatDate(advice.end, 'en')}: the termination would have no effect.`;
    case 'signatory':
      return en`The signatory is one of the heads of service who signed the convention, or a delegate.`;
    case 'indicators':
      return en`${String(advice.count)} ${advice.count === 1 ? 'indicator has' : 'indicators have'} no value in ENV_Indicateurs yet.`;
    case 'milestones':
      return en`${String(advice.count)} ${advice.count === 1 ? 'milestone is' : 'milestones are'} unclear in ENV_Jalons: an unknown envelope, or a date that is not a day.`;
    case 'printedArea':
      return en`The print area ${advice.printed} no longer holds the whole document: extend it to ${advice.needed}.`;
    case 'rowsMoved':
      return rowsMovedInEnglish(advice);
    case 'typedOver':
      return typedOverInEnglish(advice);
    case 'notCopied':
      return en`Not in the copy: ${cellsInEnglish(advice)}. Copy it there if the copy is to keep it.`;
    case 'staysBeside':
      return besideInEnglish(advice);
    case 'attachedStays':
      return attachedInEnglish(advice);
  }
}

type RowsMoved = Extract<WriterAdvice, { readonly code: 'rowsMoved' }>;

function rowsMovedInFrench(advice: RowsMoved): string {
  const { by, from, to, others } = advice;
  const user =
    'name' in by
      ? fr`Le nom défini « ${by.name} »`
      : 'what' in by
        ? FRENCH_USERS[by.what](by)
        : fr`La formule ${by.cell} de la feuille « ${by.sheet} »`;
  const place = to === null ? fr`dont la ligne disparaît` : fr`dont le contenu passe en ${to}`;
  const more =
    others === 0 ? '' : fr` ; ${counted(others, 'autre référence est', 'autres références sont')} dans ce cas`;
  return fr`${user} utilise ${from}, ${place}${more}. Corrigez ${others === 0 ? fr`cette référence` : fr`ces références`} après l'écriture.`;
}

function rowsMovedInEnglish(advice: RowsMoved): string {
  const { by, from, to, others } = advice;
  const user =
    'name' in by
      ? en`The defined name “${by.name}”`
      : 'what' in by
        ? ENGLISH_USERS[by.what](by)
        : en`The formula ${by.cell} of sheet “${by.sheet}”`;
  const place = to === null ? en`whose row goes away` : en`whose content moves to ${to}`;
  const more =
    others === 0
      ? ''
      : en`, and so ${others === 1 ? 'does 1 other reference' : `do ${String(others)} other references`}`;
  return en`${user} uses ${from}, ${place}${more}. Correct ${others === 0 ? 'this reference' : 'these references'} after the writing.`;
}

/** « 10,00 € d'AE pour PDE et 5,00 € de CP pour SF ». */
function lacksInFrench(lacks: readonly Lack[]): string {
  const each = lacks.map(({ envelope, part, nature, cents }) => {
    const whose = part ? fr`le ${part.part} ${part.value}` : (envelope ?? fr`l'ensemble de la convention`);
    return fr`${formatAmount(cents, 'fr')} ${nature === 'AE' ? fr`d'AE` : fr`de CP`} pour ${whose}`;
  });
  return allOf(each, 'fr');
}

function lacksInEnglish(lacks: readonly Lack[]): string {
  const each = lacks.map(
    ({ envelope, part, nature, cents }) =>
      en`${formatAmount(cents, 'en')} of ${nature} for ${part ? partInEnglish(part) : (envelope ?? en`the whole convention`)}`,
  );
  return allOf(each, 'en');
}

function partInEnglish({ part, value }: NamedPart): string {
  return en`${part} ${value}`;
}

type PartsUnknown = Extract<WriterAdvice, { readonly code: 'partsUnknown' }>;

/** « Les chiffres d'AE du programme 0103 et de CP du titre 3 ne sont pas calculables ». */
function partsUnknownInFrench({ parts }: PartsUnknown): string {
  const each = parts.map(
    ({ part, value, nature }) => fr`${nature === 'AE' ? fr`d'AE` : fr`de CP`} du ${part} ${value}`,
  );
  return fr`Les chiffres ${allOf(each, 'fr')} ne sont pas calculables : le courrier n'en tient pas compte.`;
}

function partsUnknownInEnglish({ parts }: PartsUnknown): string {
  const each = parts.map((part) => en`of ${part.nature} of ${partInEnglish(part)}`);
  return en`The figures ${allOf(each, 'en')} cannot be calculated: the letter leaves them out.`;
}

type FreeTransferAdvice = Extract<WriterAdvice, { readonly code: 'noConsent' }>;

function freeInFrench({ giver, receiver, nature, cents, article }: FreeTransferAdvice): string {
  const amount = fr`${formatAmount(cents, 'fr')} ${nature === 'AE' ? fr`d'AE` : fr`de CP`}`;
  const stated = article === '' ? '' : fr` (${article})`;
  return fr`Redéploiement de ${amount} de ${giver} vers ${receiver} : la convention le permet sans accord préalable${stated}. Inscrivez-le dans ENV_Mouvements.`;
}

function freeInEnglish({ giver, receiver, nature, cents, article }: FreeTransferAdvice): string {
  const amount = en`${formatAmount(cents, 'en')} of ${nature}`;
  const stated = article === '' ? '' : en` (${article})`;
  return en`Transfer of ${amount} from ${giver} to ${receiver}: the convention allows it without prior consent${stated}. Enter it in ENV_Mouvements.`;
}

function attachedInFrench({ kind, cell, to, others }: AttachedStays): string {
  const row = to === null ? fr`dont la ligne disparaît` : fr`dont la ligne passe en ${to}`;
  const more = others === 0 ? '' : fr` ; ${counted(others, 'autre est', 'autres sont')} dans ce cas`;
  return fr`${FRENCH_ATTACHED[kind]} ${cell}, ${row}, reste à son adresse${more}. Déplacez-${others === 0 ? 'la' : 'les'} ou supprimez-${others === 0 ? 'la' : 'les'} après l'écriture.`;
}

function besideInFrench({ cells, others }: StaysBeside): string {
  const rowOf = (label: string | null): string => (label === null ? fr`une ligne vide` : fr`« ${label} »`);
  const named = cells.map(({ cell, former, now }) => fr`${cell}, de ${rowOf(former)} à ${rowOf(now)}`).join(' ; ');
  const more = others === 0 ? '' : fr` ; et ${counted(others, 'autre cellule', 'autres cellules')}`;
  return fr`Reste à son adresse alors que sa ligne change : ${named}${more}. Après l'écriture, déplacez ce qui doit suivre sa ligne.`;
}

function besideInEnglish({ cells, others }: StaysBeside): string {
  const rowOf = (label: string | null): string => (label === null ? en`a blank row` : en`“${label}”`);
  const named = cells.map(({ cell, former, now }) => en`${cell}, from ${rowOf(former)} to ${rowOf(now)}`).join('; ');
  const more = others === 0 ? '' : en`; and ${formatCount(others, 'en')} more`;
  return en`Stays at its address while its row changes: ${named}${more}. After the writing, move what should follow its row.`;
}

function cellsInFrench({ cells, others }: TypedOver): string {
  const named = cells.map(({ cell, content }) => fr`${cell} « ${quoted(content, 'fr')} »`).join(', ');
  return others === 0 ? named : fr`${named} et ${counted(others, 'autre cellule', 'autres cellules')}`;
}

function attachedInEnglish({ kind, cell, to, others }: AttachedStays): string {
  const row = to === null ? en`whose row goes away` : en`whose row moves to ${to}`;
  const more = others === 0 ? '' : en`, and so ${others === 1 ? 'does 1 other' : `do ${String(others)} others`}`;
  return en`${ENGLISH_ATTACHED[kind]} ${cell}, ${row}, stays at its address${more}. Move ${others === 0 ? 'it' : 'them'} or delete ${others === 0 ? 'it' : 'them'} after the writing.`;
}

function cellsInEnglish({ cells, others }: TypedOver): string {
  const named = cells.map(({ cell, content }) => en`${cell} “${quoted(content, 'en')}”`).join(', ');
  return others === 0 ? named : en`${named} and ${formatCount(others, 'en')} more`;
}

function typedOverInFrench(advice: TypedOver): string {
  return fr`Ce qui diffère du document et sera remplacé par son contenu : ${cellsInFrench(advice)}. Pour le garder, recopiez-le hors du document, ou dans une ligne laissée libre.`;
}

function typedOverInEnglish(advice: TypedOver): string {
  return en`Differs from the document, and will be replaced by its own content: ${cellsInEnglish(advice)}. To keep it, copy it outside the document, or to a row that is left free.`;
}

/** Characters of a quoted content: nothing else may have it once the document is written. */
const LONGEST_QUOTE = 400;

function quoted(content: CellValue, language: Language): string {
  const text = formatContent(content, language);
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

type OtherAmendments = WriterAdvice & { readonly code: 'otherAmendments' };

function othersInFrench({ references, dates }: OtherAmendments): string {
  const named = references.map((one) => (one === '' ? fr`un avenant sans référence` : fr`« ${one} »`));
  const days = dates.map((date) => formatDate(date, 'fr'));
  return fr`Le courrier ne transmet pas ${allOf(named, 'fr')}, de même date d'effet (${allOf(days, 'fr')}) : si c'est le même avenant, donnez la même référence à ses lignes dans ENV_Mouvements.`;
}

function othersInEnglish({ references, dates }: OtherAmendments): string {
  const named = references.map((one) => (one === '' ? 'an amendment without a reference' : `“${one}”`));
  const days = dates.map((date) => formatDate(date, 'en'));
  return en`The letter does not transmit ${allOf(named, 'en')}, in effect on the same day (${allOf(days, 'en')}): if it is one amendment, give its rows one reference in ENV_Mouvements.`;
}
