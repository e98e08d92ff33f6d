/** The recipes of CONTRIBUTING.md and the maps of the other guides name files that exist. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './support/tidy/sources';

const GUIDES = ['README.md', 'LISEZMOI.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/bilan.md'];

/** Paths between backquotes or in links: they begin with a folder of the project, or name a file at its root. */
function pathsOf(text: string): readonly string[] {
  const quoted = [...text.matchAll(/`([^`\n]+)`|\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? match[2] ?? '');
  return quoted.filter((path) =>
    /^(?:(?:src|test|workbench|scripts|docs|assets|samples|bin)(?:\/[\w.-]+)*|[\w-]+\.(?:md|json|xml))$/.test(path),
  );
}

test.each(GUIDES.map((guide) => [guide]))('%s names no file that is not there', (guide) => {
  const paths = pathsOf(readFileSync(join(ROOT, guide), 'utf8'));
  expect(paths.length).toBeGreaterThan(0);
  const folder = guide.startsWith('docs/') ? 'docs' : '.';
  const isThere = (path: string): boolean => existsSync(join(ROOT, path)) || existsSync(join(ROOT, folder, path));
  const made = ['datapackage.json', 'functions.json', 'functions-en.json'];
  expect(paths.filter((path) => !made.includes(path) && !isThere(path))).toEqual([]);
});

test('the nine recipes are there, each with its steps', () => {
  const recipes = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8').split('\n### ').slice(1);
  expect(recipes.map((recipe) => recipe.split('\n')[0])).toEqual([
    'A control',
    'A document',
    'A function',
    'A convention',
    'An Excel API that the add-in needs',
    'A shape of Chorus extract',
    'A page of the user guide',
    'A table, a column or a query of the consolidation',
    'A language',
  ]);
  for (const recipe of recipes) expect(pathsOf(recipe).length).toBeGreaterThanOrEqual(3);
});

test('README.md is read in one sitting', () => {
  expect(readFileSync(join(ROOT, 'README.md'), 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(120);
});
