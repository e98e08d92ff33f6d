/**
 * manifest.xml: valid by Microsoft's schema, consistent with the files, and fit for production. Each check is shown to
 * fail on a manifest with that one fault.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../src/commands/ribbon';
import { FUNCTION_NAMES } from '../src/application/functions/function-answers';
import { elementsNamed, manifestFaults, manifestTree } from './support/manifest-faults';
import { manifestFor, OFFICE_JS_CDN, OFFICE_JS_HERE, policyFor } from '../scripts/addin-address.cjs';
import { functionsFile } from '../scripts/function-metadata';

const ROOT = join(__dirname, '..');
const XML = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');

function faultsBySchema(manifests: Readonly<Record<string, string>>): Record<string, string[]> {
  const script = join(__dirname, 'support/validate-manifests.mjs');
  return JSON.parse(
    execFileSync(process.execPath, [script], { input: JSON.stringify(manifests), encoding: 'utf8' }),
  ) as Record<string, string[]>;
}

/** The manifest with one thing made wrong; the change must be one. */
function spoilt(before: string | RegExp, after: string): string {
  const xml = XML.replace(before, after);
  expect(xml).not.toBe(XML);
  return xml;
}

describe('by the schema', () => {
  const long = 'x'.repeat(251);
  const manifests = {
    'as it is': XML,
    'elements in another order': spoilt(/(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/, '$2$1'),
    'a resource id of 33 characters': XML.replaceAll('Taskpane.Url', 'T'.repeat(33)),
    'a short string of 126 characters': spoilt('"Ouvrir le volet"', `"${'x'.repeat(126)}"`),
    'a long string of 251 characters': spoilt(/(<bt:String id="Pane.Tip" DefaultValue=")[^"]*/, `$1${long}`),
    'an unknown lifetime': spoilt('lifetime="long"', 'lifetime="eternal"'),
    'functions without a script': spoilt(/<Script>[\s\S]*?<\/Script>/, ''),
    'a group without an icon': spoilt(/<Icon>[\s\S]*?<\/Icon>/, ''),
    'an override outside its address': spoilt(
      /functions\.json">\s*(<bt:Override [^>]*>)\s*<\/bt:Url>/,
      'functions.json" />$1',
    ),
  };
  const faults = faultsBySchema(manifests);

  test('the manifest is valid', () => expect(faults['as it is']).toEqual([]));

  test.each(Object.keys(manifests).slice(1))('refuses %s', (name) => expect(faults[name]).not.toEqual([]));
});

describe('besides the schema', () => {
  test('the manifest has no fault', () => expect(manifestFaults(XML, ROOT)).toEqual([]));

  const spoilings: readonly [what: string, before: string | RegExp, after: string, fault: RegExp][] = [
    [
      'a resource that nobody defines',
      '<Label resid="Undo.Label" />',
      '<Label resid="Nowhere" />',
      /Nowhere: used and not defined/,
    ],
    ['a resource that nobody uses', /resid="Pane.Tip"/, 'resid="Pane.Label"', /Pane.Tip: defined and not used/],
    ['a plain http address', '"https://localhost:3000/functions.js"', '"http://localhost:3000/f.js"', /must be https/],
    ['an icon of a missing size', /<bt:Image size="80" resid="Undo.80" \/>/, '', /lacks the size 80/],
    ['an icon that is not there', 'assets/undo-16.png', 'assets/redo-16.png', /redo-16\.png: no pixels/],
    ['an icon of another size', 'assets/undo-16.png', 'assets/undo-32.png', /32 pixels for 16/],
    ['the default language overridden', 'Locale="en-US"', 'Locale="fr-FR"', /override of the default/],
    ['half a language tag', 'Locale="en-US"', 'Locale="en"', /whole language tag/],
    [
      'a description too long',
      /<Description DefaultValue="[^"]*/,
      `<Description DefaultValue="${'x'.repeat(251)}`,
      /251 characters/,
    ],
    [
      'a runtime that is not the page',
      '<FunctionFile resid="Taskpane.Url" />',
      '<FunctionFile resid="Help.Url" />',
      /commands' page Help.Url/,
    ],
    [
      'a second pane',
      '<Action xsi:type="ShowTaskpane">',
      '<Action xsi:type="ShowTaskpane"><TaskpaneId>B</TaskpaneId>',
      /one pane/,
    ],
  ];

  test.each(spoilings)('finds %s', (_, before, after, fault) => {
    expect(manifestFaults(spoilt(before, after), ROOT).join('\n')).toMatch(fault);
  });

  test('speaks French by default, and English where the reader does', () => {
    expect(elementsNamed(manifestTree(XML), 'DefaultLocale')[0]?.text).toBe('fr-FR');
    const words = [
      ...elementsNamed(manifestTree(XML), 'bt:ShortStrings'),
      ...elementsNamed(manifestTree(XML), 'bt:LongStrings'),
    ];
    const sentences = words
      .flatMap((element) => elementsNamed(element, 'bt:String'))
      .filter(({ attributes }) => attributes['DefaultValue']?.includes(' '));
    expect(sentences.length).toBeGreaterThan(5);
    expect(sentences.filter(({ children }) => children[0]?.attributes['Locale'] !== 'en-US')).toEqual([]);
  });

  test('every button of the ribbon has its code, and every command its button', () => {
    const named = elementsNamed(manifestTree(XML), 'FunctionName').map(({ text }) => text);
    expect(named.sort()).toEqual(Object.keys(COMMANDS).sort());
  });
});

describe('for an address', () => {
  const address = 'https://outils.example.gouv.fr/enveloppe';

  test('every address is the given one, and nothing else changes', () => {
    const xml = manifestFor(XML, address);
    expect(xml).not.toMatch(/localhost/);
    expect(xml.replaceAll(address, 'https://localhost:3000')).toBe(XML);
    expect(faultsBySchema({ xml })).toEqual({ xml: [] });
  });

  test('the page may connect to nothing but its own origin, and load scripts from it and from Office.js alone', () => {
    expect(policyFor(OFFICE_JS_HERE)).not.toMatch(/https?:/);
    const scripts = /script-src ([^;]*)/.exec(policyFor(OFFICE_JS_CDN))?.[1];
    expect(scripts).toBe("'self' https://appsforoffice.microsoft.com");
    expect(policyFor(OFFICE_JS_CDN)).toContain("connect-src 'self';");
    expect(policyFor(OFFICE_JS_CDN)).toContain(`frame-src ${scripts};`); // a page of Office.js's own
  });
});

describe('the description of the functions', () => {
  interface Parameter {
    readonly name: string;
    readonly description: string;
    readonly type: string;
    readonly dimensionality?: string;
    readonly optional?: boolean;
  }
  interface Description {
    readonly functions: readonly {
      readonly id: string;
      readonly description: string;
      readonly parameters: readonly Parameter[];
    }[];
  }
  const [french, english] = [functionsFile('fr'), functionsFile('en')].map((file) => JSON.parse(file) as Description);
  if (!french || !english) throw new Error('no description');

  test('all the functions, each streaming, each with its help in French', () => {
    expect(french.functions.map(({ id }) => id)).toEqual([...FUNCTION_NAMES]);
    for (const definition of french.functions) {
      expect(definition).toMatchObject({ name: definition.id, options: { stream: true } });
      for (const { description } of [definition, ...definition.parameters])
        expect(description.length).toBeGreaterThan(8);
    }
  });

  test('in English: the same ids, names, options and parameters, other words', () => {
    const bones = (metadata: Description): unknown =>
      metadata.functions.map(({ description: _, parameters, ...rest }) => ({
        ...rest,
        parameters: parameters.map(({ description: __, ...bone }) => bone),
      }));
    expect(bones(english)).toEqual(bones(french));
    for (const [index, { description }] of english.functions.entries())
      expect(description).not.toBe(french.functions[index]?.description);
  });

  test('the file has the shape that Excel reads, and optional parameters come last', () => {
    expect(Object.keys(french).sort()).toEqual(['allowCustomDataForDataTypeAny', 'functions']);
    for (const definition of french.functions) {
      expect(Object.keys(definition).sort()).toEqual(
        ['description', 'id', 'name', 'options', 'parameters', 'result'].sort(),
      );
      const isOptional = definition.parameters.map((parameter) => 'optional' in parameter);
      expect(isOptional).toEqual([...isOptional].sort());
      expect(new Set(definition.parameters.map(({ name }) => name)).size).toBe(definition.parameters.length);
      for (const { name, description, ...type } of definition.parameters) {
        expect([typeof name, typeof description]).toEqual(['string', 'string']);
        expect(['string', 'any']).toContain(type.type);
        expect(type).toEqual({
          type: type.type,
          ...('optional' in type ? { optional: true } : {}),
          ...('dimensionality' in type ? { dimensionality: 'matrix' } : {}),
        });
      }
    }
  });

  test.each([
    ['REMAINING', ['envelope:string', 'nature:string', 'poste:string?', 'asOf:any?'], {}],
    ['WHATIF', ['envelope:string', 'nature:string', 'amount:any', 'poste:string?', 'asOf:any?'], {}],
    ['CHECK', ['row:any[][]', 'headers:any[][]'], { type: 'string' }],
    ['SUMMARY', ['asOf:any?'], { dimensionality: 'matrix' }],
  ])('the signature of %s, which Excel keeps, does not change', (id, parameters, result) => {
    const definition = french.functions.find((one) => one.id === id);
    const signature = definition?.parameters.map(
      ({ name, type, dimensionality, optional }) =>
        `${name}:${type}${dimensionality === 'matrix' ? '[][]' : ''}${optional ? '?' : ''}`,
    );
    expect({ signature, definition }).toMatchObject({ signature: parameters, definition: { result } });
  });
});
