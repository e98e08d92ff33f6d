/** « CP » beside « Ville » or « Adresse », over 75012: the post code of the supplier, and no credits. */
import { comparable } from '../../../domain/text';
import { textOf, type CellValue } from '../../cells';
import type { ValuedHeading } from '../natured-columns';

const CP = /^cp(?: (?:du )?(?:titulaires?|fournisseurs?|tiers|beneficiaires?|villes?|prestataires?))?$/;
const PLACES = /^(?:villes?|communes?|adresses?|rues?|voies?|localites?|pays)(?![a-z])/;
/** Excel drops the zero of 01000; Corsica has a letter. */
const POSTCODE = /^\s{0,9}(?:\d{4,5}|2[ab]\d{3})\s{0,9}$/i;

/** True for post codes alone; `beside`: the headings on the left and on the right. */
export function arePostcodes(heading: string, beside: readonly string[], values: readonly CellValue[]): boolean {
  if (!CP.test(comparable(heading)) || !beside.some((one) => PLACES.test(comparable(one)))) return false;
  return values.length > 0 && values.every((value) => POSTCODE.test(textOf(value)));
}

/** The same, of a column among those of its table. */
export function holdsPostcodes(columns: readonly ValuedHeading[], position: number): boolean {
  const at = (wanted: number) => columns.find(({ heading }) => heading.position === wanted);
  const beside = [position - 1, position + 1].map((one) => at(one)?.heading.words ?? '');
  return arePostcodes(at(position)?.heading.words ?? '', beside, at(position)?.values ?? []);
}
