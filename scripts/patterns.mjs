// Part of `npm run check`: every regular expression of what ships takes a time that grows in line with its text,
// whatever the text (a cell, a heading, a part of a file made for it). `recheck` judges each; verdicts are kept in .cache.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { ROOT } from './install.mjs';

process.env.RECHECK_BACKEND = 'pure';
const { checkSync } = await import('recheck');

const KEPT = join(ROOT, '.cache', 'patterns.json');
/** Above this effort a pattern counts as unknown, and must be written more simply. */
const LIMITS = { timeout: 60_000, maxSize: 20_000 };

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

function readKept() {
  try {
    return JSON.parse(readFileSync(KEPT, 'utf8'));
  } catch {
    return {}; // the first run
  }
}

const kept = readKept();
const verdicts = {};
let faults = 0;
for (const { place, pattern, flags } of sourcesIn(join(ROOT, 'src')).flatMap(patternsIn)) {
  const key = createHash('sha256').update(`${flags}/${pattern}`).digest('hex').slice(0, 20);
  verdicts[key] ??= kept[key] ?? checkSync(pattern, flags, LIMITS).status;
  if (verdicts[key] === 'safe') continue;
  faults += 1;
  console.log(`${place} /${pattern}/${flags}: ${verdicts[key]}; bound its repetitions, or pass over the text once`);
}
mkdirSync(join(ROOT, '.cache'), { recursive: true });
writeFileSync(KEPT, JSON.stringify(verdicts));
process.exitCode = faults > 0 ? 1 : 0;
