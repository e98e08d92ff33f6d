/** The places of the workbook whose amounts are in no figure: how many, their sums in cents, and these in words. */
import type { ReadingEntry, ReadingSums } from '../../workbook/reading/account';
import type { PaneWords } from '../shared/pane-fr';

export interface UnreadSums extends ReadingSums {
  readonly places: number;
  /** Amounts that cannot be read. */
  readonly unreadable: number;
}

/** The places of an account. Rows of unknown nature are no part of them: they are among the amounts missed. */
export function unreadPlacesOf(account: readonly ReadingEntry[]): readonly ReadingEntry[] {
  return account.filter(({ role, reason }) => role === 'unread' && reason !== 'natureUnknown');
}

/** The places with amounts in which no operation is known: a price list, a summary, or a list that lacks its codes. */
export function placesWithoutOperations(account: readonly ReadingEntry[]): readonly ReadingEntry[] {
  return account.filter(({ role, reason }) => role === 'derived' && reason === 'noCredits');
}

/** Adds up entries of the account of reading. */
export function unreadSumsOf(entries: readonly ReadingEntry[]): UnreadSums {
  const sum = (nature: keyof ReadingSums): number => entries.reduce((total, { sums }) => total + sums[nature], 0);
  const unreadable = entries.reduce((total, entry) => total + entry.unreadable, 0);
  return { places: entries.length, unreadable, ae: sum('ae'), cp: sum('cp'), other: sum('other') };
}

/** « 500 € d'AE », « 20 € de nature inconnue », « 2 montants illisibles »: what is not zero. */
export function unreadAmountsOf(
  { ae, cp, other, unreadable }: UnreadSums,
  words: PaneWords,
  amount: (cents: number) => string,
): readonly string[] {
  const { amountOf, facts } = words.situation;
  return [
    ...(ae === 0 ? [] : [amountOf(amount(ae), 'AE')]),
    ...(cp === 0 ? [] : [amountOf(amount(cp), 'CP')]),
    ...(other === 0 ? [] : [facts.other(amount(other))]),
    ...(unreadable === 0 ? [] : [facts.unreadable(unreadable)]),
  ];
}
