/** No text of the product has a word of the ban lists, wherever it is written: pane, documents, help, findings. */
import ts from 'typescript';
import { readSources, type SourceFile } from '../support/tidy/sources';
import { bannedIn, bannedInEnglish, bannedInPane } from './ban-list';

/** Where texts of a language are: constants of a name in a file with both, whole files, a tag, members. */
interface Texts {
  readonly constants: readonly string[];
  readonly tag: string;
  readonly isWhole: (path: string) => boolean;
}

const FRENCH: Texts = {
  constants: ['FR', 'FRENCH'],
  tag: 'fr',
  isWhole: (path) =>
    path.startsWith('src/messages/fr/') || path.startsWith('src/messages/documents/') || path.endsWith('-fr.ts'),
};
const ENGLISH: Texts = {
  constants: ['EN', 'ENGLISH'],
  tag: 'en',
  isWhole: (path) => path.startsWith('src/messages/en/') || path.endsWith('-en.ts'),
};

interface Text {
  readonly line: number;
  readonly text: string;
  /** Null for a text with the tag of the language. */
  readonly untagged: string | null;
}

/** The texts of a file in a language: all of them, or those of its tag, of its members and of its constants. */
function textsOf(source: SourceFile, language: Texts): readonly Text[] {
  const texts: Text[] = [];
  const visit = (node: ts.Node, inside: boolean): void => {
    const isIn = inside || opens(node, language);
    if (isIn && isText(node)) {
      const { line } = source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree));
      texts.push({
        line: line + 1,
        text: node.text.replace(/\u00a0/g, ' '),
        untagged: isTagged(node, language.tag) ? null : node.text,
      });
    }
    ts.forEachChild(node, (child) => visit(child, isIn));
  };
  visit(source.tree, language.isWhole(source.path));
  return texts;
}

function opens(node: ts.Node, { constants, tag }: Texts): boolean {
  if (ts.isTaggedTemplateExpression(node)) return node.tag.getText() === tag;
  if (ts.isPropertyAssignment(node)) return node.name.getText() === tag;
  return ts.isVariableDeclaration(node) && constants.includes(node.name.getText());
}

function isTagged(node: ts.Node, tag: string): boolean {
  let template = node;
  while (ts.isTemplateSpan(template.parent) || ts.isTemplateExpression(template.parent)) template = template.parent;
  return ts.isTaggedTemplateExpression(template.parent) && template.parent.tag.getText() === tag;
}

/** A template is read in its parts, between its values. */
function isText(node: ts.Node): node is ts.StringLiteral | ts.TemplateLiteralLikeNode {
  if (ts.isStringLiteral(node)) return !ts.isImportDeclaration(node.parent) && !ts.isLiteralTypeNode(node.parent);
  return ts.isTemplateLiteralToken(node);
}

const sources = readSources('src');

test('the texts of the product are found', () => {
  const found = sources
    .map((source) => [source.path, textsOf(source, FRENCH).length] as const)
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

const isOfPane = ({ path }: SourceFile): boolean => path.startsWith('src/taskpane/');

test.each`
  where            | language   | of            | banned
  ${'the product'} | ${FRENCH}  | ${() => true} | ${bannedIn}
  ${'the product'} | ${ENGLISH} | ${() => true} | ${bannedInEnglish}
  ${'the pane'}    | ${FRENCH}  | ${isOfPane}   | ${bannedInPane}
  ${'the pane'}    | ${ENGLISH} | ${isOfPane}   | ${bannedInPane}
`('no text of $where in $language.tag has a word of its ban list', ({ language, of, banned }: Row) => {
  const offences = sources
    .filter(of)
    .flatMap((source) =>
      textsOf(source, language).flatMap(({ line, text }) => banned(text).map((ban) => `${source.path}:${line} ${ban}`)),
    );
  expect(offences).toEqual([]);
});

test('no French text of the pane nor of a message has an ordinary space where a line must not break', () => {
  const offences = sources
    .filter(({ path }) => /^src\/(?:taskpane|messages)\//.test(path))
    .flatMap((source) =>
      textsOf(source, FRENCH)
        .filter(({ untagged }) => untagged !== null && / [:;?!%€»](?!\p{L})|« /u.test(untagged))
        .map(({ line, text }) => `${source.path}:${line} ${text}: write it as fr\`…\``),
    );
  expect(offences).toEqual([]);
});

interface Row {
  readonly language: Texts;
  readonly of: (source: SourceFile) => boolean;
  readonly banned: (text: string) => readonly string[];
}
