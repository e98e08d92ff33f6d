/** The ribbon of the workbench is read from manifest.xml, as in Excel. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '../../../workbench/page/manifest';

const XML = readFileSync(join(__dirname, '../../../manifest.xml'), 'utf8');

describe('manifest.xml as the workbench reads it', () => {
  const manifest = readManifest(XML, 'fr-FR');

  test('names the add-in, its tab, its functions and its pane', () => {
    expect(manifest.name).toBe('Enveloppe');
    expect(manifest.namespace).toBe('ENVELOPE');
    expect(manifest.tab).not.toBe('');
    expect(manifest.pane).toMatch(/^\/taskpane\.html$/);
    expect(manifest.functions).toMatch(/^\/functions.*\.json$/);
  });

  test('every command has a label, a help and an icon, and does something', () => {
    const commands = manifest.groups.flatMap((group) => group.commands);
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) {
      expect(command.label).not.toBe('');
      expect(command.description).not.toBe('');
      expect(command.icon).toMatch(/^\/assets\/.+\.png$/);
    }
    expect(commands.map((command) => command.action.kind)).toContain('showPane');
  });
});

test.each([
  [
    'fr-FR',
    ['Ouvrir le volet', 'Contrôler', 'Générer les documents', 'Annuler la dernière écriture'],
    '/functions.json',
  ],
  ['en-US', ['Open the pane', 'Control', 'Generate the documents', 'Undo the last write'], '/functions-en.json'],
])('%s: the ribbon and the help of the functions are in the language of the page', (locale, labels, functions) => {
  const manifest = readManifest(XML, locale);
  expect(manifest.groups.flatMap(({ commands }) => commands.map(({ label }) => label))).toEqual(labels);
  expect(manifest.functions).toBe(functions);
});

test('a manifest that names a missing resource is refused by its name', () => {
  const broken = XML.replace(/<bt:String id="([^"]+)"/, '<bt:String id="Nowhere"');
  expect(() => readManifest(broken, 'fr-FR')).toThrow(/no resource/);
});
