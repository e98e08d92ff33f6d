/**
 * French words of the letters to the délégant and to the CBCM. They are signed and sent: a paragraph whose figure is
 * nil is left out, and the advice to the writer is on the control page.
 */
import type { NamedPart } from '../../domain/envelopes/allowances/allowances';
import type { Nature } from '../../domain/money/nature';
import type { NoticeKind } from '../../workbook/document-names';
import { COMMON } from '../fr/common';
import { fr } from '../typography';

/** An amount of each nature, as written; absent when nil. */
export type AmountTexts = Readonly<Partial<Record<Nature, string>>>;

/** The credits that a sentence names: envelopes by their labels, then programmes and titres. */
export interface NamedCredits {
  readonly envelopes: readonly string[];
  readonly parts: readonly NamedPart[];
}

/** An amendment as a letter names it: by its number, else by its reference, which may be empty. */
export interface AmendmentName {
  readonly number: string | null;
  readonly reference: string;
}

const NUMBERS = ['trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'];

export const NOTICE_WORDS = {
  nearTo: (town: string): string => (town === '' ? fr`Le :` : fr`${town}, le :`),
  ourReference: fr`Nos réf. :`,
  followedBy: (texts: readonly string[]): string => fr`Affaire suivie par : ${texts.join(', ')}`,
  fromTo: (from: string, to: string): string => fr`${capitalised(from)} ${toWhom(to)}`,
  note: (to: string): string => fr`Note à l'attention ${ofWhom(to)}`,
  subject: (subject: string): string => fr`Objet : ${subject}`,
  reference: (convention: string): string => fr`Réf. : ${convention}`,
  decree: { 4: fr`décret n° 2004-1085, art. 4`, 5: fr`décret n° 2004-1085 du 14 octobre 2004 modifié, art. 5` },
  enclosed: (what: string): string => fr`P. J. : ${what}`,
  situation: (date: string): string => fr`situation des crédits au ${date}`,
  greeting: (greeting: string): string => fr`${greeting === '' ? fr`Madame, Monsieur` : greeting},`,
  courtesy: (greeting: string): string =>
    fr`Je vous prie d'agréer, ${greeting === '' ? fr`Madame, Monsieur` : greeting}, l'expression de ma considération distinguée.`,
  copy: (comptrollers: readonly string[]): string => fr`Copie : ${comptrollers.join(fr` ; `)}`,
  comptroller: { delegant: fr`CBCM du délégant`, delegate: fr`CBCM du délégataire` },

  subjects: {
    insuffisance: (envelopes: string): string =>
      fr`Insuffisance des crédits${envelopes === '' ? '' : fr` – ${envelopes}`}`,
    suspension: (): string => fr`Suspension de l'exécution de la délégation`,
    'non-consommes': (_: string, year: number): string => fr`Crédits non consommés – exercice ${String(year)}`,
    fongibilite: (): string => fr`Demande d'autorisation de redéploiement entre enveloppes`,
    avenant: (name: string): string => fr`Transmission de ${name}`,
    resiliation: (): string => fr`Fin anticipée de la délégation de gestion`,
  } satisfies Record<NoticeKind, (detail: string, year: number) => string>,

  /** « l'article 3 de la convention »; the convention alone when it numbers no article. */
  article: (article: string): string =>
    article === '' ? fr`la convention` : fr`l'article ${article.replace(/^art\.\s*/, '')} de la convention`,
  /** « l'article 3 », after the convention was cited. */
  shortArticle: (article: string): string => fr`article ${article.replace(/^art\.\s*/, '')}`,
  /** « enveloppe A », « enveloppes A et B et programme 0103 ». */
  credits: ({ envelopes, parts }: NamedCredits): string =>
    joined(
      envelopes.length === 1 ? fr`enveloppe ` : fr`enveloppes `,
      envelopes,
      parts.map((part) => nameOf(part)),
    ),
  /** « de l'enveloppe A », « des enveloppes A et B et du programme 0103 ». */
  ofCredits: ({ envelopes, parts }: NamedCredits): string =>
    joined(
      envelopes.length === 1 ? fr`de l'enveloppe ` : fr`des enveloppes `,
      envelopes,
      parts.map((part) => fr`du ${nameOf(part)}`),
    ),
  whole: fr`ensemble de la convention`,
  /** « au titre de l'enveloppe A », « au titre des enveloppes A et B et sur le programme 0103 ». */
  onCredits: ({ envelopes, parts }: NamedCredits): string =>
    joined(
      envelopes.length === 1 ? fr`au titre de l'enveloppe ` : fr`au titre des enveloppes `,
      envelopes,
      parts.map((part) => fr`sur le ${nameOf(part)}`),
    ),
  onWhole: fr`au titre de l'ensemble de la convention`,
  /** « l'enveloppe A », « les enveloppes A et B et le programme 0103 ». */
  theCredits: ({ envelopes, parts }: NamedCredits): string =>
    joined(
      envelopes.length === 1 ? fr`l'enveloppe ` : fr`les enveloppes `,
      envelopes,
      parts.map((part) => fr`le ${nameOf(part)}`),
    ),
  /** « 10,00 € en AE et à 5,00 € en CP ». */
  inNatures: (amounts: AmountTexts): string =>
    natures(amounts, (amount, nature) => fr`${amount} en ${nature}`, fr` et à `),
  /** « 10,00 € d'AE et 5,00 € de CP ». */
  ofNatures: (amounts: AmountTexts): string =>
    natures(amounts, (amount, nature) => `${amount} ${COMMON.ofNature[nature]}`, fr` et `),

  insufficiency: (article: string, where: string): string =>
    fr`En application de ${article}, je vous informe que les crédits mis à disposition ${where} ne suffisent pas à couvrir les dépenses engagées ou à payer.`,
  lack: (date: string, amounts: string): string => fr`Au ${date}, l'insuffisance s'élève à ${amounts}.`,
  /** The credits of an envelope, of a programme or of a titre; null for those of the whole convention. */
  lackOf: (whose: string | NamedPart | null, amounts: string): string => fr`${creditsOf(whose)} : ${amounts}.`,
  lacksOf: (date: string): string => fr`Au ${date}, l'insuffisance s'élève à :`,
  adjust: (amendment: string, transfer: string): string =>
    fr`Je vous demande de bien vouloir compléter la dotation par avenant${amendment} ou autoriser un redéploiement entre enveloppes${transfer}.`,
  complete: (amendment: string): string =>
    fr`Je vous demande de bien vouloir compléter la dotation par avenant${amendment}.`,
  elseSuspended: (article: string): string =>
    fr`À défaut d'ajustement, l'exécution de la délégation sera suspendue, conformément à ${article}.`,

  suspension: (credits: string): string =>
    fr`Par un précédent courrier, je vous ai informé de l'insuffisance des crédits${credits === '' ? '' : fr` ${credits}`}.`,
  suspended: (scope: string, article: string): string =>
    fr`La dotation n'ayant pas été ajustée, je suspends l'exécution de la délégation ${scope} à compter de la date du présent courrier, en application de ${article}.`,
  forCredits: (credits: string): string => fr`pour ${credits}`,
  inFull: fr`dans son ensemble`,
  excess: (date: string, amounts: string): string => fr`Au ${date}, le dépassement s'élève à ${amounts}.`,
  excessesOf: (date: string): string => fr`Au ${date}, le dépassement s'élève à :`,
  excessOfWhole: (date: string, amounts: string): string =>
    fr`Au ${date}, le dépassement s'élève à ${amounts} pour l'ensemble de la convention.`,
  noCommitment: fr`Aucun nouvel engagement ne sera souscrit.`,
  stillDue: (outstanding: string): string =>
    fr`Les engagements déjà souscrits, soit ${outstanding} de restes à payer, demeurent dus.`,
  /** Where the restes à payer of a programme or a titre are not apart from the others. */
  stillDueInAll: fr`Les engagements déjà souscrits demeurent dus.`,
  resumption: fr`L'exécution reprendra dès la mise à disposition des crédits nécessaires.`,

  unspent: (article: string, isOver: boolean, term: string): string =>
    fr`En application de ${article}, je vous informe que les crédits mis à disposition ${isOver ? fr`n'ont pas été` : fr`ne seront pas`} entièrement consommés au ${term}.`,
  /** An envelope, or null for the whole convention. */
  unspentOf: (envelope: string | null, amounts: AmountTexts, isOver: boolean): string => {
    const verb = isOver ? fr`n'ont pas été` : fr`ne seront pas`;
    return fr`${creditsOf(envelope)} : ${natures(
      amounts,
      (amount, nature) => `${amount} ${COMMON.ofNature[nature]} ${verb} ${nature === 'AE' ? fr`engagées` : fr`payés`}`,
      fr` et `,
    )}.`;
  },
  /** `covered`: when the restes à payer remain to be covered, « en 2024 ». */
  outstanding: (amount: string, covered: string): string =>
    fr`Les restes à payer s'élèvent à ${amount} ; ${toCover(covered)}`,
  outstandingOn: (date: string, amount: string): string => fr`Au ${date}, les restes à payer s'élèvent à ${amount}.`,
  /**
   * Once the AE and the CP that wait are signed and paid; `follows`: after the sentence of `outstandingOn`. Null: nothing
   * remains to be paid.
   */
  outstandingOnceSettled: (waiting: AmountTexts, amount: string | null, covered: string, follows: boolean): string => {
    const once = [
      ...(waiting.AE === undefined ? [] : [fr`signés les projets d'engagement (${waiting.AE})`]),
      ...(waiting.CP === undefined ? [] : [fr`payés les montants en attente (${waiting.CP})`]),
    ];
    const they = follows ? fr`ils` : fr`les restes à payer`;
    const then = amount === null ? fr`seront soldés.` : fr`s'élèveront à ${amount} ; ${toCover(covered)}`;
    return fr`Une fois ${once.join(fr` et `)}, ${they} ${then}`;
  },
  inYear: (year: number): string => fr`en ${String(year)}`,
  afterDay: (date: string): string => fr`après le ${date}`,
  unknownOutstanding: fr`Restes à payer : non calculables.`,
  /**
   * The rest under a ceiling over a programme or a titre, or, null, under that of the whole convention that does not
   * block, less than its envelopes leave; a nature without amount has none.
   */
  leaves: (whose: NamedPart | null, bounded: readonly Nature[], left: AmountTexts): string => {
    const leaves = bounded.map((nature) =>
      left[nature] === undefined
        ? fr`plus ${COMMON.ofNature[nature]}`
        : fr`que ${left[nature]} ${COMMON.ofNature[nature]}`,
    );
    const ceiling = whose === null ? fr`son plafond, qui n'est pas bloquant,` : fr`son plafond`;
    return fr`${creditsOf(whose)} : ${ceiling} ne laisse ${leaves.join(fr` et `)}.`;
  },
  returnableUnder: fr`Ces crédits peuvent faire l'objet d'une reprise, dans la limite de ce que laissent les plafonds ci-dessus.`,
  returnable: fr`Ces crédits peuvent faire l'objet d'une reprise.`,
  returnableWithin: fr`Ces crédits peuvent faire l'objet d'une reprise, dans la limite de ceux de l'ensemble de la convention.`,

  notFungible: (article: string): string =>
    fr`${capitalised(article)} prévoit que les enveloppes ne sont pas fongibles, sauf autorisation expresse du délégant.`,
  /** Rules of the convention allow some transfers; an empty article is left out. */
  notFungibleBut: (article: string, exceptions: readonly string[]): string =>
    fr`${capitalised(article)} prévoit que les enveloppes ne sont pas fongibles, sauf autorisation expresse du délégant, en dehors des redéploiements que la convention permet sans accord préalable${inBrackets(exceptions)}.`,
  /** The amount that is still allowed; null when none is. */
  aboveAllowed: (nature: Nature, left: string | null, article: string): string =>
    left === null
      ? fr`Les ${nature} que la convention permet de redéployer sans accord préalable${inBrackets([article])} sont déjà ${nature === 'AE' ? fr`redéployées` : fr`redéployés`}.`
      : fr`La convention permet encore de redéployer ${left} ${COMMON.ofNature[nature]} sans accord préalable${inBrackets([article])} : la présente demande dépasse ce montant.`,
  request: (amounts: string, giver: string, receiver: string): string =>
    fr`Je sollicite votre autorisation pour redéployer ${amounts} de l'enveloppe ${giver} vers l'enveloppe ${receiver}.`,
  someRequest: fr`Je sollicite votre autorisation pour redéployer des crédits entre enveloppes.`,
  motive: (receiver: string): string =>
    fr`Cette demande est motivée par l'insuffisance des crédits de l'enveloppe ${receiver}.`,
  noCommitmentBefore: fr`Aucun engagement ne sera souscrit sur ces crédits avant votre accord.`,
  answerHeading: fr`Réponse du délégant`,
  answers: [
    fr`☐ accordé`,
    fr`☐ accordé à hauteur de :`,
    fr`☐ refusé`,
    fr`Date :`,
    fr`Nom et qualité :`,
    fr`Référence :`,
    fr`Signature :`,
  ],

  both: ([first = '', ...others]: readonly string[]): string => [first, ...others.map(toWhom)].join(fr` et `),
  enclosedAmendment: (amendment: AmendmentName | null): string => enclosed(amendment),
  amendmentName: (amendment: AmendmentName | null): string => fr`l'${enclosed(amendment)}`,
  amendment: (article: string, name: string, signedOn: string | null, days: readonly string[]): string =>
    fr`En application de ${article}, je vous transmets un exemplaire de ${name}${signedOn === null ? '' : fr`, signé le ${signedOn}`}, qui prend effet ${allOf(days.map((day) => fr`le ${day}`))}.`,
  someAmendment: (article: string): string =>
    fr`En application de ${article}, je vous transmets un exemplaire de l'avenant.`,
  amends: fr`Il modifie les dotations comme suit.`,

  termination: (article: string): string =>
    fr`En application de ${article} et de l'article 5 du décret cité en référence, je vous notifie qu'il est mis fin à la délégation de gestion.`,
  effect: (months: number): string =>
    fr`Cette décision prendra effet à l'issue d'un préavis de ${NUMBERS[months - 3] ?? String(months)} mois à compter de la réception du présent courrier. ` +
    fr`Elle entraîne de plein droit la résiliation des services associés.`,
  left: (date: string, amounts: string): string => fr`Au ${date}, les crédits non consommés s'élèvent à ${amounts}.`,
  leftByEnvelope: (exceeded: readonly string[]): string =>
    fr`Ils sont la somme des enveloppes qui en laissent : le dépassement ${exceeded.length === 1 ? fr`de l'enveloppe` : fr`des enveloppes`} ${allOf(exceeded)} n'en est pas déduit.`,
  leftToPay: (amount: string): string => fr`Les restes à payer s'élèvent à ${amount}.`,
  proposal: fr`Je vous propose d'arrêter avant cette échéance le sort des engagements en cours.`,
  finalReport: (article: string): string =>
    fr`Le compte rendu prévu à ${article} vous sera remis au plus tard à cette date.`,
  receipt: fr`Remis contre accusé de réception.`,

  /** A row of the table, where one amendment changes credits on several days. */
  changedOn: (name: string, date: string): string => fr`${name} (au ${date})`,
  /** A row of the table: « Programme 0103 », « Titre 3 ». */
  namedPart: (part: NamedPart): string => creditsOf(part),
  /** A row of the table, under that of its envelope. */
  ofLine: (label: string): string => fr`dont poste « ${label} »`,
  tables: {
    credits: [fr`Enveloppe`, fr`Nature`, fr`Dotation`, fr`Consommé`, fr`En attente`, fr`Disponible`],
    changes: [fr`Enveloppe`, fr`Nature`, fr`Dotation avant`, fr`Variation`, fr`Dotation après`, ''],
    transfer: [
      fr`Enveloppe`,
      fr`Nature`,
      fr`Dotation avant`,
      fr`Redéploiement`,
      fr`Dotation après`,
      fr`Disponible après`,
    ],
  },

  sameConsumed: (envelope: string, nature: Nature): string =>
    fr`${envelope} – ${nature} : consommé du document = complément`,
  changesAreValues: fr`Les crédits avant et après le mouvement sont des valeurs à la date d'arrêté.`,
  partsAreValues: fr`Les lignes de programme ou de titre sont des valeurs à la date d'arrêté.`,
  reservedIsAValue: fr`La colonne « En attente » est une valeur à la date d'arrêté : projets d'EJ ; service fait ou demandes de paiement non payés.`,
} as const;

function natures(amounts: AmountTexts, print: (amount: string, nature: Nature) => string, separator: string): string {
  const { AE, CP } = amounts;
  return [...(AE === undefined ? [] : [print(AE, 'AE')]), ...(CP === undefined ? [] : [print(CP, 'CP')])].join(
    separator,
  );
}

function toCover(covered: string): string {
  return fr`leur couverture ${covered} reste à arrêter.`;
}

/** « avenant n° 1 »; without a plain number, its reference as written: « avenant de prolongation ». */
function enclosed(amendment: AmendmentName | null): string {
  const { number, reference } = amendment ?? { number: null, reference: '' };
  if (number !== null) return fr`avenant n° ${number}`;
  if (reference === '') return fr`avenant`;
  if (/^avenant(?!\p{L})/iu.test(reference)) return fr`avenant${reference.slice('avenant'.length)}`;
  const isInWords = /avenant/i.test(reference) || /\p{Ll}{3}/u.test(reference);
  return isInWords ? fr`avenant « ${reference} »` : fr`avenant ${reference}`;
}

/** « (article 1.3) », « (articles 1.3 et 1.4) »; empty without a known article. */
function inBrackets(articles: readonly string[]): string {
  const numbers = articles.map((article) => article.replace(/^art\.\s*/, '')).filter((number) => number !== '');
  if (numbers.length === 0) return '';
  return numbers.length === 1 ? fr` (article ${numbers[0] ?? ''})` : fr` (articles ${allOf(numbers)})`;
}

function creditsOf(whose: string | NamedPart | null): string {
  if (whose === null) return fr`Ensemble de la convention`;
  return typeof whose === 'string' ? fr`Enveloppe ${whose}` : capitalised(nameOf(whose));
}

/** « programme 0103 », « titre 3 ». */
function nameOf({ part, value }: NamedPart): string {
  return fr`${part} ${value}`;
}

function joined(before: string, envelopes: readonly string[], parts: readonly string[]): string {
  return allOf([...(envelopes.length === 0 ? [] : [`${before}${allOf(envelopes)}`]), ...parts]);
}

function allOf(labels: readonly string[]): string {
  return [labels.slice(0, -1).join(', '), ...labels.slice(-1)].filter((part) => part !== '').join(fr` et `);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** « au directeur », « à la cheffe », « à l'INSEE ». */
function toWhom(quality: string): string {
  if (/^Les /i.test(quality)) return fr`aux ${quality.slice(4)}`;
  if (/^Le /i.test(quality)) return fr`au ${quality.slice(3)}`;
  if (/^CBCM\b/.test(quality)) return fr`au ${quality}`;
  return /^L(?:a |['’])/i.test(quality) ? fr`à l${quality.slice(1)}` : fr`à ${quality}`;
}

/** « du directeur », « de la cheffe », « de l'INSEE ». */
function ofWhom(quality: string): string {
  if (/^Les /i.test(quality)) return fr`des ${quality.slice(4)}`;
  if (/^Le /i.test(quality)) return fr`du ${quality.slice(3)}`;
  return /^L(?:a |['’])/i.test(quality) ? fr`de l${quality.slice(1)}` : fr`de ${quality}`;
}
