/**
 * The free texts of a publication: comments, texts of registers, signatories, names of suppliers and objects. Each is
 * listed with an identifier, and left out unless its identifier was confirmed. A text that changes has another one.
 */
import { fnv1a } from '../../domain/controls/findings/acceptance';
import { NAMING_FIELDS } from './published-table';

/** Where a free text comes from. */
export const TEXT_KINDS = [
  'comment',
  'indicator',
  'milestone',
  'signature',
  'accountant',
  'spelling',
  ...NAMING_FIELDS,
] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** A free text, listed once for each kind. */
export interface FreeText {
  /** Eight hexadecimal figures. */
  readonly id: string;
  readonly kind: TextKind;
  readonly text: string;
  readonly isPublished: boolean;
}

const LETTERS_OF_ID = 8;

/** Lets the confirmed texts through, and lists all those that were presented. */
export class TextGate {
  private readonly found = new Map<string, FreeText>();
  private readonly confirmed: ReadonlySet<string>;

  constructor(confirmed: readonly string[]) {
    this.confirmed = new Set(confirmed.map((id) => id.toLowerCase()));
  }

  /** The text when it is confirmed; empty otherwise, and for an empty text. */
  pass(kind: TextKind, text: string): string {
    if (text.trim() === '') return '';
    const key = `${kind} ${text}`;
    let known = this.found.get(key);
    if (!known) {
      const id = fnv1a(key).slice(0, LETTERS_OF_ID);
      known = { id, kind, text, isPublished: this.confirmed.has(id) };
      this.found.set(key, known);
    }
    return known.isPublished ? text : '';
  }

  /** In the order in which they were presented, by kind. */
  get texts(): readonly FreeText[] {
    return TEXT_KINDS.flatMap((kind) => [...this.found.values()].filter((one) => one.kind === kind));
  }

  /** The identifiers that were confirmed and name no text. */
  get unknown(): readonly string[] {
    const known = new Set([...this.found.values()].map(({ id }) => id));
    return [...this.confirmed].filter((id) => !known.has(id));
  }
}
