/**
 * Texts that heads of documents and letters state of an administration, besides the parties of the convention. Those
 * of the team; empty when it has written none.
 */

/** One for each text, in the order of the tables. */
export const CORRESPONDENCE_KEYS = [
  /** The ministry of the délégataire, and that of the délégant: a letter within one ministry is a note. */
  'ministry',
  'delegantMinistry',
  /** Who follows the matter, and how to write there. */
  'service',
  'mailbox',
  'town',
  /** The form of address of a letter (« Monsieur le directeur général »). */
  'greeting',
  /** Above the quality of the signatory (« Pour le ministre et par délégation, »). */
  'mandate',
  'signatoryName',
  /** A CBCM belongs to a ministry. That of the délégataire is the paying accountant. */
  'delegantComptroller',
  'delegateComptroller',
] as const;

/** The name of a text. */
export type CorrespondenceKey = (typeof CORRESPONDENCE_KEYS)[number];

/** Every text. */
export type Correspondence = Readonly<Record<CorrespondenceKey, string>>;

/** The texts of every key. */
export function correspondenceOf(textOf: (key: CorrespondenceKey) => string): Correspondence {
  const entries = CORRESPONDENCE_KEYS.map((key) => [key, textOf(key)] as const);
  return Object.fromEntries(entries) as Correspondence;
}

/** No text at all. */
export const NO_CORRESPONDENCE: Correspondence = correspondenceOf(() => '');
