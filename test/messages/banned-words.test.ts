/** No French text of the product has a word of the ban list, wherever it is written: pane, documents, help, findings. */
import ts from 'typescript';
import { readSources, type SourceFile } from '../support/tidy/sources';
import { bannedIn } from './ban-list';

/** A constant with one of these names holds French, in a file that has English beside it. */
const FRENCH_CONSTANTS = ['FR', 'FRENCH'];

/** French alone: every text in them is for a person. */
function isFrench({ path }: SourceFile): boolean {
  return path.startsWith('src/messages/fr/') || path.startsWith('src/messages/documents/') || path.endsWith('-fr.ts');
}

interface Text {
  readonly line: number;
  readonly text: string;
}

/** The French texts of a file: all of them, or those of the tag `fr`, of the members `fr` and of `FR`. */
function textsOf(source: SourceFile): readonly Text[] {
  const texts: Text[] = [];
  const visit = (node: ts.Node, inFrench: boolean): void => {
    const isIn = inFrench || opensFrench(node);
    if (isIn && isText(node)) {
      const { line } = source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree));
      texts.push({ line: line + 1, text: node.text.replace(/\u00a0/g, ' ') });
    }
    ts.forEachChild(node, (child) => visit(child, isIn));
  };
  visit(source.tree, isFrench(source));
  return texts;
}

function opensFrench(node: ts.Node): boolean {
  if (ts.isTaggedTemplateExpression(node)) return node.tag.getText() === 'fr';
  if (ts.isPropertyAssignment(node)) return node.name.getText() === 'fr';
  return ts.isVariableDeclaration(node) && FRENCH_CONSTANTS.includes(node.name.getText());
}

/** A template is read in its parts, between its values. */
function isText(node: ts.Node): node is ts.StringLiteral | ts.TemplateLiteralLikeNode {
  if (ts.isStringLiteral(node)) return !ts.isImportDeclaration(node.parent) && !ts.isLiteralTypeNode(node.parent);
  return ts.isTemplateLiteralToken(node);
}

const sources = readSources('src');

test('the texts of the product are found', () => {
  const found = sources
    .map((source) => [source.path, textsOf(source).length] as const)
    .filter(([, count]) => count > 0);
  const files = found.map(([path]) => path);
  for (const path of [
    'src/messages/fr/findings/pla.ts',
    'src/messages/documents/documents-fr.ts',
    'src/functions/function-help.ts',
    'src/cli/cli-words.ts',
    'src/taskpane/shared/pane-fr.ts',
    'src/taskpane/reading/reading-panel-words.ts',
  ])
    expect(files).toContain(path);
});

test('none has a word of the ban list', () => {
  const offences = sources.flatMap((source) =>
    textsOf(source).flatMap(({ line, text }) => bannedIn(text).map((ban) => `${source.path}:${line} ${ban}`)),
  );
  expect(offences).toEqual([]);
});
