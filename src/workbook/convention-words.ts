/** The French words of the convention tables for the domain's identifiers, both ways. */
import type { BoundedEvent, CeilingMode, HolidayZone, MovementType } from '../domain/envelopes/convention';
import { comparable } from '../domain/text';

export const MODE_WORDS: Readonly<Record<CeilingMode, string>> = { blocking: 'bloquant', warning: 'alerte', information: 'information' };

export const MOVEMENT_WORDS: Readonly<Record<MovementType, string>> = {
  amendment: 'avenant',
  transfer: 'virement',
  carryOver: 'report',
  freeze: 'gel',
  restoration: 'rétablissement',
};

export const EVENT_WORDS: Readonly<Record<BoundedEvent, string>> = {
  commitment: 'engagement',
  serviceCertified: 'service fait',
  payment: 'paiement',
};

export const ZONE_WORDS: Readonly<Record<HolidayZone, string>> = { national: 'national', 'alsace-moselle': 'Alsace-Moselle' };

/** The identifier that a word stands for, case and accents aside; null when none. */
export function identifierOf<I extends string>(words: Readonly<Record<I, string>>, text: string): I | null {
  const wanted = comparable(text);
  for (const [identifier, word] of Object.entries(words) as [I, string][]) if (comparable(word) === wanted) return identifier;
  return null;
}
