/** The searched texts of the findings, each made once and in slices: a key then only looks for words in them. */
import { comparable } from '../../domain/text';
import type { Slices } from '../../domain/slices';
import type { Entry } from './finding-entries';
import type { FindingViews } from './finding-views';

/** Findings per slice: about a millisecond. */
const PER_SLICE = 25;

export class FindingTexts {
  private last: { readonly wanted: string; readonly found: readonly number[] } | null = null;

  private constructor(
    private readonly entries: readonly Entry[],
    private readonly texts: readonly string[],
  ) {}

  /** Makes the texts of every finding, yielding between slices. */
  static *make(views: FindingViews): Slices<FindingTexts> {
    const texts: string[] = [];
    for (const entry of views.entries) {
      texts.push(comparable(views.textOf(entry)));
      if (texts.length % PER_SLICE === 0) yield;
    }
    return new FindingTexts(views.entries, texts);
  }

  /** The findings that contain the text, whatever its case and accents; a longer text looks in what was found. */
  containing(text: string): ReadonlySet<Entry> {
    const wanted = comparable(text);
    const { last } = this;
    const among = last && wanted.startsWith(last.wanted) ? last.found : this.texts.keys();
    const found: number[] = [];
    for (const index of among) if (this.texts[index]?.includes(wanted)) found.push(index);
    this.last = { wanted, found };
    return new Set(found.flatMap((index) => this.entries[index] ?? []));
  }
}
