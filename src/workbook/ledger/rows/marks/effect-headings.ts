/**
 * Headings of columns about one thing: whether their row has an effect. « Annulé », « Date d'annulation », « EJ
 * actif », « Validé », « Hors convention », « À compter (O/N) ».
 */
import { comparable } from '../../../../domain/text';

/** The heading of such a column. */
export interface EffectHeading {
  /**
   * `words`: a status. `cancelled`, `pending`, `aside`: a mark takes the row out. `inForce`, `validated`, `counted`:
   * « Non » takes it out. `blocked`: a mark leaves its effect unknown, as the word does in a status; so do « Non » for
   * `acted`, « Accord DGE », and « Oui » or a cross for `provisional`, « Prévisionnel », where words are names.
   * `share`, « Quote-part », and `discount`, « Remise % »: a part of the whole leaves the amount in doubt, and so it does
   * for `aside` and `counted`. `planned`, « Réel/Prévu »: « Prévu » and P take it out. `paid`, « Payé », « Statut DP »:
   * « Non » and « En instance » deny the payment, as a cross does for `unpaid`, « Impayé ». `remark`: a cross or a day is
   * the remark that the heading is, « Sans suite », « À vérifier ». `chorus`: types of amounts, some of which are no
   * operations.
   */
  readonly by:
    | 'words'
    | 'cancelled'
    | 'pending'
    | 'blocked'
    | 'inForce'
    | 'validated'
    | 'acted'
    | 'provisional'
    | 'share'
    | 'discount'
    | 'planned'
    | 'paid'
    | 'unpaid'
    | 'aside'
    | 'counted'
    | 'remark'
    | 'chorus';
  /** « Montant annulé », « N° EJ annulé »: the amount, or the piece; « Motif du rejet », « Annulé par »: why, or who. */
  readonly about: 'amount' | 'reason' | null;
  /** 50 under it is 50 %. */
  readonly isInPercent?: true;
  /** The thing that a `remark` leaves in doubt; absent for the whole row, which may be out. */
  readonly leaves?: 'amount' | 'row';
  /** Nothing, or all, of a share leaves the amount in doubt too: « % DGEFP » 0, « % DITP » 100 %. */
  readonly outside?: 'none' | 'all';
}

const LONGEST_HEADING = 60;
const LONGEST_TITLE = 120;
const PLANNED = /(?:^| )(?:previsi|prevus?\b|prevues?\b|programmation|planifi|projetee?s?\b|estimati|forecast|a venir)/;
const STATUS: ReadonlySet<string> = new Set(['statut', 'etat', 'status', 'situation', 'stade', 'phase', 'avancement']);
const CANCELLED = /^(?:suppr|annul|abandon|rejet|extourn|storn|delet|cancel|inacti|desactiv)/;
const REVERSED = /\bcontre ?passee?s?\b/;
/** « Pièce en suspens », « Brouillon ». */
const PENDING = /^(?:suspens|brouillons?|draft|parked)$/;
/** « EJ bloqué », « Blocage ». */
const BLOCKED = /^(?:bloquee?s?|blocages?|blocked)$/;
/** « EJ actif », « En vigueur »: « Non » there cancels. */
const IN_FORCE = /^(?:acti(?:f|ve)s?|vigueur)$/;
/** « Validé », « Validation »: « Non » there is a draft. */
const VALIDATED = /^(?:validee?s?|validations?)$/;
/** « Signé », « Tranche affermie », « Accord DGE », « Saisi dans Chorus », and not « Accord-cadre ». */
const ACTED =
  /^(?:(?:ej|engagements?|commandes?|tranches?|to|depenses?|operations?|lignes?) )?(?:affermie?s?|affermissements?|fermes?(?<!tranches? fermes?)|signee?s?|signatures?|engagee?s?|notifiee?s?|notifications?|commandee?s?|visee?s?|approuvee?s?|approbations?|accords?(?! cadre)|accordee?s?|autorisee?s?|confirmee?s?|definiti(?:f|ve)s?|(?:certaine?|sure?|reel(?:le)?)s?$|bon pour accord|(?:(?:saisie?|creee?|integree?|enregistree?)s? )?(?:dans|sur|sous|en) chorus)\b/;
/** « Visa », « Feu vert », « Autorisation » of anybody, and not « Autorisation d'engagement », which is an amount. */
const AGREED =
  /^(?:visas?(?! (?:du |de la |des )?(?:sf|services?|factures?))|avals?|agrements?|acceptations?|acceptee?s?|consentements?|feux? verts?|autorisations?(?! d engagement)|favorables?|bon a engager|ok (?:d|c)[a-z]{2,9}|approvals?|approved|authori[sz](?:ed|ation)|accepted|agreed|clearances?|sign off|decisions?$|arbitrages?$)\b/;
/** « Avis du délégant », and not « Avis de publicité ». */
const OPINION =
  /^(?:avis|opinions?)(?! (?:d |de |des |au )?(?:appels?|marches?|publicite|publication|consultation|paiement|virement|attribution|preinformation|boamp|joue|reception|passage)\b)/;
/** « Réponse du délégant », « Décision de la DGEFP »; « Réponse à l'appel d'offres » is another. */
const ANSWERED =
  /^(?:reponses?|retours?|positions?|decisions?|arbitrages?)(?: prealables?| definiti(?:f|ve)s?)? (?:(?:du|de|la|l|des) )*(?:delegants?|delegataires?|dg[a-z]{1,4}|daf|dcb|drfip|dinum|ditp|cb[a-z]{1,2}|ministere|controleur|comptable|prescripteur|direction|secretariat|cabinet)\b/;
/** « Prévisionnel », « Suspendu »: « Projet » too, where a cross is no name. */
const PROVISIONAL =
  /^(?:ej |engagements? |commandes? )?(?:projets?|provisoires?|previsionnel(?:le)?s?|previsions?|prevue?s?|suspendue?s?|gele?e?s?|reportee?s?|en attente|a (?:confirmer|engager|signer|valider|notifier|venir))$/;
/** « Non validé », « Pas encore signé »: a cross there is « Non » under « Validé ». */
const NOT_ACTED =
  /^(?:non|pas)(?: encore)? (?:(?:valid|sign|notifi|command|engag|vis|approuv|accept|accord|confirm|autoris|affermi|saisi)e{0,2}s?)$/;
/** « Non payé », « Impayé », « Litige »; not « Non payé en 2022 », nor « À payer », which may be an order to pay. */
const UNPAID =
  /^(?:(?:cp|dp|factures?|paiements?) )?(?:(?:non|pas)(?: encore)? (?:pay|regl|mandat|vers|vir|liquid|decaiss)ee?s?|impayee?s?|(?:en )?litiges?)$/;
/** « Quotité », « Taux de prise en charge », « % convention »; « Taux » alone may be of a tax. */
const SHARE =
  /^(?:quotites?|quote parts?|prorata|taux (?:de |d )?(?:prise en charge|participation|financement|cofinancement|imputation|affectation|repartition|subvention)|(?:part|pourcentage|pct|taux) (?:de |d |sur )?(?:la |l )?(?:convention|delegation|enveloppe|pde|sf))\b/;
/** « Remise % », « Taux de remise »; « Remise » may hold percentages too. « Remise du rapport » is another. */
const DISCOUNT =
  /^(?:(?:taux|pourcentage|pct) (?:de |d |du |des )?)?(?:remises?|rabais|ristournes?|escomptes?|discounts?)(?: (?:commerciales?|accordee?s?|consenties?|obtenues?|fournisseurs?|negociee?s?|appliquee?s?|en pourcentage|en pct))?$/;
/** « Réel/Prévu », « Prévisionnel ou définitif », « R/P ». */
const REAL =
  '(?:reel(?:le)?s?|realise(?:e|s|es)?|realisations?|definiti(?:f|ve)s?|execut(?:ee?s?|ions?)|effecti(?:f|ve)s?|constatee?s?|engagee?s?|fermes?|certaine?s?)';
const PROVIDED =
  '(?:prevue?s?|prev|previsionnel(?:le)?s?|previsions?|estim(?:ee?s?|ations?|atifs?)|budget(?:ee?s?)?|provisoires?|projet(?:ee?)?s?|programmee?s?|theoriques?)';
const OPPOSED = new RegExp(
  `^(?:(?:statut|type|nature|etat|caractere) )?(?:${REAL} (?:(?:ou|vs|et) )?${PROVIDED}|${PROVIDED} (?:(?:ou|vs|et) )?${REAL}|[rd](?: ou)? [pe]|[pe](?: ou)? [rd])$`,
);
/** « Prévu », « P », « Estimation » there. */
const OF_A_PLAN =
  /^(?:[pebn]|prev(?:u[a-z]{0,2}|is[a-z]{0,9})?|estim[a-z]{0,6}|provis[a-z]{0,5}|budget[a-z]{0,3}|projet[a-z]{0,3}|programm[a-z]{0,6}|theorique|non|a venir)$/;
/** « Payé ? », « Facture payée », « Paiement effectué », « État du paiement », « Réalisé ? ». */
const PAID =
  /^(?:ok|bon) (?:pour |au |a |du )*(?:paiement|payer|reglement|virement|mandatement|dp)$|^bap$|^(?:(?:est|deja|ej|dp|factures?|mandats?) )*(?:(?:pay|regl|vers|vir|mandat|decaiss|acquitt)ee?s?)$|^dp$|^(?:(?:est|deja) )*(?:(?:realis|effectu|execut)ee?s?|faite?s?)$|^(?:sf|services? faits?)(?: (?:constat|certifi|valid)ee?s?)?$|^(?:(?:paiements?|reglements?|virements?|versements?|mandatements?)(?: (?:dp|effectuee?s?|realisee?s?|faits?|ok|chorus))*)$|^(?:statut|etat|status|situation|stade|phase|avancement|suivi)s? (?:(?:de|du|des|d|la|l|le) )*(?:dp|demandes?(?: de)? paiements?|paiements?|factures?|reglements?|mandats?|mandatements?|virements?|liquidations?)$/;
/** « Visa requis », « Avis obligatoire »: whether one is needed, and not whether it is given. */
const NEEDED = /^(?:requi(?:s|se|ses)|necessaires?|obligatoires?|exigee?s?|applicables?)$/;
/** « Doublon vérifié », « Contrôle des doublons »: a check, and not a duplicate. */
const CHECKED = /^(?:verifi|control|recherch|dedoublonn)/;
const DUPLICATE = /^(?:doublons?|duplicates?)$/;
const AMOUNT = /^(?:montants?|mt|mnt|eur|euros?|n|no|nr|num|numero|pieces?|pce|documents?|doc|qte|quantite)$/;
const REASON = /^(?:motifs?|raisons?|comment[a-z]{0,10}|libelle|texte|auteur|utilisateur|par)$/;
const INDICATOR = /^(?:indicateur|indic|ind|temoin|marque|flag|top)$/;
/** Words of the row itself, beside « annulé »: « Rejeté » may be its payment. */
const OF_ROW =
  /^(?:suppr[a-z]*|annul[a-z]*|abandon[a-z]*|cancel[a-z]*|ej|engagements?|juridiques?|lignes?|operations?|commandes?|bc|la|l|d|de|du|est|indicateur|ind|top)$/;
/** « Annulé (O/N) ». */
const YES_OR_NO = /\b(?:o ?\/ ?n|oui ?\/ ?non|y ?\/ ?n|0 ?\/ ?1)\b/;
const ASIDE =
  /\bhors (?:de la )?(?:conventions?|conv|perimetre|delegation|dispositif|champ|suivi|bilan|budget|calcul|enveloppes?|total|cadre)\b|\b(?:exclue?s?|exclure|exclusion|ignorer|ignoree?s?|doublons?|neutralisee?s?|neutraliser|excluded?|duplicates?)\b|\bne (?:pas|plus) (?:en )?(?:compter|tenir compte|prendre|imputer|retenir|comptabiliser)\b|\bnon (?:comptee?|comptabilisee?|eligible|imputable|retenue?|pris)s?\b|\bpour memoire\b|\b(?:retiree?|sortie?|enlevee?)s? (?:de|du|des)\b|\ba (?:retirer|supprimer|enlever|sortir|effacer)\b|\bne (?:concerne(?:nt)?|releve(?:nt)?|compte(?:nt)?|depend(?:ent)?|rentre(?:nt)?) pas\b|\bpas (?:dans|de) (?:la |notre |cette )?convention\b|\bautre convention\b|\breportee?s? (?:en|a|au|sur)\b/;
/** « Formation reportée au 12 juin »: of the same year, unless another one is given. */
const WITHIN_YEAR =
  /\breportee?s? (?:en|a|au|sur) (?:(?:mois de|debut|fin|mi) )?(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b/;
const YEAR = /\b20\d\d\b/;
/** A cross, or « Oui »: where other words are names. */
const MARK = /^(?:x{1,3}|oui|o|yes|y|vrai|true|ok|1|[✓✔☑☒✗✘×●■])$/;
const COUNTED =
  /\b(?:a|a prendre|pris|prise) (?:en compte|compter|comptabiliser|inclure|imputer)\b|^(?:est )?(?:comptee?|comptabilisee?|retenue?|incluse?|included|counted|eligible|imputable)s?(?: (?:au|dans|a|sur)(?: la| le| l)? (?:bilan|conventions?|suivi|calcul|total|delegation|enveloppe))?$/;

/** The meaning of the cells under a heading; null for a heading about anything else. */
export function effectOfHeading(heading: string): EffectHeading | null {
  const words = wordsOf(heading);
  const by = byOf(words);
  if (by === null || (by === 'unpaid' && /\d/.test(heading))) return null;
  const about = words.some((word) => INDICATOR.test(word)) ? null : aboutOf(words);
  return { by, about: by === 'pending' && about === 'amount' ? null : about }; // « Pièce en suspens » is about the row
}

/** True for « Annulé », « EJ supprimé (O/N) »: « Oui », or a mark, cancels the row itself. */
export function cancelsRow(heading: string): boolean {
  const known = CANCELLING.get(heading);
  if (known !== undefined) return known;
  const words = wordsOf(heading);
  const cancels = words.some((word) => CANCELLED.test(word)) && words.every((word) => OF_ROW.test(word));
  if (CANCELLING.size >= MOST_KNOWN) CANCELLING.clear();
  CANCELLING.set(heading, cancels);
  return cancels;
}

/** Asked again for each row under one heading. */
const CANCELLING = new Map<string, boolean>();
const MOST_KNOWN = 1000;

/** True for an answer that ticks: « Oui », « X », « ✓ ». */
export function isTicked(answer: string): boolean {
  return MARK.test(answer);
}

/** True for « Prévu », « P » under « Réel/Prévu ». */
export function isOfAPlan(answer: string): boolean {
  return OF_A_PLAN.test(answer);
}

/** True for « Avis de publicité », whose words may be a status: it asks for no agreement. */
export function namesNotice(heading: string): boolean {
  return wordsOf(heading)[0] === 'avis';
}

/** True for « Hors convention », « À exclure du bilan », « Ne pas compter ». */
export function setsAside(text: string): boolean {
  const words = wordsOf(text).join(' ');
  return ASIDE.test(YEAR.test(text) ? words : words.replace(WITHIN_YEAR, ' '));
}

/** True for a title or the name of a sheet that announces what is not done yet: « Engagements prévisionnels ». */
export function namesAPlan(text: string): boolean {
  return PLANNED.test(comparable(text.slice(0, LONGEST_TITLE)));
}

function wordsOf(heading: string): readonly string[] {
  if (heading.length > LONGEST_HEADING) return [];
  return comparable(heading)
    .replace(YES_OR_NO, ' ')
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

function byOf(words: readonly string[]): EffectHeading['by'] | null {
  const text = words.join(' ');
  if (words.some((word) => DUPLICATE.test(word)) && words.some((word) => CHECKED.test(word))) return null;
  if (words.some((word) => NEEDED.test(word)) && [AGREED, OPINION, ACTED].some((act) => act.test(text))) return null;
  if (NOT_ACTED.test(text)) return 'provisional';
  if (UNPAID.test(text)) return 'unpaid';
  if (words.some((word) => CANCELLED.test(word)) || REVERSED.test(text)) return 'cancelled';
  if (words.some((word) => PENDING.test(word))) return 'pending';
  if (words.some((word) => BLOCKED.test(word))) return 'blocked';
  if (words.some((word) => IN_FORCE.test(word))) return 'inForce';
  if (words.some((word) => VALIDATED.test(word)) && aboutOf(words) !== 'amount') return 'validated';
  if (PAID.test(text)) return 'paid';
  if (OPPOSED.test(text)) return 'planned';
  if (STATUS.has(words[0] ?? '')) return 'words';
  if (ASIDE.test(text)) return 'aside';
  if (PROVISIONAL.test(text)) return 'provisional';
  if ([ACTED, AGREED, OPINION, ANSWERED].some((act) => act.test(text))) return 'acted';
  if (SHARE.test(text)) return 'share';
  if (DISCOUNT.test(text)) return 'discount';
  return COUNTED.test(text) ? 'counted' : null;
}

function aboutOf(words: readonly string[]): EffectHeading['about'] {
  if (words.some((word) => AMOUNT.test(word))) return 'amount';
  return words.some((word) => REASON.test(word)) ? 'reason' : null;
}
