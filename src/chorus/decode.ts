/**
 * Bytes of a file → its text. Chorus writes UTF-8, older exports Windows-1252 (« latin-1 »), Excel's « texte Unicode »
 * UTF-16; the encoding is recognised from the bytes.
 */
import { failure, success, type Result } from '../domain/result';
import type { Failure } from '../workbook/failure';
import type { RepairLog } from './extract-rows';

/** An extract of a million lines is smaller. */
const MOST_BYTES = 400_000_000;
const SAMPLE = 4_096;
const REPLACED = '\ufffd';

type Look = Extract<Failure, { readonly code: 'notAnExtract' }>['looksLike'];

const SIGNATURES: readonly (readonly [string, Look])[] = [
  ['%PDF', 'pdf'],
  ['PK\u0003\u0004', 'zip'],
  ['\u00d0\u00cf\u0011\u00e0', 'xls'],
  ['\u0089PNG', 'binary'],
];

/** The text of a file of Chorus, or the kind of file that it is instead. A text in mixed encodings is repaired and counted. */
export function decode(bytes: Uint8Array, source: string, repairs: RepairLog): Result<string, Failure> {
  if (bytes.length > MOST_BYTES) return failure({ code: 'tooLarge', what: source, limit: '400 Mo' });
  const look = lookOf(bytes);
  if (look !== null) return failure({ code: 'notAnExtract', source, looksLike: look });
  const text = textOf(bytes, repairs);
  if (/^\s*<(!doctype|html|\?xml)/i.test(text.slice(0, 200)))
    return failure({ code: 'notAnExtract', source, looksLike: 'html' });
  if (controlShare(text) > 0.1) return failure({ code: 'notAnExtract', source, looksLike: 'binary' });
  return success(text);
}

/** The kind of file that the first bytes show; null when it may be a text. */
function lookOf(bytes: Uint8Array): Look | null {
  if (bytes.length === 0) return 'empty';
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  return SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1] ?? null;
}

function textOf(bytes: Uint8Array, repairs: RepairLog): string {
  const wide = wideEncoding(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const firstBad = utf8.indexOf(REPLACED);
  if (firstBad < 0) return utf8;
  const bad = utf8.split(REPLACED).length - 1;
  const good = (utf8.match(/[^\0-\u007f\ufffd]/g) ?? []).length;
  repairs.add('encoding', utf8.slice(0, firstBad).split('\n').length, bad);
  // A file of Windows-1252 has no accent that UTF-8 can read; a file of UTF-8 that was cut or patched has many.
  return bad > good ? windows1252(bytes) : utf8;
}

/** Bytes 80 to 9f of Windows-1252, where several versions of Node read the control codes of latin-1. */
const HIGH_LETTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder('windows-1252').decode(bytes);
  return latin.replace(/[\u0080-\u009f]/g, (letter) => HIGH_LETTERS[letter.charCodeAt(0) - 0x80] ?? letter);
}

/** UTF-16 by its mark, or by the zeros that it puts beside every plain letter. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  const pairs = Math.floor(sample.length / 2);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (sample[at] === 0) even += 1;
    if (sample[at + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.7 && even < pairs * 0.1) return 'utf-16le';
  return even > pairs * 0.7 && odd < pairs * 0.1 ? 'utf-16be' : null;
}

/** The share of letters that no text has, zeros excepted: a few of those are repaired. */
function controlShare(text: string): number {
  const sample = text.slice(0, SAMPLE);
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  const found = sample.match(/[\u0001-\u0008\u000e-\u001f\ufffd]/g) ?? [];
  return sample.length === 0 ? 0 : found.length / sample.length;
}
