/** French words of the amounts that a figure lacks. */
import { counted } from '../french-count';
import { fr } from '../typography';

/** « a, b et c ». */
function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : fr`${parts.slice(0, -1).join(', ')} et ${last}`;
}

export const MISSED = {
  listed,
  unreadOf: {
    AE: (count: number) => counted(count, fr`montant d'AE non lu`, fr`montants d'AE non lus`),
    CP: (count: number) => counted(count, fr`montant de CP non lu`, fr`montants de CP non lus`),
  },
  unread: (ae: string, cp: string, count: number) =>
    fr`${counted(count, 'montant non lu', 'montants non lus')} (${ae} d'AE, ${cp} de CP)`,
  unknown: (count: number) => counted(count, 'montant de nature inconnue', 'montants de nature inconnue'),
  amountOf: { AE: (amount: string) => fr`${amount} d'AE`, CP: (amount: string) => fr`${amount} de CP` },
  ofRows: (amounts: string, rows: number) =>
    rows === 1
      ? fr`${amounts} d'une ligne non contrôlée`
      : fr`${amounts} de ${counted(rows, 'ligne non contrôlée', 'lignes non contrôlées')}`,
  undated: (amount: string, rows: number) =>
    fr`CP consommés calculés sans ${amount}, en attente : date de paiement illisible sur ${counted(rows, 'ligne', 'lignes')}`,
  both: (missed: string, undated: string) => fr`${missed} ; ${undated}`,
  without: (missed: string) => fr`Calculé sans ${missed}`,
};

export type MissedPhrases = typeof MISSED;
