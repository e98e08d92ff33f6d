/** French words of the head, the signature and the control page that documents share. */
import type { Convention, ImputationRule, Party } from '../../domain/envelopes/convention';
import type { MissedSums } from '../../domain/envelopes/missed/missed-sums';
import type { AccountSummary } from '../../workbook/reading/account-summary';
import { formatAmount, formatDateInLetters } from '../format';
import { counted } from '../french-count';
import { missedAmountsLabel, undatedLabel } from '../missed-words';
import { fr } from '../typography';
import { shortNames } from './documents-fr';

/** The rows that no total counts, and the amounts that the figures lack because of them. */
export interface UncheckedSummary {
  readonly rows: number;
  readonly missed: MissedSums;
}

/** Findings that nobody accepted. */
export interface OpenFindings {
  readonly errors: number;
  readonly warnings: number;
}

const NOR = /^[A-Z]{4}\d{7}[A-Z]$/;
const MANDATE = fr`Pour le ministre et par délégation,`;

export const HEAD_WORDS = {
  /** While an error is open. */
  draft: (title: string): string => fr`${title} – PROJET`,
  administration: ({ correspondence, delegates }: Convention): string => {
    const names = delegates.map(({ name }) => name).join(fr` ; `);
    return correspondence.ministry === '' ? names : fr`${correspondence.ministry} – ${names}`;
  },
  /** `Convention de délégation de gestion du 13 décembre 2022 (NOR : ECOI2236199X)`. */
  convention: ({ signedOn, reference }: Convention): string => {
    const date = fr`Convention de délégation de gestion du ${formatDateInLetters(signedOn)}`;
    if (reference === '') return date;
    return NOR.test(reference) ? fr`${date} (NOR : ${reference})` : fr`${date} (référence : ${reference})`;
  },
  delegants: (parties: readonly Party[]): string =>
    (parties.length > 1 ? fr`Délégants : ` : fr`Délégant : `) + parties.map(({ name }) => name).join(fr` ; `),
  /** « Programme 103, action 1, sous-action 1 – UO 0103-CEFP-C002 »; empty when the convention sets no such code. */
  programme: ({ imputation }: Convention): string => {
    const centres = codesOf(imputation, 'financialCentre');
    const parts = [programmeOf(imputation), centres.length === 0 ? '' : fr`UO ${enumerated(centres)}`];
    return parts.filter((part) => part !== '').join(' – ');
  },
  accountant: (name: string): string => fr`Comptable assignataire : ${name}`,

  /** Under the tables of a document. */
  source: (reconciledOn: string | null, gaps: readonly string[] = []): string => {
    if (reconciledOn === null) return fr`Source : suivi du délégataire, non rapproché de Chorus.`;
    const date = fr`Source : suivi du délégataire, rapproché de Chorus le ${reconciledOn}`;
    return gaps.length === 0 ? `${date}.` : fr`${date} ; écart : ${gaps.join(', ')}.`;
  },

  /** The controls, as a director signs them. */
  statement: ({ errors, warnings }: OpenFindings, checked: number, read: number): string => {
    const isWhole = checked === read && errors === 0;
    const whole =
      read === 1
        ? fr`La ligne du suivi a été contrôlée`
        : fr`Les ${counted(read, 'ligne', 'lignes')} du suivi ont été contrôlées`;
    const part = fr`À la date d'arrêté, ${counted(checked, 'ligne', 'lignes')} du suivi sur ${String(read)} ${checked < 2 ? 'est contrôlée' : 'sont contrôlées'}`;
    return fr`${isWhole ? whole : part} ; ${stateOf({ errors, warnings }, isWhole ? '' : fr` sur ces lignes`)}.`;
  },

  signature: fr`Signature`,
  madeAt: (town: string): string => (town === '' ? fr`Fait à :` : fr`Fait à ${town}`),
  madeOn: fr`Le :`,
  mandate: (mandate: string): string => (mandate === '' ? MANDATE : mandate),
  /** « La sous-directrice… »: the quality of the signatory, without « Par délégation », which the mention above states. */
  quality: (parties: readonly Party[]): string =>
    parties
      .map(({ signatory, representative, name }) =>
        (signatory || representative || name).replace(/^Par délégation, /i, ''),
      )
      .map((quality) => quality.charAt(0).toUpperCase() + quality.slice(1))
      .join(fr` ; `),
  nameOf: (name: string): string => (name === '' ? fr`Prénom NOM :` : name),
  cannotBeSigned: fr`Ne peut pas être signé : au moins un chiffre de ce document n'est pas calculable.`,
  /** The words of earlier versions, and those that take their place. */
  earlierSignature: (delegates: readonly Party[]): string =>
    delegates.length > 1
      ? fr`Pour les délégataires (${shortNames(delegates)})`
      : fr`Pour le délégataire (${shortNames(delegates)})`,
  earlierPlace: fr`Fait à :`,
  earlierName: fr`Nom et qualité :`,
  sign: fr`Signature :`,

  controlPage: fr`Fiche de contrôle`,
  internal: fr`Page interne : elle ne se signe pas et n'est pas transmise.`,
  controls: (errors: number, unchecked: UncheckedSummary, reading: AccountSummary): string => {
    const missed = missedAmountsLabel(unchecked.missed, 'fr', formatAmount);
    const parts = [
      fr`État des contrôles : ${counted(errors, 'erreur', 'erreurs')}`,
      reading.rows === 0 ? fr`aucune ligne lue` : uncheckedRows(unchecked, missed, reading),
      notRead(unchecked, reading),
      undatedLabel(unchecked.missed, 'fr', formatAmount),
    ].filter((part) => part !== '');
    return parts.join(missed === '' && unchecked.missed.undated.rows === 0 ? ', ' : fr` ; `);
  },
} as const;

function uncheckedRows({ rows, missed }: UncheckedSummary, amounts: string, reading: AccountSummary): string {
  const ledger = counted(reading.rows, 'ligne du suivi', 'lignes du suivi');
  const count = fr`${counted(rows, 'ligne non contrôlée', 'lignes non contrôlées')} sur ${ledger}`;
  if (rows === 0) return count;
  return missed.rows === 0 ? fr`${count}, sans effet sur les totaux` : fr`${count}, hors des totaux : ${amounts}`;
}

/** An unchecked row may hold an amount that is not read, so the places alone are then reported as all read. */
function notRead(unchecked: UncheckedSummary, reading: AccountSummary): string {
  if (reading.places === 0) return unchecked.rows === 0 ? fr`aucun montant non lu` : fr`aucune plage non lue`;
  return fr`${amountsNotRead(reading, fr` non lus`)} (${counted(reading.places, 'endroit', 'endroits')})`;
}

/** « 500,00 € non lus, 2 montants illisibles »; `after` follows the sum. */
export function amountsNotRead({ cents, unreadable }: AccountSummary, after = ''): string {
  const parts = [
    ...(cents === 0 && unreadable > 0 ? [] : [`${formatAmount(cents, 'fr')}${after}`]),
    ...(unreadable === 0 ? [] : [counted(unreadable, 'montant illisible', 'montants illisibles')]),
  ];
  return parts.join(', ');
}

/** « 102, 305 et 306 ». */
function enumerated(codes: readonly string[]): string {
  const [last = '', ...others] = [...codes].reverse();
  return others.length === 0 ? last : fr`${others.reverse().join(', ')} et ${last}`;
}

/** The codes of a field, once each; a form such as `0203-04-*` is none. */
function codesOf(rules: readonly ImputationRule[], field: ImputationRule['field']): readonly string[] {
  const codes = rules.filter((rule) => rule.field === field).map(({ value }) => value);
  return [...new Set(codes)].filter((code) => !/[*?]/.test(code));
}

/** The programme of the codes, with its action when there is only one. */
function programmeOf(rules: readonly ImputationRule[]): string {
  const domains = codesOf(rules, 'functionalDomain');
  const [programme = '', action, subAction] = domains[0]?.split('-') ?? [];
  const number = (code: string): string => code.replace(/^0+(?=\d)/, '');
  const only = domains.length === 1 ? programme : '';
  const programmes = [...new Set([...codesOf(rules, 'programme'), ...(only === '' ? [] : [only])].map(number))];
  if (programmes.length === 0) return '';
  if (programmes.length > 1) return fr`Programmes ${enumerated(programmes)}`;
  const withAction = only !== '' && action !== undefined ? fr`, action ${number(action)}` : '';
  const withSubAction = withAction !== '' && subAction !== undefined ? fr`, sous-action ${number(subAction)}` : '';
  return fr`Programme ${programmes[0] ?? ''}` + withAction + withSubAction;
}

/** `where` follows what is not found. */
function stateOf({ errors, warnings }: OpenFindings, where: string): string {
  if (errors > 0) return counted(errors, 'point appelle une correction', 'points appellent une correction');
  if (warnings === 0) return fr`aucune anomalie n'est relevée${where}`;
  const left = counted(warnings, 'avertissement reste', 'avertissements restent');
  return fr`aucune erreur n'est relevée${where}, ${left} à examiner`;
}
