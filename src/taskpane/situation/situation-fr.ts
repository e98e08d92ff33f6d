/** French words of « Situation ». */
import { formatCount } from '../../messages/format';
import { plural } from '../../messages/french-count';
import { fr } from '../../messages/typography';

const f = (count: number): string => formatCount(count, 'fr');

/** « Signaux Faibles et Place des entreprises ». */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : fr`${names.slice(0, -1).join(', ')} et ${last}`;
}

/** The findings by severity: they add up to the count of « À traiter ». */
function severities(errors: number, warnings: number, infos: number): readonly string[] {
  return [
    ...(errors > 0 ? [fr`${f(errors)} ${plural(errors, 'erreur', 'erreurs')}`] : []),
    ...(warnings > 0 ? [fr`${f(warnings)} ${plural(warnings, 'avertissement', 'avertissements')}`] : []),
    ...(infos > 0 ? [fr`${f(infos)} ${plural(infos, 'information', 'informations')}`] : []),
  ];
}

const OF_NATURE = { AE: fr`d'AE`, CP: fr`de CP` } as const;

export const SITUATION_FR = {
  /** The whole convention inside a sentence, at its start. */
  theWhole: fr`La convention`,
  thePart: {
    programme: (value: string): string => fr`Le programme ${value}`,
    titre: (value: string): string => fr`Le titre ${value}`,
  },
  amountOf: (amount: string, nature: 'AE' | 'CP') => fr`${amount} ${OF_NATURE[nature]}`,
  headlines: {
    exceeded: (who: string, amount: string) => fr`${who} dépasse de ${amount}`,
    lacking: (who: string, amount: string) => fr`${who} : il manque ${amount}`,
    openingRap: (who: string, amount: string) =>
      fr`${who} : part destinée aux restes à payer dépassée de ${amount} de CP`,
    nothingChecked: fr`Rien n'a été contrôlé`,
    incomplete: fr`Aucun dépassement dans ce qui a été lu`,
    notExceeded: fr`Aucune enveloppe n'est dépassée`,
    expired: fr`La convention a pris fin`,
    inOrder: fr`Tout est en ordre`,
  },
  facts: {
    since: (date: string) => fr` depuis le ${date}`,
    withReserved: (reserved: string, lacking: string) => fr`Avec ${reserved} en attente, il manque ${lacking}.`,
    exceeded: (who: string, amounts: readonly string[]) => fr`${who} dépasse de ${amounts.join(' et de ')}.`,
    lacking: (who: string, amounts: readonly string[]) =>
      fr`${who} : il manque ${amounts.join(' et ')}, montants en attente compris.`,
    reservedCounted: fr`Montants en attente compris.`,
    tolerated: fr`C'est dans la tolérance de la convention.`,
    notInformed: fr`Délégant non informé.`,
    threshold: (nature: string, share: string, names: readonly string[]) =>
      fr`${nature} ${nature === 'AE' ? 'consommées' : 'consommés'} à ${share} ou plus : ${listed(names)}.`,
    openingRap: (who: string, amount: string) =>
      fr`${who} : part destinée aux restes à payer dépassée de ${amount} de CP.`,
    notCalculable: (nature: string, column: string) =>
      fr`${nature} non calculables : aucune colonne du suivi ne donne « ${column} ».`,
    unchecked: (rows: number, missed: string) =>
      fr`${f(rows)} ${plural(rows, 'ligne non contrôlée', 'lignes non contrôlées')}, hors des totaux : ${missed}.`,
    undated: (rows: number, amount: string) =>
      fr`Date de paiement illisible sur ${f(rows)} ${plural(rows, 'ligne', 'lignes')} : ${amount} de CP en attente, peut-être payés.`,
    withoutEffect: (rows: number) =>
      fr`${f(rows)} ${plural(rows, 'ligne non contrôlée', 'lignes non contrôlées')}, sans effet sur les totaux à cette date.`,
    unread: (places: number, amounts: readonly string[]) =>
      fr`${f(places)} ${plural(places, 'plage non lue', 'plages non lues')}${amounts.length > 0 ? fr` : ${amounts.join(', ')}` : ''}.`,
    withoutOperations: (places: number, amounts: readonly string[]) =>
      fr`${f(places)} ${plural(places, fr`plage sans opération reconnue n'entre`, fr`plages sans opération reconnue n'entrent`)} dans aucun chiffre${amounts.length > 0 ? fr` : ${amounts.join(', ')}` : ''}.`,
    other: (amount: string) => fr`${amount} de nature inconnue`,
    unreadable: (count: number) => fr`${f(count)} ${plural(count, 'montant illisible', 'montants illisibles')}`,
    findings: (errors: number, warnings: number, infos: number) => {
      if (errors + warnings === 0) return fr`${f(infos)} ${plural(infos, 'information', 'informations')} à lire.`;
      return fr`${listed(severities(errors, warnings, infos))} à traiter.`;
    },
    textsBeside: {
      comments: fr`les commentaires des cellules`,
      notes: fr`les notes des cellules`,
      pages: fr`les en-têtes et pieds de page`,
      shapes: fr`les zones de texte`,
    },
    mergesUnread: {
      refused: fr`Excel refuse de donner les cellules fusionnées : ce qui est fusionné sur plusieurs lignes n'est lu que sur la première.`,
      tooMany: fr`Trop de cellules sont fusionnées pour être toutes lues : ce qui l'est sur plusieurs lignes peut n'être lu que sur la première.`,
    },
    besideUnread: {
      refused: (texts: string) => fr`Excel refuse de donner ${texts} : ce qui y est écrit n'est pas contrôlé.`,
      tooMany: (texts: string) => fr`Pour ${texts}, seuls les premiers textes sont lus : il y en a trop.`,
      notGiven: (texts: string) =>
        fr`Cette version d'Excel ne donne pas ${texts} : ce qui y est écrit n'est pas contrôlé.`,
    },
    ended: (date: string) => fr`La convention a pris fin le ${date}.`,
    allRead: fr`Le suivi est lu en entier : aucun dépassement, aucune erreur, aucun avertissement.`,
    nothingWrong: fr`Aucun dépassement, aucune erreur, aucun avertissement.`,
  },
  /** Facts of the verdict that are folded. */
  otherFacts: (count: number) => fr`${f(count)} ${plural(count, 'autre', 'autres')}`,
  prepareNotice: fr`Préparer le courrier`,
  /** `sheet`: null where the ledger has one. */
  seeRow: (row: number, sheet: string | null) =>
    sheet === null ? fr`Voir la ligne ${String(row)}` : fr`Voir ${sheet}, ligne ${String(row)}`,
  whatIf: fr`Et si j'engage…`,
  available: 'Disponible',
  consumed: 'Consommé',
  legend: { consumed: 'consommé', reserved: 'en attente', thresholds: 'seuils', ceiling: 'plafond' },
  /** The bar in words. */
  bar: (who: string, nature: string, consumed: string, reserved: string, over: string) =>
    fr`${nature}, ${who} : ${consumed} consommés${reserved === '' ? '' : fr`, ${reserved} en attente`}${over === '' ? '' : fr`, plafond dépassé de ${over}`}`,
  exceededStatus: 'Dépassée',
  /** The accessible name of a figure: « Disponible en AE, Signaux Faibles : −4 000 €, voir les lignes ». */
  figure: (figure: string, nature: string, who: string, amount: string) =>
    fr`${figure} en ${nature}, ${who} : ${amount}, voir les lignes`,
  /** The link under the figures of an envelope that lack amounts: « Calculé sans 3 montants d'AE non lus : voir ». */
  seeMissed: (without: string) => fr`${without} : voir`,
  /** Under the figures of the whole convention. */
  seePlaces: (places: number, amounts: readonly string[]) =>
    fr`Calculé sans ${f(places)} ${plural(places, 'plage non lue', 'plages non lues')}${amounts.length > 0 ? ` (${amounts.join(', ')})` : ''} : voir`,
  missed: {
    title: (who: string) => fr`Montants non comptés · ${who}`,
    unread: (column: string, raw: string) => fr`${column} « ${raw} » non lu`,
    ofUnknownNature: (raw: string) => fr`« ${raw} », ni AE ni CP`,
    read: (amount: string, reason: string) => fr`${amount} (${reason})`,
    undated: (amount: string, raw: string) =>
      raw === '' ? fr`${amount} (date de paiement illisible)` : fr`${amount} (date de paiement « ${raw} » illisible)`,
  },
  explainCell: fr`Expliquer la cellule sélectionnée`,
  noFigureInCell: fr`La cellule sélectionnée ne contient pas de formule ENVELOPE qui donne un de ces chiffres.`,
  byLine: 'Disponible par poste',
  awaits: {
    title: fr`Ce qui vous attend`,
    nothing: fr`Rien. Les contrôles suivent chaque cellule que vous saisissez.`,
    findings: (errors: number, warnings: number, infos: number) =>
      errors + warnings > 0
        ? severities(errors, warnings, infos).join(', ')
        : fr`${f(infos)} ${plural(infos, 'constat à lire', 'constats à lire')}`,
    repairs: (count: number) => plural(count, 'Correction certaine à vérifier', 'Corrections certaines à vérifier'),
    unchecked: (count: number) => plural(count, 'Ligne non contrôlée', 'Lignes non contrôlées'),
    of: (count: number, all: number) => fr`${f(count)} sur ${f(all)}`,
    unread: (count: number) => plural(count, 'Plage non lue', 'Plages non lues'),
    columns: fr`Colonnes du suivi à confirmer`,
    noExtract: fr`Aucun extrait de Chorus comparé`,
    extracts: (count: number) => fr`Rapprochement avec ${f(count)} ${plural(count, 'extrait', 'extraits')} de Chorus`,
    documents: fr`Documents à produire ou à mettre à jour`,
    lateDuties: (count: number) => fr`${f(count)} ${plural(count, 'échéance', 'échéances')} en retard`,
    soonDuties: (count: number) => fr`${f(count)} ${plural(count, 'échéance', 'échéances')} à venir bientôt`,
    late: (days: number) => fr`${f(days)} ${plural(days, 'jour', 'jours')} de retard`,
    within: (days: number) => (days === 0 ? fr`aujourd'hui` : fr`dans ${f(days)} ${plural(days, 'jour', 'jours')}`),
  },
};

export type SituationWords = typeof SITUATION_FR;
