// Part of `npm run check`: every regular expression of what ships takes a time that grows in line with its text,
// whatever the text (a cell, a heading, a part of a file made for it). Those that are composed of texts, by `new RegExp`,
// are collected while the modules are loaded. `recheck` judges each once: its verdicts are committed beside this file,
// under a digest of the pattern. `--all` judges every pattern again.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import ts from 'typescript';
import { ROOT } from './install.mjs';

process.env.RECHECK_BACKEND = 'pure';
const { checkSync } = await import('recheck');

const KEPT = join(ROOT, 'scripts', 'pattern-verdicts.json');
/** Above this effort a pattern counts as unknown, and must be written more simply. */
const LIMITS = { timeout: 60_000, maxSize: 20_000, randomSeed: 2023 };

function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourcesIn(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function patternsIn(path) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
      const end = node.text.lastIndexOf('/');
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const place = `${relative(ROOT, path)}:${line}`;
      found.push({ place, pattern: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The patterns that the core composes when it is loaded, with the place that does. */
async function composedPatterns() {
  const found = [];
  const Plain = RegExp;
  globalThis.RegExp = new Proxy(Plain, {
    construct: (target, [source, flags]) => {
      const pattern = new target(source, flags);
      const place = /[/\\](src[/\\][^)\s]+\.ts)/.exec(new Error().stack?.split('\n')[2] ?? '')?.[1];
      if (place && typeof source === 'string') found.push({ place, pattern: pattern.source, flags: pattern.flags });
      return pattern;
    },
  });
  await tsImport('../src/library/index.ts', import.meta.url);
  globalThis.RegExp = Plain;
  return found;
}

const known = new Set(process.argv.includes('--all') ? [] : JSON.parse(readFileSync(KEPT, 'utf8')));
const safe = new Set();
let faults = 0;
for (const { place, pattern, flags } of [
  ...sourcesIn(join(ROOT, 'src')).flatMap(patternsIn),
  ...(await composedPatterns()),
]) {
  const key = createHash('sha256').update(`${flags}/${pattern}`).digest('hex').slice(0, 20);
  const verdict = known.has(key) || safe.has(key) ? 'safe' : checkSync(pattern, flags, LIMITS).status;
  if (verdict === 'safe') {
    safe.add(key);
    continue;
  }
  faults += 1;
  console.log(`${place} /${pattern}/${flags}: ${verdict}; bound its repetitions, or pass over the text once`);
}
writeFileSync(KEPT, `${JSON.stringify([...safe].sort(), null, 2)}\n`);
process.exitCode = faults > 0 ? 1 : 0;
