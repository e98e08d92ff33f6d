/**
 * The words under « Autorisé par » and « Référence » of a movement, and under « Base du recyclage d'AE »: they name an
 * authority or a text, or none, « Néant », or they are a refusal, a wait or a doubt: « Refusé par la DGEFP », « À
 * demander », « DGEFP ? ». The last clause that decides wins: « Refusé le 3 mars, accordé le 12 ». Words that are not
 * understood name somebody.
 */
import type { AuthorityPart, NoAuthority } from '../../domain/envelopes/convention';
import { comparable } from '../../domain/text';
import { meansNothing } from '../ledger/read-cells';
import { isNotAgreed } from '../ledger/rows/marks/effect-marks';
import { NEGATIONS, roleOf, wordsOf } from '../ledger/rows/status-roles';
import { statusOfWords } from '../ledger/rows/status-words';

const LONGEST = 200;
const MOST_CLAUSES = 12;
const CLAUSE = /[:;,()\n\r]|\s[-–—/]\s/;
const ASKED = /\?\s*$/;
const TO_DO =
  'obtenir|demander|confirmer|valider|signer|solliciter|recueillir|relancer|preciser|completer|renseigner|venir|voir|definir|determiner|formaliser|regulariser|prendre|publier|saisir';
/** « À obtenir », « Accord à demander à la DGEFP ». */
const STILL_TO_DO = new RegExp(`\\ba (?:${TO_DO})(?=$| (?:par|aupres|au|a|avec|d|de|du|dans|avant|en|le|la)\\b)`);
const WAITING =
  /^(?:(?:toujours |encore )?en (?:attente|cours|instance|suspens|instruction|discussion|negociation)|(?:dans l )?attente|tbc|tbd|to be|awaiting|inconnue?s?|faux|false|no)(?:$| (?!\d|objection))/;
/** « Demandé à la DGEFP », « Sollicité auprès du délégant »; « Demande n° 3 » may be what was granted. */
const ASKED_FOR =
  /^(?:demandee?s?|sollicitee?s?|saisine) (?:a|au|aux|aupres|envoyee?s?|transmise?s?|faite?s?|adressee?s?|deposee?s?|effectuee?s?|en cours)\b/;
/** « Courriel envoyé le 3 mars »: by who asks. */
const SENT = /^(?:courriels?|mails?|courriers?|lettres?|messages?|relances?|notes?) (?:envoye|transmis|adress|parti)/;
/** « Aucun accord », « Sans réponse », « Défaut d'autorisation ». */
const WITHOUT =
  /^(?:aucune?|sans|pas d|pas de|absence d|absence de|defaut d|defaut de) (?:accord|autorisation|reponse|retour|validation|visa|avis|signature|suite)/;
/** « Accord non donné », « n'a pas encore répondu »; « Note non datée » is one. */
const NEGATED =
  /\b(?:non|pas|jamais|not)(?: (?:encore|ete|pu|d|de|l|le|la|eu|yet|been)){0,4} (?:autori[sz]|accord|valid|donn|obten|recue?s?\b|approuv|approv|accept|favorab|repon|notifi|communiqu|transmis|formalis|confirm|tranch|statu|grant|receiv)/;
/** « Avenant non signé », « not signed yet », « unsigned »; « Courrier non signalé » is one. */
const UNSIGNED =
  /\b(?:(?:non|pas|jamais|not|sans)(?: (?:encore|ete|pu|d|de|l|le|la|yet|been)){0,4} (?:contre)?sign(?:ee?s?|ed|ature)|(?:etre|sera|seront|be) (?:contre)?sign(?:ee?s?|ed)|unsigned)\b/;
/** « À la signature », « Transmis pour visa », « En circuit », « Au parapheur », « Chez le CBCM », « Accord attendu ». */
const ON_ITS_WAY =
  /\b(?:(?:a la|en|pour|au|avant|attente d[eu]?|cours d[eu]?) (?:(?:la |de )?(?:contre ?)?signatures?(?! (?:electronique|du|des deux|le) ?\d?)|visas?|validation|approbation)|en circuit|parapheurs?(?! (?:n |no |numero )?\d)|attendue?s?|pending|awaiting|expected|(?:a|pour) (?:signer|viser))\b|^(?:(?:parti|encore|toujours|actuellement|transmis|bloque) )?chez (?:le|la|les|l)\b/;
/** « Projet d'avenant n° 1 », « Version provisoire », « draft amendment »; « Projet 2023-12 » may be one. */
const DRAFT =
  /\bprojets? (?:de |d |du )(?:l )?(?:avenant|amendement|arrete|decret|decision|convention|accord|lettre|courrier|note|protocole|texte)|\b(?:versions?|avenants?|decisions?) (?:provisoires?|de travail|projet)\b|^provisoire$|\b(?:draft|brouillon)\b|^(?:hypothese|scenario)|^demandes? d avenant/;
/** « Avenant envisagé »; « redéploiement prévu à l'article 1.2 » is one. */
const PLANNED = /\b(?:prevu|envisage|projete|propose|planned|proposed)e?s?\b(?! (?:a|par|au|aux|dans|article|art)\b)/;
/** « Avenant n° 2 abandonné »; « Note n° 3, annule et remplace », « Crédits annulés » are none. */
const GIVEN_UP =
  /^(?:(?:avenants?|amendments?|decisions?|accords?|autorisations?|projets?|notes?|courriers?|lettres?|virements?|redeploiements?|reports?|gels?) )?(?:(?:n|no|du|de|modificatif|\d{1,4}) ){0,6}(?:abandonnee?s?|annulee?s?|retiree?s?|caduc|caduque|cancell?ed|withdrawn)\b(?! (?:et|la|les|l|le (?!\d))\b)/;
/** « Signé le 12/05 »; « Doit être signé » is not. */
const SIGNED = /\b(?:signee?s?|signed|notifiee?s?|contresignee?s?)\b/;
const TO_BE = /\b(?:etre|sera|seront|devra|doit|non|pas|jamais|not|sans|be|partiellement)\b/;
/** « Prévu par la convention, art. 1.2 »; « En attente de publication » is of what was signed. */
const IN_FORCE =
  /^(?:prevue?s? (?:a|par|au|aux|dans|article|art)|(?:et )?en (?:attente|cours) (?:de |d )(?:publication|execution))\b/;
/** « Décret portant annulation de crédits », « Crédits annulés par décret »: texts, wherever they are written. */
const TEXT = /^(?:decrets?|arretes?|lois?|lf[ir]|circulaires?|credits?)\b/;
/** « Non », « Pas encore », « Non requis »; not « Pas d'objection », nor the number « NON-12 ». */
const NO =
  /^(?:non|pas|jamais|not|unauthori[sz]ed|declined|denied)\b(?! (?:d |de )?(?:objection|opposition|obstacle|observation|remarque|calais|difficulte|\d))/;
const NUMBERED = /^non? \d/;
const OPPOSED = /^(?:veto|opposition)\b|\bs oppose\b|\bopposee?s? a\b/;
const GRANTED =
  /^(?:(?:puis|finalement|et|enfin|mais) )?(?:accord|autori[sz]|accept|valid|approuv|approb|approv|(?:avis )?favorable|confirm|sign|oui|ok)/;
/** « Demande acceptée »; « Demande d'autorisation » is not. */
const ACCEPTED = /\b(?:accept|accord|valid|approuv|autoris|sign|confirm)ee?s?\b/;
/** « Demande du 3 mars » after who answers it. */
const OF_REQUEST = /^demandes? (?:n|no|du|de|des|d)\b/;
const TITLE = /^(?:mm?|mmes?|mr|mrs|ms|mlle|dr|pr|me|maitre|monsieur|madame)$/;
/** « Accord après refus », « malgré le rejet », « bureau des refus ». */
const ANOTHER = /^(?:apres|suite|malgre|levee?|bureau|service|pole|cellule)$/;
const SETTLED_LATER = /^(?:puis|levee?s?|accord|accept|autoris|obtenu|revu|remplac|favorabl|annul)/;
const REFUSAL = /^(?:refus|rejet|reject|defavorabl)/;

/** A formula over a blank cell gives 0, which is nobody and no text; an author has a letter. */
const NAMING: Readonly<Record<AuthorityPart, RegExp>> = { authorisedBy: /\p{L}/u, reference: /[\p{L}1-9]/u };

/** The reason why words name no author, or are no reference; null when they name one, or are blank. */
export function noAuthorityIn(text: string, part: AuthorityPart): NoAuthority | null {
  const whole = text.slice(0, LONGEST).trim();
  if (whole === '') return null;
  if (meansNothing(whole) || !NAMING[part].test(whole)) return 'none';
  if (ASKED.test(whole)) return 'refused';
  let isRefused = false;
  for (const [at, clause] of whole.split(CLAUSE, MOST_CLAUSES).entries()) {
    const words = plain(clause);
    if (words === '') continue;
    if (isDenial(clause, words, part, at === 0)) isRefused = true;
    else if (GRANTED.test(words)) isRefused = false;
  }
  return isRefused ? 'refused' : null;
}

/** The words of a movement that name no author, or are no reference, each with its reason. */
export function notNamedIn(words: Readonly<Record<AuthorityPart, string>>): {
  readonly notNamed?: Readonly<Partial<Record<AuthorityPart, NoAuthority>>>;
} {
  const found = (['authorisedBy', 'reference'] as const).flatMap((part) => {
    const instead = noAuthorityIn(words[part], part);
    return instead === null ? [] : [[part, instead] as const];
  });
  return found.length === 0 ? {} : { notNamed: Object.fromEntries(found) };
}

function isDenial(clause: string, words: string, column: AuthorityPart, isFirst: boolean): boolean {
  if (IN_FORCE.test(words)) return false;
  const part = TEXT.test(words) ? 'reference' : column;
  if (WITHOUT.test(words) || NEGATED.test(words) || WAITING.test(words) || ASKED_FOR.test(words)) return true;
  if (STILL_TO_DO.test(words) || OPPOSED.test(words) || refuses(clause, part)) return true;
  if (part === 'authorisedBy' && SENT.test(words)) return true;
  const { status } = statusOfWords(clause);
  if ((status === 'cancelled' && !TEXT.test(words)) || GIVEN_UP.test(words) || isUnsigned(words)) return true;
  if (part === 'reference' && /\d/.test(clause)) return false; // « Demande n° 3 », « Projet 2023-12 »
  if (NO.test(words)) return true;
  if (NUMBERED.test(words)) return false;
  if (ACCEPTED.test(words) || (!isFirst && OF_REQUEST.test(words))) return false;
  return status === 'project' || isNotAgreed(clause, 'acted');
}

/** True for a draft, or for what is still to be signed, whatever its number. */
function isUnsigned(words: string): boolean {
  if (UNSIGNED.test(words)) return true;
  if (SIGNED.test(words) && !TO_BE.test(words)) return false;
  return ON_ITS_WAY.test(words) || DRAFT.test(words) || PLANNED.test(words);
}

/** « La DGEFP a refusé », « Autorisation rejetée »; not « M. Refuse », « après refus », « Refusé puis accordé ». */
function refuses(clause: string, part: AuthorityPart): boolean {
  const words = wordsOf(clause);
  return words.some((word, at) => {
    const isOne = part === 'reference' ? REFUSAL.test(word) : roleOf(word) === 'drops';
    const before = words.slice(Math.max(0, at - 2), at);
    if (!isOne || TITLE.test(words[at - 1] ?? '') || before.some((one) => ANOTHER.test(one) || NEGATIONS.has(one)))
      return false;
    return !words.slice(at + 1).some((one) => SETTLED_LATER.test(one));
  });
}

/** The words of a clause, without case, accents or signs. */
function plain(clause: string): string {
  return comparable(clause)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
