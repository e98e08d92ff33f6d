/**
 * Reads the texts that people put beside the values of a sheet: its notes and threaded comments, the messages of its
 * validations, its text boxes, its page headers and footers. Their parts are searched as text, in one pass: an odd one
 * never prevents a workbook from opening.
 */
import { parseArea } from '../../../workbook/cells';
import { LONGEST_BESIDE, pageLines, withoutAuthor } from '../../../workbook/texts/beside-texts';
import type { SheetSnapshot, TextBeside } from '../../../workbook/snapshot';
import type { XlsxPackage } from '../package/package';
import { guarded } from '../package/refusal';
import { areasOf } from '../package/sheet-frame';
import { attributeIn, isClosedTag, localNameOf, openTagsAmong, withoutSpecials } from '../package/xml-scan';
import { decodePart, decodeText, decodeXstring } from '../package/xml-text';
import { attributeOf, childOf, descendantsOf, type XmlElement } from '../package/xml-tree';
import { sqrefOf } from './read-attached';

/** The texts beside a sheet; `root` is the frame of its part. Beside a chart, a text box is about the chart. */
export function textsBeside(
  parts: XlsxPackage,
  path: string,
  root: XmlElement,
  isEmpty: boolean,
): Pick<SheetSnapshot, 'textsBeside'> {
  const drawing = partsOfKind(parts, path, 'drawing');
  const shapes = drawing.flatMap((text) => shapeTexts(text, isEmpty));
  const found = [
    ...pageTexts(root).map((text) => ({ on: 'page', at: null, text }) as const),
    ...promptTexts(root),
    ...noteTexts(parts, path),
    ...[...new Set(shapes)].map((text) => ({ on: 'shape', at: null, text }) as const),
  ].filter(({ text }) => text !== '');
  return found.length > 0 ? { textsBeside: found } : {};
}

function partsOfKind(parts: XlsxPackage, path: string, kind: string): readonly string[] {
  return parts.relationships(path).flatMap((one) => {
    if (one.kind !== kind || one.target === null || !parts.has(one.target)) return [];
    const { target } = one;
    const read = guarded(() => withoutSpecials(decodePart(parts.content(target))));
    return read.ok ? [read.value] : [];
  });
}

/** An element of a part, by its open tag, with the text that follows it. */
interface Element {
  readonly name: string;
  readonly tag: string;
  readonly text: string;
}

function* elementsIn(text: string, names: ReadonlySet<string>): Generator<Element> {
  for (const { tag, end } of openTagsAmong(text, names)) {
    const close = isClosedTag(tag) ? end : text.indexOf('<', end);
    yield { name: localNameOf(tag), tag, text: text.slice(end, Math.max(end, Math.min(close, end + LONGEST_BESIDE))) };
  }
}

const IN_NOTES: ReadonlySet<string> = new Set(['author', 'comment', 't']);
const IN_THREADS: ReadonlySet<string> = new Set(['threadedComment', 'text']);
const IN_DRAWINGS: ReadonlySet<string> = new Set(['sp', 'p', 'br', 't', 'chart']);

interface NoteText {
  readonly ref: string;
  readonly author: string;
  text: string;
}

/** A threaded comment has a note too, for older programs: its own texts are read, unless it is resolved. */
function noteTexts(parts: XlsxPackage, path: string): readonly TextBeside[] {
  const threads = partsOfKind(parts, path, 'threadedComment').flatMap(threadsIn);
  const threaded = new Set(threads.map(({ ref }) => ref));
  const notes = partsOfKind(parts, path, 'comments').flatMap(notesIn);
  return [
    ...notes
      .filter(({ ref }) => !threaded.has(ref))
      .map(({ ref, author, text }) => placed(ref, withoutAuthor(text, author))),
    ...threads.filter(({ isResolved }) => !isResolved).map(({ ref, text }) => placed(ref, text)),
  ].flatMap((note) => note ?? []);
}

function placed(ref: string, text: string): TextBeside | null {
  const area = parseArea(ref);
  return area && { on: 'note', at: { row: area.top, column: area.left }, text: text.trim() };
}

function notesIn(part: string): readonly NoteText[] {
  const authors: string[] = [];
  const notes: NoteText[] = [];
  for (const { name, tag, text } of elementsIn(part, IN_NOTES)) {
    const last = notes.at(-1);
    if (name === 'author') authors.push(decodeText(text));
    else if (name === 'comment') {
      const author = authors[Number(attributeIn(tag, 'authorId') ?? -1)] ?? '';
      notes.push({ ref: attributeIn(tag, 'ref') ?? '', author, text: '' });
    } else if (last && last.text.length < LONGEST_BESIDE) last.text += decodeXstring(decodeText(text));
  }
  return notes;
}

interface Thread {
  readonly ref: string;
  readonly isResolved: boolean;
  text: string;
}

/** The comments and answers of a thread, as one text. */
function threadsIn(part: string): readonly Thread[] {
  const threads = new Map<string, Thread>();
  let current: Thread | undefined;
  for (const { name, tag, text } of elementsIn(part, IN_THREADS)) {
    if (name === 'threadedComment') {
      const ref = attributeIn(tag, 'ref') ?? '';
      current = threads.get(ref) ?? { ref, isResolved: attributeIn(tag, 'done') === '1', text: '' };
      threads.set(ref, current);
    } else if (current && current.text.length < LONGEST_BESIDE) current.text += `\n${decodeText(text)}`;
  }
  return [...threads.values()];
}

/** The texts of the shapes of a drawing, one line for each paragraph; none beside a chart on a sheet without cells. */
function shapeTexts(part: string, isEmpty: boolean): readonly string[] {
  const shapes: string[] = [];
  for (const { name, text } of elementsIn(part, IN_DRAWINGS)) {
    const last = shapes.length - 1;
    if (name === 'chart' && isEmpty) return [];
    if (name === 'sp') shapes.push('');
    else if (last < 0 || name === 'chart' || shapes[last]!.length >= LONGEST_BESIDE) continue;
    else if (name === 't') shapes[last] += decodeText(text);
    else shapes[last] += '\n';
  }
  return shapes.map((text) => text.trim());
}

/** The messages that Excel shows beside a cell under a validation, when it is selected. */
function promptTexts(root: XmlElement): readonly TextBeside[] {
  return descendantsOf(root).flatMap((element): readonly TextBeside[] => {
    if (element.local !== 'dataValidation') return [];
    const text = ['promptTitle', 'prompt']
      .map((name) => decodeXstring(attributeOf(element, name) ?? ''))
      .join('\n')
      .trim();
    const [area] = areasOf(sqrefOf(element));
    return area && text !== '' ? [{ on: 'prompt', at: { row: area.top, column: area.left }, text }] : [];
  });
}

const PAGES = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'];

function pageTexts(root: XmlElement): readonly string[] {
  const pages = childOf(root, 'headerFooter');
  return pageLines(PAGES.flatMap((page) => (pages && childOf(pages, page)?.text) ?? []));
}
