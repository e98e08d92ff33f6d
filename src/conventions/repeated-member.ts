/** Finds a member that an object of a JSON text has twice: its parser keeps the last one without a word. */
import { join } from './json-checker';

/** An object or a list that is open. */
interface Open {
  readonly path: string;
  /** Null for a list. */
  readonly names: Set<string> | null;
  /** The position in a list. */
  index: number;
  /** The last member of an object. */
  name: string;
}

const SIGNS = '{}[],:';

/** The path of the first repeated member of a text that is JSON: `envelopes[0].label`; null without one. */
export function repeatedMember(json: string): string | null {
  const open: Open[] = [];
  let last = '';
  for (const token of tokensOf(json)) {
    const inner = open.at(-1);
    if (token === '{' || token === '[') {
      open.push({ path: pathIn(inner), names: token === '{' ? new Set() : null, index: 0, name: '' });
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && inner) inner.index++;
    else if (token === ':' && inner?.names) {
      inner.name = JSON.parse(last) as string;
      if (inner.names.has(inner.name)) return join(inner.path, inner.name);
      inner.names.add(inner.name);
    }
    last = token;
  }
  return null;
}

/** The strings and the signs between values, of a text that is JSON. */
function* tokensOf(json: string): Generator<string> {
  for (let at = 0; at < json.length; at++) {
    const sign = json.charAt(at);
    if (sign === '"') {
      const start = at++;
      while (json.charAt(at) !== '"') at += json.charAt(at) === '\\' ? 2 : 1;
      yield json.slice(start, at + 1);
    } else if (SIGNS.includes(sign)) yield sign;
  }
}

/** The path of the value that comes next. */
function pathIn(inner: Open | undefined): string {
  if (!inner) return '';
  return inner.names ? join(inner.path, inner.name) : `${inner.path}[${inner.index}]`;
}
