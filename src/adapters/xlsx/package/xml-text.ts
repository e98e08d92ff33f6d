/**
 * Encodes and decodes text of XML parts. Besides XML's entities, a spreadsheet writes characters that XML forbids as
 * `_x0001_` (ST_Xstring, ECMA-376 part 1, 22.9.2.19), so a text that already looks like one is written `_x005F_x0001_`.
 */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * The text of XML source: line ends become line feeds (XML 1.0, 2.11), then references are decoded; an
 * unknown reference is left as it is.
 */
export function decodeText(source: string): string {
  const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return NAMED.get(name) ?? whole;
      const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

/** Decodes the `_xHHHH_` codes of a spreadsheet. */
export function decodeXstring(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** XML text or attribute value of a string that holds no character forbidden by XML. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) =>
    character === '&' ? '&amp;' : character === '<' ? '&lt;' : character === '>' ? '&gt;' : '&quot;',
  );
}

// A carriage return would be read back as a line feed; unpaired surrogates and the two non-characters are not XML.
const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex -- control characters are the very subject
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function xstringCode(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** The text of a cell for `<t>`. A text that starts like a code is escaped, whatever follows the four digits. */
export function encodeXstring(text: string): string {
  return escapeXml(text.replace(/_(?=x[0-9a-f]{4})/gi, '_x005F_').replace(FORBIDDEN, xstringCode));
}

/** A formula for `<f>`: its own underscores are not escaped. */
export function encodeFormulaText(text: string): string {
  return escapeXml(text.replace(FORBIDDEN, xstringCode));
}

/** An attribute value that keeps its line breaks. */
export function encodeAttribute(text: string): string {
  return encodeXstring(text).replace(/[\t\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A text element; without `xml:space`, leading and trailing spaces and line breaks would be lost. */
export function textElement(name: string, text: string): string {
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<${name}${space}>${encodeXstring(text)}</${name}>`;
}

/** The text of an XML part in UTF-8, UTF-16 or the encoding that it declares; without its byte order mark. */
export function decodePart(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return asUtf8(new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return asUtf8(new TextDecoder('utf-16be').decode(bytes));
  if (bytes[0] === 0 && bytes[1] === 0x3c) return asUtf8(new TextDecoder('utf-16be').decode(bytes));
  if (bytes[0] === 0x3c && bytes[1] === 0) return asUtf8(new TextDecoder('utf-16le').decode(bytes));
  const label = declaredEncoding(bytes);
  if (label === null || /^utf-?8$/i.test(label)) return new TextDecoder().decode(bytes);
  try {
    return asUtf8(new TextDecoder(label).decode(bytes));
  } catch {
    return new TextDecoder().decode(bytes); // an unknown encoding: falls back to UTF-8, and the parser decides
  }
}

/** True when the part is UTF-8, so that its bytes can be scanned directly. */
export function isUtf8Part(bytes: Uint8Array): boolean {
  if (bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0 || bytes[1] === 0) return false;
  const label = declaredEncoding(bytes);
  return label === null || /^(utf-?8|us-ascii)$/i.test(label);
}

/** The bytes of an XML part in UTF-8, whatever its encoding. */
export function utf8Part(bytes: Uint8Array): Uint8Array {
  return isUtf8Part(bytes) ? bytes : new TextEncoder().encode(decodePart(bytes));
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 120));
  return /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1] ?? null;
}

/** Declares UTF-8, in which the part is written back. */
function asUtf8(text: string): string {
  return text.replace(/^(<\?xml[^>]*?encoding\s*=\s*["'])[^"']+/, '$1UTF-8');
}
