/** Recognises files that are not readable workbooks, so that the refusal names what the user has. */
import type { Failure } from '../../../workbook/failure';

// old Office files, and the container of encrypted new ones
const CFB = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PDF = [0x25, 0x50, 0x44, 0x46];
const HEAD = 4096;

/** The refusal of bytes that contain no zip archive. */
export function recogniseForeign(bytes: Uint8Array): Failure {
  if (bytes.length === 0) return { code: 'notAWorkbook', looksLike: 'empty' };
  if (startsWith(bytes, CFB)) return recogniseCompound(bytes);
  if (indexOfBytes(bytes, PDF, 1024) >= 0) return { code: 'notAWorkbook', looksLike: 'pdf' };
  if (startsWith(bytes, [0x50, 0x4b])) return { code: 'damagedFile', part: 'ZIP' };
  if (startsWith(bytes, [0x09, 0x08]) || startsWith(bytes, [0x09, 0x04]))
    return { code: 'notAWorkbook', looksLike: 'xls' };
  return { code: 'notAWorkbook', looksLike: recogniseText(bytes) };
}

/** True for the header of a zip archive, complete or not. */
export function startsLikeZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b]);
}

/**
 * An encrypted workbook is a compound file with a stream named EncryptedPackage (MS-OFFCRYPTO); names are in UTF-16 in
 * its directory.
 */
function recogniseCompound(bytes: Uint8Array): Failure {
  const encrypted = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  return indexOfBytes(bytes, encrypted, bytes.length) >= 0
    ? { code: 'encrypted' }
    : { code: 'notAWorkbook', looksLike: 'xls' };
}

function recogniseText(bytes: Uint8Array): 'xls' | 'csv' | 'html' | 'empty' | 'unknown' {
  const head = bytes.subarray(0, HEAD);
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const text = new TextDecoder(wide ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'latin1').decode(head);
  if (text.trim().replaceAll('\0', '') === '') return 'empty';
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(text)) return 'xls'; // « Feuille de calcul XML 2003 »
  if (/<(!doctype\s+html|html|table|meta)\b/i.test(text) || /^mime-version:/i.test(text)) return 'html';
  if ([...text].some((character) => character < ' ' && !'\t\n\r\f'.includes(character))) return 'unknown';
  return /[;,\t]/.test(text) ? 'csv' : 'unknown';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** Position of the needle in the first `within` bytes, -1 when absent. */
function indexOfBytes(bytes: Uint8Array, needle: readonly number[], within: number): number {
  const first = needle[0]!;
  const end = Math.min(within, bytes.length) - needle.length;
  for (let at = bytes.indexOf(first); at >= 0 && at <= end; at = bytes.indexOf(first, at + 1)) {
    if (needle.every((byte, offset) => bytes[at + offset] === byte)) return at;
  }
  return -1;
}
